//! Units and years that the token's person may see.

use app::{Lingkup, Tindakan};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::bagian::{Bagian, bagi};
use super::galat::Hasil;
use super::permintaan::{Jalur, Permintaan};
use super::saat;
use crate::Portal;

/// Pemegang token.
#[derive(Serialize, ToSchema)]
pub(crate) struct Saya {
    /// Identitas akun.
    orang: String,
    /// Nama token.
    token: String,
    /// Yang boleh dilakukan dengan token ini.
    lingkup: Vec<String>,
    /// Hari terakhir token berlaku.
    #[serde(skip_serializing_if = "Option::is_none")]
    sampai: Option<String>,
}

/// Unit kerja.
#[derive(Serialize, ToSchema)]
#[schema(as = Unit)]
pub(crate) struct UnitApi {
    /// Identitas unit.
    id: String,
    /// Nama.
    nama: String,
    /// Tingkat: kementerian, eselon-satu, kanwil, kantor, seksi.
    tingkat: String,
    /// Jenis kantor, bila unit ini melapor.
    #[serde(skip_serializing_if = "Option::is_none")]
    profil: Option<String>,
    /// Kode satuan kerja.
    #[serde(skip_serializing_if = "Option::is_none")]
    kode: Option<String>,
    /// Unit di atasnya.
    #[serde(skip_serializing_if = "Option::is_none")]
    induk: Option<String>,
}

/// Tahun anggaran yang sudah dibuka.
#[derive(Serialize, ToSchema)]
#[schema(as = Tahun)]
pub(crate) struct TahunApi {
    /// Tahun.
    tahun: i64,
    /// Kapan dibuka.
    #[schema(format = DateTime)]
    dibuka: String,
    /// Kapan dikunci.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    dikunci: Option<String>,
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(saya))
        .routes(routes!(daftar_unit))
        .routes(routes!(daftar_tahun))
}

/// Pemegang token dan lingkupnya
#[utoipa::path(get, path = "/saya", tag = "Token", responses((status = 200, description = "Token ini", body = Saya)))]
async fn saya(permintaan: Permintaan) -> Hasil<Json<Saya>> {
    permintaan.buka(Lingkup::Baca, &[])?;
    let token = &permintaan.token().token;
    Ok(Json(Saya {
        orang: token.orang.clone(),
        token: token.nama.clone(),
        lingkup: token.lingkup.split(' ').map(str::to_owned).collect(),
        sampai: token.sampai.clone(),
    }))
}

/// Unit yang boleh dilihat
#[utoipa::path(get, path = "/unit", tag = "Unit dan tahun",
    params(("batas" = Option<i64>, Query, description = "Isi terbanyak", minimum = 1, maximum = 500),
           ("kursor" = Option<String>, Query, description = "`berikut` dari bagian sebelumnya")),
    responses((status = 200, description = "Unit", body = Bagian<UnitApi>)))]
async fn daftar_unit(State(portal): State<Portal>, permintaan: Permintaan) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, super::bagian::KUERI)?;
    let mut tx = portal.app.store.read().await?;
    let daftar = portal
        .app
        .unit_yang_boleh(&mut tx, &pelaku, Tindakan::Lihat)
        .await?;
    let daftar: Vec<UnitApi> = daftar
        .into_iter()
        .map(|unit| UnitApi {
            id: unit.unit,
            nama: unit.nama,
            tingkat: unit.tingkat,
            profil: unit.profil,
            kode: unit.kode,
            induk: unit.induk,
        })
        .collect();
    bagi(&permintaan, daftar, |unit| unit.id.clone(), &[])
}

/// Tahun yang sudah dibuka pada satu unit
#[utoipa::path(get, path = "/unit/{unit}/tahun", tag = "Unit dan tahun",
    params(("unit" = String, Path, description = "Identitas unit")),
    responses((status = 200, description = "Tahun, yang terbaru lebih dahulu", body = Vec<TahunApi>)))]
async fn daftar_tahun(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur(unit): Jalur<String>,
) -> Hasil<Response> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    portal
        .app
        .wajib_boleh(&pelaku, Tindakan::Lihat, &unit)
        .await?;
    let daftar: Vec<TahunApi> = portal
        .app
        .store
        .read()
        .await?
        .list_periode_unit(&unit)
        .await?
        .into_iter()
        .map(|periode| TahunApi {
            tahun: periode.tahun,
            dibuka: saat(periode.dibuka),
            dikunci: periode.dikunci.map(saat),
        })
        .collect();
    Ok(Json(daftar).into_response())
}
