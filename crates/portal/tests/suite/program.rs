//! Another program with a token, and how it reads what comes back.

use app::{Lingkup, Pelaku, TokenBaru};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::Value;

use crate::harness::{Jawaban, Klien, Uji};

/// A program with a token of the person with this role.
pub struct Program {
    pub klien: Klien,
    pub token: String,
}

impl Program {
    pub async fn dengan(uji: &Uji, nama: &str, lingkup: &[Lingkup]) -> Self {
        let mut tx = uji.app.store.read().await.unwrap();
        let orang = tx.orang_bernama(nama).await.unwrap().unwrap().id;
        drop(tx);
        let baru = TokenBaru {
            nama: "uji".to_owned(),
            lingkup: lingkup.to_vec(),
            sampai: None,
        };
        let (token, _) = uji.app.buat_token(&Pelaku { orang }, &baru).await.unwrap();
        Self {
            klien: uji.klien(),
            token,
        }
    }

    pub fn bangun(&self, cara: Method, jalur: &str) -> RequestBuilder {
        self.klien
            .bangun(cara, jalur)
            .header("authorization", format!("Bearer {}", self.token))
    }

    pub async fn get(&self, jalur: &str) -> Jawaban {
        self.klien.kirim(self.bangun(Method::GET, jalur)).await
    }

    pub async fn json(&self, cara: Method, jalur: &str, isi: &Value) -> Jawaban {
        let permintaan = self
            .bangun(cara, jalur)
            .header("content-type", "application/json")
            .body(isi.to_string());
        self.klien.kirim(permintaan).await
    }
}

pub fn nilai(jawaban: &Jawaban) -> Value {
    serde_json::from_slice(&jawaban.bita).unwrap()
}

/// Fails unless this is a problem with this status, and gives it.
#[track_caller]
pub fn masalah(jawaban: &Jawaban, status: StatusCode) -> Value {
    assert_eq!(jawaban.status, status, "{}", jawaban.teks());
    assert_eq!(jawaban.kepala["content-type"], "application/problem+json");
    let isi = nilai(jawaban);
    assert_eq!(isi["status"], status.as_u16());
    for kunci in ["type", "title", "detail"] {
        assert!(
            isi[kunci].as_str().is_some_and(|teks| !teks.is_empty()),
            "{isi}"
        );
    }
    isi
}
