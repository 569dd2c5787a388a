//! Monthly surveys: index of each month from its parts, year value weighted by respondents.

mod mutu;

use hukum::Instrumen;
use mutu::{compute_kategori, compute_sampel};
use rust_decimal::Decimal;

use super::konteks::Konteks;
use crate::daftar::Nama;
use crate::fakta::{Kode, Rumpang, Satuan};
use crate::hasil::{HasilBulan, HasilSurvei, HasilUnsur};
use crate::masukan::{Sel, SurveiBulanan};
use crate::rumus;
use crate::ungkapan::{Ungkapan, f};

/// Decimals of the index of a month: enough that its product with the respondents can be followed on a pocket calculator.
const PRESISI_BULAN: u32 = 4;
/// Decimals of the index of a month times its respondents.
const PRESISI_TERTIMBANG: u32 = 2;
/// Decimals of unrounded year values, so that parts that print alike can still be ranked.
const PRESISI_INDEKS: u32 = 4;

/// Computes one survey; codes start with `awalan` ("ikm") and the year.
pub(super) fn compute(
    k: &mut Konteks,
    s: &SurveiBulanan,
    instrumen: &Instrumen,
    awalan: &str,
    nama: &str,
) -> HasilSurvei {
    let (t, p) = (s.tahun, format!("{awalan}.{}", s.tahun));
    let kosong = Sel::kosong_pada(&s.berkas, "responden");
    let responden: Vec<Kode> = (1..=12u8)
        .map(|bulan| {
            let sel = s.responden.get(usize::from(bulan) - 1).unwrap_or(&kosong);
            let label = format!("Responden {nama} bulan {} {t}", nama_bulan(bulan));
            k.fakta.masukan(
                Nama::new(
                    format!("{p}.bulan.{bulan:02}.responden"),
                    label,
                    Satuan::Orang,
                    0,
                ),
                sel,
            )
        })
        .collect();
    let dipakai: Vec<bool> = responden
        .iter()
        .map(|r| k.fakta.angka(r.as_str()).is_none_or(|n| !n.is_zero()))
        .collect();

    let mut unsur = compute_unsur(k, s, instrumen, &p, nama, &responden, &dipakai);
    let bulan = compute_bulan(k, s, &p, nama, &unsur, &responden, &dipakai);

    let label_responden = format!("Jumlah responden {nama} tahun {t}");
    let jumlah_responden = k.jumlah(
        Nama::new(format!("{p}.responden"), label_responden, Satuan::Orang, 0),
        &responden,
    );
    let bagian: Vec<Kode> = bulan.iter().filter_map(|b| b.tertimbang.clone()).collect();
    let jumlah_tertimbang = k.jumlah(
        Nama::new(
            format!("{p}.jumlah_tertimbang"),
            format!("Jumlah {nama} × responden tahun {t}"),
            Satuan::Nilai,
            PRESISI_TERTIMBANG,
        ),
        &bagian,
    );
    let nama_indeks = Nama::new(
        format!("{p}.indeks"),
        format!("{nama} tahun {t} sebelum pembulatan"),
        Satuan::Indeks,
        PRESISI_INDEKS,
    );
    let indeks = k.hitung(
        nama_indeks,
        &rumus::INDEKS_TERTIMBANG,
        t,
        f(&jumlah_tertimbang).bagi(f(&jumlah_responden)),
        false,
    );

    let kelompok = compute_kelompok(k, instrumen, &p, nama, t, &unsur);
    let minimum = instrumen
        .ketentuan_minimum
        .as_deref()
        .and_then(|kode| k.angka_ketentuan(kode, t, Satuan::Orang));
    let batas = minimum
        .as_ref()
        .and_then(|kode| k.fakta.angka(kode.as_str()));
    let bulan_di_bawah_minimum: Vec<u8> = bulan
        .iter()
        .filter(|b| matches!((k.fakta.angka(b.responden.as_str()), batas), (Some(n), Some(batas)) if n < batas))
        .map(|b| b.bulan)
        .collect();
    let jumlah_bulan_di_bawah_minimum = batas.map(|_| {
        k.cacah(
            format!("{p}.jumlah_bulan_di_bawah_minimum"),
            format!("Banyaknya bulan dengan responden {nama} di bawah minimum tahun {t}"),
            "bulan",
            bulan_di_bawah_minimum.len(),
        )
    });
    let unsur_di_bawah = di_bawah_indeks(k, &unsur, &indeks);
    for posisi in &unsur_di_bawah {
        if let Some(unsur) = unsur.get_mut(*posisi) {
            unsur.selisih = Some(selisih_dari_indeks(k, unsur, &indeks, t));
        }
    }
    let jumlah_unsur_di_bawah = k.cacah(
        format!("{p}.jumlah_unsur_di_bawah"),
        format!("Banyaknya unsur di bawah {nama} tahun {t}"),
        "unsur",
        unsur_di_bawah.len(),
    );
    let jumlah_unsur = k.cacah(
        format!("{p}.jumlah_unsur"),
        format!("Banyaknya unsur {nama}"),
        "unsur",
        unsur.len(),
    );
    let (konversi, kategori) = compute_kategori(k, instrumen, &p, nama, t, &indeks);
    let sampel = compute_sampel(k, s, &p, nama, t, &jumlah_responden);
    HasilSurvei {
        instrumen: instrumen.id.clone(),
        jumlah_unsur,
        bulan,
        unsur,
        kelompok,
        indeks,
        jumlah_tertimbang,
        responden: jumlah_responden,
        minimum,
        bulan_di_bawah_minimum,
        jumlah_bulan_di_bawah_minimum,
        unsur_di_bawah,
        jumlah_unsur_di_bawah,
        konversi,
        kategori,
        sampel,
    }
}

fn compute_unsur(
    k: &mut Konteks,
    s: &SurveiBulanan,
    instrumen: &Instrumen,
    p: &str,
    nama: &str,
    responden: &[Kode],
    dipakai: &[bool],
) -> Vec<HasilUnsur> {
    let kosong = Sel::kosong_pada(&s.berkas, "unsur");
    let mut hasil = Vec::new();
    for kelompok in &instrumen.kelompok {
        for unsur in &kelompok.unsur {
            let baris = s.unsur.iter().find(|baris| baris.kode == unsur.kode);
            let awal = format!("{p}.unsur.{}", unsur.kode);
            let bulan: Vec<Kode> = (1..=12u8)
                .map(|bulan| {
                    let sel = baris
                        .and_then(|b| b.nilai.get(usize::from(bulan) - 1))
                        .unwrap_or(&kosong);
                    let label = format!(
                        "{} {nama} bulan {} {}",
                        unsur.nama,
                        nama_bulan(bulan),
                        s.tahun
                    );
                    k.fakta.masukan(
                        Nama::new(format!("{awal}.bulan.{bulan:02}"), label, Satuan::Indeks, 2),
                        sel,
                    )
                })
                .collect();
            let pasangan: Vec<(&Kode, &Kode)> = bulan
                .iter()
                .zip(responden)
                .zip(dipakai)
                .filter(|(_, pakai)| **pakai)
                .map(|(pasang, _)| pasang)
                .collect();
            let nama_nilai = Nama::new(
                awal,
                format!("{} {nama} tahun {}", unsur.nama, s.tahun),
                Satuan::Indeks,
                PRESISI_INDEKS,
            );
            let nilai = k.hitung(
                nama_nilai,
                &rumus::INDEKS_TERTIMBANG,
                s.tahun,
                tertimbang(&pasangan),
                false,
            );
            hasil.push(HasilUnsur {
                nama: unsur.nama.clone(),
                kelompok: kelompok.kode.clone(),
                nilai,
                bulan,
                selisih: None,
            });
        }
    }
    hasil
}

fn compute_bulan(
    k: &mut Konteks,
    s: &SurveiBulanan,
    p: &str,
    nama: &str,
    unsur: &[HasilUnsur],
    responden: &[Kode],
    dipakai: &[bool],
) -> Vec<HasilBulan> {
    (1..=12u8)
        .map(|bulan| {
            let i = usize::from(bulan) - 1;
            let nama_bulanan = Nama::new(
                format!("{p}.bulan.{bulan:02}.indeks"),
                format!("{nama} bulan {} {}", nama_bulan(bulan), s.tahun),
                Satuan::Indeks,
                PRESISI_BULAN,
            );
            let indeks = if dipakai[i] {
                let ungkapan = Ungkapan::Rata(unsur.iter().map(|u| f(&u.bulan[i])).collect());
                k.hitung(nama_bulanan, &rumus::INDEKS_BULAN, s.tahun, ungkapan, false)
            } else {
                let sebab =
                    Rumpang::TidakTerdefinisi("tidak ada responden pada bulan ini".to_owned());
                k.fakta.rumpang(nama_bulanan, sebab, &rumus::INDEKS_BULAN)
            };
            if let Some(sel) = s.indeks.get(i) {
                k.fakta.catat_tercetak(&indeks, sel);
            }
            let tertimbang = dipakai[i].then(|| {
                let nama_tertimbang = Nama::new(
                    format!("{p}.bulan.{bulan:02}.tertimbang"),
                    format!("{nama} × responden bulan {} {}", nama_bulan(bulan), s.tahun),
                    Satuan::Nilai,
                    PRESISI_TERTIMBANG,
                );
                let kali = f(&indeks).kali(f(&responden[i]));
                k.hitung(
                    nama_tertimbang,
                    &rumus::NILAI_TERTIMBANG,
                    s.tahun,
                    kali,
                    false,
                )
            });
            HasilBulan {
                bulan,
                indeks,
                responden: responden[i].clone(),
                tertimbang,
            }
        })
        .collect()
}

fn compute_kelompok(
    k: &mut Konteks,
    instrumen: &Instrumen,
    p: &str,
    nama: &str,
    t: i16,
    unsur: &[HasilUnsur],
) -> Vec<(String, Kode)> {
    let bernama = instrumen
        .kelompok
        .iter()
        .filter(|kelompok| !kelompok.kode.is_empty());
    bernama
        .map(|kelompok| {
            let bagian = unsur
                .iter()
                .filter(|u| u.kelompok == kelompok.kode)
                .map(|u| f(&u.nilai))
                .collect();
            let nama_kelompok = Nama::new(
                format!("{p}.kelompok.{}", kelompok.kode.to_lowercase()),
                format!("Kelompok {} {nama} tahun {t}", kelompok.nama),
                Satuan::Indeks,
                PRESISI_INDEKS,
            );
            let kode = k.hitung(
                nama_kelompok,
                &rumus::INDEKS_KELOMPOK,
                t,
                Ungkapan::Rata(bagian),
                false,
            );
            (kelompok.nama.clone(), kode)
        })
        .collect()
}

/// The parts whose exact value is below the exact index, lowest first; equal values keep the instrument's order.
fn di_bawah_indeks(k: &Konteks, unsur: &[HasilUnsur], indeks: &Kode) -> Vec<usize> {
    let Some(batas) = k.fakta.angka(indeks.as_str()) else {
        return Vec::new();
    };
    let mut di_bawah: Vec<(Decimal, usize)> = unsur
        .iter()
        .enumerate()
        .filter_map(|(i, u)| k.fakta.angka(u.nilai.as_str()).map(|nilai| (nilai, i)))
        .filter(|(nilai, _)| *nilai < batas)
        .collect();
    di_bawah.sort();
    di_bawah.into_iter().map(|(_, i)| i).collect()
}

fn selisih_dari_indeks(k: &mut Konteks, unsur: &HasilUnsur, indeks: &Kode, t: i16) -> Kode {
    let nama = Nama::new(
        format!("{}.selisih", unsur.nilai),
        format!("Jarak {} di bawah indeks tahun {t}", unsur.nama),
        Satuan::Indeks,
        PRESISI_INDEKS,
    );
    k.hitung(
        nama,
        &rumus::SELISIH,
        t,
        // Between published values, so that the difference checks on a pocket calculator.
        f(indeks)
            .terbit(PRESISI_INDEKS)
            .kurang(f(&unsur.nilai).terbit(PRESISI_INDEKS)),
        false,
    )
}

/// Σ(value × weight) / Σ weight.
pub(super) fn tertimbang(pasangan: &[(&Kode, &Kode)]) -> Ungkapan {
    let atas = pasangan
        .iter()
        .map(|(nilai, bobot)| f(nilai).kali(f(bobot)))
        .collect();
    let bawah = pasangan.iter().map(|(_, bobot)| f(bobot)).collect();
    Ungkapan::Jumlah(atas).bagi(Ungkapan::Jumlah(bawah))
}

/// The Indonesian name of a month, 1 to 12.
#[must_use]
pub fn nama_bulan(bulan: u8) -> &'static str {
    const NAMA: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    usize::from(bulan)
        .checked_sub(1)
        .and_then(|i| NAMA.get(i))
        .copied()
        .unwrap_or("")
}
