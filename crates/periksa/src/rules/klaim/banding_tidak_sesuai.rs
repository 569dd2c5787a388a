//! "Lebih tinggi" of a number that is lower.

use super::{alat, tercapai_tidak_sesuai};
use crate::bacaan::{Angka, Arah, Bacaan, IsiKlaim, Klaim, Peran};
use crate::hitung::tampil;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "banding-tidak-sesuai",
    judul: "Disebut lebih tinggi atau lebih rendah, bertentangan dengan kedua angkanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Perbandingan seperti \"lebih tinggi dari\" atau \"lebih kecil dibandingkan\" diuji pada kedua angka yang dikutip: milik kantor sendiri dan milik pembandingnya. Bila angka sendiri tidak dikutip, dipakai realisasi yang tercetak di tempat lain.",
            dasar: &["Perbandingan dua angka yang tercetak"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nNilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru tahun 2022 sebesar 3,45 lebih tinggi dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah sebesar 3,50.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nJika dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah tahun 2022 sebesar 3,40, maka nilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru lebih rendah 0,05 poin.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nUnsur Waktu Penyelesaian, dengan nilai 3,30, lebih tinggi 0,15 daripada indeks.\n",
                "Laporan Kinerja Pengadilan Negeri Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPenyerapan tahun 2022 sebesar 99,31%, lebih rendah daripada tahun 2021 sebesar 98,74%.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPendidikan\tLaki-laki\tPerempuan\nMagister\t4\t2\nSarjana\t12\t11\nJumlah\t16\t13\n\nPegawai laki-laki lebih sedikit daripada perempuan.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nSebagai pembanding, indeks Kantor Imigrasi Kota Lama 3,38 dan rata-rata kantor wilayah 3,40, sehingga Indeks Kepuasan Masyarakat kantor ini berada di antara keduanya.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\n$$Deviasi = \\frac{846}{10.000} \\times 100\\% = 8,46\\%$$\n\nDeviasi tahun 2022 lebih tinggi daripada tahun 2021 yang tercatat 9,13%.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nBulan\tRencana (Rp)\tRealisasi (Rp)\nJanuari\t400.000.000\t390.000.000\nFebruari\t800.000.000\t780.000.000\nMaret\t1.200.000.000\t1.190.000.000\n\nRealisasi kumulatif berada di atas rencana pada setiap bulan, karena tagihan terlambat masuk.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPembanding\tNilai\tRealisasi kantor\tSelisih\nStandar pelayanan minimal\t5,0\t6,0\t1,0\nKantor Wilayah Sumatera Tengah\t7,0\t6,0\t-1,0\n\nTerhadap standar pelayanan minimal sebesar 5,0 hari, realisasi kantor berada di bawah standar tersebut dengan selisih 1,0 hari.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perizinan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tRata-rata waktu penerbitan izin\t6,0\t4,5\t125,00%\n2\tNilai SAKIP\t75,00\t77,25\t103,00%\n\nRata-rata waktu penerbitan izin tahun 2022 adalah 4,5 hari, lebih baik daripada target 6,0 hari.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nNilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru tahun 2022 sebesar 3,45 lebih rendah dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah sebesar 3,50.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nJika dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah tahun 2022 sebesar 3,40, maka nilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru lebih tinggi 0,05 poin.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nUnsur Waktu Penyelesaian, dengan nilai 3,30, lebih rendah 0,15 daripada indeks.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPendidikan\tLaki-laki\tPerempuan\nMagister\t4\t2\nSarjana\t12\t11\nJumlah\t16\t13\n\nPegawai laki-laki lebih banyak daripada perempuan.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nSebagai pembanding, indeks Kantor Imigrasi Kota Lama 3,38 dan rata-rata kantor wilayah 3,40, sehingga Indeks Kepuasan Masyarakat kantor ini berada di atas keduanya.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\n$$Deviasi = \\frac{846}{10.000} \\times 100\\% = 8,46\\%$$\n\nDeviasi tahun 2022 lebih rendah daripada tahun 2021 yang tercatat 9,13%.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nBulan\tRencana (Rp)\tRealisasi (Rp)\nJanuari\t400.000.000\t390.000.000\nFebruari\t800.000.000\t780.000.000\nMaret\t1.200.000.000\t1.190.000.000\n\nRealisasi kumulatif berada di bawah rencana pada setiap bulan, karena tagihan terlambat masuk.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPembanding\tNilai\tRealisasi kantor\tSelisih\nStandar pelayanan minimal\t5,0\t6,0\t1,0\nKantor Wilayah Sumatera Tengah\t7,0\t6,0\t-1,0\n\nTerhadap standar pelayanan minimal sebesar 5,0 hari, realisasi kantor berada di atas standar tersebut dengan selisih 1,0 hari.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Banding {
            lebih_tinggi,
            kanan: Some(kanan),
            ..
        } = klaim.isi
        else {
            continue;
        };
        // "Lebih baik" is higher where higher is known to be better, and lower where lower is.
        let mutu = normal(bacaan.teks(&klaim.letak))
            .split(' ')
            .any(|kata| matches!(kata, "baik" | "buruk"));
        let baik = klaim
            .perihal
            .as_ref()
            .filter(|_| mutu)
            .and_then(|perihal| tercapai_tidak_sesuai::arah(bahan.hukum, bacaan, perihal));
        let lebih_tinggi = match baik {
            None | Some(hukum::Arah::Rentang) if mutu => continue,
            Some(hukum::Arah::Turun) => !lebih_tinggi,
            _ => lebih_tinggi,
        };
        let kanan = bacaan.angka(kanan);
        let kiri: Vec<&Angka> = kiri(bacaan, klaim)
            .into_iter()
            .filter(|k| alat::sejenis(k, kanan))
            .collect();
        let cocok = |kiri: &&Angka| {
            let arah = alat::arah(kanan, kiri);
            arah == Some(if lebih_tinggi {
                Arah::Naik
            } else {
                Arah::Turun
            })
        };
        let Some(pertama) = kiri.first() else {
            continue;
        };
        if let IsiKlaim::Banding {
            kiri,
            kanan: Some(kanan),
            ..
        } = klaim.isi
        {
            catat.diperiksa(kiri.into_iter().chain([kanan]));
        }
        if kiri.iter().any(cocok) {
            continue;
        }
        let nyata = match alat::arah(kanan, pertama) {
            Some(Arah::Naik) => "lebih tinggi",
            Some(Arah::Turun) => "lebih rendah",
            _ => "sama besar",
        };
        let pesan = format!(
            "Disebut \"{}\", tetapi {} {nyata} dari {}",
            bacaan.teks(&klaim.letak),
            tampil(pertama),
            tampil(kanan)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Betulkan kata perbandingannya, atau betulkan angka yang salah kutip.",
            )
            .seharusnya(Some(nyata.to_owned()))
            .terkait(bahan, [&pertama.letak, &kanan.letak]),
        );
    }
}

/// The office's own number: as quoted, or as the document states it elsewhere.
pub(super) fn kiri<'b>(bacaan: &'b Bacaan, klaim: &Klaim) -> Vec<&'b Angka> {
    let IsiKlaim::Banding { kiri, .. } = klaim.isi else {
        return Vec::new();
    };
    match (kiri, &klaim.perihal, klaim.tahun) {
        (Some(kiri), ..) => vec![bacaan.angka(kiri)],
        (None, Some(perihal), Some(tahun)) => {
            alat::tahunan(bacaan, perihal, tahun, Peran::Realisasi)
                .iter()
                .map(|p| bacaan.angka(p.angka))
                .collect()
        }
        _ => Vec::new(),
    }
}
