//! Columns that follow from a whole column: running sums, and shares of the sum.

use std::collections::BTreeSet;

use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use super::alat::{self, nama_baris, nama_kolom};
use super::hubungan::{self, Deret};
use crate::bacaan::{Angka, Bacaan, JenisBaris, Tabel};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Temuan};

/// A figure that breaks the running sum or the share that the other rows hold.
pub(super) struct Menyimpang<'a> {
    row: usize,
    kolom: usize,
    angka: &'a Angka,
    benar: Decimal,
    hitungan: String,
    apa: &'static str,
}

/// Rows that must hold it.
const SETUJU: usize = 3;

/// All of them in a table.
pub(super) fn semua<'a>(
    bacaan: &Bacaan,
    tabel: &Tabel,
    deret: &[Deret<'a>],
) -> Vec<Menyimpang<'a>> {
    const KOLOM_TERBANYAK: usize = 10;
    let kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| deret.iter().all(|d| d.angka(*k).is_some()))
        .collect();
    if deret.len() <= SETUJU || kolom.len() < 2 || kolom.len() > KOLOM_TERBANYAK {
        return Vec::new();
    }
    let berpersen: BTreeSet<usize> = kolom
        .iter()
        .copied()
        .filter(|k| alat::berpersen(bacaan, tabel, *k))
        .collect();
    let mut hasil = Vec::new();
    for c in &kolom {
        for v in kolom.iter().filter(|v| *v != c) {
            hasil.extend(berjalan(deret, *v, *c));
            if berpersen.contains(c) && !berpersen.contains(v) {
                hasil.extend(porsi(bacaan, tabel, deret, *v, *c));
            }
        }
    }
    hasil
}

/// The one figure that breaks a running sum.
fn berjalan<'a>(deret: &[Deret<'a>], v: usize, c: usize) -> Option<Menyimpang<'a>> {
    let langkah: Vec<(bool, Decimal)> = deret
        .windows(2)
        .map(|dua| {
            let [lalu, ini] = dua else {
                return None;
            };
            let (sebelum, tambah, jumlah) = (lalu.angka(c)?, ini.angka(v)?, ini.angka(c)?);
            let (nilai, semua) = alat::jumlah(&[sebelum, tambah])?;
            Some((alat::dapat(jumlah, semua), nilai))
        })
        .collect::<Option<_>>()?;
    // Every step counts only where it adds something.
    let setuju = langkah
        .iter()
        .zip(deret.iter().skip(1))
        .filter(|((benar, _), d)| {
            *benar
                && d.angka(v).is_some_and(|a| {
                    a.nilai.is_some_and(|n| !n.is_zero()) && hubungan::digit(a) >= 2
                })
        })
        .count();
    let salah: Vec<usize> = (0..langkah.len())
        .filter(|i| langkah.get(*i).is_some_and(|(benar, _)| !benar))
        .collect();
    // Two broken steps are one fault only where they meet, which is looked at below.
    if setuju < SETUJU || salah.len() > 2 {
        return None;
    }
    match salah.as_slice() {
        // A wrong running sum breaks the step to it and the one from it, which together are right.
        [i, j] if *j == i + 1 => {
            let (_, benar) = *langkah.get(*i)?;
            let (d, lanjut) = (deret.get(i + 1)?, deret.get(j + 1)?);
            let akhir = benar.checked_add(lanjut.angka(v)?.nilai?)?;
            let longgar = Decimal::new(2, d.angka(c)?.presisi.min(20));
            let cocok = if d.angka(c)?.presisi == 0 {
                lanjut.angka(c)?.nilai == Some(akhir)
            } else {
                (lanjut.angka(c)?.nilai? - akhir).abs() <= longgar
            };
            cocok.then_some(())?;
            simpang(deret, i + 1, c, benar, v)
        }
        [i] if i + 1 == langkah.len() => simpang(deret, i + 1, c, langkah.get(*i)?.1, v),
        // With all running sums beyond it right, the term itself is the wrong one.
        [i] => {
            let (lalu, ini) = (deret.get(*i)?, deret.get(i + 1)?);
            let benar = ini.angka(c)?.nilai?.checked_sub(lalu.angka(c)?.nilai?)?;
            Some(Menyimpang {
                row: ini.baris.row,
                kolom: v,
                angka: ini.angka(v)?,
                benar,
                hitungan: format!(
                    "{} − {}",
                    hitung::tampil(ini.angka(c)?),
                    hitung::tampil(lalu.angka(c)?)
                ),
                apa: "selisih dua angka kumulatif",
            })
        }
        _ => None,
    }
}

fn simpang<'a>(
    deret: &[Deret<'a>],
    i: usize,
    c: usize,
    benar: Decimal,
    v: usize,
) -> Option<Menyimpang<'a>> {
    let (lalu, ini) = (deret.get(i.checked_sub(1)?)?, deret.get(i)?);
    Some(Menyimpang {
        row: ini.baris.row,
        kolom: c,
        angka: ini.angka(c)?,
        benar,
        hitungan: format!(
            "{} + {}",
            hitung::tampil(lalu.angka(c)?),
            hitung::tampil(ini.angka(v)?)
        ),
        apa: "angka kumulatif baris di atasnya ditambah angka baris ini",
    })
}

/// Figures that break the share of the sum that the others are.
fn porsi<'a>(
    bacaan: &Bacaan,
    tabel: &Tabel,
    deret: &[Deret<'a>],
    v: usize,
    c: usize,
) -> Vec<Menyimpang<'a>> {
    let cetak = tabel
        .baris
        .iter()
        .find(|b| b.jenis == JenisBaris::Total)
        .and_then(|b| alat::angka(bacaan, tabel, b.row, v))
        .and_then(|(_, a)| a.nilai);
    let dihitung = deret
        .iter()
        .filter_map(|d| d.angka(v)?.nilai)
        .try_fold(Decimal::ZERO, Decimal::checked_add);
    [cetak, dihitung]
        .into_iter()
        .flatten()
        .find_map(|utuh| porsi_dari(deret, v, c, utuh))
        .unwrap_or_default()
}

/// None where most rows are no shares of this whole.
fn porsi_dari<'a>(
    deret: &[Deret<'a>],
    v: usize,
    c: usize,
    utuh: Decimal,
) -> Option<Vec<Menyimpang<'a>>> {
    let seratus = Selang::titik(Decimal::ONE_HUNDRED);
    let (mut setuju, mut salah) = (0, Vec::new());
    for d in deret {
        let (angka, hasil) = (d.angka(v)?, d.angka(c)?);
        let semua = alat::selang(angka)?
            .kali(seratus)?
            .bagi(Selang::titik(utuh))?;
        // The last share is often bent so that all make a hundred.
        let bengkok = Decimal::new(2, hasil.presisi.min(20));
        let benar = angka
            .nilai?
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(utuh)?;
        if alat::dapat(hasil, semua) {
            setuju += usize::from(hubungan::digit(hasil) >= 2);
        } else if (hasil.nilai? - benar).abs() > bengkok {
            salah.push(Menyimpang {
                row: d.baris.row,
                kolom: c,
                angka: hasil,
                benar,
                hitungan: format!(
                    "{} / {} × 100%",
                    hitung::tampil(angka),
                    bilangan::format(utuh, 0)
                ),
                apa: "bagiannya dari jumlah kolom",
            });
        }
    }
    (setuju >= SETUJU && setuju >= salah.len().saturating_mul(2)).then_some(salah)
}

impl Menyimpang<'_> {
    /// The finding at that figure.
    pub(super) fn temuan(&self, bahan: &BahanDokumen, aturan: &Aturan, tabel: &Tabel) -> Temuan {
        let benar = alat::tampil(self.angka, self.benar, self.angka.presisi);
        let baris = tabel
            .baris
            .iter()
            .find(|b| b.row == self.row)
            .map(nama_baris)
            .unwrap_or_default();
        let kolom = tabel
            .kolom
            .get(self.kolom)
            .map(nama_kolom)
            .unwrap_or_default();
        let hitungan = format!("{} = {benar}", self.hitungan);
        Temuan::di(
            aturan,
            bahan,
            &self.angka.letak,
            format!(
                "Baris \"{baris}\": \"{kolom}\" tercetak {}, padahal {} adalah {hitungan}; pada baris lain tabel ini hitungan tersebut berlaku.",
                hitung::tampil(self.angka),
                self.apa,
            ),
            format!("Tulis {benar}, atau betulkan angka yang menjadi dasarnya."),
        )
        .hitungan(hitungan)
        .seharusnya(Some(benar))
    }
}
