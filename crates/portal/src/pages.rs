//! The pages, one file each; every file says its own addresses.

mod awal;
mod beranda;
mod dasbor;
mod fakta;
mod konsolidasi;
mod masuk;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(dasbor::routes())
        .merge(fakta::routes())
        .merge(konsolidasi::routes())
        .merge(masuk::routes())
}
