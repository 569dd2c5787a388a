//! What the rules over tables share: reading cells, chains of tables over pages, exact sums.

use document::source::Piece;
use kinerja::Selang;
use rust_decimal::Decimal;

use crate::bacaan::{
    Angka, AngkaId, Bacaan, Baris, Golongan, JenisKolom, Kolom, Peran, SatuanCetak, Tabel,
};
use crate::hitung;
use crate::understand::kosakata::normal;
use crate::understand::tabel::kosong;

/// What stands in a cell of a column of figures.
#[derive(Clone, Copy)]
pub(super) enum Isi<'a> {
    /// One figure with a value.
    Angka(AngkaId, &'a Angka),
    /// Nothing, or a dash.
    Kosong,
    /// Something that is no single figure.
    Rusak,
}

/// Words of a cell, also where it covers the place from elsewhere.
pub(super) fn teks<'a>(bacaan: &'a Bacaan, tabel: &Tabel, row: usize, kolom: usize) -> &'a str {
    let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece) else {
        return "";
    };
    // A very wide table lacks cells, and looking for what covers them would go through all of it.
    const LEBAR: usize = 64;
    let tepat = grid
        .cells
        .binary_search_by_key(&(row, kolom), |sel| (sel.row, sel.column))
        .ok();
    tepat
        .or_else(|| {
            (grid.columns <= LEBAR)
                .then(|| grid.covering(row, kolom))
                .flatten()
        })
        .and_then(|i| grid.cells.get(i))
        .map_or("", |sel| sel.passage.text.trim())
}

/// What stands in a cell.
pub(super) fn isi<'a>(bacaan: &'a Bacaan, tabel: &Tabel, row: usize, kolom: usize) -> Isi<'a> {
    match tabel.sel(row, kolom) {
        [id] => {
            let angka = bacaan.angka(*id);
            match angka.nilai {
                Some(_) if angka.golongan == Golongan::Besaran => Isi::Angka(*id, angka),
                _ => Isi::Rusak,
            }
        }
        [] if kosong(teks(bacaan, tabel, row, kolom)) => Isi::Kosong,
        _ => Isi::Rusak,
    }
}

/// The one figure of a cell.
pub(super) fn angka<'a>(
    bacaan: &'a Bacaan,
    tabel: &Tabel,
    row: usize,
    kolom: usize,
) -> Option<(AngkaId, &'a Angka)> {
    match isi(bacaan, tabel, row, kolom) {
        Isi::Angka(id, angka) => Some((id, angka)),
        Isi::Kosong | Isi::Rusak => None,
    }
}

/// All that a figure of a table may stand for: a whole number is a count, so exact, unless it is a share.
pub(super) fn selang(angka: &Angka) -> Option<Selang> {
    if angka.presisi == 0 && angka.skala == 0 && angka.satuan != SatuanCetak::Persen {
        return Some(Selang::titik(angka.nilai?));
    }
    angka.selang()
}

/// Sum of figures, as printed and with all that they may stand for.
pub(super) fn jumlah(suku: &[&Angka]) -> Option<(Decimal, Selang)> {
    let mut nilai = Decimal::ZERO;
    let mut semua = Selang::titik(Decimal::ZERO);
    for angka in suku {
        nilai = nilai.checked_add(angka.nilai?)?;
        semua = semua.tambah(selang(angka)?)?;
    }
    Some((nilai, semua))
}

/// Whether a printed figure may be a rounding of a value in the interval.
pub(super) fn dapat(angka: &Angka, semua: Selang) -> bool {
    let Some(nilai) = angka.nilai else {
        return true;
    };
    // Whole terms give a whole sum, which nobody rounds or cuts.
    if angka.presisi == 0
        && angka.skala == 0
        && semua.atas == semua.bawah
        && semua.bawah.fract().is_zero()
    {
        return semua.memuat(nilai);
    }
    let lebar = hitung::longgar(semua);
    if angka.skala > 0 {
        return angka
            .selang()
            .is_none_or(|cetak| lebar.bawah <= cetak.atas && cetak.bawah <= lebar.atas);
    }
    // The hair must not make a cut figure of one that is just below.
    let semua = Selang {
        bawah: semua.bawah,
        atas: lebar.atas,
    };
    semua.dapat_tercetak(nilai, angka.presisi)
}

/// A value as the cell prints its own, with as many decimals as it or the terms have.
pub(super) fn tampil(contoh: &Angka, nilai: Decimal, presisi: u32) -> String {
    hitung::bersatuan(nilai, presisi, contoh.satuan)
}

/// Most decimals among figures.
pub(super) fn presisi<'a>(suku: impl IntoIterator<Item = &'a Angka>) -> u32 {
    suku.into_iter()
        .map(|angka| angka.presisi)
        .max()
        .unwrap_or(0)
        .min(6)
}

/// The name of a column for a message.
pub(super) fn nama_kolom(kolom: &Kolom) -> String {
    kolom.jalur.join(" ")
}

/// The name of a row for a message.
pub(super) fn nama_baris(baris: &Baris) -> String {
    const PANJANG: usize = 60;
    if baris.label.chars().count() <= PANJANG {
        return baris.label.clone();
    }
    let awal: String = baris.label.chars().take(PANJANG).collect();
    format!("{}…", awal.trim_end())
}

/// Whether a column is one of shares in percent, by heading or most of its figures.
pub(super) fn berpersen(bacaan: &Bacaan, tabel: &Tabel, kolom: usize) -> bool {
    let judul = tabel.kolom.get(kolom).is_some_and(|k| {
        k.jalur.iter().any(|teks| {
            normal(teks).split(' ').any(|kata| {
                matches!(
                    kata,
                    "%" | "persen" | "persentase" | "prosentase" | "presentase"
                )
            })
        })
    });
    let (mut semua, mut persen) = (0_usize, 0_usize);
    for baris in &tabel.baris {
        for id in tabel.sel(baris.row, kolom) {
            semua += 1;
            persen += usize::from(bacaan.angka(*id).satuan == SatuanCetak::Persen);
        }
    }
    judul || (persen > 0 && persen * 2 >= semua)
}

/// Whether a heading is "Jumlah" or "Total".
pub(super) fn kolom_jumlah(kolom: &Kolom) -> bool {
    kolom.jenis == JenisKolom::Angka
        && kolom.jalur.last().is_some_and(|teks| {
            let rapi = normal(teks);
            let kata: Vec<&str> = rapi.split(' ').collect();
            matches!(
                kata[..],
                ["jumlah" | "total" | "jml"]
                    | [
                        "jumlah" | "total",
                        "pegawai" | "keseluruhan" | "seluruhnya" | "seluruh" | "total"
                    ]
            )
        })
}

/// A row of a chain of tables: which table, which of its rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rujuk {
    pub(super) tabel: usize,
    pub(super) baris: usize,
}

/// All rows of a table with those of the pages before that it goes on from.
pub(super) fn rantai(bacaan: &Bacaan, i: usize) -> Vec<Rujuk> {
    const HALAMAN: usize = 40;
    let mut tabel = vec![i];
    let mut ini = i;
    while let Some(lama) = bacaan.tabel.get(ini).and_then(|t| t.lanjutan) {
        if tabel.len() >= HALAMAN || lama >= ini {
            break;
        }
        tabel.push(lama);
        ini = lama;
    }
    tabel.reverse();
    tabel
        .into_iter()
        .flat_map(|t| {
            let banyak = bacaan.tabel.get(t).map_or(0, |t| t.baris.len());
            (0..banyak).map(move |baris| Rujuk { tabel: t, baris })
        })
        .collect()
}

/// Whether another table goes on from this one.
pub(super) fn bersambung(bacaan: &Bacaan, i: usize) -> bool {
    bacaan.tabel.iter().any(|t| t.lanjutan == Some(i))
}

/// Whether sums over a column have sense at all.
pub(super) fn dapat_dijumlah(bacaan: &Bacaan, tabel: &Tabel, k: usize) -> bool {
    let Some(kolom) = tabel.kolom.get(k) else {
        return false;
    };
    let porsi = kolom.jalur.iter().any(|teks| {
        normal(teks).split(' ').any(|kata| {
            matches!(
                kata,
                "komposisi" | "porsi" | "kontribusi" | "proporsi" | "bobot"
            )
        })
    });
    kolom.jenis == JenisKolom::Angka
        && !matches!(
            kolom.peran,
            Some(Peran::Capaian | Peran::CapaianJangkaMenengah | Peran::Perubahan | Peran::Minimum)
        )
        && (porsi || !berpersen(bacaan, tabel, k))
}
