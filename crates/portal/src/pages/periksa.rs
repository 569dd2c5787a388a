//! The checker in the browser: a document in, what is wrong with it out.

mod aturan;
mod daftar;
mod lihat;
mod temuan;
mod unduh;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use maud::{Markup, html};
use periksa::Berat;

use crate::Portal;

/// What a form has around its file, in bytes.
const BINGKAI: usize = 1 << 20;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/periksa", get(daftar::lihat).post(daftar::unggah))
        .layer(DefaultBodyLimit::max(
            app::DOKUMEN_TERBESAR.saturating_add(BINGKAI),
        ))
        .route("/periksa/aturan", get(aturan::daftar))
        .route("/periksa/aturan/{nama}", get(aturan::satu))
        .route("/periksa/{id}", get(lihat::lihat))
        .route("/periksa/{id}/dokumen", get(unduh::dokumen))
        .route("/periksa/{id}/unduh/{bentuk}", get(unduh::unduh))
        .route("/periksa/{id}/kesampingkan", post(temuan::kesampingkan))
        .route("/periksa/{id}/buka-kembali", post(temuan::buka_kembali))
        .route("/periksa/{id}/hapus", post(temuan::hapus))
}

/// A weight as a mark; colour and word say the same.
fn tanda_berat(berat: Berat) -> Markup {
    html! { span class=(rupa(berat)) { (berat.sebutan()) } }
}

const fn rupa(berat: Berat) -> &'static str {
    match berat {
        Berat::Wajib => "tanda kurang",
        Berat::Anjuran => "tanda sedang",
        Berat::Saran => "tanda",
    }
}
