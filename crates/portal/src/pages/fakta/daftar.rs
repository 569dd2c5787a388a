//! All fakta of a year, searched by words and by origin.

use axum::extract::Query;
use kinerja::{Asal, Fakta};
use maud::{Markup, html};
use serde::Deserialize;

use super::tabel;
use crate::galat::{Hasil, sandikan};
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, judul, kosong};

/// Fakta on one page.
const SEHALAMAN: usize = 100;

/// Origins to choose from: word in the address, words on the page.
const ASAL: [(&str, &str); 6] = [
    ("", "Semua asal"),
    ("isian", "Diisi"),
    ("koreksi", "Diisi, lalu dikoreksi"),
    ("hitungan", "Dihitung"),
    ("ketentuan", "Ditetapkan peraturan"),
    ("rumpang", "Belum tersedia"),
];

#[derive(Deserialize, Default)]
pub(super) struct Cari {
    #[serde(default)]
    cari: String,
    #[serde(default)]
    asal: String,
    #[serde(default)]
    mulai: usize,
}

impl Cari {
    fn cocok(&self, fakta: &Fakta) -> bool {
        let asal = match &fakta.asal {
            Asal::Masukan { .. } => "isian",
            Asal::Koreksi { .. } => "koreksi",
            Asal::Hitungan(_) => "hitungan",
            Asal::Ketentuan { .. } => "ketentuan",
        };
        let seasal = self.asal.is_empty()
            || self.asal == asal
            || (self.asal == "rumpang" && fakta.nilai.is_err());
        let teks = format!("{} {}", fakta.label, fakta.kode).to_lowercase();
        let kata = self.cari.to_lowercase();
        seasal && kata.split_whitespace().all(|kata| teks.contains(kata))
    }

    fn alamat(&self, k: &KonteksTahun, mulai: usize) -> String {
        format!(
            "{}?cari={}&asal={}&mulai={mulai}",
            k.alamat("fakta"),
            sandikan(&self.cari),
            sandikan(&self.asal)
        )
    }
}

pub(super) async fn lihat(k: KonteksTahun, Query(cari): Query<Cari>) -> Hasil {
    let app = &k.konteks.portal.app;
    let dibaca = app.lihat_tahun(&k.pelaku(), k.unit(), k.tahun()).await?;
    let daftar = &dibaca.hasil.fakta;
    let cocok: Vec<&Fakta> = daftar.iter().filter(|fakta| cari.cocok(fakta)).collect();
    let sampai = cari.mulai.saturating_add(SEHALAMAN).min(cocok.len());
    let halaman = cocok.get(cari.mulai..sampai).unwrap_or_default();
    let isi = html! {
        (judul("Semua angka", "Setiap angka tahun ini beserta asalnya. Pilih sebuah nilai untuk melihat rumus, isian, dan dasar hukumnya.", &html! {}))
        (formulir(&k, &cari))
        @if halaman.is_empty() {
            (kosong("Tidak ada angka yang cocok dengan pencarian ini.", &html! { p { a.tombol href=(k.alamat("fakta")) { "Tampilkan semua" } } }))
        } @else {
            p.redup role="status" { (cari.mulai.saturating_add(1)) "–" (sampai) " dari " (cocok.len()) " angka" }
            (tabel(&k, daftar, "Semua angka", halaman))
            nav.halaman-halaman aria-label="Halaman" {
                @if cari.mulai > 0 { a.tombol href=(cari.alamat(&k, cari.mulai.saturating_sub(SEHALAMAN))) { "Sebelumnya" } }
                @if sampai < cocok.len() { a.tombol href=(cari.alamat(&k, sampai)) { "Berikutnya" } }
            }
        }
    };
    Ok(k.halaman("Semua angka", Menu::Lain, &isi))
}

fn formulir(k: &KonteksTahun, cari: &Cari) -> Markup {
    html! {
        form.cari method="get" action=(k.alamat("fakta")) role="search" {
            label for="cari" { "Cari" }
            input #cari type="search" name="cari" value=(cari.cari) placeholder="nama indikator, kode, …";
            label.tersembunyi for="asal" { "Asal" }
            select #asal name="asal" {
                @for (kata, sebutan) in ASAL { option value=(kata) selected[kata == cari.asal] { (sebutan) } }
            }
            button.tombol type="submit" { "Cari" }
        }
    }
}
