//! Money as templates see it.

use std::cmp::Ordering;

use kinerja::Kode;
use kinerja::hasil::{ArahPerubahan, HasilAnggaran};
use minijinja::Value;

use super::{Isi, angka, angka_bila, arah, tulis};
use crate::Bahan;

/// The budget of the reported year, or false.
pub(super) fn tahun_ini(bahan: &Bahan<'_>) -> Value {
    let tahun = bahan.hasil.tahun;
    let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == tahun) else {
        return Value::from(false);
    };
    let mut isi = satu(bahan, anggaran);
    let lalu = bahan
        .hasil
        .anggaran
        .iter()
        .filter(|a| a.tahun < tahun)
        .max_by_key(|a| a.tahun);
    tulis(
        &mut isi,
        "lalu",
        lalu.map_or_else(|| Value::from(false), |lalu| Value::from(satu(bahan, lalu))),
    );
    tulis(
        &mut isi,
        "pagu_perjanjian",
        angka_bila(bahan, anggaran.pagu_perjanjian.as_ref()),
    );
    tulis(
        &mut isi,
        "perubahan_pagu",
        angka_bila(bahan, anggaran.perubahan_pagu.as_ref()),
    );
    tulis(
        &mut isi,
        "arah_pagu",
        ubah(
            arah(bahan, anggaran.perubahan_pagu.as_ref()),
            "bertambah",
            "berkurang",
        ),
    );
    tulis(
        &mut isi,
        "perubahan_penyerapan",
        angka_bila(bahan, anggaran.perubahan_penyerapan.as_ref()),
    );
    let perubahan = arah(bahan, anggaran.perubahan_penyerapan.as_ref());
    tulis(
        &mut isi,
        "arah_penyerapan",
        ubah(perubahan, "naik", "turun"),
    );
    let jenis = anggaran.jenis.iter().map(|pos| {
        let mut isi = Isi::new();
        tulis(&mut isi, "nama", pos.nama.as_str());
        tulis(&mut isi, "pagu", angka(bahan, &pos.pagu));
        tulis(
            &mut isi,
            "realisasi",
            angka_bila(bahan, pos.realisasi.as_ref()),
        );
        tulis(
            &mut isi,
            "penyerapan",
            angka_bila(bahan, pos.penyerapan.as_ref()),
        );
        Value::from(isi)
    });
    tulis(&mut isi, "jenis", jenis.collect::<Vec<_>>());
    tahap(bahan, anggaran, &mut isi);
    tulis(&mut isi, "ada_revisi", !anggaran.revisi.is_empty());
    let serapan = anggaran
        .jenis
        .iter()
        .filter_map(|pos| Some((pos, bahan.angka(pos.penyerapan.as_ref()?)?)));
    let terendah = serapan.min_by_key(|(_, nilai)| *nilai);
    let terendah = terendah.map_or_else(
        || Value::from(false),
        |(pos, _)| {
            let mut isi = Isi::new();
            tulis(&mut isi, "nama", pos.nama.as_str());
            tulis(
                &mut isi,
                "penyerapan",
                angka_bila(bahan, pos.penyerapan.as_ref()),
            );
            tulis(&mut isi, "sisa", angka_bila(bahan, pos.sisa.as_ref()));
            Value::from(isi)
        },
    );
    tulis(&mut isi, "jenis_terendah", terendah);
    Value::from(isi)
}

/// The totals of the other stages of the budget, and how they stand to each other.
fn tahap(bahan: &Bahan<'_>, anggaran: &HasilAnggaran, isi: &mut Isi) {
    let dipa = anggaran.jumlah_dipa.as_ref().map(|pos| &pos.pagu);
    let sumber = anggaran.jumlah_sumber.as_ref().map(|pos| &pos.pagu);
    tulis(isi, "dipa", angka_bila(bahan, dipa));
    tulis(isi, "pagu_sumber", angka_bila(bahan, sumber));
    let akhir = sumber_akhir(anggaran);
    tulis(isi, "sumber_akhir", akhir);
    let perjanjian = anggaran.pagu_perjanjian.as_ref();
    tulis(
        isi,
        "dipa_terhadap_perjanjian",
        sanding(bahan, dipa, perjanjian),
    );
    let pasangan = if akhir { Some(&anggaran.pagu) } else { dipa };
    tulis(
        isi,
        "sumber_terhadap_jenis",
        sanding(bahan, sumber, pasangan),
    );
}

/// Whether the budget by source of funds is that of the year's end; otherwise it is that of the first DIPA.
pub(crate) fn sumber_akhir(anggaran: &HasilAnggaran) -> bool {
    anggaran.sumber.iter().any(|pos| pos.realisasi.is_some())
}

/// "lebih besar daripada", or false where one of the two is missing.
fn sanding(bahan: &Bahan<'_>, ini: Option<&Kode>, itu: Option<&Kode>) -> Value {
    let nilai = |kode: Option<&Kode>| bahan.angka(kode?);
    let (Some(ini), Some(itu)) = (nilai(ini), nilai(itu)) else {
        return Value::from(false);
    };
    Value::from(match ini.cmp(&itu) {
        Ordering::Greater => "lebih besar daripada",
        Ordering::Less => "lebih kecil daripada",
        Ordering::Equal => "sama dengan",
    })
}

fn satu(bahan: &Bahan<'_>, anggaran: &HasilAnggaran) -> Isi {
    let mut isi = Isi::new();
    tulis(&mut isi, "tahun", anggaran.tahun.to_string());
    tulis(&mut isi, "pagu", angka(bahan, &anggaran.pagu));
    tulis(&mut isi, "realisasi", angka(bahan, &anggaran.realisasi));
    tulis(&mut isi, "penyerapan", angka(bahan, &anggaran.penyerapan));
    tulis(&mut isi, "sisa", angka(bahan, &anggaran.sisa));
    isi
}

fn ubah(arah: Option<ArahPerubahan>, naik: &str, turun: &str) -> Value {
    match arah {
        Some(ArahPerubahan::Naik) => Value::from(naik),
        Some(ArahPerubahan::Turun) => Value::from(turun),
        Some(ArahPerubahan::Tetap) | None => Value::from(false),
    }
}

/// Revenue of the reported year, or false.
pub(super) fn pnbp(bahan: &Bahan<'_>) -> Value {
    let Some(pnbp) = bahan
        .hasil
        .pnbp
        .iter()
        .find(|pnbp| pnbp.tahun == bahan.hasil.tahun)
    else {
        return Value::from(false);
    };
    let mut isi = Isi::new();
    tulis(&mut isi, "target", angka(bahan, &pnbp.target));
    tulis(&mut isi, "realisasi", angka(bahan, &pnbp.realisasi));
    tulis(&mut isi, "capaian", angka(bahan, &pnbp.capaian));
    tulis(&mut isi, "selisih", angka(bahan, &pnbp.selisih));
    let status = match arah(bahan, Some(&pnbp.selisih)) {
        Some(ArahPerubahan::Naik) => Value::from("melampaui target"),
        Some(ArahPerubahan::Tetap) => Value::from("mencapai target"),
        Some(ArahPerubahan::Turun) => Value::from("belum mencapai target"),
        None => Value::from(false),
    };
    tulis(&mut isi, "status", status);
    Value::from(isi)
}

/// Efficiency per sasaran.
pub(super) fn efisiensi(bahan: &Bahan<'_>) -> Vec<Value> {
    let satu = |hasil: &kinerja::hasil::HasilEfisiensi| {
        let mut isi = Isi::new();
        tulis(&mut isi, "sasaran", hasil.sasaran.as_str());
        tulis(&mut isi, "kode", hasil.efisiensi.as_str());
        tulis(&mut isi, "pagu", angka(bahan, &hasil.pagu));
        tulis(&mut isi, "realisasi", angka(bahan, &hasil.realisasi));
        tulis(&mut isi, "penyerapan", angka(bahan, &hasil.penyerapan));
        tulis(&mut isi, "capaian", angka(bahan, &hasil.capaian));
        tulis(&mut isi, "efisiensi", angka(bahan, &hasil.efisiensi));
        tulis(
            &mut isi,
            "arah",
            ubah(
                arah(bahan, Some(&hasil.efisiensi)),
                "lebih kecil",
                "lebih besar",
            ),
        );
        Value::from(isi)
    };
    bahan.hasil.efisiensi.iter().map(satu).collect()
}

/// SMART by year, latest first.
pub(super) fn smart(bahan: &Bahan<'_>) -> Vec<Value> {
    let satu = |smart: &kinerja::hasil::HasilSmart| {
        let (tercatat, hitung) = (bahan.angka(&smart.tercatat), bahan.angka(&smart.hitung));
        let mut isi = Isi::new();
        tulis(&mut isi, "tahun", smart.tahun.to_string());
        tulis(&mut isi, "kode", smart.hitung.as_str());
        tulis(&mut isi, "tercatat", angka(bahan, &smart.tercatat));
        tulis(&mut isi, "hitung", angka(bahan, &smart.hitung));
        tulis(
            &mut isi,
            "kategori",
            angka_bila(bahan, smart.kategori.as_ref()),
        );
        tulis(&mut isi, "ada_tercatat", tercatat.is_some());
        tulis(&mut isi, "terhitung", hitung.is_some());
        tulis(&mut isi, "cocok", hitung.is_some() && hitung == tercatat);
        let serapan = Kode::from(format!("smart.{}.penyerapan", smart.tahun));
        let anggaran = bahan.hasil.anggaran.iter().find(|a| a.tahun == smart.tahun);
        let penyerapan = anggaran.map(|a| &a.penyerapan);
        tulis(&mut isi, "penyerapan", angka(bahan, &serapan));
        tulis(
            &mut isi,
            "penyerapan_anggaran",
            angka_bila(bahan, penyerapan),
        );
        let (sini, sana) = (
            bahan.angka(&serapan),
            penyerapan.and_then(|kode| bahan.angka(kode)),
        );
        tulis(
            &mut isi,
            "penyerapan_berbeda",
            sini.is_some() && sana.is_some() && sini != sana,
        );
        Value::from(isi)
    };
    bahan.hasil.smart.iter().map(satu).collect()
}

/// IKPA by year, latest first.
pub(super) fn ikpa(bahan: &Bahan<'_>) -> Vec<Value> {
    let satu = |ikpa: &kinerja::hasil::HasilIkpa| {
        let (nilai, jumlah) = (bahan.angka(&ikpa.nilai), bahan.angka(&ikpa.jumlah));
        let mut isi = Isi::new();
        tulis(&mut isi, "tahun", ikpa.tahun.to_string());
        tulis(&mut isi, "nilai", angka(bahan, &ikpa.nilai));
        tulis(&mut isi, "jumlah", angka(bahan, &ikpa.jumlah));
        tulis(
            &mut isi,
            "kategori",
            angka_bila(bahan, ikpa.kategori.as_ref()),
        );
        tulis(&mut isi, "cocok", jumlah.is_some() && nilai == jumlah);
        Value::from(isi)
    };
    bahan.hasil.ikpa.iter().map(satu).collect()
}
