//! The sets of values that a printed mean may be the mean of.

use std::collections::BTreeMap;

use kinerja::Selang;
use rust_decimal::Decimal;

use crate::bacaan::{
    Angka, AngkaId, Asal, Bacaan, JenisBaris, JenisPerihal, Milik, Peran, Perihal, Pernyataan,
    SatuanCetak,
};
use crate::hitung::{self, Hitungan};
use crate::understand::kosakata::normal;

/// Several values of one set.
pub(super) struct Himpunan<'b> {
    pub(super) apa: &'static str,
    pub(super) angka: Vec<&'b Angka>,
}

/// Sets of values of the same year over several indicators: all tables together, each table's own, each column of a
/// table, and all sentences; the fullest first, for it is the likeliest.
pub(super) fn himpunan<'b>(
    bacaan: &'b Bacaan,
    rerata: &Pernyataan,
    peran: Peran,
    apa: &'static str,
) -> Vec<Himpunan<'b>> {
    let tahun = rerata.tahun.or(bacaan.identitas.tahun);
    let mut semua: BTreeMap<&Perihal, AngkaId> = BTreeMap::new();
    let mut per_tabel: BTreeMap<usize, BTreeMap<&Perihal, AngkaId>> = BTreeMap::new();
    let mut kalimat: BTreeMap<&Perihal, AngkaId> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let cocok = p.perihal.jenis == JenisPerihal::Indikator
            && p.milik == Milik::Sendiri
            && p.peran == peran
            && p.bulan.is_none()
            && p.angka != rerata.angka
            && (p.tahun == tahun || p.tahun.is_none())
            // Money in the same table is no value of an indicator.
            && bacaan.angka(p.angka).satuan != SatuanCetak::Rupiah;
        if !cocok || bacaan.angka(p.angka).nilai.is_none() {
            continue;
        }
        match p.asal {
            Asal::Tabel(i) => {
                let isi = per_tabel.entry(i).or_default();
                isi.entry(&p.perihal).or_insert(p.angka);
                semua.entry(&p.perihal).or_insert(p.angka);
            }
            Asal::Kalimat(_) | Asal::Rumus(_) => {
                kalimat.entry(&p.perihal).or_insert(p.angka);
            }
        }
    }
    let mut hasil: Vec<Vec<AngkaId>> = std::iter::once(semua)
        .chain(per_tabel.into_values())
        .chain([kalimat])
        .map(|isi| isi.into_values().collect())
        .collect();
    hasil.sort_by_key(|isi| std::cmp::Reverse(isi.len()));
    // Columns as printed, also with rows that no statement was made of; they never come first.
    hasil.extend(kolom(bacaan, peran, tahun));
    hasil
        .into_iter()
        .filter(|isi| isi.len() >= 2)
        .map(|isi| Himpunan {
            apa,
            angka: isi.into_iter().map(|id| bacaan.angka(id)).collect(),
        })
        .collect()
}

/// The ordinary rows of each column of a role.
fn kolom(bacaan: &Bacaan, peran: Peran, tahun: Option<i16>) -> Vec<Vec<AngkaId>> {
    let mut hasil = Vec::new();
    for tabel in &bacaan.tabel {
        for (k, kolom) in tabel.kolom.iter().enumerate() {
            if kolom.peran != Some(peran) || (kolom.tahun.is_some() && kolom.tahun != tahun) {
                continue;
            }
            let isi: Vec<AngkaId> = tabel
                .baris
                .iter()
                .filter(|baris| baris.jenis == JenisBaris::Isi)
                .filter_map(|baris| match tabel.sel(baris.row, k) {
                    [id] => Some(*id),
                    _ => None,
                })
                .filter(|id| bacaan.angka(*id).nilai.is_some())
                .collect();
            hasil.push(isi);
        }
    }
    hasil
}

/// Whether some usual mean of one of the sets gives the printed one, or a table prints the same mean.
pub(super) fn dapat(bacaan: &Bacaan, rerata: &Pernyataan, semua: &[Himpunan]) -> bool {
    let cetak = bacaan.angka(rerata.angka);
    let cocok = |h: &Himpunan| hitung::rerata(&h.angka).is_some_and(|h| h.cocok(cetak));
    if semua.iter().any(cocok) || di_tabel(bacaan, rerata, cetak) {
        return true;
    }
    let batas = batas(bacaan);
    if semua
        .iter()
        .any(|h| batas.iter().any(|b| dibatasi(h, *b, cetak)))
    {
        return true;
    }
    per_sasaran(bacaan, cetak) || satu_keliru(bacaan, semua, cetak)
}

/// Whether a table's own row of means prints the same value; whether that row is right is another rule's affair.
fn di_tabel(bacaan: &Bacaan, rerata: &Pernyataan, cetak: &Angka) -> bool {
    let pernyataan = bacaan.pernyataan.iter().any(|p| {
        p.perihal == rerata.perihal
            && matches!(p.asal, Asal::Tabel(_))
            && p.angka != rerata.angka
            && sama(bacaan.angka(p.angka), cetak)
    });
    pernyataan
        || bacaan.tabel.iter().any(|tabel| {
            tabel
                .baris
                .iter()
                .filter(|baris| baris.jenis == JenisBaris::Rerata)
                .any(|baris| {
                    (0..tabel.kolom.len())
                        .flat_map(|k| tabel.sel(baris.row, k))
                        .any(|id| sama(bacaan.angka(*id), cetak))
                })
        })
}

fn sama(a: &Angka, b: &Angka) -> bool {
    a.nilai.is_some() && a.nilai == b.nilai
}

/// Limits of capaian that the document names.
fn batas(bacaan: &Bacaan) -> Vec<Decimal> {
    const KATA: &[&str] = &[
        "maksimal",
        "maksimum",
        "dibatasi",
        "paling tinggi",
        "batas atas",
        "ditetapkan sebesar",
        "dihitung sebesar",
        "melebihi",
    ];
    let mut hasil: Vec<Decimal> = bacaan
        .kalimat
        .iter()
        .filter(|kalimat| {
            let teks = normal(bacaan.teks(&kalimat.letak));
            teks.contains("capaian") && KATA.iter().any(|kata| teks.contains(kata))
        })
        .flat_map(|kalimat| kalimat.angka.iter())
        .map(|id| bacaan.angka(*id))
        .filter(|angka| angka.satuan == SatuanCetak::Persen)
        .filter_map(|angka| angka.nilai)
        .filter(|nilai| *nilai >= Decimal::ONE_HUNDRED)
        .collect();
    hasil.sort_unstable();
    hasil.dedup();
    hasil.truncate(8);
    hasil
}

/// The mean of values above a limit taken as the limit.
fn dibatasi(h: &Himpunan, batas: Decimal, cetak: &Angka) -> bool {
    let isi: Option<Vec<Selang>> = h
        .angka
        .iter()
        .map(|angka| {
            let selang = angka.selang()?;
            Some(Selang {
                bawah: selang.bawah.min(batas),
                atas: selang.atas.min(batas),
            })
        })
        .collect();
    isi.is_some_and(|isi| rata(&isi, cetak))
}

fn rata(isi: &[Selang], cetak: &Angka) -> bool {
    let rata = isi
        .iter()
        .try_fold(Selang::titik(Decimal::ZERO), |jumlah, satu| {
            jumlah.tambah(*satu)
        })
        .and_then(|jumlah| jumlah.bagi(Selang::titik(Decimal::from(isi.len()))));
    rata.is_some_and(|selang| {
        Hitungan {
            nilai: selang.bawah,
            selang,
            peraga: String::new(),
            satuan: SatuanCetak::Persen,
        }
        .cocok(cetak)
    })
}

/// The mean of the means of each sasaran: the first column of names tells the sasaran of a row.
fn per_sasaran(bacaan: &Bacaan, cetak: &Angka) -> bool {
    bacaan.tabel.iter().any(|tabel| {
        let Some(k) = tabel
            .kolom
            .iter()
            .position(|k| k.peran == Some(Peran::Capaian))
        else {
            return false;
        };
        let Some(document::source::Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece)
        else {
            return false;
        };
        let sasaran = |row: usize| {
            grid.cells
                .iter()
                .find(|sel| {
                    sel.row <= row
                        && row < sel.row.saturating_add(sel.rowspan.max(1))
                        && sel.passage.text.chars().any(char::is_alphabetic)
                })
                .map(|sel| normal(&sel.passage.text))
        };
        let mut kelompok: BTreeMap<String, Vec<Selang>> = BTreeMap::new();
        for baris in tabel.isi() {
            let [id] = tabel.sel(baris.row, k) else {
                continue;
            };
            let (Some(nama), Some(selang)) = (sasaran(baris.row), bacaan.angka(*id).selang())
            else {
                continue;
            };
            kelompok.entry(nama).or_default().push(selang);
        }
        let rerata: Option<Vec<Selang>> = kelompok
            .values()
            .map(|isi| {
                isi.iter()
                    .try_fold(Selang::titik(Decimal::ZERO), |j, s| j.tambah(*s))?
                    .bagi(Selang::titik(Decimal::from(isi.len())))
            })
            .collect();
        rerata.is_some_and(|isi| isi.len() >= 2 && rata(&isi, cetak))
    })
}

/// One printed capaian is wrong, and the mean was taken of the right one: that capaian has a finding of its own.
fn satu_keliru(bacaan: &Bacaan, semua: &[Himpunan], cetak: &Angka) -> bool {
    const TERBANYAK: usize = 30;
    let mut hasil_bagi: BTreeMap<AngkaId, Vec<Selang>> = BTreeMap::new();
    let mut kelompok: BTreeMap<usize, Vec<&Pernyataan>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        if p.perihal.jenis == JenisPerihal::Indikator {
            kelompok.entry(p.kelompok).or_default().push(p);
        }
    }
    for anggota in kelompok.values() {
        let satu = |peran: Peran| anggota.iter().find(|p| p.peran == peran);
        let (Some(r), Some(t), Some(c)) = (
            satu(Peran::Realisasi),
            satu(Peran::Target),
            satu(Peran::Capaian),
        ) else {
            continue;
        };
        let (r, t) = (bacaan.angka(r.angka), bacaan.angka(t.angka));
        let cara: Vec<Hitungan> = [hitung::capaian(r, t), hitung::capaian_menurun(r, t)]
            .into_iter()
            .flatten()
            .collect();
        // A capaian that one of the formulas gives is right.
        if cara.iter().all(|h| !h.cocok(bacaan.angka(c.angka))) {
            hasil_bagi.insert(c.angka, cara.into_iter().map(|h| h.selang).collect());
        }
    }
    semua.iter().take(TERBANYAK).any(|h| {
        let isi: Option<Vec<Selang>> = h.angka.iter().map(|angka| angka.selang()).collect();
        let Some(mut isi) = isi.filter(|isi| isi.len() <= TERBANYAK) else {
            return false;
        };
        for (i, angka) in h.angka.iter().enumerate() {
            let ganti = hasil_bagi
                .iter()
                .find(|(id, _)| bacaan.angka(**id).letak == angka.letak)
                .map_or(&[][..], |(_, ganti)| ganti.as_slice());
            for satu in ganti {
                let Some(tempat) = isi.get_mut(i) else {
                    continue;
                };
                let semula = std::mem::replace(tempat, *satu);
                let cocok = rata(&isi, cetak);
                if let Some(tempat) = isi.get_mut(i) {
                    *tempat = semula;
                }
                if cocok {
                    return true;
                }
            }
        }
        false
    })
}
