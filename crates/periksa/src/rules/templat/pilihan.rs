//! Words that exclude each other, with a stroke between: one of them was to be chosen.

use std::ops::Range;

use crate::rules::teks::{Kata, antara, kata};

/// Pairs of which one excludes the other.
const PASANGAN: &[(&str, &str)] = &[
    ("peningkatan", "penurunan"),
    ("kenaikan", "penurunan"),
    ("meningkat", "menurun"),
    ("meningkat", "turun"),
    ("naik", "turun"),
    ("besar", "kecil"),
    ("tinggi", "rendah"),
    ("baik", "buruk"),
    ("tercapai", "tidak tercapai"),
    ("tercapai", "belum tercapai"),
    ("telah", "belum"),
    ("sudah", "belum"),
    ("telah", "tidak"),
    ("berhasil", "gagal"),
    ("berhasil", "tidak berhasil"),
    ("berhasil", "belum berhasil"),
    ("melebihi", "kurang dari"),
    ("melebihi", "di bawah"),
    ("melampaui", "di bawah"),
    ("melampaui", "tidak melampaui"),
    ("di atas", "di bawah"),
    ("bertambah", "berkurang"),
    ("efisien", "tidak efisien"),
    ("memenuhi", "tidak memenuhi"),
    ("memenuhi", "belum memenuhi"),
    ("ada", "tidak ada"),
    ("keberhasilan", "kegagalan"),
    ("surplus", "defisit"),
    ("sama", "berbeda"),
];

/// What stands before a choice that a sentence depends on.
const SEBELUM: &[&str] = &[
    "mengalami",
    "terjadi",
    "menunjukkan",
    "lebih",
    "cenderung",
    "relatif",
    "dinyatakan",
    "dikatakan",
    "adalah",
    "tersebut",
    "ini",
    "telah",
    "sudah",
    "sebagai",
    "masih",
    "juga",
];

/// What stands behind it.
const SESUDAH: &[&str] = &[
    "sebesar",
    "sebanyak",
    "sejumlah",
    "senilai",
    "dibanding",
    "dibandingkan",
    "menjadi",
    "dari",
    "daripada",
    "poin",
    "persen",
];

/// Words that make a sentence speak of both cases.
const UMUM: &[&str] = &[
    "apabila",
    "jika",
    "bila",
    "apakah",
    "penyebab",
    "faktor",
    "analisis",
    "analisa",
    "mengetahui",
    "rumus",
];

/// Whether a text in brackets offers a choice: strokes between words that exclude each other.
pub(super) fn is_pilihan(kecil: &str) -> bool {
    let polos: Vec<&str> = kecil.split('/').map(str::trim).collect();
    polos.len() >= 2
        && PASANGAN.iter().any(|(a, b)| {
            polos
                .windows(2)
                .any(|dua| matches!(dua, [x, y] if (x == a && y == b) || (x == b && y == a)))
        })
}

/// Choices in a sentence that are in no bracket.
pub(super) fn pilihan(teks: &str) -> Vec<Range<usize>> {
    if !teks.contains('/') {
        return Vec::new();
    }
    let kata = kata(teks);
    let mut hasil = Vec::new();
    for kiri in 1..kata.len() {
        let tengah = kiri - 1;
        let sela = teks.get(kata[tengah].akhir..kata[kiri].awal);
        if sela.is_none_or(|s| s.trim() != "/") {
            continue;
        }
        let Some((awal, akhir)) = PASANGAN.iter().find_map(|(a, b)| {
            cocok(teks, &kata, kiri, a, b).or_else(|| cocok(teks, &kata, kiri, b, a))
        }) else {
            continue;
        };
        let sebelum = awal
            .checked_sub(1)
            .and_then(|i| kata.get(i))
            .map(|k| k.kecil.as_ref());
        let sesudah = kata.get(akhir + 1).map(|k| k.kecil.as_ref());
        let dua_sebelum = awal
            .checked_sub(2)
            .and_then(|i| kata.get(i))
            .map(|k| k.kecil.as_ref());
        let bergantung =
            sebelum.is_some_and(|k| SEBELUM.contains(&k)) && dua_sebelum != Some("yang");
        // "naik/turun 0,32 poin"
        let bernilai = teks
            .get(kata[akhir].akhir..)
            .is_some_and(|s| s.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let berukuran = bernilai || sesudah.is_some_and(|k| SESUDAH.contains(&k));
        let umum = kata
            .iter()
            .take(awal)
            .rev()
            .take(14)
            .any(|k| UMUM.contains(&k.kecil.as_ref()));
        if (bergantung || berukuran) && !umum {
            hasil.push(kata[awal].awal..kata[akhir].akhir);
        }
    }
    hasil
}

/// "mencapai atau belum mencapai target" of a result that the sentence quotes: it cannot have done both.
pub(super) fn berlawanan(teks: &str) -> Vec<Range<usize>> {
    const HASIL: &[&str] = &[
        "mencapai",
        "memenuhi",
        "melampaui",
        "tercapai",
        "terpenuhi",
        "terlampaui",
    ];
    const TERJAUH: usize = 14;
    if !teks.contains(" atau ") {
        return Vec::new();
    }
    let kata = kata(teks);
    let salah_satu = |i: usize, daftar: &[&str]| {
        kata.get(i)
            .is_some_and(|k| daftar.contains(&k.kecil.as_ref()))
    };
    (0..kata.len())
        .filter(|i| {
            salah_satu(*i, HASIL)
                && salah_satu(i + 1, &["atau"])
                && salah_satu(i + 2, &["belum", "tidak"])
                && salah_satu(i + 3, HASIL)
        })
        .filter(|i| {
            let umum = |k: &Kata| {
                UMUM.contains(&k.kecil.as_ref())
                    || matches!(
                        k.kecil.as_ref(),
                        "yang" | "baik" | "antara" | "setiap" | "untuk" | "dinilai" | "status"
                    )
            };
            !kata
                .get(i.saturating_sub(TERJAUH)..*i)
                .unwrap_or_default()
                .iter()
                .any(umum)
        })
        .filter_map(|i| {
            let akhir = kata.get(i + 3)?.akhir;
            let sisa = teks.get(akhir..)?;
            let kalimat = sisa.split(". ").next()?;
            // Only what gives a result speaks of one.
            let berpersen = kalimat.contains('%') || kalimat.contains("persen");
            let berangka = kalimat.contains(|c: char| c.is_ascii_digit());
            (berpersen && berangka).then(|| kata[i].awal..akhir)
        })
        .collect()
}

/// First and last word of the choice whose right side begins at `kanan`.
fn cocok(teks: &str, kata: &[Kata], kanan: usize, a: &str, b: &str) -> Option<(usize, usize)> {
    let kiri: Vec<&str> = a.split(' ').collect();
    let ujung: Vec<&str> = b.split(' ').collect();
    let awal = kanan.checked_sub(kiri.len())?;
    let akhir = kanan + ujung.len() - 1;
    let sama = |dari: usize, frasa: &[&str]| {
        frasa
            .iter()
            .enumerate()
            .all(|(i, f)| kata.get(dari + i).is_some_and(|k| k.kecil == *f))
    };
    let lanjut = kata
        .get(akhir + 1)
        .is_some_and(|k| antara(teks, &kata[akhir], k).trim() == "/");
    (sama(awal, &kiri) && sama(kanan, &ujung) && !lanjut).then_some((awal, akhir))
}

#[cfg(test)]
mod tests {
    use super::pilihan;

    fn kena(teks: &str) -> Vec<&str> {
        pilihan(teks).into_iter().map(|r| &teks[r]).collect()
    }

    #[test]
    fn a_sentence_that_depends_on_the_choice_is_one_to_be_mended() {
        assert_eq!(
            kena("Realisasi mengalami kenaikan/penurunan dari tahun lalu."),
            ["kenaikan/penurunan"]
        );
        assert_eq!(
            kena("Nilai ini lebih tinggi/rendah dari rata-rata."),
            ["tinggi/rendah"]
        );
        assert_eq!(
            kena("Target tersebut tercapai / tidak tercapai."),
            ["tercapai / tidak tercapai"]
        );
    }

    #[test]
    fn names_of_analyses_and_conditions_speak_of_both() {
        assert!(
            kena("Analisis penyebab keberhasilan/kegagalan atau peningkatan/penurunan kinerja.")
                .is_empty()
        );
        assert!(
            kena("Apabila capaian naik/turun dari tahun lalu, kantor menyusun catatan.").is_empty()
        );
        assert!(kena("Pegawai laki-laki/perempuan dan/atau honorer.").is_empty());
        assert!(
            kena("Daftar unsur yang mengalami kenaikan/penurunan disajikan berikut.").is_empty()
        );
    }
}
