//! Targets of the strategic plan and the performance agreement.

use std::collections::BTreeMap;

use document::{Align, Cell, Row, TableColumn};
use kinerja::masukan::{BarisPerjanjian, TingkatSasaran};
use kinerja::hasil::HasilPerjanjian;

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, baris_kelompok, formulir, kata, tabel};

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    renstra(bahan, kumpulan);
    let tahun = bahan.hasil.tahun;
    for (tingkat, nama, judul) in [
        (TingkatSasaran::Strategis, "pk.strategis", "Sasaran strategis"),
        (TingkatSasaran::Program, "pk.program", "Sasaran program"),
        (TingkatSasaran::Kegiatan, "pk.kegiatan", "Sasaran kegiatan"),
    ] {
        let mut tabel = perjanjian(bahan, tingkat);
        tabel.anchor = Some(format!("tabel.{nama}"));
        tabel.caption = Some(kata(format!("{judul} dalam Perjanjian Kinerja Tahun {tahun}")));
        kumpulan.tambah(nama, tabel);
    }
    kumpulan.tambah("pk.formulir", perjanjian(bahan, TingkatSasaran::Kegiatan));
    kumpulan.tambah("pk.formulir_berikutnya", perjanjian_berikutnya(bahan));
    anggaran(bahan, kumpulan);
}

fn renstra(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tahun: Vec<i16> = bahan.masukan.indikator.iter().map(|baris| baris.tahun).collect();
    tahun.sort_unstable();
    tahun.dedup();
    let mut tabel = tabel("renstra.target", kata("Target indikator menurut rencana strategis"), &[]);
    tabel.columns = [(7, Align::Centre), (50, Align::Left), (13, Align::Centre)]
        .into_iter()
        .chain(tahun.iter().map(|_| (11, Align::Centre)))
        .map(|(width, align)| TableColumn { width, align })
        .collect();
    let mut kepala = vec![Cell::text("No."), Cell::text("Indikator kinerja"), Cell::text("Satuan")];
    kepala.extend(tahun.iter().map(|tahun| Cell::text(tahun.to_string())));
    tabel.head = vec![Row::new(kepala)];
    for (nomor, indikator) in bahan.hasil.indikator.iter().enumerate() {
        let kode: BTreeMap<i16, &kinerja::Kode> = indikator
            .riwayat
            .iter()
            .map(|tahun| (tahun.tahun, &tahun.target))
            .chain([(bahan.hasil.tahun, &indikator.target)])
            .chain(indikator.jangka_menengah.iter().map(|jm| (jm.tahun, &jm.target)))
            .collect();
        let mut baris = vec![
            Cell::text(format!("{}.", nomor + 1)),
            Cell::text(&indikator.profil.nama),
            Cell::text(&indikator.profil.satuan),
        ];
        baris.extend(tahun.iter().map(|tahun| bahan.sel_bila(kode.get(tahun).copied())));
        tabel.body.push(Row::new(baris));
    }
    kumpulan.tambah("renstra.target", tabel);
}

fn kolom_perjanjian() -> document::Table {
    formulir(&[
        (8, Align::Centre, "No."),
        (40, Align::Left, "Sasaran"),
        (40, Align::Left, "Indikator kinerja"),
        (18, Align::Centre, "Target"),
    ])
}

fn perjanjian(bahan: &Bahan<'_>, tingkat: TingkatSasaran) -> document::Table {
    let mut tabel = kolom_perjanjian();
    let baris: Vec<(&HasilPerjanjian, &BarisPerjanjian)> = bahan
        .hasil
        .perjanjian
        .iter()
        .filter(|hasil| hasil.tingkat == tingkat)
        .filter_map(|hasil| Some((hasil, bahan.masukan.perjanjian.get(hasil.baris)?)))
        .filter(|(_, baris)| baris.tahun == bahan.hasil.tahun)
        .collect();
    let isi = baris.iter().map(|(hasil, baris)| (*baris, bahan.sel_bersatuan(&hasil.target)));
    isi_perjanjian(&mut tabel, isi.collect());
    tabel
}

fn perjanjian_berikutnya(bahan: &Bahan<'_>) -> document::Table {
    let mut tabel = kolom_perjanjian();
    let berikut = bahan.hasil.tahun + 1;
    let baris = bahan
        .hasil
        .perjanjian
        .iter()
        .filter_map(|hasil| Some((hasil, bahan.masukan.perjanjian.get(hasil.baris)?)))
        .filter(|(hasil, baris)| baris.tahun == berikut && hasil.tingkat == TingkatSasaran::Kegiatan)
        .map(|(hasil, baris)| (baris, bahan.sel_bersatuan(&hasil.target)))
        .collect();
    isi_perjanjian(&mut tabel, baris);
    tabel
}

/// Rows of one sasaran share its number and words in one tall cell.
fn isi_perjanjian(tabel: &mut document::Table, baris: Vec<(&BarisPerjanjian, Cell)>) {
    let mut sebelum: Option<(&str, &str)> = None;
    let kunci = |baris: &BarisPerjanjian| (baris.no_sasaran.clone(), baris.sasaran.clone());
    let semua: Vec<_> = baris.iter().map(|(baris, _)| kunci(baris)).collect();
    for (nomor, (baris, target)) in baris.into_iter().enumerate() {
        let mut sel = Vec::new();
        if sebelum != Some((baris.no_sasaran.as_str(), baris.sasaran.as_str())) {
            let tinggi = semua[nomor..].iter().take_while(|lain| **lain == semua[nomor]).count();
            let tinggi = u16::try_from(tinggi).unwrap_or(1);
            sel.push(Cell::text(format!("{}.", baris.no_sasaran)).down(tinggi));
            sel.push(Cell::text(&baris.sasaran).down(tinggi));
        }
        sebelum = Some((baris.no_sasaran.as_str(), baris.sasaran.as_str()));
        sel.push(Cell::text(&baris.indikator));
        sel.push(target);
        tabel.body.push(Row::new(sel));
    }
}

fn anggaran(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == bahan.hasil.tahun) else {
        return;
    };
    let mut tabel = formulir(&[(70, Align::Left, "Program dan kegiatan"), (30, Align::Right, "Anggaran (Rp)")]);
    let mut program = "";
    for pos in &anggaran.perjanjian {
        if pos.kegiatan.is_empty() {
            tabel.body.push(Row::new(vec![Cell::text(&pos.nama), bahan.sel(&pos.pagu)]));
            program = &pos.nama;
            continue;
        }
        if pos.nama != program {
            tabel.body.push(baris_kelompok(kata(&pos.nama), 2));
            program = &pos.nama;
        }
        tabel.body.push(Row::new(vec![Cell::text(&pos.kegiatan), bahan.sel(&pos.pagu)]));
    }
    if let (Some(pagu), false) = (&anggaran.pagu_perjanjian, tabel.body.is_empty()) {
        tabel.body.push(baris_jumlah(vec![Cell::text("Jumlah"), bahan.sel(pagu)]));
    }
    kumpulan.tambah("pk.formulir_anggaran", tabel.clone());
    tabel.anchor = Some("tabel.pk.anggaran".to_owned());
    tabel.caption = Some(kata(format!("Anggaran dalam Perjanjian Kinerja Tahun {}", bahan.hasil.tahun)));
    kumpulan.tambah("pk.anggaran", tabel);
}
