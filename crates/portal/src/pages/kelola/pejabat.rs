//! Recording who holds a post, and withdrawing a record that was wrong.

use axum::extract::Path;
use axum::routing::get;
use axum::{Form, Router};
use maud::html;
use serde::Deserialize;

use app::{PejabatBaru, Tindakan};

use super::unit::sifat;
use super::{Formulir, dapat_diperbaiki, isi, masa};
use crate::Portal;
use crate::galat::{Galat, Hasil};
use crate::konteks::Konteks;
use crate::tampilan::{Isian, pilihan};

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(
            "/kelola/unit/{unit}/pejabat/baru",
            get(lihat_baru).post(simpan),
        )
        .route(
            "/kelola/unit/{unit}/pejabat/{id}/cabut",
            get(lihat_cabut).post(cabut),
        )
}

#[derive(Deserialize, Default)]
struct IsiPejabat {
    #[serde(default)]
    jabatan: String,
    #[serde(default)]
    sifat: String,
    #[serde(default)]
    nama: String,
    #[serde(default)]
    nip: String,
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
    #[serde(default)]
    alasan: String,
}

async fn lihat_baru(k: Konteks, Path(unit): Path<String>) -> Hasil {
    let nilai = IsiPejabat {
        dari: k.portal.app.hari_ini_di(&unit).await?,
        ..IsiPejabat::default()
    };
    formulir(&k, &unit, &nilai, None).await
}

async fn formulir(
    k: &Konteks,
    unit: &str,
    nilai: &IsiPejabat,
    galat: Option<&app::Error>,
) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    app.wajib_boleh(&pelaku, Tindakan::KelolaUnit, unit).await?;
    let mut jabatan: Vec<_> = app
        .daftar_pejabat(&pelaku, unit)
        .await?
        .into_iter()
        .map(|satu| satu.jabatan)
        .collect();
    jabatan.sort();
    jabatan.dedup();
    let daftar_sifat: Vec<_> = ["definitif", "plt", "plh"]
        .iter()
        .map(|kata| ((*kata).to_owned(), sifat(kata).to_owned()))
        .collect();
    let batal = format!("/kelola/unit/{unit}");
    let ke = format!("{batal}/pejabat/baru");
    let formulir = Formulir {
        judul: "Catat pejabat",
        keterangan: "Pejabat sementara (Plt. atau Plh.) menandatangani menggantikan pejabat definitif selama masanya.",
        ke: &ke,
        tombol: "Simpan",
        batal: &batal,
        bahaya: false,
    };
    let isian = html! {
        div.isian {
            label for="isian-jabatan" { "Jabatan" }
            input #isian-jabatan name="jabatan" type="text" value=(nilai.jabatan) required list="daftar-jabatan" autocomplete="off" aria-describedby="bantuan-jabatan";
            datalist #daftar-jabatan { @for satu in &jabatan { option value=(satu) {} } }
            p.bantuan #bantuan-jabatan { "Tulis sama persis untuk jabatan yang sama, misalnya \"Kepala Kantor\"." }
        }
        (pilihan("sifat", "Sifat", &daftar_sifat, &nilai.sifat))
        (Isian::teks("nama", "Nama lengkap dengan gelar", &nilai.nama).tampilkan())
        (Isian { wajib: false, ..Isian::teks("nip", "NIP", &nilai.nip) }.tampilkan())
        (Isian { jenis: "date", ..Isian::teks("dari", "Hari pertama", &nilai.dari) }.tampilkan())
        (Isian { jenis: "date", wajib: false, ..Isian::teks("sampai", "Hari terakhir", &nilai.sampai) }.tampilkan())
        (Isian { bantuan: "Misalnya nomor keputusan atau surat perintah.", wajib: false, ..Isian::teks("alasan", "Dasar", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "unit", galat, &isian).await
}

async fn simpan(k: Konteks, Path(unit): Path<String>, Form(nilai): Form<IsiPejabat>) -> Hasil {
    let baru = PejabatBaru {
        unit: unit.clone(),
        jabatan: nilai.jabatan.clone(),
        sifat: nilai.sifat.clone(),
        nama: nilai.nama.clone(),
        nip: isi(&nilai.nip),
        dari: nilai.dari.clone(),
        sampai: isi(&nilai.sampai),
        alasan: nilai.alasan.clone(),
    };
    match k.portal.app.catat_pejabat(&k.pelaku(), &baru).await {
        Ok(()) => Ok(k.kembali(&format!("/kelola/unit/{unit}"), "Pejabat sudah dicatat.")),
        Err(galat) if dapat_diperbaiki(&galat) => formulir(&k, &unit, &nilai, Some(&galat)).await,
        Err(lain) => Err(lain.into()),
    }
}

#[derive(Deserialize, Default)]
struct IsiCabut {
    #[serde(default)]
    alasan: String,
}

async fn lihat_cabut(k: Konteks, Path((unit, id)): Path<(String, String)>) -> Hasil {
    formulir_cabut(&k, &unit, &id, &IsiCabut::default(), None).await
}

async fn formulir_cabut(
    k: &Konteks,
    unit: &str,
    id: &str,
    nilai: &IsiCabut,
    galat: Option<&app::Error>,
) -> Hasil {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    app.wajib_boleh(&pelaku, Tindakan::KelolaUnit, unit).await?;
    let pejabat = app
        .daftar_pejabat(&pelaku, unit)
        .await?
        .into_iter()
        .find(|satu| satu.id == id)
        .ok_or(Galat::TidakAda)?;
    let batal = format!("/kelola/unit/{unit}");
    let ke = format!("{batal}/pejabat/{id}/cabut");
    let keterangan = format!(
        "{} sebagai {} {}. Cabut hanya catatan yang keliru; pejabat yang diganti tidak perlu dicabut, cukup catat penggantinya.",
        pejabat.nama,
        pejabat.jabatan,
        masa(&pejabat.dari, pejabat.sampai.as_deref())
    );
    let formulir = Formulir {
        judul: "Cabut catatan pejabat",
        keterangan: &keterangan,
        ke: &ke,
        tombol: "Cabut catatan",
        batal: &batal,
        bahaya: true,
    };
    let isian = html! {
        (Isian { bantuan: "Dicatat di jejak audit; jangan tulis nama orang.", ..Isian::teks("alasan", "Apa yang keliru", &nilai.alasan) }.tampilkan())
    };
    formulir.halaman(k, "unit", galat, &isian).await
}

async fn cabut(
    k: Konteks,
    Path((unit, id)): Path<(String, String)>,
    Form(nilai): Form<IsiCabut>,
) -> Hasil {
    let hasil = k
        .portal
        .app
        .cabut_pejabat(&k.pelaku(), &unit, &id, &nilai.alasan)
        .await;
    match hasil {
        Ok(()) => Ok(k.kembali(
            &format!("/kelola/unit/{unit}"),
            "Catatan pejabat sudah dicabut.",
        )),
        Err(galat) if dapat_diperbaiki(&galat) => {
            formulir_cabut(&k, &unit, &id, &nilai, Some(&galat)).await
        }
        Err(lain) => Err(lain.into()),
    }
}
