//! What words claim about numbers.

use super::{AngkaId, Letak, Perihal};

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Klaim {
    /// The words that make it ("mengalami peningkatan").
    pub letak: Letak,
    /// Index of its sentence.
    pub kalimat: usize,
    /// What it is about.
    pub perihal: Option<Perihal>,
    /// Year that it is about (the later one of a comparison).
    pub tahun: Option<i16>,
    /// What is claimed.
    pub isi: IsiKlaim,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arah {
    /// More than before.
    Naik,
    /// Less than before.
    Turun,
    /// The same.
    Tetap,
}

/// What is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IsiKlaim {
    /// Went up, down or stayed, from one number to another.
    Perubahan {
        /// Which way.
        arah: Arah,
        /// The earlier value, where the sentence quotes it.
        dari: Option<AngkaId>,
        /// Year of the earlier value.
        tahun_dari: Option<i16>,
        /// The later value, where the sentence quotes it.
        ke: Option<AngkaId>,
        /// How much, where the sentence says so.
        sebesar: Option<AngkaId>,
    },
    /// Every year up (or down), or now up and now down.
    Konsisten {
        /// Which way; none for ups and downs ("berfluktuasi").
        arah: Option<Arah>,
        /// The series that the sentence itself quotes, by years.
        deret: Vec<(i16, AngkaId)>,
    },
    /// Target reached ("tercapai", "melampaui", "berhasil"), or not.
    Tercapai {
        /// Whether reached.
        ya: bool,
        /// Whether more than reached is claimed ("melampaui", "di atas target").
        melampaui: bool,
    },
    /// One number is above or below another ("lebih tinggi dari", "di bawah").
    Banding {
        /// The word says higher (or bigger).
        lebih_tinggi: bool,
        /// What is compared.
        kiri: Option<AngkaId>,
        /// With what.
        kanan: Option<AngkaId>,
        /// By how much.
        selisih: Option<AngkaId>,
    },
    /// The part with the lowest or highest value.
    Ujung {
        /// Highest rather than lowest.
        tertinggi: bool,
        /// The part as named.
        unsur: String,
        /// The value as quoted.
        angka: Option<AngkaId>,
    },
    /// A category ("Sangat Baik", "A").
    Kategori {
        /// As printed.
        kategori: String,
        /// The value that it is given to, where the sentence quotes it.
        angka: Option<AngkaId>,
        /// The number right before it, whatever it measures.
        dekat: Option<AngkaId>,
    },
    /// A number of things ("8 (delapan) unsur") and the things listed behind it.
    Cacah {
        /// The number.
        angka: AngkaId,
        /// What is counted ("unsur", "indikator", "sasaran").
        benda: String,
        /// The things as listed right behind.
        daftar: Vec<Letak>,
    },
    /// The least number of respondents reached, or not.
    RespondenMinimum {
        /// Month from 1, where one is named; none for all.
        bulan: Option<u8>,
        /// The minimum as quoted.
        minimum: Option<AngkaId>,
        /// Whether reached.
        tercapai: bool,
    },
}
