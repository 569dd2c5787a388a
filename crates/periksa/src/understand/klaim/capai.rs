//! Claims that a target was reached or passed.

use super::{Konteks, hasil};
use crate::bacaan::{AngkaId, IsiKlaim, Klaim, Perihal};
use crate::understand::prosa::kata::Kata;
use crate::understand::prosa::waktu;

const MENCAPAI: &[&str] = &["mencapai", "memenuhi", "menyentuh"];
const MELAMPAUI: &[&str] = &["melampaui", "melebihi"];
const TERCAPAI: &[&str] = &["tercapai", "terpenuhi", "terealisasi"];
const TERLAMPAUI: &[&str] = &["terlampaui"];
const INGKAR: &[&str] = &["belum", "tidak", "gagal", "kurang"];
const BILANGAN: &[&str] = &[
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
];

pub(super) fn cari(konteks: &Konteks, daftar: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    for di in 0..kata.len() {
        if let Some((awal, akhir, ya, melampaui)) = tercapai(kata, di) {
            if konteks.andai(di) || konteks.celah(awal, akhir) {
                continue;
            }
            let perihal = perihal(konteks, di);
            let mut klaim =
                konteks.klaim(awal, akhir, perihal, IsiKlaim::Tercapai { ya, melampaui });
            klaim.tahun = tahun_klausa(konteks, di).or(klaim.tahun);
            daftar.push(klaim);
        }
    }
}

/// The words of a claim about a target around `di`: reached or not, and whether passed.
fn tercapai(kata: &[Kata], di: usize) -> Option<(usize, usize, bool, bool)> {
    let satu = &kata[di];
    let target_menyusul = |dari: usize| {
        (dari..(dari + 2).min(kata.len()))
            .take_while(|i| kata[*i].angka().is_none())
            .find(|i| kata[*i].salah_satu(&["target", "targetnya"]))
    };
    let ingkar = (di.saturating_sub(3)..di)
        .rev()
        .find(|i| kata[*i].salah_satu(INGKAR));
    let awal = ingkar.unwrap_or(di);
    let ya = ingkar.is_none();
    if satu.salah_satu(MENCAPAI) || satu.salah_satu(MELAMPAUI) {
        let akhir = target_menyusul(di + 1)? + 1;
        return Some((awal, akhir, ya, satu.salah_satu(MELAMPAUI)));
    }
    if satu.salah_satu(TERCAPAI) || satu.salah_satu(TERLAMPAUI) {
        const TERJAUH: usize = 40;
        // "target … tercapai"; a passive with an agent or a goal behind it says something else.
        let bertarget = kata[di.saturating_sub(TERJAUH)..di]
            .iter()
            .any(|k| k.salah_satu(&["target", "targetnya"]));
        let lanjut = kata
            .get(di + 1)
            .is_some_and(|k| k.salah_satu(&["sebesar", "sebanyak"]) || k.angka().is_some());
        let nya = di
            .checked_sub(1)
            .is_some_and(|i| kata[i].salah_satu(&["yang", "dapat", "telah"]))
            && satu.salah_satu(&["terealisasi"]);
        if !bertarget || lanjut || nya {
            return None;
        }
        return Some((awal, di + 1, ya, satu.salah_satu(TERLAMPAUI)));
    }
    None
}

/// Of which indicator a target was reached; all of them where the sentence says so.
fn perihal(konteks: &Konteks, di: usize) -> Option<Perihal> {
    let kata = konteks.kata();
    let awal = kata[..di]
        .iter()
        .rposition(|k| k.tanda(';') || k.tanda('.'))
        .map_or(0, |i| i + 1);
    let subjek = &kata[awal..di];
    let semua = subjek.iter().enumerate().any(|(i, k)| {
        let banyak = k.salah_satu(&["seluruh", "semua", "keseluruhan"])
            || k.angka().is_some_and(|id| cacah_indikator(konteks, id));
        banyak
            && subjek
                .get(i + 1..(i + 4).min(subjek.len()))
                .unwrap_or_default()
                .iter()
                .any(|k| k.salah_satu(&["indikator", "iku", "ikk", "target"]))
    });
    // "3 dari 5 indikator" is no claim about all.
    let sebagian = subjek
        .iter()
        .any(|k| k.salah_satu(&["sebagian", "beberapa", "salah"]))
        || subjek.windows(3).any(|tiga| {
            tiga[0].angka().is_some() && tiga[1].salah_satu(&["dari"]) && tiga[2].angka().is_some()
        })
        // "dari 7 indikator terdapat 5 indikator yang …": the second number is a part of the first.
        || subjek
            .windows(2)
            .filter(|dua| {
                dua[0].angka().is_some() && dua[1].salah_satu(&["indikator", "iku", "ikk"])
            })
            .count()
            > 1;
    if sebagian {
        return None;
    }
    if semua {
        return Some(Perihal::indikator(Perihal::SEMUA));
    }
    let beberapa = subjek.windows(2).any(|dua| {
        (dua[0].angka().is_some() || dua[0].salah_satu(BILANGAN))
            && dua[1].salah_satu(&["indikator", "iku", "ikk", "target", "sasaran"])
    });
    if beberapa {
        return None;
    }
    konteks
        .ucapan
        .sebutan
        .iter()
        .rev()
        .find(|s| s.awal >= awal && s.akhir <= di)
        .map(|s| s.perihal.clone())
        .or_else(|| konteks.perihal(di))
        .or_else(|| hasil::perihal(konteks, true))
}

/// The earlier year that the clause itself speaks of ("Capaian tahun 2020 belum mencapai target").
fn tahun_klausa(konteks: &Konteks, di: usize) -> Option<i16> {
    let kata = konteks.kata();
    let laporan = konteks.bacaan.identitas.tahun?;
    let awal = konteks.awal_klausa(di);
    if (awal..di).any(|i| waktu::pembanding(kata, i)) {
        return None;
    }
    waktu::terakhir(kata, awal..di, Some(laporan)).filter(|tahun| *tahun < laporan)
}

/// Whether a number is that of all indicators of the agreement, or else of the document.
fn cacah_indikator(konteks: &Konteks, id: AngkaId) -> bool {
    let indikator = &konteks.bacaan.indikator;
    let janji = indikator.iter().filter(|i| i.diperjanjikan).count();
    let semua = if janji > 0 { janji } else { indikator.len() };
    semua > 1 && konteks.bacaan.angka(id).nilai == Some(rust_decimal::Decimal::from(semua))
}
