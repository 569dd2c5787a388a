//! Dismissals: findings that an official has looked at and lets stand.
//!
//! A dismissal knows its finding by the fingerprint, which holds the words at the spot: when a number there changes, the
//! finding opens again and the dismissal is told to be stale. The command line keeps them in a file beside the document,
//! the portal in the database.

use periksa::Temuan;

/// A dismissal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kesampingan<'a> {
    /// Fingerprint of the finding.
    pub sidik: &'a str,
    /// Its rule.
    pub aturan: &'a str,
    /// The words at the spot.
    pub cuplikan: &'a str,
    /// Name of who let it stand.
    pub oleh: &'a str,
    /// Why.
    pub alasan: &'a str,
}

/// Most characters of the words at the spot that a dismissal keeps.
pub const CUPLIKAN_TERPANJANG: usize = 200;

impl Kesampingan<'_> {
    /// Marks the finding that it dismisses; false where no finding is so any more.
    #[must_use]
    pub fn terapkan(&self, temuan: &mut [Temuan]) -> bool {
        let cocok = temuan
            .iter_mut()
            .find(|t| t.sidik == self.sidik && t.aturan == self.aturan);
        match cocok {
            Some(t) => {
                t.selesai = Some(format!("oleh {}: {}", self.oleh, self.alasan));
                true
            }
            None => false,
        }
    }

    /// What the user should know of one that holds no more.
    #[must_use]
    pub fn tidak_berlaku(&self) -> String {
        format!(
            "Pengesampingan {} ({} pada {:?}) tidak berlaku lagi: isi tempat itu berubah atau temuannya sudah tidak ada.",
            self.sidik, self.aturan, self.cuplikan
        )
    }
}

/// Marks the findings that are dismissed, and returns what the user should know of dismissals that hold no more.
pub fn terapkan<'a>(
    daftar: impl IntoIterator<Item = Kesampingan<'a>>,
    temuan: &mut [Temuan],
) -> Vec<String> {
    daftar
        .into_iter()
        .filter(|satu| !satu.terapkan(temuan))
        .map(|satu| satu.tidak_berlaku())
        .collect()
}

/// The words at a finding's spot, as a dismissal keeps them.
#[must_use]
pub fn cuplikan(t: &Temuan) -> String {
    t.cuplikan.chars().take(CUPLIKAN_TERPANJANG).collect()
}
