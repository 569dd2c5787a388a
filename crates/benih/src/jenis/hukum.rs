//! What differs from a provision in force.

use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu};
use crate::daun::Wadah;

pub(super) const JENIS: &[Jenis] = &[
    hukum("nomor-peraturan", |l| peraturan(l, true)),
    hukum("tahun-peraturan", |l| peraturan(l, false)),
    hukum("bobot-peraturan", bobot_peraturan),
    hukum("pita-berubah", pita),
];

const fn hukum(nama: &'static str, tanam: fn(&mut Ladang<'_>) -> Option<Ganti>) -> Jenis {
    Jenis {
        nama,
        keluarga: Keluarga::Hukum,
        cara: Cara::Ganti(tanam),
    }
}

/// Leaves that print a weight in a column of weights.
pub(super) fn bobot(ladang: &Ladang<'_>) -> Vec<usize> {
    let kolom: Vec<(usize, usize)> = ladang
        .daun
        .iter()
        .filter_map(|daun| match daun.wadah {
            Wadah::Sel(sel) if sel.kepala && daun.teks.starts_with("Bobot") => {
                Some((sel.tabel, sel.kolom))
            }
            _ => None,
        })
        .collect();
    ladang
        .daun
        .iter()
        .enumerate()
        .filter(|(_, daun)| {
            let di_kolom = matches!(daun.wadah, Wadah::Sel(sel) if !sel.kepala && !sel.jumlah && kolom.contains(&(sel.tabel, sel.kolom)));
            di_kolom && daun.kunci.is_some() && daun.teks.starts_with(|h: char| h.is_ascii_digit())
        })
        .map(|(i, _)| i)
        .collect()
}

/// Another number or year of a regulation that is cited with both.
fn peraturan(ladang: &mut Ladang<'_>, nomor: bool) -> Option<Ganti> {
    let kata = if nomor { "Nomor " } else { " Tahun " };
    let sitasi = |teks: &str| -> Option<(usize, String)> {
        let awal = teks.find("Peraturan ")?;
        let ekor = teks.get(awal..)?;
        let di = ekor.find(kata)? + kata.len() + awal;
        let angka: String = teks
            .get(di..)?
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        (!angka.is_empty() && ekor.contains(" tentang ") && ekor.contains("Nomor "))
            .then_some((di, angka))
    };
    let i = ladang.pilih(|_, daun| {
        daun.kunci.is_none()
            && sitasi(&daun.teks).is_some()
            && !matches!(daun.wadah, Wadah::Rumus(_))
    })?;
    let teks = &ladang.daun[i].teks;
    let (di, angka) = sitasi(teks)?;
    let lama: i64 = angka.parse().ok()?;
    let baru = lama
        + if nomor {
            ladang.acak.di(1, 9)
        } else {
            -ladang.acak.di(1, 3)
        };
    let (depan, ekor) = (teks.get(..di)?, teks.get(di + angka.len()..)?);
    Some(satu(i, format!("{depan}{baru}{ekor}")))
}

/// Two weights other than the provision's, with the same sum.
fn bobot_peraturan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let berperaturan: Vec<usize> = ladang
        .daun
        .iter()
        .enumerate()
        .filter(|(_, daun)| {
            let tentang =
                daun.teks.contains("IKPA") || daun.teks.contains("Nilai Kinerja Anggaran");
            daun.wadah == Wadah::Keterangan && tentang
        })
        .filter_map(|(i, _)| {
            ladang
                .daun
                .get(i + 1..)?
                .iter()
                .find_map(|daun| match daun.wadah {
                    Wadah::Sel(sel) => Some(sel.tabel),
                    _ => None,
                })
        })
        .collect();
    let mut bobot = bobot(ladang);
    bobot.retain(
        |&i| matches!(ladang.daun[i].wadah, Wadah::Sel(sel) if berperaturan.contains(&sel.tabel)),
    );
    let tabel = |i: usize| match ladang.daun[i].wadah {
        Wadah::Sel(sel) => Some(sel.tabel),
        _ => None,
    };
    let bulat = |i: usize| ladang.daun[i].teks.parse::<i64>().ok();
    let i = ladang.pilih(|i, _| bobot.contains(&i) && bulat(i).is_some_and(|nilai| nilai > 5))?;
    let lain: Vec<usize> = bobot
        .iter()
        .copied()
        .filter(|&j| j != i && tabel(j) == tabel(i) && bulat(j).is_some())
        .collect();
    let &j = ladang.acak.pilih(&lain)?;
    let geser = ladang.acak.di(1, 4);
    Some(Ganti::from([
        (i, (bulat(i)? - geser).to_string()),
        (j, (bulat(j)? + geser).to_string()),
    ]))
}

/// Another bound in the table of bands.
fn pita(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        let batas = daun.teks.contains(" – ") && daun.teks.matches(',').count() == 2;
        batas && matches!(daun.wadah, Wadah::Sel(sel) if !sel.kepala)
    })?;
    let (bawah, atas) = ladang.daun[i].teks.split_once(" – ")?;
    let nilai: i64 = bawah.replace(',', "").parse().ok()?;
    let geser = ladang.acak.di(2, 9) * 50;
    let baru = nilai + geser;
    Some(satu(
        i,
        format!("{},{:02} – {atas}", baru / 100, baru % 100),
    ))
}
