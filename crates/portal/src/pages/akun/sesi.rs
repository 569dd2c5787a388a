//! One's own sessions, listed and ended.

use axum::routing::{get, post};
use axum::{Form, Router};
use maud::html;
use serde::Deserialize;

use super::pulang;
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kotak_tabel};
use crate::waktu::pukul_di;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/akun/sesi", get(lihat))
        .route("/akun/sesi/akhiri", post(akhiri))
        .route("/akun/sesi/akhiri-lain", post(akhiri_lain))
}

async fn lihat(k: Konteks) -> Hasil {
    let app = &k.portal.app;
    let daftar = app.daftar_sesi(&k.sesi.sesi, &k.sesi.token).await?;
    let zona = k
        .tempat
        .as_ref()
        .map_or_else(|| app.zona_bawaan(), |tempat| tempat.zona.clone());
    let isi = html! {
        (judul("Sesi yang terbuka", "Di mana saja akun Anda sedang terbuka. Ganti kata sandi bila ada yang bukan Anda.", &pulang()))
        (kotak_tabel("Sesi", &html! {
            table {
                thead { tr { th scope="col" { "Mulai" } th scope="col" { "Terakhir dipakai" } th scope="col" { "Berakhir paling lambat" } th scope="col" { span.tersembunyi { "Tindakan" } } } }
                tbody { @for satu in &daftar {
                    tr {
                        th scope="row" { (pukul_di(&zona, satu.dibuat)) }
                        td { (pukul_di(&zona, satu.terakhir)) }
                        td { (pukul_di(&zona, satu.berakhir)) }
                        td {
                            @if satu.ini { span.tanda.baik { "sesi ini" } }
                            @else {
                                form method="post" action="/akun/sesi/akhiri" {
                                    input type="hidden" name="sidik" value=(satu.sidik);
                                    button.tombol.kecil type="submit" { "Akhiri" }
                                }
                            }
                        }
                    }
                } }
            }
        }))
        @if daftar.len() > 1 {
            form method="post" action="/akun/sesi/akhiri-lain" {
                p { button.tombol.bahaya type="submit" { "Akhiri semua sesi lain" } }
            }
        }
    };
    Ok(k.halaman("Sesi yang terbuka", Menu::Akun, &isi))
}

#[derive(Deserialize)]
struct IsiAkhiri {
    sidik: String,
}

async fn akhiri(k: Konteks, Form(isi): Form<IsiAkhiri>) -> Hasil {
    k.portal.app.akhiri_sesi(&k.sesi.sesi, &isi.sidik).await?;
    Ok(k.kembali("/akun/sesi", "Sesi sudah diakhiri."))
}

async fn akhiri_lain(k: Konteks) -> Hasil {
    let banyak = k
        .portal
        .app
        .akhiri_sesi_lain(&k.sesi.sesi, &k.sesi.token)
        .await?;
    Ok(k.kembali("/akun/sesi", &format!("{banyak} sesi lain sudah diakhiri.")))
}
