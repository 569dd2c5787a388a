//! One's own tokens for other programs: listed, made, withdrawn.

use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use store::Token;

use app::{Lingkup, TokenBaru};

use crate::Portal;
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, Menu, judul, kosong, kotak_tabel, pesan_galat};
use crate::waktu::{pukul, tanggal};

const ALAMAT: &str = "/akun/token";

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(ALAMAT, get(daftar).post(buat))
        .route("/akun/token/{id}/cabut", post(cabut))
}

/// What was typed.
#[derive(Default)]
struct Ketikan {
    nama: String,
    lingkup: Vec<Lingkup>,
    sampai: String,
}

impl Ketikan {
    fn dari(isian: Vec<(String, String)>) -> Self {
        let mut ketikan = Self::default();
        for (nama, nilai) in isian {
            match nama.as_str() {
                "nama" => ketikan.nama = nilai,
                "sampai" => ketikan.sampai = nilai,
                "lingkup" => ketikan.lingkup.extend(Lingkup::dari_kata(&nilai)),
                _ => {}
            }
        }
        ketikan
    }
}

async fn daftar(konteks: Konteks, State(portal): State<Portal>) -> Hasil {
    let daftar = portal.app.daftar_token(&konteks.pelaku()).await?;
    let isi = halaman(&daftar, &Ketikan::default(), None, &portal.app.hari_ini());
    Ok(konteks.halaman("Token saya", Menu::Akun, &isi))
}

async fn buat(
    konteks: Konteks,
    State(portal): State<Portal>,
    Form(isian): Form<Vec<(String, String)>>,
) -> Hasil {
    let ketikan = Ketikan::dari(isian);
    let baru = TokenBaru {
        nama: ketikan.nama.clone(),
        lingkup: ketikan.lingkup.clone(),
        sampai: Some(ketikan.sampai.clone()).filter(|hari| !hari.trim().is_empty()),
    };
    match portal.app.buat_token(&konteks.pelaku(), &baru).await {
        Ok((teks, token)) => {
            // Shown in the answer itself: an address to come back to would show it again.
            let isi = html! {
                (judul("Token sudah dibuat", "Salin sekarang; token ini tidak dapat ditampilkan lagi.", &html! {}))
                div.kartu {
                    p { label for="token-baru" { (token.nama) } }
                    input #token-baru type="text" readonly value=(teks) spellcheck="false" autocomplete="off";
                    p.bantuan { "Simpan di tempat rahasia program yang memakainya. Siapa pun yang memegangnya bertindak atas nama Anda." }
                }
                p { a.tombol href=(ALAMAT) { "Sudah saya salin" } }
            };
            Ok(konteks.halaman("Token sudah dibuat", Menu::Akun, &isi))
        }
        Err(galat @ (app::Error::Isian(_) | app::Error::BelumDapat(_))) => {
            let daftar = portal.app.daftar_token(&konteks.pelaku()).await?;
            let isi = halaman(
                &daftar,
                &ketikan,
                Some(&kalimat(&galat)),
                &portal.app.hari_ini(),
            );
            let mut jawaban: Response = konteks.halaman("Token saya", Menu::Akun, &isi);
            *jawaban.status_mut() = status(&galat);
            Ok(jawaban)
        }
        Err(lain) => Err(lain.into()),
    }
}

async fn cabut(konteks: Konteks, State(portal): State<Portal>, Path(id): Path<String>) -> Hasil {
    portal.app.cabut_token(&konteks.pelaku(), &id).await?;
    Ok(konteks.kembali(
        ALAMAT,
        "Token dicabut; program yang memakainya tidak dapat masuk lagi.",
    ))
}

fn halaman(daftar: &[Token], ketikan: &Ketikan, galat: Option<&str>, hari: &str) -> Markup {
    html! {
        (judul("Token saya", "Dengan token, program lain membaca atau mengisi data atas nama Anda, tidak melebihi hak Anda.", &html! {}))
        p { a href="/api" { "Uraian antarmuka untuk program lain" } }
        (pesan_galat(galat))
        @if daftar.is_empty() {
            (kosong("Belum ada token. Buat satu di bawah ini untuk setiap program yang perlu masuk.", &html! {}))
        } @else {
            (tabel(daftar, hari))
        }
        h2 { "Buat token" }
        form.sempit method="post" action=(ALAMAT) {
            (Isian { bantuan: "Sebut program yang memakainya.", ..Isian::teks("nama", "Nama", &ketikan.nama) }.tampilkan())
            fieldset {
                legend { "Yang boleh dilakukan" }
                @for lingkup in Lingkup::SEMUA {
                    p { label.sebaris {
                        input type="checkbox" name="lingkup" value=(lingkup.kata()) checked[ketikan.lingkup.contains(&lingkup)];
                        (lingkup.sebutan())
                    } }
                }
            }
            (Isian { jenis: "date", wajib: false, bantuan: "Sesudah hari ini token tidak berlaku lagi.", ..Isian::teks("sampai", "Hari terakhir", &ketikan.sampai) }.tampilkan())
            button.tombol.utama type="submit" { "Buat token" }
        }
    }
}

fn tabel(daftar: &[Token], hari: &str) -> Markup {
    let isi = html! {
            table {
                caption { "Token" }
                thead { tr { th scope="col" { "Nama" } th scope="col" { "Lingkup" } th scope="col" { "Dibuat" } th scope="col" { "Terakhir dipakai" } th scope="col" { "Keadaan" } } }
                tbody {
                    @for token in daftar {
                        tr {
                            th scope="row" { (token.nama) }
                            td { ul.rapat { @for kata in token.lingkup.split(' ') { li { (Lingkup::dari_kata(kata).map_or_else(|| kata.to_owned(), |lingkup| lingkup.sebutan().to_owned())) } } } }
                            td { (pukul(token.dibuat)) }
                            td { (token.terakhir.map_or_else(|| "belum pernah".to_owned(), pukul)) }
                            td { (keadaan(token, hari)) }
                        }
                    }
                }
            }
    };
    kotak_tabel("Token", &isi)
}

fn keadaan(token: &Token, hari: &str) -> Markup {
    let habis = token.sampai.as_deref().is_some_and(|sampai| sampai < hari);
    html! {
        @if token.dicabut.is_some() {
            span.tanda { "dicabut" }
        } @else if habis {
            span.tanda { "berakhir" }
        } @else {
            div.deretan {
                span.tanda.baik { "berlaku" @if let Some(sampai) = &token.sampai { " sampai " (tanggal(sampai)) } }
                form method="post" action=(format!("{ALAMAT}/{}/cabut", token.id)) {
                    button.tombol.kecil.bahaya type="submit" aria-label=(format!("Cabut token {}", token.nama)) { "Cabut" }
                }
            }
        }
    }
}
