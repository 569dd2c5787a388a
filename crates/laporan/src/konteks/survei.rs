//! The surveys behind an indicator as templates see them.

use hukum::Instrumen;
use kinerja::hasil::{HasilBulan, HasilKelompok, HasilSurvei, HasilUnsur};
use minijinja::Value;

use super::indikator::pilihan;
use super::{Isi, angka, angka_bila, tulis};
use crate::Bahan;
use crate::alat::kapital_awal;
use crate::nilai::nama_bulan;

pub(super) fn survei_bulanan(bahan: &Bahan<'_>, survei: &HasilSurvei) -> Value {
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
    tulis(&mut isi, "sebutan_unsur", sebutan_unsur(survei));
    tulis(
        &mut isi,
        "acuan_kategori",
        instrumen.map_or_else(
            || Value::from(false),
            |instrumen| acuan_kategori(bahan, instrumen),
        ),
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

/// What the parts of an instrument are called: grouped ones are variables.
pub(super) fn sebutan_unsur(survei: &HasilSurvei) -> &'static str {
    if survei.kelompok.is_empty() {
        "unsur"
    } else {
        "variabel"
    }
}

/// The regulation whose bands class an index that they were not made for: staff do not judge a public service.
fn acuan_kategori(bahan: &Bahan<'_>, instrumen: &Instrumen) -> Value {
    let pita = instrumen
        .pita
        .as_deref()
        .filter(|_| instrumen.responden_internal);
    let ketentuan = pita.and_then(|kode| bahan.hukum.ketentuan(kode, bahan.hasil.tahun).ok());
    pilihan(ketentuan, |ketentuan| {
        let regulasi = bahan.hukum.regulasi(&ketentuan.regulasi);
        Value::from(regulasi.map_or(ketentuan.judul.as_str(), |regulasi| {
            regulasi.sebutan.as_str()
        }))
    })
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

pub(super) fn kelompok(bahan: &Bahan<'_>, kelompok: &HasilKelompok) -> Value {
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
