//! Claims that the least number of respondents was reached, or not.

mod merata;

use super::Konteks;
use crate::bacaan::{AngkaId, IsiKlaim, JenisPerihal, Klaim, Peran, Perihal};
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};
use crate::understand::prosa::waktu;

const RESPONDEN: &[&str] = &["responden", "reponden", "respondennya"];
const MINIMUM: &[&str] = &[
    "minimal",
    "minimum",
    "sekurang-kurangnya",
    "setidaknya",
    "setidak-tidaknya",
];
const TERCAPAI: &[&str] = &[
    "mencapai",
    "memenuhi",
    "melampaui",
    "melebihi",
    "terpenuhi",
    "tercapai",
    "dipenuhi",
    "terlampaui",
];
const KURANG: &[&str] = &["kurang", "bawah", "dibawah"];
const INGKAR: &[&str] = &["belum", "tidak", "gagal", "tak"];
const SYARAT: &[&str] = &[
    "bila",
    "apabila",
    "jika",
    "harus",
    "wajib",
    "agar",
    "supaya",
    "diharapkan",
    "untuk",
    "perlu",
    "sepanjang",
    "diupayakan",
];

pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    if !kata.iter().any(waktu::nama_bulan) && merata::cari(konteks, hasil) {
        return;
    }
    let Some(responden) = kata.iter().position(|k| k.salah_satu(RESPONDEN)) else {
        // "Survei diikuti 25 pegawai sehingga memenuhi jumlah minimal 30": a survey has respondents by another name.
        if let Some(survei) = kata
            .iter()
            .position(|k| k.salah_satu(&["survei", "survey"]))
        {
            tulis(konteks, survei, hasil);
        }
        return;
    };
    tulis(konteks, responden, hasil);
}

fn tulis(konteks: &Konteks, responden: usize, hasil: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    if kata.iter().any(|k| k.salah_satu(SYARAT)) {
        return;
    }
    let Some(minimum) = minimum(kata) else {
        return;
    };
    let Some(kerja) = kerja(kata, minimum) else {
        return;
    };
    let angka = konteks.angka(minimum, (minimum + 6).min(kata.len())).next();
    let kecuali = kata
        .iter()
        .position(|k| k.salah_satu(&["kecuali"]))
        .filter(|di| *di > kerja);
    // Behind a semicolon something else is said.
    let bagian = kata
        .iter()
        .skip(kerja.max(minimum))
        .position(|k| k.tanda(';'))
        .map_or(kata.len(), |n| kerja.max(minimum) + n);
    let akhir = kecuali.unwrap_or(bagian);
    let kurang = kata[kerja].salah_satu(KURANG);
    let ingkar = (kerja.saturating_sub(3)..kerja).find(|i| kata[*i].salah_satu(INGKAR));
    let tercapai = ingkar.is_none() != kurang;
    let bulan = bulan(kata, 0, akhir);
    let luar = kecuali.map_or_else(Vec::new, |di| self::bulan(kata, di, kata.len()));
    // An exception that names no month is not understood.
    if kecuali.is_some() && luar.is_empty() {
        return;
    }
    let perihal = konteks
        .ucapan
        .sebutan
        .iter()
        .map(|s| &s.perihal)
        .find(|p| p.jenis == JenisPerihal::Indikator)
        .or(konteks.ucapan.topik.as_ref())
        .cloned();
    let minimum_dikutip = angka.map(|(_, id)| id);
    let banyak = if bulan.is_empty() && kecuali.is_none() {
        dikutip(konteks, kerja.min(minimum), responden)
    } else {
        None
    };
    // The whole statement is at fault where it is false: from the month on.
    let bulan_pertama = kata[..akhir].iter().position(waktu::nama_bulan);
    let bulan_terakhir = kata[..akhir].iter().rposition(waktu::nama_bulan);
    let awal = [
        Some(responden),
        bulan_pertama,
        Some(kerja),
        banyak.map(|(i, _)| i),
    ]
    .into_iter()
    .flatten()
    .min()
    .unwrap_or(responden);
    let ujung = [
        Some(kerja + 1),
        Some(minimum + 1),
        angka.map(|(i, _)| i + 1),
        bulan_terakhir.map(|i| i + 1),
    ]
    .into_iter()
    .flatten()
    .filter(|i| *i <= akhir)
    .max()
    .unwrap_or(minimum + 1);
    let mut tambah = |awal: usize, ujung: usize, perihal: Option<Perihal>, isi: IsiKlaim| {
        hasil.push(konteks.klaim(awal, ujung, perihal, isi));
    };
    tambah(
        awal,
        ujung,
        perihal.clone(),
        IsiKlaim::RespondenMinimum {
            bulan,
            kecuali: luar.clone(),
            minimum: minimum_dikutip,
            responden: banyak.map(|(_, id)| id),
            tercapai,
        },
    );
    if let Some(di) = kecuali {
        let ujung = kata[di..]
            .iter()
            .position(|k| matches!(k.isi, Isi::Tanda(';' | '.')))
            .map_or(kata.len(), |n| di + n);
        tambah(
            di,
            ujung,
            perihal,
            IsiKlaim::RespondenMinimum {
                bulan: luar,
                kecuali: Vec::new(),
                minimum: minimum_dikutip,
                responden: None,
                tercapai: !tercapai,
            },
        );
    }
}

/// The word that speaks of the least number.
fn minimum(kata: &[Kata]) -> Option<usize> {
    let polos = kata.iter().position(|k| k.salah_satu(MINIMUM));
    polos.or_else(|| {
        // "paling sedikit 30", "paling kurang 30"; without a number behind it says which month has the fewest.
        (0..kata.len()).find(|i| {
            kata[*i].salah_satu(&["paling"])
                && kata
                    .get(i + 1)
                    .is_some_and(|k| k.salah_satu(&["sedikit", "kurang", "rendah"]))
                && kata.get(i + 2).is_some_and(|k| k.angka().is_some())
        })
    })
}

/// The word that says whether it was reached: the nearest to the minimum.
fn kerja(kata: &[Kata], minimum: usize) -> Option<usize> {
    const SELA: usize = 12;
    let kena = |i: &usize| kata[*i].salah_satu(TERCAPAI) || kata[*i].salah_satu(KURANG);
    let sebelum = (minimum.saturating_sub(SELA)..minimum).rev().find(kena);
    let sesudah = (minimum..(minimum + SELA).min(kata.len()))
        .find(|i| kata[*i].salah_satu(&["terpenuhi", "tercapai", "dipenuhi", "terlampaui"]));
    sebelum.or(sesudah)
}

fn bulan(kata: &[Kata], awal: usize, akhir: usize) -> Vec<u8> {
    let mut hasil: Vec<u8> = kata
        .get(awal..akhir)
        .unwrap_or_default()
        .iter()
        .filter(|k| waktu::nama_bulan(k))
        .filter_map(|k| kosakata::bulan(&k.teks))
        .collect();
    hasil.sort_unstable();
    hasil.dedup();
    hasil
}

/// How many respondents the sentence quotes before the claim, or the one before where "tersebut" points to it.
fn dikutip(konteks: &Konteks, kerja: usize, responden: usize) -> Option<(usize, AngkaId)> {
    const ORANG: &[&str] = &[
        "orang",
        "responden",
        "pegawai",
        "pemohon",
        "peserta",
        "pengguna",
        "masyarakat",
        "pengunjung",
    ];
    let kata = konteks.kata();
    let mut cacah = konteks
        .angka(0, kerja)
        .filter(|(i, _)| kata.get(i + 1).is_some_and(|k| k.salah_satu(ORANG)));
    if let Some(satu) = cacah.next() {
        return cacah.next().is_none().then_some(satu);
    }
    let menunjuk = kata
        .get(responden + 1)
        .is_some_and(|k| k.salah_satu(&["tersebut", "ini", "itu"]));
    let mut sebelum = konteks
        .sebelum
        .iter()
        .filter(|p| p.perihal.jenis == JenisPerihal::Responden && p.peran == Peran::Jumlah);
    let satu = sebelum.next().filter(|_| menunjuk)?;
    sebelum.next().is_none().then_some((responden, satu.angka))
}
