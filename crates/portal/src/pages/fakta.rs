//! Where every number comes from: the list of all fakta of a year, and the derivation of one.

mod asal;
mod daftar;
mod telusur;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use kinerja::jejak::sebab_rumpang;
use kinerja::{DaftarFakta, Fakta};
use maud::{Markup, html};

use crate::Portal;
use crate::galat::{Galat, Hasil, sandikan};
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, judul, kotak_tabel};

/// Fakta that the page names of those which use this one.
const PEMAKAI_TERBANYAK: usize = 40;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/fakta", get(daftar::lihat))
        .route("/u/{unit}/{tahun}/fakta/{kode}", get(lihat))
}

async fn lihat(k: KonteksTahun, Path((_, _, kode)): Path<(String, i64, String)>) -> Hasil {
    let app = &k.konteks.portal.app;
    let dibaca = app.lihat_tahun(&k.pelaku(), k.unit(), k.tahun()).await?;
    let daftar = &dibaca.hasil.fakta;
    let fakta = daftar.get(&kode).ok_or(Galat::TidakAda)?;
    let pemakai = daftar.pemakai();
    let pemakai = pemakai.get(kode.as_str()).map_or(&[][..], Vec::as_slice);
    let operan = operan(daftar, fakta);
    let isi = html! {
        (judul(&fakta.label, "Asal angka", &html! { a.tombol href=(k.alamat("fakta")) { "Semua angka" } }))
        p.besar { (nilai(daftar, fakta)) }
        dl.pasangan {
            dt { "Kode" } dd { code { (fakta.kode) } }
            dt { "Satuan" } dd { (fakta.satuan.nama()) }
            @if fakta.angka().is_some() { dt { "Ketelitian" } dd { (fakta.presisi) " desimal" } }
        }
        h2 { "Dari mana" }
        (asal::asal(&k, &dibaca, fakta, &app.hukum))
        @if !operan.is_empty() {
            h2 { "Dihitung dari" }
            (tabel(&k, daftar, "Angka yang dipakai", &operan))
            (telusur::telusur(&k, daftar, &kode))
        }
        @if !pemakai.is_empty() {
            h2 { "Dipakai oleh" }
            (tabel(&k, daftar, "Angka yang memakai angka ini", pemakai.get(..PEMAKAI_TERBANYAK).unwrap_or(pemakai)))
            @if pemakai.len() > PEMAKAI_TERBANYAK { p.redup { "Ditampilkan " (PEMAKAI_TERBANYAK) " dari " (pemakai.len()) "." } }
        }
    };
    Ok(k.halaman(&fakta.label, Menu::Lain, &isi))
}

/// The fakta from which this one is computed.
fn operan<'d>(daftar: &'d DaftarFakta, fakta: &Fakta) -> Vec<&'d Fakta> {
    match &fakta.asal {
        kinerja::Asal::Hitungan(hitungan) => hitungan
            .ungkapan
            .operan()
            .into_iter()
            .filter_map(|kode| daftar.get(kode.as_str()))
            .collect(),
        _ => Vec::new(),
    }
}

/// The value with its unit, or why there is none.
fn nilai(daftar: &DaftarFakta, fakta: &Fakta) -> String {
    fakta
        .tampil_bersatuan()
        .unwrap_or_else(|| match sebab_rumpang(daftar, fakta) {
            Some(sebab) => format!("Belum tersedia: {sebab}"),
            None => "Belum tersedia".to_owned(),
        })
}

/// The address of a fakta.
fn alamat(k: &KonteksTahun, kode: &str) -> String {
    k.alamat(&format!("fakta/{}", sandikan(kode).replace('/', "%2F")))
}

fn tautan(k: &KonteksTahun, kode: &str, teks: &str) -> Markup {
    html! { a.angka href=(alamat(k, kode)) { (teks) } }
}

fn tabel(k: &KonteksTahun, daftar: &DaftarFakta, nama: &str, isi: &[&Fakta]) -> Markup {
    kotak_tabel(
        nama,
        &html! {
            table {
                thead { tr { th scope="col" { "Uraian" } th.angka scope="col" { "Nilai" } th scope="col" { "Asal" } } }
                tbody { @for fakta in isi { (baris(k, daftar, fakta)) } }
            }
        },
    )
}

fn baris(k: &KonteksTahun, daftar: &DaftarFakta, fakta: &Fakta) -> Markup {
    html! {
        tr {
            th scope="row" { (fakta.label) br; span.redup.kode { (fakta.kode) } }
            @match fakta.tampil_bersatuan() {
                Some(teks) => td.angka { (tautan(k, fakta.kode.as_str(), &teks)) },
                None => td { (tautan(k, fakta.kode.as_str(), &nilai(daftar, fakta))) },
            }
            td { (asal::ringkas(fakta)) }
        }
    }
}
