//! A portal of a test: a server on a free port, an embedded database in a folder of its own, and a client that keeps cookies.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Awal, HakBaru, OrangBaru, Pelaku, Peran};
use hukum::Hukum;
use laporan::Naskah;
use portal::{Konfigurasi, Portal};
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Method, StatusCode};
use store::{FolderBukti, Store};
use tokio::net::TcpListener;

/// Password of every account of a test.
pub const SANDI: &str = "kuda benar baterai staples";
/// The clock of a test begins here: 15 January 2024, 08.00 WIB.
const MULAI: i64 = 1_705_280_400_000_000;

/// A running portal.
pub struct Uji {
    pub app: App,
    pub alamat: SocketAddr,
    /// The unit with the example's year, where it was loaded.
    pub unit: String,
    jam: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

/// What came back.
pub struct Jawaban {
    pub status: StatusCode,
    pub ke: Option<String>,
    pub kepala: reqwest::header::HeaderMap,
    pub bita: Vec<u8>,
}

impl Jawaban {
    pub fn teks(&self) -> String {
        String::from_utf8_lossy(&self.bita).into_owned()
    }

    /// Fails the test with the page where it does not hold the words.
    #[track_caller]
    pub fn memuat(&self, kata: &str) -> &Self {
        let teks = self.teks();
        assert!(
            teks.contains(kata),
            "{} tanpa {kata:?}:\n{teks}",
            self.status
        );
        self
    }
}

/// A browser without scripts: keeps cookies, follows no redirect by itself.
pub struct Klien {
    alamat: String,
    http: reqwest::Client,
    kue: Mutex<BTreeMap<String, String>>,
}

impl Uji {
    /// An installation that nobody set up.
    pub async fn kosong(kunci_awal: Option<&str>) -> Self {
        Self::dengan(Konfigurasi {
            kunci_awal: kunci_awal.map(str::to_owned),
            ..Konfigurasi::default()
        })
        .await
    }

    /// As [`Uji::kosong`], reached in another way.
    pub async fn dengan(konfigurasi: Konfigurasi) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let jam = Arc::new(AtomicI64::new(MULAI));
        let detak = jam.clone();
        let app = App {
            store: Store::open_embedded(&folder.path().join("cermat.db"))
                .await
                .unwrap(),
            bukti: FolderBukti::new(folder.path().join("bukti")),
            hukum: Arc::new(Hukum::bawaan().unwrap()),
            naskah: Arc::new(Naskah::bawaan()),
            jam: Arc::new(move || detak.fetch_add(1000, Ordering::SeqCst)),
        };
        let pendengar = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let alamat = pendengar.local_addr().unwrap();
        let portal = Portal::new(app.clone(), konfigurasi);
        tokio::spawn(portal::serve(portal, pendengar, std::future::pending()));
        Self {
            app,
            alamat,
            unit: String::new(),
            jam,
            _folder: folder,
        }
    }

    /// The example's year, with an account for each role: "perencana", "kepala" and so on.
    pub async fn contoh() -> Self {
        Self::contoh_dengan(Konfigurasi::default()).await
    }

    /// As [`Uji::contoh`], reached in another way.
    pub async fn contoh_dengan(konfigurasi: Konfigurasi) -> Self {
        let mut uji = Self::dengan(konfigurasi).await;
        let paket = std::path::Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../contoh/kanim-samarinda-2023"
        ));
        let mentah = paket::read_mentah(paket).unwrap();
        let masukan = paket::interpret(&mentah, &uji.app.hukum).unwrap();
        uji.unit = uji
            .app
            .siapkan_awal(&Awal {
                unit: masukan.satker.nama.clone(),
                tingkat: "kantor".to_owned(),
                profil: Some(masukan.satker.profil.clone()),
                nama_pengguna: "administrator".to_owned(),
                nama: "Akun administrator".to_owned(),
                sandi: SANDI.to_owned(),
                ganti_sandi: false,
                peran: vec![Peran::Administrator],
            })
            .await
            .unwrap();
        let sistem = Pelaku::sistem();
        uji.app
            .impor_paket(&sistem, &uji.unit, &mentah, "contoh")
            .await
            .unwrap();
        for peran in Peran::SEMUA {
            if peran != Peran::Administrator {
                uji.tambah_orang(peran.kata(), Some(peran)).await;
            }
        }
        uji
    }

    /// One more account at the unit, with a role or without; its id.
    pub async fn tambah_orang(&self, nama: &str, peran: Option<Peran>) -> String {
        let sistem = Pelaku::sistem();
        let baru = OrangBaru {
            nama_pengguna: nama.to_owned(),
            nama: format!("Akun {nama}"),
            nip: None,
            sandi: SANDI.to_owned(),
        };
        let orang = self
            .app
            .buat_orang(&sistem, &self.unit, &baru)
            .await
            .unwrap();
        // The password of a test was chosen by its owner.
        let mut tx = self.app.store.write().await.unwrap();
        let ada = tx.orang(&orang).await.unwrap().unwrap();
        tx.change_orang(&store::Orang {
            ganti_sandi: 0,
            ..ada
        })
        .await
        .unwrap();
        tx.commit(&[]).await.unwrap();
        if let Some(peran) = peran {
            let hak = HakBaru {
                orang: orang.clone(),
                unit: self.unit.clone(),
                peran,
                tolak: false,
                dari: None,
                sampai: None,
                alasan: "uji".to_owned(),
            };
            self.app.beri_hak(&sistem, &hak).await.unwrap();
        }
        orang
    }

    /// Lets time pass.
    pub fn maju(&self, detik: i64) {
        self.jam.fetch_add(detik * 1_000_000, Ordering::SeqCst);
    }

    pub fn klien(&self) -> Klien {
        // The choice of a cryptography library is needed even where no TLS is spoken; a second choice is refused, and that is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Klien {
            alamat: format!("http://{}", self.alamat),
            http: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .unwrap(),
            kue: Mutex::default(),
        }
    }

    /// A client that is logged in.
    pub async fn masuk(&self, nama: &str) -> Klien {
        let klien = self.klien();
        let jawaban = klien
            .post("/masuk", &[("nama_pengguna", nama), ("sandi", SANDI)])
            .await;
        assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
        klien
    }

    /// An address under the example's year.
    pub fn tahun(&self, ekor: &str) -> String {
        format!("/u/{}/2023/{ekor}", self.unit)
    }
}

impl Klien {
    pub async fn get(&self, jalur: &str) -> Jawaban {
        self.kirim(
            self.http
                .request(Method::GET, format!("{}{jalur}", self.alamat)),
        )
        .await
    }

    pub async fn post(&self, jalur: &str, isi: &[(&str, &str)]) -> Jawaban {
        self.kirim(
            self.bangun(Method::POST, jalur)
                .body(formulir(isi))
                .header("content-type", "application/x-www-form-urlencoded"),
        )
        .await
    }

    /// A request of any kind, to be filled further and sent with [`Klien::kirim`].
    pub fn bangun(&self, metode: Method, jalur: &str) -> reqwest::RequestBuilder {
        self.http.request(metode, format!("{}{jalur}", self.alamat))
    }

    pub async fn kirim(&self, permintaan: reqwest::RequestBuilder) -> Jawaban {
        let kue: Vec<String> = self
            .kue
            .lock()
            .unwrap()
            .iter()
            .map(|(nama, isi)| format!("{nama}={isi}"))
            .collect();
        let jawaban = permintaan
            .header(COOKIE, kue.join("; "))
            .send()
            .await
            .unwrap();
        for satu in jawaban.headers().get_all(SET_COOKIE) {
            let teks = satu.to_str().unwrap();
            let (nama, isi) = teks
                .split(';')
                .next()
                .and_then(|pasangan| pasangan.split_once('='))
                .unwrap();
            let mut guci = self.kue.lock().unwrap();
            if teks.contains("Max-Age=0") {
                guci.remove(nama);
            } else {
                guci.insert(nama.to_owned(), isi.to_owned());
            }
        }
        Jawaban {
            status: jawaban.status(),
            ke: jawaban
                .headers()
                .get(LOCATION)
                .map(|ke| ke.to_str().unwrap().to_owned()),
            kepala: jawaban.headers().clone(),
            bita: jawaban.bytes().await.unwrap().to_vec(),
        }
    }
}

fn formulir(isi: &[(&str, &str)]) -> String {
    let sandikan = |teks: &str| -> String {
        teks.bytes()
            .map(|satu| {
                if satu.is_ascii_alphanumeric() {
                    char::from(satu).to_string()
                } else {
                    format!("%{satu:02X}")
                }
            })
            .collect()
    };
    isi.iter()
        .map(|(nama, isi)| format!("{}={}", sandikan(nama), sandikan(isi)))
        .collect::<Vec<_>>()
        .join("&")
}
