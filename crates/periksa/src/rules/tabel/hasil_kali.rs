//! Tables of values, weights and their products: where a row does not come out, and which of its cells is at fault.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{Angka, AngkaId, Bacaan, JenisBaris, JenisKolom, Peran, Tabel};
use crate::understand::kosakata::normal;
use crate::understand::tabel::hasil_kali;

/// A row whose product does not come out.
pub(super) struct Salah<'a> {
    pub(super) tabel: usize,
    /// Place of the row among the rows of the table.
    pub(super) baris: usize,
    pub(super) nilai: &'a Angka,
    pub(super) bobot: &'a Angka,
    pub(super) hasil: &'a Angka,
    /// Whether the weights are in percent.
    pub(super) persen: bool,
    /// The product as it should be.
    pub(super) benar: Decimal,
    /// All that it may be.
    pub(super) selang: Selang,
    /// Whether the printed products sum to their printed total, so that the weight or the value is at fault.
    pub(super) hasil_terbukti: bool,
    /// Column of the cell that is likely at fault.
    pub(super) kolom: usize,
}

/// What the products of all tables gave.
#[derive(Default)]
pub(super) struct Hasil<'a> {
    pub(super) salah: Vec<Salah<'a>>,
    pub(super) diperiksa: Vec<AngkaId>,
}

/// Columns that belong together.
#[derive(Clone, Copy)]
struct Tiga {
    nilai: usize,
    bobot: usize,
    hasil: usize,
    /// Whether the heading itself says that it holds products.
    pasti: bool,
}

/// A row with its three figures.
struct Deret<'a> {
    baris: usize,
    id: [AngkaId; 3],
    angka: [&'a Angka; 3],
}

/// Rows below which figures that are products tell nothing.
const BARIS_SEDIKIT: usize = 3;

/// Computes all products again.
pub(super) fn semua<'a>(bacaan: &'a Bacaan<'a>) -> Hasil<'a> {
    let mut semua = Hasil::default();
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        if let Some(tiga) = tiga(tabel) {
            satu(bacaan, i, tabel, tiga, &mut semua);
        }
    }
    semua
}

fn tiga(tabel: &Tabel) -> Option<Tiga> {
    let kolom = || {
        tabel
            .kolom
            .iter()
            .enumerate()
            .filter(|(_, k)| k.jenis == JenisKolom::Angka)
    };
    let tunggal = |peran: Peran| {
        let mut ada = kolom().filter(|(_, k)| k.peran == Some(peran));
        match (ada.next(), ada.next()) {
            (Some((i, _)), None) => Some(i),
            _ => None,
        }
    };
    let bobot = tunggal(Peran::Bobot)?;
    if let Some((hasil, _)) = kolom().find(|(_, k)| k.jalur.iter().any(|j| hasil_kali(j))) {
        return Some(Tiga {
            nilai: tunggal(Peran::Nilai)?,
            bobot,
            hasil,
            pasti: true,
        });
    }
    // "Nilai" and "Nilai Akhir": the longer heading is the product of the plain one.
    let polos = |j: &[String]| {
        j.last()
            .is_some_and(|t| matches!(normal(t).as_str(), "nilai" | "skor" | "nrr"))
    };
    let akhir = |j: &[String]| {
        j.last().is_some_and(|t| {
            matches!(
                normal(t).as_str(),
                "nilai akhir" | "skor akhir" | "hasil" | "hasil akhir"
            )
        })
    };
    let (nilai, _) = kolom().find(|(_, k)| polos(&k.jalur))?;
    let (hasil, _) = kolom().find(|(_, k)| akhir(&k.jalur))?;
    Some(Tiga {
        nilai,
        bobot,
        hasil,
        pasti: false,
    })
}

fn satu<'a>(bacaan: &'a Bacaan<'a>, i: usize, tabel: &'a Tabel, tiga: Tiga, semua: &mut Hasil<'a>) {
    let deret: Vec<Deret> = tabel
        .baris
        .iter()
        .enumerate()
        .filter(|(_, b)| b.jenis == JenisBaris::Isi)
        .filter_map(|(baris, b)| {
            let (n, nilai) = alat::angka(bacaan, tabel, b.row, tiga.nilai)?;
            let (w, bobot) = alat::angka(bacaan, tabel, b.row, tiga.bobot)?;
            let (h, hasil) = alat::angka(bacaan, tabel, b.row, tiga.hasil)?;
            Some(Deret {
                baris,
                id: [n, w, h],
                angka: [nilai, bobot, hasil],
            })
        })
        .collect();
    if deret.len() < BARIS_SEDIKIT {
        return;
    }
    // Weights are in percent or in parts of one; most rows tell which.
    let cocok = |faktor: Decimal| -> Vec<bool> {
        deret
            .iter()
            .map(|d| kali(d, faktor).is_some_and(|(_, s)| alat::dapat(d.angka[2], s)))
            .collect()
    };
    let Some((faktor, hasil)) = [Decimal::ONE, Decimal::new(1, 2)]
        .into_iter()
        .map(|faktor| (faktor, cocok(faktor)))
        .max_by_key(|(_, hasil)| hasil.iter().filter(|ya| **ya).count())
    else {
        return;
    };
    let benar = hasil.iter().filter(|ya| **ya).count();
    let cukup = if tiga.pasti {
        benar >= 2 && benar * 2 >= hasil.len()
    } else {
        benar >= BARIS_SEDIKIT && benar * 4 >= hasil.len() * 3
    };
    if !cukup {
        return;
    }
    semua.diperiksa.extend(deret.iter().flat_map(|d| d.id));
    let terbukti = total_cocok(bacaan, tabel, &deret, tiga.hasil);
    for (d, cocok) in deret.iter().zip(hasil) {
        let (false, Some((benar, selang))) = (cocok, kali(d, faktor)) else {
            continue;
        };
        let [nilai, bobot, hasil] = d.angka;
        semua.salah.push(Salah {
            tabel: i,
            baris: d.baris,
            nilai,
            bobot,
            hasil,
            persen: faktor != Decimal::ONE,
            benar,
            selang,
            hasil_terbukti: terbukti,
            kolom: if terbukti { tiga.bobot } else { tiga.hasil },
        });
    }
}

fn kali(d: &Deret, faktor: Decimal) -> Option<(Decimal, Selang)> {
    let [nilai, bobot, _] = d.angka;
    // A whole weight is exact, also with a percent sign.
    let berat = if bobot.presisi == 0 {
        Selang::titik(bobot.nilai?)
    } else {
        bobot.selang()?
    };
    let tepat = nilai
        .nilai?
        .checked_mul(bobot.nilai?)?
        .checked_mul(faktor)?;
    let selang = nilai.selang()?.kali(berat)?.kali(Selang::titik(faktor))?;
    Some((tepat, selang))
}

/// Whether the printed products sum to the total printed below them.
fn total_cocok(bacaan: &Bacaan, tabel: &Tabel, deret: &[Deret], k: usize) -> bool {
    let total = tabel
        .baris
        .iter()
        .rev()
        .filter(|b| {
            matches!(
                b.jenis,
                JenisBaris::Total | JenisBaris::Rerata | JenisBaris::Isi
            )
        })
        .find(|b| {
            deret
                .iter()
                .all(|d| tabel.baris.get(d.baris).map(|x| x.row) != Some(b.row))
        })
        .and_then(|b| alat::angka(bacaan, tabel, b.row, k));
    let hasil: Vec<&Angka> = deret.iter().map(|d| d.angka[2]).collect();
    match (total, alat::jumlah(&hasil)) {
        (Some((_, total)), Some((_, selang))) => alat::dapat(total, selang),
        _ => false,
    }
}
