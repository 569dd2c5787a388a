//! Composing in the background: asking, following, cancelling.

use axum::extract::Path;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use store::Pekerjaan;

use app::TemuanRingkas;

use super::bagian;
use crate::Portal;
use crate::aset;
use crate::galat::{Galat, Hasil};
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, judul};
use crate::waktu::pukul;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/laporan/susun", post(minta))
        .route("/u/{unit}/{tahun}/laporan/pekerjaan/{id}", get(lihat))
        .route(
            "/u/{unit}/{tahun}/laporan/pekerjaan/{id}/batal",
            post(batal),
        )
}

#[derive(Deserialize)]
struct Minta {
    jenis: String,
}

async fn minta(k: KonteksTahun, Form(isi): Form<Minta>) -> Hasil {
    let akhir = match isi.jenis.as_str() {
        "draf" => false,
        "final" => true,
        _ => return Err(Galat::TidakAda),
    };
    let app = &k.konteks.portal.app;
    let kerja = app
        .minta_laporan(&k.pelaku(), k.unit(), k.tahun(), akhir)
        .await?;
    let ke = k.alamat(&format!("laporan/pekerjaan/{}", kerja.id));
    Ok(axum::response::Redirect::to(&ke).into_response())
}

async fn batal(k: KonteksTahun, Path((_, _, id)): Path<(String, i64, String)>) -> Hasil {
    let app = &k.konteks.portal.app;
    app.batalkan_pekerjaan(&k.pelaku(), k.unit(), k.tahun(), &id)
        .await?;
    Ok(k.kembali(&k.alamat("laporan"), "Penyusunan dibatalkan."))
}

/// "Laporan final"
pub(super) fn sebutan(jenis: &str) -> &str {
    match jenis {
        "susun-laporan-draf" => "Draf laporan",
        "susun-laporan-final" => "Laporan final",
        lain => lain,
    }
}

async fn lihat(
    k: KonteksTahun,
    Path((_, _, id)): Path<(String, i64, String)>,
    kepala: HeaderMap,
) -> Hasil {
    let app = &k.konteks.portal.app;
    let kerja = app
        .lihat_pekerjaan(&k.pelaku(), k.unit(), k.tahun(), &id)
        .await?;
    let jalan = ["antre", "jalan"].contains(&kerja.keadaan.as_str());
    let mau_json = kepala
        .get(ACCEPT)
        .and_then(|nilai| nilai.to_str().ok())
        .is_some_and(|nilai| nilai.starts_with("application/json"));
    if mau_json {
        let isi = serde_json::json!({ "keadaan": kerja.keadaan, "jalan": jalan, "kemajuan": kerja.kemajuan, "pesan": kerja.pesan });
        return Ok(Json(isi).into_response());
    }
    let nama = sebutan(&kerja.jenis);
    let isi = html! {
        (judul(nama, &format!("Diminta {}", pukul(kerja.dibuat)), &html! { a.tombol href=(k.alamat("laporan")) { "Ke halaman Laporan" } }))
        @if jalan { (kemajuan(&k, &kerja)) } @else { (berakhir(&k, &kerja)) }
    };
    let halaman: Response = k.halaman(nama, Menu::Laporan, &isi);
    Ok((StatusCode::OK, halaman).into_response())
}

fn kemajuan(k: &KonteksTahun, kerja: &Pekerjaan) -> Markup {
    let alamat = k.alamat(&format!("laporan/pekerjaan/{}", kerja.id));
    html! {
        // Without a script the page asks again by itself.
        noscript { meta http-equiv="refresh" content="3"; }
        script src=(aset::alamat("laporan.js")) defer {}
        section.kartu #pekerjaan data-alamat=(alamat) aria-live="polite" {
            label for="kemajuan" { span #tahap { (kerja.pesan) } }
            progress #kemajuan max="100" value=(kerja.kemajuan) { (kerja.kemajuan) "%" }
            p.redup { "Halaman ini memperbarui dirinya sendiri. Anda boleh meninggalkannya; penyusunan tetap berjalan." }
            div.deretan {
                a.tombol href=(alamat) { "Muat ulang" }
                form method="post" action=(format!("{alamat}/batal")) { button.tombol.bahaya type="submit" { "Batalkan" } }
            }
        }
    }
}

fn berakhir(k: &KonteksTahun, kerja: &Pekerjaan) -> Markup {
    let hasil: Value = serde_json::from_str(&kerja.hasil).unwrap_or_default();
    match kerja.keadaan.as_str() {
        "selesai" => {
            let susunan = hasil
                .get("susunan")
                .and_then(Value::as_str)
                .unwrap_or_default();
            html! {
                div.pesan.baik role="status" { "Selesai disusun." }
                div.deretan {
                    a.tombol.utama href=(k.alamat(&format!("laporan/susunan/{susunan}"))) { "Lihat hasilnya" }
                    a.tombol href=(k.alamat("laporan#temuan")) { "Lihat kekurangan dan temuan" }
                }
            }
        }
        "batal" => {
            html! { div.pesan role="status" { "Penyusunan dibatalkan; tidak ada berkas yang disimpan." } }
        }
        _ => html! {
            div.pesan.galat role="alert" { (besar(&kerja.pesan)) }
            (sebab(k, &hasil))
        },
    }
}

/// What exactly stood in the way of a final report.
fn sebab(k: &KonteksTahun, hasil: &Value) -> Markup {
    let temuan: Vec<TemuanRingkas> = hasil
        .get("temuan")
        .and_then(|isi| serde_json::from_value(isi.clone()).ok())
        .unwrap_or_default();
    let kesalahan: Vec<[String; 3]> = hasil
        .get("kesalahan")
        .and_then(|isi| serde_json::from_value(isi.clone()).ok())
        .unwrap_or_default();
    html! {
        @if !temuan.is_empty() { (bagian::tabel_temuan(k, &temuan.iter().collect::<Vec<_>>())) }
        @if !kesalahan.is_empty() {
            ul.rincian { @for [tempat, pesan, perbaikan] in kesalahan.iter().take(200) { li { strong { (tempat) } ": " (pesan) ". " (perbaikan) "." } } }
        }
    }
}

fn besar(teks: &str) -> String {
    let mut huruf = teks.chars();
    let awal: String = huruf
        .next()
        .map(|awal| awal.to_uppercase().chain(huruf).collect())
        .unwrap_or_default();
    awal + "."
}
