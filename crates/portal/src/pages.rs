//! The pages, one file each; every file says its own addresses.

mod alur;
mod awal;
mod beranda;
mod fakta;
mod laporan;
mod masuk;
mod publik;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(alur::routes())
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(fakta::routes())
        .merge(laporan::routes())
        .merge(masuk::routes())
        .merge(publik::routes())
}
