//! The treasury's scores: NKA (SMART) and IKPA, as recorded and as recomputed by the year's law.

use std::collections::BTreeSet;

use hukum::{Isi, Ketentuan};
use rust_decimal::Decimal;

use super::konteks::Konteks;
use crate::daftar::Nama;
use crate::fakta::{Kode, Rumpang, Satuan};
use crate::hasil::{HasilIkpa, HasilSmart};
use crate::masukan::{BarisKomponen, Sel};
use crate::rumus;
use crate::ungkapan::{Ungkapan, f, tetap};

/// The component that holds the recorded result.
const NILAI: &str = "nilai";
/// Efficiency in percent, from which its score is computed.
const EFISIENSI: &str = "efisiensi";
/// The score of efficiency, which carries the weight of efficiency.
const NILAI_EFISIENSI: &str = "nilai_efisiensi";
/// A deduction outside the weights, in the years in which it is one.
const DISPENSASI: &str = "dispensasi_spm";

const BERKAS_SMART: &str = "smart.csv";
const BERKAS_IKPA: &str = "ikpa.csv";

fn tahun_terbaru_dulu(baris: &[BarisKomponen], sampai: i16) -> Vec<i16> {
    let tahun: BTreeSet<i16> = baris
        .iter()
        .map(|b| b.tahun)
        .filter(|t| *t <= sampai)
        .collect();
    tahun.into_iter().rev().collect()
}

/// The cell of a component; one that was not handed in is a gap of its file.
fn isian(baris: &[BarisKomponen], berkas: &str, t: i16, komponen: &str) -> Sel {
    cari(baris, t, komponen)
        .cloned()
        .unwrap_or_else(|| Sel::kosong_pada(berkas, komponen))
}

fn cari<'a>(baris: &'a [BarisKomponen], t: i16, komponen: &str) -> Option<&'a Sel> {
    baris
        .iter()
        .find(|b| b.tahun == t && b.komponen == komponen)
        .map(|b| &b.nilai)
}

pub(super) fn compute_smart(k: &mut Konteks) -> Vec<HasilSmart> {
    let tahun = tahun_terbaru_dulu(&k.masukan.smart, k.tahun);
    tahun
        .into_iter()
        .map(|t| compute_smart_tahun(k, t))
        .collect()
}

fn compute_smart_tahun(k: &mut Konteks, t: i16) -> HasilSmart {
    let baris = &k.masukan.smart;
    let nama = |ekor: &str, label: &str| {
        Nama::new(
            format!("smart.{t}.{ekor}"),
            format!("{label} (SMART) tahun {t}"),
            Satuan::Nilai,
            2,
        )
    };
    let bobot = k.ketentuan("nka.bobot", t);
    let rumus_berlaku = k
        .ketentuan("nka.rumus", t)
        .and_then(|ketentuan| match &ketentuan.isi {
            Isi::Rumus { rumus, .. } => Some(rumus.clone()),
            _ => None,
        });
    let mut komponen = Vec::new();
    let mut suku = Vec::new();
    let mut jumlah_bobot = Decimal::ZERO;
    for butir in bobot.map(Ketentuan::butir).unwrap_or_default() {
        let berbobot = bobot.and_then(|ketentuan| k.butir_ketentuan(ketentuan, &butir.kode, t));
        let nilai = if butir.kode == EFISIENSI {
            compute_nilai_efisiensi(k, t)
        } else {
            k.fakta.masukan(
                nama(&butir.kode, &butir.nama),
                &isian(baris, BERKAS_SMART, t, &butir.kode),
            )
        };
        if let Some(berbobot) = &berbobot {
            suku.push(f(berbobot).kali(f(&nilai)));
            jumlah_bobot = jumlah_bobot.saturating_add(butir.nilai.unwrap_or_default());
        }
        komponen.push((butir.nama.clone(), berbobot, nilai));
    }
    let tercatat = k.fakta.masukan(
        nama("nilai_tercatat", "Nilai kinerja anggaran tercatat"),
        &isian(baris, BERKAS_SMART, t, NILAI),
    );
    let nama_hitung = nama("nilai_kinerja", "Nilai kinerja anggaran menurut bobot");
    let hitung = if suku.is_empty() {
        let sebab = Rumpang::TidakTersedia(format!(
            "tidak ada bobot nilai kinerja anggaran yang berlaku untuk tahun {t}"
        ));
        k.fakta.rumpang(nama_hitung, sebab, &rumus::NKA_BERBOBOT)
    } else {
        // Weights stand as shares or as percent; the law's own sum tells which.
        let jumlah = Ungkapan::Jumlah(suku);
        let ungkapan = if jumlah_bobot == Decimal::ONE_HUNDRED {
            jumlah.bagi(tetap(100))
        } else {
            jumlah
        };
        k.hitung(nama_hitung, &rumus::NKA_BERBOBOT, t, ungkapan, true)
    };
    if let Some(sel) = cari(baris, t, NILAI) {
        k.fakta.catat_tercetak(&hitung, sel);
    }
    let dasar_kelas = if k.ada(&hitung) { &hitung } else { &tercatat };
    let kategori = k.kategori(
        Nama::new(
            format!("smart.{t}.kategori"),
            format!("Kategori nilai kinerja anggaran tahun {t}"),
            Satuan::Kategori,
            0,
        ),
        "nka.pita",
        t,
        dasar_kelas,
    );
    HasilSmart {
        tahun: t,
        komponen,
        tercatat,
        hitung,
        kategori,
        rumus: rumus_berlaku,
    }
}

/// NE = 50 + E / 20 × 50 with E kept inside its range (PMK 22/2021), or the recorded NE where E was not handed in.
fn compute_nilai_efisiensi(k: &mut Konteks, t: i16) -> Kode {
    let baris = &k.masukan.smart;
    let nama = Nama::new(
        format!("smart.{t}.nilai_efisiensi"),
        format!("Nilai efisiensi (SMART) tahun {t}"),
        Satuan::Nilai,
        2,
    );
    let tercatat = &isian(baris, BERKAS_SMART, t, NILAI_EFISIENSI);
    let Some(efisiensi) = cari(baris, t, EFISIENSI).filter(|sel| !sel.kosong()) else {
        return k.fakta.masukan(nama, tercatat);
    };
    let e = k.fakta.masukan(
        Nama::new(
            format!("smart.{t}.efisiensi"),
            format!("Efisiensi (SMART) tahun {t}"),
            Satuan::Persen,
            2,
        ),
        efisiensi,
    );
    let batas = |k: &mut Konteks, kode: &str| k.angka_ketentuan(kode, t, Satuan::Persen);
    let (Some(bawah), Some(atas)) = (
        batas(k, "nka.efisiensi_min"),
        batas(k, "nka.efisiensi_maks"),
    ) else {
        return k.fakta.masukan(nama, tercatat);
    };
    let jepit = f(&e).jepit(f(&bawah), f(&atas));
    let ungkapan = Ungkapan::Jumlah(vec![tetap(50), jepit.bagi(f(&atas)).kali(tetap(50))]);
    let kode = k.hitung(nama, &rumus::NILAI_EFISIENSI, t, ungkapan, false);
    k.fakta.catat_tercetak(&kode, tercatat);
    kode
}

pub(super) fn compute_ikpa(k: &mut Konteks) -> Vec<HasilIkpa> {
    let tahun = tahun_terbaru_dulu(&k.masukan.ikpa, k.tahun);
    tahun
        .into_iter()
        .map(|t| compute_ikpa_tahun(k, t))
        .collect()
}

fn compute_ikpa_tahun(k: &mut Konteks, t: i16) -> HasilIkpa {
    let baris = &k.masukan.ikpa;
    let nama = |ekor: &str, label: &str| {
        Nama::new(
            format!("ikpa.{t}.{ekor}"),
            format!("{label} (IKPA) tahun {t}"),
            Satuan::Nilai,
            2,
        )
    };
    let bobot = k.ketentuan("ikpa.bobot", t);
    let mut komponen = Vec::new();
    let mut suku = Vec::new();
    for butir in bobot.map(Ketentuan::butir).unwrap_or_default() {
        let berbobot = bobot.and_then(|ketentuan| k.butir_ketentuan(ketentuan, &butir.kode, t));
        let nilai = k.fakta.masukan(
            nama(&butir.kode, &butir.nama),
            &isian(baris, BERKAS_IKPA, t, &butir.kode),
        );
        suku.push(f(&nilai));
        komponen.push((butir.nama.clone(), berbobot, nilai));
    }
    let mut ungkapan = Ungkapan::Jumlah(suku);
    let berbobot_dispensasi = bobot.is_some_and(|b| b.bobot(DISPENSASI).is_some());
    if let Some(sel) = cari(baris, t, DISPENSASI).filter(|_| !berbobot_dispensasi) {
        let pengurang = k
            .fakta
            .masukan(nama(DISPENSASI, "Pengurang dispensasi SPM"), sel);
        ungkapan = ungkapan.kurang(f(&pengurang));
        komponen.push(("Pengurang dispensasi SPM".to_owned(), None, pengurang));
    }
    let jumlah = k.hitung(
        nama("jumlah_terbobot", "Jumlah nilai terbobot"),
        &rumus::IKPA_JUMLAH,
        t,
        ungkapan,
        false,
    );
    let tercatat = cari(baris, t, NILAI).filter(|sel| !sel.kosong());
    let nilai = match tercatat {
        Some(sel) => {
            k.fakta.catat_tercetak(&jumlah, sel);
            k.fakta.masukan(nama(NILAI, "Nilai akhir"), sel)
        }
        None => k.hitung(
            nama(NILAI, "Nilai akhir"),
            &rumus::PUBLIKASI,
            t,
            f(&jumlah),
            true,
        ),
    };
    let kategori = k.kategori(
        Nama::new(
            format!("ikpa.{t}.kategori"),
            format!("Kategori IKPA tahun {t}"),
            Satuan::Kategori,
            0,
        ),
        "ikpa.pita",
        t,
        &nilai,
    );
    HasilIkpa {
        tahun: t,
        komponen,
        nilai,
        jumlah,
        kategori,
    }
}
