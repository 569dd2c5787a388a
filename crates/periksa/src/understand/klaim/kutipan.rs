//! The numbers that a sentence itself sets against each other, whatever they measure.

use rust_decimal::Decimal;

use super::Konteks;
use crate::bacaan::{AngkaId, SatuanCetak};
use crate::understand::prosa::kata::{Isi, Kata};
use crate::understand::prosa::waktu;

const PEMBANDING: &[&str] = &["dari", "dibanding", "dibandingkan", "daripada"];
/// What is compared with something else than an earlier value.
const ACUAN: &[&str] = &[
    "target",
    "targetnya",
    "pagu",
    "standar",
    "batas",
    "minimal",
    "minimum",
    "selisih",
    "rata-rata",
    "sisa",
    "bobot",
];
/// Words behind a number that name no unit.
const BUKAN_SATUAN: &[&str] = &[
    "pada",
    "di",
    "dari",
    "dan",
    "atau",
    "sehingga",
    "tahun",
    "menjadi",
    "lebih",
    "yang",
    "untuk",
    "dengan",
    "serta",
    "maka",
    "meningkat",
    "menurun",
    "naik",
    "turun",
    "bertambah",
    "berkurang",
    "mengalami",
    "dibanding",
    "dibandingkan",
    "daripada",
    "termasuk",
    "berada",
    "telah",
    "sudah",
    "sedangkan",
    "sementara",
    "tetapi",
    "namun",
    "karena",
    "per",
    "berarti",
    "artinya",
    "dalam",
];
/// Units that stand for any thing.
const UNIT_UMUM: &[&str] = &["unit", "buah", "orang", "poin", "point", "indeks", "skala"];
const PENGHUBUNG: &[&str] = &["sedangkan", "sementara", "namun", "tetapi"];

/// An earlier and a later number, as far as the sentence quotes them.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Kutipan {
    pub dari: Option<AngkaId>,
    pub tahun_dari: Option<i16>,
    pub ke: Option<AngkaId>,
    pub sebesar: Option<AngkaId>,
}

/// What a predicate sets against each other; numbers that are held against a target are none of it.
pub(super) fn cari(konteks: &Konteks, awal: usize, di: usize) -> Kutipan {
    let kata = konteks.kata();
    let akhir = konteks.akhir_klausa(di);
    let mut hasil = Kutipan::default();
    let mut lalu = di + 1;
    for (i, id) in konteks.angka(di + 1, akhir) {
        let sela = &kata[lalu..i];
        lalu = i + 1;
        let ada = |daftar: &[&str]| sela.iter().any(|k| k.salah_satu(daftar));
        if ada(&[
            "meningkat",
            "menurun",
            "naik",
            "turun",
            "bertambah",
            "berkurang",
            "lebih",
        ]) {
            break;
        }
        if ada(&["menjadi"]) {
            hasil.ke = hasil.ke.or(Some(id));
        } else if ada(PEMBANDING) {
            if hasil.dari.is_none() && !ada(ACUAN) {
                hasil.dari = Some(id);
                hasil.tahun_dari = tahun(konteks, lalu - 1 - sela.len(), i);
            }
        } else if i == di + 1
            || sela
                .iter()
                .all(|k| k.salah_satu(&["sebesar", "sebanyak", "sekitar"]))
        {
            hasil.sebesar = hasil.sebesar.or(Some(id));
        }
    }
    if hasil.dari.is_none() {
        (hasil.dari, hasil.tahun_dari) = dibandingkan(konteks, awal);
    }
    if let (None, Some(dari)) = (hasil.ke, hasil.dari) {
        hasil.ke = sebelum(konteks, awal, dari, hasil.tahun_dari);
    }
    if let (Some(dari), Some(ke)) = (hasil.dari, hasil.ke)
        && !sebanding(konteks, dari, ke)
    {
        hasil.ke = None;
    }
    hasil
}

/// The earlier value where the sentence opens with it ("Dibandingkan tahun 2022 sebesar …").
fn dibandingkan(konteks: &Konteks, awal: usize) -> (Option<AngkaId>, Option<i16>) {
    let kata = konteks.kata();
    let mut lalu = 0;
    for (i, id) in konteks.angka(0, awal) {
        let mulai = lalu;
        lalu = i + 1;
        let sela = &kata[mulai..i];
        let ada = |daftar: &[&str]| sela.iter().any(|k| k.salah_satu(daftar));
        if !ada(PEMBANDING) || ada(ACUAN) {
            continue;
        }
        // "38 dari 54" is a share; an earlier value has its year.
        let tahun = tahun(konteks, mulai, i);
        if tahun.is_some_and(|t| konteks.bacaan.identitas.tahun.is_some_and(|l| t < l)) {
            return (Some(id), tahun);
        }
    }
    (None, None)
}

/// The later value before a predicate: the last number of the same kind that is nobody else's and of no earlier year.
fn sebelum(
    konteks: &Konteks,
    awal: usize,
    dari: AngkaId,
    tahun_dari: Option<i16>,
) -> Option<AngkaId> {
    const SUBJEK: usize = 3;
    let kata = konteks.kata();
    let batas = (0..awal)
        .rev()
        .find(|i| kata[*i].tanda(';') || (kata[*i].salah_satu(PENGHUBUNG) && i + 1 < awal))
        .map_or(0, |i| i + 1);
    let angka: Vec<(usize, AngkaId)> = konteks.angka(batas, awal).collect();
    for (urut, (i, id)) in angka.iter().enumerate().rev() {
        if *id == dari || !sebanding(konteks, dari, *id) {
            continue;
        }
        let mulai = urut
            .checked_sub(1)
            .and_then(|u| angka.get(u))
            .map_or(batas, |(i, _)| i + 1);
        let sela = &kata[mulai..*i];
        let ada = |daftar: &[&str]| sela.iter().any(|k| k.salah_satu(daftar));
        let tahun = tahun(konteks, mulai, *i);
        if ada(ACUAN) || ada(PEMBANDING) || tahun.is_some_and(|t| Some(t) <= tahun_dari) {
            continue;
        }
        // A subject of its own between the number and the predicate: the number is not its.
        let antara = &kata[i + 1..awal];
        let menunjuk = antara.iter().any(|k| k.salah_satu(&["ini", "tersebut"]));
        let kata_antara = antara
            .iter()
            .filter(|k| k.isi == Isi::Kata && !k.salah_satu(BUKAN_SATUAN))
            .count();
        // "menambah 21 orang, sehingga jumlah ASN naik": another count begins.
        let lain = antara.iter().any(|k| k.salah_satu(&["jumlah", "total"]));
        return (menunjuk || (kata_antara <= SUBJEK && !lain)).then_some(*id);
    }
    None
}

/// The year of a number: the last one before it since `mulai`, or the one right behind.
pub(super) fn tahun(konteks: &Konteks, mulai: usize, i: usize) -> Option<i16> {
    let kata = konteks.kata();
    let laporan = konteks.bacaan.identitas.tahun;
    // A unit that only this report knows may stand between ("498 kapal pada tahun 2022").
    let satuan = kata
        .get(i + 1)
        .filter(|k| k.isi == Isi::Kata && !k.salah_satu(BUKAN_SATUAN))
        .map_or(i, |_| i + 1);
    waktu::menyusul(kata, i, laporan)
        .or_else(|| waktu::menyusul(kata, satuan, laporan))
        .map(|(tahun, _)| tahun)
        .or_else(|| waktu::terakhir(kata, mulai..i, laporan))
}

/// The unit that a number is printed with.
fn satuan<'a>(konteks: &'a Konteks, id: AngkaId) -> Option<&'a str> {
    let kata = konteks.kata();
    let di = kata.iter().position(|k| k.angka() == Some(id))?;
    kata.get(di + 1)
        .filter(|k: &&Kata| k.isi == Isi::Kata)
        .filter(|k| !k.salah_satu(BUKAN_SATUAN) && !k.salah_satu(UNIT_UMUM))
        .map(|k| k.teks.as_str())
}

/// Whether two numbers of a sentence measure the same kind of thing, by their units and their size.
pub(super) fn sebanding(konteks: &Konteks, a: AngkaId, b: AngkaId) -> bool {
    const TERJAUH: Decimal = Decimal::ONE_HUNDRED;
    let jenis = |id: AngkaId| match konteks.bacaan.angka(id).satuan {
        SatuanCetak::Rupiah => 0,
        SatuanCetak::Persen => 1,
        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah => 2,
    };
    let senama = match (satuan(konteks, a), satuan(konteks, b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let (Some(nilai_a), Some(nilai_b)) =
        (konteks.bacaan.angka(a).nilai, konteks.bacaan.angka(b).nilai)
    else {
        return false;
    };
    let (kecil, besar) = (nilai_a.min(nilai_b), nilai_a.max(nilai_b));
    let sebesar = jenis(a) != 2
        || kecil
            .checked_mul(TERJAUH)
            .is_some_and(|batas| kecil.is_sign_negative() || besar <= batas);
    jenis(a) == jenis(b) && senama && sebesar
}

/// A series over years that a sentence quotes before a word: "tahun 2021 (4 km) dan 2022 (5 km)", "berturut-turut 4, 5".
pub(super) fn deret(konteks: &Konteks, sampai: usize) -> Vec<(i16, AngkaId)> {
    let kata = konteks.kata();
    let semua: Vec<(usize, AngkaId)> = konteks.angka(0, sampai).collect();
    let berturut =
        (0..sampai).find(|i| kata[*i].salah_satu(&["berturut-turut", "masing-masing", "berturut"]));
    let mut hasil: Vec<(i16, AngkaId)> = match berturut {
        Some(di) => {
            let tahun: Vec<i16> = (0..di)
                .filter_map(|i| match kata[i].isi {
                    Isi::Tahun(tahun) => Some(tahun),
                    _ => None,
                })
                .collect();
            let angka: Vec<AngkaId> = semua
                .iter()
                .filter(|(i, _)| *i > di)
                .map(|(_, id)| *id)
                .collect();
            if tahun.len() != angka.len() {
                return Vec::new();
            }
            tahun.into_iter().zip(angka).collect()
        }
        None => {
            let mut lalu = 0;
            let mut hasil = Vec::new();
            for (i, id) in semua {
                let mulai = lalu;
                lalu = i + 1;
                let acuan = kata[mulai..i].iter().any(|k| k.salah_satu(ACUAN));
                if let Some(tahun) = tahun(konteks, mulai, i).filter(|_| !acuan) {
                    hasil.push((tahun, id));
                }
            }
            hasil
        }
    };
    let Some((_, pertama)) = hasil.first().copied() else {
        return Vec::new();
    };
    hasil.retain(|(_, id)| sebanding(konteks, pertama, *id));
    hasil.sort_by_key(|(tahun, _)| *tahun);
    let kembar = hasil.windows(2).any(|dua| dua[0].0 == dua[1].0);
    if kembar { Vec::new() } else { hasil }
}
