//! Indicators with their years, and the budget by month.

use document::Figure;
use kinerja::hasil::{HasilAnggaran, HasilIndikator};
use maud::{Markup, html};

use app::{Dasbor, KeadaanCapaian};

use crate::konteks::KonteksTahun;
use crate::tampilan::{angka, grafik, kotak_tabel};

/// The indicators: a table of all, then one card for each with its years.
pub(super) fn indikator(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let daftar = &dasbor.ringkasan.indikator;
    let tabel = html! {
        table {
            thead { tr {
                th scope="col" { "Indikator" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" }
                th.angka scope="col" { "Capaian (%)" } th scope="col" { "Keadaan" } th scope="col" { "Bulan di bawah minimum responden" }
            } }
            tbody {
                @for satu in daftar {
                    tr {
                        th scope="row" { (satu.nama) " (" (satu.kode) ")" }
                        td.angka { (angka(&k.tempat, &satu.target)) }
                        td.angka { (angka(&k.tempat, &satu.realisasi)) }
                        td.angka { (angka(&k.tempat, &satu.capaian)) }
                        td { (tanda_capaian(satu.keadaan)) }
                        td { @if satu.bulan_kurang.is_empty() { span.redup { "–" } } @else { (satu.bulan_kurang.join(", ")) } }
                    }
                }
            }
        }
    };
    html! {
        section aria-labelledby="indikator" {
            h2 #indikator { "Capaian indikator" }
            @if daftar.is_empty() { p { "Jenis kantor ini belum memiliki indikator." } }
            @else { (kotak_tabel("Capaian indikator", &tabel)) }
            (kartu(k, dasbor))
        }
    }
}

fn kartu(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let gambar = |satu: &HasilIndikator| dasbor.grafik.get(&format!("{}.tren", satu.awalan));
    let bergambar: Vec<_> = dasbor
        .dibaca
        .hasil
        .indikator
        .iter()
        .filter_map(|satu| Some((satu, gambar(satu)?)))
        .collect();
    html! {
        @if !bergambar.is_empty() {
            h3 { "Dari tahun ke tahun" }
            div.kisi.lebar { @for (satu, figur) in bergambar { div.kartu { (tren(k, dasbor, satu, figur)) } } }
        }
    }
}

fn tren(k: &KonteksTahun, dasbor: &Dasbor, satu: &HasilIndikator, figur: &Figure) -> Markup {
    let nilai = |kode| angka(&k.tempat, &dasbor.dibaca.nilai(kode));
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Tahun" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Capaian (%)" } } }
            tbody {
                @for tahun in &satu.riwayat {
                    tr { th scope="row" { (tahun.tahun) } td.angka { (nilai(&tahun.target)) } td.angka { (nilai(&tahun.realisasi)) } td.angka { (nilai(&tahun.capaian)) } }
                }
            }
        }
    };
    grafik(figur, &tabel)
}

/// Plan and spending by month.
pub(super) fn anggaran(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let hasil = &dasbor.dibaca.hasil;
    let tahun_ini = hasil.anggaran.iter().find(|satu| satu.tahun == hasil.tahun);
    // A new year has the twelve months, all empty.
    let terisi = tahun_ini.is_some_and(|satu| {
        satu.bulan
            .iter()
            .any(|(_, rencana, ..)| dasbor.dibaca.nilai(rencana).0 != "–")
    });
    let gambar = dasbor.grafik.get("anggaran.bulanan").filter(|_| terisi);
    html! {
        section aria-labelledby="anggaran" {
            h2 #anggaran { "Penyerapan menurut bulan" }
            @match (tahun_ini, gambar) {
                (Some(satu), Some(figur)) => { div.kartu.sedang { (grafik(figur, &bulanan(k, dasbor, satu))) } }
                _ => p { "Rencana dan realisasi menurut bulan belum diisi. " a href=(k.alamat("anggaran")) { "Isi pada halaman Anggaran" } "." }
            }
        }
    }
}

fn bulanan(k: &KonteksTahun, dasbor: &Dasbor, satu: &HasilAnggaran) -> Markup {
    let nilai = |kode| angka(&k.tempat, &dasbor.dibaca.nilai(kode));
    html! {
        table {
            thead { tr { th scope="col" { "Bulan" } th.angka scope="col" { "Rencana" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Penyerapan (%)" } } }
            tbody {
                @for (bulan, rencana, realisasi, serapan) in &satu.bulan {
                    tr { th scope="row" { (kinerja::nama_bulan(*bulan)) } td.angka { (nilai(rencana)) } td.angka { (nilai(realisasi)) } td.angka { (nilai(serapan)) } }
                }
            }
        }
    }
}

/// How an indicator stands, as a mark; colour and word say the same.
pub(super) fn tanda_capaian(keadaan: KeadaanCapaian) -> Markup {
    let rupa = match keadaan {
        KeadaanCapaian::Melampaui | KeadaanCapaian::Tercapai => "tanda baik",
        KeadaanCapaian::DiBawah => "tanda kurang",
        KeadaanCapaian::TakTerukur => "tanda",
    };
    html! { span class=(rupa) { (keadaan.sebutan()) } }
}
