//! Sheets with their cells: read with an ETag, written by who says which state they saw.

use std::collections::BTreeMap;

use app::{HasilIsi, IsianSel, LembarIsi, Lingkup, TahunDibaca, TitikSel};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::galat::{BENTROK, GalatApi, Hasil, ISIAN, Masalah, TIDAK_ADA, USANG, VERSI};
use super::permintaan::{Badan, Jalur, Permintaan};
use super::{etag, etag_cocok};
use crate::Portal;

/// Most cells of one change.
const SEL_TERBANYAK: usize = 2000;

/// Lembar tanpa isinya.
#[derive(Serialize, ToSchema)]
pub(crate) struct LembarRingkas {
    /// Nama lembar.
    nama: String,
    /// Banyaknya baris.
    baris: usize,
    /// ETag lembar, untuk If-Match dan If-None-Match.
    etag: String,
}

/// Lembar dengan isinya.
#[derive(Serialize, ToSchema)]
#[schema(as = Lembar)]
pub(crate) struct LembarApi {
    /// Nama lembar.
    nama: String,
    /// Judul kolom, berurutan.
    kepala: Vec<String>,
    /// Baris catatan.
    catatan: Vec<String>,
    /// Baris, berurutan.
    baris: Vec<BarisApi>,
}

/// Satu baris.
#[derive(Serialize, ToSchema)]
#[schema(as = Baris)]
pub(crate) struct BarisApi {
    /// Identitas baris.
    id: String,
    /// Sel menurut judul kolom.
    sel: BTreeMap<String, SelApi>,
}

/// Satu sel.
#[derive(Serialize, ToSchema)]
#[schema(as = Sel)]
pub(crate) struct SelApi {
    /// Isi sebagaimana ditulis; kosong bila belum diisi.
    teks: String,
    /// Versi; 0 bila belum pernah diisi.
    versi: i64,
}

/// Perubahan isi lembar.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UbahLembar {
    /// Alasan perubahan, masuk riwayat setiap sel.
    #[serde(default)]
    alasan: String,
    /// Sel yang berubah.
    #[schema(min_items = 1, max_items = 2000)]
    sel: Vec<UbahSel>,
}

/// Perubahan satu sel.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UbahSel {
    /// Identitas baris.
    baris: String,
    /// Judul kolom.
    kolom: String,
    /// Isi baru; kosong untuk mengosongkan.
    teks: String,
    /// Versi yang dilihat; boleh tidak disebut bila ada If-Match.
    #[serde(default, deserialize_with = "super::permintaan::cacah_bila_ada")]
    #[schema(minimum = 0)]
    versi: Option<u32>,
}

/// Apa yang terjadi dengan satu sel.
#[derive(Serialize, ToSchema)]
pub(crate) struct HasilSel {
    baris: String,
    kolom: String,
    /// Apakah isi baru tersimpan.
    tersimpan: bool,
    /// Versi yang sekarang berlaku.
    versi: i64,
    /// Isi yang sekarang berlaku.
    teks: String,
}

pub(super) fn routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(daftar_lembar))
        .routes(routes!(lihat_lembar, ubah_lembar))
}

impl LembarApi {
    fn dari(lembar: &LembarIsi) -> Self {
        Self {
            nama: lembar.nama.clone(),
            kepala: lembar.kepala.clone(),
            catatan: lembar.catatan.clone(),
            baris: lembar
                .baris
                .iter()
                .map(|baris| BarisApi {
                    id: baris.id.clone(),
                    sel: lembar
                        .kepala
                        .iter()
                        .map(|kolom| {
                            let sel = SelApi {
                                teks: baris.teks(kolom).to_owned(),
                                versi: baris.versi(kolom),
                            };
                            (kolom.clone(), sel)
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    fn bita(&self) -> Hasil<Vec<u8>> {
        serde_json::to_vec(self).map_err(|galat| app::Error::Dalam(galat.to_string()).into())
    }
}

/// Lembar satu tahun
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/lembar", tag = "Lembar",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran")),
    responses((status = 200, description = "Lembar dalam urutan paket data", body = Vec<LembarRingkas>)))]
async fn daftar_lembar(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun)): Jalur<(String, i64)>,
) -> Hasil<Json<Vec<LembarRingkas>>> {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let daftar = dibaca
        .isi
        .lembar
        .iter()
        .map(|lembar| {
            let isi = LembarApi::dari(lembar);
            Ok(LembarRingkas {
                nama: isi.nama.clone(),
                baris: isi.baris.len(),
                etag: etag(&isi.bita()?),
            })
        })
        .collect::<Hasil<Vec<_>>>()?;
    Ok(Json(daftar))
}

/// Satu lembar dengan semua selnya
#[utoipa::path(get, path = "/unit/{unit}/tahun/{tahun}/lembar/{lembar}", tag = "Lembar",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("lembar" = String, Path, description = "Nama lembar"),
           ("If-None-Match" = Option<String>, Header, description = "ETag yang sudah dimiliki")),
    responses((status = 200, description = "Lembar", body = LembarApi, headers(("ETag" = String, description = "Tanda isi lembar"))),
              (status = 304, description = "Belum berubah")))]
async fn lihat_lembar(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun, lembar)): Jalur<(String, i64, String)>,
    kepala: HeaderMap,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Baca, &[])?;
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let isi = LembarApi::dari(cari(&dibaca, &lembar)?).bita()?;
    let etag = etag(&isi);
    let tetap = [
        (header::ETAG, etag.clone()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    if etag_cocok(&kepala, &header::IF_NONE_MATCH, &etag) == Some(true) {
        return Ok((StatusCode::NOT_MODIFIED, tetap).into_response());
    }
    let jenis = [(header::CONTENT_TYPE, "application/json")];
    Ok((tetap, jenis, isi).into_response())
}

/// Mengubah sel sebuah lembar
///
/// Sebutkan keadaan yang dilihat: If-Match dengan ETag lembar, atau `versi` pada setiap sel.
/// Bila keadaan sudah berubah, tidak ada yang disimpan dan jawaban memuat keadaan sekarang.
#[utoipa::path(patch, path = "/unit/{unit}/tahun/{tahun}/lembar/{lembar}", tag = "Lembar",
    params(("unit" = String, Path, description = "Identitas unit"), ("tahun" = i64, Path, description = "Tahun anggaran"),
           ("lembar" = String, Path, description = "Nama lembar"),
           ("If-Match" = Option<String>, Header, description = "ETag lembar yang dilihat")),
    request_body = UbahLembar,
    responses((status = 200, description = "Semua tersimpan", body = Vec<HasilSel>, headers(("ETag" = String, description = "Tanda isi lembar yang baru"))),
              (status = 409, description = "Sel sudah diubah orang lain, atau lembar terkunci", body = Masalah, content_type = "application/problem+json"),
              (status = 412, description = "Lembar sudah berubah", body = Masalah, content_type = "application/problem+json"),
              (status = 428, description = "Versi yang dilihat belum disebut", body = Masalah, content_type = "application/problem+json")))]
async fn ubah_lembar(
    State(portal): State<Portal>,
    permintaan: Permintaan,
    Jalur((unit, tahun, lembar)): Jalur<(String, i64, String)>,
    kepala: HeaderMap,
    Badan(ubah): Badan<UbahLembar>,
) -> Hasil {
    let pelaku = permintaan.buka(Lingkup::Isi, &[])?;
    if ubah.sel.is_empty() || ubah.sel.len() > SEL_TERBANYAK {
        return Err(GalatApi::new(ISIAN, "Banyaknya sel di luar batas.").cacat(
            "sel",
            format!("{} sel", ubah.sel.len()),
            format!("kirim 1 sampai {SEL_TERBANYAK} sel"),
        ));
    }
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let kini = cari(&dibaca, &lembar)?;
    let isi = LembarApi::dari(kini);
    let tanda = etag(&isi.bita()?);
    let cocok = etag_cocok(&kepala, &header::IF_MATCH, &tanda);
    if cocok == Some(false) {
        return Err(GalatApi::new(
            USANG,
            "Lembar ini sudah berubah sejak Anda ambil; tidak ada yang disimpan.",
        )
        .kini(serde_json::to_value(&isi).unwrap_or_default())
        .kepala(header::ETAG, &tanda));
    }
    let versi_kini = |satu: &UbahSel| {
        kini.baris
            .iter()
            .find(|baris| baris.id == satu.baris)
            .map_or(0, |baris| baris.versi(&satu.kolom))
    };
    if cocok.is_none()
        && let Some(tanpa) = ubah.sel.iter().find(|satu| satu.versi.is_none())
    {
        return Err(GalatApi::new(
            VERSI,
            "Sebutkan keadaan yang Anda lihat, agar isian orang lain tidak tertimpa.",
        )
        .cacat(
            format!("sel {} pada baris {}", tanpa.kolom, tanpa.baris),
            "versi belum disebut",
            "sertakan versi, atau If-Match dengan ETag lembar",
        ));
    }
    let isian: Vec<IsianSel> = ubah
        .sel
        .iter()
        .map(|satu| IsianSel {
            titik: TitikSel {
                lembar: lembar.clone(),
                baris: satu.baris.clone(),
                kolom: satu.kolom.clone(),
            },
            teks: satu.teks.clone(),
            versi: satu.versi.map_or_else(|| versi_kini(satu), i64::from),
        })
        .collect();
    // Of a change that clashes nothing is kept; whoever comes between this look and the writing is told cell by cell.
    let usang: Vec<HasilSel> = ubah
        .sel
        .iter()
        .zip(&isian)
        .filter(|(satu, isian)| isian.versi != versi_kini(satu))
        .map(|(satu, _)| HasilSel {
            baris: satu.baris.clone(),
            kolom: satu.kolom.clone(),
            tersimpan: false,
            versi: versi_kini(satu),
            teks: kini
                .baris
                .iter()
                .find(|baris| baris.id == satu.baris)
                .map_or_else(String::new, |baris| baris.teks(&satu.kolom).to_owned()),
        })
        .collect();
    if !usang.is_empty() {
        return Err(bentrok(&usang, "tidak ada yang disimpan"));
    }
    let hasil = portal
        .app
        .isi_nilai(&pelaku, &unit, tahun, &isian, &ubah.alasan)
        .await?;
    let hasil: Vec<HasilSel> = ubah
        .sel
        .into_iter()
        .zip(hasil)
        .map(|(satu, hasil)| {
            let (tersimpan, versi, teks) = match hasil {
                HasilIsi::Tersimpan(versi) => (true, versi, satu.teks),
                HasilIsi::Bentrok { kini, versi } => (false, versi, kini),
            };
            HasilSel {
                baris: satu.baris,
                kolom: satu.kolom,
                tersimpan,
                versi,
                teks,
            }
        })
        .collect();
    if hasil.iter().any(|satu| !satu.tersimpan) {
        return Err(bentrok(&hasil, "sel lain tersimpan"));
    }
    let dibaca = portal.app.lihat_tahun(&pelaku, &unit, tahun).await?;
    let tanda = etag(&LembarApi::dari(cari(&dibaca, &lembar)?).bita()?);
    Ok(([(header::ETAG, tanda)], Json(hasil)).into_response())
}

fn bentrok(sel: &[HasilSel], nasib: &str) -> GalatApi {
    let mut galat = GalatApi::new(
        BENTROK,
        format!("Sebagian sel sudah diubah orang lain sejak Anda lihat; {nasib}."),
    )
    .kini(serde_json::to_value(sel).unwrap_or_default());
    for satu in sel.iter().filter(|satu| !satu.tersimpan) {
        galat = galat.cacat(
            format!("sel {} pada baris {}", satu.kolom, satu.baris),
            format!("sekarang versi {} berisi \"{}\"", satu.versi, satu.teks),
            "putuskan lagi, lalu kirim dengan versi yang sekarang",
        );
    }
    galat
}

fn cari<'a>(dibaca: &'a TahunDibaca, nama: &str) -> Hasil<&'a LembarIsi> {
    dibaca
        .isi
        .lembar(nama)
        .ok_or_else(|| GalatApi::new(TIDAK_ADA, "Lembar ini tidak ada pada tahun tersebut."))
}
