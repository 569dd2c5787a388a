//! The list as a file for a spreadsheet.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use paket::TabelKeluar;

use app::{BarisKonsolidasi, JenisAlur, Konsolidasi, NilaiTampil};

use crate::galat::{Galat, Hasil};
use crate::waktu::pukul;

pub(super) fn csv(hasil: &Konsolidasi, tahun: i64) -> Hasil<Response> {
    let isi = tabel(hasil, tahun).csv();
    Ok(berkas("text/csv; charset=utf-8", "csv", tahun, isi))
}

pub(super) fn xlsx(hasil: &Konsolidasi, tahun: i64) -> Hasil<Response> {
    let isi = tabel(hasil, tahun)
        .xlsx()
        .map_err(|galat| Galat::App(app::Error::Dalam(galat)))?;
    let jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(berkas(jenis, "xlsx", tahun, isi))
}

fn berkas(jenis: &'static str, akhiran: &str, tahun: i64, isi: Vec<u8>) -> Response {
    let nama = format!("attachment; filename=\"konsolidasi-{tahun}.{akhiran}\"");
    (
        [
            (header::CONTENT_TYPE, jenis.to_owned()),
            (header::CONTENT_DISPOSITION, nama),
        ],
        isi,
    )
        .into_response()
}

fn tabel(hasil: &Konsolidasi, tahun: i64) -> TabelKeluar {
    let mut kepala = vec!["Unit", "Kode"];
    kepala.extend(JenisAlur::SEMUA.map(JenisAlur::sebutan));
    kepala.extend([
        "Laporan pertama diajukan",
        "Terlambat",
        "Indikator mencapai target",
        "Indikator di bawah target",
        "Indikator belum dapat diukur",
        "Rata-rata capaian (%)",
        "Pagu (rupiah)",
        "Realisasi (rupiah)",
        "Penyerapan (%)",
        "NKA",
        "IKPA",
        "Bulan di bawah minimum responden",
        "Data yang perlu diperbaiki",
    ]);
    TabelKeluar {
        nama: format!("Konsolidasi {tahun}"),
        kepala: kepala.into_iter().map(str::to_owned).collect(),
        baris: hasil.baris.iter().map(baris).collect(),
    }
}

fn baris(satu: &BarisKonsolidasi) -> Vec<String> {
    let ringkas = satu.ringkasan.as_ref();
    let teks = |nilai: Option<&NilaiTampil>| {
        nilai
            .map(|(teks, _)| teks.replacen("Rp", "", 1))
            .filter(|teks| teks != "–")
            .unwrap_or_default()
    };
    let bila_ada = |banyak: i64| ringkas.map(|_| banyak.to_string()).unwrap_or_default();
    let anggaran = |ke: usize| {
        let tiga = ringkas.and_then(|ringkas| ringkas.anggaran.as_ref());
        teks(tiga.and_then(|tiga| tiga.get(ke)))
    };
    let mut sel = vec![
        satu.unit.nama.clone(),
        satu.unit.kode.clone().unwrap_or_default(),
    ];
    match satu.alur {
        Some(alur) => sel.extend(alur.map(|keadaan| keadaan.sebutan().to_owned())),
        None => sel.extend(JenisAlur::SEMUA.map(|_| "Tahun belum dibuka".to_owned())),
    }
    sel.push(satu.diajukan.map(pukul).unwrap_or_default());
    sel.push(if satu.terlambat { "ya" } else { "tidak" }.to_owned());
    sel.extend(satu.capaian.map(bila_ada));
    sel.push(teks(ringkas.and_then(|ringkas| ringkas.capaian.as_ref())));
    sel.extend([anggaran(0), anggaran(1), anggaran(2)]);
    sel.push(teks(ringkas.and_then(|ringkas| ringkas.nka.as_ref())));
    sel.push(teks(ringkas.and_then(|ringkas| ringkas.ikpa.as_ref())));
    sel.push(bila_ada(satu.bulan_kurang));
    sel.push(
        ringkas
            .map(|ringkas| ringkas.kesalahan.to_string())
            .unwrap_or_default(),
    );
    sel
}
