//! Grants and denials: at a unit, of a person, a new one, withdrawing, and what each role may do.

use axum::extract::{Path, Query};
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use store::Hak;

use app::{HakBaru, HakTerbaca, Peran, Tindakan};

use super::orang::daftar_peran;
use super::{Formulir, dapat_diperbaiki, ganti_unit, halaman, isi, masa, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::Konteks;
use crate::tampilan::{Isian, judul, kosong, kotak_tabel, pilihan};

/// Most accounts that a form offers by itself; any other is typed.
const DITAWARKAN: usize = 500;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/hak", get(daftar))
        .route("/kelola/hak/baru", get(lihat_baru).post(simpan))
        .route("/kelola/hak/peran", get(peran))
        .route("/kelola/hak/{id}/cabut", post(cabut))
}

#[derive(Deserialize, Default)]
struct Cari {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    semua: String,
}

/// How a grant stands on a day: word, look, and whether it holds.
fn keadaan(hak: &Hak, hari: &str) -> (&'static str, &'static str, bool) {
    if hak.dicabut.is_some() {
        ("dicabut", "tanda kurang", false)
    } else if hak.dari.as_str() > hari {
        ("akan berlaku", "tanda sedang", false)
    } else if hak.sampai.as_deref().is_some_and(|sampai| sampai < hari) {
        ("berakhir", "tanda", false)
    } else {
        ("berlaku", "tanda baik", true)
    }
}

/// Name of a role; one that the program no longer knows is told as it was recorded.
fn sebutan_peran(kata: &str) -> &str {
    Peran::dari_kata(kata).map_or(kata, |peran| peran.sebutan())
}

fn jenis(hak: &Hak) -> Markup {
    html! { @if hak.tolak == 1 { span.tanda.kurang { "menolak" } } @else { span.tanda { "memberi" } } }
}

async fn daftar(k: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let (unit, pohon) = unit_kerja(&k, Tindakan::KelolaHak, &cari.unit).await?;
    let hari_ini = app.hari_ini_di(&unit.unit).await?;
    let hak = app.daftar_hak(&pelaku, &unit.unit).await?;
    let terlihat: Vec<_> = hak
        .iter()
        .rev()
        .filter(|hak| {
            let (kata, _, berlaku) = keadaan(hak, &hari_ini);
            cari.semua == "ya" || berlaku || kata == "akan berlaku"
        })
        .collect();
    let nama = app
        .nama_semua(
            terlihat
                .iter()
                .flat_map(|hak| [hak.orang.as_str(), hak.oleh.as_str()]),
        )
        .await?;
    let sebut = |id: &str| nama.get(id).cloned().unwrap_or_default();
    let isi = html! {
        (judul("Hak", "Peran di suatu unit berlaku juga di semua unit di bawahnya.", &html! {
            a.tombol.utama href=(format!("/kelola/hak/baru?unit={}", unit.unit)) { "Beri atau tolak hak" }
            a.tombol href=(format!("/kelola/hak/jelaskan?unit={}", unit.unit)) { "Jelaskan hak seseorang" }
            a.tombol href="/kelola/hak/peran" { "Arti tiap peran" }
        }))
        (ganti_unit("/kelola/hak", &pohon, &unit.unit))
        h2 { "Hak yang diberikan di " (unit.nama) }
        @if terlihat.is_empty() {
            (kosong("Belum ada hak yang diberikan langsung di unit ini. Hak dari unit di atasnya tetap berlaku.", &html! {}))
        } @else {
            (kotak_tabel("Hak", &html! {
                table {
                    thead { tr { th scope="col" { "Orang" } th scope="col" { "Peran" } th scope="col" { "Jenis" } th scope="col" { "Masa" } th scope="col" { "Keadaan" } th scope="col" { "Alasan" } th scope="col" { "Oleh" } th scope="col" { span.tersembunyi { "Tindakan" } } } }
                    tbody { @for hak in &terlihat {
                        @let (kata, rupa, _) = keadaan(hak, &hari_ini);
                        tr {
                            th scope="row" { a href=(format!("/kelola/orang/{}?unit={}", hak.orang, unit.unit)) { (sebut(&hak.orang)) } }
                            td { (sebutan_peran(&hak.peran)) }
                            td { (jenis(hak)) }
                            td { (masa(&hak.dari, hak.sampai.as_deref())) }
                            td { span class=(rupa) { (kata) } }
                            td { (hak.alasan) }
                            td { (sebut(&hak.oleh)) }
                            td { @if hak.dicabut.is_none() && hak.orang != pelaku.orang { (tombol_cabut(hak)) } }
                        }
                    } }
                }
            }))
        }
        @if cari.semua != "ya" && terlihat.len() < hak.len() {
            p { a href=(format!("/kelola/hak?unit={}&semua=ya", unit.unit)) { "Tampilkan juga yang berakhir dan dicabut" } }
        }
    };
    halaman(&k, "Hak", "hak", &isi).await
}

fn tombol_cabut(hak: &Hak) -> Markup {
    html! {
        form method="post" action=(format!("/kelola/hak/{}/cabut", hak.id)) {
            input type="hidden" name="unit" value=(hak.unit);
            button.tombol.kecil type="submit" data-tanya="Cabut hak ini? Catatannya tetap ada." { "Cabut" }
        }
    }
}

/// The grants and denials of one person, newest first.
pub(in crate::pages) fn tabel_hak_orang(hak: &[HakTerbaca], hari_ini: &str) -> Markup {
    if hak.is_empty() {
        return kosong("Belum ada hak.", &html! {});
    }
    kotak_tabel(
        "Hak",
        &html! {
            table {
                thead { tr { th scope="col" { "Unit" } th scope="col" { "Peran" } th scope="col" { "Jenis" } th scope="col" { "Masa" } th scope="col" { "Keadaan" } th scope="col" { "Alasan" } th scope="col" { span.tersembunyi { "Tindakan" } } } }
                tbody { @for satu in hak.iter().rev() {
                    @let (kata, rupa, _) = keadaan(&satu.hak, hari_ini);
                    tr {
                        th scope="row" { (satu.unit) }
                        td { (sebutan_peran(&satu.hak.peran)) }
                        td { (jenis(&satu.hak)) }
                        td { (masa(&satu.hak.dari, satu.hak.sampai.as_deref())) }
                        td { span class=(rupa) { (kata) } }
                        td { (satu.hak.alasan) }
                        td { @if satu.dapat_dicabut { (tombol_cabut(&satu.hak)) } }
                    }
                } }
            }
        },
    )
}

#[derive(Deserialize, Default)]
struct IsiHak {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    orang: String,
    #[serde(default)]
    peran: String,
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
    #[serde(default)]
    alasan: String,
}

async fn lihat_baru(k: Konteks, Query(mut nilai): Query<IsiHak>) -> Hasil {
    let (unit, _) = unit_kerja(&k, Tindakan::KelolaHak, &nilai.unit).await?;
    if nilai.dari.is_empty() {
        nilai.dari = k.portal.app.hari_ini_di(&unit.unit).await?;
    }
    nilai.unit = unit.unit;
    formulir(&k, &nilai, None).await
}

/// The field for a person: any login name, with those that there are as offers.
pub(super) async fn isian_orang(k: &Konteks, unit: &str, kini: &str) -> Hasil<Markup> {
    let orang = k.portal.app.daftar_orang(&k.pelaku(), unit).await?;
    Ok(html! {
        div.isian {
            label for="isian-orang" { "Nama pengguna" }
            input #isian-orang name="orang" type="text" value=(kini) required list="daftar-orang" autocomplete="off";
            datalist #daftar-orang { @for satu in orang.iter().filter(|satu| satu.aktif == 1).take(DITAWARKAN) {
                option value=(satu.nama_pengguna) { (satu.nama) }
            } }
        }
    })
}

async fn formulir(k: &Konteks, nilai: &IsiHak, galat: Option<&app::Error>) -> Hasil {
    let (unit, semua) = unit_kerja(k, Tindakan::KelolaHak, &nilai.unit).await?;
    let formulir = Formulir {
        judul: "Beri atau tolak hak",
        keterangan: "Hak berlaku di unit yang dipilih dan semua unit di bawahnya. Penolakan mengalahkan pemberian peran yang sama, di mana pun diberikan; peran lain orang itu tidak tersentuh.",
        ke: "/kelola/hak/baru",
        tombol: "Simpan",
        batal: &format!("/kelola/hak?unit={}", unit.unit),
        bahaya: false,
    };
    let jenis = if nilai.jenis == "tolak" {
        "tolak"
    } else {
        "beri"
    };
    let isian = html! {
        (isian_orang(k, &unit.unit, &nilai.orang).await?)
        (pilihan_unit("unit", "Unit", &semua, &unit.unit))
        (pilihan("peran", "Peran", &daftar_peran(), &nilai.peran))
        fieldset {
            legend { "Jenis" }
            div.isian-baris { label { input type="radio" name="jenis" value="beri" checked[jenis == "beri"]; "Beri peran ini" } }
            div.isian-baris { label { input type="radio" name="jenis" value="tolak" checked[jenis == "tolak"]; "Tolak peran ini" } }
        }
        (Isian { jenis: "date", ..Isian::teks("dari", "Hari pertama", &nilai.dari) }.tampilkan())
        (Isian { jenis: "date", wajib: false, ..Isian::teks("sampai", "Hari terakhir", &nilai.sampai) }.tampilkan())
        (Isian { bantuan: "Misalnya nomor surat tugas.", ..Isian::teks("alasan", "Alasan", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "hak", galat, &isian).await
}

async fn simpan(k: Konteks, Form(nilai): Form<IsiHak>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let nama = nilai.orang.trim().to_lowercase();
    let orang = app.daftar_orang(&pelaku, &nilai.unit).await?;
    let orang = orang
        .iter()
        .find(|satu| satu.nama_pengguna == nama || satu.id == nilai.orang);
    let (Some(orang), Some(peran)) = (orang, Peran::dari_kata(&nilai.peran)) else {
        let galat = app::Error::Isian(format!(
            "tidak ada akun dengan nama pengguna \"{}\"",
            nilai.orang.trim()
        ));
        return formulir(&k, &nilai, Some(&galat)).await;
    };
    let baru = HakBaru {
        orang: orang.id.clone(),
        unit: nilai.unit.clone(),
        peran,
        tolak: nilai.jenis == "tolak",
        dari: isi(&nilai.dari),
        sampai: isi(&nilai.sampai),
        alasan: nilai.alasan.clone(),
    };
    match app.beri_hak(&pelaku, &baru).await {
        Ok(()) => Ok(k.kembali(
            &format!("/kelola/hak?unit={}", nilai.unit),
            "Hak sudah dicatat.",
        )),
        Err(galat) if dapat_diperbaiki(&galat) => formulir(&k, &nilai, Some(&galat)).await,
        Err(lain) => Err(lain.into()),
    }
}

async fn cabut(k: Konteks, Path(id): Path<String>, Form(cari): Form<Cari>) -> Hasil {
    k.portal.app.cabut_hak(&k.pelaku(), &cari.unit, &id).await?;
    Ok(k.kembali(
        &format!("/kelola/hak?unit={}", cari.unit),
        "Hak sudah dicabut.",
    ))
}

async fn peran(k: Konteks) -> Hasil {
    let isi = html! {
        (judul("Arti tiap peran", "Yang dapat dilakukan suatu peran di unitnya dan di semua unit di bawahnya.", &html! {}))
        (kotak_tabel("Peran dan tindakan", &html! {
            table {
                thead { tr { th scope="col" { "Tindakan" } @for peran in Peran::SEMUA { th scope="col" { (peran.sebutan()) } } } }
                tbody { @for tindakan in Tindakan::SEMUA {
                    tr {
                        th scope="row" { (super::jelaskan::awal_besar(tindakan.sebutan())) }
                        @for peran in Peran::SEMUA { td { @if peran.boleh(tindakan) { span.tanda.baik { "dapat" } } @else { span.redup { "–" } } } }
                    }
                } }
            }
        }))
    };
    halaman(&k, "Arti tiap peran", "hak", &isi).await
}
