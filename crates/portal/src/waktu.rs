//! Instants and days as a person reads them.

use std::cell::RefCell;

use app::Zona;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use jiff::civil::Date;
use store::Waktu;

use crate::Portal;

tokio::task_local! {
    /// The time zone in which the request is answered, so that no page has to hand it on to every line of its markup.
    static ZONA: RefCell<Zona>;
}

/// Answers a request in the usual time zone, until the page says by [`pakai_zona`] which unit it is about.
pub(crate) async fn dengan_zona(
    State(portal): State<Portal>,
    permintaan: Request,
    lanjut: Next,
) -> Response {
    let bawaan = RefCell::new(portal.app.zona_bawaan());
    ZONA.scope(bawaan, lanjut.run(permintaan)).await
}

/// From here on the request is answered in this time zone.
pub(crate) fn pakai_zona(zona: &Zona) {
    // Outside a request nobody reads a time.
    let _ = ZONA.try_with(|kini| kini.replace(zona.clone()));
}

/// "24 November 2026 pukul 20.47 WITA", in the time zone of the unit that the page is about.
pub(crate) fn pukul(waktu: Waktu) -> String {
    ZONA.try_with(|kini| pukul_di(&kini.borrow(), waktu))
        .unwrap_or_else(|_| pukul_di(&Zona::universal(), waktu))
}

/// As [`pukul`], in the time zone of a unit.
pub(crate) fn pukul_di(zona: &Zona, waktu: Waktu) -> String {
    format!(
        "{} pukul {} {}",
        tanggal(&zona.hari(waktu)),
        zona.jam(waktu),
        zona.kata
    )
}

/// "24 November 2026" of an ISO 8601 day; the text itself where it is none.
pub(crate) fn tanggal(hari: &str) -> String {
    hari.parse::<Date>()
        .map_or_else(|_| hari.to_owned(), tanggal_dari)
}

fn tanggal_dari(hari: Date) -> String {
    let bulan = kinerja::nama_bulan(u8::try_from(hari.month()).unwrap_or(1));
    format!("{} {bulan} {}", hari.day(), hari.year())
}
