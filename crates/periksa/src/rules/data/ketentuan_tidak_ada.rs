//! A provision of law that the report needs and that nothing covers for its year.

use kinerja::masukan::Tempat;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "ketentuan-tidak-ada",
    judul: "Tidak ada ketentuan yang berlaku untuk tahun data.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    bahan
        .hasil
        .ketentuan_tidak_ada
        .iter()
        .map(|kode| {
            let tempat = Tempat { berkas: "regulasi".to_owned(), ..Tempat::default() };
            Temuan::new(
                aturan,
                Lokasi::Sel(tempat),
                format!("Tidak ada ketentuan {kode}"),
                "Tambahkan ketentuan tahun itu pada folder regulasi beserta kutipannya; laporan final menunggu.",
            )
            .cuplikan(kode.clone())
        })
        .collect()
}
