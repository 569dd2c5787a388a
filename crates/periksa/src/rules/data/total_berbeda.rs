//! The same budget with different totals in different tables.

use kinerja::hasil::{HasilAnggaran, PosAnggaran};
use kinerja::{Kode, bilangan};
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "total-berbeda",
    judul: "Anggaran yang sama berjumlah lain pada tabel yang berbeda.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    bahan
        .hasil
        .anggaran
        .iter()
        .flat_map(|a| satu_tahun(bahan, aturan, a))
        .collect()
}

fn satu_tahun(bahan: &Bahan, aturan: &Aturan, a: &HasilAnggaran) -> Vec<Temuan> {
    let ini = Some(&a.pagu);
    let awal = a.pagu_perjanjian.as_ref();
    let bagian = [
        banding(
            bahan,
            aturan,
            a,
            "pagu menurut program",
            &a.program,
            pagu,
            ini,
        ),
        banding(
            bahan,
            aturan,
            a,
            "realisasi menurut program",
            &a.program,
            realisasi,
            Some(&a.realisasi),
        ),
        banding(
            bahan,
            aturan,
            a,
            "alokasi DIPA menurut jenis belanja",
            &a.dipa_jenis,
            pagu,
            awal,
        ),
        banding(
            bahan,
            aturan,
            a,
            "pagu menurut sumber dana",
            &a.sumber,
            pagu,
            if sumber_awal(a) { awal } else { ini },
        ),
    ];
    bagian.into_iter().flatten().collect()
}

/// Whether the table of sources stands at the DIPA as first issued, so that it is held against the agreement's total.
fn sumber_awal(a: &HasilAnggaran) -> bool {
    a.sumber.iter().all(|pos| pos.realisasi.is_none())
}

fn banding<'a>(
    bahan: &Bahan,
    aturan: &Aturan,
    a: &HasilAnggaran,
    sebutan: &str,
    pos: &'a [PosAnggaran],
    ambil: impl Fn(&'a PosAnggaran) -> Option<&'a Kode>,
    acuan: Option<&Kode>,
) -> Option<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let acuan = daftar.get(acuan?.as_str())?;
    let kode: Vec<&Kode> = pos.iter().map(ambil).collect::<Option<_>>()?;
    let jumlah: Decimal = kode
        .iter()
        .map(|kode| daftar.angka(kode.as_str()))
        .sum::<Option<_>>()?;
    let nilai_acuan = acuan.angka()?;
    if kode.is_empty() || jumlah == nilai_acuan {
        return None;
    }
    let tempat = daftar
        .get(kode.first()?.as_str())
        .map(|fakta| super::tempat_fakta(daftar, fakta))?;
    let mut temuan = Temuan::new(
        aturan,
        Lokasi::Sel(tempat),
        format!(
            "Jumlah {sebutan} tahun {} adalah {}, berbeda {} dari {} sebesar {}",
            a.tahun,
            bilangan::format_rupiah(jumlah),
            bilangan::format_rupiah(jumlah.saturating_sub(nilai_acuan)),
            acuan.label,
            bilangan::format_rupiah(nilai_acuan),
        ),
        "Cocokkan kedua tabel dengan DIPA dan laporan realisasi anggaran tahun yang bersangkutan.",
    )
    .cuplikan(bilangan::format_rupiah(jumlah))
    .seharusnya(Some(bilangan::format_rupiah(nilai_acuan)))
    .kode(&acuan.kode);
    temuan.terkait = vec![Lokasi::Sel(super::tempat_fakta(daftar, acuan))];
    Some(temuan)
}

fn pagu(pos: &PosAnggaran) -> Option<&Kode> {
    Some(&pos.pagu)
}

fn realisasi(pos: &PosAnggaran) -> Option<&Kode> {
    pos.realisasi.as_ref()
}
