//! Bands of categories that differ from those of the provision in force for the year.

use hukum::{Hukum, Pita};
use kinerja::bilangan;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, Tabel};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pita-berbeda",
    judul: "Batas kategori pada tabel berbeda dari ketentuan.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Batas bawah setiap kategori (mutu pelayanan, predikat, sebutan nilai) dibandingkan dengan ketentuan yang berlaku untuk tahun laporan, pada skala yang dipakai tabel itu. Tabel yang kategorinya tidak dikenal, atau cocok dengan lebih dari satu ketentuan yang berbeda, tidak dinilai.",
            dasar: &["Ketentuan pita nilai pada folder regulasi, menurut tahun laporan"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai Interval Konversi\tMutu\tKinerja\n25,00 – 64,99\tD\tTidak Baik\n65,00 – 74,99\tC\tKurang Baik\n75,00 – 88,30\tB\tBaik\n88,31 – 100,00\tA\tSangat Baik\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai Interval\tMutu\tKinerja\n1,00 – 2,5996\tD\tTidak Baik\n2,60 – 3,064\tC\tKurang Baik\n3,0644 – 3,432\tB\tBaik\n3,4324 – 4,00\tA\tSangat Baik\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai Interval Konversi\tMutu\tKinerja\n25,00 – 64,99\tD\tTidak Baik\n65,00 – 76,60\tC\tKurang Baik\n76,61 – 88,30\tB\tBaik\n88,31 – 100,00\tA\tSangat Baik\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai Interval\tMutu\tKinerja\n1,00 – 2,5996\tD\tTidak Baik\n2,60 – 3,064\tC\tKurang Baik\n3,0644 – 3,532\tB\tBaik\n3,5324 – 4,00\tA\tSangat Baik\n",
            ],
        },
    },
};

/// A class as a table prints it.
struct Kelas<'b> {
    nama: String,
    dari: &'b Angka,
}

/// The table of bands of a provision, brought to the scale of the document's table.
struct Resmi<'h> {
    dasar: String,
    pita: &'h Pita,
    faktor: Decimal,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(tahun) = bacaan.identitas.tahun else {
        return;
    };
    for tabel in &bacaan.tabel {
        let kelas = kelas(bacaan, tabel);
        let calon = calon(bahan.hukum, tahun, &kelas);
        if calon.is_empty() || calon.iter().any(|resmi| salah(&kelas, resmi).is_empty()) {
            continue;
        }
        // Two provisions with the same names and other bounds: which one is meant cannot be told.
        let [resmi] = calon.as_slice() else { continue };
        let salah = salah(&kelas, resmi);
        let Some(((pertama, seharusnya), lainnya)) = salah.split_first() else {
            continue;
        };
        let daftar: Vec<String> = salah
            .iter()
            .map(|(kelas, batas)| {
                format!(
                    "{} mulai {} (ketentuan {batas})",
                    kelas.nama, kelas.dari.teks
                )
            })
            .collect();
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &pertama.dari.letak,
                format!("Batas kategori berbeda dari ketentuan: {}", daftar.join("; ")),
                "Salin batas kategori dari ketentuan yang berlaku untuk tahun laporan, lalu tetapkan kembali kategorinya.",
            )
            .seharusnya(Some(seharusnya.clone()))
            .terkait(bahan, lainnya.iter().map(|(kelas, _)| &kelas.dari.letak))
            .dasar([resmi.dasar.clone()]),
        );
    }
}

/// The classes of a table in which each row names one range.
fn kelas<'b>(bacaan: &'b Bacaan, tabel: &Tabel) -> Vec<Kelas<'b>> {
    let document::source::Piece::Grid(grid) = &bacaan.sumber.pieces[tabel.piece] else {
        return Vec::new();
    };
    let mut kelas = Vec::new();
    for baris in &tabel.baris {
        let sel = tabel.angka.range((baris.row, 0)..(baris.row + 1, 0));
        let rentang: Vec<&Angka> = sel
            .filter(|(_, id)| id.len() == 2)
            .flat_map(|(_, id)| id.iter().map(|id| bacaan.angka(*id)))
            .collect();
        let [dari, _] = rentang.as_slice() else {
            continue;
        };
        let nama: Vec<&str> = grid
            .cells
            .iter()
            .filter(|sel| sel.row == baris.row)
            .map(|sel| sel.passage.text.trim())
            .filter(|teks| !teks.is_empty() && !teks.contains(|c: char| c.is_ascii_digit()))
            .collect();
        kelas.push(Kelas {
            nama: nama.join(" "),
            dari,
        });
    }
    kelas
}

/// The provisions in force whose classes all stand in the table.
fn calon<'h>(hukum: &'h Hukum, tahun: i16, kelas: &[Kelas]) -> Vec<Resmi<'h>> {
    if kelas.len() < 3 {
        return Vec::new();
    }
    let tertinggi = kelas.iter().filter_map(|k| k.dari.nilai).max();
    hukum
        .berlaku(tahun)
        .filter_map(|k| {
            let pita = k.pita()?;
            let semua = pita.kelas.len() == kelas.len()
                && pita.kelas.iter().all(|resmi| {
                    kelas
                        .iter()
                        .any(|cetak| bernama(&cetak.nama, &resmi.nama, &resmi.huruf))
                });
            // A table on the scale of the answers has all its bounds at or below the scale's top.
            let skala = tertinggi? <= Decimal::from(5) && pita.maksimum? == Decimal::ONE_HUNDRED;
            let faktor = if skala {
                let awal = k.kode.split('.').next()?;
                hukum
                    .ketentuan(&format!("{awal}.faktor"), tahun)
                    .ok()?
                    .angka()?
            } else {
                Decimal::ONE
            };
            let dasar = hukum.regulasi(&k.regulasi)?;
            semua.then(|| Resmi {
                dasar: format!("{}, {}", dasar.sebutan, k.kutipan),
                pita,
                faktor,
            })
        })
        .collect()
}

fn bernama(cetak: &str, nama: &str, huruf: &str) -> bool {
    let cetak = normal(cetak);
    let nama = normal(nama);
    let huruf = normal(huruf);
    let kata: Vec<&str> = cetak.split(' ').collect();
    if !huruf.is_empty() && kata.contains(&huruf.as_str()) {
        return true;
    }
    // "Sangat Baik" holds "Baik"; the class is the whole name.
    let tanpa_huruf: Vec<&str> = kata.into_iter().filter(|k| k.len() > 2).collect();
    tanpa_huruf.join(" ") == nama
}

/// The classes whose lower bound differs, with the official bound.
fn salah<'k, 'b>(kelas: &'k [Kelas<'b>], resmi: &Resmi) -> Vec<(&'k Kelas<'b>, String)> {
    kelas
        .iter()
        .filter_map(|cetak| {
            let benar = resmi
                .pita
                .kelas
                .iter()
                .find(|k| bernama(&cetak.nama, &k.nama, &k.huruf))?;
            let batas = benar.dari.checked_div(resmi.faktor)?;
            let nilai = cetak.dari.nilai?;
            // Bounds are printed with two to four decimals, and open or closed; one unit of the last digit is no difference.
            let satu = Decimal::new(1, cetak.dari.presisi.min(28));
            ((nilai - batas).abs() > satu).then(|| {
                let batas = batas.normalize();
                (
                    cetak,
                    bilangan::format(batas, batas.scale().max(cetak.dari.presisi).min(4)),
                )
            })
        })
        .collect()
}
