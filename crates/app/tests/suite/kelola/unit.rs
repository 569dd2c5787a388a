//! Units and who signs for them.

use std::sync::atomic::Ordering;

use app::{Error, HakBaru, PejabatBaru, Peran, Tindakan};
use store::VersiUnit;

use super::{hak, unit_baru};
use crate::umum::{Tempat, tempat};

async fn terakhir(tempat: &Tempat, unit: &str) -> VersiUnit {
    let riwayat = tempat.app.riwayat_unit(&tempat.admin, unit).await.unwrap();
    riwayat.last().unwrap().clone()
}

fn ubah(kini: &VersiUnit, dari: &str) -> VersiUnit {
    VersiUnit {
        dari: dari.to_owned(),
        alasan: "keputusan".to_owned(),
        ..kini.clone()
    }
}

#[tokio::test]
async fn the_day_of_a_unit_begins_in_its_own_zone_or_in_that_of_the_unit_above() {
    let tempat = tempat().await;
    // 30 September 2026, 15.30 UTC: already October in the east.
    tempat.jam.store(1_790_782_200_000_000, Ordering::Relaxed);
    let timur = tempat
        .app
        .buat_unit(
            &tempat.admin,
            &unit_baru(&tempat.unit, "Seksi Timur", Some("WIT")),
        )
        .await
        .unwrap();
    let bawah = tempat
        .app
        .buat_unit(&tempat.admin, &unit_baru(&timur, "Subseksi", None))
        .await
        .unwrap();
    for (unit, hari, zona) in [
        (&tempat.unit, "2026-09-30", "WIB"),
        (&timur, "2026-10-01", "WIT"),
        (&bawah, "2026-10-01", "WIT"),
    ] {
        assert_eq!(tempat.app.hari_ini_di(unit).await.unwrap(), hari);
        assert_eq!(tempat.app.zona(unit).await.unwrap().kata, zona);
    }
    let salah = unit_baru(&tempat.unit, "Seksi Entah", Some("GMT"));
    assert!(matches!(
        tempat.app.buat_unit(&tempat.admin, &salah).await,
        Err(Error::Isian(_))
    ));
    // A grant of October holds in the east and not yet in the west, also in the list of units.
    let orang = tempat.orang("ani", Peran::Pemantau).await;
    let oktober = HakBaru {
        dari: Some("2026-10-01".to_owned()),
        ..hak(&orang, &tempat.unit, Peran::Operator, false)
    };
    tempat.app.beri_hak(&tempat.admin, &oktober).await.unwrap();
    let pohon = tempat
        .app
        .pohon_unit(&orang, Tindakan::IsiNilai, "2026-10-01")
        .await
        .unwrap();
    let nama: Vec<_> = pohon
        .iter()
        .map(|satu| (satu.unit.nama.as_str(), satu.dalam))
        .collect();
    assert_eq!(nama, [("Seksi Timur", 0), ("Subseksi", 1)]);
    for (unit, boleh) in [(&tempat.unit, false), (&bawah, true)] {
        let putusan = tempat
            .app
            .jelaskan_izin(&orang, &orang.orang, unit)
            .await
            .unwrap();
        let isi = putusan
            .iter()
            .find(|satu| satu.tindakan == Tindakan::IsiNilai)
            .unwrap();
        assert_eq!(isi.boleh, boleh, "{}", isi.penjelasan());
    }
}

#[tokio::test]
async fn a_unit_changes_from_a_day_on_and_ends_only_when_nothing_is_below_it() {
    let tempat = tempat().await;
    let seksi = tempat
        .app
        .buat_unit(&tempat.admin, &unit_baru(&tempat.unit, "Seksi", None))
        .await
        .unwrap();
    let anak = tempat
        .app
        .buat_unit(&tempat.admin, &unit_baru(&seksi, "Subseksi", None))
        .await
        .unwrap();
    let kini = terakhir(&tempat, &seksi).await;
    let berganti = VersiUnit {
        nama: "Seksi Baru".to_owned(),
        ..ubah(&kini, "2026-01-01")
    };
    tempat
        .app
        .ubah_unit(&tempat.admin, &berganti)
        .await
        .unwrap();
    // Who saw the older version is told.
    assert!(matches!(
        tempat.app.ubah_unit(&tempat.admin, &berganti).await,
        Err(Error::Store(store::Error::Bentrok { kini: 2 }))
    ));
    let nama_pada = async |hari: &str| -> Vec<String> {
        let pohon = tempat
            .app
            .pohon_unit(&tempat.admin, Tindakan::KelolaUnit, hari)
            .await
            .unwrap();
        pohon.into_iter().map(|satu| satu.unit.nama).collect()
    };
    assert_eq!(
        nama_pada("2025-12-31").await,
        ["Kantor Contoh", "Seksi", "Subseksi"]
    );
    assert_eq!(
        nama_pada("2026-01-01").await,
        ["Kantor Contoh", "Seksi Baru", "Subseksi"]
    );
    let tutup = |kini: &VersiUnit| VersiUnit {
        aktif: 0,
        ..ubah(kini, "2026-02-01")
    };
    let kini = terakhir(&tempat, &seksi).await;
    let galat = tempat
        .app
        .ubah_unit(&tempat.admin, &tutup(&kini))
        .await
        .unwrap_err();
    assert!(galat.to_string().contains("Subseksi"), "{galat}");
    for unit in [&anak, &seksi] {
        let kini = terakhir(&tempat, unit).await;
        tempat
            .app
            .ubah_unit(&tempat.admin, &tutup(&kini))
            .await
            .unwrap();
    }
    assert_eq!(nama_pada("2026-02-01").await, ["Kantor Contoh"]);
    // What ended is still read by who keeps the unit above, and on the days before its end.
    assert_eq!(nama_pada("2026-01-31").await.len(), 3);
    assert_eq!(terakhir(&tempat, &anak).await.aktif, 0);
    // The top is the program's own.
    let puncak = terakhir(&tempat, &tempat.unit).await;
    assert!(matches!(
        tempat.app.ubah_unit(&tempat.admin, &tutup(&puncak)).await,
        Err(Error::BelumDapat(_))
    ));
}

#[tokio::test]
async fn a_unit_does_not_leave_its_tree_without_the_keeper_of_the_tree() {
    let tempat = tempat().await;
    let seksi = tempat
        .app
        .buat_unit(&tempat.admin, &unit_baru(&tempat.unit, "Seksi", None))
        .await
        .unwrap();
    let lokal = tempat.orang("lokal", Peran::Pemantau).await;
    tempat
        .app
        .beri_hak(
            &tempat.admin,
            &hak(&lokal, &seksi, Peran::Administrator, false),
        )
        .await
        .unwrap();
    let kini = terakhir(&tempat, &seksi).await;
    let lepas = VersiUnit {
        induk: None,
        ..ubah(&kini, "2026-01-01")
    };
    assert!(matches!(
        tempat.app.ubah_unit(&lokal, &lepas).await,
        Err(Error::BelumDapat(_))
    ));
    let tutup = VersiUnit {
        aktif: 0,
        ..ubah(&kini, "2026-01-01")
    };
    assert!(matches!(
        tempat.app.ubah_unit(&lokal, &tutup).await,
        Err(Error::Ditolak(_))
    ));
    tempat
        .app
        .ubah_unit(&lokal, &ubah(&kini, "2026-01-01"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_wrong_record_of_a_holder_is_withdrawn_and_signs_no_more() {
    let tempat = tempat().await;
    let baru = PejabatBaru {
        unit: tempat.unit.clone(),
        jabatan: "Kepala Kantor".to_owned(),
        sifat: "definitif".to_owned(),
        nama: "Keliru".to_owned(),
        nip: None,
        dari: "2025-01-01".to_owned(),
        sampai: None,
        alasan: "keputusan".to_owned(),
    };
    let app = &tempat.app;
    app.catat_pejabat(&tempat.admin, &baru).await.unwrap();
    let daftar = app
        .daftar_penanda_tangan(&tempat.admin, &tempat.unit, "2025-06-01")
        .await
        .unwrap();
    let id = daftar[0].pejabat.as_ref().unwrap().id.clone();
    assert!(matches!(
        app.cabut_pejabat(&tempat.admin, &tempat.unit, &id, " ")
            .await,
        Err(Error::Isian(_))
    ));
    app.cabut_pejabat(&tempat.admin, &tempat.unit, &id, "tanggal keliru")
        .await
        .unwrap();
    assert!(
        app.daftar_penanda_tangan(&tempat.admin, &tempat.unit, "2025-06-01")
            .await
            .unwrap()
            .is_empty()
    );
    assert!(matches!(
        app.cabut_pejabat(&tempat.admin, &tempat.unit, &id, "lagi")
            .await,
        Err(Error::Isian(_))
    ));
}
