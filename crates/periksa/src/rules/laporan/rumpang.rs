//! A visible gap in the report that no empty cell explains: words that are missing, or a fakta that nothing gives.
//!
//! A gap that an empty cell explains is told there (`sel-kosong`), with the parts of the report that show it.

use std::collections::BTreeMap;

use document::Inline;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "rumpang",
    judul: "Laporan masih memuat bagian yang belum tersedia.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let Some(dokumen) = bahan.laporan else {
        return Vec::new();
    };
    let mut kumpulan: BTreeMap<(String, String), Vec<Lokasi>> = BTreeMap::new();
    super::telusuri(dokumen, &mut |judul, isi| {
        super::daun(isi, &mut |inline| {
            let Inline::Gap { text, reason, key } = inline else {
                return;
            };
            if key
                .as_deref()
                .is_some_and(|kode| dijelaskan_sel(bahan, kode))
            {
                return;
            }
            let lokasi = Lokasi::Bagian(judul.to_owned());
            let tempat = kumpulan.entry((text.clone(), reason.clone())).or_default();
            if !tempat.contains(&lokasi) {
                tempat.push(lokasi);
            }
        });
    });
    kumpulan
        .into_iter()
        .filter_map(|((teks, sebab), tempat)| {
            let mut tempat = tempat.into_iter();
            let mut temuan = Temuan::new(
                aturan,
                tempat.next()?,
                format!("Bagian laporan belum ada: {teks}"),
                format!("Lengkapi paket kantor: {sebab}."),
            )
            .cuplikan(teks);
            temuan.terkait = tempat.collect();
            Some(temuan)
        })
        .collect()
}

/// Whether the gap is an empty cell, or follows from one.
fn dijelaskan_sel(bahan: &Bahan, kode: &str) -> bool {
    !bahan.hasil.fakta.sel_kosong_di_balik(kode).is_empty()
}
