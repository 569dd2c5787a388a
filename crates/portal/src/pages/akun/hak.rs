//! What one may do oneself, where, and why.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use maud::html;

use super::pulang;
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::pages::kelola::jelaskan::{Tanya, penjelasan, pilihan_tindakan};
use crate::tampilan::{Menu, judul, kosong, pilihan};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/akun/hak", get(lihat))
}

async fn lihat(k: Konteks, Query(tanya): Query<Tanya>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let hak = app.daftar_hak_orang(&pelaku, &pelaku.orang).await?;
    // Where one has a grant, and where one looked last.
    let mut unit: BTreeMap<&str, &str> = hak
        .iter()
        .map(|satu| (satu.hak.unit.as_str(), satu.unit.as_str()))
        .collect();
    if let Some(tempat) = &k.tempat {
        unit.insert(&tempat.unit.unit, &tempat.unit.nama);
    }
    let diminta = Some(tanya.unit.as_str()).filter(|diminta| !diminta.is_empty());
    let tempat = k.tempat.as_ref().map(|tempat| tempat.unit.unit.as_str());
    let kini = diminta
        .or(tempat)
        .or_else(|| unit.keys().next().copied())
        .unwrap_or_default();
    let putusan = app.jelaskan_izin(&pelaku, &pelaku.orang, kini).await?;
    let hari_ini = app.hari_ini_di(kini).await?;
    let pilihan_unit: Vec<_> = unit
        .iter()
        .map(|(id, nama)| ((*id).to_owned(), (*nama).to_owned()))
        .collect();
    let isi = html! {
        (judul("Hak saya", "Peran Anda, dan mengapa sesuatu dapat atau tidak dapat Anda lakukan.", &pulang()))
        @if hak.is_empty() {
            (kosong("Anda belum mempunyai peran. Mintalah kepada administrator kantor Anda dengan menyebut nama pengguna Anda.", &html! {}))
        } @else {
            (crate::pages::kelola::tabel_hak_orang(&hak, &hari_ini))
        }
        @if !unit.is_empty() {
            h2 { "Apa yang dapat saya lakukan?" }
            form.kartu.tanya method="get" action="/akun/hak" {
                (pilihan("unit", "Unit", &pilihan_unit, kini))
                (pilihan_tindakan(&tanya.tindakan))
                button.tombol.utama type="submit" { "Jelaskan" }
            }
            (penjelasan(&putusan, &tanya.tindakan, &format!("/akun/hak?unit={kini}")))
        }
    };
    Ok(k.halaman("Hak saya", Menu::Akun, &isi))
}
