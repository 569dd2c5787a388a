//! Claims that the least number of respondents was reached, or not.

use super::Konteks;
use crate::bacaan::{IsiKlaim, JenisPerihal, Klaim};
use crate::understand::prosa::waktu;

pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) {
    const SELA: usize = 12;
    let kata = konteks.kata();
    let Some(responden) = kata
        .iter()
        .position(|k| k.salah_satu(&["responden", "reponden"]))
    else {
        return;
    };
    let bersyarat = kata.iter().any(|k| {
        k.salah_satu(&[
            "bila",
            "apabila",
            "jika",
            "harus",
            "wajib",
            "agar",
            "supaya",
            "diharapkan",
            "untuk",
        ])
    });
    let Some(minimum) = kata
        .iter()
        .position(|k| k.salah_satu(&["minimal", "minimum"]))
    else {
        return;
    };
    if bersyarat || minimum < responden {
        return;
    }
    let Some(kerja) = (minimum.saturating_sub(SELA)..minimum).find(|i| {
        kata[*i].salah_satu(&[
            "mencapai",
            "memenuhi",
            "melampaui",
            "melebihi",
            "kurang",
            "bawah",
            "dibawah",
        ])
    }) else {
        return;
    };
    let kurang = kata[kerja].salah_satu(&["kurang", "bawah", "dibawah"]);
    let ingkar = (kerja.saturating_sub(3)..kerja)
        .find(|i| kata[*i].salah_satu(&["belum", "tidak", "gagal"]));
    let angka = konteks.angka(minimum, (minimum + 6).min(kata.len())).next();
    let bulan = waktu::bulan(kata, 0..kata.len());
    let perihal = konteks
        .ucapan
        .sebutan
        .iter()
        .map(|s| &s.perihal)
        .find(|p| p.jenis == JenisPerihal::Indikator)
        .or(konteks.ucapan.topik.as_ref())
        .cloned();
    let tercapai = ingkar.is_none() != kurang;
    // The whole statement is at fault where it is false: from the month on.
    let awal = kata[..kerja]
        .iter()
        .position(waktu::nama_bulan)
        .map_or(responden, |i| i.min(responden));
    let akhir = angka.map_or(minimum + 1, |(i, _)| i + 1);
    hasil.push(konteks.klaim(
        awal,
        akhir,
        perihal,
        IsiKlaim::RespondenMinimum {
            bulan,
            minimum: angka.map(|(_, id)| id),
            tercapai,
        },
    ));
}
