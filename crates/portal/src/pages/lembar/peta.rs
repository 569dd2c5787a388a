//! A table from another program: which of its columns is which, what it would change, and saving it.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use app::{ImporDibuka, PetaKolom, RencanaImpor, SumberKolom};

use super::{Alamat, alamat, kalimat as kalimat_pesan, menu, nama_kolom};
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::KonteksTahun;
use crate::tampilan::{judul, kotak_tabel, pesan_galat, pilihan};

/// Rows of the table that the page shows as an example.
const CONTOH: usize = 5;
/// Rows among which the headings may be chosen.
const JUDUL: usize = 30;
/// Changes that the preview lists.
const TAMPIL: usize = 300;

pub(super) async fn lihat(k: KonteksTahun, Path((_, _, id)): Alamat) -> Hasil {
    let app = &k.konteks.portal.app;
    let dibuka = app
        .buka_impor(&k.pelaku(), k.unit(), k.tahun(), &id)
        .await?;
    let peta = dibuka.usulan.clone();
    Ok(halaman(&k, &dibuka, &peta, None, None))
}

/// The form as it came.
fn baca(dibuka: &ImporDibuka, isi: &[(String, String)]) -> PetaKolom {
    let isi: BTreeMap<&str, &str> = isi
        .iter()
        .map(|(nama, teks)| (nama.as_str(), teks.as_str()))
        .collect();
    let angka = |nama: &str| {
        isi.get(nama)
            .and_then(|teks| teks.parse().ok())
            .unwrap_or(0)
    };
    let kolom = dibuka
        .kolom
        .iter()
        .enumerate()
        .filter_map(|(j, nama)| {
            let sumber = match *isi.get(format!("k:{j}").as_str())? {
                "" => return None,
                "tetap" => {
                    let teks = isi
                        .get(format!("t:{j}").as_str())
                        .copied()
                        .unwrap_or_default();
                    SumberKolom::Tetap(teks.trim().to_owned())
                }
                letak => SumberKolom::Kolom(letak.parse().ok()?),
            };
            Some((nama.clone(), sumber))
        })
        .collect();
    PetaKolom {
        tabel: angka("tabel"),
        judul: angka("judul"),
        kolom,
    }
}

pub(super) async fn lanjut(
    k: KonteksTahun,
    Path((_, _, id)): Alamat,
    Form(isi): Form<Vec<(String, String)>>,
) -> Hasil {
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let dibuka = app.buka_impor(&pelaku, unit, tahun, &id).await?;
    let peta = baca(&dibuka, &isi);
    let cari = |nama: &str| {
        isi.iter()
            .find(|(satu, _)| satu == nama)
            .map_or("", |(_, teks)| teks.as_str())
    };
    let tindakan = cari("tindakan");
    if tindakan == "judul" {
        return Ok(halaman(&k, &dibuka, &peta, None, None));
    }
    let mut galat = None;
    if tindakan == "simpan" {
        match app
            .simpan_impor(&pelaku, unit, tahun, &id, &peta, cari("sidik"))
            .await
        {
            Ok(perubahan) => {
                let pesan = format!(
                    "{} sel disimpan, {} baris baru. Pasangan kolom diingat untuk berkas berikutnya.",
                    perubahan.sel, perubahan.baris_baru
                );
                return Ok(k.kembali(&alamat(&k, &dibuka.keterangan.nama, ""), &pesan));
            }
            Err(salah @ (app::Error::BelumDapat(_) | app::Error::Isian(_))) => galat = Some(salah),
            Err(lain) => return Err(lain.into()),
        }
    }
    match app.rencana_impor(&pelaku, unit, tahun, &id, &peta).await {
        Ok(rencana) => {
            let kode = galat.as_ref().map_or(StatusCode::OK, status);
            let halaman = halaman(&k, &dibuka, &peta, galat.as_ref(), Some(&rencana));
            Ok((kode, halaman).into_response())
        }
        Err(salah @ app::Error::Isian(_)) => {
            let halaman = halaman(&k, &dibuka, &peta, Some(&salah), None);
            Ok((status(&salah), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

fn halaman(
    k: &KonteksTahun,
    dibuka: &ImporDibuka,
    peta: &PetaKolom,
    galat: Option<&app::Error>,
    rencana: Option<&RencanaImpor>,
) -> Response {
    let nama = format!("Impor ke {}", dibuka.keterangan.judul);
    let batal = html! { a.tombol href=(alamat(k, &dibuka.keterangan.nama, "/impor")) { "Pilih berkas lain" } };
    let isi = html! {
        (judul(&nama, &format!("Berkas {}", dibuka.nama), &batal))
        (pesan_galat(galat.map(kalimat).as_deref()))
        @if dibuka.diingat && rencana.is_none() { div.pesan { "Pasangan kolom dari impor sebelumnya dipakai lagi. Periksa, lalu lihat pratinjaunya." } }
        form method="post" action=(k.alamat(&format!("impor/{}", dibuka.id))) {
            @if let Some(rencana) = rencana {
                (pratinjau(rencana))
                input type="hidden" name="sidik" value=(rencana.sidik);
            }
            (pasangan(dibuka, peta, rencana.is_some()))
        }
    };
    k.halaman(&nama, menu(dibuka.keterangan.bagian), &isi)
}

/// The choice of table, heading row and columns; folded away once there is a preview.
fn pasangan(dibuka: &ImporDibuka, peta: &PetaKolom, terlipat: bool) -> Markup {
    let tabel: Vec<(String, String)> = dibuka
        .tabel
        .iter()
        .enumerate()
        .map(|(ke, (nama, baris))| (ke.to_string(), format!("{nama} ({} baris)", baris.len())))
        .collect();
    let baris = dibuka
        .tabel
        .get(peta.tabel)
        .map(|(_, baris)| baris.as_slice())
        .unwrap_or_default();
    let calon: Vec<(String, String)> = baris
        .iter()
        .take(JUDUL)
        .enumerate()
        .map(|(ke, (nomor, sel))| {
            let isi: Vec<&str> = sel
                .iter()
                .map(|sel| sel.trim())
                .filter(|sel| !sel.is_empty())
                .collect();
            let isi: String = isi.join(" | ").chars().take(90).collect();
            (ke.to_string(), format!("Baris {nomor}: {isi}"))
        })
        .collect();
    let kepala = baris
        .get(peta.judul)
        .map(|(_, sel)| sel.as_slice())
        .unwrap_or_default();
    let sumber: Vec<(String, String)> = kepala
        .iter()
        .enumerate()
        .map(|(letak, judul)| {
            let judul = judul.trim();
            let kata = if judul.is_empty() {
                format!("Kolom ke-{} (tanpa judul)", letak + 1)
            } else {
                judul.to_owned()
            };
            (letak.to_string(), kata)
        })
        .collect();
    let contoh = baris.iter().skip(peta.judul.saturating_add(1)).take(CONTOH);
    html! {
        details.petakan open[!terlipat] {
            summary { "Pasangan kolom" }
            fieldset {
                legend { "Tabel pada berkas" }
                @if tabel.len() > 1 { (pilihan("tabel", "Lembar", &tabel, &peta.tabel.to_string())) }
                @else { input type="hidden" name="tabel" value=(peta.tabel); }
                (pilihan("judul", "Baris judul kolom", &calon, &peta.judul.to_string()))
                button.tombol.kecil type="submit" name="tindakan" value="judul" { "Baca judul itu" }
            }
            (kotak_tabel("Contoh isi berkas", &html! {
                table {
                    caption { "Contoh isi berkas" }
                    thead { tr { @for (_, kata) in &sumber { th scope="col" { (kata) } } } }
                    tbody { @for (_, sel) in contoh { tr { @for teks in sel { td { (teks) } } } } }
                }
            }))
            fieldset.petakan-kolom {
                legend { "Kolom lembar ini diisi dari" }
                @for (j, nama) in dibuka.kolom.iter().enumerate() { (satu_kolom(dibuka, peta, j, nama, &sumber)) }
            }
        }
        button class=(if terlipat { "tombol" } else { "tombol utama" }) type="submit" name="tindakan" value="pratinjau" { @if terlipat { "Lihat pratinjau lagi" } @else { "Lihat pratinjau" } }
    }
}

fn satu_kolom(
    dibuka: &ImporDibuka,
    peta: &PetaKolom,
    j: usize,
    nama: &str,
    sumber: &[(String, String)],
) -> Markup {
    let skema = dibuka.keterangan.skema;
    let kunci = skema.kunci.contains(&nama) && skema.kolom(nama).is_some_and(|kolom| kolom.wajib);
    let (kini, tetap) = match peta.kolom.get(nama) {
        None => (String::new(), ""),
        Some(SumberKolom::Kolom(letak)) => (letak.to_string(), ""),
        Some(SumberKolom::Tetap(teks)) => ("tetap".to_owned(), teks.as_str()),
    };
    html! {
        div.isian.pasangan-kolom {
            label for=(format!("k-{j}")) { (nama_kolom(nama)) @if kunci { span.redup { " (menentukan baris)" } } }
            select id=(format!("k-{j}")) name=(format!("k:{j}")) {
                option value="" selected[kini.is_empty()] { "Tidak diisi" }
                @for (letak, kata) in sumber { option value=(letak) selected[*letak == kini] { (kata) } }
                option value="tetap" selected[kini == "tetap"] { "Isi tetap" }
            }
            input type="text" name=(format!("t:{j}")) value=(tetap) aria-label=(format!("Isi tetap untuk {}", nama_kolom(nama))) placeholder="Isi tetap";
        }
    }
}

/// What would change, what would be left out, what would be wrong.
fn pratinjau(rencana: &RencanaImpor) -> Markup {
    let ada = !rencana.ubah.is_empty() || !rencana.baru.is_empty();
    html! {
        section.kartu {
            h2 { "Pratinjau" }
            p.deretan {
                span.tanda { (rencana.ubah.len()) " sel berubah" }
                span.tanda { (rencana.baru.len()) " baris baru" }
                span.tanda { (rencana.sama) " sel sudah sama" }
                @if !rencana.dilewati.is_empty() { span.tanda.sedang { (rencana.dilewati.len()) " baris dilewati" } }
                @if !rencana.kesalahan.is_empty() { span.tanda.kurang { (rencana.kesalahan.len()) " perlu diperbaiki" } }
            }
            @if ada {
                button.tombol.utama type="submit" name="tindakan" value="simpan" { "Simpan perubahan ini" }
                @if !rencana.kesalahan.is_empty() { p.redup { "Isi yang perlu diperbaiki ikut disimpan dan ditandai pada tabelnya, agar dapat dibetulkan di sana." } }
            } @else { p { "Tidak ada yang akan berubah." } }
        }
        @if !rencana.ubah.is_empty() {
            h3 { "Sel yang berubah" }
            (kotak_tabel("Sel yang berubah", &html! {
                table {
                    thead { tr { th scope="col" { "Baris" } th scope="col" { "Kolom" } th scope="col" { "Semula" } th scope="col" { "Menjadi" } } }
                    tbody { @for satu in rencana.ubah.iter().take(TAMPIL) {
                        tr { td { (satu.sebutan) } td { (nama_kolom(&satu.kolom)) } td { @if satu.semula.is_empty() { span.redup { "(kosong)" } } @else { del { (satu.semula) } } } td { ins { (satu.menjadi) } } }
                    } }
                }
            }))
        }
        @if !rencana.baru.is_empty() {
            h3 { "Baris baru" }
            ul.rincian { @for sel in rencana.baru.iter().take(TAMPIL) {
                li { @for (ke, (kolom, teks)) in sel.iter().enumerate() { @if ke > 0 { "; " } span.redup { (nama_kolom(kolom)) ": " } (teks) } }
            } }
        }
        @if !rencana.dilewati.is_empty() {
            h3 { "Baris berkas yang dilewati" }
            ul.rincian { @for (nomor, sebab) in rencana.dilewati.iter().take(TAMPIL) { li { "Baris " (nomor) ": " (sebab) "." } } }
        }
        @if !rencana.kesalahan.is_empty() {
            h3 { "Yang perlu diperbaiki sesudah disimpan" }
            ul.rincian { @for satu in rencana.kesalahan.iter().take(TAMPIL) {
                li { strong { @if satu.ke > 0 { "Baris " (satu.ke) } @else { "Seluruh lembar" } @if !satu.kolom.is_empty() { ", kolom " (nama_kolom(&satu.kolom)) } } ": " (kalimat_pesan(&satu.pesan)) " " (kalimat_pesan(&satu.perbaikan)) }
            } }
        }
        @if rencana.ubah.len() > TAMPIL || rencana.baru.len() > TAMPIL { p.redup { "Ditampilkan " (TAMPIL) " yang pertama; semuanya akan disimpan." } }
    }
}
