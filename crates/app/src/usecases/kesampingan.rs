//! Letting a finding stand, with a reason, and taking that back.

use store::Kesampingan;

use super::pemeriksaan::{RincianPemeriksaan, cari};
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::telaah::kesampingan::cuplikan;
use crate::{App, Pelaku, id_baru};

/// Most characters of a reason.
const ALASAN_TERPANJANG: usize = 2_000;

impl App {
    /// Lets a finding stand in this document and in its later versions, as long as the words at its spot are the same.
    ///
    /// # Errors
    /// No permission, no reason, no such finding, or one that stands already.
    pub async fn kesampingkan_temuan(
        &self,
        pelaku: &Pelaku,
        id: &str,
        sidik: &str,
        alasan: &str,
    ) -> Result<()> {
        let rincian = self.wajib_kesampingkan(pelaku, id).await?;
        let alasan = alasan.trim();
        if alasan.is_empty() {
            return Err(Error::Isian(
                "tuliskan alasan mengapa temuan ini dibiarkan".to_owned(),
            ));
        }
        if alasan.chars().count() > ALASAN_TERPANJANG {
            return Err(Error::Isian(format!(
                "alasan terlalu panjang; paling banyak {ALASAN_TERPANJANG} karakter"
            )));
        }
        let temuan = rincian
            .temuan
            .iter()
            .find(|t| !sidik.is_empty() && t.sidik == sidik)
            .ok_or_else(|| Error::Store(store::Error::TidakAda("temuan".to_owned())))?;
        if let Some(sudah) = &temuan.selesai {
            return Err(Error::BelumDapat(format!(
                "temuan ini sudah dikesampingkan {sudah}"
            )));
        }
        let ada = &rincian.pemeriksaan;
        let mut tx = self.store.write().await?;
        // Somebody may have deleted the check meanwhile.
        cari(&mut tx, id).await?;
        // Of two who let the same finding stand at once, the second is told.
        let ganda = tx.list_kesampingan(&ada.seri).await?.iter().any(|satu| {
            satu.dicabut.is_none() && satu.sidik == sidik && satu.aturan == temuan.aturan
        });
        if ganda {
            return Err(Error::BelumDapat(
                "temuan ini baru saja dikesampingkan orang lain; muat ulang halaman".to_owned(),
            ));
        }
        tx.add_kesampingan(&Kesampingan {
            id: id_baru(),
            seri: ada.seri.clone(),
            sidik: sidik.to_owned(),
            aturan: temuan.aturan.to_owned(),
            cuplikan: cuplikan(temuan),
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            alasan: alasan.to_owned(),
            dicabut: None,
            dicabut_oleh: None,
        })
        .await?;
        let rincian = format!("aturan {}, sidik {sidik}", temuan.aturan);
        let peristiwa = self.peristiwa(pelaku, "kesampingkan-temuan", &ada.unit, id, rincian);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Takes a dismissal back: the finding is open again.
    ///
    /// # Errors
    /// No permission, or no finding that is dismissed under this fingerprint.
    pub async fn buka_kembali_temuan(&self, pelaku: &Pelaku, id: &str, sidik: &str) -> Result<()> {
        let rincian = self.wajib_kesampingkan(pelaku, id).await?;
        let satu = rincian
            .kesampingan
            .iter()
            .find(|satu| satu.isi.sidik == sidik)
            .ok_or_else(|| Error::Store(store::Error::TidakAda("pengesampingan".to_owned())))?;
        let mut tx = self.store.write().await?;
        tx.revoke_kesampingan(&satu.isi.id, &pelaku.orang, self.kini())
            .await?;
        let peristiwa = self.peristiwa(
            pelaku,
            "buka-kembali-temuan",
            &rincian.pemeriksaan.unit,
            id,
            format!("aturan {}, sidik {sidik}", satu.isi.aturan),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Who checked the document may let its findings stand, and who writes or answers for the unit's reports.
    async fn wajib_kesampingkan(&self, pelaku: &Pelaku, id: &str) -> Result<RincianPemeriksaan> {
        let rincian = self.lihat_pemeriksaan(pelaku, id).await?;
        if !rincian.boleh_kesampingkan {
            self.wajib_boleh(pelaku, Tindakan::SusunLaporan, &rincian.pemeriksaan.unit)
                .await?;
        }
        Ok(rincian)
    }
}
