//! One finding: place, excerpt, what is wrong, the value that follows and how, basis, remedy; letting it stand.

use app::RincianPemeriksaan;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use periksa::Temuan;
use serde::Deserialize;

use super::lihat::{Saring, halaman};
use super::{aturan, tanda_berat};
use crate::galat::{Hasil, kalimat, sandikan, status};
use crate::konteks::Konteks;

/// Related places that a finding names.
const TERKAIT_TERBANYAK: usize = 8;

/// A dismissal that was refused.
pub(super) struct Kekeliruan {
    /// Why, in a sentence.
    pub(super) pesan: String,
    sidik: String,
    alasan: String,
}

/// What is sent about a finding, with what was shown.
#[derive(Deserialize)]
pub(super) struct Isian {
    sidik: String,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    berat: String,
    #[serde(default)]
    aturan: String,
    #[serde(default)]
    mulai: usize,
}

impl Isian {
    fn saring(&self) -> Saring {
        Saring {
            berat: self.berat.clone(),
            aturan: self.aturan.clone(),
            mulai: self.mulai,
        }
    }
}

pub(super) async fn kesampingkan(
    konteks: Konteks,
    Path(id): Path<String>,
    Form(isian): Form<Isian>,
) -> Hasil {
    let app = &konteks.portal.app;
    let hasil = app
        .kesampingkan_temuan(&konteks.pelaku(), &id, &isian.sidik, &isian.alasan)
        .await;
    jawab(
        &konteks,
        &id,
        isian,
        hasil,
        "Temuan dikesampingkan. Bila angkanya berubah, temuan ini terbuka lagi.",
    )
    .await
}

pub(super) async fn buka_kembali(
    konteks: Konteks,
    Path(id): Path<String>,
    Form(isian): Form<Isian>,
) -> Hasil {
    let app = &konteks.portal.app;
    let hasil = app
        .buka_kembali_temuan(&konteks.pelaku(), &id, &isian.sidik)
        .await;
    jawab(&konteks, &id, isian, hasil, "Temuan dibuka kembali.").await
}

async fn jawab(
    konteks: &Konteks,
    id: &str,
    isian: Isian,
    hasil: app::Result<()>,
    pesan: &str,
) -> Hasil {
    let saring = isian.saring();
    match hasil {
        Ok(()) => Ok(konteks.kembali(&saring.alamat(id), pesan)),
        Err(galat @ (app::Error::Isian(_) | app::Error::BelumDapat(_))) => {
            let keliru = Kekeliruan {
                pesan: kalimat(&galat),
                sidik: isian.sidik,
                alasan: isian.alasan,
            };
            let halaman = halaman(konteks, id, &saring, Some(&keliru)).await?;
            Ok((status(&galat), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

pub(super) async fn hapus(konteks: Konteks, Path(id): Path<String>) -> Hasil<Response> {
    let app = &konteks.portal.app;
    app.hapus_pemeriksaan(&konteks.pelaku(), &id).await?;
    Ok(konteks.kembali("/periksa", "Dokumen dan temuannya dihapus."))
}

/// A finding with what can be done about it.
pub(super) fn kartu(
    rincian: &RincianPemeriksaan,
    saring: &Saring,
    nomor: usize,
    t: &Temuan,
    dokumen: &str,
    keliru: Option<&Kekeliruan>,
) -> Markup {
    let lebih = t.terkait.len().saturating_sub(TERKAIT_TERBANYAK);
    html! {
        li.kartu.temuan #(format!("t-{}", t.sidik)) value=(nomor) {
            h3 { (nomor) ". " (t.pesan) }
            p.deretan {
                (tanda_berat(t.berat))
                a href=(aturan::alamat(t.aturan)) { (t.aturan) }
                // Where the document stands beside, it moves to the place; where it does not, it is opened there.
                a.tempat-temuan.di-samping href=(format!("{dokumen}#t{nomor}")) target="dokumen" { (t.lokasi.to_string()) }
                a.tempat-temuan.di-sini href=(format!("{dokumen}#t{nomor}")) { (t.lokasi.to_string()) }
            }
            @if !t.cuplikan.trim().is_empty() { blockquote { (t.cuplikan) } }
            dl.pasangan {
                (butir("Seharusnya", t.seharusnya.as_deref()))
                (butir("Hitungan", t.hitungan.as_deref()))
                @if let Some((bawah, atas)) = &t.selang { dt { "Rentang yang mungkin" } dd { (bawah) " sampai " (atas) } }
                (butir("Perbaikan", Some(&t.perbaikan)))
                @if !t.dasar.is_empty() { dt { "Dasar" } dd { @for dasar in &t.dasar { (dasar) br; } } }
                @if !t.terkait.is_empty() {
                    dt { "Lihat juga" }
                    dd {
                        @for tempat in t.terkait.iter().take(TERKAIT_TERBANYAK) { (tempat.to_string()) br; }
                        @if lebih > 0 { (lebih) " tempat lain" }
                    }
                }
                (butir("Dikesampingkan", t.selesai.as_deref()))
            }
            @if rincian.boleh_kesampingkan { (tindakan(rincian, saring, t, keliru)) }
        }
    }
}

fn butir(nama: &str, teks: Option<&str>) -> Markup {
    html! { @if let Some(teks) = teks { dt { (nama) } dd { (teks) } } }
}

fn tindakan(
    rincian: &RincianPemeriksaan,
    saring: &Saring,
    t: &Temuan,
    keliru: Option<&Kekeliruan>,
) -> Markup {
    let id = sandikan(&rincian.pemeriksaan.id);
    let keliru = keliru.filter(|keliru| keliru.sidik == t.sidik);
    let isian = format!("alasan-{}", t.sidik);
    let tersembunyi = html! {
        input type="hidden" name="sidik" value=(t.sidik);
        input type="hidden" name="berat" value=(saring.berat);
        input type="hidden" name="aturan" value=(saring.aturan);
        input type="hidden" name="mulai" value=(saring.mulai);
    };
    html! {
        @if t.selesai.is_some() {
            form method="post" action=(format!("/periksa/{id}/buka-kembali")) {
                (tersembunyi)
                button.tombol.kecil type="submit" { "Buka kembali" }
            }
        } @else {
            details open[keliru.is_some()] {
                summary { "Kesampingkan dengan alasan" }
                form method="post" action=(format!("/periksa/{id}/kesampingkan")) {
                    (tersembunyi)
                    div.isian {
                        label for=(isian) { "Alasan" }
                        textarea.pendek #(isian) name="alasan" required maxlength="2000" aria-invalid=[keliru.map(|_| "true")] { (keliru.map_or("", |keliru| keliru.alasan.as_str())) }
                        p.bantuan { "Nama Anda dan alasan ini dicatat. Bila angka di tempat itu berubah, temuannya terbuka lagi." }
                    }
                    button.tombol.kecil type="submit" { "Kesampingkan" }
                }
            }
        }
    }
}
