//! Marks that only their table tells to be wrong: a comma for thousands among dots, and a comma behind the number.

use document::source::Piece;
use kinerja::bilangan;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Golongan, JenisBaris, JenisKolom, Letak, SatuanCetak, Tabel};
use crate::{Aturan, BahanDokumen, Berat, Pemeriksaan, Temuan};

/// Adds the findings.
pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for tabel in &bahan.bacaan.tabel {
        for ((row, kolom), ids) in &tabel.angka {
            let [id] = ids.as_slice() else { continue };
            let angka = bahan.bacaan.angka(*id);
            if angka.golongan != Golongan::Besaran || angka.cacat.is_some() {
                continue;
            }
            if let Some(temuan) = ekor(bahan, aturan, tabel, angka) {
                catat.temuan(temuan);
            }
            if let Some(benar) = bergeser(bahan, tabel, (*row, *kolom), angka) {
                catat.temuan(geser(bahan, aturan, angka, benar));
            }
            if seperti_ribuan(angka) && di_antara_ribuan(bahan, tabel, (*row, *kolom)) {
                catat.temuan(ribuan(bahan, aturan, angka));
            }
        }
    }
}

/// A comma that ends a cell behind its number.
fn ekor(bahan: &BahanDokumen, aturan: &Aturan, tabel: &Tabel, angka: &Angka) -> Option<Temuan> {
    let Some(Piece::Grid(grid)) = bahan.bacaan.sumber.pieces.get(tabel.piece) else {
        return None;
    };
    let teks = &grid.cells.get(angka.letak.sel?)?.passage.text;
    let sisa = teks.get(angka.letak.akhir..)?;
    let depan = teks.get(..angka.letak.awal)?;
    let sendiri = !depan.chars().any(char::is_alphanumeric);
    if !sendiri || !matches!(sisa.trim_end(), "," | ";" | ",%" | ",,") {
        return None;
    }
    let akhir = angka.letak.akhir.saturating_add(sisa.trim_end().len());
    let letak = Letak {
        akhir,
        ..angka.letak.clone()
    };
    let persen = if sisa.contains('%') { "%" } else { "" };
    let benar = format!("{}{persen}", angka.teks);
    Some(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            format!(
                "Di belakang angka {} tertulis tanda baca yang berlebih; mungkin ada digit yang tertinggal.",
                angka.teks
            ),
            "Hapus tanda itu, atau lengkapi angkanya menurut sumbernya.",
        )
        .seharusnya(Some(benar))
        .berat(Berat::Anjuran),
    )
}

/// Neighbours in a row or a column that are looked at.
const TETANGGA: usize = 40;

/// What the ordinary rows around a cell hold in its column.
fn sekolom<'a>(
    tabel: &Tabel,
    (row, kolom): (usize, usize),
    isi: impl Fn(usize, usize) -> Option<&'a Angka>,
) -> Vec<&'a Angka> {
    tabel
        .baris
        .iter()
        .filter(|b| b.row != row && b.jenis == JenisBaris::Isi)
        .take(TETANGGA)
        .filter_map(|b| isi(b.row, kolom))
        .collect()
}

/// The value that the digits are meant for, where their mark stands one or more digits off that of all neighbours: those
/// of the row under headings of years or months, or those of the column in a table of parts.
fn bergeser(
    bahan: &BahanDokumen,
    tabel: &Tabel,
    (row, kolom): (usize, usize),
    angka: &Angka,
) -> Option<Decimal> {
    const SEDIKIT: usize = 3;
    let bacaan = bahan.bacaan;
    let nilai = angka.nilai.filter(|n| *n > Decimal::ZERO)?;
    let isi = |r: usize, k: usize| match tabel.sel(r, k) {
        [id] => {
            Some(bacaan.angka(*id)).filter(|a| a.golongan == Golongan::Besaran && a.nilai.is_some())
        }
        _ => None,
    };
    let ini = tabel.kolom.get(kolom)?;
    let waktu = |k: &usize| {
        tabel.kolom.get(*k).is_some_and(|satu| {
            satu.peran == ini.peran && (satu.tahun.is_some() || satu.bulan.is_some())
        })
    };
    let sebaris: Vec<&Angka> = (0..tabel.kolom.len())
        .take(TETANGGA)
        .filter(|k| *k != kolom && waktu(k) && waktu(&kolom))
        .filter_map(|k| isi(row, k))
        .collect();
    let sekolom = std::iter::once_with(|| sekolom(tabel, (row, kolom), isi));
    std::iter::once(sebaris).chain(sekolom).find_map(|lain| {
        let presisi = lain.first()?.presisi;
        let geser = presisi.checked_sub(angka.presisi).filter(|n| *n > 0);
        let (kali, n) = match geser {
            Some(n) => (false, n),
            None => (true, angka.presisi.checked_sub(presisi).filter(|n| *n > 0)?),
        };
        let faktor = Decimal::from(10u64.checked_pow(n.min(3))?);
        // Only digits that lost none by the shift tell it.
        let benar = if kali {
            nilai.checked_mul(faktor)?
        } else {
            nilai.checked_div(faktor)?
        };
        let semua: Vec<Decimal> = lain.iter().filter_map(|a| a.nilai).collect();
        let (kecil, besar) = (semua.iter().min()?, semua.iter().max()?);
        let rapat = lain.len() >= SEDIKIT
            && presisi > 0
            && *kecil > Decimal::ZERO
            && lain
                .iter()
                .all(|a| a.presisi == presisi && a.satuan == angka.satuan)
            && besar.checked_mul(Decimal::TWO)? <= kecil.checked_mul(Decimal::from(3))?;
        let sesuai = benar.checked_mul(Decimal::from(5))? >= kecil.checked_mul(Decimal::from(4))?
            && benar.checked_mul(Decimal::from(4))? <= besar.checked_mul(Decimal::from(5))?;
        (rapat && sesuai && bilangan::round_half_up(benar, presisi) == benar).then_some(benar)
    })
}

fn geser(bahan: &BahanDokumen, aturan: &Aturan, angka: &Angka, benar: Decimal) -> Temuan {
    let presisi = benar.normalize().scale().max(2);
    let tanda = if angka.satuan == SatuanCetak::Persen {
        "%"
    } else {
        ""
    };
    let teks = format!("{}{tanda}", bilangan::format(benar, presisi));
    Temuan::di(
        aturan,
        bahan,
        &angka.letak,
        format!(
            "Tanda desimal pada angka {} agaknya bergeser: angka di sekitarnya seukuran {teks}.",
            angka.teks
        ),
        format!("Periksa angka itu pada sumbernya; agaknya {teks}."),
    )
    .seharusnya(Some(teks))
}

/// "1,688": a comma before three digits, in a number that may as well be a thousand.
fn seperti_ribuan(angka: &Angka) -> bool {
    angka.presisi == 3
        && angka.skala == 0
        && angka.satuan != SatuanCetak::Persen
        && angka
            .teks
            .split_once(',')
            .is_some_and(|(depan, _)| (1..=3).contains(&depan.len()) && !depan.starts_with('0'))
        && !angka.teks.contains('.')
}

/// Whether all other figures of the row and of the column are whole, and one of the row is of the size of the thousand.
fn di_antara_ribuan(bahan: &BahanDokumen, tabel: &Tabel, (row, kolom): (usize, usize)) -> bool {
    let bacaan = bahan.bacaan;
    let baris = tabel.baris.binary_search_by_key(&row, |b| b.row).ok();
    let jenis = baris.and_then(|i| tabel.baris.get(i)).map(|b| b.jenis);
    let figur = |k: usize| {
        tabel
            .kolom
            .get(k)
            .is_some_and(|k| k.jenis == JenisKolom::Angka)
    };
    let isi = |r: usize, k: usize| match tabel.sel(r, k) {
        [id] => Some(bacaan.angka(*id)).filter(|a| a.golongan == Golongan::Besaran),
        _ => None,
    };
    let sebaris: Vec<&Angka> = (0..tabel.kolom.len())
        .take(TETANGGA)
        .filter(|k| *k != kolom && figur(*k))
        .filter_map(|k| isi(row, k))
        .filter(|a| a.satuan != SatuanCetak::Persen)
        .collect();
    let sekolom = sekolom(tabel, (row, kolom), isi);
    let bulat = |a: &&Angka| a.presisi == 0;
    let Some(ini) = isi(row, kolom)
        .and_then(|a| a.nilai)
        .and_then(|n| n.checked_mul(Decimal::ONE_THOUSAND))
    else {
        return false;
    };
    let setakar = |a: &&Angka| {
        let sepuluh = Decimal::TEN;
        a.nilai.is_some_and(|n| {
            n >= Decimal::ONE_THOUSAND
                && n.checked_mul(sepuluh).is_some_and(|n| n >= ini)
                && ini.checked_mul(sepuluh).is_some_and(|ini| ini >= n)
        })
    };
    figur(kolom)
        && jenis != Some(JenisBaris::Kepala)
        && sekolom.len() >= 2
        && sekolom.iter().all(bulat)
        && sebaris.iter().all(bulat)
        && (sebaris.iter().any(setakar) || sekolom.iter().filter(|a| setakar(a)).count() >= 2)
}

fn ribuan(bahan: &BahanDokumen, aturan: &Aturan, angka: &Angka) -> Temuan {
    let benar = angka
        .nilai
        .and_then(|n| n.checked_mul(Decimal::ONE_THOUSAND))
        .map(|n| bilangan::format(n, 0));
    Temuan::di(
        aturan,
        bahan,
        &angka.letak,
        format!(
            "Angka {} memakai koma, padahal angka lain pada baris dan kolom itu bilangan bulat; agaknya koma dipakai sebagai pemisah ribuan.",
            angka.teks
        ),
        "Pakai titik sebagai pemisah ribuan.",
    )
    .seharusnya(benar)
    .berat(Berat::Anjuran)
}
