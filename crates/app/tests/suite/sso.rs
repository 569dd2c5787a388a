//! Single sign-on: which account an identity belongs to.

use app::{
    Error, HakBaru, IdentitasSso, MasukSso, OrangBaru, Pelaku, Peran, Tahap, UnitBaru, rahasia_totp,
};

use crate::umum::{SANDI, Tempat, tempat};

fn identitas(subjek: &str) -> IdentitasSso {
    IdentitasSso {
        penerbit: "https://masuk.contoh.go.id".to_owned(),
        subjek: subjek.to_owned(),
    }
}

fn masuk(subjek: &str, faktor_kedua: bool) -> MasukSso {
    MasukSso {
        identitas: identitas(subjek),
        faktor_kedua,
        akun_baru: None,
    }
}

async fn kait(tempat: &Tempat, orang: &str, subjek: &str) -> app::Result<()> {
    tempat
        .app
        .kaitkan_sso(&tempat.admin, &tempat.unit, orang, Some(&identitas(subjek)))
        .await
}

#[tokio::test]
async fn an_identity_opens_the_account_it_is_tied_to_and_no_other() {
    let tempat = tempat().await;
    let budi = tempat.orang("budi", Peran::Operator).await;
    assert!(matches!(
        tempat.app.masuk_sso(&masuk("a1", false)).await,
        Err(Error::BelumDapat(_))
    ));
    kait(&tempat, &budi.orang, "a1").await.unwrap();
    let (token, tahap) = tempat.app.masuk_sso(&masuk("a1", false)).await.unwrap();
    assert_eq!(tahap, Tahap::Penuh);
    assert_eq!(tempat.app.sesi(&token).await.unwrap().orang.id, budi.orang);
    let lain = MasukSso {
        identitas: IdentitasSso {
            penerbit: "https://lain.contoh.go.id".to_owned(),
            subjek: "a1".to_owned(),
        },
        ..masuk("a1", false)
    };
    assert!(tempat.app.masuk_sso(&lain).await.is_err());
    // Another account cannot have the same identity.
    let sari = tempat.orang("sari", Peran::Operator).await;
    assert!(kait(&tempat, &sari.orang, "a1").await.is_err());
    tempat
        .app
        .kaitkan_sso(&tempat.admin, &tempat.unit, &budi.orang, None)
        .await
        .unwrap();
    assert!(tempat.app.sesi(&token).await.is_err());
    assert!(tempat.app.masuk_sso(&masuk("a1", false)).await.is_err());
}

#[tokio::test]
async fn a_closed_account_stays_closed_for_single_sign_on() {
    let tempat = tempat().await;
    let budi = tempat.orang("budi", Peran::Operator).await;
    kait(&tempat, &budi.orang, "a1").await.unwrap();
    tempat
        .app
        .atur_akun(&tempat.admin, &tempat.unit, &budi.orang, false)
        .await
        .unwrap();
    assert!(tempat.app.masuk_sso(&masuk("a1", true)).await.is_err());
}

#[tokio::test]
async fn the_second_factor_is_asked_unless_the_provider_asked_for_one() {
    let tempat = tempat().await;
    let budi = tempat.orang("budi", Peran::Operator).await;
    kait(&tempat, &budi.orang, "a1").await.unwrap();
    let mut tx = tempat.app.store.write().await.unwrap();
    let orang = tx.orang(&budi.orang).await.unwrap().unwrap();
    tx.change_orang(&store::Orang {
        totp: Some(rahasia_totp().unwrap()),
        ..orang
    })
    .await
    .unwrap();
    tx.commit(&[]).await.unwrap();
    let tahap = |faktor| async { tempat.app.masuk_sso(&masuk("a1", faktor)).await.unwrap().1 };
    assert_eq!(tahap(false).await, Tahap::Kedua);
    assert_eq!(tahap(true).await, Tahap::Penuh);
}

#[tokio::test]
async fn an_account_is_made_only_where_that_was_configured_and_it_may_nothing() {
    let tempat = tempat().await;
    let baru = MasukSso {
        akun_baru: Some(("sari".to_owned(), "Sari".to_owned())),
        ..masuk("b2", false)
    };
    let (token, _) = tempat.app.masuk_sso(&baru).await.unwrap();
    let pelaku = tempat.app.sesi(&token).await.unwrap().pelaku();
    assert!(matches!(
        tempat
            .app
            .wajib_boleh(&pelaku, app::Tindakan::Lihat, &tempat.unit)
            .await,
        Err(Error::Ditolak(_))
    ));
    let (lagi, _) = tempat.app.masuk_sso(&baru).await.unwrap();
    assert_eq!(tempat.app.sesi(&lagi).await.unwrap().pelaku(), pelaku);
}

#[tokio::test]
async fn who_keeps_accounts_below_cannot_become_somebody_above() {
    let tempat = tempat().await;
    let seksi = tempat
        .app
        .buat_unit(
            &tempat.admin,
            &UnitBaru {
                nama: "Seksi Contoh".to_owned(),
                tingkat: "seksi".to_owned(),
                profil: None,
                kode: None,
                induk: Some(tempat.unit.clone()),
                dari: "2020-01-01".to_owned(),
                alasan: "surat keputusan".to_owned(),
                zona: None,
            },
        )
        .await
        .unwrap();
    let kecil = tempat
        .app
        .buat_orang(
            &tempat.admin,
            &tempat.unit,
            &OrangBaru {
                nama_pengguna: "kecil".to_owned(),
                nama: "Administrator Seksi".to_owned(),
                nip: None,
                sandi: SANDI.to_owned(),
            },
        )
        .await
        .unwrap();
    tempat
        .app
        .beri_hak(
            &tempat.admin,
            &HakBaru {
                orang: kecil.clone(),
                unit: seksi.clone(),
                peran: Peran::Administrator,
                tolak: false,
                dari: None,
                sampai: None,
                alasan: "surat tugas".to_owned(),
            },
        )
        .await
        .unwrap();
    let kecil = Pelaku { orang: kecil };
    assert!(matches!(
        tempat
            .app
            .kaitkan_sso(
                &kecil,
                &seksi,
                &tempat.admin.orang,
                Some(&identitas("jahat"))
            )
            .await,
        Err(Error::Ditolak(_))
    ));
    assert!(tempat.app.masuk_sso(&masuk("jahat", true)).await.is_err());
}
