//! A bracket without its partner.

use crate::bacaan::Letak;
use crate::rules::teks::{Satuan, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tanda-kurung",
    judul: "Tanda kurung tidak berpasangan.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kurung yang dibuka tanpa ditutup membuat batas keterangan tidak jelas. Tanda butir seperti \"1)\" atau \"a)\", \
                     tanda \"*)\", dan kurung yang berlanjut pada alinea berikutnya tidak dipersoalkan.",
            dasar: &["Setiap kurung buka memiliki kurung tutup."],
            buruk: &[
                "Inovasi SIAP (Sistem Informasi Arsip (untuk seluruh bidang) dipakai sejak Maret.",
                "Pelatihan diikuti 12 orang dari tiga bidang) sepanjang semester pertama.",
            ],
            baik: &[
                "Tahapannya ialah: 1) perencanaan, 2) pelaksanaan (termasuk pengawasan), dan a) pelaporan.",
                "Keterangan: *) angka sementara.",
                "Sistem Informasi Arsip (SIAP) dipakai sejak Maret (lihat huruf b)).",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let semua = satuan(bahan.bacaan.sumber);
    let alinea: Vec<&Satuan> = semua.iter().filter(|s| s.prosa()).collect();
    let pincang: Vec<Pincang> = alinea.iter().map(|s| pincang(s.teks)).collect();
    for (i, satuan) in alinea.iter().enumerate() {
        let Some(ini) = pincang.get(i) else { continue };
        // A page that ends inside of brackets leaves one half in each paragraph.
        let lanjut = pincang.get(i + 1).is_some_and(|p| !p.tutup.is_empty());
        let sambung = i
            .checked_sub(1)
            .and_then(|j| pincang.get(j))
            .is_some_and(|p| !p.buka.is_empty());
        let buka = ini.buka.iter().filter(|_| !lanjut);
        let tutup = ini.tutup.iter().filter(|_| !sambung);
        for (at, terbuka) in buka
            .map(|at| (*at, true))
            .chain(tutup.map(|at| (*at, false)))
            .take(3)
        {
            let letak = dengan_kata(satuan, at, terbuka);
            let pesan = if terbuka {
                "Kurung buka ini tidak ditutup."
            } else {
                "Kurung tutup ini tidak dibuka."
            };
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Lengkapi pasangan tanda kurungnya, atau hapus yang berlebih.",
            ));
        }
    }
}

/// Brackets without partner.
#[derive(Debug, Default)]
struct Pincang {
    buka: Vec<usize>,
    tutup: Vec<usize>,
}

fn pincang(teks: &str) -> Pincang {
    let mut hasil = Pincang::default();
    for (at, c) in teks.char_indices() {
        match c {
            '(' => hasil.buka.push(at),
            ')' if hasil.buka.pop().is_none() && !is_tanda_butir(teks, at) => hasil.tutup.push(at),
            _ => {}
        }
    }
    hasil
}

/// Whether a closing bracket only ends the mark of an item or of a note: "1)", "a)", "iv)", "*)".
fn is_tanda_butir(teks: &str, at: usize) -> bool {
    let kiri = teks.get(..at).unwrap_or_default();
    let kata = kiri
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let pendek = kata.chars().count() <= 3
        && kata
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "*.)".contains(c));
    pendek || kata.is_empty() || kiri.ends_with([':', ';'])
}

/// The bracket with the word that it touches.
fn dengan_kata(satuan: &Satuan, at: usize, terbuka: bool) -> Letak {
    let teks = satuan.teks;
    if terbuka {
        let akhir = teks
            .get(at + 1..)
            .and_then(|s| s.find(char::is_whitespace))
            .map_or(teks.len(), |i| at + 1 + i);
        return satuan.letak.bagian(at..akhir);
    }
    let kiri = teks.get(..at).unwrap_or_default();
    let awal = kiri.rfind(char::is_whitespace).map_or(0, |i| {
        i + kiri
            .get(i..)
            .and_then(|s| s.chars().next())
            .map_or(1, char::len_utf8)
    });
    satuan.letak.bagian(awal..at + 1)
}
