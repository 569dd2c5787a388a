//! The start: straight to the year that was looked at last, or the choice of unit and year.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kosong};

/// Most units that one page lists; the search finds the others.
const TERBANYAK: usize = 100;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/", get(awal))
        .route("/pilih", get(pilih))
}

async fn awal(konteks: Konteks) -> Hasil {
    if let Some(tempat) = &konteks.tempat {
        return Ok(Redirect::to(&tempat.alamat("dasbor")).into_response());
    }
    let daftar = konteks.portal.app.daftar_tahun(&konteks.pelaku()).await?;
    let satu_unit = daftar.first().filter(|pertama| {
        daftar
            .iter()
            .all(|satu| satu.unit.unit == pertama.unit.unit)
    });
    Ok(match satu_unit {
        Some(satu) => Redirect::to(&format!(
            "/u/{}/{}/dasbor",
            satu.unit.unit, satu.periode.tahun
        ))
        .into_response(),
        None => Redirect::to("/pilih").into_response(),
    })
}

#[derive(Deserialize, Default)]
struct Cari {
    #[serde(default)]
    cari: String,
}

async fn pilih(konteks: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let daftar = konteks.portal.app.daftar_tahun(&konteks.pelaku()).await?;
    let berbawahan = konteks
        .portal
        .app
        .unit_berbawahan(&konteks.pelaku())
        .await?;
    let terbaru = daftar.iter().map(|satu| satu.periode.tahun).max();
    let kata = cari.cari.trim().to_lowercase();
    let mut menurut_unit: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
    for satu in &daftar {
        if satu.unit.nama.to_lowercase().contains(&kata) {
            menurut_unit
                .entry((&satu.unit.nama, &satu.unit.unit))
                .or_default()
                .push(satu.periode.tahun);
        }
    }
    let banyak = menurut_unit.len();
    let isi = html! {
        (judul("Pilih unit dan tahun", "", &html! {}))
        @if daftar.is_empty() {
            (kosong("Belum ada tahun yang dibuka pada unit yang dapat Anda lihat.", &html! {
                p { a.tombol.utama href="/kelola/tahun" { "Buka tahun" } " " a.tombol href="/akun/hak" { "Lihat hak saya" } }
            }))
        } @else {
            form.cari method="get" action="/pilih" role="search" {
                label for="cari" { "Nama unit" }
                input #cari type="search" name="cari" value=(cari.cari);
                button.tombol type="submit" { "Cari" }
            }
            @if let Some(tahun) = terbaru {
                @let atas: Vec<_> = berbawahan.iter().filter(|satu| satu.nama.to_lowercase().contains(&kata)).take(TERBANYAK).collect();
                @if !atas.is_empty() {
                    h2 { "Konsolidasi" }
                    ul.daftar-unit {
                        @for satu in atas { li { strong { (satu.nama) } a.tombol href=(format!("/u/{}/{tahun}/konsolidasi", satu.unit)) { "Unit di bawahnya" } } }
                    }
                    h2 { "Unit" }
                }
            }
            ul.daftar-unit {
                @for ((nama, unit), tahun) in menurut_unit.iter().take(TERBANYAK) {
                    li { strong { (nama) } span.deretan {
                        @for tahun in tahun { a.tombol href=(format!("/u/{unit}/{tahun}/dasbor")) { (tahun) } }
                    } }
                }
            }
            @if banyak > TERBANYAK { p.redup { "Ditampilkan " (TERBANYAK) " dari " (banyak) " unit; gunakan pencarian." } }
            @if banyak == 0 { p { "Tidak ada unit dengan nama itu." } }
        }
    };
    Ok(konteks.halaman("Pilih unit dan tahun", Menu::Lain, &isi))
}
