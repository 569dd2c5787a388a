//! The action plan: the targets of the quarters, what will be done, and who answers for it.

use app::{Perencanaan, Tindakan};
use axum::Router;
use axum::routing::{get, post};
use kinerja::Kode;
use kinerja::hasil::HasilRencanaAksi;
use kinerja::masukan::BarisRencanaAksi;
use maud::{Markup, html};

use super::{baca, bagian, ke_lembar, keadaan, nilai};
use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, alur, angka, judul, kosong, kotak_tabel};

const TRIWULAN: [&str; 4] = ["TW I", "TW II", "TW III", "TW IV"];

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/u/{unit}/{tahun}/perencanaan/rencana-aksi", get(lihat))
        .route(
            "/u/{unit}/{tahun}/perencanaan/rencana-aksi/siapkan",
            post(siapkan),
        )
}

async fn siapkan(k: KonteksTahun) -> Hasil {
    let app = &k.konteks.portal.app;
    let banyak = app
        .siapkan_rencana_aksi(&k.pelaku(), k.unit(), k.tahun())
        .await?;
    let pesan = if banyak == 0 {
        "Semua indikator sudah mempunyai baris rencana aksi.".to_owned()
    } else {
        format!("{banyak} baris rencana aksi disiapkan; isi target triwulannya.")
    };
    Ok(k.kembali(&k.alamat("perencanaan/rencana-aksi"), &pesan))
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let rencana = baca(&k, None).await?;
    let ada = !rencana.dibaca.hasil.rencana_aksi.is_empty();
    let tindakan = html! {
        (keadaan(rencana.rencana_aksi.as_ref()))
        @if ada { (ke_lembar(&k, "rencana_aksi", "Isi rencana aksi")) }
    };
    let isi = html! {
        (judul(&format!("Rencana aksi {}", k.tahun()), "Langkah setiap triwulan untuk mencapai target Perjanjian Kinerja.", &tindakan))
        (bagian(&k, "perencanaan/rencana-aksi"))
        @if ada { (tabel(&k, &rencana)) } @else {
            (kosong("Rencana aksi belum dibuat.", &html! {
                @if k.boleh(Tindakan::UbahRencana) { p { "Barisnya dapat disiapkan dari indikator Perjanjian Kinerja." } (tombol_siapkan(&k)) }
                @else { p { "Perencana unit ini dapat membuatnya." } }
            }))
        }
        @if ada && !rencana.kekurangan.is_empty() {
            h2 { "Yang masih kurang sebelum diajukan" }
            ul { @for satu in &rencana.kekurangan { li { (satu) } } }
            @if rencana.ada_tanpa_baris && k.boleh(Tindakan::UbahRencana) { (tombol_siapkan(&k)) }
        }
        @if let (true, Some(satu)) = (ada, &rencana.rencana_aksi) { (alur(&k.tempat, satu, &k.alamat("perencanaan/rencana-aksi"), "")) }
    };
    Ok(k.halaman("Rencana aksi", Menu::Perencanaan, &isi))
}

fn tombol_siapkan(k: &KonteksTahun) -> Markup {
    html! {
        form method="post" action=(k.alamat("perencanaan/rencana-aksi/siapkan")) {
            button.tombol.utama type="submit" { "Siapkan baris dari Perjanjian Kinerja" }
        }
    }
}

fn tabel(k: &KonteksTahun, rencana: &Perencanaan) -> Markup {
    let (masukan, hasil) = (&rencana.dibaca.masukan, &rencana.dibaca.hasil);
    let baris: Vec<(&BarisRencanaAksi, &HasilRencanaAksi)> = hasil
        .rencana_aksi
        .iter()
        .filter_map(|satu| Some((masukan.rencana_aksi.get(satu.baris)?, satu)))
        .collect();
    let sel = |kode: Option<&Kode>| {
        html! {
            @match kode {
                Some(kode) => (angka(&k.tempat, &nilai(&hasil.fakta, kode.as_str()))),
                None => span.redup { "–" },
            }
        }
    };
    let isi = html! {
        table {
            thead { tr {
                th scope="col" { "Indikator kinerja" } th.angka scope="col" { "Target setahun" }
                @for nama in TRIWULAN { th.angka scope="col" { (nama) } }
                th scope="col" { "Kegiatan" } th scope="col" { "Penanggung jawab" }
            } }
            tbody {
                @for (rencana, satu) in baris {
                    tr {
                        th scope="row" {
                            (rencana.no_sasaran) "." (rencana.no_indikator) " " (nama(masukan, rencana))
                            @if rencana.per_triwulan { " " span.tanda { "per triwulan" } }
                        }
                        td.angka { (sel(satu.target.as_ref())) }
                        @for kode in &satu.triwulan { td.angka { (sel(kode.as_ref())) } }
                        td.lebar { (rencana.kegiatan) }
                        td { @if rencana.penanggung_jawab.is_empty() { span.redup { "belum ditetapkan" } } @else { (rencana.penanggung_jawab) } }
                    }
                }
            }
        }
    };
    html! {
        (kotak_tabel("Rencana aksi", &isi))
        p.redup { "Angka triwulan dihitung sampai dengan akhir triwulan itu, kecuali baris bertanda \"per triwulan\", yang dijumlahkan setahun." }
    }
}

/// The indicator as the agreement names it.
fn nama<'a>(masukan: &'a kinerja::masukan::Masukan, rencana: &'a BarisRencanaAksi) -> &'a str {
    masukan
        .perjanjian
        .iter()
        .find(|janji| rencana.milik(janji))
        .map_or(rencana.indikator.as_str(), |janji| &janji.indikator)
}
