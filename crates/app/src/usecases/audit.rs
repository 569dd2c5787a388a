//! Reading and verifying the audit.

use store::{Masalah, RantaiAudit, Rekaman};

use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Which records are looked for; an empty word fits all.
#[derive(Debug, Clone, Default)]
pub struct CariAudit {
    /// The person.
    pub pelaku: String,
    /// About what: a value's path.
    pub objek: String,
    /// Only records before this number; none for the newest.
    pub sebelum: Option<i64>,
}

/// Some records, newest first.
#[derive(Debug, Clone)]
pub struct BagianAudit {
    /// The records.
    pub rekaman: Vec<Rekaman>,
    /// Where older ones begin; none where there are none.
    pub lanjut: Option<i64>,
}

/// Records on a page.
const SEHALAMAN: i64 = 50;

impl App {
    /// The records of a unit.
    ///
    /// # Errors
    /// No permission.
    pub async fn cari_audit(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        cari: &CariAudit,
    ) -> Result<BagianAudit> {
        self.wajib_boleh(pelaku, Tindakan::LihatAudit, unit).await?;
        let mut tx = self.store.read().await?;
        let rekaman = tx
            .search_audit(
                unit,
                &cari.pelaku,
                &cari.objek,
                cari.sebelum.unwrap_or(i64::MAX),
                SEHALAMAN,
            )
            .await?;
        let lanjut = rekaman
            .last()
            .filter(|_| i64::try_from(rekaman.len()).unwrap_or(0) == SEHALAMAN)
            .map(|terakhir| terakhir.nomor);
        Ok(BagianAudit { rekaman, lanjut })
    }

    /// Follows the whole chain. `ujung` is a hash noted earlier.
    ///
    /// # Errors
    /// A database that is away; the inner result says where the chain is broken.
    pub async fn periksa_audit(
        &self,
        ujung: Option<&str>,
    ) -> Result<std::result::Result<RantaiAudit, Masalah>> {
        Ok(self.store.read().await?.verify_audit(ujung).await?)
    }
}
