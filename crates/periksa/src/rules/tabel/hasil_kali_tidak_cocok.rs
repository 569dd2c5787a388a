//! A value times its weight that is printed wrong.

use super::alat::{self, nama_baris};
use super::hasil_kali::semua;
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "hasil-kali-tidak-cocok",
    judul: "Nilai kali bobot pada sebuah baris tidak sama dengan yang tercetak.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Pada tabel yang memuat nilai, bobot, dan hasil kalinya, setiap baris dihitung kembali. Bobot boleh dalam persen atau dalam bagian dari satu, dan hasil yang dibulatkan atau dipotong diterima. Bila hasil kali yang tercetak sudah sesuai dengan jumlahnya, yang keliru adalah bobot atau nilainya.",
            dasar: &["Aritmetika: hasil kali = nilai × bobot"],
            buruk: &[
                "Aspek\tBobot (%)\tNilai\tNilai x Bobot\nKecepatan\t40\t3,50\t1,40\nKejelasan\t35\t3,20\t1,12\nKesopanan\t25\t3,60\t0,60\nJumlah\t100\t\t3,42\n",
                "Variabel\tBobot\tNilai\tNilai Tertimbang\nKetepatan\t0,30\t90,00\t27,00\nKelengkapan\t0,45\t80,00\t32,00\nKerapian\t0,30\t85,00\t25,50\nIndeks\t1,00\t\t84,50\n",
            ],
            baik: &[
                "Aspek\tBobot (%)\tNilai\tNilai x Bobot\nKecepatan\t40\t3,50\t1,40\nKejelasan\t35\t3,20\t1,12\nKesopanan\t25\t3,60\t0,90\nJumlah\t100\t\t3,42\n",
                "No\tIndikator\tBobot\tNilai\tNilai Akhir\n1\tKetepatan\t12,5\t88,46\t11,06\n2\tKelengkapan\t37,5\t99,40\t37,28\n3\tKerapian\t50\t100,00\t50,00\nJumlah\t\t100\t\t98,33\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let hasil = semua(bacaan);
    catat.diperiksa(hasil.diperiksa);
    for s in hasil.salah {
        let nama = bacaan
            .tabel
            .get(s.tabel)
            .and_then(|t| t.baris.get(s.baris))
            .map(nama_baris)
            .unwrap_or_default();
        let presisi = s.hasil.presisi.max(2);
        let benar = alat::tampil(s.hasil, s.benar, presisi);
        let bobot = hitung::tampil(s.bobot);
        let tanda = if s.persen && !bobot.ends_with('%') {
            "%"
        } else {
            ""
        };
        let peraga = format!("{} × {bobot}{tanda} = {benar}", hitung::tampil(s.nilai));
        let (letak, ujung, perbaikan) = if s.hasil_terbukti {
            (
                &s.bobot.letak,
                " Hasil kali yang tercetak sesuai dengan jumlahnya, sehingga bobot atau nilainya yang keliru.",
                "Betulkan bobot atau nilai pada baris itu menurut pedomannya.".to_owned(),
            )
        } else {
            (
                &s.hasil.letak,
                "",
                format!("Tulis {benar}, lalu hitung kembali jumlahnya."),
            )
        };
        let lain = [&s.nilai.letak, &s.bobot.letak, &s.hasil.letak];
        let mut temuan = Temuan::di(
            aturan,
            bahan,
            letak,
            format!(
                "Hasil kali pada baris \"{nama}\" tercetak {}, padahal {peraga}.{ujung}",
                hitung::tampil(s.hasil)
            ),
            perbaikan,
        )
        .hitungan(peraga)
        .selang(s.selang, presisi + 1)
        .terkait(bahan, lain.into_iter().filter(|l| *l != letak));
        if !s.hasil_terbukti {
            temuan = temuan.seharusnya(Some(benar));
        }
        catat.temuan(temuan);
    }
}
