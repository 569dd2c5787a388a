//! A visible gap in the report: one finding for each missing fakta or text, with every chapter that shows it.

use std::collections::BTreeMap;

use document::Inline;
use kinerja::Rumpang;

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "rumpang",
    judul: "Laporan masih memuat bagian yang belum tersedia.",
    berat: Berat::Wajib,
    periksa,
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let Some(dokumen) = bahan.laporan else {
        return Vec::new();
    };
    let mut kumpulan: BTreeMap<String, (String, Option<String>, Vec<String>)> = BTreeMap::new();
    super::telusuri(dokumen, &mut |judul, isi| {
        super::daun(isi, &mut |inline| {
            let Inline::Gap { text, reason, key } = inline else {
                return;
            };
            let kunci = key.clone().unwrap_or_else(|| reason.clone());
            let (_, _, tempat) = kumpulan.entry(kunci).or_insert_with(|| {
                let sebab = if reason.is_empty() {
                    text.clone()
                } else {
                    reason.clone()
                };
                (sebab, key.clone(), Vec::new())
            });
            if !tempat.iter().any(|ada| ada == judul) {
                tempat.push(judul.to_owned());
            }
        });
    });
    kumpulan
        .into_values()
        .filter_map(|(sebab, kode, tempat)| satu(bahan, aturan, &sebab, kode, tempat))
        .collect()
}

fn satu(
    bahan: &Bahan,
    aturan: &Aturan,
    sebab: &str,
    kode: Option<String>,
    tempat: Vec<String>,
) -> Option<Temuan> {
    let mut tempat = tempat.into_iter().map(Lokasi::Bagian);
    let fakta = kode.as_deref().and_then(|kode| bahan.hasil.fakta.get(kode));
    // What the office declared unavailable, with its reason, is said decently in the text and binds no more.
    let dinyatakan = fakta.is_some_and(|fakta| {
        matches!(
            fakta.nilai,
            Err(Rumpang::TidakTersedia(_) | Rumpang::TidakTerdefinisi(_))
        )
    });
    let apa = fakta.map_or_else(|| "Bagian teks".to_owned(), |fakta| fakta.label.clone());
    let mut temuan = Temuan::new(
        aturan,
        tempat.next()?,
        format!("{apa} belum tersedia: {sebab}"),
        "Lengkapi datanya pada paket kantor; laporan final menunggu bagian ini.",
    )
    .cuplikan("belum tersedia")
    .berat(if dinyatakan {
        Berat::Saran
    } else {
        aturan.berat
    });
    temuan.kode = fakta.map(|fakta| fakta.kode.clone());
    temuan.terkait = tempat.collect();
    Some(temuan)
}
