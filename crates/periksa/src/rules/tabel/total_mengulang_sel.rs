//! A sum that only repeats one of its rows.

use super::alat::{nama_baris, presisi, tampil};
use super::jumlah::semua;
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "total-mengulang-sel",
    judul: "Baris jumlah hanya mengulang salah satu barisnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Jumlah yang sama persis dengan satu baris, padahal baris lain tidak nol, biasanya tersalin dari baris itu dan belum dijumlahkan.",
            dasar: &["Aritmetika: jumlah kolom"],
            buruk: &[
                "No\tGolongan\tLaki-laki\tPerempuan\n1\tIV\t3\t2\n2\tIII\t25\t18\n3\tII\t7\t5\nJumlah\t\t25\t25\n",
                "Kegiatan\tPagu\tRealisasi\nPelatihan Petugas\tRp150.000.000\tRp140.000.000\nPengadaan Alat\tRp420.000.000\tRp400.000.000\nJumlah\tRp420.000.000\tRp540.000.000\n",
            ],
            baik: &[
                "No\tGolongan\tLaki-laki\tPerempuan\n1\tIV\t0\t2\n2\tIII\t25\t18\n3\tII\t0\t5\nJumlah\t\t25\t25\n",
                "Kegiatan\tPagu\tRealisasi\nPelatihan Petugas\tRp150.000.000\tRp140.000.000\nPengadaan Alat\tRp420.000.000\tRp400.000.000\nJumlah\tRp570.000.000\tRp540.000.000\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for s in semua(bacaan).selisih {
        let Some((rujuk, _, sumber)) = s.mengulang().and_then(|i| s.suku.get(i)) else {
            continue;
        };
        let (_, tercetak) = s.tercetak;
        let presisi = presisi(s.suku.iter().map(|(_, _, a)| *a).chain([tercetak]));
        let benar = tampil(tercetak, s.jumlah, presisi);
        let nama = bacaan
            .tabel
            .get(rujuk.tabel)
            .and_then(|t| t.baris.get(rujuk.baris))
            .map(nama_baris)
            .unwrap_or_default();
        let pesan = format!(
            "Jumlah kolom \"{}\" tercetak {}, sama dengan baris \"{nama}\" saja; seluruh barisnya berjumlah {benar}.",
            s.nama_kolom(bacaan),
            hitung::tampil(tercetak),
        );
        let peraga = hitung::deret(s.suku.iter().map(|(_, _, a)| hitung::tampil(a)));
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &tercetak.letak,
                pesan,
                format!("Tulis {benar}, atau periksa baris lain bila jumlah itu memang benar."),
            )
            .hitungan(format!("{peraga} = {benar}"))
            .seharusnya(Some(benar))
            .terkait(bahan, [&sumber.letak]),
        );
    }
}
