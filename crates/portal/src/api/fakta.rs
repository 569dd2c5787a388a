//! Fakta: values with their derivation.

use app::Lingkup;
use axum::Json;
use axum::extract::State;
use kinerja::jejak::{Jejak, jejak};
use kinerja::{Asal, Fakta};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::bagian::{Bagian, bagi};
use super::galat::{GalatApi, Hasil, TIDAK_ADA};
use super::permintaan::{Jalur, Permintaan};
use crate::Portal;

/// Satu nilai.
#[derive(Serialize, ToSchema)]
#[schema(as = Fakta)]
pub(crate) struct FaktaApi {
    /// Kode, seperti "ikm.2023.capaian".
    kode: String,
    /// Sebutan.
    label: String,
    /// Satuan.
    satuan: String,
    /// Nilai tanpa dibulatkan lagi, sebagai teks desimal dengan titik; tidak ada bila rumpang atau bukan angka.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = r"^-?[0-9]+(\.[0-9]+)?$")]
    nilai: Option<String>,
    /// Nilai sebagaimana tampil dalam laporan.
    #[serde(skip_serializing_if = "Option::is_none")]
    tampil: Option<String>,
    /// Sebab nilai belum ada.
    #[serde(skip_serializing_if = "Option::is_none")]
    rumpang: Option<String>,
    /// Asal nilai.
    asal: AsalApi,
}

/// Asal sebuah nilai.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AsalApi {
    Masukan,
    Koreksi,
    Ketentuan,
    Hitungan,
}

/// Satu nilai dengan seluruh asal-usulnya.
#[derive(Serialize, ToSchema)]
pub(crate) struct FaktaRinci {
    #[serde(flatten)]
    fakta: FaktaApi,
    /// Dari mana nilai ini diperoleh, sampai sel dan ketentuan.
    jejak: JejakApi,
}

/// Satu langkah asal-usul.
#[derive(Serialize, ToSchema)]
#[schema(as = Jejak)]
pub(crate) struct JejakApi {
    kode: String,
    label: String,
    nilai: String,
    /// Rumus dengan angkanya, sel, ketentuan, koreksi, atau angka tercetak.
    keterangan: Vec<String>,
    /// Dasar hukum atau metode.
    dasar: Vec<String>,
    /// Nilai yang dipakai untuk menghitungnya.
    #[schema(no_recursion)]
    dari: Vec<JejakApi>,
    /// Asal-usulnya sudah diuraikan di bagian lain jejak ini.
    dipotong: bool,
}

impl From<&Fakta> for FaktaApi {
    fn from(fakta: &Fakta) -> Self {
        Self {
            kode: fakta.kode.as_str().to_owned(),
            label: fakta.label.clone(),
            satuan: fakta.satuan.nama().to_owned(),
            nilai: fakta.angka().map(|nilai| nilai.to_string()),
            tampil: fakta.tampil(),
            rumpang: fakta.nilai.as_ref().err().map(ToString::to_string),
            asal: match fakta.asal {
                Asal::Masukan { .. } => AsalApi::Masukan,
                Asal::Koreksi { .. } => AsalApi::Koreksi,
                Asal::Ketentuan { .. } => AsalApi::Ketentuan,
                Asal::Hitungan(_) => AsalApi::Hitungan,
            },
        }
    }
}

impl From<Jejak> for JejakApi {
    fn from(jejak: Jejak) -> Self {
        Self {
            kode: jejak.kode.as_str().to_owned(),
            label: jejak.label,
            nilai: jejak.nilai,
            keterangan: jejak.keterangan,
            dasar: jejak.dasar,
            dari: jejak.dari.into_iter().map(Into::into).collect(),
            dipotong: jejak.dipotong,
        }
    }
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(daftar_fakta))
        .routes(routes!(lihat_fakta))
}

/// Semua nilai satu tahun
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/fakta", tag = "Fakta dan temuan",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("awalan" = Option<String>, Query, description = "Hanya kode yang diawali ini"),
           ("batas" = Option<i64>, Query, description = "Isi terbanyak", minimum = 1, maximum = 500),
           ("kursor" = Option<String>, Query, description = "`berikut` dari bagian sebelumnya")),
    responses((status = 200, description = "Nilai menurut kode", body = Bagian<FaktaApi>)))]
async fn daftar_fakta(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, &["awalan", "batas", "kursor"])?;
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let awalan = permintaan.kueri("awalan").unwrap_or_default();
    let daftar: Vec<FaktaApi> = dibaca
        .hasil
        .fakta
        .iter()
        .filter(|fakta| fakta.kode.as_str().starts_with(awalan))
        .map(FaktaApi::from)
        .collect();
    bagi(&permintaan, daftar, |fakta| fakta.kode.clone(), &["awalan"])
}

/// Satu nilai dengan asal-usulnya
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/fakta/{kode}", tag = "Fakta dan temuan",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("kode" = String, Path, description = "Kode fakta")),
    responses((status = 200, description = "Nilai dan jejaknya", body = FaktaRinci)))]
async fn lihat_fakta(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun, kode)): Jalur<(String, i64, String)>,
) -> Hasil<Json<FaktaRinci>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let daftar = &dibaca.hasil.fakta;
    let (Some(fakta), Some(jejak)) = (daftar.get(&kode), jejak(daftar, &kode)) else {
        return Err(GalatApi::new(TIDAK_ADA, "Fakta dengan kode ini tidak ada."));
    };
    Ok(Json(FaktaRinci {
        fakta: fakta.into(),
        jejak: jejak.into(),
    }))
}
