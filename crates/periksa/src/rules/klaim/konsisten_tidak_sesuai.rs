//! "Konsisten naik" over a series that does not rise every year.

use std::collections::BTreeMap;

use super::alat;
use crate::bacaan::{AngkaId, Arah, Asal, Bacaan, IsiKlaim, Klaim, Milik, Peran, Perihal};
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
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nIndeks Kepuasan Masyarakat tahun 2020, 2021, dan 2022 masing-masing 3,30; 3,38; dan 3,45. Nilai Indeks Kepuasan Masyarakat tersebut naik turun.\n",
            ],
            baik: &[
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,40\t3,62\t3,65\n\nIndeks Kepuasan Masyarakat telah konsisten naik.\n",
                "Laporan Kinerja Pengadilan Agama Batu Raya Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\tRealisasi 2023\nIndeks Kepuasan Masyarakat\t3,40\t3,62\t3,55\n\nKami berkomitmen agar Indeks Kepuasan Masyarakat terus meningkat dari tahun ke tahun.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nIndeks Kepuasan Masyarakat tahun 2020, 2021, dan 2022 masing-masing 3,30; 3,48; dan 3,45. Nilai Indeks Kepuasan Masyarakat tersebut naik turun.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Konsisten {
            arah,
            deret: kutipan,
        } = &klaim.isi
        else {
            continue;
        };
        let deret = pilihan(bacaan, klaim, kutipan);
        let banyak = if arah.is_some() { 2 } else { 3 };
        let Some(utama) = deret.first().filter(|satu| satu.len() >= banyak) else {
            continue;
        };
        catat.diperiksa(utama.values().copied());
        let turut = |deret: &Deret| {
            let langkah = langkah(bacaan, deret);
            let ada = |arah: Arah| langkah.iter().any(|(_, _, nyata)| *nyata == arah);
            match arah {
                Some(arah) => langkah.iter().all(|(_, _, nyata)| nyata == arah),
                // Ups and downs: both ways, or a standstill.
                None => (ada(Arah::Naik) && ada(Arah::Turun)) || ada(Arah::Tetap),
            }
        };
        if deret.iter().filter(|d| d.len() >= banyak).any(turut) {
            continue;
        }
        let Some((a, b, nyata)) = langkah(bacaan, utama)
            .into_iter()
            .find(|(_, _, nyata)| Some(*nyata) != *arah)
        else {
            continue;
        };
        let urut: Vec<String> = utama
            .iter()
            .map(|(tahun, id)| format!("{} ({tahun})", tampil(bacaan.angka(*id))))
            .collect();
        let sebutan = alat::sebut(bacaan, klaim.perihal.as_ref());
        let pesan = match arah {
            Some(_) => format!(
                "Disebut \"{}\", tetapi {sebutan} {} dari {} menjadi {}; deretnya {}",
                bacaan.teks(&klaim.letak),
                alat::kata_arah(nyata),
                alat::bertahun(bacaan.angka(a.1), Some(a.0)),
                alat::bertahun(bacaan.angka(b.1), Some(b.0)),
                urut.join(", "),
            ),
            None => format!(
                "Disebut \"{}\", tetapi {sebutan} selalu {}: {}",
                bacaan.teks(&klaim.letak),
                alat::kata_arah(nyata),
                urut.join(", "),
            ),
        };
        let mut temuan = Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            pesan,
            "Sebut perubahan tiap tahun sebagaimana adanya, dan jelaskan tahun yang berbalik arah.",
        )
        .terkait(bahan, utama.values().map(|id| &bacaan.angka(*id).letak));
        if nyata == Arah::Tetap {
            temuan = temuan.berat(Berat::Anjuran);
        }
        catat.temuan(temuan);
    }
}

/// One number for each year.
type Deret = BTreeMap<i16, AngkaId>;

/// A year and its number.
type Titik = (i16, AngkaId);

/// The series that may bear a claim out: the one that the sentence quotes, else those of the document.
fn pilihan(bacaan: &Bacaan, klaim: &Klaim, kutipan: &[(i16, AngkaId)]) -> Vec<Deret> {
    let dokumen = |peran: Peran| {
        klaim
            .perihal
            .as_ref()
            .map_or_else(Deret::new, |p| deret(bacaan, p, klaim.tahun, peran))
    };
    let realisasi = dokumen(Peran::Realisasi);
    if kutipan.len() >= 2 {
        let mut satu: Deret = kutipan.iter().copied().collect();
        // The year itself may stand elsewhere.
        for (tahun, id) in realisasi {
            let sejenis = kutipan
                .iter()
                .all(|(_, lain)| alat::sejenis(bacaan.angka(*lain), bacaan.angka(id)));
            if sejenis && satu.keys().all(|ada| *ada < tahun) {
                satu.insert(tahun, id);
            }
        }
        return vec![satu];
    }
    let capaian = dokumen(Peran::Capaian);
    if realisasi.len() >= 2 {
        vec![realisasi, capaian]
    } else {
        vec![capaian]
    }
}

/// The office's own series of a thing up to a year, one number for each year.
fn deret(bacaan: &Bacaan, perihal: &Perihal, sampai: Option<i16>, peran: Peran) -> Deret {
    let mut tabel = Deret::new();
    let mut prosa = Deret::new();
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
        deret.entry(tahun).or_insert(p.angka);
    }
    if tabel.len() < 2 {
        // The tables of the year itself and the text of the years before make one series.
        for (tahun, id) in prosa {
            tabel.entry(tahun).or_insert(id);
        }
    }
    tabel
}

/// The steps of a series from one year to the next one that it has.
fn langkah(bacaan: &Bacaan, deret: &Deret) -> Vec<(Titik, Titik, Arah)> {
    let semua: Vec<Titik> = deret.iter().map(|(tahun, id)| (*tahun, *id)).collect();
    semua
        .windows(2)
        .filter_map(|dua| {
            let arah = alat::arah(bacaan.angka(dua[0].1), bacaan.angka(dua[1].1))?;
            Some((dua[0], dua[1], arah))
        })
        .collect()
}
