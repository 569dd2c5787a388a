//! The pages, one file each; every file says its own addresses.

mod awal;
mod beranda;
mod fakta;
mod masuk;
mod perencanaan;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(fakta::routes())
        .merge(masuk::routes())
        .merge(perencanaan::routes())
}
