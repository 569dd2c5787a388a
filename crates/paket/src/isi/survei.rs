//! Surveys: rows matched with the parts of their instrument, values inside its scale.

use std::collections::BTreeSet;

use hukum::{Hukum, Instrumen, SumberIndikator, Unsur};
use kinerja::masukan::{
    BarisUnsurBulanan, BarisUnsurKelompok, KelompokResponden, Masukan, Sel, SurveiBulanan,
    SurveiKelompok,
};
use rust_decimal::Decimal;

use super::Pengisi;
use super::satker::Survei;
use crate::kesalahan::{Kesalahan, tempat};
use crate::skema::{self, ALIAS_INDEKS, BARIS_RESPONDEN, BULAN, Jenis};
use crate::tabel::{Baris, Tabel};
use crate::teks::{kode, normal, saran};

/// What a row of a survey is.
enum Baca {
    Unsur(String),
    Indeks,
    Responden,
    /// Reported; the row is left out.
    Asing,
}

pub(super) fn fill(
    pengisi: &mut Pengisi<'_>,
    hukum: &Hukum,
    daftar: &[Survei],
    masukan: &mut Masukan,
) {
    for survei in daftar {
        if !pengisi.bentuk_cocok(hukum, survei) {
            continue;
        }
        if survei.berkelompok {
            masukan
                .survei_kelompok
                .extend(kelompok(pengisi, hukum, survei));
        } else {
            masukan.survei.extend(bulanan(pengisi, hukum, survei));
        }
    }
}

impl Pengisi<'_> {
    /// Whether the survey has the form in which the profile measures its indicator.
    fn bentuk_cocok(&mut self, hukum: &Hukum, survei: &Survei) -> bool {
        let profil = self.mentah.satker.entri("profil").map(|e| e.teks.trim());
        let sumber = hukum
            .profil(profil.unwrap_or_default())
            .and_then(|profil| profil.indikator.iter().find(|i| i.kode == survei.indikator))
            .map(|indikator| &indikator.sumber);
        let perbaikan = match sumber {
            // An unknown indicator has been reported where it is named.
            None => return true,
            Some(SumberIndikator::SurveiBulanan { .. }) if !survei.berkelompok => return true,
            Some(SumberIndikator::SurveiKelompok { .. }) if survei.berkelompok => return true,
            Some(SumberIndikator::SurveiBulanan { .. }) => "tulis bentuk = \"bulanan\"",
            Some(SumberIndikator::SurveiKelompok { .. }) => "tulis bentuk = \"kelompok\"",
            Some(SumberIndikator::Dicatat) => {
                "hapus [[survei]] ini; realisasinya ditulis pada indikator_tahunan.csv"
            }
        };
        self.galat.push(Kesalahan::new(
            "bentuk-survei-salah",
            tempat(self.mentah.sebut_satker(), survei.baris, "survei.bentuk"),
            format!(
                "indikator {} tidak diukur dengan survei berbentuk ini",
                survei.indikator
            ),
            perbaikan,
        ));
        false
    }

    /// The instrument `id`; none where it is not known, which is reported when any instrument is known.
    fn instrumen<'h>(
        &mut self,
        hukum: &'h Hukum,
        id: &str,
        survei: &Survei,
    ) -> Option<&'h Instrumen> {
        let instrumen = hukum.instrumen(id);
        if instrumen.is_none() && !hukum.instrumen.is_empty() {
            let dikenal: Vec<&str> = hukum.instrumen.iter().map(|i| i.id.as_str()).collect();
            self.galat.push(
                Kesalahan::new(
                    "instrumen-tak-dikenal",
                    tempat(self.mentah.sebut_satker(), survei.baris, "survei.instrumen"),
                    format!("instrumen {id:?} tidak dikenal"),
                    saran(id, &dikenal),
                )
                .cuplikan(id),
            );
        }
        instrumen
    }

    fn nilai(&mut self, tabel: &Tabel<'_>, baris: &Baris<'_>, kolom: &str, jenis: Jenis) -> Sel {
        tabel.sel(baris, kolom, jenis, &self.koreksi, self.galat)
    }

    /// What the row's name means; an unknown name is reported with the nearest part.
    fn kenali(
        &mut self,
        tabel: &Tabel<'_>,
        baris: &Baris<'_>,
        instrumen: Option<&Instrumen>,
        kelompok: &str,
    ) -> Baca {
        let nama = tabel.teks(baris, "unsur");
        let calon = || {
            instrumen
                .into_iter()
                .flat_map(|instrumen| &instrumen.kelompok)
                .filter(|k| {
                    kelompok.is_empty()
                        || normal(&k.kode) == normal(kelompok)
                        || normal(&k.nama) == normal(kelompok)
                })
                .flat_map(|k| &k.unsur)
        };
        if let Some(unsur) = calon().find(|unsur| cocok(unsur, &nama)) {
            return Baca::Unsur(unsur.kode.clone());
        }
        if normal(&nama) == normal(BARIS_RESPONDEN) {
            return Baca::Responden;
        }
        if ALIAS_INDEKS
            .iter()
            .any(|alias| normal(alias) == normal(&nama))
        {
            return Baca::Indeks;
        }
        if instrumen.is_none() {
            return Baca::Unsur(kode(&nama));
        }
        if nama.is_empty() {
            return Baca::Asing;
        }
        let dikenal: Vec<&str> = calon().map(|unsur| unsur.nama.as_str()).collect();
        self.galat.push(
            Kesalahan::new(
                "unsur-tak-dikenal",
                tabel.tempat(baris, "unsur"),
                format!("unsur {nama:?} tidak ada pada instrumennya"),
                saran(&nama, &dikenal),
            )
            .cuplikan(&nama),
        );
        Baca::Asing
    }

    /// Reports parts of the instrument that no row names, and parts that two rows name.
    fn periksa_lengkap(
        &mut self,
        tabel: &Tabel<'_>,
        instrumen: Option<&Instrumen>,
        ada: &[(&str, &str)],
        pihak: &str,
    ) {
        let milik = if pihak.is_empty() {
            String::new()
        } else {
            format!(" pada pihak {pihak}")
        };
        let mut terlihat = BTreeSet::new();
        for (kode, nama) in ada {
            if !terlihat.insert(*kode) {
                self.galat.push(
                    Kesalahan::new(
                        "unsur-ganda",
                        tempat(&tabel.berkas, 0, "unsur"),
                        format!("unsur {nama:?} ditulis dua kali{milik}"),
                        "hapus salah satu barisnya",
                    )
                    .cuplikan(nama),
                );
            }
        }
        let Some(instrumen) = instrumen else {
            return;
        };
        for unsur in instrumen
            .kelompok
            .iter()
            .flat_map(|kelompok| &kelompok.unsur)
        {
            if !terlihat.contains(unsur.kode.as_str()) {
                let mut salah = Kesalahan::new(
                    "unsur-hilang",
                    tempat(&tabel.berkas, 0, "unsur"),
                    format!("unsur {:?} tidak ada{milik}", unsur.nama),
                    "tambahkan barisnya; kosongkan nilainya bila memang belum ada",
                );
                if !instrumen.dasar.is_empty() {
                    salah = salah.dasar(format!("{}: {}", instrumen.nama, instrumen.dasar));
                }
                self.galat.push(salah);
            }
        }
    }

    /// Reports fewer people served than people who answered.
    fn periksa_populasi(&mut self, survei: &SurveiBulanan) {
        let responden: Decimal = survei.responden.iter().filter_map(Sel::nilai).sum();
        if let Some(populasi) = survei.populasi.nilai()
            && populasi < responden
            && !populasi.is_sign_negative()
        {
            self.galat.push(
                Kesalahan::new(
                    "populasi-terlalu-kecil",
                    survei.populasi.tempat.clone(),
                    format!(
                        "populasi lebih kecil daripada jumlah responden setahun, yaitu {}",
                        kinerja::bilangan::format(responden, 0)
                    ),
                    "isi banyaknya orang yang dilayani setahun, atau hapus kuncinya bila tidak diketahui",
                )
                .cuplikan(&survei.populasi.teks),
            );
        }
    }

    /// Reports a value outside the scale of the instrument, or of the data where that differs.
    fn periksa_skala(&mut self, sel: &Sel, instrumen: Option<&Instrumen>, skala: Option<Decimal>) {
        let (Some(instrumen), Some(nilai)) = (instrumen, sel.nilai()) else {
            return;
        };
        let (bawah, atas) = match skala {
            // On another scale the lowest answer is the same share of the highest.
            Some(skala) if !instrumen.skala_maks.is_zero() => {
                (instrumen.skala_min * skala / instrumen.skala_maks, skala)
            }
            _ => (instrumen.skala_min, instrumen.skala_maks),
        };
        if nilai < bawah || nilai > atas {
            let tulis =
                |nilai: Decimal| kinerja::bilangan::format(nilai, nilai.normalize().scale());
            self.galat.push(
                Kesalahan::new(
                    "di-luar-skala",
                    sel.tempat.clone(),
                    format!("nilai di luar skala instrumen, {} sampai {}", tulis(bawah), tulis(atas)),
                    "periksa angkanya; bila datanya memakai skala lain, tulis skala pada [[survei]]",
                )
                .cuplikan(&sel.teks)
                .dasar(instrumen.nama.clone()),
            );
        }
    }
}

fn cocok(unsur: &Unsur, nama: &str) -> bool {
    let nama = normal(nama);
    [&unsur.nama, &unsur.kode]
        .into_iter()
        .chain(&unsur.alias)
        .any(|lain| normal(lain) == nama)
}

fn bulanan(pengisi: &mut Pengisi<'_>, hukum: &Hukum, survei: &Survei) -> Option<SurveiBulanan> {
    let instrumen = pengisi.instrumen(hukum, &survei.instrumen, survei);
    let tabel = pengisi.tabel(&survei.lembar, &skema::SURVEI_BULANAN)?;
    let kosong = || {
        BULAN
            .map(|bulan| Sel {
                tempat: tempat(&tabel.berkas, 0, bulan),
                ..Sel::default()
            })
            .to_vec()
    };
    let mut hasil = SurveiBulanan {
        instrumen: survei.instrumen.clone(),
        berkas: tabel.berkas.clone(),
        tahun: survei.tahun,
        unsur: Vec::new(),
        indeks: kosong(),
        responden: kosong(),
        populasi: survei.populasi.clone(),
        skala: survei.skala.clone(),
    };
    for baris in &tabel.baris {
        let kelompok = tabel.teks(baris, "kelompok");
        let jenis_baris = pengisi.kenali(&tabel, baris, instrumen, &kelompok);
        let jenis = if matches!(jenis_baris, Baca::Responden) {
            Jenis::Cacah
        } else {
            Jenis::Positif
        };
        let nilai = BULAN
            .map(|bulan| pengisi.nilai(&tabel, baris, bulan, jenis))
            .to_vec();
        if !matches!(jenis_baris, Baca::Responden) {
            for sel in &nilai {
                pengisi.periksa_skala(sel, instrumen, survei.skala.nilai());
            }
        }
        match jenis_baris {
            Baca::Unsur(kode) => hasil.unsur.push(BarisUnsurBulanan {
                kelompok,
                nama: tabel.teks(baris, "unsur"),
                kode,
                nilai,
            }),
            Baca::Indeks => hasil.indeks = nilai,
            Baca::Responden => hasil.responden = nilai,
            Baca::Asing => {}
        }
    }
    let ada: Vec<(&str, &str)> = hasil
        .unsur
        .iter()
        .map(|u| (u.kode.as_str(), u.nama.as_str()))
        .collect();
    pengisi.periksa_lengkap(&tabel, instrumen, &ada, "");
    pengisi.periksa_populasi(&hasil);
    Some(hasil)
}

/// The groups of an indicator's survey: code and instrument, by the profile.
fn kelompok_profil<'h>(hukum: &'h Hukum, profil: &str, indikator: &str) -> Vec<(&'h str, &'h str)> {
    let sumber = hukum
        .profil(profil)
        .and_then(|profil| profil.indikator.iter().find(|i| i.kode == indikator))
        .map(|indikator| &indikator.sumber);
    match sumber {
        Some(SumberIndikator::SurveiKelompok { kelompok }) => kelompok
            .iter()
            .map(|(kode, instrumen, _)| (kode.as_str(), instrumen.as_str()))
            .collect(),
        _ => Vec::new(),
    }
}

fn kelompok(pengisi: &mut Pengisi<'_>, hukum: &Hukum, survei: &Survei) -> Option<SurveiKelompok> {
    let tabel = pengisi.tabel(&survei.lembar, &skema::SURVEI_KELOMPOK)?;
    let profil = pengisi
        .mentah
        .satker
        .entri("profil")
        .map(|e| e.teks.clone())
        .unwrap_or_default();
    let dikenal = kelompok_profil(hukum, &profil, &survei.indikator);
    let mut hasil = SurveiKelompok {
        indikator: survei.indikator.clone(),
        berkas: tabel.berkas.clone(),
        tahun: survei.tahun,
        kelompok: Vec::new(),
    };
    for baris in &tabel.baris {
        let pihak = tabel.teks(baris, "pihak");
        let daftar_pihak: Vec<&str> = dikenal.iter().map(|(kode, _)| *kode).collect();
        if !daftar_pihak.is_empty() && !daftar_pihak.contains(&pihak.as_str()) {
            pengisi.galat.push(
                Kesalahan::new(
                    "pihak-tak-dikenal",
                    tabel.tempat(baris, "pihak"),
                    format!("pihak {pihak:?} tidak dikenal"),
                    saran(&pihak, &daftar_pihak),
                )
                .cuplikan(&pihak),
            );
            continue;
        }
        let id = dikenal
            .iter()
            .find(|(kode, _)| *kode == pihak)
            .map_or("", |(_, id)| *id);
        let instrumen = if id.is_empty() {
            None
        } else {
            hukum.instrumen(id)
        };
        let jenis_baris = pengisi.kenali(&tabel, baris, instrumen, "");
        let jenis = if matches!(jenis_baris, Baca::Responden) {
            Jenis::Cacah
        } else {
            Jenis::Positif
        };
        let nilai = pengisi.nilai(&tabel, baris, "nilai", jenis);
        let bobot = pengisi.nilai(&tabel, baris, "bobot", Jenis::Positif);
        if !matches!(jenis_baris, Baca::Responden) {
            pengisi.periksa_skala(&nilai, instrumen, survei.skala.nilai());
        }
        let letak = hasil
            .kelompok
            .iter()
            .position(|k| k.kode == pihak)
            .unwrap_or_else(|| {
                hasil.kelompok.push(KelompokResponden {
                    kode: pihak.clone(),
                    skala: survei.skala.clone(),
                    ..KelompokResponden::default()
                });
                hasil.kelompok.len() - 1
            });
        let tujuan = &mut hasil.kelompok[letak];
        match jenis_baris {
            Baca::Unsur(kode) => tujuan.unsur.push(BarisUnsurKelompok {
                nama: tabel.teks(baris, "unsur"),
                kode,
                bobot,
                nilai,
            }),
            Baca::Indeks => tujuan.tercetak = nilai,
            Baca::Responden => tujuan.responden = nilai,
            Baca::Asing => {}
        }
    }
    for kelompok in &hasil.kelompok {
        let instrumen = dikenal
            .iter()
            .find(|(kode, _)| *kode == kelompok.kode)
            .and_then(|(_, id)| hukum.instrumen(id));
        let ada: Vec<(&str, &str)> = kelompok
            .unsur
            .iter()
            .map(|u| (u.kode.as_str(), u.nama.as_str()))
            .collect();
        pengisi.periksa_lengkap(&tabel, instrumen, &ada, &kelompok.kode);
    }
    Some(hasil)
}
