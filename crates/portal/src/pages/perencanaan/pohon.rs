//! The cascade as a tree that can be read: nested lists that open and close, without any script.

use axum::Router;
use axum::routing::get;
use kinerja::Hasil as HasilKinerja;
use kinerja::pohon::{SimpulIndikator, SimpulSasaran, pohon};
use maud::{Markup, html};

use super::{baca, bagian, ke_lembar, nilai};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, angka, judul, kosong};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/perencanaan/pohon", get(lihat))
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let rencana = baca(&k, None).await?;
    let hasil = &rencana.dibaca.hasil;
    let pohon = pohon(&rencana.dibaca.masukan, hasil);
    let (atas, bawah): (Vec<_>, Vec<_>) = rencana
        .sekitar
        .iter()
        .partition(|satu| rencana.dibaca.unit.induk.as_ref() == Some(&satu.unit));
    let tautan = |unit: &store::Unit| {
        html! { a href=(format!("/u/{}/{}/perencanaan/pohon", unit.unit, k.tahun())) { (unit.nama) } }
    };
    let isi = html! {
        (judul(&format!("Pohon kinerja {}", k.tahun()), "Sasaran unit di atas dijabarkan sampai indikator, target, anggaran, dan penanggung jawab.", &html! {}))
        (bagian(&k, "perencanaan/pohon"))
        @for satu in atas { p { "Unit di atas: " (tautan(satu)) } }
        @if pohon.akar.is_empty() {
            (kosong("Perjanjian Kinerja belum berisi sasaran.", &html! { p { (ke_lembar(&k, "perjanjian_kinerja", "Isi perjanjian")) } }))
        } @else {
            ul.pohon { @for satu in &pohon.akar { (simpul(&k, hasil, satu, true)) } }
        }
        @if !pohon.lepas.is_empty() {
            h2 { "Belum dikaitkan dengan sasaran di atasnya" }
            p { "Isi kolom " code { "mendukung" } " pada Perjanjian Kinerja dengan nomor sasaran satu tingkat di atasnya." }
            p { (ke_lembar(&k, "perjanjian_kinerja", "Isi kaitan sasaran")) }
            ul.pohon { @for satu in &pohon.lepas { (simpul(&k, hasil, satu, false)) } }
        }
        @if !bawah.is_empty() {
            h2 { "Unit di bawah" }
            ul { @for satu in bawah { li { (tautan(satu)) } } }
        }
    };
    Ok(k.halaman("Pohon kinerja", Menu::Perencanaan, &isi))
}

fn simpul(
    k: &KonteksTahun,
    hasil: &HasilKinerja,
    satu: &SimpulSasaran<'_>,
    terbuka: bool,
) -> Markup {
    html! {
        li {
            details open[terbuka] {
                summary {
                    span.tanda { (satu.tingkat.sebutan()) " " (satu.nomor) } " "
                    strong { @if satu.sasaran.is_empty() { "(bunyi sasaran belum diisi)" } @else { (satu.sasaran) } }
                }
                ul.indikator { @for indikator in &satu.indikator { (cabang(k, hasil, indikator)) } }
                @for pos in &satu.anggaran {
                    p.pos { span.redup { "Anggaran" } " " @if pos.kegiatan.is_empty() { (pos.nama) } @else { (pos.kegiatan) } ": " (angka(&k.tempat, &nilai(&hasil.fakta, pos.pagu.as_str()))) }
                }
                @if !satu.anak.is_empty() { ul { @for anak in &satu.anak { (simpul(k, hasil, anak, terbuka)) } } }
            }
        }
    }
}

fn cabang(k: &KonteksTahun, hasil: &HasilKinerja, satu: &SimpulIndikator<'_>) -> Markup {
    let siapa = satu
        .rencana
        .map(|(rencana, _)| rencana.penanggung_jawab.as_str())
        .filter(|siapa| !siapa.is_empty());
    html! {
        li {
            (satu.baris.indikator) ": " span.redup { "target " } (angka(&k.tempat, &nilai(&hasil.fakta, satu.target.as_str())))
            @if let Some(siapa) = siapa { ", " span.redup { "penanggung jawab " } (siapa) }
        }
    }
}
