//! Rules that hold a document against the office's own data; silent where there are none.

mod anggaran;
mod banding;
mod beda_dari_data;
mod data_tanpa_sebutan;
mod data_tidak_cocok_identitas;
mod nama;
mod padanan;

use crate::{Aturan, BahanDokumen, Data};

pub(super) const ATURAN: &[Aturan] = &[
    data_tidak_cocok_identitas::ATURAN,
    beda_dari_data::ATURAN,
    data_tanpa_sebutan::ATURAN,
];

/// The data, where they are at hand and of the office and the year that the document reports.
fn data_sepadan<'a>(bahan: &BahanDokumen<'a>) -> Option<Data<'a>> {
    let data = bahan.data?;
    let tahun = bahan.bacaan.identitas.tahun;
    let setahun = tahun.is_none_or(|tahun| tahun == data.hasil.tahun);
    (setahun && data_tidak_cocok_identitas::kantor_lain(bahan).is_none()).then_some(data)
}
