//! The page on which a narrative is written.

use app::{NarasiTahun, TemuanRingkas};
use document::Block;
use laporan::GalatNaskah;
use maud::{Markup, html};

use super::bagian::tabel_temuan;
use crate::aset;
use crate::konteks::KonteksTahun;
use crate::tampilan::{angka, blok, judul, pesan_galat};
use crate::waktu::pukul;

/// Versions that the history lists.
const TERBARU: usize = 50;

/// What stands on the page besides the narrative itself.
#[derive(Default)]
pub(super) struct Tampil {
    /// The words in the field.
    pub(super) teks: String,
    /// The version that a save will name.
    pub(super) versi: i64,
    /// What is looked for among the fakta.
    pub(super) cari: String,
    /// An earlier version to look at.
    pub(super) lama: Option<i64>,
    /// What somebody else saved in the meantime.
    pub(super) bentrok: Option<String>,
    /// Why nothing was saved.
    pub(super) galat: Option<String>,
    /// Whether the words in the field came with the request and are not saved.
    pub(super) diketik: bool,
}

/// The page.
pub(super) fn halaman(
    k: &KonteksTahun,
    narasi: &NarasiTahun,
    tampil: &Tampil,
    dilihat: &Markup,
) -> Markup {
    let alamat = k.alamat(&format!("laporan/narasi/{}", narasi.ringkas.kunci));
    html! {
        (judul(&narasi.ringkas.judul, narasi.ringkas.bab, &html! { a.tombol href=(k.alamat("laporan#narasi")) { "Semua narasi" } }))
        (pesan_galat(tampil.galat.as_deref()))
        @if let Some(sebab) = &narasi.terkunci { div.pesan.ingat role="note" { (besar(sebab)) } }
        @if let Some(kini) = &tampil.bentrok { (bentrok(&alamat, kini)) }
        div.penyunting {
            div {
                @if narasi.terkunci.is_none() { (formulir(narasi, tampil, &alamat)) }
                h2 #judul-pratinjau { "Pratinjau" }
                section.kartu.naskah #pratinjau aria-labelledby="judul-pratinjau" aria-live="polite" { (dilihat) }
                (temuan(k, &narasi.temuan))
            }
            div {
                (fakta(k, narasi, tampil))
                (tahun_lalu(k, narasi))
                (riwayat(narasi, tampil, &alamat))
            }
        }
        script src=(aset::alamat("laporan.js")) defer {}
    }
}

fn formulir(narasi: &NarasiTahun, tampil: &Tampil, alamat: &str) -> Markup {
    // Where somebody else was faster, nothing is saved by itself: the person decides.
    let otomatis = tampil.bentrok.is_none().then_some("ya");
    html! {
        form #narasi method="post" action=(alamat) data-otomatis=[otomatis] data-belum=[tampil.diketik.then_some("ya")] {
            // Enter in the search must not save: the first button of a form is the one that Enter presses.
            button.tersembunyi type="submit" name="aksi" value="pratinjau" tabindex="-1" aria-hidden="true" { "Pratinjau" }
            input type="hidden" name="versi" value=(tampil.versi);
            div.isian {
                label for="teks" { "Teks" }
                textarea.tinggi #teks name="teks" maxlength="20000" spellcheck="true" lang="id" aria-describedby="teks-bantuan" { "\n" (tampil.teks) }
                p.bantuan #teks-bantuan { "Markdown biasa. Angka tidak diketik: sisipkan fakta, misalnya " code { "{{ f(\"kode\") }}" } ", agar angkanya selalu sama dengan data." }
            }
            div.deretan {
                button.tombol.utama type="submit" name="aksi" value="simpan" { @if tampil.bentrok.is_some() { "Simpan tulisan saya" } @else { "Simpan" } }
                button.tombol type="submit" name="aksi" value="pratinjau" { "Pratinjau" }
                span.redup #kabar role="status" { @if tampil.diketik { "Belum tersimpan." } @else if narasi.versi > 0 { "Versi " (narasi.versi) " tersimpan." } }
            }
        }
    }
}

fn bentrok(alamat: &str, kini: &str) -> Markup {
    html! {
        section.pesan.galat role="alert" aria-label="Narasi sudah diubah orang lain" {
            p { "Narasi ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda belum tersimpan dan masih ada di kotak di bawah. Bandingkan dengan yang tersimpan, gabungkan bila perlu, lalu simpan." }
            details open { summary { "Yang tersimpan sekarang" } pre.teks { (kini) } }
            p { a href=(alamat) { "Buang tulisan saya dan pakai yang tersimpan" } }
        }
    }
}

/// Words as the report will set them, and the names in them that it does not know.
pub(super) fn pratinjau(
    k: &KonteksTahun,
    teks: &str,
    daftar: &[Block],
    salah: &[GalatNaskah],
) -> Markup {
    html! {
        @if !salah.is_empty() {
            div.pesan.galat role="alert" {
                ul.rapat { @for satu in salah { li { strong { (besar(&satu.tempat)) } ", " code { (satu.cuplikan) } ": " (satu.apa) "; " (satu.perbaikan) } } }
            }
        }
        @if teks.trim().is_empty() { p.redup { "Belum ada tulisan." } } @else { (blok(&k.tempat, daftar)) }
    }
}

fn temuan(k: &KonteksTahun, daftar: &[TemuanRingkas]) -> Markup {
    html! {
        @if !daftar.is_empty() {
            h2 { "Temuan draf terakhir pada teks ini" }
            (tabel_temuan(k, &daftar.iter().collect::<Vec<_>>()))
        }
    }
}

fn fakta(k: &KonteksTahun, narasi: &NarasiTahun, tampil: &Tampil) -> Markup {
    html! {
        section.kartu aria-labelledby="judul-fakta" {
            h2 #judul-fakta { "Fakta" }
            @if narasi.terkunci.is_none() {
                div.cari {
                    label for="cari" { "Cari fakta" }
                    input #cari type="search" name="cari" value=(tampil.cari) form="narasi";
                    button.tombol.kecil type="submit" name="aksi" value="cari" form="narasi" { "Cari" }
                }
            }
            @if narasi.fakta.is_empty() { p.redup { "Tidak ada fakta yang bernilai dengan kata itu." } }
            ul.keping-keping { @for satu in &narasi.fakta {
                li {
                    span { (angka(&k.tempat, &(satu.nilai.clone(), satu.kode.clone()))) " " (satu.label) }
                    code data-sisip="ya" { "{{ f(\"" (satu.kode) "\") }}" }
                }
            } }
        }
    }
}

fn tahun_lalu(k: &KonteksTahun, narasi: &NarasiTahun) -> Markup {
    let lalu = k.tahun().saturating_sub(1);
    html! {
        details.kartu {
            summary { "Teks tahun " (lalu) }
            @match narasi.tahun_lalu.as_deref().map(str::trim) {
                None => { p.redup { "Tahun " (lalu) " belum ada di basis data unit ini." } }
                Some("") => { p.redup { "Narasi ini kosong pada tahun " (lalu) "." } }
                Some(teks) => { pre.teks { (teks) } }
            }
        }
    }
}

fn riwayat(narasi: &NarasiTahun, tampil: &Tampil, alamat: &str) -> Markup {
    let lama = tampil
        .lama
        .and_then(|lama| narasi.riwayat.iter().find(|satu| satu.versi == lama));
    html! {
        details.kartu #riwayat open[lama.is_some()] {
            summary { "Riwayat (" (narasi.riwayat.len()) " versi)" }
            @if let Some(satu) = lama {
                h3 { "Versi " (satu.versi) }
                pre.teks { @if satu.menjadi.trim().is_empty() { "(kosong)" } @else { (satu.menjadi) } }
                @if narasi.terkunci.is_none() && satu.versi != narasi.versi {
                    form method="post" action=(format!("{alamat}/pulihkan")) {
                        input type="hidden" name="lama" value=(satu.versi);
                        input type="hidden" name="versi" value=(narasi.versi);
                        button.tombol type="submit" { "Pulihkan versi " (satu.versi) }
                    }
                }
            }
            @if narasi.riwayat.is_empty() { p.redup { "Belum pernah ditulis." } }
            ol.riwayat { @for satu in narasi.riwayat.iter().take(TERBARU) {
                li {
                    a href=(format!("{alamat}?versi={}#riwayat", satu.versi)) aria-current=[(Some(satu.versi) == tampil.lama).then_some("true")] { "Versi " (satu.versi) }
                    ", " (narasi.nama.get(&satu.oleh).map_or("", String::as_str)) ", " span.redup { (pukul(satu.pada)) }
                    @if !satu.alasan.is_empty() { span.redup { " (" (satu.alasan) ")" } }
                }
            } }
        }
    }
}

fn besar(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf
        .next()
        .map(|awal| awal.to_uppercase().chain(huruf).collect())
        .unwrap_or_default()
}
