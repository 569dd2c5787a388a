//! The table of all addresses, and what every request goes through.

use std::time::Duration;

use axum::error_handling::HandleErrorLayer;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{BoxError, Router};
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::galat::{self, Galat};
use crate::{Portal, api, aset, pages, tampilan, ukuran, waktu};

/// Most requests at once; more are told to come back.
const SERENTAK: usize = 256;
/// Longest that a request may take. Long work is a job.
const TERLAMA: Duration = Duration::from_secs(60);
/// Largest body, unless a page says otherwise for itself.
const BADAN: usize = 2 * 1024 * 1024;
/// What a page may load: our own files, and nothing else.
const CSP: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// Everything that the program answers to.
pub fn router(portal: Portal) -> Router {
    let aman = portal.aman();
    let halaman = pages::routes()
        .merge(aset::routes())
        .fallback(|| async { Galat::TidakAda })
        .method_not_allowed_fallback(|| async {
            let isi = maud::html! { p { "Alamat ini tidak dapat dibuka dengan cara itu." } };
            (
                StatusCode::METHOD_NOT_ALLOWED,
                tampilan::polos("Tidak dapat dilakukan", &isi),
            )
        })
        .layer(axum::middleware::from_fn_with_state(
            portal.clone(),
            waktu::dengan_zona,
        ))
        .layer(CsrfLayer::new())
        .merge(api::routes())
        .merge(ukuran::routes())
        .with_state(portal.clone());
    let kepala = |nama: &'static str, isi: &'static str| {
        SetResponseHeaderLayer::if_not_present(
            HeaderName::from_static(nama),
            HeaderValue::from_static(isi),
        )
    };
    let aplikasi = halaman.layer(
        ServiceBuilder::new()
            .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
            .layer(TraceLayer::new_for_http().make_span_with(rentang))
            .layer(PropagateRequestIdLayer::x_request_id())
            // Outside of what answers by itself: a refusal for want of time or room is counted and guarded too.
            .layer(axum::middleware::from_fn_with_state(portal, ukuran::catat))
            .layer(kepala("content-security-policy", CSP))
            .layer(kepala("x-content-type-options", "nosniff"))
            .layer(kepala("referrer-policy", "same-origin"))
            .layer(kepala("x-frame-options", "SAMEORIGIN"))
            .layer(kepala("cross-origin-opener-policy", "same-origin"))
            .layer(kepala(
                "permissions-policy",
                "camera=(), microphone=(), geolocation=()",
            ))
            // Pages hold what only their reader may see.
            .layer(kepala("cache-control", "no-store"))
            .layer(CatchPanicLayer::custom(|_| kesalahan()))
            .layer(HandleErrorLayer::new(sibuk))
            .load_shed()
            // One limit for all routes together; each of them is given its own copy of the layers.
            .layer(GlobalConcurrencyLimitLayer::new(SERENTAK))
            .layer(TimeoutLayer::with_status_code(
                StatusCode::SERVICE_UNAVAILABLE,
                TERLAMA,
            ))
            .layer(DefaultBodyLimit::max(BADAN))
            .layer(CompressionLayer::new().compress_when(perlu_dimampatkan())),
    );
    let aplikasi = aplikasi
        .layer(axum::middleware::from_fn(galat::bentuk))
        .layer(axum::middleware::from_fn(api::bentuk));
    if aman {
        aplikasi.layer(SetResponseHeaderLayer::overriding(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        ))
    } else {
        aplikasi
    }
}

/// What is worth making smaller: not what is a compressed file already.
fn perlu_dimampatkan() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new(
            "application/vnd.openxmlformats",
        ))
}

/// What the log says of a request: no query, no name, no address of a person.
fn rentang<B>(permintaan: &Request<B>) -> tracing::Span {
    let id = permintaan
        .headers()
        .get("x-request-id")
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    // At the level of errors, so that an error carries the id whatever else is logged.
    tracing::error_span!("permintaan", id, metode = %permintaan.method())
}

async fn sibuk(_: BoxError) -> Response {
    let isi = maud::html! { p { "Server sedang melayani banyak permintaan. Coba lagi beberapa detik lagi; isian Anda belum terkirim." } };
    (
        StatusCode::SERVICE_UNAVAILABLE,
        [(header::RETRY_AFTER, "5")],
        tampilan::polos("Sedang sibuk", &isi),
    )
        .into_response()
}

fn kesalahan() -> Response {
    tracing::error!("penanganan permintaan berhenti tiba-tiba");
    let isi = maud::html! { p { "Terjadi kesalahan di dalam program. Perubahan terakhir mungkin tidak tersimpan; mohon laporkan kepada pengelola." } };
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        tampilan::polos("Kesalahan di dalam program", &isi),
    )
        .into_response()
}
