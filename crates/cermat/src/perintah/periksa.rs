//! `cermat periksa`: any report in, what is wrong with it out.

mod kesampingan;
mod teks;

use std::fs;
use std::path::Path;

use app::telaah::{self, Telaah};
use document::source::Format;
use periksa::{BahanDokumen, Cara, Data, rules};

use crate::argumen::{Bentuk, Periksa};
use crate::galat::Galat;
use crate::keluaran;
use crate::tampilan;

/// Largest document, in bytes; the readers have finer limits of their own.
const DOKUMEN_TERBESAR: u64 = 256 << 20;

pub fn run(pilihan: &Periksa) -> Result<(), Galat> {
    pilihan_bermakna(pilihan)?;
    let hukum = super::hukum()?;
    let isi = baca(&pilihan.dokumen)?;
    let nama = pilihan
        .dokumen
        .file_name()
        .map(|nama| nama.to_string_lossy().into_owned())
        .unwrap_or_default();
    let sumber = telaah::baca(&isi, &nama)
        .map_err(|sebab| Galat::Dokumen(pilihan.dokumen.clone(), sebab))?;
    let data = pilihan
        .paket
        .as_deref()
        .map(|paket| {
            let masukan = paket::read(paket, &hukum)
                .map_err(|kesalahan| Galat::Paket(paket.to_owned(), kesalahan))?;
            let hasil = kinerja::compute(&masukan, &hukum);
            Ok((masukan, hasil))
        })
        .transpose()?;
    let bacaan = periksa::understand(&sumber, &hukum);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum: &hukum,
        data: data
            .as_ref()
            .map(|(masukan, hasil)| Data { masukan, hasil }),
    };
    let (mut temuan, cakupan) =
        periksa::periksa_dokumen(&bahan, &|aturan| dipakai(pilihan, aturan));
    if let Some(sidik) = &pilihan.kesampingkan {
        let keinginan = kesampingan::Keinginan {
            sidik,
            oleh: pilihan.oleh.as_deref().unwrap_or_default(),
            alasan: pilihan.alasan.as_deref().unwrap_or_default(),
        };
        kesampingan::tambah(&pilihan.dokumen, &temuan, &keinginan)?;
        let tujuan = kesampingan::jalur(&pilihan.dokumen);
        tampilan::selesai(&format!("Dicatat pada {}", tujuan.display()));
        return Ok(());
    }
    let catatan = kesampingan::terapkan(&pilihan.dokumen, &mut temuan, &|aturan| {
        dipakai(pilihan, aturan)
    })?;
    let hasil = Telaah {
        nama,
        catatan,
        isi: &isi,
        sumber: &sumber,
        temuan,
        cakupan,
    };
    if let Some((jalur, bentuk)) = &pilihan.reviu {
        let lembar = telaah::lembar_reviu(&bahan, &hasil, *bentuk).map_err(dalam)?;
        keluaran::write_satu(jalur, &lembar)?;
        tampilan::selesai(&format!("Lembar reviu ditulis pada {}", jalur.display()));
    }
    // A review sheet lists the findings itself.
    if pilihan.reviu.is_none() || pilihan.keluar.is_some() {
        sampaikan(pilihan, &hasil)?;
    }
    match hasil.temuan.iter().filter(|t| t.menghalangi()).count() {
        0 => Ok(()),
        wajib => Err(Galat::TemuanWajib(wajib)),
    }
}

/// Whether a rule is used.
fn dipakai(pilihan: &Periksa, aturan: &str) -> bool {
    let disebut = |daftar: &[String]| daftar.iter().any(|nama| nama == aturan);
    (pilihan.aturan.is_empty() || disebut(&pilihan.aturan)) && !disebut(&pilihan.abaikan)
}

/// Refuses names that are no rules over documents, and a choice that leaves none, rather than check nothing in silence.
fn pilihan_bermakna(pilihan: &Periksa) -> Result<(), Galat> {
    let semua: Vec<&str> = rules::daftar()
        .filter(|aturan| matches!(aturan.cara, Cara::Dokumen { .. }))
        .map(|aturan| aturan.nama)
        .collect();
    let disebut = pilihan.aturan.iter().chain(&pilihan.abaikan);
    for nama in disebut {
        if !semua.contains(&nama.as_str()) {
            return Err(Galat::TidakDitemukan(format!(
                "Aturan {nama:?} tidak ada untuk dokumen. Aturan yang ada:\n  {}",
                semua.join("\n  ")
            )));
        }
    }
    if !semua.iter().any(|nama| dipakai(pilihan, nama)) {
        return Err(Galat::TidakDitemukan(
            "Pilihan --aturan dan --abaikan tidak menyisakan satu aturan pun.".to_owned(),
        ));
    }
    Ok(())
}

fn baca(jalur: &Path) -> Result<Vec<u8>, Galat> {
    let galat = |galat: std::io::Error| Galat::berkas(jalur, &galat);
    let ukuran = fs::metadata(jalur).map_err(galat)?.len();
    if ukuran > DOKUMEN_TERBESAR {
        return Err(Galat::Dokumen(
            jalur.to_owned(),
            vec!["dokumen lebih besar dari 256 MiB; kecilkan gambarnya lebih dahulu".to_owned()],
        ));
    }
    fs::read(jalur).map_err(galat)
}

fn sampaikan(pilihan: &Periksa, hasil: &Telaah) -> Result<(), Galat> {
    let isi = match pilihan.bentuk {
        Bentuk::Teks => teks::teks(hasil).into_bytes(),
        Bentuk::Json => format!("{:#}\n", telaah::json(hasil)).into_bytes(),
        Bentuk::Sarif => format!("{:#}\n", telaah::sarif(hasil)).into_bytes(),
        Bentuk::Html => telaah::html(hasil).into_bytes(),
        Bentuk::Docx if hasil.sumber.format != Format::Docx => {
            return Err(Galat::TidakDitemukan(
                "Komentar hanya dapat ditulis ke berkas Word (.docx). Untuk bentuk lain pakai --format html."
                    .to_owned(),
            ));
        }
        Bentuk::Docx => telaah::komentar(hasil).map_err(dalam)?,
    };
    let Some(jalur) = &pilihan.keluar else {
        return keluaran::ke_layar(&isi);
    };
    if pilihan.bentuk == Bentuk::Teks {
        let polos = String::from_utf8_lossy(&isi);
        let polos = anstream::adapter::strip_str(&polos).to_string();
        keluaran::write_satu(jalur, polos.as_bytes())?;
    } else {
        keluaran::write_satu(jalur, &isi)?;
    }
    tampilan::selesai(&format!(
        "Hasil pemeriksaan ditulis pada {}",
        jalur.display()
    ));
    keluaran::ke_layar(format!("{}\n", teks::penutup(hasil)).as_bytes())
}

fn dalam(galat: app::Error) -> Galat {
    match galat {
        app::Error::Dalam(sebab) => Galat::Dalam(sebab),
        lain => Galat::Dalam(lain.to_string()),
    }
}
