//! The second factor: set up with a picture for the telephone, confirmed with a code, switched off with the password.

use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::qr::QRBuilder;
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;

use app::{rahasia_totp, uri_totp};

use super::pulang;
use crate::Portal;
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, Menu, judul, pesan_galat};

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/akun/kedua", get(lihat).post(pasang))
        .route("/akun/kedua/matikan", post(matikan))
}

async fn lihat(k: Konteks) -> Hasil {
    if k.sesi.sesi.orang.totp.is_some() {
        Ok(formulir_matikan(&k, None))
    } else {
        Ok(formulir_pasang(&k, &rahasia_totp()?, None))
    }
}

fn formulir_pasang(k: &Konteks, rahasia: &str, galat: Option<&app::Error>) -> Response {
    let uri = uri_totp(rahasia, &k.sesi.sesi.orang.nama_pengguna);
    let isi = html! {
        (judul("Pasang faktor kedua", "Sesudahnya, masuk memerlukan kata sandi dan kode dari ponsel Anda.", &pulang()))
        (pesan_galat(galat.map(kalimat).as_deref()))
        ol.langkah {
            li { p { "Pasang aplikasi autentikator pada ponsel Anda, misalnya FreeOTP, Aegis, atau Google Authenticator." } }
            li {
                p { "Dengan aplikasi itu, pindai gambar ini:" }
                (gambar(&uri))
                details { summary { "Tidak dapat memindai? Ketik rahasianya" }
                    p { "Jenis: berbasis waktu (TOTP), 6 angka, 30 detik. Rahasia:" }
                    p { code.sidik { (kelompok(rahasia)) } }
                }
            }
            li {
                p { "Ketik kode yang ditampilkan aplikasi:" }
                form.sempit method="post" action="/akun/kedua" {
                    input type="hidden" name="rahasia" value=(rahasia);
                    (Isian { lengkapi: "one-time-code", ..Isian::teks("kode", "Kode enam angka", "") }.tampilkan())
                    button.tombol.utama type="submit" { "Aktifkan" }
                }
            }
        }
        p.redup { "Bila ponsel hilang, administrator kantor Anda dapat mematikan faktor kedua setelah memastikan bahwa itu Anda." }
    };
    dengan_status(k.halaman("Pasang faktor kedua", Menu::Akun, &isi), galat)
}

/// The picture that the telephone reads; black on white also where the page is dark.
fn gambar(uri: &str) -> Markup {
    match QRBuilder::new(uri).build() {
        Ok(qr) => html! {
            div.qr role="img" aria-label="Kode QR untuk aplikasi autentikator" { (PreEscaped(SvgBuilder::default().to_str(&qr))) }
        },
        // The secret can be typed; nothing is lost.
        Err(_) => html! { p { "Gambar tidak dapat dibuat; ketik rahasianya." } },
    }
}

/// The secret in groups of four, as it is typed.
fn kelompok(rahasia: &str) -> String {
    let huruf: Vec<char> = rahasia.chars().collect();
    huruf
        .chunks(4)
        .map(|empat| empat.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

#[derive(Deserialize)]
struct IsiPasang {
    rahasia: String,
    kode: String,
}

async fn pasang(k: Konteks, Form(isi): Form<IsiPasang>) -> Hasil {
    match k
        .portal
        .app
        .atur_totp(&k.sesi.sesi, Some(&isi.rahasia), &isi.kode)
        .await
    {
        Ok(()) => Ok(k.kembali("/akun/kedua", "Faktor kedua sudah aktif.")),
        Err(galat @ app::Error::Isian(_)) => Ok(formulir_pasang(&k, &isi.rahasia, Some(&galat))),
        Err(lain) => Err(lain.into()),
    }
}

fn formulir_matikan(k: &Konteks, galat: Option<&app::Error>) -> Response {
    let isi = html! {
        (judul("Faktor kedua", "Faktor kedua aktif: masuk memerlukan kata sandi dan kode dari ponsel Anda.", &pulang()))
        (pesan_galat(galat.map(kalimat).as_deref()))
        h2 { "Matikan atau pindah ponsel" }
        p { "Matikan dahulu dengan kata sandi Anda; sesudahnya Anda dapat memasangnya lagi pada ponsel lain." }
        form.sempit method="post" action="/akun/kedua/matikan" {
            (Isian { jenis: "password", lengkapi: "current-password", ..Isian::teks("sandi", "Kata sandi", "") }.tampilkan())
            button.tombol.bahaya type="submit" { "Matikan faktor kedua" }
        }
    };
    dengan_status(k.halaman("Faktor kedua", Menu::Akun, &isi), galat)
}

#[derive(Deserialize)]
struct IsiMatikan {
    sandi: String,
}

async fn matikan(k: Konteks, Form(isi): Form<IsiMatikan>) -> Hasil {
    match k.portal.app.atur_totp(&k.sesi.sesi, None, &isi.sandi).await {
        Ok(()) => Ok(k.kembali("/akun", "Faktor kedua sudah dimatikan.")),
        Err(galat @ app::Error::Isian(_)) => Ok(formulir_matikan(&k, Some(&galat))),
        Err(lain) => Err(lain.into()),
    }
}

fn dengan_status(mut jawaban: Response, galat: Option<&app::Error>) -> Response {
    if let Some(galat) = galat {
        *jawaban.status_mut() = status(galat);
    }
    jawaban
}
