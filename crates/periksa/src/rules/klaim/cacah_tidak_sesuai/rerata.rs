//! How many parts are below the mean of all.

use rust_decimal::Decimal;

use crate::bacaan::{Bacaan, JenisBaris, JenisKolom, JenisPerihal, Klaim, Peran, Tabel};
use crate::{Aturan, BahanDokumen, Temuan};

/// Fewer parts than these are no survey.
const TERSEDIKIT: usize = 4;

/// Against the values of the parts: whichever mean is meant, printed or computed, one that bears the count out will do.
pub(super) fn di_bawah(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    banyak: u32,
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let disebut = usize::try_from(banyak).ok()?;
    let piece = klaim.letak.piece;
    let sebagian = |tabel: &Tabel| {
        bacaan.bagian(piece).map(|b| b.piece) == bacaan.bagian(tabel.piece).map(|b| b.piece)
    };
    let seperihal = |tabel: &Tabel| {
        let Some(perihal) = &klaim.perihal else {
            return false;
        };
        tabel.isi().filter_map(|b| b.perihal.as_ref()).any(|p| {
            p.jenis == JenisPerihal::Unsur
                && p.kunci.split_once('/').map(|(induk, _)| induk) == Some(perihal.kunci.as_str())
        })
    };
    let tabel: Vec<&Tabel> = bacaan
        .tabel
        .iter()
        .filter(|t| {
            let unsur = t.isi().filter_map(|b| b.perihal.as_ref());
            unsur.filter(|p| p.jenis == JenisPerihal::Unsur).count() >= TERSEDIKIT
        })
        .filter(|t| sebagian(t) || seperihal(t))
        .collect();
    let kutipan: Vec<Decimal> = bacaan
        .kalimat
        .iter()
        .filter(|k| k.letak.piece == piece)
        .flat_map(|k| &k.angka)
        .filter_map(|id| bacaan.angka(*id).besaran())
        .collect();
    let mut cacah: Vec<usize> = Vec::new();
    for satu in tabel {
        hitung(bacaan, satu, &kutipan, &mut cacah);
    }
    let pertama = cacah.first().copied()?;
    if cacah.contains(&disebut) {
        return None;
    }
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {} di bawah rata-rata, tetapi menurut tabelnya {pertama}",
                bacaan.teks(&klaim.letak)
            ),
            "Hitung ulang yang nilainya di bawah rata-rata, lalu betulkan bilangannya.",
        )
        .seharusnya(Some(pertama.to_string())),
    )
}

/// Adds how many rows of each column are below a mean of it: first the printed one, then those quoted, then the computed one.
fn hitung(bacaan: &Bacaan, tabel: &Tabel, kutipan: &[Decimal], cacah: &mut Vec<usize>) {
    let satu = |row: usize, kolom: usize| match tabel.sel(row, kolom) {
        [id] => bacaan.angka(*id).besaran(),
        _ => None,
    };
    for (k, kolom) in tabel.kolom.iter().enumerate() {
        if kolom.jenis != JenisKolom::Angka
            || kolom.bulan.is_some()
            || kolom.peran == Some(Peran::Bobot)
        {
            continue;
        }
        let nilai: Vec<Decimal> = tabel
            .isi()
            .filter(|b| {
                b.perihal
                    .as_ref()
                    .is_some_and(|p| p.jenis == JenisPerihal::Unsur)
            })
            .filter_map(|b| satu(b.row, k))
            .collect();
        let (Some(terendah), Some(tertinggi)) = (nilai.iter().min(), nilai.iter().max()) else {
            continue;
        };
        if nilai.len() < TERSEDIKIT {
            continue;
        }
        let tercetak = tabel
            .baris
            .iter()
            .filter(|b| matches!(b.jenis, JenisBaris::Rerata | JenisBaris::Total))
            .filter_map(|b| satu(b.row, k));
        let jumlah = nilai
            .iter()
            .try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
        let rerata = jumlah.and_then(|j| j.checked_div(Decimal::from(nilai.len())));
        let batas = tercetak
            .chain(kutipan.iter().copied())
            .chain(rerata)
            .filter(|b| terendah <= b && b <= tertinggi);
        for batas in batas {
            let di_bawah = nilai.iter().filter(|n| **n < batas).count();
            // A value that prints like the mean may be below it by digits that are not printed.
            let sama = nilai.iter().filter(|n| **n == batas).count();
            cacah.extend(di_bawah..=di_bawah + sama);
        }
    }
}
