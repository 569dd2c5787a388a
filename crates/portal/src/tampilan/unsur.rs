//! The pieces that pages are made of.

use app::Keadaan;
use maud::{Markup, html};

use crate::konteks::Tempat;

/// The head of a page: title, one sentence, and what can be done here.
pub(crate) fn judul(teks: &str, keterangan: &str, tindakan: &Markup) -> Markup {
    html! {
        div.judul {
            div { h1 { (teks) } @if !keterangan.is_empty() { p.redup { (keterangan) } } }
            @if !tindakan.0.is_empty() { div.tindakan { (tindakan) } }
        }
    }
}

/// A value as the report shows it, leading to where it comes from: text and code of the fakta.
pub(crate) fn angka(tempat: &Tempat, (teks, kode): &(String, String)) -> Markup {
    if kode.is_empty() {
        return html! { span.angka { (teks) } };
    }
    html! { a.angka href=(tempat.alamat(&format!("fakta/{kode}"))) title="Lihat asal angka" { (teks) } }
}

/// A state of the flow as a mark; colour and word say the same.
pub(crate) fn tanda_keadaan(keadaan: Keadaan) -> Markup {
    let rupa = match keadaan {
        Keadaan::Draf => "tanda",
        Keadaan::Diajukan | Keadaan::Diverifikasi => "tanda sedang",
        Keadaan::Disahkan | Keadaan::Diterbitkan => "tanda baik",
        Keadaan::Dikembalikan => "tanda kurang",
    };
    html! { span class=(rupa) { (keadaan.sebutan()) } }
}

/// What a page says when there is nothing yet, and what to do next.
pub(crate) fn kosong(teks: &str, tindakan: &Markup) -> Markup {
    html! { div.kosong { p { (teks) } (tindakan) } }
}

/// A table that scrolls inside its own box on a narrow screen, reachable by keyboard.
pub(crate) fn kotak_tabel(nama: &str, tabel: &Markup) -> Markup {
    html! { div.kotak-tabel role="region" aria-label=(nama) tabindex="0" { (tabel) } }
}

/// What is wrong with a form, above it.
pub(crate) fn pesan_galat(teks: Option<&str>) -> Markup {
    html! { @if let Some(teks) = teks { div.pesan.galat role="alert" { (teks) } } }
}

/// A field of a form.
pub(crate) struct Isian<'a> {
    /// Its name in the form.
    pub(crate) nama: &'a str,
    /// What it asks for.
    pub(crate) label: &'a str,
    /// Kind: "text", "password", "date", "email", "number".
    pub(crate) jenis: &'a str,
    /// What stands in it.
    pub(crate) nilai: &'a str,
    /// A hint below it.
    pub(crate) bantuan: &'a str,
    /// Whether it must be filled.
    pub(crate) wajib: bool,
    /// What a browser may fill in: "username", "current-password", "new-password", "one-time-code", "off".
    pub(crate) lengkapi: &'a str,
}

impl<'a> Isian<'a> {
    /// A text that must be filled.
    pub(crate) const fn teks(nama: &'a str, label: &'a str, nilai: &'a str) -> Self {
        Self {
            nama,
            label,
            jenis: "text",
            nilai,
            bantuan: "",
            wajib: true,
            lengkapi: "off",
        }
    }

    /// The field with its label and hint.
    pub(crate) fn tampilkan(&self) -> Markup {
        let id = format!("isian-{}", self.nama);
        let id_bantuan = format!("{id}-bantuan");
        html! {
            div.isian {
                label for=(id) { (self.label) @if !self.wajib { span.redup { " (boleh kosong)" } } }
                input #(id) name=(self.nama) type=(self.jenis) value=(self.nilai) required[self.wajib] autocomplete=(self.lengkapi)
                    aria-describedby=[(!self.bantuan.is_empty()).then_some(id_bantuan.as_str())];
                @if !self.bantuan.is_empty() { p.bantuan #(id_bantuan) { (self.bantuan) } }
            }
        }
    }
}

/// A choice among several: name in the form, label, the choices (value, words), the one that stands.
pub(crate) fn pilihan(nama: &str, label: &str, daftar: &[(String, String)], kini: &str) -> Markup {
    let id = format!("isian-{nama}");
    html! {
        div.isian {
            label for=(id) { (label) }
            select #(id) name=(nama) {
                @for (nilai, kata) in daftar { option value=(nilai) selected[nilai == kini] { (kata) } }
            }
        }
    }
}
