//! Changing a unit from a day on, and closing it.

use axum::extract::Path;
use axum::routing::get;
use axum::{Form, Router};
use maud::html;
use store::VersiUnit;

use app::Tindakan;

use super::{IsiUnit, isian};
use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::konteks::Konteks;
use crate::pages::kelola::{Formulir, dapat_diperbaiki, isi, pilihan_unit};
use crate::tampilan::Isian;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/unit/{unit}/ubah", get(lihat_ubah).post(ubah))
        .route("/kelola/unit/{unit}/tutup", get(lihat_tutup).post(tutup))
}

/// The version recorded last, by which a change is made.
async fn terakhir(k: &Konteks, unit: &str) -> Hasil<VersiUnit> {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    app.wajib_boleh(&pelaku, Tindakan::KelolaUnit, unit).await?;
    let mut riwayat = app.riwayat_unit(&pelaku, unit).await?;
    riwayat.pop().ok_or(Galat::TidakAda)
}

async fn lihat_ubah(k: Konteks, Path(unit): Path<String>) -> Hasil {
    let kini = terakhir(&k, &unit).await?;
    let nilai = IsiUnit {
        induk: kini.induk.clone().unwrap_or_default(),
        nama: kini.nama.clone(),
        tingkat: kini.tingkat.clone(),
        profil: kini.profil.clone().unwrap_or_default(),
        kode: kini.kode.clone().unwrap_or_default(),
        zona: kini.zona.clone().unwrap_or_default(),
        dari: k.portal.app.hari_ini_di(&unit).await?,
        alasan: String::new(),
        versi: kini.versi,
    };
    formulir_ubah(&k, &kini, &nilai, None).await
}

async fn formulir_ubah(
    k: &Konteks,
    kini: &VersiUnit,
    nilai: &IsiUnit,
    galat: Option<&app::Error>,
) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let semua = app
        .pohon_unit(&pelaku, Tindakan::KelolaUnit, &app.hari_ini())
        .await?;
    let batal = format!("/kelola/unit/{}", kini.unit);
    // The parent is a choice only for who keeps it too.
    let dapat_pindah = kini
        .induk
        .as_ref()
        .is_some_and(|induk| semua.iter().any(|satu| satu.unit.unit == *induk));
    let ke = format!("{batal}/ubah");
    let formulir = Formulir {
        judul: &format!("Ubah {}", kini.nama),
        keterangan: "Yang lama tetap tercatat; yang baru berlaku mulai hari yang Anda pilih.",
        ke: &ke,
        tombol: "Simpan perubahan",
        batal: &batal,
        bahaya: false,
    };
    let isian = html! {
        input type="hidden" name="versi" value=(nilai.versi);
        @if dapat_pindah {
            (pilihan_unit("induk", "Di bawah", &semua.into_iter().filter(|satu| satu.unit.unit != kini.unit).collect::<Vec<_>>(), &nilai.induk))
        } @else {
            input type="hidden" name="induk" value=(nilai.induk);
        }
        (isian(k, nilai))
    };
    formulir.halaman(k, "unit", galat, &isian).await
}

async fn ubah(k: Konteks, Path(unit): Path<String>, Form(nilai): Form<IsiUnit>) -> Hasil {
    let kini = terakhir(&k, &unit).await?;
    let versi = VersiUnit {
        versi: nilai.versi,
        dari: nilai.dari.clone(),
        nama: nilai.nama.trim().to_owned(),
        tingkat: nilai.tingkat.clone(),
        profil: isi(&nilai.profil),
        kode: isi(&nilai.kode),
        induk: isi(&nilai.induk),
        zona: isi(&nilai.zona),
        aktif: 1,
        alasan: nilai.alasan.trim().to_owned(),
        ..kini.clone()
    };
    match k.portal.app.ubah_unit(&k.pelaku(), &versi).await {
        Ok(()) => Ok(k.kembali(
            &format!("/kelola/unit/{unit}"),
            "Perubahan unit sudah dicatat.",
        )),
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_ubah(&k, &kini, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}

async fn lihat_tutup(k: Konteks, Path(unit): Path<String>) -> Hasil {
    let kini = terakhir(&k, &unit).await?;
    let nilai = IsiUnit {
        dari: k.portal.app.hari_ini_di(&unit).await?,
        versi: kini.versi,
        ..IsiUnit::default()
    };
    formulir_tutup(&k, &kini, &nilai, None).await
}

async fn formulir_tutup(
    k: &Konteks,
    kini: &VersiUnit,
    nilai: &IsiUnit,
    galat: Option<&app::Error>,
) -> Hasil {
    let batal = format!("/kelola/unit/{}", kini.unit);
    let ke = format!("{batal}/tutup");
    let formulir = Formulir {
        judul: &format!("Tutup {}", kini.nama),
        keterangan: "Data dan riwayat unit tetap ada; unit tidak lagi tampil mulai hari itu.",
        ke: &ke,
        tombol: "Tutup unit",
        batal: &batal,
        bahaya: true,
    };
    let isian = html! {
        input type="hidden" name="versi" value=(nilai.versi);
        (Isian { jenis: "date", bantuan: "Hari pertama unit itu tidak ada lagi.", ..Isian::teks("dari", "Mulai", &nilai.dari) }.tampilkan())
        (Isian { bantuan: "Sebutkan dasarnya, misalnya nomor keputusan.", ..Isian::teks("alasan", "Dasar", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "unit", galat, &isian).await
}

async fn tutup(k: Konteks, Path(unit): Path<String>, Form(nilai): Form<IsiUnit>) -> Hasil {
    let kini = terakhir(&k, &unit).await?;
    let versi = VersiUnit {
        versi: nilai.versi,
        dari: nilai.dari.clone(),
        aktif: 0,
        alasan: nilai.alasan.trim().to_owned(),
        ..kini.clone()
    };
    match k.portal.app.ubah_unit(&k.pelaku(), &versi).await {
        Ok(()) => Ok(k.kembali("/kelola/unit", "Penutupan unit sudah dicatat.")),
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_tutup(&k, &kini, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}
