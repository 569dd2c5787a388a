//! Backups: making one, taking one away, and how one is restored.

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use axum_extra::body::AsyncReadBody;
use maud::{Markup, html};

use app::Cadangan;

use super::halaman;
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{judul, kosong, kotak_tabel};
use crate::waktu::pukul_di;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/cadangan", get(lihat).post(buat))
        .route("/kelola/cadangan/{nama}", get(ambil))
}

async fn lihat(k: Konteks) -> Hasil {
    let app = &k.portal.app;
    let daftar = app.daftar_cadangan(&k.pelaku()).await?;
    let isi = html! {
        (judul("Cadangan", "Salinan seluruh instalasi: semua unit, tahun, akun, jejak audit, dan berkas bukti.", &html! {
            form method="post" action="/kelola/cadangan" { button.tombol.utama type="submit" { "Buat cadangan sekarang" } }
        }))
        p.pesan.ingat { "Cadangan memuat data semua unit dan akun. Simpan di tempat yang terkunci, di luar mesin ini; cadangan di folder data ikut hilang bila mesinnya rusak." }
        @if daftar.is_empty() {
            (kosong("Belum ada cadangan di folder data. Buat yang pertama dengan tombol di atas, lalu unduh.", &html! {}))
        } @else {
            (tabel(&k, &daftar))
        }
        h2 { "Memulihkan" }
        div.kartu {
            p { "Pemulihan dilakukan di mesin tempat Cermat dijalankan, ke folder data yang baru, agar yang sekarang tidak tertimpa:" }
            pre { code { "cermat pulihkan BERKAS.zip --data FOLDER_BARU" } }
            p { "Seluruh isi diperiksa dahulu: sidik setiap berkas, banyaknya baris, dan rantai audit. Yang tidak utuh ditolak seluruhnya. Sesudahnya jalankan portal dengan folder itu:" }
            pre { code { "cermat layani --data FOLDER_BARU" } }
            p { "Cadangan dari basis data tertanam dapat dipulihkan ke PostgreSQL dengan menambahkan " code { "--basis-data URL" } ", dan sebaliknya. Cadangan rutin dapat dijadwalkan dengan " code { "cermat cadangkan BERKAS.zip --data FOLDER" } "." }
        }
    };
    halaman(&k, "Cadangan", "cadangan", &isi).await
}

fn tabel(k: &Konteks, daftar: &[Cadangan]) -> Markup {
    let zona = k.portal.app.zona_bawaan();
    kotak_tabel(
        "Cadangan di folder data",
        &html! {
            table {
                thead { tr { th scope="col" { "Dibuat" } th.angka scope="col" { "Ukuran" } th scope="col" { "Isi" } th scope="col" { "Ujung audit" } th scope="col" { "Berkas" } } }
                tbody { @for satu in daftar {
                    tr {
                        @match &satu.isi {
                            Ok(isi) => {
                                th scope="row" { (pukul_di(&zona, isi.pada)) }
                                td.angka { (ukuran(satu.ukuran)) }
                                td { (isi.baris.values().sum::<usize>()) " baris, " (isi.bukti) " berkas bukti" }
                                td { code title=(isi.audit) { (isi.audit.get(..16).unwrap_or_default()) } }
                            }
                            Err(sebab) => {
                                th scope="row" { span.tanda.kurang { "tidak terbaca" } }
                                td.angka { (ukuran(satu.ukuran)) }
                                td colspan="2" { (sebab) }
                            }
                        }
                        td { a href=(format!("/kelola/cadangan/{}", satu.nama)) download { (satu.nama) } }
                    }
                } }
            }
        },
    )
}

/// A size in words.
fn ukuran(bita: u64) -> String {
    const MEGA: u64 = 1024 * 1024;
    if bita >= MEGA {
        format!("{} MB", bita.div_ceil(MEGA))
    } else {
        format!("{} kB", bita.div_ceil(1024))
    }
}

async fn buat(k: Konteks) -> Hasil {
    let (app, pelaku) = (k.portal.app.clone(), k.pelaku());
    // A task of its own: a browser that goes away does not leave half a backup behind.
    let (nama, _) = tokio::spawn(async move { app.cadangkan_di_sini(&pelaku).await })
        .await
        .map_err(|galat| app::Error::Dalam(galat.to_string()))??;
    Ok(k.kembali(
        "/kelola/cadangan",
        &format!("Cadangan {nama} sudah dibuat. Unduh dan simpan di luar mesin ini."),
    ))
}

async fn ambil(k: Konteks, Path(nama): Path<String>) -> Hasil {
    let jalur = k.portal.app.ambil_cadangan(&k.pelaku(), &nama).await?;
    // Sent piece by piece, whatever its size; its name was one of the list.
    let berkas = tokio::fs::File::open(&jalur)
        .await
        .map_err(|galat| store::Error::Berkas(nama.clone(), galat))?;
    let kepala = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}\"", nama.replace('"', "")),
        ),
    ];
    Ok((kepala, AsyncReadBody::new(berkas)).into_response())
}
