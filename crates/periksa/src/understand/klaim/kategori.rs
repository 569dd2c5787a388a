//! Claims of a category.

use hukum::Hukum;

use super::Konteks;
use crate::bacaan::{AngkaId, Bacaan, IsiKlaim, JenisPerihal, Klaim, Milik, Peran};
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};

/// Words before a category.
const CIRI: &[&str] = &[
    "kategori",
    "predikat",
    "kualifikasi",
    "klasifikasi",
    "mutu",
    "kriteria",
    "tergolong",
    "berkategori",
    "berpredikat",
    "bermutu",
];
/// Headings of the column of a table that names categories.
const KEPALA: &[&str] = &[
    "kategori",
    "predikat",
    "kriteria",
    "mutu",
    "kualifikasi",
    "klasifikasi",
];
/// Words that may stand between.
const SELA: &[&str] = &[
    "pelayanan",
    "layanan",
    "kinerja",
    "unit",
    "penilaian",
    "nilai",
    "yang",
    "adalah",
    "dengan",
    "yaitu",
    "yakni",
    "dan",
];

/// The names and letters of all categories that the law or a table of the report itself knows, as words, the longest first.
pub(super) fn nama(bacaan: &Bacaan, hukum: &Hukum) -> Vec<Vec<String>> {
    let mut hasil: Vec<Vec<String>> = hukum
        .ketentuan
        .iter()
        .filter_map(|k| k.pita())
        .flat_map(|pita| &pita.kelas)
        .flat_map(|kelas| [kelas.nama.clone(), kelas.huruf.clone()])
        .chain(tercetak(bacaan))
        .map(|nama| {
            kosakata::kata(&nama)
                .map(|(_, k)| k.to_lowercase())
                .collect::<Vec<_>>()
        })
        .filter(|kata| !kata.is_empty())
        .collect();
    hasil.sort();
    hasil.dedup();
    hasil.sort_by_key(|kata| std::cmp::Reverse(kata.len()));
    hasil
}

/// Categories that a table of the report itself names.
fn tercetak(bacaan: &Bacaan) -> Vec<String> {
    const KATA_TERBANYAK: usize = 3;
    let mut hasil = Vec::new();
    for tabel in &bacaan.tabel {
        let Some(document::source::Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece)
        else {
            continue;
        };
        for (di, kolom) in tabel.kolom.iter().enumerate() {
            let kepala = kolom.jalur.iter().any(|judul| {
                kosakata::kata(judul).count() <= KATA_TERBANYAK
                    && kosakata::kata(judul)
                        .any(|(_, k)| KEPALA.contains(&k.to_lowercase().as_str()))
            });
            if !kepala {
                continue;
            }
            hasil.extend(
                grid.cells
                    .iter()
                    .filter(|sel| sel.column == di && sel.row > 0)
                    .map(|sel| sel.passage.text.trim().to_owned())
                    .filter(|teks| {
                        kosakata::kata(teks).count() <= KATA_TERBANYAK
                            && teks.chars().all(|c| c.is_alphabetic() || c == ' ')
                    }),
            );
        }
    }
    hasil
}

pub(super) fn cari(konteks: &Konteks, daftar: &[Vec<String>], hasil: &mut Vec<Klaim>) {
    const TERJAUH: usize = 5;
    let kata = konteks.kata();
    let mut lewati = 0;
    for di in 0..kata.len() {
        if di < lewati || !kata[di].salah_satu(CIRI) || konteks.andai(di) {
            continue;
        }
        let mut awal = di + 1;
        while awal < (di + 1 + TERJAUH).min(kata.len())
            && (kata[awal].salah_satu(SELA)
                || matches!(kata[awal].isi, Isi::Tanda('"' | '“' | '(' | ':')))
        {
            awal += 1;
        }
        let Some(panjang) = cocok(&kata[awal.min(kata.len())..], daftar) else {
            continue;
        };
        let akhir = awal + panjang;
        if rentang(kata, akhir, daftar) {
            continue;
        }
        let kategori = kata[awal..akhir]
            .iter()
            .map(|k| k.teks.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        lewati = akhir;
        let angka = angka(konteks, di);
        let perihal = angka
            .and_then(|id| konteks.arti(id))
            .map(|p| p.perihal.clone())
            .or_else(|| {
                konteks
                    .ucapan
                    .sebutan
                    .iter()
                    .rev()
                    .find(|s| s.akhir <= di)
                    .map(|s| s.perihal.clone())
            })
            .or_else(|| konteks.ucapan.topik.clone());
        hasil.push(konteks.klaim(
            awal,
            akhir,
            perihal,
            IsiKlaim::Kategori {
                kategori,
                angka,
                dekat: dekat(konteks, di),
            },
        ));
    }
}

/// Words of the category that stands first; a letter only where it is a capital.
fn cocok(kata: &[Kata], daftar: &[Vec<String>]) -> Option<usize> {
    daftar
        .iter()
        .find(|nama| {
            nama.len() <= kata.len()
                && nama.iter().zip(kata).all(|(a, b)| *a == b.teks)
                && (nama.iter().any(|k| k.len() > 2) || kata.first().is_some_and(|k| k.besar))
        })
        .map(Vec::len)
}

/// Whether the category is one of several ("tidak baik sampai dengan sangat baik", "A, B, C").
fn rentang(kata: &[Kata], akhir: usize, daftar: &[Vec<String>]) -> bool {
    let Some(sesudah) = kata.get(akhir) else {
        return false;
    };
    if sesudah.salah_satu(&["sampai", "hingga", "atau", "menjadi", "ke"]) {
        return true;
    }
    // "A (Sangat Baik)" names one category twice; "A, B, dan C" names three.
    (sesudah.tanda(',') || sesudah.salah_satu(&["dan"]))
        && cocok(kata.get(akhir + 1..).unwrap_or_default(), daftar).is_some()
}

/// The value that the category is given to: the office's own realisasi last quoted before it.
fn angka(konteks: &Konteks, di: usize) -> Option<AngkaId> {
    konteks
        .angka(0, di)
        .rev()
        .filter_map(|(_, id)| konteks.arti(id))
        .find(|p| p.peran == Peran::Realisasi)
        .filter(|p| {
            p.milik == Milik::Sendiri
                && matches!(
                    p.perihal.jenis,
                    JenisPerihal::Indikator | JenisPerihal::KinerjaAnggaran
                )
        })
        .map(|p| p.angka)
}

/// The number right before, whatever it measures: "nilai 71,85 (predikat B)", "capaian sebesar 96,17% termasuk kategori …".
fn dekat(konteks: &Konteks, di: usize) -> Option<AngkaId> {
    const SELA: &[&str] = &[
        "termasuk",
        "dengan",
        "atau",
        "dan",
        "berada",
        "masuk",
        "pada",
        "dalam",
        "sehingga",
        "memperoleh",
        "mendapat",
        "adalah",
    ];
    let Some((i, id)) = konteks.angka(0, di).next_back() else {
        // "Capaian tersebut termasuk kategori …" goes on about the sentence before.
        let menunjuk = |k: &Kata| k.salah_satu(&["tersebut", "ini"]);
        let capaian = konteks.kata()[..di]
            .windows(2)
            .any(|dua| dua[0].salah_satu(&["capaian"]) && menunjuk(&dua[1]));
        return konteks
            .sebelum
            .last()
            .filter(|p| capaian && p.peran == Peran::Capaian)
            .map(|p| p.angka)
            .or_else(|| {
                // "Nilai tersebut" is the one figure of the sentence before.
                let nilai = konteks.kata()[..di]
                    .windows(2)
                    .any(|dua| dua[0].salah_satu(&["nilai", "skor", "angka"]) && menunjuk(&dua[1]));
                let mut angka = konteks.lalu.last()?.kata.iter().filter_map(Kata::angka);
                match (angka.next(), angka.next()) {
                    (Some(satu), None) if nilai => Some(satu),
                    _ => None,
                }
            });
    };
    konteks
        .kata()
        .get(i + 1..di)?
        .iter()
        .all(|k| k.isi != Isi::Kata || k.salah_satu(SELA))
        .then_some(id)
}
