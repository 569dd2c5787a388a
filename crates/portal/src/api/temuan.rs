//! Findings: of a year, and of a document that is handed in.

use std::collections::BTreeMap;

use app::{DOKUMEN_TERBESAR, Lingkup, Unggahan};
use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use periksa::Temuan;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::galat::{GalatApi, Hasil, ISIAN};
use super::permintaan::{Berkas, Jalur, Permintaan};
use crate::Portal;

/// Satu temuan.
#[derive(Serialize, ToSchema)]
#[schema(as = Temuan)]
pub(crate) struct TemuanApi {
    /// Nama aturan.
    aturan: String,
    /// wajib, anjuran, atau saran.
    berat: String,
    /// Di mana.
    tempat: String,
    /// Yang tertulis di sana.
    cuplikan: String,
    /// Apa yang salah.
    pesan: String,
    /// Bagaimana memperbaikinya.
    perbaikan: String,
    /// Dasarnya.
    dasar: Vec<String>,
    /// Nilai yang seharusnya.
    #[serde(skip_serializing_if = "Option::is_none")]
    seharusnya: Option<String>,
    /// Cara menghitungnya.
    #[serde(skip_serializing_if = "Option::is_none")]
    hitungan: Option<String>,
    /// Kode fakta yang dimaksud.
    #[serde(skip_serializing_if = "Option::is_none")]
    fakta: Option<String>,
    /// Tempat lain dengan sebab yang sama.
    terkait: Vec<String>,
    /// Tanda yang tetap sama pada versi dokumen berikutnya.
    sidik: String,
    /// Bagaimana temuan ini diselesaikan.
    #[serde(skip_serializing_if = "Option::is_none")]
    selesai: Option<String>,
}

/// Hasil pemeriksaan dokumen.
#[derive(Serialize, ToSchema)]
#[schema(as = HasilPeriksa)]
pub(crate) struct HasilPeriksaApi {
    /// Temuan, yang wajib lebih dahulu.
    temuan: Vec<TemuanApi>,
    /// Bagian dokumen yang tidak dapat dibaca.
    catatan: Vec<String>,
    /// Angka yang terlihat.
    dilihat: usize,
    /// Angka yang dapat diuji.
    diperiksa: usize,
    /// Angka yang tidak dapat diuji, menurut sebabnya.
    tidak_diperiksa: BTreeMap<String, usize>,
}

impl From<&Temuan> for TemuanApi {
    fn from(temuan: &Temuan) -> Self {
        Self {
            aturan: temuan.aturan.to_owned(),
            berat: temuan.berat.sebutan().to_owned(),
            tempat: temuan.lokasi.to_string(),
            cuplikan: temuan.cuplikan.clone(),
            pesan: temuan.pesan.clone(),
            perbaikan: temuan.perbaikan.clone(),
            dasar: temuan.dasar.clone(),
            seharusnya: temuan.seharusnya.clone(),
            hitungan: temuan.hitungan.clone(),
            fakta: temuan.kode.as_ref().map(|kode| kode.as_str().to_owned()),
            terkait: temuan.terkait.iter().map(ToString::to_string).collect(),
            sidik: temuan.sidik.clone(),
            selesai: temuan.selesai.clone(),
        }
    }
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(periksa_dokumen))
        .layer(DefaultBodyLimit::max(DOKUMEN_TERBESAR))
        .routes(routes!(daftar_temuan))
}

/// Temuan pada data dan draf laporan satu tahun
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/temuan", tag = "Fakta dan temuan",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran")),
    responses((status = 200, description = "Temuan, yang wajib lebih dahulu", body = Vec<TemuanApi>)))]
async fn daftar_temuan(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil<Json<Vec<TemuanApi>>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let daftar = portal.app.temuan_tahun(&pelaku, &unit, tahun).await?;
    Ok(Json(daftar.iter().map(Into::into).collect()))
}

/// Memeriksa sebuah dokumen
///
/// Kirim isi berkas PDF, DOCX, HTML, Markdown, LaTeX, atau teks. Dokumen tidak disimpan.
#[utoipa::path(post, path = "/periksa", tag = "Pemeriksaan dokumen",
    params(("nama" = Option<String>, Query, description = "Nama berkas, untuk mengenali bentuknya"),
           ("unit" = Option<String>, Query, description = "Bandingkan dengan data unit ini; bersama tahun"),
           ("tahun" = Option<i64>, Query, description = "Bandingkan dengan data tahun ini; bersama unit", minimum = 1900, maximum = 2200)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "Isi berkas, paling besar 32 MB"),
    responses((status = 200, description = "Temuan", body = HasilPeriksaApi)))]
async fn periksa_dokumen(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Berkas(isi): Berkas,
) -> Hasil<Json<HasilPeriksaApi>> {
    let pelaku = permintaan.buka(Lingkup::Periksa, &["nama", "unit", "tahun"])?;
    let tahun = permintaan.bilangan("tahun", 1900, 2200)?;
    let terhadap = match (permintaan.kueri("unit"), tahun) {
        (Some(unit), Some(tahun)) => Some((unit, tahun)),
        (None, None) => None,
        _ => {
            return Err(
                GalatApi::new(ISIAN, "Unit dan tahun disebut bersama-sama.").cacat(
                    "kueri",
                    "hanya salah satu dari unit dan tahun",
                    "sebutkan keduanya, atau tidak satu pun",
                ),
            );
        }
    };
    let berkas = Unggahan {
        nama: permintaan.kueri("nama").unwrap_or_default().to_owned(),
        isi,
    };
    let hasil = portal.app.periksa_sekali(&pelaku, terhadap, berkas).await?;
    Ok(Json(HasilPeriksaApi {
        temuan: hasil.temuan.iter().map(Into::into).collect(),
        catatan: hasil.catatan,
        dilihat: hasil.cakupan.dilihat,
        diperiksa: hasil.cakupan.diperiksa,
        tidak_diperiksa: hasil
            .cakupan
            .tidak
            .iter()
            .map(|(sebab, banyak)| ((*sebab).to_owned(), *banyak))
            .collect(),
    }))
}
