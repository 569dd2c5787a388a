//! The figures among which one that is named can be ranked.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::nama::{Nama, Tempat};
use crate::bacaan::{
    AngkaId, Bacaan, Baris, Deret, JenisBaris, JenisKolom, JenisPerihal, Kolom, Peran, Tabel,
};
use crate::salah_ketik::{SalahKetik, salah_ketik};
use crate::understand::kosakata;

/// Fewer than these have no end worth a word.
const TERSEDIKIT: usize = 3;
/// More than these are a register.
const TERPANJANG: usize = 500;
/// Pieces beyond which a table is not near.
const DEKAT: usize = 8;

/// What is asked of the tables.
pub(super) struct Pertanyaan<'a> {
    pub bacaan: &'a Bacaan<'a>,
    /// The piece that makes the claim.
    pub piece: usize,
    pub tertinggi: bool,
    /// The value that is quoted.
    pub angka: Option<AngkaId>,
    /// The words about this end, and those of the whole sentence.
    pub kata: [&'a BTreeSet<String>; 2],
}

struct Calon<'b> {
    /// Which of the figures the claim is about.
    ini: usize,
    /// All of them, each with the row or the column that it belongs to.
    semua: Vec<(Tempat, AngkaId)>,
    /// The heading over the figures, or the row that they stand in.
    kepala: Tempat,
    dalam: &'b Tabel,
    /// How far its table is, where it is near; tables before count less.
    jarak: Option<usize>,
    tabel: usize,
    capaian: bool,
    bulan: bool,
}

/// The figures that may be meant; empty where that is open.
pub(super) fn cari(tanya: &Pertanyaan, nama: &[&Nama]) -> Vec<Deret> {
    const TERBANYAK: usize = 400;
    let mut calon: Vec<Calon> = Vec::new();
    for satu in nama {
        if calon.len() >= TERBANYAK {
            break;
        }
        let Some(tabel) = tanya.bacaan.tabel.get(satu.tabel) else {
            continue;
        };
        let jarak = jarak(tanya, tabel);
        match satu.tempat {
            Tempat::Baris(i) => menurun(tanya, tabel, satu.tabel, i, jarak, &mut calon),
            Tempat::Kolom(k) => mendatar(tanya, tabel, satu.tabel, k, jarak, &mut calon),
        }
    }
    let terpilih = tanya
        .angka
        .and_then(|id| tanya.bacaan.angka(id).nilai.map(|n| (id, n)))
        .map(|(id, nilai)| bernilai(tanya, &calon, id, nilai))
        .filter(|hasil| !hasil.is_empty())
        .or_else(|| tanya.angka.and_then(|id| tersalin(tanya, &calon, id)))
        .unwrap_or_else(|| bernama(tanya, &calon));
    terpilih.into_iter().map(Calon::deret).collect()
}

impl Calon<'_> {
    fn angka(&self) -> impl Iterator<Item = AngkaId> {
        self.semua.iter().map(|(_, id)| *id)
    }

    /// What is printed as the name of a row or the heading of a column.
    fn label(&self, tempat: Tempat) -> String {
        match tempat {
            Tempat::Baris(i) => self.dalam.baris.get(i).map(|b| b.label.clone()),
            Tempat::Kolom(k) => self.dalam.kolom.get(k).map(|k| k.jalur.join(" ")),
        }
        .unwrap_or_default()
    }

    fn deret(&self) -> Deret {
        let semua = self.semua.iter();
        Deret {
            ini: self.ini,
            semua: semua.map(|(t, id)| (self.label(*t), *id)).collect(),
        }
    }
}

/// Those that hold the quoted value: beside the name, or at the end.
fn bernilai<'c>(
    tanya: &Pertanyaan,
    calon: &'c [Calon<'c>],
    id: AngkaId,
    nilai: Decimal,
) -> Vec<&'c Calon<'c>> {
    let bacaan = tanya.bacaan;
    let di_nama = |c: &&Calon| {
        c.angka()
            .nth(c.ini)
            .is_some_and(|id| bacaan.angka(id).nilai == Some(nilai))
    };
    let di_ujung = |c: &&Calon| {
        let semua = c.angka().filter_map(|id| bacaan.angka(id).nilai);
        let ujung = if tanya.tertinggi {
            semua.max()
        } else {
            semua.min()
        };
        ujung == Some(nilai)
    };
    let dekat: Vec<&Calon> = calon
        .iter()
        .filter(|c| c.jarak.is_some())
        .filter(|c| di_nama(c) || di_ujung(c))
        .collect();
    // A few digits are met by chance in a table far away.
    let khas = bacaan.angka(id).presisi >= 2 || nilai >= Decimal::ONE_HUNDRED;
    if !dekat.is_empty() || !khas {
        return dekat;
    }
    let jauh = |c: &&Calon| !c.bulan;
    let di_nama: Vec<&Calon> = calon.iter().filter(jauh).filter(di_nama).collect();
    if !di_nama.is_empty() {
        return di_nama;
    }
    calon.iter().filter(jauh).filter(di_ujung).collect()
}

/// Those at whose end the name stands with a value that the quoted one is a slip of the hand away from.
fn tersalin<'c>(
    tanya: &Pertanyaan,
    calon: &'c [Calon<'c>],
    id: AngkaId,
) -> Option<Vec<&'c Calon<'c>>> {
    let bacaan = tanya.bacaan;
    let cetak = bacaan.angka(id);
    let nilai = cetak.nilai.filter(|_| cetak.presisi >= 2)?;
    let di_ujung = |c: &&Calon| {
        let ini = c.angka().nth(c.ini).map(|id| bacaan.angka(id));
        let Some((ini, n)) = ini.and_then(|a| Some((a, a.nilai?))) else {
            return false;
        };
        let lebih = c
            .angka()
            .filter_map(|id| bacaan.angka(id).nilai)
            .any(|lain| if tanya.tertinggi { lain > n } else { lain < n });
        let slip = salah_ketik(nilai, cetak.presisi, n);
        !lebih
            && !c.bulan
            && match slip {
                Some(SalahKetik::Koma) => true,
                Some(SalahKetik::Digit | SalahKetik::Tertukar) => ini.presisi == cetak.presisi,
                _ => false,
            }
    };
    let hasil: Vec<&Calon> = calon.iter().filter(di_ujung).collect();
    (!hasil.is_empty()).then_some(hasil)
}

/// Those whose heading says what is spoken of, in the tables near by.
fn bernama<'c>(tanya: &Pertanyaan, calon: &'c [Calon<'c>]) -> Vec<&'c Calon<'c>> {
    let dekat: Vec<&Calon> = calon.iter().filter(|c| c.jarak.is_some()).collect();
    if dekat.is_empty() {
        // A share of the target is one thing wherever it stands.
        let capaian = ["capaian", "pencapaian"]
            .iter()
            .any(|k| tanya.kata.iter().any(|kata| kata.contains(*k)));
        return calon
            .iter()
            .filter(|c| capaian && c.capaian && !c.bulan)
            .collect();
    }
    let kepala: Vec<Vec<String>> = dekat
        .iter()
        .map(|c| kata_kepala(&c.label(c.kepala)))
        .collect();
    for kata in tanya.kata {
        let skor = |kepala: &Vec<String>| {
            let kena = kepala.iter().filter(|k| kata.contains(*k)).count();
            (kena, usize::MAX - (kepala.len() - kena))
        };
        let terbaik = kepala.iter().map(skor).max();
        if let Some(terbaik) = terbaik.filter(|(kena, _)| *kena > 0) {
            let semua = dekat.into_iter().zip(&kepala);
            let hasil = semua.filter(|(_, kepala)| skor(kepala) == terbaik);
            return hasil.map(|(c, _)| c).collect();
        }
    }
    const TERBANYAK: usize = 6;
    let Some(terdekat) = dekat.iter().min_by_key(|c| c.jarak).map(|c| c.tabel) else {
        return Vec::new();
    };
    let hasil: Vec<&Calon> = dekat.into_iter().filter(|c| c.tabel == terdekat).collect();
    if hasil.len() > TERBANYAK {
        return Vec::new();
    }
    hasil
}

/// How far a table is, where it stands under the same heading and near.
fn jarak(tanya: &Pertanyaan, tabel: &Tabel) -> Option<usize> {
    let bacaan = tanya.bacaan;
    let sela = tabel.piece.abs_diff(tanya.piece);
    let sebagian =
        bacaan.bagian(tanya.piece).map(|b| b.piece) == bacaan.bagian(tabel.piece).map(|b| b.piece);
    (sela <= DEKAT && sebagian).then(|| sela * 2 + usize::from(tabel.piece > tanya.piece))
}

fn satu_angka(bacaan: &Bacaan, tabel: &Tabel, row: usize, kolom: usize) -> Option<AngkaId> {
    match tabel.sel(row, kolom) {
        [id] => bacaan.angka(*id).besaran().map(|_| *id),
        _ => None,
    }
}

/// Words of a heading without what stands in parentheses; all of them where that is all.
fn kata_kepala(teks: &str) -> Vec<String> {
    let mut luar = String::new();
    let mut dalam = 0_usize;
    for c in teks.chars() {
        match c {
            '(' => dalam += 1,
            ')' => dalam = dalam.saturating_sub(1),
            _ if dalam == 0 => luar.push(c),
            _ => {}
        }
    }
    let mut hasil: Vec<String> = kosakata::kata(&luar)
        .map(|(_, k)| k.to_lowercase())
        .collect();
    if teks.contains('%') {
        hasil.push("persentase".to_owned());
    }
    hasil.sort();
    hasil.dedup();
    hasil
}

/// The rows that are of one kind with the named one: those between two titles or sums.
fn serumpun(tabel: &Tabel, i: usize) -> Vec<(usize, &Baris)> {
    let rumpun = |b: &Baris| {
        let indikator = b
            .perihal
            .as_ref()
            .is_some_and(|p| p.jenis == JenisPerihal::Indikator);
        // "Rata-rata lama rawat" may be an indicator of its own.
        b.jenis == JenisBaris::Isi && indikator
            || !matches!(
                b.jenis,
                JenisBaris::Total | JenisBaris::Rerata | JenisBaris::Kelompok
            ) && !ringkasan(&b.label)
    };
    let awal = (i.saturating_sub(TERPANJANG + 1)..i)
        .rev()
        .find(|n| !rumpun(&tabel.baris[*n]))
        .map_or(i.saturating_sub(TERPANJANG + 1), |n| n + 1);
    let terjauh = tabel.baris.len().min(i.saturating_add(TERPANJANG + 1));
    let akhir = (i..terjauh)
        .find(|n| !rumpun(&tabel.baris[*n]))
        .unwrap_or(terjauh);
    let jenis = |b: &Baris| b.perihal.as_ref().map(|p| p.jenis);
    let ini = tabel.baris.get(i).and_then(jenis);
    tabel
        .baris
        .get(awal..akhir)
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter(|(n, b)| {
            b.jenis == JenisBaris::Isi
                && b.peran.is_none()
                && !b.label.is_empty()
                // What remains competes with nobody, however much it is.
                && (awal + n == i || !kosakata::sisa(&b.label))
        })
        .map(|(n, b)| (awal + n, b))
        .filter(|(_, b)| {
            let lain = jenis(b);
            lain == ini
                || !(ini == Some(JenisPerihal::Unsur)
                    || lain == Some(JenisPerihal::Responden)
                    || lain == Some(JenisPerihal::Anggaran))
        })
        .collect()
}

/// Whether a row of that name tells of the rows above together.
fn ringkasan(label: &str) -> bool {
    let rapi = kosakata::normal(label);
    let kata: Vec<&str> = rapi.split(' ').collect();
    matches!(
        kata.first(),
        Some(&("jumlah" | "total" | "rata" | "rerata" | "keseluruhan"))
    ) || matches!(
        kata[..],
        ["nilai" | "indeks" | "skor"] | ["nilai" | "indeks", "skm" | "ikm" | "akhir" | "kelompok"]
    ) || rapi.starts_with("nilai kelompok")
}

fn dapat_dibanding(kolom: &Kolom, kata: [&BTreeSet<String>; 2]) -> bool {
    kolom.jenis == JenisKolom::Angka
        && kolom.peran != Some(Peran::Minimum)
        && (kolom.peran != Some(Peran::Bobot) || kata.iter().any(|k| k.contains("bobot")))
}

/// The columns in which a row has a figure beside the others.
fn menurun<'b>(
    tanya: &Pertanyaan<'b>,
    tabel: &'b Tabel,
    t: usize,
    i: usize,
    jarak: Option<usize>,
    calon: &mut Vec<Calon<'b>>,
) {
    let Some(nama) = tabel.baris.get(i) else {
        return;
    };
    let baris = serumpun(tabel, i);
    // Nobody ranks so many in words.
    if baris.len() > TERPANJANG {
        return;
    }
    let indikator = nama
        .perihal
        .as_ref()
        .is_some_and(|p| p.jenis == JenisPerihal::Indikator);
    for (k, kolom) in tabel.kolom.iter().enumerate() {
        let capaian = kolom.peran == Some(Peran::Capaian);
        // Indicators are measured each in its own unit; only their shares can be ranked.
        if !dapat_dibanding(kolom, tanya.kata) || (indikator && !capaian) {
            continue;
        }
        let mut semua = Vec::new();
        let mut ini = None;
        for (n, satu) in &baris {
            let Some(id) = satu_angka(tanya.bacaan, tabel, satu.row, k) else {
                continue;
            };
            if satu.row == nama.row {
                ini = Some(semua.len());
            }
            semua.push((Tempat::Baris(*n), id));
        }
        if let Some(ini) = ini {
            tambah(
                tanya,
                Calon {
                    ini,
                    semua,
                    kepala: Tempat::Kolom(k),
                    dalam: tabel,
                    jarak,
                    tabel: t,
                    capaian,
                    bulan: kolom.bulan.is_some(),
                },
                calon,
            );
        }
    }
}

/// The rows in which a month or year has a figure beside the others.
fn mendatar<'b>(
    tanya: &Pertanyaan<'b>,
    tabel: &'b Tabel,
    t: usize,
    k: usize,
    jarak: Option<usize>,
    calon: &mut Vec<Calon<'b>>,
) {
    let Some(nama) = tabel.kolom.get(k) else {
        return;
    };
    // Over several years a table may have several columns for each, which are not one row of figures.
    let sejenis: Vec<usize> = tabel
        .kolom
        .iter()
        .enumerate()
        .filter(|(_, lain)| {
            lain.jenis == JenisKolom::Angka
                && lain.peran == nama.peran
                && lain.bulan.is_some() == nama.bulan.is_some()
                && lain.tahun.is_some() == nama.tahun.is_some()
        })
        .map(|(lain, _)| lain)
        .collect();
    for (n, satu) in tabel.baris.iter().enumerate() {
        if !matches!(
            satu.jenis,
            JenisBaris::Isi | JenisBaris::Rerata | JenisBaris::Total
        ) {
            continue;
        }
        let mut semua = Vec::new();
        let mut ini = None;
        for lain in &sejenis {
            let Some(id) = satu_angka(tanya.bacaan, tabel, satu.row, *lain) else {
                continue;
            };
            if *lain == k {
                ini = Some(semua.len());
            }
            semua.push((Tempat::Kolom(*lain), id));
        }
        if let Some(ini) = ini {
            tambah(
                tanya,
                Calon {
                    ini,
                    semua,
                    kepala: Tempat::Baris(n),
                    dalam: tabel,
                    jarak,
                    tabel: t,
                    capaian: false,
                    bulan: false,
                },
                calon,
            );
        }
    }
}

/// Adds figures that can be ranked; the whole at their end is none of them.
fn tambah<'b>(tanya: &Pertanyaan, mut satu: Calon<'b>, calon: &mut Vec<Calon<'b>>) {
    let nilai: Vec<Decimal> = satu
        .angka()
        .filter_map(|id| tanya.bacaan.angka(id).nilai)
        .collect();
    if let [depan @ .., akhir] = &nilai[..]
        && depan.len() >= 2
        && depan.iter().all(|n| n <= akhir)
    {
        let jumlah = depan
            .iter()
            .try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
        let hampir = jumlah.is_some_and(|j| *akhir >= j * Decimal::new(9, 1));
        if hampir && satu.ini + 1 < satu.semua.len() {
            satu.semua.pop();
        }
    }
    if satu.semua.len() >= TERSEDIKIT {
        calon.push(satu);
    }
}
