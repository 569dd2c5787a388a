//! Targets of the strategic plan and the performance agreement.

use std::collections::BTreeMap;

use document::{Align, Cell, Row, Table, TableColumn};
use kinerja::Kode;
use kinerja::hasil::{HasilPerjanjian, PosAnggaran};
use kinerja::masukan::{BarisPerjanjian, TingkatSasaran};

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, baris_kelompok, formulir, kata, tabel};
use crate::nilai::TANPA_NILAI;

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    renstra(bahan, kumpulan);
    let tahun = bahan.hasil.tahun;
    for (tingkat, nama, judul) in [
        (
            TingkatSasaran::Strategis,
            "pk.strategis",
            "Sasaran strategis",
        ),
        (TingkatSasaran::Program, "pk.program", "Sasaran program"),
        (TingkatSasaran::Kegiatan, "pk.kegiatan", "Sasaran kegiatan"),
    ] {
        let mut tabel = perjanjian(bahan, &bahan.hasil.perjanjian, tingkat, "Sasaran");
        tabel.anchor = Some(format!("tabel.{nama}"));
        tabel.caption = Some(kata(format!(
            "{judul} dalam Perjanjian Kinerja Tahun {tahun}"
        )));
        kumpulan.tambah(nama, tabel);
    }
    let milik_kantor = |hasil| perjanjian(bahan, hasil, TingkatSasaran::Kegiatan, "Sasaran");
    kumpulan.tambah("pk.formulir", milik_kantor(&bahan.hasil.perjanjian));
    if let Some(berikutnya) = &bahan.hasil.perjanjian_berikutnya {
        kumpulan.tambah("pk.formulir_berikutnya", milik_kantor(&berikutnya.baris));
    }
    anggaran(bahan, kumpulan);
}

fn renstra(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tahun: Vec<i16> = bahan
        .masukan
        .indikator
        .iter()
        .map(|baris| baris.tahun)
        .collect();
    let satker = &bahan.masukan.satker;
    if let (Some(awal), Some(akhir)) = (satker.tahun_awal_renstra, satker.tahun_akhir_renstra) {
        // Every year of the plan has its column, and a year outside it has no target of the plan.
        tahun = (awal..=akhir).collect();
    }
    tahun.sort_unstable();
    tahun.dedup();
    let mut tabel = tabel(
        "renstra.target",
        kata("Target indikator menurut rencana strategis"),
        &[],
    );
    tabel.columns = [(7, Align::Centre), (50, Align::Left), (13, Align::Centre)]
        .into_iter()
        .chain(tahun.iter().map(|_| (11, Align::Centre)))
        .map(|(width, align)| TableColumn { width, align })
        .collect();
    let mut kepala = vec![
        Cell::text("No."),
        Cell::text("Indikator kinerja"),
        Cell::text("Satuan"),
    ];
    kepala.extend(tahun.iter().map(|tahun| Cell::text(tahun.to_string())));
    tabel.head = vec![Row::new(kepala)];
    let mut kosong = false;
    for (nomor, indikator) in bahan.hasil.indikator.iter().enumerate() {
        let kode: BTreeMap<i16, &Kode> = indikator
            .riwayat
            .iter()
            .map(|tahun| (tahun.tahun, &tahun.target))
            .chain([(bahan.hasil.tahun, &indikator.target)])
            .chain(
                indikator
                    .jangka_menengah
                    .iter()
                    .map(|jm| (jm.tahun, &jm.target)),
            )
            .collect();
        let mut baris = vec![
            Cell::text(format!("{}.", nomor + 1)),
            Cell::text(&indikator.profil.nama),
            Cell::text(&indikator.profil.satuan),
        ];
        for tahun in &tahun {
            let kode = kode.get(tahun).copied();
            kosong |= kode.is_none();
            baris.push(kode.map_or_else(|| Cell::text(TANPA_NILAI), |kode| bahan.sel(kode)));
        }
        tabel.body.push(Row::new(baris));
    }
    if kosong {
        tabel.source = Some(kata(format!(
            "{TANPA_NILAI}: target tahun itu tidak tercantum dalam data kantor."
        )));
    }
    kumpulan.tambah("renstra.target", tabel);
}

/// The objectives of one level with their indicators and targets, as a form.
pub(crate) fn perjanjian<'a>(
    bahan: &Bahan<'_>,
    hasil: impl IntoIterator<Item = &'a HasilPerjanjian>,
    tingkat: TingkatSasaran,
    judul: &str,
) -> Table {
    let mut tabel = formulir(&[
        (8, Align::Centre, "No."),
        (40, Align::Left, judul),
        (40, Align::Left, "Indikator kinerja"),
        (18, Align::Centre, "Target"),
    ]);
    let baris = hasil
        .into_iter()
        .filter(|hasil| hasil.tingkat == tingkat)
        .filter_map(|hasil| {
            Some((
                bahan.masukan.perjanjian.get(hasil.baris)?,
                bahan.sel_bersatuan(&hasil.target),
            ))
        })
        .collect();
    isi_perjanjian(&mut tabel, baris);
    tabel
}

/// Rows of one sasaran share its number and words in one tall cell.
fn isi_perjanjian(tabel: &mut Table, baris: Vec<(&BarisPerjanjian, Cell)>) {
    let mut sebelum: Option<(&str, &str)> = None;
    let kunci = |baris: &BarisPerjanjian| (baris.no_sasaran.clone(), baris.sasaran.clone());
    let semua: Vec<_> = baris.iter().map(|(baris, _)| kunci(baris)).collect();
    for (nomor, (baris, target)) in baris.into_iter().enumerate() {
        let mut sel = Vec::new();
        if sebelum != Some((baris.no_sasaran.as_str(), baris.sasaran.as_str())) {
            let tinggi = semua[nomor..]
                .iter()
                .take_while(|lain| **lain == semua[nomor])
                .count();
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
    let tahun = bahan.hasil.tahun;
    if let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == tahun) {
        let mut tabel = formulir_anggaran(
            bahan,
            &anggaran.perjanjian,
            anggaran.pagu_perjanjian.as_ref(),
        );
        kumpulan.tambah("pk.formulir_anggaran", tabel.clone());
        tabel.anchor = Some("tabel.pk.anggaran".to_owned());
        tabel.caption = Some(kata(format!(
            "Anggaran dalam Perjanjian Kinerja Tahun {tahun}"
        )));
        kumpulan.tambah("pk.anggaran", tabel);
    }
    if let Some(berikutnya) = &bahan.hasil.perjanjian_berikutnya {
        let tabel = formulir_anggaran(bahan, &berikutnya.anggaran, berikutnya.pagu.as_ref());
        kumpulan.tambah("pk.formulir_anggaran_berikutnya", tabel);
    }
}

/// A budget by program and activity, as a form.
pub(crate) fn formulir_anggaran<'a>(
    bahan: &Bahan<'_>,
    isi: impl IntoIterator<Item = &'a PosAnggaran>,
    jumlah: Option<&Kode>,
) -> Table {
    let mut tabel = formulir(&[
        (70, Align::Left, "Program dan kegiatan"),
        (30, Align::Right, "Anggaran (Rp)"),
    ]);
    let mut program = "";
    for pos in isi {
        if pos.nama != program && !pos.kegiatan.is_empty() {
            tabel.body.push(baris_kelompok(kata(&pos.nama), 2));
        }
        program = &pos.nama;
        let nama = if pos.kegiatan.is_empty() {
            &pos.nama
        } else {
            &pos.kegiatan
        };
        tabel
            .body
            .push(Row::new(vec![Cell::text(nama), bahan.sel(&pos.pagu)]));
    }
    if let (Some(jumlah), false) = (jumlah, tabel.body.is_empty()) {
        tabel
            .body
            .push(baris_jumlah(vec![Cell::text("Jumlah"), bahan.sel(jumlah)]));
    }
    tabel
}
