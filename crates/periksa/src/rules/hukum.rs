//! The document against the provisions in force for its year.

mod bobot;
mod bobot_berbeda;
mod minimum_berbeda;
mod peraturan_diganti;
mod peraturan_salah_kutip;
mod pita_berbeda;
mod rumus_capaian_terbalik;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    peraturan_salah_kutip::ATURAN,
    peraturan_diganti::ATURAN,
    bobot_berbeda::ATURAN,
    pita_berbeda::ATURAN,
    minimum_berbeda::ATURAN,
    rumus_capaian_terbalik::ATURAN,
];
