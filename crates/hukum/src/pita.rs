//! Bands: a value, rounded as named, falls in exactly one class.

use rust_decimal::{Decimal, RoundingStrategy};

/// A table of bands without gaps or overlaps after rounding.
///
/// Classes are sorted from lowest to highest.
/// A band's lower edge may be open (`>`) or closed (`>=`): several laws grade by `>`, so that 90,00 is not the class above 90.
#[derive(Debug, Clone, PartialEq)]
pub struct Pita {
    /// Decimals to which a value is rounded (half up) before it is classed.
    pub presisi: u32,
    /// Lowest value on the scale.
    pub minimum: Decimal,
    /// Highest value on the scale; none where the scale is open.
    pub maksimum: Option<Decimal>,
    /// The classes, lowest first.
    pub kelas: Vec<Kelas>,
}

/// One class.
#[derive(Debug, Clone, PartialEq)]
pub struct Kelas {
    /// "A", or the predicate's code; may be empty.
    pub huruf: String,
    /// "Sangat Baik"
    pub nama: String,
    /// Lower edge.
    pub dari: Decimal,
    /// Whether the lower edge belongs to the class below (`>` instead of `>=`).
    pub di_atas: bool,
}

/// The value lies outside the scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nilai {nilai} berada di luar skala {minimum} sampai {maksimum}")]
pub struct TidakBerkelas {
    /// The rounded value.
    pub nilai: Decimal,
    /// Lowest value on the scale.
    pub minimum: Decimal,
    /// Highest value on the scale, in words where it is open.
    pub maksimum: String,
}

impl Pita {
    /// The class of `nilai`, after rounding half up to [`Pita::presisi`] decimals, with its rank (0 is the lowest).
    ///
    /// # Errors
    /// [`TidakBerkelas`] outside the scale.
    pub fn kelas(&self, nilai: Decimal) -> Result<(usize, &Kelas), TidakBerkelas> {
        let nilai =
            nilai.round_dp_with_strategy(self.presisi, RoundingStrategy::MidpointAwayFromZero);
        let terlalu_tinggi = self.maksimum.is_some_and(|maksimum| nilai > maksimum);
        let kelas = self.kelas.iter().enumerate().rev().find(|(_, kelas)| {
            if kelas.di_atas {
                nilai > kelas.dari
            } else {
                nilai >= kelas.dari
            }
        });
        match kelas {
            Some(kelas) if nilai >= self.minimum && !terlalu_tinggi => Ok(kelas),
            _ => Err(TidakBerkelas {
                nilai,
                minimum: self.minimum,
                maksimum: self
                    .maksimum
                    .map_or_else(|| "tak terbatas".to_owned(), |m| m.to_string()),
            }),
        }
    }
}
