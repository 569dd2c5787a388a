//! "And so on" where the list should go on.

use super::tanda::{JenisSisa, sisa};
use crate::rules::teks::{Jenis, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "dst-tertinggal",
    judul: "Butir atau sel hanya berisi \"dst\".",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Templat memberi dua contoh butir lalu \"dst\" agar penyusun meneruskannya. Butir atau sel yang hanya berisi \"dst\" \
                     menandakan daftar belum dilengkapi; \"dst\" di akhir kalimat biasa tidak dipersoalkan.",
            dasar: &["Daftar dalam laporan harus lengkap agar dapat ditelusuri."],
            buruk: &[
                "Layanan yang diberikan meliputi:\n\n1. Penerbitan kartu keluarga;\n2. Penerbitan akta kelahiran;\n3. dst.",
                "No\tKegiatan\tJumlah\n1\tPenyuluhan\t4\n2\tBimbingan\t3\n3\tdst\t",
                "Upaya yang dilakukan:\n\n1. Menambah loket;\n2. [dst].",
            ],
            baik: &[
                "Kantor melayani akta kelahiran, akta kematian, kartu keluarga, dst.",
                "Layanan yang diberikan meliputi:\n\n1. Penerbitan kartu keluarga; dan\n2. Penerbitan akta kelahiran, akta kematian, dsb.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for satuan in satuan(bahan.bacaan.sumber) {
        let rentang: Vec<_> = if is_dst(satuan.teks)
            && !satuan.teks.contains('[')
            && matches!(satuan.jenis, Jenis::Butir | Jenis::Sel | Jenis::Paragraf)
        {
            let awal = satuan.teks.find(char::is_alphabetic).unwrap_or(0);
            let akhir = satuan.teks.trim_end_matches(['.', ';']).len();
            std::iter::once(awal..akhir).collect()
        } else {
            sisa(satuan.teks, satuan.jenis)
                .into_iter()
                .filter(|s| s.jenis == JenisSisa::Dst)
                .map(|s| s.rentang)
                .collect()
        };
        for rentang in rentang {
            let letak = satuan.letak.bagian(rentang);
            let pesan = format!(
                "Daftar ini berakhir dengan {}, belum dengan butirnya.",
                bahan.bacaan.teks(&letak)
            );
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Lengkapi daftarnya, atau hapus butir ini.",
            ));
        }
    }
}

/// Whether nothing but "and so on" stands there, perhaps behind the number of a list.
fn is_dst(teks: &str) -> bool {
    let kecil = teks.trim().to_lowercase();
    let polos = kecil.trim_matches(|c: char| !c.is_alphabetic());
    matches!(
        polos,
        "dst" | "dan seterusnya" | "dan sebagainya" | "dst dst"
    ) && kecil.len() <= polos.len() + 8
}
