//! A package in and out of the store.

use app::{Error, HasilIsi, IsianSel, Pelaku, Peran, TitikSel};

use crate::umum::{contoh, tempat};

#[tokio::test]
async fn a_package_comes_out_as_it_went_in() {
    for nama in ["kanim-samarinda-2023", "kantor-contoh"] {
        let tempat = tempat().await;
        let masuk = paket::read_mentah(&contoh(nama)).unwrap();
        let (tahun, _) = tempat
            .app
            .impor_paket(&Pelaku::sistem(), &tempat.unit, &masuk, "uji")
            .await
            .unwrap();
        let keluar = tempat
            .app
            .ekspor_paket(&Pelaku::sistem(), &tempat.unit, tahun)
            .await
            .unwrap();
        assert_eq!(masuk.satker, keluar.satker, "{nama}");
        for (masuk, keluar) in masuk.lembar.iter().zip(&keluar.lembar) {
            assert_eq!(masuk, keluar, "{nama}");
        }
        assert_eq!(masuk, keluar, "{nama}");
        // And gives the same fakta, and so the same report.
        let hukum = &tempat.app.hukum;
        let hitung = |mentah: &paket::Mentah| {
            let hasil = kinerja::compute(&paket::interpret(mentah, hukum).unwrap(), hukum);
            hasil
                .fakta
                .iter()
                .map(|fakta| (fakta.kode.clone(), fakta.tampil()))
                .collect::<Vec<_>>()
        };
        assert_eq!(hitung(&masuk), hitung(&keluar), "{nama}");
    }
}

#[tokio::test]
async fn the_same_package_again_changes_nothing() {
    let tempat = tempat().await;
    let mut masuk = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let sistem = Pelaku::sistem();
    let (tahun, _) = tempat
        .app
        .impor_paket(&sistem, &tempat.unit, &masuk, "awal")
        .await
        .unwrap();
    let (_, perubahan) = tempat
        .app
        .impor_paket(&sistem, &tempat.unit, &masuk, "lagi")
        .await
        .unwrap();
    assert_eq!(perubahan, app::Perubahan::default());
    // One changed cell is one new version, with its reason.
    let lembar = masuk
        .lembar
        .iter_mut()
        .find(|lembar| lembar.nama == "kegiatan")
        .unwrap();
    let kolom = lembar.kepala.last().unwrap().clone();
    let sel = lembar.baris[0].sel.last_mut().unwrap();
    *sel = "catatan baru".to_owned();
    let hasil = tempat
        .app
        .impor_paket(&sistem, &tempat.unit, &masuk, "koreksi")
        .await;
    if let Ok((_, perubahan)) = hasil {
        assert_eq!(
            (perubahan.sel, perubahan.baris_baru, perubahan.baris_hilang),
            (1, 0, 0)
        );
        let dibaca = tempat
            .app
            .lihat_tahun(&sistem, &tempat.unit, tahun)
            .await
            .unwrap();
        let baris = dibaca.isi.lembar("kegiatan").unwrap().baris[0].id.clone();
        let titik = TitikSel {
            lembar: "kegiatan".to_owned(),
            baris,
            kolom,
        };
        let (riwayat, _) = tempat
            .app
            .riwayat_nilai(&sistem, &tempat.unit, tahun, &titik)
            .await
            .unwrap();
        assert_eq!(riwayat.last().unwrap().alasan, "koreksi");
    } else {
        panic!("{hasil:?}");
    }
}

#[tokio::test]
async fn a_package_with_errors_leaves_nothing_behind() {
    let tempat = tempat().await;
    let mut rusak = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let lembar = rusak
        .lembar
        .iter_mut()
        .find(|lembar| lembar.nama == "anggaran_program")
        .unwrap();
    let pagu = lembar
        .kepala
        .iter()
        .position(|kolom| kolom == "pagu")
        .unwrap();
    lembar.baris[0].sel[pagu] = "22.485.300.00".to_owned();
    let galat = tempat
        .app
        .impor_paket(&Pelaku::sistem(), &tempat.unit, &rusak, "uji")
        .await
        .unwrap_err();
    assert!(matches!(galat, Error::Paket(_)), "{galat}");
    assert!(
        tempat
            .app
            .store
            .read()
            .await
            .unwrap()
            .list_periode()
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_new_year_starts_with_its_sheets_and_shows_what_is_missing() {
    let tempat = tempat().await;
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    tempat
        .app
        .buka_tahun(&perencana, &tempat.unit, 2025)
        .await
        .unwrap();
    let dibaca = tempat
        .app
        .lihat_tahun(&perencana, &tempat.unit, 2025)
        .await
        .unwrap();
    assert!(
        dibaca
            .isi
            .lembar("indikator_tahunan")
            .is_some_and(|lembar| !lembar.baris.is_empty())
    );
    assert!(dibaca.periode.beku.unwrap().contains("IKM"));
    assert!(
        tempat
            .app
            .buka_tahun(&perencana, &tempat.unit, 2025)
            .await
            .is_err()
    );
}

#[tokio::test]
async fn of_two_editors_of_one_value_none_is_lost() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let staf = tempat.orang("staf", Peran::Staf).await;
    let masuk = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = tempat
        .app
        .impor_paket(&operator, &tempat.unit, &masuk, "awal")
        .await
        .unwrap();
    let dibaca = tempat
        .app
        .lihat_tahun(&operator, &tempat.unit, tahun)
        .await
        .unwrap();
    let lembar = dibaca.isi.lembar("skm_bulanan").unwrap();
    let baris = &lembar.baris[0];
    let isian = |teks: &str| {
        [IsianSel {
            titik: TitikSel {
                lembar: lembar.nama.clone(),
                baris: baris.id.clone(),
                kolom: "04".to_owned(),
            },
            teks: teks.to_owned(),
            versi: baris.versi("04"),
        }]
    };
    let pertama = tempat
        .app
        .isi_nilai(&operator, &tempat.unit, tahun, &isian("3,41"), "entri")
        .await
        .unwrap();
    let kedua = tempat
        .app
        .isi_nilai(&staf, &tempat.unit, tahun, &isian("3,14"), "entri")
        .await
        .unwrap();
    let versi = baris.versi("04") + 1;
    assert_eq!(pertama, [HasilIsi::Tersimpan(versi)]);
    assert_eq!(
        kedua,
        [HasilIsi::Bentrok {
            kini: "3,41".to_owned(),
            versi
        }]
    );
    // The same words again, after a reply that was lost, are no clash.
    let lagi = tempat
        .app
        .isi_nilai(&operator, &tempat.unit, tahun, &isian("3,41"), "entri")
        .await
        .unwrap();
    assert_eq!(lagi, [HasilIsi::Tersimpan(versi)]);
}

#[tokio::test]
async fn a_backup_of_a_year_gives_the_same_package() {
    let tempat = tempat().await;
    let sistem = Pelaku::sistem();
    let masuk = paket::read_mentah(&contoh("kanim-samarinda-2023")).unwrap();
    let (tahun, _) = tempat
        .app
        .impor_paket(&sistem, &tempat.unit, &masuk, "uji")
        .await
        .unwrap();
    let berkas = tempat.folder.path().join("cadangan.zip");
    tempat.app.cadangkan(&sistem, &berkas).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let lain = app::App {
        store: store::Store::open_embedded(&folder.path().join("cermat.db"))
            .await
            .unwrap(),
        bukti: store::FolderBukti::new(folder.path().join("bukti")),
        ..tempat.app.clone()
    };
    lain.pulihkan(&sistem, &berkas).await.unwrap();
    assert_eq!(
        lain.ekspor_paket(&sistem, &tempat.unit, tahun)
            .await
            .unwrap(),
        masuk
    );
    assert!(lain.periksa_audit(&sistem, "", None).await.unwrap().is_ok());
}
