//! A cell that holds a mark for a value instead of the value.

use document::source::Piece;

use super::tanda::sisa;
use crate::bacaan::Letak;
use crate::rules::teks::Jenis;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "sel-belum-diisi",
    judul: "Sel tabel hanya memuat tanda tempat isian.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sel yang berisi titik-titik, garis bawah, tanda tanya, atau kata seperti \"diisi\" menandakan nilainya belum \
                     dimasukkan. Tanda hubung tunggal lazim berarti nihil dan tidak dipersoalkan; tabel berkolom dua dengan titik-titik \
                     adalah formulir.",
            dasar: &["Baris tabel hanya dapat diperiksa bila sel-selnya terisi."],
            buruk: &[
                "No\tIndikator\tTarget\tRealisasi\n1\tPersentase arsip tertata\t80\t……\n2\tNilai SAKIP\t72\t73,1",
                "No\tIndikator\tTarget\tRealisasi\n1\tPersentase arsip tertata\t80\t???\n2\tNilai SAKIP\t72\tbelum diisi",
            ],
            baik: &[
                "No\tIndikator\tTarget\tRealisasi\n1\tPersentase arsip tertata\t80\t-\n2\tNilai SAKIP\t72\t73,1",
                "Nama\t: ........\nJabatan\t: ........",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        let Piece::Grid(grid) = isi else { continue };
        if grid.columns < 3 || grid.rows < 2 {
            continue;
        }
        for (nomor, sel) in grid.cells.iter().enumerate() {
            let teks = sel.passage.text.trim();
            if !is_tanda(teks) || !sisa(&sel.passage.text, Jenis::Sel).is_empty() {
                continue;
            }
            let letak = Letak::di_sel(piece, nomor, 0..sel.passage.text.len());
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                format!("Sel ini hanya memuat \"{teks}\", belum nilainya."),
                "Isi sel dengan nilainya, atau tulis bahwa datanya tidak tersedia beserta sebabnya.",
            ));
        }
    }
}

/// Whether a cell only keeps a place.
fn is_tanda(teks: &str) -> bool {
    let kecil = teks.to_lowercase();
    let titik: usize = teks.chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
    let deret = !teks.is_empty() && teks.chars().all(|c| ".…_ ".contains(c)) && titik >= 3;
    let tanya = teks.len() >= 2 && teks.chars().all(|c| c == '?');
    let kata = matches!(
        kecil.as_str(),
        "belum diisi" | "diisi" | "isi" | "tbd" | "tba" | "to be filled" | "wajib diisi"
    );
    deret || tanya || kata
}
