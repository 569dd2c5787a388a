//! Summaries say what a fresh reading says, at once and for every database; and nobody sees more than they may.

use app::{
    Error, HakBaru, HasilIsi, IsianSel, KeadaanCapaian, Pelaku, Peran, PilihanKonsolidasi,
    TitikSel, UnitBaru,
};
use store::{Saringan, Urutan};

use crate::umum::{Tempat, contoh, semua, tempat, tempat_server};

/// The claim on each database.
async fn kedua() -> Vec<Tempat> {
    let mut daftar = vec![tempat().await];
    daftar.extend(tempat_server().await);
    daftar
}

async fn anak(tempat: &Tempat, induk: &str, nama: &str, profil: Option<&str>) -> String {
    let baru = UnitBaru {
        nama: nama.to_owned(),
        tingkat: "kantor".to_owned(),
        profil: profil.map(str::to_owned),
        kode: None,
        zona: None,
        induk: Some(induk.to_owned()),
        dari: "2020-01-01".to_owned(),
        alasan: "pembentukan".to_owned(),
    };
    tempat.app.buat_unit(&tempat.admin, &baru).await.unwrap()
}

async fn impor(tempat: &Tempat, unit: &str, nama: &str) -> i64 {
    let paket = paket::read_mentah(&contoh(nama)).unwrap();
    let sistem = Pelaku::sistem();
    let hasil = tempat.app.impor_paket(&sistem, unit, &paket, "uji").await;
    hasil.unwrap().0
}

/// The text of a cell of the survey, by the place of its row.
async fn isi(tempat: &Tempat, unit: &str, tahun: i64, baris: usize, teks: &str) -> Vec<HasilIsi> {
    let sistem = Pelaku::sistem();
    let dibaca = tempat.app.lihat_tahun(&sistem, unit, tahun).await.unwrap();
    let lembar = dibaca.isi.lembar("skm_bulanan").unwrap();
    let satu = &lembar.baris[baris];
    let isian = [IsianSel {
        titik: TitikSel {
            lembar: lembar.nama.clone(),
            baris: satu.id.clone(),
            kolom: "04".to_owned(),
        },
        teks: teks.to_owned(),
        versi: satu.versi("04"),
    }];
    let sistem = Pelaku::sistem();
    let hasil = tempat.app.isi_nilai(&sistem, unit, tahun, &isian, "uji");
    hasil.await.unwrap()
}

async fn peran(tempat: &Tempat, orang: &Pelaku, unit: &str, peran: Peran, tolak: bool) {
    let hak = HakBaru {
        orang: orang.orang.clone(),
        unit: unit.to_owned(),
        peran,
        tolak,
        dari: None,
        sampai: None,
        alasan: "surat tugas".to_owned(),
    };
    tempat.app.beri_hak(&tempat.admin, &hak).await.unwrap();
}

/// Kept and fresh say the same, and what is kept is not stale.
async fn sama(tempat: &Tempat, unit: &str, tahun: i64) {
    let sistem = Pelaku::sistem();
    let app = &tempat.app;
    let segar = app
        .lihat_tahun(&sistem, unit, tahun)
        .await
        .unwrap()
        .ringkasan();
    let disimpan = app.ringkasan_tahun(&sistem, unit, tahun).await.unwrap();
    assert_eq!(disimpan, segar);
    let mut tx = app.store.write().await.unwrap();
    let (basi, _) = tx.lock_ringkasan(unit, tahun).await.unwrap();
    assert!(!basi, "the writer renews the summary itself");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_summary_is_what_a_fresh_reading_gives_after_every_kind_of_change() {
    for tempat in kedua().await {
        let baru = anak(&tempat, &tempat.unit, "Kantor Baru", Some("kantor-umum")).await;
        tempat
            .app
            .buka_tahun(&tempat.admin, &baru, 2025)
            .await
            .unwrap();
        sama(&tempat, &baru, 2025).await;
        for (nama, unit) in [
            (
                "kantor-contoh",
                anak(&tempat, &tempat.unit, "Contoh", Some("kantor-umum")).await,
            ),
            (
                "kanim-samarinda-2023",
                anak(&tempat, &tempat.unit, "Samarinda", Some("kanim")).await,
            ),
        ] {
            let tahun = impor(&tempat, &unit, nama).await;
            sama(&tempat, &unit, tahun).await;
            // A value, a gap, something that is no number, and back.
            for teks in ["1,25", "", "tiga koma lima", "3,50"] {
                isi(&tempat, &unit, tahun, 0, teks).await;
                sama(&tempat, &unit, tahun).await;
            }
            impor(&tempat, &unit, nama).await;
            sama(&tempat, &unit, tahun).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_summary_after_many_writers_at_once_has_seen_them_all() {
    for tempat in kedua().await {
        let tahun = impor(&tempat, &tempat.unit, "kantor-contoh").await;
        let dibaca = tempat
            .app
            .lihat_tahun(&Pelaku::sistem(), &tempat.unit, tahun)
            .await
            .unwrap();
        let lembar = dibaca.isi.lembar("skm_bulanan").unwrap().clone();
        let mut penulis = tokio::task::JoinSet::new();
        for satu in lembar.baris.iter().take(6) {
            let isian = IsianSel {
                titik: TitikSel {
                    lembar: lembar.nama.clone(),
                    baris: satu.id.clone(),
                    kolom: "04".to_owned(),
                },
                teks: "2,75".to_owned(),
                versi: satu.versi("04"),
            };
            let (app, unit) = (tempat.app.clone(), tempat.unit.clone());
            penulis.spawn(async move {
                let sistem = Pelaku::sistem();
                app.isi_nilai(&sistem, &unit, tahun, &[isian], "uji")
                    .await
                    .unwrap()
            });
        }
        let hasil = penulis.join_all().await.concat();
        assert_eq!(hasil.len(), 6);
        assert!(
            hasil
                .iter()
                .all(|satu| matches!(satu, HasilIsi::Tersimpan(_)))
        );
        sama(&tempat, &tempat.unit, tahun).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_saved_a_moment_ago_stands_in_the_consolidation() {
    for tempat in kedua().await {
        let kanwil = anak(&tempat, &tempat.unit, "Kanwil", None).await;
        let satu = anak(&tempat, &kanwil, "Kantor Satu", Some("kantor-umum")).await;
        let dua = anak(&tempat, &kanwil, "Kantor Dua", Some("kantor-umum")).await;
        let tahun = impor(&tempat, &satu, "kantor-contoh").await;
        impor(&tempat, &dua, "kantor-contoh").await;
        let sistem = Pelaku::sistem();
        let lihat = async |pilihan: PilihanKonsolidasi| {
            tempat
                .app
                .konsolidasi(&sistem, &tempat.unit, tahun, &pilihan)
                .await
                .unwrap()
        };
        let awal = lihat(semua()).await;
        assert!(
            awal.turunan,
            "no child reports itself, so all below are shown"
        );
        assert_eq!(
            (awal.jumlah.unit, awal.jumlah.dibuka, awal.menunggu),
            (2, 2, 0)
        );
        assert_eq!(awal.cabang.len(), 1);
        assert_eq!(
            (
                awal.cabang[0].unit.nama.as_str(),
                &awal.cabang[0].jumlah.unit
            ),
            ("Kanwil", &2)
        );
        let bawah = awal.jumlah.di_bawah;
        // The survey falls far enough for its index to miss the target.
        for baris in 0..9 {
            isi(&tempat, &satu, tahun, baris, "1,00").await;
        }
        let segar = tempat
            .app
            .lihat_tahun(&sistem, &satu, tahun)
            .await
            .unwrap()
            .ringkasan();
        let kini = lihat(semua()).await;
        let baris = kini
            .baris
            .iter()
            .find(|baris| baris.unit.unit == satu)
            .unwrap();
        assert_eq!(baris.ringkasan.as_ref().unwrap().capaian, segar.capaian);
        let cacah = |pilih: fn(KeadaanCapaian) -> bool| {
            segar
                .indikator
                .iter()
                .filter(|satu| pilih(satu.keadaan))
                .count()
        };
        let harapan = [
            cacah(KeadaanCapaian::mencapai),
            cacah(|satu| satu == KeadaanCapaian::DiBawah),
            cacah(|satu| satu == KeadaanCapaian::TakTerukur),
        ];
        assert_eq!(baris.capaian.map(|n| usize::try_from(n).unwrap()), harapan);
        assert!(kini.jumlah.di_bawah > bawah, "{:?}", kini.jumlah);
        let terendah = PilihanKonsolidasi {
            urutan: Urutan::Capaian,
            ..semua()
        };
        assert_eq!(lihat(terendah).await.baris[0].unit.unit, satu);
        let kurang = PilihanKonsolidasi {
            saringan: Saringan::DiBawahTarget,
            ..semua()
        };
        assert!(
            lihat(kurang)
                .await
                .baris
                .iter()
                .any(|baris| baris.unit.unit == satu)
        );
        let cari = PilihanKonsolidasi {
            cari: " dua ".to_owned(),
            ..semua()
        };
        assert_eq!(lihat(cari).await.baris.len(), 1);
        // Two months after the year, whoever has not handed in is late; the day is of the law.
        assert!(
            kini.tenggat
                .is_some_and(|satu| satu.hari.is_some() && !satu.dasar.is_empty())
        );
        assert_eq!((kini.jumlah.diajukan, kini.jumlah.terlambat), (0, 2));
    }
}

#[tokio::test]
async fn nobody_sees_a_unit_in_the_consolidation_that_they_may_not_see() {
    let tempat = tempat().await;
    let satu = anak(&tempat, &tempat.unit, "Kantor Satu", Some("kantor-umum")).await;
    let dua = anak(&tempat, &tempat.unit, "Kantor Dua", Some("kantor-umum")).await;
    let tahun = impor(&tempat, &satu, "kantor-contoh").await;
    impor(&tempat, &dua, "kantor-contoh").await;
    let pemantau = tempat.orang("pemantau", Peran::Pemantau).await;
    peran(&tempat, &pemantau, &dua, Peran::Pemantau, true).await;
    let hasil = tempat
        .app
        .konsolidasi(&pemantau, &tempat.unit, tahun, &semua())
        .await
        .unwrap();
    let nama: Vec<_> = hasil
        .baris
        .iter()
        .map(|baris| baris.unit.nama.as_str())
        .collect();
    assert_eq!(nama, ["Kantor Satu"]);
    assert_eq!((hasil.jumlah.unit, hasil.riwayat[0].unit), (1, 1));
    assert!(
        hasil
            .sebaran
            .iter()
            .all(|satu| satu.banyak.iter().sum::<i64>() == 1)
    );
    // And whoever may see one office may not lay all side by side, nor look at the other's Dasbor.
    let kepala = Pelaku {
        orang: tempat.orang("kepala", Peran::Staf).await.orang,
    };
    peran(&tempat, &kepala, &tempat.unit, Peran::Staf, true).await;
    peran(&tempat, &kepala, &satu, Peran::Kepala, false).await;
    let galat = tempat
        .app
        .konsolidasi(&kepala, &tempat.unit, tahun, &semua())
        .await;
    assert!(matches!(galat, Err(Error::Ditolak(_))));
    assert!(matches!(
        tempat.app.dasbor(&kepala, &dua, tahun).await,
        Err(Error::Ditolak(_))
    ));
    assert!(tempat.app.dasbor(&kepala, &satu, tahun).await.is_ok());
}

#[tokio::test]
async fn the_dasbor_says_what_waits_for_whom_and_until_when() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let tahun = impor(&tempat, &tempat.unit, "kanim-samarinda-2023").await;
    let dasbor = tempat
        .app
        .dasbor(&operator, &tempat.unit, tahun)
        .await
        .unwrap();
    assert_eq!(dasbor.alur.len(), 4);
    assert!(dasbor.alur.iter().all(|satu| {
        satu.sejak == dasbor.dibaca.periode.dibuka
            && satu
                .langkah
                .iter()
                .all(|(_, peran)| peran.contains(&Peran::Operator))
            && !satu.alur.langkah.is_empty()
    }));
    assert!(dasbor.grafik.contains_key("ikm.tren") && dasbor.grafik.contains_key("ikm.bulanan"));
    let tenggat: Vec<_> = dasbor.tenggat.iter().filter_map(|satu| satu.hari).collect();
    assert_eq!(
        tenggat,
        [jiff::civil::date(2024, 2, 29)],
        "{:?}",
        dasbor.tenggat
    );
    assert!(dasbor.tenggat.iter().all(|satu| !satu.dasar.is_empty()));
}
