//! The pages, one file each; every file says its own addresses.

mod akun;
mod alur;
mod anggaran;
mod awal;
mod beranda;
mod bukti;
mod dasbor;
mod fakta;
mod kegiatan;
mod kelola;
mod konsolidasi;
mod laporan;
mod lembar;
mod masuk;
mod pengukuran;
mod perencanaan;
mod periksa;
mod publik;
pub(crate) mod regulasi;
mod sso;
mod token;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(anggaran::routes())
        .merge(akun::routes())
        .merge(alur::routes())
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(bukti::routes())
        .merge(kegiatan::routes())
        .merge(lembar::routes())
        .merge(dasbor::routes())
        .merge(fakta::routes())
        .merge(konsolidasi::routes())
        .merge(kelola::routes())
        .merge(pengukuran::routes())
        .merge(perencanaan::routes())
        .merge(laporan::routes())
        .merge(masuk::routes())
        .merge(publik::routes())
        .merge(periksa::routes())
        .merge(regulasi::routes())
        .merge(sso::routes())
        .merge(token::routes())
}
