//! What is shown of checks: a line of the list, and one with its findings.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Format;
use periksa::{Berat, Cakupan, Temuan};
use store::{Kesampingan, Pemeriksaan, RingkasPemeriksaan, Tx};

use crate::error::{Error, Result};
use crate::telaah::kesampingan;
use crate::telaah::simpan::{self, RingkasTemuan, Simpanan};

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

pub(super) async fn nama_orang(tx: &mut Tx) -> Result<BTreeMap<String, String>> {
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

/// How many findings there are of each weight, the dismissed ones apart.
pub(super) fn hitung(
    daftar: &[RingkasTemuan],
    disisihkan: impl Fn(&RingkasTemuan) -> bool,
) -> JumlahTemuan {
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

pub(super) fn baris(
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

pub(super) fn rincian(
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
