//! A composed report: its files, and a look at it inside the page.

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::html;

use super::bagian::{sebutan, tautan_berkas, ukuran};
use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::kirim::CSP_DOKUMEN;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, judul, kotak_tabel};
use crate::waktu::pukul;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/laporan/susunan/{id}", get(lihat))
        .route("/u/{unit}/{tahun}/laporan/susunan/{id}/{nama}", get(kirim))
}

async fn lihat(k: KonteksTahun, Path((_, _, id)): Path<(String, i64, String)>) -> Hasil {
    let app = &k.konteks.portal.app;
    let laporan = app.lihat_laporan(&k.pelaku(), k.unit(), k.tahun()).await?;
    let satu = laporan
        .susunan
        .iter()
        .find(|satu| satu.susunan.id == id)
        .ok_or(Galat::TidakAda)?;
    let nama = if satu.susunan.akhir == 1 {
        "Laporan final"
    } else {
        "Draf laporan"
    };
    let oleh = laporan
        .nama
        .get(&satu.susunan.oleh)
        .map_or("", String::as_str);
    let keterangan = format!("Disusun {} oleh {oleh}", pukul(satu.susunan.pada));
    let alamat = k.alamat(&format!("laporan/susunan/{id}/lkjip.html"));
    let isi = html! {
        (judul(nama, &keterangan, &html! { a.tombol href=(k.alamat("laporan")) { "Ke halaman Laporan" } }))
        @if !satu.terkini { p.pesan.ingat { "Data tahun ini berubah sejak laporan ini disusun." } }
        (tautan_berkas(&k, satu))
        details.sidik { summary { "Ukuran dan sidik berkas (SHA-256)" }
            (kotak_tabel("Sidik berkas", &html! {
                table { thead { tr { th scope="col" { "Berkas" } th.angka scope="col" { "Ukuran" } th scope="col" { "SHA-256" } } }
                    tbody { @for berkas in &satu.berkas { tr { th scope="row" { (sebutan(&berkas.nama)) } td.angka { (ukuran(berkas.ukuran)) } td { code { (berkas.sidik) } } } } }
                }
            }))
        }
        iframe.pratinjau sandbox src=(alamat) title=(format!("Pratinjau {nama}")) {}
    };
    Ok(k.halaman(nama, Menu::Laporan, &isi))
}

async fn kirim(
    k: KonteksTahun,
    Path((_, _, id, nama)): Path<(String, i64, String, String)>,
) -> Hasil {
    let app = &k.konteks.portal.app;
    let (berkas, isi) = app
        .ambil_berkas_laporan(&k.pelaku(), k.unit(), k.tahun(), &id, &nama)
        .await?;
    Ok(jawaban(&berkas, isi))
}

/// A file of a report as an answer. HTML is shown under its own policy; everything else is for saving.
pub(crate) fn jawaban(berkas: &store::BerkasSusunan, isi: Vec<u8>) -> Response {
    let cara = if berkas.nama.ends_with(".html") {
        "inline"
    } else {
        "attachment"
    };
    (
        [
            (header::CONTENT_TYPE, berkas.jenis.clone()),
            (header::CONTENT_SECURITY_POLICY, CSP_DOKUMEN.to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("{cara}; filename=\"{}\"", berkas.nama),
            ),
        ],
        isi,
    )
        .into_response()
}
