//! A checked document: how much could be checked, the findings, and the document with the findings beside it.

use std::collections::BTreeMap;

use app::telaah::urut_baca;
use app::{BentukUnduhan, RincianPemeriksaan};
use axum::extract::{Path, Query};
use document::source::Format;
use maud::{Markup, html};
use periksa::{Berat, Temuan};
use serde::Deserialize;

use super::temuan::{Kekeliruan, kartu};
use super::{rupa, tanda_berat};
use crate::galat::{Hasil, sandikan};
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kosong, kotak_tabel, pesan_galat};
use crate::waktu::pukul;

/// Findings on one page.
const SEHALAMAN: usize = 100;

/// Which findings are shown.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Saring {
    /// A weight, "kesampingan" for the dismissed ones, or nothing for all that are open.
    #[serde(default)]
    pub(super) berat: String,
    /// A rule, or nothing for all.
    #[serde(default)]
    pub(super) aturan: String,
    /// The first one of the page.
    #[serde(default)]
    pub(super) mulai: usize,
}

impl Saring {
    fn cocok(&self, t: &Temuan) -> bool {
        let seberat = match self.berat.as_str() {
            "" => t.selesai.is_none(),
            "kesampingan" => t.selesai.is_some(),
            kata => t.selesai.is_none() && t.berat.sebutan() == kata,
        };
        seberat && (self.aturan.is_empty() || self.aturan == t.aturan)
    }

    /// The address of the check with these findings shown.
    pub(super) fn alamat(&self, id: &str) -> String {
        format!(
            "/periksa/{}?berat={}&aturan={}&mulai={}",
            sandikan(id),
            sandikan(&self.berat),
            sandikan(&self.aturan),
            self.mulai
        )
    }
}

pub(super) async fn lihat(
    konteks: Konteks,
    Path(id): Path<String>,
    Query(saring): Query<Saring>,
) -> Hasil {
    halaman(&konteks, &id, &saring, None).await
}

/// The page; with a reason that was refused, what was typed stands where it was typed.
pub(super) async fn halaman(
    konteks: &Konteks,
    id: &str,
    saring: &Saring,
    keliru: Option<&Kekeliruan>,
) -> Hasil {
    let app = &konteks.portal.app;
    let rincian = app.lihat_pemeriksaan(&konteks.pelaku(), id).await?;
    let ada = &rincian.pemeriksaan;
    let mut keterangan = format!(
        "{}, diperiksa {} oleh {}",
        rincian.jenis,
        pukul(ada.pada),
        rincian.oleh
    );
    if let Some(tahun) = ada.tahun {
        keterangan.push_str(&format!(", terhadap data kantor tahun {tahun}"));
    }
    let dokumen = format!("/periksa/{}/dokumen", sandikan(id));
    let isi = html! {
        (judul(&ada.nama, &keterangan, &html! {
            (unduhan(&rincian))
            a.tombol href=(format!("/periksa?unit={}", sandikan(&ada.unit))) { "Periksa dokumen lain" }
        }))
        (pesan_galat(keliru.map(|keliru| keliru.pesan.as_str())))
        @for teks in &rincian.catatan { div.pesan.ingat { (teks) } }
        @for teks in &rincian.catatan_baca { div.pesan { "Catatan baca: " (teks) } }
        (berat(&rincian, saring, id))
        (cakupan(&rincian))
        div.telaah {
            section aria-labelledby="judul-temuan" {
                h2 #judul-temuan { "Temuan" }
                (menurut_aturan(&rincian, saring, id))
                (daftar(&rincian, saring, id, &dokumen, keliru))
            }
            section.dokumen aria-labelledby="judul-dokumen" {
                h2 #judul-dokumen { "Dokumen" }
                p { a.tombol href=(dokumen) { "Buka dokumen dengan temuan di sampingnya" } }
                iframe name="dokumen" src=(dokumen) title="Dokumen dengan temuan di tempatnya" loading="lazy" {}
            }
        }
        @if rincian.boleh_hapus { (hapus(id)) }
    };
    Ok(konteks.halaman(&ada.nama, Menu::Periksa, &isi))
}

fn unduhan(rincian: &RincianPemeriksaan) -> Markup {
    let bentuk = BentukUnduhan::SEMUA
        .into_iter()
        .filter(|bentuk| *bentuk != BentukUnduhan::Docx || rincian.format == Format::Docx);
    html! {
        details.unduhan {
            summary.tombol.utama { "Unduh hasil" }
            ul.kartu { @for satu in bentuk {
                li { a href=(format!("/periksa/{}/unduh/{}", sandikan(&rincian.pemeriksaan.id), satu.kata())) { (satu.sebutan()) } }
            } }
        }
    }
}

/// How many findings of each weight, each leading to them.
fn berat(rincian: &RincianPemeriksaan, saring: &Saring, id: &str) -> Markup {
    let banyak = |kata: &str| {
        let satu = Saring {
            berat: kata.to_owned(),
            ..Saring::default()
        };
        rincian.temuan.iter().filter(|t| satu.cocok(t)).count()
    };
    let butir = |kata: &str, sebutan: &str, rupa: &str| {
        let alamat = Saring {
            berat: kata.to_owned(),
            aturan: saring.aturan.clone(),
            mulai: 0,
        }
        .alamat(id);
        html! {
            li { a href=(alamat) aria-current=[(saring.berat == kata).then_some("true")] {
                strong { (banyak(kata)) } " " span class=(rupa) { (sebutan) }
            } }
        }
    };
    html! {
        nav aria-label="Temuan menurut bobot" {
            ul.bobot {
                (butir("", "terbuka", "tanda"))
                @for berat in [Berat::Wajib, Berat::Anjuran, Berat::Saran] { (butir(berat.sebutan(), berat.sebutan(), rupa(berat))) }
                (butir("kesampingan", "dikesampingkan", "tanda baik"))
            }
        }
    }
}

fn cakupan(rincian: &RincianPemeriksaan) -> Markup {
    let cakupan = &rincian.cakupan;
    html! {
        details.kartu.cakupan {
            summary { strong { "Cakupan: " } (cakupan.diperiksa) " dari " (cakupan.dilihat) " angka dapat diperiksa" }
            (kotak_tabel("Cakupan pemeriksaan", &html! {
                table {
                    thead { tr { th scope="col" { "Angka dalam dokumen" } th.angka scope="col" { "Banyaknya" } } }
                    tbody {
                        tr { th scope="row" { "Dilihat" } td.angka { (cakupan.dilihat) } }
                        tr { th scope="row" { "Dapat diperiksa" } td.angka { (cakupan.diperiksa) } }
                        @for (sebab, banyak) in &cakupan.tidak { tr { th scope="row" { "Tidak diperiksa: " (sebab) } td.angka { (banyak) } } }
                        @if let Some(data) = cakupan.data {
                            tr { th scope="row" { "Cocok dengan data kantor" } td.angka { (data.cocok) } }
                            tr { th scope="row" { "Berbeda dari data kantor" } td.angka { (data.beda) } }
                        }
                    }
                }
            }))
            p.redup { "Tahun, tanggal, nomor peraturan, dan nomor urut tidak dihitung sebagai angka. Yang artinya tidak pasti tidak dinilai." }
        }
    }
}

/// The rules that found something among what is shown, each leading to its findings.
fn menurut_aturan(rincian: &RincianPemeriksaan, saring: &Saring, id: &str) -> Markup {
    let tanpa = Saring {
        aturan: String::new(),
        mulai: 0,
        ..saring.clone()
    };
    let mut banyak: BTreeMap<(Berat, &str), usize> = BTreeMap::new();
    for t in rincian.temuan.iter().filter(|t| tanpa.cocok(t)) {
        let satu = banyak.entry((t.berat, t.aturan)).or_default();
        *satu = satu.saturating_add(1);
    }
    html! {
        @if banyak.len() > 1 || !saring.aturan.is_empty() {
            details.saring open[!saring.aturan.is_empty()] {
                summary { "Saring menurut aturan" }
                ul.rapat {
                    li { a href=(tanpa.alamat(id)) aria-current=[saring.aturan.is_empty().then_some("true")] { "Semua aturan" } }
                    @for ((berat, aturan), banyak) in &banyak {
                        li {
                            a href=(Saring { aturan: (*aturan).to_owned(), ..tanpa.clone() }.alamat(id)) aria-current=[(saring.aturan == *aturan).then_some("true")] { (aturan) }
                            " (" (banyak) ") " (tanda_berat(*berat))
                        }
                    }
                }
            }
        }
    }
}

fn daftar(
    rincian: &RincianPemeriksaan,
    saring: &Saring,
    id: &str,
    dokumen: &str,
    keliru: Option<&Kekeliruan>,
) -> Markup {
    // The same numbers as in the document beside.
    let cocok: Vec<(usize, &Temuan)> = urut_baca(&rincian.temuan)
        .into_iter()
        .enumerate()
        .filter_map(|(ke, i)| Some((ke.saturating_add(1), rincian.temuan.get(i)?)))
        .filter(|(_, t)| saring.cocok(t))
        .collect();
    if cocok.is_empty() {
        return if rincian.temuan.is_empty() {
            kosong(
                "Tidak ada yang keliru sejauh dapat diperiksa. Lihat cakupan untuk mengetahui apa yang tidak dapat diperiksa.",
                &html! {},
            )
        } else {
            kosong(
                "Tidak ada temuan dengan saringan ini.",
                &html! { p { a.tombol href=(format!("/periksa/{}", sandikan(id))) { "Tampilkan yang terbuka" } } },
            )
        };
    }
    let sampai = saring.mulai.saturating_add(SEHALAMAN).min(cocok.len());
    let halaman = cocok.get(saring.mulai..sampai).unwrap_or_default();
    let ke = |mulai: usize| {
        Saring {
            mulai,
            ..saring.clone()
        }
        .alamat(id)
    };
    html! {
        ol.temuan-temuan { @for (nomor, t) in halaman { (kartu(rincian, saring, *nomor, t, dokumen, keliru)) } }
        @if cocok.len() > SEHALAMAN {
            nav.halaman-halaman aria-label="Halaman" {
                @if saring.mulai > 0 { a.tombol href=(ke(saring.mulai.saturating_sub(SEHALAMAN))) { "Sebelumnya" } }
                span { (saring.mulai.saturating_add(1)) "–" (sampai) " dari " (cocok.len()) }
                @if sampai < cocok.len() { a.tombol href=(ke(sampai)) { "Berikutnya" } }
            }
        }
    }
}

fn hapus(id: &str) -> Markup {
    html! {
        details.hapus {
            summary { "Hapus dokumen ini" }
            form method="post" action=(format!("/periksa/{}/hapus", sandikan(id))) data-tanya="Hapus dokumen ini beserta temuannya? Penghapusan tidak dapat dibatalkan." {
                p { "Dokumen dan temuannya dihapus dari server ini; yang tinggal hanya catatan audit tanpa isinya. Cadangan yang dibuat sebelumnya masih memuatnya." }
                button.tombol.bahaya type="submit" { "Hapus dokumen" }
            }
        }
    }
}
