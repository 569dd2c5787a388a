//! A figure of prose that stands nowhere else, and one that stands elsewhere for the same thing with two digits changed
//! about, or, among long figures, with one other digit.

use std::collections::{BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;

use super::salin::Sebut;
use crate::bacaan::{Angka, AngkaId, Bacaan, Pernyataan, SatuanCetak, Tabel};
use crate::salah_ketik::{SalahKetik, digit};
use crate::understand::kosakata::{self, normal};

/// From so many digits on, one that differs tells as much as two that changed places.
const PANJANG: usize = 7;
/// From so many digits on, one word in common tells that both are of one thing.
const SEDANG: usize = 5;
/// From so many digits on, two that changed places cannot be two figures.
const PASTI: usize = 8;
/// A figure that stands in more places is no one's twin.
const TEMPAT_TERBANYAK: usize = 12;

/// Words that tell nothing of what a figure is of.
const UMUM: &[&str] = &[
    "yang",
    "dengan",
    "dari",
    "pada",
    "untuk",
    "sebesar",
    "sebanyak",
    "tahun",
    "adalah",
    "orang",
    "jumlah",
    "total",
    "nilai",
    "persen",
    "rupiah",
    "sehingga",
    "yaitu",
    "atau",
    "dalam",
    "telah",
    "menjadi",
    "tabel",
    "kolom",
    "baris",
    "oleh",
    "serta",
    "secara",
    "hasil",
    "mencapai",
    "jenis",
    "uraian",
    "seluruh",
    "seluruhnya",
    "rata",
    "tidak",
];

/// All figures, by value and by their digits but one.
pub(super) struct Kembar<'b> {
    nilai: HashMap<Decimal, Vec<AngkaId>>,
    topeng: HashMap<Vec<u8>, Vec<AngkaId>>,
    tabel: HashMap<usize, &'b Tabel>,
}

impl<'b> Kembar<'b> {
    pub(super) fn new(bacaan: &'b Bacaan) -> Self {
        let mut nilai: HashMap<Decimal, Vec<AngkaId>> = HashMap::new();
        let mut topeng: HashMap<Vec<u8>, Vec<AngkaId>> = HashMap::new();
        for (i, angka) in bacaan.angka.iter().enumerate() {
            let Some(n) = angka.besaran().filter(|_| angka.skala == 0) else {
                continue;
            };
            nilai.entry(n.normalize()).or_default().push(AngkaId(i));
            for satu in digit_bermakna(n, angka)
                .filter(|d| d.len() >= PANJANG)
                .iter()
                .flat_map(|d| tertutup(d))
            {
                topeng.entry(satu).or_default().push(AngkaId(i));
            }
        }
        Self {
            nilai,
            topeng,
            tabel: bacaan.tabel.iter().map(|t| (t.piece, t)).collect(),
        }
    }

    /// The one other value that the figure may be a slip of.
    pub(super) fn calon(
        &self,
        bacaan: &'b Bacaan,
        sebut: &Sebut,
        pernyataan: &HashMap<AngkaId, &Pernyataan>,
        paragraf: &BTreeSet<Decimal>,
    ) -> Option<(&'b Angka, SalahKetik)> {
        // A mean or a share of something stands nowhere else, and is near what it is made of.
        if sebut.ada(&["rata", "rerata", "rataan", "per", "setiap", "selisihnya"]) {
            return None;
        }
        let n = sebut.angka.nilai?;
        let angka = digit_bermakna(n, sebut.angka)?;
        let mut hasil: Option<(&Angka, SalahKetik)> = None;
        let tertukar = tukar(n, sebut.angka)
            .into_iter()
            .filter_map(|lain| self.nilai.get(&lain.normalize()))
            .map(|semua| (semua, SalahKetik::Tertukar));
        let berubah = (angka.len() >= PANJANG)
            .then(|| tertutup(&angka))
            .into_iter()
            .flatten()
            .filter_map(|kunci| self.topeng.get(&kunci))
            .map(|semua| (semua, SalahKetik::Digit));
        let kata = konteks(bacaan, sebut.id, &self.tabel);
        for (semua, slip) in tertukar.chain(berubah) {
            if semua.len() > TEMPAT_TERBANYAK {
                continue;
            }
            // No two such figures of one paragraph are so alike by chance.
            let pasti = slip == SalahKetik::Tertukar && angka.len() >= PASTI && semua.len() > 1;
            let cocok = semua.iter().find(|id| {
                let lain = bacaan.angka(**id);
                let serasi = pernyataan
                    .get(&sebut.id)
                    .zip(pernyataan.get(id))
                    .is_none_or(|(a, b)| {
                        a.perihal == b.perihal
                            && a.peran == b.peran
                            && a.milik == b.milik
                            && (a.tahun == b.tahun || a.tahun.is_none() || b.tahun.is_none())
                    });
                lain.nilai != Some(n)
                    && lain.letak.piece != sebut.angka.letak.piece
                    && sepadan(lain, sebut.angka)
                    && (pasti
                        || !lain
                            .nilai
                            .is_some_and(|n| paragraf.contains(&n.normalize())))
                    && serasi
                    && sehal(&kata, &konteks(bacaan, **id, &self.tabel), angka.len())
            });
            let Some(lain) = cocok.map(|id| bacaan.angka(*id)) else {
                continue;
            };
            match hasil {
                None => hasil = Some((lain, slip)),
                Some((lama, _)) if lama.nilai == lain.nilai => {}
                Some(_) => return None,
            }
        }
        hasil
    }
}

fn sepadan(a: &Angka, b: &Angka) -> bool {
    let uang = |x: &Angka| x.satuan == SatuanCetak::Rupiah;
    let persen = |x: &Angka| x.satuan == SatuanCetak::Persen;
    (a.presisi == b.presisi || uang(a) || uang(b))
        && a.skala == b.skala
        && (persen(a) == persen(b) || a.letak.sel.is_some())
}

/// The words around a figure, and the year that they name.
struct Konteks {
    kata: HashSet<String>,
    tahun: Option<i16>,
}

fn konteks(bacaan: &Bacaan, id: AngkaId, tabel: &HashMap<usize, &Tabel>) -> Konteks {
    const SEBELUM: usize = 12;
    const SESUDAH: usize = 3;
    let letak = &bacaan.angka(id).letak;
    let mut teks = String::new();
    if let Some(tabel) = letak.sel.and_then(|_| tabel.get(&letak.piece)) {
        let tempat = bacaan
            .tempat(letak)
            .filter(|(row, kolom)| tabel.sel(*row, *kolom).contains(&id));
        if let Some((row, kolom)) = tempat {
            let baris = tabel.baris.binary_search_by_key(&row, |b| b.row).ok();
            let baris = baris.and_then(|i| tabel.baris.get(i));
            teks.push_str(baris.map_or("", |b| b.label.as_str()));
            for judul in tabel.kolom.get(kolom).iter().flat_map(|k| &k.jalur) {
                teks.push(' ');
                teks.push_str(judul);
            }
        }
        if let Some(judul) = &tabel.judul {
            teks.push(' ');
            teks.push_str(bacaan.teks(judul));
        }
        return susun(&normal(&teks));
    }
    let rentang = bacaan
        .kalimat_di(letak)
        .map_or_else(|| (0, usize::MAX), |k| (k.letak.awal, k.letak.akhir));
    let Some(passage) = letak.bacaan(bacaan.sumber) else {
        return susun("");
    };
    let sebelum = passage.text.get(rentang.0..letak.awal).unwrap_or_default();
    let sebelum = kosakata::normal_belakang(sebelum, SEBELUM);
    let akhir = rentang.1.min(passage.text.len());
    let sesudah = passage.text.get(letak.akhir..akhir).unwrap_or_default();
    let sesudah = kosakata::normal_depan(sesudah, SESUDAH);
    let mut kata: Vec<&str> = sebelum.split(' ').rev().take(SEBELUM).collect();
    kata.extend(sesudah.split(' '));
    susun(&kata.join(" "))
}

fn susun(teks: &str) -> Konteks {
    Konteks {
        tahun: kosakata::tahun(teks),
        kata: teks
            .split(' ')
            .filter(|k| k.len() >= 3 && !UMUM.contains(k))
            .filter(|k| !k.bytes().any(|b| b.is_ascii_digit()))
            .map(|k| {
                k.strip_suffix("nya")
                    .filter(|k| k.len() > 3)
                    .unwrap_or(k)
                    .to_owned()
            })
            .collect(),
    }
}

fn sehal(a: &Konteks, b: &Konteks, panjang: usize) -> bool {
    if a.tahun.zip(b.tahun).is_some_and(|(a, b)| a != b) {
        return false;
    }
    let sama = a.kata.intersection(&b.kata).count();
    sama >= if panjang >= SEDANG { 1 } else { 2 }
}

/// The digits without the noughts at either end.
fn digit_bermakna(nilai: Decimal, angka: &Angka) -> Option<Vec<u8>> {
    let mut semua: Vec<u8> = digit(nilai.abs(), angka.presisi)?
        .into_iter()
        .skip_while(|d| *d == b'0')
        .collect();
    while semua.last() == Some(&b'0') {
        semua.pop();
    }
    (semua.len() >= 3).then_some(semua)
}

/// The digits with each in turn covered; the length of the number stays told by them.
fn tertutup(digit: &[u8]) -> Vec<Vec<u8>> {
    (0..digit.len())
        .map(|i| {
            let mut satu = digit.to_vec();
            if let Some(d) = satu.get_mut(i) {
                *d = b'_';
            }
            satu
        })
        .collect()
}

/// The values that come of two neighbouring digits changing places.
fn tukar(nilai: Decimal, angka: &Angka) -> Vec<Decimal> {
    let Some(semua) = digit(nilai.abs(), angka.presisi) else {
        return Vec::new();
    };
    let mut hasil = Vec::new();
    for i in 1..semua.len() {
        let mut lain = semua.clone();
        lain.swap(i - 1, i);
        if lain == semua || lain.first() == Some(&b'0') && angka.presisi == 0 {
            continue;
        }
        let teks = String::from_utf8_lossy(&lain).into_owned();
        if let Some(n) = teks
            .parse::<i128>()
            .ok()
            .and_then(|n| Decimal::try_from_i128_with_scale(n, angka.presisi).ok())
        {
            hasil.push(n);
        }
    }
    hasil
}
