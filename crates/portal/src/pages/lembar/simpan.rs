//! The whole form of a sheet: what was changed is saved, what another person changed is put to choice, nothing typed is lost.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use app::{HasilIsi, IsianSel, LembarDibuka, TitikSel};

use super::{Alamat, Bentrok, Catatan, alamat, buka, halaman};
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::KonteksTahun;

/// Why the values of a form changed, for the history.
pub(super) const ALASAN: &str = "pengisian";

/// The form as it came.
#[derive(Default)]
struct Isi {
    baris: BTreeMap<usize, String>,
    kolom: BTreeMap<usize, String>,
    /// Row, column, version that was seen, text.
    sel: Vec<(usize, usize, i64, String)>,
    hapus: Option<usize>,
    tambah: bool,
}

fn baca(pasangan: Vec<(String, String)>) -> Isi {
    let mut isi = Isi::default();
    for (nama, teks) in pasangan {
        let bagian: Vec<&str> = nama.split(':').collect();
        match bagian.as_slice() {
            ["baris", i] => {
                if let Ok(i) = i.parse() {
                    isi.baris.insert(i, teks);
                }
            }
            ["kolom", j] => {
                if let Ok(j) = j.parse() {
                    isi.kolom.insert(j, teks);
                }
            }
            ["sel", i, j, versi] => {
                if let (Ok(i), Ok(j), Ok(versi)) = (i.parse(), j.parse(), versi.parse()) {
                    isi.sel.push((i, j, versi, teks.replace("\r\n", "\n")));
                }
            }
            ["hapus"] => isi.hapus = teks.parse().ok(),
            ["tindakan"] => isi.tambah = teks == "tambah",
            _ => {}
        }
    }
    isi
}

pub(super) async fn simpan(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Form(pasangan): Form<Vec<(String, String)>>,
) -> Hasil {
    let isi = baca(pasangan);
    let dibuka = buka(&k, &lembar).await?;
    let (isian, hilang) = berubah(&k, &dibuka, &isi).await?;
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let mut catatan = Catatan::default();
    let mut tersimpan = 0_usize;
    let mut keadaan = StatusCode::CONFLICT;
    if !isian.is_empty() {
        match app.isi_nilai(&pelaku, unit, tahun, &isian, ALASAN).await {
            Ok(hasil) => {
                for (satu, hasil) in isian.iter().zip(hasil) {
                    match hasil {
                        HasilIsi::Tersimpan(_) => tersimpan = tersimpan.saturating_add(1),
                        HasilIsi::Bentrok { kini, versi } => catatan.bentrok.push(Bentrok {
                            baris: satu.titik.baris.clone(),
                            kolom: satu.titik.kolom.clone(),
                            milik: satu.teks.clone(),
                            kini,
                            versi,
                        }),
                    }
                }
            }
            Err(galat) if status(&galat) == StatusCode::SERVICE_UNAVAILABLE => {
                return Err(galat.into());
            }
            Err(galat) => {
                keadaan = status(&galat);
                catatan.galat = Some(kalimat(&galat));
                for satu in &isian {
                    let titik = (satu.titik.baris.clone(), satu.titik.kolom.clone());
                    catatan.ketikan.insert(titik, satu.teks.clone());
                }
            }
        }
    }
    if !hilang.is_empty() {
        catatan.galat = Some(format!(
            "Baris yang Anda isi sudah dihapus orang lain. Pulihkan barisnya di bawah tabel, lalu isi lagi: {}.",
            hilang.join("; ")
        ));
    }
    if catatan.galat.is_some() || !catatan.bentrok.is_empty() {
        let dibuka = buka(&k, &lembar).await?;
        return Ok((keadaan, halaman(&k, &dibuka, &catatan)).into_response());
    }
    let mut pesan = if tersimpan == 0 {
        "Tidak ada sel yang berubah.".to_owned()
    } else {
        format!("{tersimpan} sel disimpan.")
    };
    let mut ekor = String::new();
    if let Some(baris) = isi.hapus.and_then(|i| isi.baris.get(&i)) {
        app.hapus_baris(&pelaku, unit, tahun, &lembar, baris)
            .await?;
        pesan = "Baris dihapus. Baris itu dapat dipulihkan di bawah tabel.".to_owned();
    } else if isi.tambah {
        app.tambah_baris(&pelaku, unit, tahun, &lembar, &[Vec::new()], ALASAN)
            .await?;
        pesan = "Baris baru ada di akhir tabel.".to_owned();
        ekor = format!("#sel-{}-0", dibuka.isi.baris.len());
    }
    Ok(k.kembali(&format!("{}{ekor}", alamat(&k, &lembar, "")), &pesan))
}

/// The cells that this person changed, and those of rows that are gone.
///
/// A field that says what its cell said when it was seen was not touched, whatever the cell says by now.
async fn berubah(
    k: &KonteksTahun,
    dibuka: &LembarDibuka,
    isi: &Isi,
) -> Hasil<(Vec<IsianSel>, Vec<String>)> {
    let lembar = &dibuka.keterangan.nama;
    let mut daftar = Vec::new();
    let mut hilang = Vec::new();
    for (i, j, versi, teks) in &isi.sel {
        let (Some(baris), Some(kolom)) = (isi.baris.get(i), isi.kolom.get(j)) else {
            continue;
        };
        let titik = TitikSel {
            lembar: lembar.clone(),
            baris: baris.clone(),
            kolom: kolom.clone(),
        };
        let ada = dibuka.isi.baris.iter().find(|satu| satu.id == *baris);
        let Some(kini) = ada.or_else(|| dibuka.terhapus.iter().find(|satu| satu.id == *baris))
        else {
            continue;
        };
        if kini.teks(kolom).trim() == teks.trim() {
            continue;
        }
        if kini.versi(kolom) != *versi {
            let (riwayat, _) = k
                .konteks
                .portal
                .app
                .riwayat_nilai(&k.pelaku(), k.unit(), k.tahun(), &titik)
                .await?;
            let dilihat = riwayat
                .iter()
                .find(|satu| satu.versi == *versi)
                .map_or("", |satu| satu.menjadi.as_str());
            if dilihat.trim() == teks.trim() {
                continue;
            }
        }
        if ada.is_none() {
            hilang.push(format!("{kolom} \"{teks}\""));
            continue;
        }
        daftar.push(IsianSel {
            titik,
            teks: teks.clone(),
            versi: *versi,
        });
    }
    Ok((daftar, hilang))
}
