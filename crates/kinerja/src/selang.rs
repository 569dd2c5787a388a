//! Intervals: all values that a rounded figure may stand for.

use rust_decimal::Decimal;

/// A closed interval of exact decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selang {
    /// Lower end.
    pub bawah: Decimal,
    /// Upper end; never below the lower end.
    pub atas: Decimal,
}

impl Selang {
    /// A single exact value.
    #[must_use]
    pub fn titik(nilai: Decimal) -> Self {
        Self {
            bawah: nilai,
            atas: nilai,
        }
    }

    /// What a figure printed with `presisi` decimals may stand for: half a unit of its last digit to either side.
    #[must_use]
    pub fn pembulatan(nilai: Decimal, presisi: u32) -> Self {
        let setengah = Decimal::new(5, presisi.min(27) + 1);
        Self {
            bawah: nilai.saturating_sub(setengah),
            atas: nilai.saturating_add(setengah),
        }
    }

    /// Whether a figure printed with `presisi` decimals may be a rounding or a truncation of a value inside.
    #[must_use]
    pub fn dapat_tercetak(&self, tercetak: Decimal, presisi: u32) -> bool {
        let bulat = Self::pembulatan(tercetak, presisi);
        // A truncated figure is at most its value, and the next figure is already above it.
        let satu = Decimal::new(1, presisi.min(28));
        let terpotong = self.bawah < tercetak.saturating_add(satu) && tercetak <= self.atas;
        terpotong || (self.bawah <= bulat.atas && bulat.bawah <= self.atas)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn gabung(&self, lain: &Self) -> Self {
        Self {
            bawah: self.bawah.min(lain.bawah),
            atas: self.atas.max(lain.atas),
        }
    }

    /// Whether the value lies inside.
    #[must_use]
    pub fn memuat(&self, nilai: Decimal) -> bool {
        self.bawah <= nilai && nilai <= self.atas
    }

    /// All sums of a value of this and one of the other; none where they are too large.
    #[must_use]
    pub fn tambah(self, lain: Self) -> Option<Self> {
        Some(Self {
            bawah: self.bawah.checked_add(lain.bawah)?,
            atas: self.atas.checked_add(lain.atas)?,
        })
    }

    /// All differences, this less the other; none where they are too large.
    #[must_use]
    pub fn kurang(self, lain: Self) -> Option<Self> {
        Some(Self {
            bawah: self.bawah.checked_sub(lain.atas)?,
            atas: self.atas.checked_sub(lain.bawah)?,
        })
    }

    /// All products; none where they are too large.
    #[must_use]
    pub fn kali(self, lain: Self) -> Option<Self> {
        Self::sudut([
            self.bawah.checked_mul(lain.bawah)?,
            self.bawah.checked_mul(lain.atas)?,
            self.atas.checked_mul(lain.bawah)?,
            self.atas.checked_mul(lain.atas)?,
        ])
    }

    /// All quotients, this over the other; none where the other holds zero, or they are too large.
    #[must_use]
    pub fn bagi(self, lain: Self) -> Option<Self> {
        if lain.memuat(Decimal::ZERO) {
            return None;
        }
        Self::sudut([
            self.bawah.checked_div(lain.bawah)?,
            self.bawah.checked_div(lain.atas)?,
            self.atas.checked_div(lain.bawah)?,
            self.atas.checked_div(lain.atas)?,
        ])
    }

    fn sudut(sudut: [Decimal; 4]) -> Option<Self> {
        Some(Self {
            bawah: *sudut.iter().min()?,
            atas: *sudut.iter().max()?,
        })
    }
}
