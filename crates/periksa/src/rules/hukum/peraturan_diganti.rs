//! A regulation cited as a basis although another took its place.

use hukum::{Hukum, Regulasi};

use crate::bacaan::Sitasi;
use crate::understand::sitasi::cari;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "peraturan-diganti",
    judul: "Peraturan yang dirujuk sudah diganti",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Dasar penyusunan laporan seharusnya peraturan yang berlaku untuk tahun yang dilaporkan. Peraturan yang disebut bersama penggantinya, atau yang disebut sebagai sejarah, tidak ditandai; begitu pula peraturan lama yang ketentuannya masih berlaku untuk tahun anggaran itu.",
            dasar: &["Data peraturan pada folder regulasi"],
            buruk: &[
                "Laporan Kinerja Dinas Perhubungan Tahun 2022 disusun dengan berpedoman pada Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja Instansi Pemerintah.",
                "Laporan Kinerja Balai Pelatihan Tahun 2023\n\nSurvei dilakukan menurut Peraturan Menteri PANRB Nomor 16 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat terhadap Penyelenggaraan Pelayanan Publik.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perhubungan Tahun 2022 disusun menurut Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
                "Laporan Kinerja Balai Pelatihan Tahun 2023\n\nSurvei semula menurut PermenPANRB Nomor 16 Tahun 2014 yang diperbaharui dengan PermenPANRB Nomor 14 Tahun 2017.",
                "Laporan Kinerja Balai Pelatihan Tahun 2023\n\nInstruksi Presiden Nomor 7 Tahun 1999 telah dicabut.",
            ],
        },
    },
};

/// Words that say that the text knows of the replacement.
const TAHU: &[&str] = &[
    "diperbarui",
    "diperbaharui",
    "diubah",
    "dicabut",
    "diganti",
    "digantikan",
    "mencabut",
    "menggantikan",
    "mengganti",
    "tidak berlaku",
    "semula",
    "sebelumnya",
    "perubahan atas",
    "disempurnakan",
    "pengganti",
    "penyempurnaan",
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(tahun) = bacaan.identitas.tahun else {
        return;
    };
    let mut sudah: Vec<(&Regulasi, Vec<&Sitasi>)> = Vec::new();
    for sitasi in &bacaan.sitasi {
        let Some(lama) = sitasi
            .regulasi
            .as_deref()
            .and_then(|id| bahan.hukum.regulasi(id))
        else {
            continue;
        };
        let Some(baru) = pengganti(bahan.hukum, lama, tahun) else {
            continue;
        };
        let masih = bahan
            .hukum
            .ketentuan
            .iter()
            .any(|k| k.regulasi == lama.id && k.berlaku(tahun));
        // Somewhere in the same paragraph the new one is named, or the old one is told as history.
        let sebaris = bacaan.sitasi.iter().any(|lain| {
            lain.letak.piece == sitasi.letak.piece
                && lain.letak.sel == sitasi.letak.sel
                && lain.regulasi.as_deref() == Some(baru.id.as_str())
        });
        if masih || sebaris || tahu(bahan, sitasi) {
            continue;
        }
        match sudah
            .iter_mut()
            .find(|(regulasi, _)| regulasi.id == lama.id)
        {
            Some((_, semua)) => semua.push(sitasi),
            None => sudah.push((lama, vec![sitasi])),
        }
    }
    for (lama, semua) in sudah {
        let (Some((pertama, lain)), Some(baru)) =
            (semua.split_first(), pengganti(bahan.hukum, lama, tahun))
        else {
            continue;
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &pertama.letak,
                format!(
                    "{} sudah diganti oleh {} sebelum tahun anggaran {tahun} berakhir.",
                    lama.singkatan, baru.singkatan
                ),
                format!(
                    "Rujuk {} tentang {}, atau jelaskan mengapa peraturan lama yang dipakai.",
                    baru.sebutan, baru.tentang
                ),
            )
            .seharusnya(Some(baru.sebutan.clone()))
            .dasar([baru.sebutan.clone()])
            .terkait(bahan, lain.iter().map(|s| &s.letak)),
        );
    }
}

/// The last regulation in the chain of replacements that was there in a year.
fn pengganti<'a>(hukum: &'a Hukum, lama: &Regulasi, tahun: i16) -> Option<&'a Regulasi> {
    const TERPANJANG: usize = 8;
    let mut hasil = None;
    let mut kini = lama.diganti_oleh.as_deref();
    for _ in 0..TERPANJANG {
        let Some(baru) = kini.and_then(|id| hukum.regulasi(id)) else {
            break;
        };
        let ada = cari(&baru.sebutan)
            .first()
            .and_then(|s| s.tahun)
            .is_some_and(|terbit| terbit <= tahun);
        if !ada {
            break;
        }
        hasil = Some(baru);
        kini = baru.diganti_oleh.as_deref();
    }
    hasil
}

/// Whether the words around a citation say that it was replaced.
fn tahu(bahan: &BahanDokumen, sitasi: &Sitasi) -> bool {
    const SEKITAR: usize = 100;
    let Some(passage) = sitasi.letak.bacaan(bahan.bacaan.sumber) else {
        return false;
    };
    let teks = passage.text.as_str();
    let mut awal = sitasi.letak.awal.saturating_sub(SEKITAR);
    while !teks.is_char_boundary(awal) {
        awal += 1;
    }
    let mut akhir = sitasi.letak.akhir.saturating_add(SEKITAR).min(teks.len());
    while !teks.is_char_boundary(akhir) {
        akhir -= 1;
    }
    let sekitar = teks.get(awal..akhir).unwrap_or_default().to_lowercase();
    TAHU.iter().any(|kata| sekitar.contains(kata))
}
