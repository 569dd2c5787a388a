//! What citizens see without an account: the published reports, exactly as they were approved.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use app::TerbitanPublik;

use super::laporan::{jawaban_berkas, sebutan_berkas, ukuran_berkas};
use crate::Portal;
use crate::galat::Hasil;
use crate::tampilan::{kosong, kotak_tabel, polos};
use crate::waktu::pukul;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/publik", get(daftar))
        .route("/publik/{unit}/{tahun}", get(lihat))
        .route("/publik/{unit}/{tahun}/{nama}", get(kirim))
}

#[derive(Deserialize, Default)]
struct Tanya {
    tahun: Option<i64>,
    #[serde(default)]
    cari: String,
}

async fn daftar(State(portal): State<Portal>, Query(tanya): Query<Tanya>) -> Hasil {
    let daftar = portal.app.daftar_publik(tanya.tahun).await?;
    let kata = tanya.cari.trim().to_lowercase();
    let cocok: Vec<_> = daftar
        .terbitan
        .iter()
        .filter(|(nama, _)| nama.to_lowercase().contains(&kata))
        .collect();
    let isi = html! {
        p { "Laporan kinerja yang sudah disahkan dan diterbitkan. Siapa pun boleh membaca dan memakai isinya." }
        @if daftar.semua_tahun.is_empty() {
            (kosong("Belum ada laporan yang diterbitkan.", &html! {}))
        } @else {
            form.cari method="get" action="/publik" role="search" {
                label for="tahun" { "Tahun" }
                select #tahun name="tahun" { @for tahun in &daftar.semua_tahun { option value=(tahun) selected[Some(*tahun) == daftar.tahun] { (tahun) } } }
                label for="cari" { "Nama unit" }
                input #cari type="search" name="cari" value=(tanya.cari);
                button.tombol type="submit" { "Tampilkan" }
            }
            @if cocok.is_empty() { p { "Tidak ada laporan yang cocok." } }
            ul.daftar-unit { @for (nama, satu) in cocok {
                li { a href=(format!("/publik/{}/{}", satu.unit, satu.tahun)) { (nama) } span.redup { "Diterbitkan " (pukul(satu.pada)) } }
            } }
        }
    };
    Ok(polos("Laporan kinerja untuk publik", &isi).into_response())
}

async fn lihat(State(portal): State<Portal>, Path((unit, tahun)): Path<(String, i64)>) -> Hasil {
    let publik = portal.app.lihat_publik(&unit, tahun).await?;
    let judul = format!("{}: kinerja tahun {tahun}", publik.ringkasan.kantor);
    let mut jawaban = polos(&judul, &isi(&publik, &unit, tahun)).into_response();
    // A program that asks for the page learns where the data are.
    let tautan = format!(
        "</publik/{unit}/{tahun}/fakta.json>; rel=\"alternate\"; type=\"application/json\""
    );
    if let Ok(nilai) = tautan.parse() {
        jawaban.headers_mut().insert(header::LINK, nilai);
    }
    Ok(jawaban)
}

fn isi(publik: &TerbitanPublik, unit: &str, tahun: i64) -> Markup {
    let terbitan = &publik.terbitan;
    html! {
        p.redup { "Laporan Kinerja Tahun " (tahun) " · diterbitkan " (pukul(terbitan.pada))
            @if terbitan.versi > 1 { " · koreksi ke-" (terbitan.versi - 1) } }
        @if publik.dikoreksi { p.pesan.ingat { "Laporan ini sedang dikoreksi. Yang tampil di sini tetap terbitan terakhir sampai koreksinya terbit." } }
        @if !terbitan.catatan.is_empty() { p.pesan { (terbitan.catatan) } }
        h2 { "Hasil" }
        (kotak_tabel("Indikator kinerja", &html! {
            table {
                thead { tr { th scope="col" { "Indikator" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Capaian" } th scope="col" { "Status" } } }
                tbody { @for satu in &publik.ringkasan.indikator {
                    tr { th scope="row" { (satu.nama) } td.angka { (satu.target) } td.angka { (satu.realisasi) } td.angka { (satu.capaian) } td { (satu.status) } }
                } }
            }
        }))
        @if let Some([pagu, realisasi, penyerapan]) = &publik.ringkasan.anggaran {
            h2 { "Anggaran" }
            dl.pasangan { dt { "Pagu" } dd { (pagu) } dt { "Realisasi" } dd { (realisasi) } dt { "Penyerapan" } dd { (penyerapan) } }
        }
        h2 { "Unduh" }
        p.redup { "Berkas di bawah ini persis yang disahkan. Sidiknya (SHA-256) dapat dipakai untuk memastikannya." }
        ul.daftar-unit { @for berkas in &publik.berkas {
            li {
                a href=(format!("/publik/{unit}/{tahun}/{}", berkas.nama)) type=(berkas.jenis) { (sebutan_berkas(&berkas.nama)) }
                span.redup { (ukuran_berkas(berkas.ukuran)) }
                code.sidik { (berkas.sidik) }
            }
        } }
        @if !publik.sebelumnya.is_empty() {
            h2 { "Terbitan sebelumnya" }
            ul { @for satu in &publik.sebelumnya { li { "Terbitan " (satu.versi) ", " (pukul(satu.pada)) ", digantikan." } } }
        }
        p { a href="/publik" { "Laporan lain" } }
    }
}

async fn kirim(
    State(portal): State<Portal>,
    Path((unit, tahun, nama)): Path<(String, i64, String)>,
    kepala: HeaderMap,
) -> Hasil<Response> {
    let (berkas, isi) = portal.app.berkas_publik(&unit, tahun, &nama).await?;
    let etag = format!("\"{}\"", berkas.sidik);
    let sama = kepala
        .get(header::IF_NONE_MATCH)
        .and_then(|nilai| nilai.to_str().ok())
        .is_some_and(|nilai| nilai.contains(&etag));
    let mut jawaban = if sama {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        jawaban_berkas(&berkas, isi)
    };
    let kepala = jawaban.headers_mut();
    if let Ok(nilai) = etag.parse() {
        kepala.insert(header::ETAG, nilai);
    }
    if let Ok(nilai) = "public, no-cache".parse() {
        kepala.insert(header::CACHE_CONTROL, nilai);
    }
    // The data are for everyone, also from a page of somebody else.
    if let Ok(nilai) = "*".parse() {
        kepala.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, nilai);
    }
    Ok(jawaban)
}
