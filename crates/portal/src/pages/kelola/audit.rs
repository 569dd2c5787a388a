//! The audit: searched by unit, person, object and day; its chain verified.

use axum::extract::Query;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use store::{Masalah, RantaiAudit, Rekaman};

use app::{CariAudit, Tindakan, Zona};

use super::jelaskan::awal_besar;
use super::{ganti_unit, halaman, isi, unit_kerja};
use crate::Portal;
use crate::galat::{Hasil, kalimat, sandikan};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, judul, kosong, kotak_tabel, pesan_galat, pilihan};
use crate::waktu::pukul_di;

/// Deeds whose object is an account.
const TENTANG_ORANG: [&str; 8] = [
    "beri-hak",
    "buat-akun",
    "ubah-akun",
    "tutup-akun",
    "buka-akun",
    "setel-ulang-sandi",
    "matikan-faktor-kedua",
    "perbarui-sandi-awal",
];

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/audit", get(lihat))
        .route("/kelola/audit/periksa", post(periksa))
}

#[derive(Deserialize, Default, Clone)]
struct Cari {
    #[serde(default)]
    unit: String,
    /// Login name or id of a person.
    #[serde(default)]
    orang: String,
    #[serde(default)]
    objek: String,
    #[serde(default)]
    hasil: String,
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
    #[serde(default)]
    sebelum: String,
}

async fn lihat(k: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let (unit, semua) = unit_kerja(&k, Tindakan::LihatAudit, &cari.unit).await?;
    let zona = app.zona(&unit.unit).await?;
    let (orang, galat_orang) = match isi(&cari.orang) {
        None => (String::new(), None),
        Some(teks) => match app.cari_akun(&pelaku, &unit.unit, &teks).await? {
            Some(id) => (id, None),
            None => (
                // Nobody has this id, so nothing is found.
                "-".to_owned(),
                Some(format!("Tidak ada akun dengan nama pengguna \"{teks}\".")),
            ),
        },
    };
    let hasil = app
        .cari_audit(
            &pelaku,
            &unit.unit,
            &CariAudit {
                pelaku: orang.clone(),
                objek: cari.objek.clone(),
                hasil: cari.hasil.clone(),
                dari: isi(&cari.dari),
                sampai: isi(&cari.sampai),
                sebelum: cari.sebelum.parse().ok(),
            },
        )
        .await;
    let (bagian, galat) = match hasil {
        Ok(bagian) => (Some(bagian), galat_orang),
        Err(galat @ app::Error::Isian(_)) => (None, Some(kalimat(&galat))),
        Err(lain) => return Err(lain.into()),
    };
    let rekaman = bagian
        .as_ref()
        .map(|bagian| bagian.rekaman.as_slice())
        .unwrap_or_default();
    let nama = app
        .nama_semua(rekaman.iter().flat_map(|satu| {
            let objek = TENTANG_ORANG
                .contains(&satu.tindakan.as_str())
                .then_some(satu.objek.as_str());
            [Some(satu.pelaku.as_str()), objek].into_iter().flatten()
        }))
        .await?;
    let ujung = app.ujung_audit(&pelaku, &unit.unit).await?;
    let isi = html! {
        (judul("Jejak audit", "Siapa melakukan apa dan kapan. Catatan hanya dapat ditambah.", &html! {}))
        (ganti_unit("/kelola/audit", &semua, &unit.unit))
        (pesan_galat(galat.as_deref()))
        (saring(&cari, &unit.unit))
        @if rekaman.is_empty() {
            (kosong("Tidak ada catatan yang cocok.", &html! { p { a.tombol href=(format!("/kelola/audit?unit={}", unit.unit)) { "Hapus saringan" } } }))
        } @else {
            (tabel(rekaman, &zona, &unit.unit, |id| nama.get(id).cloned()))
        }
        @if let Some(lanjut) = bagian.as_ref().and_then(|bagian| bagian.lanjut) {
            p { a.tombol rel="next" href=(alamat(&Cari { unit: unit.unit.clone(), sebelum: lanjut.to_string(), ..cari.clone() })) { "Yang lebih lama" } }
        }
        h2 { "Keutuhan catatan" }
        (keutuhan(&ujung, &unit.unit))
    };
    halaman(&k, "Jejak audit", "audit", &isi).await
}

fn alamat(cari: &Cari) -> String {
    let pasangan = [
        ("unit", &cari.unit),
        ("orang", &cari.orang),
        ("objek", &cari.objek),
        ("hasil", &cari.hasil),
        ("dari", &cari.dari),
        ("sampai", &cari.sampai),
        ("sebelum", &cari.sebelum),
    ];
    let isi: Vec<String> = pasangan
        .iter()
        .filter(|(_, isi)| !isi.is_empty())
        .map(|(nama, isi)| format!("{nama}={}", sandikan(isi)))
        .collect();
    format!("/kelola/audit?{}", isi.join("&"))
}

fn saring(cari: &Cari, unit: &str) -> Markup {
    let hasil: Vec<_> = [
        ("", "Semua"),
        ("berhasil", "Berhasil"),
        ("ditolak", "Ditolak"),
    ]
    .iter()
    .map(|(kata, sebutan)| ((*kata).to_owned(), (*sebutan).to_owned()))
    .collect();
    html! {
        details.kartu.saring open[!cari.orang.is_empty() || !cari.objek.is_empty() || !cari.hasil.is_empty() || !cari.dari.is_empty() || !cari.sampai.is_empty()] {
            summary { "Saring menurut orang, objek, atau hari" }
            form.sebaris-isian method="get" action="/kelola/audit" {
                input type="hidden" name="unit" value=(unit);
                (Isian { wajib: false, ..Isian::teks("orang", "Nama pengguna", &cari.orang) }.tampilkan())
                (Isian { wajib: false, bantuan: "Tahun, tahun/lembar, atau alamat satu nilai.", ..Isian::teks("objek", "Objek", &cari.objek) }.tampilkan())
                (pilihan("hasil", "Hasil", &hasil, &cari.hasil))
                (Isian { jenis: "date", wajib: false, ..Isian::teks("dari", "Dari hari", &cari.dari) }.tampilkan())
                (Isian { jenis: "date", wajib: false, ..Isian::teks("sampai", "Sampai hari", &cari.sampai) }.tampilkan())
                button.tombol.utama type="submit" { "Saring" }
            }
        }
    }
}

fn tabel(
    rekaman: &[Rekaman],
    zona: &Zona,
    unit: &str,
    nama: impl Fn(&str) -> Option<String>,
) -> Markup {
    let menurut = |orang: &str, objek: &str| {
        alamat(&Cari {
            unit: unit.to_owned(),
            orang: orang.to_owned(),
            objek: objek.to_owned(),
            ..Cari::default()
        })
    };
    kotak_tabel(
        "Catatan audit",
        &html! {
            table.audit {
                thead { tr { th.angka scope="col" { "Nomor" } th scope="col" { "Kapan" } th scope="col" { "Siapa" } th scope="col" { "Apa" } th scope="col" { "Tentang" } th scope="col" { "Hasil" } th scope="col" { "Rincian" } } }
                tbody { @for satu in rekaman {
                    tr {
                        td.angka { (satu.nomor) }
                        td { (pukul_di(zona, satu.pada)) }
                        td { a href=(menurut(&satu.pelaku, "")) { (nama(&satu.pelaku).unwrap_or_default()) } }
                        th scope="row" { (awal_besar(&satu.tindakan.replace('-', " "))) }
                        td { @if !satu.objek.is_empty() {
                            a href=(menurut("", &satu.objek)) {
                                @match Some(()).filter(|()| TENTANG_ORANG.contains(&satu.tindakan.as_str())).and_then(|()| nama(&satu.objek)) {
                                    Some(nama) => (nama),
                                    None => span.alamat-nilai { (satu.objek) },
                                }
                            }
                        } }
                        td { @if satu.hasil == "berhasil" { span.tanda.baik { "berhasil" } } @else { span.tanda.kurang { (satu.hasil) } } }
                        td { span.rincian-audit { (satu.rincian) } }
                    }
                } }
            }
        },
    )
}

fn keutuhan(ujung: &RantaiAudit, unit: &str) -> Markup {
    html! {
        div.kartu {
            p { "Setiap catatan terikat pada catatan sebelumnya. Salin sidik ujung di bawah ini ke tempat lain (misalnya berita acara); kelak sidik itu membuktikan bahwa tidak ada catatan yang dipotong atau ditulis ulang." }
            dl.pasangan {
                dt { "Banyaknya catatan, seluruh unit" } dd { (ujung.jumlah) }
                dt { "Sidik ujung" } dd { code.sidik { (ujung.ujung) } }
            }
            form.cari method="post" action="/kelola/audit/periksa" {
                input type="hidden" name="unit" value=(unit);
                label for="ujung" { "Sidik yang pernah dicatat (boleh kosong)" }
                input #ujung type="text" name="ujung" autocomplete="off" spellcheck="false";
                button.tombol.utama type="submit" { "Periksa keutuhan" }
            }
        }
    }
}

#[derive(Deserialize)]
struct IsiPeriksa {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    ujung: String,
}

async fn periksa(k: Konteks, Form(nilai): Form<IsiPeriksa>) -> Hasil {
    let ujung = isi(&nilai.ujung).map(|sidik| sidik.to_lowercase());
    let hasil = k
        .portal
        .app
        .periksa_audit(&k.pelaku(), &nilai.unit, ujung.as_deref())
        .await?;
    let isi = html! {
        (judul("Keutuhan jejak audit", "", &html! { a.tombol href=(format!("/kelola/audit?unit={}", nilai.unit)) { "Kembali ke jejak audit" } }))
        (hasil_periksa(&hasil, ujung.is_some()))
    };
    halaman(&k, "Keutuhan jejak audit", "audit", &isi).await
}

fn hasil_periksa(hasil: &Result<RantaiAudit, Masalah>, dibandingkan: bool) -> Markup {
    match hasil {
        Ok(rantai) => html! {
            div.pesan.baik role="status" {
                strong { "Rantai audit utuh." } " " (rantai.jumlah) " catatan diperiksa satu per satu"
                @if dibandingkan { ", dan sidik yang Anda catat masih ada di dalamnya" } "."
            }
            div.kartu { p { "Sidik ujung sekarang, untuk dicatat:" } p { code.sidik { (rantai.ujung) } } }
        },
        Err(masalah) => html! {
            div.pesan.galat role="alert" {
                strong { "Rantai audit rusak pada nomor " (masalah.nomor) ": " } (masalah.apa) "."
            }
            p { "Jangan mengubah apa pun. Simpan folder data seperti adanya, ambil cadangan terakhir yang utuh, dan laporkan kepada pengawas internal." }
        },
    }
}
