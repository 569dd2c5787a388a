//! A number in the report that no fakta stands behind.
//!
//! Years, dates, numbers of laws and letters, list numbers and names that hold a digit are no figures of performance.

use document::Inline;
use kinerja::nama_bulan;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "angka-tanpa-fakta",
    judul: "Angka dalam laporan tidak berasal dari fakta.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let Some(dokumen) = bahan.laporan else {
        return Vec::new();
    };
    let dikenal = teks_dikenal(bahan);
    let mut temuan: Vec<Temuan> = Vec::new();
    super::telusuri(dokumen, &mut |judul, isi| {
        super::daun(isi, &mut |inline| {
            let Inline::Text(teks) = inline else { return };
            for angka in angka_telanjang(teks, &dikenal) {
                temuan.push(
                    Temuan::new(
                        aturan,
                        Lokasi::Bagian(judul.to_owned()),
                        format!("Angka {angka} ditulis langsung dalam teks, tanpa fakta di belakangnya"),
                        "Sebut faktanya pada naskah, misalnya {{ f(\"ikm.2023.realisasi\") }}, sehingga angka selalu sama di semua bagian.",
                    )
                    .cuplikan(cuplik(teks, &angka)),
                );
            }
        });
    });
    temuan
}

/// Texts of the office and of the law in which digits are names, not figures.
fn teks_dikenal(bahan: &Bahan) -> Vec<String> {
    let s = &bahan.masukan.satker;
    let mut dikenal = vec![
        s.nama.clone(),
        s.alamat.clone(),
        s.telepon.clone(),
        s.surel.clone(),
        s.laman.clone(),
        s.dokumen_renstra.clone(),
        s.kepala.nip.clone().unwrap_or_default(),
        s.atasan.nip.clone().unwrap_or_default(),
        s.surat.nomor.clone().unwrap_or_default(),
    ];
    dikenal.extend(
        bahan
            .hukum
            .regulasi
            .iter()
            .flat_map(|r| [r.sebutan.clone(), r.tentang.clone()]),
    );
    dikenal.extend(
        bahan
            .masukan
            .perjanjian
            .iter()
            .flat_map(|b| [b.sasaran.clone(), b.indikator.clone()]),
    );
    dikenal.extend(
        bahan
            .masukan
            .kegiatan
            .iter()
            .flat_map(|b| [b.uraian.clone(), b.bukti.clone()]),
    );
    dikenal.extend(
        bahan
            .masukan
            .penghargaan
            .iter()
            .flat_map(|b| [b.nama.clone(), b.pemberi.clone(), b.bukti.clone()]),
    );
    dikenal.extend(
        bahan
            .masukan
            .anggaran_revisi
            .iter()
            .flat_map(|b| [b.nomor.clone(), b.alasan.clone()]),
    );
    let judul = bahan.hukum.ketentuan.iter().map(|k| k.judul.clone());
    dikenal.extend(judul);
    // A bare "2" (the number of a revision) would take the digits out of every year.
    dikenal.retain(|teks| teks.len() > 4 && teks.chars().any(|c| c.is_ascii_digit()));
    dikenal.sort_by_key(|teks| std::cmp::Reverse(teks.len()));
    dikenal
}

/// Words after which a number is a name: of a law, a year, a list, a page.
const SEBELUM: &[&str] = &[
    "nomor",
    "no",
    "no.",
    "tahun",
    "pasal",
    "ayat",
    "angka",
    "bab",
    "lampiran",
    "tabel",
    "gambar",
    "halaman",
    "per",
    "anggaran",
    "triwulan",
    "semester",
    "sasaran",
    "indikator",
    "golongan",
    "kegiatan",
    "misi",
    "revisi",
    "kolom",
    "baris",
];

fn angka_telanjang(teks: &str, dikenal: &[String]) -> Vec<String> {
    if !teks.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut bersih = teks.to_owned();
    for nama in dikenal {
        bersih = bersih.replace(nama.as_str(), " ");
    }
    let kata: Vec<&str> = bersih.split_whitespace().collect();
    kata.iter()
        .enumerate()
        .filter(|(_, kata)| kata.chars().any(|c| c.is_ascii_digit()))
        .filter(|(i, angka)| !bernama(&kata, *i, angka))
        .map(|(_, kata)| (*kata).to_owned())
        .collect()
}

fn bernama(kata: &[&str], i: usize, angka: &str) -> bool {
    let inti = angka.trim_matches(|c: char| !c.is_alphanumeric());
    let huruf = |geser: Option<usize>| {
        geser
            .and_then(|j| kata.get(j))
            .map(|k| {
                k.trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase()
            })
            .unwrap_or_default()
    };
    let (sebelum, sesudah) = (huruf(i.checked_sub(1)), huruf(Some(i + 1)));
    let campuran = inti.chars().any(char::is_alphabetic);
    let bergaris = inti.contains('/') || inti.contains('-') || inti.contains('–');
    let bertahun = inti
        .split(['-', '–', '/'])
        .all(|b| b.len() == 4 && b.chars().all(|c| c.is_ascii_digit()));
    campuran
        || tahun(inti)
        || (bergaris && bertahun)
        || SEBELUM.contains(&sebelum.as_str())
        || (1..=12).any(|bulan| nama_bulan(bulan).eq_ignore_ascii_case(&sesudah))
        || (i == 0 && angka.ends_with(['.', ')']))
}

fn tahun(inti: &str) -> bool {
    inti.len() == 4
        && inti.chars().all(|c| c.is_ascii_digit())
        && (inti.starts_with("19") || inti.starts_with("20"))
}

fn cuplik(teks: &str, angka: &str) -> String {
    let awal = teks.find(angka).unwrap_or(0);
    let mulai = teks[..awal]
        .char_indices()
        .rev()
        .nth(39)
        .map_or(0, |(i, _)| i);
    let akhir = teks[awal..]
        .char_indices()
        .nth(40)
        .map_or(teks.len(), |(i, _)| awal + i);
    teks[mulai..akhir].trim().to_owned()
}
