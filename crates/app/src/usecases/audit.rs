//! Reading and verifying the audit.

use store::{CariRekaman, Masalah, RantaiAudit, Rekaman};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Which records are looked for; an empty word fits all.
#[derive(Debug, Clone, Default)]
pub struct CariAudit {
    /// The person.
    pub pelaku: String,
    /// About what: a value's path, or the beginning of one.
    pub objek: String,
    /// "berhasil" or "ditolak".
    pub hasil: String,
    /// First day, in the time zone of the unit.
    pub dari: Option<String>,
    /// Last day.
    pub sampai: Option<String>,
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

/// Who is no account: the program itself, and who logged in with a name that nobody has.
const SISTEM: &str = "sistem";
pub(super) const TIDAK_DIKENAL: &str = "tidak-dikenal";

/// Records on a page.
const SEHALAMAN: i64 = 50;

impl App {
    /// The records of a unit. Where a person is named whose account the asker keeps, the records about no unit
    /// (logins, a changed password) are among them.
    ///
    /// # Errors
    /// No permission, or a day that is none.
    pub async fn cari_audit(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        cari: &CariAudit,
    ) -> Result<BagianAudit> {
        self.wajib_boleh(pelaku, Tindakan::LihatAudit, unit).await?;
        let zona = self.zona(unit).await?;
        let batas = |hari: &Option<String>, akhir: bool| match hari.as_deref().map(str::trim) {
            None | Some("") => Ok(None),
            Some(hari) => {
                let saat = if akhir {
                    zona.akhir_hari(hari)
                } else {
                    zona.awal_hari(hari)
                };
                saat.map(Some).ok_or_else(|| {
                    Error::Isian(format!(
                        "\"{hari}\" bukan tanggal; tulis seperti 2026-01-31"
                    ))
                })
            }
        };
        let mut tx = self.store.read().await?;
        let tanpa_unit = !cari.pelaku.is_empty()
            && (cari.pelaku == pelaku.orang
                || self
                    .penolakan_akun(&mut tx, pelaku, unit, &cari.pelaku)
                    .await?
                    .is_none());
        let rekaman = tx
            .search_audit(&CariRekaman {
                unit: unit.to_owned(),
                tanpa_unit,
                pelaku: cari.pelaku.clone(),
                objek: cari.objek.trim().trim_end_matches('/').to_owned(),
                hasil: cari.hasil.clone(),
                dari: batas(&cari.dari, false)?.unwrap_or(0),
                sebelum_pada: batas(&cari.sampai, true)?.unwrap_or(i64::MAX),
                sebelum: cari.sebelum.unwrap_or(i64::MAX),
                banyak: SEHALAMAN,
            })
            .await?;
        let lanjut = rekaman
            .last()
            .filter(|_| i64::try_from(rekaman.len()).unwrap_or(0) == SEHALAMAN)
            .map(|terakhir| terakhir.nomor);
        Ok(BagianAudit { rekaman, lanjut })
    }

    /// The id of the account with this id or login name, for who reads the audit of the unit.
    ///
    /// # Errors
    /// No permission.
    pub async fn cari_akun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        sebutan: &str,
    ) -> Result<Option<String>> {
        self.wajib_boleh(pelaku, Tindakan::LihatAudit, unit).await?;
        if [SISTEM, TIDAK_DIKENAL].contains(&sebutan) {
            return Ok(Some(sebutan.to_owned()));
        }
        let mut tx = self.store.read().await?;
        let orang = match tx.orang(sebutan).await? {
            Some(orang) => Some(orang),
            None => tx.orang_bernama(&sebutan.to_lowercase()).await?,
        };
        Ok(orang.map(|orang| orang.id))
    }

    /// How long the chain is and the hash of its last record, which is noted down elsewhere to prove later that nothing was cut off.
    ///
    /// # Errors
    /// No permission at the unit.
    pub async fn ujung_audit(&self, pelaku: &Pelaku, unit: &str) -> Result<RantaiAudit> {
        self.wajib_boleh(pelaku, Tindakan::LihatAudit, unit).await?;
        Ok(self.store.read().await?.ujung_audit().await?)
    }

    /// Follows the whole chain, that of all units. `ujung` is a hash noted earlier.
    ///
    /// # Errors
    /// No permission at the unit; the inner result says where the chain is broken.
    pub async fn periksa_audit(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        ujung: Option<&str>,
    ) -> Result<std::result::Result<RantaiAudit, Masalah>> {
        self.wajib_boleh(pelaku, Tindakan::LihatAudit, unit).await?;
        Ok(self.store.read().await?.verify_audit(ujung).await?)
    }
}
