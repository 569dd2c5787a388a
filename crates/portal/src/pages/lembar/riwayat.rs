//! Everything that a cell ever said, who wrote it when and why, and the remarks on it.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use app::{BarisIsi, LembarDibuka, TitikSel};

use super::{Alamat, alamat, buka, menu, nama_kolom, sebutan};
use crate::galat::{Galat, Hasil, kalimat, sandikan, status};
use crate::konteks::KonteksTahun;
use crate::tampilan::{judul, kosong, kotak_tabel, pesan_galat};
use crate::waktu::pukul;

#[derive(Deserialize)]
pub(super) struct Titik {
    baris: String,
    #[serde(default)]
    kolom: String,
    #[serde(default)]
    teks: String,
}

pub(super) async fn lihat(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Query(titik): Query<Titik>,
) -> Hasil {
    halaman(&k, &lembar, &titik, None).await
}

pub(super) async fn komentari(
    k: KonteksTahun,
    Path((_, _, lembar)): Alamat,
    Form(isi): Form<Titik>,
) -> Hasil {
    let titik = TitikSel {
        lembar: lembar.clone(),
        baris: isi.baris.clone(),
        kolom: isi.kolom.clone(),
    };
    let dibuka = buka(&k, &lembar).await?;
    if !dibuka.isi.kepala.contains(&isi.kolom) || cari(&dibuka, &isi.baris).is_none() {
        return Err(Galat::TidakAda);
    }
    let app = &k.konteks.portal.app;
    match app
        .komentari(&k.pelaku(), k.unit(), k.tahun(), &titik, &isi.teks)
        .await
    {
        Ok(()) => Ok(k.kembali(
            &alamat_titik(&k, &lembar, &isi.baris, &isi.kolom),
            "Komentar ditambahkan.",
        )),
        Err(galat @ app::Error::Isian(_)) => {
            let halaman = halaman(&k, &lembar, &isi, Some(&kalimat(&galat))).await?;
            Ok((status(&galat), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

fn alamat_titik(k: &KonteksTahun, lembar: &str, baris: &str, kolom: &str) -> String {
    let ekor = format!(
        "/riwayat?baris={}&kolom={}",
        sandikan(baris),
        sandikan(kolom)
    );
    alamat(k, lembar, &ekor)
}

fn cari<'a>(dibuka: &'a LembarDibuka, baris: &str) -> Option<&'a BarisIsi> {
    dibuka
        .isi
        .baris
        .iter()
        .chain(&dibuka.terhapus)
        .find(|satu| satu.id == baris)
}

async fn halaman(
    k: &KonteksTahun,
    lembar: &str,
    titik: &Titik,
    galat: Option<&str>,
) -> Hasil<Response> {
    let dibuka = buka(k, lembar).await?;
    let baris = cari(&dibuka, &titik.baris).ok_or(Galat::TidakAda)?;
    let nama = sebutan(&dibuka.isi, baris);
    let kembali =
        html! { a.tombol href=(alamat(k, lembar, "")) { "Ke " (dibuka.keterangan.judul) } };
    if titik.kolom.is_empty() {
        let isi = html! {
            (judul(&format!("Riwayat baris {nama}"), &dibuka.keterangan.judul, &kembali))
            (ringkas(k, &dibuka, baris))
        };
        return Ok(k.halaman("Riwayat baris", menu(dibuka.keterangan.bagian), &isi));
    }
    if !dibuka.isi.kepala.contains(&titik.kolom) {
        return Err(Galat::TidakAda);
    }
    let app = &k.konteks.portal.app;
    let sel = TitikSel {
        lembar: lembar.to_owned(),
        baris: titik.baris.clone(),
        kolom: titik.kolom.clone(),
    };
    let (versi, komentar) = app
        .riwayat_nilai(&k.pelaku(), k.unit(), k.tahun(), &sel)
        .await?;
    let mut orang: BTreeMap<String, String> = BTreeMap::new();
    for id in versi
        .iter()
        .map(|satu| &satu.oleh)
        .chain(komentar.iter().map(|satu| &satu.oleh))
    {
        if !orang.contains_key(id) {
            orang.insert(id.clone(), app.nama_orang(id).await?);
        }
    }
    let siapa = |id: &str| orang.get(id).cloned().unwrap_or_default();
    let kini = baris.teks(&titik.kolom);
    let isi = html! {
        (judul(&format!("Riwayat {}", nama_kolom(&titik.kolom)), &format!("{}, {nama}", dibuka.keterangan.judul), &kembali))
        p { "Isi sekarang: " strong { (teks(kini)) } }
        @if versi.is_empty() {
            (kosong("Sel ini belum pernah diisi.", &html! {}))
        } @else {
            (kotak_tabel("Riwayat isi", &html! {
                table {
                    thead { tr { th scope="col" { "Versi" } th scope="col" { "Semula" } th scope="col" { "Menjadi" } th scope="col" { "Oleh" } th scope="col" { "Waktu" } th scope="col" { "Alasan" } } }
                    tbody { @for satu in versi.iter().rev() {
                        tr { td.angka { (satu.versi) } td { (teks(&satu.semula)) } td { (teks(&satu.menjadi)) } td { (siapa(&satu.oleh)) } td { (pukul(satu.pada)) } td { (satu.alasan) } }
                    } }
                }
            }))
        }
        h2 { "Komentar" }
        @if komentar.is_empty() { p.redup { "Belum ada komentar." } }
        @for satu in &komentar { div.kartu.komentar { p { strong { (siapa(&satu.oleh)) } " " span.redup { (pukul(satu.pada)) } } p { (satu.teks) } } }
        form.sempit method="post" action=(alamat(k, lembar, "/komentar")) {
            (pesan_galat(galat))
            input type="hidden" name="baris" value=(titik.baris);
            input type="hidden" name="kolom" value=(titik.kolom);
            div.isian { label for="isian-teks" { "Komentar baru" } textarea #isian-teks name="teks" required { (titik.teks) } }
            button.tombol type="submit" { "Tambahkan komentar" }
        }
    };
    Ok(k.halaman("Riwayat sel", menu(dibuka.keterangan.bagian), &isi))
}

fn teks(teks: &str) -> Markup {
    html! { @if teks.is_empty() { span.redup { "(kosong)" } } @else { (teks) } }
}

/// The cells of a row with who wrote them last.
fn ringkas(k: &KonteksTahun, dibuka: &LembarDibuka, baris: &BarisIsi) -> Markup {
    kotak_tabel(
        "Sel baris ini",
        &html! {
            table {
                thead { tr { th scope="col" { "Kolom" } th scope="col" { "Isi" } th scope="col" { "Terakhir oleh" } th scope="col" { "Komentar" } } }
                tbody { @for kolom in &dibuka.isi.kepala {
                    @let kunci = (baris.id.clone(), kolom.clone());
                    tr {
                        th scope="row" { a href=(alamat_titik(k, &dibuka.keterangan.nama, &baris.id, kolom)) { (nama_kolom(kolom)) } }
                        td { (teks(baris.teks(kolom))) }
                        td { @if let Some((oleh, pada)) = dibuka.jejak.get(&kunci) { (oleh) ", " (pukul(*pada)) } }
                        td.angka { (dibuka.komentar.get(&kunci).copied().unwrap_or(0)) }
                    }
                } }
            }
        },
    )
}
