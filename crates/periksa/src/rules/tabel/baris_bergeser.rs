//! A row whose figures stand one column beside where the earlier table has them.

use super::alat::nama_baris;
use super::kembaran::semua;
use crate::bacaan::Letak;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "baris-bergeser",
    judul: "Angka sebuah baris bergeser satu kolom dibandingkan dengan tabel yang sama sebelumnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Pada tabel yang diulang, satu baris yang seluruh angkanya berpindah satu kolom ke kanan atau ke kiri terjadi karena sel terlewat waktu menyalin.",
            dasar: &["Angka yang sama harus tercetak sama di seluruh laporan"],
            buruk: &[
                "Unsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,51\t3,42\t3,63\t3,54\nProsedur\t3,41\t3,45\t3,71\t3,66\nWaktu\t3,61\t3,48\t3,52\t3,58\n\nTabel itu diulang di bawah ini.\n\nUnsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,51\t3,42\t3,63\t3,54\nProsedur\t3,45\t3,71\t3,66\t3,41\nWaktu\t3,61\t3,48\t3,52\t3,58\n",
                "Uraian\t2019\t2020\t2021\t2022\nPaspor\t4.120\t1.310\t2.250\t5.870\nIzin tinggal\t812\t430\t511\t790\nPemeriksaan\t120\t98\t101\t143\n\nPerkembangan itu tampak kembali di sini.\n\nUraian\t2019\t2020\t2021\t2022\nPaspor\t4.120\t1.310\t2.250\t5.870\nIzin tinggal\t512\t812\t430\t511\nPemeriksaan\t120\t98\t101\t143\n",
            ],
            baik: &[
                "Unsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,51\t3,42\t3,63\t3,54\nProsedur\t3,41\t3,45\t3,71\t3,66\nWaktu\t3,61\t3,48\t3,52\t3,58\n\nTabel itu diulang di bawah ini.\n\nUnsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,51\t3,42\t3,63\t3,54\nProsedur\t3,41\t3,45\t3,71\t3,66\nWaktu\t3,61\t3,48\t3,52\t3,58\n",
                "Uraian\t2019\t2020\t2021\t2022\nPaspor\t4.120\t1.310\t2.250\t5.870\nIzin tinggal\t812\t812\t812\t812\nPemeriksaan\t120\t98\t101\t143\n\nPerkembangan itu tampak kembali di sini.\n\nUraian\t2019\t2020\t2021\t2022\nPaspor\t4.120\t1.310\t2.250\t5.870\nIzin tinggal\t812\t812\t812\t812\nPemeriksaan\t120\t98\t101\t143\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for kembaran in semua(bahan.bacaan) {
        for baris in &kembaran.baris {
            let Some(geser) = baris.geseran() else {
                continue;
            };
            let sini: Vec<&Letak> = baris
                .sel
                .iter()
                .filter_map(|(_, a, _)| a.map(|(_, a)| &a.letak))
                .collect();
            let sana: Vec<&Letak> = baris
                .sel
                .iter()
                .filter_map(|(_, _, b)| b.map(|(_, b)| &b.letak))
                .collect();
            let Some(pertama) = sini.first() else {
                continue;
            };
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    pertama,
                    format!(
                        "Angka baris \"{}\" bergeser satu kolom ke {} dibandingkan dengan tabel yang sama sebelumnya.",
                        nama_baris(baris.baris),
                        if geser > 0 { "kanan" } else { "kiri" }
                    ),
                    "Kembalikan setiap angka ke kolomnya, lalu isi sel yang terlewat.",
                )
                .terkait(bahan, sini.iter().skip(1).chain(&sana).copied()),
            );
        }
    }
}
