//! The interface for other programs under `/api/v1`, and its description made from the same code.
//!
//! Only a token opens it; the session of a browser does not, so no other site can use it through somebody's browser.

mod alur;
mod bagian;
mod bukti;
mod fakta;
mod galat;
mod lembar;
mod panduan;
mod permintaan;
mod ringkasan;
mod temuan;
mod unit;

use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderName, header};
use axum::response::IntoResponse;
use axum::{Router, routing::get};
use store::Waktu;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    Components, Content, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, ResponseBuilder,
    SecurityRequirement,
};
use utoipa_axum::router::OpenApiRouter;

pub(crate) use galat::bentuk;
pub(crate) use permintaan::bearer;

use crate::Portal;
use galat::{JENIS_MASALAH, Masalah};

const AWALAN: &str = "/api/v1";

/// The description, whole.
static DOKUMEN: LazyLock<OpenApi> = LazyLock::new(|| {
    let (_, mut dokumen) = susun().split_for_parts();
    lengkapi(&mut dokumen);
    dokumen
});

pub(crate) fn routes() -> Router<Portal> {
    let (router, _) = susun().split_for_parts();
    router
        .route("/api/openapi.json", get(openapi))
        .merge(panduan::routes())
}

fn susun() -> OpenApiRouter<Portal> {
    let dasar = OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Cermat")
                .version("1")
                .description(Some(
                    "Antarmuka untuk program lain. Setiap permintaan membawa token; kesalahan berbentuk RFC 9457.",
                ))
                .build(),
        )
        .build();
    let isi = OpenApiRouter::with_openapi(dasar.clone())
        .merge(unit::routes())
        .merge(ringkasan::routes())
        .merge(lembar::routes())
        .merge(fakta::routes())
        .merge(temuan::routes())
        .merge(alur::routes())
        .merge(bukti::routes());
    OpenApiRouter::with_openapi(dasar).nest(AWALAN, isi)
}

/// Adds what is the same everywhere: the token, and the problems.
fn lengkapi(dokumen: &mut OpenApi) {
    use utoipa::{PartialSchema as _, ToSchema};
    let komponen = dokumen.components.get_or_insert_with(Components::new);
    let mut lain = vec![(Masalah::name().into_owned(), Masalah::schema())];
    Masalah::schemas(&mut lain);
    for (nama, skema) in lain {
        komponen.schemas.entry(nama).or_insert(skema);
    }
    komponen.add_security_scheme(
        "token",
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()),
    );
    let masalah = ResponseBuilder::new()
        .description("Masalah")
        .content(
            galat::JENIS,
            Content::new(Some(Ref::from_schema_name("Masalah"))),
        )
        .build();
    komponen
        .responses
        .insert("Masalah".to_owned(), RefOr::T(masalah));
    for butir in dokumen.paths.paths.values_mut() {
        let semua = [
            &mut butir.get,
            &mut butir.post,
            &mut butir.patch,
            &mut butir.put,
            &mut butir.delete,
        ];
        for operasi in semua.into_iter().flatten() {
            lengkapi_operasi(operasi);
        }
    }
}

fn lengkapi_operasi(operasi: &mut Operation) {
    operasi.security = Some(vec![SecurityRequirement::new(
        "token",
        Vec::<String>::new(),
    )]);
    for jenis in JENIS_MASALAH {
        let kode = jenis.status.as_u16();
        let berlaku = match kode {
            405 => false,
            409 | 412 | 413 | 415 | 428 => operasi.request_body.is_some(),
            _ => true,
        };
        if berlaku {
            operasi
                .responses
                .responses
                .entry(kode.to_string())
                .or_insert_with(|| RefOr::Ref(Ref::from_response_name("Masalah")));
        }
    }
}

async fn openapi() -> impl IntoResponse {
    let isi = DOKUMEN.to_json().unwrap_or_default();
    (
        [
            (header::CONTENT_TYPE, "application/json"),
            (header::CACHE_CONTROL, "no-cache"),
        ],
        isi,
    )
}

/// The mark of a content.
fn etag(isi: &[u8]) -> String {
    let sidik = store::sidik_dari(isi);
    format!("\"{}\"", sidik.get(..32).unwrap_or(&sidik))
}

/// Whether a conditional header names this mark; none where the header is not there.
fn etag_cocok(kepala: &HeaderMap, nama: &HeaderName, etag: &str) -> Option<bool> {
    let mut semua = kepala.get_all(nama).iter().peekable();
    semua.peek()?;
    Some(semua.filter_map(|nilai| nilai.to_str().ok()).any(|nilai| {
        nilai
            .split(',')
            .map(|satu| satu.trim().trim_start_matches("W/"))
            .any(|satu| satu == "*" || satu == etag)
    }))
}

/// An instant as RFC 3339.
fn saat(waktu: Waktu) -> String {
    jiff::Timestamp::from_microsecond(waktu)
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_string()
}
