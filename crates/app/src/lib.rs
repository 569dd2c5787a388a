//! The use cases: who may, what changes, and what the audit says of it. One file each under `usecases/`.
//!
//! Every use case takes a [`Pelaku`], decides by [`izin`], works in one transaction and leaves a trace; a refusal leaves one too.
//! SQL stands in `store`, HTTP in `portal`.

mod alur;
mod berkas;
mod error;
mod isi_tahun;
mod izin;
mod peran;
mod sandi;
mod susun;
pub mod telaah;
mod totp;
mod usecases;
mod waktu;
mod zona;

use std::sync::Arc;

use hukum::Hukum;
use laporan::Naskah;
use store::{FolderBukti, Peristiwa, Store, Waktu};

pub use alur::{JenisAlur, Keadaan};
pub use berkas::{BentukBerkas, tulis_berkas};
pub use error::{Error, Result};
pub use izin::{Putusan, Sebab};
pub use peran::{Peran, Tindakan};
pub use sandi::{hash_sandi, sandi_acak};
pub use susun::{Susunan, TahapSusun, Tolakan, berkas_laporan, susun_laporan};
pub use totp::{kode_totp, rahasia_totp, uri_totp};
pub use usecases::*;
pub use waktu::Zona;

/// Everything that a use case works with.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The evidence files.
    pub bukti: FolderBukti,
    /// The law and the kinds of office.
    pub hukum: Arc<Hukum>,
    /// The words of the report.
    pub naskah: Arc<Naskah>,
    /// Tells the time, in microseconds of UTC.
    pub jam: Arc<dyn Fn() -> Waktu + Send + Sync>,
}

/// Who asks: a person with a session, or the system itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pelaku {
    /// Opaque id of the person; "sistem" for the program.
    pub orang: String,
}

impl Pelaku {
    /// The program itself: first set-up, restore, commands at the machine.
    #[must_use]
    pub fn sistem() -> Self {
        Self {
            orang: "sistem".to_owned(),
        }
    }

    /// Whether this is the program itself.
    #[must_use]
    pub fn adalah_sistem(&self) -> bool {
        self.orang == "sistem"
    }
}

impl App {
    /// The present instant.
    #[must_use]
    pub fn kini(&self) -> Waktu {
        (self.jam)()
    }

    /// The present day where no unit is meant, in [`App::zona_bawaan`]; for a unit, [`App::hari_ini_di`].
    #[must_use]
    pub fn hari_ini(&self) -> String {
        self.zona_bawaan().hari(self.kini())
    }

    /// The time zones that a unit may have.
    #[must_use]
    pub fn daftar_zona(&self) -> Vec<Zona> {
        Zona::daftar(&self.hukum, self.kini())
    }

    /// The time zone where none is set: the first that the law names.
    #[must_use]
    pub fn zona_bawaan(&self) -> Zona {
        let daftar = self.daftar_zona();
        daftar.into_iter().next().unwrap_or_else(Zona::universal)
    }

    /// A trace of something that was done.
    pub(crate) fn peristiwa(
        &self,
        pelaku: &Pelaku,
        tindakan: &str,
        unit: &str,
        objek: impl Into<String>,
        rincian: impl Into<String>,
    ) -> Peristiwa {
        Peristiwa {
            pada: self.kini(),
            pelaku: pelaku.orang.clone(),
            tindakan: tindakan.to_owned(),
            unit: unit.to_owned(),
            objek: objek.into(),
            hasil: "berhasil".to_owned(),
            rincian: rincian.into(),
        }
    }
}

/// A fresh id: sorts by time of making.
pub(crate) fn id_baru() -> String {
    uuid::Uuid::now_v7().to_string()
}
