//! The schema is what its snapshot says, and a backup carries every table of it.

use std::collections::BTreeMap;

use crate::umum::{self, Tempat};

async fn klaim(tempat: Tempat, nama: &str) {
    let mut tx = tempat.store.read().await.unwrap();
    let kini = store::snapshot(&mut tx).await.unwrap();
    let jalur = format!("{}/skema/{nama}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("PERBARUI_SKEMA").is_some() {
        std::fs::write(&jalur, &kini).unwrap();
    }
    let tercatat = std::fs::read_to_string(&jalur).unwrap_or_default();
    let beda = kini
        .lines()
        .zip(tercatat.lines())
        .find(|(kini, dulu)| kini != dulu);
    assert!(
        kini == tercatat,
        "a migration changed the schema, first at {beda:?}; look at it, then renew the snapshot with PERBARUI_SKEMA=1"
    );
    let mut ada: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (tabel, kolom) in tx.list_kolom().await.unwrap() {
        ada.entry(tabel).or_default().push(kolom);
    }
    for tabel in store::TABEL {
        let kolom: Vec<_> = tabel
            .kolom
            .iter()
            .map(|(nama, _)| (*nama).to_owned())
            .collect();
        assert_eq!(ada.remove(tabel.nama), Some(kolom), "{}", tabel.nama);
    }
    for tabel in store::TANPA_CADANGAN {
        assert!(ada.remove(*tabel).is_some(), "{tabel}");
    }
    assert_eq!(ada, BTreeMap::new(), "tables that no backup would carry");
}

#[tokio::test]
async fn sqlite() {
    klaim(umum::sqlite().await, "sqlite").await;
}

#[tokio::test]
async fn postgres() {
    if let Some(tempat) = umum::postgres().await {
        klaim(tempat, "postgres").await;
    }
}
