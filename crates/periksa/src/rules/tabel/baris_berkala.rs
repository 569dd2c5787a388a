//! A column that sums or averages all figures before it in its row, as most rows of the table show.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::alat::{self, nama_baris, nama_kolom, tampil};
use crate::bacaan::{Angka, AngkaId, Bacaan, Baris, JenisBaris, JenisKolom, Tabel};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Two columns have relations of their own; a sum or mean of more is no chance.
const KOLOM_SEDIKIT: usize = 3;
/// Wider tables have no column of this kind.
const KOLOM_TERBANYAK: usize = 40;
/// Rows that must prove it.
const BUKTI_JUMLAH: usize = 2;
const BUKTI_RERATA: usize = 3;

/// The figures of a row up to a column, and the one in it.
struct Isi<'a> {
    baris: &'a Baris,
    suku: Vec<(AngkaId, &'a Angka)>,
    cetak: (AngkaId, &'a Angka),
    /// As printed and all that it may be: the sum of the figures, and their mean.
    jumlah: (Decimal, Selang),
    rerata: (Decimal, Selang),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cara {
    Jumlah,
    Rerata,
}

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
) {
    let angka = |k: &usize| {
        tabel
            .kolom
            .get(*k)
            .is_some_and(|k| k.jenis == JenisKolom::Angka)
    };
    let Some(awal) = (0..tabel.kolom.len()).find(|k| angka(k)) else {
        return;
    };
    let akhir = (awal..tabel.kolom.len())
        .take_while(|k| angka(k))
        .last()
        .unwrap_or(awal)
        .min(awal + KOLOM_TERBANYAK);
    for k in awal + KOLOM_SEDIKIT..=akhir {
        // "Jumlah" has a rule of its own.
        if tabel.kolom.get(k).is_some_and(alat::kolom_jumlah) {
            continue;
        }
        let isi: Vec<Isi> = tabel
            .baris
            .iter()
            .filter(|b| matches!(b.jenis, JenisBaris::Isi | JenisBaris::Total))
            .filter_map(|b| baca(bahan.bacaan, tabel, b, awal, k))
            .collect();
        for cara in [Cara::Jumlah, Cara::Rerata] {
            satu(bahan, aturan, catat, tabel, (k, cara), &isi);
        }
    }
}

fn baca<'a>(
    bacaan: &'a Bacaan,
    tabel: &Tabel,
    baris: &'a Baris,
    awal: usize,
    k: usize,
) -> Option<Isi<'a>> {
    let suku: Vec<(AngkaId, &Angka)> = (awal..k)
        .map(|k| alat::angka(bacaan, tabel, baris.row, k))
        .collect::<Option<_>>()?;
    let cetak = alat::angka(bacaan, tabel, baris.row, k)?;
    let angka: Vec<&Angka> = suku.iter().map(|(_, a)| *a).collect();
    let jumlah = alat::jumlah(&angka)?;
    let banyak = Decimal::from(suku.len());
    let rerata = (
        jumlah.0.checked_div(banyak)?,
        jumlah.1.bagi(Selang::titik(banyak))?,
    );
    (!jumlah.0.is_zero()).then_some(Isi {
        baris,
        suku,
        cetak,
        jumlah,
        rerata,
    })
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    (k, cara): (usize, Cara),
    isi: &[Isi],
) {
    let hasil = |isi: &Isi| match cara {
        Cara::Jumlah => isi.jumlah,
        Cara::Rerata => isi.rerata,
    };
    let cocok = |isi: &&Isi| alat::dapat(isi.cetak.1, hasil(isi).1);
    let benar = isi.iter().filter(cocok).count();
    // Equal figures have themselves for a mean, which proves nothing.
    let berarti = isi
        .iter()
        .filter(cocok)
        .filter(|isi| isi.suku.iter().any(|(_, a)| a.nilai != isi.cetak.1.nilai))
        .count();
    let (bukti, presisi) = match cara {
        Cara::Jumlah => (BUKTI_JUMLAH, true),
        Cara::Rerata => (BUKTI_RERATA, isi.iter().all(|isi| isi.cetak.1.presisi > 0)),
    };
    if berarti < bukti || benar * 3 < isi.len() * 2 || !presisi {
        return;
    }
    for isi in isi {
        catat.diperiksa(isi.suku.iter().map(|(id, _)| *id).chain([isi.cetak.0]));
        // One row may be a mean where the others are sums.
        let lain = [isi.jumlah.1, isi.rerata.1];
        if lain.into_iter().any(|s| alat::dapat(isi.cetak.1, s)) {
            continue;
        }
        let cetak = isi.cetak.1;
        let presisi = match cara {
            Cara::Jumlah => alat::presisi(isi.suku.iter().map(|(_, a)| *a)),
            Cara::Rerata => cetak.presisi,
        };
        let benar = tampil(cetak, hasil(isi).0, presisi);
        let peraga = hitung::deret(isi.suku.iter().map(|(_, a)| hitung::tampil(a)));
        let (kata, peraga) = match cara {
            Cara::Jumlah => ("jumlah", peraga),
            Cara::Rerata => ("rata-rata", format!("({peraga}) / {}", isi.suku.len())),
        };
        let pesan = format!(
            "Baris \"{}\": kolom \"{}\" tercetak {}, padahal {kata} angka sebelumnya {benar}, seperti pada baris-baris lain.",
            nama_baris(isi.baris),
            tabel.kolom.get(k).map(nama_kolom).unwrap_or_default(),
            hitung::tampil(cetak),
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &cetak.letak,
                pesan,
                format!("Tulis {benar}, atau betulkan angka lain pada baris itu."),
            )
            .hitungan(format!("{peraga} = {benar}"))
            .seharusnya(Some(benar))
            .terkait(bahan, isi.suku.iter().map(|(_, a)| &a.letak)),
        );
    }
}
