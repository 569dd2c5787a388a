//! Days and instants as officials read them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use store::Waktu;

/// A day as ISO 8601 text.
pub type Hari = String;

const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Western Indonesian time, seven hours ahead of UTC all year.
const WIB: Offset = Offset::constant(7);

/// The wall clock of an instant.
fn setempat(waktu: Waktu) -> DateTime {
    WIB.to_datetime(Timestamp::from_microsecond(waktu).unwrap_or(Timestamp::UNIX_EPOCH))
}

/// The day of an instant.
pub(crate) fn hari(waktu: Waktu) -> Hari {
    setempat(waktu).date().to_string()
}

/// "2026-11-24" as "24 November 2026"; anything else as it is.
#[must_use]
pub fn tampil_hari(hari: &str) -> String {
    let mut bagian = hari.split('-');
    let (Some(tahun), Some(bulan), Some(tanggal)) = (bagian.next(), bagian.next(), bagian.next())
    else {
        return hari.to_owned();
    };
    let nama = bulan
        .parse::<usize>()
        .ok()
        .and_then(|nomor| nomor.checked_sub(1))
        .and_then(|nomor| BULAN.get(nomor));
    match (nama, tanggal.parse::<u8>()) {
        (Some(nama), Ok(tanggal)) => format!("{tanggal} {nama} {tahun}"),
        _ => hari.to_owned(),
    }
}

/// An instant as "24 November 2026 pukul 16.22 WIB".
#[must_use]
pub fn tampil_waktu(waktu: Waktu) -> String {
    let saat = setempat(waktu);
    format!(
        "{} pukul {:02}.{:02} WIB",
        tampil_hari(&saat.date().to_string()),
        saat.hour(),
        saat.minute()
    )
}
