//! What has to be there and is not.

mod bab_tidak_ada;
mod bagian_dijanjikan;
mod lampiran_tidak_ada;
mod pembanding_tidak_ada;
mod tabel_gambar_tidak_ada;
mod target_tanpa_laporan;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    bab_tidak_ada::ATURAN,
    target_tanpa_laporan::ATURAN,
    pembanding_tidak_ada::ATURAN,
    bagian_dijanjikan::ATURAN,
    lampiran_tidak_ada::ATURAN,
    tabel_gambar_tidak_ada::ATURAN,
];
