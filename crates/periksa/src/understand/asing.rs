//! Numbers of running text that belong to a row of a table, not to the indicator that the paragraph is about.
//!
//! "Waktu Penyelesaian, dengan nilai 3,42" under an indicator's heading says nothing of the indicator's own value. The rows of
//! the document's tables tell which names these are.

use std::collections::HashSet;

use super::kosakata::normal;
use crate::bacaan::{
    Asal, Bacaan, JenisBaris, JenisPerihal, Milik, Peran, Pernyataan, SatuanCetak,
};

/// Words in the longest name that is looked for.
const KATA_TERBANYAK: usize = 8;
/// Letters in the shortest name that is looked for.
const HURUF_TERSEDIKIT: usize = 5;
/// Names of rows that say what a number is, not whose.
const UMUM: &[&str] = &[
    "target",
    "realisasi",
    "capaian",
    "jumlah",
    "nilai",
    "total",
    "tahun",
    "pagu",
    "anggaran",
    "responden",
    "belanja",
    "pegawai",
    "indeks",
    "persentase",
    "rata rata",
    "kinerja",
    "penyerapan",
    "serapan",
    "bobot",
];

/// Takes away the statements about an indicator whose own words name a row of another kind between the number before and it.
pub(super) fn buang(bacaan: &Bacaan, pernyataan: &mut Vec<Pernyataan>) {
    let nama = nama_baris(bacaan);
    pernyataan.retain(|p| {
        let Asal::Kalimat(kalimat) = p.asal else {
            return true;
        };
        if !matches!(
            p.perihal.jenis,
            JenisPerihal::Indikator | JenisPerihal::RerataCapaian
        ) {
            return true;
        }
        !menyebut(bacaan, kalimat, p, &nama)
            && !kantor_lain(bacaan, kalimat, p)
            && !bagian_target(bacaan, kalimat, p)
    });
}

/// Names of rows that are parts, places or things of their own.
fn nama_baris(bacaan: &Bacaan) -> HashSet<String> {
    let indikator: HashSet<String> = bacaan
        .indikator
        .iter()
        .flat_map(|i| i.sebutan.iter().chain([&i.nama]))
        .map(|nama| normal(nama))
        .collect();
    bacaan
        .tabel
        .iter()
        .flat_map(|tabel| &tabel.baris)
        .filter(|baris| baris.jenis == JenisBaris::Isi)
        .filter(|baris| {
            baris
                .perihal
                .as_ref()
                .is_none_or(|p| matches!(p.jenis, JenisPerihal::Unsur | JenisPerihal::Lain))
        })
        .filter(|baris| baris.peran.is_none() && baris.bulan.is_none() && baris.tahun.is_none())
        .map(|baris| normal(&baris.label))
        .filter(|nama| {
            nama.len() >= HURUF_TERSEDIKIT
                && nama.split(' ').count() <= KATA_TERBANYAK
                && !UMUM.contains(&nama.as_str())
                && !indikator
                    .iter()
                    .any(|i| i.contains(nama.as_str()) || nama.contains(i.as_str()))
        })
        .collect()
}

/// Words of a mean over many offices.
const BERSAMA: &[&str] = &["se-", "sewilayah", "nasional", "provinsi", "antarkantor"];

/// Whether the words that lead to the number name another office of the same kind, or a mean over many.
fn kantor_lain(bacaan: &Bacaan, kalimat: usize, p: &Pernyataan) -> bool {
    let Some(kantor) = bacaan.identitas.kantor.as_deref() else {
        return false;
    };
    // What is known to be another body's is said rightly.
    if p.milik != Milik::Sendiri {
        return false;
    }
    let Some(sela) = sela(bacaan, kalimat, p) else {
        return false;
    };
    let kecil = sela.to_lowercase();
    if kecil.contains("rata-rata") && BERSAMA.iter().any(|kata| kecil.contains(kata)) {
        return true;
    }
    let (Some(jenis), Some(tempat)) = (
        kantor.split_whitespace().next(),
        kantor.split_whitespace().next_back(),
    ) else {
        return false;
    };
    let kata: Vec<&str> = sela
        .split_whitespace()
        .map(|k| k.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let Some(di) = kata.iter().rposition(|k| *k == jenis) else {
        return false;
    };
    let nama: Vec<&str> = kata
        .iter()
        .skip(di + 1)
        .take_while(|k| k.starts_with(char::is_uppercase))
        .copied()
        .collect();
    // The one named last is whose number follows, if it is named to compare with ("… yang memperoleh 86,90").
    !nama.is_empty() && !nama.contains(&tempat)
}

/// Whether the number is a share of a target that the words behind it name ("sudah 99,98% dari target tersebut").
fn bagian_target(bacaan: &Bacaan, kalimat: usize, p: &Pernyataan) -> bool {
    let angka = bacaan.angka(p.angka);
    if p.peran != Peran::Realisasi || angka.satuan != SatuanCetak::Persen {
        return false;
    }
    let Some(kalimat) = bacaan.kalimat.get(kalimat) else {
        return false;
    };
    let sesudah = bacaan.teks(&kalimat.letak.bagian(angka.letak.akhir..kalimat.letak.akhir));
    let kata: Vec<&str> = sesudah.split_whitespace().take(4).collect();
    matches!(kata.as_slice(), ["dari" | "terhadap", target, sisa @ ..]
        if target.trim_matches(|c: char| !c.is_alphabetic()).eq_ignore_ascii_case("target")
            && !sisa.iter().any(|k| k.contains(|c: char| c.is_ascii_digit())))
}

/// The words between the number before and this one.
fn sela<'b>(bacaan: &'b Bacaan, kalimat: usize, p: &Pernyataan) -> Option<&'b str> {
    let kalimat = bacaan.kalimat.get(kalimat)?;
    let angka = &bacaan.angka(p.angka).letak;
    let sebelum = kalimat
        .angka
        .iter()
        .map(|id| bacaan.angka(*id).letak.akhir)
        .filter(|akhir| *akhir <= angka.awal)
        .max()
        .unwrap_or(kalimat.letak.awal);
    Some(bacaan.teks(&kalimat.letak.bagian(sebelum..angka.awal)))
}

fn menyebut(bacaan: &Bacaan, kalimat: usize, p: &Pernyataan, nama: &HashSet<String>) -> bool {
    let Some(sela) = sela(bacaan, kalimat, p).map(normal) else {
        return false;
    };
    let kata: Vec<&str> = sela.split(' ').filter(|k| !k.is_empty()).collect();
    (0..kata.len()).any(|awal| {
        (1..=KATA_TERBANYAK.min(kata.len() - awal)).any(|banyak| {
            kata.get(awal..awal + banyak)
                .is_some_and(|frasa| nama.contains(&frasa.join(" ")))
        })
    })
}

#[cfg(test)]
mod tests {
    use document::source::{Passage, Piece, Place, Source};
    use hukum::Hukum;

    use crate::bacaan::{Asal, Milik, Peran};
    use crate::understand::understand;

    /// The own realisasi that the sentences of a report state.
    fn realisasi(kalimat: &str) -> Vec<String> {
        let piece = |teks: &str| Piece::Paragraph(Passage::new(teks, Place::new(1, 1)));
        let sumber = Source {
            pieces: vec![
                piece("Laporan Kinerja Kecamatan Batu Hijau Tahun 2023"),
                piece("Kecamatan Batu Hijau menyusun laporan kinerja tahun 2023."),
                piece(kalimat),
            ],
            ..Source::default()
        };
        let bacaan = understand(&sumber, &Hukum::bawaan().expect("law data"));
        bacaan
            .pernyataan
            .iter()
            .filter(|p| matches!(p.asal, Asal::Kalimat(_)))
            .filter(|p| p.peran == Peran::Realisasi && p.milik == Milik::Sendiri)
            .map(|p| bacaan.angka(p.angka).teks.clone())
            .collect()
    }

    #[test]
    fn a_number_of_another_office_of_the_kind_is_not_the_own_one() {
        let sendiri = "Realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 84,10.";
        assert_eq!(realisasi(sendiri), ["84,10"]);
        let lain = "Indeks Kepuasan Masyarakat masih di bawah Kecamatan Air Putih yang memperoleh nilai sebesar 86,90.";
        assert!(realisasi(lain).is_empty());
    }

    #[test]
    fn a_share_of_a_target_is_no_realisasi() {
        let bagian =
            "Realisasi Persentase berkas selesai tahun 2023 sudah 99,98% dari target tersebut.";
        assert!(realisasi(bagian).is_empty());
    }
}
