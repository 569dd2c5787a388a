//! The pages, one file each; every file says its own addresses.

mod akun;
mod anggaran;
mod awal;
mod beranda;
mod bukti;
mod kegiatan;
mod lembar;
mod dasbor;
mod fakta;
mod kegiatan;
mod kelola;
mod konsolidasi;
mod lembar;
mod masuk;
mod pengukuran;
mod perencanaan;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(akun::routes())
        .merge(anggaran::routes())
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(bukti::routes())
        .merge(kegiatan::routes())
        .merge(lembar::routes())
        .merge(dasbor::routes())
        .merge(fakta::routes())
        .merge(kegiatan::routes())
        .merge(kelola::routes())
        .merge(konsolidasi::routes())
        .merge(lembar::routes())
        .merge(masuk::routes())
        .merge(pengukuran::routes())
        .merge(perencanaan::routes())
}
