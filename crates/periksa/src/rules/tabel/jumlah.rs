//! Sums below rows: which rows a sum takes in, and where it does not come out.

mod penutup;

use kinerja::Selang;
use rust_decimal::Decimal;

use super::alat::{self, Isi, Rujuk};
use crate::bacaan::{Angka, AngkaId, Bacaan, JenisBaris, JenisPerihal, Kolom, SatuanCetak};
use crate::understand::kosakata::{self, normal};

/// A sum that its rows do not give.
pub(super) struct Selisih<'a> {
    /// Index of the table of the sum.
    pub(super) tabel: usize,
    /// Its column.
    pub(super) kolom: usize,
    /// What is printed.
    pub(super) tercetak: (AngkaId, &'a Angka),
    /// The rows that it should take in, with their figures; blank cells are left out.
    pub(super) suku: Vec<(Rujuk, AngkaId, &'a Angka)>,
    /// Their sum.
    pub(super) jumlah: Decimal,
    /// All that it may be.
    pub(super) selang: Selang,
}

/// What comparing sums with their rows gave.
#[derive(Default)]
pub(super) struct Hasil<'a> {
    pub(super) selisih: Vec<Selisih<'a>>,
    pub(super) diperiksa: Vec<AngkaId>,
}

/// Rows beyond which no nested reading is tried.
const BARIS_BERTINGKAT: usize = 60;
/// Sums of one table that are looked at.
const TOTAL_TERBANYAK: usize = 100;
/// Steps that a search for a nested reading may take.
const LANGKAH: usize = 20_000;
/// Figures below this are too small for a nested reading to be told from chance.
const NILAI_BERTINGKAT: i64 = 10_000;

/// Compares all sums of all tables with their rows.
pub(super) fn semua<'a>(bacaan: &'a Bacaan<'a>) -> Hasil<'a> {
    let mut hasil = Hasil::default();
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        if !tabel.baris.iter().any(|b| b.jenis == JenisBaris::Total) {
            penutup::satu(bacaan, i, &mut hasil);
            continue;
        }
        let rantai = alat::rantai(bacaan, i);
        let total = rantai.iter().enumerate().filter(|(_, rujuk)| {
            rujuk.tabel == i && jenis(bacaan, **rujuk) == Some(JenisBaris::Total)
        });
        for (p, _) in total.take(TOTAL_TERBANYAK) {
            satu_total(bacaan, i, &rantai, p, &mut hasil);
        }
    }
    hasil
}

fn jenis(bacaan: &Bacaan, rujuk: Rujuk) -> Option<JenisBaris> {
    Some(bacaan.tabel.get(rujuk.tabel)?.baris.get(rujuk.baris)?.jenis)
}

fn sel<'a>(bacaan: &'a Bacaan, rujuk: Rujuk, k: usize) -> Isi<'a> {
    let Some(tabel) = bacaan.tabel.get(rujuk.tabel) else {
        return Isi::Rusak;
    };
    match tabel.baris.get(rujuk.baris) {
        Some(baris) => alat::isi(bacaan, tabel, baris.row, k),
        None => Isi::Rusak,
    }
}

/// The figures of a column in these rows; none where a cell cannot be read.
fn suku<'a>(
    bacaan: &'a Bacaan,
    rows: &[Rujuk],
    k: usize,
) -> Option<Vec<(Rujuk, AngkaId, &'a Angka)>> {
    let mut hasil = Vec::new();
    for rujuk in rows {
        match sel(bacaan, *rujuk, k) {
            Isi::Angka(id, angka) => hasil.push((*rujuk, id, angka)),
            Isi::Kosong => {}
            Isi::Rusak => return None,
        }
    }
    Some(hasil)
}

fn cocok(bacaan: &Bacaan, rows: &[Rujuk], k: usize, tercetak: &Angka) -> Option<bool> {
    let suku = suku(bacaan, rows, k)?;
    if suku.is_empty() {
        return None;
    }
    let angka: Vec<&Angka> = suku.iter().map(|(_, _, a)| *a).collect();
    let (_, semua) = alat::jumlah(&angka)?;
    Some(alat::dapat(tercetak, semua))
}

/// Whether the printed figure is the mean of the rows: some tables call that a total.
fn serupa_rerata(bacaan: &Bacaan, rows: &[Rujuk], k: usize, tercetak: &Angka) -> bool {
    let Some(suku) = suku(bacaan, rows, k) else {
        return false;
    };
    // The mean of a few counts rounds to nothing too easily.
    if tercetak.presisi == 0 {
        return false;
    }
    let angka: Vec<&Angka> = suku.iter().map(|(_, _, a)| *a).collect();
    alat::jumlah(&angka)
        .and_then(|(_, semua)| semua.bagi(Selang::titik(Decimal::from(angka.len()))))
        .is_some_and(|rerata| alat::dapat(tercetak, rerata))
}

fn satu_total<'a>(
    bacaan: &'a Bacaan<'a>,
    i: usize,
    rantai: &[Rujuk],
    p: usize,
    hasil: &mut Hasil<'a>,
) {
    let (Some(tabel), Some(total)) = (bacaan.tabel.get(i), rantai.get(p).copied()) else {
        return;
    };
    let kolom: Vec<(usize, AngkaId, &Angka)> = (0..tabel.kolom.len())
        .filter(|k| alat::dapat_dijumlah(bacaan, tabel, *k))
        .filter_map(|k| match sel(bacaan, total, k) {
            Isi::Angka(id, angka) => Some((k, id, angka)),
            _ => None,
        })
        .collect();
    let mut bacaan_baris = bacaan_dasar(bacaan, rantai, p);
    let pasti = bacaan_baris.len() == 1;
    let dasar = bacaan_baris.clone();
    for rows in &dasar {
        for (k, _, tercetak) in &kolom {
            if cocok(bacaan, rows, *k, tercetak) == Some(false)
                && let Some(atas) = bertingkat(bacaan, rows, *k, tercetak)
                && !bacaan_baris.contains(&atas)
            {
                bacaan_baris.push(atas);
            }
        }
    }
    let skor = |rows: &Vec<Rujuk>| {
        kolom
            .iter()
            .filter(|(k, _, tercetak)| {
                tercetak.nilai.is_some_and(|n| !n.is_zero())
                    && cocok(bacaan, rows, *k, tercetak) == Some(true)
            })
            .count()
    };
    let Some((terbaik, nilai)) = bacaan_baris
        .iter()
        .enumerate()
        .map(|(urut, rows)| (urut, skor(rows)))
        .max_by_key(|(urut, skor)| (*skor, usize::MAX - *urut))
    else {
        return;
    };
    let Some(rows) = bacaan_baris.get(terbaik) else {
        return;
    };
    // Without one column that comes out, several readings of the rows leave it open which one is meant.
    if nilai == 0 && !pasti {
        return;
    }
    let indikator = berindikator(bacaan, rows);
    for (k, id, tercetak) in kolom {
        let Some(suku) = suku(bacaan, rows, k).filter(|s| s.len() >= 2) else {
            continue;
        };
        hasil.diperiksa.push(id);
        hasil.diperiksa.extend(suku.iter().map(|(_, id, _)| *id));
        let benar = bacaan_baris
            .iter()
            .any(|rows| cocok(bacaan, rows, k, tercetak) == Some(true));
        if benar || serupa_rerata(bacaan, rows, k, tercetak) {
            continue;
        }
        if indikator
            && tercetak.satuan != SatuanCetak::Rupiah
            && !tabel.kolom.get(k).is_some_and(cacahan)
        {
            continue;
        }
        let nol = suku
            .iter()
            .all(|(_, _, a)| a.nilai.is_some_and(|n| n.is_zero()));
        // A column of sums of rows that are all zero is the fault of its rows.
        if nol && tabel.kolom.get(k).is_some_and(alat::kolom_jumlah) {
            continue;
        }
        let angka: Vec<&Angka> = suku.iter().map(|(_, _, a)| *a).collect();
        let Some((jumlah, selang)) = alat::jumlah(&angka) else {
            continue;
        };
        hasil.selisih.push(Selisih {
            tabel: i,
            kolom: k,
            tercetak: (id, tercetak),
            suku,
            jumlah,
            selang,
        });
    }
}

/// Whether a heading counts things or persons, whatever the rows are.
fn cacahan(kolom: &Kolom) -> bool {
    kolom.jalur.iter().any(|teks| {
        normal(teks)
            .split(' ')
            .any(|kata| matches!(kata, "responden" | "orang" | "pegawai"))
    })
}

/// Whether most rows are indicators, whose values do not add up.
fn berindikator(bacaan: &Bacaan, rows: &[Rujuk]) -> bool {
    let banyak = rows
        .iter()
        .filter(|r| {
            bacaan
                .tabel
                .get(r.tabel)
                .and_then(|t| t.baris.get(r.baris))
                .and_then(|b| b.perihal.as_ref())
                .is_some_and(|p| matches!(p.jenis, JenisPerihal::Indikator))
        })
        .count();
    banyak * 2 >= rows.len()
}

/// The ways to read which rows a sum takes in, the likeliest first: since the last title or sum, all, the sums before,
/// the rows of the highest numbering.
fn bacaan_dasar(bacaan: &Bacaan, rantai: &[Rujuk], p: usize) -> Vec<Vec<Rujuk>> {
    let depan = rantai.get(..p).unwrap_or_default();
    let pilih = |dari: &[Rujuk], mau: JenisBaris| -> Vec<Rujuk> {
        dari.iter()
            .copied()
            .filter(|r| jenis(bacaan, *r) == Some(mau) && !responden(bacaan, *r))
            .collect()
    };
    let semua = pilih(depan, JenisBaris::Isi);
    if let Some(setahun) = setahun(bacaan, rantai.get(p).copied(), &semua) {
        return vec![setahun];
    }
    let batas = depan.iter().rposition(|r| {
        matches!(
            jenis(bacaan, *r),
            Some(JenisBaris::Total | JenisBaris::Kelompok | JenisBaris::Rerata)
        )
    });
    let dekat = pilih(
        depan.get(batas.map_or(0, |b| b + 1)..).unwrap_or_default(),
        JenisBaris::Isi,
    );
    let total = pilih(depan, JenisBaris::Total);
    let mut hasil: Vec<Vec<Rujuk>> = Vec::new();
    let mut tambah = |rows: Vec<Rujuk>| {
        if rows.len() >= 2 && !hasil.contains(&rows) {
            hasil.push(rows);
        }
    };
    let atas = puncak(bacaan, &semua);
    if semua.is_empty() && total.is_empty() {
        // A sum on top of its rows.
        let bawah = rantai.get(p + 1..).unwrap_or_default();
        let sampai = bawah
            .iter()
            .position(|r| jenis(bacaan, *r) == Some(JenisBaris::Total))
            .unwrap_or(bawah.len());
        tambah(pilih(
            bawah.get(..sampai).unwrap_or_default(),
            JenisBaris::Isi,
        ));
        return hasil;
    }
    tambah(atas);
    tambah(dekat.clone());
    let mut dengan_total = total;
    if !dengan_total.is_empty() {
        dengan_total.extend(dekat.iter().copied());
        tambah(dengan_total.clone());
        tambah(pilih(depan, JenisBaris::Total));
    }
    tambah(semua);
    // A partial sum may leave out the rows of another group above it.
    if rantai.get(p).is_some_and(|r| sebagian(bacaan, *r)) {
        for awal in 1..dekat.len().saturating_sub(1) {
            tambah(dekat.get(awal..).unwrap_or_default().to_vec());
        }
    }
    hasil
}

/// The rows of the year of the sum, where the rows of several years stand below one another.
fn setahun(bacaan: &Bacaan, total: Option<Rujuk>, semua: &[Rujuk]) -> Option<Vec<Rujuk>> {
    let mau = tahun(bacaan, total?)?;
    let rows: Vec<Rujuk> = semua
        .iter()
        .copied()
        .filter(|r| tahun(bacaan, *r) == Some(mau))
        .collect();
    let lain = semua
        .iter()
        .any(|r| tahun(bacaan, *r).is_some_and(|tahun| tahun != mau));
    (rows.len() >= 2 && lain).then_some(rows)
}

/// The year of a row: of its name, or in its column of years.
fn tahun(bacaan: &Bacaan, rujuk: Rujuk) -> Option<i16> {
    let tabel = bacaan.tabel.get(rujuk.tabel)?;
    let baris = tabel.baris.get(rujuk.baris)?;
    baris.tahun.or_else(|| {
        let kolom = tabel
            .kolom
            .iter()
            .position(|k| k.jalur.last().is_some_and(|teks| normal(teks) == "tahun"))?;
        kosakata::tahun(alat::teks(bacaan, tabel, baris.row, kolom))
    })
}

/// Whether a row names itself a partial sum ("Subjumlah golongan III").
fn sebagian(bacaan: &Bacaan, rujuk: Rujuk) -> bool {
    bacaan
        .tabel
        .get(rujuk.tabel)
        .and_then(|t| t.baris.get(rujuk.baris))
        .is_some_and(|b| b.label.trim_start().to_lowercase().starts_with("sub"))
}

fn responden(bacaan: &Bacaan, rujuk: Rujuk) -> bool {
    bacaan
        .tabel
        .get(rujuk.tabel)
        .and_then(|t| t.baris.get(rujuk.baris))
        .and_then(|b| b.perihal.as_ref())
        .is_some_and(|p| p.jenis == JenisPerihal::Responden)
}

/// The rows of programmes among those of activities; empty where the names tell no levels.
fn puncak(bacaan: &Bacaan, semua: &[Rujuk]) -> Vec<Rujuk> {
    let program: Vec<Rujuk> = semua
        .iter()
        .copied()
        .filter(|r| {
            bacaan
                .tabel
                .get(r.tabel)
                .and_then(|t| t.baris.get(r.baris))
                .is_some_and(|b| normal(&b.label).split(' ').take(3).any(|k| k == "program"))
        })
        .collect();
    let diawali = semua.first() == program.first();
    if diawali && program.len() >= 2 && program.len() < semua.len() {
        program
    } else {
        Vec::new()
    }
}

/// A nested reading: some rows are themselves sums of the rows right below them. Gives the rows of the highest level.
fn bertingkat(bacaan: &Bacaan, rows: &[Rujuk], k: usize, tercetak: &Angka) -> Option<Vec<Rujuk>> {
    if rows.len() < 3 || rows.len() > BARIS_BERTINGKAT {
        return None;
    }
    let target = tercetak
        .nilai
        .filter(|n| *n >= Decimal::from(NILAI_BERTINGKAT))?;
    let nilai: Vec<Decimal> = rows
        .iter()
        .map(|r| match sel(bacaan, *r, k) {
            Isi::Angka(_, angka) => angka.nilai,
            Isi::Kosong => Some(Decimal::ZERO),
            Isi::Rusak => None,
        })
        .collect::<Option<_>>()?;
    let mut langkah = LANGKAH;
    let mut jalan = Vec::new();
    cari(&nilai, 0, nilai.len(), target, 0, &mut langkah, &mut jalan).then(|| {
        jalan
            .into_iter()
            .filter_map(|i| rows.get(i).copied())
            .collect()
    })
}

/// Whether rows `i..akhir` can be read so that those of the highest level sum to `sisa`.
fn cari(
    nilai: &[Decimal],
    i: usize,
    akhir: usize,
    sisa: Decimal,
    dalam: usize,
    langkah: &mut usize,
    jalan: &mut Vec<usize>,
) -> bool {
    const TERDALAM: usize = 4;
    if i == akhir {
        return sisa.is_zero();
    }
    let Some(ini) = nilai.get(i).copied() else {
        return false;
    };
    if *langkah == 0 || sisa.is_sign_negative() {
        return false;
    }
    *langkah -= 1;
    let Some(kurang) = sisa.checked_sub(ini) else {
        return false;
    };
    jalan.push(i);
    // First as a parent: the rows right below sum to it.
    if ini >= Decimal::from(NILAI_BERTINGKAT) && dalam < TERDALAM {
        for m in (i + 2..=akhir).rev() {
            let mut anak = Vec::new();
            if cari(nilai, i + 1, m, ini, dalam + 1, langkah, &mut anak)
                && cari(nilai, m, akhir, kurang, dalam, langkah, jalan)
            {
                return true;
            }
        }
    }
    if cari(nilai, i + 1, akhir, kurang, dalam, langkah, jalan) {
        return true;
    }
    jalan.pop();
    false
}
