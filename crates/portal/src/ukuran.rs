//! Figures of operation in the text form of Prometheus: requests by route and class, durations, jobs, the database.
//!
//! A route is its template, never the address itself, so that no figure tells who looked at what.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use app::Lingkup;
use axum::Router;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::Portal;

/// Upper ends of the classes of duration: microseconds, and the same in seconds as text.
const EMBER: [(u64, &str); 9] = [
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (1_000_000, "1"),
    (2_500_000, "2.5"),
    (10_000_000, "10"),
    (60_000_000, "60"),
];

/// What was counted since the start.
#[derive(Debug, Default)]
pub(crate) struct Ukuran {
    baris: Mutex<BTreeMap<(&'static str, String, u16), Hitungan>>,
}

#[derive(Debug, Clone, Default)]
struct Hitungan {
    kali: u64,
    ember: [u64; EMBER.len()],
    mikrodetik: u64,
}

impl Ukuran {
    fn tambah(&self, cara: &'static str, jalur: String, kelas: u16, mikrodetik: u64) {
        let mut baris = self.baris.lock().unwrap_or_else(PoisonError::into_inner);
        let satu = baris.entry((cara, jalur, kelas)).or_default();
        satu.kali = satu.kali.saturating_add(1);
        satu.mikrodetik = satu.mikrodetik.saturating_add(mikrodetik);
        for ((batas, _), ember) in EMBER.iter().zip(&mut satu.ember) {
            if mikrodetik <= *batas {
                *ember = ember.saturating_add(1);
            }
        }
    }

    fn teks(&self) -> String {
        let baris = self.baris.lock().unwrap_or_else(PoisonError::into_inner);
        let mut teks = String::from(
            "# HELP cermat_http_permintaan_total Permintaan menurut cara, rute, dan kelas status.\n# TYPE cermat_http_permintaan_total counter\n",
        );
        for ((cara, jalur, kelas), satu) in baris.iter() {
            let _ = writeln!(
                teks,
                "cermat_http_permintaan_total{{cara=\"{cara}\",rute=\"{jalur}\",status=\"{kelas}xx\"}} {}",
                satu.kali
            );
        }
        teks.push_str("# HELP cermat_http_durasi_detik Lama melayani permintaan.\n# TYPE cermat_http_durasi_detik histogram\n");
        for ((cara, jalur, kelas), satu) in baris.iter() {
            let label = format!("cara=\"{cara}\",rute=\"{jalur}\",status=\"{kelas}xx\"");
            for ((_, batas), ember) in EMBER.iter().zip(satu.ember) {
                let _ = writeln!(
                    teks,
                    "cermat_http_durasi_detik_bucket{{{label},le=\"{batas}\"}} {ember}"
                );
            }
            let _ = writeln!(
                teks,
                "cermat_http_durasi_detik_bucket{{{label},le=\"+Inf\"}} {kali}\ncermat_http_durasi_detik_sum{{{label}}} {}.{:06}\ncermat_http_durasi_detik_count{{{label}}} {kali}",
                satu.mikrodetik.div_euclid(1_000_000),
                satu.mikrodetik.rem_euclid(1_000_000),
                kali = satu.kali,
            );
        }
        teks
    }
}

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/healthz", get(kesehatan))
        .route("/metrics", get(metrik))
}

/// Counts a request, and says one line of it in the log: its id, its route, its status, how long; nothing of a person.
pub(crate) async fn catat(
    State(portal): State<Portal>,
    permintaan: Request,
    lanjut: Next,
) -> Response {
    let mulai = Instant::now();
    let cara = cara(permintaan.method());
    let rute = permintaan
        .extensions()
        .get::<MatchedPath>()
        .map_or("lain", MatchedPath::as_str)
        .to_owned();
    let id = permintaan
        .headers()
        .get("x-request-id")
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let jawaban = lanjut.run(permintaan).await;
    let status = jawaban.status().as_u16();
    let lama = u64::try_from(mulai.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(target: "permintaan", id, cara, rute, status, mikrodetik = lama);
    portal
        .ukuran
        .tambah(cara, rute, status.div_euclid(100), lama);
    jawaban
}

/// Whether the installation can work; a machine that asks learns no more than yes or no.
async fn kesehatan(State(portal): State<Portal>) -> Response {
    let (status, kata) = match portal.app.sehat().await {
        Ok(()) => (StatusCode::OK, "sehat\n"),
        Err(galat) => {
            tracing::error!(galat = %galat, "pemeriksaan kesehatan gagal");
            (StatusCode::SERVICE_UNAVAILABLE, "tidak sehat\n")
        }
    };
    (
        status,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        kata,
    )
        .into_response()
}

/// The figures, for this machine itself or for a token that may.
async fn metrik(State(portal): State<Portal>, permintaan: Request) -> Response {
    let (bagian, _) = permintaan.into_parts();
    let jenis = [(
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    )];
    match boleh(&portal, &bagian).await {
        Ok(true) => {}
        Ok(false) => {
            return (
                StatusCode::FORBIDDEN,
                jenis,
                "hanya dari komputer server, atau dengan token berlingkup metrik\n",
            )
                .into_response();
        }
        Err(_) => return (StatusCode::SERVICE_UNAVAILABLE, jenis, "").into_response(),
    }
    let mut teks = portal.ukuran.teks();
    let pekerjaan = portal.app.hitung_pekerjaan().await;
    let _ = writeln!(
        teks,
        "# HELP cermat_basis_data_menjawab Apakah basis data menjawab.\n# TYPE cermat_basis_data_menjawab gauge\ncermat_basis_data_menjawab {}",
        u8::from(pekerjaan.is_ok())
    );
    teks.push_str(
        "# HELP cermat_pekerjaan Pekerjaan latar menurut keadaan.\n# TYPE cermat_pekerjaan gauge\n",
    );
    for (keadaan, banyak) in pekerjaan.unwrap_or_default() {
        let _ = writeln!(teks, "cermat_pekerjaan{{keadaan=\"{keadaan}\"}} {banyak}");
    }
    (jenis, teks).into_response()
}

async fn boleh(portal: &Portal, permintaan: &Parts) -> app::Result<bool> {
    // A proxy on the same machine speaks for the world; what it hands on says so.
    let diteruskan = ["forwarded", "x-forwarded-for", "x-real-ip"]
        .iter()
        .any(|nama| permintaan.headers.contains_key(*nama));
    let setempat = permintaan
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|ConnectInfo(alamat)| alamat.ip().is_loopback());
    // A proxy of ours speaks from this machine too, and need not say so in a header.
    let ada_proksi = portal.konfigurasi.proksi || portal.konfigurasi.asal.is_some();
    if setempat && !diteruskan && !ada_proksi {
        return Ok(true);
    }
    let Some(teks) = crate::api::bearer(&permintaan.headers) else {
        return Ok(false);
    };
    match portal.app.token(&teks).await {
        Ok(token) => {
            Ok(token.boleh(Lingkup::Metrik) && portal.app.boleh_metrik(&token.pelaku()).await?)
        }
        Err(app::Error::BelumMasuk) => Ok(false),
        Err(lain) => Err(lain),
    }
}

/// A method of the standard; the words of others do not become figures.
fn cara(cara: &Method) -> &'static str {
    match *cara {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "LAIN",
    }
}
