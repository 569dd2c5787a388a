//! An installation with one office and its people.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Awal, HakBaru, OrangBaru, Pelaku, Peran, PilihanKonsolidasi};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use store::{FolderBukti, Store};
use tempfile::TempDir;

pub const SANDI: &str = "tujuh ekor pesut";

pub struct Tempat {
    pub app: App,
    pub jam: Arc<AtomicI64>,
    pub folder: TempDir,
    /// The office.
    pub unit: String,
    /// Who set it up; keeps accounts and grants, nothing else.
    pub admin: Pelaku,
}

pub fn contoh(nama: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../contoh")
        .join(nama)
}

/// All units in a list.
pub fn semua() -> PilihanKonsolidasi {
    PilihanKonsolidasi {
        banyak: 1_000,
        ..PilihanKonsolidasi::default()
    }
}

pub async fn tempat() -> Tempat {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_embedded(&folder.path().join("cermat.db"))
        .await
        .unwrap();
    tempat_pada(store, folder).await
}

/// The same installation on a database server; none where no server was named.
pub async fn tempat_server() -> Option<Tempat> {
    let dasar = std::env::var_os("CERMAT_UJI_POSTGRES")?
        .into_string()
        .unwrap();
    static NOMOR: AtomicI64 = AtomicI64::new(0);
    let skema = format!(
        "app_{}_{}",
        std::process::id(),
        NOMOR.fetch_add(1, Ordering::Relaxed)
    );
    let mut sambungan = PgConnection::connect(&dasar).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("CREATE SCHEMA {skema}")))
        .execute(&mut sambungan)
        .await
        .unwrap();
    let store = Store::open_server(&format!("{dasar}?options[search_path]={skema}"))
        .await
        .unwrap();
    Some(tempat_pada(store, tempfile::tempdir().unwrap()).await)
}

async fn tempat_pada(store: Store, folder: TempDir) -> Tempat {
    let jam = Arc::new(AtomicI64::new(1_790_000_000_000_000));
    let detik = jam.clone();
    let app = App {
        store,
        bukti: FolderBukti::new(folder.path().join("bukti")),
        hukum: Arc::new(hukum::Hukum::bawaan().unwrap()),
        naskah: Arc::new(laporan::Naskah::bawaan()),
        // Every look at the clock is a moment later, as in life.
        jam: Arc::new(move || detik.fetch_add(1_000, Ordering::Relaxed)),
    };
    let unit = app
        .siapkan_awal(&Awal {
            unit: "Kantor Contoh".to_owned(),
            tingkat: "kantor".to_owned(),
            profil: Some("kanim".to_owned()),
            nama_pengguna: "admin".to_owned(),
            nama: "Administrator Pertama".to_owned(),
            sandi: SANDI.to_owned(),
            ganti_sandi: false,
            peran: vec![Peran::Administrator],
        })
        .await
        .unwrap();
    let admin = app
        .store
        .read()
        .await
        .unwrap()
        .orang_bernama("admin")
        .await
        .unwrap()
        .unwrap();
    Tempat {
        app,
        jam,
        folder,
        unit,
        admin: Pelaku { orang: admin.id },
    }
}

impl Tempat {
    /// A person with a role at the office.
    pub async fn orang(&self, nama: &str, peran: Peran) -> Pelaku {
        let orang = self
            .app
            .buat_orang(
                &self.admin,
                &self.unit,
                &OrangBaru {
                    nama_pengguna: nama.to_owned(),
                    nama: format!("Orang {nama}"),
                    nip: None,
                    sandi: SANDI.to_owned(),
                },
            )
            .await
            .unwrap();
        self.hak(&orang, peran, false).await;
        Pelaku { orang }
    }

    pub async fn hak(&self, orang: &str, peran: Peran, tolak: bool) {
        self.app
            .beri_hak(
                &self.admin,
                &HakBaru {
                    orang: orang.to_owned(),
                    unit: self.unit.clone(),
                    peran,
                    tolak,
                    dari: None,
                    sampai: None,
                    alasan: "surat tugas".to_owned(),
                },
            )
            .await
            .unwrap();
    }
}
