//! A table from another program: the upload.

use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use app::{KeteranganLembar, Unggahan};

use super::{Alamat, alamat, buka, menu};
use crate::galat::{Hasil, kalimat, rincian, status};
use crate::konteks::KonteksTahun;
use crate::tampilan::{judul, pesan_galat};

pub(super) async fn lihat(k: KonteksTahun, Path((_, _, lembar)): Alamat) -> Hasil {
    let dibuka = buka(&k, &lembar).await?;
    Ok(halaman(
        &k,
        &dibuka.keterangan,
        dibuka.terkunci.as_deref(),
        None,
    ))
}

fn halaman(
    k: &KonteksTahun,
    keterangan: &KeteranganLembar,
    terkunci: Option<&str>,
    galat: Option<&app::Error>,
) -> Response {
    let kembali =
        html! { a.tombol href=(alamat(k, &keterangan.nama, "")) { "Ke " (keterangan.judul) } };
    let nama = format!("Impor ke {}", keterangan.judul);
    let isi = html! {
        (judul(&nama, "Berkas dari aplikasi lain dibaca, kolomnya dipasangkan, perubahannya dilihat dahulu, baru disimpan.", &kembali))
        @if let Some(sebab) = terkunci {
            div.pesan.ingat { (super::kalimat(sebab)) }
        } @else {
            (pesan_galat(galat.map(kalimat).as_deref()))
            @if let Some(galat) = galat { (rincian(galat)) }
            form.sempit method="post" enctype="multipart/form-data" action=(alamat(k, &keterangan.nama, "/impor")) {
                div.isian {
                    label for="isian-berkas" { "Berkas CSV atau Excel (.xlsx)" }
                    input #isian-berkas type="file" name="berkas" accept=".csv,.xlsx,.txt,text/csv" required aria-describedby="isian-berkas-bantuan";
                    p.bantuan #isian-berkas-bantuan { "Paling besar 8 MB untuk CSV dan 32 MB untuk Excel. Berkas berisi rumus atau makro tidak diterima: salin dahulu sebagai nilai." }
                }
                button.tombol.utama type="submit" { "Baca berkas" }
            }
            (ketentuan())
        }
    };
    k.halaman(&nama, menu(keterangan.bagian), &isi)
}

fn ketentuan() -> Markup {
    html! {
        ul.redup {
            li { "Tidak ada yang tersimpan sebelum Anda menyetujui pratinjaunya." }
            li { "Sel kosong pada berkas tidak menghapus isi yang ada; tidak ada baris yang dihapus." }
            li { "Pasangan kolom diingat untuk berkas berikutnya." }
        }
    }
}

/// The file of a form with one file, with its name.
pub(crate) async fn ambil_berkas(
    mut isi: Multipart,
) -> Result<(Vec<(String, String)>, Vec<Unggahan>), app::Error> {
    let salah = |galat: MultipartError| {
        app::Error::Isian(
            if galat.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
                "berkas terlalu besar".to_owned()
            } else {
                "unggahan terputus atau rusak; unggah lagi".to_owned()
            },
        )
    };
    let mut medan = Vec::new();
    let mut berkas = Vec::new();
    while let Some(satu) = isi.next_field().await.map_err(salah)? {
        let nama = satu.name().unwrap_or_default().to_owned();
        match satu.file_name().map(str::to_owned) {
            Some(nama_berkas) => {
                let isi = satu.bytes().await.map_err(salah)?;
                if !nama_berkas.is_empty() || !isi.is_empty() {
                    berkas.push(Unggahan {
                        nama: nama_berkas,
                        isi: isi.to_vec(),
                    });
                }
            }
            None => medan.push((nama, satu.text().await.map_err(salah)?)),
        }
    }
    if berkas.is_empty() {
        return Err(app::Error::Isian("pilih berkasnya dahulu".to_owned()));
    }
    Ok((medan, berkas))
}

pub(super) async fn unggah(k: KonteksTahun, Path((_, _, lembar)): Alamat, isi: Multipart) -> Hasil {
    let app = &k.konteks.portal.app;
    let hasil = match ambil_berkas(isi).await {
        Ok((_, berkas)) => match berkas.first() {
            Some(berkas) => {
                app.unggah_tabel(&k.pelaku(), k.unit(), k.tahun(), &lembar, berkas)
                    .await
            }
            None => Err(app::Error::Isian("pilih berkasnya dahulu".to_owned())),
        },
        Err(galat) => Err(galat),
    };
    match hasil {
        Ok(id) => Ok(Redirect::to(&k.alamat(&format!("impor/{id}"))).into_response()),
        Err(galat @ (app::Error::Isian(_) | app::Error::Paket(_))) => {
            let dibuka = buka(&k, &lembar).await?;
            let halaman = halaman(&k, &dibuka.keterangan, None, Some(&galat));
            Ok((status(&galat), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}
