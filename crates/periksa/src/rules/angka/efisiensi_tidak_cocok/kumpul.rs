//! Efficiencies of a document, each with the figures that it follows from.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::super::frasa::{Sebut, sebut};
use crate::bacaan::{Angka, AngkaId, Bacaan, JenisKolom, SatuanCetak, Tabel};
use crate::understand::kosakata::normal;

/// An amount of money.
const SEJUTA: u32 = 1_000_000;

/// A figure with its id.
pub(super) type Isi<'b> = (AngkaId, &'b Angka);

/// An efficiency and what stands beside it.
pub(super) struct Deret<'b> {
    pub(super) pagu: Option<Isi<'b>>,
    pub(super) realisasi: Option<Isi<'b>>,
    pub(super) serapan: Option<Isi<'b>>,
    pub(super) capaian: Isi<'b>,
    pub(super) efisiensi: Isi<'b>,
}

impl<'b> Deret<'b> {
    pub(super) fn id(&self) -> Vec<AngkaId> {
        [self.pagu, self.realisasi, self.serapan]
            .into_iter()
            .flatten()
            .chain([self.capaian, self.efisiensi])
            .map(|(id, _)| id)
            .collect()
    }

    /// What the share spent may be in percent: of the two amounts, and as printed; none where those are at odds.
    pub(super) fn serapan(&self) -> Option<Vec<Selang>> {
        let cetak = match self.serapan {
            Some((_, angka)) => Some((angka, angka.selang()?)),
            None => None,
        };
        let Some(((_, pagu), (_, realisasi))) = self.pagu.zip(self.realisasi) else {
            return cetak.map(|(_, selang)| vec![selang]);
        };
        let bagi = realisasi
            .selang()?
            .kali(Selang::titik(Decimal::ONE_HUNDRED))?
            .bagi(pagu.selang()?)?;
        match cetak {
            Some((angka, selang)) => {
                let cocok =
                    crate::hitung::longgar(bagi).dapat_tercetak(angka.nilai?, angka.presisi);
                cocok.then(|| vec![bagi, selang])
            }
            None => {
                // Most reckon on with the share as they round it.
                let nilai = kinerja::bilangan::round_half_up(bagi.bawah, 2);
                Some(vec![bagi, Selang::titik(nilai)])
            }
        }
    }
}

/// All of them: those of tables, then those of sentences.
pub(super) fn semua<'b>(bacaan: &'b Bacaan<'_>) -> Vec<Deret<'b>> {
    let mut hasil = Vec::new();
    for tabel in &bacaan.tabel {
        if let Some(lajur) = Lajur::cari(tabel) {
            hasil.extend(
                tabel
                    .isi()
                    .filter_map(|baris| lajur.baris(bacaan, tabel, baris.row)),
            );
        }
    }
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let teks = bacaan.teks(&kalimat.letak);
        if !normal(teks).contains("efisiensi") {
            continue;
        }
        let lalu = i
            .checked_sub(1)
            .and_then(|i| bacaan.kalimat.get(i))
            .filter(|k| k.letak.piece == kalimat.letak.piece)
            .map(|k| sebut(bacaan, k))
            .unwrap_or_default();
        hasil.extend(dari_kalimat(&lalu, &sebut(bacaan, kalimat)));
    }
    hasil
}

/// Whether a heading has one of the words.
type Ada<'a> = &'a dyn Fn(&[&str]) -> bool;

/// The columns of a table of efficiencies.
struct Lajur {
    pagu: Option<usize>,
    realisasi: Option<usize>,
    serapan: Option<usize>,
    capaian: usize,
    efisiensi: usize,
}

impl Lajur {
    fn cari(tabel: &Tabel) -> Option<Self> {
        let judul: Vec<(usize, String)> = tabel
            .kolom
            .iter()
            .enumerate()
            .filter(|(_, k)| k.jenis == JenisKolom::Angka)
            .map(|(i, k)| (i, normal(&k.jalur.join(" "))))
            .collect();
        let satu = |cocok: &dyn Fn(Ada<'_>) -> bool| {
            let mut ada = judul.iter().filter(|(_, teks)| {
                cocok(&|daftar: &[&str]| teks.split(' ').any(|k| daftar.contains(&k)))
            });
            match (ada.next(), ada.next()) {
                (Some((i, _)), None) => Some(*i),
                _ => None,
            }
        };
        const UANG: &[&str] = &["anggaran", "keuangan", "dana", "belanja"];
        const SERAPAN: &[&str] = &["serapan", "penyerapan", "terserap"];
        const PERSEN: &[&str] = &["%", "persen", "persentase"];
        let efisiensi = satu(&|ada| ada(&["efisiensi"]) && !ada(&["nilai", "skor", "rp"]))?;
        let bukan = |ada: Ada<'_>| ada(&["efisiensi"]);
        Some(Self {
            pagu: satu(&|ada| {
                !bukan(ada)
                    && (ada(&["pagu", "alokasi"])
                        || (ada(UANG) && ada(&["target"]) && !ada(&["realisasi", "capaian"])))
                    && !ada(PERSEN)
            }),
            realisasi: satu(&|ada| {
                !bukan(ada)
                    && ada(&["realisasi"])
                    && !ada(PERSEN)
                    && !ada(&["kinerja", "fisik", "output", "capaian"])
            }),
            serapan: satu(&|ada| {
                !bukan(ada) && (ada(SERAPAN) || (ada(UANG) && ada(PERSEN) && !ada(&["kinerja"])))
            }),
            capaian: satu(&|ada| !bukan(ada) && ada(&["capaian"]) && !ada(UANG) && !ada(SERAPAN))?,
            efisiensi,
        })
    }

    fn baris<'b>(&self, bacaan: &'b Bacaan<'_>, tabel: &Tabel, row: usize) -> Option<Deret<'b>> {
        let sel = |k: usize| match tabel.sel(row, k) {
            [id] => Some((*id, bacaan.angka(*id))).filter(|(_, a)| utuh(a)),
            _ => None,
        };
        let persen = |k: usize| sel(k).filter(|(_, a)| berpersen(a));
        let uang = |k: Option<usize>| k.and_then(sel).filter(|(_, a)| besar(a));
        let deret = Deret {
            pagu: uang(self.pagu),
            realisasi: uang(self.realisasi),
            serapan: self.serapan.and_then(persen),
            capaian: persen(self.capaian)?,
            efisiensi: persen(self.efisiensi)?,
        };
        (deret.serapan.is_some() || (deret.pagu.is_some() && deret.realisasi.is_some()))
            .then_some(deret)
    }
}

fn utuh(angka: &Angka) -> bool {
    angka.besaran().is_some() && angka.cacat.is_none()
}

fn besar(angka: &Angka) -> bool {
    angka.nilai.is_some_and(|n| n >= Decimal::from(SEJUTA))
}

fn berpersen(angka: &Angka) -> bool {
    matches!(angka.satuan, SatuanCetak::Persen | SatuanCetak::Tanpa)
        && angka.nilai.is_some_and(|n| n.abs() < Decimal::from(10_000))
}

/// The last words that lead to a figure.
fn dekat(s: &Sebut, daftar: &[&str]) -> bool {
    s.sela
        .split_whitespace()
        .rev()
        .take(4)
        .any(|k| daftar.contains(&k))
}

/// "Anggaran R dari pagu P menghasilkan capaian C. Efisiensinya E."
fn dari_kalimat<'b>(lalu: &[Sebut<'b>], kini: &[Sebut<'b>]) -> Option<Deret<'b>> {
    let mut semua = kini
        .iter()
        .enumerate()
        .filter(|(_, s)| s.persen() && utuh(s.angka) && dekat(s, &["efisiensi", "efisiensinya"]));
    let (di, efisiensi) = semua.next()?;
    if semua.next().is_some() {
        return None;
    }
    let depan: Vec<&Sebut> = lalu.iter().chain(kini.get(..di)?).collect();
    let satu = |cocok: &dyn Fn(&Sebut) -> bool| {
        let mut ada = depan.iter().filter(|s| utuh(s.angka) && cocok(s));
        match (ada.next(), ada.next()) {
            (Some(s), None) => Some((s.id, s.angka)),
            _ => None,
        }
    };
    const PAGU: &[&str] = &["pagu", "pagunya", "alokasi", "alokasinya"];
    const SERAPAN: &[&str] = &["serapan", "penyerapan", "penyerapannya", "terserap"];
    let uang =
        |s: &Sebut| s.angka.satuan == SatuanCetak::Rupiah && s.angka.skala == 0 && besar(s.angka);
    let deret = Deret {
        pagu: satu(&|s| uang(s) && dekat(s, PAGU)),
        realisasi: satu(&|s| uang(s) && !dekat(s, PAGU)),
        serapan: satu(&|s| s.persen() && dekat(s, SERAPAN)),
        capaian: satu(&|s| {
            s.persen()
                && dekat(s, &["capaian", "capaiannya"])
                && !dekat(s, SERAPAN)
                && !dekat(s, &["anggaran"])
        })?,
        efisiensi: (efisiensi.id, efisiensi.angka),
    };
    (deret.serapan.is_some() || (deret.pagu.is_some() && deret.realisasi.is_some()))
        .then_some(deret)
}
