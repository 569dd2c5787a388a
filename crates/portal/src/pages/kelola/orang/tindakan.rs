//! What is done to an account: mending the name, closing it, a new first password, a lost second factor.

use axum::extract::{Path, Query};
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::html;
use serde::Deserialize;

use app::sandi_acak;

use super::{Cari, sandi_sekali};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::pages::kelola::{Formulir, dapat_diperbaiki};
use crate::tampilan::Isian;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/orang/{id}/ubah", get(lihat_ubah).post(ubah))
        .route("/kelola/orang/{id}/sandi", get(lihat_sandi).post(sandi))
        .route("/kelola/orang/{id}/kedua", get(lihat_kedua).post(kedua))
        .route("/kelola/orang/{id}/keadaan", post(keadaan))
}

fn alamat(id: &str, unit: &str) -> String {
    format!("/kelola/orang/{id}?unit={unit}")
}

#[derive(Deserialize)]
struct IsiUbah {
    nama: String,
    #[serde(default)]
    nip: String,
    versi: i64,
}

async fn lihat_ubah(k: Konteks, Path(id): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    let (orang, _) = k
        .portal
        .app
        .lihat_orang(&k.pelaku(), &cari.unit, &id)
        .await?;
    let nilai = IsiUbah {
        nama: orang.nama,
        nip: orang.nip.unwrap_or_default(),
        versi: orang.versi,
    };
    formulir_ubah(&k, &id, &cari.unit, &nilai, None).await
}

async fn formulir_ubah(
    k: &Konteks,
    id: &str,
    unit: &str,
    nilai: &IsiUbah,
    galat: Option<&app::Error>,
) -> Hasil {
    let formulir = Formulir {
        judul: "Perbaiki nama atau NIP",
        keterangan: "",
        ke: &format!("/kelola/orang/{id}/ubah?unit={unit}"),
        tombol: "Simpan",
        batal: &alamat(id, unit),
        bahaya: false,
    };
    let isian = html! {
        input type="hidden" name="versi" value=(nilai.versi);
        (Isian::teks("nama", "Nama lengkap dengan gelar", &nilai.nama).tampilkan())
        (Isian { wajib: false, ..Isian::teks("nip", "NIP", &nilai.nip) }.tampilkan())
    };
    formulir.halaman(k, "orang", galat, &isian).await
}

async fn ubah(
    k: Konteks,
    Path(id): Path<String>,
    Query(cari): Query<Cari>,
    Form(nilai): Form<IsiUbah>,
) -> Hasil {
    let hasil = k
        .portal
        .app
        .ubah_orang(
            &k.pelaku(),
            &cari.unit,
            &id,
            &nilai.nama,
            Some(&nilai.nip),
            nilai.versi,
        )
        .await;
    match hasil {
        Ok(()) => Ok(k.kembali(&alamat(&id, &cari.unit), "Akun sudah diperbaiki.")),
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_ubah(&k, &id, &cari.unit, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}

#[derive(Deserialize)]
struct IsiKeadaan {
    aktif: String,
}

async fn keadaan(
    k: Konteks,
    Path(id): Path<String>,
    Query(cari): Query<Cari>,
    Form(nilai): Form<IsiKeadaan>,
) -> Hasil {
    let aktif = nilai.aktif == "1";
    k.portal
        .app
        .atur_akun(&k.pelaku(), &cari.unit, &id, aktif)
        .await?;
    let pesan = if aktif {
        "Akun sudah dibuka kembali."
    } else {
        "Akun sudah ditutup dan sesinya diakhiri."
    };
    Ok(k.kembali(&alamat(&id, &cari.unit), pesan))
}

async fn lihat_sandi(k: Konteks, Path(id): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    formulir_sandi(&k, &id, &cari.unit, None).await
}

async fn formulir_sandi(k: &Konteks, id: &str, unit: &str, galat: Option<&app::Error>) -> Hasil {
    let (orang, _) = k.portal.app.lihat_orang(&k.pelaku(), unit, id).await?;
    let formulir = Formulir {
        judul: "Setel ulang kata sandi",
        keterangan: "Program membuat kata sandi baru yang ditampilkan satu kali. Semua sesi orang ini berakhir, dan kata sandinya wajib diganti saat masuk.",
        ke: &format!("/kelola/orang/{id}/sandi?unit={unit}"),
        tombol: "Setel ulang",
        batal: &alamat(id, unit),
        bahaya: true,
    };
    let isian = html! {
        p { "Akun: " strong { (orang.nama) } " (" (orang.nama_pengguna) "). Pastikan dahulu bahwa yang meminta memang pemiliknya." }
    };
    formulir.halaman(k, "orang", galat, &isian).await
}

async fn sandi(k: Konteks, Path(id): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let (orang, _) = app.lihat_orang(&pelaku, &cari.unit, &id).await?;
    let baru = sandi_acak()?;
    match app.setel_ulang_sandi(&pelaku, &cari.unit, &id, &baru).await {
        Ok(()) => {
            let siapa = (orang.nama.as_str(), orang.nama_pengguna.as_str());
            sandi_sekali(&k, &cari.unit, &id, siapa, &baru, None).await
        }
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_sandi(&k, &id, &cari.unit, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}

#[derive(Deserialize, Default)]
struct IsiKedua {
    #[serde(default)]
    alasan: String,
}

async fn lihat_kedua(k: Konteks, Path(id): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    formulir_kedua(&k, &id, &cari.unit, &IsiKedua::default(), None).await
}

async fn formulir_kedua(
    k: &Konteks,
    id: &str,
    unit: &str,
    nilai: &IsiKedua,
    galat: Option<&app::Error>,
) -> Hasil {
    let (orang, _) = k.portal.app.lihat_orang(&k.pelaku(), unit, id).await?;
    let formulir = Formulir {
        judul: "Matikan faktor kedua",
        keterangan: "Untuk orang yang kehilangan ponselnya. Sesudahnya akun terbuka dengan kata sandi saja sampai pemiliknya memasang faktor kedua lagi.",
        ke: &format!("/kelola/orang/{id}/kedua?unit={unit}"),
        tombol: "Matikan faktor kedua",
        batal: &alamat(id, unit),
        bahaya: true,
    };
    let isian = html! {
        p { "Akun: " strong { (orang.nama) } " (" (orang.nama_pengguna) ")." }
        (Isian { bantuan: "Sebutkan pula cara Anda memastikan pemiliknya. Dicatat di jejak audit; jangan tulis nama orang.", ..Isian::teks("alasan", "Alasan", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "orang", galat, &isian).await
}

async fn kedua(
    k: Konteks,
    Path(id): Path<String>,
    Query(cari): Query<Cari>,
    Form(nilai): Form<IsiKedua>,
) -> Hasil {
    let hasil = k
        .portal
        .app
        .matikan_faktor_kedua(&k.pelaku(), &cari.unit, &id, &nilai.alasan)
        .await;
    match hasil {
        Ok(()) => Ok(k.kembali(&alamat(&id, &cari.unit), "Faktor kedua sudah dimatikan.")),
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_kedua(&k, &id, &cari.unit, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}
