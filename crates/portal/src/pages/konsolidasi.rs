//! The units below a unit side by side: who is late, who is below target, and all of them counted.

mod keluar;
mod saring;
mod tabel;

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};

use app::{Konsolidasi, Tindakan};

use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::konteks::{Konteks, Tempat};
use crate::tampilan::{Menu, judul, kosong, kotak_tabel};
use crate::waktu::{pakai_zona, tanggal};
use saring::Saring;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/konsolidasi", get(lihat))
        .route("/u/{unit}/{tahun}/konsolidasi.csv", get(csv))
        .route("/u/{unit}/{tahun}/konsolidasi.xlsx", get(xlsx))
}

/// A unit that only gathers others has no year of its own, so its page is not of a year that is open there.
async fn tempat(konteks: &Konteks, unit: &str, tahun: i64) -> Hasil<Tempat> {
    let app = &konteks.portal.app;
    let pelaku = konteks.pelaku();
    // The refusal is recorded and says who may.
    app.wajib_boleh(&pelaku, Tindakan::Lihat, unit).await?;
    let satu = app
        .tahun_unit(&pelaku, unit)
        .await?
        .ok_or(Galat::TidakAda)?;
    pakai_zona(&satu.zona);
    Ok(Tempat {
        unit: satu.unit,
        periode: satu.periode,
        tahun,
        boleh: satu.boleh,
        zona: satu.zona,
    })
}

async fn lihat(
    mut konteks: Konteks,
    Path((unit, tahun)): Path<(String, i64)>,
    Query(saring): Query<Saring>,
) -> Hasil {
    let tempat = tempat(&konteks, &unit, tahun).await?;
    let hasil = konteks
        .portal
        .app
        .konsolidasi(&konteks.pelaku(), &unit, tahun, &saring.pilihan())
        .await?;
    let dasar = tempat.alamat("konsolidasi");
    let isi = html! {
        (judul(&format!("Konsolidasi {tahun}"), &tempat.unit.nama, &tindakan(&dasar, &saring)))
        (tahun_lain(&tempat, &hasil))
        @if hasil.jumlah.unit == 0 {
            (kosong("Tidak ada unit pelapor di bawah unit ini yang dapat Anda lihat.", &html! {
                @if tempat.boleh.contains(&Tindakan::KelolaUnit) { p { a.tombol href="/kelola" { "Tambah unit" } } }
            }))
        } @else {
            @if hasil.menunggu > 0 {
                div.pesan.ingat role="status" { (hasil.menunggu) " ringkasan sedang dihitung ulang dan belum termasuk dalam angka di bawah. Muat ulang halaman ini." }
            }
            (jumlah(&hasil))
            (cabang(&hasil, tahun))
            section aria-labelledby="unit" {
                h2 #unit { @if hasil.turunan { "Seluruh unit pelapor" } @else { "Unit langsung di bawahnya" } }
                (saring.formulir(&dasar, &hasil))
                (tabel::tabel(&dasar, &saring, &hasil, tahun))
                (saring.halaman(&dasar, &hasil))
            }
            (sebaran(&hasil))
            (riwayat(&hasil))
        }
    };
    konteks.tempat = Some(tempat);
    Ok(konteks.halaman(&format!("Konsolidasi {tahun}"), Menu::Konsolidasi, &isi))
}

async fn csv(
    konteks: Konteks,
    Path((unit, tahun)): Path<(String, i64)>,
    Query(saring): Query<Saring>,
) -> Hasil {
    unduh(&konteks, &unit, tahun, &saring, keluar::csv).await
}

async fn xlsx(
    konteks: Konteks,
    Path((unit, tahun)): Path<(String, i64)>,
    Query(saring): Query<Saring>,
) -> Hasil {
    unduh(&konteks, &unit, tahun, &saring, keluar::xlsx).await
}

async fn unduh(
    konteks: &Konteks,
    unit: &str,
    tahun: i64,
    saring: &Saring,
    bentuk: fn(&Konsolidasi, i64) -> Hasil<Response>,
) -> Hasil {
    pakai_zona(&konteks.portal.app.zona(unit).await?);
    let hasil = konteks
        .portal
        .app
        .konsolidasi(&konteks.pelaku(), unit, tahun, &saring.semua())
        .await?;
    bentuk(&hasil, tahun)
}

fn tindakan(dasar: &str, saring: &Saring) -> Markup {
    let ekor = saring.kueri(|_| {});
    html! {
        a.tombol href=(format!("{dasar}.xlsx?{ekor}")) download { "Unduh XLSX" }
        a.tombol href=(format!("{dasar}.csv?{ekor}")) download { "Unduh CSV" }
    }
}

fn tahun_lain(tempat: &Tempat, hasil: &Konsolidasi) -> Markup {
    html! {
        @if hasil.tahun_terbuka.iter().any(|tahun| *tahun != tempat.tahun) {
            nav.deretan aria-label="Tahun" {
                @for tahun in &hasil.tahun_terbuka {
                    a.tombol.kecil href=(format!("/u/{}/{tahun}/konsolidasi", tempat.unit.unit)) aria-current=[(*tahun == tempat.tahun).then_some("page")] { (tahun) }
                }
            }
        }
    }
}

/// Everything below the unit, counted.
fn jumlah(hasil: &Konsolidasi) -> Markup {
    let jumlah = &hasil.jumlah;
    let kartu = |nama: &str, banyak: i64, dari: i64| {
        html! { div.kartu { p.redup { (nama) } p.besar { (banyak) } p { "dari " (dari) } } }
    };
    html! {
        div.kisi.ringkas {
            (kartu("Unit yang sudah mengajukan Laporan Kinerja", jumlah.diajukan, jumlah.unit))
            (kartu("Unit terlambat", jumlah.terlambat, jumlah.unit))
            (kartu("Indikator mencapai target", jumlah.tercapai, jumlah.indikator))
            (kartu("Indikator di bawah target", jumlah.di_bawah, jumlah.indikator))
            (kartu("Indikator belum dapat diukur", jumlah.tak_terukur, jumlah.indikator))
            (kartu("Unit dengan data yang perlu diperbaiki", jumlah.berkesalahan, jumlah.unit))
        }
        @if let Some(tenggat) = &hasil.tenggat {
            p.redup {
                "Terlambat berarti laporan belum diajukan, atau baru diajukan, sesudah "
                @if let Some(hari) = tenggat.hari { (tanggal(&hari.to_string())) }
                " (" (tenggat.dasar) @if let Some(catatan) = &tenggat.catatan { "; " (catatan) } ")."
            }
        }
    }
}

/// The children that have units below them.
fn cabang(hasil: &Konsolidasi, tahun: i64) -> Markup {
    let tabel = html! {
        table {
            thead { tr {
                th scope="col" { "Unit" } th.angka scope="col" { "Unit pelapor" } th.angka scope="col" { "Tahun dibuka" } th.angka scope="col" { "Sudah mengajukan" }
                th.angka scope="col" { "Terlambat" } th.angka scope="col" { "Indikator mencapai" } th.angka scope="col" { "Di bawah" } th.angka scope="col" { "Belum terukur" }
            } }
            tbody {
                @for satu in &hasil.cabang {
                    tr {
                        th scope="row" { a href=(format!("/u/{}/{tahun}/konsolidasi", satu.unit.unit)) { (satu.unit.nama) } }
                        @for banyak in [satu.jumlah.unit, satu.jumlah.dibuka, satu.jumlah.diajukan, satu.jumlah.terlambat, satu.jumlah.tercapai, satu.jumlah.di_bawah, satu.jumlah.tak_terukur] { td.angka { (banyak) } }
                    }
                }
            }
        }
    };
    html! {
        @if !hasil.cabang.is_empty() {
            section aria-labelledby="cabang" { h2 #cabang { "Menurut unit di bawahnya" } (kotak_tabel("Jumlah menurut unit di bawahnya", &tabel)) }
        }
    }
}

/// How many units stand how with each indicator.
fn sebaran(hasil: &Konsolidasi) -> Markup {
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Indikator" } th.angka scope="col" { "Unit mencapai" } th.angka scope="col" { "Unit di bawah" } th.angka scope="col" { "Belum terukur" } } }
            tbody { @for satu in &hasil.sebaran { tr { th scope="row" { (satu.kode) } @for banyak in satu.banyak { td.angka { (banyak) } } } } }
        }
    };
    html! {
        @if !hasil.sebaran.is_empty() {
            section aria-labelledby="sebaran" { h2 #sebaran { "Menurut indikator" } (kotak_tabel("Unit menurut capaian indikator", &tabel)) }
        }
    }
}

/// This year beside those before it.
fn riwayat(hasil: &Konsolidasi) -> Markup {
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Tahun" } th.angka scope="col" { "Unit" } th.angka scope="col" { "Indikator" } th.angka scope="col" { "Mencapai" } th.angka scope="col" { "Di bawah" } th.angka scope="col" { "Belum terukur" } } }
            tbody {
                @for satu in &hasil.riwayat {
                    tr { th scope="row" { (satu.tahun) } @for banyak in [satu.unit, satu.indikator, satu.tercapai, satu.di_bawah, satu.tak_terukur] { td.angka { (banyak) } } }
                }
            }
        }
    };
    html! {
        @if hasil.riwayat.len() > 1 {
            section aria-labelledby="riwayat" { h2 #riwayat { "Dari tahun ke tahun" } (kotak_tabel("Capaian seluruh unit menurut tahun", &tabel)) }
        }
    }
}
