//! A window of a real browser.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;

use crate::harness::{SANDI, Uji};

/// How long a page may take to show what is waited for.
const SABAR: Duration = Duration::from_secs(20);

/// A driver with one window; both end with it.
pub struct Jendela {
    pub klien: Client,
    asal: String,
    pengemudi: Child,
    _profil: tempfile::TempDir,
}

impl Drop for Jendela {
    fn drop(&mut self) {
        let _ = self.pengemudi.kill();
        let _ = self.pengemudi.wait();
    }
}

impl Jendela {
    /// A window of this size on the portal of a test.
    pub async fn buka(uji: &Uji, lebar: u32, tinggi: u32) -> Self {
        let pintu = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let pengemudi = Command::new("chromedriver")
            .arg(format!("--port={pintu}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver diperlukan (chromium-driver)");
        let profil = tempfile::tempdir().unwrap();
        let mut kemampuan = Capabilities::new();
        kemampuan.insert(
            "goog:chromeOptions".to_owned(),
            json!({ "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                format!("--window-size={lebar},{tinggi}"),
                format!("--user-data-dir={}", profil.path().display()),
            ]}),
        );
        // The driver needs a moment before it listens.
        let mut klien = None;
        for _ in 0..100 {
            match ClientBuilder::new(hyper_util_connector())
                .capabilities(kemampuan.clone())
                .connect(&format!("http://127.0.0.1:{pintu}"))
                .await
            {
                Ok(jadi) => {
                    klien = Some(jadi);
                    break;
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        let klien = klien.expect("chromedriver tidak menjawab");
        // Chromium does not make a window narrower than 500; a phone is emulated.
        if lebar < 500 {
            let ukuran =
                json!({ "width": lebar, "height": tinggi, "deviceScaleFactor": 1, "mobile": true });
            cdp(&klien, "Emulation.setDeviceMetricsOverride", ukuran).await;
        }
        Self {
            klien,
            asal: format!("http://{}", uji.alamat),
            pengemudi,
            _profil: profil,
        }
    }

    /// Goes to an address of the portal.
    pub async fn ke(&self, jalur: &str) {
        self.klien
            .goto(&format!("{}{jalur}", self.asal))
            .await
            .unwrap();
    }

    /// Waits for an element.
    pub async fn tunggu(&self, pilih: &str) -> fantoccini::elements::Element {
        match self
            .klien
            .wait()
            .at_most(SABAR)
            .for_element(Locator::Css(pilih))
            .await
        {
            Ok(unsur) => unsur,
            Err(galat) => panic!("{pilih} tidak muncul ({galat}):\n{}", self.isi().await),
        }
    }

    /// Waits until the page says this.
    pub async fn tunggu_kata(&self, kata: &str) {
        let batas = std::time::Instant::now() + SABAR;
        while !self.isi().await.contains(kata) {
            assert!(
                std::time::Instant::now() < batas,
                "{kata:?} tidak muncul:\n{}",
                self.isi().await
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// The text of the page as a person reads it.
    pub async fn isi(&self) -> String {
        match self.klien.find(Locator::Css("body")).await {
            Ok(badan) => badan.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Fills a field by its name.
    pub async fn isikan(&self, nama: &str, teks: &str) {
        let unsur = self.tunggu(&format!("[name='{nama}']")).await;
        unsur.clear().await.unwrap();
        unsur.send_keys(teks).await.unwrap();
    }

    /// Presses the button with these words.
    pub async fn tekan(&self, kata: &str) {
        let jalur =
            format!("//button[normalize-space()='{kata}'] | //a[normalize-space()='{kata}']");
        self.klien
            .wait()
            .at_most(SABAR)
            .for_element(Locator::XPath(&jalur))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
    }

    /// Logs in as one of the test's accounts.
    pub async fn masuk(&self, nama: &str) {
        self.ke("/masuk").await;
        self.isikan("nama_pengguna", nama).await;
        self.isikan("sandi", SANDI).await;
        self.tekan("Masuk").await;
        self.tunggu("header .saya").await;
    }

    /// What a script in the page gives.
    pub async fn nilai(&self, skrip: &str) -> serde_json::Value {
        self.klien.execute(skrip, vec![]).await.unwrap()
    }

    /// A picture of the whole page, where a folder for them is named.
    pub async fn potret(&self, nama: &str) {
        let Some(folder) = option_env!("CERMAT_POTRET") else {
            return;
        };
        let tinggi = self
            .nilai("return document.documentElement.scrollHeight")
            .await;
        let lebar = self.nilai("return window.innerWidth").await;
        let ukuran = json!({ "width": lebar, "height": tinggi.as_u64().unwrap_or(900).clamp(400, 4000), "deviceScaleFactor": 1, "mobile": false });
        cdp(&self.klien, "Emulation.setDeviceMetricsOverride", ukuran).await;
        let gambar = self.klien.screenshot().await.unwrap();
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(format!("{folder}/{nama}.png"), gambar).unwrap();
    }
}

fn hyper_util_connector() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}

/// A command of the browser's own protocol.
async fn cdp(klien: &Client, perintah: &str, isi: serde_json::Value) {
    #[derive(Debug)]
    struct Cdp(String);
    impl fantoccini::wd::WebDriverCompatibleCommand for Cdp {
        fn endpoint(
            &self,
            dasar: &url::Url,
            sesi: Option<&str>,
        ) -> Result<url::Url, url::ParseError> {
            dasar.join(&format!(
                "session/{}/goog/cdp/execute",
                sesi.unwrap_or_default()
            ))
        }
        fn method_and_body(&self, _: &url::Url) -> (axum::http::Method, Option<String>) {
            (axum::http::Method::POST, Some(self.0.clone()))
        }
    }
    let badan = json!({ "cmd": perintah, "params": isi }).to_string();
    klien.issue_cmd(Cdp(badan)).await.unwrap();
}
