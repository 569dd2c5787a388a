//! A number with fewer decimals than all others of its row or column.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Piece;

use crate::bacaan::{Angka, AngkaId, Golongan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "presisi-berbeda",
    judul: "Banyaknya desimal berbeda dari angka lain di baris atau kolomnya",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Angka sejenis dalam satu baris atau kolom sebaiknya ditulis dengan banyak desimal yang sama, supaya pembaca tahu bahwa nol di belakang memang nol dan bukan digit yang hilang. Yang ditandai hanya satu dua angka yang menyimpang dari banyak angka lain.",
            dasar: &["Ketelitian penulisan tabel"],
            buruk: &[
                "Unsur\tJAN\tFEB\tMAR\tAPR\tMEI\nPersyaratan\t3,21\t3,25\t3,2\t3,28\t3,30\nBiaya\t3,41\t3,45\t3,40\t3,48\t3,50\n",
                "Kegiatan\tCapaian\nPelatihan\t98,12%\nPenyuluhan\t97,5%\nPengawasan\t99,10%\nPembinaan\t96,45%\nPelaporan\t95,00%\n",
            ],
            baik: &[
                "Unsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,21\t3,25\t3,20\t3,28\nResponden\t40\t35\t30\t45\n",
                "Uraian\tNilai\nIndeks\t3,25\nCapaian\t97,5%\nJumlah\t40\nRata-rata\t3,1\n",
            ],
        },
    },
};

/// Numbers that must agree before one of them is odd.
const SEPAKAT: usize = 4;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    // Figures by table and by row (false) or column (true).
    let mut jajar: BTreeMap<(usize, bool, usize), Vec<AngkaId>> = BTreeMap::new();
    for (id, angka) in bacaan.angka.iter().enumerate() {
        let (Some(sel), Some(Piece::Grid(grid))) =
            (angka.letak.sel, bacaan.sumber.pieces.get(angka.letak.piece))
        else {
            continue;
        };
        let wajar =
            angka.golongan == Golongan::Besaran && angka.cacat.is_none() && angka.presisi > 0;
        if let Some(cell) = grid.cells.get(sel).filter(|_| wajar) {
            for (kolom, di) in [(false, cell.row), (true, cell.column)] {
                jajar
                    .entry((angka.letak.piece, kolom, di))
                    .or_default()
                    .push(AngkaId(id));
            }
        }
    }
    let mut sudah: BTreeSet<AngkaId> = BTreeSet::new();
    for ((_, kolom, _), semua) in jajar {
        let angka: Vec<&Angka> = semua.iter().map(|id| bacaan.angka(*id)).collect();
        let Some(lazim) = lazim(&angka) else {
            continue;
        };
        for (id, satu) in semua.iter().zip(&angka) {
            // The last one of a row or column is its total or its mean, which is rounded in its own way.
            let penutup = semua.last() == Some(id);
            if satu.presisi >= lazim || penutup || !sudah.insert(*id) {
                continue;
            }
            let tempat = if kolom { "kolom" } else { "baris" };
            let nilai = satu
                .nilai
                .map(|nilai| kinerja::bilangan::format(nilai, lazim));
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &satu.letak,
                    format!(
                        "Angka {} ditulis dengan {} desimal, sedangkan angka lain di {tempat} yang sama dengan {lazim} desimal.",
                        satu.teks, satu.presisi
                    ),
                    "Tulis dengan banyak desimal yang sama, setelah memastikan digit yang tidak tertulis memang nol.",
                )
                .seharusnya(nilai.map(|nilai| {
                    let akhiran = if satu.teks.ends_with('%') { "%" } else { "" };
                    format!("{nilai}{akhiran}")
                })),
            );
        }
    }
}

/// The number of decimals on which nearly all agree, where they have the same unit and size.
fn lazim(angka: &[&Angka]) -> Option<u32> {
    let mut presisi: BTreeMap<u32, usize> = BTreeMap::new();
    for satu in angka {
        *presisi.entry(satu.presisi).or_default() += 1;
    }
    let (lazim, banyak) = presisi.iter().max_by_key(|(_, n)| **n)?;
    let satuan_sama = angka
        .windows(2)
        .all(|dua| matches!(dua, [a, b] if a.satuan == b.satuan));
    let lain = angka.len() - banyak;
    let sesekali = lain > 0 && lain.saturating_mul(SEPAKAT) <= *banyak;
    (satuan_sama && sesekali).then_some(*lazim)
}
