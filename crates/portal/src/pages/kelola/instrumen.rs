//! Survey instruments and kinds of office, as the law data has them. They are changed there, not here.

use axum::Router;
use axum::routing::get;
use hukum::{Arah, Instrumen, ProfilIndikator, ProfilKantor, SumberIndikator};
use maud::{Markup, html};

use super::halaman;
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{judul, kotak_tabel};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/kelola/instrumen", get(lihat))
}

/// A direction as it was frozen, in words.
pub(super) fn arah(kata: &str) -> &str {
    match kata {
        "Naik" => "makin tinggi makin baik",
        "Turun" => "makin rendah makin baik",
        "Rentang" => "terbaik di dalam rentang",
        lain => lain,
    }
}

async fn lihat(k: Konteks) -> Hasil {
    let hukum = &k.portal.app.hukum;
    let isi = html! {
        (judul("Instrumen dan jenis kantor", "Berasal dari data peraturan dan profil yang dibawa program; perubahannya dilakukan di sana dan berlaku untuk tahun yang dibuka sesudahnya.", &html! {}))
        h2 { "Instrumen survei" }
        @for satu in &hukum.instrumen { (instrumen(satu)) }
        h2 { "Jenis kantor" }
        @for satu in &hukum.profil { (profil(satu)) }
    };
    halaman(&k, "Instrumen dan jenis kantor", "instrumen", &isi).await
}

fn instrumen(satu: &Instrumen) -> Markup {
    html! {
        details.kartu.definisi {
            summary { strong { (satu.singkatan) } " " (satu.nama) span.redup { " · " (satu.semua_unsur().count()) " unsur" } }
            dl.pasangan {
                dt { "Dasar" } dd { (satu.dasar) }
                dt { "Status" } dd { (satu.status.sebutan()) }
                dt { "Skala jawaban" } dd { (satu.skala_min.to_string()) " sampai " (satu.skala_maks.to_string()) }
                dt { "Responden" } dd { @if satu.responden_internal { "pegawai kantor sendiri" } @else { "pengguna layanan atau pihak luar" }
                    @if let Some(banyak) = satu.minimum_responden { ", paling sedikit " (banyak) " setiap bulan" } }
            }
            (kotak_tabel(&format!("Unsur {}", satu.singkatan), &html! {
                table {
                    thead { tr { th scope="col" { "Unsur" } th scope="col" { "Kode" } th.angka scope="col" { "Bobot" } } }
                    @for kelompok in &satu.kelompok {
                        tbody {
                            @if !kelompok.nama.is_empty() { tr.jumlah { th scope="rowgroup" colspan="3" { (kelompok.kode) " " (kelompok.nama) } } }
                            @for unsur in &kelompok.unsur {
                                tr {
                                    th scope="row" { (unsur.nama) }
                                    td { (unsur.kode) }
                                    td.angka { @match unsur.bobot {
                                        Some(bobot) => { (bobot.normalize().to_string().replace('.', ",")) "%" }
                                        None => "sama",
                                    } }
                                }
                            }
                        }
                    }
                }
            }))
        }
    }
}

fn profil(satu: &ProfilKantor) -> Markup {
    html! {
        details.kartu.definisi {
            summary { strong { (satu.nama) } span.redup { " · " (satu.indikator.len()) " indikator" } }
            @if !satu.dasar_organisasi.is_empty() {
                h3 { "Dasar organisasi" }
                ul { @for dasar in &satu.dasar_organisasi { li { (dasar.sebutan) " " span.redup { "(" (dasar.status.sebutan()) ")" } } } }
            }
            (kotak_tabel(&format!("Indikator {}", satu.nama), &html! {
                table {
                    thead { tr { th scope="col" { "Kode" } th scope="col" { "Indikator" } th scope="col" { "Satuan" } th scope="col" { "Arah" } th scope="col" { "Sumber" } } }
                    tbody { @for indikator in &satu.indikator {
                        tr {
                            th scope="row" { (indikator.kode) }
                            td { (indikator.nama) br; span.redup { (indikator.cara_ukur) } }
                            td { (indikator.satuan) }
                            td { (arah(kata_arah(indikator.arah))) }
                            td { (sumber(indikator)) }
                        }
                    } }
                }
            }))
        }
    }
}

const fn kata_arah(arah: Arah) -> &'static str {
    match arah {
        Arah::Naik => "Naik",
        Arah::Turun => "Turun",
        Arah::Rentang => "Rentang",
    }
}

fn sumber(indikator: &ProfilIndikator) -> String {
    match &indikator.sumber {
        SumberIndikator::SurveiBulanan { instrumen, .. } => format!("survei bulanan {instrumen}"),
        SumberIndikator::SurveiKelompok { kelompok } => {
            let daftar: Vec<_> = kelompok
                .iter()
                .map(|(_, instrumen, _)| instrumen.as_str())
                .collect();
            format!("survei kelompok responden: {}", daftar.join(", "))
        }
        SumberIndikator::Dicatat => "dicatat kantor".to_owned(),
    }
}
