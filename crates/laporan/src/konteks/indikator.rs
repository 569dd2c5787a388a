//! One indicator as templates see it.

use hukum::Arah;
use kinerja::hasil::{
    ArahPerubahan, HasilBulan, HasilIndikator, HasilKelompok, HasilPembanding, HasilPerubahan,
    HasilSurvei, HasilUnsur, StatusCapaian,
};
use minijinja::Value;

use super::{Isi, angka, angka_bila, letak, tulis};
use crate::Bahan;
use crate::alat::kapital_awal;
use crate::nilai::nama_bulan;

/// Everything about one indicator.
pub(crate) fn satu(bahan: &Bahan<'_>, indikator: &HasilIndikator) -> Isi {
    let profil = &indikator.profil;
    let mut isi = Isi::new();
    tulis(&mut isi, "awalan", indikator.awalan.as_str());
    tulis(&mut isi, "kode", profil.kode.as_str());
    tulis(&mut isi, "nama", profil.nama.as_str());
    tulis(&mut isi, "definisi", profil.definisi.as_str());
    tulis(&mut isi, "cara_ukur", profil.cara_ukur.as_str());
    tulis(&mut isi, "satuan", profil.satuan.as_str());
    tulis(
        &mut isi,
        "arah",
        match profil.arah {
            Arah::Naik => "makin tinggi nilainya, makin baik",
            Arah::Turun => "makin rendah nilainya, makin baik",
            Arah::Rentang => "yang terbaik adalah nilai di dalam rentang targetnya",
        },
    );
    tulis(&mut isi, "target", angka(bahan, &indikator.target));
    tulis(&mut isi, "realisasi", angka(bahan, &indikator.realisasi));
    tulis(&mut isi, "capaian", angka(bahan, &indikator.capaian));
    tulis(
        &mut isi,
        "kode_indeks",
        format!("{}.{}.indeks", indikator.awalan, bahan.hasil.tahun),
    );
    tulis(&mut isi, "kode_capaian", indikator.capaian.as_str());
    tulis(&mut isi, "terukur", indikator.terukur(&bahan.hasil.fakta));
    tulis(
        &mut isi,
        "status",
        sebutan_status(indikator.status, profil.arah),
    );
    tulis(
        &mut isi,
        "tercapai",
        matches!(
            indikator.status,
            Some(StatusCapaian::Melampaui | StatusCapaian::Tercapai)
        ),
    );
    tulis(
        &mut isi,
        "survei",
        pilihan(indikator.survei.as_ref(), |survei| {
            survei_bulanan(bahan, survei)
        }),
    );
    tulis(
        &mut isi,
        "kelompok",
        indikator
            .kelompok
            .iter()
            .map(|k| kelompok(bahan, k))
            .collect::<Vec<_>>(),
    );
    tulis(
        &mut isi,
        "perubahan",
        pilihan(indikator.perubahan.as_ref(), |p| {
            perubahan(bahan, indikator, p)
        }),
    );
    tulis(
        &mut isi,
        "tidak_diperbandingkan",
        pilihan(indikator.tidak_diperbandingkan.as_ref(), Value::from),
    );
    let jangka = pilihan(indikator.jangka_menengah.as_ref(), |jangka| {
        let mut isi = Isi::new();
        tulis(&mut isi, "tahun", jangka.tahun.to_string());
        tulis(&mut isi, "target", angka(bahan, &jangka.target));
        tulis(&mut isi, "capaian", angka(bahan, &jangka.capaian));
        tulis(
            &mut isi,
            "status",
            sebutan_status(jangka.status, profil.arah),
        );
        Value::from(isi)
    });
    tulis(&mut isi, "jangka_menengah", jangka);
    let (standar, unit): (Vec<_>, Vec<_>) = indikator
        .pembanding
        .iter()
        .partition(|p| p.jenis == "nasional");
    tulis(
        &mut isi,
        "pembanding_unit",
        unit.into_iter()
            .map(|p| pembanding(bahan, p))
            .collect::<Vec<_>>(),
    );
    tulis(
        &mut isi,
        "standar_nasional",
        standar
            .into_iter()
            .map(|p| pembanding(bahan, p))
            .collect::<Vec<_>>(),
    );
    isi
}

fn pilihan<T>(nilai: Option<T>, f: impl FnOnce(T) -> Value) -> Value {
    nilai.map_or_else(|| Value::from(false), f)
}

/// How a value stands against its target, in words; where lower is better, "melampaui" would mislead.
pub(crate) fn sebutan_status(status: Option<StatusCapaian>, arah: Arah) -> &'static str {
    match (status, arah) {
        (None, _) => "belum dapat diukur",
        (Some(StatusCapaian::Melampaui), Arah::Turun) => "lebih baik daripada target",
        (Some(status), _) => status.sebutan(),
    }
}

fn survei_bulanan(bahan: &Bahan<'_>, survei: &HasilSurvei) -> Value {
    let mut isi = Isi::new();
    let instrumen = bahan.hukum.instrumen(&survei.instrumen);
    tulis(
        &mut isi,
        "nama",
        instrumen.map_or("", |instrumen| instrumen.nama.as_str()),
    );
    tulis(
        &mut isi,
        "singkatan",
        instrumen.map_or("", |instrumen| instrumen.singkatan.as_str()),
    );
    tulis(&mut isi, "indeks", angka(bahan, &survei.indeks));
    tulis(&mut isi, "jumlah_unsur", angka(bahan, &survei.jumlah_unsur));
    tulis(&mut isi, "responden", angka(bahan, &survei.responden));
    tulis(
        &mut isi,
        "minimum",
        angka_bila(bahan, survei.minimum.as_ref()),
    );
    tulis(
        &mut isi,
        "jumlah_bulan_kurang",
        angka_bila(bahan, survei.jumlah_bulan_di_bawah_minimum.as_ref()),
    );
    let kurang = survei
        .bulan_di_bawah_minimum
        .iter()
        .map(|bulan| Value::from(nama_bulan(*bulan)));
    tulis(&mut isi, "bulan_kurang", kurang.collect::<Vec<_>>());
    let lengkap = survei
        .bulan
        .iter()
        .all(|bulan| bahan.angka(&bulan.responden).is_some());
    tulis(&mut isi, "responden_lengkap", lengkap);
    let di_bawah = survei
        .unsur_di_bawah
        .iter()
        .filter_map(|posisi| survei.unsur.get(*posisi));
    tulis(
        &mut isi,
        "unsur_di_bawah",
        di_bawah
            .map(|unsur| satu_unsur(bahan, unsur))
            .collect::<Vec<_>>(),
    );
    tulis(
        &mut isi,
        "jumlah_unsur_di_bawah",
        angka(bahan, &survei.jumlah_unsur_di_bawah),
    );
    tulis(
        &mut isi,
        "konversi",
        angka_bila(bahan, survei.konversi.as_ref()),
    );
    tulis(
        &mut isi,
        "kategori",
        angka_bila(bahan, survei.kategori.as_ref()),
    );
    let tertinggi = survei
        .unsur
        .iter()
        .filter(|unsur| bahan.angka(&unsur.nilai).is_some());
    let tertinggi = tertinggi.max_by_key(|unsur| bahan.angka(&unsur.nilai));
    tulis(
        &mut isi,
        "unsur_tertinggi",
        pilihan(tertinggi, |unsur| satu_unsur(bahan, unsur)),
    );
    let terisi = || {
        survei
            .bulan
            .iter()
            .filter(|bulan| bahan.angka(&bulan.indeks).is_some())
    };
    let bulan = |bulan: &HasilBulan| {
        let mut isi = Isi::new();
        tulis(&mut isi, "nama", nama_bulan(bulan.bulan));
        tulis(&mut isi, "indeks", angka(bahan, &bulan.indeks));
        tulis(&mut isi, "responden", angka(bahan, &bulan.responden));
        Value::from(isi)
    };
    tulis(
        &mut isi,
        "bulan_tertinggi",
        pilihan(terisi().max_by_key(|b| bahan.angka(&b.indeks)), bulan),
    );
    tulis(
        &mut isi,
        "bulan_terendah",
        pilihan(terisi().min_by_key(|b| bahan.angka(&b.indeks)), bulan),
    );
    let sampel = pilihan(survei.sampel.as_ref(), |sampel| {
        let mut isi = Isi::new();
        tulis(&mut isi, "populasi", angka(bahan, &sampel.populasi));
        tulis(&mut isi, "minimum", angka(bahan, &sampel.minimum));
        tulis(&mut isi, "galat", angka(bahan, &sampel.galat));
        Value::from(isi)
    });
    tulis(&mut isi, "sampel", sampel);
    Value::from(isi)
}

fn satu_unsur(bahan: &Bahan<'_>, unsur: &HasilUnsur) -> Value {
    let mut isi = Isi::new();
    tulis(&mut isi, "nama", unsur.nama.as_str());
    tulis(&mut isi, "nilai", angka(bahan, &unsur.nilai));
    tulis(
        &mut isi,
        "selisih",
        angka_bila(bahan, unsur.selisih.as_ref()),
    );
    Value::from(isi)
}

fn kelompok(bahan: &Bahan<'_>, kelompok: &HasilKelompok) -> Value {
    let mut isi = Isi::new();
    tulis(
        &mut isi,
        "sebutan",
        kapital_awal(&kelompok.kode).to_lowercase(),
    );
    tulis(&mut isi, "kode_nilai", kelompok.nilai.as_str());
    tulis(&mut isi, "responden", angka(bahan, &kelompok.responden));
    tulis(&mut isi, "nilai", angka(bahan, &kelompok.nilai));
    tulis(&mut isi, "dari_tercetak", kelompok.dari_tercetak);
    tulis(
        &mut isi,
        "minimum",
        angka_bila(bahan, kelompok.minimum.as_ref()),
    );
    tulis(&mut isi, "kurang_responden", kelompok.cukup == Some(false));
    let terisi = kelompok
        .unsur
        .iter()
        .filter(|(_, _, nilai)| bahan.angka(nilai).is_some());
    let terendah = terisi.min_by_key(|(_, _, nilai)| bahan.angka(nilai));
    let unsur = pilihan(terendah, |(nama, _, nilai)| {
        let mut isi = Isi::new();
        tulis(&mut isi, "nama", nama.as_str());
        tulis(&mut isi, "nilai", angka(bahan, nilai));
        Value::from(isi)
    });
    tulis(&mut isi, "unsur_terendah", unsur);
    let kosong = kelompok
        .unsur
        .iter()
        .filter(|(_, _, nilai)| bahan.angka(nilai).is_none());
    tulis(
        &mut isi,
        "unsur_kosong",
        kosong
            .map(|(nama, ..)| Value::from(nama))
            .collect::<Vec<_>>(),
    );
    Value::from(isi)
}

fn perubahan(bahan: &Bahan<'_>, indikator: &HasilIndikator, perubahan: &HasilPerubahan) -> Value {
    let mut isi = Isi::new();
    let lalu = indikator
        .riwayat
        .iter()
        .find(|tahun| tahun.tahun == perubahan.tahun_lalu);
    tulis(&mut isi, "tahun_lalu", perubahan.tahun_lalu.to_string());
    tulis(
        &mut isi,
        "realisasi_lalu",
        angka_bila(bahan, lalu.map(|tahun| &tahun.realisasi)),
    );
    tulis(
        &mut isi,
        "capaian_lalu",
        angka_bila(bahan, lalu.map(|tahun| &tahun.capaian)),
    );
    tulis(&mut isi, "selisih", angka(bahan, &perubahan.selisih));
    tulis(&mut isi, "persen", angka(bahan, &perubahan.persen));
    tulis(
        &mut isi,
        "selisih_capaian",
        angka(bahan, &perubahan.selisih_capaian),
    );
    tulis(&mut isi, "diketahui", perubahan.arah.is_some());
    tulis(
        &mut isi,
        "tetap",
        perubahan.arah == Some(ArahPerubahan::Tetap),
    );
    tulis(
        &mut isi,
        "arah",
        perubahan.arah.map_or("", ArahPerubahan::sebutan),
    );
    tulis(
        &mut isi,
        "arah_capaian",
        match super::arah(bahan, Some(&perubahan.selisih_capaian)) {
            Some(ArahPerubahan::Naik) => "naik",
            Some(ArahPerubahan::Turun) => "turun",
            Some(ArahPerubahan::Tetap) | None => "",
        },
    );
    let membaik = perubahan
        .arah
        .and_then(|arah| arah.membaik(indikator.profil.arah));
    tulis(&mut isi, "memburuk", membaik == Some(false));
    Value::from(isi)
}

fn pembanding(bahan: &Bahan<'_>, pembanding: &HasilPembanding) -> Value {
    let mut isi = Isi::new();
    tulis(&mut isi, "nama", pembanding.nama.as_str());
    tulis(&mut isi, "nilai", angka(bahan, &pembanding.nilai));
    tulis(&mut isi, "selisih", angka(bahan, &pembanding.selisih));
    tulis(&mut isi, "letak", letak(pembanding.arah));
    Value::from(isi)
}
