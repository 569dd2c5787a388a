//! Evidence: what is attached to each indicator and activity, attaching, reading, detaching.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;
use store::Bukti;

use app::{JENIS_BUKTI, TahunDibaca, Tindakan};

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, sandikan, status};
use crate::konteks::KonteksTahun;
use crate::pages::lembar::ambil_berkas;
use crate::tampilan::{Menu, judul, pesan_galat};
use crate::waktu::pukul;

/// Largest form: one file at its limit, and the rest of the form.
const BADAN: usize = 21 << 20;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/bukti", get(lihat).post(lampirkan))
        .route("/u/{unit}/{tahun}/bukti/{id}", get(unduh))
        .route("/u/{unit}/{tahun}/bukti/{id}/lepas", post(lepas))
        .layer(DefaultBodyLimit::max(BADAN))
}

#[derive(Deserialize, Default)]
struct Saring {
    #[serde(default)]
    kaitan: String,
}

/// Something that evidence may be attached to: its word in the database, its name, and more about it.
struct Kaitan {
    kata: String,
    nama: String,
    keterangan: String,
}

/// Everything of the year that evidence may be attached to.
fn daftar_kaitan(dibaca: &TahunDibaca) -> Vec<Kaitan> {
    let indikator = dibaca.hasil.indikator.iter().map(|satu| Kaitan {
        kata: satu.profil.kode.clone(),
        nama: satu.profil.kode.clone(),
        keterangan: satu.profil.nama.clone(),
    });
    let kegiatan = dibaca
        .isi
        .lembar("kegiatan")
        .map(|isi| isi.baris.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|baris| Kaitan {
            kata: format!("kegiatan:{}", baris.id),
            nama: format!("Kegiatan: {}", baris.teks("uraian")),
            keterangan: baris.teks("jenis").to_owned(),
        });
    indikator.chain(kegiatan).collect()
}

async fn lihat(k: KonteksTahun, Query(saring): Query<Saring>) -> Hasil {
    halaman(&k, &saring.kaitan, None).await
}

async fn halaman(k: &KonteksTahun, saring: &str, galat: Option<&str>) -> Hasil<Response> {
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let dibaca = app.lihat_tahun(&pelaku, unit, tahun).await?;
    let bukti = app.daftar_bukti(&pelaku, unit, tahun).await?;
    let jenis: Vec<&str> = JENIS_BUKTI.iter().map(|(.., nama)| *nama).collect();
    let mut orang = std::collections::BTreeMap::new();
    for satu in &bukti {
        if !orang.contains_key(&satu.oleh) {
            orang.insert(satu.oleh.clone(), app.nama_orang(&satu.oleh).await?);
        }
    }
    let siapa = |id: &str| orang.get(id).cloned().unwrap_or_default();
    let tampil = |kaitan: &Kaitan, ada: usize| {
        if saring.is_empty() {
            // Activities without evidence would make a long list of forms; their own page leads here.
            ada > 0 || !kaitan.kata.starts_with("kegiatan:")
        } else {
            kaitan.kata == saring
        }
    };
    let isi = html! {
        (judul("Bukti", "Berkas yang membuktikan realisasi. Realisasi dapat diajukan bila setiap indikator berbukti.", &html! {
            a.tombol href=(k.alamat("pengukuran")) { "Ke Pengukuran" }
            @if !saring.is_empty() { a.tombol href=(k.alamat("bukti")) { "Semua bukti" } }
        }))
        (pesan_galat(galat))
        @for kaitan in daftar_kaitan(&dibaca) {
            @let milik: Vec<&Bukti> = bukti.iter().filter(|satu| satu.kaitan.eq_ignore_ascii_case(&kaitan.kata)).collect();
            @if tampil(&kaitan, milik.len()) {
                section.kartu.bukti id=(format!("bukti-{}", kaitan.kata)) {
                    h2 { (kaitan.nama) @if milik.is_empty() { " " span.tanda.kurang { "Belum ada" } } }
                    @if !kaitan.keterangan.is_empty() { p.redup { (kaitan.keterangan) } }
                    (berkas(k, &milik, &siapa))
                    @if k.boleh(Tindakan::LampirkanBukti) { (formulir(k, &kaitan, &jenis)) }
                }
            }
        }
    };
    Ok(k.halaman("Bukti", Menu::Pengukuran, &isi))
}

fn berkas(k: &KonteksTahun, daftar: &[&Bukti], siapa: &dyn Fn(&str) -> String) -> Markup {
    html! {
        @if !daftar.is_empty() {
            ul.daftar-unit { @for satu in daftar {
                li {
                    span { a href=(k.alamat(&format!("bukti/{}", satu.id))) { (satu.nama) } " " span.redup { (ukuran(satu.ukuran)) ", " (siapa(&satu.oleh)) ", " (pukul(satu.pada)) } }
                    @if k.boleh(Tindakan::LampirkanBukti) {
                        form method="post" action=(k.alamat(&format!("bukti/{}/lepas", satu.id))) {
                            button.tombol.kecil.bahaya type="submit" data-tanya="Lepas bukti ini? Berkasnya tetap tersimpan untuk riwayat." aria-label=(format!("Lepas {}", satu.nama)) { "Lepas" }
                        }
                    }
                }
            } }
        }
    }
}

fn formulir(k: &KonteksTahun, kaitan: &Kaitan, jenis: &[&str]) -> Markup {
    let id = format!("berkas-{}", kaitan.kata);
    html! {
        form.deretan method="post" enctype="multipart/form-data" action=(k.alamat("bukti")) {
            input type="hidden" name="kaitan" value=(kaitan.kata);
            label.tersembunyi for=(id) { "Berkas bukti untuk " (kaitan.nama) }
            input id=(id) type="file" name="berkas" required;
            button.tombol.kecil type="submit" { "Lampirkan" }
            span.bantuan { (jenis.join(", ")) "; paling besar 20 MB." }
        }
    }
}

/// A size for people: whole kilobytes, as a listing of files shows it.
fn ukuran(bita: i64) -> String {
    format!("{} kB", bita.saturating_add(1023) >> 10)
}

async fn lampirkan(k: KonteksTahun, isi: Multipart) -> Hasil {
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let (medan, berkas) = match ambil_berkas(isi).await {
        Ok(isi) => isi,
        Err(galat) => {
            let halaman = halaman(&k, "", Some(&kalimat(&galat))).await?;
            return Ok((status(&galat), halaman).into_response());
        }
    };
    let kaitan = medan
        .into_iter()
        .find(|(nama, _)| nama == "kaitan")
        .map(|(_, teks)| teks)
        .unwrap_or_default();
    let dibaca = app.lihat_tahun(&pelaku, unit, tahun).await?;
    if !daftar_kaitan(&dibaca)
        .iter()
        .any(|satu| satu.kata == kaitan)
    {
        return Err(Galat::TidakAda);
    }
    for satu in berkas {
        if let Err(galat) = app
            .lampirkan_bukti(&pelaku, unit, tahun, &kaitan, satu)
            .await
        {
            return match galat {
                app::Error::Isian(_) | app::Error::BelumDapat(_) => {
                    let halaman = halaman(&k, "", Some(&kalimat(&galat))).await?;
                    Ok((status(&galat), halaman).into_response())
                }
                lain => Err(lain.into()),
            };
        }
    }
    let ke = if kaitan.starts_with("kegiatan:") {
        k.alamat(&format!("bukti?kaitan={}", sandikan(&kaitan)))
    } else {
        k.alamat(&format!("bukti#bukti-{kaitan}"))
    };
    Ok(k.kembali(&ke, "Bukti dilampirkan."))
}

async fn unduh(k: KonteksTahun, Path((_, _, id)): Path<(String, i64, String)>) -> Hasil {
    let (bukti, isi) = k
        .konteks
        .portal
        .app
        .ambil_bukti(&k.pelaku(), k.unit(), k.tahun(), &id)
        .await?;
    let nama = sandikan(&bukti.nama).replace('/', "%2F");
    Ok((
        [
            (header::CONTENT_TYPE, bukti.jenis),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename*=UTF-8''{nama}"),
            ),
        ],
        isi,
    )
        .into_response())
}

async fn lepas(k: KonteksTahun, Path((_, _, id)): Path<(String, i64, String)>) -> Hasil {
    k.konteks
        .portal
        .app
        .lepas_bukti(&k.pelaku(), k.unit(), k.tahun(), &id)
        .await?;
    Ok(k.kembali(&k.alamat("bukti"), "Bukti dilepas."))
}
