//! A cumulative series of the budget that falls from one month to the next.

use kinerja::{Kode, bilangan, nama_bulan};

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "serapan-menurun",
    judul: "Rencana atau realisasi kumulatif turun dari bulan ke bulan.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let mut temuan = Vec::new();
    for anggaran in &bahan.hasil.anggaran {
        for dua in anggaran.bulan.windows(2) {
            let [
                (_, rencana_lalu, realisasi_lalu, _),
                (bulan, rencana, realisasi, _),
            ] = dua
            else {
                continue;
            };
            let pasangan = [(rencana_lalu, rencana), (realisasi_lalu, realisasi)];
            temuan.extend(
                pasangan
                    .into_iter()
                    .filter_map(|(lalu, kini)| satu(bahan, aturan, *bulan, lalu, kini)),
            );
        }
    }
    temuan
}

fn satu(bahan: &Bahan, aturan: &Aturan, bulan: u8, lalu: &Kode, kini: &Kode) -> Option<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let (lalu, fakta) = (daftar.angka(lalu.as_str())?, daftar.get(kini.as_str())?);
    let nilai = fakta.angka().filter(|nilai| *nilai < lalu)?;
    Some(
        Temuan::new(
            aturan,
            Lokasi::Sel(super::tempat_fakta(daftar, fakta)),
            format!(
                "{} sebesar {}, lebih kecil daripada bulan sebelum {} sebesar {}",
                fakta.label,
                bilangan::format_rupiah(nilai),
                nama_bulan(bulan),
                bilangan::format_rupiah(lalu)
            ),
            "Kolom ini kumulatif sejak Januari; isi jumlah sampai dengan bulan itu, atau jelaskan pengembalian belanjanya.",
        )
        .cuplikan(bilangan::format_rupiah(nilai))
        .kode(&fakta.kode),
    )
}
