//! What templates see: words, lists of words, opaque values, and words that the program chose by comparing.

mod anggaran;
mod indikator;
mod penunjang;
mod survei;

use std::collections::BTreeMap;

use document::Inline;
use kinerja::Kode;
use kinerja::hasil::ArahPerubahan;
use kinerja::masukan::Pejabat;
use minijinja::Value;
use rust_decimal::Decimal;

use crate::Bahan;
use crate::nilai::{self, kata_atau_rumpang};
use crate::templat::{Angka, Kata};

pub(crate) use anggaran::sumber_akhir;
pub(crate) use indikator::{satu as indikator, sebutan_status};

/// Names and their values.
pub(crate) type Isi = BTreeMap<String, Value>;

/// Everything that any template may use.
pub(crate) fn umum(bahan: &Bahan<'_>) -> Isi {
    let hasil = bahan.hasil;
    let mut isi = Isi::new();
    tulis(&mut isi, "tahun", hasil.tahun.to_string());
    tulis(&mut isi, "tahun_berikutnya", (hasil.tahun + 1).to_string());
    tulis(&mut isi, "satker", satker(bahan));
    tulis(
        &mut isi,
        "indikator",
        hasil
            .indikator
            .iter()
            .map(|i| Value::from(indikator(bahan, i)))
            .collect::<Vec<_>>(),
    );
    tulis(&mut isi, "rangkuman", rangkuman(bahan));
    tulis(&mut isi, "efisiensi", anggaran::efisiensi(bahan));
    tulis(&mut isi, "anggaran", anggaran::tahun_ini(bahan));
    tulis(&mut isi, "pnbp", anggaran::pnbp(bahan));
    tulis(&mut isi, "smart", anggaran::smart(bahan));
    tulis(&mut isi, "ikpa", anggaran::ikpa(bahan));
    tulis(&mut isi, "pegawai", pegawai(bahan));
    let inovasi = bahan
        .masukan
        .kegiatan
        .iter()
        .filter(|baris| baris.jenis == "inovasi");
    tulis(
        &mut isi,
        "inovasi",
        inovasi
            .map(|baris| Value::from(&baris.uraian))
            .collect::<Vec<_>>(),
    );
    let penghargaan = bahan.masukan.penghargaan.iter();
    tulis(
        &mut isi,
        "penghargaan",
        penghargaan
            .map(|baris| Value::from(&baris.nama))
            .collect::<Vec<_>>(),
    );
    let unsur = hasil
        .indikator
        .iter()
        .filter_map(|i| Some((i, i.survei.as_ref()?)));
    let terendah = unsur.filter_map(|(i, survei)| {
        let unsur = survei.unsur.get(*survei.unsur_di_bawah.first()?)?;
        Some(Value::from(Isi::from([
            ("indikator".to_owned(), Value::from(&i.profil.kode)),
            ("nama".to_owned(), Value::from(&unsur.nama)),
            ("nilai".to_owned(), angka(bahan, &unsur.nilai)),
            ("indeks".to_owned(), angka(bahan, &survei.indeks)),
            (
                "sebutan_unsur".to_owned(),
                Value::from(survei::sebutan_unsur(survei)),
            ),
        ])))
    });
    let terendah: Vec<Value> = terendah.collect();
    tulis(&mut isi, "beberapa_unsur_terendah", terendah.len() > 1);
    tulis(&mut isi, "unsur_terendah", terendah);
    isi
}

pub(crate) fn tulis(isi: &mut Isi, nama: &str, nilai: impl Into<Value>) {
    isi.insert(nama.to_owned(), nilai.into());
}

/// A fakta as templates see it.
pub(crate) fn angka(bahan: &Bahan<'_>, kode: &Kode) -> Value {
    Angka::nilai(&bahan.hasil.fakta, kode.as_str())
}

/// A fakta, or false where there is none by nature.
pub(crate) fn angka_bila(bahan: &Bahan<'_>, kode: Option<&Kode>) -> Value {
    kode.map_or_else(|| Value::from(false), |kode| angka(bahan, kode))
}

/// Words, or a gap that says where they belong.
fn kata(teks: &str, apa: &str, letak: &str) -> Value {
    match kata_atau_rumpang(teks, apa, letak) {
        Inline::Text(teks) => Value::from(teks),
        rumpang => Kata::nilai(vec![rumpang]),
    }
}

/// The direction that a difference shows by its sign.
pub(crate) fn arah(bahan: &Bahan<'_>, kode: Option<&Kode>) -> Option<ArahPerubahan> {
    Some(match bahan.angka(kode?)?.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => ArahPerubahan::Naik,
        std::cmp::Ordering::Less => ArahPerubahan::Turun,
        std::cmp::Ordering::Equal => ArahPerubahan::Tetap,
    })
}

/// "berada di atas", "berada di bawah", "sama dengan", or false where nothing can be compared.
pub(crate) fn letak(arah: Option<ArahPerubahan>) -> Value {
    arah.map_or_else(
        || Value::from(false),
        |arah| {
            Value::from(match arah {
                ArahPerubahan::Naik => "berada di atas",
                ArahPerubahan::Turun => "berada di bawah",
                ArahPerubahan::Tetap => "sama dengan",
            })
        },
    )
}

/// "Plt. Kepala Kantor ..."
pub(crate) fn jabatan(pejabat: &Pejabat) -> String {
    match pejabat.pelaksana.as_deref() {
        Some("plt") => format!("Plt. {}", pejabat.jabatan),
        Some("plh") => format!("Plh. {}", pejabat.jabatan),
        _ => pejabat.jabatan.clone(),
    }
}

fn satker(bahan: &Bahan<'_>) -> Isi {
    let satker = &bahan.masukan.satker;
    let mut isi = Isi::new();
    tulis(
        &mut isi,
        "nama",
        kata(&satker.nama, "nama kantor", "satker.toml, nama"),
    );
    tulis(&mut isi, "jenis", satker.jenis.as_str());
    tulis(
        &mut isi,
        "kementerian",
        kata(
            &satker.kementerian,
            "kementerian",
            "satker.toml, kementerian",
        ),
    );
    tulis(&mut isi, "unit_eselon_1", satker.unit_eselon_1.as_str());
    tulis(&mut isi, "kanwil", satker.kanwil.as_str());
    tulis(
        &mut isi,
        "kota",
        kata(&satker.kota, "kota", "satker.toml, kota"),
    );
    tulis(
        &mut isi,
        "alamat",
        kata(&satker.alamat, "alamat", "satker.toml, alamat"),
    );
    tulis(
        &mut isi,
        "dokumen_renstra",
        kata(
            &satker.dokumen_renstra,
            "dokumen Renstra",
            "satker.toml, dokumen_renstra",
        ),
    );
    let periode = match (satker.tahun_awal_renstra, satker.tahun_akhir_renstra) {
        (Some(awal), Some(akhir)) => Value::from(format!("{awal}–{akhir}")),
        _ => kata(
            "",
            "periode Renstra",
            "satker.toml, tahun_awal_renstra dan tahun_akhir_renstra",
        ),
    };
    tulis(&mut isi, "periode_renstra", periode);
    tulis(
        &mut isi,
        "kepala",
        kata(
            &satker.kepala.nama,
            "nama kepala kantor",
            "satker.toml, kepala.nama",
        ),
    );
    tulis(
        &mut isi,
        "tpi",
        satker.tpi.iter().map(Value::from).collect::<Vec<_>>(),
    );
    tulis(
        &mut isi,
        "wilayah_kerja",
        satker
            .wilayah_kerja
            .iter()
            .map(Value::from)
            .collect::<Vec<_>>(),
    );
    tulis(&mut isi, "rekaan", satker.rekaan);
    let tanggal = satker
        .tanggal_laporan
        .map(nilai::tanggal)
        .unwrap_or_default();
    tulis(
        &mut isi,
        "tanggal_laporan",
        kata(&tanggal, "tanggal laporan", "satker.toml, tanggal_laporan"),
    );
    isi
}

fn rangkuman(bahan: &Bahan<'_>) -> Value {
    let Some(rangkuman) = &bahan.hasil.rangkuman else {
        return Value::from(false);
    };
    let sama = |a: &Kode, b: &Kode| bahan.angka(a).is_some() && bahan.angka(a) == bahan.angka(b);
    let mut isi = Isi::new();
    tulis(
        &mut isi,
        "rata_capaian",
        angka(bahan, &rangkuman.rata_capaian),
    );
    tulis(
        &mut isi,
        "jumlah_indikator",
        angka(bahan, &rangkuman.jumlah_indikator),
    );
    tulis(
        &mut isi,
        "jumlah_terukur",
        angka(bahan, &rangkuman.jumlah_terukur),
    );
    tulis(
        &mut isi,
        "jumlah_tercapai",
        angka(bahan, &rangkuman.jumlah_tercapai),
    );
    tulis(
        &mut isi,
        "jumlah_sasaran",
        angka(bahan, &rangkuman.jumlah_sasaran),
    );
    tulis(
        &mut isi,
        "semua_terukur",
        sama(&rangkuman.jumlah_terukur, &rangkuman.jumlah_indikator),
    );
    tulis(
        &mut isi,
        "semua_tercapai",
        sama(&rangkuman.jumlah_tercapai, &rangkuman.jumlah_indikator),
    );
    let tercapai = bahan.angka(&rangkuman.jumlah_tercapai);
    tulis(
        &mut isi,
        "ada_tercapai",
        tercapai.is_some_and(|banyak| banyak > Decimal::ZERO),
    );
    Value::from(isi)
}

fn pegawai(bahan: &Bahan<'_>) -> Isi {
    let pegawai = &bahan.hasil.pegawai;
    let mut isi = Isi::new();
    let jumlah = pegawai.jumlah.as_ref().map_or_else(
        || kata("", "jumlah pegawai", "satker.toml, jumlah_pegawai"),
        |kode| angka(bahan, kode),
    );
    tulis(&mut isi, "jumlah", jumlah);
    tulis(&mut isi, "diketahui", pegawai.jumlah.is_some());
    // A sentence lists the posts only where all of them are counted; the table shows what is missing.
    let lengkap = |isi: &&(String, Kode)| bahan.angka(&isi.1).is_some();
    let terhitung = if pegawai.formasi.iter().all(|isi| lengkap(&isi)) {
        pegawai.formasi.as_slice()
    } else {
        &[]
    };
    let formasi = terhitung.iter().map(|(nama, kode)| {
        let isi = vec![
            bahan.inline(kode, nilai::Bentuk::Bersatuan),
            Inline::text(format!(" pada {nama}")),
        ];
        Kata::nilai(isi)
    });
    tulis(&mut isi, "formasi", formasi.collect::<Vec<_>>());
    isi
}
