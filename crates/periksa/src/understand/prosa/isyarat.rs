//! Words that say in which role the number behind them stands.

use super::kata::{Isi, Kata};
use crate::bacaan::Arah;
use crate::understand::kosakata;

/// What the words before a number say of its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::understand) enum Isyarat {
    /// Target, or ceiling.
    Target,
    /// Realisasi, by name.
    Realisasi,
    /// A result without a name of its own ("nilai", "memperoleh").
    Hasil,
    /// Capaian, by name; of a number that is no percentage it only means what was reached.
    Capaian,
    /// "mencapai": a realisasi or a capaian.
    Mencapai,
    /// By how much something changed.
    Perubahan,
    /// What is left.
    Sisa,
    /// Weight.
    Bobot,
    /// Number of things.
    Jumlah,
    /// Least number.
    Minimum,
    /// A difference, or something else that is no statement of its own.
    Selisih,
}

/// A cue and the word that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::understand) struct Temu {
    /// The role.
    pub isyarat: Isyarat,
    /// The word.
    pub di: usize,
}

const TARGET: &[&str] = &[
    "target",
    "targetnya",
    "ditargetkan",
    "menargetkan",
    "pagu",
    "pagunya",
    "alokasi",
    "alokasinya",
    "dialokasikan",
    "anggaran",
    "anggarannya",
    "dianggarkan",
    "dipa",
    "sumber",
    "dana",
    "dananya",
];
const REALISASI: &[&str] = &[
    "realisasi",
    "realisasinya",
    "terealisasi",
    "terealisasikan",
    "direalisasikan",
    "merealisasikan",
    "menyerap",
    "terserap",
    "diserap",
    "serapan",
    "penyerapan",
];
const HASIL: &[&str] = &[
    "hasil",
    "hasilnya",
    "memperoleh",
    "diperoleh",
    "mendapat",
    "mendapatkan",
    "meraih",
    "diraih",
    "menghasilkan",
    "nilai",
    "nilainya",
    "skor",
    "skornya",
    "perolehan",
    "tercatat",
    "indeksnya",
];
const CAPAIAN: &[&str] = &[
    "capaian",
    "capaiannya",
    "pencapaian",
    "persentase",
    "persentasenya",
    "prosentase",
    "ketercapaian",
];
const MENCAPAI: &[&str] = &["mencapai", "tercapai", "dicapai"];
const SISA: &[&str] = &["sisa", "sisanya", "tersisa"];
const BOBOT: &[&str] = &["bobot", "bobotnya", "berbobot"];
const JUMLAH: &[&str] = &["sejumlah", "sebanyak", "jumlah", "jumlahnya", "berjumlah"];
const MINIMUM: &[&str] = &["minimal", "minimum", "sekurang-kurangnya", "sedikitnya"];
const SELISIH: &[&str] = &[
    "selisih",
    "selisihnya",
    "deviasi",
    "gap",
    "efisiensi",
    "efisiensinya",
    "penghematan",
];

/// Words that lead from a noun to its number.
pub(in crate::understand) const PENGANTAR: &[&str] = &[
    "sebesar",
    "senilai",
    "sebanyak",
    "sejumlah",
    "adalah",
    "ialah",
    "yaitu",
    "yakni",
    "mencapai",
    "menjadi",
    "di",
    "pada",
    "angka",
    "hanya",
    "sekitar",
    "kurang",
    "lebih",
    "sudah",
    "telah",
    "dengan",
    "hingga",
    "sampai",
    "indeks",
    "nilai",
    "hasil",
    "atau",
    "setara",
    "masing-masing",
];

/// Words after which a change is no more the number's own: "peningkatan *dari* capaian tahun … sebesar".
const PEMUTUS_PERUBAHAN: &[&str] = &[
    "dari",
    "menjadi",
    "dengan",
    "dibanding",
    "dibandingkan",
    "terhadap",
    "tahun",
    "sehingga",
    "karena",
    "yang",
];

/// The nearest cue in the words before a number.
pub(in crate::understand) fn terdekat(sela: &[Kata]) -> Option<Temu> {
    let terdekat = sela
        .iter()
        .enumerate()
        .rev()
        .find_map(|(i, _)| Some((i, satu(sela, i)?)));
    let Some((di, isyarat)) = terdekat else {
        // "… pada tahun 2022 menjadi 3,60": the change was named before the number before.
        let akhir = sela.len().checked_sub(1)?;
        return sela[akhir].salah_satu(&["menjadi"]).then_some(Temu {
            isyarat: Isyarat::Hasil,
            di: akhir,
        });
    };
    let isyarat = match isyarat {
        // "target nilai …", "target realisasi": the noun behind only says what the target is of.
        Isyarat::Hasil | Isyarat::Capaian | Isyarat::Realisasi
            if di
                .checked_sub(1)
                .is_some_and(|i| sela[i].salah_satu(&["target", "pagu"])) =>
        {
            Isyarat::Target
        }
        // "peningkatan nilai sebesar 0,05": what follows is by how much.
        Isyarat::Hasil | Isyarat::Capaian | Isyarat::Realisasi | Isyarat::Mencapai
            if perubahan_memiliki(sela, di) =>
        {
            Isyarat::Perubahan
        }
        // "capaian terhadap target tersebut adalah 104%": no target is quoted anew, and of which one it is stays open.
        Isyarat::Target
            if sela
                .get(di + 1)
                .is_some_and(|k| k.salah_satu(&["tersebut", "ini", "itu", "dimaksud"])) =>
        {
            Isyarat::Selisih
        }
        // "kenaikan tahun 2023 adalah 1,08%": the year is that of the change.
        Isyarat::Perubahan if perubahan_setahun(&sela[di..]) => Isyarat::Perubahan,
        // "Pagu … berjumlah Rp4,6 miliar": how much there is of what was named.
        Isyarat::Jumlah if sasaran_dijumlah(&sela[..di]) => Isyarat::Target,
        Isyarat::Perubahan if putus(&sela[di + 1..]) => arti_sesudah_putus(&sela[di + 1..])?,
        lain => lain,
    };
    if selisih_langsung(sela) {
        return Some(Temu {
            isyarat: Isyarat::Selisih,
            di,
        });
    }
    Some(Temu { isyarat, di })
}

/// The cue that one word gives in its place.
fn satu(sela: &[Kata], di: usize) -> Option<Isyarat> {
    let kata = sela.get(di)?;
    if kata.isi != Isi::Kata {
        return None;
    }
    let sebelum = di.checked_sub(1).and_then(|i| sela.get(i));
    let sesudah = sela.get(di + 1);
    let sebelum_salah_satu =
        |daftar: &[&str]| sebelum.is_some_and(|sebelum| sebelum.salah_satu(daftar));
    if kata.salah_satu(&["anggaran", "belanja"]) {
        if sebelum_salah_satu(&["tahun", "kinerja", "pelaksanaan"]) {
            return None;
        }
        if sebelum_salah_satu(REALISASI) {
            return Some(Isyarat::Realisasi);
        }
    }
    if kata.salah_satu(&["anggaran", "belanja", "pagu", "dana"]) && sebelum_salah_satu(SISA) {
        return Some(Isyarat::Sisa);
    }
    if kata.salah_satu(&["sumber"]) && !sesudah.is_some_and(|k| k.salah_satu(&["dana", "dananya"]))
    {
        return None;
    }
    if kata.salah_satu(&["dana"]) && !sebelum_salah_satu(&["sumber"]) {
        return None;
    }
    for (daftar, isyarat) in [
        (TARGET, Isyarat::Target),
        (REALISASI, Isyarat::Realisasi),
        (HASIL, Isyarat::Hasil),
        (CAPAIAN, Isyarat::Capaian),
        (MENCAPAI, Isyarat::Mencapai),
        (SISA, Isyarat::Sisa),
        (BOBOT, Isyarat::Bobot),
        (MINIMUM, Isyarat::Minimum),
        (SELISIH, Isyarat::Selisih),
        (JUMLAH, Isyarat::Jumlah),
    ] {
        if kata.salah_satu(daftar) {
            return Some(isyarat);
        }
    }
    match kosakata::arah(&kata.teks) {
        Some(Arah::Naik | Arah::Turun) => Some(Isyarat::Perubahan),
        _ => None,
    }
}

/// Whether a word of change governs the noun at `di` ("peningkatan *capaian* sebesar 3%").
fn perubahan_memiliki(sela: &[Kata], di: usize) -> bool {
    const TERJAUH: usize = 2;
    let awal = di.saturating_sub(TERJAUH);
    let sebelum = sela.get(awal..di).unwrap_or_default();
    sebelum
        .iter()
        .position(|k| matches!(kosakata::arah(&k.teks), Some(Arah::Naik | Arah::Turun)))
        .is_some_and(|i| !putus(&sebelum[i + 1..]))
        && !sela
            .get(di + 1..)
            .unwrap_or_default()
            .iter()
            .any(|k| matches!(k.isi, Isi::Tahun(_)))
}

/// Whether a noun of change has only its year behind it ("kenaikan tahun ini sebesar").
fn perubahan_setahun(kata: &[Kata]) -> bool {
    let benda = kata.first().is_some_and(|k| {
        k.salah_satu(&[
            "kenaikan",
            "peningkatan",
            "penurunan",
            "pertumbuhan",
            "perubahan",
        ])
    });
    benda
        && kata
            .get(1)
            .is_some_and(|k| k.salah_satu(&["pada", "tahun"]))
        && kata.iter().skip(1).all(|k| {
            matches!(k.isi, Isi::Tahun(_))
                || k.salah_satu(&[
                    "pada", "tahun", "ini", "berjalan", "adalah", "sebesar", "mencapai",
                ])
        })
}

/// Whether the words before "berjumlah" name a ceiling and nothing after it.
fn sasaran_dijumlah(sela: &[Kata]) -> bool {
    let Some(di) = sela.iter().rposition(|k| k.salah_satu(TARGET)) else {
        return false;
    };
    !sela[di + 1..]
        .iter()
        .any(|k| k.salah_satu(REALISASI) || k.tanda(','))
        && !di
            .checked_sub(1)
            .is_some_and(|i| sela[i].salah_satu(REALISASI))
}

fn putus(kata: &[Kata]) -> bool {
    kata.iter()
        .any(|k| k.salah_satu(PEMUTUS_PERUBAHAN) || k.tanda(','))
}

/// What a number means behind "naik dari", "meningkat menjadi" and the like.
fn arti_sesudah_putus(kata: &[Kata]) -> Option<Isyarat> {
    kata.iter()
        .rev()
        .find(|k| k.salah_satu(PEMUTUS_PERUBAHAN) || k.tanda(','))
        .and_then(|k| match k.teks.as_str() {
            "dari" | "menjadi" | "dibanding" | "dibandingkan" | "tahun" | "dengan" => {
                Some(Isyarat::Hasil)
            }
            _ => None,
        })
}

/// Whether the number is how much more or less something is ("lebih tinggi 0,05 poin").
fn selisih_langsung(sela: &[Kata]) -> bool {
    const SIFAT: &[&str] = &["tinggi", "besar", "rendah", "kecil", "baik", "banyak"];
    let akhir: Vec<&Kata> = sela
        .iter()
        .rev()
        .filter(|k| k.isi == Isi::Kata)
        .take(3)
        .collect();
    let lompat = usize::from(
        akhir
            .first()
            .is_some_and(|k| k.salah_satu(&["sebesar", "sebanyak"])),
    );
    akhir.get(lompat).is_some_and(|k| k.salah_satu(SIFAT))
        && akhir
            .get(lompat + 1)
            .is_some_and(|k| k.salah_satu(&["lebih"]))
}

/// Whether the words from the cue on lead straight to the number: a word that introduces it, or nothing much between.
pub(in crate::understand) fn mengantar(sela: &[Kata], di: usize) -> bool {
    const TERDEKAT: usize = 4;
    const KATA_AKHIR: usize = 3;
    let sesudah = sela.get(di + 1..).unwrap_or_default();
    sesudah.len() <= TERDEKAT
        || sesudah
            .iter()
            .rev()
            .take(KATA_AKHIR)
            .any(|k| k.salah_satu(PENGANTAR) || k.tanda(':') || k.tanda('='))
}
