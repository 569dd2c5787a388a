//! A fakta's formula with the office's own numbers.

use document::math::Math;
use document::{Block, Formula};
use kinerja::{Asal, DaftarFakta, Fakta, Satuan, Ungkapan, bilangan};

/// Sums longer than this are shown by their total, because a line of twelve terms cannot be read.
const SUKU_TERBANYAK: usize = 6;

/// Names longer than this in one line would be set too small to read.
const HURUF_TERBANYAK: usize = 72;
/// A longer name on the left pushes the formula off the line; the text above has said it.
const HURUF_LABEL: usize = 34;

/// The formula of a fakta: its name, its operands by name, its operands in numbers, its value. None for a gap or an input.
pub(crate) fn rumus(daftar: &DaftarFakta, kode: &str) -> Option<Block> {
    let fakta = daftar.get(kode)?;
    let Asal::Hitungan(hitungan) = &fakta.asal else {
        return None;
    };
    fakta.angka()?;
    let nama = |kode: &str| {
        daftar
            .get(kode)
            .map_or_else(|| kode.to_owned(), |fakta| fakta.label.clone())
    };
    let kata = susun(&hitungan.ungkapan, 0, &|kode| Math::Words(nama(kode)));
    let panjang: usize = hitungan
        .ungkapan
        .operan()
        .iter()
        .map(|kode| nama(kode.as_str()).chars().count())
        .sum();
    // Names that do not fit give way to the wording of the formula itself.
    let kata = kata
        .filter(|_| panjang <= HURUF_TERBANYAK)
        .unwrap_or_else(|| Math::Words(hitungan.rumus.bunyi.to_owned()));
    let kosong = || Math::Words(String::new());
    let kiri = if fakta.label.chars().count() <= HURUF_LABEL {
        Math::Words(fakta.label.clone())
    } else {
        kosong()
    };
    let mut baris = vec![(kiri, kata)];
    // Twelve products over a sum of twelve: the table shows the terms, the formula their rule.
    baris.extend(
        susun(&hitungan.ungkapan, 0, &|kode| angka_operan(daftar, kode))
            .map(|angka| (kosong(), angka)),
    );
    baris.push((kosong(), hasil(fakta)));
    let peraga = hitungan.ungkapan.peraga(&|kode| daftar.get(kode.as_str()));
    let alt = format!(
        "{} = {peraga} = {}",
        fakta.label,
        fakta.tampil_bersatuan().unwrap_or_default()
    );
    Some(Block::Formula(Formula {
        math: Math::Lines(baris),
        alt,
    }))
}

fn hasil(fakta: &Fakta) -> Math {
    Math::Number {
        text: fakta.tampil_bersatuan().unwrap_or_default(),
        key: Some(fakta.kode.to_string()),
    }
}

fn angka_operan(daftar: &DaftarFakta, kode: &str) -> Math {
    let fakta = daftar.get(kode);
    let teks = fakta.and_then(|fakta| match fakta.satuan {
        Satuan::Persen => fakta.tampil_bersatuan(),
        _ => fakta.tampil(),
    });
    Math::Number {
        text: teks.unwrap_or_default(),
        key: Some(kode.to_owned()),
    }
}

fn tanda(tanda: &str) -> Math {
    Math::Operator(tanda.to_owned())
}

fn susun(ungkapan: &Ungkapan, ikat: u8, operan: &dyn Fn(&str) -> Math) -> Option<Math> {
    let kurung = |isi: Math, kuat: u8| {
        if kuat < ikat {
            Math::Group(Box::new(isi))
        } else {
            isi
        }
    };
    let jumlah = |bagian: &[Ungkapan]| -> Option<Math> {
        if bagian.len() > SUKU_TERBANYAK {
            return None;
        }
        let mut baris = Vec::new();
        for (nomor, suku) in bagian.iter().enumerate() {
            if nomor > 0 {
                baris.push(tanda("+"));
            }
            baris.push(susun(suku, 1, operan)?);
        }
        Some(Math::Row(baris))
    };
    let dua = |a: &Ungkapan, t: &str, b: &Ungkapan, ikat_a: u8, ikat_b: u8| {
        Some(Math::Row(vec![
            susun(a, ikat_a, operan)?,
            tanda(t),
            susun(b, ikat_b, operan)?,
        ]))
    };
    let pecahan = |a: Math, b: Math| Math::Fraction(Box::new(a), Box::new(b));
    Some(match ungkapan {
        Ungkapan::Fakta(kode) => operan(kode.as_str()),
        Ungkapan::Tetap(nilai) => Math::Number {
            text: bilangan::format(*nilai, nilai.normalize().scale()),
            key: None,
        },
        Ungkapan::Jumlah(bagian) => kurung(jumlah(bagian)?, 1),
        Ungkapan::Rata(bagian) => pecahan(
            jumlah(bagian)?,
            Math::Number {
                text: bagian.len().to_string(),
                key: None,
            },
        ),
        Ungkapan::Kurang(a, b) => kurung(dua(a, "−", b, 1, 2)?, 1),
        Ungkapan::Kali(a, b) => kurung(dua(a, "×", b, 2, 2)?, 2),
        Ungkapan::Bagi(a, b) => pecahan(susun(a, 0, operan)?, susun(b, 0, operan)?),
        Ungkapan::Persen(isi) => kurung(
            Math::Row(vec![
                susun(isi, 2, operan)?,
                tanda("×"),
                Math::Number {
                    text: "100%".to_owned(),
                    key: None,
                },
            ]),
            2,
        ),
        Ungkapan::Jepit(isi, _, _) => susun(isi, ikat, operan)?,
        Ungkapan::Akar(isi) => Math::Row(vec![
            tanda("√"),
            Math::Group(Box::new(susun(isi, 0, operan)?)),
        ]),
    })
}
