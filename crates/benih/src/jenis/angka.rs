//! Errors that arithmetic tells.

use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu, ubah};
use crate::daun::{Daun, Wadah};

pub(super) const JENIS: &[Jenis] = &[
    angka("digit-berubah", |l| {
        nilai(l, |teks, l| ubah::digit(teks, l.acak))
    }),
    angka("digit-tertukar", |l| {
        nilai(l, |teks, l| ubah::tukar(teks, l.acak))
    }),
    angka("koma-bergeser", |l| {
        nilai(l, |teks, _| ubah::geser_koma(teks))
    }),
    angka("titik-untuk-koma", |l| nilai(l, |teks, _| titik(teks))),
    angka("kelompok-rusak", kelompok),
    angka("capaian-lain", capaian),
    angka("total-berubah", |l| sel_jumlah(l, true)),
    angka("suku-berubah", |l| sel_jumlah(l, false)),
    angka("baris-bergeser", baris_bergeser),
    angka("bobot-tertukar", bobot_tertukar),
    angka("pecahan-terbalik", pecahan),
    angka("rumus-berubah", rumus),
    angka("satuan-salah", satuan),
];

const fn angka(nama: &'static str, tanam: fn(&mut Ladang<'_>) -> Option<Ganti>) -> Jenis {
    Jenis {
        nama,
        keluarga: Keluarga::Aritmetika,
        cara: Cara::Ganti(tanam),
    }
}

/// A number that the report says twice or more.
fn nilai(
    ladang: &mut Ladang<'_>,
    ubah: impl Fn(&str, &mut Ladang<'_>) -> Option<String>,
) -> Option<Ganti> {
    for _ in 0..20 {
        let kunci: Vec<bool> = ladang
            .daun
            .iter()
            .map(|daun| berulang(ladang, daun))
            .collect();
        let i = ladang.pilih(|i, daun| kunci[i] && !matches!(daun.wadah, Wadah::Rumus(_)))?;
        let teks = ladang.daun[i].teks.clone();
        if let Some(baru) = ubah(&teks, ladang) {
            return Some(satu(i, baru));
        }
    }
    None
}

fn berulang(ladang: &Ladang<'_>, daun: &Daun) -> bool {
    let panjang = daun.teks.chars().filter(char::is_ascii_digit).count();
    panjang > 1
        && daun
            .kunci
            .as_deref()
            .is_some_and(|kunci| ladang.sebanyak(kunci) > 1)
}

fn titik(teks: &str) -> Option<String> {
    let (huruf, awal, akhir) = ubah::angka(teks)?;
    let dalam: String = huruf.get(awal..akhir)?.iter().collect();
    (dalam.contains(',') && !dalam.contains('.')).then(|| teks.replacen(',', ".", 1))
}

/// A digit of a group left out.
fn kelompok(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| daun.kunci.is_some() && daun.teks.matches('.').count() > 1)?;
    let mut huruf: Vec<char> = ladang.daun[i].teks.chars().collect();
    let titik: Vec<usize> = huruf
        .iter()
        .enumerate()
        .filter(|(_, h)| **h == '.')
        .map(|(i, _)| i)
        .collect();
    let &tempat = ladang.acak.pilih(&titik)?;
    huruf.remove(tempat + 1);
    Some(satu(i, huruf.into_iter().collect()))
}

/// The capaian of another year or indicator.
fn capaian(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        daun.kunci
            .as_deref()
            .is_some_and(|kunci| kunci.ends_with(".capaian"))
    })?;
    let lama = &ladang.daun[i];
    let bertanda = lama.teks.ends_with('%');
    let lain: Vec<String> = ladang
        .daun
        .iter()
        .filter(|daun| {
            daun.kunci
                .as_deref()
                .is_some_and(|kunci| kunci.ends_with(".capaian"))
        })
        .filter(|daun| daun.teks.ends_with('%') == bertanda && daun.teks != lama.teks)
        .map(|daun| daun.teks.clone())
        .collect();
    let baru = ladang.acak.pilih(&lain)?.clone();
    Some(satu(i, baru))
}

fn sel_jumlah(ladang: &mut Ladang<'_>, total: bool) -> Option<Ganti> {
    let berjumlah: Vec<usize> = ladang
        .daun
        .iter()
        .filter_map(|daun| match daun.wadah {
            Wadah::Sel(sel) if sel.jumlah && daun.teks.contains(|h: char| h.is_ascii_digit()) => {
                Some(sel.tabel)
            }
            _ => None,
        })
        .collect();
    let i = ladang.pilih(|_, daun| match daun.wadah {
        Wadah::Sel(sel) => {
            let angka =
                daun.teks.chars().all(|h| h.is_ascii_digit() || h == '.') && daun.teks.len() > 1;
            berjumlah.contains(&sel.tabel)
                && sel.jumlah == total
                && !sel.kepala
                && angka
                && !daun.teks.ends_with('.')
        }
        _ => false,
    })?;
    let teks = ladang.daun[i].teks.clone();
    Some(satu(i, ubah::digit(&teks, ladang.acak)?))
}

/// The numbers of a row one column to the left, the last one gone.
fn baris_bergeser(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let berangka = |tabel: usize, baris: usize| -> Vec<usize> {
        let sebaris = |daun: &Daun| matches!(daun.wadah, Wadah::Sel(sel) if (sel.tabel, sel.baris) == (tabel, baris) && !sel.kepala);
        (0..ladang.daun.len())
            .filter(|&i| sebaris(&ladang.daun[i]) && ladang.daun[i].kunci.is_some())
            .collect()
    };
    let panjang: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| matches!(daun.wadah, Wadah::Sel(sel) if !daun.daftar_fakta && berangka(sel.tabel, sel.baris).len() > 2))
        .collect();
    let i = ladang.pilih(|i, daun| panjang[i] && daun.kunci.is_some())?;
    let Wadah::Sel(sel) = ladang.daun[i].wadah else {
        return None;
    };
    let baris: Vec<usize> = (0..ladang.daun.len())
        .filter(|&i| {
            let daun = &ladang.daun[i];
            daun.kunci.is_some() && matches!(daun.wadah, Wadah::Sel(lain) if (lain.tabel, lain.baris) == (sel.tabel, sel.baris))
        })
        .collect();
    if baris
        .windows(2)
        .all(|dua| ladang.daun[dua[0]].teks == ladang.daun[dua[1]].teks)
    {
        return None;
    }
    let mut ganti = Ganti::new();
    for pasang in baris.windows(2) {
        ganti.insert(pasang[0], ladang.daun[pasang[1]].teks.clone());
    }
    ganti.insert(*baris.last()?, String::new());
    Some(ganti)
}

/// Two different weights of a table in each other's place.
fn bobot_tertukar(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let bobot = super::hukum::bobot(ladang);
    let i = ladang.pilih(|i, _| bobot.contains(&i))?;
    let tabel = |i: usize| match ladang.daun[i].wadah {
        Wadah::Sel(sel) => Some(sel.tabel),
        _ => None,
    };
    let lain: Vec<usize> = bobot
        .iter()
        .copied()
        .filter(|&j| tabel(j) == tabel(i) && ladang.daun[j].teks != ladang.daun[i].teks)
        .collect();
    let &j = ladang.acak.pilih(&lain)?;
    Some(Ganti::from([
        (i, ladang.daun[j].teks.clone()),
        (j, ladang.daun[i].teks.clone()),
    ]))
}

/// Numerator and denominator in each other's place.
fn pecahan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let pasangan = |nomor: usize, sisi: u8| -> Vec<usize> {
        (0..ladang.daun.len())
            .filter(|&i| ladang.daun[i].wadah == Wadah::Rumus(Some((nomor, sisi))))
            .collect()
    };
    let tunggal: Vec<Option<usize>> = ladang
        .daun
        .iter()
        .map(|daun| match daun.wadah {
            Wadah::Rumus(Some((nomor, 0))) => {
                match (pasangan(nomor, 0).as_slice(), pasangan(nomor, 1).as_slice()) {
                    ([_], [bawah]) if ladang.daun[*bawah].teks != daun.teks => Some(*bawah),
                    _ => None,
                }
            }
            _ => None,
        })
        .collect();
    let i = ladang.pilih(|i, _| tunggal[i].is_some())?;
    let bawah = tunggal[i]?;
    Some(Ganti::from([
        (i, ladang.daun[bawah].teks.clone()),
        (bawah, ladang.daun[i].teks.clone()),
    ]))
}

/// A digit of a number in a formula.
fn rumus(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i =
        ladang.pilih(|_, daun| matches!(daun.wadah, Wadah::Rumus(_)) && daun.kunci.is_some())?;
    let teks = ladang.daun[i].teks.clone();
    Some(satu(i, ubah::digit(&teks, ladang.acak)?))
}

/// A percent sign for the unit of an index, or the sign left out.
fn satuan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        daun.kunci.is_some() && (daun.teks.ends_with(" indeks") || daun.teks.ends_with('%'))
    })?;
    let teks = &ladang.daun[i].teks;
    let baru = match teks.strip_suffix('%') {
        Some(angka) => format!("{angka} indeks"),
        None => format!("{}%", teks.trim_end_matches(" indeks")),
    };
    Some(satu(i, baru))
}
