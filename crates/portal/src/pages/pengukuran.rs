//! Entering the year: where each indicator stands, the sheets, and handing in the realisasi.

use axum::Router;
use axum::routing::get;
use kinerja::hasil::HasilSurvei;
use maud::{Markup, html};
use store::Bukti;

use app::{Bagian, JenisAlur, KeteranganLembar, TahunDibaca};

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::pages::lembar::{alamat, fakta, kartu};
use crate::tampilan::{Menu, alur, angka, judul, kosong, kotak_tabel};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/pengukuran", get(lihat))
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let app = &k.konteks.portal.app;
    let (pelaku, unit, tahun) = (k.pelaku(), k.unit(), k.tahun());
    let dibaca = app.lihat_tahun(&pelaku, unit, tahun).await?;
    let bukti = app.daftar_bukti(&pelaku, unit, tahun).await?;
    let langkah = app.daftar_alur(&pelaku, unit, tahun).await?;
    let lembar = dibaca.daftar_lembar();
    let isi = html! {
        (judul("Pengukuran", "Nilai yang diisi kantor, dan realisasi yang dihitung darinya.", &html! {
            a.tombol href=(k.alamat("bukti")) { "Bukti" }
        }))
        @for satu in langkah.iter().filter(|satu| satu.jenis == JenisAlur::Realisasi) { (alur(&k.tempat, satu, &k.alamat("pengukuran"), "")) }
        h2 { "Indikator" }
        (indikator(&k, &dibaca, &bukti, &lembar))
        h2 { "Lembar pengukuran" }
        (daftar(&k, &lembar, Bagian::Pengukuran))
        h2 { "Data pendukung" }
        (daftar(&k, &lembar, Bagian::Pendukung))
    };
    Ok(k.halaman("Pengukuran", Menu::Pengukuran, &isi))
}

/// The sheets of one part as cards.
pub(crate) fn daftar(k: &KonteksTahun, lembar: &[KeteranganLembar], bagian: Bagian) -> Markup {
    html! { ul.kisi.daftar-lembar { @for satu in lembar.iter().filter(|satu| satu.bagian == bagian) { (kartu(k, satu)) } } }
}

fn indikator(
    k: &KonteksTahun,
    dibaca: &TahunDibaca,
    bukti: &[Bukti],
    lembar: &[KeteranganLembar],
) -> Markup {
    let ringkasan = dibaca.ringkasan();
    if ringkasan.indikator.is_empty() {
        return kosong(
            "Indikator belum ada. Tetapkan jenis kantor unit ini lebih dahulu.",
            &html! {},
        );
    }
    kotak_tabel(
        "Indikator",
        &html! {
            table {
                thead { tr { th scope="col" { "Indikator" } th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Capaian (%)" } th scope="col" { "Keadaan" } th scope="col" { "Bukti" } } }
                tbody { @for satu in &ringkasan.indikator {
                    @let jumlah = bukti.iter().filter(|bukti| bukti.kaitan.eq_ignore_ascii_case(&satu.kode)).count();
                    @let survei = lembar.iter().find(|lembar| lembar.indikator.as_deref() == Some(&satu.kode));
                    tr id=(format!("indikator-{}", satu.kode)) {
                        th scope="row" {
                            @match survei { Some(survei) => a href=(alamat(k, &survei.nama, "")) { (satu.kode) }, None => a href=(alamat(k, "indikator_tahunan", "")) { (satu.kode) } }
                            " " span.redup { (satu.nama) }
                        }
                        td.angka { (angka(&k.tempat, &satu.target)) }
                        td.angka { (angka(&k.tempat, &satu.realisasi)) }
                        td.angka { (angka(&k.tempat, &satu.capaian)) }
                        td { (satu.keadaan.sebutan())
                            @if !satu.bulan_kurang.is_empty() { br; span.tanda.sedang { "Responden kurang: " (satu.bulan_kurang.join(", ")) } }
                        }
                        td { a href=(k.alamat(&format!("bukti#bukti-{}", satu.kode))) {
                            @if jumlah == 0 { span.tanda.kurang { "Belum ada" } } @else { (jumlah) " berkas" }
                        } }
                    }
                } }
            }
        },
    )
}

/// What the survey of a sheet comes to, month by month; nothing where the sheet is no monthly survey of this year.
pub(crate) fn hasil_survei(
    k: &KonteksTahun,
    dibaca: &TahunDibaca,
    keterangan: &KeteranganLembar,
) -> Markup {
    let survei: Option<&HasilSurvei> = dibaca
        .hasil
        .indikator
        .iter()
        .find(|satu| keterangan.indikator.as_deref() == Some(&satu.profil.kode))
        .and_then(|satu| satu.survei.as_ref())
        .filter(|_| keterangan.skema.nama == "survei_bulanan");
    let Some(survei) = survei else {
        return html! {};
    };
    let nilai = |kode| angka(&k.tempat, &fakta(dibaca, kode));
    html! {
        section.kartu {
            h2 { "Hasil survei" }
            (kotak_tabel("Hasil survei per bulan", &html! {
                table.hasil-survei {
                    thead { tr { th scope="col" { "Bulan" } @for bulan in &survei.bulan { th.angka scope="col" { (kinerja::nama_bulan(bulan.bulan)) } } th.angka scope="col" { "Setahun" } } }
                    tbody {
                        tr { th scope="row" { "Responden" }
                            @for bulan in &survei.bulan {
                                @let kurang = survei.bulan_di_bawah_minimum.contains(&bulan.bulan);
                                td class=(if kurang { "angka kurang" } else { "angka" }) { (nilai(&bulan.responden)) @if kurang { br; span.tanda.kurang { "kurang" } } }
                            }
                            td.angka { strong { (nilai(&survei.responden)) } }
                        }
                        tr { th scope="row" { "Indeks dihitung" } @for bulan in &survei.bulan { td.angka { (nilai(&bulan.indeks)) } } td.angka { strong { (nilai(&survei.indeks)) } } }
                    }
                }
            }))
            dl.pasangan {
                @if let Some(minimum) = &survei.minimum { dt { "Responden paling sedikit tiap bulan" } dd { (nilai(minimum)) } }
                @if let Some(kategori) = &survei.kategori { dt { "Kategori" } dd { (nilai(kategori)) } }
                @if let Some(sampel) = &survei.sampel { dt { "Sampel paling sedikit menurut populasi" } dd { (nilai(&sampel.minimum)) } }
            }
        }
    }
}
