//! Whether a sentence that names another office is about the own one.

use super::MITRA;
use crate::rules::teks::{Kata, antara};

/// Words before the name of an office that make its numbers the report's own.
const MILIK: &[&str] = &[
    "kinerja",
    "realisasi",
    "capaian",
    "anggaran",
    "laporan",
    "lkjip",
    "pegawai",
    "target",
    "kepala",
    "fungsi",
    "tugas",
    "visi",
    "perjanjian",
    "pagu",
];

/// Whether the words before an office make its numbers the report's own.
pub(super) fn milik_sendiri(teks: &str, kata: &[Kata], i: usize) -> bool {
    // The last word of the sentence before says nothing.
    let sebelum = i.checked_sub(1).and_then(|j| kata.get(j)).filter(|k| {
        kata.get(i)
            .is_some_and(|ini| !antara(teks, k, ini).contains(['.', '!', '?']))
    });
    let milik = sebelum.is_some_and(|k| {
        MILIK.contains(&k.kecil.as_ref())
            || matches!(k.kecil.as_ref(), "perangkat" | "aparatur" | "jajaran")
    });
    // All the people of an office are the own ones, also where they work together.
    let semua = i
        .checked_sub(2)
        .and_then(|j| kata.get(j))
        .is_some_and(|k| matches!(k.kecil.as_ref(), "seluruh" | "segenap"));
    milik && (semua || !bermitra(teks, kata, i, MITRA))
}

/// Whether a text is no more than the office of the one who signs ("Kepala Kantor ... ,"), which is the own one.
pub(super) fn bertanda_tangan(teks: &str, kata: &[Kata], i: usize, berikut: usize) -> bool {
    const PEJABAT: &[&str] = &["kepala", "ketua", "direktur", "pimpinan"];
    const PENGANTAR: &[&str] = &[
        "plt", "plh", "pj", "pjs", "pihak", "pertama", "a", "n", "u", "b", "yang", "bertanda",
        "tangan",
    ];
    let pejabat = i
        .checked_sub(1)
        .and_then(|j| kata.get(j))
        .is_some_and(|k| PEJABAT.contains(&k.kecil.as_ref()));
    let akhir = berikut
        .checked_sub(1)
        .and_then(|j| kata.get(j))
        .map_or(0, |k| k.akhir);
    // A block of signatures may stand in one cell, line below line.
    let awal = kata.get(i).map_or(0, |k| k.awal);
    let baris = teks
        .get(..awal)
        .and_then(|depan| depan.rfind('\n'))
        .map_or(0, |di| di + 1);
    let ekor = teks.get(akhir..).unwrap_or_default();
    let ekor = ekor.split('\n').next().unwrap_or_default().trim();
    let depan: Vec<&Kata> = kata
        .get(..i.saturating_sub(1))
        .unwrap_or_default()
        .iter()
        .filter(|k| k.awal >= baris)
        .collect();
    pejabat
        && depan.iter().all(|k| PENGANTAR.contains(&k.kecil.as_ref()))
        && ekor.chars().all(|c| ",.;:".contains(c))
}

/// Whether the words before an office say that its budget is told: "pagu anggaran Kantor ...".
pub(super) fn anggaran_sendiri(kata: &[Kata], i: usize) -> bool {
    let depan: Vec<&str> = kata
        .get(i.saturating_sub(2)..i)
        .unwrap_or_default()
        .iter()
        .map(|k| k.kecil.as_ref())
        .collect();
    matches!(
        depan.as_slice(),
        [_, "pagu" | "dipa" | "pnbp"]
            | [
                "pagu" | "realisasi" | "penyerapan" | "sisa" | "alokasi",
                "anggaran" | "belanja"
            ]
            | ["seluruh" | "segenap", "pegawai" | "jajaran" | "aparatur"]
            | ["perjanjian", "kinerja"]
    )
}

/// Whether a sentence is about the own office, though it names another one: by the words before it, or by what the
/// office behind does.
pub(super) fn tentang_sendiri(teks: &str, kata: &[Kata], i: usize, berikut: usize) -> bool {
    const SEBELUM: &[&str] = &[
        "diterima",
        "diperoleh",
        "dimiliki",
        "dilaksanakan",
        "diselenggarakan",
        "dikelola",
        "disusun",
        "diberikan",
        "bagaimana",
        "umum",
        "sehingga",
        "lingkungan",
        "organisasi",
        "struktur",
        "tujuan",
        "sasaran",
        "mandat",
        "kewenangan",
        "kedudukan",
    ];
    const KERJA: &[&str] = &[
        "telah",
        "memperjanjikan",
        "melaporkan",
        "menerapkan",
        "melaksanakan",
        "memiliki",
        "mempunyai",
        "menyelenggarakan",
        "berkomitmen",
        "berkedudukan",
        "berupaya",
        "dipimpin",
        "mengelola",
        "berhasil",
        "memperoleh",
        "menetapkan",
        "melayani",
        "merupakan",
        "menyusun",
        "menyampaikan",
        "mampu",
        "akan",
        "merekomendasikan",
        "menyarankan",
        "mengusulkan",
        "mengharapkan",
        "berharap",
        "menyadari",
        "merencanakan",
        "menindaklanjuti",
        "mengupayakan",
        "berusaha",
        "bertekad",
        "mengucapkan",
        "memandang",
        "membutuhkan",
        "memerlukan",
        "menghadapi",
        "dituntut",
        "diharapkan",
        "didukung",
        "senantiasa",
        "terus",
        "dapat",
        "perlu",
        "harus",
    ];
    // What an office that begins the sentence does, or is: one that is compared would stand behind the own one.
    const KERJA_AWAL: &[&str] = &[
        "adalah",
        "bertugas",
        "berada",
        "berlokasi",
        "beralamat",
        "bertempat",
        "terletak",
        "dibentuk",
        "mencapai",
        "melampaui",
        "menjalankan",
        "menangani",
        "menjabarkan",
        "mendukung",
        "menunjukkan",
        "terdiri",
        "membawahi",
        "dikepalai",
        "berfungsi",
        "mengelompokkan",
        "menghasilkan",
        "belum",
        "sudah",
        "juga",
        "menerima",
        "memberikan",
        "menggunakan",
        "memakai",
        "menjadi",
    ];
    const TERBANDING: &[&str] = &["tertinggi", "terendah", "terbaik", "terbesar", "terkecil"];
    const BANDING: &[&str] = &[
        "selisih",
        "selisihnya",
        "lebih",
        "atas",
        "bawah",
        "rata-rata",
        "sama",
        "terhadap",
        "urutan",
    ];
    if milik_sendiri(teks, kata, i) {
        return true;
    }
    let sebelum = i
        .checked_sub(1)
        .and_then(|j| kata.get(j))
        .filter(|k| teks.get(k.akhir..).is_some_and(|s| s.starts_with(' ')));
    let depan = sebelum.is_some_and(|k| SEBELUM.contains(&k.kecil.as_ref()));
    let belakang = kata
        .get(berikut)
        .is_some_and(|k| KERJA.contains(&k.kecil.as_ref()));
    let awal_kalimat = match (i.checked_sub(1).and_then(|j| kata.get(j)), kata.get(i)) {
        (Some(lalu), Some(ini)) => antara(teks, lalu, ini)
            .trim_end()
            .ends_with(['.', '!', '?']),
        (lalu, _) => lalu.is_none(),
    };
    let mengawali = awal_kalimat
        && kata
            .get(berikut)
            .is_some_and(|k| KERJA_AWAL.contains(&k.kecil.as_ref()))
        && !bermitra(teks, kata, i, TERBANDING);
    (depan || belakang || mengawali)
        && !bermitra(teks, kata, i, MITRA)
        && !bermitra(teks, kata, i, BANDING)
}

/// Whether the sentence around a word has one of these.
fn bermitra(teks: &str, kata: &[Kata], i: usize, daftar: &[&str]) -> bool {
    const DEKAT: usize = 30;
    let henti = |a: &Kata, b: &Kata| {
        let sela = antara(teks, a, b);
        sela.contains(['.', '!', '?']) && sela.contains(char::is_whitespace)
    };
    let mulai = (i.saturating_sub(DEKAT)..i)
        .rev()
        .find(|j| matches!((kata.get(*j), kata.get(j + 1)), (Some(a), Some(b)) if henti(a, b)))
        .map_or(i.saturating_sub(DEKAT), |j| j + 1);
    let akhir = (i..kata.len().min(i + DEKAT))
        .find(|j| matches!((kata.get(*j), kata.get(j + 1)), (Some(a), Some(b)) if henti(a, b)))
        .map_or(kata.len().min(i + DEKAT), |j| j + 1);
    let kalimat: Vec<&str> = kata
        .get(mulai..akhir)
        .unwrap_or_default()
        .iter()
        .map(|k| k.kecil.as_ref())
        .collect();
    daftar.iter().any(|satu| match satu.split_once(' ') {
        Some((a, b)) => kalimat
            .windows(2)
            .any(|dua| matches!(dua, [x, y] if *x == a && *y == b)),
        None => kalimat.contains(satu),
    })
}
