//! The treasury's scores.

use document::{Align, Cell, Inline, Row};
use kinerja::hasil::HasilIkpa;
use kinerja::{Kecocokan, Kode};

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, kapital_awal, kata, tabel};

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    for smart in &bahan.hasil.smart {
        let nama = format!("smart.{}", smart.tahun);
        let judul = format!(
            "Komponen Nilai Kinerja Anggaran pada aplikasi SMART, Tahun {}",
            smart.tahun
        );
        let mut tabel = komponen(
            bahan,
            &nama,
            &judul,
            ["Bobot", "Nilai (%)"],
            &smart.komponen,
        );
        if !tabel.body.is_empty() {
            for (sebutan, kode) in [
                ("Nilai kinerja yang tercatat", &smart.tercatat),
                ("Nilai kinerja hasil hitung ulang", &smart.hitung),
            ] {
                tabel.body.push(baris_jumlah(vec![
                    Cell::text(sebutan).across(2),
                    bahan.sel(kode),
                ]));
            }
        }
        kumpulan.tambah(nama, tabel);
    }
    for ikpa in &bahan.hasil.ikpa {
        let nama = format!("ikpa.{}", ikpa.tahun);
        let judul = format!(
            "Indikator Kinerja Pelaksanaan Anggaran (IKPA), Tahun {}",
            ikpa.tahun
        );
        let mut tabel = komponen(
            bahan,
            &nama,
            &judul,
            ["Bobot (%)", "Nilai terbobot"],
            &ikpa.komponen,
        );
        if !tabel.body.is_empty() {
            tabel.body.push(baris_jumlah(vec![
                Cell::text("Jumlah nilai terbobot").across(2),
                bahan.sel(&ikpa.jumlah),
            ]));
            tabel.source = catatan_selisih(bahan, ikpa);
            if ikpa.nilai != ikpa.jumlah {
                tabel.body.push(baris_jumlah(vec![
                    Cell::text("Nilai akhir").across(2),
                    bahan.sel(&ikpa.nilai),
                ]));
            }
        }
        kumpulan.tambah(nama, tabel);
    }
}

/// Says why sum and result differ, where they do.
fn catatan_selisih(bahan: &Bahan<'_>, ikpa: &HasilIkpa) -> Option<Vec<Inline>> {
    let (jumlah, nilai) = (bahan.angka(&ikpa.jumlah)?, bahan.angka(&ikpa.nilai)?);
    if jumlah == nilai {
        return None;
    }
    let tercetak = bahan.fakta(ikpa.jumlah.as_str())?.tercetak.as_ref()?;
    Some(kata(match tercetak.kecocokan {
        Kecocokan::DalamPembulatan(_) => {
            "Selisih antara jumlah nilai terbobot dan nilai akhir timbul dari pembulatan nilai komponen."
        }
        _ => "Nilai akhir dicantumkan sebagaimana tercatat dan berbeda dari jumlah nilai terbobot.",
    }))
}

fn komponen(
    bahan: &Bahan<'_>,
    nama: &str,
    judul: &str,
    [bobot, nilai]: [&str; 2],
    isi: &[(String, Option<Kode>, Kode)],
) -> document::Table {
    let mut tabel = tabel(
        nama,
        kata(judul),
        &[
            (60, Align::Left, "Komponen"),
            (20, Align::Centre, bobot),
            (22, Align::Centre, nilai),
        ],
    );
    for (komponen, bobot, nilai) in isi {
        tabel.body.push(Row::new(vec![
            Cell::text(kapital_awal(komponen)),
            bahan.sel_bila(bobot.as_ref()),
            bahan.sel(nilai),
        ]));
    }
    tabel
}
