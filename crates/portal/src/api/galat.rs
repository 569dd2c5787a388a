//! What a program is told when something did not happen: RFC 9457, in Indonesian.

use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::galat::kalimat;

/// Media type of a problem.
pub(crate) const JENIS: &str = "application/problem+json";
/// Most defects that one answer lists.
const CACAT_TERBANYAK: usize = 200;
/// How long a program waits before it asks again, in seconds.
const JEDA: &str = "5";

/// Masalah menurut RFC 9457.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Masalah)]
pub(crate) struct Masalah {
    /// Alamat yang menjelaskan jenis masalah.
    #[serde(rename = "type")]
    pub(crate) jenis: String,
    /// Nama jenis masalah.
    pub(crate) title: String,
    /// Status HTTP.
    #[schema(minimum = 400, maximum = 599)]
    pub(crate) status: u16,
    /// Apa yang terjadi kali ini.
    pub(crate) detail: String,
    /// Hal yang perlu diperbaiki satu per satu.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) kesalahan: Vec<Cacat>,
    /// Keadaan yang sekarang berlaku, bila permintaan berdasarkan keadaan lama.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kini: Option<serde_json::Value>,
}

/// Satu hal yang perlu diperbaiki.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Cacat {
    /// Di mana.
    pub(crate) tempat: String,
    /// Apa yang salah.
    pub(crate) masalah: String,
    /// Bagaimana memperbaikinya.
    pub(crate) perbaikan: String,
}

/// A kind of problem: the end of its address, its status, its name, what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Jenis {
    pub(crate) kata: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) judul: &'static str,
    pub(crate) saran: &'static str,
}

macro_rules! daftar_jenis {
    ($($konstan:ident: $kata:literal, $status:ident, $judul:literal, $saran:literal;)*) => {
        $(pub(crate) const $konstan: Jenis = Jenis { kata: $kata, status: StatusCode::$status, judul: $judul, saran: $saran };)*
        /// All kinds, for the page that explains them.
        pub(crate) const JENIS_MASALAH: &[Jenis] = &[$($konstan),*];
    };
}

daftar_jenis! {
    SALAH: "permintaan-salah", BAD_REQUEST, "Permintaan tidak dapat dibaca", "Periksa alamat, kueri, dan bentuk JSON.";
    TOKEN: "perlu-token", UNAUTHORIZED, "Token diperlukan", "Sertakan kepala Authorization: Bearer dengan token yang berlaku. Sesi peramban tidak berlaku di sini.";
    HAK: "tidak-berhak", FORBIDDEN, "Tidak berhak", "Token tidak dapat melebihi hak orangnya. Mintalah hak itu kepada administrator.";
    LINGKUP: "lingkup-kurang", FORBIDDEN, "Lingkup token tidak memuat ini", "Buat token dengan lingkup yang diperlukan.";
    TIDAK_ADA: "tidak-ditemukan", NOT_FOUND, "Tidak ditemukan", "Periksa alamat. Yang tidak berhak Anda lihat tidak dapat ditemukan.";
    CARA: "cara-tidak-dikenal", METHOD_NOT_ALLOWED, "Cara tidak dikenal", "Gunakan salah satu cara pada kepala Allow.";
    LAMA: "terlalu-lama", REQUEST_TIMEOUT, "Permintaan terlalu lama dikirim", "Kirim ulang permintaan.";
    BELUM: "belum-dapat", CONFLICT, "Belum dapat dilakukan", "Perhatikan sebabnya: tahap alur, kunci, atau syarat yang belum terpenuhi.";
    BENTROK: "bentrok", CONFLICT, "Sudah diubah orang lain", "Baca keadaan sekarang pada `kini`, lalu putuskan lagi.";
    USANG: "sudah-berubah", PRECONDITION_FAILED, "Lembar sudah berubah", "Ambil lembar dengan ETag yang baru, lalu ulangi.";
    BESAR: "terlalu-besar", PAYLOAD_TOO_LARGE, "Isi terlalu besar", "Perkecil atau pecah isinya.";
    BENTUK: "bentuk-tidak-diterima", UNSUPPORTED_MEDIA_TYPE, "Bentuk isi tidak diterima", "Gunakan Content-Type yang disebut pada perincian alamat.";
    ISIAN: "isian-salah", UNPROCESSABLE_ENTITY, "Isian perlu diperbaiki", "Perbaiki hal yang disebut pada `kesalahan`.";
    VERSI: "perlu-versi", PRECONDITION_REQUIRED, "Versi yang dilihat belum disebut", "Sertakan If-Match dengan ETag lembar, atau `versi` pada setiap sel.";
    SERING: "terlalu-sering", TOO_MANY_REQUESTS, "Terlalu banyak permintaan", "Tunggu selama detik pada kepala Retry-After.";
    DALAM: "kesalahan-dalam", INTERNAL_SERVER_ERROR, "Kesalahan di dalam program", "Laporkan kepada pengelola dengan isi kepala X-Request-Id.";
    SIBUK: "belum-tersedia", SERVICE_UNAVAILABLE, "Belum dapat melayani", "Tunggu selama detik pada kepala Retry-After, lalu ulangi.";
}

/// Outcome of an API call.
pub(crate) type Hasil<T = Response> = Result<T, GalatApi>;

/// A problem with its headers.
#[derive(Debug)]
pub(crate) struct GalatApi {
    pub(crate) masalah: Box<Masalah>,
    pub(crate) kepala: Vec<(HeaderName, HeaderValue)>,
}

impl GalatApi {
    /// A problem of this kind.
    pub(crate) fn new(jenis: Jenis, detail: impl Into<String>) -> Self {
        let mut galat = Self {
            masalah: Box::new(Masalah {
                jenis: format!("/api#{}", jenis.kata),
                title: jenis.judul.to_owned(),
                status: jenis.status.as_u16(),
                detail: detail.into(),
                kesalahan: Vec::new(),
                kini: None,
            }),
            kepala: Vec::new(),
        };
        if jenis == TOKEN {
            galat
                .kepala
                .push((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
        }
        if jenis == SIBUK {
            galat
                .kepala
                .push((header::RETRY_AFTER, HeaderValue::from_static(JEDA)));
        }
        galat
    }

    /// Adds a defect.
    pub(crate) fn cacat(
        mut self,
        tempat: impl Into<String>,
        masalah: impl Into<String>,
        perbaikan: impl Into<String>,
    ) -> Self {
        self.masalah.kesalahan.push(Cacat {
            tempat: tempat.into(),
            masalah: masalah.into(),
            perbaikan: perbaikan.into(),
        });
        self
    }

    /// Adds what stands now.
    pub(crate) fn kini(mut self, kini: serde_json::Value) -> Self {
        self.masalah.kini = Some(kini);
        self
    }

    /// Adds a header.
    pub(crate) fn kepala(mut self, nama: HeaderName, nilai: &str) -> Self {
        if let Ok(nilai) = HeaderValue::from_str(nilai) {
            self.kepala.push((nama, nilai));
        }
        self
    }
}

impl From<app::Error> for GalatApi {
    fn from(galat: app::Error) -> Self {
        use app::Error as E;
        use store::Error as S;
        let jenis = match &galat {
            E::BelumMasuk | E::Masuk => TOKEN,
            E::Ditolak(_) => HAK,
            E::BelumDapat(_) | E::Temuan(_) => BELUM,
            E::Isian(_) | E::Paket(_) => ISIAN,
            E::Tahan(_) => SERING,
            E::Store(S::Bentrok { .. } | S::SudahAda(_)) => BENTROK,
            E::Store(S::TidakAda(_)) => TIDAK_ADA,
            E::Store(S::Basis(_) | S::Berkas(..)) | E::Dalam(_) => DALAM,
            E::Sibuk(_) | E::Store(_) => SIBUK,
        };
        let mut satu = Self::new(jenis, kalimat(&galat));
        match &galat {
            E::Paket(kesalahan) => {
                for cacat in kesalahan.iter().take(CACAT_TERBANYAK) {
                    satu = satu.cacat(
                        cacat.tempat.to_string(),
                        cacat.pesan.as_str(),
                        cacat.perbaikan.as_str(),
                    );
                }
            }
            E::Temuan(temuan) => {
                for cacat in temuan.iter().take(CACAT_TERBANYAK) {
                    satu = satu.cacat(
                        cacat.lokasi.to_string(),
                        cacat.pesan.as_str(),
                        cacat.perbaikan.as_str(),
                    );
                }
            }
            E::Store(S::Bentrok { kini }) => {
                satu = satu.kini(serde_json::json!({ "versi": kini }));
            }
            E::Tahan(detik) => satu = satu.kepala(header::RETRY_AFTER, &detik.to_string()),
            _ => {}
        }
        satu
    }
}

impl From<store::Error> for GalatApi {
    fn from(galat: store::Error) -> Self {
        app::Error::Store(galat).into()
    }
}

impl IntoResponse for GalatApi {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.masalah.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut jawaban = (status, Json(*self.masalah)).into_response();
        let kepala = jawaban.headers_mut();
        kepala.insert(header::CONTENT_TYPE, HeaderValue::from_static(JENIS));
        for (nama, nilai) in self.kepala {
            kepala.insert(nama, nilai);
        }
        jawaban
    }
}

/// Gives every refusal under the address of the API the form of a problem: also those of the layers around it
/// (an unknown address, a method, a body, the time, the load), which know only pages.
pub(crate) async fn bentuk(permintaan: Request, lanjut: Next) -> Response {
    let milik_api = permintaan.uri().path().starts_with("/api/v");
    let jawaban = lanjut.run(permintaan).await;
    let status = jawaban.status();
    let sudah = jawaban
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|jenis| jenis == JENIS);
    if !milik_api || sudah || !(status.is_client_error() || status.is_server_error()) {
        return jawaban;
    }
    let jenis = JENIS_MASALAH
        .iter()
        .find(|jenis| jenis.status == status)
        .copied()
        .unwrap_or(if status.is_server_error() {
            DALAM
        } else {
            SALAH
        });
    let mut baru = GalatApi::new(jenis, jenis.saran).into_response();
    *baru.status_mut() = status;
    for nama in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(nilai) = jawaban.headers().get(&nama) {
            baru.headers_mut().insert(nama, nilai.clone());
        }
    }
    for (nama, nilai) in jawaban.headers() {
        let isi = [
            header::CONTENT_LENGTH,
            header::CONTENT_TYPE,
            header::CONTENT_ENCODING,
            header::TRANSFER_ENCODING,
        ]
        .contains(nama);
        if !isi && !baru.headers().contains_key(nama) {
            baru.headers_mut().append(nama.clone(), nilai.clone());
        }
    }
    baru
}
