//! The first set-up: the first unit and the first account, by whoever can read the terminal of the machine.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use axum_extra::extract::cookie::CookieJar;
use maud::{Markup, html};
use serde::Deserialize;
use store::VersiUnit;

use app::{Awal, Masuk, Peran};

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, status};
use crate::pages::kelola::sebutan_tingkat;
use crate::sesi::kue;
use crate::tampilan::{Isian, pesan_galat, pilihan, polos};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/awal", get(lihat).post(simpan))
}

#[derive(Deserialize, Default, Clone)]
struct Isi {
    #[serde(default)]
    kunci: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    tingkat: String,
    #[serde(default)]
    profil: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    nama_pengguna: String,
    #[serde(default)]
    sandi: String,
}

/// Whether the key of the first set-up is right; without a key in the configuration there is no set-up over the network.
fn kunci_cocok(portal: &Portal, kunci: &str) -> bool {
    portal
        .konfigurasi
        .kunci_awal
        .as_deref()
        .is_some_and(|benar| {
            store::sidik_dari(benar.as_bytes()) == store::sidik_dari(kunci.as_bytes())
        })
}

async fn lihat(State(portal): State<Portal>, Query(isi): Query<Isi>) -> Hasil {
    if !portal.app.belum_disiapkan().await? {
        return Err(Galat::TidakAda);
    }
    if !kunci_cocok(&portal, &isi.kunci) {
        let pesan = html! { p { "Instalasi ini belum disiapkan. Buka alamat penyiapan yang tercetak di terminal mesin tempat Cermat dijalankan." } };
        return Ok(polos("Belum disiapkan", &pesan).into_response());
    }
    Ok(formulir(&portal, &isi, None).into_response())
}

fn formulir(portal: &Portal, isi: &Isi, galat: Option<&str>) -> Markup {
    let tingkat: Vec<_> = VersiUnit::TINGKAT
        .iter()
        .map(|kata| ((*kata).to_owned(), sebutan_tingkat(kata)))
        .collect();
    let mut profil = vec![(String::new(), "Tidak melapor sendiri".to_owned())];
    profil.extend(
        portal
            .app
            .hukum
            .profil
            .iter()
            .map(|satu| (satu.id.clone(), satu.nama.clone())),
    );
    let isi_halaman = html! {
        p { "Buat unit teratas dan akun pertama. Unit dan orang lain ditambahkan kemudian di Pengelolaan." }
        (pesan_galat(galat))
        form.sempit method="post" action="/awal" {
            input type="hidden" name="kunci" value=(isi.kunci);
            fieldset {
                legend { "Unit teratas" }
                (Isian { bantuan: "Nama resmi, seperti pada surat dinas.", ..Isian::teks("unit", "Nama unit", &isi.unit) }.tampilkan())
                (pilihan("tingkat", "Tingkat", &tingkat, if isi.tingkat.is_empty() { "kantor" } else { &isi.tingkat }))
                (pilihan("profil", "Jenis kantor", &profil, &isi.profil))
            }
            fieldset {
                legend { "Akun pertama (administrator dan perencana)" }
                (Isian::teks("nama", "Nama lengkap dengan gelar", &isi.nama).tampilkan())
                (Isian { lengkapi: "username", ..Isian::teks("nama_pengguna", "Nama pengguna", &isi.nama_pengguna) }.tampilkan())
                (Isian { jenis: "password", lengkapi: "new-password", bantuan: "Paling sedikit 15 karakter; beberapa kata acak mudah diingat dan sulit ditebak.", ..Isian::teks("sandi", "Kata sandi", "") }.tampilkan())
            }
            button.tombol.utama type="submit" { "Siapkan" }
        }
    };
    polos("Penyiapan pertama", &isi_halaman)
}

async fn simpan(State(portal): State<Portal>, guci: CookieJar, Form(isi): Form<Isi>) -> Hasil {
    if !kunci_cocok(&portal, &isi.kunci) || !portal.app.belum_disiapkan().await? {
        return Err(Galat::TidakAda);
    }
    let awal = Awal {
        unit: isi.unit.clone(),
        tingkat: isi.tingkat.clone(),
        profil: Some(isi.profil.clone()).filter(|profil| !profil.is_empty()),
        nama_pengguna: isi.nama_pengguna.clone(),
        nama: isi.nama.clone(),
        sandi: isi.sandi.clone(),
        ganti_sandi: false,
        peran: vec![Peran::Administrator, Peran::Perencana],
    };
    match portal.app.siapkan_awal(&awal).await {
        Ok(_) => {
            let masuk = Masuk {
                nama_pengguna: isi.nama_pengguna,
                sandi: isi.sandi,
                alamat: "penyiapan pertama".to_owned(),
            };
            let (token, _) = portal.app.masuk(&masuk).await?;
            Ok((guci.add(kue(&portal, token)), Redirect::to("/")).into_response())
        }
        Err(galat @ app::Error::Isian(_)) => Ok((
            status(&galat),
            formulir(&portal, &isi, Some(&kalimat(&galat))),
        )
            .into_response()),
        Err(lain) => Err(lain.into()),
    }
}
