//! A row of the staff table whose split by post does not cover the staff of the row.
//!
//! A split is a pair of columns such as `struktural` and `nonstruktural`, each for both sexes: together they count everybody once.

use std::collections::BTreeSet;

use kinerja::bilangan;
use kinerja::masukan::{BarisPegawai, Sel};
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "baris-tidak-cocok",
    judul: "Pembagian menurut jabatan pada satu golongan tidak sama dengan jumlah pegawainya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

/// What stands before the name of a column that counts all the others.
const LAWAN: &str = "non";

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let baris = bahan.masukan.pegawai.iter().filter(|b| !b.total);
    baris.flat_map(|baris| satu_baris(aturan, baris)).collect()
}

fn satu_baris(aturan: &Aturan, baris: &BarisPegawai) -> Vec<Temuan> {
    let kolom = &baris.jumlah_per_kolom;
    let ruang = kolom.iter().filter(|(nama, _)| kinerja::kolom_ruang(nama));
    let Some(jumlah) = ruang.map(|(_, sel)| sel.nilai()).sum::<Option<Decimal>>() else {
        return Vec::new();
    };
    let kelompok = |nama: &str| {
        nama.split_once('_')
            .map_or(nama, |(awal, _)| awal)
            .to_lowercase()
    };
    let nama: BTreeSet<String> = kolom.iter().map(|(nama, _)| kelompok(nama)).collect();
    let pembagian = nama
        .iter()
        .filter(|n| nama.contains(&format!("{LAWAN}{n}")));
    pembagian
        .filter_map(|pokok| {
            let lawan = format!("{LAWAN}{pokok}");
            let sel: Vec<&Sel> = kolom
                .iter()
                .filter(|(nama, _)| [pokok, &lawan].contains(&&kelompok(nama)))
                .map(|(_, sel)| sel)
                .collect();
            let hitung: Decimal = sel.iter().map(|sel| sel.nilai()).sum::<Option<_>>()?;
            if hitung == jumlah {
                return None;
            }
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(sel.first()?.tempat.clone()),
                    format!(
                        "Golongan {} berjumlah {} orang menurut ruangnya, tetapi {} orang menurut kolom {pokok} dan {lawan}",
                        baris.golongan,
                        bilangan::format(jumlah, 0),
                        bilangan::format(hitung, 0)
                    ),
                    "Setiap pegawai dihitung sekali pada ruang golongan dan sekali pada tiap pembagian; cocokkan dengan daftar pegawai.",
                )
                .cuplikan(bilangan::format(hitung, 0))
                .seharusnya(Some(bilangan::format(jumlah, 0))),
            )
        })
        .collect()
}
