//! Why a person may or may not do something: every grant and denial that was looked at, and which one decided.

use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use app::{Putusan, Sebab, Tindakan};

use super::hak::isian_orang;
use super::{halaman, masa, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{judul, kosong, kotak_tabel, pesan_galat, pilihan};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/kelola/hak/jelaskan", get(lihat))
}

/// Who, where, and what; nothing for "what" means all of it.
#[derive(Deserialize, Default)]
pub(in crate::pages) struct Tanya {
    #[serde(default)]
    pub(in crate::pages) orang: String,
    #[serde(default)]
    pub(in crate::pages) unit: String,
    #[serde(default)]
    pub(in crate::pages) tindakan: String,
}

async fn lihat(k: Konteks, Query(tanya): Query<Tanya>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let (unit, semua) = unit_kerja(&k, Tindakan::KelolaHak, &tanya.unit).await?;
    let dicari = tanya.orang.trim();
    let orang = app.daftar_orang(&pelaku, &unit.unit).await?;
    let orang = orang
        .into_iter()
        .find(|satu| satu.id == dicari || satu.nama_pengguna == dicari.to_lowercase());
    let putusan = match &orang {
        Some(orang) => app.jelaskan_izin(&pelaku, &orang.id, &unit.unit).await?,
        None => Vec::new(),
    };
    let galat = (!dicari.is_empty() && orang.is_none())
        .then(|| format!("Tidak ada akun dengan nama pengguna \"{dicari}\"."));
    let kini = orang
        .as_ref()
        .map_or(dicari, |orang| orang.nama_pengguna.as_str());
    let isi = html! {
        (judul("Jelaskan hak", "Mengapa seseorang dapat atau tidak dapat melakukan sesuatu di suatu unit.", &html! {
            a.tombol href=(format!("/kelola/hak?unit={}", unit.unit)) { "Hak di unit ini" }
        }))
        (pesan_galat(galat.as_deref()))
        form.kartu.tanya method="get" action="/kelola/hak/jelaskan" {
            (isian_orang(&k, &unit.unit, kini).await?)
            (pilihan_unit("unit", "Unit", &semua, &unit.unit))
            (pilihan_tindakan(&tanya.tindakan))
            button.tombol.utama type="submit" { "Jelaskan" }
        }
        @if let Some(orang) = &orang {
            h2 { (orang.nama) " di " (unit.nama) }
            @if orang.aktif == 0 { p.pesan.ingat { "Akun ini ditutup, jadi orangnya tidak dapat masuk apa pun haknya." } }
            (penjelasan(&putusan, &tanya.tindakan, &format!("/kelola/hak/jelaskan?orang={}&unit={}", orang.id, unit.unit)))
        }
    };
    halaman(&k, "Jelaskan hak", "hak", &isi).await
}

/// The choice of an action, "all of them" first.
pub(in crate::pages) fn pilihan_tindakan(kini: &str) -> Markup {
    let mut daftar = vec![(String::new(), "Semua tindakan".to_owned())];
    daftar.extend(
        Tindakan::SEMUA
            .iter()
            .map(|satu| (satu.kata().to_owned(), awal_besar(satu.sebutan()))),
    );
    pilihan("tindakan", "Tindakan", &daftar, kini)
}

/// The verdict on one action with its reasons, or on all of them in short. `alamat` leads here again, without an action.
pub(in crate::pages) fn penjelasan(putusan: &[Putusan], tindakan: &str, alamat: &str) -> Markup {
    match putusan.iter().find(|satu| satu.tindakan.kata() == tindakan) {
        Some(satu) => rinci(satu),
        None => ringkas(putusan, alamat),
    }
}

fn rinci(putusan: &Putusan) -> Markup {
    let rupa = if putusan.boleh {
        "pesan baik"
    } else {
        "pesan galat"
    };
    html! {
        p class=(rupa) { strong { (putusan.penjelasan()) "." } }
        p { "Diperiksa dari unit itu ke atas: " (putusan.jalan.join(" → ")) "." }
        @if putusan.sebab.is_empty() {
            (kosong("Tidak ada satu pun hak yang berlaku hari ini di unit itu atau di atasnya.", &html! {}))
        } @else {
            (kotak_tabel("Hak yang diperiksa", &html! {
                table {
                    thead { tr { th scope="col" { "Di unit" } th scope="col" { "Peran" } th scope="col" { "Jenis" } th scope="col" { "Masa" } th scope="col" { "Alasan" } th scope="col" { "Pengaruhnya" } } }
                    tbody { @for sebab in urut(&putusan.sebab) {
                        tr {
                            th scope="row" { (sebab.unit) br; span.redup { (tingkat(sebab.jarak)) } }
                            td { (sebab.peran.sebutan()) }
                            td { @if sebab.tolak { span.tanda.kurang { "menolak" } } @else { span.tanda { "memberi" } } }
                            td { (masa(&sebab.dari, sebab.sampai.as_deref())) }
                            td { (sebab.alasan) }
                            td { (pengaruh(sebab, putusan.tindakan)) }
                        }
                    } }
                }
            }))
        }
        p.redup { "Penolakan suatu peran mengalahkan pemberian peran yang sama, di unit mana pun pada jalan itu; peran lain orang yang sama tidak tersentuh. Agar seseorang sama sekali tidak dapat melakukan sesuatu, tolak setiap perannya yang dapat." }
    }
}

fn urut(sebab: &[Sebab]) -> Vec<&Sebab> {
    let mut daftar: Vec<_> = sebab.iter().collect();
    daftar.sort_by_key(|satu| (!satu.menentukan, satu.jarak));
    daftar
}

fn tingkat(jarak: usize) -> String {
    match jarak {
        0 => "unit itu sendiri".to_owned(),
        jarak => format!("{jarak} tingkat di atasnya"),
    }
}

fn pengaruh(sebab: &Sebab, tindakan: Tindakan) -> Markup {
    html! {
        @if !sebab.peran.boleh(tindakan) { "tidak menyangkut tindakan ini" }
        @else if sebab.menentukan { strong { "menentukan" } }
        @else { "dikalahkan penolakan" }
    }
}

fn ringkas(putusan: &[Putusan], alamat: &str) -> Markup {
    kotak_tabel(
        "Semua tindakan",
        &html! {
            table {
                thead { tr { th scope="col" { "Tindakan" } th scope="col" { "Jawaban" } th scope="col" { "Sebab" } } }
                tbody { @for satu in putusan {
                    tr {
                        th scope="row" { a href=(format!("{alamat}&tindakan={}", satu.tindakan.kata())) { (awal_besar(satu.tindakan.sebutan())) } }
                        td { @if satu.boleh { span.tanda.baik { "dapat" } } @else { span.tanda.kurang { "tidak dapat" } } }
                        td { (satu.penjelasan()) }
                    }
                } }
            }
        },
    )
}

/// The words with a capital at their beginning.
pub(in crate::pages) fn awal_besar(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf
        .next()
        .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
        .unwrap_or_default()
}
