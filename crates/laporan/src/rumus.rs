//! A fakta's formula with the office's own numbers.

use document::math::Math;
use document::{Block, Formula};
use kinerja::{Asal, DaftarFakta, Fakta, Satuan, Ungkapan, bilangan};
use rust_decimal::Decimal;

/// Sums longer than this are shown by their total, because a line of twelve terms cannot be read.
const SUKU_TERBANYAK: usize = 6;

/// Names longer than this in one line would be set too small to read.
const HURUF_TERBANYAK: usize = 72;
/// A longer name on the left pushes the formula off the line; the name of the formula steps in.
const HURUF_LABEL: usize = 34;

/// The formula of a fakta: its name, its operands by name, its operands in numbers, its value. None for a gap or an input.
pub(crate) fn rumus(daftar: &DaftarFakta, kode: &str) -> Option<Block> {
    let fakta = daftar.get(kode)?;
    let Asal::Hitungan(hitungan) = &fakta.asal else {
        return None;
    };
    fakta.angka()?;
    let penulis = |dengan_angka| Penulis {
        daftar,
        dengan_angka,
    };
    let kata = penulis(false).tulis(&hitungan.ungkapan, 0);
    let panjang: usize = hitungan
        .ungkapan
        .operan()
        .iter()
        .filter_map(|kode| daftar.get(kode.as_str()))
        .map(|fakta| fakta.label.chars().count())
        .sum();
    // Names that do not fit give way to the wording of the formula itself.
    let kata = kata
        .filter(|_| panjang <= HURUF_TERBANYAK)
        .unwrap_or_else(|| Math::Words(hitungan.rumus.bunyi.to_owned()));
    let kosong = || Math::Words(String::new());
    let pendek = |nama: &str| nama.chars().count() <= HURUF_LABEL;
    let kiri = if pendek(&fakta.label) {
        &fakta.label
    } else {
        hitungan.rumus.nama
    };
    let kiri = Math::Words(kiri.to_owned());
    let mut baris = vec![(kiri, kata)];
    // Twelve products over a sum of twelve: the table shows the terms, the formula their rule.
    baris.extend(
        penulis(true)
            .tulis(&hitungan.ungkapan, 0)
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

fn tanda(tanda: &str) -> Math {
    Math::Operator(tanda.to_owned())
}

fn tetap(teks: impl Into<String>) -> Math {
    Math::Number {
        text: teks.into(),
        key: None,
    }
}

fn pecahan(atas: Math, bawah: Math) -> Math {
    Math::Fraction(Box::new(atas), Box::new(bawah))
}

/// Writes a formula with the names of its operands, or with their values.
#[derive(Clone, Copy)]
struct Penulis<'a> {
    daftar: &'a DaftarFakta,
    dengan_angka: bool,
}

impl Penulis<'_> {
    /// None for a sum that is too long to be read.
    fn tulis(self, ungkapan: &Ungkapan, ikat: u8) -> Option<Math> {
        let kurung = |isi: Math, kuat: u8| {
            if kuat < ikat {
                Math::Group(Box::new(isi))
            } else {
                isi
            }
        };
        Some(match ungkapan {
            Ungkapan::Fakta(kode) => self.operan(kode.as_str()),
            Ungkapan::Tetap(nilai) => tetap(bilangan::format(*nilai, nilai.normalize().scale())),
            Ungkapan::Jumlah(bagian) => kurung(self.jumlah(bagian)?, 1),
            Ungkapan::Rata(bagian) => {
                pecahan(self.jumlah(bagian)?, tetap(bagian.len().to_string()))
            }
            Ungkapan::Kurang(a, b) => kurung(self.dua(a, "−", b, (1, 2))?, 1),
            Ungkapan::Kali(a, b) => kurung(self.dua(a, "×", b, (2, 2))?, 2),
            // A percentage over a hundred is the share that its own sign already says.
            Ungkapan::Bagi(a, b)
                if **b == Ungkapan::Tetap(Decimal::ONE_HUNDRED) && self.persen(a) =>
            {
                self.tulis(a, ikat)?
            }
            Ungkapan::Bagi(a, b) => pecahan(self.tulis(a, 0)?, self.tulis(b, 0)?),
            Ungkapan::Persen(isi) => kurung(
                Math::Row(vec![self.tulis(isi, 2)?, tanda("×"), tetap("100%")]),
                2,
            ),
            Ungkapan::Jepit(isi, _, _) => self.tulis(isi, ikat)?,
            Ungkapan::Terbit(isi, _) => self.tulis(isi, ikat)?,
            Ungkapan::Akar(isi) => {
                Math::Row(vec![tanda("√"), Math::Group(Box::new(self.tulis(isi, 0)?))])
            }
        })
    }

    fn jumlah(self, bagian: &[Ungkapan]) -> Option<Math> {
        if bagian.len() > SUKU_TERBANYAK {
            return None;
        }
        let mut baris = Vec::new();
        for (nomor, suku) in bagian.iter().enumerate() {
            if nomor > 0 {
                baris.push(tanda("+"));
            }
            baris.push(self.tulis(suku, 1)?);
        }
        Some(Math::Row(baris))
    }

    fn dua(self, a: &Ungkapan, sign: &str, b: &Ungkapan, ikat: (u8, u8)) -> Option<Math> {
        Some(Math::Row(vec![
            self.tulis(a, ikat.0)?,
            tanda(sign),
            self.tulis(b, ikat.1)?,
        ]))
    }

    fn operan(self, kode: &str) -> Math {
        let fakta = self.daftar.get(kode);
        if !self.dengan_angka {
            return Math::Words(fakta.map_or_else(|| kode.to_owned(), |fakta| fakta.label.clone()));
        }
        let teks = fakta.and_then(|fakta| match fakta.satuan {
            Satuan::Persen => fakta.tampil_bersatuan(),
            _ => fakta.tampil(),
        });
        Math::Number {
            text: teks.unwrap_or_default(),
            key: Some(kode.to_owned()),
        }
    }

    fn persen(self, ungkapan: &Ungkapan) -> bool {
        let Ungkapan::Fakta(kode) = ungkapan else {
            return false;
        };
        self.daftar
            .get(kode.as_str())
            .is_some_and(|fakta| fakta.satuan == Satuan::Persen)
    }
}
