//! The notes behind the values of a document.

use std::collections::{BTreeMap, BTreeSet};

use document::{Block, Inline, NoteStep, ValueNote};
use kinerja::DaftarFakta;
use kinerja::jejak::jejak_sedalam;

use crate::telusur::{Temu, telusuri};

/// How deep a note follows a derivation; the list of fakta and `fakta.json` hold the rest.
const DALAM: usize = 4;
/// Most lines of one note.
const BARIS: usize = 25;

/// The keys that a document uses, in order of their codes.
pub(crate) fn kunci(blok: &[Block]) -> BTreeSet<String> {
    let mut kunci = BTreeSet::new();
    telusuri(blok, &mut |temu| match temu {
        Temu::Isi(Inline::Value { key, .. } | Inline::Gap { key: Some(key), .. }) => {
            kunci.insert(key.clone());
        }
        Temu::Angka(key) => {
            kunci.insert(key.to_owned());
        }
        _ => {}
    });
    kunci
}

/// A note for every key.
pub(crate) fn susun(daftar: &DaftarFakta, kunci: &BTreeSet<String>) -> BTreeMap<String, ValueNote> {
    kunci
        .iter()
        .filter_map(|kunci| {
            let jejak = jejak_sedalam(daftar, kunci, DALAM)?;
            let steps = jejak
                .baris(BARIS)
                .into_iter()
                .map(|(depth, text)| NoteStep { depth, text })
                .collect();
            Some((
                kunci.clone(),
                ValueNote {
                    label: jejak.label,
                    steps,
                    basis: jejak.dasar,
                },
            ))
        })
        .collect()
}
