//! The origin of one fakta: its cell, its provision, or its formula with the numbers in it.

use app::{TahunDibaca, TitikSel};
use hukum::{Hukum, Ketentuan};
use kinerja::masukan::Tempat;
use kinerja::ungkapan::Potong;
use kinerja::{Asal, DaftarFakta, Fakta, Hitungan, Kecocokan, Selang, bilangan};
use maud::{Markup, html};

use super::tautan;
use crate::galat::sandikan;
use crate::konteks::KonteksTahun;
use crate::pages::regulasi::tanda_status;

/// Where it comes from, in a few words.
pub(super) fn ringkas(fakta: &Fakta) -> Markup {
    html! {
        @match &fakta.asal {
            Asal::Masukan { tempat, .. } => { (tempat.to_string()) },
            Asal::Koreksi { tempat, .. } => { (tempat.to_string()) ", dikoreksi" },
            Asal::Ketentuan { kutipan, .. } => { (kutipan) },
            Asal::Hitungan(hitungan) => { "Dihitung: " (hitungan.rumus.nama) },
        }
    }
}

/// The whole origin.
pub(super) fn asal(k: &KonteksTahun, dibaca: &TahunDibaca, fakta: &Fakta, hukum: &Hukum) -> Markup {
    html! {
        div.kartu {
            @match &fakta.asal {
                Asal::Masukan { tempat, teks } => {
                    p { "Diisi pada " (sel(k, dibaca, tempat)) }
                    dl.pasangan { dt { "Tertulis" } dd { @if teks.trim().is_empty() { em { "kosong" } } @else { (teks.trim()) } } }
                },
                Asal::Koreksi { tempat, tercetak, alasan, dasar } => {
                    p { "Diisi pada " (sel(k, dibaca, tempat)) ", lalu dikoreksi" }
                    dl.pasangan {
                        dt { "Tercetak" } dd { @if tercetak.trim().is_empty() { em { "kosong" } } @else { (tercetak.trim()) } }
                        dt { "Menjadi" } dd { (fakta.tampil().unwrap_or_default()) }
                        dt { "Alasan" } dd { (alasan) }
                        dt { "Dasar" } dd { (dasar) }
                    }
                },
                Asal::Ketentuan { ketentuan, kutipan, status } => {
                    p { "Ditetapkan oleh peraturan " (tanda_status(*status, false)) }
                    p { a href=(alamat_regulasi(k, ketentuan)) { (kutipan) } }
                },
                Asal::Hitungan(hitungan) => { (dihitung(k, &dibaca.hasil.fakta, fakta, hitungan, hukum)) },
            }
            @if let Some(tercetak) = &fakta.tercetak {
                h3 { "Angka tercetak" }
                p { (tercetak.teks) " pada " (sel(k, dibaca, &tercetak.tempat)) ": " (cocok(&tercetak.kecocokan, fakta.presisi)) }
            }
        }
    }
}

fn dihitung(
    k: &KonteksTahun,
    daftar: &DaftarFakta,
    fakta: &Fakta,
    hitungan: &Hitungan,
    hukum: &Hukum,
) -> Markup {
    let potong = hitungan.ungkapan.potong(&|kode| daftar.get(kode.as_str()));
    let ketentuan = ketentuan(k, hitungan, hukum);
    html! {
        p { strong { (hitungan.rumus.nama) } ": " (hitungan.rumus.bunyi) }
        @if !potong.is_empty() {
            p.rumus {
                @for satu in &potong {
                    @match satu {
                        Potong::Teks(teks) => (teks),
                        Potong::Fakta(kode, teks) => (tautan(k, kode.as_str(), teks)),
                    }
                }
                @if let Some(teks) = fakta.tampil_bersatuan() { " = " strong { (teks) } }
            }
        }
        @if let Some(presisi) = hitungan.pembulatan {
            p.redup { "Dibulatkan setengah ke atas pada " (presisi) " desimal; sebelum itu tidak ada pembulatan." }
        }
        @if !ketentuan.is_empty() || !hitungan.dasar.is_empty() {
            h3 { "Dasar" }
            ul {
                @for (satu, kutipan) in &ketentuan {
                    li {
                        a href=(alamat_regulasi(k, &satu.kode)) { (satu.judul) } ": " (kutipan) " "
                        (tanda_status(satu.status, hukum.perlu_dipastikan(satu)))
                    }
                }
                @for dasar in &hitungan.dasar {
                    @if !ketentuan.iter().any(|(_, kutipan)| kutipan == dasar) { li { (dasar) } }
                }
            }
        }
    }
}

/// The provisions behind a computation, with how they are cited: those that set its formula, and those that its basis names.
fn ketentuan<'h>(
    k: &KonteksTahun,
    hitungan: &Hitungan,
    hukum: &'h Hukum,
) -> Vec<(&'h Ketentuan, String)> {
    let Ok(tahun) = i16::try_from(k.tahun()) else {
        return Vec::new();
    };
    hukum
        .berlaku(tahun)
        .map(|satu| {
            (
                satu,
                kinerja::daftar::kutipan(satu, hukum.regulasi(&satu.regulasi)),
            )
        })
        .filter(|(satu, kutipan)| {
            hitungan.rumus.ketentuan.contains(&satu.kode.as_str())
                || hitungan.dasar.contains(kutipan)
        })
        .collect()
}

fn alamat_regulasi(k: &KonteksTahun, kode: &str) -> String {
    format!("/regulasi/{}#{}", k.tahun(), sandikan(kode))
}

/// A cell with the way to its sheet and to everything that it ever said.
fn sel(k: &KonteksTahun, dibaca: &TahunDibaca, tempat: &Tempat) -> Markup {
    let titik = dibaca.isi.titik(tempat);
    html! {
        @match titik {
            Some(titik) => {
                a href=(alamat_lembar(k, &titik)) { (tempat.to_string()) }
                " (" a href=(alamat_riwayat(k, &titik)) { "riwayat sel" } ")"
            },
            None => { (tempat.to_string()) },
        }
    }
}

fn alamat_lembar(k: &KonteksTahun, titik: &TitikSel) -> String {
    k.alamat(&format!(
        "lembar/{}",
        sandikan(&titik.lembar).replace('/', "%2F")
    ))
}

fn alamat_riwayat(k: &KonteksTahun, titik: &TitikSel) -> String {
    format!(
        "{}/riwayat?baris={}&kolom={}",
        alamat_lembar(k, titik),
        sandikan(&titik.baris),
        sandikan(&titik.kolom)
    )
}

fn cocok(kecocokan: &Kecocokan, presisi: u32) -> Markup {
    let rentang = |selang: &Selang| {
        format!(
            "{} sampai {}",
            bilangan::format(selang.bawah, presisi),
            bilangan::format(selang.atas, presisi)
        )
    };
    html! {
        @match kecocokan {
            Kecocokan::Sama => span.tanda.baik { "sama dengan hitungan" },
            Kecocokan::DalamPembulatan(selang) => {
                span.tanda.sedang { "berbeda, masih dalam pembulatan yang lazim" }
                " Rentang yang mungkin: " (rentang(selang)) "."
            },
            Kecocokan::Bertentangan(selang) => {
                span.tanda.kurang { "bertentangan dengan hitungan" }
                " Rentang yang mungkin: " (rentang(selang)) "."
            },
            Kecocokan::TidakTeruji => span.tanda { "belum dapat diuji" },
        }
    }
}
