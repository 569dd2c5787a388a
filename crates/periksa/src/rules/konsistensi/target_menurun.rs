//! A later target that is lower than an earlier one, for an indicator of which more is better.

use hukum::Arah;

use super::besaran::{self, Besaran};
use crate::bacaan::{Bacaan, JenisPerihal, Milik, Peran};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "target-menurun",
    judul: "Target tahun kemudian lebih rendah daripada target tahun sebelumnya.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Target jangka menengah suatu indikator yang makin tinggi makin baik lazimnya tidak lebih rendah daripada target tahun laporan. Bila lebih rendah dan persis sama dengan target indikator lain, angkanya kemungkinan salah salin. Indikator yang arahnya tidak diketahui tidak dinilai.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II: pembandingan dengan target jangka menengah",
            ],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nTarget jangka menengah Indeks Kepuasan Masyarakat tahun 2024 adalah sebesar 3,10.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nTarget Indeks Kepuasan Masyarakat tahun 2024 dalam Renstra adalah sebesar 3,05.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nTarget jangka menengah Indeks Kepuasan Masyarakat tahun 2024 adalah sebesar 3,30.\n",
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tRata-rata waktu layanan\t6,0 hari\t5,5 hari\t108,33%\n\nTarget jangka menengah Rata-rata waktu layanan tahun 2024 adalah sebesar 5,0 hari.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(tahun) = bacaan.identitas.tahun else {
        return;
    };
    let semua = besaran::daftar(bacaan, bahan.hukum, &catat.salah_tahun);
    let target = |b: &&Besaran| {
        b.kunci.perihal.jenis == JenisPerihal::Indikator && b.kunci.milik == Milik::Sendiri
    };
    for kini in semua
        .iter()
        .filter(target)
        .filter(|b| b.kunci.peran == Peran::Target && b.kunci.tahun == tahun)
    {
        if !makin_tinggi(bahan, bacaan, &kini.kunci.perihal.kunci) {
            continue;
        }
        let Some(utama) = kini.utama() else { continue };
        let kemudian = semua.iter().filter(target).filter(|b| {
            b.kunci.perihal == kini.kunci.perihal
                && b.kunci.tahun > tahun
                && b.kunci.ukuran == kini.kunci.ukuran
                && matches!(b.kunci.peran, Peran::Target | Peran::TargetJangkaMenengah)
        });
        for nanti in kemudian {
            let Some(nilai) = nanti.nilai.first() else {
                continue;
            };
            let (Some(dulu), Some(baru)) = (utama.wakil.nilai, nilai.wakil.nilai) else {
                continue;
            };
            if baru >= dulu
                || nilai.wakil.satuan != utama.wakil.satuan
                    && dulu > baru * rust_decimal::Decimal::TEN
            {
                continue;
            }
            let kembar = semua.iter().filter(target).find(|b| {
                b.kunci.perihal != kini.kunci.perihal
                    && matches!(b.kunci.peran, Peran::Target | Peran::TargetJangkaMenengah)
                    && b.utama().is_some_and(|u| u.wakil.nilai == Some(baru))
            });
            let sebab = kembar
                .map(|b| {
                    format!(
                        "; angka itu sama dengan {}",
                        besaran::sebut(bacaan, &b.kunci)
                    )
                })
                .unwrap_or_default();
            let sebutan = |n: &besaran::Nilai| {
                n.sebutan
                    .iter()
                    .map(|p| bacaan.angka(p.angka).letak.clone())
                    .collect::<Vec<_>>()
            };
            let letak = sebutan(nilai);
            let Some((pertama, lainnya)) = letak.split_first() else {
                continue;
            };
            let temuan = Temuan::di(
                aturan,
                bahan,
                pertama,
                format!(
                    "{} tertulis {}, lebih rendah daripada target tahun {tahun} sebesar {}{sebab}",
                    besaran::sebut(bacaan, &nanti.kunci),
                    tampil(nilai.wakil),
                    tampil(utama.wakil)
                ),
                "Cocokkan dengan dokumen Renstra; bila targetnya memang diturunkan, jelaskan alasannya.",
            )
            .terkait(bahan, lainnya)
            .terkait(bahan, sebutan(utama).iter().take(1));
            catat.temuan(if kembar.is_some() {
                temuan.berat(Berat::Anjuran)
            } else {
                temuan
            });
        }
    }
}

/// Whether more is better for an indicator, as far as its profile or its name tells.
fn makin_tinggi(bahan: &BahanDokumen, bacaan: &Bacaan, kunci: &str) -> bool {
    let profil = bahan
        .hukum
        .profil
        .iter()
        .flat_map(|profil| &profil.indikator)
        .find(|i| i.kode.to_lowercase() == kunci);
    if let Some(profil) = profil {
        return profil.arah == Arah::Naik;
    }
    bacaan
        .indikator
        .iter()
        .find(|i| i.kunci == kunci)
        .is_some_and(|i| {
            let nama = i.nama.to_lowercase();
            nama.starts_with("indeks") || nama.starts_with("nilai")
        })
}
