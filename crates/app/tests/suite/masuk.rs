//! Logging in.

use std::sync::atomic::Ordering;

use app::{Error, Masuk, Tahap, kode_totp, rahasia_totp};

use crate::umum::{SANDI, Tempat, tempat};

fn dengan(sandi: &str) -> Masuk {
    Masuk {
        nama_pengguna: "admin".to_owned(),
        sandi: sandi.to_owned(),
        alamat: "127.0.0.1".to_owned(),
    }
}

fn maju(tempat: &Tempat, detik: i64) {
    tempat.jam.fetch_add(detik * 1_000_000, Ordering::Relaxed);
}

#[tokio::test]
async fn guessing_is_slowed_and_the_right_password_waits_too() {
    let tempat = tempat().await;
    for _ in 0..6 {
        assert!(matches!(
            tempat.app.masuk(&dengan("salah sekali kata ini")).await,
            Err(Error::Masuk)
        ));
    }
    assert!(matches!(
        tempat.app.masuk(&dengan(SANDI)).await,
        Err(Error::Tahan(_))
    ));
    maju(&tempat, 5);
    assert!(tempat.app.masuk(&dengan(SANDI)).await.is_ok());
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_when_it_is_old_and_when_it_is_ended() {
    let tempat = tempat().await;
    let (token, tahap) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    assert_eq!(tahap, Tahap::Penuh);
    assert!(tempat.app.sesi(&token).await.is_ok());
    assert!(matches!(
        tempat.app.sesi("lain").await,
        Err(Error::BelumMasuk)
    ));
    maju(&tempat, 3601);
    assert!(matches!(
        tempat.app.sesi(&token).await,
        Err(Error::BelumMasuk)
    ));
    let (token, _) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    tempat.app.keluar(&token).await.unwrap();
    assert!(matches!(
        tempat.app.sesi(&token).await,
        Err(Error::BelumMasuk)
    ));
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_opens_nothing() {
    let tempat = tempat().await;
    let (token, _) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    let sesi = tempat.app.sesi(&token).await.unwrap();
    let rahasia = rahasia_totp().unwrap();
    let kode = |tempat: &Tempat| {
        kode_totp(
            &rahasia,
            tempat.jam.load(Ordering::Relaxed).div_euclid(30_000_000),
        )
        .unwrap()
    };
    tempat
        .app
        .atur_totp(&sesi, Some(&rahasia), &kode(&tempat))
        .await
        .unwrap();
    maju(&tempat, 60);
    let (token, tahap) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    assert_eq!(tahap, Tahap::Kedua);
    assert_eq!(tempat.app.sesi(&token).await.unwrap().tahap, Tahap::Kedua);
    assert!(tempat.app.masuk_kedua(&token, "000000").await.is_err());
    let benar = kode(&tempat);
    let (baru, tahap) = tempat.app.masuk_kedua(&token, &benar).await.unwrap();
    assert_eq!(tahap, Tahap::Penuh);
    // The half session is gone, and the code works once.
    assert!(tempat.app.sesi(&token).await.is_err());
    assert!(tempat.app.sesi(&baru).await.is_ok());
    let (token, _) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    assert!(tempat.app.masuk_kedua(&token, &benar).await.is_err());
}

#[tokio::test]
async fn a_changed_password_ends_every_session() {
    let tempat = tempat().await;
    let (token, _) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    let (lain, _) = tempat.app.masuk(&dengan(SANDI)).await.unwrap();
    let sesi = tempat.app.sesi(&token).await.unwrap();
    assert!(
        tempat
            .app
            .ganti_sandi(&sesi, "bukan sandi lama", "delapan ekor pesut")
            .await
            .is_err()
    );
    assert!(
        tempat
            .app
            .ganti_sandi(&sesi, SANDI, "rahasia")
            .await
            .is_err()
    );
    let baru = tempat
        .app
        .ganti_sandi(&sesi, SANDI, "delapan ekor pesut")
        .await
        .unwrap();
    for token in [token, lain] {
        assert!(tempat.app.sesi(&token).await.is_err());
    }
    assert!(tempat.app.sesi(&baru).await.is_ok());
    assert!(tempat.app.masuk(&dengan(SANDI)).await.is_err());
}
