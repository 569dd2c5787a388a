//! A difference in a table in which one row alone can show it.

use super::{Deret, Hubungan, Jenis};
use crate::bacaan::Tabel;
use crate::hitung;
use crate::understand::kosakata::normal;

/// The difference that a heading announces, where one row alone has it and the two figures that it is of.
pub(super) fn cari(tabel: &Tabel, deret: &[Deret]) -> Option<Hubungan> {
    let judul = |k: usize| tabel.kolom.get(k).map(|k| normal(&k.jalur.join(" ")));
    let kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| deret.iter().any(|d| d.angka(*k).is_some()))
        .collect();
    let [a, b, c] = kolom.as_slice() else {
        return None;
    };
    let mut lengkap = deret
        .iter()
        .filter(|d| kolom.iter().all(|k| d.angka(*k).is_some()));
    let d = lengkap.next().filter(|_| lengkap.next().is_none())?;
    let (x, y, z) = (d.angka(*a)?, d.angka(*b)?, d.angka(*c)?);
    let setakar = hitung::setakar(x, y)
        && x.presisi > 0
        && [y, z]
            .iter()
            .all(|n| n.presisi == x.presisi && n.satuan == x.satuan);
    let disebut = |k: usize| {
        judul(k).is_some_and(|j| j.split(' ').any(|kata| matches!(kata, "selisih" | "gap")))
    };
    let hubungan = |jenis: Jenis| Hubungan {
        jenis,
        a: *a,
        b: *b,
        c: *c,
        setuju: 0,
        tegak: 0,
        disebut: true,
    };
    let sendiri = setakar && disebut(*c) && !disebut(*a) && !disebut(*b);
    // A difference may be told in percent of either figure.
    let relatif = [(*a, *b), (*b, *a)].into_iter().any(|(a, b)| {
        let h = Hubungan {
            a,
            b,
            ..hubungan(Jenis::Perubahan)
        };
        h.berlaku(tabel, d) == Some(true)
    });
    (sendiri && !relatif).then(|| hubungan(Jenis::Kurang))
}
