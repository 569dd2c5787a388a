//! What waits for whom, what is due, what is wrong.

use maud::{Markup, html};

use app::{Dasbor, JenisAlur, Keadaan, Penantian, Peran, Tenggat};

use crate::konteks::KonteksTahun;
use crate::pages::lembar;
use crate::tampilan::{kotak_tabel, tanda_keadaan};
use crate::waktu::{pukul, tanggal};

/// Most defects that the page lists; their sheets show the others.
const TERBANYAK: usize = 25;
/// A day that is nearer than this stands out.
const DEKAT: i64 = 30;

/// The four flows: where they stand, since when, who may take them on.
pub(super) fn alur(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Dokumen" } th scope="col" { "Keadaan" } th scope="col" { "Sejak" } th scope="col" { "Menunggu" } } }
            tbody {
                @for satu in &dasbor.alur {
                    tr {
                        th scope="row" { a href=(k.alamat(halaman(satu.alur.jenis))) { (satu.alur.jenis.sebutan()) } }
                        td { (tanda_keadaan(satu.alur.keadaan)) }
                        td { (pukul(satu.sejak)) }
                        td { (menunggu(satu)) }
                    }
                }
            }
        }
    };
    html! {
        section aria-labelledby="alur" {
            h2 #alur { "Yang menunggu" }
            (kotak_tabel("Keadaan dokumen dan siapa yang ditunggu", &tabel))
        }
    }
}

fn menunggu(satu: &Penantian) -> Markup {
    // Reopening for a correction is nothing that anybody waits for.
    let lanjut: Vec<_> = satu
        .langkah
        .iter()
        .filter(|(ke, _)| *ke != Keadaan::Draf)
        .collect();
    html! {
        @if lanjut.is_empty() { "Selesai" }
        @else {
            @for (nomor, (ke, peran)) in lanjut.iter().enumerate() {
                @if nomor == 0 { (langkah(*ke)) " oleh " (peran_peran(peran)) }
                @else { span.redup { " atau " (langkah(*ke).to_lowercase()) } }
            }
            @if lanjut.iter().any(|(ke, _)| satu.alur.langkah.contains(ke)) { " " span.tanda.sedang { "menunggu Anda" } }
        }
    }
}

/// A step as somebody takes it.
const fn langkah(ke: Keadaan) -> &'static str {
    match ke {
        Keadaan::Draf => "Pembukaan kembali",
        Keadaan::Diajukan => "Pengajuan",
        Keadaan::Diverifikasi => "Verifikasi",
        Keadaan::Disahkan => "Pengesahan",
        Keadaan::Dikembalikan => "Pengembalian",
        Keadaan::Diterbitkan => "Penerbitan",
    }
}

fn peran_peran(peran: &[Peran]) -> String {
    let nama: Vec<_> = peran.iter().map(|satu| satu.sebutan()).collect();
    nama.join(" atau ")
}

/// What is due, with where that is written.
pub(super) fn tenggat(dasbor: &Dasbor) -> Markup {
    html! {
        section aria-labelledby="tenggat" {
            h2 #tenggat { "Tenggat" }
            @if dasbor.tenggat.is_empty() { p { "Tidak ada ketentuan tenggat untuk tahun ini." } }
            ul.daftar-unit {
                @for satu in &dasbor.tenggat {
                    li {
                        div {
                            strong { (satu.apa) }
                            p.redup { (satu.dasar) @if let Some(catatan) = &satu.catatan { " · " (catatan) } }
                        }
                        (hari(satu))
                    }
                }
            }
        }
    }
}

fn hari(satu: &Tenggat) -> Markup {
    html! {
        @match (satu.hari, satu.sisa) {
            (Some(hari), Some(sisa)) => {
                span.deretan {
                    (tanggal(&hari.to_string()))
                    @if sisa < 0 { span.tanda { "lewat " (sisa.unsigned_abs()) " hari" } }
                    @else { span.tanda.sedang[sisa <= DEKAT] { @if sisa == 0 { "hari ini" } @else { (sisa) " hari lagi" } } }
                }
            }
            _ => span.redup { (satu.ketentuan) },
        }
    }
}

/// Cells that are wrong or missing, each with the way to its sheet.
pub(super) fn kesalahan(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let daftar = &dasbor.dibaca.kesalahan;
    html! {
        section aria-labelledby="kesalahan" {
            h2 #kesalahan { "Data yang perlu diperbaiki" }
            @if daftar.is_empty() { p { "Tidak ada. Seluruh isian dapat dibaca." } }
            @else {
                ul.rincian {
                    @for satu in daftar.iter().take(TERBANYAK) {
                        li {
                            a href=(lembar::letak_isian(k, &satu.tempat.berkas)) { (satu.tempat) }
                            ": " (satu.pesan)
                            @if !satu.cuplikan.is_empty() { " (" q { (satu.cuplikan) } ")" }
                            ". " span.redup { (satu.perbaikan) "." }
                        }
                    }
                }
                @if daftar.len() > TERBANYAK { p.redup { "Hanya " (TERBANYAK) " hal pertama yang ditampilkan." } }
            }
        }
    }
}

/// The page on which a flow is taken on.
const fn halaman(jenis: JenisAlur) -> &'static str {
    match jenis {
        JenisAlur::Perjanjian => "perencanaan/perjanjian",
        JenisAlur::RencanaAksi => "perencanaan/rencana-aksi",
        JenisAlur::Realisasi => "pengukuran",
        JenisAlur::Laporan => "laporan",
    }
}
