//! Evidence: what may be attached, and to what.

use store::Bukti;
use tokio::sync::Mutex;

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

/// Held from where content is put until the row that names it is committed, and where content goes: none goes
/// that somebody else just handed in. Taken before a transaction that writes, never inside one.
pub(super) static BERKAS: Mutex<()> = Mutex::const_new(());

/// Largest evidence file, in bytes.
const TERBESAR: usize = 20 << 20;

/// Kinds of file that are taken: beginning of the content, media type, name for people.
pub const JENIS_BUKTI: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "application/pdf", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "PNG"),
    (b"\xff\xd8\xff", "image/jpeg", "JPEG"),
    // DOCX and XLSX are archives; macros in them are not run by anything here, and the file is only handed back.
    (b"PK\x03\x04", "application/zip", "DOCX, XLSX, atau ZIP"),
];

/// A file that somebody hands in.
#[derive(Debug, Clone)]
pub struct Unggahan {
    /// Name as it came.
    pub nama: String,
    /// Content.
    pub isi: Vec<u8>,
}

/// The media type, told from the content and not from the name.
pub(crate) fn jenis_berkas(isi: &[u8]) -> Option<&'static str> {
    JENIS_BUKTI
        .iter()
        .find(|(awal, ..)| isi.starts_with(awal))
        .map(|(_, jenis, _)| *jenis)
}

impl App {
    /// Attaches a file to an indicator or an activity.
    ///
    /// # Errors
    /// No permission, a file that is too large or of a kind that is not taken, a locked year.
    pub async fn lampirkan_bukti(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        kaitan: &str,
        berkas: Unggahan,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, Tindakan::LampirkanBukti, unit)
            .await?;
        if berkas.isi.len() > TERBESAR {
            return Err(Error::Isian(
                "berkas lebih besar dari 20 MB; perkecil atau pecah".to_owned(),
            ));
        }
        let jenis = jenis_berkas(&berkas.isi).ok_or_else(|| {
            let daftar: Vec<_> = JENIS_BUKTI.iter().map(|(.., nama)| *nama).collect();
            Error::Isian(format!(
                "jenis berkas tidak diterima; gunakan {}",
                daftar.join(", ")
            ))
        })?;
        let nama: String = berkas
            .nama
            .chars()
            .filter(|huruf| !huruf.is_control() && !"/\\".contains(*huruf))
            .take(120)
            .collect();
        let _berkas = BERKAS.lock().await;
        let mut tx = self.tulis_lembar(unit, tahun, "indikator_tahunan").await?;
        let sidik = self.bukti.put(&berkas.isi)?;
        let id = id_baru();
        tx.add_bukti(&Bukti {
            id: id.clone(),
            unit: unit.to_owned(),
            tahun,
            kaitan: kaitan.to_owned(),
            nama,
            jenis: jenis.to_owned(),
            ukuran: i64::try_from(berkas.isi.len()).unwrap_or(i64::MAX),
            sidik: sidik.clone(),
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            lepas: None,
        })
        .await?;
        let peristiwa = self.peristiwa(
            pelaku,
            "lampirkan-bukti",
            unit,
            format!("{tahun}/{kaitan}"),
            format!("sidik {sidik}"),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// The evidence of a year.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_bukti(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<Vec<Bukti>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        Ok(self.store.read().await?.list_bukti(unit, tahun).await?)
    }

    /// The content of an attached file.
    ///
    /// # Errors
    /// No permission, or a file that is not attached to this year.
    pub async fn ambil_bukti(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
    ) -> Result<(Bukti, Vec<u8>)> {
        let daftar = self.daftar_bukti(pelaku, unit, tahun).await?;
        let bukti = daftar
            .into_iter()
            .find(|bukti| bukti.id == id)
            .ok_or_else(|| Error::Store(store::Error::TidakAda("bukti".to_owned())))?;
        let isi = self.bukti.get(&bukti.sidik)?;
        Ok((bukti, isi))
    }

    /// Detaches a file; its content stays for the history.
    ///
    /// # Errors
    /// No permission, or a locked year.
    pub async fn lepas_bukti(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::LampirkanBukti, unit)
            .await?;
        let mut tx = self.tulis_lembar(unit, tahun, "indikator_tahunan").await?;
        if !tx
            .list_bukti(unit, tahun)
            .await?
            .iter()
            .any(|bukti| bukti.id == id)
        {
            return Err(Error::Store(store::Error::TidakAda("bukti".to_owned())));
        }
        tx.detach_bukti(id, self.kini()).await?;
        let peristiwa = self.peristiwa(pelaku, "lepas-bukti", unit, format!("{tahun}/{id}"), "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }
}
