//! The rules of the checker, each with why, on which basis, and what is wrong and right.

use axum::extract::Path;
use maud::{Markup, html};
use periksa::rules::KELOMPOK;
use periksa::{Aturan, Cara, Halaman};

use super::tanda_berat;
use crate::galat::{Galat, Hasil};
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul};

pub(super) async fn daftar(konteks: Konteks) -> Hasil {
    let isi = html! {
        (judul(
            "Aturan pemeriksaan",
            "Aturan yang sama selalu memberi temuan yang sama. Yang tidak dapat dipastikan artinya tidak dinilai, melainkan dihitung dalam cakupan.",
            &html! { a.tombol href="/periksa" { "Periksa dokumen" } },
        ))
        dl.pasangan {
            dt { "wajib" } dd { "Hukum atau aritmetika mengikat; laporan final ditolak selama temuan ini ada." }
            dt { "anjuran" } dd { "Sebaiknya dibetulkan atau dijelaskan." }
            dt { "saran" } dd { "Hanya mungkin keliru." }
        }
        @for kelompok in KELOMPOK {
            h2 { (kelompok.judul) }
            ul.daftar-aturan {
                @for aturan in kelompok.aturan {
                    li { a href=(alamat(aturan.nama)) { (aturan.nama) } " " (tanda_berat(aturan.berat)) p.redup { (aturan.judul) } }
                }
            }
        }
    };
    Ok(konteks.halaman("Aturan pemeriksaan", Menu::Periksa, &isi))
}

/// The address of a rule.
pub(super) fn alamat(nama: &str) -> String {
    format!("/periksa/aturan/{nama}")
}

pub(super) async fn satu(konteks: Konteks, Path(nama): Path<String>) -> Hasil {
    let (kelompok, aturan) = KELOMPOK
        .iter()
        .flat_map(|kelompok| kelompok.aturan.iter().map(move |aturan| (kelompok, aturan)))
        .find(|(_, aturan)| aturan.nama == nama)
        .ok_or(Galat::TidakAda)?;
    let isi = html! {
        (judul(aturan.nama, aturan.judul, &html! { a.tombol href="/periksa/aturan" { "Semua aturan" } }))
        p { (tanda_berat(aturan.berat)) " " (kelompok.judul) }
        (uraian(aturan))
    };
    Ok(konteks.halaman(aturan.nama, Menu::Periksa, &isi))
}

fn uraian(aturan: &Aturan) -> Markup {
    match &aturan.cara {
        Cara::Data(_) => html! {
            p { "Aturan ini melihat data kantor dan laporan yang disusun darinya, bukan dokumen dari luar." }
        },
        Cara::Dokumen { halaman, .. } => dokumen(halaman),
    }
}

fn dokumen(halaman: &Halaman) -> Markup {
    html! {
        h2 { "Penjelasan" }
        p.bacaan { (halaman.uraian) }
        h2 { "Dasar" }
        ul { @for dasar in halaman.dasar { li { (dasar) } } }
        @if !halaman.buruk.is_empty() {
            h2 { "Contoh yang keliru" }
            @for teks in halaman.buruk { pre.contoh.kurang tabindex="0" { (teks.trim_end()) } }
        }
        @if !halaman.baik.is_empty() {
            h2 { "Contoh yang benar" }
            @for teks in halaman.baik { pre.contoh.baik tabindex="0" { (teks.trim_end()) } }
        }
    }
}
