//! The flow: where it stands, and a step.

use app::{AlurTahun, JenisAlur, Keadaan, LangkahBaru, Lingkup};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::galat::{GalatApi, Hasil, Masalah, TIDAK_ADA};
use super::permintaan::{Badan, Jalur, Permintaan};
use super::saat;
use crate::Portal;

/// Tahap.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tahap {
    Draf,
    Diajukan,
    Diverifikasi,
    Disahkan,
    Dikembalikan,
    Diterbitkan,
}

/// Alur satu dokumen.
#[derive(Serialize, ToSchema)]
#[schema(as = Alur)]
pub(crate) struct AlurApi {
    /// perjanjian, rencana-aksi, realisasi, atau laporan.
    jenis: String,
    /// Tahap sekarang.
    keadaan: Tahap,
    /// Banyaknya langkah sejauh ini; sebutkan saat mengambil langkah.
    versi: i64,
    /// Langkah yang boleh diambil pemegang token.
    langkah: Vec<Tahap>,
    /// Langkah sejauh ini.
    riwayat: Vec<LangkahApi>,
}

/// Satu langkah yang sudah diambil.
#[derive(Serialize, ToSchema)]
#[schema(as = Langkah)]
pub(crate) struct LangkahApi {
    versi: i64,
    semula: String,
    menjadi: String,
    /// Identitas akun.
    oleh: String,
    #[schema(format = DateTime)]
    pada: String,
    alasan: String,
}

/// Langkah yang hendak diambil.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmbilLangkah {
    /// Tahap yang dituju.
    ke: Tahap,
    /// `versi` alur yang dilihat.
    #[serde(deserialize_with = "super::permintaan::cacah")]
    #[schema(minimum = 0)]
    versi: u32,
    /// Alasan; wajib untuk mengembalikan dan untuk membuka koreksi.
    #[serde(default)]
    alasan: String,
}

impl Tahap {
    fn dari(keadaan: Keadaan) -> Self {
        match keadaan {
            Keadaan::Draf => Self::Draf,
            Keadaan::Diajukan => Self::Diajukan,
            Keadaan::Diverifikasi => Self::Diverifikasi,
            Keadaan::Disahkan => Self::Disahkan,
            Keadaan::Dikembalikan => Self::Dikembalikan,
            Keadaan::Diterbitkan => Self::Diterbitkan,
        }
    }

    fn keadaan(self) -> Keadaan {
        match self {
            Self::Draf => Keadaan::Draf,
            Self::Diajukan => Keadaan::Diajukan,
            Self::Diverifikasi => Keadaan::Diverifikasi,
            Self::Disahkan => Keadaan::Disahkan,
            Self::Dikembalikan => Keadaan::Dikembalikan,
            Self::Diterbitkan => Keadaan::Diterbitkan,
        }
    }
}

impl From<AlurTahun> for AlurApi {
    fn from(alur: AlurTahun) -> Self {
        Self {
            jenis: alur.jenis.kata().to_owned(),
            keadaan: Tahap::dari(alur.keadaan),
            versi: alur.versi,
            langkah: alur.langkah.into_iter().map(Tahap::dari).collect(),
            riwayat: alur
                .riwayat
                .into_iter()
                .map(|satu| LangkahApi {
                    versi: satu.versi,
                    semula: satu.semula,
                    menjadi: satu.menjadi,
                    oleh: satu.oleh,
                    pada: saat(satu.pada),
                    alasan: satu.alasan,
                })
                .collect(),
        }
    }
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(daftar_alur))
        .routes(routes!(ambil_langkah))
}

/// Tahap perjanjian, rencana aksi, realisasi, dan laporan
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/alur", tag = "Alur",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran")),
    responses((status = 200, description = "Alur", body = Vec<AlurApi>)))]
async fn daftar_alur(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil<Json<Vec<AlurApi>>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let daftar = portal.app.daftar_alur(&pelaku, &unit, tahun).await?;
    Ok(Json(daftar.into_iter().map(Into::into).collect()))
}

/// Mengambil satu langkah alur
#[utoipa::path(post, path = "/unit/{unit}/tahun/{tahun}/alur/{jenis}", tag = "Alur",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("jenis" = String, Path, description = "perjanjian, rencana-aksi, realisasi, atau laporan")),
    request_body = AmbilLangkah,
    responses((status = 200, description = "Langkah diambil", body = AlurApi),
              (status = 409, description = "Langkah belum terbuka, syarat belum terpenuhi, atau orang lain lebih dahulu", body = Masalah, content_type = "application/problem+json")))]
async fn ambil_langkah(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun, jenis)): Jalur<(String, i64, String)>,
    Badan(ambil): Badan<AmbilLangkah>,
) -> Hasil<Json<AlurApi>> {
    let ke = ambil.ke.keadaan();
    // A token that fills cells for its person does not also decide for that person.
    let lingkup = if ke == Keadaan::Diajukan {
        Lingkup::Isi
    } else {
        Lingkup::Alur
    };
    let pelaku = permintaan.buka(lingkup, &[])?;
    let tidak_ada = || GalatApi::new(TIDAK_ADA, "Alur ini tidak ada.");
    let jenis = JenisAlur::dari_kata(&jenis).ok_or_else(tidak_ada)?;
    let baru = LangkahBaru {
        jenis,
        ke,
        versi: i64::from(ambil.versi),
        alasan: ambil.alasan,
    };
    portal
        .app
        .langkah_alur(&pelaku, &unit, tahun, &baru)
        .await?;
    let daftar = portal.app.daftar_alur(&pelaku, &unit, tahun).await?;
    let satu = daftar
        .into_iter()
        .find(|satu| satu.jenis == jenis)
        .ok_or_else(tidak_ada)?;
    Ok(Json(satu.into()))
}
