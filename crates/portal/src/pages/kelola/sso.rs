//! Which account an identity of the provider of single sign-on belongs to: tied and untied by who keeps accounts.

use app::{IdentitasSso, Tindakan};
use axum::Router;
use axum::extract::{Form, State};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;
use store::Orang;

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, status};
use crate::konteks::Konteks;
use crate::sso::Sso;
use crate::tampilan::{Isian, judul, kotak_tabel, pesan_galat, pilihan};

const ALAMAT: &str = "/kelola/sso";

pub(super) fn routes() -> Router<Portal> {
    Router::new().route(ALAMAT, get(lihat).post(ubah))
}

#[derive(Deserialize, Default)]
struct Ketikan {
    #[serde(default)]
    orang: String,
    #[serde(default)]
    subjek: String,
}

/// The unit at which the person keeps accounts: the one that they look at, where they may there, or any other.
async fn unit_kelola(konteks: &Konteks, portal: &Portal) -> Hasil<String> {
    let mut tx = portal.app.store.read().await?;
    let boleh = portal
        .app
        .unit_yang_boleh(&mut tx, &konteks.pelaku(), Tindakan::KelolaOrang)
        .await?;
    drop(tx);
    let kini = konteks.tempat.as_ref().map(|tempat| &tempat.unit.unit);
    Ok(boleh
        .iter()
        .find(|unit| Some(&unit.unit) == kini)
        .or_else(|| boleh.first())
        .map(|unit| unit.unit.clone())
        .or_else(|| kini.cloned())
        .unwrap_or_default())
}

async fn lihat(konteks: Konteks, State(portal): State<Portal>) -> Hasil {
    let sso = portal.sso.as_deref().ok_or(Galat::TidakAda)?;
    let unit = unit_kelola(&konteks, &portal).await?;
    let daftar = portal.app.daftar_orang(&konteks.pelaku(), &unit).await?;
    let isi = halaman(sso, &daftar, &Ketikan::default(), None);
    super::halaman(&konteks, "Masuk tunggal", "sso", &isi).await
}

async fn ubah(
    konteks: Konteks,
    State(portal): State<Portal>,
    Form(ketikan): Form<Ketikan>,
) -> Hasil {
    let sso = portal.sso.as_deref().ok_or(Galat::TidakAda)?;
    let pelaku = konteks.pelaku();
    let unit = unit_kelola(&konteks, &portal).await?;
    let subjek = ketikan.subjek.trim();
    let identitas = (!subjek.is_empty()).then(|| IdentitasSso {
        penerbit: sso.penerbit().to_owned(),
        subjek: subjek.to_owned(),
    });
    match portal
        .app
        .kaitkan_sso(&pelaku, &unit, &ketikan.orang, identitas.as_ref())
        .await
    {
        Ok(()) => {
            let pesan = if identitas.is_some() {
                "Akun dikaitkan; orang itu dapat masuk melalui penyedia."
            } else {
                "Kaitan akun dilepas."
            };
            Ok(konteks.kembali(ALAMAT, pesan))
        }
        Err(galat @ app::Error::Isian(_)) => {
            let daftar = portal.app.daftar_orang(&pelaku, &unit).await?;
            let isi = halaman(sso, &daftar, &ketikan, Some(&kalimat(&galat)));
            let mut jawaban = super::halaman(&konteks, "Masuk tunggal", "sso", &isi).await?;
            *jawaban.status_mut() = status(&galat);
            Ok(jawaban)
        }
        Err(lain) => Err(lain.into()),
    }
}

fn halaman(sso: &Sso, daftar: &[Orang], ketikan: &Ketikan, galat: Option<&str>) -> Markup {
    let akun: Vec<(String, String)> = daftar
        .iter()
        .map(|orang| {
            let sebutan = format!("{} ({})", orang.nama, orang.nama_pengguna);
            (orang.id.clone(), sebutan)
        })
        .collect();
    let terkait: Vec<&Orang> = daftar.iter().filter(|orang| orang.sso.is_some()).collect();
    html! {
        (judul("Masuk tunggal", "Akun yang dikaitkan dengan identitas di penyedia dapat masuk tanpa kata sandi Cermat.", &html! {}))
        (pesan_galat(galat))
        form.sempit method="post" action=(ALAMAT) {
            p { "Penyedia: " (sso.penerbit()) }
            (pilihan("orang", "Akun", &akun, &ketikan.orang))
            (Isian { wajib: false, bantuan: "Identitas (sub) tampil pada orang itu saat pertama kali mencoba masuk. Kosongkan untuk melepas kaitan.", ..Isian::teks("subjek", "Identitas di penyedia", &ketikan.subjek) }.tampilkan())
            button.tombol.utama type="submit" { "Simpan kaitan" }
        }
        h2 { "Akun yang sudah dikaitkan" }
        @if terkait.is_empty() {
            p.kosong { "Belum ada akun yang dikaitkan. Pilih akun dan tulis identitasnya di atas." }
        } @else {
            (kotak_tabel("Akun yang sudah dikaitkan", &html! {
                table {
                    thead { tr { th scope="col" { "Akun" } th scope="col" { "Identitas" } } }
                    tbody { @for orang in terkait {
                        tr { th scope="row" { (orang.nama) } td { (orang.sso.as_deref().unwrap_or_default()) } }
                    } }
                }
            }))
        }
    }
}
