//! What several rules ask of a document, worked out once, by whichever asks first.

use std::collections::HashMap;
use std::sync::OnceLock;

use hukum::Hukum;

use super::angka::frasa::{self, Frasa};
use super::konsistensi::indeks_kata::IndeksKata;
use super::konsistensi::revisi::Revisi;
use super::konsistensi::setara::Setara;
use super::teks::{Satuan, satuan};
use super::templat::tanda::{Sisa, sisa};
use crate::BahanDokumen;
use crate::bacaan::{Bacaan, Kalimat, Perihal, Pernyataan};
use crate::utas;

/// The answers so far; a document that is understood anew begins without any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ingatan {
    /// What templates left, in the order of [`satuan`].
    sisa: OnceLock<Vec<Vec<Sisa>>>,
    kata: OnceLock<IndeksKata>,
    revisi: OnceLock<Revisi>,
    setara: OnceLock<Setara>,
    /// The figures of each sentence with their words.
    frasa: OnceLock<Vec<Vec<Frasa>>>,
    /// Statements by what they are about, by index.
    perihal: OnceLock<HashMap<Perihal, Vec<usize>>>,
}

/// All words of a document, each piece and cell with what a template left in it.
pub(super) fn bersisa<'b>(
    bacaan: &'b Bacaan,
) -> impl Iterator<Item = (Satuan<'b>, &'b [Sisa])> + use<'b> {
    let semua = satuan(bacaan.sumber);
    let sisa = bacaan
        .ingatan
        .sisa
        .get_or_init(|| semua.iter().map(|s| sisa(s.teks, s.jenis)).collect());
    semua.into_iter().zip(sisa.iter().map(Vec::as_slice))
}

/// The words of a document, those of the dictionary known.
pub(super) fn indeks_kata<'b>(bahan: &BahanDokumen<'b>) -> &'b IndeksKata {
    let ingatan = &bahan.bacaan.ingatan;
    ingatan.kata.get_or_init(|| IndeksKata::new(bahan))
}

/// The figures of a sentence with their words.
pub(super) fn frasa<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat) -> &'b [Frasa] {
    /// Fewer sentences are not worth another thread.
    const SEDIKIT: usize = 500;
    let semua = bacaan
        .ingatan
        .frasa
        .get_or_init(|| utas::petakan(&bacaan.kalimat, SEDIKIT, |k| frasa::frasa(bacaan, k)));
    let tempat = |k: &Kalimat| (k.letak.piece, k.letak.awal);
    let di = bacaan
        .kalimat
        .binary_search_by_key(&tempat(kalimat), tempat)
        .ok();
    di.and_then(|i| semua.get(i)).map_or(&[], Vec::as_slice)
}

/// The revisions of the budget that a document discloses.
pub(super) fn revisi<'b>(bacaan: &'b Bacaan) -> &'b Revisi {
    bacaan.ingatan.revisi.get_or_init(|| Revisi::new(bacaan))
}

/// What makes values of a document the same.
pub(super) fn setara<'b>(bacaan: &'b Bacaan, hukum: &Hukum) -> &'b Setara {
    let ingatan = &bacaan.ingatan;
    ingatan.setara.get_or_init(|| Setara::new(bacaan, hukum))
}

/// The statements about a thing, in order.
pub(super) fn tentang<'b>(
    bacaan: &'b Bacaan,
    perihal: &Perihal,
) -> impl Iterator<Item = &'b Pernyataan> + Clone + use<'b> {
    let semua = bacaan.ingatan.perihal.get_or_init(|| {
        let mut semua: HashMap<Perihal, Vec<usize>> = HashMap::new();
        for (i, p) in bacaan.pernyataan.iter().enumerate() {
            match semua.get_mut(&p.perihal) {
                Some(tempat) => tempat.push(i),
                None => {
                    semua.insert(p.perihal.clone(), vec![i]);
                }
            }
        }
        semua
    });
    let tempat = semua.get(perihal).map_or(&[][..], Vec::as_slice);
    tempat.iter().filter_map(|i| bacaan.pernyataan.get(*i))
}
