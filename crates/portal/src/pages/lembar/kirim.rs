//! Cells that a script sends as they are typed: saved or told to clash, and what the reader says of the sheet now.

use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use app::{HasilIsi, IsianSel, TitikSel};

use super::simpan::ALASAN;
use super::{Alamat, buka, daftar_salah, kalimat as kalimat_pesan, ringkasan};
use crate::galat::{kalimat, status};
use crate::konteks::KonteksTahun;

#[derive(Deserialize)]
pub(super) struct Kiriman {
    sel: Vec<SelKiriman>,
}

#[derive(Deserialize)]
struct SelKiriman {
    baris: String,
    kolom: String,
    teks: String,
    versi: i64,
}

#[derive(Serialize)]
struct Balasan {
    sel: Vec<SelBalasan>,
    salah: Vec<SalahSel>,
    /// The list of what is wrong, as the page shows it.
    daftar: String,
    /// What follows from the sheet, as the page shows it.
    ringkasan: String,
}

#[derive(Serialize)]
struct SelBalasan {
    baris: String,
    kolom: String,
    tersimpan: bool,
    versi: i64,
    /// What the cell says now, where it says something else than was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    kini: Option<String>,
}

#[derive(Serialize)]
struct SalahSel {
    baris: String,
    kolom: String,
    pesan: String,
}

#[derive(Serialize)]
pub(super) struct Kegagalan {
    pesan: String,
}

/// Why a request of a script did not happen.
pub(super) fn gagal(galat: &app::Error) -> Response {
    let isi = Json(Kegagalan {
        pesan: kalimat(galat),
    });
    (status(galat), isi).into_response()
}

pub(super) async fn kirim(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Json(kiriman): Json<Kiriman>,
) -> Response {
    let isian: Vec<IsianSel> = kiriman
        .sel
        .into_iter()
        .map(|satu| IsianSel {
            titik: TitikSel {
                lembar: lembar.clone(),
                baris: satu.baris,
                kolom: satu.kolom,
            },
            teks: satu.teks,
            versi: satu.versi,
        })
        .collect();
    let app = &k.konteks.portal.app;
    let hasil = match app
        .isi_nilai(&k.pelaku(), k.unit(), k.tahun(), &isian, ALASAN)
        .await
    {
        Ok(hasil) => hasil,
        Err(galat) => return gagal(&galat),
    };
    let dibuka = match buka(&k, &lembar).await {
        Ok(dibuka) => dibuka,
        Err(galat) => return galat.into_response(),
    };
    let sel = isian
        .iter()
        .zip(hasil)
        .map(|(satu, hasil)| {
            let (tersimpan, versi, kini) = match hasil {
                HasilIsi::Tersimpan(versi) => (true, versi, None),
                HasilIsi::Bentrok { kini, versi } => (false, versi, Some(kini)),
            };
            SelBalasan {
                baris: satu.titik.baris.clone(),
                kolom: satu.titik.kolom.clone(),
                tersimpan,
                versi,
                kini,
            }
        })
        .collect();
    let salah = dibuka.dibaca.kesalahan_lembar(&lembar);
    Json(Balasan {
        sel,
        daftar: daftar_salah(&salah, &dibuka.isi).into_string(),
        ringkasan: ringkasan(&k, &dibuka).into_string(),
        salah: salah
            .into_iter()
            .filter_map(|satu| {
                Some(SalahSel {
                    baris: satu.baris?,
                    kolom: satu.kolom,
                    pesan: format!(
                        "{} {}",
                        kalimat_pesan(&satu.pesan),
                        kalimat_pesan(&satu.perbaikan)
                    ),
                })
            })
            .collect(),
    })
    .into_response()
}
