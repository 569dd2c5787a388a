//! Fingerprints of findings: what lets a dismissed finding be known again in the next version of a document.
//!
//! Made of the rule, the words at the spot, and the heading above; not of pages and lines, which move. Equal ones are
//! counted in reading order. A number that changes makes another fingerprint, so that its finding opens again.

use std::collections::BTreeMap;

use crate::{Lokasi, Temuan};

/// Gives each finding its fingerprint.
pub(crate) fn beri(temuan: &mut [Temuan]) {
    let mut banyak: BTreeMap<u64, u32> = BTreeMap::new();
    for t in temuan {
        let bagian = match &t.lokasi {
            Lokasi::Titik(titik) => titik.bagian.as_str(),
            _ => "",
        };
        let rapi = |teks: &str| teks.split_whitespace().collect::<Vec<_>>().join(" ");
        let sidik = fnv([t.aturan, &rapi(&t.cuplikan), &rapi(bagian)]);
        let ke = banyak.entry(sidik).or_default();
        t.sidik = match *ke {
            0 => format!("{sidik:016x}"),
            ke => format!("{sidik:016x}-{}", ke + 1),
        };
        *ke += 1;
    }
}

/// FNV-1a over the parts, with a separator that no text holds.
fn fnv<'t>(bagian: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for teks in bagian {
        for byte in teks.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
