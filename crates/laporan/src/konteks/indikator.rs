//! One indicator as templates see it.

use hukum::Arah;
use kinerja::hasil::{
    ArahPerubahan, HasilIndikator, HasilPembanding, HasilPerubahan, StatusCapaian,
};
use minijinja::Value;

use super::{Isi, angka, angka_bila, letak, penunjang, survei, tulis};
use crate::Bahan;

/// Everything about one indicator.
pub(crate) fn satu(bahan: &Bahan<'_>, indikator: &HasilIndikator) -> Isi {
    let profil = &indikator.profil;
    let mut isi = Isi::new();
    tulis(&mut isi, "awalan", indikator.awalan.as_str());
    tulis(&mut isi, "kode", profil.kode.as_str());
    tulis(&mut isi, "nama", profil.nama.as_str());
    tulis(&mut isi, "nama_lengkap", nama_lengkap(indikator));
    tulis(&mut isi, "makin_rendah", profil.arah == Arah::Turun);
    tulis(&mut isi, "program", penunjang::program(bahan, indikator));
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
            survei::survei_bulanan(bahan, survei)
        }),
    );
    tulis(
        &mut isi,
        "kelompok",
        indikator
            .kelompok
            .iter()
            .map(|k| survei::kelompok(bahan, k))
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
            .map(|p| pembanding(bahan, profil.arah, p))
            .collect::<Vec<_>>(),
    );
    tulis(
        &mut isi,
        "standar_nasional",
        standar
            .into_iter()
            .map(|p| pembanding(bahan, profil.arah, p))
            .collect::<Vec<_>>(),
    );
    isi
}

/// "Indeks Kepuasan Masyarakat (IKM)": the name that introduces its abbreviation.
fn nama_lengkap(indikator: &HasilIndikator) -> String {
    let (nama, kode) = (&indikator.profil.nama, &indikator.profil.kode);
    if nama.contains(kode.as_str()) {
        nama.clone()
    } else {
        format!("{nama} ({kode})")
    }
}

pub(super) fn pilihan<T>(nilai: Option<T>, f: impl FnOnce(T) -> Value) -> Value {
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
    tulis(&mut isi, "membaik", membaik == Some(true));
    Value::from(isi)
}

fn pembanding(bahan: &Bahan<'_>, arah: Arah, pembanding: &HasilPembanding) -> Value {
    let mut isi = Isi::new();
    tulis(&mut isi, "nama", pembanding.nama.as_str());
    tulis(&mut isi, "nilai", angka(bahan, &pembanding.nilai));
    tulis(&mut isi, "selisih", angka(bahan, &pembanding.selisih));
    tulis(&mut isi, "letak", letak(pembanding.arah));
    // "di bawah" sounds worse than it is where lower is better.
    let mutu = match (arah, pembanding.arah) {
        (Arah::Turun, Some(ArahPerubahan::Turun)) => Value::from("lebih baik"),
        (Arah::Turun, Some(ArahPerubahan::Naik)) => Value::from("belum sebaik"),
        _ => Value::from(false),
    };
    tulis(&mut isi, "mutu", mutu);
    Value::from(isi)
}
