//! "And so on" where the list should go on.

use super::tanda::JenisSisa;
use crate::rules::ingatan::bersisa;
use crate::rules::teks::Jenis;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "dst-tertinggal",
    judul: "Butir atau sel hanya berisi \"dst\".",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Templat memberi dua contoh butir lalu \"dst\" agar penyusun meneruskannya. Butir atau sel yang hanya berisi \"dst\" \
                     menandakan daftar belum dilengkapi; \"dst\" di akhir kalimat biasa tidak dipersoalkan, kecuali sesudah perincian yang sudah ditutup dengan \"dan\".",
            dasar: &["Daftar dalam laporan harus lengkap agar dapat ditelusuri."],
            buruk: &[
                "Layanan yang diberikan meliputi:\n\n1. Penerbitan kartu keluarga;\n2. Penerbitan akta kelahiran;\n3. dst.",
                "No\tKegiatan\tJumlah\n1\tPenyuluhan\t4\n2\tBimbingan\t3\n3\tdst\t",
                "Upaya yang dilakukan:\n\n1. Menambah loket;\n2. [dst].",
                "Upaya yang dilakukan:\n\n1. Menambah loket;\n2. Melatih petugas;\n3. ...",
                "Rencana tahun depan: penataan arsip, pelatihan petugas, dan penambahan loket, dst.",
            ],
            baik: &[
                "Kantor melayani akta kelahiran, akta kematian, kartu keluarga, dst.",
                "Layanan yang diberikan meliputi:\n\n1. Penerbitan kartu keluarga; dan\n2. Penerbitan akta kelahiran, akta kematian, dsb.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (satuan, sisa) in bersisa(bahan.bacaan) {
        let rentang: Vec<_> = if is_dst(satuan.teks)
            && !satuan.teks.contains('[')
            && matches!(satuan.jenis, Jenis::Butir | Jenis::Sel | Jenis::Paragraf)
        {
            let awal = satuan.teks.find(char::is_alphabetic).unwrap_or(0);
            let akhir = satuan.teks.trim_end_matches(['.', ';']).len();
            std::iter::once(awal..akhir).collect()
        } else {
            sisa.iter()
                .filter(|s| s.jenis == JenisSisa::Dst)
                .map(|s| s.rentang.clone())
                .collect()
        };
        let tiga_titik = satuan.jenis == Jenis::Butir && matches!(satuan.teks.trim(), "..." | "…");
        let rentang = if tiga_titik && rentang.is_empty() {
            std::iter::once(0..satuan.teks.trim_end().len()).collect()
        } else {
            rentang
        };
        let rentang = match tertutup(satuan.teks).filter(|_| satuan.prosa()) {
            Some(ekor) if rentang.is_empty() => vec![ekor],
            _ => rentang,
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

/// "And so on" behind an enumeration that "and" has closed: "a, b, dan c, dst."
fn tertutup(teks: &str) -> Option<std::ops::Range<usize>> {
    const PANJANG: usize = 160;
    // Plain lower case keeps each byte at its place.
    let kecil = teks.to_ascii_lowercase();
    kecil.match_indices(", dst").find_map(|(at, tanda)| {
        let akhir = at + tanda.len();
        let lanjut = kecil.get(akhir..)?;
        let penuh = !lanjut.starts_with(char::is_alphanumeric);
        let depan = kecil.get(..at)?;
        let dari = depan.rfind([';', '.', ':']).map_or(0, |titik| titik + 1);
        let butir = depan.get(dari..)?.rfind(", dan ")? + dari;
        let terakhir = depan.get(butir + 2..)?;
        (penuh && terakhir.len() <= PANJANG && !terakhir.contains(',')).then_some(at + 2..akhir)
    })
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
