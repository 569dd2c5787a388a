//! The report of a year: what is written, what is missing, its files, its flow.

mod bagian;
mod berkas;
mod narasi;
mod pekerjaan;
mod penyunting;

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};

use app::{JenisAlur, Keadaan, LaporanTahun, SusunanBerkas};

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, alur, judul, kosong, kotak_tabel};
use crate::waktu::pukul;

pub(crate) use bagian::{sebutan as sebutan_berkas, ukuran as ukuran_berkas};
pub(crate) use berkas::jawaban as jawaban_berkas;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/laporan", get(lihat))
        .merge(berkas::routes())
        .merge(narasi::routes())
        .merge(pekerjaan::routes())
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let app = &k.konteks.portal.app;
    let laporan = app.lihat_laporan(&k.pelaku(), k.unit(), k.tahun()).await?;
    let semua = app.daftar_alur(&k.pelaku(), k.unit(), k.tahun()).await?;
    let alur_laporan = semua.iter().find(|satu| satu.jenis == JenisAlur::Laporan);
    let publik = format!("/publik/{}/{}", k.unit(), k.tahun());
    let tindakan = html! {
        @if !laporan.terbitan.is_empty() { a.tombol href=(publik) { "Halaman publik" } }
    };
    let nama = format!("Laporan Kinerja Tahun {}", k.tahun());
    let isi = html! {
        (judul(&nama, &laporan.unit.nama, &tindakan))
        (bagian::berjalan(&k, &laporan))
        (bagian::peringatan(&k, &laporan, alur_laporan.is_some_and(|satu| satu.keadaan.terbuka())))
        div.dua-lajur {
            (susun(&k, &laporan))
            @if let Some(satu) = alur_laporan { (alur(&k.tempat, satu, &k.alamat("laporan"), "")) }
        }
        (bagian::kelengkapan(&k, &laporan))
        (bagian::hasil_periksa(&k, &laporan))
        (arsip(&k, &laporan, alur_laporan.map(|satu| satu.riwayat.as_slice()).unwrap_or_default()))
    };
    Ok(k.halaman(&nama, Menu::Laporan, &isi))
}

/// Asking for a report.
fn susun(k: &KonteksTahun, laporan: &LaporanTahun) -> Markup {
    html! {
        section.kartu aria-labelledby="susun" {
            h2 #susun { "Susun laporan" }
            p { "Draf menunjukkan yang masih rumpang. Laporan final hanya terbit bila lengkap dan tidak ada temuan wajib; laporan final itulah yang diajukan." }
            @match &laporan.tidak_boleh_susun {
                Some(sebab) => { p.redup { (sebab) "." } }
                None => {
                    form method="post" action=(k.alamat("laporan/susun")) {
                        div.deretan {
                            button.tombol.utama type="submit" name="jenis" value="draf" { "Susun draf" }
                            button.tombol type="submit" name="jenis" value="final" { "Susun laporan final" }
                        }
                    }
                }
            }
        }
    }
}

/// The compositions with their files.
fn arsip(k: &KonteksTahun, laporan: &LaporanTahun, riwayat: &[store::Langkah]) -> Markup {
    html! {
        h2 { "Berkas laporan" }
        @if laporan.susunan.is_empty() {
            (kosong("Belum ada laporan yang disusun untuk tahun ini. Susun draf untuk melihat hasil dan kekurangannya.", &html! {}))
        } @else {
            (kotak_tabel("Berkas laporan", &html! {
                table {
                    thead { tr { th scope="col" { "Disusun" } th scope="col" { "Jenis" } th scope="col" { "Berkas" } th scope="col" { "Keterangan" } } }
                    tbody { @for satu in &laporan.susunan { (baris_arsip(k, laporan, riwayat, satu)) } }
                }
            }))
        }
    }
}

fn baris_arsip(
    k: &KonteksTahun,
    laporan: &LaporanTahun,
    riwayat: &[store::Langkah],
    satu: &SusunanBerkas,
) -> Markup {
    let id = &satu.susunan.id;
    let langkah: Vec<&str> = riwayat
        .iter()
        .filter(|langkah| satu.langkah.contains(&langkah.versi))
        .filter_map(|langkah| Keadaan::dari_kata(&langkah.menjadi).map(Keadaan::sebutan))
        .collect();
    html! {
        tr {
            th scope="row" {
                a href=(k.alamat(&format!("laporan/susunan/{id}"))) { (pukul(satu.susunan.pada)) }
                br; span.redup { (laporan.nama.get(&satu.susunan.oleh).map_or("", String::as_str)) }
            }
            td { @if satu.susunan.akhir == 1 { span.tanda.baik { "Final" } } @else { span.tanda { "Draf" } } }
            td { (bagian::tautan_berkas(k, satu)) }
            td {
                @if satu.terkini { "Sesuai dengan data sekarang" } @else { span.redup { "Data sudah berubah sejak itu" } }
                @if !langkah.is_empty() { br; (langkah.join(", ")) }
            }
        }
    }
}
