//! Accounts: the list, a new one, and one account with what can be done to it.

mod lihat;
mod tindakan;

use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use store::Orang;

use app::{HakBaru, OrangBaru, Peran, Tindakan, sandi_acak};

use super::{Formulir, dapat_diperbaiki, ganti_unit, halaman, isi, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::{Hasil, kalimat};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, judul, kosong, kotak_tabel, pilihan};

/// Most accounts that one page lists; the search finds the others.
const TERBANYAK: usize = 100;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/orang", get(daftar))
        .route("/kelola/orang/baru", get(lihat_baru).post(simpan_baru))
        .merge(lihat::routes())
        .merge(tindakan::routes())
}

/// Which accounts are looked for.
#[derive(Deserialize, Default)]
struct Cari {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    tutup: String,
}

async fn daftar(k: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let (unit, semua) = unit_kerja(&k, Tindakan::KelolaOrang, &cari.unit).await?;
    let kata = cari.cari.trim().to_lowercase();
    let orang = k.portal.app.daftar_orang(&k.pelaku(), &unit.unit).await?;
    let cocok: Vec<_> = orang
        .iter()
        .filter(|satu| (satu.aktif == 1) != (cari.tutup == "ya"))
        .filter(|satu| {
            let nip = satu.nip.as_deref().unwrap_or_default();
            [satu.nama.as_str(), &satu.nama_pengguna, nip]
                .iter()
                .any(|teks| teks.to_lowercase().contains(&kata))
        })
        .collect();
    let isi = html! {
        (judul("Orang", "Akun yang dapat masuk. Perannya diatur di bagian Hak.", &html! {
            a.tombol.utama href=(format!("/kelola/orang/baru?unit={}", unit.unit)) { "Akun baru" }
        }))
        (ganti_unit("/kelola/orang", &semua, &unit.unit))
        form.cari method="get" action="/kelola/orang" role="search" {
            input type="hidden" name="unit" value=(unit.unit);
            label for="cari" { "Nama, nama pengguna, atau NIP" }
            input #cari type="search" name="cari" value=(cari.cari);
            label.sebaris { input type="checkbox" name="tutup" value="ya" checked[cari.tutup == "ya"]; "Yang ditutup" }
            button.tombol type="submit" { "Cari" }
        }
        @if cocok.is_empty() {
            (kosong("Tidak ada akun yang cocok.", &html! {}))
        } @else {
            (tabel(&cocok, &unit.unit))
            @if cocok.len() > TERBANYAK { p.redup { "Ditampilkan " (TERBANYAK) " dari " (cocok.len()) " akun; gunakan pencarian." } }
        }
    };
    halaman(&k, "Orang", "orang", &isi).await
}

fn tabel(orang: &[&Orang], unit: &str) -> Markup {
    kotak_tabel(
        "Akun",
        &html! {
            table {
                thead { tr { th scope="col" { "Nama" } th scope="col" { "Nama pengguna" } th scope="col" { "NIP" } th scope="col" { "Keadaan" } } }
                tbody { @for satu in orang.iter().take(TERBANYAK) {
                    tr {
                        th scope="row" { a href=(format!("/kelola/orang/{}?unit={unit}", satu.id)) { (satu.nama) } }
                        td { (satu.nama_pengguna) }
                        td { (satu.nip.as_deref().unwrap_or("–")) }
                        td { (keadaan(satu)) }
                    }
                } }
            }
        },
    )
}

/// What there is to know of an account at a glance.
fn keadaan(orang: &Orang) -> Markup {
    html! {
        @if orang.aktif == 0 { span.tanda.kurang { "ditutup" } }
        @else if orang.ganti_sandi == 1 { span.tanda.sedang { "belum mengganti kata sandi pertama" } }
        @else { span.tanda.baik { "aktif" } }
        @if orang.totp.is_some() { " " span.tanda { "faktor kedua" } }
    }
}

#[derive(Deserialize, Default)]
struct IsiOrang {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    nama_pengguna: String,
    #[serde(default)]
    nip: String,
    #[serde(default)]
    peran: String,
    #[serde(default)]
    alasan: String,
}

/// The roles as choices.
pub(super) fn daftar_peran() -> Vec<(String, String)> {
    Peran::SEMUA
        .iter()
        .map(|peran| (peran.kata().to_owned(), peran.sebutan().to_owned()))
        .collect()
}

async fn lihat_baru(k: Konteks, Query(nilai): Query<IsiOrang>) -> Hasil {
    formulir(&k, &nilai, None).await
}

async fn formulir(k: &Konteks, nilai: &IsiOrang, galat: Option<&app::Error>) -> Hasil {
    let (unit, semua) = unit_kerja(k, Tindakan::KelolaOrang, &nilai.unit).await?;
    let mut peran = vec![(String::new(), "Belum ada".to_owned())];
    peran.extend(daftar_peran());
    let formulir = Formulir {
        judul: "Akun baru",
        keterangan: "Kata sandi pertama dibuat oleh program dan ditampilkan satu kali; pemiliknya menggantinya saat masuk.",
        ke: "/kelola/orang/baru",
        tombol: "Buat akun",
        batal: &format!("/kelola/orang?unit={}", unit.unit),
        bahaya: false,
    };
    let isian = html! {
        fieldset {
            legend { "Orang" }
            (Isian::teks("nama", "Nama lengkap dengan gelar", &nilai.nama).tampilkan())
            (Isian { bantuan: "3 sampai 64 huruf kecil, angka, titik, atau tanda hubung. Tidak dapat diubah.", ..Isian::teks("nama_pengguna", "Nama pengguna", &nilai.nama_pengguna) }.tampilkan())
            (Isian { wajib: false, ..Isian::teks("nip", "NIP", &nilai.nip) }.tampilkan())
        }
        fieldset {
            legend { "Peran pertama" }
            (pilihan_unit("unit", "Unit", &semua, &unit.unit))
            (pilihan("peran", "Peran", &peran, &nilai.peran))
            (Isian { wajib: false, bantuan: "Wajib bila peran dipilih, misalnya nomor surat tugas.", ..Isian::teks("alasan", "Dasar", &nilai.alasan) }.tampilkan())
        }
    };
    formulir.halaman(k, "orang", galat, &isian).await
}

async fn simpan_baru(k: Konteks, Form(nilai): Form<IsiOrang>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let peran = Peran::dari_kata(&nilai.peran);
    if peran.is_some() && nilai.alasan.trim().is_empty() {
        let galat =
            app::Error::Isian("dasar peran belum diisi, misalnya nomor surat tugas".to_owned());
        return formulir(&k, &nilai, Some(&galat)).await;
    }
    let sandi = sandi_acak()?;
    let baru = OrangBaru {
        nama_pengguna: nilai.nama_pengguna.clone(),
        nama: nilai.nama.clone(),
        nip: isi(&nilai.nip),
        sandi: sandi.clone(),
    };
    let id = match app.buat_orang(&pelaku, &nilai.unit, &baru).await {
        Ok(id) => id,
        Err(galat) if dapat_diperbaiki(&galat) => {
            return formulir(&k, &nilai, Some(&galat)).await;
        }
        Err(lain) => return Err(lain.into()),
    };
    let mut catatan = None;
    if let Some(peran) = peran {
        let hak = HakBaru {
            orang: id.clone(),
            unit: nilai.unit.clone(),
            peran,
            tolak: false,
            dari: None,
            sampai: None,
            alasan: nilai.alasan.clone(),
        };
        // The account is there; a refused grant is told beside its password.
        catatan = app
            .beri_hak(&pelaku, &hak)
            .await
            .err()
            .map(|galat| format!("Peran belum diberikan. {}", kalimat(&galat)));
    }
    sandi_sekali(
        &k,
        &nilai.unit,
        &id,
        (nilai.nama.trim(), nilai.nama_pengguna.trim()),
        &sandi,
        catatan.as_deref(),
    )
    .await
}

/// The page that shows a password of the program, once: it is kept nowhere. `siapa` is name and login name.
async fn sandi_sekali(
    k: &Konteks,
    unit: &str,
    id: &str,
    siapa: (&str, &str),
    sandi: &str,
    catatan: Option<&str>,
) -> Hasil<Response> {
    let isi = html! {
        (judul("Kata sandi pertama", "Hanya ditampilkan satu kali ini.", &html! {}))
        @if let Some(catatan) = catatan { div.pesan.ingat role="status" { (catatan) } }
        div.kartu {
            dl.pasangan {
                dt { "Nama" } dd { (siapa.0) }
                dt { "Nama pengguna" } dd { code { (siapa.1.to_lowercase()) } }
                dt { "Kata sandi pertama" } dd { code.besar { (sandi) } }
            }
            p { "Sampaikan langsung kepada pemiliknya, jangan lewat grup percakapan. Kata sandi ini wajib diganti saat masuk pertama." }
        }
        p.deretan {
            a.tombol.utama href=(format!("/kelola/orang/{id}?unit={unit}")) { "Lihat akun" }
            a.tombol href=(format!("/kelola/orang?unit={unit}")) { "Kembali ke daftar" }
        }
    };
    halaman(k, "Kata sandi pertama", "orang", &isi).await
}
