//! Each indicator of the profile: realisation from its source, capaian, status, comparisons.

use hukum::{Arah, ProfilIndikator, SumberIndikator};
use rust_decimal::Decimal;

use super::konteks::Konteks;
use super::{banding, kelompok, survei};
use crate::daftar::Nama;
use crate::fakta::{Kode, Rumpang, Satuan};
use crate::hasil::{HasilIndikator, HasilKelompok, HasilSurvei, HasilTahun, StatusCapaian};
use crate::masukan::{BarisIndikator, Sel};
use crate::rumus::{self, Rumus};
use crate::ungkapan::{Ungkapan, f, tetap};

/// Decimals of a published capaian.
const PRESISI_CAPAIAN: u32 = 2;

pub(super) fn compute(k: &mut Konteks) -> Vec<HasilIndikator> {
    let Some(profil) = k.hukum.profil(&k.masukan.satker.profil) else {
        return Vec::new();
    };
    profil
        .indikator
        .iter()
        .map(|indikator| compute_satu(k, indikator))
        .collect()
}

fn compute_satu(k: &mut Konteks, profil: &ProfilIndikator) -> HasilIndikator {
    let awalan = profil.kode.to_lowercase();
    let t = k.tahun;
    let mut baris: Vec<&BarisIndikator> = k
        .masukan
        .indikator
        .iter()
        .filter(|b| b.kode == profil.kode)
        .collect();
    baris.sort_by_key(|b| b.tahun);
    let sel = |kolom: &str| Sel::kosong_pada("indikator_tahunan.csv", kolom);
    let kosong = BarisIndikator {
        tahun: t,
        target: sel("target"),
        target_atas: sel("target_atas"),
        realisasi: sel("realisasi"),
        ..BarisIndikator::default()
    };
    let kini = baris
        .iter()
        .find(|b| b.tahun == t)
        .copied()
        .unwrap_or(&kosong);

    let sumber = compute_sumber(k, profil, &awalan);
    let mut riwayat = Vec::new();
    for lama in baris.iter().filter(|b| b.tahun < t) {
        riwayat.push(compute_tahun(k, profil, &awalan, lama, None));
    }
    let tahun_ini = compute_tahun(k, profil, &awalan, kini, sumber.indeks.as_ref());
    riwayat.push(tahun_ini.clone());
    for depan in baris.iter().filter(|b| b.tahun > t) {
        let nama = nama_target(profil, &awalan, depan.tahun);
        k.fakta.masukan(nama, &depan.target);
    }
    let status = status(k, profil.arah, &tahun_ini, kini);
    let (perubahan, tidak_diperbandingkan) =
        banding::perubahan(k, profil, &awalan, &riwayat, &baris);
    HasilIndikator {
        target: tahun_ini.target.clone(),
        realisasi: tahun_ini.realisasi.clone(),
        capaian: tahun_ini.capaian.clone(),
        status,
        survei: sumber.survei,
        kelompok: sumber.kelompok,
        perubahan,
        tidak_diperbandingkan,
        jangka_menengah: banding::jangka_menengah(k, profil, &awalan, &tahun_ini),
        pembanding: banding::pembanding(k, profil, &awalan, &tahun_ini),
        riwayat,
        profil: profil.clone(),
        awalan,
    }
}

#[derive(Default)]
struct Sumber {
    survei: Option<HasilSurvei>,
    kelompok: Vec<HasilKelompok>,
    indeks: Option<Kode>,
}

fn compute_sumber(k: &mut Konteks, profil: &ProfilIndikator, awalan: &str) -> Sumber {
    let (masukan, t) = (k.masukan, k.tahun);
    match &profil.sumber {
        SumberIndikator::Dicatat => Sumber::default(),
        SumberIndikator::SurveiBulanan {
            instrumen,
            konversi_skala_100,
        } => {
            let data = masukan
                .survei
                .iter()
                .find(|s| &s.instrumen == instrumen && s.tahun == t);
            let (Some(data), Some(instrumen)) = (data, k.hukum.instrumen(instrumen)) else {
                return Sumber::default();
            };
            let hasil = survei::compute(k, data, instrumen, awalan, &profil.kode);
            let skala = data.skala.nilai().unwrap_or(instrumen.skala_maks);
            let indeks = if *konversi_skala_100 && skala == Decimal::ONE_HUNDRED {
                konversi_skala_100_ke_indeks(k, profil, awalan, &hasil.indeks)
            } else {
                hasil.indeks.clone()
            };
            Sumber {
                survei: Some(hasil),
                kelompok: Vec::new(),
                indeks: Some(indeks),
            }
        }
        SumberIndikator::SurveiKelompok { kelompok } => {
            let Some(data) = masukan
                .survei_kelompok
                .iter()
                .find(|s| s.indikator == profil.kode && s.tahun == t)
            else {
                return Sumber::default();
            };
            let (kelompok, indeks) = kelompok::compute(k, data, kelompok, awalan, &profil.kode);
            Sumber {
                survei: None,
                kelompok,
                indeks: Some(indeks),
            }
        }
    }
}

/// Divides by the factor; only called where the data are on scale 100.
fn konversi_skala_100_ke_indeks(
    k: &mut Konteks,
    profil: &ProfilIndikator,
    awalan: &str,
    indeks: &Kode,
) -> Kode {
    let t = k.tahun;
    let nama = Nama::new(
        format!("{awalan}.{t}.indeks_skala_4"),
        format!("{} tahun {t} pada skala 4", profil.kode),
        Satuan::Indeks,
        4,
    );
    match k.angka_ketentuan(
        "survei.faktor_skala_100",
        t,
        Satuan::Lain("pembagi".to_owned()),
    ) {
        Some(faktor) => k.hitung(
            nama,
            &rumus::KONVERSI_SKALA_100,
            t,
            f(indeks).bagi(f(&faktor)),
            false,
        ),
        None => {
            let sebab = Rumpang::TidakTersedia(format!(
                "tidak ada ketentuan konversi skala untuk tahun {t}"
            ));
            k.fakta.rumpang(nama, sebab, &rumus::KONVERSI_SKALA_100)
        }
    }
}

fn nama_target(profil: &ProfilIndikator, awalan: &str, t: i16) -> Nama {
    Nama::new(
        format!("{awalan}.{t}.target"),
        format!("Target {} tahun {t}", profil.kode),
        Satuan::from_kata(&profil.satuan),
        profil.presisi,
    )
}

/// Target, realisation and capaian of one year; `indeks` is the unrounded value where a survey gives it.
fn compute_tahun(
    k: &mut Konteks,
    profil: &ProfilIndikator,
    awalan: &str,
    baris: &BarisIndikator,
    indeks: Option<&Kode>,
) -> HasilTahun {
    let t = baris.tahun;
    let target = k
        .fakta
        .masukan(nama_target(profil, awalan, t), &baris.target);
    let nama_realisasi = Nama::new(
        format!("{awalan}.{t}.realisasi"),
        format!("Realisasi {} tahun {t}", profil.kode),
        Satuan::from_kata(&profil.satuan),
        profil.presisi,
    );
    let realisasi = match indeks {
        Some(indeks) => {
            let kode = k.hitung(nama_realisasi, &rumus::PUBLIKASI, t, f(indeks), true);
            k.fakta.catat_tercetak(&kode, &baris.realisasi);
            kode
        }
        None => k.fakta.masukan(nama_realisasi, &baris.realisasi),
    };
    let nama_capaian = Nama::new(
        format!("{awalan}.{t}.capaian"),
        format!("Capaian {} tahun {t}", profil.kode),
        Satuan::Persen,
        PRESISI_CAPAIAN,
    );
    let capaian = if profil.arah == Arah::Rentang {
        let atas = k.fakta.masukan(
            Nama::new(
                format!("{awalan}.{t}.target_atas"),
                format!("Batas atas target {} tahun {t}", profil.kode),
                Satuan::from_kata(&profil.satuan),
                profil.presisi,
            ),
            &baris.target_atas,
        );
        compute_capaian_rentang(k, nama_capaian, t, &realisasi, &target, &atas)
    } else {
        compute_capaian(k, nama_capaian, t, profil.arah, &realisasi, &target)
    };
    k.fakta.catat_tercetak(&capaian, &baris.capaian);
    HasilTahun {
        tahun: t,
        target,
        realisasi,
        capaian,
    }
}

/// Realisation against target by the direction of the indicator (PermenPANRB 53/2014); a target of 0 has no capaian.
pub(super) fn compute_capaian(
    k: &mut Konteks,
    nama: Nama,
    t: i16,
    arah: Arah,
    realisasi: &Kode,
    target: &Kode,
) -> Kode {
    let (rumus, ungkapan): (&'static Rumus, Ungkapan) = match arah {
        Arah::Turun => {
            let atas = tetap(2).kali(f(target)).kurang(f(realisasi));
            (&rumus::CAPAIAN_TURUN, atas.bagi(f(target)).persen())
        }
        Arah::Naik | Arah::Rentang => (&rumus::CAPAIAN_NAIK, f(realisasi).bagi(f(target)).persen()),
    };
    if k.fakta
        .angka(target.as_str())
        .is_some_and(|nilai| nilai.is_zero())
    {
        return k.fakta.rumpang(nama, target_nol(), rumus);
    }
    k.hitung(nama, rumus, t, ungkapan, true)
}

fn compute_capaian_rentang(
    k: &mut Konteks,
    nama: Nama,
    t: i16,
    realisasi: &Kode,
    bawah: &Kode,
    atas: &Kode,
) -> Kode {
    let nilai = |kode: &Kode| k.fakta.angka(kode.as_str());
    let ungkapan = match (nilai(realisasi), nilai(bawah), nilai(atas)) {
        (Some(_), Some(b), Some(a)) if b.is_zero() || a.is_zero() => {
            return k.fakta.rumpang(nama, target_nol(), &rumus::CAPAIAN_RENTANG);
        }
        (Some(r), Some(_), Some(a)) if r > a => f(atas).bagi(f(realisasi)),
        (Some(r), Some(b), Some(_)) if r < b => f(realisasi).bagi(f(bawah)),
        (Some(_), Some(_), Some(_)) => f(realisasi).bagi(f(realisasi)),
        // Something is missing: name all three, so that the gap says which.
        _ => Ungkapan::Jumlah(vec![f(realisasi), f(bawah), f(atas)]),
    };
    k.hitung(nama, &rumus::CAPAIAN_RENTANG, t, ungkapan.persen(), true)
}

fn target_nol() -> Rumpang {
    Rumpang::TidakTerdefinisi("target nol".to_owned())
}

/// How the published value stands against the target.
fn status(
    k: &Konteks,
    arah: Arah,
    tahun: &HasilTahun,
    baris: &BarisIndikator,
) -> Option<StatusCapaian> {
    let realisasi = k.fakta.angka(tahun.realisasi.as_str())?;
    let target = k.fakta.angka(tahun.target.as_str())?;
    if arah == Arah::Rentang {
        let atas = Sel::nilai(&baris.target_atas)?;
        let di_dalam = target <= realisasi && realisasi <= atas;
        return Some(if di_dalam {
            StatusCapaian::Tercapai
        } else {
            StatusCapaian::TidakTercapai
        });
    }
    Some(bandingkan_target(arah, realisasi, target))
}

/// How a value stands against a target, for an indicator of this direction.
pub(super) fn bandingkan_target(arah: Arah, realisasi: Decimal, target: Decimal) -> StatusCapaian {
    let unggul = match arah {
        Arah::Turun => target.cmp(&realisasi),
        Arah::Naik | Arah::Rentang => realisasi.cmp(&target),
    };
    match unggul {
        std::cmp::Ordering::Greater => StatusCapaian::Melampaui,
        std::cmp::Ordering::Equal => StatusCapaian::Tercapai,
        std::cmp::Ordering::Less => StatusCapaian::TidakTercapai,
    }
}
