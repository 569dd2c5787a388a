//! A decimal point in a document of decimal commas.

use std::collections::BTreeMap;

use crate::bacaan::{Angka, AngkaId, Bacaan, Cacat, Golongan};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tanda-desimal-campur",
    judul: "Titik dipakai sebagai tanda desimal di antara angka yang memakai koma",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Dalam bahasa Indonesia koma memisahkan desimal dan titik memisahkan ribuan. Bila satu dokumen memakai keduanya untuk desimal, 3.130 dapat terbaca tiga ribu seratus tiga puluh. Yang ditandai hanya angka yang menyimpang dari kebiasaan dokumen itu sendiri.",
            dasar: &["Pedoman Umum Ejaan Bahasa Indonesia: tanda koma memisahkan desimal"],
            buruk: &[
                "Indeks tahun 2022 sebesar 3,41 dari target 3,30, sedangkan tahun 2021 sebesar 3.25 indeks dari target 3,20.",
                "Penyerapan mencapai 98,12% dari pagu, naik dari 97.35% pada tahun lalu dan 96,80% pada dua tahun lalu.",
            ],
            baik: &[
                "Realisasi sebesar Rp1.250.000 atau 98,12% dari pagu, dengan 3.130 berkas yang selesai.",
                "Indeks sebesar 3.41 dari target 3.30, naik dari 3.25 pada tahun lalu.",
                "Tabel 1\n\nProgram\tPagu\tRealisasi\t%\n025.03 Bimbingan Masyarakat\t1.000.000\t980.000\t98,00\n025.04 Pendidikan Tinggi\t2.000.000\t1.950.000\t97,50\n025.09 Dukungan Manajemen\t3.000.000\t2.970.000\t99,00\n",
                "Sub bab 3.1 memuat capaian 98,5% dan Tabel 3.2 memuat rincian 97,4%.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    // One finding for each sentence; one for a table that is written so throughout, otherwise one for each cell.
    let mut kelompok: BTreeMap<(usize, usize, usize), Vec<&Angka>> = BTreeMap::new();
    let mut banyak: BTreeMap<usize, usize> = BTreeMap::new();
    let cacat = |angka: &&Angka| {
        angka.cacat == Some(Cacat::TitikDesimal)
            && matches!(angka.golongan, Golongan::Besaran | Golongan::Batas)
            && !kode(bacaan, angka)
    };
    for angka in bacaan.angka.iter().filter(cacat) {
        if angka.letak.sel.is_some() {
            *banyak.entry(angka.letak.piece).or_default() += 1;
        }
    }
    const MERATA: usize = 3;
    let mut kalimat: BTreeMap<AngkaId, usize> = BTreeMap::new();
    for (nomor, satu) in bacaan.kalimat.iter().enumerate() {
        kalimat.extend(satu.angka.iter().map(|id| (*id, nomor)));
    }
    for (id, angka) in bacaan.angka.iter().enumerate() {
        if !cacat(&angka) {
            continue;
        }
        let piece = angka.letak.piece;
        let kunci = match angka.letak.sel {
            Some(_) if banyak.get(&piece).is_some_and(|n| *n >= MERATA) => (piece, 0, 0),
            Some(sel) => (piece, 1, sel),
            None => (
                piece,
                2,
                kalimat.get(&AngkaId(id)).copied().unwrap_or_default(),
            ),
        };
        kelompok.entry(kunci).or_default().push(angka);
    }
    for semua in kelompok.into_values() {
        let Some((pertama, lain)) = semua.split_first() else {
            continue;
        };
        let benar: Vec<String> = semua.iter().map(|a| tertulis_benar(a)).collect();
        let pesan = if lain.is_empty() {
            format!(
                "Angka {} memakai titik sebagai tanda desimal, sedangkan dokumen ini memakai koma.",
                pertama.teks
            )
        } else {
            format!(
                "Angka {} dan {} angka lain di tempat yang sama memakai titik sebagai tanda desimal, sedangkan dokumen ini memakai koma.",
                pertama.teks,
                lain.len()
            )
        };
        // Bounds of a scale are copied from elsewhere; the reader loses less.
        let berat = if semua.iter().all(|a| a.golongan == Golongan::Batas) {
            Berat::Saran
        } else {
            aturan.berat
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &pertama.letak,
                pesan,
                "Pakai koma sebagai tanda desimal dan titik hanya untuk ribuan.",
            )
            .seharusnya(Some(benar.join("; ")))
            .berat(berat)
            .terkait(bahan, lain.iter().map(|a| &a.letak)),
        );
    }
}

/// Whether it is the code of a programme, an activity or an account and no figure: it begins with a zero that no figure
/// has ("025.03"), or names stand behind it in a cell of names ("5.2 Belanja modal").
fn kode(bacaan: &Bacaan, angka: &Angka) -> bool {
    let nol = angka
        .teks
        .strip_prefix('0')
        .is_some_and(|sisa| sisa.starts_with(|c: char| c.is_ascii_digit()));
    let Some(passage) = angka.letak.sel.and(angka.letak.bacaan(bacaan.sumber)) else {
        return nol;
    };
    let (depan, belakang) = (
        passage.text.get(..angka.letak.awal).unwrap_or_default(),
        passage.text.get(angka.letak.akhir..).unwrap_or_default(),
    );
    let bernama = belakang
        .split_whitespace()
        .filter(|kata| kata.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .count()
        >= 2;
    let bersatuan = belakang
        .split_whitespace()
        .next()
        .is_some_and(|kata| kosakata::satuan(kata).is_some());
    nol || (depan.trim().is_empty() && bernama && !bersatuan)
}

/// The number with its marks put right.
fn tertulis_benar(angka: &Angka) -> String {
    let tukar = |c: char| match c {
        '.' => ',',
        ',' => '.',
        lain => lain,
    };
    let digit_awal = angka.teks.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (depan, inti) = angka
        .teks
        .split_at_checked(digit_awal)
        .unwrap_or(("", &angka.teks));
    format!("{depan}{}", inti.chars().map(tukar).collect::<String>())
}
