//! A difference, or a change, that its two numbers do not give.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::{alat, banding_tidak_sesuai};
use crate::bacaan::{Angka, AngkaId, Bacaan, IsiKlaim, Peran, Pernyataan, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "selisih-tidak-sesuai",
    judul: "Besar kenaikan, penurunan, atau selisih tidak sesuai dengan kedua angkanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Besar perubahan atau selisih yang disebut kalimat dihitung ulang dari kedua angkanya: sebagai selisih (poin, rupiah), sebagai persen dari angka yang lama, atau sebagai selisih capaian. Salah satu cara yang cocok sudah cukup, dan pembulatan dimaafkan.",
            dasar: &["Hitung ulang dari kedua angka yang tercetak"],
            buruk: &[
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t82,00\t84,25\t102,74%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 84,25, mengalami peningkatan sebesar 2,15 poin dibandingkan realisasi tahun 2021 sebesar 83,10.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nJika dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah tahun 2022 sebesar 3,40, maka nilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru lebih tinggi 0,15 poin.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t82,00\t84,25\t102,74%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 84,25, mengalami peningkatan sebesar 1,15 poin dibandingkan realisasi tahun 2021 sebesar 83,10.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t82,00\t84,25\t102,74%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 84,25, mengalami peningkatan sebesar 1,38% dibandingkan realisasi tahun 2021 sebesar 83,10.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let (besar, pasangan) = match klaim.isi {
            IsiKlaim::Perubahan {
                dari: Some(dari),
                ke: Some(ke),
                sebesar: Some(sebesar),
                ..
            } => (sebesar, pasangan_perubahan(bacaan, dari, ke)),
            IsiKlaim::Banding {
                kanan: Some(kanan),
                selisih: Some(selisih),
                ..
            } => {
                let kanan = bacaan.angka(kanan);
                let kiri = banding_tidak_sesuai::kiri(bacaan, klaim);
                (
                    selisih,
                    kiri.into_iter().map(|kiri| (kanan, kiri)).collect(),
                )
            }
            _ => continue,
        };
        if pasangan.is_empty() {
            continue;
        }
        let angka = bacaan.angka(besar);
        let Some(nilai) = angka.nilai else { continue };
        let cara: Vec<Hitungan> = pasangan
            .iter()
            .filter(|(dari, ke)| alat::sejenis(dari, ke))
            .flat_map(|(dari, ke)| cara(angka, dari, ke))
            .collect();
        let Some(pertama) = cara.first() else {
            continue;
        };
        catat.diperiksa([besar]);
        let cocok = |h: &Hitungan| {
            // A fall is printed with or without its sign.
            h.dapat_tercetak(nilai, angka.presisi)
                || h.dapat_tercetak(Decimal::ZERO.saturating_sub(nilai), angka.presisi)
        };
        if cara.iter().any(cocok) {
            continue;
        }
        let presisi = angka.presisi.max(2);
        let pesan = format!(
            "Tertulis {}, padahal {}",
            tampil(angka),
            pertama.tampil(presisi)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                pesan,
                "Hitung ulang dari kedua angkanya, atau betulkan angka yang salah kutip.",
            )
            .seharusnya(Some(pertama.hasil(presisi)))
            .hitungan(pertama.tampil(presisi))
            .selang(pertama.selang, presisi.saturating_add(2))
            .terkait(
                bahan,
                pasangan
                    .iter()
                    .take(1)
                    .flat_map(|(a, b)| [&a.letak, &b.letak]),
            ),
        );
    }
}

/// Pairs that the change may be meant of: the numbers quoted, and the capaian beside them.
fn pasangan_perubahan<'b>(
    bacaan: &'b Bacaan,
    dari: AngkaId,
    ke: AngkaId,
) -> Vec<(&'b Angka, &'b Angka)> {
    let mut hasil = vec![(bacaan.angka(dari), bacaan.angka(ke))];
    let kawan = |angka: AngkaId| -> Vec<&Pernyataan> {
        let Some(p) = bacaan.pernyataan.iter().find(|p| p.angka == angka) else {
            return Vec::new();
        };
        let mut semua: Vec<&Pernyataan> = alat::sekelompok(bacaan, p.kelompok)
            .filter(|q| q.peran == Peran::Capaian && q.tahun == p.tahun)
            .collect();
        if let (true, Some(tahun)) = (semua.is_empty(), p.tahun) {
            semua = alat::tahunan(bacaan, &p.perihal, tahun, Peran::Capaian);
        }
        semua
    };
    for a in kawan(dari) {
        for b in kawan(ke) {
            hasil.push((bacaan.angka(a.angka), bacaan.angka(b.angka)));
        }
    }
    hasil
}

/// The ways in which the size of a change follows from two numbers.
fn cara(besar: &Angka, dari: &Angka, ke: &Angka) -> Vec<Hitungan> {
    let beda = beda(dari, ke, besar.satuan);
    if besar.satuan == SatuanCetak::Persen {
        let poin = beda.filter(|_| dari.satuan == SatuanCetak::Persen);
        hitung::perubahan(dari, ke)
            .into_iter()
            .chain(poin)
            .collect()
    } else {
        beda.into_iter().collect()
    }
}

/// The later number less the earlier one.
fn beda(dari: &Angka, ke: &Angka, satuan: SatuanCetak) -> Option<Hitungan> {
    let (d, k) = (dari.selang()?, ke.selang()?);
    Some(Hitungan {
        nilai: ke.nilai?.checked_sub(dari.nilai?)?,
        selang: Selang {
            bawah: k.bawah.checked_sub(d.atas)?,
            atas: k.atas.checked_sub(d.bawah)?,
        },
        peraga: format!("{} − {}", tampil(ke), tampil(dari)),
        satuan,
    })
}
