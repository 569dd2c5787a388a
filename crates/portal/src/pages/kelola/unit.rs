//! Units: the tree of a day, a new unit, one unit with its versions, changing and closing it.

mod lihat;
mod ubah;

pub(super) use lihat::sifat;

use axum::extract::Query;
use axum::routing::get;
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use store::VersiUnit;

use app::{Tindakan, UnitBaru, UnitPohon};

use super::jelaskan::awal_besar;
use super::{Formulir, dapat_diperbaiki, halaman, isi, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::{Hasil, kalimat};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, judul, kosong, pesan_galat, pilihan};

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/unit", get(daftar))
        .route("/kelola/unit/baru", get(lihat_baru).post(simpan_baru))
        .merge(lihat::routes())
        .merge(ubah::routes())
}

#[derive(Deserialize, Default)]
struct Pada {
    #[serde(default)]
    hari: String,
}

async fn daftar(k: Konteks, Query(pada): Query<Pada>) -> Hasil {
    let (kini, semua) = unit_kerja(&k, Tindakan::KelolaUnit, "").await?;
    let hari_ini = k.portal.app.hari_ini_di(&kini.unit).await?;
    let hari = isi(&pada.hari).unwrap_or_else(|| hari_ini.clone());
    let (pohon, galat) = if hari == hari_ini {
        (semua, None)
    } else {
        let pelaku = k.pelaku();
        match k
            .portal
            .app
            .pohon_unit(&pelaku, Tindakan::KelolaUnit, &hari)
            .await
        {
            Ok(pohon) => (pohon, None),
            Err(galat @ app::Error::Isian(_)) => (semua, Some(kalimat(&galat))),
            Err(lain) => return Err(lain.into()),
        }
    };
    let isi = html! {
        (judul("Unit dan pejabat", "Unit yang Anda kelola, seperti adanya pada tanggal yang dipilih.", &html! {
            a.tombol.utama href="/kelola/unit/baru" { "Unit baru" }
        }))
        (pesan_galat(galat.as_deref()))
        form.cari method="get" action="/kelola/unit" {
            label for="hari" { "Keadaan pada tanggal" }
            input.tanggal #hari type="date" name="hari" value=(hari);
            button.tombol type="submit" { "Tampilkan" }
        }
        @if pohon.is_empty() {
            (kosong("Tidak ada unit pada tanggal itu.", &html! { p { a.tombol href="/kelola/unit" { "Lihat hari ini" } } }))
        } @else {
            div.kartu { (cabang(&pohon)) }
        }
    };
    halaman(&k, "Unit dan pejabat", "unit", &isi).await
}

/// Units as nested lists: each with the ones below it.
fn cabang(pohon: &[UnitPohon]) -> Markup {
    let atas = pohon.first().map_or(0, |satu| satu.dalam);
    let awal: Vec<usize> = pohon
        .iter()
        .enumerate()
        .filter(|(_, satu)| satu.dalam <= atas)
        .map(|(nomor, _)| nomor)
        .chain([pohon.len()])
        .collect();
    html! {
        ul.pohon-unit {
            @for dua in awal.windows(2) {
                @if let [mulai, akhir] = dua {
                    @if let Some(satu) = pohon.get(*mulai) {
                        @let bawah = pohon.get(mulai + 1..*akhir).unwrap_or_default();
                        li {
                            a href=(format!("/kelola/unit/{}", satu.unit.unit)) { (satu.unit.nama) }
                            " " span.redup { (sebutan_tingkat(&satu.unit.tingkat)) @if let Some(kode) = &satu.unit.kode { " · " (kode) } }
                            @if !bawah.is_empty() { (cabang(bawah)) }
                        }
                    }
                }
            }
        }
    }
}

/// A level in words.
pub(crate) fn sebutan_tingkat(kata: &str) -> String {
    awal_besar(&kata.replace('-', " "))
}

/// What a form about a unit asks for.
#[derive(Deserialize, Default, Clone)]
pub(super) struct IsiUnit {
    #[serde(default)]
    induk: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    tingkat: String,
    #[serde(default)]
    profil: String,
    #[serde(default)]
    kode: String,
    #[serde(default)]
    zona: String,
    #[serde(default)]
    dari: String,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    versi: i64,
}

/// The fields that a new and a changed unit have in common.
fn isian(k: &Konteks, nilai: &IsiUnit) -> Markup {
    let hukum = &k.portal.app.hukum;
    let tingkat: Vec<_> = VersiUnit::TINGKAT
        .iter()
        .map(|kata| ((*kata).to_owned(), sebutan_tingkat(kata)))
        .collect();
    let mut profil = vec![(String::new(), "Tidak melapor sendiri".to_owned())];
    profil.extend(
        hukum
            .profil
            .iter()
            .map(|satu| (satu.id.clone(), satu.nama.clone())),
    );
    let mut zona = vec![(
        String::new(),
        format!(
            "Ikuti unit di atasnya; tanpa itu {}",
            k.portal.app.zona_bawaan().kata
        ),
    )];
    zona.extend(
        k.portal
            .app
            .daftar_zona()
            .into_iter()
            .map(|satu| (satu.kata.clone(), format!("{} ({})", satu.nama, satu.kata))),
    );
    html! {
        (Isian { bantuan: "Nama resmi, seperti pada surat dinas.", ..Isian::teks("nama", "Nama unit", &nilai.nama) }.tampilkan())
        (pilihan("tingkat", "Tingkat", &tingkat, &nilai.tingkat))
        (pilihan("profil", "Jenis kantor", &profil, &nilai.profil))
        (Isian { wajib: false, ..Isian::teks("kode", "Kode satuan kerja", &nilai.kode) }.tampilkan())
        (pilihan("zona", "Wilayah waktu", &zona, &nilai.zona))
        (Isian { jenis: "date", bantuan: "Hari pertama berlakunya.", ..Isian::teks("dari", "Mulai", &nilai.dari) }.tampilkan())
        (Isian { bantuan: "Sebutkan dasarnya, misalnya nomor keputusan.", ..Isian::teks("alasan", "Dasar", &nilai.alasan) }.tampilkan())
    }
}

async fn lihat_baru(k: Konteks, Query(nilai): Query<IsiUnit>) -> Hasil {
    let (induk, _) = unit_kerja(&k, Tindakan::KelolaUnit, &nilai.induk).await?;
    let nilai = IsiUnit {
        dari: k.portal.app.hari_ini_di(&induk.unit).await?,
        induk: induk.unit,
        tingkat: VersiUnit::TINGKAT
            .iter()
            .skip_while(|tingkat| **tingkat != induk.tingkat)
            .nth(1)
            .map_or(induk.tingkat, |tingkat| (*tingkat).to_owned()),
        ..nilai
    };
    formulir_baru(&k, &nilai, None).await
}

async fn formulir_baru(k: &Konteks, nilai: &IsiUnit, galat: Option<&app::Error>) -> Hasil {
    let (_, semua) = unit_kerja(k, Tindakan::KelolaUnit, &nilai.induk).await?;
    let formulir = Formulir {
        judul: "Unit baru",
        keterangan: "Unit dibuat di bawah unit lain yang Anda kelola.",
        ke: "/kelola/unit/baru",
        tombol: "Buat unit",
        batal: "/kelola/unit",
        bahaya: false,
    };
    let isian = html! {
        (pilihan_unit("induk", "Di bawah", &semua, &nilai.induk))
        (isian(k, nilai))
    };
    formulir.halaman(k, "unit", galat, &isian).await
}

async fn simpan_baru(k: Konteks, Form(nilai): Form<IsiUnit>) -> Hasil {
    let baru = UnitBaru {
        nama: nilai.nama.clone(),
        tingkat: nilai.tingkat.clone(),
        profil: isi(&nilai.profil),
        kode: isi(&nilai.kode),
        induk: isi(&nilai.induk),
        dari: nilai.dari.clone(),
        alasan: nilai.alasan.clone(),
        zona: isi(&nilai.zona),
    };
    match k.portal.app.buat_unit(&k.pelaku(), &baru).await {
        Ok(id) => Ok(k.kembali(&format!("/kelola/unit/{id}"), "Unit sudah dibuat.")),
        Err(galat) if dapat_diperbaiki(&galat) => formulir_baru(&k, &nilai, Some(&galat)).await,
        Err(lain) => Err(lain.into()),
    }
}
