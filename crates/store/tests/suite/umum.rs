//! A fresh store on each database.

use std::fs::File;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use store::{FolderBukti, Peristiwa, Store, VersiUnit};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where `cargo xtask test` says that PostgreSQL runs.
pub const POSTGRES: &str = "CERMAT_UJI_POSTGRES";

pub struct Tempat {
    pub store: Store,
    pub bukti: FolderBukti,
    pub folder: TempDir,
    pub url: Option<String>,
}

pub async fn sqlite() -> Tempat {
    let folder = tempfile::tempdir().unwrap();
    Tempat {
        store: Store::open_embedded(&folder.path().join("cermat.db"))
            .await
            .unwrap(),
        bukti: FolderBukti::new(folder.path().join("bukti")),
        folder,
        url: None,
    }
}

/// A schema of its own on the server; none where no server was named, which a bare `cargo test` says aloud.
pub async fn postgres() -> Option<Tempat> {
    let Some(dasar) = std::env::var_os(POSTGRES) else {
        eprintln!("{POSTGRES} tidak ada: uji ini tidak dijalankan pada PostgreSQL");
        return None;
    };
    static NOMOR: AtomicU32 = AtomicU32::new(0);
    let dasar = dasar.into_string().unwrap();
    let skema = format!(
        "uji_{}_{}",
        std::process::id(),
        NOMOR.fetch_add(1, Ordering::Relaxed)
    );
    let mut sambungan = PgConnection::connect(&dasar).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("CREATE SCHEMA {skema}")))
        .execute(&mut sambungan)
        .await
        .unwrap();
    let url = format!("{dasar}?options[search_path]={skema}");
    let folder = tempfile::tempdir().unwrap();
    Some(Tempat {
        store: Store::open_server(&url).await.unwrap(),
        bukti: FolderBukti::new(folder.path().join("bukti")),
        folder,
        url: Some(url),
    })
}

/// Makes one test of each claim for each database.
macro_rules! pada_keduanya {
    ($($(#[$meta:meta])* async fn $nama:ident($tempat:ident) $isi:block)*) => {$(
        mod $nama {
            #[allow(unused_imports, reason = "a claim uses what it needs of its file, which may be nothing")]
            use super::*;
            async fn klaim($tempat: $crate::umum::Tempat) $isi
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                klaim($crate::umum::sqlite().await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(tempat) = $crate::umum::postgres().await {
                    klaim(tempat).await;
                }
            }
        }
    )*};
}
pub(crate) use pada_keduanya;

pub fn peristiwa(tindakan: &str) -> Peristiwa {
    Peristiwa {
        pada: 1_700_000_000_000_000,
        pelaku: "orang-1".to_owned(),
        tindakan: tindakan.to_owned(),
        unit: "u".to_owned(),
        objek: String::new(),
        hasil: "berhasil".to_owned(),
        rincian: String::new(),
    }
}

pub fn unit(id: &str, nama: &str, induk: Option<&str>) -> VersiUnit {
    VersiUnit {
        unit: id.to_owned(),
        versi: 0,
        dari: "2020-01-01".to_owned(),
        nama: nama.to_owned(),
        tingkat: "kantor".to_owned(),
        profil: None,
        kode: None,
        induk: induk.map(str::to_owned),
        aktif: 1,
        oleh: "orang-1".to_owned(),
        pada: 1,
        alasan: "uji".to_owned(),
        zona: None,
    }
}

/// Runs one command past the store, as somebody with the database in hand would.
pub async fn jalankan(tempat: &Tempat, sql: &'static str) -> sqlx::Result<()> {
    match &tempat.url {
        Some(url) => {
            let mut sambungan = PgConnection::connect(url).await?;
            sqlx::query(sql).execute(&mut sambungan).await?;
        }
        None => {
            let berkas = tempat.folder.path().join("cermat.db");
            let mut sambungan =
                sqlx::SqliteConnection::connect(&format!("sqlite://{}", berkas.display())).await?;
            sqlx::query(sql).execute(&mut sambungan).await?;
        }
    }
    Ok(())
}

/// Opens the same database again, as a new process would.
pub async fn buka_lagi(tempat: &Tempat) -> Store {
    match &tempat.url {
        Some(url) => Store::open_server(url).await.unwrap(),
        None => Store::open_embedded(&tempat.folder.path().join("cermat.db"))
            .await
            .unwrap(),
    }
}

/// Rewrites a backup with other words in one of its files, as somebody who knows the form would.
pub fn ubah_cadangan(berkas: &Path, nama: &str, semula: &str, menjadi: &str) {
    let mut lama = ZipArchive::new(File::open(berkas).unwrap()).unwrap();
    let mut baru = ZipWriter::new(Cursor::new(Vec::new()));
    for nomor in 0..lama.len() {
        let mut isi = Vec::new();
        let mut satu = lama.by_index(nomor).unwrap();
        satu.read_to_end(&mut isi).unwrap();
        let dibaca = satu.name().unwrap().into_owned();
        if dibaca == nama {
            let teks = String::from_utf8(isi).unwrap();
            assert!(teks.contains(semula));
            isi = teks.replace(semula, menjadi).into_bytes();
        }
        baru.start_file(dibaca, SimpleFileOptions::default())
            .unwrap();
        baru.write_all(&isi).unwrap();
    }
    std::fs::write(berkas, baru.finish().unwrap().into_inner()).unwrap();
}

/// Makes a backup one of the first form, without the tables that came later and without this one.
pub fn jadikan_cadangan_lama(berkas: &Path, tanpa: &str) {
    let lama = [
        "unit",
        "unit_versi",
        "orang",
        "hak",
        "pejabat",
        "periode",
        "lembar",
        "baris",
        "sel",
        "sel_versi",
        "komentar",
        "alur",
        "alur_langkah",
        "bukti",
        "audit",
    ];
    let ada = |nama: &str| lama.contains(&nama) && nama != tanpa;
    let tabel = |nama: &str| {
        nama.strip_prefix("tabel/")
            .and_then(|nama| nama.strip_suffix(".jsonl"))
            .map(str::to_owned)
    };
    let mut zip = ZipArchive::new(File::open(berkas).unwrap()).unwrap();
    let mut baru = ZipWriter::new(Cursor::new(Vec::new()));
    for nomor in 0..zip.len() {
        let mut isi = Vec::new();
        let mut satu = zip.by_index(nomor).unwrap();
        satu.read_to_end(&mut isi).unwrap();
        let nama = satu.name().unwrap().into_owned();
        if tabel(&nama).is_some_and(|nama| !ada(&nama)) {
            continue;
        }
        if let Ok(mut daftar) = serde_json::from_slice::<serde_json::Value>(&isi)
            && daftar.get("bentuk").is_some()
        {
            daftar["bentuk"] = 1.into();
            daftar["baris"]
                .as_object_mut()
                .unwrap()
                .retain(|nama, _| ada(nama));
            daftar["sidik"]
                .as_object_mut()
                .unwrap()
                .retain(|nama, _| tabel(nama).is_none_or(|nama| ada(&nama)));
            isi = serde_json::to_vec(&daftar).unwrap();
        }
        baru.start_file(nama, SimpleFileOptions::default()).unwrap();
        baru.write_all(&isi).unwrap();
    }
    std::fs::write(berkas, baru.finish().unwrap().into_inner()).unwrap();
}
