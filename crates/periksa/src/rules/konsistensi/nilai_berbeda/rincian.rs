//! A value that a sentence says right before the table of its parts, and the last line of that table.

use crate::bacaan::{Angka, AngkaId, Bacaan, Golongan, JenisBaris, Kalimat, SatuanCetak, Tabel};
use crate::hitung::tampil;
use crate::rules::konsistensi::besaran::sama;
use crate::salah_ketik::{SalahKetik, salah_ketik};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Pemeriksaan, Temuan};

/// Words by which a sentence hands over to the table of its parts.
const PENGANTAR: &[&str] = &[
    "dengan rincian",
    "dengan perincian",
    "dengan komposisi",
    "rinciannya",
    "terdiri atas",
];

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let teks = bacaan.teks(&kalimat.letak);
        let kata = normal(teks);
        let menyerah = (teks.trim_end().ends_with(':') || kata.ends_with("berikut"))
            && PENGANTAR.iter().any(|f| kata.contains(f));
        // "… adalah 94,55. Rinciannya disajikan pada Tabel 28."
        let berikut = bacaan.kalimat.get(i.saturating_add(1)).filter(|k| {
            let teks = normal(bacaan.teks(&k.letak));
            k.letak.piece == kalimat.letak.piece
                && k.angka
                    .iter()
                    .all(|id| bacaan.angka(*id).golongan != Golongan::Besaran)
                && teks.contains("tabel")
                && (teks.starts_with("rinciannya") || teks.starts_with("perinciannya"))
        });
        let tabel = match berikut {
            Some(k) => tabel(bacaan, i.saturating_add(1), k),
            None if menyerah => tabel(bacaan, i, kalimat),
            None => None,
        };
        let Some(tabel) = tabel else {
            continue;
        };
        let besaran: Vec<AngkaId> = kalimat
            .angka
            .iter()
            .copied()
            .filter(|id| bacaan.angka(*id).golongan == Golongan::Besaran)
            .collect();
        if let [id] = besaran.as_slice() {
            satu(bahan, aturan, catat, *id, tabel, &kata);
        }
    }
}

/// The table right below a sentence, but for its caption.
fn tabel<'b>(bacaan: &'b Bacaan, i: usize, kalimat: &Kalimat) -> Option<&'b Tabel> {
    let piece = kalimat.letak.piece;
    let tabel = bacaan
        .tabel
        .get(bacaan.tabel.partition_point(|t| t.piece <= piece))?;
    if tabel.piece > piece.saturating_add(2) {
        return None;
    }
    // Nothing but a caption stands between.
    let lain = bacaan
        .kalimat
        .get(i + 1..)?
        .iter()
        .find(|k| k.letak.piece > piece || k.letak.awal > kalimat.letak.awal);
    let judul = lain
        .filter(|k| k.letak.piece < tabel.piece)
        .is_none_or(|k| normal(bacaan.teks(&k.letak)).starts_with("tabel"));
    judul.then_some(tabel)
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    id: AngkaId,
    tabel: &Tabel,
    kata: &str,
) {
    let bacaan = bahan.bacaan;
    let cetak = bacaan.angka(id);
    let Some(akhir) = baris_akhir(tabel, kata) else {
        return;
    };
    let semua: Vec<&Angka> = tabel
        .angka
        .values()
        .flatten()
        .map(|id| bacaan.angka(*id))
        .collect();
    // Whatever the table prints somewhere may be what the sentence means.
    if semua
        .iter()
        .any(|a| sama(a, cetak) || a.nilai == cetak.nilai)
    {
        return;
    }
    let sepadan = |a: &Angka| {
        a.besaran().is_some()
            && (a.presisi == cetak.presisi || bergeser(a, cetak))
            && (a.satuan == cetak.satuan
                || ![a.satuan, cetak.satuan].contains(&SatuanCetak::Rupiah)
                    && ![a.satuan, cetak.satuan].contains(&SatuanCetak::Persen))
    };
    let hasil: Vec<&Angka> = (0..tabel.kolom.len())
        .filter_map(|k| match tabel.sel(akhir, k) {
            [id] => Some(bacaan.angka(*id)),
            _ => None,
        })
        .collect();
    // The last cell of the line is the result of the table.
    let Some(total) = hasil.last().filter(|a| sepadan(a)) else {
        return;
    };
    catat.diperiksa([id]);
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            format!(
                "Tertulis {}, sedangkan tabel rinciannya berakhir pada {}",
                tampil(cetak),
                tampil(total)
            ),
            "Cocokkan keduanya dengan data sumbernya, lalu pakai satu nilai di kalimat dan tabel.",
        )
        .berat(Berat::Anjuran)
        .seharusnya(Some(tampil(total)))
        .terkait(bahan, [&total.letak]),
    );
}

/// Whether one is the other with its decimal mark elsewhere.
fn bergeser(a: &Angka, cetak: &Angka) -> bool {
    a.nilai
        .zip(cetak.nilai)
        .and_then(|(benar, n)| salah_ketik(n, cetak.presisi, benar))
        == Some(SalahKetik::Koma)
}

/// The last line, where it sums up: a total, a line with a result and nothing else, or one with the name of what the
/// sentence says.
fn baris_akhir(tabel: &Tabel, kata: &str) -> Option<usize> {
    let akhir = tabel.baris.last()?;
    let isi = (0..tabel.kolom.len())
        .filter(|k| !tabel.sel(akhir.row, *k).is_empty())
        .count();
    let penuh = tabel
        .isi()
        .filter(|b| b.row != akhir.row)
        .map(|b| {
            (0..tabel.kolom.len())
                .filter(|k| !tabel.sel(b.row, *k).is_empty())
                .count()
        })
        .max()?;
    let label = normal(&akhir.label);
    let bernama = label.len() > 3 && kata.contains(&label);
    (akhir.jenis == JenisBaris::Total || bernama || (isi == 1 && penuh >= 3)).then_some(akhir.row)
}
