//! A package in and out: one workbook.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use app::{Perubahan, Tindakan};

use super::super::{Formulir, dapat_diperbaiki, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::Isian;

/// Largest upload; the package itself has its own limit, and says so.
const TERBESAR: usize = 40 * 1024 * 1024;
const JENIS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(
            "/kelola/tahun/impor",
            get(lihat_impor)
                .post(impor)
                .layer(DefaultBodyLimit::max(TERBESAR)),
        )
        .route("/kelola/tahun/{unit}/{tahun}/paket.xlsx", get(ekspor))
}

/// What the form of an import says, its file apart.
#[derive(Deserialize, Default)]
struct IsiImpor {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    coba: String,
}

async fn lihat_impor(k: Konteks, Query(nilai): Query<IsiImpor>) -> Hasil {
    formulir(&k, &nilai, None, None).await
}

async fn formulir(
    k: &Konteks,
    nilai: &IsiImpor,
    galat: Option<&app::Error>,
    akibat: Option<&Markup>,
) -> Hasil {
    let (unit, semua) = unit_kerja(k, Tindakan::ImporEkspor, &nilai.unit).await?;
    let formulir = Formulir {
        judul: "Masukkan paket",
        keterangan: "Satu buku kerja XLSX berisi satu tahun. Tahun yang belum dibuka akan dibuka; isian yang sudah ada diperbarui, dan nilai lamanya tetap tercatat.",
        ke: "/kelola/tahun/impor",
        tombol: "Kirim",
        batal: "/kelola/tahun",
        bahaya: false,
    };
    let isian = html! {
        @if let Some(akibat) = akibat { div.pesan.ingat role="status" { (akibat) } }
        (pilihan_unit("unit", "Unit", &semua, &unit.unit))
        div.isian {
            label for="isian-berkas" { "Buku kerja (.xlsx)" }
            input #isian-berkas type="file" name="berkas" required accept=".xlsx";
        }
        (Isian { wajib: false, bantuan: "Dicatat pada setiap nilai yang berubah.", ..Isian::teks("alasan", "Alasan", &nilai.alasan) }.tampilkan())
        div.isian-baris { label { input type="checkbox" name="coba" value="ya" checked[nilai.coba == "ya"]; "Periksa saja dahulu, jangan simpan" } }
    };
    formulir.halaman_berkas(k, "tahun", galat, &isian).await
}

async fn impor(k: Konteks, mut kiriman: Multipart) -> Hasil {
    let mut nilai = IsiImpor::default();
    let mut berkas: Option<(String, Vec<u8>)> = None;
    let rusak =
        |_| app::Error::Isian("kiriman tidak utuh atau terlalu besar; kirim ulang".to_owned());
    while let Some(bagian) = kiriman.next_field().await.map_err(rusak)? {
        match bagian.name().unwrap_or_default() {
            "berkas" => {
                let nama = bagian.file_name().unwrap_or("paket.xlsx").to_owned();
                berkas = Some((nama, bagian.bytes().await.map_err(rusak)?.to_vec()));
            }
            "unit" => nilai.unit = bagian.text().await.map_err(rusak)?,
            "alasan" => nilai.alasan = bagian.text().await.map_err(rusak)?,
            "coba" => nilai.coba = bagian.text().await.map_err(rusak)?,
            _ => {}
        }
    }
    let hasil = match berkas.filter(|(_, isi)| !isi.is_empty()) {
        Some((nama, isi)) => masukkan(&k, &nilai, nama, isi).await,
        None => Err(app::Error::Isian("pilih dahulu buku kerjanya".to_owned())),
    };
    match hasil {
        Ok((tahun, perubahan)) if nilai.coba == "ya" => {
            let akibat = html! {
                strong { "Paket dapat dibaca dan belum disimpan." }
                " Bila dimasukkan ke tahun " (tahun) ": " (sebut(&perubahan)) ". Untuk menyimpannya, pilih berkasnya sekali lagi dan hapus tanda \"Periksa saja\"."
            };
            formulir(&k, &nilai, None, Some(&akibat)).await
        }
        Ok((tahun, perubahan)) => Ok(k.kembali(
            &format!("/kelola/tahun/{}/{tahun}", nilai.unit),
            &format!(
                "Paket tahun {tahun} sudah dimasukkan: {}.",
                sebut(&perubahan)
            ),
        )),
        Err(galat) if dapat_diperbaiki(&galat) => formulir(&k, &nilai, Some(&galat), None).await,
        Err(lain) => Err(lain.into()),
    }
}

fn sebut(perubahan: &Perubahan) -> String {
    format!(
        "{} sel berubah, {} baris baru, {} baris hilang",
        perubahan.sel, perubahan.baris_baru, perubahan.baris_hilang
    )
}

async fn masukkan(
    k: &Konteks,
    nilai: &IsiImpor,
    nama: String,
    isi: Vec<u8>,
) -> app::Result<(i64, Perubahan)> {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    // Asked before the file is read: a stranger's workbook costs nothing.
    app.wajib_boleh(&pelaku, Tindakan::ImporEkspor, &nilai.unit)
        .await?;
    let mentah = tokio::task::spawn_blocking(move || paket::read_workbook(&nama, &isi))
        .await
        .map_err(|galat| app::Error::Dalam(galat.to_string()))?
        .map_err(app::Error::Paket)?;
    if nilai.coba == "ya" {
        return app.coba_paket(&pelaku, &nilai.unit, &mentah).await;
    }
    let alasan = match nilai.alasan.trim() {
        "" => "impor paket",
        alasan => alasan,
    };
    app.impor_paket(&pelaku, &nilai.unit, &mentah, alasan).await
}

async fn ekspor(k: Konteks, Path((unit, tahun)): Path<(String, i64)>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let mentah = app.ekspor_paket(&pelaku, &unit, tahun).await?;
    let nama = format!("paket-{tahun}.xlsx");
    let untuk = nama.clone();
    let bita = tokio::task::spawn_blocking(move || paket::write_workbook(&untuk, &mentah))
        .await
        .map_err(|galat| app::Error::Dalam(galat.to_string()))?
        .map_err(app::Error::Paket)?;
    let kepala = [
        (header::CONTENT_TYPE, JENIS.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{nama}\""),
        ),
    ];
    Ok((kepala, bita).into_response())
}
