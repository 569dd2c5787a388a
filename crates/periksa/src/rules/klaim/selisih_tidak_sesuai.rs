//! A difference that its two numbers do not give.

mod butir;

use kinerja::Selang;
use rust_decimal::Decimal;

use super::{alat, banding_tidak_sesuai};
use crate::bacaan::{Angka, IsiKlaim, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "selisih-tidak-sesuai",
    judul: "Besar selisih dengan pembanding tidak sesuai dengan kedua angkanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Selisih dengan pembanding (\"lebih tinggi 0,05 poin\") dihitung ulang dari kedua angkanya: sebagai selisih, atau bila tercetak dalam persen juga sebagai persen dari angka pembandingnya. Pembulatan dimaafkan. Butir-butir daftar yang masing-masing menyebut nilai dan jaraknya dari satu nilai di atas daftar dicocokkan dengan nilai itu. Besar perubahan antartahun dinilai oleh aturan perubahan-tidak-cocok.",
            dasar: &["Hitung ulang dari kedua angka yang tercetak"],
            buruk: &[
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nPerbaikan didahulukan pada unsur di bawah indeks setahun (3,4872), berurutan dari yang terendah:\n\n1. Waktu Penyelesaian, dengan nilai 3,3159, lebih rendah 0,1713 daripada indeks;\n2. Sarana dan Prasarana, dengan nilai 34,335, lebih rendah 0,0537 daripada indeks;\n3. Persyaratan, dengan nilai 3,4751, lebih rendah 0,0121 daripada indeks.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nPerbaikan didahulukan pada unsur di bawah indeks setahun (3,4972), berurutan dari yang terendah:\n\n1. Waktu Penyelesaian, dengan nilai 3,3159, lebih rendah 0,1713 daripada indeks;\n2. Persyaratan, dengan nilai 3,4751, lebih rendah 0,0121 daripada indeks.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tNilai SAKIP\t72,00\t70,50\t97,92%\n\nNilai SAKIP tahun 2022 sebesar 70,50 lebih rendah 2,50 poin dibandingkan nilai SAKIP Kabupaten Bukit sebesar 74,00.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nJika dibandingkan dengan nilai Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah tahun 2022 sebesar 3,40, maka nilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Kota Baru lebih tinggi 0,15 poin.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nPerbaikan didahulukan pada unsur di bawah indeks setahun (3,4872), berurutan dari yang terendah:\n\n1. Waktu Penyelesaian, dengan nilai 3,3159, lebih rendah 0,1713 daripada indeks;\n2. Sarana dan Prasarana, dengan nilai 3,4335, lebih rendah 0,0537 daripada indeks;\n3. Persyaratan, dengan nilai 3,4751, lebih rendah 0,0121 daripada indeks.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tNilai SAKIP\t72,00\t70,50\t97,92%\n\nNilai SAKIP tahun 2022 sebesar 70,50 lebih rendah 3,50 poin dibandingkan nilai SAKIP Kabupaten Bukit sebesar 74,00.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tNilai SAKIP\t72,00\t70,50\t97,92%\n\nNilai SAKIP tahun 2022 sebesar 70,50 lebih rendah 4,73% dibandingkan nilai SAKIP Kabupaten Bukit sebesar 74,00.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    butir::periksa(bahan, aturan, catat);
    for klaim in &bacaan.klaim {
        let IsiKlaim::Banding {
            kanan: Some(kanan),
            selisih: Some(besar),
            ..
        } = klaim.isi
        else {
            continue;
        };
        let kanan = bacaan.angka(kanan);
        let pasangan: Vec<(&Angka, &Angka)> = banding_tidak_sesuai::kiri(bacaan, klaim)
            .into_iter()
            .map(|kiri| (kanan, kiri))
            .collect();
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
        // A difference is printed without its sign; which way it goes is another rule's matter.
        let cocok = |h: &Hitungan| {
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
