//! A number and its words in parentheses that do not say the same.

use crate::bacaan::Golongan;
use crate::understand::angka::terbilang::baca_terbilang;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "terbilang-berbeda",
    judul: "Angka tidak sama dengan terbilangnya",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Angka yang diikuti tulisan hurufnya dalam kurung harus sama dengan tulisan itu. Bila berbeda, pembaca tidak tahu mana yang benar.",
            dasar: &["Ketelitian penulisan: satu nilai ditulis dua kali"],
            buruk: &[
                "Dinas ini mempunyai 7 (delapan) sasaran strategis yang diukur setiap tahun.",
                "Pagu kegiatan tersebut sebesar Rp1.500.000 (satu juta empat ratus ribu rupiah) pada tahun 2022.",
            ],
            baik: &[
                "Survei terdiri dari 9 (sembilan) unsur layanan dan diikuti 125 (seratus dua puluh lima) responden.",
                "Jumlah anggota tim adalah 5 (dua perempuan) orang dan 3 (tiga), yaitu ketua, sekretaris, dan bendahara.",
                "Nilai indeks 3,25 (Indeks) dan capaian 97,5% (sembilan puluh tujuh koma lima persen).",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (id, angka) in bahan.bacaan.angka.iter().enumerate() {
        let (Some(letak), Some(nilai)) = (&angka.terbilang, angka.nilai) else {
            continue;
        };
        if !matches!(
            angka.golongan,
            Golongan::Besaran | Golongan::Tahun | Golongan::Tanggal
        ) {
            continue;
        }
        let kata = bahan.bacaan.teks(letak);
        let Some(terbaca) = baca_terbilang(kata) else {
            continue;
        };
        catat.diperiksa([crate::bacaan::AngkaId(id)]);
        // "5 (dua perempuan)" tells of some of the five.
        if terbaca == nilai || bersatuan_lain(kata) {
            continue;
        }
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                letak,
                format!(
                    "Angka {} diikuti terbilang \"{kata}\", yang berarti {}.",
                    angka.teks,
                    tampil(terbaca)
                ),
                "Pastikan nilai yang benar, lalu samakan angka dan terbilangnya.",
            )
            .terkait(bahan, [&angka.letak]),
        );
    }
}

/// Whether something other than money or a share stands behind the number words.
fn bersatuan_lain(kata: &str) -> bool {
    let akhir = kata
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|k| !k.is_empty())
        .unwrap_or_default();
    baca_terbilang(akhir).is_none()
        && !matches!(
            akhir.to_lowercase().as_str(),
            "rupiah"
                | "persen"
                | "puluh"
                | "belas"
                | "ratus"
                | "ribu"
                | "juta"
                | "miliar"
                | "milyar"
                | "triliun"
        )
}

fn tampil(nilai: rust_decimal::Decimal) -> String {
    kinerja::bilangan::format(nilai, nilai.normalize().scale())
}
