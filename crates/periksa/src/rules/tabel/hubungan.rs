//! Relations between columns that nobody announces: which column most rows reckon from two others, and which rows break it.

mod sebaris;

use std::collections::BTreeSet;

use kinerja::Selang;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{Angka, AngkaId, Bacaan, Baris, JenisKolom, JenisPerihal, Peran, Tabel};
use crate::understand::kosakata::normal;

/// How the figure of a column follows from those of two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Jenis {
    /// a − b, either way round.
    Kurang,
    /// a + b.
    Tambah,
    /// a × b.
    Kali,
    /// a × b in hundredths.
    KaliPersen,
    /// a / b in percent.
    BagiPersen,
    /// a / b.
    Bagi,
    /// (a − b) / b in percent.
    Perubahan,
}

impl Jenis {
    const SEMUA: [Self; 7] = [
        Self::Kurang,
        Self::Tambah,
        Self::Kali,
        Self::KaliPersen,
        Self::BagiPersen,
        Self::Bagi,
        Self::Perubahan,
    ];

    /// Whether changing a and b makes no difference.
    fn setangkup(self) -> bool {
        matches!(self, Self::Tambah | Self::Kali | Self::KaliPersen)
    }

    /// Whether the heading of the result says that it is of this kind.
    fn disebut(self, kolom: &str) -> bool {
        let kata: &[&str] = match self {
            Self::Kurang => &[
                "selisih",
                "sisa",
                "efisiensi",
                "gap",
                "deviasi",
                "kekurangan",
                "kenaikan",
                "perubahan",
                "tunggakan",
            ],
            Self::Tambah => &["jumlah", "total", "jml", "beban"],
            Self::Kali | Self::KaliPersen => &["×", "tertimbang", "akhir", "x"],
            Self::BagiPersen => &["%", "persen", "persentase", "capaian", "rasio"],
            Self::Bagi => &["rasio", "rata"],
            Self::Perubahan => &["perubahan", "kenaikan", "pertumbuhan", "laju", "naik"],
        };
        kolom.split(' ').any(|k| kata.contains(&k))
    }
}

/// A relation that most rows of a table hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hubungan {
    pub(super) jenis: Jenis,
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) c: usize,
    /// Rows that hold it.
    pub(super) setuju: usize,
    /// Those of them that hold it with its sign.
    pub(super) tegak: usize,
    /// Whether the heading announces it.
    pub(super) disebut: bool,
}

/// A row with its one figure in each of the columns of figures.
pub(super) struct Deret<'a> {
    pub(super) baris: &'a Baris,
    pub(super) sel: Vec<Option<(AngkaId, &'a Angka)>>,
}

impl<'a> Deret<'a> {
    pub(super) fn angka(&self, k: usize) -> Option<&'a Angka> {
        self.sel.get(k).copied().flatten().map(|(_, angka)| angka)
    }
}

/// Columns of figures beyond which a table is one of months or the like.
const KOLOM_TERBANYAK: usize = 10;
/// Rows that are looked at.
const BARIS_TERBANYAK: usize = 200;
/// Digits that the rows that hold a relation must show together, so that chance is no explanation.
const DIGIT: usize = 6;
/// The same where the heading announces the relation.
const DIGIT_DISEBUT: usize = 3;

/// The ordinary rows of a table with their figures, by column.
pub(super) fn deret<'a>(bacaan: &'a Bacaan, tabel: &'a Tabel) -> Vec<Deret<'a>> {
    tabel
        .isi()
        .take(BARIS_TERBANYAK)
        .map(|baris| Deret {
            baris,
            sel: (0..tabel.kolom.len())
                .map(|k| {
                    tabel
                        .kolom
                        .get(k)
                        .filter(|kolom| kolom.jenis == JenisKolom::Angka)
                        .and_then(|_| alat::angka(bacaan, tabel, baris.row, k))
                        .filter(|(_, angka)| !cacat(angka))
                })
                .collect(),
        })
        .collect()
}

fn cacat(angka: &Angka) -> bool {
    angka.cacat.is_some() || angka.skala > 0
}

/// All relations that most rows of a table hold, also those that no row breaks.
pub(super) fn semua(tabel: &Tabel, deret: &[Deret]) -> Vec<Hubungan> {
    let kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| deret.iter().filter(|d| d.angka(*k).is_some()).count() >= 2)
        .collect();
    if kolom.len() < 3 || kolom.len() > KOLOM_TERBANYAK {
        return sebaris::cari(tabel, deret).into_iter().collect();
    }
    let mut hasil = Vec::new();
    for c in &kolom {
        let judul = tabel
            .kolom
            .get(*c)
            .map(|k| normal(&k.jalur.join(" ")))
            .unwrap_or_default();
        for a in kolom.iter().filter(|a| *a != c) {
            for b in kolom.iter().filter(|b| *b != c && *b != a) {
                for jenis in Jenis::SEMUA {
                    if jenis.setangkup() && a > b {
                        continue;
                    }
                    let calon = Hubungan {
                        jenis,
                        a: *a,
                        b: *b,
                        c: *c,
                        setuju: 0,
                        tegak: 0,
                        disebut: jenis.disebut(&judul),
                    };
                    hasil.extend(terbukti(tabel, deret, calon, kolom.len()));
                }
            }
        }
    }
    hasil
}

/// The relation with the number of rows that hold it, where they are enough.
fn terbukti(tabel: &Tabel, deret: &[Deret], calon: Hubungan, kolom: usize) -> Option<Hubungan> {
    let terisi = deret
        .iter()
        .filter(|d| {
            [calon.a, calon.b, calon.c]
                .iter()
                .all(|k| d.angka(*k).is_some())
        })
        .count();
    // Of two rows one may be wrong only where the heading says what the column is.
    let berdua = terisi == 2
        && calon.disebut
        && matches!(calon.jenis, Jenis::Kurang | Jenis::Kali | Jenis::KaliPersen);
    // A change in percent looks like much else ("sisa" beside "%"), so its heading must say it.
    if (terisi < 3 && !berdua) || (calon.jenis == Jenis::Perubahan && !calon.disebut) {
        return None;
    }
    let boleh = if berdua { 1 } else { terisi / 3 };
    let (mut salah, mut setuju, mut tegak, mut digit) = (0, 0, 0, 0);
    let mut dilihat: BTreeSet<[Decimal; 3]> = BTreeSet::new();
    for d in deret {
        match calon.berlaku(tabel, d) {
            None => {}
            Some(false) => {
                salah += 1;
                if salah > boleh {
                    return None;
                }
            }
            Some(true) => {
                let (Some(bukti), Some(nilai)) = (calon.bukti(d), calon.nilai(d)) else {
                    continue;
                };
                if bukti > 0 && dilihat.insert(nilai) {
                    setuju += 1;
                    tegak += usize::from(calon.langsung(d) == Some(true));
                    digit += bukti;
                }
            }
        }
    }
    // Of three columns of figures, the one that is called a difference is that of the other two.
    let perlu = if kolom == 3 && calon.jenis == Jenis::Kurang {
        1
    } else {
        DIGIT_DISEBUT
    };
    let cukup = if calon.disebut {
        setuju >= 1 && digit >= perlu && setuju >= salah
    } else {
        setuju >= 2 && digit >= DIGIT && setuju >= salah.saturating_mul(2)
    };
    cukup.then_some(Hubungan {
        setuju,
        tegak,
        ..calon
    })
}

impl Hubungan {
    fn nilai(&self, d: &Deret) -> Option<[Decimal; 3]> {
        Some([
            d.angka(self.a)?.nilai?,
            d.angka(self.b)?.nilai?,
            d.angka(self.c)?.nilai?,
        ])
    }

    /// What the figures of a row give, with all that they may stand for.
    pub(super) fn hitung(&self, d: &Deret) -> Option<(Decimal, Selang)> {
        let (a, b) = (d.angka(self.a)?, d.angka(self.b)?);
        let (x, y) = (a.nilai?, b.nilai?);
        let (p, q) = (alat::selang(a)?, alat::selang(b)?);
        let seratus = Decimal::ONE_HUNDRED;
        let penuh = Selang::titik(seratus);
        let bagi = || Some((x.checked_div(y)?, p.bagi(q)?));
        let persen = || {
            let (nilai, semua) = bagi()?;
            Some((nilai.checked_mul(seratus)?, semua.kali(penuh)?))
        };
        match self.jenis {
            Jenis::Kurang => Some((x.checked_sub(y)?, p.kurang(q)?)),
            Jenis::Tambah => Some((x.checked_add(y)?, p.tambah(q)?)),
            Jenis::Kali => Some((x.checked_mul(y)?, p.kali(q)?)),
            Jenis::KaliPersen => Some((
                x.checked_mul(y)?.checked_div(seratus)?,
                p.kali(q)?.bagi(penuh)?,
            )),
            Jenis::Bagi => bagi(),
            Jenis::BagiPersen => persen(),
            Jenis::Perubahan => {
                let (nilai, semua) = persen()?;
                Some((nilai.checked_sub(seratus)?, semua.kurang(penuh)?))
            }
        }
    }

    /// Whether a row holds the relation; none where it cannot be told.
    pub(super) fn berlaku(&self, tabel: &Tabel, d: &Deret) -> Option<bool> {
        let c = d.angka(self.c)?;
        let (nilai, semua) = self.hitung(d)?;
        let nol = Selang::titik(Decimal::ZERO);
        let mut dapat = alat::dapat(c, semua);
        // A difference is often printed without its sign, or the other way round.
        if matches!(self.jenis, Jenis::Kurang | Jenis::Perubahan) {
            dapat = dapat || nol.kurang(semua).is_some_and(|s| alat::dapat(c, s));
        }
        Some(dapat || (self.jenis == Jenis::BagiPersen && self.lain(tabel, d, nilai, semua)))
    }

    /// Whether a row holds the relation with its sign.
    fn langsung(&self, d: &Deret) -> Option<bool> {
        let (_, semua) = self.hitung(d)?;
        Some(alat::dapat(d.angka(self.c)?, semua))
    }

    /// Whether the row holds a difference only with the other sign, though it prints a minus and no other row does so.
    pub(super) fn salah_tanda(&self, deret: &[Deret], ini: &Deret) -> bool {
        let minus = |d: &Deret| {
            d.angka(self.c)
                .and_then(|c| c.nilai)
                .is_some_and(|n| n < Decimal::ZERO)
        };
        let mungkin = self.jenis == Jenis::Kurang
            && self.disebut
            && minus(ini)
            && self.langsung(ini) == Some(false);
        if !mungkin {
            return false;
        }
        let (mut tegak, mut balik) = (0, 0);
        for langsung in deret
            .iter()
            .filter(|d| d.baris.row != ini.baris.row)
            .filter_map(|d| self.langsung(d))
        {
            if langsung {
                tegak += 1;
            } else {
                balik += 1;
            }
        }
        balik == 0 && tegak >= 2
    }

    /// Whether an achievement is reckoned in another usual way: lower is better, or cut off at a bound.
    fn lain(&self, tabel: &Tabel, d: &Deret, nilai: Decimal, semua: Selang) -> bool {
        let indikator = d
            .baris
            .perihal
            .as_ref()
            .is_some_and(|p| p.jenis == JenisPerihal::Indikator);
        let capaian = tabel.kolom.get(self.c).is_some_and(|k| {
            matches!(k.peran, Some(Peran::Capaian | Peran::CapaianJangkaMenengah))
        });
        let Some(c) = d.angka(self.c).filter(|_| indikator || capaian) else {
            return false;
        };
        let batas = [100, 110, 120, 150].map(Decimal::from);
        if c.nilai
            .is_some_and(|n| batas.contains(&n) && nilai.abs() > n)
        {
            return true;
        }
        let penuh = Selang::titik(Decimal::ONE_HUNDRED);
        let balik = || penuh.kali(penuh)?.bagi(semua);
        let turun = || penuh.tambah(penuh)?.kurang(semua);
        indikator
            && (balik().is_some_and(|s| alat::dapat(c, s))
                || turun().is_some_and(|s| alat::dapat(c, s)))
    }

    /// How many digits of a row that holds the relation speak for it; zero where it holds by its nature.
    pub(super) fn bukti(&self, d: &Deret) -> Option<usize> {
        let (a, b, c) = (d.angka(self.a)?, d.angka(self.b)?, d.angka(self.c)?);
        let (x, y, z) = (a.nilai?.abs(), b.nilai?.abs(), c.nilai?.abs());
        if x.is_zero() || y.is_zero() || z.is_zero() || z == x || z == y {
            return Some(0);
        }
        Some(match self.jenis {
            Jenis::Kurang | Jenis::Tambah => digit(a).min(digit(b)).min(digit(c)),
            Jenis::Bagi | Jenis::BagiPersen | Jenis::Perubahan if x == y => 0,
            Jenis::Kali | Jenis::KaliPersen => digit(c).min(digit(a) + digit(b)),
            Jenis::Bagi | Jenis::BagiPersen | Jenis::Perubahan => digit(c),
        })
    }

    /// What the figure of one of its columns should be, by the other two.
    pub(super) fn selesaikan(&self, d: &Deret, k: usize) -> Option<Decimal> {
        if k == self.c {
            let (nilai, _) = self.hitung(d)?;
            // Of a difference that the rows print without its sign.
            let tercetak = d.angka(self.c)?.nilai?;
            let balik = self.jenis == Jenis::Kurang
                && self.tegak < self.setuju
                && tercetak.is_sign_positive() != nilai.is_sign_positive();
            return if balik {
                Decimal::ZERO.checked_sub(nilai)
            } else {
                Some(nilai)
            };
        }
        let [a, b, c] = self.nilai(d)?;
        let seratus = Decimal::ONE_HUNDRED;
        let pertama = k == self.a;
        let lain = if pertama { b } else { a };
        match self.jenis {
            Jenis::Kurang => {
                // Whichever way round the other rows take it, the nearer one is meant.
                let cetak = if pertama { a } else { b };
                let jauh = |n: &Decimal| n.checked_sub(cetak).map(|beda| beda.abs());
                [lain.checked_add(c)?, lain.checked_sub(c)?]
                    .into_iter()
                    .min_by_key(jauh)
            }
            Jenis::Tambah => c.checked_sub(lain),
            Jenis::Kali => c.checked_div(lain),
            Jenis::KaliPersen => c.checked_mul(seratus)?.checked_div(lain),
            Jenis::Bagi if pertama => c.checked_mul(b),
            Jenis::Bagi => a.checked_div(c),
            Jenis::BagiPersen if pertama => c.checked_mul(b)?.checked_div(seratus),
            Jenis::BagiPersen => a.checked_mul(seratus)?.checked_div(c),
            Jenis::Perubahan => {
                let kali = c.checked_add(seratus)?.checked_div(seratus)?;
                if pertama {
                    b.checked_mul(kali)
                } else {
                    a.checked_div(kali)
                }
            }
        }
    }
}

/// Whether another rule over tables reckons this already.
pub(super) fn diurus(tabel: &Tabel, h: &Hubungan) -> bool {
    let peran = |k: usize| tabel.kolom.get(k).and_then(|k| k.peran);
    // A sum in front of its parts is looked at here.
    let jumlah = tabel.kolom.get(h.c).is_some_and(alat::kolom_jumlah) && h.a < h.c && h.b < h.c;
    let pasangan = [h.a, h.b].iter().all(|k| {
        matches!(
            peran(*k),
            Some(Peran::Target | Peran::TargetJangkaMenengah | Peran::Realisasi)
        )
    });
    (jumlah && h.jenis == Jenis::Tambah)
        || (pasangan
            && matches!(
                peran(h.c),
                Some(Peran::Capaian | Peran::CapaianJangkaMenengah | Peran::Sisa)
            ))
}

/// Digits of a figure that say something: without leading zeros, and without the round end of a whole number.
pub(super) fn digit(angka: &Angka) -> usize {
    let Some(nilai) = angka.nilai else {
        return 0;
    };
    if nilai.is_zero() {
        return 0;
    }
    let teks = nilai.mantissa().unsigned_abs().to_string();
    if angka.presisi == 0 {
        teks.trim_end_matches('0').len()
    } else {
        teks.len()
    }
}
