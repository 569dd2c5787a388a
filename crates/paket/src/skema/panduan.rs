//! The tables of the guide, written from the table of sheets.

use std::fmt::Write as _;

use super::{BARIS_SUMBER, Jenis, Kolom, LEMBAR, SATKER};

impl Jenis {
    /// What the cell holds, in words.
    #[must_use]
    pub fn sebutan(self) -> String {
        match self {
            Self::Teks => "teks".to_owned(),
            Self::Indikator => "kode indikator".to_owned(),
            Self::Tahun(_) => "tahun".to_owned(),
            Self::Bulan => "bulan".to_owned(),
            Self::Tanggal => "tanggal".to_owned(),
            Self::Pilihan(pilihan) => format!("pilihan: {}", pilihan.join(", ")),
            Self::Uang => "rupiah".to_owned(),
            Self::Cacah => "bilangan bulat".to_owned(),
            Self::Positif => "angka, tidak negatif".to_owned(),
            Self::Angka => "angka".to_owned(),
            Self::YaTidak => "true atau false".to_owned(),
        }
    }
}

/// All keys and columns as Markdown, for `docs/paket.md`.
#[must_use]
pub fn panduan() -> String {
    let mut isi = String::from("### satker.toml\n\n");
    isi.push_str("| kunci | wajib | isi | keterangan | contoh |\n|---|---|---|---|---|\n");
    for kunci in SATKER {
        let kolom = Kolom {
            nama: kunci.jalur,
            jenis: kunci.jenis,
            wajib: kunci.wajib,
            catatan: kunci.catatan,
            contoh: kunci.contoh,
        };
        baris(&mut isi, &kolom);
    }
    for lembar in LEMBAR {
        let wajib = if lembar.wajib { " (wajib)" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(
            isi,
            "\n### {}.csv{wajib}\n\n{}. {}\nKunci baris: {}.\n\n",
            lembar.nama,
            lembar.judul,
            lembar.catatan,
            lembar.kunci.join(", "),
        );
        isi.push_str("| kolom | wajib | isi | keterangan | contoh |\n|---|---|---|---|---|\n");
        for kolom in lembar.kolom {
            baris(&mut isi, kolom);
        }
        if let Some(jenis) = lembar.kolom_bebas {
            let _ = writeln!(
                isi,
                "| (kolom lain) | | {} | Kolom tambahan milik kantor. | |",
                jenis.sebutan()
            );
        }
    }
    isi.push_str("\n### Kolom yang boleh ada pada setiap berkas\n\n");
    isi.push_str("| kolom | wajib | isi | keterangan | contoh |\n|---|---|---|---|---|\n");
    baris(&mut isi, &BARIS_SUMBER);
    isi
}

fn baris(isi: &mut String, kolom: &Kolom) {
    let wajib = if kolom.wajib { "ya" } else { "" };
    let contoh = if kolom.contoh.is_empty() {
        String::new()
    } else {
        format!("`{}`", kolom.contoh)
    };
    let _ = writeln!(
        isi,
        "| `{}` | {wajib} | {} | {} | {contoh} |",
        kolom.nama,
        kolom.jenis.sebutan(),
        kolom.catatan,
    );
}
