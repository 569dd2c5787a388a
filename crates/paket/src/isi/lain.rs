//! Activities, awards, staff, narratives.

use std::collections::BTreeMap;

use kinerja::masukan::{BarisKegiatan, BarisPegawai, BarisPenghargaan, Masukan};

use super::{DariBaris, Pengisi, Sumber};
use crate::kesalahan::{Kesalahan, tempat};
use crate::skema;
use crate::teks::saran;

pub(super) fn fill(pengisi: &mut Pengisi<'_>, masukan: &mut Masukan) {
    masukan.kegiatan = pengisi.baris("kegiatan", BarisKegiatan::dari);
    masukan.penghargaan = pengisi.baris("penghargaan", BarisPenghargaan::dari);
    masukan.pegawai = pengisi.baris("pegawai", BarisPegawai::dari);
}

impl DariBaris for BarisKegiatan {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            jenis: sumber.teks("jenis"),
            uraian: sumber.teks("uraian"),
            jumlah: sumber.sel("jumlah"),
            satuan: sumber.teks("satuan"),
            indikator: sumber.teks("indikator"),
            bukti: sumber.teks("bukti"),
        }
    }
}

impl DariBaris for BarisPenghargaan {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            nama: sumber.teks("nama"),
            pemberi: sumber.teks("pemberi"),
            tanggal: sumber.tanggal("tanggal"),
            bukti: sumber.teks("bukti"),
        }
    }
}

impl DariBaris for BarisPegawai {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            golongan: sumber.teks("golongan"),
            total: sumber.total("golongan"),
            jumlah_per_kolom: sumber
                .tabel
                .kolom_bebas()
                .into_iter()
                .map(|kolom| (kolom.to_owned(), sumber.sel(kolom)))
                .collect(),
            jumlah: sumber.sel("jumlah"),
        }
    }
}

/// The narratives under known keys, with tidy line ends.
pub(super) fn narasi(pengisi: &mut Pengisi<'_>) -> BTreeMap<String, String> {
    let mut dikenal: Vec<String> = skema::NARASI
        .iter()
        .map(|kunci| (*kunci).to_owned())
        .collect();
    for (indikator, _) in &pengisi.konteks.indikator {
        for akhiran in skema::NARASI_INDIKATOR {
            dikenal.push(format!("{}.{akhiran}", indikator.to_lowercase()));
        }
    }
    let dikenal: Vec<&str> = dikenal.iter().map(String::as_str).collect();
    let mut hasil = BTreeMap::new();
    for (kunci, isi) in &pengisi.mentah.narasi {
        let letak = tempat(&format!("narasi/{kunci}.md"), 0, "");
        // Without a profile the codes of indicators are not known.
        let indikator_bebas = pengisi.konteks.indikator.is_empty() && kunci.contains('.');
        if !dikenal.contains(&kunci.as_str()) && !indikator_bebas {
            pengisi.galat.push(Kesalahan::new(
                "narasi-tak-dikenal",
                letak.clone(),
                "tidak ada bagian laporan yang memakai narasi ini",
                saran(kunci, &dikenal),
            ));
        }
        if let Some(aksara) = isi
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'))
        {
            pengisi.galat.push(Kesalahan::new(
                "karakter-kendali",
                letak,
                format!("isinya memuat karakter kendali U+{:04X}", u32::from(aksara)),
                "ketik ulang bagian itu",
            ));
        }
        let isi = isi.trim();
        if !isi.is_empty() {
            hasil.insert(kunci.clone(), isi.to_owned());
        }
    }
    hasil
}
