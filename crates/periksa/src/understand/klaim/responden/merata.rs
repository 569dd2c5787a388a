//! Claims that every group has the least number of respondents, against the groups as listed.

use rust_decimal::Decimal;

use super::{MINIMUM, RESPONDEN, SYARAT};
use crate::bacaan::{AngkaId, Bacaan, IsiKlaim, JenisBaris, JenisKolom, Klaim, Letak, Tabel};
use crate::understand::klaim::Konteks;
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};

/// Words that speak of every group.
const SETIAP: &[&str] = &[
    "setiap",
    "tiap",
    "tiap-tiap",
    "masing-masing",
    "semua",
    "seluruh",
    "semuanya",
    "seluruhnya",
];
/// Words that make the number behind them the least.
const PALING: &[&str] = &["sedikitnya", "lebih", "melebihi", "melampaui", "atas"];
/// Words that say that what follows is all together.
const BERSAMA: &[&str] = &[
    "seluruhnya",
    "jumlahnya",
    "jumlah",
    "total",
    "totalnya",
    "semuanya",
    "keseluruhan",
    "sehingga",
    "dari",
];

/// Adds the claim, where the groups are listed; whether it did.
pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) -> bool {
    let kata = konteks.kata();
    let Some((kerja, id)) = batas(konteks) else {
        return false;
    };
    let bacaan = konteks.bacaan;
    let Some(batas) = bacaan.angka(id).nilai else {
        return false;
    };
    let berresponden = kata.iter().any(|k| k.salah_satu(RESPONDEN));
    let mut kelompok = dalam_kalimat(konteks, kerja);
    if kelompok.is_empty() {
        kelompok = kalimat_lalu(konteks);
    }
    if kelompok.is_empty() && berresponden {
        kelompok = dari_tabel(konteks);
    }
    let nilai = |id: &AngkaId| bacaan.angka(*id).nilai;
    let Some(terkecil) = kelompok.iter().min_by_key(|id| nilai(id)).copied() else {
        return false;
    };
    // Where one group alone is short, its number is wrong sooner than the words about all of them.
    let kurang = kelompok
        .iter()
        .filter(|id| nilai(id).is_some_and(|n| n < batas))
        .count();
    let letak = if kurang == 1 {
        bacaan.angka(terkecil).letak.clone()
    } else {
        konteks.letak(0, kata.len())
    };
    let mut klaim = konteks.klaim(
        0,
        kata.len(),
        konteks.ucapan.topik.clone(),
        IsiKlaim::RespondenMinimum {
            bulan: Vec::new(),
            kecuali: Vec::new(),
            minimum: Some(id),
            responden: Some(terkecil),
            tercapai: true,
        },
    );
    klaim.letak = letak;
    hasil.push(klaim);
    true
}

/// The least number that every group is said to have, and where the words for it begin.
fn batas(konteks: &Konteks) -> Option<(usize, AngkaId)> {
    const SELA: usize = 8;
    let kata = konteks.kata();
    if kata
        .iter()
        .any(|k| k.salah_satu(SYARAT) || k.salah_satu(&["kecuali", "belum", "sampel"]))
    {
        return None;
    }
    let dekat = |di: usize| {
        konteks
            .angka(di + 1, (di + 4).min(kata.len()))
            .next()
            .map(|(_, id)| (di, id))
            .filter(|(_, id)| konteks.bacaan.angka(*id).presisi == 0)
    };
    for (i, satu) in kata.iter().enumerate() {
        let lanjut = kata
            .get(i + 1..(i + 1 + SELA * 2).min(kata.len()))
            .unwrap_or_default();
        // "Tidak ada triwulan dengan responden kurang dari 30".
        let nihil = satu.salah_satu(&["tidak", "tak", "tiada"])
            && (satu.salah_satu(&["tiada"])
                || kata
                    .get(i + 1)
                    .is_some_and(|k| k.salah_satu(&["ada", "terdapat", "satu", "satupun"])));
        if nihil {
            let kurang = lanjut
                .iter()
                .position(|k| k.salah_satu(&["kurang", "bawah", "dibawah"]))?;
            return dekat(i + 1 + kurang);
        }
        let semua = satu.salah_satu(SETIAP)
            || satu.isi == Isi::Kata
                && matches!(
                    satu.teks.as_str(),
                    "kedua"
                        | "ketiga"
                        | "keempat"
                        | "kelima"
                        | "keenam"
                        | "keduanya"
                        | "ketiganya"
                        | "keempatnya"
                );
        if semua {
            let ingkar = lanjut
                .iter()
                .any(|k| k.salah_satu(&["bawah", "dibawah", "maksimal"]));
            let paling = lanjut.iter().enumerate().position(|(n, k)| {
                let tidak_kurang = k.salah_satu(&["kurang"])
                    && n.checked_sub(1)
                        .and_then(|n| lanjut.get(n))
                        .is_some_and(|k| k.salah_satu(&["tidak", "tak"]));
                let paling_sedikit = k.salah_satu(&["sedikit", "kurang"])
                    && n.checked_sub(1)
                        .and_then(|n| lanjut.get(n))
                        .is_some_and(|k| k.salah_satu(&["paling"]));
                k.salah_satu(PALING) || k.salah_satu(MINIMUM) || tidak_kurang || paling_sedikit
            });
            if let Some(paling) = paling.filter(|_| !ingkar)
                && let Some(ada) = dekat(i + 1 + paling)
            {
                return Some(ada);
            }
        }
    }
    None
}

/// The groups that the sentence itself lists before.
fn dalam_kalimat(konteks: &Konteks, kerja: usize) -> Vec<AngkaId> {
    let kata = konteks.kata().get(..kerja).unwrap_or_default();
    if !kata.iter().any(|k| k.salah_satu(RESPONDEN)) {
        return Vec::new();
    }
    sederet(konteks.bacaan, kata)
}

/// The groups that the sentence before lists.
fn kalimat_lalu(konteks: &Konteks) -> Vec<AngkaId> {
    konteks.lalu.last().map_or_else(Vec::new, |lalu| {
        if lalu.kata.iter().any(|k| k.salah_satu(RESPONDEN)) {
            sederet(konteks.bacaan, &lalu.kata)
        } else {
            Vec::new()
        }
    })
}

/// Counts of people in a row, without their sum; at least two.
fn sederet(bacaan: &Bacaan, kata: &[Kata]) -> Vec<AngkaId> {
    const ORANG: &[&str] = &["orang", "responden", "pegawai", "pemohon", "peserta"];
    let mut hasil: Vec<AngkaId> = Vec::new();
    for (i, satu) in kata.iter().enumerate() {
        if satu.salah_satu(BERSAMA) && hasil.len() > 1 {
            break;
        }
        let Some(id) = satu.angka() else { continue };
        let angka = bacaan.angka(id);
        let berorang = kata.get(i + 1).is_some_and(|k| k.salah_satu(ORANG));
        let berkurung = kata.get(i + 1).is_some_and(|k| k.tanda(')'));
        if (berorang || berkurung) && angka.presisi == 0 && angka.nilai.is_some() {
            hasil.push(id);
        }
    }
    // A total that leads ("160 orang, yaitu …") is no group.
    let nilai: Vec<Decimal> = hasil
        .iter()
        .filter_map(|id| bacaan.angka(*id).nilai)
        .collect();
    if let [pertama, sisa @ ..] = &nilai[..]
        && sisa.len() > 1
        && sisa.iter().all(|n| n < pertama)
        && kata
            .iter()
            .any(|k| k.salah_satu(&["yaitu", "yakni", "terdiri", "meliputi"]) || k.tanda(':'))
    {
        hasil.remove(0);
    }
    if hasil.len() < 2 {
        hasil.clear();
    }
    hasil
}

/// The column of respondents in the nearest table before, under the same heading.
fn dari_tabel(konteks: &Konteks) -> Vec<AngkaId> {
    const SEBELUM: usize = 8;
    let bacaan = konteks.bacaan;
    let Some(letak) = bacaan
        .kalimat
        .get(konteks.ucapan.kalimat)
        .map(|k: &crate::bacaan::Kalimat| &k.letak)
    else {
        return Vec::new();
    };
    let Letak { piece, .. } = *letak;
    let bagian = |piece| bacaan.bagian(piece).map(|b| b.piece);
    let di = bacaan.tabel.partition_point(|t| t.piece < piece);
    bacaan
        .tabel
        .get(..di)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|t| t.piece + SEBELUM >= piece && bagian(t.piece) == bagian(piece))
        .map(|t| kolom(bacaan, t))
        .find(|semua| semua.len() > 1)
        .unwrap_or_default()
}

fn kolom(bacaan: &Bacaan, tabel: &Tabel) -> Vec<AngkaId> {
    let Some(kolom) = tabel.kolom.iter().position(|k| {
        k.jenis == JenisKolom::Angka
            && kosakata::kata(&k.jalur.join(" "))
                .any(|(_, k)| RESPONDEN.contains(&k.to_lowercase().as_str()))
    }) else {
        return Vec::new();
    };
    tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .filter(|b| {
            let rapi = kosakata::normal(&b.label);
            !["jumlah", "total", "rata", "keseluruhan"]
                .iter()
                .any(|awalan| rapi.starts_with(awalan))
        })
        .filter_map(|b| match tabel.sel(b.row, kolom) {
            [id] => bacaan.angka(*id).nilai.map(|_| *id),
            _ => None,
        })
        .collect()
}
