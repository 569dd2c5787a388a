//! The day of an instant.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use store::{Hari, Waktu};

/// Western Indonesian time, seven hours ahead of UTC all year.
const WIB: Offset = Offset::constant(7);

/// The day of an instant, as ISO 8601 text.
pub(crate) fn hari(waktu: Waktu) -> Hari {
    let saat = Timestamp::from_microsecond(waktu).unwrap_or(Timestamp::UNIX_EPOCH);
    WIB.to_datetime(saat).date().to_string()
}

/// The last instant of a day.
pub(crate) fn akhir_hari(hari: Date) -> Waktu {
    let besok = hari.tomorrow().unwrap_or(Date::MAX);
    WIB.to_timestamp(besok.at(0, 0, 0, 0))
        .map_or(Waktu::MAX, |saat| saat.as_microsecond().saturating_sub(1))
}
