//! Closing rows that sum the rows above without being called a sum.

use rust_decimal::Decimal;

use super::super::alat::{self, Isi, Rujuk};
use super::super::hubungan;
use super::{BARIS_BERTINGKAT, Hasil, Selisih, jenis, sel, suku};
use crate::bacaan::{Angka, Bacaan, JenisBaris};

/// A closing row that no word calls a sum, but that is one in most columns, with figures too long for chance.
pub(super) fn satu<'a>(bacaan: &'a Bacaan<'a>, i: usize, hasil: &mut Hasil<'a>) {
    const BARIS_SEDIKIT: usize = 3;
    const DIGIT: usize = 4;
    let Some(tabel) = bacaan.tabel.get(i) else {
        return;
    };
    let baris: Vec<Rujuk> = alat::rantai(bacaan, i)
        .into_iter()
        .filter(|r| jenis(bacaan, *r) == Some(JenisBaris::Isi))
        .collect();
    let Some((akhir, rows)) = baris
        .split_last()
        .filter(|(_, rows)| rows.len() >= BARIS_SEDIKIT && rows.len() <= BARIS_BERTINGKAT)
    else {
        return;
    };
    let (mut benar, mut salah) = (0, Vec::new());
    for k in (0..tabel.kolom.len()).filter(|k| alat::dapat_dijumlah(bacaan, tabel, *k)) {
        let (Isi::Angka(id, tercetak), Some(suku)) =
            (sel(bacaan, *akhir, k), suku(bacaan, rows, k))
        else {
            continue;
        };
        let angka: Vec<&Angka> = suku.iter().map(|(_, _, a)| *a).collect();
        let Some((jumlah, selang)) = alat::jumlah(&angka).filter(|_| angka.len() == rows.len())
        else {
            continue;
        };
        if alat::dapat(tercetak, selang) {
            benar += usize::from(hubungan::digit(tercetak) >= DIGIT);
        } else {
            // Far from the sum it is something else.
            let setakar = tercetak.nilai.is_some_and(|n| {
                n.checked_mul(Decimal::TWO).is_some_and(|n| n > jumlah)
                    && jumlah.checked_mul(Decimal::TWO).is_some_and(|j| j > n)
            });
            salah.push((setakar, k, (id, tercetak), suku, jumlah, selang));
        }
    }
    if benar == 0 || benar < salah.len() || salah.iter().any(|s| !s.0) {
        return;
    }
    for (_, kolom, tercetak, suku, jumlah, selang) in salah {
        hasil.diperiksa.push(tercetak.0);
        hasil.diperiksa.extend(suku.iter().map(|(_, id, _)| *id));
        hasil.selisih.push(Selisih {
            tabel: i,
            kolom,
            tercetak,
            suku,
            jumlah,
            selang,
        });
    }
}
