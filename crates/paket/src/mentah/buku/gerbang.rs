//! The gate before a workbook is parsed: what kind of file it is, and whether unpacking it is safe.
//!
//! A workbook is a ZIP of XML. The end record and the directory are looked at first, because a hostile
//! file costs its reader the most exactly when it is opened trustingly.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::batas;
use crate::kesalahan::{Kesalahan, tempat};

/// Bytes of the end record of a ZIP without a comment.
const PANJANG_AKHIR: usize = 22;
/// From this size on, an entry must not shrink to less than a [`RASIO`]th.
const UKURAN_CURIGA: u64 = 4 * 1024 * 1024;
const RASIO: u64 = 200;

/// Lets a workbook pass, or says why it is refused.
pub(super) fn periksa(nama: &str, bita: &[u8]) -> Result<(), Box<Kesalahan>> {
    let tolak = |kode, pesan: String, perbaikan: &str| {
        let salah = Kesalahan::new(kode, tempat(nama, 0, ""), pesan, perbaikan);
        Err(Box::new(salah))
    };
    const SIMPAN_ULANG: &str = "buka berkas aslinya dan simpan ulang sebagai .xlsx";
    if bita.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return tolak(
            "bukan-xlsx",
            "berkas ini berformat .xls lama atau dikunci kata sandi".to_owned(),
            "simpan sebagai .xlsx tanpa kata sandi",
        );
    }
    if !bita.starts_with(b"PK\x03\x04") {
        return tolak(
            "bukan-xlsx",
            "isi berkas bukan buku kerja .xlsx".to_owned(),
            SIMPAN_ULANG,
        );
    }
    let entri = match akhir(bita) {
        Some(entri) => entri,
        None => {
            return tolak(
                "arsip-rusak",
                "arsip di dalam berkas terpotong atau diikuti isi lain".to_owned(),
                SIMPAN_ULANG,
            );
        }
    };
    if entri > batas::ENTRI_ZIP {
        return tolak(
            "arsip-terlalu-banyak",
            format!(
                "berkas memuat {entri} bagian; batasnya {}",
                batas::ENTRI_ZIP
            ),
            SIMPAN_ULANG,
        );
    }
    let Ok(mut arsip) = ZipArchive::new(Cursor::new(bita)) else {
        return tolak(
            "arsip-rusak",
            "daftar isi arsip rusak".to_owned(),
            SIMPAN_ULANG,
        );
    };
    // Two entries with one name would let two readers see two workbooks.
    if arsip.len() != entri || arsip.offset() != 0 || arsip.has_overlapping_files().unwrap_or(true)
    {
        return tolak(
            "arsip-rusak",
            "daftar isi arsip tidak cocok dengan isinya".to_owned(),
            SIMPAN_ULANG,
        );
    }
    let mut total = 0_u64;
    for nomor in 0..arsip.len() {
        let Ok(bagian) = arsip.by_index_raw(nomor) else {
            return tolak("arsip-rusak", "bagian arsip rusak".to_owned(), SIMPAN_ULANG);
        };
        let nama_bagian = bagian
            .name()
            .map(|nama| nama.to_lowercase())
            .unwrap_or_default();
        if nama_bagian.contains("vbaproject") || nama_bagian.contains("macrosheets") {
            return tolak(
                "memuat-makro",
                "buku kerja memuat makro".to_owned(),
                "simpan sebagai .xlsx tanpa makro",
            );
        }
        if nama_bagian.is_empty()
            || nama_bagian.starts_with('/')
            || nama_bagian.contains(['\\', '\0'])
            || nama_bagian.split('/').any(|potongan| potongan == "..")
            || bagian.is_symlink()
            || bagian.encrypted()
        {
            return tolak(
                "arsip-berbahaya",
                "nama atau jenis bagian arsip tidak wajar".to_owned(),
                SIMPAN_ULANG,
            );
        }
        if bersarang(&nama_bagian) {
            return tolak(
                "arsip-bersarang",
                "buku kerja memuat berkas lain di dalamnya".to_owned(),
                "hapus objek yang disisipkan, lalu simpan ulang",
            );
        }
        if !matches!(
            bagian.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return tolak(
                "arsip-berbahaya",
                "cara pemampatan arsip tidak dikenal".to_owned(),
                SIMPAN_ULANG,
            );
        }
        let (terurai, termampat) = (bagian.size(), bagian.compressed_size().max(1));
        total = total.saturating_add(terurai);
        let berlebihan = terurai > UKURAN_CURIGA && terurai / termampat > RASIO;
        if total > batas::BUKU_KERJA_TERURAI || berlebihan {
            return tolak(
                "bom-arsip",
                format!(
                    "isi berkas terurai jauh lebih besar daripada berkasnya atau melebihi batas {}",
                    batas::sebut(batas::BUKU_KERJA_TERURAI)
                ),
                "periksa apakah berkasnya benar; data setahun satu kantor jauh lebih kecil",
            );
        }
    }
    periksa_isi(nama, &mut arsip)
}

/// Number of entries by the end record, which must be the very end of the file; none otherwise.
///
/// ZIP64 is refused with it: a workbook with that many entries is no workbook.
fn akhir(bita: &[u8]) -> Option<usize> {
    let catatan = bita.get(bita.len().checked_sub(PANJANG_AKHIR)?..)?;
    let angka = |letak: usize| {
        Some(u16::from_le_bytes(
            catatan.get(letak..letak + 2)?.try_into().ok()?,
        ))
    };
    let sah =
        catatan.starts_with(b"PK\x05\x06") && angka(4)? == 0 && angka(6)? == 0 && angka(20)? == 0;
    (sah && angka(10)? != u16::MAX).then_some(usize::from(angka(10)?))
}

fn bersarang(nama: &str) -> bool {
    nama.contains("/embeddings/")
        || [
            ".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".jar", ".7z", ".rar", ".gz", ".exe",
        ]
        .iter()
        .any(|akhiran| nama.ends_with(akhiran))
}

/// Unpacks every entry once: no longer than it says, no document type in its XML, no archive in disguise.
fn periksa_isi(nama: &str, arsip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Box<Kesalahan>> {
    let mut isi = Vec::new();
    for nomor in 0..arsip.len() {
        let tolak = |kode, pesan: &str, perbaikan: &str| {
            Box::new(Kesalahan::new(kode, tempat(nama, 0, ""), pesan, perbaikan))
        };
        let rusak = || {
            tolak(
                "arsip-rusak",
                "bagian arsip rusak atau lebih besar daripada yang disebut daftar isinya",
                "buka berkas aslinya dan simpan ulang sebagai .xlsx",
            )
        };
        let bagian = arsip.by_index(nomor).map_err(|_| rusak())?;
        let ukuran = bagian.size();
        let nama_bagian = bagian
            .name()
            .map(|nama| nama.to_lowercase())
            .unwrap_or_default();
        isi.clear();
        isi.reserve_exact(
            usize::try_from(ukuran)
                .map_err(|_| rusak())?
                .saturating_add(1),
        );
        let terbaca = bagian
            .take(ukuran + 1)
            .read_to_end(&mut isi)
            .map_err(|_| rusak())?;
        if u64::try_from(terbaca).unwrap_or(u64::MAX) != ukuran {
            return Err(rusak());
        }
        if isi.starts_with(b"PK\x03\x04") {
            return Err(tolak(
                "arsip-bersarang",
                "buku kerja memuat arsip lain di dalamnya",
                "hapus objek yang disisipkan, lalu simpan ulang",
            ));
        }
        let xml = nama_bagian.ends_with(".xml")
            || nama_bagian.ends_with(".rels")
            || nama_bagian.ends_with(".vml");
        if xml && (memuat(&isi, b"<!DOCTYPE") || memuat(&isi, b"<!ENTITY") || isi.contains(&0)) {
            return Err(tolak(
                "xml-berbahaya",
                "isi buku kerja memuat deklarasi XML yang tidak pernah ditulis lembar sebar",
                "buka berkas aslinya dan simpan ulang sebagai .xlsx",
            ));
        }
        if nama_bagian == "[content_types].xml" && memuat(&isi, b"macroEnabled") {
            return Err(tolak(
                "memuat-makro",
                "buku kerja bertipe makro (.xlsm)",
                "simpan sebagai .xlsx tanpa makro",
            ));
        }
    }
    Ok(())
}

/// Whether `isi` holds `kata`, which starts with `<!`, in whatever capitals.
fn memuat(isi: &[u8], kata: &[u8]) -> bool {
    let Some((awal, sisa)) = kata.split_first() else {
        return true;
    };
    let mut dari = 0;
    while let Some(langkah) = isi[dari..].iter().position(|bita| bita == awal) {
        let mulai = dari + langkah + 1;
        if isi
            .get(mulai..mulai + sisa.len())
            .is_some_and(|potongan| potongan.eq_ignore_ascii_case(sisa))
        {
            return true;
        }
        dari = mulai;
    }
    false
}
