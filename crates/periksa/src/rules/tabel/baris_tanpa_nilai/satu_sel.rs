//! The one blank cell of a row: forgotten, or left behind when the row slipped by a column.

use rust_decimal::Decimal;

use super::judul::{
    berbobot, berjudul_angka, berkumpul, bernama_jumlah, berurutan, menurut_sebelumnya, satuan,
    tanpa_bobot,
};
use super::{ISI, sel};
use crate::bacaan::{
    Angka, Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Peran, SatuanCetak, Tabel,
};
use crate::rules::tabel::alat::{self, nama_baris, nama_kolom};
use crate::rules::tabel::hubungan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A table with the rows and columns in which figures are looked for.
struct Lembar<'a> {
    bacaan: &'a Bacaan<'a>,
    tabel: &'a Tabel,
    baris: Vec<&'a Baris>,
    kolom: Vec<usize>,
    /// Whether every ordinary row has a running number: none is the second line of another, or a result below.
    bernomor: bool,
}

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    dilaporkan: &[usize],
) {
    /// Longer tables are registers, whose rows are not compared each with each.
    const TERPANJANG: usize = 1_000;
    if tabel.baris.len() > TERPANJANG {
        return;
    }
    let lembar = Lembar::new(bahan.bacaan, tabel);
    for baris in &lembar.baris {
        let kosong: Vec<usize> = lembar
            .kolom
            .iter()
            .copied()
            .filter(|k| lembar.hampa(baris, *k))
            .take(2)
            .collect();
        let [k] = kosong[..] else { continue };
        if dilaporkan.contains(&baris.row) || !(lembar.lazim(baris, k) || lembar.pasti(baris, k)) {
            continue;
        }
        let Some(letak) = sel(bahan, tabel, baris.row, k).or_else(|| baris.letak_label.clone())
        else {
            continue;
        };
        let nama = tabel.kolom.get(k).map(nama_kolom).unwrap_or_default();
        let nilai = lembar.nilai(baris, k);
        let perbaikan = nilai.as_ref().map_or_else(
            || ISI.to_owned(),
            |nilai| format!("Bila angka lain pada baris itu sudah pada kolomnya, tulis {nilai}."),
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                format!(
                    "Baris \"{}\" tidak berisi nilai pada kolom \"{nama}\", padahal baris lain berisi. Periksa pula apakah angka pada baris itu bergeser satu kolom.",
                    nama_baris(baris),
                ),
                perbaikan,
            )
            .seharusnya(nilai),
        );
    }
}

impl<'a> Lembar<'a> {
    fn new(bacaan: &'a Bacaan<'a>, tabel: &'a Tabel) -> Self {
        let baris: Vec<&Baris> = tabel
            .baris
            .iter()
            .filter(|b| {
                matches!(
                    b.jenis,
                    JenisBaris::Isi | JenisBaris::Total | JenisBaris::Rerata
                ) || bernama_jumlah(b)
                    || berurutan(bacaan, tabel, b)
            })
            .filter(|b| !b.label.is_empty())
            .collect();
        // Of a single row the heading alone tells what belongs in a cell.
        let tunggal = baris.len() == 1;
        let kolom = (0..tabel.kolom.len())
            .filter(|k| {
                tabel
                    .kolom
                    .get(*k)
                    .is_some_and(|k| k.jenis == JenisKolom::Angka || tunggal && berjudul_angka(k))
            })
            .collect();
        let bernomor = (0..tabel.kolom.len())
            .find(|k| {
                tabel
                    .kolom
                    .get(*k)
                    .is_some_and(|k| k.jenis == JenisKolom::Nomor)
            })
            .is_some_and(|k| {
                tabel
                    .isi()
                    .all(|b| !alat::teks(bacaan, tabel, b.row, k).is_empty())
            });
        Self {
            bacaan,
            tabel,
            baris,
            kolom,
            bernomor,
        }
    }

    /// A row without any figure is understood as a title; its name or its number may say better.
    fn jenis(&self, baris: &Baris) -> JenisBaris {
        match baris.jenis {
            _ if bernama_jumlah(baris) => JenisBaris::Total,
            JenisBaris::Kelompok => JenisBaris::Isi,
            lain => lain,
        }
    }

    fn hampa(&self, baris: &Baris, k: usize) -> bool {
        let teks = alat::teks(self.bacaan, self.tabel, baris.row, k);
        // A short row of a text file has its last cell run on.
        let rentang = self.kolom.len() == 1 && bernama_jumlah(baris);
        teks.is_empty() || rentang && normal(teks) == normal(&baris.label)
    }

    fn angka(&self, baris: &Baris, k: usize) -> Option<&'a Angka> {
        alat::angka(self.bacaan, self.tabel, baris.row, k).map(|(_, angka)| angka)
    }

    fn terakhir(&self, baris: &Baris) -> bool {
        self.baris.last().is_some_and(|b| b.row == baris.row)
    }

    /// Whether nothing is expected in a cell: it compares with a row above that there is none, or a weight is not due.
    fn boleh(&self, baris: &Baris, k: usize) -> bool {
        let pertama = self.baris.first().is_some_and(|b| b.row == baris.row);
        let bobot = self.tabel.kolom.get(k).is_some_and(berbobot);
        (pertama && self.baris.len() > 1 && menurut_sebelumnya(self.tabel, baris, k))
            || bobot && (tanpa_bobot(baris) || self.genap(k))
    }

    /// Whether the weights are whole as they stand.
    fn genap(&self, k: usize) -> bool {
        self.jumlah_isi(k).is_some_and(|(_, semua)| {
            semua.memuat(Decimal::ONE_HUNDRED) || semua.memuat(Decimal::ONE)
        })
    }

    fn jumlah_isi(&self, k: usize) -> Option<(Decimal, kinerja::Selang)> {
        let isi: Vec<&Angka> = self.tabel.isi().filter_map(|b| self.angka(b, k)).collect();
        alat::jumlah(&isi)
    }

    /// A cell in a table of several rows, where the column is filled in every other row.
    fn lazim(&self, baris: &Baris, k: usize) -> bool {
        /// Other rows that must be filled.
        const BARIS_LAIN: usize = 3;
        /// Cells of a closing row that show that it gives a result in every column.
        const SEL_PENUTUP: usize = 5;
        let isi = baris.jenis == JenisBaris::Isi;
        let terisi = self.kolom.len().saturating_sub(1);
        // A closing row, and a total over columns of several kinds, often leaves cells out.
        let penutup = self.terakhir(baris) || !isi;
        let lain: Vec<&&Baris> = self.baris.iter().filter(|b| b.row != baris.row).collect();
        let banyak = lain.iter().filter(|b| b.jenis == JenisBaris::Isi).count();
        // Another row without it shows that it may be left out; but not a total.
        let tunggal = lain
            .iter()
            .all(|b| !self.hampa(b, k) || isi && b.jenis != JenisBaris::Isi);
        terisi > 0
            && !(penutup && terisi < SEL_PENUTUP)
            && banyak >= BARIS_LAIN
            && tunggal
            && !self.boleh(baris, k)
    }

    /// A cell that cannot be meant to be blank, however small the table is.
    fn pasti(&self, baris: &Baris, k: usize) -> bool {
        let Some(kolom) = self.tabel.kolom.get(k) else {
            return false;
        };
        let uang = |k: usize| self.baris.iter().any(|b| self.uang(b, k));
        let berangka: Vec<usize> = self
            .kolom
            .iter()
            .copied()
            .filter(|lain| self.angka(baris, *lain).is_some())
            .collect();
        // An amount may stand once for several rows beside it; where the row has another amount, it does not.
        let seuang = !uang(k)
            || berangka.iter().any(|lain| uang(*lain))
            || self.jenis(baris) == JenisBaris::Total;
        if !seuang || self.boleh(baris, k) || berkumpul(kolom) {
            return false;
        }
        let lain = || self.baris.iter().filter(|b| b.row != baris.row);
        let penuh = lain()
            .filter(|b| b.jenis != JenisBaris::Rerata && self.angka(b, k).is_some())
            .count();
        match self.jenis(baris) {
            JenisBaris::Isi => {
                let hampa = lain().any(|b| {
                    b.jenis == JenisBaris::Isi
                        && self.hampa(b, k)
                        && !self.terakhir(b)
                        && !(berbobot(kolom) && tanpa_bobot(b))
                });
                !hampa && self.pasti_isi(baris, k, berangka.len(), penuh)
            }
            JenisBaris::Total => {
                let satu = self.kolom.len() == 1
                    && (0..self.tabel.kolom.len()).all(|lain| {
                        let teks = alat::teks(self.bacaan, self.tabel, baris.row, lain);
                        teks.is_empty() || normal(teks) == normal(&baris.label)
                    });
                let uang = uang(k) && berangka.len() >= 2;
                penuh >= 2
                    && (satu || uang)
                    && alat::dapat_dijumlah(self.bacaan, self.tabel, k)
                    && !satuan(kolom)
            }
            _ => false,
        }
    }

    fn pasti_isi(&self, baris: &Baris, k: usize, berangka: usize, penuh: usize) -> bool {
        let bernama = self.bernomor
            || baris.tahun.is_some()
            || baris.bulan.is_some()
            || baris
                .perihal
                .as_ref()
                .is_some_and(|p| p.jenis == JenisPerihal::Indikator);
        // Words behind the cell show that the row goes on.
        let lanjut = (k + 1..self.tabel.kolom.len()).any(|lain| !self.hampa(baris, lain));
        let penutup = self.terakhir(baris) && !bernama && !lanjut;
        let target = self
            .tabel
            .kolom
            .get(k)
            .is_some_and(|kolom| kolom.peran == Some(Peran::Target));
        let utuh = (0..self.tabel.kolom.len()).all(|lain| lain == k || !self.hampa(baris, lain));
        match penuh {
            // A single row: everything else is there.
            0 => {
                let panjang = self.bernomor && self.tabel.kolom.len() >= 4;
                self.baris.len() == 1 && utuh && (lanjut && berangka >= 2 || panjang)
            }
            1 => utuh && (self.bernomor && target || (lanjut || bernama) && berangka >= 2),
            _ => {
                let satu = self.bernomor && (target || self.kolom.len() == 1) && utuh;
                let diapit = berangka >= 1 && lanjut && penuh >= 3;
                !penutup && (berangka >= 2 || berangka >= 1 && bernama || satu || diapit)
            }
        }
    }

    /// Whether a cell holds an amount of money.
    fn uang(&self, baris: &Baris, k: usize) -> bool {
        const SEJUTA: u32 = 1_000_000;
        self.angka(baris, k).is_some_and(|a| {
            a.satuan == SatuanCetak::Rupiah
                || a.presisi == 0 && a.nilai.is_some_and(|n| n.abs() >= Decimal::from(SEJUTA))
        })
    }

    /// What the one total of the table leaves for a cell of the column, where it can be a sum.
    fn sisa_jumlah(&self, k: usize) -> Option<Decimal> {
        let mut total = self.baris.iter().filter(|b| b.jenis == JenisBaris::Total);
        let (satu, None) = (total.next()?, total.next()) else {
            return None;
        };
        let jumlah = self.angka(satu, k)?.nilai?;
        let sisa = jumlah.checked_sub(self.jumlah_isi(k)?.0)?;
        (alat::dapat_dijumlah(self.bacaan, self.tabel, k) && sisa >= Decimal::ZERO).then_some(sisa)
    }

    /// The value of a blank cell, where the others of its row or its column give it.
    fn nilai(&self, baris: &Baris, k: usize) -> Option<String> {
        let kolom = self.tabel.kolom.get(k)?;
        let contoh = self.tabel.isi().find_map(|b| self.angka(b, k))?;
        if self.jenis(baris) == JenisBaris::Total {
            // A title between makes several sums of it.
            let (jumlah, _) = self.jumlah_isi(k)?;
            return Some(alat::tampil(contoh, jumlah, contoh.presisi));
        }
        if berbobot(kolom) {
            let sisa = Decimal::ONE_HUNDRED.checked_sub(self.jumlah_isi(k)?.0)?;
            return (sisa > Decimal::ZERO).then(|| alat::tampil(contoh, sisa, contoh.presisi));
        }
        let deret = hubungan::deret(self.bacaan, self.tabel);
        let ini = deret.iter().find(|d| d.baris.row == baris.row)?;
        let nilai = hubungan::semua(self.tabel, &deret)
            .iter()
            .filter(|h| h.disebut && [h.a, h.b, h.c].contains(&k))
            .find_map(|h| h.selesaikan(ini, k))
            .or_else(|| self.sisa_jumlah(k))?;
        Some(alat::tampil(contoh, nilai, contoh.presisi))
    }
}
