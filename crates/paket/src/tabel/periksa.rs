//! Checks of one cell against its kind, and of a number, a year or a day against its bounds.

use jiff::civil::Date;
use kinerja::bilangan;
use kinerja::masukan::{Sel, Tempat};
use kinerja::nama_bulan;
use rust_decimal::Decimal;

use super::Konteks;
use crate::batas;
use crate::kesalahan::{Galat, Kesalahan};
use crate::skema::{BatasTahun, Jenis};
use crate::teks::{karakter_kendali, saran};

/// Whether a text holds no control character and is not too long.
pub(crate) fn periksa_aksara(letak: &Tempat, isi: &str, galat: &mut Galat) -> bool {
    if let Some(aksara) = karakter_kendali(isi) {
        galat.push(
            Kesalahan::new(
                "karakter-kendali",
                letak.clone(),
                format!("isinya memuat karakter kendali U+{:04X}", u32::from(aksara)),
                "ketik ulang isinya",
            )
            .cuplikan(isi),
        );
        return false;
    }
    if isi.chars().nth(batas::AKSARA_SEL).is_some() {
        galat.push(
            Kesalahan::new(
                "sel-terlalu-panjang",
                letak.clone(),
                format!("isinya lebih dari {} aksara", batas::AKSARA_SEL),
                "ringkas isinya, atau pindahkan ke narasi",
            )
            .cuplikan(isi),
        );
        return false;
    }
    true
}

/// Checks a text against a kind; numbers are checked where they are read, with their corrections.
pub(crate) fn periksa_jenis(
    letak: &Tempat,
    isi: &str,
    jenis: Jenis,
    konteks: &Konteks,
    galat: &mut Galat,
) {
    match jenis {
        Jenis::Teks | Jenis::Uang | Jenis::Cacah | Jenis::Positif | Jenis::Angka => {}
        Jenis::Indikator => {
            let dikenal: Vec<&str> = konteks
                .indikator
                .iter()
                .map(|(kode, _)| kode.as_str())
                .collect();
            if !dikenal.is_empty() && !dikenal.contains(&isi) {
                lapor(
                    galat,
                    "indikator-tak-dikenal",
                    letak,
                    isi,
                    format!("kode indikator {isi:?} tidak ada pada profil kantor"),
                    saran(isi, &dikenal),
                );
            }
        }
        Jenis::Tahun(batas) => periksa_tahun(letak, isi, batas, konteks, galat),
        Jenis::Bulan => {
            if !isi.parse().is_ok_and(|bulan: u8| (1..=12).contains(&bulan)) {
                lapor(
                    galat,
                    "bukan-bulan",
                    letak,
                    isi,
                    "ini bukan bulan".into(),
                    "tulis 1 sampai 12".into(),
                );
            }
        }
        Jenis::Tanggal => {
            if baca_tanggal(isi).is_none() {
                lapor(
                    galat,
                    "bukan-tanggal",
                    letak,
                    isi,
                    "ini bukan tanggal yang sah".into(),
                    "tulis tahun-bulan-tanggal, misalnya 20XX-01-31".into(),
                );
            }
        }
        Jenis::Pilihan(pilihan) => {
            if !pilihan.contains(&isi) {
                lapor(
                    galat,
                    "pilihan-tak-dikenal",
                    letak,
                    isi,
                    format!("{isi:?} tidak dikenal"),
                    saran(isi, pilihan),
                );
            }
        }
        Jenis::YaTidak => {
            if !matches!(isi, "true" | "false") {
                lapor(
                    galat,
                    "bukan-ya-tidak",
                    letak,
                    isi,
                    "isinya harus true atau false".into(),
                    "tulis true atau false".into(),
                );
            }
        }
    }
}

pub(super) fn lapor(
    galat: &mut Galat,
    kode: &'static str,
    letak: &Tempat,
    isi: &str,
    pesan: String,
    perbaikan: String,
) {
    galat.push(Kesalahan::new(kode, letak.clone(), pesan, perbaikan).cuplikan(isi));
}

/// Reports a day outside the years that a row or the report may speak of.
pub(crate) fn periksa_rentang_tanggal(
    letak: &Tempat,
    isi: &str,
    tahun: i16,
    sebelum: i16,
    galat: &mut Galat,
) {
    let Some(tanggal) = baca_tanggal(isi) else {
        return;
    };
    let (dari, sampai) = (tahun - sebelum, tahun + 1);
    if tahun > 0 && !(dari..=sampai).contains(&tanggal.year()) {
        lapor(
            galat,
            "tanggal-di-luar-tahun",
            letak,
            isi,
            format!("tanggal ini di luar tahun {dari} sampai {sampai}"),
            "periksa tahunnya".into(),
        );
    }
}

fn periksa_tahun(
    letak: &Tempat,
    isi: &str,
    batas: BatasTahun,
    konteks: &Konteks,
    galat: &mut Galat,
) {
    // Four digits, so that neither 23 nor 20233 passes for a year.
    let tahun: Option<i16> = (isi.len() == 4)
        .then(|| isi.parse().ok())
        .flatten()
        .filter(|t| *t >= 1900);
    let Some(tahun) = tahun else {
        lapor(
            galat,
            "bukan-tahun",
            letak,
            isi,
            "ini bukan tahun".into(),
            "tulis tahun dengan empat angka".into(),
        );
        return;
    };
    if konteks.tahun == 0 {
        return;
    }
    const TANPA_RENSTRA: i16 = 5;
    let awal = konteks
        .awal_renstra
        .unwrap_or(konteks.tahun - TANPA_RENSTRA);
    let (dari, sampai, sebutan) = match batas {
        BatasTahun::Anggaran => return,
        BatasTahun::Renstra => (
            awal,
            konteks
                .akhir_renstra
                .unwrap_or(konteks.tahun + TANPA_RENSTRA),
            "masa Renstra",
        ),
        BatasTahun::Perjanjian => (
            konteks.tahun,
            konteks.tahun + 1,
            "tahun laporan dan tahun berikutnya",
        ),
        BatasTahun::LaluDanDepan => (
            awal,
            konteks.tahun + 1,
            "masa Renstra sampai tahun berikutnya",
        ),
        BatasTahun::Lalu => (awal, konteks.tahun, "masa Renstra sampai tahun laporan"),
    };
    if !(dari..=sampai).contains(&tahun) {
        lapor(
            galat,
            "tahun-di-luar-jangkauan",
            letak,
            isi,
            format!("tahun {tahun} di luar {sebutan} ({dari} sampai {sampai})"),
            "perbaiki tahunnya, atau hapus barisnya".into(),
        );
    }
}

/// A day as `2024-01-05` or `5 Januari 2024`.
pub(crate) fn baca_tanggal(isi: &str) -> Option<Date> {
    if isi.len() == 10
        && let Ok(tanggal) = isi.parse()
    {
        return Some(tanggal);
    }
    let mut bagian = isi.split(' ');
    let hari = bagian.next()?.parse().ok()?;
    let nama = bagian.next()?;
    let bulan = (1..=12u8).find(|bulan| nama_bulan(*bulan).eq_ignore_ascii_case(nama))?;
    let tahun = bagian
        .next()
        .filter(|tahun| tahun.len() == 4)?
        .parse()
        .ok()?;
    if bagian.next().is_some() {
        return None;
    }
    Date::new(tahun, i8::try_from(bulan).ok()?, hari).ok()
}

/// Reports a number with more decimals than its indicator is published with; rounding it here would hide the difference.
pub(crate) fn periksa_presisi(sel: &Sel, kode: &str, konteks: &Konteks, galat: &mut Galat) {
    let presisi = konteks.indikator.iter().find(|(lain, _)| lain == kode);
    let (Some((_, presisi)), Some(nilai)) = (presisi, sel.nilai()) else {
        return;
    };
    let desimal = nilai.normalize().scale();
    if desimal > *presisi {
        let letak = sel.koreksi.as_ref().map_or(&sel.tempat, |k| &k.tempat);
        lapor(
            galat,
            "desimal-terlalu-banyak",
            letak,
            &sel.teks,
            format!("ditulis dengan {desimal} desimal, padahal indikator {kode} diterbitkan dengan {presisi} desimal"),
            "tulis seperti pada dokumennya; banyaknya desimal indikator ditetapkan pada profil kantor".into(),
        );
    }
}

/// Checks a number against its kind.
pub(crate) fn periksa_rentang(letak: &Tempat, nilai: Decimal, jenis: Jenis, galat: &mut Galat) {
    let isi = bilangan::format(nilai, nilai.scale());
    let negatif = nilai.is_sign_negative() && !nilai.is_zero();
    if negatif && matches!(jenis, Jenis::Uang | Jenis::Cacah | Jenis::Positif) {
        let hal = match jenis {
            Jenis::Uang => "jumlah uang",
            Jenis::Cacah => "banyaknya",
            _ => "nilai",
        };
        lapor(
            galat,
            "angka-negatif",
            letak,
            &isi,
            format!("{hal} tidak boleh negatif"),
            "periksa tandanya; tulis tanpa tanda kurang".into(),
        );
    }
    if jenis == Jenis::Cacah && !nilai.fract().is_zero() {
        lapor(
            galat,
            "bukan-bilangan-bulat",
            letak,
            &isi,
            "banyaknya harus bilangan bulat".into(),
            "tulis tanpa koma; titik hanya untuk ribuan".into(),
        );
    }
}
