//! Which units are shown, by which order, on which page: what the address says, and the form and links that say it.

use maud::{Markup, html};
use serde::Deserialize;
use store::{Saringan, Urutan};

use app::{Konsolidasi, PilihanKonsolidasi};

use crate::galat::sandikan;

/// Units on one page.
const SEHALAMAN: i64 = 50;

/// The filters: word in the address, words on the page.
const SARINGAN: [(&str, &str, Saringan); 6] = [
    ("", "Semua", Saringan::Semua),
    (
        "belum-mengajukan",
        "Belum mengajukan laporan",
        Saringan::BelumMengajukan,
    ),
    ("terlambat", "Terlambat", Saringan::Terlambat),
    (
        "di-bawah-target",
        "Ada indikator di bawah target",
        Saringan::DiBawahTarget,
    ),
    (
        "ada-kesalahan",
        "Ada data yang perlu diperbaiki",
        Saringan::AdaKesalahan,
    ),
    ("belum-dibuka", "Tahun belum dibuka", Saringan::BelumDibuka),
];

/// The orders by their word in the address.
const URUTAN: [(&str, Urutan); 8] = [
    ("", Urutan::Nama),
    ("laporan", Urutan::Laporan),
    ("capaian", Urutan::Capaian),
    ("di-bawah", Urutan::DiBawah),
    ("penyerapan", Urutan::Penyerapan),
    ("nka", Urutan::Nka),
    ("ikpa", Urutan::Ikpa),
    ("kesalahan", Urutan::Kesalahan),
];

/// What the address says. A word that is not known counts as none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Saring {
    /// Part of a name.
    cari: String,
    /// A word of [`SARINGAN`].
    saring: String,
    /// A word of [`URUTAN`].
    pub(super) urut: String,
    /// "1" from the highest down.
    turun: String,
    /// "1" for everything below the unit.
    turunan: String,
    /// Number of the page, from 1.
    halaman: String,
}

impl Saring {
    fn nomor(&self) -> i64 {
        self.halaman.parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    pub(super) fn turun(&self) -> bool {
        self.turun == "1"
    }

    /// One page.
    pub(super) fn pilihan(&self) -> PilihanKonsolidasi {
        PilihanKonsolidasi {
            lewati: self.nomor().saturating_sub(1).saturating_mul(SEHALAMAN),
            banyak: SEHALAMAN,
            ..self.semua()
        }
    }

    /// Everything that the filter lets through.
    pub(super) fn semua(&self) -> PilihanKonsolidasi {
        let saringan = SARINGAN.iter().find(|(kata, ..)| *kata == self.saring);
        let urutan = URUTAN.iter().find(|(kata, _)| *kata == self.urut);
        PilihanKonsolidasi {
            turunan: self.turunan == "1",
            cari: self.cari.clone(),
            saringan: saringan.map_or(Saringan::Semua, |satu| satu.2),
            urutan: urutan.map_or(Urutan::Nama, |satu| satu.1),
            turun: self.turun(),
            lewati: 0,
            banyak: i64::MAX,
        }
    }

    /// The same with a change, as the query of an address.
    pub(super) fn kueri(&self, ubah: impl FnOnce(&mut Self)) -> String {
        let mut lain = self.clone();
        ubah(&mut lain);
        let bagian: Vec<String> = [
            ("cari", &lain.cari),
            ("saring", &lain.saring),
            ("urut", &lain.urut),
            ("turun", &lain.turun),
            ("turunan", &lain.turunan),
            ("halaman", &lain.halaman),
        ]
        .into_iter()
        .filter(|(_, isi)| !isi.is_empty())
        .map(|(nama, isi)| format!("{nama}={}", sandikan(isi)))
        .collect();
        bagian.join("&")
    }

    /// The address that sorts by a column; the column that is sorted already turns round.
    pub(super) fn urutkan(&self, dasar: &str, kata: &str) -> String {
        let kini = self.urut == kata;
        let turun = if kini {
            !self.turun()
        } else {
            !kata.is_empty()
        };
        let kueri = self.kueri(|lain| {
            lain.urut = kata.to_owned();
            lain.turun = if turun { "1".to_owned() } else { String::new() };
            lain.halaman = String::new();
        });
        format!("{dasar}?{kueri}#unit")
    }

    /// The form: search, filter, how deep.
    pub(super) fn formulir(&self, dasar: &str, hasil: &Konsolidasi) -> Markup {
        let bersih = self.cari.is_empty() && self.saring.is_empty();
        html! {
            form.cari method="get" action=(format!("{dasar}#unit")) role="search" aria-label="Saring unit" {
                label for="cari" { "Nama unit" }
                input #cari type="search" name="cari" value=(self.cari);
                label for="saring" { "Tampilkan" }
                select #saring name="saring" {
                    @for (kata, sebutan, _) in SARINGAN { option value=(kata) selected[kata == self.saring] { (sebutan) } }
                }
                label.sebaris { input type="checkbox" name="turunan" value="1" checked[hasil.turunan]; "Sertakan semua tingkat" }
                input type="hidden" name="urut" value=(self.urut);
                input type="hidden" name="turun" value=(self.turun);
                button.tombol type="submit" { "Terapkan" }
                @if !bersih { a.tombol href=(format!("{dasar}?{}#unit", self.kueri(|lain| { lain.cari.clear(); lain.saring.clear(); lain.halaman.clear(); }))) { "Hapus saringan" } }
            }
            p.redup role="status" { (hasil.banyak) " unit" @if !bersih { " sesuai saringan" } "." }
        }
    }

    /// The way to the other pages.
    pub(super) fn halaman(&self, dasar: &str, hasil: &Konsolidasi) -> Markup {
        let kini = self.nomor();
        let akhir = hasil.banyak.saturating_add(SEHALAMAN - 1) / SEHALAMAN;
        let ke = |nomor: i64| {
            let kueri = self.kueri(|lain| lain.halaman = nomor.to_string());
            format!("{dasar}?{kueri}#unit")
        };
        html! {
            @if akhir > 1 {
                nav.halaman-halaman aria-label="Halaman daftar unit" {
                    @if kini > 1 { a.tombol.kecil href=(ke(kini.saturating_sub(1))) rel="prev" { "Sebelumnya" } }
                    span { "Halaman " (kini) " dari " (akhir) }
                    @if kini < akhir { a.tombol.kecil href=(ke(kini.saturating_add(1))) rel="next" { "Berikutnya" } }
                }
            }
        }
    }
}
