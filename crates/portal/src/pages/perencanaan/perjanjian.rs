//! The agreement: its levels, who signs it, its printed form, its versions.

use app::{BentukBerkas, CetakPerjanjian, Perencanaan, Tindakan, VersiPerjanjian};
use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use axum::routing::get;
use kinerja::masukan::TingkatSasaran;
use laporan::perjanjian::Pihak;
use maud::{Markup, html};
use serde::Deserialize;

use super::{baca, bagian, ke_lembar, keadaan, nilai};
use crate::Portal;
use crate::galat::{Galat, Hasil, sandikan};
use crate::kirim::CSP_DOKUMEN;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, alur, angka, judul, kosong, kotak_tabel};
use crate::waktu;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/perencanaan/perjanjian", get(lihat))
        .route("/u/{unit}/{tahun}/perencanaan/perjanjian/cetak", get(cetak))
}

#[derive(Deserialize, Default)]
struct Tanggal {
    #[serde(default)]
    tanggal: String,
}

#[derive(Deserialize)]
struct Cetak {
    #[serde(default)]
    tanggal: String,
    #[serde(default)]
    seksi: String,
    #[serde(default)]
    bentuk: String,
}

async fn lihat(k: KonteksTahun, Query(pilihan): Query<Tanggal>) -> Hasil {
    let rencana = baca(&k, Some(&pilihan.tanggal)).await?;
    let ada = !rencana.dibaca.hasil.perjanjian.is_empty();
    let tindakan = html! {
        (keadaan(rencana.perjanjian.as_ref()))
        (ke_lembar(&k, "perjanjian_kinerja", "Isi perjanjian"))
        (ke_lembar(&k, "anggaran_program", "Isi anggaran"))
    };
    let isi = html! {
        (judul(&format!("Perjanjian Kinerja {}", k.tahun()), "", &tindakan))
        (bagian(&k, "perencanaan/perjanjian"))
        @if ada {
            @for tingkat in TingkatSasaran::SEMUA { (tabel_tingkat(&k, &rencana, tingkat)) }
            (tabel_anggaran(&k, &rencana))
            (tempat_cetak(&k, &rencana))
            (tabel_seksi(&k, &rencana))
        } @else {
            (kosong("Perjanjian Kinerja belum berisi sasaran.", &html! { p { (ke_lembar(&k, "perjanjian_kinerja", "Isi perjanjian")) } }))
        }
        @if let Some(satu) = &rencana.perjanjian { (alur(&k.tempat, satu, &k.alamat("perencanaan/perjanjian"), "")) }
        (riwayat(&rencana))
    };
    Ok(k.halaman("Perjanjian Kinerja", Menu::Perencanaan, &isi))
}

async fn cetak(k: KonteksTahun, Query(pilihan): Query<Cetak>) -> Hasil {
    let bentuk = BentukBerkas::dari_akhiran(&pilihan.bentuk).ok_or(Galat::TidakAda)?;
    let app = &k.konteks.portal.app;
    let berkas = app
        .cetak_perjanjian(
            &k.pelaku(),
            k.unit(),
            k.tahun(),
            &CetakPerjanjian {
                seksi: Some(pilihan.seksi).filter(|seksi| !seksi.is_empty()),
                tanggal: Some(pilihan.tanggal),
                bentuk,
            },
        )
        .await?;
    let cara = if bentuk == BentukBerkas::Docx {
        "attachment"
    } else {
        "inline"
    };
    let nama = format!("{cara}; filename=\"{}\"", berkas.nama);
    let csp = if bentuk == BentukBerkas::Html {
        CSP_DOKUMEN
    } else {
        "default-src 'none'; frame-ancestors 'self'"
    };
    Ok((
        [
            (header::CONTENT_TYPE, berkas.jenis.to_owned()),
            (header::CONTENT_DISPOSITION, nama),
            (
                HeaderName::from_static("content-security-policy"),
                csp.to_owned(),
            ),
        ],
        berkas.isi,
    )
        .into_response())
}

fn tabel_tingkat(k: &KonteksTahun, rencana: &Perencanaan, tingkat: TingkatSasaran) -> Markup {
    let (masukan, hasil) = (&rencana.dibaca.masukan, &rencana.dibaca.hasil);
    let mut lalu = "";
    let baris: Vec<_> = hasil
        .perjanjian
        .iter()
        .filter(|satu| satu.tingkat == tingkat)
        .filter_map(|satu| {
            let janji = masukan.perjanjian.get(satu.baris)?;
            // The words of an objective stand once, above its indicators.
            let baru = janji.no_sasaran != lalu;
            lalu = &janji.no_sasaran;
            Some((janji, satu, baru))
        })
        .collect();
    if baris.is_empty() {
        return html! {};
    }
    let tabel = html! {
        table {
            thead { tr {
                th scope="col" { "No." } th scope="col" { (tingkat.sebutan()) } th scope="col" { "Indikator kinerja" } th.angka scope="col" { "Target" }
            } }
            tbody {
                @for (janji, satu, baru) in baris {
                    @let sembunyi = (!baru).then_some("tersembunyi");
                    tr {
                        td { span class=[sembunyi] { (janji.no_sasaran) } }
                        td { span class=[sembunyi] { (janji.sasaran) } }
                        td { (janji.indikator) }
                        td.angka { (angka(&k.tempat, &nilai(&hasil.fakta, satu.target.as_str()))) }
                    }
                }
            }
        }
    };
    html! {
        h2 { (tingkat.sebutan()) }
        (kotak_tabel(tingkat.sebutan(), &tabel))
    }
}

fn tabel_anggaran(k: &KonteksTahun, rencana: &Perencanaan) -> Markup {
    let hasil = &rencana.dibaca.hasil;
    let tahun = hasil.anggaran.iter().find(|satu| satu.tahun == hasil.tahun);
    let Some(tahun) = tahun.filter(|satu| !satu.perjanjian.is_empty()) else {
        return html! {
            h2 { "Anggaran" }
            (kosong("Anggaran perjanjian belum diisi.", &html! { p { (ke_lembar(k, "anggaran_program", "Isi anggaran")) } }))
        };
    };
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Program" } th scope="col" { "Kegiatan" } th.angka scope="col" { "Anggaran" } } }
            tbody {
                @for pos in &tahun.perjanjian {
                    tr { td { (pos.nama) } td { (pos.kegiatan) } td.angka { (angka(&k.tempat, &nilai(&hasil.fakta, pos.pagu.as_str()))) } }
                }
                @if let Some(pagu) = &tahun.pagu_perjanjian {
                    tr.jumlah { th scope="row" colspan="2" { "Jumlah" } td.angka { (angka(&k.tempat, &nilai(&hasil.fakta, pagu.as_str()))) } }
                }
            }
        }
    };
    html! { h2 { "Anggaran" } (kotak_tabel("Anggaran Perjanjian Kinerja", &tabel)) }
}

/// Name and post of a party; what is missing says where it belongs.
fn pihak(sebutan: &str, pihak: &Pihak) -> Markup {
    let awal = match pihak.pejabat.pelaksana.as_deref() {
        Some("plt") => "Plt. ",
        Some("plh") => "Plh. ",
        _ => "",
    };
    html! {
        dt { (sebutan) }
        dd {
            @if pihak.pejabat.nama.is_empty() { span.tanda.kurang { "Nama belum ada" } " " span.redup { "Isi " (pihak.letak) "." } }
            @else { strong { (pihak.pejabat.nama) } }
            br;
            @if pihak.pejabat.jabatan.is_empty() { span.redup { "Jabatan belum ada" } } @else { (awal) (pihak.pejabat.jabatan) }
        }
    }
}

fn tempat_cetak(k: &KonteksTahun, rencana: &Perencanaan) -> Markup {
    let tanggal = rencana.tanggal.as_deref().unwrap_or_default();
    let cetak = k.alamat("perencanaan/perjanjian/cetak");
    html! {
        h2 #cetak { "Cetak untuk ditandatangani" }
        div.kartu {
            @match &rencana.tanggal {
                Some(hari) => p { "Penanda tangan menurut pejabat pada " strong { (waktu::tanggal(hari)) } "." },
                None => p { "Tanggal perjanjian belum ditetapkan; pejabat yang ditampilkan adalah pejabat hari ini, dan tanggal dikosongkan pada formulir." },
            }
            dl.pasangan { (pihak("Pihak pertama", &rencana.pihak.pertama)) (pihak("Pihak kedua", &rencana.pihak.kedua)) }
            @if k.boleh(Tindakan::KelolaUnit) { p { a href=(format!("/kelola/unit/{}", k.unit())) { "Catat pejabat unit ini" } } }
            form method="get" action=(cetak) {
                div.isian.sempit {
                    label for="tanggal" { "Tanggal penandatanganan" }
                    input #tanggal type="date" name="tanggal" value=(tanggal) aria-describedby="tanggal-bantuan";
                    p.bantuan #tanggal-bantuan { "Kosongkan untuk memakai tanggal pada data satker." }
                }
                div.deretan {
                    button.tombol.utama type="submit" name="bentuk" value="pdf" { "Buka PDF" }
                    button.tombol type="submit" name="bentuk" value="docx" { "Unduh DOCX" }
                    button.tombol type="submit" name="bentuk" value="html" { "Baca di peramban" }
                    button.tombol type="submit" formaction=(k.alamat("perencanaan/perjanjian")) { "Lihat penanda tangan" }
                }
            }
            @if rencana.perjanjian.as_ref().is_none_or(|alur| alur.keadaan != app::Keadaan::Disahkan) {
                p.redup { "Selama perjanjian belum disahkan, cetakannya bertanda DRAF." }
            }
        }
    }
}

fn tabel_seksi(k: &KonteksTahun, rencana: &Perencanaan) -> Markup {
    if rencana.seksi.is_empty() {
        return html! {};
    }
    let alamat = |seksi: &str, bentuk: &str| {
        let tanggal = rencana.tanggal.as_deref().unwrap_or_default();
        k.alamat(&format!(
            "perencanaan/perjanjian/cetak?seksi={}&tanggal={}&bentuk={bentuk}",
            sandikan(seksi),
            sandikan(tanggal)
        ))
    };
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Bagian" } th.angka scope="col" { "Indikator" } th scope="col" { "Cetak" } } }
            tbody {
                @for (seksi, banyak) in &rencana.seksi {
                    tr {
                        th scope="row" { (seksi.nama) }
                        td.angka { (banyak) }
                        td { span.deretan {
                            a.tombol.kecil href=(alamat(&seksi.unit, "pdf")) { "PDF" span.tersembunyi { " " (seksi.nama) } }
                            a.tombol.kecil href=(alamat(&seksi.unit, "docx")) { "DOCX" span.tersembunyi { " " (seksi.nama) } }
                        } }
                    }
                }
            }
        }
    };
    html! {
        h2 { "Perjanjian bagian di bawah unit ini" }
        p.redup { "Indikator sebuah bagian adalah yang menyebutnya sebagai penanggung jawab pada rencana aksi." }
        (kotak_tabel("Perjanjian bagian", &tabel))
    }
}

fn riwayat(rencana: &Perencanaan) -> Markup {
    html! {
        h2 { "Versi perjanjian" }
        ol.versi {
            @for versi in &rencana.versi {
                li {
                    p {
                        strong { "Versi " (versi.nomor) } " "
                        @match &versi.disahkan {
                            Some(sah) => { span.tanda.baik { "Disahkan" } " " (waktu::pukul(sah.pada)) @if let Some(nama) = rencana.nama.get(&sah.oleh) { " oleh " (nama) } },
                            None => { span.tanda { "Sedang disusun" } },
                        }
                    }
                    @if !versi.alasan.is_empty() { p { "Alasan revisi: " (versi.alasan) } }
                    (perubahan(rencana, versi))
                }
            }
        }
    }
}

fn perubahan(rencana: &Perencanaan, versi: &VersiPerjanjian) -> Markup {
    if versi.perubahan.is_empty() {
        return html! {};
    }
    let isi =
        |teks: &str| html! { @if teks.is_empty() { span.redup { "(kosong)" } } @else { (teks) } };
    let tabel = html! {
        table {
            thead { tr { th scope="col" { "Baris" } th scope="col" { "Kolom" } th scope="col" { "Semula" } th scope="col" { "Menjadi" } th scope="col" { "Oleh dan kapan" } th scope="col" { "Alasan" } } }
            tbody {
                @for satu in &versi.perubahan {
                    tr {
                        td { (satu.baris) } td { (satu.kolom) } td { (isi(&satu.semula)) } td { (isi(&satu.menjadi)) }
                        td { @if let Some(nama) = rencana.nama.get(&satu.oleh) { (nama) ", " } (waktu::pukul(satu.pada)) }
                        td { (isi(&satu.alasan)) }
                    }
                }
            }
        }
    };
    html! { details open { summary { "Yang berubah dari versi sebelumnya" } (kotak_tabel(&format!("Perubahan versi {}", versi.nomor), &tabel)) } }
}
