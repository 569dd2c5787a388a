//! One document in its turn: refused where it is none, read and checked within bounds.

use std::time::Duration;

use document::source::Format;
use document::source::read::detect;
use hukum::Hukum;
use periksa::{BahanDokumen, Data};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::error::{Error, Result};
use crate::telaah;

use super::super::HasilPeriksa;

/// Largest document handed in for checking, in bytes.
pub const DOKUMEN_TERBESAR: usize = 32 << 20;
/// Documents that are read and checked side by side; each takes a core or more.
static GILIRAN: Semaphore = Semaphore::const_new(2);
/// How long a document waits for its turn.
const TUNGGU: Duration = Duration::from_secs(15);
/// How long one document may take.
const TERLAMA: Duration = Duration::from_secs(40);

/// Does work of a whole core in its turn and within its time.
pub(in crate::usecases) async fn bergiliran<T: Send + 'static>(
    kerja: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    let dalam = |galat: String| Error::Dalam(galat);
    let giliran = timeout(TUNGGU, GILIRAN.acquire())
        .await
        .map_err(|_| {
            Error::Sibuk(
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
pub(in crate::usecases) fn wajib_dokumen(isi: &[u8], nama: &str) -> Result<()> {
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

/// The name of a file as it is kept and shown.
pub(super) fn rapikan_nama(nama: &str) -> String {
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
pub(in crate::usecases) fn periksa_isi(
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
