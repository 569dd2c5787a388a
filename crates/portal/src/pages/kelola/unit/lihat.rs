//! One unit: what it is, who signs on a day, who held its posts, and what it was.

use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use maud::{Markup, html};
use store::{Pejabat, VersiUnit};

use app::{PenandaTangan, Tindakan, Zona};

use super::{Pada, sebutan_tingkat};
use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat};
use crate::konteks::Konteks;
use crate::pages::kelola::{halaman, isi, masa};
use crate::tampilan::{judul, kosong, kotak_tabel, pesan_galat};
use crate::waktu::{pukul_di, tanggal};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/kelola/unit/{unit}", get(lihat))
}

/// The nature of a post in words.
pub(in crate::pages::kelola) fn sifat(kata: &str) -> &str {
    match kata {
        "definitif" => "Definitif",
        "plt" => "Pelaksana tugas (Plt.)",
        "plh" => "Pelaksana harian (Plh.)",
        lain => lain,
    }
}

async fn lihat(k: Konteks, Path(unit): Path<String>, Query(pada): Query<Pada>) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    app.wajib_boleh(&pelaku, Tindakan::KelolaUnit, &unit)
        .await?;
    let riwayat = app.riwayat_unit(&pelaku, &unit).await?;
    let zona = app.zona(&unit).await?;
    let hari_ini = zona.hari(app.kini());
    // What holds today, or what is to come, or what was last.
    let berlaku = berlaku_pada(&riwayat, &hari_ini);
    let kini = berlaku.or(riwayat.last()).ok_or(Galat::TidakAda)?;
    let hari = isi(&pada.hari).unwrap_or_else(|| hari_ini.clone());
    let (penanda, galat) = match app.daftar_penanda_tangan(&pelaku, &unit, &hari).await {
        Ok(daftar) => (daftar, None),
        Err(galat @ app::Error::Isian(_)) => (Vec::new(), Some(kalimat(&galat))),
        Err(lain) => return Err(lain.into()),
    };
    let pejabat = app.daftar_pejabat(&pelaku, &unit).await?;
    let induk = match &kini.induk {
        Some(induk) => app
            .riwayat_unit(&pelaku, induk)
            .await
            .ok()
            .and_then(|mut versi| versi.pop())
            .map(|induk| induk.nama),
        None => None,
    };
    let nama = app
        .nama_semua(riwayat.iter().map(|versi| versi.oleh.as_str()))
        .await?;
    let alamat = |ekor: &str| format!("/kelola/unit/{unit}/{ekor}");
    let tutup = kini.aktif == 0;
    let tindakan = html! {
        a.tombol.utama href=(alamat("ubah")) { @if tutup { "Buka kembali" } @else { "Ubah mulai suatu hari" } }
        @if !tutup {
            a.tombol href=(format!("/kelola/unit/baru?induk={unit}")) { "Unit di bawahnya" }
            @if kini.induk.is_some() { a.tombol.bahaya href=(alamat("tutup")) { "Tutup unit" } }
        }
        a.tombol href=(format!("/kelola/hak?unit={unit}")) { "Hak di unit ini" }
    };
    let isi = html! {
        (judul(&kini.nama, if tutup { "Unit ini sudah ditutup." } else { "" }, &tindakan))
        div.kartu { (keterangan(&k, kini, induk.as_deref(), &zona)) }
        h2 #penanda-tangan { "Siapa yang menandatangani?" }
        (pesan_galat(galat.as_deref()))
        form.cari method="get" action=(format!("/kelola/unit/{unit}#penanda-tangan")) {
            label for="hari" { "Pada tanggal" }
            input.tanggal #hari type="date" name="hari" value=(hari);
            button.tombol type="submit" { "Jawab" }
        }
        (jawaban(&penanda, &hari))
        h2 { "Pemangku jabatan" }
        p { a.tombol href=(alamat("pejabat/baru")) { "Catat pejabat" } }
        (tabel_pejabat(&pejabat, &unit))
        h2 { "Riwayat unit" }
        (tabel_riwayat(&riwayat, &hari_ini, &zona, &nama))
    };
    halaman(&k, &kini.nama, "unit", &isi).await
}

/// The version that holds on a day: the one that began last, then the one recorded last.
fn berlaku_pada<'a>(riwayat: &'a [VersiUnit], hari: &str) -> Option<&'a VersiUnit> {
    riwayat
        .iter()
        .filter(|versi| versi.dari.as_str() <= hari)
        .max_by(|a, b| (&a.dari, a.versi).cmp(&(&b.dari, b.versi)))
}

fn keterangan(k: &Konteks, unit: &VersiUnit, induk: Option<&str>, zona: &Zona) -> Markup {
    let profil = unit
        .profil
        .as_deref()
        .and_then(|id| k.portal.app.hukum.profil(id));
    html! {
        dl.pasangan {
            dt { "Tingkat" } dd { (sebutan_tingkat(&unit.tingkat)) }
            dt { "Di bawah" } dd { @match (&unit.induk, induk) {
                (Some(id), Some(nama)) => a href=(format!("/kelola/unit/{id}")) { (nama) },
                _ => "puncak susunan",
            } }
            dt { "Jenis kantor" } dd { @match profil { Some(profil) => (profil.nama), None => "tidak melapor sendiri" } }
            dt { "Kode satuan kerja" } dd { (unit.kode.as_deref().unwrap_or("–")) }
            dt { "Wilayah waktu" } dd { (zona.nama) " (" (zona.kata) ")" @if unit.zona.is_none() { span.redup { @if unit.induk.is_some() { ", mengikuti unit di atasnya" } @else { ", bawaan" } } } }
        }
    }
}

fn jawaban(penanda: &[PenandaTangan], hari: &str) -> Markup {
    html! {
        @if penanda.is_empty() {
            p.redup { "Belum ada pejabat yang dicatat, jadi belum dapat dijawab." }
        } @else {
            ul.jawaban { @for satu in penanda {
                li {
                    (satu.jabatan) " pada " (tanggal(hari)) ": "
                    @match &satu.pejabat {
                        Some(pejabat) => {
                            strong { (pejabat.nama) }
                            @if let Some(nip) = &pejabat.nip { ", NIP " (nip) }
                            " (" (sifat(&pejabat.sifat)) ", " (masa(&pejabat.dari, pejabat.sampai.as_deref())) ")"
                        }
                        None => strong.kurang { "tidak ada pejabat pada hari itu" },
                    }
                }
            } }
        }
    }
}

fn tabel_pejabat(pejabat: &[Pejabat], unit: &str) -> Markup {
    if pejabat.is_empty() {
        return kosong(
            "Belum ada pejabat. Catat pemangku jabatan agar nama yang benar tercetak pada perjanjian dan laporan.",
            &html! {},
        );
    }
    kotak_tabel(
        "Pemangku jabatan",
        &html! {
            table {
                thead { tr { th scope="col" { "Jabatan" } th scope="col" { "Nama" } th scope="col" { "Sifat" } th scope="col" { "Masa" } th scope="col" { "Dasar" } th scope="col" { span.tersembunyi { "Tindakan" } } } }
                tbody { @for satu in pejabat.iter().rev() {
                    tr {
                        th scope="row" { (satu.jabatan) }
                        td { (satu.nama) @if let Some(nip) = &satu.nip { br; span.redup { "NIP " (nip) } } }
                        td { (sifat(&satu.sifat)) }
                        td { (masa(&satu.dari, satu.sampai.as_deref())) }
                        td { (satu.alasan) }
                        td { a.tombol.kecil href=(format!("/kelola/unit/{unit}/pejabat/{}/cabut", satu.id)) aria-label=(format!("Cabut catatan {}", satu.nama)) { "Cabut" } }
                    }
                } }
            }
        },
    )
}

fn tabel_riwayat(
    riwayat: &[VersiUnit],
    hari_ini: &str,
    zona: &Zona,
    nama: &std::collections::BTreeMap<String, String>,
) -> Markup {
    let berlaku = berlaku_pada(riwayat, hari_ini).map(|versi| versi.versi);
    kotak_tabel(
        "Riwayat unit",
        &html! {
            table {
                thead { tr { th scope="col" { "Mulai" } th scope="col" { "Nama" } th scope="col" { "Tingkat" } th scope="col" { "Keadaan" } th scope="col" { "Dasar" } th scope="col" { "Dicatat" } } }
                tbody { @for versi in riwayat.iter().rev() {
                    tr {
                        th scope="row" { (tanggal(&versi.dari)) }
                        td { (versi.nama) }
                        td { (sebutan_tingkat(&versi.tingkat)) }
                        td {
                            @if versi.aktif == 0 { span.tanda.kurang { "ditutup" } " " }
                            @if Some(versi.versi) == berlaku { span.tanda.baik { "berlaku hari ini" } }
                            @else if versi.dari.as_str() > hari_ini { span.tanda.sedang { "akan datang" } }
                        }
                        td { (versi.alasan) }
                        td { (pukul_di(zona, versi.pada)) br; span.redup { (nama.get(&versi.oleh).map_or("", String::as_str)) } }
                    }
                } }
            }
        },
    )
}
