//! Who asks for a page, and about which unit and year: what every page of a logged-in person begins with.

use std::collections::BTreeSet;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use maud::Markup;
use store::{Periode, Unit};

use app::{Pelaku, TahunSatuUnit, Tindakan, Zona};

use crate::Portal;
use crate::galat::{Galat, sandikan};
use crate::sesi::{Sesi, SesiPenuh, kue_biasa};
use crate::tampilan::{Bingkai, Menu};
use crate::waktu::pakai_zona;

/// The cookie that carries one message over a redirect.
const PESAN: &str = "pesan";
/// The cookie that remembers the unit and the year that the person looked at last.
const TEMPAT: &str = "tempat";
/// The cookie of the look: "terang" or "gelap".
pub(crate) const TEMA: &str = "tema";

/// The person who asks, and where they were last.
#[derive(Clone)]
pub(crate) struct Konteks {
    /// The portal.
    pub(crate) portal: Portal,
    /// The session.
    pub(crate) sesi: Sesi,
    /// Unit and year that the person looks at, or looked at last.
    pub(crate) tempat: Option<Tempat>,
    /// What happened before the redirect that led here.
    pesan: Option<String>,
    tema: Option<String>,
}

/// A unit and one of its years.
#[derive(Debug, Clone)]
pub(crate) struct Tempat {
    /// The unit.
    pub(crate) unit: Unit,
    /// The years of the unit, newest first.
    pub(crate) periode: Vec<Periode>,
    /// The year.
    pub(crate) tahun: i64,
    /// What the person may do at the unit.
    pub(crate) boleh: BTreeSet<Tindakan>,
    /// The time zone of the unit.
    pub(crate) zona: Zona,
}

/// [`Konteks`] of a page under `/u/{unit}/{tahun}/`: both exist, and the person may see them.
#[derive(Clone)]
pub(crate) struct KonteksTahun {
    /// The person.
    pub(crate) konteks: Konteks,
    /// The unit and the year of the address.
    pub(crate) tempat: Tempat,
}

impl Tempat {
    fn dari(satu: TahunSatuUnit, tahun: i64) -> Option<Self> {
        satu.periode
            .iter()
            .any(|periode| periode.tahun == tahun)
            .then_some(Self {
                unit: satu.unit,
                periode: satu.periode,
                tahun,
                boleh: satu.boleh,
                zona: satu.zona,
            })
    }

    /// Whether the year is open at the unit itself.
    pub(crate) fn dibuka(&self) -> bool {
        self.periode.iter().any(|satu| satu.tahun == self.tahun)
    }

    /// An address of this unit and year: `alamat("dasbor")`.
    pub(crate) fn alamat(&self, ekor: &str) -> String {
        format!("/u/{}/{}/{ekor}", self.unit.unit, self.tahun)
    }
}

impl Konteks {
    /// The person as the one who asks a use case.
    pub(crate) fn pelaku(&self) -> Pelaku {
        self.sesi.sesi.pelaku()
    }

    /// A whole page.
    pub(crate) fn halaman(&self, judul: &str, menu: Menu, isi: &Markup) -> Response {
        let bingkai = Bingkai {
            judul,
            menu,
            nama: &self.sesi.sesi.orang.nama,
            tempat: self.tempat.as_ref(),
            pesan: self.pesan.as_deref(),
            tema: self.tema.as_deref(),
        };
        let mut jawaban = bingkai.tampilkan(isi).into_response();
        if self.pesan.is_some() {
            let habis = Cookie::build((PESAN, "")).path("/").removal().build();
            pasang(&mut jawaban, &habis);
        }
        if let Some(tempat) = &self.tempat {
            let isi = format!("{}.{}", tempat.unit.unit, tempat.tahun);
            pasang(&mut jawaban, &kue_biasa(&self.portal, TEMPAT, isi));
        }
        jawaban
    }

    /// On to another page, which says there what happened.
    pub(crate) fn kembali(&self, ke: &str, pesan: &str) -> Response {
        let mut jawaban = Redirect::to(ke).into_response();
        pasang(
            &mut jawaban,
            &kue_biasa(&self.portal, PESAN, sandikan(pesan)),
        );
        jawaban
    }
}

impl KonteksTahun {
    /// The person as the one who asks a use case.
    pub(crate) fn pelaku(&self) -> Pelaku {
        self.konteks.pelaku()
    }

    /// Id of the unit.
    pub(crate) fn unit(&self) -> &str {
        &self.tempat.unit.unit
    }

    /// The year.
    pub(crate) fn tahun(&self) -> i64 {
        self.tempat.tahun
    }

    /// Whether the person may do this at the unit; for what a page offers, never instead of the use case's own decision.
    pub(crate) fn boleh(&self, tindakan: Tindakan) -> bool {
        self.tempat.boleh.contains(&tindakan)
    }

    /// An address of this unit and year.
    pub(crate) fn alamat(&self, ekor: &str) -> String {
        self.tempat.alamat(ekor)
    }

    /// A whole page.
    pub(crate) fn halaman(&self, judul: &str, menu: Menu, isi: &Markup) -> Response {
        self.konteks.halaman(judul, menu, isi)
    }

    /// On to another page, which says there what happened.
    pub(crate) fn kembali(&self, ke: &str, pesan: &str) -> Response {
        self.konteks.kembali(ke, pesan)
    }
}

fn pasang(jawaban: &mut Response, kue: &Cookie<'_>) {
    if let Ok(nilai) = HeaderValue::from_str(&kue.to_string()) {
        jawaban
            .headers_mut()
            .append::<HeaderName>(SET_COOKIE, nilai);
    }
}

/// What [`sandikan`] wrote, read again.
fn uraikan(teks: &str) -> String {
    let mut bita = Vec::new();
    let mut sisa = teks.as_bytes();
    while let [pertama, ekor @ ..] = sisa {
        let dua = ekor
            .get(..2)
            .filter(|_| *pertama == b'%')
            .and_then(|dua| std::str::from_utf8(dua).ok())
            .and_then(|dua| u8::from_str_radix(dua, 16).ok());
        bita.push(dua.unwrap_or(*pertama));
        sisa = if dua.is_some() {
            ekor.get(2..).unwrap_or_default()
        } else {
            ekor
        };
    }
    String::from_utf8_lossy(&bita).into_owned()
}

impl FromRequestParts<Portal> for Konteks {
    type Rejection = Galat;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Result<Self, Galat> {
        let guci = CookieJar::from_headers(&bagian.headers);
        let SesiPenuh(sesi) =
            <SesiPenuh as FromRequestParts<Portal>>::from_request_parts(bagian, portal).await?;
        let isi = |nama: &str| guci.get(nama).map(|kue| kue.value().to_owned());
        let tempat = match isi(TEMPAT).as_deref().and_then(|teks| teks.split_once('.')) {
            Some((unit, tahun)) => {
                let pelaku = sesi.sesi.pelaku();
                let satu = portal.app.tahun_unit(&pelaku, unit).await?;
                satu.zip(tahun.parse().ok())
                    .and_then(|(satu, tahun)| Tempat::dari(satu, tahun))
            }
            None => None,
        };
        if let Some(tempat) = &tempat {
            pakai_zona(&tempat.zona);
        }
        Ok(Self {
            portal: portal.clone(),
            sesi,
            tempat,
            pesan: isi(PESAN).map(|teks| uraikan(&teks)),
            tema: isi(TEMA).filter(|tema| ["terang", "gelap"].contains(&tema.as_str())),
        })
    }
}

impl FromRequestParts<Portal> for KonteksTahun {
    type Rejection = Galat;

    async fn from_request_parts(bagian: &mut Parts, portal: &Portal) -> Result<Self, Galat> {
        let params = RawPathParams::from_request_parts(bagian, portal)
            .await
            .map_err(|_| Galat::TidakAda)?;
        let cari = |nama: &str| {
            params
                .iter()
                .find(|(satu, _)| *satu == nama)
                .map(|(_, isi)| isi.to_owned())
        };
        let unit = cari("unit").ok_or(Galat::TidakAda)?;
        let tahun: i64 = cari("tahun")
            .and_then(|teks| teks.parse().ok())
            .ok_or(Galat::TidakAda)?;
        let mut konteks =
            <Konteks as FromRequestParts<Portal>>::from_request_parts(bagian, portal).await?;
        let sudah = konteks
            .tempat
            .take()
            .filter(|tempat| tempat.unit.unit == unit && tempat.tahun == tahun);
        let tempat = match sudah {
            Some(tempat) => tempat,
            None => {
                let pelaku = konteks.pelaku();
                // The refusal is recorded and says who may.
                portal
                    .app
                    .wajib_boleh(&pelaku, Tindakan::Lihat, &unit)
                    .await?;
                portal
                    .app
                    .tahun_unit(&pelaku, &unit)
                    .await?
                    .and_then(|satu| Tempat::dari(satu, tahun))
                    .ok_or(Galat::TidakAda)?
            }
        };
        pakai_zona(&tempat.zona);
        konteks.tempat = Some(tempat.clone());
        Ok(Self { konteks, tempat })
    }
}
