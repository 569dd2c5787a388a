//! What a person sees when something did not happen.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::tampilan;

/// Outcome of a page.
pub(crate) type Hasil<T = Response> = Result<T, Galat>;

/// Why a page did not come.
#[derive(Debug)]
pub(crate) enum Galat {
    /// A use case did not happen.
    App(app::Error),
    /// Nobody is logged in; where to return to.
    Masuk(String),
    /// The login is not whole: where it goes on.
    Lanjut(&'static str),
    /// The address leads nowhere.
    TidakAda,
}

impl From<app::Error> for Galat {
    fn from(galat: app::Error) -> Self {
        match galat {
            app::Error::Store(store::Error::TidakAda(_)) => Self::TidakAda,
            lain => Self::App(lain),
        }
    }
}

impl From<store::Error> for Galat {
    fn from(galat: store::Error) -> Self {
        app::Error::Store(galat).into()
    }
}

/// The status that tells a program what the words tell a person.
pub(crate) fn status(galat: &app::Error) -> StatusCode {
    use app::Error as E;
    match galat {
        E::BelumMasuk | E::Masuk => StatusCode::UNAUTHORIZED,
        E::Ditolak(_) => StatusCode::FORBIDDEN,
        E::BelumDapat(_) | E::Temuan(_) => StatusCode::CONFLICT,
        E::Sibuk(_) => StatusCode::SERVICE_UNAVAILABLE,
        E::Isian(_) | E::Paket(_) => StatusCode::UNPROCESSABLE_ENTITY,
        E::Tahan(_) => StatusCode::TOO_MANY_REQUESTS,
        E::Store(store::Error::Bentrok { .. } | store::Error::SudahAda(_)) => StatusCode::CONFLICT,
        E::Store(store::Error::TidakAda(_)) => StatusCode::NOT_FOUND,
        E::Store(store::Error::Basis(_)) | E::Dalam(_) => StatusCode::INTERNAL_SERVER_ERROR,
        E::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The words for the person. A fault of ours is told without its inside; that goes to the log.
pub(crate) fn kalimat(galat: &app::Error) -> String {
    match galat {
        app::Error::Store(store::Error::Basis(_) | store::Error::Berkas(..))
        | app::Error::Dalam(_) => {
            tracing::error!(galat = %galat, "kesalahan di dalam program");
            "Terjadi kesalahan di dalam program. Perubahan terakhir tidak tersimpan; mohon laporkan kepada pengelola.".to_owned()
        }
        lain => {
            let teks = lain.to_string();
            let mut huruf = teks.chars();
            let besar: String = huruf
                .next()
                .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
                .unwrap_or_default();
            if besar.ends_with('.') {
                besar
            } else {
                format!("{besar}.")
            }
        }
    }
}

/// What exactly is wrong, where there is a list of it.
pub(crate) fn rincian(galat: &app::Error) -> Markup {
    html! {
        @match galat {
            app::Error::Paket(kesalahan) => {
                ul.rincian { @for satu in kesalahan.iter().take(200) {
                    li { strong { (satu.tempat.to_string()) } ": " (satu.pesan) @if !satu.perbaikan.is_empty() { " " (satu.perbaikan) } }
                } }
            }
            app::Error::Temuan(temuan) => {
                ul.rincian { @for satu in temuan.iter().take(200) {
                    li { strong { (satu.lokasi.to_string()) } ": " (satu.pesan) ". " (satu.perbaikan) }
                } }
            }
            app::Error::Ditolak(_) => p { a href="/akun/hak" { "Lihat hak Anda dan alasannya" } }
            _ => {}
        }
    }
}

impl IntoResponse for Galat {
    fn into_response(self) -> Response {
        match self {
            Self::Masuk(kembali) => {
                Redirect::to(&format!("/masuk?kembali={}", sandikan(&kembali))).into_response()
            }
            Self::Lanjut(ke) => Redirect::to(ke).into_response(),
            Self::TidakAda => {
                let isi = html! {
                    p { "Alamat ini tidak menunjuk ke apa pun, atau Anda tidak berhak melihatnya." }
                    p { a.tombol href="/" { "Ke halaman awal" } }
                };
                (
                    StatusCode::NOT_FOUND,
                    tampilan::polos("Tidak ditemukan", &isi),
                )
                    .into_response()
            }
            Self::App(app::Error::BelumMasuk) => Redirect::to("/masuk").into_response(),
            Self::App(galat) => {
                let judul = match &galat {
                    app::Error::Ditolak(_) => "Anda tidak berhak",
                    app::Error::Dalam(_) | app::Error::Store(store::Error::Basis(_)) => {
                        "Kesalahan di dalam program"
                    }
                    _ => "Belum dapat dilakukan",
                };
                let isi = html! {
                    p { (kalimat(&galat)) }
                    (rincian(&galat))
                    p { "Gunakan tombol kembali pada peramban untuk memperbaiki isian, atau " a href="/" { "ke halaman awal" } "." }
                };
                let mut jawaban = (status(&galat), tampilan::polos(judul, &isi)).into_response();
                let jeda = match galat {
                    app::Error::Tahan(detik) => Some(detik),
                    _ if jawaban.status() == StatusCode::SERVICE_UNAVAILABLE => Some(5),
                    _ => None,
                };
                if let Some(nilai) =
                    jeda.and_then(|detik| HeaderValue::from_str(&detik.to_string()).ok())
                {
                    jawaban.headers_mut().insert(header::RETRY_AFTER, nilai);
                }
                jawaban
            }
        }
    }
}

/// A text as part of a query.
pub(crate) fn sandikan(teks: &str) -> String {
    use std::fmt::Write as _;
    let mut hasil = String::new();
    for satu in teks.bytes() {
        if satu.is_ascii_alphanumeric() || b"-_.~/".contains(&satu) {
            hasil.push(char::from(satu));
        } else {
            let _ = write!(hasil, "%{satu:02X}");
        }
    }
    hasil
}

/// A page for what a library refused in its own words, or without any; the addresses for programs have their own way.
pub(crate) async fn bentuk(permintaan: Request, lanjut: Next) -> Response {
    let jalur = permintaan.uri().path();
    let halaman = !["/api/v", "/metrics", "/healthz", "/aset/"]
        .iter()
        .any(|awal| jalur.starts_with(awal));
    let jawaban = lanjut.run(permintaan).await;
    let status = jawaban.status();
    let kosong = jawaban
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|jenis| jenis.as_bytes().starts_with(b"text/plain"));
    if !halaman || !kosong || !(status.is_client_error() || status.is_server_error()) {
        return jawaban;
    }
    let teks = match status {
        StatusCode::FORBIDDEN => {
            "Permintaan ini datang dari situs lain, jadi tidak dijalankan. Buka halamannya di sini, lalu ulangi."
        }
        StatusCode::PAYLOAD_TOO_LARGE => "Berkas atau isian ini terlalu besar.",
        StatusCode::SERVICE_UNAVAILABLE => {
            "Permintaan ini melewati batas waktu dan tidak ditunggu lagi. Periksa apakah perubahannya sudah tersimpan, lalu ulangi bila perlu."
        }
        _ if status.is_server_error() => {
            "Terjadi kesalahan di dalam program; mohon laporkan kepada administrator."
        }
        _ => "Alamat atau isian ini tidak dapat dibaca. Periksa isian Anda, lalu ulangi.",
    };
    let isi = html! {
        p { (teks) }
        p { "Gunakan tombol kembali pada peramban untuk memperbaiki isian, atau " a href="/" { "ke halaman awal" } "." }
    };
    let mut baru = (status, tampilan::polos("Belum dapat dilakukan", &isi)).into_response();
    for (nama, nilai) in jawaban.headers() {
        let isi = [
            header::CONTENT_LENGTH,
            header::CONTENT_TYPE,
            header::CONTENT_ENCODING,
            header::TRANSFER_ENCODING,
        ]
        .contains(nama);
        if !isi {
            baru.headers_mut().append(nama.clone(), nilai.clone());
        }
    }
    baru
}
