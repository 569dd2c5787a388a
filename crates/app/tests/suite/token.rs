//! Tokens of other programs.

use std::sync::atomic::Ordering;

use app::{Error, IsianSel, Lingkup, Pelaku, Peran, TitikSel, TokenBaru};

use store::CariRekaman;

use crate::umum::{SANDI, Tempat, contoh, tempat};

fn baru(lingkup: &[Lingkup], sampai: Option<String>) -> TokenBaru {
    TokenBaru {
        nama: "Aplikasi kepegawaian".to_owned(),
        lingkup: lingkup.to_vec(),
        sampai,
    }
}

/// A person whose first password was changed, as everyone's must be.
async fn orang(tempat: &Tempat, nama: &str, peran: Peran) -> Pelaku {
    let pelaku = tempat.orang(nama, peran).await;
    let masuk = app::Masuk {
        nama_pengguna: nama.to_owned(),
        sandi: SANDI.to_owned(),
        alamat: "127.0.0.1".to_owned(),
    };
    let (token, _) = tempat.app.masuk(&masuk).await.unwrap();
    let sesi = tempat.app.sesi(&token).await.unwrap();
    tempat
        .app
        .ganti_sandi(&sesi, SANDI, "delapan ekor pesut")
        .await
        .unwrap();
    pelaku
}

fn maju_hari(tempat: &Tempat, hari: i64) {
    tempat
        .jam
        .fetch_add(hari * 86_400_000_000, Ordering::Relaxed);
}

#[tokio::test]
async fn a_token_is_known_by_its_text_alone_and_only_its_hash_is_kept() {
    let tempat = tempat().await;
    let (teks, token) = tempat
        .app
        .buat_token(
            &tempat.admin,
            &baru(&[Lingkup::Periksa, Lingkup::Baca], None),
        )
        .await
        .unwrap();
    assert!(teks.starts_with("cermat_") && teks.len() > 60);
    assert_eq!(token.sidik, store::sidik_dari(teks.as_bytes()));
    assert_eq!(token.lingkup, "baca periksa");
    let aktif = tempat.app.token(&teks).await.unwrap();
    assert_eq!(aktif.pelaku(), tempat.admin);
    assert!(aktif.boleh(Lingkup::Baca) && aktif.boleh(Lingkup::Periksa));
    assert!(!aktif.boleh(Lingkup::Isi) && !aktif.boleh(Lingkup::Metrik));
    for salah in [
        "",
        "cermat_",
        &token.sidik,
        &token.id,
        &teks[..teks.len() - 1],
    ] {
        assert!(matches!(
            tempat.app.token(salah).await,
            Err(Error::BelumMasuk)
        ));
    }
    let daftar = tempat.app.daftar_token(&tempat.admin).await.unwrap();
    assert!(daftar[0].terakhir.is_some());
}

#[tokio::test]
async fn a_token_ends_when_it_is_withdrawn_on_its_day_and_with_its_account() {
    let tempat = tempat().await;
    let budi = orang(&tempat, "budi", Peran::Operator).await;
    let hari = tempat.app.hari_ini();
    let (berhari, _) = tempat
        .app
        .buat_token(&budi, &baru(&[Lingkup::Baca], Some(hari)))
        .await
        .unwrap();
    let (tetap, token) = tempat
        .app
        .buat_token(&budi, &baru(&[Lingkup::Baca], None))
        .await
        .unwrap();
    let (ketiga, _) = tempat
        .app
        .buat_token(&budi, &baru(&[Lingkup::Baca], None))
        .await
        .unwrap();
    assert!(tempat.app.token(&berhari).await.is_ok());
    maju_hari(&tempat, 1);
    assert!(tempat.app.token(&berhari).await.is_err());
    // Nobody withdraws somebody else's.
    assert!(
        tempat
            .app
            .cabut_token(&tempat.admin, &token.id)
            .await
            .is_err()
    );
    assert!(tempat.app.token(&tetap).await.is_ok());
    tempat.app.cabut_token(&budi, &token.id).await.unwrap();
    assert!(tempat.app.token(&tetap).await.is_err());
    assert!(tempat.app.cabut_token(&budi, &token.id).await.is_err());
    tempat
        .app
        .atur_akun(&tempat.admin, &tempat.unit, &budi.orang, false)
        .await
        .unwrap();
    assert!(tempat.app.token(&ketiga).await.is_err());
}

#[tokio::test]
async fn a_token_of_somebody_who_may_not_write_may_not_write_whatever_its_scope() {
    let tempat = tempat().await;
    let operator = orang(&tempat, "budi", Peran::Operator).await;
    let pemantau = orang(&tempat, "sari", Peran::Pemantau).await;
    let mentah = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = tempat
        .app
        .impor_paket(&operator, &tempat.unit, &mentah, "uji")
        .await
        .unwrap();
    let (teks, _) = tempat
        .app
        .buat_token(&pemantau, &baru(&[Lingkup::Isi], None))
        .await
        .unwrap();
    let pelaku = tempat.app.token(&teks).await.unwrap().pelaku();
    let isi = IsianSel {
        titik: TitikSel {
            lembar: "skm_bulanan".to_owned(),
            baris: "b0001".to_owned(),
            kolom: "01".to_owned(),
        },
        teks: "3,1".to_owned(),
        versi: 1,
    };
    assert!(matches!(
        tempat
            .app
            .isi_nilai(&pelaku, &tempat.unit, tahun, &[isi], "")
            .await,
        Err(Error::Ditolak(_))
    ));
}

#[tokio::test]
async fn a_token_needs_a_name_a_scope_and_a_day_that_is_to_come() {
    let tempat = tempat().await;
    for salah in [
        TokenBaru {
            nama: " ".to_owned(),
            ..baru(&[Lingkup::Baca], None)
        },
        baru(&[], None),
        baru(&[Lingkup::Baca], Some("2020-01-01".to_owned())),
        baru(&[Lingkup::Baca], Some("besok".to_owned())),
    ] {
        assert!(matches!(
            tempat.app.buat_token(&tempat.admin, &salah).await,
            Err(Error::Isian(_))
        ));
    }
    let budi = orang(&tempat, "budi", Peran::Operator).await;
    assert!(matches!(
        tempat
            .app
            .buat_token(&budi, &baru(&[Lingkup::Metrik], None))
            .await,
        Err(Error::BelumDapat(_))
    ));
    assert!(
        tempat
            .app
            .buat_token(&tempat.admin, &baru(&[Lingkup::Metrik], None))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn nobody_keeps_more_than_twenty_tokens() {
    let tempat = tempat().await;
    let satu = baru(&[Lingkup::Baca], None);
    for _ in 0..20 {
        tempat.app.buat_token(&tempat.admin, &satu).await.unwrap();
    }
    assert!(matches!(
        tempat.app.buat_token(&tempat.admin, &satu).await,
        Err(Error::BelumDapat(_))
    ));
    let daftar = tempat.app.daftar_token(&tempat.admin).await.unwrap();
    tempat
        .app
        .cabut_token(&tempat.admin, &daftar[3].id)
        .await
        .unwrap();
    assert!(tempat.app.buat_token(&tempat.admin, &satu).await.is_ok());
}

#[tokio::test]
async fn the_audit_knows_when_a_token_was_made_and_withdrawn_but_not_its_name() {
    let tempat = tempat().await;
    let (_, token) = tempat
        .app
        .buat_token(&tempat.admin, &baru(&[Lingkup::Baca], None))
        .await
        .unwrap();
    tempat
        .app
        .cabut_token(&tempat.admin, &token.id)
        .await
        .unwrap();
    let mut tx = tempat.app.store.read().await.unwrap();
    let rekaman = tx
        .search_audit(&CariRekaman {
            objek: token.id.clone(),
            tanpa_unit: true,
            sebelum_pada: i64::MAX,
            sebelum: i64::MAX,
            banyak: 10,
            ..CariRekaman::default()
        })
        .await
        .unwrap();
    let kata: Vec<_> = rekaman.iter().map(|satu| satu.tindakan.as_str()).collect();
    assert_eq!(kata, ["cabut-token", "buat-token"]);
    assert!(
        rekaman
            .iter()
            .all(|satu| !satu.rincian.contains("kepegawaian"))
    );
}

#[tokio::test]
async fn a_token_ends_with_the_password_under_which_it_was_made() {
    let tempat = tempat().await;
    let pelaku = orang(&tempat, "operator", Peran::Operator).await;
    for ke in 0..2 {
        let (teks, _) = tempat
            .app
            .buat_token(&pelaku, &baru(&[Lingkup::Baca], None))
            .await
            .unwrap();
        assert!(tempat.app.token(&teks).await.is_ok());
        if ke == 0 {
            let masuk = app::Masuk {
                nama_pengguna: "operator".to_owned(),
                sandi: "delapan ekor pesut".to_owned(),
                alamat: "127.0.0.1".to_owned(),
            };
            let (kue, _) = tempat.app.masuk(&masuk).await.unwrap();
            let sesi = tempat.app.sesi(&kue).await.unwrap();
            tempat
                .app
                .ganti_sandi(&sesi, "delapan ekor pesut", "sembilan ekor pesut")
                .await
                .unwrap();
        } else {
            tempat
                .app
                .setel_ulang_sandi(&tempat.admin, &tempat.unit, &pelaku.orang, SANDI)
                .await
                .unwrap();
        }
        assert!(matches!(
            tempat.app.token(&teks).await,
            Err(Error::BelumMasuk)
        ));
        assert!(
            tempat
                .app
                .daftar_token(&pelaku)
                .await
                .unwrap()
                .iter()
                .all(|satu| satu.dicabut.is_some())
        );
    }
}
