//! The pages, one file each; every file says its own addresses.

mod akun;
mod awal;
mod beranda;
mod fakta;
mod kelola;
mod masuk;

use axum::Router;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .merge(akun::routes())
        .merge(awal::routes())
        .merge(beranda::routes())
        .merge(fakta::routes())
        .merge(kelola::routes())
        .merge(masuk::routes())
}
