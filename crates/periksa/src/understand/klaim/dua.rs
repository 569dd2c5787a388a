//! The numbers of two things that a sentence only names ("laki-laki lebih banyak daripada perempuan").

use super::{Konteks, kutipan};
use crate::bacaan::{AngkaId, JenisBaris, Tabel};
use crate::understand::kosakata::normal;
use crate::understand::prosa::kata::{Isi, Kata};

/// How far off a table may stand, in pieces.
const JARAK: usize = 10;
/// Words of a name.
const NAMA: usize = 3;
/// Words between a name and its number.
const SELA: &[&str] = &[
    "sebanyak",
    "sejumlah",
    "sebesar",
    "berjumlah",
    "adalah",
    "mencapai",
    "yaitu",
    "yang",
    "tercatat",
    "mencatat",
    "memperoleh",
    "realisasi",
    "nilai",
    "indeks",
    "indeksnya",
];

/// A claim of more or less between two named things.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sebutan {
    /// The word "lebih".
    pub di: usize,
    /// The word of comparison.
    pub sesudah: usize,
    /// Whether more is claimed.
    pub tinggi: bool,
    /// By how much, where that is quoted.
    pub selisih: Option<AngkaId>,
}

/// The number of the thing spoken of and that of the other one; such that bear the claim out, if there are any.
pub(super) fn pasangan(konteks: &Konteks, sebutan: Sebutan) -> Option<(AngkaId, AngkaId)> {
    let kata = konteks.kata();
    let depan = kata.get(konteks.awal_klausa(sebutan.di)..sebutan.di)?;
    let sesudah = kata.get(sebutan.sesudah + 1..)?;
    let lewati = usize::from(
        sesudah
            .first()
            .is_some_and(|k| k.salah_satu(&["dengan", "pada"])),
    );
    let belakang = sesudah.get(lewati..)?;
    let panjang = |kata: &mut dyn Iterator<Item = &Kata>| {
        kata.take(NAMA).take_while(|k| k.isi == Isi::Kata).count()
    };
    let (m, n) = (
        panjang(&mut depan.iter().rev()),
        panjang(&mut belakang.iter()),
    );
    for a in (1..=m).rev() {
        for b in (1..=n).rev() {
            let (Some(ini), Some(itu)) = (depan.get(depan.len() - a..), belakang.get(..b)) else {
                continue;
            };
            let mut semua = di_teks(konteks, sebutan.di, ini, itu);
            semua.extend(di_tabel(konteks, ini, itu));
            semua.retain(|(x, y)| x != y && selaras(konteks, *x, *y, sebutan.selisih));
            let benar = semua.iter().find(|(x, y)| {
                let nilai = |id: AngkaId| konteks.bacaan.angka(id).nilai;
                if sebutan.tinggi {
                    nilai(*x) > nilai(*y)
                } else {
                    nilai(*x) < nilai(*y)
                }
            });
            if let Some(satu) = benar.or(semua.first()) {
                return Some(*satu);
            }
        }
    }
    None
}

/// Whether two numbers can be those meant: of one kind, and as far from each other as the sentence says.
fn selaras(konteks: &Konteks, a: AngkaId, b: AngkaId, selisih: Option<AngkaId>) -> bool {
    let nilai = |id: AngkaId| konteks.bacaan.angka(id).nilai;
    let beda = nilai(a)
        .zip(nilai(b))
        .and_then(|(a, b)| a.checked_sub(b))
        .map(|d| d.abs());
    kutipan::sebanding(konteks, a, b)
        && selisih.is_none_or(|id| nilai(id).is_none_or(|s| beda == Some(s)))
}

/// In this sentence, or else in those shortly before.
fn di_teks(konteks: &Konteks, di: usize, ini: &[Kata], itu: &[Kata]) -> Vec<(AngkaId, AngkaId)> {
    let sebelum = konteks.kata().get(..di).unwrap_or_default();
    std::iter::once(sebelum)
        .chain(konteks.lalu.iter().rev().map(|u| u.kata.as_slice()))
        .find_map(|kata| bernama(kata, ini).zip(bernama(kata, itu)))
        .into_iter()
        .collect()
}

/// The number that stands with a name: behind it, or else right before ("161 orang laki-laki").
pub(super) fn bernama(kata: &[Kata], nama: &[Kata]) -> Option<AngkaId> {
    if nama.is_empty() {
        return None;
    }
    kata.windows(nama.len())
        .enumerate()
        .find_map(|(i, jendela)| {
            let sama = jendela.iter().zip(nama).all(|(a, b)| a.teks == b.teks);
            if !sama {
                return None;
            }
            let belakang = kata
                .iter()
                .skip(i + nama.len())
                .take(3)
                .find(|k| !(k.salah_satu(SELA) || k.tanda('(')))
                .and_then(Kata::angka);
            belakang.or_else(|| {
                let mut depan = kata.iter().take(i).rev();
                let dekat = depan.next()?;
                dekat.angka().or_else(|| {
                    (dekat.isi == Isi::Kata && !dekat.salah_satu(&["dan", "atau", "serta"]))
                        .then(|| depan.next().and_then(Kata::angka))
                        .flatten()
                })
            })
        })
}

/// In the tables nearby: two rows in one column, or two columns in the row of the total.
fn di_tabel(konteks: &Konteks, ini: &[Kata], itu: &[Kata]) -> Vec<(AngkaId, AngkaId)> {
    let teks = |nama: &[Kata]| {
        let kata: Vec<&str> = nama.iter().map(|k| k.teks.as_str()).collect();
        normal(&kata.join(" "))
    };
    let (ini, itu) = (teks(ini), teks(itu));
    let Some(kalimat) = konteks.bacaan.kalimat.get(konteks.ucapan.kalimat) else {
        return Vec::new();
    };
    let piece = kalimat.letak.piece;
    let tabel = &konteks.bacaan.tabel;
    let mulai = tabel.partition_point(|t| t.piece + JARAK < piece);
    tabel
        .iter()
        .skip(mulai)
        .take_while(|t| t.piece <= piece + JARAK)
        .flat_map(|t| {
            let mut hasil = baris(t, &ini, &itu);
            hasil.extend(kolom(t, &ini, &itu));
            hasil
        })
        .collect()
}

fn baris(tabel: &Tabel, ini: &str, itu: &str) -> Vec<(AngkaId, AngkaId)> {
    let cari = |nama: &str| tabel.baris.iter().find(|b| normal(&b.label) == nama);
    let (Some(a), Some(b)) = (cari(ini), cari(itu)) else {
        return Vec::new();
    };
    (0..tabel.kolom.len())
        .filter_map(|kolom| {
            let satu = |row: usize| match tabel.angka.get(&(row, kolom))?.as_slice() {
                [satu] => Some(*satu),
                _ => None,
            };
            satu(a.row).zip(satu(b.row))
        })
        .collect()
}

fn kolom(tabel: &Tabel, ini: &str, itu: &str) -> Option<(AngkaId, AngkaId)> {
    let cari = |nama: &str| {
        tabel
            .kolom
            .iter()
            .position(|k| k.jalur.last().is_some_and(|judul| normal(judul) == nama))
    };
    let (a, b) = (cari(ini)?, cari(itu)?);
    let mut isi = tabel.baris.iter().filter(|b| b.jenis != JenisBaris::Kepala);
    let total = tabel.baris.iter().rev().find(|b| {
        let label = normal(&b.label);
        label.starts_with("jumlah") || label.starts_with("total")
    });
    let baris = match total {
        Some(total) => total,
        None => isi.next().filter(|_| isi.next().is_none())?,
    };
    let satu = |kolom: usize| match tabel.angka.get(&(baris.row, kolom))?.as_slice() {
        [satu] => Some(*satu),
        _ => None,
    };
    satu(a).zip(satu(b))
}
