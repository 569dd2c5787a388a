//! Which files a step of the report's flow is about: handed in, verified, approved and published are the same bytes.

use store::{Langkah, LangkahLaporan, Susunan, Terbitan, Tx};

use super::TahunDibaca;
use super::laporan::sidik_berkas;
use crate::alur::Keadaan;
use crate::error::{Error, Result};
use crate::{App, Pelaku};

impl App {
    /// Ties a step of the report's flow to a final composition and publishes it at the last one; the hash of its files.
    ///
    /// Handing in needs a final report of the year as it is now. Verifying and approving need that nothing changed
    /// since. Publishing takes what was approved, whatever changed since: only those bytes were.
    pub(crate) async fn ikat_laporan(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        langkah: &Langkah,
        dibaca: &TahunDibaca,
    ) -> Result<Option<String>> {
        let kini = dibaca.isi.sidik(|_| true);
        let susunan = match Keadaan::dari_kata(&langkah.menjadi) {
            Some(Keadaan::Diajukan) => tx
                .list_susunan(unit, tahun)
                .await?
                .into_iter()
                .find(|satu| satu.akhir == 1 && satu.isi == kini)
                .ok_or_else(|| {
                    Error::BelumDapat(
                        "laporan final belum disusun dari data yang sekarang; susun laporan final dahulu, \
                         agar yang diverifikasi dan disahkan adalah berkas yang pasti"
                            .to_owned(),
                    )
                })?,
            Some(Keadaan::Diverifikasi | Keadaan::Disahkan) => {
                let (susunan, _) = self.susunan_terikat(tx, unit, tahun).await?;
                if susunan.isi != kini {
                    return Err(Error::BelumDapat(
                        "data tahun ini berubah sejak laporan diajukan; kembalikan laporan agar disusun ulang"
                            .to_owned(),
                    ));
                }
                susunan
            }
            Some(Keadaan::Diterbitkan) => {
                let (susunan, disetujui) = self.susunan_terikat(tx, unit, tahun).await?;
                self.wajib_berkas_disetujui(tx, &susunan, &disetujui).await?;
                let sebelum = tx.list_terbitan(unit, tahun).await?;
                tx.add_terbitan(&Terbitan {
                    unit: unit.to_owned(),
                    tahun,
                    versi: sebelum
                        .first()
                        .map_or(1, |satu| satu.versi.saturating_add(1)),
                    susunan: susunan.id.clone(),
                    sidik: susunan.sidik.clone(),
                    langkah: langkah.versi,
                    oleh: pelaku.orang.clone(),
                    pada: langkah.pada,
                    catatan: langkah.alasan.clone(),
                })
                .await?;
                susunan
            }
            _ => return Ok(None),
        };
        let ikatan = LangkahLaporan {
            versi: langkah.versi,
            sidik: susunan.sidik.clone(),
            susunan: susunan.id,
        };
        tx.add_langkah_laporan(unit, tahun, &ikatan).await?;
        Ok(Some(ikatan.sidik))
    }

    /// The composition that the last step was about, with the hash that its files had then.
    async fn susunan_terikat(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
    ) -> Result<(Susunan, String)> {
        let ikatan = tx
            .list_langkah_laporan(unit, tahun)
            .await?
            .into_iter()
            .next();
        let susunan = match &ikatan {
            Some(ikatan) => tx.susunan(&ikatan.susunan).await?,
            None => None,
        };
        ikatan
            .zip(susunan)
            .map(|(ikatan, susunan)| (susunan, ikatan.sidik))
            .ok_or_else(|| {
                Error::BelumDapat(
                    "berkas laporan yang diajukan tidak ditemukan; kembalikan laporan agar disusun dan diajukan lagi"
                        .to_owned(),
                )
            })
    }

    /// Whether the files of a composition are still those that were approved, down to the bytes.
    pub(crate) async fn wajib_berkas_disetujui(
        &self,
        tx: &mut Tx,
        susunan: &Susunan,
        disetujui: &str,
    ) -> Result<()> {
        let berkas = tx.list_berkas_susunan(&susunan.id).await?;
        if sidik_berkas(&berkas) != disetujui {
            return Err(Error::Store(store::Error::Rusak(
                "daftar berkas laporan tidak lagi sama dengan yang disahkan".to_owned(),
            )));
        }
        for satu in &berkas {
            self.bukti.get(&satu.sidik)?;
        }
        Ok(())
    }
}
