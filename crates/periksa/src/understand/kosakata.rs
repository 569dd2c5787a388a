//! Words of the language that carry the sense of a number: roles, directions, months, units, kinds of office.
//!
//! The language, not the law: terms of law come from `kamus/`, names of indicators from `profil/`.

mod peran;

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::bacaan::{Arah, SatuanCetak};

pub(crate) use peran::peran;

/// Small words that join the words of a title and say nothing of its subject.
pub(crate) const KATA_SAMBUNG: &[&str] = &[
    "dan", "atas", "di", "pada", "untuk", "dari", "dalam", "dengan", "terhadap", "serta", "bagi",
    "ke", "atau", "oleh", "yang",
];

/// First words of an office's name, in lower case; the name goes on behind them.
pub(crate) const KEPALA_KANTOR: &[&str] = &[
    "badan",
    "bagian",
    "balai",
    "bapas",
    "biro",
    "dinas",
    "direktorat",
    "inspektorat",
    "kantor",
    "kecamatan",
    "kejaksaan",
    "kelurahan",
    "kementerian",
    "kepolisian",
    "kpknl",
    "kpp",
    "kppbc",
    "kppn",
    "lapas",
    "lembaga",
    "loka",
    "mahkamah",
    "pengadilan",
    "polda",
    "politeknik",
    "polres",
    "polresta",
    "polsek",
    "pusat",
    "puskesmas",
    "rsj",
    "rsu",
    "rsud",
    "rsup",
    "rumah",
    "rutan",
    "satuan",
    "sekretariat",
    "stasiun",
    "unit",
    "universitas",
    "uptd",
];

const BULAN: [&[&str]; 12] = [
    &["januari", "jan"],
    &["februari", "pebruari", "feb", "peb"],
    &["maret", "mar", "mrt"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["agustus", "agt", "agu", "agst", "ags", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "des", "dec"],
];

const NAIK: &[&str] = &[
    "peningkatan",
    "meningkat",
    "meningkatnya",
    "ditingkatkan",
    "naik",
    "naiknya",
    "kenaikan",
    "bertambah",
    "bertambahnya",
    "pertambahan",
    "tumbuh",
    "pertumbuhan",
    "bertumbuh",
    "melonjak",
    "lonjakan",
    "membaik",
];

const TURUN: &[&str] = &[
    "penurunan",
    "menurun",
    "menurunnya",
    "turun",
    "turunnya",
    "berkurang",
    "berkurangnya",
    "pengurangan",
    "merosot",
    "kemerosotan",
    "anjlok",
    "menyusut",
    "penyusutan",
    "memburuk",
];

const TETAP: &[&str] = &["tetap", "stagnan", "konstan", "stabil", "sama"];

const CACAH: &[&str] = &[
    "orang",
    "pegawai",
    "responden",
    "unsur",
    "layanan",
    "dokumen",
    "laporan",
    "indikator",
    "sasaran",
    "kegiatan",
    "program",
    "unit",
    "satker",
    "satuan kerja",
    "berkas",
    "perkara",
    "kasus",
    "paket",
    "bulan",
    "hari",
    "tahun",
    "desa",
    "kelurahan",
    "kecamatan",
    "kabupaten",
    "kota",
    "provinsi",
    "sekolah",
    "siswa",
    "pasien",
    "paspor",
    "permohonan",
    "pengaduan",
    "kali",
    "buah",
    "lembar",
    "jiwa",
    "keluarga",
    "kk",
    "peserta",
    "pelaku",
    "kelompok",
    "lokasi",
    "rekomendasi",
    "publikasi",
    "jabatan",
    "pejabat",
    "wni",
    "wna",
    "penghargaan",
    "inovasi",
    "aplikasi",
    "peraturan",
    "perda",
    "produk",
    "instansi",
    "lembaga",
    "perusahaan",
    "umkm",
    "rumah",
    "ruang",
    "kendaraan",
    "misi",
    "tujuan",
    "strategi",
    "poktan",
    "objek",
    "titik",
    "ekor",
    "menit",
    "jam",
];

/// The month that a word names, from 1, with its usual short forms ("Jan", "Agt", "Sept", "Okt", "May").
#[must_use]
pub(crate) fn bulan(teks: &str) -> Option<u8> {
    let kata = teks
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let urutan = BULAN
        .iter()
        .position(|nama| nama.contains(&kata.as_str()))?;
    u8::try_from(urutan + 1).ok()
}

/// The direction that a word of change names ("peningkatan", "menurun", "naik").
///
/// "tetap" and "sama" count too, although they also serve as adverbs: the caller looks at what stands around.
#[must_use]
pub(crate) fn arah(kata: &str) -> Option<Arah> {
    let kata = kata
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let kata = kata.as_str();
    [
        (NAIK, Arah::Naik),
        (TURUN, Arah::Turun),
        (TETAP, Arah::Tetap),
    ]
    .into_iter()
    .find_map(|(daftar, arah)| daftar.contains(&kata).then_some(arah))
}

/// The unit that a word behind a number names; the word is in any case, without marks around it.
#[must_use]
pub(crate) fn satuan(kata: &str) -> Option<SatuanCetak> {
    match kecil(kata).as_ref() {
        "%" | "persen" => Some(SatuanCetak::Persen),
        "rupiah" => Some(SatuanCetak::Rupiah),
        "indeks" | "index" | "poin" | "point" | "skala" => Some(SatuanCetak::Indeks),
        lain => CACAH.contains(&lain).then_some(SatuanCetak::Cacah),
    }
}

/// The factor that a word behind a number names ("juta", "miliar", "Milyar").
#[must_use]
pub(crate) fn skala(kata: &str) -> Option<Decimal> {
    let faktor: i64 = match kecil(kata).as_ref() {
        "ribu" => 1_000,
        "juta" | "jt" => 1_000_000,
        "miliar" | "milyar" | "miliyar" => 1_000_000_000,
        "triliun" | "trilyun" | "triliyun" => 1_000_000_000_000,
        _ => return None,
    };
    Some(Decimal::from(faktor))
}

/// The one year (1900 to 2099) that a text names ("Realisasi 2022", "Tahun 2023"); none where it names none or several.
#[must_use]
pub(crate) fn tahun(teks: &str) -> Option<i16> {
    let mut tahun = None;
    for (_, kata) in kata(teks) {
        let Some(ini) = kata_tahun(kata) else {
            continue;
        };
        match tahun {
            None => tahun = Some(ini),
            Some(lama) if lama == ini => {}
            Some(_) => return None,
        }
    }
    tahun
}

/// The year that a word is, if it is four digits from 1900 to 2099.
#[must_use]
pub(crate) fn kata_tahun(kata: &str) -> Option<i16> {
    if kata.len() != 4 || !kata.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    kata.parse()
        .ok()
        .filter(|tahun| (1900..2100).contains(tahun))
}

/// A text in lower case; one that is so already is not copied.
#[must_use]
pub(crate) fn kecil(teks: &str) -> Cow<'_, str> {
    if teks
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(teks)
    } else {
        Cow::Owned(teks.to_lowercase())
    }
}

/// Where the run of letters and digits that begins at a byte ends; that byte, if none begins there.
pub(crate) fn akhir_kata(teks: &str, dari: usize) -> usize {
    let mut di = dari;
    loop {
        let sisa = teks.as_bytes().get(di..).unwrap_or_default();
        let rapat = sisa.iter().position(|b| !b.is_ascii_alphanumeric());
        let Some(rapat) = rapat else {
            return di + sisa.len();
        };
        di += rapat;
        if sisa.get(rapat).is_none_or(u8::is_ascii) {
            return di;
        }
        match teks.get(di..).and_then(|sisa| sisa.chars().next()) {
            Some(c) if c.is_alphanumeric() => di += c.len_utf8(),
            _ => return di,
        }
    }
}

/// Words (runs of letters and digits) of a text with their bytes; "rata-rata" is two, "3,95" is two.
pub(crate) fn kata(teks: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut di = 0;
    std::iter::from_fn(move || {
        loop {
            let akhir = akhir_kata(teks, di);
            if akhir > di {
                let rentang = di..akhir;
                di = akhir;
                return Some((rentang.clone(), teks.get(rentang)?));
            }
            di += teks.get(di..)?.chars().next()?.len_utf8();
        }
    })
}

/// Words for comparison: lower case, white space and punctuation made one space, marks of formatting out.
///
/// "%" stays as a word of its own, for a share is not what a bare heading is.
#[must_use]
pub(crate) fn normal(teks: &str) -> String {
    normal_depan(teks, usize::MAX)
}

/// The first words of a text for comparison.
#[must_use]
pub(crate) fn normal_depan(teks: &str, kata_terbanyak: usize) -> String {
    let byte = teks.as_bytes();
    let mut hasil = String::with_capacity(teks.len().min(kata_terbanyak.saturating_mul(16)));
    let (mut sela, mut persen) = (false, false);
    let (mut di, mut kata_lalu) = (0, 0_usize);
    while let Some(satu) = byte.get(di) {
        let akhir = akhir_kata(teks, di);
        if akhir > di || *satu == b'%' {
            if (sela || persen || *satu == b'%') && !hasil.is_empty() {
                kata_lalu += 1;
                if kata_lalu >= kata_terbanyak {
                    break;
                }
                hasil.push(' ');
            }
            persen = *satu == b'%';
            sela = false;
            let akhir = akhir.max(di + 1);
            let kata = teks.get(di..akhir).unwrap_or_default();
            if kata.is_ascii() {
                hasil.push_str(kata);
            } else {
                hasil.extend(kata.chars().flat_map(char::to_lowercase));
            }
            di = akhir;
            continue;
        }
        sela = true;
        let sisa = teks.get(di..).unwrap_or_default();
        // A short tag that a converter left behind ("<i>", "</li>") is formatting; a bare "<" is not.
        let tanda = panjang_tanda(sisa).filter(|_| *satu == b'<');
        di += tanda.unwrap_or_else(|| sisa.chars().next().map_or(1, char::len_utf8));
    }
    hasil.make_ascii_lowercase();
    hasil
}

/// The end of a text for comparison: at least its last words, so many of them, if it has them.
#[must_use]
pub(crate) fn normal_belakang(teks: &str, kata_terkurang: usize) -> String {
    /// Words that may stand in a tag whose beginning is cut off, and the one that is cut itself.
    const TERPOTONG: usize = 31;
    let mut panjang = 512;
    loop {
        let dari = teks.ceil_char_boundary(teks.len().saturating_sub(panjang));
        let hasil = normal(teks.get(dari..).unwrap_or_default());
        if dari == 0 || hasil.split(' ').count() >= kata_terkurang.saturating_add(TERPOTONG) {
            return hasil;
        }
        panjang = panjang.saturating_mul(2);
    }
}

/// Bytes of a tag at the start of a text, where one stands there.
fn panjang_tanda(teks: &str) -> Option<usize> {
    const TERPANJANG: usize = 60;
    let mut isi = teks.char_indices().skip(1).take(TERPANJANG);
    let (_, pertama) = isi.next()?;
    if !(pertama.is_ascii_alphabetic() || pertama == '/') {
        return None;
    }
    isi.find(|(_, c)| *c == '>').map(|(di, _)| di + 1)
}

/// Whether a name gathers what the others leave ("Kementerian lainnya", "Lain-lain").
pub(crate) fn sisa(label: &str) -> bool {
    let rapi = label.split('(').next().unwrap_or_default().to_lowercase();
    rapi.contains("lain-lain")
        || rapi.contains("lain lain")
        || kata(&rapi).any(|(_, k)| {
            matches!(
                k,
                "lainnya" | "lain" | "dll" | "sisanya" | "selebihnya" | "dst"
            )
        })
}

#[cfg(test)]
mod tests {
    use super::{arah, bulan, kata, normal, satuan, skala, tahun};
    use crate::bacaan::{Arah, SatuanCetak};

    #[test]
    fn months_are_known_by_their_short_forms() {
        for (teks, nomor) in [
            ("JAN", 1),
            ("Pebruari", 2),
            ("MAY", 5),
            ("Agt.", 8),
            ("SEPT", 9),
            ("Nopember", 11),
            ("DES", 12),
        ] {
            assert_eq!(bulan(teks), Some(nomor), "{teks}");
        }
        assert_eq!(bulan("marah"), None);
    }

    #[test]
    fn words_of_change_have_a_direction() {
        assert_eq!(arah("Peningkatan"), Some(Arah::Naik));
        assert_eq!(arah("menurun,"), Some(Arah::Turun));
        assert_eq!(arah("stagnan"), Some(Arah::Tetap));
        assert_eq!(arah("meningkatkan"), None);
    }

    #[test]
    fn units_and_scales_are_words() {
        assert_eq!(satuan("Indeks"), Some(SatuanCetak::Indeks));
        assert_eq!(satuan("persen"), Some(SatuanCetak::Persen));
        assert_eq!(satuan("orang"), Some(SatuanCetak::Cacah));
        assert_eq!(satuan("dari"), None);
        assert!(skala("Milyar").is_some());
    }

    #[test]
    fn one_year_is_named_or_none() {
        assert_eq!(tahun("Realisasi Tahun 2022"), Some(2022));
        assert_eq!(tahun("2020-2024"), None);
        assert_eq!(tahun("Target"), None);
    }

    #[test]
    fn words_for_comparison_have_no_marks() {
        assert_eq!(normal("  Sarana/ Prasarana "), "sarana prasarana");
        assert_eq!(
            normal("Capaian Kinerja <i>Kantor</i> (%)"),
            "capaian kinerja kantor %"
        );
        assert_eq!(normal("a < b dan c > d"), "a b dan c d");
        assert_eq!(normal("97%"), "97 %");
    }

    #[test]
    fn words_know_their_bytes() {
        let semua: Vec<_> = kata("é rata-rata 3,95")
            .map(|(r, k)| (r.start, k))
            .collect();
        assert_eq!(
            semua,
            [(0, "é"), (3, "rata"), (8, "rata"), (13, "3"), (15, "95")]
        );
    }
}
