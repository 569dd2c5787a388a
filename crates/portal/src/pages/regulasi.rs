//! The law in force for a fiscal year: each provision with its citation, how sure it is, and what it is used for.

mod isi;

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use hukum::{Hukum, Ketentuan, Regulasi, Status};
use kinerja::daftar::kutipan;
use kinerja::{Asal, Hasil as HasilHitung, rumus};
use maud::{Markup, html};
use serde::Deserialize;

use crate::Portal;
use crate::galat::{Galat, Hasil, sandikan};
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kosong};

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/regulasi", get(pilih))
        .route("/regulasi/{tahun}", get(lihat))
}

/// How sure a value is, as a mark; colour and word say the same.
pub(crate) fn tanda_status(status: Status, perlu_dipastikan: bool) -> Markup {
    let rupa = match status {
        Status::Terverifikasi | Status::Dihitung => "tanda baik",
        Status::SumberKedua => "tanda",
        _ if perlu_dipastikan => "tanda kurang",
        _ => "tanda sedang",
    };
    html! { span class=(rupa) { (status.sebutan()) } }
}

#[derive(Deserialize, Default)]
struct Cari {
    #[serde(default)]
    tahun: String,
    #[serde(default)]
    cari: String,
}

async fn pilih(konteks: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let tahun = cari.tahun.parse().unwrap_or_else(|_| tahun_kini(&konteks));
    let ekor = match cari.cari.trim() {
        "" => String::new(),
        kata => format!("?cari={}", sandikan(kata)),
    };
    Ok(Redirect::to(&format!("/regulasi/{tahun}{ekor}")).into_response())
}

/// The year that the person looks at, or the present one.
fn tahun_kini(konteks: &Konteks) -> i16 {
    let dipilih = konteks
        .tempat
        .as_ref()
        .and_then(|tempat| i16::try_from(tempat.tahun).ok());
    dipilih
        .or_else(|| konteks.portal.app.hari_ini().get(..4)?.parse().ok())
        .unwrap_or_default()
}

async fn lihat(konteks: Konteks, Path(tahun): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    let app = &konteks.portal.app;
    let hukum = &app.hukum;
    let tahun: i16 = tahun.parse().map_err(|_| Galat::TidakAda)?;
    let daftar_tahun = daftar_tahun(hukum, tahun_kini(&konteks));
    if !daftar_tahun.contains(&tahun) {
        return Err(Galat::TidakAda);
    }
    // What a provision is used for shows best in the year that the person looks at.
    let dibaca = match &konteks.tempat {
        Some(tempat) if tempat.tahun == i64::from(tahun) => Some(
            app.lihat_tahun(&konteks.pelaku(), &tempat.unit.unit, tempat.tahun)
                .await?,
        ),
        _ => None,
    };
    let kegunaan = Kegunaan::new(hukum, tahun, dibaca.as_ref().map(|dibaca| &dibaca.hasil));
    let kata = cari.cari.to_lowercase();
    let kelompok: Vec<(&Regulasi, Vec<&Ketentuan>)> = hukum
        .regulasi
        .iter()
        .map(|regulasi| {
            let isi = hukum
                .berlaku(tahun)
                .filter(|satu| satu.regulasi == regulasi.id && cocok(regulasi, satu, &kata))
                .collect();
            (regulasi, isi)
        })
        .filter(|(_, isi): &(_, Vec<_>)| !isi.is_empty())
        .collect();
    let banyak: usize = kelompok.iter().map(|(_, isi)| isi.len()).sum();
    let belum = hukum.belum_terverifikasi(tahun);
    let isi = html! {
        (judul(
            &format!("Peraturan tahun anggaran {tahun}"),
            "Ketentuan yang dipakai untuk menghitung, memeriksa, dan menyusun laporan tahun ini. Nilai dipilih menurut tahun yang dilaporkan, bukan menurut hari ini.",
            &html! {},
        ))
        (formulir(tahun, &daftar_tahun, &cari.cari))
        @if kelompok.is_empty() {
            (kosong("Tidak ada ketentuan yang cocok dengan pencarian ini.", &html! { p { a.tombol href=(format!("/regulasi/{tahun}")) { "Tampilkan semua" } } }))
        } @else {
            p.redup role="status" { (banyak) " ketentuan dalam " (kelompok.len()) " peraturan" }
            @if kata.trim().is_empty() { (isi::belum(&belum, hukum)) }
            @for (regulasi, isi) in &kelompok { (isi::regulasi(regulasi, isi, hukum, &kegunaan, konteks.tempat.as_ref())) }
        }
        @if kata.trim().is_empty() { (isi::lain(hukum, tahun)) }
    };
    Ok(konteks.halaman("Peraturan", Menu::Lain, &isi))
}

/// Years from the first value to the present one, newest first.
fn daftar_tahun(hukum: &Hukum, kini: i16) -> Vec<i16> {
    let awal = hukum.ketentuan.iter().map(|satu| satu.mulai).min();
    let akhir = hukum.ketentuan.iter().map(|satu| satu.mulai).max();
    let awal = awal.unwrap_or(kini).min(kini);
    let akhir = akhir.unwrap_or(kini).max(kini).saturating_add(1);
    (awal..=akhir).rev().collect()
}

fn cocok(regulasi: &Regulasi, satu: &Ketentuan, kata: &str) -> bool {
    let teks = format!(
        "{} {} {} {} {} {}",
        regulasi.sebutan, regulasi.singkatan, regulasi.tentang, satu.kode, satu.judul, satu.kutipan
    )
    .to_lowercase();
    kata.split_whitespace().all(|kata| teks.contains(kata))
}

fn formulir(tahun: i16, daftar: &[i16], cari: &str) -> Markup {
    html! {
        form.cari method="get" action="/regulasi" role="search" {
            label for="tahun" { "Tahun" }
            select #tahun name="tahun" {
                @for satu in daftar { option value=(satu) selected[*satu == tahun] { (satu) } }
            }
            label for="cari" { "Cari" }
            input #cari type="search" name="cari" value=(cari) placeholder="nama peraturan, ketentuan, …";
            button.tombol type="submit" { "Tampilkan" }
        }
    }
}

/// What each provision is used for.
pub(super) struct Kegunaan<'h> {
    rumus: BTreeMap<&'h str, BTreeSet<&'static str>>,
    /// Fakta that come from it, by code of the provision: how many, and the first one.
    angka: BTreeMap<&'h str, (usize, String)>,
}

impl<'h> Kegunaan<'h> {
    fn new(hukum: &'h Hukum, tahun: i16, hasil: Option<&HasilHitung>) -> Self {
        let mut kegunaan = Self {
            rumus: BTreeMap::new(),
            angka: BTreeMap::new(),
        };
        for satu in hukum.berlaku(tahun) {
            let kode = satu.kode.as_str();
            let kutipan = kutipan(satu, hukum.regulasi(&satu.regulasi));
            let mut nama: BTreeSet<&'static str> = rumus::SEMUA
                .iter()
                .filter(|rumus| rumus.ketentuan.contains(&kode))
                .map(|rumus| rumus.nama)
                .collect();
            for fakta in hasil.iter().flat_map(|hasil| hasil.fakta.iter()) {
                match &fakta.asal {
                    Asal::Hitungan(hitungan) if hitungan.dasar.contains(&kutipan) => {
                        nama.insert(hitungan.rumus.nama);
                    }
                    Asal::Ketentuan { ketentuan, .. } if ketentuan == kode => {
                        let (banyak, _) = kegunaan
                            .angka
                            .entry(kode)
                            .or_insert_with(|| (0, fakta.kode.as_str().to_owned()));
                        *banyak = banyak.saturating_add(1);
                    }
                    _ => {}
                }
            }
            kegunaan.rumus.insert(kode, nama);
        }
        kegunaan
    }

    fn rumus(&self, kode: &str) -> impl Iterator<Item = &'static str> {
        self.rumus.get(kode).into_iter().flatten().copied()
    }
}
