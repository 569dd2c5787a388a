//! The whole trail of a fakta, down to the cells and the provisions.

use kinerja::DaftarFakta;
use kinerja::jejak::{Jejak, jejak};
use maud::{Markup, html};

use super::alamat;
use crate::konteks::KonteksTahun;

/// The trail, folded; each step opens by itself.
pub(super) fn telusur(k: &KonteksTahun, daftar: &DaftarFakta, kode: &str) -> Markup {
    let jejak = jejak(daftar, kode);
    html! {
        @if let Some(jejak) = jejak.filter(|jejak| jejak.dari.iter().any(|satu| !satu.dari.is_empty())) {
            h2 { "Telusuri sampai sel" }
            p.redup { "Setiap angka dijelaskan sekali; buka satu langkah untuk melihat asalnya." }
            (anak(k, &jejak))
        }
    }
}

fn anak(k: &KonteksTahun, jejak: &Jejak) -> Markup {
    html! {
        ul.jejak {
            @for satu in &jejak.dari {
                li {
                    @if satu.dari.is_empty() {
                        (kepala(k, satu))
                        (keterangan(satu))
                    } @else {
                        details {
                            summary { (kepala(k, satu)) }
                            (keterangan(satu))
                            (anak(k, satu))
                        }
                    }
                }
            }
        }
    }
}

fn kepala(k: &KonteksTahun, jejak: &Jejak) -> Markup {
    html! { a href=(alamat(k, jejak.kode.as_str())) { (jejak.label) } ": " strong { (jejak.nilai) } }
}

fn keterangan(jejak: &Jejak) -> Markup {
    html! {
        @for teks in &jejak.keterangan { p.redup { (teks) } }
        @for teks in &jejak.dasar { p.redup { "Dasar: " (teks) } }
        @if jejak.dipotong { p.redup { "Asalnya sudah dijelaskan di atas." } }
    }
}
