//! Columns: what they hold, and what their headings say.

use super::kisi::{Kepala, Kisi, kosong};
use crate::bacaan::{Bacaan, JenisKolom, Kolom, Milik, Peran, Perihal, SatuanCetak};
use crate::understand::indikator::Pencari;
use crate::understand::indikator::calon::kolom_indikator;
use crate::understand::kosakata::{self, normal};

/// The columns of a table.
pub(super) fn kolom(bacaan: &Bacaan, pencari: &Pencari, kisi: &Kisi, kepala: Kepala) -> Vec<Kolom> {
    let mut hasil: Vec<Kolom> = (0..kisi.grid.columns)
        .map(|k| satu(bacaan, pencari, kisi, kepala, k))
        .collect();
    persen_dari_realisasi(bacaan, kisi, kepala, &mut hasil);
    capaian_di_samping_serapan(&mut hasil);
    label(kisi, kepala, &mut hasil);
    hasil
}

fn satu(bacaan: &Bacaan, pencari: &Pencari, kisi: &Kisi, kepala: Kepala, k: usize) -> Kolom {
    let jalur = kisi.jalur(kepala, k);
    let peran = jalur
        .iter()
        .rev()
        .find_map(|teks| kosakata::peran(teks))
        // "Nilai x Bobot" is neither the one nor the other.
        .filter(|_| !jalur.iter().any(|teks| hasil_kali(teks)));
    let mut tahun: Vec<i16> = jalur
        .iter()
        .flat_map(|teks| kosakata::kata(teks).filter_map(|(_, kata)| kosakata::kata_tahun(kata)))
        .collect();
    tahun.sort_unstable();
    tahun.dedup();
    let mut bulan: Vec<u8> = jalur
        .iter()
        .flat_map(|teks| kosakata::kata(teks).filter_map(|(_, kata)| kosakata::bulan(kata)))
        .collect();
    bulan.dedup();
    let perihal = jalur
        .iter()
        .rev()
        .find_map(|teks| pencari.terpanjang(teks))
        .and_then(|i| bacaan.indikator.get(i))
        .map(|i| Perihal::indikator(i.kunci.clone()));
    Kolom {
        jenis: jenis(kisi, kepala, k, &jalur, peran),
        tahun: match tahun[..] {
            [satu] => Some(satu),
            _ => None,
        },
        bulan: match bulan[..] {
            [satu] => Some(satu),
            _ => None,
        },
        milik: jalur.iter().rev().find_map(|teks| milik(bacaan, teks)),
        peran,
        perihal,
        jalur,
    }
}

/// Whether a heading is that of values times weights ("Nilai x Bobot", "Nilai tertimbang").
pub(crate) fn hasil_kali(judul: &str) -> bool {
    let rapi = normal(judul);
    let ada = |kata: &[&str]| rapi.split(' ').any(|k| kata.contains(&k));
    let dikalikan =
        judul.contains(['×', '*', '·']) || ada(&["x", "kali", "dikali", "dikalikan", "perkalian"]);
    (ada(&["bobot"]) && dikalikan)
        || (ada(&["tertimbang", "terbobot"]) && ada(&["nilai", "skor", "nrr", "indeks"]))
}

fn jenis(
    kisi: &Kisi,
    kepala: Kepala,
    k: usize,
    jalur: &[String],
    peran: Option<Peran>,
) -> JenisKolom {
    let judul = jalur.last().map(|teks| normal(teks)).unwrap_or_default();
    if matches!(judul.as_str(), "no" | "nomor" | "no urut" | "nomor urut") {
        return JenisKolom::Nomor;
    }
    let (mut berisi, mut besaran, mut panjang, mut urut, mut harap) =
        (0_usize, 0_usize, 0_usize, 0_usize, 1_u32);
    for baris in kepala.badan()..kisi.grid.rows {
        let teks = kisi.teks(baris, k);
        if !kisi.pangkal(baris, k) || kosong(teks) || teks.starts_with('[') {
            continue;
        }
        berisi += 1;
        besaran += usize::from(!(kisi.besaran(baris, k).is_empty() || k == 0 && berkode(teks)));
        panjang += usize::from(teks.chars().count() > 160);
        if teks.trim_matches(['.', ')', '(']).parse::<u32>() == Ok(harap) {
            urut += 1;
            harap += 1;
        }
    }
    // A first column that counts from one numbers the rows.
    if k == 0
        && urut > 0
        && urut * 2 > berisi
        && kisi.grid.columns > 2
        && peran.is_none()
        && judul != "tahun"
    {
        return JenisKolom::Nomor;
    }
    if besaran > 0 && besaran * 2 >= berisi {
        return JenisKolom::Angka;
    }
    if berisi == 0 && peran.is_some() {
        return JenisKolom::Angka;
    }
    if panjang * 2 > berisi
        || matches!(
            judul.as_str(),
            "keterangan" | "ket" | "satuan" | "penanggung jawab"
        )
    {
        return JenisKolom::Teks;
    }
    JenisKolom::Label
}

/// Whether a name with a code before it ("025.04 Pendidikan Islam") rather than a number with its unit.
fn berkode(teks: &str) -> bool {
    const HURUF: usize = 12;
    let huruf = teks.chars().filter(|c| c.is_alphabetic()).count();
    let digit = teks.chars().filter(char::is_ascii_digit).count();
    teks.starts_with(|c: char| c.is_ascii_digit()) && huruf >= HURUF && huruf > 2 * digit
}

/// A column of percents beside one of realisasi is the capaian; a capaian in points beside one in percent is a realisasi.
fn persen_dari_realisasi(bacaan: &Bacaan, kisi: &Kisi, kepala: Kepala, kolom: &mut [Kolom]) {
    let persen: Vec<bool> = kolom
        .iter()
        .enumerate()
        .map(|(k, satu)| berpersen(bacaan, kisi, kepala, k, satu))
        .collect();
    let serumpun = |a: &Kolom, b: &Kolom| a.tahun == b.tahun && a.bulan == b.bulan;
    let lama: Vec<Kolom> = kolom.to_vec();
    for (k, satu) in kolom.iter_mut().enumerate() {
        let ada = |peran: Peran, berpersen: bool| {
            lama.iter().enumerate().any(|(j, lain)| {
                j != k
                    && lain.peran == Some(peran)
                    && persen[j] == berpersen
                    && serumpun(lain, satu)
            })
        };
        let judul = satu.jalur.last().map(|t| normal(t)).unwrap_or_default();
        let hanya_persen = matches!(
            judul.as_str(),
            "%" | "persen" | "persentase" | "prosentase" | "presentase"
        );
        satu.peran = match satu.peran {
            Some(Peran::Realisasi) if persen[k] && ada(Peran::Realisasi, false) => {
                Some(Peran::Capaian)
            }
            None | Some(Peran::Realisasi) if hanya_persen && ada(Peran::Realisasi, false) => {
                Some(Peran::Capaian)
            }
            Some(Peran::Capaian) if !persen[k] && ada(Peran::Capaian, true) => {
                Some(Peran::Realisasi)
            }
            lain => lain,
        };
    }
}

/// Where one column is the absorption of the money, an achievement beside it is of the performance, which no row of a
/// budget tells of.
fn capaian_di_samping_serapan(kolom: &mut [Kolom]) {
    let kata = |k: &Kolom, dicari: &[&str]| {
        k.jalur
            .iter()
            .any(|teks| normal(teks).split(' ').any(|k| dicari.contains(&k)))
    };
    const SERAPAN: &[&str] = &["serapan", "penyerapan", "terserap"];
    const UANG: &[&str] = &["pagu", "anggaran", "rp", "dipa", "belanja"];
    let berserapan = kolom
        .iter()
        .any(|k| k.peran == Some(Peran::Capaian) && kata(k, SERAPAN));
    let beruang = kolom.iter().any(|k| kata(k, UANG));
    if !berserapan || !beruang {
        return;
    }
    for satu in kolom.iter_mut() {
        if satu.peran == Some(Peran::Capaian) && !kata(satu, SERAPAN) && !kata(satu, UANG) {
            satu.peran = None;
        }
    }
}

/// Whether a column is one of percents, by its heading or most of its figures.
fn berpersen(bacaan: &Bacaan, kisi: &Kisi, kepala: Kepala, k: usize, kolom: &Kolom) -> bool {
    if kolom.jalur.iter().any(|teks| {
        let rapi = normal(teks);
        rapi.split(' ')
            .any(|kata| matches!(kata, "%" | "persen" | "persentase" | "prosentase"))
    }) {
        return true;
    }
    let (mut semua, mut dengan) = (0_usize, 0_usize);
    for baris in kepala.badan()..kisi.grid.rows {
        for id in kisi.besaran(baris, k) {
            semua += 1;
            dengan += usize::from(bacaan.angka(*id).satuan == SatuanCetak::Persen);
        }
    }
    dengan > 0 && dengan * 2 >= semua
}

/// Leaves one column as the label: that of indicators, else the one before the figures that tells most rows apart.
fn label(kisi: &Kisi, kepala: Kepala, kolom: &mut [Kolom]) {
    let jalur: Vec<Vec<String>> = kolom.iter().map(|k| k.jalur.clone()).collect();
    let pertama = kolom
        .iter()
        .position(|k| k.jenis == JenisKolom::Angka)
        .unwrap_or(kolom.len());
    let terpilih = kolom_indikator(&jalur)
        .filter(|k| {
            kolom
                .get(*k)
                .is_some_and(|satu| satu.jenis != JenisKolom::Angka)
        })
        .or_else(|| {
            let berbeda = |k: usize| {
                let mut isi: Vec<&str> = (kepala.badan()..kisi.grid.rows)
                    .filter(|b| kisi.pangkal(*b, k))
                    .map(|b| kisi.teks(b, k))
                    .filter(|teks| !kosong(teks))
                    .collect();
                isi.sort_unstable();
                isi.dedup();
                isi.len()
            };
            (0..pertama)
                .filter(|k| {
                    kolom
                        .get(*k)
                        .is_some_and(|satu| satu.jenis == JenisKolom::Label)
                })
                .max_by_key(|k| (berbeda(*k), usize::MAX - *k))
        })
        // Rows that are told apart by their number alone ("2021", "2022") are labelled by it.
        .or_else(|| kolom.iter().position(|k| k.jenis == JenisKolom::Label));
    for (k, satu) in kolom.iter_mut().enumerate() {
        if satu.jenis == JenisKolom::Label && Some(k) != terpilih {
            satu.jenis = JenisKolom::Teks;
        }
        if Some(k) == terpilih {
            satu.jenis = JenisKolom::Label;
        }
    }
}

/// Whose figures the words say they are; none where they name nobody.
pub(super) fn milik(bacaan: &Bacaan, teks: &str) -> Option<Milik> {
    let rapi = normal(teks);
    let sendiri = bacaan
        .identitas
        .kantor
        .iter()
        .chain(&bacaan.identitas.sebutan)
        .map(|nama| normal(nama))
        .any(|nama| nama.len() > 3 && rapi.contains(&nama));
    // "Kabupaten Sukamaju" beside other regions is the office whose name ends so.
    let daerah = rapi.contains(' ')
        && bacaan
            .identitas
            .kantor
            .as_ref()
            .is_some_and(|nama| normal(nama).ends_with(&format!(" {rapi}")));
    if sendiri || daerah {
        return Some(Milik::Sendiri);
    }
    if bacaan
        .identitas
        .atasan
        .iter()
        .map(|nama| normal(nama))
        .any(|nama| nama.len() > 3 && rapi.contains(&nama))
    {
        return Some(Milik::Lain(rapi));
    }
    const LAIN: &[&str] = &[
        "nasional",
        "provinsi",
        "regional",
        "unit lain",
        "satker lain",
        "kanwil",
        "kantor wilayah",
    ];
    let berspasi = format!(" {rapi} ");
    let kantor = rapi
        .split(' ')
        .next()
        .is_some_and(|kata| kosakata::KEPALA_KANTOR.contains(&kata) && rapi.contains(' '));
    (kantor
        || LAIN
            .iter()
            .any(|kata| berspasi.contains(&format!(" {kata} "))))
    .then_some(Milik::Lain(rapi))
}
