//! Whole numbers of things, in digits or in words.

use rust_decimal::prelude::ToPrimitive;

use crate::bacaan::{AngkaId, Golongan, SatuanCetak};
use crate::understand::angka::terbilang::baca_terbilang;
use crate::understand::klaim::Konteks;
use crate::understand::prosa::kata::{Isi, Kata};

/// Words of which numbers are made.
const KATA_BILANGAN: &[&str] = &[
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas", "belas", "puluh",
];

/// A number of things.
pub(super) struct Bilangan {
    pub awal: usize,
    /// One past its last word.
    pub akhir: usize,
    pub banyak: u32,
    pub angka: Option<AngkaId>,
    /// All of so many ("kelima", "ketiganya").
    pub kolektif: bool,
}

/// The numbers of a sentence that may count things that somebody lists.
pub(super) fn bilangan(konteks: &Konteks) -> Vec<Bilangan> {
    const TERBANYAK: u32 = 60;
    let kata = konteks.kata();
    let mut hasil = Vec::new();
    let mut di = 0;
    while di < kata.len() {
        let satu = angka(konteks, di).or_else(|| terbilang(kata, di));
        di = satu.as_ref().map_or(di + 1, |b| b.akhir);
        hasil.extend(satu.filter(|b| (1..=TERBANYAK).contains(&b.banyak)));
    }
    hasil
}

fn angka(konteks: &Konteks, di: usize) -> Option<Bilangan> {
    let id = konteks.kata().get(di)?.angka()?;
    let angka = konteks.bacaan.angka(id);
    let nilai = angka.nilai?;
    // "baris 11 kolom nilai": a place in a row, and no number of columns.
    let wajar = angka.golongan == Golongan::Besaran
        && nilai.fract().is_zero()
        && angka.presisi == 0
        && matches!(angka.satuan, SatuanCetak::Tanpa | SatuanCetak::Cacah);
    Some(Bilangan {
        awal: di,
        akhir: di + 1,
        banyak: wajar.then(|| nilai.to_u32()).flatten()?,
        angka: Some(id),
        kolektif: false,
    })
}

fn terbilang(kata: &[Kata], di: usize) -> Option<Bilangan> {
    let pertama = kata.get(di)?;
    // "Kelima indikator" are all five; "indikator kelima" is one of them.
    let kolektif = pertama
        .teks
        .strip_prefix("ke")
        .map(|sisa| sisa.strip_suffix("nya").unwrap_or(sisa))
        .filter(|sisa| pertama.isi == Isi::Kata && KATA_BILANGAN.contains(sisa));
    if let Some(sisa) = kolektif {
        let banyak = baca_terbilang(sisa)?.to_u32()?;
        let sebelum = di.checked_sub(1).and_then(|i| kata.get(i));
        let bernomor =
            sebelum.is_some_and(|k| k.isi == Isi::Kata && !k.salah_satu(&["dari", "untuk", "dan"]));
        return (!bernomor && banyak > 1).then_some(Bilangan {
            awal: di,
            akhir: di + 1,
            banyak,
            angka: None,
            kolektif: true,
        });
    }
    let akhir = (di..kata.len())
        .find(|i| !kata[*i].salah_satu(KATA_BILANGAN))
        .unwrap_or(kata.len());
    if akhir == di {
        return None;
    }
    let teks: Vec<&str> = kata[di..akhir].iter().map(|k| k.teks.as_str()).collect();
    Some(Bilangan {
        awal: di,
        akhir,
        banyak: baca_terbilang(&teks.join(" "))?.to_u32()?,
        angka: None,
        kolektif: false,
    })
}
