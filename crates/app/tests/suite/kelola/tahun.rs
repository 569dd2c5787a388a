//! Years, the audit and backups.

use app::{CariAudit, Error, Pelaku, Peran, UnitBaru};

use super::unit_baru;
use crate::umum::{contoh, tempat};

#[tokio::test]
async fn a_locked_year_takes_no_package_and_only_the_head_opens_it() {
    let tempat = tempat().await;
    let app = &tempat.app;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    // A trial saves nothing.
    let (tahun, perubahan) = app
        .coba_paket(&operator, &tempat.unit, &paket)
        .await
        .unwrap();
    assert!(perubahan.sel > 0);
    assert!(app.daftar_tahun(&operator).await.unwrap().is_empty());
    app.impor_paket(&operator, &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    assert!(matches!(
        app.kunci_tahun(&operator, &tempat.unit, tahun, true, "selesai")
            .await,
        Err(Error::Ditolak(_))
    ));
    app.kunci_tahun(&kepala, &tempat.unit, tahun, true, "laporan terbit")
        .await
        .unwrap();
    assert!(matches!(
        app.impor_paket(&operator, &tempat.unit, &paket, "lagi")
            .await,
        Err(Error::BelumDapat(_))
    ));
    assert!(matches!(
        app.kunci_tahun(&kepala, &tempat.unit, tahun, true, "lagi")
            .await,
        Err(Error::BelumDapat(_))
    ));
    app.kunci_tahun(&kepala, &tempat.unit, tahun, false, "koreksi")
        .await
        .unwrap();
    app.impor_paket(&operator, &tempat.unit, &paket, "lagi")
        .await
        .unwrap();
}

#[tokio::test]
async fn the_audit_is_searched_by_person_object_and_day_and_its_end_can_be_kept() {
    let tempat = tempat().await;
    let app = &tempat.app;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let (ujung, hari) = {
        let rantai = app.ujung_audit(&tempat.admin, &tempat.unit).await.unwrap();
        (rantai.ujung, app.hari_ini())
    };
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = app
        .impor_paket(&operator, &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    let cari = async |cari: CariAudit| {
        let bagian = app.cari_audit(&tempat.admin, &tempat.unit, &cari).await;
        bagian.map(|bagian| bagian.rekaman)
    };
    let kosong = CariAudit::default;
    let milik = cari(CariAudit {
        pelaku: operator.orang.clone(),
        objek: tahun.to_string(),
        dari: Some(hari.clone()),
        sampai: Some(hari.clone()),
        ..kosong()
    })
    .await
    .unwrap();
    assert_eq!(milik[0].tindakan, "impor-paket");
    let kemarin = CariAudit {
        sampai: Some("2020-01-01".to_owned()),
        ..kosong()
    };
    assert!(cari(kemarin).await.unwrap().is_empty());
    let entah = CariAudit {
        dari: Some("kemarin".to_owned()),
        ..kosong()
    };
    assert!(matches!(cari(entah).await, Err(Error::Isian(_))));
    // A year finds what lies below it, and not a year that begins with the same digits.
    let sebagian = CariAudit {
        objek: "20".to_owned(),
        ..kosong()
    };
    assert!(cari(sebagian).await.unwrap().is_empty());
    assert!(
        app.periksa_audit(&tempat.admin, &tempat.unit, Some(&ujung))
            .await
            .unwrap()
            .is_ok()
    );
    assert!(
        app.periksa_audit(&tempat.admin, &tempat.unit, Some("00"))
            .await
            .unwrap()
            .is_err()
    );
    assert!(matches!(
        app.periksa_audit(&operator, &tempat.unit, None).await,
        Err(Error::Ditolak(_))
    ));
}

#[tokio::test]
async fn a_backup_of_everything_needs_the_top_of_every_tree() {
    let tempat = tempat().await;
    let app = &tempat.app;
    let (nama, _) = app.cadangkan_di_sini(&tempat.admin).await.unwrap();
    let daftar = app.daftar_cadangan(&tempat.admin).await.unwrap();
    assert_eq!(daftar.len(), 1);
    assert!(daftar[0].nama == nama && daftar[0].isi.is_ok());
    let jalur = app.ambil_cadangan(&tempat.admin, &nama).await.unwrap();
    assert!(jalur.is_file());
    assert!(
        app.ambil_cadangan(&tempat.admin, "../cermat.db")
            .await
            .is_err()
    );
    // A second tree, which this administrator does not keep.
    app.buat_unit(
        &Pelaku::sistem(),
        &UnitBaru {
            induk: None,
            ..unit_baru("", "Kantor Lain", None)
        },
    )
    .await
    .unwrap();
    assert!(matches!(
        app.daftar_cadangan(&tempat.admin).await,
        Err(Error::Ditolak(_))
    ));
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    assert!(matches!(
        app.cadangkan_di_sini(&kepala).await,
        Err(Error::Ditolak(_))
    ));
}
