//! The cover, and what the document says about itself.

use document::{Cover, Meta};
use kinerja::masukan::PeranGambar;

use crate::bagian::picture;
use crate::{Bahan, Terbitan};

const CONTOH_REKAAN: &str = "Contoh rekaan";

pub(crate) fn sampul(bahan: &Bahan<'_>) -> Cover {
    let satker = &bahan.masukan.satker;
    let gambar = |peran| {
        satker
            .gambar
            .iter()
            .find(|gambar| gambar.peran == peran)
            .map(picture)
    };
    let above = [&satker.kementerian, &satker.unit_eselon_1, &satker.kanwil];
    let kontak = [
        ("", &satker.alamat),
        ("Telepon ", &satker.telepon),
        ("Surel ", &satker.surel),
        ("Laman ", &satker.laman),
    ];
    let mut foot: Vec<String> = kontak
        .into_iter()
        .filter(|(_, isi)| !isi.is_empty())
        .map(|(sebutan, isi)| format!("{sebutan}{isi}"))
        .collect();
    if satker.rekaan {
        foot.push(format!(
            "{CONTOH_REKAAN}: kantor, nama, dan angka dalam laporan ini dikarang"
        ));
    }
    Cover {
        crest: gambar(PeranGambar::Lambang),
        above: above
            .into_iter()
            .filter(|nama| !nama.is_empty())
            .map(|nama| nama.to_uppercase())
            .collect(),
        title: vec![
            "LAPORAN KINERJA".to_owned(),
            "INSTANSI PEMERINTAH".to_owned(),
        ],
        period: format!("TAHUN {}", bahan.hasil.tahun),
        body: std::iter::once(satker.nama.to_uppercase())
            .chain(satker.rekaan.then(|| CONTOH_REKAAN.to_uppercase()))
            .collect(),
        foot,
        photo: gambar(PeranGambar::Sampul),
    }
}

pub(crate) fn meta(bahan: &Bahan<'_>, terbitan: Terbitan<'_>) -> Meta {
    let satker = &bahan.masukan.satker;
    let tahun = bahan.hasil.tahun;
    let kaki = format!("Laporan Kinerja Tahun {tahun}");
    Meta {
        title: format!("Laporan Kinerja {} Tahun {tahun}", satker.nama),
        author: satker.nama.clone(),
        subject: format!(
            "Laporan Kinerja Instansi Pemerintah (LKjIP) {} Tahun {tahun}",
            satker.nama
        ),
        keywords: ["LKjIP", "SAKIP", "laporan kinerja"]
            .map(str::to_owned)
            .to_vec(),
        date: satker.tanggal_laporan,
        running_head: satker.nama.clone(),
        running_foot: if satker.rekaan {
            format!("{kaki} ({CONTOH_REKAAN})")
        } else {
            kaki
        },
        watermark: matches!(terbitan, Terbitan::Draf(_)).then(|| "DRAF".to_owned()),
    }
}
