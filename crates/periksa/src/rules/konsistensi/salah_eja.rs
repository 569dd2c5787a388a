//! A word that is one letter away from a word that the document uses far more often, beside the same neighbours.

use std::collections::BTreeMap;

use crate::rules::ingatan::indeks_kata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "salah-eja",
    judul: "Kata mungkin salah ketik.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kata yang hanya berbeda satu huruf dari kata yang jauh lebih sering dipakai, dan berdampingan dengan kata yang sama, \
                     mungkin salah ketik. Huruf pertama dan terakhir dianggap benar, sebab imbuhan mengubahnya; pertukaran huruf hanya \
                     diduga bila huruf pengganti menyalin tetangganya.",
            dasar: &["Pemakaian kata dalam laporan itu sendiri dan dalam kamus program ini."],
            buruk: &[
                "Sasaran kegiatan dinas ada tiga. Setiap sasaran kegiatan memiliki target. Capaian sasaran kegiatan diukur tiap triwulan. \
                 Sasaran kegiatan pertama terpenuhi. Sasaran kegiatan kedua terpenuhi. Sararan kegiatan ketiga belum terpenuhi.",
                "Jumlah responden naik. Jumlah responden laki-laki lebih banyak. Jumlah responden perempuan tetap. Data jumlah reponden \
                 disajikan berikut. Hitungan jumlah responden mengikuti pedoman.",
            ],
            baik: &[
                "Layanan pengamanan keimigrasian meningkat. Kegiatan pengamanan keimigrasian dilaksanakan. Unit pengamanan keimigrasian \
                 bertugas. Hasil pengamanan keimigrasian dilaporkan. Hasil pengamatan keimigrasian dicatat.",
                "Bagian umum menyusun rencana. Bagian umum menyusun laporan. Bagian umum menyusun anggaran. Bagan umum menyusun diri.",
            ],
        },
    },
};

/// Shorter words are too often one letter apart by chance.
const TERPENDEK: usize = 6;
/// The right word occurs at least so often.
const TERSEDIKIT: usize = 3;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let indeks = indeks_kata(bahan);
    // Every common word under itself and under itself without one letter.
    let mut bentuk: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (kata, pakai) in &indeks.kata {
        if pakai.len() >= TERSEDIKIT && layak(kata) {
            for satu in std::iter::once(kata.clone()).chain(tanpa_satu(kata)) {
                bentuk.entry(satu).or_default().push(kata);
            }
        }
    }
    for (kata, pakai) in &indeks.kata {
        if pakai.len() > 2 || !layak(kata) || indeks.dalam_kamus(kata) {
            continue;
        }
        let mut calon: Vec<&str> = std::iter::once(kata.clone())
            .chain(tanpa_satu(kata))
            .filter_map(|bentuk_kata| bentuk.get(&bentuk_kata))
            .flatten()
            .copied()
            .filter(|benar| *benar != kata)
            .collect();
        calon.sort_unstable();
        calon.dedup();
        for benar in calon {
            let kuat = indeks.sering(benar);
            let slip = match slip(kata, benar) {
                Some(Slip::Tukar) => kuat >= pakai.len() * 5 && kuat >= 5,
                Some(Slip::Lain) => kuat >= pakai.len() * 2 && kuat >= TERSEDIKIT,
                None => false,
            };
            let sekonteks = pakai.iter().any(|p| indeks.sekonteks(p, benar));
            let [pertama, lain @ ..] = pakai.as_slice() else {
                continue;
            };
            if slip && sekonteks {
                let tertulis = bahan.bacaan.teks(&pertama.letak);
                let pesan = format!(
                    "\"{tertulis}\" mungkin salah ketik; di tempat lain laporan ini menulis \"{benar}\"."
                );
                catat.temuan(
                    Temuan::di(
                        aturan,
                        bahan,
                        &pertama.letak,
                        pesan,
                        format!("Tulis \"{benar}\" bila kata itu yang dimaksud."),
                    )
                    .seharusnya(Some(benar.to_owned()))
                    .terkait(bahan, lain.iter().map(|p| &p.letak)),
                );
                break;
            }
        }
    }
}

fn layak(kata: &str) -> bool {
    kata.chars().count() >= TERPENDEK && kata.chars().all(|c| c.is_ascii_alphabetic())
}

/// The word without each of its inner letters.
fn tanpa_satu(kata: &str) -> Vec<String> {
    (1..kata.len().saturating_sub(1))
        .filter_map(|i| Some(format!("{}{}", kata.get(..i)?, kata.get(i + 1..)?)))
        .collect()
}

/// Kinds of slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// A letter lost, one too many, or two in the wrong order.
    Lain,
    /// A letter replaced by a copy of one near it.
    Tukar,
}

/// The slip that makes `salah` out of `benar`; both are plain letters.
fn slip(salah: &str, benar: &str) -> Option<Slip> {
    let (s, b) = (salah.as_bytes(), benar.as_bytes());
    if s.len() != b.len() {
        // The middle alone decides, for affixes change the ends.
        let ujung = s.first() == b.first() && s.last() == b.last();
        return ujung.then_some(Slip::Lain);
    }
    let beda: Vec<usize> = (0..s.len()).filter(|i| s.get(*i) != b.get(*i)).collect();
    match beda.as_slice() {
        [i, j] if *j == i + 1 && s.get(*i) == b.get(*j) && s.get(*j) == b.get(*i) => {
            Some(Slip::Lain)
        }
        [i] if *i > 0 && *i + 1 < s.len() => {
            let huruf = s.get(*i)?;
            let dekat = [i.checked_sub(2), Some(i + 2)]
                .into_iter()
                .flatten()
                .any(|j| s.get(j) == Some(huruf));
            dekat.then_some(Slip::Tukar)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip};

    #[test]
    fn a_slip_is_a_lost_added_swapped_or_copied_letter_inside() {
        assert_eq!(slip("reponden", "responden"), Some(Slip::Lain));
        assert_eq!(slip("linkert", "likert"), Some(Slip::Lain));
        assert_eq!(slip("indikaotr", "indikator"), Some(Slip::Lain));
        assert_eq!(slip("sararan", "sasaran"), Some(Slip::Tukar));
        assert_eq!(slip("pengamatan", "pengamanan"), None);
        assert_eq!(slip("menjadi", "penjadi"), None);
    }
}
