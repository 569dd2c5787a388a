//! Steps of the flow, with their gates.

use std::collections::BTreeMap;

use store::{KunciAlur, Langkah, Tx};

use crate::alur::{JenisAlur, Keadaan};
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Where a flow stands, and what the person may do next.
#[derive(Debug, Clone)]
pub struct AlurTahun {
    /// What it is.
    pub jenis: JenisAlur,
    /// Where it stands.
    pub keadaan: Keadaan,
    /// How many steps it made.
    pub versi: i64,
    /// The steps that the person may take.
    pub langkah: Vec<Keadaan>,
    /// The steps that are open from here, also those that others may take.
    pub terbuka: Vec<LangkahTerbuka>,
    /// The steps so far.
    pub riwayat: Vec<Langkah>,
    /// Names of those who took them, by id.
    pub nama: BTreeMap<String, String>,
}

/// A step that is open, and whether this person may take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LangkahTerbuka {
    /// Where to.
    pub ke: Keadaan,
    /// What the person must be allowed.
    pub tindakan: Tindakan,
    /// Whether it needs a reason.
    pub perlu_alasan: bool,
    /// Why the person may not take it, and who may; none where the person may.
    pub keberatan: Option<String>,
}

/// A step to take.
#[derive(Debug, Clone)]
pub struct LangkahBaru {
    /// What it is about.
    pub jenis: JenisAlur,
    /// Where to.
    pub ke: Keadaan,
    /// How many steps the person saw.
    pub versi: i64,
    /// Why.
    pub alasan: String,
}

impl App {
    pub(crate) async fn keadaan(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
        jenis: JenisAlur,
    ) -> Result<(Keadaan, i64)> {
        Ok(match tx.alur(&kunci(unit, tahun, jenis)).await? {
            Some(alur) => (
                Keadaan::dari_kata(&alur.keadaan).ok_or_else(|| {
                    Error::Dalam(format!("keadaan alur \"{}\" tidak dikenal", alur.keadaan))
                })?,
                alur.versi,
            ),
            None => (Keadaan::Draf, 0),
        })
    }

    /// Where the flows of a year stand, and what the person may do next.
    ///
    /// # Errors
    /// No permission to see the unit.
    pub async fn daftar_alur(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<Vec<AlurTahun>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let mut daftar = Vec::new();
        for jenis in JenisAlur::SEMUA {
            let (keadaan, versi) = self.keadaan(&mut tx, unit, tahun, jenis).await?;
            let riwayat = tx.riwayat_alur(&kunci(unit, tahun, jenis)).await?;
            let mut terbuka = Vec::new();
            for (ke, tindakan) in keadaan.langkah(jenis) {
                let putusan = self.putuskan(&mut tx, pelaku, tindakan, unit).await?;
                let keberatan = if putusan.boleh {
                    self.keberatan_pihak(&mut tx, pelaku, (unit, tahun), (jenis, ke), &riwayat)
                        .await?
                } else {
                    Some(putusan.ringkas())
                };
                terbuka.push(LangkahTerbuka {
                    ke,
                    tindakan,
                    perlu_alasan: keadaan.perlu_alasan(ke),
                    keberatan,
                });
            }
            let mut nama = BTreeMap::new();
            for langkah in &riwayat {
                if !nama.contains_key(&langkah.oleh) {
                    let satu = super::orang::nama_di(&mut tx, &langkah.oleh).await?;
                    nama.insert(langkah.oleh.clone(), satu);
                }
            }
            daftar.push(AlurTahun {
                jenis,
                keadaan,
                versi,
                langkah: terbuka
                    .iter()
                    .filter(|satu| satu.keberatan.is_none())
                    .map(|satu| satu.ke)
                    .collect(),
                terbuka,
                riwayat,
                nama,
            });
        }
        Ok(daftar)
    }

    /// Takes a step.
    ///
    /// # Errors
    /// A step that is not open from here, no permission, no reason where one is needed, a shut gate,
    /// the same person on both sides of a verification, or somebody who was faster.
    pub async fn langkah_alur(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        baru: &LangkahBaru,
    ) -> Result<()> {
        let mut tx = self.store.read().await?;
        let (dari, versi) = self.keadaan(&mut tx, unit, tahun, baru.jenis).await?;
        if versi != baru.versi {
            return Err(store::Error::Bentrok { kini: versi }.into());
        }
        let Some((_, tindakan)) = dari
            .langkah(baru.jenis)
            .into_iter()
            .find(|(ke, _)| *ke == baru.ke)
        else {
            return Err(Error::BelumDapat(format!(
                "{} berada pada tahap {}; langkah ke {} belum terbuka",
                baru.jenis.sebutan(),
                dari.sebutan(),
                baru.ke.sebutan()
            )));
        };
        drop(tx);
        self.wajib_boleh(pelaku, tindakan, unit).await?;
        if dari.perlu_alasan(baru.ke) && baru.alasan.trim().is_empty() {
            return Err(Error::Isian(
                "alasan wajib diisi untuk langkah ini".to_owned(),
            ));
        }
        // What is handed in is what was read: nobody changes the year in between.
        let mut tx = self.tulis_tahun(unit, tahun).await?;
        let riwayat = tx.riwayat_alur(&kunci(unit, tahun, baru.jenis)).await?;
        let pihak = self
            .keberatan_pihak(
                &mut tx,
                pelaku,
                (unit, tahun),
                (baru.jenis, baru.ke),
                &riwayat,
            )
            .await?;
        if let Some(keberatan) = pihak {
            return Err(Error::BelumDapat(keberatan));
        }
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let sidik = dibaca.isi.sidik(|lembar| baru.jenis.memuat(lembar));
        if baru.ke == Keadaan::Diajukan {
            self.gerbang(&mut tx, unit, tahun, baru, &dibaca).await?;
        }
        let langkah = Langkah {
            versi: versi.saturating_add(1),
            semula: if versi == 0 {
                String::new()
            } else {
                dari.kata().to_owned()
            },
            menjadi: baru.ke.kata().to_owned(),
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            alasan: baru.alasan.trim().to_owned(),
            sidik: sidik.clone(),
        };
        tx.move_alur(&kunci(unit, tahun, baru.jenis), &langkah)
            .await?;
        let mut rincian = format!("{} ke {}, sidik {sidik}", dari.kata(), baru.ke.kata());
        if baru.jenis == JenisAlur::Laporan
            && let Some(berkas) = self
                .ikat_laporan(&mut tx, pelaku, unit, tahun, &langkah, &dibaca)
                .await?
        {
            rincian.push_str(&format!(", berkas {berkas}"));
        }
        let peristiwa = self.peristiwa(
            pelaku,
            "langkah-alur",
            unit,
            format!("{tahun}/{}", baru.jenis.kata()),
            rincian,
        );
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// What must hold before something is handed in.
    async fn gerbang(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
        baru: &LangkahBaru,
        dibaca: &super::TahunDibaca,
    ) -> Result<()> {
        let jenis = baru.jenis;
        let milik: Vec<_> = dibaca
            .kesalahan
            .iter()
            .filter(|satu| jenis.memuat(satu.tempat.berkas.trim_start_matches("lembar ")))
            .cloned()
            .collect();
        if !milik.is_empty() {
            return Err(Error::Paket(milik));
        }
        match jenis {
            JenisAlur::Perjanjian if dibaca.masukan.perjanjian.is_empty() => Err(
                Error::BelumDapat("Perjanjian Kinerja belum berisi sasaran".to_owned()),
            ),
            JenisAlur::Perjanjian => Ok(()),
            JenisAlur::RencanaAksi => {
                let kurang = super::rencana_aksi::kekurangan(&dibaca.masukan);
                if kurang.is_empty() {
                    Ok(())
                } else {
                    Err(Error::BelumDapat(format!(
                        "rencana aksi belum lengkap: {}",
                        kurang.join("; ")
                    )))
                }
            }
            JenisAlur::Realisasi => {
                let bukti = tx.list_bukti(unit, tahun).await?;
                let tanpa: Vec<_> = dibaca
                    .hasil
                    .indikator
                    .iter()
                    .map(|satu| satu.profil.kode.as_str())
                    .filter(|kode| {
                        !bukti
                            .iter()
                            .any(|bukti| bukti.kaitan.eq_ignore_ascii_case(kode))
                    })
                    .collect();
                if tanpa.is_empty() {
                    Ok(())
                } else {
                    Err(Error::BelumDapat(format!(
                        "bukti belum dilampirkan untuk indikator {}",
                        tanpa.join(", ")
                    )))
                }
            }
            // A definition that changed since the opening needs a word to those who verify; that the report is
            // final and has no binding finding is held by its files, which `ikat_laporan` asks for.
            JenisAlur::Laporan => {
                if dibaca.definisi.is_empty() || !baru.alasan.trim().is_empty() {
                    Ok(())
                } else {
                    Err(Error::Paket(dibaca.definisi.clone()))
                }
            }
        }
    }

    /// Whether the person stood on the other side of this step: nobody verifies, approves or publishes what they
    /// handed in, and nobody publishes a year that they wrote in.
    async fn keberatan_pihak(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        (unit, tahun): (&str, i64),
        (jenis, ke): (JenisAlur, Keadaan),
        riwayat: &[Langkah],
    ) -> Result<Option<String>> {
        let pengaju = riwayat
            .iter()
            .rev()
            .find(|langkah| langkah.menjadi == Keadaan::Diajukan.kata());
        if matches!(
            ke,
            Keadaan::Diverifikasi | Keadaan::Disahkan | Keadaan::Diterbitkan
        ) && pengaju.is_some_and(|pengaju| pengaju.oleh == pelaku.orang)
        {
            return Ok(Some(
                "yang mengajukan tidak dapat memverifikasi, mengesahkan, atau menerbitkan; mintalah orang lain".to_owned(),
            ));
        }
        if jenis == JenisAlur::Laporan
            && ke == Keadaan::Diterbitkan
            && tx.list_penulis(unit, tahun).await?.contains(&pelaku.orang)
        {
            return Ok(Some(
                "yang mengisi data atau menulis narasi tahun ini tidak dapat menerbitkan laporannya; mintalah orang lain".to_owned(),
            ));
        }
        Ok(None)
    }
}

fn kunci(unit: &str, tahun: i64, jenis: JenisAlur) -> KunciAlur {
    KunciAlur {
        unit: unit.to_owned(),
        tahun,
        jenis: jenis.kata().to_owned(),
        periode: "tahun".to_owned(),
    }
}
