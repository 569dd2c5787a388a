//! A year at a glance, and the units below one side by side.

use app::{JenisAlur, Lingkup, PilihanKonsolidasi, RingkasanTahun};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::bagian::{Bagian, batas, susun};
use super::galat::{GalatApi, Hasil, SALAH};
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
    /// Indikator; tidak disertakan pada daftar banyak unit.
    indikator: Vec<IndikatorApi>,
    /// Rata-rata capaian.
    #[serde(skip_serializing_if = "Option::is_none")]
    capaian: Option<Tampilan>,
    /// Nilai Kinerja Anggaran.
    #[serde(skip_serializing_if = "Option::is_none")]
    nka: Option<Tampilan>,
    /// IKPA.
    #[serde(skip_serializing_if = "Option::is_none")]
    ikpa: Option<Tampilan>,
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
    /// Laporan melewati tenggatnya.
    terlambat: bool,
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
                    status: satu.keadaan.sebutan().to_owned(),
                    bulan_kurang: satu.bulan_kurang,
                })
                .collect(),
            capaian: ringkasan.capaian.map(Into::into),
            nka: ringkasan.nka.map(Into::into),
            ikpa: ringkasan.ikpa.map(Into::into),
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
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("turunan" = Option<bool>, Query, description = "Semua unit di bawahnya, bukan hanya yang langsung"),
           ("batas" = Option<i64>, Query, description = "Isi terbanyak", minimum = 1, maximum = 500),
           ("kursor" = Option<i64>, Query, description = "`berikut` dari bagian sebelumnya", minimum = 0, maximum = 1000000000)),
    responses((status = 200, description = "Unit menurut nama", body = Bagian<Konsolidasi>)))]
async fn konsolidasi(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, &["turunan", "batas", "kursor"])?;
    let turunan = match permintaan.kueri("turunan") {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => {
            return Err(
                GalatApi::new(SALAH, "Kueri pada alamat tidak dapat dibaca.").cacat(
                    "kueri turunan",
                    "bukan true atau false",
                    "tulis true atau false",
                ),
            );
        }
    };
    let batas = batas(&permintaan)?;
    let lewati = permintaan
        .bilangan("kursor", 0, 1_000_000_000)?
        .unwrap_or_default();
    let banyak = i64::try_from(batas).unwrap_or(1);
    let pilihan = PilihanKonsolidasi {
        turunan,
        lewati,
        banyak,
        ..PilihanKonsolidasi::default()
    };
    let hasil = portal
        .app
        .konsolidasi(&pelaku, &unit, tahun, &pilihan)
        .await?;
    let sampai = lewati.saturating_add(banyak);
    let berikut = (sampai < hasil.banyak).then(|| sampai.to_string());
    let laporan = JenisAlur::SEMUA
        .iter()
        .position(|jenis| *jenis == JenisAlur::Laporan)
        .unwrap_or_default();
    let data: Vec<Konsolidasi> = hasil
        .baris
        .into_iter()
        .map(|satu| Konsolidasi {
            unit: satu.unit.unit,
            nama: satu.unit.nama,
            laporan: satu
                .alur
                .and_then(|alur| alur.get(laporan).copied())
                .map(|tahap| tahap.kata().to_owned()),
            terlambat: satu.terlambat,
            ringkasan: satu.ringkasan.map(Into::into),
        })
        .collect();
    Ok(susun(&permintaan, data, berikut, batas, &["turunan"]))
}
