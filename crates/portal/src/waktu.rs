//! Instants and days as a person reads them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use store::Waktu;

/// Western Indonesian time; a page of an office in another zone asks with that zone.
const WIB: Offset = Offset::constant(7);

/// "24 November 2026 pukul 20.47 WIB"
pub(crate) fn pukul(waktu: Waktu) -> String {
    let saat = WIB.to_datetime(Timestamp::from_microsecond(waktu).unwrap_or(Timestamp::UNIX_EPOCH));
    format!(
        "{} pukul {:02}.{:02} WIB",
        tanggal_dari(saat.date()),
        saat.hour(),
        saat.minute()
    )
}

/// As [`pukul`], in the time zone of a unit.
pub(crate) fn pukul_di(zona: &app::Zona, waktu: Waktu) -> String {
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
