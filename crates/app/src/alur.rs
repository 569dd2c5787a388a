//! The flow: which step leads from where to where, and who may take it.

use crate::peran::Tindakan;

/// What goes through the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisAlur {
    /// Perjanjian Kinerja.
    Perjanjian,
    /// Rencana aksi: the targets of the quarters.
    RencanaAksi,
    /// Realisasi of the year.
    Realisasi,
    /// LKjIP.
    Laporan,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keadaan {
    /// Being written.
    Draf,
    /// Handed in.
    Diajukan,
    /// Verified.
    Diverifikasi,
    /// Approved: what it holds is locked.
    Disahkan,
    /// Sent back with a reason.
    Dikembalikan,
    /// Published (report only).
    Diterbitkan,
}

use Keadaan::{Diajukan, Dikembalikan, Disahkan, Diterbitkan, Diverifikasi, Draf};

impl JenisAlur {
    /// All of them, in the order of the year.
    pub const SEMUA: [Self; 4] = [
        Self::Perjanjian,
        Self::RencanaAksi,
        Self::Realisasi,
        Self::Laporan,
    ];

    /// Its word in the database and in addresses.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Perjanjian => "perjanjian",
            Self::RencanaAksi => "rencana-aksi",
            Self::Realisasi => "realisasi",
            Self::Laporan => "laporan",
        }
    }

    /// Its name on a page.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Perjanjian => "Perjanjian Kinerja",
            Self::RencanaAksi => "Rencana aksi",
            Self::Realisasi => "Realisasi kinerja",
            Self::Laporan => "Laporan Kinerja",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|jenis| jenis.kata() == kata)
    }

    /// Whether it holds this sheet of the year, so that the sheet is locked with it.
    #[must_use]
    pub fn memuat(self, lembar: &str) -> bool {
        // A package keeps each narrative as a file of its own, and names that where something is wrong with it.
        let lembar = if lembar.starts_with("narasi/") {
            "narasi"
        } else {
            lembar
        };
        match self {
            Self::Perjanjian => lembar == "perjanjian_kinerja",
            Self::RencanaAksi => lembar == "rencana_aksi",
            Self::Laporan => lembar == "narasi",
            Self::Realisasi => {
                !["perjanjian_kinerja", "rencana_aksi", "narasi", "koreksi"].contains(&lembar)
            }
        }
    }
}

impl Keadaan {
    const SEMUA: [Self; 6] = [
        Draf,
        Diajukan,
        Diverifikasi,
        Disahkan,
        Dikembalikan,
        Diterbitkan,
    ];

    /// All of them from not handed in to published, as lists are sorted.
    pub(crate) const URUTAN: [Self; 6] = [
        Draf,
        Dikembalikan,
        Diajukan,
        Diverifikasi,
        Disahkan,
        Diterbitkan,
    ];

    /// Its word in the database.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Draf => "draf",
            Diajukan => "diajukan",
            Diverifikasi => "diverifikasi",
            Disahkan => "disahkan",
            Dikembalikan => "dikembalikan",
            Diterbitkan => "diterbitkan",
        }
    }

    /// Its name on a page.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Draf => "Draf",
            Diajukan => "Diajukan",
            Diverifikasi => "Diverifikasi",
            Disahkan => "Disahkan",
            Dikembalikan => "Dikembalikan",
            Diterbitkan => "Diterbitkan",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA
            .into_iter()
            .find(|keadaan| keadaan.kata() == kata)
    }

    /// Whether what is held may be changed.
    #[must_use]
    pub const fn terbuka(self) -> bool {
        matches!(self, Draf | Dikembalikan)
    }

    /// The steps from here: where to, and what the person must be allowed.
    #[must_use]
    pub fn langkah(self, jenis: JenisAlur) -> Vec<(Self, Tindakan)> {
        match self {
            Draf | Dikembalikan => vec![(Diajukan, Tindakan::Ajukan)],
            Diajukan => vec![
                (Diverifikasi, Tindakan::Verifikasi),
                (Dikembalikan, Tindakan::Verifikasi),
            ],
            Diverifikasi => vec![
                (Disahkan, Tindakan::Sahkan),
                (Dikembalikan, Tindakan::Sahkan),
            ],
            Disahkan if jenis == JenisAlur::Laporan => {
                vec![
                    (Diterbitkan, Tindakan::Terbitkan),
                    (Draf, Tindakan::BukaKoreksi),
                ]
            }
            Disahkan | Diterbitkan => vec![(Draf, Tindakan::BukaKoreksi)],
        }
    }

    /// Whether a step from here to there needs a reason.
    #[must_use]
    pub fn perlu_alasan(self, ke: Self) -> bool {
        ke == Dikembalikan || (ke == Draf && !self.terbuka())
    }
}
