//! "Konsisten naik" over a series that does not rise every year.

use std::collections::BTreeMap;

use super::alat;
use crate::bacaan::{Arah, Asal, Bacaan, IsiKlaim, Milik, Peran, Perihal, Pernyataan};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "konsisten-tidak-sesuai",
    judul: "Disebut konsisten naik atau turun, padahal deretnya tidak.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Klaim seperti \"konsisten naik\", \"terus meningkat\", atau \"meningkat dari tahun ke tahun\" diuji pada deret realisasi (atau capaian) hal yang sama dari tahun ke tahun menurut tabel dokumen. Satu tahun yang berbalik arah sudah membatalkannya.",
            dasar: &["Perbandingan angka antartahun yang tercetak"],
            buruk: &[
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,40\t3,62\t3,55\n\nIndeks Kepuasan Masyarakat telah konsisten naik.\n",
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,70\t3,62\t3,65\n\nNilai Indeks Kepuasan Masyarakat menurun dari tahun ke tahun.\n",
            ],
            baik: &[
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,40\t3,62\t3,65\n\nIndeks Kepuasan Masyarakat telah konsisten naik.\n",
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,40\t3,62\t3,55\n\nKami berkomitmen agar Indeks Kepuasan Masyarakat terus meningkat dari tahun ke tahun.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let (IsiKlaim::Konsisten(arah), Some(perihal)) = (&klaim.isi, &klaim.perihal) else {
            continue;
        };
        let realisasi = deret(bacaan, perihal, klaim.tahun, Peran::Realisasi);
        let capaian = deret(bacaan, perihal, klaim.tahun, Peran::Capaian);
        let utama = if realisasi.len() >= 2 {
            &realisasi
        } else {
            &capaian
        };
        if utama.len() < 2 {
            continue;
        }
        catat.diperiksa(utama.values().map(|p| p.angka));
        let turut = |deret: &BTreeMap<i16, &Pernyataan>| {
            deret.len() >= 2 && langkah(bacaan, deret).all(|(_, _, nyata)| nyata == Some(*arah))
        };
        if turut(&realisasi) || turut(&capaian) {
            continue;
        }
        let Some((a, b, nyata)) =
            langkah(bacaan, utama).find(|(_, _, nyata)| *nyata != Some(*arah))
        else {
            continue;
        };
        let Some(nyata) = nyata else { continue };
        let urut: Vec<String> = utama
            .iter()
            .map(|(tahun, p)| format!("{} ({tahun})", tampil(bacaan.angka(p.angka))))
            .collect();
        let pesan = format!(
            "Disebut \"{}\", tetapi {} {} dari {} menjadi {}; deretnya {}",
            bacaan.teks(&klaim.letak),
            alat::sebut(bacaan, Some(perihal)),
            alat::kata_arah(nyata),
            alat::bertahun(bacaan.angka(a.angka), a.tahun),
            alat::bertahun(bacaan.angka(b.angka), b.tahun),
            urut.join(", "),
        );
        let semua: Vec<&Pernyataan> = utama.values().copied().collect();
        let mut temuan = Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            pesan,
            "Sebut perubahan tiap tahun sebagaimana adanya, dan jelaskan tahun yang berbalik arah.",
        )
        .terkait(bahan, alat::letak(bacaan, &semua));
        if nyata == Arah::Tetap {
            temuan = temuan.berat(Berat::Anjuran);
        }
        catat.temuan(temuan);
    }
}

/// The office's own series of a thing up to a year, one number for each year.
fn deret<'b>(
    bacaan: &'b Bacaan,
    perihal: &Perihal,
    sampai: Option<i16>,
    peran: Peran,
) -> BTreeMap<i16, &'b Pernyataan> {
    let mut tabel: BTreeMap<i16, &Pernyataan> = BTreeMap::new();
    let mut prosa: BTreeMap<i16, &Pernyataan> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let Some(tahun) = p.tahun else { continue };
        let cocok = p.perihal == *perihal
            && p.peran == peran
            && p.bulan.is_none()
            && p.milik == Milik::Sendiri
            && sampai.is_none_or(|akhir| tahun <= akhir)
            && bacaan.angka(p.angka).nilai.is_some();
        if !cocok {
            continue;
        }
        let deret = match p.asal {
            Asal::Tabel(_) => &mut tabel,
            _ => &mut prosa,
        };
        deret.entry(tahun).or_insert(p);
    }
    if tabel.len() >= 2 { tabel } else { prosa }
}

/// The steps of a series from one year to the next one that it has.
fn langkah<'b>(
    bacaan: &'b Bacaan,
    deret: &BTreeMap<i16, &'b Pernyataan>,
) -> impl Iterator<Item = (&'b Pernyataan, &'b Pernyataan, Option<Arah>)> {
    let semua: Vec<&Pernyataan> = deret.values().copied().collect();
    (1..semua.len()).map(move |i| {
        let (a, b) = (semua[i - 1], semua[i]);
        (
            a,
            b,
            alat::arah(bacaan.angka(a.angka), bacaan.angka(b.angka)),
        )
    })
}
