//! Rows: their names, and which are sums, means or titles.

use rust_decimal::Decimal;

use super::jumlah_kolom::jumlah_kolom;
use super::kisi::{Kepala, Kisi, kosong};
use crate::bacaan::{Bacaan, Baris, JenisBaris, JenisKolom, Kolom, Letak};
use crate::understand::indikator::calon::kolom_indikator;
use crate::understand::kosakata::normal;

/// How surely a name says what a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kuat {
    Pasti,
    Mungkin,
}

/// The rows of a table, without what they are about.
pub(super) fn baris(bacaan: &Bacaan, kisi: &Kisi, kepala: Kepala, kolom: &[Kolom]) -> Vec<Baris> {
    let kolom_label = kolom.iter().position(|k| k.jenis == JenisKolom::Label);
    let kolom_angka: Vec<usize> = (0..kolom.len())
        .filter(|k| kolom[*k].jenis == JenisKolom::Angka)
        .collect();
    let jalur: Vec<Vec<String>> = kolom.iter().map(|k| k.jalur.clone()).collect();
    let berindikator = kolom_indikator(&jalur).is_some();
    let mut hasil: Vec<Baris> = Vec::with_capacity(kisi.grid.rows);
    for row in 0..kisi.grid.rows {
        let jenis = if row < kepala.tinggi || kepala_berulang(kisi, kepala, row) {
            JenisBaris::Kepala
        } else if row < kepala.badan()
            || (row > kepala.badan()
                && kepala.nomor
                && kisi.nomor_kolom(row)
                && berkurung(kisi, row))
        {
            JenisBaris::NomorKolom
        } else {
            JenisBaris::Isi
        };
        let mut satu = Baris {
            row,
            jenis,
            label: String::new(),
            letak_label: None,
            perihal: None,
            peran: None,
            milik: None,
            tahun: None,
            bulan: None,
        };
        if jenis == JenisBaris::Isi {
            beri_nama(kisi, kolom, kolom_label, hasil.last(), &mut satu);
            satu.jenis = if jumlah_kolom(kisi, kolom, &kolom_angka, &satu) {
                JenisBaris::Total
            } else {
                jenis_isi(bacaan, kisi, &kolom_angka, &hasil, &satu, berindikator)
            };
        }
        hasil.push(satu);
    }
    hasil
}

/// Whether a row repeats the heading, as at the top of a page.
fn kepala_berulang(kisi: &Kisi, kepala: Kepala, row: usize) -> bool {
    let Some(pertama) = kepala.tinggi.checked_sub(1) else {
        return false;
    };
    let acuan = kepala.judul.min(pertama);
    let mut berisi = 0;
    for k in 0..kisi.grid.columns {
        let (sini, sana) = (normal(kisi.teks(row, k)), normal(kisi.teks(acuan, k)));
        if sini != sana {
            return false;
        }
        berisi += usize::from(!sini.is_empty());
    }
    berisi >= 2
}

fn berkurung(kisi: &Kisi, row: usize) -> bool {
    (0..kisi.grid.columns).any(|k| kisi.teks(row, k).starts_with('('))
}

fn beri_nama(
    kisi: &Kisi,
    kolom: &[Kolom],
    label: Option<usize>,
    sebelum: Option<&Baris>,
    satu: &mut Baris,
) {
    let mut ambil = |k: usize| {
        let teks = kisi.teks(satu.row, k);
        let sel = kisi.sel(satu.row, k)?;
        let rapi = teks.split_whitespace().collect::<Vec<_>>().join(" ");
        let isi = &kisi.grid.cells.get(sel)?.passage.text;
        let awal = isi.len() - isi.trim_start().len();
        satu.letak_label = Some(Letak::di_sel(kisi.piece, sel, awal..awal + teks.len()));
        satu.label = rapi;
        Some(())
    };
    if let Some(k) = label
        && !kosong(kisi.teks(satu.row, k))
    {
        let _ = ambil(k);
        return;
    }
    // "JUMLAH" often stands in the column of numbers.
    let pengganti = (0..kolom.len())
        .take_while(|k| kolom[*k].jenis != JenisKolom::Angka)
        .find(|k| {
            kisi.teks(satu.row, *k).chars().any(char::is_alphabetic)
                && kata_total(&normal(kisi.teks(satu.row, *k))).is_some()
        })
        .or_else(|| {
            (0..kolom.len())
                .take_while(|k| kolom[*k].jenis != JenisKolom::Angka)
                .find(|k| {
                    // A row that names itself in another column is not part of the group above.
                    Some(*k) != label
                        && kisi.pangkal(satu.row, *k)
                        && kisi
                            .teks(satu.row, *k)
                            .chars()
                            .filter(|c| c.is_alphabetic())
                            .count()
                            > 3
                })
        });
    if let Some(k) = pengganti {
        let _ = ambil(k);
        return;
    }
    let pendahulu = sebelum.filter(|b| matches!(b.jenis, JenisBaris::Isi | JenisBaris::Kelompok));
    if let (Some(_), Some(atas)) = (label, pendahulu) {
        satu.label.clone_from(&atas.label);
        satu.letak_label.clone_from(&atas.letak_label);
    } else if label.is_none() {
        // A table without names: the number of the row is its name.
        let k = (0..kolom.len()).find(|k| kolom[*k].jenis == JenisKolom::Nomor);
        if let Some(k) = k {
            let _ = ambil(k);
        }
    }
}

fn jenis_isi(
    bacaan: &Bacaan,
    kisi: &Kisi,
    kolom: &[usize],
    atas: &[Baris],
    satu: &Baris,
    berindikator: bool,
) -> JenisBaris {
    let berangka = kolom.iter().any(|k| !kisi.besaran(satu.row, *k).is_empty());
    // A title that runs over the columns of figures leaves them blank too.
    let hampa = kolom
        .iter()
        .all(|k| kisi.teks(satu.row, *k).is_empty() || !kisi.pangkal(satu.row, *k));
    let nama = normal(&satu.label);
    if !berangka {
        let bernama = !satu.label.is_empty()
            && satu.letak_label.as_ref().is_some_and(|letak| {
                letak
                    .sel
                    .and_then(|sel| kisi.grid.cells.get(sel))
                    .is_some_and(|sel| sel.row == satu.row)
            });
        return if hampa && bernama && !kolom.is_empty() && satu.row + 1 < kisi.grid.rows {
            JenisBaris::Kelompok
        } else {
            JenisBaris::Isi
        };
    }
    if kata_total(&nama) == Some(Kuat::Pasti) {
        return JenisBaris::Total;
    }
    match kata_rerata(&nama, &satu.label) {
        Some(Kuat::Pasti) => return JenisBaris::Rerata,
        Some(Kuat::Mungkin) if di_ujung(kisi, kolom, satu.row) => {
            // Whole counts lie among those above by chance; a mean has decimals.
            if !berindikator
                && berdesimal(bacaan, kisi, kolom, satu.row)
                && seperti_rerata(bacaan, kisi, kolom, atas, satu.row)
            {
                return JenisBaris::Rerata;
            }
            // "Nilai akhir" below components is what they sum to.
            if seperti_total(bacaan, kisi, kolom, atas, satu.row) {
                return JenisBaris::Total;
            }
        }
        _ => {}
    }
    match kata_total(&nama) {
        Some(Kuat::Mungkin) if seperti_total(bacaan, kisi, kolom, atas, satu.row) => {
            JenisBaris::Total
        }
        _ => JenisBaris::Isi,
    }
}

/// Whether a name in normal words says that the row is a sum.
fn kata_total(nama: &str) -> Option<Kuat> {
    const TOTAL: &[&str] = &["jumlah", "total", "subtotal", "subjumlah"];
    const ISENG: &[&str] = &[
        "jumlah",
        "total",
        "subtotal",
        "sub",
        "grand",
        "keseluruhan",
        "seluruh",
        "seluruhnya",
        "umum",
        "akhir",
        "besar",
        "rp",
        "rupiah",
        "%",
        "a",
        "b",
        "c",
        "d",
        "i",
        "ii",
        "iii",
        "iv",
        "dan",
        "semua",
        "nilai",
        "skor",
        "bobot",
    ];
    let kata: Vec<&str> = nama.split(' ').filter(|k| !k.is_empty()).collect();
    if !kata.iter().take(3).any(|k| TOTAL.contains(k)) {
        return None;
    }
    let lain = kata
        .iter()
        .filter(|k| !ISENG.contains(k) && !k.chars().all(|c| c.is_ascii_digit()))
        .count();
    let diawali = kata
        .first()
        .is_some_and(|k| TOTAL.contains(k) || matches!(*k, "sub" | "grand"));
    let sub = matches!(
        kata.as_slice(),
        ["subtotal" | "subjumlah", ..] | ["sub", "total" | "jumlah", ..]
    );
    match lain {
        0 => Some(Kuat::Pasti),
        _ if sub => Some(Kuat::Pasti),
        1..=5 if diawali && !kata.contains(&"responden") => Some(Kuat::Mungkin),
        _ => None,
    }
}

/// Words that may stand behind "rata-rata" where the row is the mean of the rows above and not a thing of its own.
const SISA_RERATA: &[&str] = &[
    "capaian",
    "pencapaian",
    "kinerja",
    "nilai",
    "skor",
    "indeks",
    "total",
    "keseluruhan",
    "seluruh",
    "seluruhnya",
    "semua",
    "umum",
    "akhir",
    "unsur",
    "indikator",
    "sasaran",
    "per",
    "persentase",
    "realisasi",
    "organisasi",
    "setahun",
    "tahunan",
    "tahun",
    "tertimbang",
    "nrr",
    "skm",
    "ikm",
    "%",
];

/// Whether a name in normal words is that of a mean of the rows above ("Rata-rata capaian") and not of a thing that is
/// itself measured as a mean ("Rata-rata waktu layanan"); none where it speaks of no mean.
pub(in crate::understand) fn rerata_polos(nama: &str) -> Option<bool> {
    let inti = ["nilai ", "jumlah ", "skor ", "indeks ", "total "]
        .iter()
        .find_map(|depan| nama.strip_prefix(depan))
        .unwrap_or(nama);
    let sisa = inti
        .strip_prefix("rata rata")
        .or_else(|| inti.strip_prefix("rerata"))?;
    let polos = sisa
        .split_whitespace()
        .all(|k| SISA_RERATA.contains(&k) || k.bytes().all(|b| b.is_ascii_digit()));
    Some(polos || sisa.trim_start().starts_with("capaian"))
}

/// Whether a name says that the row is a mean.
fn kata_rerata(nama: &str, tercetak: &str) -> Option<Kuat> {
    let kata: Vec<&str> = tercetak.split_whitespace().collect();
    match rerata_polos(nama) {
        Some(true) => return Some(Kuat::Pasti),
        Some(false) => return Some(Kuat::Mungkin),
        None => {}
    }
    let singkat = |k: &str| {
        (2..=6).contains(&k.len())
            && k.chars().all(|c| c.is_ascii_uppercase())
            && !k.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
    };
    let pendek = kata.len() <= 5;
    let indeks = nama.starts_with("nilai")
        || nama.starts_with("indeks")
        || nama.starts_with("skor")
        || kata.first().is_some_and(|k| singkat(k));
    (pendek && indeks).then_some(Kuat::Mungkin)
}

/// Whether a row holds a figure with decimals.
fn berdesimal(bacaan: &Bacaan, kisi: &Kisi, kolom: &[usize], row: usize) -> bool {
    kolom
        .iter()
        .flat_map(|k| kisi.besaran(row, *k))
        .any(|id| bacaan.angka(*id).presisi > 0)
}

/// Rows above a sum that are looked at.
const BARIS_DILIHAT: usize = 500;

fn baris_isi(atas: &[Baris]) -> Vec<usize> {
    atas.iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .map(|b| b.row)
        .collect()
}

fn nilai(bacaan: &Bacaan, kisi: &Kisi, row: usize, k: usize) -> Option<Decimal> {
    match kisi.besaran(row, k) {
        [id] => bacaan.angka(*id).nilai,
        _ => None,
    }
}

/// Whether no ordinary row follows: only respondents, categories and other sums may stand below a mean.
fn di_ujung(kisi: &Kisi, kolom: &[usize], row: usize) -> bool {
    const PENUTUP: &[&str] = &[
        "responden",
        "kategori",
        "mutu",
        "predikat",
        "jumlah",
        "total",
        "nilai",
        "indeks",
        "ikm",
        "konversi",
        "kinerja",
        "rata",
    ];
    let pertama = kolom.first().copied().unwrap_or(kisi.grid.columns);
    const SEJAUH: usize = 12;
    if kisi.grid.rows > row + 1 + SEJAUH {
        return false;
    }
    (row + 1..kisi.grid.rows).all(|b| {
        let berangka = kolom.iter().any(|k| !kisi.besaran(b, *k).is_empty());
        let nama: Vec<String> = (0..pertama).map(|k| normal(kisi.teks(b, k))).collect();
        !berangka
            || nama
                .iter()
                .any(|n| n.split(' ').any(|kata| PENUTUP.contains(&kata)))
    })
}

/// Whether most figures of a row lie among those above, as a mean does.
fn seperti_rerata(
    bacaan: &Bacaan,
    kisi: &Kisi,
    kolom: &[usize],
    atas: &[Baris],
    row: usize,
) -> bool {
    const BARIS_SEDIKIT: usize = 3;
    let isi = baris_isi(atas);
    let (mut ada, mut di_antara) = (0_usize, 0_usize);
    for k in kolom {
        let Some(ini) = nilai(bacaan, kisi, row, *k) else {
            continue;
        };
        let semua: Vec<Decimal> = isi
            .iter()
            .filter_map(|b| nilai(bacaan, kisi, *b, *k))
            .collect();
        if semua.len() < BARIS_SEDIKIT {
            continue;
        }
        ada += 1;
        let (kecil, besar) = (semua.iter().min(), semua.iter().max());
        di_antara +=
            usize::from(kecil.is_some_and(|x| *x <= ini) && besar.is_some_and(|x| ini <= *x));
    }
    ada > 0 && di_antara * 2 > ada
}

/// Whether at least half of the figures of a row are the sum of those above, or of those since the last sum or title.
fn seperti_total(
    bacaan: &Bacaan,
    kisi: &Kisi,
    kolom: &[usize],
    atas: &[Baris],
    row: usize,
) -> bool {
    // Sums over very long tables are looked at from below.
    let atas = atas
        .get(atas.len().saturating_sub(BARIS_DILIHAT)..)
        .unwrap_or_default();
    let semua = baris_isi(atas);
    let batas = atas
        .iter()
        .rposition(|b| matches!(b.jenis, JenisBaris::Total | JenisBaris::Kelompok));
    let dekat: Vec<usize> = atas
        .iter()
        .skip(batas.map_or(0, |i| i + 1))
        .filter(|b| b.jenis == JenisBaris::Isi)
        .map(|b| b.row)
        .collect();
    let cocok = |rows: &[usize], k: usize| -> Option<bool> {
        let ini = nilai(bacaan, kisi, row, k)?;
        let jumlah = rows
            .iter()
            .filter_map(|b| nilai(bacaan, kisi, *b, k))
            .try_fold(Decimal::ZERO, Decimal::checked_add)?;
        Some(rows.len() >= 2 && jumlah == ini && !ini.is_zero())
    };
    [semua, dekat].iter().any(|rows| {
        let hasil: Vec<bool> = kolom.iter().filter_map(|k| cocok(rows, *k)).collect();
        let benar = hasil.iter().filter(|b| **b).count();
        benar > 0 && benar * 2 >= hasil.len()
    })
}
