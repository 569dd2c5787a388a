//! What comes in: who asks with which token, the query, the path, the body; each refused in words.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, OriginalUri, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use app::{Lingkup, Pelaku, TokenAktif};

use super::galat::{
    BENTUK, BESAR, GalatApi, Hasil, ISIAN, LINGKUP, SALAH, SERING, TIDAK_ADA, TOKEN,
};
use crate::Portal;

/// A request with its token and its query. What a handler wants of it, it says by [`Permintaan::buka`].
pub(crate) struct Permintaan {
    token: TokenAktif,
    kueri: Vec<(String, String)>,
    jalur: String,
}

impl Permintaan {
    /// The person for whom the token speaks, where the token may this and the query has only these names.
    pub(crate) fn buka(&self, lingkup: Lingkup, kueri: &[&str]) -> Hasil<Pelaku> {
        for (nama, nilai) in &self.kueri {
            let kali = self.kueri.iter().filter(|(lain, _)| lain == nama).count();
            if buruk(nilai) {
                return Err(
                    GalatApi::new(ISIAN, "Kueri pada alamat tidak dapat dibaca.").cacat(
                        format!("kueri {}", aman(nama)),
                        "ada karakter kendali",
                        "hapus karakter kendali",
                    ),
                );
            }
            if !kueri.contains(&nama.as_str()) || kali > 1 {
                let perbaikan = if kueri.is_empty() {
                    "alamat ini tidak memakai kueri".to_owned()
                } else {
                    format!("gunakan {}, masing-masing sekali", kueri.join(", "))
                };
                return Err(
                    GalatApi::new(SALAH, "Kueri pada alamat tidak dikenal.").cacat(
                        format!("kueri {}", aman(nama)),
                        "tidak dikenal, atau disebut lebih dari sekali",
                        perbaikan,
                    ),
                );
            }
        }
        if !self.token.boleh(lingkup) {
            return Err(GalatApi::new(
                LINGKUP,
                format!("Token ini tidak memuat lingkup \"{}\".", lingkup.kata()),
            ));
        }
        Ok(self.token.pelaku())
    }

    /// A value of the query.
    pub(crate) fn kueri(&self, nama: &str) -> Option<&str> {
        self.kueri
            .iter()
            .find(|(satu, _)| satu == nama)
            .map(|(_, nilai)| nilai.as_str())
    }

    /// A whole number of the query.
    pub(crate) fn bilangan(&self, nama: &str, dari: i64, sampai: i64) -> Hasil<Option<i64>> {
        self.kueri(nama)
            .map(|teks| {
                teks.parse()
                    .ok()
                    .filter(|angka| (dari..=sampai).contains(angka))
                    .ok_or_else(|| {
                        GalatApi::new(SALAH, "Kueri pada alamat tidak dapat dibaca.").cacat(
                            format!("kueri {nama}"),
                            "bukan bilangan bulat dalam batasnya",
                            format!("tulis bilangan bulat dari {dari} sampai {sampai}"),
                        )
                    })
            })
            .transpose()
    }

    /// The address without its query.
    pub(crate) fn jalur(&self) -> &str {
        &self.jalur
    }

    /// The token.
    pub(crate) fn token(&self) -> &TokenAktif {
        &self.token
    }
}

impl FromRequestParts<Portal> for Permintaan {
    type Rejection = GalatApi;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Hasil<Self> {
        let teks = bearer(&bagian.headers)
            .ok_or_else(|| GalatApi::new(TOKEN, "Permintaan ini tidak membawa token."))?;
        let token = portal.app.token(&teks).await.map_err(|galat| match galat {
            app::Error::BelumMasuk => GalatApi::new(
                TOKEN,
                "Token tidak dikenal, sudah dicabut, atau sudah berakhir.",
            ),
            lain => lain.into(),
        })?;
        if let Err(detik) = portal.laju.lewat(&token.token.id) {
            return Err(GalatApi::new(
                SERING,
                format!("Token ini terlalu sering dipakai; coba lagi dalam {detik} detik."),
            )
            .kepala(header::RETRY_AFTER, &detik.to_string()));
        }
        let Query(kueri) = Query::<Vec<(String, String)>>::try_from_uri(&bagian.uri)
            .map_err(|_| GalatApi::new(SALAH, "Kueri pada alamat tidak dapat dibaca."))?;
        Ok(Self {
            token,
            kueri,
            // The part that a nested router sees lacks the beginning of the address.
            jalur: bagian
                .extensions
                .get::<OriginalUri>()
                .map_or_else(|| bagian.uri.path(), |OriginalUri(uri)| uri.path())
                .to_owned(),
        })
    }
}

/// The token of a request.
pub(crate) fn bearer(kepala: &HeaderMap) -> Option<String> {
    let teks = kepala.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (cara, token) = teks.split_once(' ')?;
    cara.eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

/// The variable parts of the address.
pub(crate) struct Jalur<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Portal> for Jalur<T> {
    type Rejection = GalatApi;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Hasil<Self> {
        let tidak_ada = || GalatApi::new(TIDAK_ADA, "Alamat ini tidak menunjuk ke apa pun.");
        // A character that no name has would reach the database as a value that it cannot keep.
        let Path(mentah) = Path::<Vec<(String, String)>>::from_request_parts(bagian, portal)
            .await
            .map_err(|_| tidak_ada())?;
        if mentah.iter().any(|(_, nilai)| buruk(nilai)) {
            return Err(tidak_ada());
        }
        let Path(isi) = Path::<T>::from_request_parts(bagian, portal)
            .await
            .map_err(|_| tidak_ada())?;
        Ok(Self(isi))
    }
}

/// A body of JSON.
pub(crate) struct Badan<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Portal> for Badan<T> {
    type Rejection = GalatApi;

    async fn from_request(permintaan: Request, portal: &Portal) -> Hasil<Self> {
        wajib_jenis(permintaan.headers(), "application/json")?;
        let isi = bita(permintaan, portal).await?;
        let nilai: serde_json::Value = serde_json::from_slice(&isi).map_err(|galat| {
            GalatApi::new(SALAH, "Isi permintaan bukan JSON yang utuh.").cacat(
                format!("baris {}, kolom {}", galat.line(), galat.column()),
                "penulisan JSON tidak benar",
                "periksa tanda kutip, koma, dan kurung",
            )
        })?;
        if !bersih(&nilai) {
            return Err(GalatApi::new(
                ISIAN,
                "Isi permintaan memuat karakter yang tidak dapat disimpan.",
            )
            .cacat(
                "isi permintaan",
                "ada karakter kendali",
                "hapus karakter kendali",
            ));
        }
        serde_json::from_value(nilai).map(Self).map_err(|galat| {
            let (masalah, perbaikan) = terjemahkan(&galat.to_string());
            GalatApi::new(ISIAN, "Isi permintaan tidak sesuai bentuknya.").cacat(
                "isi permintaan",
                masalah,
                perbaikan,
            )
        })
    }
}

/// A body of bytes: a file.
pub(crate) struct Berkas(pub(crate) Vec<u8>);

impl FromRequest<Portal> for Berkas {
    type Rejection = GalatApi;

    async fn from_request(permintaan: Request, portal: &Portal) -> Hasil<Self> {
        wajib_jenis(permintaan.headers(), "application/octet-stream")?;
        let isi = bita(permintaan, portal).await?;
        if isi.is_empty() {
            return Err(GalatApi::new(ISIAN, "Berkas kosong.").cacat(
                "isi permintaan",
                "tidak ada isi",
                "kirim isi berkas sebagai isi permintaan",
            ));
        }
        Ok(Self(isi.to_vec()))
    }
}

fn wajib_jenis(kepala: &HeaderMap, jenis: &str) -> Hasil<()> {
    let ada = kepala
        .get(header::CONTENT_TYPE)
        .and_then(|nilai| nilai.to_str().ok())
        .and_then(|nilai| nilai.split(';').next())
        .is_some_and(|nilai| nilai.trim().eq_ignore_ascii_case(jenis));
    if ada {
        Ok(())
    } else {
        Err(GalatApi::new(
            BENTUK,
            format!("Kirim isi dengan Content-Type: {jenis}."),
        ))
    }
}

async fn bita(permintaan: Request, portal: &Portal) -> Hasil<Bytes> {
    Bytes::from_request(permintaan, portal)
        .await
        .map_err(|galat| {
            if galat.status() == BESAR.status {
                GalatApi::new(BESAR, "Isi permintaan melebihi batas alamat ini.")
            } else {
                GalatApi::new(SALAH, "Isi permintaan terputus sebelum selesai.")
            }
        })
}

/// A whole number, also one that is written with a fraction of zero, which for JSON is the same number.
pub(super) fn cacah<'de, D: Deserializer<'de>>(dari: D) -> Result<u32, D::Error> {
    let angka = serde_json::Number::deserialize(dari)?;
    let teks = angka.to_string();
    let utuh = teks
        .split_once('.')
        .map_or(teks.as_str(), |(utuh, pecahan)| {
            if pecahan.bytes().all(|satu| satu == b'0') {
                utuh
            } else {
                teks.as_str()
            }
        });
    // The description says 32 bits with a sign.
    utuh.parse()
        .ok()
        .filter(|angka| i32::try_from(*angka).is_ok())
        .ok_or_else(|| serde::de::Error::custom("invalid type: not a whole number"))
}

/// As [`cacah`], or nothing.
pub(super) fn cacah_bila_ada<'de, D: Deserializer<'de>>(dari: D) -> Result<Option<u32>, D::Error> {
    #[derive(Deserialize)]
    struct Satu(#[serde(deserialize_with = "cacah")] u32);
    Ok(Option::<Satu>::deserialize(dari)?.map(|Satu(angka)| angka))
}

/// Whether a text has characters that no name or key has.
fn buruk(teks: &str) -> bool {
    teks.chars().any(char::is_control)
}

/// Whether all texts of a value can be kept: line ends and tabs are text, other control characters are not.
fn bersih(nilai: &serde_json::Value) -> bool {
    use serde_json::Value as V;
    let teks = |teks: &str| {
        !teks
            .chars()
            .any(|huruf| huruf.is_control() && !"\n\r\t".contains(huruf))
    };
    match nilai {
        V::String(isi) => teks(isi),
        V::Array(daftar) => daftar.iter().all(bersih),
        V::Object(isi) => isi
            .iter()
            .all(|(kunci, nilai)| teks(kunci) && bersih(nilai)),
        _ => true,
    }
}

/// The words of serde for a shape that does not fit, in Indonesian: what is wrong, how to mend it.
fn terjemahkan(galat: &str) -> (String, String) {
    let nama = galat.split('`').nth(1).map(aman).unwrap_or_default();
    if galat.starts_with("missing field") {
        (
            format!("bidang {nama} belum ada"),
            format!("tambahkan bidang {nama}"),
        )
    } else if galat.starts_with("unknown field") {
        (
            format!("bidang {nama} tidak dikenal"),
            format!("hapus bidang {nama}"),
        )
    } else if galat.starts_with("unknown variant") {
        let daftar: Vec<&str> = galat.split('`').skip(3).step_by(2).collect();
        (
            format!("nilai {nama} tidak dikenal"),
            format!("gunakan {}", daftar.join(", ")),
        )
    } else {
        (
            "jenis isian tidak sesuai".to_owned(),
            "sesuaikan dengan perincian alamat pada /api".to_owned(),
        )
    }
}

/// Somebody's text in our words: short, and without control characters.
fn aman(teks: &str) -> String {
    teks.chars()
        .filter(|huruf| !huruf.is_control())
        .take(60)
        .collect()
}
