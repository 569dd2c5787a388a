//! Survey results: other values and other respondents, in the order of parts of the example.

use paket::Mentah;

use super::Asal;
use super::lembar::{Ubah, UbahLembar};
use crate::acak::Acak;

pub(super) fn isi(mentah: &mut Mentah, asal: Asal, acak: &mut Acak) {
    match asal {
        Asal::Umum => bulanan(mentah, "skm_bulanan", "Nilai SKM", (-35, 15), acak),
        Asal::Kanim => {
            bulanan(mentah, "skm_bulanan", "Nilai SKM", (-55, 0), acak);
            bulanan(mentah, "iio_bulanan", "Nilai Integritas", (-45, 0), acak);
            kelompok(mentah, acak);
        }
    }
}

/// Values move together by `geser` hundredths and each by a little; the printed index of the month is left out.
fn bulanan(mentah: &mut Mentah, nama: &str, indeks: &str, geser: (i64, i64), acak: &mut Acak) {
    let geser = acak.di(geser.0, geser.1);
    // In some offices a month or more has too few respondents.
    let paling_sedikit = if acak.di(0, 2) == 0 { 24 } else { 31 };
    let Some(lembar) = mentah.lembar_mut(nama) else {
        return;
    };
    let kolom: Vec<usize> = (1..=12)
        .filter_map(|b| lembar.kolom(&format!("{b:02}")))
        .collect();
    let unsur = lembar.kolom("unsur").unwrap_or_default();
    lembar
        .baris
        .retain(|baris| baris.sel.get(unsur).is_some_and(|kata| kata != indeks));
    for baris in &mut lembar.baris {
        let responden = baris.sel.get(unsur).is_some_and(|kata| kata == "Responden");
        for &kolom in &kolom {
            let Some(sel) = baris.sel.get_mut(kolom) else {
                continue;
            };
            *sel = if responden {
                acak.di(paling_sedikit, 96).to_string()
            } else {
                let seratus: i64 = sel.replace(',', "").parse().unwrap_or(350);
                koma((seratus + geser + acak.di(-4, 4)).clamp(250, 400))
            };
        }
    }
}

fn kelompok(mentah: &mut Mentah, acak: &mut Acak) {
    let Some(lembar) = mentah.lembar_mut("ipk_unsur") else {
        return;
    };
    let (unsur, nilai) = (
        lembar.kolom("unsur").unwrap_or_default(),
        lembar.kolom("nilai").unwrap_or_default(),
    );
    lembar
        .baris
        .retain(|baris| baris.sel.get(unsur).is_some_and(|kata| kata != "Nilai"));
    for i in 0..lembar.baris.len() {
        let responden = lembar.sel(i, "unsur") == "Responden";
        let luar = lembar.sel(i, "pihak") == "eksternal";
        let baru = match (responden, luar) {
            (true, true) => acak.di(30, 42).to_string(),
            (true, false) => acak.di(11, 17).to_string(),
            (false, _) => koma(acak.di(310, 389)),
        };
        if let Some(sel) = lembar
            .baris
            .get_mut(i)
            .and_then(|baris| baris.sel.get_mut(nilai))
        {
            *sel = baru;
        }
    }
}

/// Hundredths as printed: 359 is "3,59".
pub(super) fn koma(seratus: i64) -> String {
    format!("{},{:02}", seratus / 100, seratus % 100)
}
