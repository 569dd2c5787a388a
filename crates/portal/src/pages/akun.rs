//! One's own account: who one is, the password, the second factor, sessions, and what one may do.

mod hak;
mod kedua;
mod sesi;

use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Form, Router};
use axum_extra::extract::cookie::CookieJar;
use maud::{Markup, html};

use crate::Portal;
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::Konteks;
use crate::pages::masuk::{IsiSandi, ganti, isian_sandi};
use crate::tampilan::{Menu, judul, pesan_galat};

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/akun", get(lihat))
        .route("/akun/sandi", get(lihat_sandi).post(simpan_sandi))
        .merge(hak::routes())
        .merge(kedua::routes())
        .merge(sesi::routes())
}

async fn lihat(k: Konteks) -> Hasil {
    let orang = &k.sesi.sesi.orang;
    let dua = orang.totp.is_some();
    let isi = html! {
        (judul("Akun saya", "", &html! {}))
        div.kartu {
            dl.pasangan {
                dt { "Nama" } dd { (orang.nama) }
                dt { "Nama pengguna" } dd { (orang.nama_pengguna) }
                dt { "NIP" } dd { (orang.nip.as_deref().unwrap_or("–")) }
                dt { "Faktor kedua" } dd { @if dua { span.tanda.baik { "aktif" } } @else { span.tanda.sedang { "belum dipasang" } } }
            }
            p.redup { "Nama dan NIP diperbaiki oleh administrator kantor Anda." }
        }
        h2 { "Keamanan" }
        ul.kisi.bagian-kelola {
            li.kartu { h3 { a href="/akun/sandi" { "Ganti kata sandi" } } p.redup { "Semua sesi lain berakhir bila kata sandi diganti." } }
            li.kartu { h3 { a href="/akun/kedua" { "Faktor kedua" } } p.redup { "Kode enam angka dari ponsel, selain kata sandi." } }
            li.kartu { h3 { a href="/akun/sesi" { "Sesi yang terbuka" } } p.redup { "Di mana saja akun Anda sedang terbuka; akhiri yang bukan Anda." } }
            li.kartu { h3 { a href="/akun/hak" { "Hak saya" } } p.redup { "Peran Anda, dan mengapa sesuatu dapat atau tidak dapat Anda lakukan." } }
        }
        h2 { "Tampilan" }
        form.deretan method="post" action="/tema" {
            @for (kata, sebutan) in [("terang", "Terang"), ("gelap", "Gelap"), ("ikut", "Ikuti perangkat")] {
                button.tombol type="submit" name="tema" value=(kata) { (sebutan) }
            }
        }
    };
    Ok(k.halaman("Akun saya", Menu::Akun, &isi))
}

/// The way back to the overview of the account.
fn pulang() -> Markup {
    html! { a.tombol href="/akun" { "Kembali ke akun saya" } }
}

async fn lihat_sandi(k: Konteks) -> Hasil {
    Ok(formulir_sandi(&k, None).into_response())
}

fn formulir_sandi(k: &Konteks, galat: Option<&str>) -> axum::response::Response {
    let isi = html! {
        (judul("Ganti kata sandi", "Semua sesi Anda yang lain berakhir.", &pulang()))
        (pesan_galat(galat))
        form.sempit method="post" action="/akun/sandi" {
            // Password managers look for the account that the new password belongs to.
            input type="hidden" name="pengguna" autocomplete="username" value=(k.sesi.sesi.orang.nama_pengguna);
            (isian_sandi())
            button.tombol.utama type="submit" { "Ganti kata sandi" }
        }
    };
    k.halaman("Ganti kata sandi", Menu::Akun, &isi)
}

async fn simpan_sandi(k: Konteks, guci: CookieJar, Form(isi): Form<IsiSandi>) -> Hasil {
    match ganti(&k.portal, &k.sesi, guci, &isi).await {
        Ok(guci) => Ok((guci, k.kembali("/akun", "Kata sandi sudah diganti.")).into_response()),
        Err(galat @ app::Error::Isian(_)) => {
            let mut jawaban = formulir_sandi(&k, Some(&kalimat(&galat)));
            *jawaban.status_mut() = status(&galat);
            Ok(jawaban)
        }
        Err(lain) => Err(lain.into()),
    }
}
