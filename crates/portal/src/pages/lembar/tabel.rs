//! The table of a sheet. Each cell is a field of one form; its name says row, column and the version that was seen.

use std::collections::{BTreeMap, BTreeSet};

use app::{KesalahanSel, LembarDibuka};
use maud::{Markup, html};
use paket::skema::{Jenis, Kolom};

use super::{Bentrok, Catatan, alamat, kalimat, nama_kolom, sebutan};
use crate::galat::sandikan;
use crate::konteks::KonteksTahun;
use crate::tampilan::kosong;
use crate::waktu::pukul;

/// Characters from which on a text gets a field of several lines.
const PANJANG: usize = 32;

/// What a column looks like.
struct Rupa {
    kelas: &'static str,
    masukan: Option<&'static str>,
    daftar: Option<String>,
}

fn rupa(dibuka: &LembarDibuka, j: usize, nama: &str) -> Rupa {
    let skema = dibuka.keterangan.skema;
    let jenis = skema
        .kolom(nama)
        .map(|kolom| kolom.jenis)
        .or(skema.kolom_bebas)
        .unwrap_or(Jenis::Teks);
    // A column whose example is a number or a short code needs little room.
    let pendek = skema
        .kolom(nama)
        .is_some_and(|kolom| (1..=4).contains(&kolom.contoh.chars().count()));
    let (kelas, masukan) = match jenis {
        Jenis::Uang => ("uang", Some("decimal")),
        Jenis::Tahun(_) | Jenis::Bulan | Jenis::Cacah => ("angka pendek", Some("numeric")),
        Jenis::Positif | Jenis::Angka => ("angka pendek", Some("decimal")),
        Jenis::Tanggal => ("tanggal", None),
        Jenis::Indikator | Jenis::YaTidak => ("pendek", None),
        Jenis::Pilihan(_) => ("sedang", None),
        Jenis::Teks if pendek => ("pendek", None),
        Jenis::Teks => ("teks", None),
    };
    let daftar = matches!(jenis, Jenis::Pilihan(_) | Jenis::Indikator);
    Rupa {
        kelas,
        masukan,
        daftar: daftar.then(|| format!("pilihan-{j}")),
    }
}

/// A heading of the table: months by their short names, told whole to who cannot see.
fn kepala(kolom: &str) -> Markup {
    let nama = nama_kolom(kolom);
    let bulan = kolom.len() == 2 && kolom.bytes().all(|satu| satu.is_ascii_digit());
    match nama.get(..3).filter(|_| bulan) {
        Some(pendek) => html! { abbr title=(nama) { (pendek) } },
        None => html! { (nama) },
    }
}

/// The form with the table; empty sheets say what to do.
pub(super) fn tabel(
    k: &KonteksTahun,
    dibuka: &LembarDibuka,
    salah: &[KesalahanSel],
    catatan: &Catatan,
) -> Markup {
    let nama = &dibuka.keterangan.nama;
    let terkunci = dibuka.terkunci.is_some();
    let isi = &dibuka.isi;
    let rupa: Vec<Rupa> = isi
        .kepala
        .iter()
        .enumerate()
        .map(|(j, kolom)| rupa(dibuka, j, kolom))
        .collect();
    html! {
        form #lembar method="post" action=(alamat(k, nama, "")) data-terkunci=[terkunci.then_some("ya")] data-orang=(k.pelaku().orang)
            data-sel=(alamat(k, nama, "/sel")) data-baris=(alamat(k, nama, "/baris")) data-riwayat=(alamat(k, nama, "/riwayat")) autocomplete="off" {
            // The first button is the one that Enter presses: it saves, and nothing else.
            @if !terkunci { button.tersembunyi type="submit" tabindex="-1" aria-hidden="true" { "Simpan" } }
            @for (j, kolom) in isi.kepala.iter().enumerate() { input type="hidden" name=(format!("kolom:{j}")) value=(kolom); }
            (bentrok(dibuka, &catatan.bentrok))
            div.bilah-lembar {
                p #keadaan-simpan role="status" { @if !terkunci { "Ubah selnya, lalu simpan." } }
                p #sel-kini.redup {}
                @if !terkunci {
                    span.deretan {
                        button.tombol type="submit" name="tindakan" value="tambah" { "Tambah baris" }
                        button.tombol.utama #tombol-simpan type="submit" { "Simpan" }
                    }
                }
            }
            @if isi.baris.is_empty() {
                (kosong("Lembar ini belum berisi baris.", &html! {
                    @if !terkunci { p { "Tekan Tambah baris, atau impor berkas CSV atau Excel." } }
                }))
            } @else {
                div.kotak-tabel.kisi-isian role="region" aria-label=(dibuka.keterangan.judul) tabindex="0" {
                    table aria-describedby="keadaan-simpan" {
                        thead { tr {
                            th scope="col" { span.tersembunyi { "Baris" } }
                            @for (kolom, rupa) in isi.kepala.iter().zip(&rupa) {
                                th scope="col" class=(rupa.kelas) title=[dibuka.keterangan.skema.kolom(kolom).map(|kolom| kolom.catatan)] { (kepala(kolom)) }
                            }
                            @if !terkunci { th scope="col" { span.tersembunyi { "Hapus" } } }
                        } }
                        tbody { (baris(k, dibuka, salah, catatan, &rupa)) }
                    }
                }
            }
            (daftar_pilihan(dibuka, &rupa))
        }
    }
}

fn baris(
    k: &KonteksTahun,
    dibuka: &LembarDibuka,
    salah: &[KesalahanSel],
    catatan: &Catatan,
    rupa: &[Rupa],
) -> Markup {
    let isi = &dibuka.isi;
    let terkunci = dibuka.terkunci.is_some();
    let mut menurut_sel: BTreeMap<(&str, &str), Vec<&KesalahanSel>> = BTreeMap::new();
    for satu in salah {
        if let Some(baris) = &satu.baris {
            menurut_sel
                .entry((baris, &satu.kolom))
                .or_default()
                .push(satu);
        }
    }
    let bentrok: BTreeSet<(&str, &str)> = catatan
        .bentrok
        .iter()
        .map(|satu| (satu.baris.as_str(), satu.kolom.as_str()))
        .collect();
    html! {
        @for (i, baris) in isi.baris.iter().enumerate() {
            @let nama_baris = sebutan(isi, baris);
            tr data-id=(baris.id) data-nama=(nama_baris) {
                th.nomor scope="row" {
                    @if !terkunci { input type="hidden" name=(format!("baris:{i}")) value=(baris.id); }
                    a href=(format!("{}?baris={}", alamat(k, &dibuka.keterangan.nama, "/riwayat"), sandikan(&baris.id))) title=(format!("Riwayat baris {}", i + 1)) { (i + 1) }
                }
                @for (j, (kolom, rupa)) in isi.kepala.iter().zip(rupa).enumerate() {
                    @let kunci = (baris.id.clone(), kolom.clone());
                    @let tersimpan = baris.teks(kolom);
                    @let teks = catatan.ketikan.get(&kunci).map_or(tersimpan, String::as_str);
                    @let salah_sel = menurut_sel.get(&(baris.id.as_str(), kolom.as_str())).map_or(&[][..], Vec::as_slice);
                    @let id_salah = format!("salah-{i}-{j}");
                    @let bertabrakan = bentrok.contains(&(baris.id.as_str(), kolom.as_str()));
                    @let nama = (!bertabrakan && !terkunci).then(|| format!("sel:{i}:{j}:{}", baris.versi(kolom)));
                    @let label = format!("{}, baris {} {nama_baris}", nama_kolom(kolom), i + 1);
                    @let jejak = dibuka.jejak.get(&kunci).map(|(oleh, pada)| format!("{oleh}, {}", pukul(*pada)));
                    @let komentar = dibuka.komentar.get(&kunci).copied().unwrap_or(0);
                    td class=(rupa.kelas) {
                        @if teks.chars().count() > PANJANG || teks.contains('\n') {
                            textarea.sel #(format!("sel-{i}-{j}")) rows="2" name=[nama] data-asal=(tersimpan) data-versi=(baris.versi(kolom)) data-jejak=[jejak]
                                aria-label=(label) aria-invalid=[(!salah_sel.is_empty()).then_some("true")] aria-describedby=[(!salah_sel.is_empty()).then_some(&id_salah)] readonly[terkunci || bertabrakan] {
                                // A browser swallows the first line end.
                                "\n" (teks)
                            }
                        } @else {
                            input.sel #(format!("sel-{i}-{j}")) type="text" name=[nama] value=(teks) data-asal=(tersimpan) data-versi=(baris.versi(kolom)) data-jejak=[jejak]
                                aria-label=(label) aria-invalid=[(!salah_sel.is_empty()).then_some("true")] aria-describedby=[(!salah_sel.is_empty()).then_some(&id_salah)]
                                inputmode=[rupa.masukan] list=[rupa.daftar.as_ref()] readonly[terkunci || bertabrakan];
                        }
                        @if komentar > 0 { span.berkomentar title=(format!("{komentar} komentar")) { span.tersembunyi { (komentar) " komentar" } } }
                        span.gelembung id=(id_salah) { @for satu in salah_sel { (kalimat(&satu.pesan)) " " (kalimat(&satu.perbaikan)) " " } }
                    }
                }
                @if !terkunci {
                    td { button.tombol.kecil.bahaya type="submit" name="hapus" value=(i) data-tanya=(format!("Hapus baris {}? Baris dapat dipulihkan.", i + 1)) aria-label=(format!("Hapus baris {} {nama_baris}", i + 1)) { "Hapus" } }
                }
            }
        }
    }
}

/// Both texts of each clash, and the choice. The choice is the cell's field now.
fn bentrok(dibuka: &LembarDibuka, daftar: &[Bentrok]) -> Markup {
    let letak = |satu: &Bentrok| {
        let i = dibuka
            .isi
            .baris
            .iter()
            .position(|baris| baris.id == satu.baris)?;
        let j = dibuka
            .isi
            .kepala
            .iter()
            .position(|kolom| *kolom == satu.kolom)?;
        Some((i, j, sebutan(&dibuka.isi, dibuka.isi.baris.get(i)?)))
    };
    html! {
        @if !daftar.is_empty() {
            div.pesan.ingat role="alert" { "Orang lain mengubah sel yang sama sesudah Anda membukanya. Pilih isi yang dipakai, lalu simpan; isi yang lain tetap ada pada riwayat sel." }
        }
        @for (ke, satu) in daftar.iter().enumerate() {
            @if let Some((i, j, nama)) = letak(satu) {
                @let medan = format!("sel:{i}:{j}:{}", satu.versi);
                fieldset.bentrok {
                    legend { (nama_kolom(&satu.kolom)) ", baris " (i + 1) " (" (nama) ")" }
                    @for (teks, asal, kata) in [(&satu.milik, "milik", "Isi Anda"), (&satu.kini, "kini", "Isi yang tersimpan sekarang")] {
                        @let id = format!("bentrok-{ke}-{asal}");
                        p { input type="radio" #(id) name=(medan) value=(teks) checked[asal == "kini"]; " "
                            label.sebaris for=(id) { (kata) ": " strong { @if teks.is_empty() { "(kosong)" } @else { (teks) } } } }
                    }
                }
            }
        }
    }
}

/// The words that a cell may hold, where the set is closed.
fn daftar_pilihan(dibuka: &LembarDibuka, rupa: &[Rupa]) -> Markup {
    let kata = |kolom: &Kolom| -> Vec<String> {
        match kolom.jenis {
            Jenis::Pilihan(daftar) => daftar.iter().map(|kata| (*kata).to_owned()).collect(),
            Jenis::Indikator => dibuka
                .dibaca
                .hasil
                .indikator
                .iter()
                .map(|satu| satu.profil.kode.clone())
                .collect(),
            _ => Vec::new(),
        }
    };
    html! {
        @for (nama, rupa) in dibuka.isi.kepala.iter().zip(rupa) {
            @if let (Some(id), Some(kolom)) = (&rupa.daftar, dibuka.keterangan.skema.kolom(nama)) {
                datalist id=(id) { @for kata in kata(kolom) { option value=(kata) {} } }
            }
        }
    }
}

/// What belongs into each column, and how the table is used.
pub(super) fn petunjuk(dibuka: &LembarDibuka) -> Markup {
    html! {
        details.petunjuk {
            summary { "Petunjuk pengisian" }
            p { "Panah, Enter, dan Tab memindahkan sel. Escape mengembalikan isi yang tersimpan. Tabel dari Excel dapat disalin dan ditempel langsung mulai dari sel yang dipilih. Sel yang datanya belum ada dikosongkan; angka yang memang tidak dapat diketahui ditulis " q { "belum tersedia: alasannya" } "." }
            dl.pasangan {
                @for nama in &dibuka.isi.kepala {
                    @if let Some(kolom) = dibuka.keterangan.skema.kolom(nama) {
                        dt { (nama_kolom(nama)) @if kolom.wajib { " (wajib)" } }
                        dd {
                            (kolom.catatan)
                            @if let Jenis::Pilihan(kata) = kolom.jenis { " Pilihan: " (kata.join(", ")) "." }
                            @if !kolom.contoh.is_empty() { " Contoh: " (kolom.contoh) "." }
                        }
                    }
                }
            }
        }
    }
}
