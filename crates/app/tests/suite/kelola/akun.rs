//! Accounts, grants and sessions.

use std::sync::atomic::Ordering;

use app::{CariAudit, Error, HakBaru, Masuk, Peran, Tindakan};

use super::{hak, unit_baru};
use crate::umum::{SANDI, tempat};

const BARU: &str = "sembilan ekor pesut";

#[tokio::test]
async fn a_reset_password_ends_the_sessions_and_must_be_changed() {
    let tempat = tempat().await;
    let orang = tempat.orang("budi", Peran::Operator).await;
    let masuk = |sandi: &str| Masuk {
        nama_pengguna: "budi".to_owned(),
        sandi: sandi.to_owned(),
        alamat: "127.0.0.1".to_owned(),
    };
    let app = &tempat.app;
    let (token, _) = app.masuk(&masuk(SANDI)).await.unwrap();
    app.setel_ulang_sandi(&tempat.admin, &tempat.unit, &orang.orang, BARU)
        .await
        .unwrap();
    assert!(app.sesi(&token).await.is_err());
    assert!(app.masuk(&masuk(SANDI)).await.is_err());
    let (_, tahap) = app.masuk(&masuk(BARU)).await.unwrap();
    assert_eq!(tahap, app::Tahap::GantiSandi);
    let diri = app
        .setel_ulang_sandi(&tempat.admin, &tempat.unit, &tempat.admin.orang, BARU)
        .await;
    assert!(matches!(diri, Err(Error::BelumDapat(_))));
    let catatan = app
        .cari_audit(
            &tempat.admin,
            &tempat.unit,
            &CariAudit {
                objek: orang.orang.clone(),
                ..CariAudit::default()
            },
        )
        .await
        .unwrap();
    assert_eq!(catatan.rekaman[0].tindakan, "setel-ulang-sandi");
}

#[tokio::test]
async fn an_account_that_reaches_further_is_not_taken_over_from_below() {
    let tempat = tempat().await;
    let seksi = tempat
        .app
        .buat_unit(&tempat.admin, &unit_baru(&tempat.unit, "Seksi", None))
        .await
        .unwrap();
    let lokal = tempat.orang("lokal", Peran::Pemantau).await;
    let app = &tempat.app;
    app.beri_hak(
        &tempat.admin,
        &hak(&lokal, &seksi, Peran::Administrator, false),
    )
    .await
    .unwrap();
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    for hasil in [
        app.setel_ulang_sandi(&lokal, &seksi, &kepala.orang, BARU)
            .await,
        app.atur_akun(&lokal, &seksi, &kepala.orang, false).await,
        app.matikan_faktor_kedua(&lokal, &seksi, &kepala.orang, "ponsel hilang")
            .await,
        app.setel_ulang_sandi(&lokal, &seksi, &tempat.admin.orang, BARU)
            .await,
    ] {
        assert!(matches!(hasil, Err(Error::Ditolak(_))), "{hasil:?}");
    }
    let (_, penolakan) = app
        .lihat_orang(&lokal, &seksi, &kepala.orang)
        .await
        .unwrap();
    assert!(penolakan.is_some());
    // One whose grants are all within reach is.
    let staf = app
        .buat_orang(
            &lokal,
            &seksi,
            &app::OrangBaru {
                nama_pengguna: "staf".to_owned(),
                nama: "Staf".to_owned(),
                nip: None,
                sandi: SANDI.to_owned(),
            },
        )
        .await
        .unwrap();
    app.setel_ulang_sandi(&lokal, &seksi, &staf, BARU)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_lost_second_factor_is_switched_off_with_a_reason_and_none_is_put_over_another() {
    let tempat = tempat().await;
    let orang = tempat.orang("budi", Peran::Operator).await;
    let app = &tempat.app;
    let masuk = Masuk {
        nama_pengguna: "budi".to_owned(),
        sandi: SANDI.to_owned(),
        alamat: "127.0.0.1".to_owned(),
    };
    let (token, _) = app.masuk(&masuk).await.unwrap();
    let sesi = app.sesi(&token).await.unwrap();
    let token = app.ganti_sandi(&sesi, SANDI, BARU).await.unwrap();
    let sesi = app.sesi(&token).await.unwrap();
    let pasang = async |sesi: &app::SesiAktif, rahasia: &str| {
        let langkah = tempat.jam.load(Ordering::Relaxed).div_euclid(30_000_000);
        let kode = app::kode_totp(rahasia, langkah).unwrap_or_default();
        app.atur_totp(sesi, Some(rahasia), &kode).await
    };
    assert!(matches!(pasang(&sesi, "AB").await, Err(Error::Isian(_))));
    pasang(&sesi, &app::rahasia_totp().unwrap()).await.unwrap();
    let sesi = app.sesi(&token).await.unwrap();
    assert!(matches!(
        pasang(&sesi, &app::rahasia_totp().unwrap()).await,
        Err(Error::BelumDapat(_))
    ));
    assert!(matches!(
        app.matikan_faktor_kedua(&tempat.admin, &tempat.unit, &orang.orang, "")
            .await,
        Err(Error::Isian(_))
    ));
    app.matikan_faktor_kedua(&tempat.admin, &tempat.unit, &orang.orang, "ponsel hilang")
        .await
        .unwrap();
    assert!(app.sesi(&token).await.is_err());
    let masuk = Masuk {
        sandi: BARU.to_owned(),
        ..masuk
    };
    assert_eq!(app.masuk(&masuk).await.unwrap().1, app::Tahap::Penuh);
}

#[tokio::test]
async fn nobody_withdraws_what_is_said_about_themselves() {
    let tempat = tempat().await;
    let orang = tempat.orang("kedua", Peran::Administrator).await;
    tempat.hak(&orang.orang, Peran::Operator, true).await;
    let app = &tempat.app;
    let milik = app.daftar_hak_orang(&orang, &orang.orang).await.unwrap();
    assert_eq!(milik.len(), 2);
    assert!(milik.iter().all(|satu| !satu.dapat_dicabut));
    for satu in &milik {
        let hasil = app.cabut_hak(&orang, &tempat.unit, &satu.hak.id).await;
        assert!(matches!(hasil, Err(Error::BelumDapat(_))));
    }
    for satu in &milik {
        app.cabut_hak(&tempat.admin, &tempat.unit, &satu.hak.id)
            .await
            .unwrap();
    }
    let terbalik = HakBaru {
        dari: Some("2026-02-01".to_owned()),
        sampai: Some("2026-01-01".to_owned()),
        ..hak(&orang, &tempat.unit, Peran::Staf, false)
    };
    assert!(matches!(
        app.beri_hak(&tempat.admin, &terbalik).await,
        Err(Error::Isian(_))
    ));
}

#[tokio::test]
async fn the_explanation_names_the_unit_up_the_tree_that_decided() {
    let tempat = tempat().await;
    let app = &tempat.app;
    let seksi = app
        .buat_unit(&tempat.admin, &unit_baru(&tempat.unit, "Seksi", None))
        .await
        .unwrap();
    let orang = tempat.orang("budi", Peran::Operator).await;
    app.beri_hak(&tempat.admin, &hak(&orang, &seksi, Peran::Staf, false))
        .await
        .unwrap();
    let isi = async || {
        let semua = app
            .jelaskan_izin(&tempat.admin, &orang.orang, &seksi)
            .await
            .unwrap();
        semua
            .into_iter()
            .find(|satu| satu.tindakan == Tindakan::UbahRencana)
            .unwrap()
    };
    let putusan = isi().await;
    assert!(putusan.boleh);
    assert_eq!(putusan.jalan, ["Seksi", "Kantor Contoh"]);
    assert!(
        putusan.penjelasan().ends_with("di Kantor Contoh"),
        "{}",
        putusan.penjelasan()
    );
    // Another role of the same person is looked at and does not matter here.
    assert!(
        putusan
            .sebab
            .iter()
            .any(|satu| satu.jarak == 0 && !satu.menentukan)
    );
    app.beri_hak(&tempat.admin, &hak(&orang, &seksi, Peran::Operator, true))
        .await
        .unwrap();
    let putusan = isi().await;
    assert!(!putusan.boleh);
    assert!(
        putusan
            .penjelasan()
            .contains("ditolak secara khusus di Seksi"),
        "{}",
        putusan.penjelasan()
    );
    let boleh = app.tindakan_di_mana_pun(&orang).await.unwrap();
    assert!(boleh.contains(&Tindakan::UbahRencana) && !boleh.contains(&Tindakan::Sahkan));
}

#[tokio::test]
async fn ones_own_sessions_are_listed_and_ended_and_nobody_elses() {
    let tempat = tempat().await;
    let app = &tempat.app;
    let masuk = |nama: &str| Masuk {
        nama_pengguna: nama.to_owned(),
        sandi: SANDI.to_owned(),
        alamat: "127.0.0.1".to_owned(),
    };
    let (ini, _) = app.masuk(&masuk("admin")).await.unwrap();
    let (itu, _) = app.masuk(&masuk("admin")).await.unwrap();
    tempat.orang("budi", Peran::Operator).await;
    let (budi, _) = app.masuk(&masuk("budi")).await.unwrap();
    let sesi = app.sesi(&ini).await.unwrap();
    let daftar = app.daftar_sesi(&sesi, &ini).await.unwrap();
    assert_eq!(daftar.len(), 2);
    assert_eq!(daftar.iter().filter(|satu| satu.ini).count(), 1);
    let asing = store::sidik_dari(budi.as_bytes());
    assert!(matches!(
        app.akhiri_sesi(&sesi, &asing).await,
        Err(Error::Isian(_))
    ));
    assert_eq!(app.akhiri_sesi_lain(&sesi, &ini).await.unwrap(), 1);
    assert!(app.sesi(&itu).await.is_err());
    assert!(app.sesi(&ini).await.is_ok() && app.sesi(&budi).await.is_ok());
}
