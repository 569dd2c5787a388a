//! A mean that the values which it is a mean of do not give.

mod berkala;
mod himpunan;

use himpunan::{Himpunan, himpunan};

use crate::bacaan::{Asal, JenisPerihal, Milik, Peran, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rerata-tidak-cocok",
    judul: "Rata-rata capaian pada kalimat tidak dihasilkan oleh capaian yang dirata-ratakan.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rata-rata capaian yang disebut kalimat dicocokkan dengan capaian setiap indikator pada tahun yang sama, sebagaimana tercetak dalam tabel atau dalam kalimat: rata-rata seluruh indikator, rata-rata per sasaran, rata-rata capaian yang dibatasi, dan rata-rata yang tercetak pada tabelnya sendiri semuanya dapat diterima. Bila angka yang tercetak ternyata rata-rata dari besaran lain (misalnya nilai indeksnya), hal itu disebutkan. Rata-rata per bulan dicocokkan dengan tabel bulanan tepat di atasnya.",
            dasar: &["Aritmetika: rata-rata = jumlah nilai / banyaknya nilai"],
            buruk: &[
                "Jumlah aduan menurut bulan:\n\nJan\tFeb\tMar\tApr\tMei\tJun\tJumlah\n20\t30\t25\t15\t20\t10\t120\n\nRata-rata aduan per bulan adalah 26,0 aduan.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nSasaran Kegiatan\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\nMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nMeningkatnya mutu layanan\tIndeks Integritas Internal\t3,00\t3,30\t110,00%\nMeningkatnya mutu layanan\tNilai Kualitas Pelaporan\t80,00\t88,00\t110,00%\n\nSeluruh indikator kinerja tahun 2022 telah dilaksanakan dengan baik dengan nilai rata-rata capaian kinerja sebesar 131,00%.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tTarget\tRealisasi\tCapaian\nIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nIndeks Integritas Internal\t3,00\t3,30\t110,00%\n\nNilai rata-rata capaian kinerja sebesar 3,41% tercapai pada tahun 2022.\n",
            ],
            baik: &[
                "Jumlah aduan menurut bulan:\n\nJan\tFeb\tMar\tApr\tMei\tJun\tJumlah\n20\t30\t25\t15\t20\t10\t120\n\nRata-rata aduan per bulan adalah 20,0 aduan.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nSasaran Kegiatan\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\nMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nMeningkatnya mutu layanan\tIndeks Integritas Internal\t3,00\t3,30\t110,00%\nMeningkatnya mutu layanan\tNilai Kualitas Pelaporan\t80,00\t90,00\t112,50%\n\nSeluruh indikator kinerja tahun 2022 telah dilaksanakan dengan baik dengan nilai rata-rata capaian kinerja sebesar 110,83%.\n",
                "Nilai rata-rata capaian kinerja sebesar 104,20% tercapai pada tahun 2022. Indeks Kepuasan Masyarakat memperoleh nilai rata-rata sebesar 3,52.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nCapaian yang melebihi 120% ditetapkan sebesar 120%.\n\nIndikator Kinerja\tTarget\tRealisasi\tCapaian\nIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nJumlah Arsip Tertata\t100\t140\t140,00%\n\nRata-rata capaian kinerja tahun 2022 adalah 115,00%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    berkala::periksa(bahan, aturan, catat);
    // A row of means in a table is held against its own rows by another rule.
    let rerata = bacaan.pernyataan.iter().filter(|p| {
        p.perihal.jenis == JenisPerihal::RerataCapaian
            && p.milik == Milik::Sendiri
            && matches!(p.asal, Asal::Kalimat(_))
            && bacaan.angka(p.angka).satuan == SatuanCetak::Persen
    });
    for pernyataan in rerata {
        let cetak = bacaan.angka(pernyataan.angka);
        if cetak.nilai.is_none() {
            continue;
        }
        let capaian = himpunan(bacaan, pernyataan, Peran::Capaian, "capaian");
        let Some(utama) = capaian.iter().find_map(|h| hitung::rerata(&h.angka)) else {
            continue;
        };
        catat.diperiksa([pernyataan.angka]);
        if himpunan::dapat(bacaan, pernyataan, &capaian) {
            continue;
        }
        let presisi = cetak.presisi.max(2);
        let persen = Hitungan {
            satuan: SatuanCetak::Persen,
            ..utama
        };
        let realisasi = himpunan(bacaan, pernyataan, Peran::Realisasi, "realisasi");
        let lain = realisasi.iter().find_map(|h| {
            let hitungan = hitung::rerata(&h.angka)?;
            hitungan.cocok(cetak).then_some((h.apa, hitungan))
        });
        let pertama: Option<&Himpunan> = capaian.first();
        let mut pesan = format!(
            "rata-rata capaian tercetak {}, padahal rata-rata dari {} capaian yang tercetak adalah {}",
            tampil(cetak),
            pertama.map_or(0, |h| h.angka.len()),
            persen.tampil(presisi),
        );
        if let Some((apa, h)) = &lain {
            pesan.push_str(&format!(
                "; {} adalah rata-rata {apa} ({}), bukan persentase capaian",
                tampil(cetak),
                h.tampil(cetak.presisi)
            ));
        }
        let terkait: Vec<_> = pertama
            .map(|h| h.angka.iter().map(|angka| angka.letak.clone()).collect())
            .unwrap_or_default();
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &cetak.letak,
                pesan,
                format!(
                    "Tulis {}, atau perbaiki capaian indikator lebih dahulu.",
                    persen.hasil(presisi)
                ),
            )
            .seharusnya(Some(persen.hasil(presisi)))
            .hitungan(persen.tampil(presisi))
            .selang(persen.selang, presisi)
            .terkait(bahan, &terkait),
        );
    }
}
