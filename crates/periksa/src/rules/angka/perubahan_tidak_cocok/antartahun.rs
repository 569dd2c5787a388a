//! A change between two years that the sentence names, with the values of both said just before: "kenaikan dari tahun
//! 2021 ke tahun 2022 adalah 3,15 poin".

use crate::bacaan::{Bacaan, Kalimat};
use crate::hitung::{Hitungan, tampil};
use crate::rules::angka::frasa::{PERUBAHAN, Sebut, sebut};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Sentences of the paragraph in which the values may stand.
const KALIMAT_LALU: usize = 5;

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sudah: &std::collections::BTreeSet<crate::bacaan::AngkaId>,
) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let semua = sebut(bacaan, kalimat);
        let Some(beda) = semua.first().filter(|s| !sudah.contains(&s.id)) else {
            continue;
        };
        let Some((dari, ke)) = dua_tahun(beda) else {
            continue;
        };
        let (Some(awal), Some(akhir)) = (
            bertahun(bacaan, i, kalimat, dari),
            bertahun(bacaan, i, kalimat, ke),
        ) else {
            continue;
        };
        let Some(cara) = super::perubahan(awal.angka, akhir.angka, beda.angka) else {
            continue;
        };
        let Some(utama) = cara.first() else {
            continue;
        };
        catat.diperiksa([beda.id, awal.id, akhir.id]);
        if cara.iter().any(|h| super::cocok_mutlak(h, beda.angka)) {
            continue;
        }
        catat.temuan(temuan(bahan, aturan, beda, &awal, &akhir, utama));
    }
}

/// "Kenaikan dari tahun 2021 ke tahun 2022 adalah", and nothing else before the figure.
fn dua_tahun(beda: &Sebut) -> Option<(i16, i16)> {
    let kata: Vec<&str> = beda.sela.split_whitespace().collect();
    if kata.len() > 12 || !beda.ada(PERUBAHAN) {
        return None;
    }
    let tahun: Vec<i16> = kata
        .iter()
        .filter_map(|k| kosakata::kata_tahun(k))
        .collect();
    let [dari, ke] = tahun.as_slice() else {
        return None;
    };
    (beda.ada(&["dari"]) && beda.ada(&["ke", "hingga", "sampai"]) && dari < ke)
        .then_some((*dari, *ke))
}

/// The one figure that the paragraph gives for a year.
fn bertahun<'b>(bacaan: &'b Bacaan, i: usize, kalimat: &Kalimat, tahun: i16) -> Option<Sebut<'b>> {
    let mut hasil: Vec<Sebut> = bacaan
        .kalimat
        .get(i.saturating_sub(KALIMAT_LALU)..i)
        .unwrap_or_default()
        .iter()
        .filter(|k| k.letak.piece == kalimat.letak.piece)
        .flat_map(|k| sebut(bacaan, k))
        .filter(|s| {
            kosakata::tahun(&s.sela) == Some(tahun) && !s.ada(&["target"]) && !s.ada(&["capaian"])
        })
        .collect();
    match hasil.len() {
        1 => hasil.pop(),
        _ => None,
    }
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    beda: &Sebut,
    awal: &Sebut,
    akhir: &Sebut,
    utama: &Hitungan,
) -> Temuan {
    let presisi = beda.angka.presisi;
    let benar = utama.hasil(presisi).trim_start_matches('-').to_owned();
    Temuan::di(
        aturan,
        bahan,
        &beda.angka.letak,
        format!(
            "perubahan tercetak {}, padahal dari {} ke {} adalah {}",
            tampil(beda.angka),
            tampil(awal.angka),
            tampil(akhir.angka),
            utama.tampil(presisi)
        ),
        "Hitung kembali besar perubahannya dari kedua nilai yang disebut.",
    )
    .seharusnya(Some(benar))
    .hitungan(utama.tampil(presisi))
    .terkait(bahan, [&awal.angka.letak, &akhir.angka.letak])
}
