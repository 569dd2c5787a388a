//! The registers: activities and awards, what they support, their evidence, and a short form for the phone.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use kinerja::masukan::BarisKegiatan;
use maud::{Markup, html};
use paket::skema::{self, Jenis};
use serde::Deserialize;
use store::Bukti;

use app::{SelBaru, TahunDibaca, Tindakan};

use crate::Portal;
use crate::galat::{Hasil, kalimat, status};
use crate::konteks::KonteksTahun;
use crate::pages::lembar::{alamat, fakta};
use crate::tampilan::{Isian, Menu, angka, judul, kosong, kotak_tabel, pesan_galat, pilihan};
use crate::waktu::tanggal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/kegiatan", get(lihat))
        .route("/u/{unit}/{tahun}/kegiatan/tambah", post(tambah))
        .route(
            "/u/{unit}/{tahun}/kegiatan/penghargaan",
            post(tambah_penghargaan),
        )
}

#[derive(Deserialize, Default)]
struct Saring {
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    indikator: String,
}

/// A new activity as it was typed.
#[derive(Deserialize, Default)]
struct KegiatanBaru {
    jenis: String,
    uraian: String,
    #[serde(default)]
    jumlah: String,
    #[serde(default)]
    satuan: String,
    #[serde(default)]
    indikator: String,
    #[serde(default)]
    bukti: String,
}

/// A new award as it was typed.
#[derive(Deserialize, Default)]
struct PenghargaanBaru {
    nama: String,
    pemberi: String,
    #[serde(default)]
    tanggal: String,
    #[serde(default, rename = "bukti_piagam")]
    bukti: String,
}

/// What was typed and could not be saved, and why.
#[derive(Default)]
struct Ketikan {
    kegiatan: KegiatanBaru,
    penghargaan: PenghargaanBaru,
    galat: Option<String>,
}

async fn lihat(k: KonteksTahun, Query(saring): Query<Saring>) -> Hasil {
    halaman(&k, &saring, &Ketikan::default()).await
}

async fn halaman(k: &KonteksTahun, saring: &Saring, ketikan: &Ketikan) -> Hasil<Response> {
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let dibaca = app.lihat_tahun(&pelaku, unit, tahun).await?;
    let bukti = app.daftar_bukti(&pelaku, unit, tahun).await?;
    let isi = html! {
        (judul("Kegiatan", "Kegiatan, inovasi, dan penghargaan yang mendukung indikator.", &html! {
            a.tombol href=(alamat(k, "kegiatan", "")) { "Buka sebagai tabel" }
        }))
        (pesan_galat(ketikan.galat.as_deref()))
        (penyaring(k, &dibaca, saring))
        (daftar(k, &dibaca, &bukti, saring))
        @if k.boleh(Tindakan::IsiNilai) { (formulir(k, &dibaca, &ketikan.kegiatan)) }
        h2 { "Penghargaan" }
        (penghargaan(k, &dibaca))
        @if k.boleh(Tindakan::IsiNilai) { (formulir_penghargaan(k, &ketikan.penghargaan)) }
    };
    Ok(k.halaman("Kegiatan", Menu::Kegiatan, &isi))
}

/// The kinds of activity, as the form of the sheet lists them.
fn daftar_jenis() -> Vec<(String, String)> {
    let kolom = skema::lembar("kegiatan").and_then(|lembar| lembar.kolom("jenis"));
    match kolom.map(|kolom| kolom.jenis) {
        Some(Jenis::Pilihan(daftar)) => daftar
            .iter()
            .map(|kata| ((*kata).to_owned(), (*kata).to_owned()))
            .collect(),
        _ => Vec::new(),
    }
}

fn daftar_indikator(dibaca: &TahunDibaca) -> Vec<(String, String)> {
    dibaca
        .hasil
        .indikator
        .iter()
        .map(|satu| {
            let kode = satu.profil.kode.clone();
            (kode.clone(), format!("{kode}: {}", satu.profil.nama))
        })
        .collect()
}

fn semua(pertama: &str, daftar: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut hasil = vec![(String::new(), pertama.to_owned())];
    hasil.extend(daftar);
    hasil
}

fn penyaring(k: &KonteksTahun, dibaca: &TahunDibaca, saring: &Saring) -> Markup {
    html! {
        form.cari method="get" action=(k.alamat("kegiatan")) {
            label for="saring-jenis" { "Jenis" }
            select #saring-jenis name="jenis" { @for (nilai, kata) in semua("Semua jenis", daftar_jenis()) { option value=(nilai) selected[nilai == saring.jenis] { (kata) } } }
            label for="saring-indikator" { "Indikator" }
            select #saring-indikator name="indikator" { @for (nilai, kata) in semua("Semua indikator", daftar_indikator(dibaca)) { option value=(nilai) selected[nilai == saring.indikator] { (kata) } } }
            button.tombol type="submit" { "Saring" }
        }
    }
}

/// Id of the row of an activity: its place counts from the headings.
fn id_baris(dibaca: &TahunDibaca, satu: &BarisKegiatan) -> Option<String> {
    let letak = usize::try_from(satu.tempat.baris).ok()?.checked_sub(2)?;
    let isi = dibaca.isi.lembar("kegiatan")?;
    Some(isi.baris.get(letak)?.id.clone())
}

fn daftar(k: &KonteksTahun, dibaca: &TahunDibaca, bukti: &[Bukti], saring: &Saring) -> Markup {
    let tampil: Vec<(usize, &BarisKegiatan)> = dibaca
        .masukan
        .kegiatan
        .iter()
        .enumerate()
        .filter(|(_, satu)| saring.jenis.is_empty() || satu.jenis == saring.jenis)
        .filter(|(_, satu)| {
            saring.indikator.is_empty() || satu.indikator.eq_ignore_ascii_case(&saring.indikator)
        })
        .collect();
    if dibaca.masukan.kegiatan.is_empty() {
        return kosong(
            "Belum ada kegiatan yang dicatat pada tahun ini. Catat yang pertama dengan formulir di bawah.",
            &html! {},
        );
    }
    if tampil.is_empty() {
        return kosong(
            "Tidak ada kegiatan dengan saringan itu.",
            &html! { p { a.tombol href=(k.alamat("kegiatan")) { "Tampilkan semua" } } },
        );
    }
    let cacah = |letak: usize| {
        dibaca
            .hasil
            .kegiatan
            .iter()
            .find(|(satu, _)| *satu == letak)
            .map(|(_, kode)| fakta(dibaca, kode))
    };
    kotak_tabel(
        "Kegiatan dan inovasi",
        &html! {
            table {
                thead { tr { th scope="col" { "Uraian" } th scope="col" { "Jenis" } th.angka scope="col" { "Jumlah" } th scope="col" { "Indikator" } th scope="col" { "Bukti" } } }
                tbody { @for (letak, satu) in tampil {
                    @let kaitan = id_baris(dibaca, satu).map(|id| format!("kegiatan:{id}"));
                    @let berkas = kaitan.as_ref().map_or(0, |kaitan| bukti.iter().filter(|bukti| bukti.kaitan == *kaitan).count());
                    tr {
                        th scope="row" { (satu.uraian) }
                        td { (satu.jenis) }
                        td.angka { @if let Some(nilai) = cacah(letak) { (angka(&k.tempat, &nilai)) } " " (satu.satuan) }
                        td { @if !satu.indikator.is_empty() { a href=(k.alamat(&format!("pengukuran#indikator-{}", satu.indikator))) { (satu.indikator) } } }
                        td {
                            @if !satu.bukti.is_empty() { (satu.bukti) br; }
                            @if let Some(kaitan) = kaitan { a href=(k.alamat(&format!("bukti?kaitan={}", crate::galat::sandikan(&kaitan)))) { @if berkas == 0 { "Lampirkan" } @else { (berkas) " berkas" } } }
                        }
                    }
                } }
            }
        },
    )
}

fn formulir(k: &KonteksTahun, dibaca: &TahunDibaca, isi: &KegiatanBaru) -> Markup {
    html! {
        form.sempit method="post" action=(k.alamat("kegiatan/tambah")) {
            fieldset {
                legend { "Catat kegiatan" }
                (pilihan("jenis", "Jenis", &daftar_jenis(), &isi.jenis))
                (Isian::teks("uraian", "Uraian", &isi.uraian).tampilkan())
                (Isian { wajib: false, ..Isian::teks("jumlah", "Banyaknya", &isi.jumlah) }.tampilkan())
                (Isian { wajib: false, bantuan: "Misalnya kegiatan, orang, atau laporan.", ..Isian::teks("satuan", "Satuan", &isi.satuan) }.tampilkan())
                (pilihan("indikator", "Indikator yang didukung", &semua("Tidak ada", daftar_indikator(dibaca)), &isi.indikator))
                (Isian { wajib: false, bantuan: "Nomor dokumen atau tautan; berkas dilampirkan sesudahnya.", ..Isian::teks("bukti", "Bukti", &isi.bukti) }.tampilkan())
                button.tombol.utama type="submit" { "Catat" }
            }
        }
    }
}

fn penghargaan(k: &KonteksTahun, dibaca: &TahunDibaca) -> Markup {
    if dibaca.masukan.penghargaan.is_empty() {
        return html! { p.redup { "Belum ada penghargaan yang dicatat." } };
    }
    html! {
        (kotak_tabel("Penghargaan", &html! { table {
            thead { tr { th scope="col" { "Penghargaan" } th scope="col" { "Pemberi" } th scope="col" { "Tanggal" } th scope="col" { "Bukti" } } }
            tbody { @for satu in &dibaca.masukan.penghargaan {
                tr { th scope="row" { (satu.nama) } td { (satu.pemberi) } td { @if let Some(hari) = satu.tanggal { (tanggal(&hari.to_string())) } } td { (satu.bukti) } }
            } }
        } }))
        p { a href=(alamat(k, "penghargaan", "")) { "Buka sebagai tabel" } }
    }
}

fn formulir_penghargaan(k: &KonteksTahun, isi: &PenghargaanBaru) -> Markup {
    html! {
        form.sempit method="post" action=(k.alamat("kegiatan/penghargaan")) {
            fieldset {
                legend { "Catat penghargaan" }
                (Isian::teks("nama", "Nama penghargaan", &isi.nama).tampilkan())
                (Isian::teks("pemberi", "Pemberi", &isi.pemberi).tampilkan())
                (Isian { jenis: "date", wajib: false, ..Isian::teks("tanggal", "Tanggal", &isi.tanggal) }.tampilkan())
                (Isian { wajib: false, bantuan: "Nomor piagam atau tautan.", ..Isian::teks("bukti_piagam", "Bukti", &isi.bukti) }.tampilkan())
                button.tombol.utama type="submit" { "Catat" }
            }
        }
    }
}

fn sel(pasangan: &[(&str, &str)]) -> SelBaru {
    pasangan
        .iter()
        .map(|(kolom, teks)| ((*kolom).to_owned(), teks.trim().to_owned()))
        .filter(|(_, teks)| !teks.is_empty())
        .collect()
}

async fn tambah(k: KonteksTahun, Form(isi): Form<KegiatanBaru>) -> Hasil {
    let baru = sel(&[
        ("jenis", &isi.jenis),
        ("uraian", &isi.uraian),
        ("jumlah", &isi.jumlah),
        ("satuan", &isi.satuan),
        ("indikator", &isi.indikator),
        ("bukti", &isi.bukti),
    ]);
    let kurang = isi
        .uraian
        .trim()
        .is_empty()
        .then_some("Tulis uraian kegiatannya.");
    let ketikan = Ketikan {
        kegiatan: isi,
        ..Ketikan::default()
    };
    simpan(&k, "kegiatan", baru, ketikan, kurang, "Kegiatan dicatat.").await
}

async fn tambah_penghargaan(k: KonteksTahun, Form(isi): Form<PenghargaanBaru>) -> Hasil {
    let baru = sel(&[
        ("nama", &isi.nama),
        ("pemberi", &isi.pemberi),
        ("tanggal", &isi.tanggal),
        ("bukti", &isi.bukti),
    ]);
    let kurang = (isi.nama.trim().is_empty() || isi.pemberi.trim().is_empty())
        .then_some("Tulis nama penghargaan dan pemberinya.");
    let ketikan = Ketikan {
        penghargaan: isi,
        ..Ketikan::default()
    };
    simpan(
        &k,
        "penghargaan",
        baru,
        ketikan,
        kurang,
        "Penghargaan dicatat.",
    )
    .await
}

async fn simpan(
    k: &KonteksTahun,
    lembar: &str,
    baru: SelBaru,
    mut ketikan: Ketikan,
    kurang: Option<&str>,
    pesan: &str,
) -> Hasil {
    let app = &k.konteks.portal.app;
    let hasil = match kurang {
        Some(kurang) => Err(app::Error::Isian(kurang.to_owned())),
        None => {
            app.catat_register(&k.pelaku(), k.unit(), k.tahun(), lembar, &baru)
                .await
        }
    };
    match hasil {
        Ok(_) => Ok(k.kembali(&k.alamat("kegiatan"), pesan)),
        Err(galat @ (app::Error::Isian(_) | app::Error::BelumDapat(_))) => {
            ketikan.galat = Some(kalimat(&galat));
            let halaman = halaman(k, &Saring::default(), &ketikan).await?;
            Ok((status(&galat), halaman).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}
