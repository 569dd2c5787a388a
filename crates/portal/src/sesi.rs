//! The session of a browser: its cookie, and the person behind it.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use app::{SesiAktif, Tahap};

use crate::Portal;
use crate::galat::Galat;

/// A session of any stage, with its token.
#[derive(Clone)]
pub(crate) struct Sesi {
    /// The session.
    pub(crate) sesi: SesiAktif,
    /// Its token.
    pub(crate) token: String,
}

/// A session whose login is whole.
#[derive(Clone)]
pub(crate) struct SesiPenuh(pub(crate) Sesi);

/// Name of the cookie; the prefix binds it to this host and to TLS.
fn nama(portal: &Portal) -> &'static str {
    if portal.aman() { "__Host-sesi" } else { "sesi" }
}

/// The cookie of a new session. It ends with the browser, and with the session itself in the database.
pub(crate) fn kue(portal: &Portal, token: String) -> Cookie<'static> {
    kue_biasa(portal, nama(portal), token)
}

/// A cookie of ours that no script reads.
pub(crate) fn kue_biasa(portal: &Portal, nama: &'static str, isi: String) -> Cookie<'static> {
    Cookie::build((nama, isi))
        .path("/")
        .http_only(true)
        .secure(portal.aman())
        .same_site(SameSite::Lax)
        .build()
}

/// The cookie that ends the session in the browser. A browser removes one that is bound to TLS only by one that is too.
pub(crate) fn tanpa_kue(portal: &Portal, guci: CookieJar) -> CookieJar {
    guci.remove(kue_biasa(portal, nama(portal), String::new()))
}

/// A path of this site, and nothing that a browser could take for another one: it drops control characters
/// before it reads an address.
pub(crate) fn di_sini(jalur: &str) -> &str {
    let aman = jalur.starts_with('/')
        && !jalur.starts_with("//")
        && !jalur.contains(|huruf: char| huruf == '\\' || huruf.is_control());
    if aman { jalur } else { "/" }
}

impl FromRequestParts<Portal> for Sesi {
    type Rejection = Galat;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Result<Self, Galat> {
        let guci = CookieJar::from_headers(&bagian.headers);
        let kembali = || {
            Galat::Masuk(if bagian.method.is_safe() {
                bagian
                    .uri
                    .path_and_query()
                    .map_or_else(|| "/".to_owned(), ToString::to_string)
            } else {
                "/".to_owned()
            })
        };
        let token = guci
            .get(nama(portal))
            .map(|kue| kue.value().to_owned())
            .ok_or_else(kembali)?;
        match portal.app.sesi(&token).await {
            Ok(sesi) => Ok(Self { sesi, token }),
            Err(app::Error::BelumMasuk) => Err(kembali()),
            Err(lain) => Err(lain.into()),
        }
    }
}

impl FromRequestParts<Portal> for SesiPenuh {
    type Rejection = Galat;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Result<Self, Galat> {
        let sesi = <Sesi as FromRequestParts<Portal>>::from_request_parts(bagian, portal).await?;
        match sesi.sesi.tahap {
            Tahap::Penuh => Ok(Self(sesi)),
            Tahap::Kedua => Err(Galat::Lanjut("/masuk/kedua")),
            Tahap::GantiSandi => Err(Galat::Lanjut("/masuk/sandi")),
        }
    }
}

impl OptionalFromRequestParts<Portal> for SesiPenuh {
    type Rejection = Galat;

    async fn from_request_parts(
        bagian: &mut Parts,
        portal: &Portal,
    ) -> Result<Option<Self>, Galat> {
        match <Self as FromRequestParts<Portal>>::from_request_parts(bagian, portal).await {
            Ok(sesi) => Ok(Some(sesi)),
            Err(Galat::Masuk(_) | Galat::Lanjut(_)) => Ok(None),
            Err(lain) => Err(lain),
        }
    }
}
