//! Roles, and what each may do. One table; pages, the refusal and the test of the matrix all read it.

use Peran::{Administrator, Kepala, Operator, Pemantau, Perencana, Reviu, Staf};

/// A role at a unit and at everything below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Peran {
    /// Enters the year's data for the whole office.
    Operator,
    /// Enters data and evidence of a section.
    Staf,
    /// Keeps plans, targets and agreements, writes the report.
    Perencana,
    /// Head of the unit: approves.
    Kepala,
    /// Reviewer of the regional office or the inspectorate: verifies.
    Reviu,
    /// Keeps units, people and grants; sees no more of the content than it must.
    Administrator,
    /// Sees all, changes nothing.
    Pemantau,
}

/// Something that may or may not be done at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tindakan {
    /// See figures and documents.
    Lihat,
    /// Enter realisasi, activities, budget.
    IsiNilai,
    /// Change targets and agreements.
    UbahRencana,
    /// Attach and detach evidence.
    LampirkanBukti,
    /// Write the report's narrative.
    TulisNarasi,
    /// Compose a draft report.
    SusunLaporan,
    /// Hand in for verification.
    Ajukan,
    /// Verify what was handed in, or send it back.
    Verifikasi,
    /// Approve what was verified, or send it back.
    Sahkan,
    /// Publish the approved report.
    Terbitkan,
    /// Reopen what was approved for a correction.
    BukaKoreksi,
    /// Delete what somebody else handed in for checking.
    HapusPemeriksaan,
    /// Open a year and freeze its definitions.
    BukaTahun,
    /// Bring a package in, or take one out.
    ImporEkspor,
    /// Change units and office-holders.
    KelolaUnit,
    /// Make accounts.
    KelolaOrang,
    /// Give and withdraw grants.
    KelolaHak,
    /// Read the audit.
    LihatAudit,
    /// Make backups.
    Cadangkan,
}

impl Peran {
    /// All roles.
    pub const SEMUA: [Self; 7] = [
        Operator,
        Staf,
        Perencana,
        Kepala,
        Reviu,
        Administrator,
        Pemantau,
    ];

    /// Its word in the database and in addresses.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Operator => "operator",
            Staf => "staf",
            Perencana => "perencana",
            Kepala => "kepala",
            Reviu => "reviu",
            Administrator => "administrator",
            Pemantau => "pemantau",
        }
    }

    /// Its name on a page.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Operator => "Operator",
            Staf => "Staf seksi",
            Perencana => "Perencana",
            Kepala => "Kepala unit",
            Reviu => "Pereviu (Kanwil, APIP)",
            Administrator => "Administrator",
            Pemantau => "Pemantau",
        }
    }

    /// The role with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|peran| peran.kata() == kata)
    }

    /// Whether the role may do this.
    #[must_use]
    pub fn boleh(self, tindakan: Tindakan) -> bool {
        tindakan.peran().contains(&self)
    }
}

impl Tindakan {
    /// All of them.
    pub const SEMUA: [Self; 19] = [
        Self::Lihat,
        Self::IsiNilai,
        Self::UbahRencana,
        Self::LampirkanBukti,
        Self::TulisNarasi,
        Self::SusunLaporan,
        Self::Ajukan,
        Self::Verifikasi,
        Self::Sahkan,
        Self::Terbitkan,
        Self::BukaKoreksi,
        Self::HapusPemeriksaan,
        Self::BukaTahun,
        Self::ImporEkspor,
        Self::KelolaUnit,
        Self::KelolaOrang,
        Self::KelolaHak,
        Self::LihatAudit,
        Self::Cadangkan,
    ];

    /// The roles that may.
    #[must_use]
    pub const fn peran(self) -> &'static [Peran] {
        match self {
            Self::Lihat => &[
                Operator,
                Staf,
                Perencana,
                Kepala,
                Reviu,
                Administrator,
                Pemantau,
            ],
            Self::IsiNilai | Self::LampirkanBukti => &[Operator, Staf, Perencana],
            Self::UbahRencana | Self::TulisNarasi => &[Operator, Perencana],
            Self::SusunLaporan => &[Operator, Perencana, Kepala, Reviu],
            Self::Ajukan => &[Operator, Perencana],
            Self::Verifikasi => &[Reviu, Kepala],
            Self::Sahkan | Self::BukaKoreksi => &[Kepala],
            // Whoever writes the report does not publish it.
            Self::Terbitkan => &[Kepala],
            Self::HapusPemeriksaan => &[Perencana],
            Self::BukaTahun => &[Perencana, Administrator],
            Self::ImporEkspor => &[Operator, Perencana],
            Self::KelolaUnit | Self::KelolaOrang | Self::KelolaHak | Self::Cadangkan => {
                &[Administrator]
            }
            Self::LihatAudit => &[Administrator, Kepala, Reviu],
        }
    }

    /// Its word in addresses.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Lihat => "lihat",
            Self::IsiNilai => "isi-nilai",
            Self::UbahRencana => "ubah-rencana",
            Self::LampirkanBukti => "lampirkan-bukti",
            Self::TulisNarasi => "tulis-narasi",
            Self::SusunLaporan => "susun-laporan",
            Self::Ajukan => "ajukan",
            Self::Verifikasi => "verifikasi",
            Self::Sahkan => "sahkan",
            Self::Terbitkan => "terbitkan",
            Self::BukaKoreksi => "buka-koreksi",
            Self::HapusPemeriksaan => "hapus-pemeriksaan",
            Self::BukaTahun => "buka-tahun",
            Self::ImporEkspor => "impor-ekspor",
            Self::KelolaUnit => "kelola-unit",
            Self::KelolaOrang => "kelola-orang",
            Self::KelolaHak => "kelola-hak",
            Self::LihatAudit => "lihat-audit",
            Self::Cadangkan => "cadangkan",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA
            .into_iter()
            .find(|tindakan| tindakan.kata() == kata)
    }

    /// In words, after "Anda tidak dapat".
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Lihat => "melihat data",
            Self::IsiNilai => "mengisi nilai",
            Self::UbahRencana => "mengubah target dan perjanjian kinerja",
            Self::LampirkanBukti => "melampirkan bukti",
            Self::TulisNarasi => "menulis narasi laporan",
            Self::SusunLaporan => "menyusun laporan",
            Self::Ajukan => "mengajukan",
            Self::Verifikasi => "memverifikasi",
            Self::Sahkan => "mengesahkan",
            Self::Terbitkan => "menerbitkan laporan",
            Self::BukaKoreksi => "membuka kembali untuk koreksi",
            Self::HapusPemeriksaan => "menghapus dokumen yang diperiksakan orang lain",
            Self::BukaTahun => "membuka tahun",
            Self::ImporEkspor => "memasukkan dan mengeluarkan paket data",
            Self::KelolaUnit => "mengelola unit dan pejabat",
            Self::KelolaOrang => "mengelola akun",
            Self::KelolaHak => "memberi dan mencabut hak",
            Self::LihatAudit => "membaca jejak audit",
            Self::Cadangkan => "membuat cadangan",
        }
    }
}
