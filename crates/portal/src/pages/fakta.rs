//! Where a number comes from: its formula, its operands down to the cells, and the provisions.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use kinerja::jejak::{Jejak, jejak};
use maud::{Markup, html};

use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, judul};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/fakta/{kode}", get(lihat))
}

async fn lihat(k: KonteksTahun, Path((_, _, kode)): Path<(String, i64, String)>) -> Hasil {
    let dibaca = k
        .konteks
        .portal
        .app
        .lihat_tahun(&k.pelaku(), k.unit(), k.tahun())
        .await?;
    let jejak = jejak(&dibaca.hasil.fakta, &kode).ok_or(Galat::TidakAda)?;
    let isi = html! {
        (judul(&jejak.label, "Asal angka", &html! {}))
        p.besar { (jejak.nilai) }
        (keterangan(&jejak))
        @if !jejak.dari.is_empty() { h2 { "Dihitung dari" } (anak(&k, &jejak)) }
    };
    Ok(k.halaman(&jejak.label, Menu::Lain, &isi))
}

fn keterangan(jejak: &Jejak) -> Markup {
    html! {
        @for teks in &jejak.keterangan { p { (teks) } }
        @for teks in &jejak.dasar { p.redup { "Dasar: " (teks) } }
    }
}

fn anak(k: &KonteksTahun, jejak: &Jejak) -> Markup {
    html! {
        ul.jejak {
            @for satu in &jejak.dari {
                li {
                    a href=(k.alamat(&format!("fakta/{}", satu.kode))) { (satu.label) } ": " strong { (satu.nilai) }
                    (keterangan(satu))
                    @if !satu.dari.is_empty() { (anak(k, satu)) }
                }
            }
        }
    }
}
