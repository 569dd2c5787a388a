//! Survey instruments.

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Table;

use super::Masalahan;
use super::teks::{self, Angka};
use crate::Status;
use crate::profil::{Instrumen, Kelompok, Unsur};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiInstrumen {
    nama: String,
    singkatan: String,
    dasar: String,
    regulasi: Option<String>,
    status: Status,
    skala_min: Angka,
    skala_maks: Angka,
    #[serde(default)]
    responden_internal: bool,
    minimum_responden: Option<u32>,
    ketentuan_minimum: Option<String>,
    pita: Option<String>,
    faktor_pita: Option<String>,
    #[serde(default)]
    kelompok: Vec<IsiKelompok>,
    #[serde(default)]
    unsur: Vec<IsiUnsur>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiKelompok {
    kode: String,
    nama: String,
    unsur: Vec<IsiUnsur>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiUnsur {
    kode: String,
    nama: String,
    #[serde(default)]
    alias: Vec<String>,
    bobot: Option<Angka>,
}

impl IsiUnsur {
    fn jadi(self) -> Unsur {
        Unsur {
            kode: self.kode,
            nama: self.nama,
            alias: self.alias,
            bobot: self.bobot.map(|b| b.0),
        }
    }
}

pub(super) fn instrumen(
    berkas: &str,
    nama: &str,
    tabel: Table,
    masalah: &mut Masalahan,
) -> Option<Instrumen> {
    let isi: IsiInstrumen = teks::satu(berkas, tabel, masalah)?;
    let jadi = |unsur: Vec<IsiUnsur>| unsur.into_iter().map(IsiUnsur::jadi).collect();
    let kelompok: Vec<Kelompok> = match (isi.kelompok.is_empty(), isi.unsur.is_empty()) {
        (true, false) => vec![Kelompok {
            kode: String::new(),
            nama: String::new(),
            unsur: jadi(isi.unsur),
        }],
        (false, true) => isi
            .kelompok
            .into_iter()
            .map(|k| Kelompok {
                kode: k.kode,
                nama: k.nama,
                unsur: jadi(k.unsur),
            })
            .collect(),
        _ => {
            masalah.catat(
                berkas,
                "instrumen berisi tepat satu dari [[unsur]] atau [[kelompok]]",
            );
            return None;
        }
    };
    let instrumen = Instrumen {
        id: nama.trim_end_matches(".toml").to_owned(),
        nama: isi.nama,
        singkatan: isi.singkatan,
        dasar: isi.dasar,
        regulasi: isi.regulasi,
        status: isi.status,
        skala_min: isi.skala_min.0,
        skala_maks: isi.skala_maks.0,
        kelompok,
        minimum_responden: isi.minimum_responden,
        ketentuan_minimum: isi.ketentuan_minimum,
        responden_internal: isi.responden_internal,
        pita: isi.pita,
        faktor_pita: isi.faktor_pita,
    };
    periksa(berkas, &instrumen, masalah);
    Some(instrumen)
}

fn periksa(berkas: &str, instrumen: &Instrumen, masalah: &mut Masalahan) {
    let unsur: Vec<&Unsur> = instrumen.kelompok.iter().flat_map(|k| &k.unsur).collect();
    let bobot: Vec<Decimal> = unsur.iter().filter_map(|u| u.bobot).collect();
    if !bobot.is_empty() && bobot.len() != unsur.len() {
        masalah.catat(berkas, "sebagian unsur berbobot dan sebagian tidak; beri bobot pada semua unsur atau tidak satu pun");
    }
    let jumlah: Decimal = bobot.iter().sum();
    if !bobot.is_empty() && jumlah != Decimal::ONE_HUNDRED {
        masalah.catat(
            berkas,
            format!("jumlah bobot unsur {jumlah}, seharusnya 100"),
        );
    }
    if instrumen.skala_min >= instrumen.skala_maks {
        masalah.catat(
            berkas,
            "`skala_min` harus lebih rendah daripada `skala_maks`",
        );
    }
    if instrumen.pita.is_some() != instrumen.faktor_pita.is_some() {
        masalah.catat(
            berkas,
            "`pita` dan `faktor_pita` diisi berdua atau tidak sama sekali",
        );
    }
    for (urutan, satu) in unsur.iter().enumerate() {
        let sama = |lain: &&&Unsur| {
            lain.kode == satu.kode
                || sebutan(lain).any(|a| sebutan(satu).any(|b| a.eq_ignore_ascii_case(b)))
        };
        if let Some(lain) = unsur.iter().take(urutan).find(sama) {
            masalah.catat(
                berkas,
                format!(
                    "unsur \"{}\" dan \"{}\" tidak dapat dibedakan (kode, nama atau alias sama)",
                    lain.nama, satu.nama
                ),
            );
        }
    }
}

fn sebutan(unsur: &Unsur) -> impl Iterator<Item = &str> {
    std::iter::once(unsur.nama.as_str()).chain(unsur.alias.iter().map(String::as_str))
}
