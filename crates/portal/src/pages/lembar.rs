//! A sheet of the year as a table for entry: the page, saving, rows, history, import. Without a script it is a plain form.

mod baris;
mod impor;
mod kirim;
mod peta;
mod riwayat;
mod simpan;
mod tabel;

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::{get, post};
use kinerja::{Fakta, Kode};
use maud::{Markup, html};

use app::{Bagian, BarisIsi, KesalahanSel, KeteranganLembar, LembarDibuka, LembarIsi, TahunDibaca};

use crate::Portal;
use crate::aset;
use crate::galat::{Hasil, sandikan};
use crate::konteks::KonteksTahun;
use crate::pages::pengukuran::hasil_survei;
use crate::tampilan::{Menu, judul, pesan_galat};

pub(crate) use impor::ambil_berkas;

/// Largest form of a sheet, in bytes.
const BADAN: usize = 8 << 20;
/// Largest table that is imported, in bytes.
const TABEL: usize = 33 << 20;

pub(crate) fn routes() -> Router<Portal> {
    let l = "/u/{unit}/{tahun}/lembar/{lembar}";
    Router::new()
        .route(l, get(lihat).post(simpan::simpan))
        .route(&format!("{l}/sel"), post(kirim::kirim))
        .route(&format!("{l}/baris"), post(baris::tambah))
        .route(&format!("{l}/pulihkan"), post(baris::pulihkan))
        .route(&format!("{l}/riwayat"), get(riwayat::lihat))
        .route(&format!("{l}/komentar"), post(riwayat::komentari))
        .layer(DefaultBodyLimit::max(BADAN))
        .merge(
            Router::new()
                .route(&format!("{l}/impor"), get(impor::lihat).post(impor::unggah))
                .route(
                    "/u/{unit}/{tahun}/impor/{id}",
                    get(peta::lihat).post(peta::lanjut),
                )
                .layer(DefaultBodyLimit::max(TABEL)),
        )
}

/// The parts of an address under a sheet.
pub(super) type Alamat = Path<(String, i64, String)>;

/// A text that another person's text stands against.
pub(super) struct Bentrok {
    /// Id of the row.
    pub(super) baris: String,
    /// Heading of the column.
    pub(super) kolom: String,
    /// What this person typed.
    pub(super) milik: String,
    /// What the cell says now.
    pub(super) kini: String,
    /// The version that stands.
    pub(super) versi: i64,
}

/// What the page says beside the sheet itself.
#[derive(Default)]
pub(super) struct Catatan {
    /// Why something did not happen.
    pub(super) galat: Option<String>,
    /// Clashes to be decided.
    pub(super) bentrok: Vec<Bentrok>,
    /// What was typed and is not saved, by row and column.
    pub(super) ketikan: BTreeMap<(String, String), String>,
}

async fn lihat(k: KonteksTahun, Path((_, _, lembar)): Alamat) -> Hasil {
    let dibuka = buka(&k, &lembar).await?;
    Ok(halaman(&k, &dibuka, &Catatan::default()))
}

pub(super) async fn buka(k: &KonteksTahun, lembar: &str) -> Hasil<LembarDibuka> {
    let app = &k.konteks.portal.app;
    Ok(app
        .buka_lembar(&k.pelaku(), k.unit(), k.tahun(), lembar)
        .await?)
}

/// An address of a sheet.
pub(crate) fn alamat(k: &KonteksTahun, lembar: &str, ekor: &str) -> String {
    let nama = sandikan(lembar).replace('/', "%2F");
    k.alamat(&format!("lembar/{nama}{ekor}"))
}

/// The page on which what a message names is filled in: a narrative, a sheet, or the list of sheets.
pub(crate) fn letak_isian(k: &KonteksTahun, berkas: &str) -> String {
    let lembar = berkas.trim_start_matches("lembar ");
    if let Some(kunci) = lembar.strip_prefix("narasi/") {
        let kunci = sandikan(kunci.trim_end_matches(".md"));
        return k.alamat(&format!("laporan/narasi/{kunci}"));
    }
    match lembar.trim_end_matches(".csv").trim_end_matches(".toml") {
        "narasi" => k.alamat("laporan"),
        "" => k.alamat("pengukuran"),
        lembar => alamat(k, lembar, ""),
    }
}

/// The whole page of a sheet.
pub(super) fn halaman(k: &KonteksTahun, dibuka: &LembarDibuka, catatan: &Catatan) -> Response {
    let keterangan = &dibuka.keterangan;
    let salah = dibuka.dibaca.kesalahan_lembar(&keterangan.nama);
    let terkunci = dibuka.terkunci.is_some();
    let tindakan = html! {
        (kembali(k, keterangan))
        @if !terkunci { a.tombol href=(alamat(k, &keterangan.nama, "/impor")) { "Impor CSV atau Excel" } }
    };
    let isi = html! {
        (judul(&keterangan.judul, keterangan.catatan, &tindakan))
        (pesan_galat(catatan.galat.as_deref()))
        @if let Some(sebab) = &dibuka.terkunci {
            div.pesan.ingat { "Lembar ini hanya dapat dibaca. " (kalimat(sebab)) }
        }
        div #ringkasan-lembar { (ringkasan(k, dibuka)) }
        (tabel::tabel(k, dibuka, &salah, catatan))
        section #daftar-salah aria-live="polite" { (daftar_salah(&salah, &dibuka.isi)) }
        @if !dibuka.terhapus.is_empty() { (terhapus(k, dibuka)) }
        (tabel::petunjuk(dibuka))
        script src=(aset::alamat("lembar.js")) defer {}
    };
    k.halaman(&keterangan.judul, menu(keterangan.bagian), &isi)
}

/// The part of the menu to which a sheet belongs.
pub(super) const fn menu(bagian: Bagian) -> Menu {
    match bagian {
        Bagian::Perencanaan => Menu::Perencanaan,
        Bagian::Pengukuran | Bagian::Pendukung => Menu::Pengukuran,
        Bagian::Anggaran => Menu::Anggaran,
        Bagian::Kegiatan => Menu::Kegiatan,
    }
}

fn kembali(k: &KonteksTahun, keterangan: &KeteranganLembar) -> Markup {
    let (kata, sebutan) = match keterangan.bagian {
        Bagian::Perencanaan => ("perencanaan", "Perencanaan"),
        Bagian::Pengukuran | Bagian::Pendukung => ("pengukuran", "Pengukuran"),
        Bagian::Anggaran => ("anggaran", "Anggaran"),
        Bagian::Kegiatan => ("kegiatan", "Kegiatan"),
    };
    html! { a.tombol href=(k.alamat(kata)) { "Ke " (sebutan) } }
}

/// What follows from the sheet, where something is computed from it.
pub(super) fn ringkasan(k: &KonteksTahun, dibuka: &LembarDibuka) -> Markup {
    hasil_survei(k, &dibuka.dibaca, &dibuka.keterangan)
}

/// What is wrong in a sheet, each leading to its cell.
pub(super) fn daftar_salah(salah: &[KesalahanSel], isi: &LembarIsi) -> Markup {
    html! {
        h2 { "Yang perlu diperbaiki" @if !salah.is_empty() { " (" (salah.len()) ")" } }
        @if salah.is_empty() {
            p { span.tanda.baik { "Tidak ada" } " Semua isian lembar ini terbaca." }
        } @else {
            ul.rincian {
                @for satu in salah.iter().take(200) {
                    li {
                        @match letak(satu, isi) {
                            Some(id) => a href=(format!("#{id}")) { (sebut_tempat(satu, isi)) },
                            None => strong { (sebut_tempat(satu, isi)) },
                        }
                        ": " (kalimat(&satu.pesan))
                        @if !satu.cuplikan.is_empty() { " Tertulis: " q { (satu.cuplikan) } "." }
                        @if !satu.perbaikan.is_empty() { " " (kalimat(&satu.perbaikan)) }
                        @if let Some(dasar) = &satu.dasar { span.redup { " Dasar: " (dasar) "." } }
                    }
                }
            }
            @if salah.len() > 200 { p.redup { "Ditampilkan 200 yang pertama." } }
        }
    }
}

/// Id of the cell that an error speaks of.
fn letak(satu: &KesalahanSel, isi: &LembarIsi) -> Option<String> {
    let i = satu.ke.checked_sub(1)?;
    let j = isi
        .kepala
        .iter()
        .position(|nama| *nama == satu.kolom)
        .unwrap_or(0);
    Some(format!("sel-{i}-{j}"))
}

fn sebut_tempat(satu: &KesalahanSel, isi: &LembarIsi) -> String {
    let baris = satu
        .ke
        .checked_sub(1)
        .and_then(|i| isi.baris.get(i))
        .map(|baris| format!("Baris {} ({})", satu.ke, sebutan(isi, baris)));
    match (baris, satu.kolom.as_str()) {
        (Some(baris), "") => baris,
        (Some(baris), kolom) => format!("{baris}, kolom {}", nama_kolom(kolom)),
        (None, "") => "Seluruh lembar".to_owned(),
        (None, kolom) => format!("Kolom {}", nama_kolom(kolom)),
    }
}

/// What names a row for people: the texts of its first columns.
pub(super) fn sebutan(isi: &LembarIsi, baris: &BarisIsi) -> String {
    let bagian: Vec<&str> = isi
        .kepala
        .iter()
        .take(3)
        .map(|kolom| baris.teks(kolom))
        .filter(|teks| !teks.is_empty())
        .take(2)
        .collect();
    if bagian.is_empty() {
        "masih kosong".to_owned()
    } else {
        bagian.join(", ").chars().take(80).collect()
    }
}

/// A heading for people: months by name, other words without underscores.
pub(super) fn nama_kolom(nama: &str) -> String {
    let bulan = nama
        .parse::<u8>()
        .ok()
        .filter(|bulan| nama.len() == 2 && (1..=12).contains(bulan));
    if let Some(bulan) = bulan {
        return kinerja::nama_bulan(bulan).to_owned();
    }
    let kata = nama.replace('_', " ");
    let mut huruf = kata.chars();
    huruf
        .next()
        .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
        .unwrap_or_default()
}

/// A sentence with a capital and a full stop.
pub(super) fn kalimat(teks: &str) -> String {
    let mut huruf = teks.trim().chars();
    let besar: String = huruf
        .next()
        .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
        .unwrap_or_default();
    if besar.is_empty() || besar.ends_with(['.', '!', '?']) {
        besar
    } else {
        format!("{besar}.")
    }
}

/// A fakta as the report shows it, with its code; "–" for a gap.
pub(crate) fn fakta(dibaca: &TahunDibaca, kode: &Kode) -> (String, String) {
    let teks = dibaca
        .hasil
        .fakta
        .get(kode.as_str())
        .and_then(Fakta::tampil)
        .unwrap_or_else(|| "–".to_owned());
    (teks, kode.as_str().to_owned())
}

/// A sheet as a card: what it is for, how far it is, and the way in.
pub(crate) fn kartu(k: &KonteksTahun, satu: &KeteranganLembar) -> Markup {
    html! {
        li.kartu {
            h3 { a href=(alamat(k, &satu.nama, "")) { (satu.judul) } }
            p.redup { (satu.catatan) }
            p.deretan {
                @if satu.baris == 0 { span.tanda { "Belum ada baris" } } @else { span.tanda { (satu.baris) " baris" } }
                @if satu.kesalahan > 0 { span.tanda.kurang { (satu.kesalahan) " perlu diperbaiki" } }
            }
        }
    }
}

/// The removed rows, each with the way back.
fn terhapus(k: &KonteksTahun, dibuka: &LembarDibuka) -> Markup {
    html! {
        details.terhapus {
            summary { "Baris terhapus (" (dibuka.terhapus.len()) ")" }
            ul.daftar-unit {
                @for baris in &dibuka.terhapus {
                    li {
                        span { (sebutan(&dibuka.isi, baris)) }
                        @if dibuka.terkunci.is_none() {
                            form method="post" action=(alamat(k, &dibuka.keterangan.nama, "/pulihkan")) {
                                input type="hidden" name="baris" value=(baris.id);
                                button.tombol.kecil type="submit" { "Pulihkan" }
                            }
                        }
                    }
                }
            }
        }
    }
}
