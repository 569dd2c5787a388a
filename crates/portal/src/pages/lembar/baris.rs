//! Rows that a script adds when a pasted block is longer than the table, and rows that come back.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use serde::{Deserialize, Serialize};

use super::kirim::gagal;
use super::simpan::ALASAN;
use super::{Alamat, alamat};
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;

#[derive(Deserialize)]
pub(super) struct BarisBaru {
    /// Text by heading, for each row.
    baris: Vec<BTreeMap<String, String>>,
}

#[derive(Serialize)]
struct Ditambah {
    baris: Vec<String>,
}

pub(super) async fn tambah(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Json(isi): Json<BarisBaru>,
) -> Response {
    let baru: Vec<app::SelBaru> = isi
        .baris
        .into_iter()
        .map(|sel| sel.into_iter().collect())
        .collect();
    match k
        .konteks
        .portal
        .app
        .tambah_baris(&k.pelaku(), k.unit(), k.tahun(), &lembar, &baru, ALASAN)
        .await
    {
        Ok(baris) => Json(Ditambah { baris }).into_response(),
        Err(galat) => gagal(&galat),
    }
}

#[derive(Deserialize)]
pub(super) struct Pulih {
    baris: String,
}

pub(super) async fn pulihkan(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Form(isi): Form<Pulih>,
) -> Hasil {
    k.konteks
        .portal
        .app
        .pulihkan_baris(&k.pelaku(), k.unit(), k.tahun(), &lembar, &isi.baris)
        .await?;
    Ok(k.kembali(&alamat(&k, &lembar, ""), "Baris dipulihkan."))
}
