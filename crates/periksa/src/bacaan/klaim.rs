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

/// Which things a count counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cacahan {
    /// All that the agreement has.
    Semua,
    /// Those that reached their target.
    Tercapai,
    /// Those that did not.
    BelumTercapai,
    /// Those below the mean.
    DiBawahRerata,
    /// Any others: only the list behind tells.
    Lain,
}

/// Figures of a table that can be ranked, each with the name of what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deret {
    /// Index of the one that a claim is about.
    pub ini: usize,
    /// All of them, that one too.
    pub semua: Vec<(String, AngkaId)>,
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
    /// The one with the lowest or highest value of all.
    Ujung {
        /// Highest rather than lowest.
        tertinggi: bool,
        /// Its name as printed.
        nama: String,
        /// The value as quoted.
        angka: Option<AngkaId>,
        /// The rows or columns of figures that may be meant: at the end of one of them it must stand.
        deret: Vec<Deret>,
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
    /// A number of things ("8 (delapan) unsur", "lima seksi") and the things listed behind it.
    Cacah {
        /// How many.
        banyak: u32,
        /// The number, where it is printed in digits.
        angka: Option<AngkaId>,
        /// What is counted ("unsur", "indikator", "sasaran").
        benda: String,
        /// Which of them.
        golongan: Cacahan,
        /// The things as listed right behind.
        daftar: Vec<Letak>,
    },
    /// The least number of respondents reached, or not.
    RespondenMinimum {
        /// Months from 1, where some are named; none for all.
        bulan: Vec<u8>,
        /// Months that are said to be otherwise.
        kecuali: Vec<u8>,
        /// The minimum as quoted.
        minimum: Option<AngkaId>,
        /// The respondents as the sentence, or the one before, quotes them.
        responden: Option<AngkaId>,
        /// Whether reached.
        tercapai: bool,
    },
}
