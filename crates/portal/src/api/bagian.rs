//! Long lists in parts: stable order, a cursor that is the key of the last entry, `Link` to the next part.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::galat::Hasil;
use super::permintaan::Permintaan;
use crate::galat::sandikan;

/// Names of the query of every list.
pub(crate) const KUERI: &[&str] = &["batas", "kursor"];
const BATAS: i64 = 100;
const BATAS_TERBESAR: i64 = 500;

/// Satu bagian dari sebuah daftar.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bagian<T> {
    /// Isi bagian ini, berurutan.
    data: Vec<T>,
    /// Kursor bagian berikutnya; tidak ada pada bagian terakhir.
    #[serde(skip_serializing_if = "Option::is_none")]
    berikut: Option<String>,
}

/// How many entries the query asks for.
pub(crate) fn batas(permintaan: &Permintaan) -> Hasil<usize> {
    let batas = permintaan
        .bilangan("batas", 1, BATAS_TERBESAR)?
        .unwrap_or(BATAS);
    Ok(usize::try_from(batas).unwrap_or(1))
}

/// The part of a list that the query asks for; `tetap` are the other parts of its query, for the address of the next one.
pub(crate) fn bagi<T: Serialize>(
    permintaan: &Permintaan,
    daftar: Vec<T>,
    kunci: impl Fn(&T) -> String,
    tetap: &[&str],
) -> Hasil {
    let batas = batas(permintaan)?;
    let kursor = permintaan.kueri("kursor").unwrap_or_default();
    let mut berkunci: Vec<(String, T)> = daftar
        .into_iter()
        .map(|satu| (kunci(&satu), satu))
        .filter(|(kunci, _)| kunci.as_str() > kursor)
        .collect();
    berkunci.sort_by(|(a, _), (b, _)| a.cmp(b));
    let lebih = berkunci.len() > batas;
    berkunci.truncate(batas);
    let berikut = berkunci
        .last()
        .filter(|_| lebih)
        .map(|(kunci, _)| kunci.clone());
    let data = berkunci.into_iter().map(|(_, satu)| satu).collect();
    Ok(susun(permintaan, data, berikut, batas, tetap))
}

/// One part as an answer, with the address of the next.
pub(crate) fn susun<T: Serialize>(
    permintaan: &Permintaan,
    data: Vec<T>,
    berikut: Option<String>,
    batas: usize,
    tetap: &[&str],
) -> Response {
    let tautan = berikut.as_deref().map(|kursor| {
        let lain: String = tetap
            .iter()
            .filter_map(|nama| {
                permintaan
                    .kueri(nama)
                    .map(|nilai| format!("&{nama}={}", sandikan(nilai)))
            })
            .collect();
        format!(
            "<{}?batas={batas}&kursor={}{lain}>; rel=\"next\"",
            permintaan.jalur(),
            sandikan(kursor)
        )
    });
    let isi = Bagian { data, berikut };
    let mut jawaban = Json(isi).into_response();
    if let Some(nilai) = tautan.and_then(|tautan| HeaderValue::from_str(&tautan).ok()) {
        jawaban.headers_mut().insert(header::LINK, nilai);
    }
    jawaban
}
