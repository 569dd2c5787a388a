//! The mark of a footnote without its text, or a text without its mark.

use std::collections::BTreeSet;

use document::source::Piece;

use crate::bacaan::Letak;
use crate::rules::teks::{Jenis, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "catatan-kaki-yatim",
    judul: "Tanda catatan kaki tidak memiliki teks, atau teksnya tidak memiliki tanda.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Angka kecil di atas baris menunjuk catatan kaki. Bila catatannya tidak ada, pembaca mencari keterangan yang hilang; \
                     bila tandanya tidak ada, catatan itu tidak menerangkan apa pun. Pangkat pada satuan (m², km²) bukan tanda catatan.",
            dasar: &["Setiap tanda catatan kaki berpasangan dengan satu teks."],
            buruk: &[
                "Kewenangan ini berasal dari undang-undang.²\n\nJumlah pemohon adalah 40 orang.³\n\n³ Data bulan Desember.",
                "Jumlah pemohon adalah 40 orang.¹\n\n¹ Data bulan Desember.\n\n² Data diolah dari aplikasi layanan.",
            ],
            baik: &[
                "Luas gedung adalah 450 m² dan wilayah kerja 12.400 km².\n\nJumlah pemohon adalah 40 orang.¹\n\n¹ Data bulan Desember.",
                "Jumlah pemohon adalah 40 orang.¹ Sebagian besar perempuan.²\n\n¹ Data bulan Desember.\n\n² Data diolah.",
            ],
        },
    },
};

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let sumber = bahan.bacaan.sumber;
    let teks: BTreeSet<&str> = sumber
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Footnote { mark, .. } => Some(mark.as_str()),
            _ => None,
        })
        .collect();
    // A reader that found no footnote at all may not know them.
    if teks.is_empty() {
        return;
    }
    let mut tanda: BTreeSet<String> = BTreeSet::new();
    for satuan in satuan(sumber)
        .into_iter()
        .filter(|s| s.jenis != Jenis::Rumus)
    {
        for (nomor, letak) in tanda_di(satuan.teks, &satuan.letak) {
            if satuan.jenis != Jenis::CatatanKaki && !teks.contains(nomor.as_str()) {
                let pesan = format!("Tanda catatan kaki {nomor} tidak memiliki teks catatan.");
                catat.temuan(Temuan::di(
                    aturan,
                    bahan,
                    &letak,
                    pesan,
                    "Tambahkan teks catatannya, atau hapus tandanya.",
                ));
            }
            tanda.insert(nomor);
        }
    }
    if tanda.is_empty() {
        return;
    }
    for (piece, isi) in sumber.pieces.iter().enumerate() {
        if let Piece::Footnote { mark, passage } = isi
            && mark.chars().all(|c| c.is_ascii_digit())
            && !tanda.contains(mark)
        {
            let letak = Letak::new(piece, 0..passage.text.len());
            let pesan =
                format!("Catatan kaki {mark} tidak ditunjuk oleh tanda mana pun dalam teks.");
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Bubuhkan tandanya pada kata yang diterangkan, atau hapus catatannya.",
            ));
        }
    }
}

/// The marks of footnotes in a text: the word that carries each, with its mark.
fn tanda_di(teks: &str, letak: &Letak) -> Vec<(String, Letak)> {
    let mut hasil = Vec::new();
    let mut dari = 0;
    while let Some(awal) = teks
        .get(dari..)
        .and_then(|s| s.find(RAISED))
        .map(|i| i + dari)
    {
        let ekor = teks.get(awal..).unwrap_or_default();
        let digit: Vec<usize> = ekor
            .chars()
            .map_while(|c| RAISED.iter().position(|r| *r == c))
            .collect();
        let akhir = awal
            + ekor
                .chars()
                .take(digit.len())
                .map(char::len_utf8)
                .sum::<usize>();
        dari = akhir;
        let kiri = teks.get(..awal).unwrap_or_default();
        let kata = kiri.rsplit(char::is_whitespace).next().unwrap_or_default();
        if kata.is_empty() && !kiri.is_empty() || is_pangkat(kata) {
            continue;
        }
        let nomor: String = digit.iter().map(|d| d.to_string()).collect();
        hasil.push((nomor, letak.bagian(awal - kata.len()..akhir)));
    }
    hasil
}

/// Whether a raised digit behind this word is an exponent.
fn is_pangkat(kata: &str) -> bool {
    let polos = kata
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .to_lowercase();
    let satuan = matches!(
        polos.as_str(),
        "m" | "km" | "cm" | "mm" | "dm" | "hm" | "dam" | "r" | "x" | "y" | "s" | "n" | "σ"
    );
    satuan
        || kata.ends_with(|c: char| c.is_ascii_digit() || c == ')')
            && !kata.contains(char::is_alphabetic)
}
