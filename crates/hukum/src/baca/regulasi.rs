//! A regulation and its dated values.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Table;

use super::Masalahan;
use super::pita::BerkasPita;
use super::teks::{self, Angka};
use crate::ketentuan::{Butir, Isi, Ketentuan, Regulasi, Status};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiRegulasi {
    sebutan: String,
    singkatan: String,
    tentang: String,
    ditetapkan: Option<Date>,
    diganti_oleh: Option<String>,
    landasan: Option<bool>,
    #[serde(default)]
    saran: bool,
    status: Status,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiKetentuan {
    kode: String,
    judul: String,
    kutipan: String,
    mulai: i16,
    sampai: Option<i16>,
    status: Status,
    sumber: String,
    catatan: Option<String>,
    celah: Option<String>,
    satuan: Option<String>,
    angka: Option<Angka>,
    pita: Option<BerkasPita>,
    butir: Option<Vec<IsiButir>>,
    jumlah: Option<Angka>,
    rumus: Option<String>,
    bunyi: Option<String>,
    #[serde(default)]
    kosong: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiButir {
    kode: String,
    nama: String,
    nilai: Option<Angka>,
    #[serde(default)]
    anak: Vec<IsiButir>,
}

impl IsiButir {
    fn jadi(self) -> Butir {
        Butir {
            kode: self.kode,
            nama: self.nama,
            nilai: self.nilai.map(|n| n.0),
            anak: self.anak.into_iter().map(Self::jadi).collect(),
        }
    }
}

pub(super) fn regulasi(
    berkas: &str,
    id: &str,
    tabel: Table,
    masalah: &mut Masalahan,
) -> Option<Regulasi> {
    let isi: IsiRegulasi = teks::satu(berkas, tabel, masalah)?;
    if isi.sebutan.trim().is_empty() || isi.tentang.trim().is_empty() {
        masalah.catat(berkas, "`sebutan` dan `tentang` tidak boleh kosong");
    }
    Some(Regulasi {
        id: id.to_owned(),
        sebutan: isi.sebutan,
        singkatan: isi.singkatan,
        tentang: isi.tentang,
        ditetapkan: isi.ditetapkan,
        diganti_oleh: isi.diganti_oleh,
        landasan: isi.landasan.unwrap_or(!isi.saran),
        saran: isi.saran,
        status: isi.status,
    })
}

pub(super) fn ketentuan(
    berkas: &str,
    id: &str,
    tabel: Table,
    masalah: &mut Masalahan,
) -> Vec<Ketentuan> {
    teks::banyak(berkas, "ketentuan", "kode", tabel, masalah)
        .into_iter()
        .filter_map(|isi| satu_ketentuan(berkas, id, isi, masalah))
        .collect()
}

fn satu_ketentuan(
    berkas: &str,
    id: &str,
    isi: IsiKetentuan,
    masalah: &mut Masalahan,
) -> Option<Ketentuan> {
    let kode = isi.kode.clone();
    for (bidang, teks) in [
        ("kode", &isi.kode),
        ("judul", &isi.judul),
        ("kutipan", &isi.kutipan),
        ("sumber", &isi.sumber),
    ] {
        if teks.trim().is_empty() {
            masalah.catat(
                berkas,
                format!("{kode}: `{bidang}` kosong; setiap nilai hukum harus menyebutnya"),
            );
        }
    }
    if isi.sampai.is_some_and(|akhir| akhir < isi.mulai) {
        masalah.catat(
            berkas,
            format!("{kode}: `sampai` lebih awal daripada `mulai`"),
        );
    }
    let mut salah = Vec::new();
    if isi.rumus.is_some() != isi.bunyi.is_some() {
        salah.push("`rumus` dan `bunyi` diisi berdua atau tidak sama sekali".to_owned());
    }
    let nilai = pilih_isi(
        isi.angka,
        isi.pita,
        isi.butir,
        isi.rumus.zip(isi.bunyi),
        isi.kosong,
        &mut salah,
    );
    if let Some(jumlah) = isi.jumlah {
        periksa_jumlah(nilai.as_ref(), jumlah.0, &mut salah);
    }
    if let Some(Isi::Daftar(butir)) = &nilai {
        periksa_kode(butir, &mut salah);
    }
    for pesan in salah {
        masalah.catat(berkas, format!("{kode} mulai {}: {pesan}", isi.mulai));
    }
    Some(Ketentuan {
        kode,
        judul: isi.judul,
        regulasi: id.to_owned(),
        kutipan: isi.kutipan,
        mulai: isi.mulai,
        sampai: isi.sampai,
        status: isi.status,
        sumber: isi.sumber,
        catatan: isi.catatan,
        celah: isi.celah,
        satuan: isi.satuan,
        isi: nilai?,
    })
}

fn pilih_isi(
    angka: Option<Angka>,
    pita: Option<BerkasPita>,
    butir: Option<Vec<IsiButir>>,
    rumus: Option<(String, String)>,
    kosong: bool,
    salah: &mut Vec<String>,
) -> Option<Isi> {
    let banyak = [
        angka.is_some(),
        pita.is_some(),
        butir.is_some(),
        rumus.is_some(),
        kosong,
    ]
    .iter()
    .filter(|ada| **ada)
    .count();
    if banyak != 1 {
        salah.push(format!(
            "isi harus tepat satu dari `angka`, `pita`, `butir`, `rumus` dengan `bunyi`, atau `kosong = true` (ada {banyak})"
        ));
        return None;
    }
    if let Some(pita) = pita {
        return match pita.jadi() {
            Ok(pita) => Some(Isi::Pita(pita)),
            Err(cacat) => {
                salah.extend(cacat);
                None
            }
        };
    }
    angka
        .map(|a| Isi::Angka(a.0))
        .or_else(|| butir.map(|b| Isi::Daftar(b.into_iter().map(IsiButir::jadi).collect())))
        .or_else(|| rumus.map(|(rumus, bunyi)| Isi::Rumus { rumus, bunyi }))
        .or(Some(Isi::Kosong))
}

fn periksa_jumlah(isi: Option<&Isi>, jumlah: Decimal, salah: &mut Vec<String>) {
    let Some(Isi::Daftar(butir)) = isi else {
        salah.push("`jumlah` hanya berlaku untuk `butir`".to_owned());
        return;
    };
    let tanpa_nilai: Vec<&str> = butir
        .iter()
        .filter(|b| b.nilai.is_none())
        .map(|b| b.kode.as_str())
        .collect();
    if !tanpa_nilai.is_empty() {
        salah.push(format!(
            "butir tanpa nilai di dalam daftar yang berjumlah: {}",
            tanpa_nilai.join(", ")
        ));
    }
    let total: Decimal = butir.iter().filter_map(|b| b.nilai).sum();
    if total != jumlah {
        salah.push(format!("jumlah butir {total}, seharusnya {jumlah}"));
    }
}

fn periksa_kode(butir: &[Butir], salah: &mut Vec<String>) {
    for (urutan, b) in butir.iter().enumerate() {
        if butir.iter().take(urutan).any(|lain| lain.kode == b.kode) {
            salah.push(format!(
                "kode butir `{}` tertulis lebih dari sekali",
                b.kode
            ));
        }
        periksa_kode(&b.anak, salah);
    }
}
