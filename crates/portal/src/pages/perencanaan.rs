//! Plans: the targets of the strategic plan, the agreement, the action plan, and all of them as a tree.

mod perjanjian;
mod pohon;
mod rencana_aksi;

use app::{AlurTahun, Perencanaan, Tindakan};
use axum::Router;
use axum::routing::get;
use kinerja::{DaftarFakta, Fakta};
use maud::{Markup, html};

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, angka, judul, kosong, kotak_tabel, tanda_keadaan};

/// The pages of this part: word in the address, name.
const BAGIAN: [(&str, &str); 4] = [
    ("perencanaan", "Renstra"),
    ("perencanaan/perjanjian", "Perjanjian Kinerja"),
    ("perencanaan/rencana-aksi", "Rencana aksi"),
    ("perencanaan/pohon", "Pohon kinerja"),
];

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/perencanaan", get(renstra))
        .merge(perjanjian::routes())
        .merge(rencana_aksi::routes())
        .merge(pohon::routes())
}

/// The plans of the year of the address.
async fn baca(k: &KonteksTahun, tanggal: Option<&str>) -> Hasil<Perencanaan> {
    let app = &k.konteks.portal.app;
    Ok(app
        .perencanaan(&k.pelaku(), k.unit(), k.tahun(), tanggal)
        .await?)
}

/// The way between the pages of this part.
fn bagian(k: &KonteksTahun, kini: &str) -> Markup {
    html! {
        nav.subnav aria-label="Bagian perencanaan" {
            @for (ekor, nama) in BAGIAN {
                a href=(k.alamat(ekor)) aria-current=[(ekor == kini).then_some("page")] { (nama) }
            }
        }
    }
}

/// A fakta with its unit, and its code; a dash for one that has no value.
fn nilai(daftar: &DaftarFakta, kode: &str) -> (String, String) {
    let teks = daftar
        .get(kode)
        .and_then(Fakta::tampil_bersatuan)
        .unwrap_or_else(|| "–".to_owned());
    (teks, kode.to_owned())
}

/// Where a flow stands.
fn keadaan(alur: Option<&AlurTahun>) -> Markup {
    html! { @if let Some(alur) = alur { (tanda_keadaan(alur.keadaan)) } }
}

/// The way to the sheet where something is entered, for who may enter it.
fn ke_lembar(k: &KonteksTahun, lembar: &str, sebutan: &str) -> Markup {
    let tindakan = match lembar {
        "perjanjian_kinerja" | "rencana_aksi" => Tindakan::UbahRencana,
        _ => Tindakan::IsiNilai,
    };
    html! {
        @if k.boleh(tindakan) { a.tombol href=(k.alamat(&format!("lembar/{lembar}"))) { (sebutan) } }
    }
}

async fn renstra(k: KonteksTahun) -> Hasil {
    let rencana = baca(&k, None).await?;
    let satker = &rencana.dibaca.masukan.satker;
    let tindakan = ke_lembar(&k, "indikator_tahunan", "Isi target Renstra");
    let isi = html! {
        (judul(&format!("Perencanaan {}", k.tahun()), "Target jangka menengah, perjanjian setahun, dan langkah setiap triwulan.", &tindakan))
        (bagian(&k, "perencanaan"))
        div.kisi {
            section.kartu {
                h2 { a href=(k.alamat("perencanaan/perjanjian")) { "Perjanjian Kinerja" } }
                p { (keadaan(rencana.perjanjian.as_ref())) }
                @if let Some(versi) = rencana.versi.first() { p.redup { "Versi " (versi.nomor) } }
            }
            section.kartu {
                h2 { a href=(k.alamat("perencanaan/rencana-aksi")) { "Rencana aksi" } }
                p { (keadaan(rencana.rencana_aksi.as_ref())) }
                p.redup { @if rencana.kekurangan.is_empty() { "Target keempat triwulan sudah lengkap." } @else { "Belum lengkap." } }
            }
            section.kartu {
                h2 { a href=(k.alamat("perencanaan/pohon")) { "Pohon kinerja" } }
                p.redup { "Dari sasaran unit di atas sampai indikator, anggaran, dan penanggung jawab." }
            }
        }
        h2 { "Target menurut Rencana Strategis" }
        @if !satker.dokumen_renstra.is_empty() { p.redup { (satker.dokumen_renstra) } }
        (tabel_renstra(&k, &rencana))
    };
    Ok(k.halaman("Perencanaan", Menu::Perencanaan, &isi))
}

/// Every year of the plan has its column; a year of which the data say nothing has a dash.
fn tabel_renstra(k: &KonteksTahun, rencana: &Perencanaan) -> Markup {
    let (masukan, hasil) = (&rencana.dibaca.masukan, &rencana.dibaca.hasil);
    let satker = &masukan.satker;
    let mut tahun: Vec<i16> = match (satker.tahun_awal_renstra, satker.tahun_akhir_renstra) {
        (Some(awal), Some(akhir)) => (awal..=akhir).collect(),
        _ => masukan.indikator.iter().map(|baris| baris.tahun).collect(),
    };
    tahun.sort_unstable();
    tahun.dedup();
    if hasil.indikator.is_empty() || tahun.is_empty() {
        return kosong(
            "Belum ada indikator dengan target Renstra.",
            &html! { p { (ke_lembar(k, "indikator_tahunan", "Isi target Renstra")) } },
        );
    }
    let kelas = |satu: i16| {
        if satu == hasil.tahun {
            "angka kini"
        } else {
            "angka"
        }
    };
    let tabel = html! {
        table {
            thead { tr {
                th scope="col" { "Indikator kinerja" }
                th scope="col" { "Satuan" }
                @for satu in &tahun { th class=(kelas(*satu)) scope="col" { (satu) @if *satu == hasil.tahun { span.tersembunyi { " (tahun ini)" } } } }
            } }
            tbody {
                @for indikator in &hasil.indikator {
                    tr {
                        th scope="row" { (indikator.profil.nama) }
                        td { (indikator.profil.satuan) }
                        @for satu in &tahun { td class=(kelas(*satu)) { (target_renstra(k, hasil, &indikator.awalan, *satu)) } }
                    }
                }
            }
        }
    };
    kotak_tabel("Target menurut Rencana Strategis", &tabel)
}

fn target_renstra(k: &KonteksTahun, hasil: &kinerja::Hasil, awalan: &str, tahun: i16) -> Markup {
    let kode = format!("{awalan}.{tahun}.target");
    match hasil.fakta.get(&kode).and_then(Fakta::tampil) {
        Some(teks) => angka(&k.tempat, &(teks, kode)),
        None => html! { span.redup { "–" } },
    }
}
