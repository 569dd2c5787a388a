//! The day of an instant.

use jiff::Timestamp;
use jiff::tz::Offset;
use store::{Hari, Waktu};

/// Western Indonesian time, seven hours ahead of UTC all year.
const WIB: Offset = Offset::constant(7);

/// The day of an instant, as ISO 8601 text.
pub(crate) fn hari(waktu: Waktu) -> Hari {
    let saat = Timestamp::from_microsecond(waktu).unwrap_or(Timestamp::UNIX_EPOCH);
    WIB.to_datetime(saat).date().to_string()
}
