//! A year at a glance, and the units below one side by side.

use app::{Lingkup, RingkasanTahun};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::galat::Hasil;
use super::permintaan::{Jalur, Permintaan};
use crate::Portal;

/// Nilai sebagaimana tampil dalam laporan, dengan kode fakta asalnya.
#[derive(Serialize, ToSchema)]
pub(crate) struct Tampilan {
    /// "120,92"; "–" bila belum ada.
    tampil: String,
    /// Kode fakta.
    fakta: String,
}

/// Satu indikator.
#[derive(Serialize, ToSchema)]
#[schema(as = Indikator)]
pub(crate) struct IndikatorApi {
    /// Kode.
    kode: String,
    /// Nama.
    nama: String,
    target: Tampilan,
    realisasi: Tampilan,
    capaian: Tampilan,
    /// Kesimpulan dalam kata.
    status: String,
    /// Bulan dengan responden di bawah batas terendah.
    bulan_kurang: Vec<String>,
}

/// Anggaran satu tahun.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnggaranApi {
    pagu: Tampilan,
    realisasi: Tampilan,
    penyerapan: Tampilan,
}

/// Ringkasan satu tahun.
#[derive(Serialize, ToSchema)]
#[schema(as = Ringkasan)]
pub(crate) struct RingkasanApi {
    indikator: Vec<IndikatorApi>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anggaran: Option<AnggaranApi>,
    /// Banyaknya sel yang salah atau belum ada.
    #[schema(minimum = 0)]
    kesalahan: usize,
}

/// Satu unit di bawah unit yang ditanyakan.
#[derive(Serialize, ToSchema)]
pub(crate) struct Konsolidasi {
    /// Identitas unit.
    unit: String,
    /// Nama unit.
    nama: String,
    /// Tahap laporan; tidak ada bila tahun belum dibuka.
    #[serde(skip_serializing_if = "Option::is_none")]
    laporan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ringkasan: Option<RingkasanApi>,
}

impl From<(String, String)> for Tampilan {
    fn from((tampil, fakta): (String, String)) -> Self {
        Self { tampil, fakta }
    }
}

impl From<RingkasanTahun> for RingkasanApi {
    fn from(ringkasan: RingkasanTahun) -> Self {
        Self {
            indikator: ringkasan
                .indikator
                .into_iter()
                .map(|satu| IndikatorApi {
                    kode: satu.kode,
                    nama: satu.nama,
                    target: satu.target.into(),
                    realisasi: satu.realisasi.into(),
                    capaian: satu.capaian.into(),
                    status: satu.status.to_owned(),
                    bulan_kurang: satu.bulan_kurang,
                })
                .collect(),
            anggaran: ringkasan
                .anggaran
                .map(|[pagu, realisasi, penyerapan]| AnggaranApi {
                    pagu: pagu.into(),
                    realisasi: realisasi.into(),
                    penyerapan: penyerapan.into(),
                }),
            kesalahan: ringkasan.kesalahan,
        }
    }
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(ringkasan))
        .routes(routes!(konsolidasi))
}

/// Ringkasan satu tahun
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}", tag = "Unit dan tahun",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran")),
    responses((status = 200, description = "Indikator dan anggaran", body = RingkasanApi)))]
async fn ringkasan(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil<Json<RingkasanApi>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    Ok(Json(dibaca.ringkasan().into()))
}

/// Unit di bawah satu unit, berdampingan
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/konsolidasi", tag = "Unit dan tahun",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran")),
    responses((status = 200, description = "Unit langsung di bawahnya", body = Vec<Konsolidasi>)))]
async fn konsolidasi(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil<Json<Vec<Konsolidasi>>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let daftar = portal.app.konsolidasi(&pelaku, &unit, tahun).await?;
    Ok(Json(
        daftar
            .into_iter()
            .map(|satu| Konsolidasi {
                unit: satu.unit.unit,
                nama: satu.unit.nama,
                laporan: satu.laporan.map(|tahap| tahap.kata().to_owned()),
                ringkasan: satu.ringkasan.map(Into::into),
            })
            .collect(),
    ))
}
