//! The frame of a page: head, menu, message, content.

use app::Tindakan;
use maud::{DOCTYPE, Markup, html};

use crate::aset;
use crate::konteks::Tempat;

/// Which entry of the menu a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Menu {
    /// The year at a glance.
    Dasbor,
    /// Targets, agreement, action plan.
    Perencanaan,
    /// Entry of the year.
    Pengukuran,
    /// Budget.
    Anggaran,
    /// Registers.
    Kegiatan,
    /// The report.
    Laporan,
    /// The checker.
    Periksa,
    /// Children of a unit.
    Konsolidasi,
    /// Units, people, grants, years, audit, backups.
    Pengelolaan,
    /// One's own account.
    Akun,
    /// None of them.
    Lain,
}

/// Entries that belong to a unit and a year: which, its word in the address, its name.
const TAHUN: [(Menu, &str, &str); 7] = [
    (Menu::Dasbor, "dasbor", "Dasbor"),
    (Menu::Perencanaan, "perencanaan", "Perencanaan"),
    (Menu::Pengukuran, "pengukuran", "Pengukuran"),
    (Menu::Anggaran, "anggaran", "Anggaran"),
    (Menu::Kegiatan, "kegiatan", "Kegiatan"),
    (Menu::Laporan, "laporan", "Laporan"),
    (Menu::Konsolidasi, "konsolidasi", "Konsolidasi"),
];

/// What the frame shows.
pub(crate) struct Bingkai<'a> {
    /// Title of the page.
    pub(crate) judul: &'a str,
    /// Its entry of the menu.
    pub(crate) menu: Menu,
    /// Who is logged in.
    pub(crate) nama: &'a str,
    /// Unit and year.
    pub(crate) tempat: Option<&'a Tempat>,
    /// What just happened.
    pub(crate) pesan: Option<&'a str>,
    /// "terang" or "gelap"; none to follow the machine.
    pub(crate) tema: Option<&'a str>,
}

impl Bingkai<'_> {
    /// The whole page.
    pub(crate) fn tampilkan(&self, isi: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="id" data-tema=[self.tema] {
                (kepala(self.judul))
                body {
                    a.lompat href="#isi" { "Langsung ke isi" }
                    header.palang {
                        a.merek href="/" { img src=(aset::alamat("lambang.svg")) alt="" width="28" height="28"; "Cermat" }
                        @if let Some(tempat) = self.tempat {
                            div.tempat {
                                a href="/pilih" title="Pilih unit lain" { (tempat.unit.nama) }
                                (self.tahun(tempat))
                            }
                        } @else {
                            div.tempat { a href="/pilih" { "Pilih unit dan tahun" } }
                        }
                        details.saya {
                            summary aria-label=(format!("Akun {}", self.nama)) { span.inisial aria-hidden="true" { (inisial(self.nama)) } span.nama { (self.nama) } }
                            div.lembaran {
                                p { (self.nama) }
                                a href="/akun" { "Akun saya" }
                                a href="/akun/hak" { "Hak saya" }
                                a href="/akun/token" { "Token saya" }
                                form method="post" action="/tema" {
                                    @for (kata, sebutan) in [("terang", "Tampilan terang"), ("gelap", "Tampilan gelap"), ("ikut", "Ikuti perangkat")] {
                                        button type="submit" name="tema" value=(kata) aria-pressed=(if self.tema.unwrap_or("ikut") == kata { "true" } else { "false" }) { (sebutan) }
                                    }
                                }
                                form method="post" action="/keluar" { button type="submit" { "Keluar" } }
                            }
                        }
                    }
                    div.badan {
                        (self.menu())
                        main #isi tabindex="-1" {
                            @if let Some(pesan) = self.pesan { div.pesan.baik role="status" { (pesan) } }
                            (isi)
                        }
                    }
                }
            }
        }
    }

    fn tahun(&self, tempat: &Tempat) -> Markup {
        let ekor = TAHUN
            .iter()
            .find(|(menu, ..)| *menu == self.menu)
            .map_or("dasbor", |(_, kata, _)| kata);
        html! {
            details.pilih-tahun {
                summary { span.tersembunyi { "Tahun " } (tempat.tahun) }
                div.lembaran {
                    @for periode in &tempat.periode {
                        a href=(format!("/u/{}/{}/{ekor}", tempat.unit.unit, periode.tahun)) aria-current=[(periode.tahun == tempat.tahun).then_some("true")] { (periode.tahun) }
                    }
                    @if tempat.boleh.contains(&Tindakan::BukaTahun) { a href="/kelola/tahun" { "Buka tahun lain" } }
                }
            }
        }
    }

    fn menu(&self) -> Markup {
        let butir = |menu: Menu, alamat: String, sebutan: &str| {
            html! { li { a href=(alamat) aria-current=[(menu == self.menu).then_some("page")] { (sebutan) } } }
        };
        let daftar = html! {
            ul {
                @if let Some(tempat) = self.tempat {
                    @for (menu, kata, sebutan) in TAHUN {
                        // A unit that only gathers others has no year of its own.
                        @if menu == Menu::Konsolidasi || tempat.dibuka() { (butir(menu, tempat.alamat(kata), sebutan)) }
                    }
                }
                (butir(Menu::Periksa, "/periksa".to_owned(), "Periksa"))
                // What may be managed may lie at another unit than the one at hand; the page shows what that is.
                (butir(Menu::Pengelolaan, "/kelola".to_owned(), "Pengelolaan"))
            }
        };
        let kini = TAHUN
            .iter()
            .find(|(menu, ..)| *menu == self.menu)
            .map_or("Menu", |(_, _, sebutan)| sebutan);
        html! {
            nav.menu aria-label="Menu utama" { (daftar) }
            details.menu-kecil { summary { "Menu" @if kini != "Menu" { ": " (kini) } } nav aria-label="Menu" { (daftar) } }
        }
    }
}

fn inisial(nama: &str) -> String {
    nama.split_whitespace()
        .filter_map(|kata| kata.chars().next())
        .filter(|huruf| huruf.is_alphabetic())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

fn kepala(judul: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (judul) " · Cermat" }
            link rel="icon" href=(aset::alamat("lambang.svg")) type="image/svg+xml";
            link rel="stylesheet" href=(aset::alamat("cermat.css"));
            script src=(aset::alamat("cermat.js")) defer {}
        }
    }
}

/// A page without menu: login, first set-up, errors, and what citizens see.
pub(crate) fn polos(judul: &str, isi: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" {
            (kepala(judul))
            body.polos {
                a.lompat href="#isi" { "Langsung ke isi" }
                header.palang { a.merek href="/" { img src=(aset::alamat("lambang.svg")) alt="" width="28" height="28"; "Cermat" } }
                main #isi tabindex="-1" { h1 { (judul) } (isi) }
            }
        }
    }
}
