//! The narratives of the examples speak only of fakta that exist and have a value, and type no number.

use std::path::Path;

use hukum::Hukum;

#[test]
fn every_fakta_that_a_narrative_names_has_a_value() {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    for nama in ["kanim-samarinda-2023", "kantor-contoh"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../contoh")
            .join(nama);
        let masukan = paket::read(&folder, &hukum).expect("sound");
        let hasil = kinerja::compute(&masukan, &hukum);
        assert!(!masukan.narasi.is_empty());
        for (kunci, isi) in &masukan.narasi {
            for bagian in isi.split("{{ f(\"").skip(1) {
                let (kode, _) = bagian.split_once("\") }}").expect("a closed slot");
                let fakta = hasil
                    .fakta
                    .get(kode)
                    .unwrap_or_else(|| panic!("{nama} {kunci}: {kode}"));
                assert!(
                    fakta.tampil().is_some(),
                    "{nama} {kunci}: {kode} has no value"
                );
            }
        }
    }
}

#[test]
fn no_number_is_typed_in_a_narrative() {
    for nama in ["kanim-samarinda-2023", "kantor-contoh"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../contoh")
            .join(nama);
        let mentah = paket::read_mentah(&folder).expect("readable");
        for (kunci, isi) in &mentah.narasi {
            for baris in isi.lines() {
                // The number of a list item is not a figure.
                let isi = baris
                    .split_once(". ")
                    .filter(|(nomor, _)| nomor.parse::<u8>().is_ok())
                    .map_or(baris, |(_, isi)| isi);
                let luar_slot: String = isi
                    .split("{{")
                    .map(|b| b.split_once("}}").map_or(b, |(_, sesudah)| sesudah))
                    .collect();
                assert!(
                    !luar_slot.contains(|c: char| c.is_ascii_digit()),
                    "{nama} {kunci}: {baris}"
                );
            }
        }
    }
}
