//! The start of the checker: handing a document in, and what was checked before.

use app::{BarisPemeriksaan, DOKUMEN_TERBESAR, DokumenBaru, JumlahTemuan, TahunSatuUnit, Tindakan};
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Query};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};
use serde::Deserialize;
use store::Unit;

use crate::aset;
use crate::galat::{Galat, Hasil, kalimat, sandikan, status};
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kosong, kotak_tabel, pesan_galat, pilihan};
use crate::waktu::pukul;

/// Most units that a choice offers.
const UNIT_TERBANYAK: usize = 200;

#[derive(Deserialize, Default)]
pub(super) struct Cari {
    #[serde(default)]
    unit: String,
}

/// What was typed beside the file.
#[derive(Default)]
struct Formulir {
    unit: String,
    tahun: String,
    versi_dari: String,
}

pub(super) async fn lihat(konteks: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let formulir = Formulir {
        unit: cari.unit,
        ..Formulir::default()
    };
    halaman(&konteks, &formulir, None).await
}

/// Takes a document and checks it.
pub(super) async fn unggah(konteks: Konteks, bagian: Multipart) -> Hasil {
    let mut formulir = Formulir::default();
    let dokumen = match baca(bagian, &mut formulir).await {
        Ok(dokumen) => dokumen,
        Err(galat) => {
            let kode = galat.status();
            let pesan = if kode == StatusCode::PAYLOAD_TOO_LARGE {
                format!(
                    "Dokumen lebih besar dari {} MB. Kecilkan gambarnya, lalu unggah lagi.",
                    DOKUMEN_TERBESAR >> 20
                )
            } else {
                "Unggahan terputus atau tidak lengkap. Pilih berkasnya lagi.".to_owned()
            };
            return Ok((kode, halaman(&konteks, &formulir, Some(&pesan)).await?).into_response());
        }
    };
    let app = &konteks.portal.app;
    match app
        .periksa_laporan(&konteks.pelaku(), &formulir.unit, dokumen)
        .await
    {
        Ok(id) => Ok(konteks.kembali(&format!("/periksa/{id}"), "Dokumen selesai diperiksa.")),
        Err(galat @ (app::Error::Isian(_) | app::Error::BelumDapat(_))) => {
            let halaman = halaman(&konteks, &formulir, Some(&kalimat(&galat))).await?;
            Ok((status(&galat), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

async fn baca(
    mut bagian: Multipart,
    formulir: &mut Formulir,
) -> Result<DokumenBaru, MultipartError> {
    let mut dokumen = DokumenBaru::default();
    while let Some(satu) = bagian.next_field().await? {
        match satu.name().unwrap_or_default() {
            "unit" => formulir.unit = satu.text().await?,
            "tahun" => formulir.tahun = satu.text().await?,
            "versi_dari" => formulir.versi_dari = satu.text().await?,
            "berkas" => {
                dokumen.nama = satu.file_name().unwrap_or_default().to_owned();
                dokumen.isi = satu.bytes().await?.to_vec();
            }
            _ => {}
        }
    }
    dokumen.tahun = formulir.tahun.parse().ok();
    dokumen.versi_dari = Some(formulir.versi_dari.clone()).filter(|id| !id.is_empty());
    Ok(dokumen)
}

async fn halaman(konteks: &Konteks, formulir: &Formulir, galat: Option<&str>) -> Hasil {
    let app = &konteks.portal.app;
    let pelaku = konteks.pelaku();
    let mut tx = app.store.read().await?;
    let terlihat = app
        .unit_yang_boleh(&mut tx, &pelaku, Tindakan::Lihat)
        .await?;
    drop(tx);
    let kini = konteks
        .tempat
        .as_ref()
        .map(|tempat| tempat.unit.unit.as_str());
    let pilih = |id: &str| terlihat.iter().find(|unit| unit.unit == id);
    let unit = if formulir.unit.is_empty() {
        kini.and_then(pilih).or_else(|| terlihat.first())
    } else {
        Some(pilih(&formulir.unit).ok_or(Galat::TidakAda)?)
    };
    let Some(unit) = unit else {
        let isi = html! {
            (judul("Periksa dokumen", "", &html! {}))
            (kosong("Anda belum diberi hak di unit mana pun, sehingga belum ada tempat menyimpan hasil pemeriksaan.", &html! { p { a.tombol href="/akun/hak" { "Lihat hak saya" } } }))
        };
        return Ok(konteks.halaman("Periksa dokumen", Menu::Periksa, &isi));
    };
    let daftar = app.daftar_pemeriksaan(&pelaku, &unit.unit).await?;
    let tahun = app.tahun_unit(&pelaku, &unit.unit).await?;
    let isi = html! {
        (judul(
            "Periksa dokumen",
            "Serahkan LKjIP siapa pun: Cermat menyebut apa yang keliru, di mana, seharusnya berapa, atas dasar apa, dan cara membetulkannya.",
            &html! { a.tombol href="/periksa/aturan" { "Aturan pemeriksaan" } a.tombol href="/regulasi" { "Peraturan yang dipakai" } },
        ))
        (pesan_galat(galat))
        @if terlihat.len() > 1 { (pilih_unit(&terlihat, unit)) }
        (unggahan(unit, tahun.as_ref(), &daftar, formulir))
        h2 { "Pemeriksaan di " (unit.nama) }
        (riwayat(&daftar))
        script src=(aset::alamat("periksa.js")) defer {}
    };
    Ok(konteks.halaman("Periksa dokumen", Menu::Periksa, &isi))
}

fn pilih_unit(terlihat: &[Unit], kini: &Unit) -> Markup {
    html! {
        form.cari method="get" action="/periksa" {
            label for="unit" { "Untuk unit" }
            select #unit name="unit" {
                @if !terlihat.iter().take(UNIT_TERBANYAK).any(|unit| unit.unit == kini.unit) {
                    option value=(kini.unit) selected { (kini.nama) }
                }
                @for unit in terlihat.iter().take(UNIT_TERBANYAK) {
                    option value=(unit.unit) selected[unit.unit == kini.unit] { (unit.nama) }
                }
            }
            button.tombol type="submit" { "Pilih" }
        }
    }
}

fn unggahan(
    unit: &Unit,
    tahun: Option<&TahunSatuUnit>,
    daftar: &[BarisPemeriksaan],
    formulir: &Formulir,
) -> Markup {
    let mut pilihan_tahun = vec![(String::new(), "Tidak, periksa dokumennya saja".to_owned())];
    pilihan_tahun.extend(tahun.iter().flat_map(|satu| &satu.periode).map(|periode| {
        let tahun = periode.tahun.to_string();
        (tahun.clone(), format!("Ya, data tahun {tahun}"))
    }));
    let mut versi = vec![(
        String::new(),
        "Bukan, atau namanya sama dengan yang dahulu".to_owned(),
    )];
    versi.extend(daftar.iter().filter(|satu| !satu.digantikan).map(|satu| {
        (
            satu.id.clone(),
            format!("{}, {}", satu.nama, pukul(satu.pada)),
        )
    }));
    html! {
        form.kartu.unggahan method="post" action="/periksa" enctype="multipart/form-data" {
            input type="hidden" name="unit" value=(unit.unit);
            div.jatuh {
                label for="berkas" { "Dokumen" }
                input #berkas type="file" name="berkas" required accept=".docx,.docm,.pdf,.txt,.md,.html,.htm" aria-describedby="berkas-bantuan";
                p.bantuan #berkas-bantuan {
                    "Word (.docx), PDF, teks, Markdown, atau HTML; paling besar " (DOKUMEN_TERBESAR >> 20) " MB. Dokumen tidak dikirim ke luar server ini."
                }
                p.bantuan.terpilih role="status" hidden {}
            }
            div.kisi {
                (pilihan("tahun", "Cocokkan dengan data kantor", &pilihan_tahun, &formulir.tahun))
                @if !daftar.is_empty() { (pilihan("versi_dari", "Perbaikan dari dokumen sebelumnya", &versi, &formulir.versi_dari)) }
            }
            button.tombol.utama type="submit" { "Periksa" }
        }
    }
}

fn riwayat(daftar: &[BarisPemeriksaan]) -> Markup {
    if daftar.is_empty() {
        return kosong(
            "Belum ada dokumen yang diperiksa. Unggah satu laporan di atas; setiap temuan menyebut tempat, nilai yang seharusnya, hitungannya, dan dasarnya.",
            &html! { p { a href="/periksa/aturan" { "Apa saja yang diperiksa" } } },
        );
    }
    kotak_tabel(
        "Pemeriksaan sebelumnya",
        &html! {
            table {
                thead { tr { th scope="col" { "Dokumen" } th scope="col" { "Temuan" } th scope="col" { "Diperiksa" } } }
                tbody { @for satu in daftar { (baris(satu)) } }
            }
        },
    )
}

fn baris(satu: &BarisPemeriksaan) -> Markup {
    html! {
        tr {
            th scope="row" {
                a href=(format!("/periksa/{}", sandikan(&satu.id))) { (satu.nama) }
                br; span.redup {
                    (satu.jenis)
                    @if let Some(tahun) = satu.tahun { ", terhadap data tahun " (tahun) }
                    @if satu.digantikan { ", sudah ada versi yang lebih baru" }
                }
            }
            td { (jumlah(satu.jumlah)) }
            td { (pukul(satu.pada)) br; span.redup { (satu.oleh) } }
        }
    }
}

/// How many findings there are, as marks.
fn jumlah(jumlah: JumlahTemuan) -> Markup {
    let semua = [
        (jumlah.wajib, "wajib", "tanda kurang"),
        (jumlah.anjuran, "anjuran", "tanda sedang"),
        (jumlah.saran, "saran", "tanda"),
        (jumlah.dikesampingkan, "dikesampingkan", "tanda"),
    ];
    html! {
        span.deretan {
            @for (banyak, kata, rupa) in semua { @if banyak > 0 { span class=(rupa) { (banyak) " " (kata) } } }
            @if semua.iter().all(|(banyak, ..)| *banyak == 0) { span.tanda.baik { "tidak ada temuan" } }
        }
    }
}
