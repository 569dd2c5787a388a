//! The parts of the report's page.

use app::{LaporanTahun, NarasiRingkas, RincianSusunan, SusunanBerkas, TemuanRingkas};
use maud::{Markup, html};

use crate::konteks::KonteksTahun;
use crate::pages::lembar::letak_isian;
use crate::tampilan::{kosong, kotak_tabel};

/// Most lines of one list before a page would be nothing else.
const TERBANYAK: usize = 100;

/// Jobs that wait or run.
pub(super) fn berjalan(k: &KonteksTahun, laporan: &LaporanTahun) -> Markup {
    html! {
        @for satu in &laporan.pekerjaan {
            div.pesan role="status" {
                (super::pekerjaan::sebutan(&satu.jenis)) ": " (satu.pesan) " (" (satu.kemajuan) "%). "
                a href=(k.alamat(&format!("laporan/pekerjaan/{}", satu.id))) { "Ikuti kemajuannya" }
            }
        }
    }
}

/// What stands in the way of a final report before it is even composed.
pub(super) fn peringatan(k: &KonteksTahun, laporan: &LaporanTahun, terbuka: bool) -> Markup {
    html! {
        @if !laporan.kesalahan.is_empty() {
            div.pesan.ingat role="note" {
                p { (laporan.kesalahan.len()) " isian data salah atau belum lengkap. Draf tetap dapat disusun; laporan final belum." }
                details { summary { "Lihat daftarnya" }
                    ul.rincian { @for satu in laporan.kesalahan.iter().take(TERBANYAK) {
                        li { a href=(letak_isian(k, &satu.tempat.berkas)) { (satu.tempat.to_string()) } ": " (satu.pesan) ". " (satu.perbaikan) "." }
                    } }
                }
            }
        }
        @if !laporan.definisi.is_empty() {
            div.pesan.ingat role="note" {
                p { "Definisi indikator tidak lagi sama dengan yang dibekukan saat tahun ini dibuka."
                    @if terbuka { " Bila memang harus berubah, tulis alasannya saat mengajukan laporan." } }
                details { summary { "Lihat " (laporan.definisi.len()) " perbedaan" }
                    ul.rincian { @for satu in &laporan.definisi {
                        li { strong { (satu.tempat.to_string()) } ": " (satu.pesan) @if !satu.cuplikan.is_empty() { "; sekarang \"" (satu.cuplikan) "\"" } "." }
                    } }
                }
            }
        }
    }
}

/// The narratives by chapter.
pub(super) fn kelengkapan(k: &KonteksTahun, laporan: &LaporanTahun) -> Markup {
    let mut bab: Vec<&str> = Vec::new();
    for satu in &laporan.narasi {
        if !bab.contains(&satu.bab) {
            bab.push(satu.bab);
        }
    }
    let tertulis = laporan.narasi.iter().filter(|satu| satu.kata > 0).count();
    html! {
        h2 #narasi { "Narasi" }
        p.redup { (tertulis) " dari " (laporan.narasi.len()) " narasi sudah ditulis. Sebagian boleh kosong; draf menunjukkan mana yang wajib." }
        div.kisi.rata-atas { @for bab in bab {
            section.kartu aria-label=(bab) {
                h3 { (bab) }
                ul.berbaris { @for satu in laporan.narasi.iter().filter(|satu| satu.bab == bab) { (butir(k, satu)) } }
            }
        } }
    }
}

fn butir(k: &KonteksTahun, satu: &NarasiRingkas) -> Markup {
    html! {
        li {
            a href=(k.alamat(&format!("laporan/narasi/{}", satu.kunci))) { (satu.judul) }
            span {
                @if satu.salah > 0 { span.tanda.kurang { (satu.salah) " nama tidak dikenal" } " " }
                @if satu.kata == 0 { span.tanda { "Belum ditulis" } } @else { span.tanda.baik { (satu.kata) " kata" } }
            }
        }
    }
}

/// Gaps and findings of the newest composition.
pub(super) fn hasil_periksa(k: &KonteksTahun, laporan: &LaporanTahun) -> Markup {
    let Some((terbaru, rincian)) = laporan.susunan.first().zip(laporan.rincian.as_ref()) else {
        return html! {
            h2 { "Kekurangan dan temuan" }
            (kosong("Kekurangan dan temuan tampil di sini setelah draf pertama disusun.", &html! {}))
        };
    };
    html! {
        h2 #temuan { "Kekurangan dan temuan" }
        @if !terbaru.terkini { p.pesan.ingat { "Data berubah sejak laporan terakhir disusun. Susun draf lagi agar daftar ini sesuai." } }
        (rumpang(k, rincian))
        (temuan(k, rincian))
    }
}

fn rumpang(k: &KonteksTahun, rincian: &RincianSusunan) -> Markup {
    html! {
        @if rincian.rumpang.is_empty() {
            p { span.tanda.baik { "Lengkap" } " Tidak ada bagian yang rumpang." }
        } @else {
            h3 { (rincian.rumpang.len()) " bagian masih rumpang" }
            @for (bab, daftar) in rincian.rumpang_per_bab() {
                details open[rincian.rumpang.len() <= 20] { summary { (bab) " (" (daftar.len()) ")" }
                    ul.rincian { @for satu in daftar.iter().take(TERBANYAK) {
                        li {
                            strong { (satu.tempat) } ": "
                            @match (&satu.narasi, &satu.kode) {
                                (Some(kunci), _) => { a href=(k.alamat(&format!("laporan/narasi/{kunci}"))) { "narasi belum ditulis" } }
                                (None, Some(kode)) => { (satu.sebab) ". " a href=(k.alamat(&format!("fakta/{kode}"))) { "Lihat asalnya" } }
                                _ => (satu.sebab),
                            }
                        }
                    } }
                }
            }
        }
    }
}

fn temuan(k: &KonteksTahun, rincian: &RincianSusunan) -> Markup {
    let kelompok = ["wajib", "anjuran", "saran"].map(|berat| {
        let daftar: Vec<&TemuanRingkas> = rincian
            .temuan
            .iter()
            .filter(|satu| satu.berat == berat && satu.selesai.is_none())
            .collect();
        (berat, daftar)
    });
    let selesai: Vec<&TemuanRingkas> = rincian
        .temuan
        .iter()
        .filter(|satu| satu.selesai.is_some())
        .collect();
    html! {
        @if rincian.temuan.is_empty() { p { span.tanda.baik { "Bersih" } " Pemeriksaan tidak menemukan apa pun." } }
        @for (berat, daftar) in kelompok { @if !daftar.is_empty() {
            details open[berat == "wajib"] {
                summary { span class=(if berat == "wajib" { "tanda kurang" } else { "tanda sedang" }) { (daftar.len()) " temuan " (berat) } }
                (tabel_temuan(k, &daftar))
            }
        } }
        @if !selesai.is_empty() {
            details { summary { span.tanda { (selesai.len()) " temuan sudah diselesaikan" } } (tabel_temuan(k, &selesai)) }
        }
    }
}

/// Findings with their places and how to mend them.
pub(super) fn tabel_temuan(k: &KonteksTahun, daftar: &[&TemuanRingkas]) -> Markup {
    kotak_tabel(
        "Temuan",
        &html! {
            table {
                thead { tr { th scope="col" { "Tempat" } th scope="col" { "Temuan" } th scope="col" { "Perbaikan" } } }
                tbody { @for satu in daftar.iter().take(TERBANYAK) {
                    tr {
                        th scope="row" {
                            @match &satu.sel {
                                Some(sel) => { a href=(letak_isian(k, &sel.lembar)) { (satu.tempat) } }
                                None => (satu.tempat),
                            }
                        }
                        td { (satu.pesan) @if !satu.cuplikan.is_empty() { br; span.redup { "Tertulis: " q { (satu.cuplikan) } } } }
                        td {
                            (satu.selesai.as_ref().unwrap_or(&satu.perbaikan))
                            @if let Some(nilai) = &satu.seharusnya { br; "Seharusnya: " strong { (nilai) } }
                            @if !satu.dasar.is_empty() { br; span.redup { "Dasar: " (satu.dasar.join("; ")) } }
                        }
                    }
                } }
            }
        },
    )
}

/// The files of a composition for download, those for reading first.
pub(super) fn tautan_berkas(k: &KonteksTahun, satu: &SusunanBerkas) -> Markup {
    let mut daftar: Vec<_> = satu.berkas.iter().collect();
    daftar.sort_by_key(|berkas| {
        (
            !berkas.nama.starts_with("lkjip"),
            std::cmp::Reverse(&berkas.nama),
        )
    });
    html! {
        div.deretan { @for berkas in daftar {
            a.tombol.kecil href=(k.alamat(&format!("laporan/susunan/{}/{}", satu.susunan.id, berkas.nama))) title=(format!("{}, sidik {}", ukuran(berkas.ukuran), berkas.sidik)) download=[unduh(&berkas.nama)] { (sebutan(&berkas.nama)) }
        } }
    }
}

fn unduh(nama: &str) -> Option<&str> {
    (!nama.ends_with(".html")).then_some(nama)
}

/// What a file is called on a button.
pub(crate) fn sebutan(nama: &str) -> &str {
    match nama {
        "lkjip.pdf" => "PDF",
        "lkjip.docx" => "DOCX",
        "lkjip.html" => "HTML",
        "fakta.json" => "Fakta (JSON)",
        "ringkasan.json" => "Ringkasan (JSON)",
        lain => lain,
    }
}

/// "482 KB"
pub(crate) fn ukuran(bita: i64) -> String {
    match bita {
        ..1_000 => format!("{bita} bita"),
        1_000..1_000_000 => format!("{} KB", bita / 1_000),
        _ => format!("{},{} MB", bita / 1_000_000, (bita % 1_000_000) / 100_000),
    }
}
