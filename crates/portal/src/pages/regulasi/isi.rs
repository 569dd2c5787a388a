//! The parts of the page of the law: a regulation with its provisions, what is unsure, what is not covered, what was replaced.

use hukum::{Butir, Hukum, Isi, Ketentuan, Regulasi};
use kinerja::bilangan;
use maud::{Markup, html};

use super::{Kegunaan, tanda_status};
use crate::konteks::Tempat;
use crate::tampilan::kotak_tabel;
use crate::waktu::tanggal;

/// A regulation with its provisions.
pub(super) fn regulasi(
    regulasi: &Regulasi,
    isi: &[&Ketentuan],
    hukum: &Hukum,
    kegunaan: &Kegunaan<'_>,
    tempat: Option<&Tempat>,
) -> Markup {
    let pengganti = regulasi
        .diganti_oleh
        .as_deref()
        .map(|id| hukum.regulasi(id).map_or(id, |baru| baru.sebutan.as_str()));
    let tabel = html! {
        table {
            thead { tr {
                th scope="col" { "Ketentuan" } th scope="col" { "Nilai" } th scope="col" { "Kutipan dan masa berlaku" }
                th scope="col" { "Keadaan" } th scope="col" { "Dipakai untuk" }
            } }
            tbody { @for satu in isi { (baris(satu, hukum, kegunaan, tempat)) } }
        }
    };
    html! {
        section.regulasi #(regulasi.id) aria-labelledby=(format!("judul-{}", regulasi.id)) {
            h2 #(format!("judul-{}", regulasi.id)) { (regulasi.sebutan) }
            p.redup {
                "tentang " (regulasi.tentang)
                @if let Some(hari) = regulasi.ditetapkan { ". Ditetapkan " (tanggal(&hari.to_string())) }
                @if regulasi.saran { ". Saran; tidak perlu diakui kantor" } "."
            }
            @if let Some(baru) = pengganti { p { span.tanda.sedang { "sudah diganti" } " oleh " (baru) ". Nilai di bawah tetap berlaku untuk tahun yang dilaporkan." } }
            (kotak_tabel(&regulasi.singkatan, &tabel))
        }
    }
}

fn baris(
    satu: &Ketentuan,
    hukum: &Hukum,
    kegunaan: &Kegunaan<'_>,
    tempat: Option<&Tempat>,
) -> Markup {
    let perlu = hukum.perlu_dipastikan(satu);
    html! {
        tr #(satu.kode) {
            th scope="row" { (satu.judul) br; span.redup.kode { (satu.kode) } }
            td { (nilai(satu)) }
            td {
                @if satu.kutipan.is_empty() { "–" } @else { (satu.kutipan) }
                br; span.redup { "berlaku " (satu.masa()) }
                @if !satu.sumber.is_empty() || satu.catatan.is_some() {
                    details {
                        summary.redup { "Sumber dan catatan" }
                        @if !satu.sumber.is_empty() { p { "Sumber: " (satu.sumber) } }
                        @if let Some(catatan) = &satu.catatan { p { (catatan) } }
                    }
                }
            }
            td { (tanda_status(satu.status, perlu)) @if perlu { p.redup { "Cocokkan dengan naskah peraturannya." } } }
            td { (dipakai(satu, kegunaan, tempat)) }
        }
    }
}

fn dipakai(satu: &Ketentuan, kegunaan: &Kegunaan<'_>, tempat: Option<&Tempat>) -> Markup {
    let rumus: Vec<_> = kegunaan.rumus(&satu.kode).collect();
    let angka = kegunaan.angka.get(satu.kode.as_str()).zip(tempat);
    html! {
        @if !rumus.is_empty() { ul.rapat { @for nama in &rumus { li { (nama) } } } }
        @if let Some(((banyak, kode), tempat)) = angka {
            a href=(tempat.alamat(&format!("fakta/{kode}"))) { (banyak) " angka tahun ini" }
        } @else if rumus.is_empty() { span.redup { "pemeriksaan dan penyusunan laporan" } }
    }
}

/// The value; a long list can be opened.
fn nilai(satu: &Ketentuan) -> Markup {
    html! {
        (satu.ringkas())
        @if let Isi::Daftar(butir) = &satu.isi {
            @if butir.iter().any(|satu| !satu.anak.is_empty()) || butir.len() > 9 {
                details { summary.redup { "Lihat butirnya" } (daftar(butir)) }
            }
        }
    }
}

fn daftar(butir: &[Butir]) -> Markup {
    html! {
        ul.rapat {
            @for satu in butir {
                li {
                    (satu.nama)
                    @if let Some(nilai) = satu.nilai { ": " (bilangan::format(nilai, nilai.normalize().scale())) }
                    @if !satu.anak.is_empty() { (daftar(&satu.anak)) }
                }
            }
        }
    }
}

/// What a person with the regulation open must still confirm.
pub(super) fn belum(belum: &[&Ketentuan], hukum: &Hukum) -> Markup {
    html! {
        @if !belum.is_empty() {
            details.pesan.ingat {
                summary { (belum.len()) " ketentuan belum terverifikasi; cocokkan dengan naskah peraturannya" }
                ul { @for satu in belum {
                    li { a href=(format!("#{}", satu.kode)) { (satu.judul) } " (" (hukum.regulasi(&satu.regulasi).map_or(satu.regulasi.as_str(), |r| r.singkatan.as_str())) ")" }
                } }
            }
        }
    }
}

/// What no value covers in this year, and the regulations that were replaced.
pub(super) fn lain(hukum: &Hukum, tahun: i16) -> Markup {
    let tidak = hukum.tidak_tercakup(tahun);
    let diganti: Vec<(&Regulasi, &str)> = hukum
        .regulasi
        .iter()
        .filter_map(|lama| {
            let id = lama.diganti_oleh.as_deref()?;
            Some((
                lama,
                hukum.regulasi(id).map_or(id, |baru| baru.sebutan.as_str()),
            ))
        })
        .collect();
    html! {
        @if !tidak.is_empty() {
            h2 { "Tidak ada ketentuan untuk tahun ini" }
            ul { @for teks in &tidak { li { (teks) } } }
        }
        @if !diganti.is_empty() {
            h2 { "Peraturan yang sudah diganti" }
            ul { @for (lama, baru) in &diganti { li { (lama.sebutan) " diganti oleh " (baru) } } }
        }
    }
}
