//! Targets, realisations and comparisons by year.

use paket::Mentah;

use super::Asal;
use super::lembar::{Ubah, UbahLembar};
use super::survei::koma;
use crate::acak::Acak;

/// The target of an indicator in the year of the report and the next.
pub(super) struct Target {
    pub(super) kode: String,
    pub(super) ini: String,
    pub(super) depan: String,
}

struct Deret {
    kode: &'static str,
    nama: &'static str,
    target: [String; 4],
    realisasi: [String; 3],
}

pub(super) fn isi(
    mentah: &mut Mentah,
    asal: Asal,
    tahun: i64,
    akhir: i64,
    acak: &mut Acak,
) -> Vec<Target> {
    let deret = match asal {
        Asal::Umum => vec![
            indeks("IKM", "Indeks Kepuasan Masyarakat", acak),
            waktu(acak),
            persen(acak),
        ],
        Asal::Kanim => vec![
            indeks(
                "IKM",
                "Indeks Kepuasan Masyarakat terhadap Layanan Keimigrasian di Wilayah",
                acak,
            ),
            indeks("IPK", "Indeks Pengamanan Keimigrasian di Wilayah", acak),
            indeks("IKI", "Indeks Kepuasan Internal di Wilayah", acak),
        ],
    };
    let mut baris = Vec::new();
    for satu in &deret {
        for (ke, target) in satu.target.iter().enumerate() {
            let tahun_baris = tahun - 2 + i64::try_from(ke).unwrap_or_default();
            if tahun_baris > akhir {
                continue;
            }
            baris.push(vec![
                satu.kode.to_owned(),
                satu.nama.to_owned(),
                tahun_baris.to_string(),
                target.clone(),
                satu.realisasi.get(ke).cloned().unwrap_or_default(),
            ]);
        }
    }
    mentah.ganti(
        "indikator_tahunan",
        &["kode", "indikator", "tahun", "target", "realisasi"],
        baris,
    );
    let target: Vec<Target> = deret
        .iter()
        .map(|satu| Target {
            kode: satu.kode.to_owned(),
            ini: satu.target[2].clone(),
            depan: satu.target[3].clone(),
        })
        .collect();
    perjanjian(mentah, tahun, &target);
    pembanding(mentah, asal, acak);
    pnbp(mentah, tahun, acak);
    target
}

/// An index of at most 4, its current realisation computed from the survey.
fn indeks(kode: &'static str, nama: &'static str, acak: &mut Acak) -> Deret {
    let awal = acak.di(300, 345);
    let target = [0, 1, 2, 3].map(|ke| koma(awal + ke * 5));
    let realisasi = [
        koma(acak.di(312, 372)),
        koma(acak.di(318, 379)),
        String::new(),
    ];
    Deret {
        kode,
        nama,
        target,
        realisasi,
    }
}

/// Days, fewer of which are better; the words of the office say that the target was bettered.
fn waktu(acak: &mut Acak) -> Deret {
    let awal = acak.di(55, 90);
    let satu = |sepuluh: i64| format!("{},{}", sepuluh / 10, sepuluh % 10);
    let target = [0, 1, 2, 3].map(|ke| satu(awal - ke * 5));
    let realisasi = [0, 1, 2].map(|ke| satu(awal - ke * 5 - acak.di(1, 8)));
    Deret {
        kode: "WTL",
        nama: "Rata-rata waktu layanan",
        target,
        realisasi,
    }
}

fn persen(acak: &mut Acak) -> Deret {
    let awal = acak.di(6500, 7800);
    let langkah = acak.di(200, 500);
    let target = [0, 1, 2, 3].map(|ke| koma(awal + ke * langkah));
    let realisasi = [0, 1, 2].map(|ke| koma((awal + ke * langkah + acak.di(-90, 600)).min(9980)));
    Deret {
        kode: "ARS",
        nama: "Persentase arsip tertata",
        target,
        realisasi,
    }
}

/// Targets of the agreement as those of the year; an example without next year's agreement gets one.
fn perjanjian(mentah: &mut Mentah, tahun: i64, target: &[Target]) {
    let Some(lembar) = mentah.lembar_mut("perjanjian_kinerja") else {
        return;
    };
    let (kolom_kode, kolom_target) = (
        lembar.kolom("kode").unwrap_or_default(),
        lembar.kolom("target").unwrap_or_default(),
    );
    let kolom_tahun = lembar.kolom("tahun").unwrap_or_default();
    let (kolom_realisasi, kolom_penjelasan) =
        (lembar.kolom("realisasi"), lembar.kolom("penjelasan"));
    for baris in &mut lembar.baris {
        let berkode = baris
            .sel
            .get(kolom_kode)
            .is_some_and(|kode| !kode.is_empty());
        let terisi = kolom_realisasi
            .and_then(|k| baris.sel.get(k))
            .is_some_and(|sel| !sel.is_empty());
        if let Some(sel) = kolom_penjelasan
            .and_then(|k| baris.sel.get_mut(k))
            .filter(|sel| !berkode && !terisi && sel.is_empty())
        {
            "Diukur pada tingkat kementerian, bukan pada kantor.".clone_into(sel);
        }
    }
    let depan = (tahun + 1).to_string();
    if !lembar
        .baris
        .iter()
        .any(|baris| baris.sel.get(kolom_tahun) == Some(&depan))
    {
        let mut salinan = lembar.baris.clone();
        for baris in &mut salinan {
            if let Some(sel) = baris.sel.get_mut(kolom_tahun) {
                sel.clone_from(&depan);
            }
        }
        lembar.baris.extend(salinan);
    }
    for baris in &mut lembar.baris {
        let berikut = baris.sel.get(kolom_tahun) == Some(&depan);
        let kode = baris.sel.get(kolom_kode).cloned().unwrap_or_default();
        let Some(cocok) = target.iter().find(|satu| satu.kode == kode) else {
            continue;
        };
        if let Some(sel) = baris.sel.get_mut(kolom_target) {
            sel.clone_from(if berikut { &cocok.depan } else { &cocok.ini });
        }
    }
}

fn pembanding(mentah: &mut Mentah, asal: Asal, acak: &mut Acak) {
    if asal == Asal::Kanim {
        let nama: Vec<String> = ["kanwil", "unit_eselon_1"]
            .map(|kunci| {
                mentah
                    .satker
                    .entri(kunci)
                    .map_or(String::new(), |e| e.teks.clone())
            })
            .to_vec();
        let tahun = mentah
            .satker
            .entri("tahun")
            .map_or(String::new(), |e| e.teks.clone());
        let mut baris = Vec::new();
        for kode in ["IKM", "IPK", "IKI"] {
            for (jenis, nama) in ["kanwil", "unit_eselon_1"].iter().zip(&nama) {
                baris.push(vec![
                    kode.to_owned(),
                    tahun.clone(),
                    (*jenis).to_owned(),
                    nama.clone(),
                    koma(acak.di(318, 388)),
                    format!("Laporan Kinerja {nama} Tahun {tahun}"),
                ]);
            }
        }
        mentah.ganti(
            "pembanding",
            &["kode", "tahun", "jenis", "nama", "nilai", "sumber"],
            baris,
        );
        return;
    }
    let Some(lembar) = mentah.lembar_mut("pembanding") else {
        return;
    };
    let (kode, nilai) = (
        lembar.kolom("kode").unwrap_or_default(),
        lembar.kolom("nilai").unwrap_or_default(),
    );
    for baris in &mut lembar.baris {
        let baru = match baris.sel.get(kode).map(String::as_str) {
            Some("IKM") => koma(acak.di(320, 380)),
            Some("ARS") => koma(acak.di(7000, 9200)),
            _ => continue,
        };
        if let Some(sel) = baris.sel.get_mut(nilai) {
            *sel = baru;
        }
    }
}

fn pnbp(mentah: &mut Mentah, tahun: i64, acak: &mut Acak) {
    let mut target = acak.di(60, 900) * 10_000_000;
    let mut baris = Vec::new();
    for ke in 0..3 {
        let realisasi = target / 1000 * acak.di(910, 1240) + acak.di(1, 99) * 10_000;
        baris.push(vec![
            (tahun - 2 + ke).to_string(),
            super::anggaran::titik(target),
            super::anggaran::titik(realisasi),
        ]);
        target = target / 100 * acak.di(103, 115);
    }
    mentah.ganti("pnbp", &["tahun", "target", "realisasi"], baris);
}
