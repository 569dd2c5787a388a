//! Documents that are checked for a unit: handing one in, the list, one with its findings, deleting.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use document::source::Format;
use document::source::read::detect;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;
use periksa::{BahanDokumen, Berat, Cakupan, Data, Temuan};
use store::{Kesampingan, Pemeriksaan, RingkasPemeriksaan, Tx};
use tokio::sync::{Mutex, Semaphore};
use tokio::time::timeout;

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::telaah::simpan::{self, RingkasTemuan, Simpanan};
use crate::telaah::{self, kesampingan};
use crate::{App, Pelaku, id_baru};

use super::HasilPeriksa;

/// Largest document handed in for checking, in bytes.
pub const DOKUMEN_TERBESAR: usize = 32 << 20;
/// Checks of one unit that a list shows.
const DAFTAR_TERBANYAK: i64 = 200;
/// Documents that are read and checked side by side; each takes a core or more.
static GILIRAN: Semaphore = Semaphore::const_new(2);
/// How long a document waits for its turn.
const TUNGGU: Duration = Duration::from_secs(15);
/// How long one document may take.
const TERLAMA: Duration = Duration::from_secs(40);
/// Held while content comes or goes, so that none goes that somebody else just handed in.
static BERKAS: Mutex<()> = Mutex::const_new(());

/// A document that somebody hands in.
#[derive(Debug, Clone, Default)]
pub struct DokumenBaru {
    /// Name as it came.
    pub nama: String,
    /// Content.
    pub isi: Vec<u8>,
    /// The year of the unit's own data that it is held against; none for the document alone.
    pub tahun: Option<i64>,
    /// The check of which this is a later version; none for the check of the same file name, or a new document.
    pub versi_dari: Option<String>,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JumlahTemuan {
    /// Open binding ones.
    pub wajib: usize,
    /// Open ones to be mended or explained.
    pub anjuran: usize,
    /// Open ones worth a look.
    pub saran: usize,
    /// Dismissed ones.
    pub dikesampingkan: usize,
}

/// A line of the list of checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarisPemeriksaan {
    /// Id of the check.
    pub id: String,
    /// Name of the file.
    pub nama: String,
    /// Kind of file, for a reader.
    pub jenis: &'static str,
    /// The year of the own data that it was held against.
    pub tahun: Option<i64>,
    /// How many findings there are now.
    pub jumlah: JumlahTemuan,
    /// Name of who checked it.
    pub oleh: String,
    /// When.
    pub pada: store::Waktu,
    /// Whether a later version of the document was checked since.
    pub digantikan: bool,
}

/// A dismissal with names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KesampinganBernama {
    /// The dismissal.
    pub isi: Kesampingan,
    /// Name of who made it.
    pub oleh: String,
}

/// A check with its findings.
#[derive(Debug, Clone)]
pub struct RincianPemeriksaan {
    /// What is kept of it.
    pub pemeriksaan: Pemeriksaan,
    /// Kind of file.
    pub format: Format,
    /// Kind of file, for a reader.
    pub jenis: &'static str,
    /// The findings, binding ones first; dismissed ones say by whom and why.
    pub temuan: Vec<Temuan>,
    /// How much could be checked.
    pub cakupan: Cakupan,
    /// What the reader met.
    pub catatan_baca: Vec<String>,
    /// Dismissals that hold no more, because the words changed.
    pub catatan: Vec<String>,
    /// The dismissals that hold, oldest first.
    pub kesampingan: Vec<KesampinganBernama>,
    /// Name of who checked it.
    pub oleh: String,
    /// Whether the person who asks may dismiss findings.
    pub boleh_kesampingkan: bool,
    /// Whether the person who asks may delete it.
    pub boleh_hapus: bool,
}

/// Does work of a whole core in its turn and within its time.
pub(crate) async fn bergiliran<T: Send + 'static>(
    kerja: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    let dalam = |galat: String| Error::Dalam(galat);
    let giliran = timeout(TUNGGU, GILIRAN.acquire())
        .await
        .map_err(|_| {
            Error::BelumDapat(
                "pemeriksa sedang mengerjakan dokumen lain; coba lagi sesaat lagi".to_owned(),
            )
        })?
        .map_err(|galat| dalam(galat.to_string()))?;
    let tugas = tokio::task::spawn_blocking(move || {
        let hasil = kerja();
        // The turn ends with the work, also where nobody waits for it any more.
        drop(giliran);
        hasil
    });
    timeout(TERLAMA, tugas)
        .await
        .map_err(|_| {
            Error::BelumDapat(format!(
                "pengerjaan dokumen ini melewati {} detik dan tidak ditunggu lagi; pecah menjadi beberapa berkas, atau periksa dengan perintah cermat periksa",
                TERLAMA.as_secs()
            ))
        })?
        .map_err(|galat| dalam(galat.to_string()))
}

/// Refuses what is no document by its content, before a reader looks at it.
pub(crate) fn wajib_dokumen(isi: &[u8], nama: &str) -> Result<()> {
    if isi.is_empty() {
        return Err(Error::Isian(
            "pilih berkas yang akan diperiksa; berkas ini kosong".to_owned(),
        ));
    }
    if isi.len() > DOKUMEN_TERBESAR {
        return Err(Error::Isian(format!(
            "dokumen lebih besar dari {} MB; kecilkan gambarnya lebih dahulu",
            DOKUMEN_TERBESAR >> 20
        )));
    }
    let format = detect(isi, nama);
    let biner: [&[u8]; 6] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"MZ",
        b"\x7fELF",
        b"Rar!",
    ];
    if biner.iter().any(|awal| isi.starts_with(awal))
        || (format == Format::Pdf && !isi.windows(5).take(1024).any(|lima| lima == b"%PDF-"))
    {
        return Err(Error::Isian(
            "isi berkas bukan dokumen yang dikenal; gunakan .docx, .pdf, .txt, .md, atau .html"
                .to_owned(),
        ));
    }
    Ok(())
}

fn rapikan_nama(nama: &str) -> String {
    let nama: String = nama
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|huruf| !huruf.is_control())
        .take(120)
        .collect();
    match nama.trim() {
        "" => "dokumen".to_owned(),
        nama => nama.to_owned(),
    }
}

/// Reads and checks a document; what kind of file it is, and what was found.
pub(crate) fn periksa_isi(
    hukum: &Hukum,
    isi: &[u8],
    nama: &str,
    data: Option<Data<'_>>,
) -> Result<(Format, HasilPeriksa)> {
    let sumber = telaah::baca(isi, nama).map_err(|sebab| Error::Isian(sebab.join(" ")))?;
    let bacaan = periksa::understand(&sumber, hukum);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum,
        data,
    };
    let (temuan, cakupan) = periksa::periksa_dokumen(&bahan, &|_| true);
    let hasil = HasilPeriksa {
        temuan,
        catatan: sumber.notes.iter().map(|note| note.text.clone()).collect(),
        cakupan,
    };
    Ok((sumber.format, hasil))
}

impl App {
    /// Checks a document and keeps it with its findings; the id of the check.
    ///
    /// # Errors
    /// No permission to see the unit, a file that is no document, too large or too long to check.
    pub async fn periksa_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        dokumen: DokumenBaru,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        wajib_dokumen(&dokumen.isi, &dokumen.nama)?;
        let nama = rapikan_nama(&dokumen.nama);
        let id = id_baru();
        let mut tx = self.store.read().await?;
        let seri = seri(&mut tx, unit, &nama, dokumen.versi_dari.as_deref())
            .await?
            .unwrap_or_else(|| id.clone());
        let data = match dokumen.tahun {
            Some(tahun) => {
                let dibaca = self.baca(&mut tx, unit, tahun).await?;
                Some((dibaca.masukan, dibaca.hasil))
            }
            None => None,
        };
        drop(tx);
        let (hukum, isi, berkas) = (self.hukum.clone(), dokumen.isi, nama.clone());
        let (diperiksa, isi) = bergiliran(move || {
            let data = data
                .as_ref()
                .map(|(masukan, hasil)| Data { masukan, hasil });
            (periksa_isi(&hukum, &isi, &berkas, data), isi)
        })
        .await?;
        let (format, hasil) = diperiksa?;
        let simpanan = Simpanan::new(&hasil.temuan, &hasil.cakupan, hasil.catatan);
        let ringkas = simpan::ringkas(&hasil.temuan);
        let jumlah = hitung(&ringkas, |_| false);
        let json = |galat: serde_json::Error| Error::Dalam(galat.to_string());
        let _berkas = BERKAS.lock().await;
        let sidik = self.bukti.put(&isi)?;
        let mut tx = self.store.write().await?;
        tx.add_pemeriksaan(&Pemeriksaan {
            id: id.clone(),
            unit: unit.to_owned(),
            tahun: dokumen.tahun,
            seri,
            nama,
            jenis: simpan::kata_format(format).to_owned(),
            ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX),
            sidik: sidik.clone(),
            ringkas: serde_json::to_string(&ringkas).map_err(json)?,
            hasil: serde_json::to_string(&simpanan).map_err(json)?,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
        })
        .await?;
        let rincian = format!(
            "sidik {sidik}; {} wajib, {} anjuran, {} saran",
            jumlah.wajib, jumlah.anjuran, jumlah.saran
        );
        let peristiwa = self.peristiwa(pelaku, "periksa-laporan", unit, id.clone(), rincian);
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// The latest checks of a unit, newest first.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_pemeriksaan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
    ) -> Result<Vec<BarisPemeriksaan>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let daftar = tx.list_pemeriksaan(unit, DAFTAR_TERBANYAK).await?;
        let disisihkan = tx.list_kesampingan_unit(unit).await?;
        let nama = nama_orang(&mut tx).await?;
        let mut terlihat = BTreeSet::new();
        Ok(daftar
            .into_iter()
            .map(|satu| baris(satu, &disisihkan, &nama, &mut terlihat))
            .collect())
    }

    /// A check with its findings.
    ///
    /// # Errors
    /// No permission, or no such check.
    pub async fn lihat_pemeriksaan(&self, pelaku: &Pelaku, id: &str) -> Result<RincianPemeriksaan> {
        let mut tx = self.store.read().await?;
        let ada = cari(&mut tx, id).await?;
        drop(tx);
        self.wajib_boleh(pelaku, Tindakan::Lihat, &ada.unit).await?;
        let mut tx = self.store.read().await?;
        let sendiri = ada.oleh == pelaku.orang;
        let boleh_kesampingkan = sendiri
            || self
                .putuskan(&mut tx, pelaku, Tindakan::SusunLaporan, &ada.unit)
                .await?
                .boleh;
        let boleh_hapus = sendiri
            || self
                .putuskan(&mut tx, pelaku, Tindakan::HapusPemeriksaan, &ada.unit)
                .await?
                .boleh;
        let nama = nama_orang(&mut tx).await?;
        let semua = tx.list_kesampingan(&ada.seri).await?;
        rincian(ada, semua, &nama, boleh_kesampingkan, boleh_hapus)
    }

    /// Deletes a check with its findings and, where nothing else speaks of it, the document.
    ///
    /// # Errors
    /// Neither the one who handed it in nor allowed to delete what others did; no such check.
    pub async fn hapus_pemeriksaan(&self, pelaku: &Pelaku, id: &str) -> Result<()> {
        let ada = cari(&mut self.store.read().await?, id).await?;
        self.wajib_boleh(pelaku, Tindakan::Lihat, &ada.unit).await?;
        if ada.oleh != pelaku.orang {
            self.wajib_boleh(pelaku, Tindakan::HapusPemeriksaan, &ada.unit)
                .await?;
        }
        let _berkas = BERKAS.lock().await;
        let mut tx = self.store.write().await?;
        tx.remove_pemeriksaan(id, &ada.seri).await?;
        let masih = tx.sidik_dipakai(&ada.sidik).await?;
        let rincian = format!("sidik {}", ada.sidik);
        let peristiwa = self.peristiwa(pelaku, "hapus-pemeriksaan", &ada.unit, id, rincian);
        tx.commit(&[peristiwa]).await?;
        if !masih {
            self.bukti.remove(&ada.sidik)?;
        }
        Ok(())
    }

    /// The document itself, and the data that it was held against.
    pub(crate) async fn isi_pemeriksaan(
        &self,
        rincian: &RincianPemeriksaan,
    ) -> Result<(Vec<u8>, Option<(Masukan, Hasil)>)> {
        let ada = &rincian.pemeriksaan;
        let data = match ada.tahun {
            Some(tahun) => {
                let mut tx = self.store.read().await?;
                let dibaca = self.baca(&mut tx, &ada.unit, tahun).await?;
                Some((dibaca.masukan, dibaca.hasil))
            }
            None => None,
        };
        Ok((self.bukti.get(&ada.sidik)?, data))
    }
}

pub(crate) async fn cari(tx: &mut Tx, id: &str) -> Result<Pemeriksaan> {
    tx.pemeriksaan(id)
        .await?
        .ok_or_else(|| Error::Store(store::Error::TidakAda("pemeriksaan".to_owned())))
}

/// The document of which this is a later version: the one that was named, or the one of the same file name.
async fn seri(
    tx: &mut Tx,
    unit: &str,
    nama: &str,
    versi_dari: Option<&str>,
) -> Result<Option<String>> {
    if let Some(id) = versi_dari {
        let dulu = cari(tx, id).await?;
        return if dulu.unit == unit {
            Ok(Some(dulu.seri))
        } else {
            Err(Error::Isian(
                "versi sebelumnya diperiksa untuk unit lain".to_owned(),
            ))
        };
    }
    let daftar = tx.list_pemeriksaan(unit, DAFTAR_TERBANYAK).await?;
    Ok(daftar
        .into_iter()
        .find(|satu| satu.nama == nama)
        .map(|satu| satu.seri))
}

async fn nama_orang(tx: &mut Tx) -> Result<BTreeMap<String, String>> {
    let mut nama: BTreeMap<String, String> = tx
        .list_orang()
        .await?
        .into_iter()
        .map(|orang| (orang.id, orang.nama))
        .collect();
    nama.insert("sistem".to_owned(), "Sistem".to_owned());
    Ok(nama)
}

fn sebut(nama: &BTreeMap<String, String>, id: &str) -> String {
    nama.get(id)
        .cloned()
        .unwrap_or_else(|| "Akun yang sudah dihapus".to_owned())
}

fn hitung(daftar: &[RingkasTemuan], disisihkan: impl Fn(&RingkasTemuan) -> bool) -> JumlahTemuan {
    let mut jumlah = JumlahTemuan::default();
    for satu in daftar {
        let letak = if disisihkan(satu) {
            &mut jumlah.dikesampingkan
        } else {
            match simpan::berat_dari(&satu.berat) {
                Berat::Wajib => &mut jumlah.wajib,
                Berat::Anjuran => &mut jumlah.anjuran,
                Berat::Saran => &mut jumlah.saran,
            }
        };
        *letak = letak.saturating_add(1);
    }
    jumlah
}

fn baris(
    satu: RingkasPemeriksaan,
    disisihkan: &[Kesampingan],
    nama: &BTreeMap<String, String>,
    terlihat: &mut BTreeSet<String>,
) -> BarisPemeriksaan {
    let ringkas: Vec<RingkasTemuan> = serde_json::from_str(&satu.ringkas).unwrap_or_default();
    let jumlah = hitung(&ringkas, |t| {
        disisihkan
            .iter()
            .any(|k| k.seri == satu.seri && k.sidik == t.sidik && k.aturan == t.aturan)
    });
    BarisPemeriksaan {
        jenis: simpan::sebutan_format(&satu.jenis),
        tahun: satu.tahun,
        jumlah,
        oleh: sebut(nama, &satu.oleh),
        pada: satu.pada,
        // The list goes from the newest back.
        digantikan: !terlihat.insert(satu.seri),
        id: satu.id,
        nama: satu.nama,
    }
}

fn rincian(
    ada: Pemeriksaan,
    semua: Vec<Kesampingan>,
    nama: &BTreeMap<String, String>,
    boleh_kesampingkan: bool,
    boleh_hapus: bool,
) -> Result<RincianPemeriksaan> {
    let simpanan: Simpanan = serde_json::from_str(&ada.hasil)
        .map_err(|galat| Error::Dalam(format!("hasil pemeriksaan tidak terbaca: {galat}")))?;
    let format = simpan::format_dari(&ada.jenis);
    let mut temuan = simpanan.temuan(format);
    let bernama: Vec<KesampinganBernama> = semua
        .into_iter()
        .filter(|satu| satu.dicabut.is_none())
        .map(|isi| KesampinganBernama {
            oleh: sebut(nama, &isi.oleh),
            isi,
        })
        .collect();
    let mut berlaku = Vec::new();
    let mut catatan = Vec::new();
    for satu in bernama {
        let isi = &satu.isi;
        let kesampingan = kesampingan::Kesampingan {
            sidik: &isi.sidik,
            aturan: &isi.aturan,
            cuplikan: &isi.cuplikan,
            oleh: &satu.oleh,
            alasan: &isi.alasan,
        };
        if kesampingan.terapkan(&mut temuan) {
            berlaku.push(satu);
        } else if isi.pada < ada.pada {
            catatan.push(kesampingan.tidak_berlaku());
        }
    }
    Ok(RincianPemeriksaan {
        format,
        jenis: simpan::sebutan_format(&ada.jenis),
        temuan,
        cakupan: simpanan.cakupan(),
        catatan_baca: simpanan.catatan,
        catatan,
        kesampingan: berlaku,
        oleh: sebut(nama, &ada.oleh),
        boleh_kesampingkan,
        boleh_hapus,
        pemeriksaan: ada,
    })
}
