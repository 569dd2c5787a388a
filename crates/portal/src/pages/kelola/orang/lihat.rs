//! One account: who it is, its roles, and what can be done to it.

use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use maud::html;

use app::Tindakan;

use super::{Cari, keadaan};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::pages::kelola::hak::tabel_hak_orang;
use crate::pages::kelola::{halaman, unit_kerja};
use crate::tampilan::judul;
use crate::waktu::pukul_di;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/kelola/orang/{id}", get(lihat))
}

async fn lihat(k: Konteks, Path(id): Path<String>, Query(cari): Query<Cari>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let (unit, _) = unit_kerja(&k, Tindakan::KelolaOrang, &cari.unit).await?;
    let (orang, penolakan) = app.lihat_orang(&pelaku, &unit.unit, &id).await?;
    let hak = app.daftar_hak_orang(&pelaku, &id).await?;
    let zona = app.zona(&unit.unit).await?;
    let hari_ini = zona.hari(app.kini());
    let sendiri = pelaku.orang == id;
    let alamat = |ekor: &str| format!("/kelola/orang/{id}/{ekor}?unit={}", unit.unit);
    let isi = html! {
        (judul(&orang.nama, "", &html! {
            a.tombol href=(format!("/kelola/hak/baru?unit={}&orang={}", unit.unit, orang.nama_pengguna)) { "Beri hak" }
            a.tombol href=(format!("/kelola/hak/jelaskan?unit={}&orang={id}", unit.unit)) { "Jelaskan haknya" }
            a.tombol href=(format!("/kelola/audit?unit={}&orang={id}", unit.unit)) { "Jejak auditnya" }
        }))
        div.kartu {
            dl.pasangan {
                dt { "Nama pengguna" } dd { (orang.nama_pengguna) }
                dt { "NIP" } dd { (orang.nip.as_deref().unwrap_or("–")) }
                dt { "Keadaan" } dd { (keadaan(&orang)) }
                dt { "Dibuat" } dd { (pukul_di(&zona, orang.dibuat)) }
            }
        }
        h2 { "Akun" }
        @if let Some(penolakan) = &penolakan {
            p.pesan.ingat { "Akun ini tidak dapat Anda ubah, karena orangnya juga berperan di unit lain. " (penolakan.ringkas()) "." }
        } @else if sendiri {
            p { "Ini akun Anda. Kata sandi dan faktor kedua diatur di " a href="/akun" { "Akun saya" } "; penutupannya oleh administrator lain." }
            p { a.tombol href=(alamat("ubah")) { "Perbaiki nama atau NIP" } }
        } @else {
            div.deretan {
                a.tombol href=(alamat("ubah")) { "Perbaiki nama atau NIP" }
                a.tombol href=(alamat("sandi")) { "Setel ulang kata sandi" }
                @if orang.totp.is_some() { a.tombol href=(alamat("kedua")) { "Matikan faktor kedua" } }
                form method="post" action=(alamat("keadaan")) {
                    @if orang.aktif == 1 {
                        button.tombol.bahaya type="submit" name="aktif" value="0" data-tanya="Tutup akun ini? Sesinya langsung berakhir." { "Tutup akun" }
                    } @else {
                        button.tombol type="submit" name="aktif" value="1" { "Buka kembali akun" }
                    }
                }
            }
        }
        h2 { "Hak" }
        (tabel_hak_orang(&hak, &hari_ini))
    };
    halaman(&k, &orang.nama, "orang", &isi).await
}
