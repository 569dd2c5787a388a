//! Years: the list, opening one, and one year with its frozen definitions and its lock.

mod paket;

use axum::extract::{Path, Query};
use axum::routing::get;
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use store::Periode;

use app::Tindakan;

use super::{Formulir, dapat_diperbaiki, halaman, pilihan_unit, unit_kerja};
use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, judul, kosong, kotak_tabel};
use crate::waktu::pukul_di;

/// Most years that one page lists; the search finds the others.
const TERBANYAK: usize = 200;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola/tahun", get(daftar))
        .route("/kelola/tahun/buka", get(lihat_buka).post(buka))
        .route("/kelola/tahun/{unit}/{tahun}", get(lihat))
        .route(
            "/kelola/tahun/{unit}/{tahun}/kunci",
            get(lihat_kunci).post(kunci),
        )
        .merge(paket::routes())
}

#[derive(Deserialize, Default)]
struct Cari {
    #[serde(default)]
    cari: String,
}

fn tanda_kunci(periode: &Periode) -> Markup {
    html! { @if periode.dikunci.is_some() { span.tanda.sedang { "dikunci" } } @else { span.tanda.baik { "terbuka" } } }
}

async fn daftar(k: Konteks, Query(cari): Query<Cari>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let boleh = app.tindakan_di_mana_pun(&pelaku).await?;
    let kata = cari.cari.trim().to_lowercase();
    let semua = app.daftar_tahun(&pelaku).await?;
    let cocok: Vec<_> = semua
        .iter()
        .filter(|satu| {
            satu.unit.nama.to_lowercase().contains(&kata) || satu.periode.tahun.to_string() == kata
        })
        .collect();
    let isi = html! {
        (judul("Tahun", "Setiap unit membuka tahunnya sendiri; saat dibuka, definisi indikatornya dibekukan.", &html! {
            @if boleh.contains(&Tindakan::BukaTahun) { a.tombol.utama href="/kelola/tahun/buka" { "Buka tahun" } }
            @if boleh.contains(&Tindakan::ImporEkspor) { a.tombol href="/kelola/tahun/impor" { "Masukkan paket" } }
        }))
        @if semua.is_empty() {
            (kosong("Belum ada tahun yang dibuka pada unit yang dapat Anda lihat.", &html! {
                @if boleh.contains(&Tindakan::BukaTahun) { p { a.tombol.utama href="/kelola/tahun/buka" { "Buka tahun pertama" } } }
            }))
        } @else {
            form.cari method="get" action="/kelola/tahun" role="search" {
                label for="cari" { "Nama unit atau tahun" }
                input #cari type="search" name="cari" value=(cari.cari);
                button.tombol type="submit" { "Cari" }
            }
            (kotak_tabel("Tahun", &html! {
                table {
                    thead { tr { th scope="col" { "Unit" } th scope="col" { "Tahun" } th scope="col" { "Keadaan" } th scope="col" { "Sidik definisi" } } }
                    tbody { @for satu in cocok.iter().take(TERBANYAK) {
                        tr {
                            th scope="row" { (satu.unit.nama) }
                            td { a href=(format!("/kelola/tahun/{}/{}", satu.unit.unit, satu.periode.tahun)) { (satu.periode.tahun) } }
                            td { (tanda_kunci(&satu.periode)) }
                            td { code { (satu.periode.sidik.as_deref().and_then(|sidik| sidik.get(..16)).unwrap_or("–")) } }
                        }
                    } }
                }
            }))
            @if cocok.len() > TERBANYAK { p.redup { "Ditampilkan " (TERBANYAK) " dari " (cocok.len()) "; gunakan pencarian." } }
            @if cocok.is_empty() { p { "Tidak ada yang cocok." } }
        }
    };
    halaman(&k, "Tahun", "tahun", &isi).await
}

#[derive(Deserialize, Default)]
struct IsiBuka {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    tahun: String,
}

async fn lihat_buka(k: Konteks, Query(nilai): Query<IsiBuka>) -> Hasil {
    formulir_buka(&k, &nilai, None).await
}

async fn formulir_buka(k: &Konteks, nilai: &IsiBuka, galat: Option<&app::Error>) -> Hasil {
    let (unit, semua) = unit_kerja(k, Tindakan::BukaTahun, &nilai.unit).await?;
    let hari_ini = k.portal.app.hari_ini_di(&unit.unit).await?;
    let tahun_ini = hari_ini.get(..4).unwrap_or_default().to_owned();
    let tahun = if nilai.tahun.is_empty() {
        &tahun_ini
    } else {
        &nilai.tahun
    };
    let formulir = Formulir {
        judul: "Buka tahun",
        keterangan: "Lembar isian disiapkan menurut jenis kantor, dan definisi, cara ukur, arah, serta satuan indikator dibekukan seperti keadaannya sekarang.",
        ke: "/kelola/tahun/buka",
        tombol: "Buka tahun",
        batal: "/kelola/tahun",
        bahaya: false,
    };
    let isian = html! {
        (pilihan_unit("unit", "Unit", &semua, &unit.unit))
        (Isian { jenis: "number", ..Isian::teks("tahun", "Tahun anggaran", tahun) }.tampilkan())
    };
    formulir.halaman(k, "tahun", galat, &isian).await
}

async fn buka(k: Konteks, Form(nilai): Form<IsiBuka>) -> Hasil {
    let hasil = match nilai.tahun.trim().parse::<i64>() {
        Ok(tahun) => k
            .portal
            .app
            .buka_tahun(&k.pelaku(), &nilai.unit, tahun)
            .await
            .map(|()| tahun),
        Err(_) => Err(app::Error::Isian(format!(
            "\"{}\" bukan tahun anggaran",
            nilai.tahun.trim()
        ))),
    };
    match hasil {
        Ok(tahun) => Ok(k.kembali(
            &format!("/kelola/tahun/{}/{tahun}", nilai.unit),
            "Tahun sudah dibuka dan definisinya dibekukan.",
        )),
        Err(galat) if dapat_diperbaiki(&galat) => formulir_buka(&k, &nilai, Some(&galat)).await,
        Err(lain) => Err(lain.into()),
    }
}

/// A year of a unit that the person may see, with the name of the unit and what may be done there.
struct Tahun {
    nama: String,
    periode: Periode,
    boleh: std::collections::BTreeSet<Tindakan>,
}

async fn tahun(k: &Konteks, unit: &str, tahun: i64) -> Hasil<Tahun> {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    app.wajib_boleh(&pelaku, Tindakan::Lihat, unit).await?;
    let satu = app
        .tahun_unit(&pelaku, unit)
        .await?
        .ok_or(Galat::TidakAda)?;
    let periode = satu
        .periode
        .into_iter()
        .find(|periode| periode.tahun == tahun)
        .ok_or(Galat::TidakAda)?;
    Ok(Tahun {
        nama: satu.unit.nama,
        periode,
        boleh: satu.boleh,
    })
}

async fn lihat(k: Konteks, Path((unit, nomor)): Path<(String, i64)>) -> Hasil {
    let app = &k.portal.app;
    let satu = tahun(&k, &unit, nomor).await?;
    let zona = app.zona(&unit).await?;
    let oleh = app.nama_orang(&satu.periode.oleh).await?;
    let alamat = |ekor: &str| format!("/kelola/tahun/{unit}/{nomor}{ekor}");
    let dikunci = satu.periode.dikunci.is_some();
    let perlu = if dikunci {
        Tindakan::BukaKoreksi
    } else {
        Tindakan::Sahkan
    };
    let teks_judul = format!("Tahun {nomor}");
    let isi = html! {
        (judul(&teks_judul, &satu.nama, &html! {
            a.tombol.utama href=(format!("/u/{unit}/{nomor}/dasbor")) { "Buka dasbor" }
            @if satu.boleh.contains(&Tindakan::ImporEkspor) {
                a.tombol href=(alamat("/paket.xlsx")) download { "Unduh sebagai paket XLSX" }
                @if !dikunci { a.tombol href=(format!("/kelola/tahun/impor?unit={unit}")) { "Masukkan paket" } }
            }
            @if satu.boleh.contains(&perlu) { a.tombol href=(alamat("/kunci")) { @if dikunci { "Buka kunci" } @else { "Kunci tahun" } } }
        }))
        div.kartu {
            dl.pasangan {
                dt { "Keadaan" } dd { (tanda_kunci(&satu.periode)) @if let Some(pada) = satu.periode.dikunci { " sejak " (pukul_di(&zona, pada)) } }
                dt { "Dibuka" } dd { (pukul_di(&zona, satu.periode.dibuka)) " oleh " (oleh) }
                (sidik(&satu.periode))
            }
        }
        h2 { "Definisi yang dibekukan" }
        (definisi(satu.periode.beku.as_deref()))
    };
    halaman(&k, &teks_judul, "tahun", &isi).await
}

/// The hash of the definitions, and whether they still have it.
fn sidik(periode: &Periode) -> Markup {
    html! {
        @if let (Some(beku), Some(sidik)) = (&periode.beku, &periode.sidik) {
            dt { "Sidik definisi" }
            dd {
                code.sidik { (sidik) } br;
                @if store::sidik_dari(beku.as_bytes()) == *sidik { span.tanda.baik { "cocok dengan isinya" } }
                @else { span.tanda.kurang { "tidak cocok dengan isinya" } }
            }
        }
    }
}

/// A definition as it was frozen.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Definisi {
    kode: String,
    nama: String,
    definisi: String,
    cara_ukur: String,
    arah: String,
    satuan: String,
    presisi: u32,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Beku {
    indikator: Vec<Definisi>,
}

fn definisi(beku: Option<&str>) -> Markup {
    let beku: Beku = beku
        .and_then(|teks| serde_json::from_str(teks).ok())
        .unwrap_or_default();
    if beku.indikator.is_empty() {
        return kosong("Tidak ada definisi yang dibekukan.", &html! {});
    }
    html! {
        @for satu in &beku.indikator {
            details.kartu.definisi {
                summary { strong { (satu.kode) } " " (satu.nama) }
                dl.pasangan {
                    dt { "Definisi" } dd { (satu.definisi) }
                    dt { "Cara ukur" } dd { (satu.cara_ukur) }
                    dt { "Arah" } dd { (super::instrumen::arah(&satu.arah)) }
                    dt { "Satuan" } dd { (satu.satuan) ", " (satu.presisi) " angka di belakang koma" }
                }
            }
        }
    }
}

#[derive(Deserialize, Default)]
struct IsiKunci {
    #[serde(default)]
    kunci: String,
    #[serde(default)]
    alasan: String,
}

async fn lihat_kunci(k: Konteks, Path((unit, nomor)): Path<(String, i64)>) -> Hasil {
    formulir_kunci(&k, &unit, nomor, &IsiKunci::default(), None).await
}

async fn formulir_kunci(
    k: &Konteks,
    unit: &str,
    nomor: i64,
    nilai: &IsiKunci,
    galat: Option<&app::Error>,
) -> Hasil {
    let satu = tahun(k, unit, nomor).await?;
    let dikunci = satu.periode.dikunci.is_some();
    let perlu = if dikunci {
        Tindakan::BukaKoreksi
    } else {
        Tindakan::Sahkan
    };
    k.portal.app.wajib_boleh(&k.pelaku(), perlu, unit).await?;
    let batal = format!("/kelola/tahun/{unit}/{nomor}");
    let ke = format!("{batal}/kunci");
    let (kata, keterangan) = if dikunci {
        (
            "Buka kunci tahun",
            "Isian tahun ini dapat diubah lagi sampai dikunci kembali.",
        )
    } else {
        (
            "Kunci tahun",
            "Isian tahun ini tidak dapat diubah lagi oleh siapa pun sampai kuncinya dibuka.",
        )
    };
    let formulir = Formulir {
        judul: kata,
        keterangan,
        ke: &ke,
        tombol: kata,
        batal: &batal,
        bahaya: true,
    };
    let isian = html! {
        p { (satu.nama) ", tahun " (nomor) }
        input type="hidden" name="kunci" value=(if dikunci { "buka" } else { "kunci" });
        (Isian { bantuan: "Dicatat di jejak audit; jangan tulis nama orang.", ..Isian::teks("alasan", "Alasan", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "tahun", galat, &isian).await
}

async fn kunci(
    k: Konteks,
    Path((unit, nomor)): Path<(String, i64)>,
    Form(nilai): Form<IsiKunci>,
) -> Hasil {
    let mengunci = nilai.kunci == "kunci";
    let hasil = k
        .portal
        .app
        .kunci_tahun(&k.pelaku(), &unit, nomor, mengunci, &nilai.alasan)
        .await;
    match hasil {
        Ok(()) => {
            let pesan = if mengunci {
                "Tahun sudah dikunci."
            } else {
                "Kunci tahun sudah dibuka."
            };
            Ok(k.kembali(&format!("/kelola/tahun/{unit}/{nomor}"), pesan))
        }
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_kunci(&k, &unit, nomor, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}
