//! Keeping units, people, grants and years, and what nobody may do to themselves or to others.

use std::sync::atomic::Ordering;

use app::{CariAudit, Error, HakBaru, Masuk, PejabatBaru, Pelaku, Peran, Tindakan, UnitBaru};
use store::VersiUnit;

use crate::umum::{SANDI, Tempat, contoh, tempat};

const BARU: &str = "sembilan ekor pesut";

fn unit_baru(induk: &str, nama: &str, zona: Option<&str>) -> UnitBaru {
    UnitBaru {
        nama: nama.to_owned(),
        tingkat: "seksi".to_owned(),
        profil: None,
        kode: None,
        induk: Some(induk.to_owned()),
        dari: "2020-01-01".to_owned(),
        alasan: "pembentukan".to_owned(),
        zona: zona.map(str::to_owned),
    }
}

fn hak(orang: &Pelaku, unit: &str, peran: Peran, tolak: bool) -> HakBaru {
    HakBaru {
        orang: orang.orang.clone(),
        unit: unit.to_owned(),
        peran,
        tolak,
        dari: None,
        sampai: None,
        alasan: "surat tugas".to_owned(),
    }
}

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
        putusan.penjelasan().contains("ditolak secara khusus di Seksi"),
        "{}",
        putusan.penjelasan()
    );
    let boleh = app.tindakan_di_mana_pun(&orang).await.unwrap();
    assert!(boleh.contains(&Tindakan::UbahRencana) && !boleh.contains(&Tindakan::Sahkan));
}

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
