//! The indicators and goals of the agreement, and how many targets were reached.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Piece;

use super::super::tercapai_tidak_sesuai;
use crate::bacaan::{
    Bacaan, Cacahan, IsiKlaim, JenisBaris, JenisKolom, JenisPerihal, Klaim, Tabel,
};
use crate::understand::kosakata::{self, normal};
use crate::{Aturan, BahanDokumen, Temuan};

/// All that was promised, against the tables that list it.
pub(super) fn semua(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    banyak: u32,
    benda: &str,
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let disebut = usize::try_from(banyak).ok()?;
    let (seharusnya, cocok) = match benda {
        "indikator" => {
            let cacah = cacah_indikator(bacaan);
            (sepakat(&cacah)?, cacah.contains(&disebut))
        }
        "sasaran" => {
            let cacah = cacah_sasaran(bacaan);
            let satu = cacah.first().copied()?;
            // Tables that differ show what nobody can count.
            if cacah.iter().any(|n| *n != satu) {
                return None;
            }
            (satu, disebut == satu)
        }
        _ => return None,
    };
    if cocok || disebut == seharusnya {
        return None;
    }
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, tetapi tabelnya memuat {seharusnya} {benda}",
                bacaan.teks(&klaim.letak)
            ),
            "Betulkan bilangannya, atau lengkapi tabelnya.",
        )
        .seharusnya(Some(seharusnya.to_string())),
    )
}

/// How many reached their target, or did not, against what the document says of each, and against the rest of the sentence.
pub(super) fn capai(bahan: &BahanDokumen, aturan: &Aturan, i: usize) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let klaim = bacaan.klaim.get(i)?;
    let (ini, golongan) = bilangan(klaim)?;
    let lain = sekalimat(bacaan, i);
    let jumlah = lain
        .iter()
        .find(|s| s.golongan == Cacahan::Semua)
        .map(|s| s.banyak);
    let sisa = lain
        .iter()
        .find(|s| s.golongan != Cacahan::Semua && s.golongan != golongan);
    let perjanjian = sepakat(&cacah_indikator(bacaan));
    if let Some(jumlah) = jumlah.map(|n| perjanjian.unwrap_or(n)) {
        if ini > jumlah {
            let alasan = format!("seluruhnya hanya {jumlah}");
            return Some(temuan(bahan, aturan, klaim, jumlah, &alasan));
        }
        // A list bears its own number out; where two do not add up, the other one is wrong.
        let seharusnya = sisa
            .filter(|s| s.berdaftar)
            .and_then(|s| Some((jumlah.checked_sub(s.banyak)?, s.banyak)));
        if let Some((seharusnya, sisa)) = seharusnya {
            let alasan = format!("{jumlah} indikator dikurangi {sisa} adalah {seharusnya}");
            return (ini != seharusnya).then(|| temuan(bahan, aturan, klaim, seharusnya, &alasan));
        }
    }
    let seluruhnya = jumlah.is_some_and(|n| n == ini) && golongan == Cacahan::Tercapai;
    if seluruhnya && let Some(kurang) = ini.checked_sub(1).filter(|_| ada_yang_belum(bacaan, i)) {
        let alasan = "kalimat itu sendiri menyebut indikator yang belum mencapai target";
        return Some(temuan(bahan, aturan, klaim, kurang, alasan));
    }
    if berdaftar(bacaan, klaim) {
        return None;
    }
    let (sedikit, banyak, semua) = rentang(bahan, klaim, golongan)?;
    if (sedikit..=banyak).contains(&ini) {
        return None;
    }
    let seharusnya = if ini < sedikit { sedikit } else { banyak };
    let alasan = format!("menurut capaian pada tabel {seharusnya} dari {semua}");
    Some(temuan(bahan, aturan, klaim, seharusnya, &alasan))
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    seharusnya: usize,
    alasan: &str,
) -> Temuan {
    let belum = matches!(
        klaim.isi,
        IsiKlaim::Cacah {
            golongan: Cacahan::BelumTercapai,
            ..
        }
    );
    Temuan::di(
        aturan,
        bahan,
        &klaim.letak,
        format!(
            "Disebut {} {} target, padahal {alasan}",
            bahan.bacaan.teks(&klaim.letak),
            if belum { "belum mencapai" } else { "mencapai" }
        ),
        "Hitung ulang indikator yang mencapai dan yang belum mencapai target, lalu betulkan bilangannya.",
    )
    .seharusnya(Some(seharusnya.to_string()))
}

fn bilangan(klaim: &Klaim) -> Option<(usize, Cacahan)> {
    match &klaim.isi {
        IsiKlaim::Cacah {
            banyak,
            benda,
            golongan,
            ..
        } if benda == "indikator" => Some((usize::try_from(*banyak).ok()?, *golongan)),
        _ => None,
    }
}

/// Whether as many are listed as are counted.
fn berdaftar(bacaan: &Bacaan, klaim: &Klaim) -> bool {
    let IsiKlaim::Cacah {
        banyak,
        benda,
        daftar,
        ..
    } = &klaim.isi
    else {
        return false;
    };
    let (sedikit, terbanyak) = super::rentang(bacaan, daftar, benda);
    !daftar.is_empty() && usize::try_from(*banyak).is_ok_and(|n| (sedikit..=terbanyak).contains(&n))
}

/// Whether the rest of the sentence names what did not reach its target in the same year.
fn ada_yang_belum(bacaan: &Bacaan, i: usize) -> bool {
    const TERJAUH: usize = 12;
    let Some(klaim) = bacaan.klaim.get(i) else {
        return false;
    };
    bacaan
        .klaim
        .iter()
        .skip(i.saturating_sub(TERJAUH))
        .take(2 * TERJAUH)
        .filter(|k| k.kalimat == klaim.kalimat && k.letak.awal > klaim.letak.akhir)
        .filter(|k| matches!(k.isi, IsiKlaim::Tercapai { ya: false, .. }))
        .any(|k| {
            let sela = bacaan.teks(&klaim.letak.bagian(klaim.letak.akhir..k.letak.awal));
            let sela = sela.to_lowercase();
            let lain = |kata: &str| {
                matches!(
                    kata,
                    "tahun" | "sebelumnya" | "lalu" | "triwulan" | "semester" | "tidak"
                ) || kata.chars().all(|c| c.is_ascii_digit())
            };
            sela.contains("sedangkan") && !kosakata::kata(&sela).any(|(_, k)| lain(k))
        })
}

/// Another count of indicators.
struct Sekalimat {
    banyak: usize,
    golongan: Cacahan,
    berdaftar: bool,
}

/// The other counts of indicators in the sentence of a claim; of all of them also the one in the sentence before.
fn sekalimat(bacaan: &Bacaan, i: usize) -> Vec<Sekalimat> {
    const TERJAUH: usize = 12;
    let Some(klaim) = bacaan.klaim.get(i) else {
        return Vec::new();
    };
    let awal = i.saturating_sub(TERJAUH);
    let dekat = || {
        bacaan
            .klaim
            .iter()
            .enumerate()
            .skip(awal)
            .take(2 * TERJAUH)
            .filter(|(j, _)| *j != i)
            .map(|(_, k)| k)
    };
    let satu = |k: &Klaim| {
        let (banyak, golongan) = bilangan(k).filter(|(_, g)| *g != Cacahan::Lain)?;
        Some(Sekalimat {
            banyak,
            golongan,
            berdaftar: berdaftar(bacaan, k),
        })
    };
    let mut hasil: Vec<Sekalimat> = dekat()
        .filter(|k| k.kalimat == klaim.kalimat)
        .filter_map(satu)
        .collect();
    if !hasil.iter().any(|s| s.golongan == Cacahan::Semua) {
        let lalu = dekat()
            .filter(|k| k.kalimat + 1 == klaim.kalimat && k.letak.piece == klaim.letak.piece)
            .filter_map(satu)
            .find(|s| s.golongan == Cacahan::Semua);
        hasil.extend(lalu);
    }
    hasil
}

/// The fewest and the most that can have reached their target (or not), and of how many.
fn rentang(
    bahan: &BahanDokumen,
    klaim: &Klaim,
    golongan: Cacahan,
) -> Option<(usize, usize, usize)> {
    let semua = sepakat(&cacah_indikator(bahan.bacaan))?;
    let capai = tercapai_tidak_sesuai::capai(bahan, klaim);
    // Where nothing is known of some, only that too many are said to have failed can be seen.
    let sebagian = capai.len() != semua;
    if capai.len() > semua || (sebagian && golongan != Cacahan::BelumTercapai) {
        return None;
    }
    let ya = capai.values().filter(|h| h.iter().all(|h| *h)).count();
    let tidak = capai.values().filter(|h| h.iter().all(|h| !*h)).count();
    let (pasti, lawan) = match golongan {
        Cacahan::Tercapai => (ya, tidak),
        _ => (tidak, ya),
    };
    let pasti = if sebagian { 0 } else { pasti };
    Some((pasti, semua.checked_sub(lawan)?, semua))
}

/// How many indicators each table lists; a table over several pages is one.
fn cacah_indikator(bacaan: &Bacaan) -> Vec<usize> {
    const HALAMAN: usize = 40;
    let mut semua: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        let mut pangkal = i;
        for _ in 0..HALAMAN {
            match bacaan.tabel.get(pangkal).and_then(|t| t.lanjutan) {
                Some(lama) if lama < pangkal => pangkal = lama,
                _ => break,
            }
        }
        let kunci = tabel
            .isi()
            .filter_map(|b| b.perihal.as_ref())
            .filter(|p| p.jenis == JenisPerihal::Indikator)
            .map(|p| p.kunci.as_str());
        semua.entry(pangkal).or_default().extend(kunci);
    }
    semua
        .into_values()
        .map(|kunci| kunci.len())
        .filter(|n| *n > 1)
        .collect()
}

/// The most that a table lists, where at least two tables list as many.
fn sepakat(cacah: &[usize]) -> Option<usize> {
    let terbanyak = cacah.iter().copied().max()?;
    (cacah.iter().filter(|n| **n == terbanyak).count() >= 2).then_some(terbanyak)
}

/// How many goals each table of indicators names.
fn cacah_sasaran(bacaan: &Bacaan) -> Vec<usize> {
    bacaan
        .tabel
        .iter()
        .filter_map(|tabel| sasaran(bacaan, tabel))
        .filter(|n| *n > 1)
        .collect()
}

fn sasaran(bacaan: &Bacaan, tabel: &Tabel) -> Option<usize> {
    const LEBAR: usize = 64;
    let Piece::Grid(grid) = bacaan.sumber.pieces.get(tabel.piece)? else {
        return None;
    };
    let kolom = tabel.kolom.iter().position(|k| {
        matches!(k.jenis, JenisKolom::Label | JenisKolom::Teks)
            && k.jalur
                .last()
                .is_some_and(|teks| normal(teks).split(' ').next() == Some("sasaran"))
    })?;
    let berindikator = tabel
        .isi()
        .filter_map(|b| b.perihal.as_ref())
        .filter(|p| p.jenis == JenisPerihal::Indikator)
        .count();
    if berindikator < 2 || grid.columns > LEBAR || tabel.lanjutan.is_some() {
        return None;
    }
    let nama: BTreeSet<String> = tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .filter_map(|b| grid.covering(b.row, kolom))
        .filter_map(|i| grid.cells.get(i))
        .map(|sel| normal(&sel.passage.text))
        .filter(|teks| teks.chars().any(char::is_alphabetic))
        .collect();
    Some(nama.len())
}
