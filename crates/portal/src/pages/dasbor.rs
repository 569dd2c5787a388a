//! The year of an office at a glance, for its head: what stands how, what waits for whom, what is due, what is wrong.

mod bagian;
mod capaian;

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};

use app::{Dasbor, Tindakan};

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, angka, judul, kosong};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/dasbor", get(lihat))
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let app = &k.konteks.portal.app;
    let dasbor = app.dasbor(&k.pelaku(), k.unit(), k.tahun()).await?;
    let tindakan = html! {
        @if dasbor.ada_bawahan { a.tombol href=(k.alamat("konsolidasi")) { "Unit di bawahnya" } }
        a.tombol href=(k.alamat("fakta")) { "Semua angka" }
        a.tombol href=(k.alamat("laporan")) { "Laporan" }
    };
    let terisi = dasbor
        .ringkasan
        .indikator
        .iter()
        .any(|satu| satu.realisasi.0 != "–")
        || ada_anggaran(&dasbor);
    let isi = html! {
        (judul(&format!("Dasbor {}", k.tahun()), &k.tempat.unit.nama, &tindakan))
        @if !terisi { (awal(&k)) }
        (ringkas(&k, &dasbor))
        (bagian::alur(&k, &dasbor))
        (capaian::indikator(&k, &dasbor))
        (capaian::anggaran(&k, &dasbor))
        (bagian::tenggat(&dasbor))
        (bagian::kesalahan(&k, &dasbor))
    };
    Ok(k.halaman(&format!("Dasbor {}", k.tahun()), Menu::Dasbor, &isi))
}

/// Whether the budget of the year is filled in; a new year has its empty sheets.
fn ada_anggaran(dasbor: &Dasbor) -> bool {
    let anggaran = dasbor.ringkasan.anggaran.as_ref();
    anggaran.is_some_and(|[pagu, ..]| pagu.0 != "–")
}

/// What a new office does first.
fn awal(k: &KonteksTahun) -> Markup {
    kosong(
        "Tahun ini belum berisi. Mulailah dengan target pada Perencanaan, lalu realisasi pada Pengukuran; capaian, grafik, dan laporan mengikuti sendiri.",
        &html! {
            div.deretan.tengah {
                @if k.boleh(Tindakan::UbahRencana) { a.tombol.utama href=(k.alamat("perencanaan")) { "Isi target" } }
                @if k.boleh(Tindakan::IsiNilai) { a.tombol href=(k.alamat("pengukuran")) { "Isi realisasi" } }

            }
        },
    )
}

/// The figures that a head asks for first.
fn ringkas(k: &KonteksTahun, dasbor: &Dasbor) -> Markup {
    let tempat = &k.tempat;
    let ringkasan = &dasbor.ringkasan;
    let nilai = |kode| angka(tempat, &dasbor.dibaca.nilai(kode));
    html! {
        div.kisi.ringkas {
            @if let Some(rangkuman) = &dasbor.dibaca.hasil.rangkuman {
                div.kartu { p.redup { "Indikator mencapai target" } p.besar { (nilai(&rangkuman.jumlah_tercapai)) " dari " (nilai(&rangkuman.jumlah_indikator)) }
                    @if let Some(rata) = &ringkasan.capaian { p { "Rata-rata capaian " (angka(tempat, rata)) @if rata.0 != "–" { "%" } } } }
            }
            @if let Some([pagu, realisasi, serapan]) = ringkasan.anggaran.as_ref().filter(|_| ada_anggaran(dasbor)) {
                div.kartu { p.redup { "Penyerapan anggaran" } p.besar { (angka(tempat, serapan)) @if serapan.0 != "–" { "%" } }
                    p { (angka(tempat, realisasi)) " dari " (angka(tempat, pagu)) } }
            } @else {
                div.kartu { p.redup { "Penyerapan anggaran" } p { "Anggaran tahun ini belum diisi." } p { a href=(k.alamat("anggaran")) { "Isi anggaran" } } }
            }
            @for (nama, nilai) in [("Nilai Kinerja Anggaran", &ringkasan.nka), ("IKPA", &ringkasan.ikpa)] {
                @if let Some(nilai) = nilai.as_ref().filter(|nilai| nilai.0 != "–") { div.kartu { p.redup { (nama) } p.besar { (angka(tempat, nilai)) } } }
            }
            div.kartu {
                p.redup { "Data yang perlu diperbaiki" }
                p.besar { (ringkasan.kesalahan) }
                p { @if ringkasan.kesalahan == 0 { "Tidak ada kesalahan pada data." } @else { a href="#kesalahan" { "Lihat daftarnya" } } }
            }
        }
    }
}
