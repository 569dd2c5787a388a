//! A check as a file, and the document with its findings for the frame on the page.

use app::BentukUnduhan;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::galat::{Galat, Hasil, sandikan};
use crate::kirim::CSP_DOKUMEN;
use crate::konteks::Konteks;

pub(super) async fn dokumen(konteks: Konteks, Path(id): Path<String>) -> Hasil {
    let app = &konteks.portal.app;
    let (_, isi) = app
        .unduh_pemeriksaan(&konteks.pelaku(), &id, BentukUnduhan::Html)
        .await?;
    Ok(kirim(isi, BentukUnduhan::Html.jenis(), None))
}

pub(super) async fn unduh(konteks: Konteks, Path((id, bentuk)): Path<(String, String)>) -> Hasil {
    let bentuk = BentukUnduhan::dari_kata(&bentuk).ok_or(Galat::TidakAda)?;
    let app = &konteks.portal.app;
    let (nama, isi) = app
        .unduh_pemeriksaan(&konteks.pelaku(), &id, bentuk)
        .await?;
    Ok(kirim(isi, bentuk.jenis(), Some(&nama)))
}

/// Content of others is never looked at as a page of ours: it is saved, or stands alone without scripts.
fn kirim(isi: Vec<u8>, jenis: &'static str, nama: Option<&str>) -> Response {
    let mut jawaban = isi.into_response();
    let kepala = jawaban.headers_mut();
    kepala.insert(header::CONTENT_TYPE, HeaderValue::from_static(jenis));
    kepala.insert(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(CSP_DOKUMEN),
    );
    if let Some(nama) = nama {
        let nilai = format!(
            "attachment; filename*=UTF-8''{}",
            sandikan(nama).replace('/', "%2F")
        );
        if let Ok(nilai) = HeaderValue::from_str(&nilai) {
            kepala.insert(header::CONTENT_DISPOSITION, nilai);
        }
    }
    jawaban
}
