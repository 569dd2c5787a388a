//! Units, who signs, and children side by side.

use app::{Error, Keadaan, PejabatBaru, Pelaku, Peran, Tindakan, UnitBaru};

use crate::umum::{Tempat, contoh, semua, tempat};

fn pejabat(
    tempat: &Tempat,
    sifat: &str,
    nama: &str,
    dari: &str,
    sampai: Option<&str>,
) -> PejabatBaru {
    PejabatBaru {
        unit: tempat.unit.clone(),
        jabatan: "Kepala Kantor".to_owned(),
        sifat: sifat.to_owned(),
        nama: nama.to_owned(),
        nip: None,
        dari: dari.to_owned(),
        sampai: sampai.map(str::to_owned),
        alasan: "keputusan".to_owned(),
    }
}

#[tokio::test]
async fn whoever_holds_the_post_on_the_day_signs_and_an_acting_official_first() {
    let tempat = tempat().await;
    for baru in [
        pejabat(
            &tempat,
            "definitif",
            "Lama",
            "2024-01-01",
            Some("2025-06-30"),
        ),
        pejabat(
            &tempat,
            "plt",
            "Sementara",
            "2025-07-01",
            Some("2025-08-31"),
        ),
        pejabat(&tempat, "definitif", "Baru", "2025-09-01", None),
        pejabat(&tempat, "plh", "Harian", "2025-10-06", Some("2025-10-10")),
    ] {
        tempat
            .app
            .catat_pejabat(&tempat.admin, &baru)
            .await
            .unwrap();
    }
    for (hari, nama) in [
        ("2023-12-31", None),
        ("2025-06-30", Some("Lama")),
        ("2025-07-01", Some("Sementara")),
        ("2025-10-05", Some("Baru")),
        ("2025-10-10", Some("Harian")),
        ("2025-10-11", Some("Baru")),
    ] {
        let didapat = tempat
            .app
            .penanda_tangan(&tempat.unit, "Kepala Kantor", hari)
            .await
            .unwrap();
        assert_eq!(didapat.map(|satu| satu.nama).as_deref(), nama, "{hari}");
    }
    let terbalik = pejabat(
        &tempat,
        "definitif",
        "Keliru",
        "2026-01-01",
        Some("2025-01-01"),
    );
    assert!(matches!(
        tempat.app.catat_pejabat(&tempat.admin, &terbalik).await,
        Err(Error::Isian(_))
    ));
}

#[tokio::test]
async fn a_grant_above_reaches_the_children_and_children_stand_side_by_side() {
    let tempat = tempat().await;
    let baru = |nama: &str| UnitBaru {
        nama: nama.to_owned(),
        tingkat: "kantor".to_owned(),
        profil: Some("kantor-umum".to_owned()),
        kode: None,
        induk: Some(tempat.unit.clone()),
        dari: "2020-01-01".to_owned(),
        alasan: "pembentukan".to_owned(),
        zona: None,
    };
    let satu = tempat
        .app
        .buat_unit(&tempat.admin, &baru("Kantor Satu"))
        .await
        .unwrap();
    let dua = tempat
        .app
        .buat_unit(&tempat.admin, &baru("Kantor Dua"))
        .await
        .unwrap();
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    tempat
        .app
        .impor_paket(&Pelaku::sistem(), &satu, &paket, "uji")
        .await
        .unwrap();
    let pemantau = tempat.orang("pemantau", Peran::Pemantau).await;
    let baris = tempat
        .app
        .konsolidasi(&pemantau, &tempat.unit, 2024, &semua())
        .await
        .unwrap()
        .baris;
    assert_eq!(
        baris
            .iter()
            .map(|satu| satu.unit.nama.as_str())
            .collect::<Vec<_>>(),
        ["Kantor Dua", "Kantor Satu"]
    );
    assert_eq!(
        (baris[0].alur, baris[1].alur),
        (None, Some([Keadaan::Draf; 4]))
    );
    let ringkasan = baris[1].ringkasan.as_ref().unwrap();
    assert!(ringkasan.kesalahan == 0 && ringkasan.anggaran.is_some());
    assert_eq!(baris[1].capaian[2], 0);
    // A top of a tree is the program's to make.
    let puncak = UnitBaru {
        induk: None,
        ..baru("Puncak")
    };
    assert!(matches!(
        tempat.app.buat_unit(&tempat.admin, &puncak).await,
        Err(Error::Ditolak(_))
    ));
    assert!(
        tempat
            .app
            .jelaskan_izin(&pemantau, &pemantau.orang, &dua)
            .await
            .unwrap()
            .iter()
            .any(|satu| satu.boleh && satu.tindakan == Tindakan::Lihat)
    );
}

#[tokio::test]
async fn a_report_is_made_from_the_store_and_recorded_with_its_hashes() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = tempat
        .app
        .impor_paket(&operator, &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    let hasil = tempat
        .app
        .buat_laporan(&operator, &tempat.unit, tahun, true)
        .await
        .unwrap();
    let nama: Vec<_> = hasil.berkas.iter().map(|(nama, _)| *nama).collect();
    assert_eq!(
        nama,
        ["lkjip.pdf", "lkjip.docx", "lkjip.html", "fakta.json"]
    );
    let (_, pdf) = &hasil.berkas[0];
    let catatan = tempat
        .app
        .cari_audit(&tempat.admin, &tempat.unit, &app::CariAudit::default())
        .await
        .unwrap();
    assert!(catatan.rekaman[0].rincian.contains(&store::sidik_dari(pdf)));
    let staf = tempat.orang("staf", Peran::Staf).await;
    assert!(matches!(
        tempat
            .app
            .buat_laporan(&staf, &tempat.unit, tahun, false)
            .await,
        Err(Error::Ditolak(_))
    ));
}
