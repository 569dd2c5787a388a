//! A cell that does not hold a number. It is only accepted beside a recorded correction, which settles the finding.

use kinerja::{Asal, bilangan};

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "angka-rusak",
    judul: "Sel berisi teks yang bukan angka.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

/// Reports every cell that was printed wrongly and corrected, with the correction as its settlement.
fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    daftar
        .iter()
        .filter_map(|fakta| {
            let Asal::Koreksi { tempat, tercetak, alasan, dasar } = &fakta.asal else { return None };
            let tertulis = if tercetak.is_empty() { "(kosong)" } else { tercetak };
            let menjadi = fakta.tampil_bersatuan().unwrap_or_default();
            let sebab = match bilangan::parse(tercetak) {
                Err(galat) if !tercetak.is_empty() => format!("bukan angka: {}", galat.sebab),
                Err(_) => "tidak diisi pada sumbernya".to_owned(),
                Ok(_) => "tercetak keliru pada sumbernya".to_owned(),
            };
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(tempat.clone()),
                    format!("{} {sebab}", fakta.label),
                    format!("Sudah dikoreksi menjadi {menjadi}; kantor memastikannya pada dokumen sumber."),
                )
                .cuplikan(tertulis)
                .seharusnya(Some(menjadi.clone()))
                .dasar([dasar.clone()])
                .kode(&fakta.kode)
                .selesai(Some(format!("koreksi tercatat: {alasan}"))),
            )
        })
        .collect()
}
