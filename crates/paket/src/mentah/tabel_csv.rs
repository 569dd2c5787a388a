//! A sheet as CSV: `;` between cells, a heading row, comment lines that start with `#`.

use std::io;

use super::{BarisKe, BarisMentah, LembarMentah};
use crate::batas;
use crate::kesalahan::{Galat, Kesalahan, tempat};

/// Reads a sheet; none, with the error recorded, where it has no headings or too many rows.
pub(super) fn baca(nama: &str, isi: &str, galat: &mut Galat) -> Option<LembarMentah> {
    let berkas = format!("{nama}.csv");
    let mut pembaca = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .has_headers(false)
        .flexible(true)
        .from_reader(isi.as_bytes());
    let (catatan, petik_terbuka) = pindai(isi);
    if let Some(nomor) = petik_terbuka {
        // The rest of the file would silently become one cell.
        galat.push(Kesalahan::new(
            "petik-tak-ditutup",
            tempat(&berkas, nomor, ""),
            "tanda petik ganda dibuka tetapi tidak ditutup",
            "tutup tanda petiknya; tanda petik di dalam teks ditulis dua kali",
        ));
        return None;
    }
    let mut lembar = LembarMentah {
        nama: nama.to_owned(),
        catatan,
        ..LembarMentah::default()
    };
    let mut rekaman = csv::StringRecord::new();
    let mut ada_kepala = false;
    // The text is known to be UTF-8, so a record can only end or follow.
    while pembaca.read_record(&mut rekaman).unwrap_or(false) {
        let nomor = rekaman
            .position()
            .map_or(0, |letak| nomor_baris(isi, letak));
        let sel: Vec<String> = rekaman.iter().map(str::to_owned).collect();
        if sel.iter().all(|sel| sel.trim().is_empty()) {
            continue;
        }
        if sel.len() > batas::KOLOM {
            galat.push(Kesalahan::new(
                "kolom-terlalu-banyak",
                tempat(&berkas, nomor, ""),
                format!(
                    "baris ini berisi {} sel; batasnya {}",
                    sel.len(),
                    batas::KOLOM
                ),
                "periksa pemisah kolomnya",
            ));
            return None;
        }
        if !ada_kepala {
            ada_kepala = true;
            lembar.baris_kepala = BarisKe(nomor);
            lembar.kepala = sel.iter().map(|sel| sel.trim().to_owned()).collect();
        } else if lembar.baris.len() == batas::BARIS {
            galat.push(Kesalahan::new(
                "baris-terlalu-banyak",
                tempat(&berkas, nomor, ""),
                format!("berkas berisi lebih dari {} baris", batas::BARIS),
                "periksa apakah berkasnya benar",
            ));
            return None;
        } else {
            lembar.baris.push(BarisMentah {
                nomor: BarisKe(nomor),
                sel,
            });
        }
    }
    if !ada_kepala {
        galat.push(Kesalahan::new(
            "berkas-kosong",
            tempat(&berkas, 0, ""),
            "berkas tidak berisi baris judul kolom",
            "hapus berkasnya bila memang tidak ada data, atau tulis judul kolomnya",
        ));
        return None;
    }
    Some(lembar)
}

/// Line of a record; the reader counts from where it left off, before skipped blank and comment lines.
fn nomor_baris(isi: &str, letak: &csv::Position) -> u32 {
    let mut nomor = letak.line();
    let awal = usize::try_from(letak.byte()).unwrap_or(usize::MAX);
    for baris in isi.get(awal..).unwrap_or_default().split('\n') {
        if !baris.is_empty() && !baris.starts_with('#') {
            break;
        }
        nomor += 1;
    }
    u32::try_from(nomor).unwrap_or(u32::MAX)
}

/// Comment lines, those that start with `#` outside a quoted cell; and the line of a quote that is never closed.
fn pindai(isi: &str) -> (Vec<String>, Option<u32>) {
    let mut catatan = Vec::new();
    let mut terbuka = None;
    for (nomor, baris) in (1..).zip(isi.lines()) {
        if terbuka.is_none()
            && let Some(kata) = baris.strip_prefix('#')
        {
            catatan.push(kata.trim().to_owned());
        } else if baris.matches('"').count() % 2 == 1 {
            terbuka = terbuka.is_none().then_some(nomor);
        }
    }
    (catatan, terbuka)
}

/// Writes a sheet as CSV.
pub(super) fn tulis(lembar: &LembarMentah) -> io::Result<Vec<u8>> {
    let mut keluaran = Vec::new();
    for catatan in &lembar.catatan {
        keluaran.extend_from_slice(format!("# {catatan}").trim_end().as_bytes());
        keluaran.push(b'\n');
    }
    let mut penulis = csv::WriterBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .flexible(true)
        .from_writer(&mut keluaran);
    penulis.write_record(&lembar.kepala)?;
    for baris in &lembar.baris {
        penulis.write_record(&baris.sel)?;
    }
    penulis.flush()?;
    drop(penulis);
    Ok(keluaran)
}
