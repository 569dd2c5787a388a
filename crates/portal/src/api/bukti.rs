//! Evidence: listed, fetched, attached.

use app::{Lingkup, Unggahan};
use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;
use store::Bukti;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::bagian::{Bagian, bagi};
use super::galat::{GalatApi, Hasil, ISIAN, Masalah};
use super::permintaan::{Berkas, Jalur, Permintaan};
use super::saat;
use crate::Portal;
use crate::galat::sandikan;

/// Largest body: what the use case takes, and a little, so that it is the one to refuse.
const TERBESAR: usize = 21 << 20;
/// Longest name of what the evidence is about.
const KAITAN_TERPANJANG: usize = 200;

/// Berkas bukti.
#[derive(Serialize, ToSchema)]
#[schema(as = Bukti)]
pub(crate) struct BuktiApi {
    /// Identitas bukti.
    id: String,
    /// Indikator atau kegiatan yang dibuktikan.
    kaitan: String,
    /// Nama berkas.
    nama: String,
    /// Jenis isi.
    jenis: String,
    /// Ukuran dalam bita.
    ukuran: i64,
    /// SHA-256 isi.
    sidik: String,
    /// Kapan dilampirkan.
    #[schema(format = DateTime)]
    pada: String,
}

/// Bukti yang baru dilampirkan.
#[derive(Serialize, ToSchema)]
pub(crate) struct BuktiBaru {
    /// Identitas bukti.
    id: String,
}

impl From<Bukti> for BuktiApi {
    fn from(bukti: Bukti) -> Self {
        Self {
            id: bukti.id,
            kaitan: bukti.kaitan,
            nama: bukti.nama,
            jenis: bukti.jenis,
            ukuran: bukti.ukuran,
            sidik: bukti.sidik,
            pada: saat(bukti.pada),
        }
    }
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(daftar_bukti, lampirkan_bukti))
        .layer(DefaultBodyLimit::max(TERBESAR))
        .routes(routes!(ambil_bukti))
}

/// Bukti satu tahun
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/bukti", tag = "Bukti",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("batas" = Option<i64>, Query, description = "Isi terbanyak", minimum = 1, maximum = 500),
           ("kursor" = Option<String>, Query, description = "`berikut` dari bagian sebelumnya")),
    responses((status = 200, description = "Bukti yang terlampir", body = Bagian<BuktiApi>)))]
async fn daftar_bukti(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, super::bagian::KUERI)?;
    let daftar = portal.app.daftar_bukti(&pelaku, &unit, tahun).await?;
    let daftar: Vec<BuktiApi> = daftar
        .into_iter()
        .filter(|bukti| bukti.lepas.is_none())
        .map(Into::into)
        .collect();
    bagi(&permintaan, daftar, |bukti| bukti.id.clone(), &[])
}

/// Melampirkan bukti
#[utoipa::path(post, path = "/unit/{unit}/tahun/{tahun}/bukti", tag = "Bukti",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("kaitan" = String, Query, description = "Kode indikator atau kegiatan yang dibuktikan", min_length = 1, max_length = 200),
           ("nama" = Option<String>, Query, description = "Nama berkas")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "Isi berkas PDF, PNG, JPEG, DOCX, XLSX, atau ZIP, paling besar 20 MB"),
    responses((status = 201, description = "Terlampir", body = BuktiBaru, headers(("Location" = String, description = "Alamat bukti"))),
              (status = 409, description = "Tahun atau realisasi terkunci", body = Masalah, content_type = "application/problem+json")))]
async fn lampirkan_bukti(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
    Berkas(isi): Berkas,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Isi, &["kaitan", "nama"])?;
    let kaitan = permintaan.kueri("kaitan").unwrap_or_default().trim();
    if kaitan.is_empty() || kaitan.chars().count() > KAITAN_TERPANJANG {
        return Err(GalatApi::new(ISIAN, "Kaitan bukti belum benar.").cacat(
            "kueri kaitan",
            "kosong atau terlalu panjang",
            "sebutkan kode indikator atau kegiatan",
        ));
    }
    let berkas = Unggahan {
        nama: permintaan.kueri("nama").unwrap_or("berkas").to_owned(),
        isi,
    };
    let id = portal
        .app
        .lampirkan_bukti(&pelaku, &unit, tahun, kaitan, berkas)
        .await?;
    let alamat = format!("{}/{id}", permintaan.jalur());
    let tempat = [(header::LOCATION, alamat)];
    Ok((StatusCode::CREATED, tempat, Json(BuktiBaru { id })).into_response())
}

/// Isi sebuah bukti
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/bukti/{id}", tag = "Bukti",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("id" = String, Path, description = "Identitas bukti")),
    responses((status = 200, description = "Isi berkas", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn ambil_bukti(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun, id)): Jalur<(String, i64, String)>,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let (bukti, isi) = portal.app.ambil_bukti(&pelaku, &unit, tahun, &id).await?;
    let nama = format!("attachment; filename*=UTF-8''{}", sandikan(&bukti.nama));
    // Never the kind that it says it is: nothing of it may run in our place.
    let kepala = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, nama),
    ];
    Ok((kepala, isi).into_response())
}
