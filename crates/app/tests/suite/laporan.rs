//! The report: composing in the background, its flow with the very files, publication, narratives, frozen definitions.

use std::sync::atomic::Ordering;

use app::{
    Error, HasilIsi, IsianSel, JenisAlur, Keadaan, LangkahBaru, Pelaku, Peran, TitikSel,
    TulisNarasi,
};

use crate::umum::{Tempat, contoh, tempat};

const TAHUN: i64 = 2024;

/// An office with a year that is complete, and who works there: operator, reviewer, head.
async fn kantor() -> (Tempat, [Pelaku; 3]) {
    let tempat = tempat().await;
    let orang = [
        tempat.orang("operator", Peran::Operator).await,
        tempat.orang("pereviu", Peran::Reviu).await,
        tempat.orang("kepala", Peran::Kepala).await,
    ];
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    tempat
        .app
        .impor_paket(&orang[0], &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    (tempat, orang)
}

async fn langkah(tempat: &Tempat, oleh: &Pelaku, ke: Keadaan, alasan: &str) -> app::Result<()> {
    let alur = tempat
        .app
        .daftar_alur(oleh, &tempat.unit, TAHUN)
        .await
        .unwrap();
    let versi = alur
        .iter()
        .find(|satu| satu.jenis == JenisAlur::Laporan)
        .unwrap()
        .versi;
    let baru = LangkahBaru {
        jenis: JenisAlur::Laporan,
        ke,
        versi,
        alasan: alasan.to_owned(),
    };
    tempat
        .app
        .langkah_alur(oleh, &tempat.unit, TAHUN, &baru)
        .await
}

async fn keadaan(tempat: &Tempat, oleh: &Pelaku, id: &str) -> store::Pekerjaan {
    tempat
        .app
        .lihat_pekerjaan(oleh, &tempat.unit, TAHUN, id)
        .await
        .unwrap()
}

/// A cell of the year gets another text.
async fn ubah(tempat: &Tempat, oleh: &Pelaku, kolom: &str, teks: &str) -> String {
    let dibaca = tempat
        .app
        .lihat_tahun(oleh, &tempat.unit, TAHUN)
        .await
        .unwrap();
    let baris = &dibaca.isi.lembar("skm_bulanan").unwrap().baris[0];
    let isian = IsianSel {
        titik: TitikSel {
            lembar: "skm_bulanan".to_owned(),
            baris: baris.id.clone(),
            kolom: kolom.to_owned(),
        },
        teks: teks.to_owned(),
        versi: baris.versi(kolom),
    };
    tempat
        .app
        .isi_nilai(oleh, &tempat.unit, TAHUN, &[isian], "koreksi")
        .await
        .unwrap();
    baris.teks(kolom).to_owned()
}

#[tokio::test]
async fn whoever_asks_while_a_report_is_being_made_gets_the_same_job() {
    let (tempat, [operator, pereviu, kepala]) = kantor().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let satu = app
        .minta_laporan(&operator, unit, TAHUN, false)
        .await
        .unwrap();
    let sama = app
        .minta_laporan(&kepala, unit, TAHUN, false)
        .await
        .unwrap();
    let lain = app
        .minta_laporan(&operator, unit, TAHUN, true)
        .await
        .unwrap();
    assert_eq!(satu.id, sama.id);
    assert_ne!(satu.id, lain.id);
    let staf = tempat.orang("staf", Peran::Staf).await;
    assert!(matches!(
        app.minta_laporan(&staf, unit, TAHUN, false).await,
        Err(Error::Ditolak(_))
    ));
    assert!(
        app.minta_laporan(&operator, unit, 1999, false)
            .await
            .is_err()
    );
    while app.kerjakan_satu().await.unwrap() {}
    let hasil = keadaan(&tempat, &pereviu, &satu.id).await;
    assert_eq!((hasil.keadaan.as_str(), hasil.kemajuan), ("selesai", 100));
    let laporan = app.lihat_laporan(&pereviu, unit, TAHUN).await.unwrap();
    assert_eq!(laporan.susunan.len(), 2);
    assert!(laporan.pekerjaan.is_empty());
    let susunan = &laporan.susunan[1];
    assert!(susunan.terkini && susunan.susunan.akhir == 0);
    for berkas in &susunan.berkas {
        let (_, isi) = app
            .ambil_berkas_laporan(&pereviu, unit, TAHUN, &susunan.susunan.id, &berkas.nama)
            .await
            .unwrap();
        assert_eq!(store::sidik_dari(&isi), berkas.sidik);
    }
    // When it is done, the next wish is a new job.
    let baru = app
        .minta_laporan(&operator, unit, TAHUN, false)
        .await
        .unwrap();
    assert_ne!(baru.id, satu.id);
}

#[tokio::test]
async fn a_cancelled_job_leaves_no_report_behind() {
    let (tempat, [operator, _, kepala]) = kantor().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    // Before it begins.
    let antre = app
        .minta_laporan(&operator, unit, TAHUN, false)
        .await
        .unwrap();
    app.batalkan_pekerjaan(&operator, unit, TAHUN, &antre.id)
        .await
        .unwrap();
    assert!(!app.kerjakan_satu().await.unwrap());
    assert!(
        app.batalkan_pekerjaan(&operator, unit, TAHUN, &antre.id)
            .await
            .is_err()
    );
    // Between two of its steps.
    let kerja = app
        .minta_laporan(&operator, unit, TAHUN, false)
        .await
        .unwrap();
    let pekerja = tokio::spawn({
        let app = app.clone();
        async move { app.kerjakan_satu().await }
    });
    while keadaan(&tempat, &kepala, &kerja.id).await.keadaan != "jalan" {
        tokio::task::yield_now().await;
    }
    app.batalkan_pekerjaan(&kepala, unit, TAHUN, &kerja.id)
        .await
        .unwrap();
    assert!(pekerja.await.unwrap().unwrap());
    assert_eq!(keadaan(&tempat, &kepala, &kerja.id).await.keadaan, "batal");
    assert!(
        app.lihat_laporan(&kepala, unit, TAHUN)
            .await
            .unwrap()
            .susunan
            .is_empty()
    );
}

#[tokio::test]
async fn a_job_of_a_dead_process_is_taken_up_again_when_its_lease_has_run_out() {
    let (tempat, [operator, ..]) = kantor().await;
    let app = &tempat.app;
    let kerja = app
        .minta_laporan(&operator, &tempat.unit, TAHUN, false)
        .await
        .unwrap();
    // A process takes it, and dies.
    let mut tx = app.store.write().await.unwrap();
    let kini = app.kini();
    assert!(
        tx.take_pekerjaan(kini, kini + 90_000_000)
            .await
            .unwrap()
            .is_some()
    );
    tx.commit(&[]).await.unwrap();
    assert!(!app.kerjakan_satu().await.unwrap(), "it is still held");
    tempat.jam.fetch_add(91_000_000, Ordering::Relaxed);
    assert!(app.kerjakan_satu().await.unwrap());
    assert_eq!(
        keadaan(&tempat, &operator, &kerja.id).await.keadaan,
        "selesai"
    );
}

#[tokio::test]
async fn a_final_report_that_is_refused_says_why_where_its_progress_is_followed() {
    let (tempat, [operator, ..]) = kantor().await;
    let app = &tempat.app;
    ubah(&tempat, &operator, "04", "").await;
    let kerja = app
        .minta_laporan(&operator, &tempat.unit, TAHUN, true)
        .await
        .unwrap();
    assert!(app.kerjakan_satu().await.unwrap());
    let gagal = keadaan(&tempat, &operator, &kerja.id).await;
    assert_eq!(gagal.keadaan, "gagal");
    assert!(!gagal.pesan.is_empty(), "{gagal:?}");
    assert!(
        app.lihat_laporan(&operator, &tempat.unit, TAHUN)
            .await
            .unwrap()
            .susunan
            .is_empty()
    );
}

#[tokio::test]
async fn what_is_published_is_what_was_approved_byte_by_byte() {
    let (tempat, [operator, pereviu, kepala]) = kantor().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    // Handed in are files, not intentions.
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diajukan, "").await,
        Err(Error::BelumDapat(_))
    ));
    app.buat_laporan(&operator, unit, TAHUN, false)
        .await
        .unwrap();
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diajukan, "").await,
        Err(Error::BelumDapat(_))
    ));
    let akhir = app
        .buat_laporan(&operator, unit, TAHUN, true)
        .await
        .unwrap();
    langkah(&tempat, &operator, Keadaan::Diajukan, "")
        .await
        .unwrap();
    // Figures that change while it is looked at are told.
    let semula = ubah(&tempat, &operator, "04", "3,11").await;
    let galat = langkah(&tempat, &pereviu, Keadaan::Diverifikasi, "")
        .await
        .unwrap_err();
    assert!(
        galat.to_string().contains("berubah sejak laporan diajukan"),
        "{galat}"
    );
    ubah(&tempat, &operator, "04", &semula).await;
    langkah(&tempat, &pereviu, Keadaan::Diverifikasi, "")
        .await
        .unwrap();
    langkah(&tempat, &kepala, Keadaan::Disahkan, "")
        .await
        .unwrap();
    assert!(app.lihat_publik(unit, TAHUN).await.is_err());

    // Neither who handed in nor who wrote publishes, whatever other roles they have.
    tempat.hak(&operator.orang, Peran::Kepala, false).await;
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diterbitkan, "").await,
        Err(Error::BelumDapat(_))
    ));
    let penulis = tempat.orang("penulis", Peran::Operator).await;
    tempat.hak(&penulis.orang, Peran::Kepala, false).await;
    let semula = ubah(&tempat, &penulis, "05", "3,12").await;
    let galat = langkah(&tempat, &penulis, Keadaan::Diterbitkan, "")
        .await
        .unwrap_err();
    assert!(galat.to_string().contains("yang mengisi data"), "{galat}");
    assert!(matches!(
        langkah(&tempat, &pereviu, Keadaan::Diterbitkan, "").await,
        Err(Error::Ditolak(_))
    ));

    langkah(&tempat, &kepala, Keadaan::Diterbitkan, "")
        .await
        .unwrap();
    let publik = app.lihat_publik(unit, TAHUN).await.unwrap();
    assert_eq!((publik.terbitan.versi, publik.dikoreksi), (1, false));
    assert!(publik.ringkasan.anggaran.is_some() && !publik.ringkasan.indikator.is_empty());
    for (nama, isi) in &akhir.berkas {
        let didapat = app.berkas_publik(unit, TAHUN, nama).await;
        if *nama == "lkjip.docx" {
            assert!(
                didapat.is_err(),
                "the file for editing is not for the public"
            );
        } else {
            assert_eq!(didapat.unwrap().1, *isi, "{nama}");
        }
    }

    // A correction leaves the old one standing until the new one is out.
    langkah(&tempat, &kepala, Keadaan::Draf, "salah ketik")
        .await
        .unwrap();
    ubah(&tempat, &penulis, "05", &semula).await;
    let narasi = app
        .lihat_narasi(&operator, unit, TAHUN, "penutup.saran", "")
        .await
        .unwrap();
    let tulis = TulisNarasi {
        kunci: "penutup.saran".to_owned(),
        teks: "1. Melanjutkan perbaikan layanan.".to_owned(),
        versi: narasi.versi,
        alasan: String::new(),
    };
    app.tulis_narasi(&operator, unit, TAHUN, &tulis)
        .await
        .unwrap();
    let akhir = app
        .buat_laporan(&operator, unit, TAHUN, true)
        .await
        .unwrap();
    let publik = app.lihat_publik(unit, TAHUN).await.unwrap();
    assert_eq!((publik.terbitan.versi, publik.dikoreksi), (1, true));
    langkah(&tempat, &operator, Keadaan::Diajukan, "")
        .await
        .unwrap();
    langkah(&tempat, &pereviu, Keadaan::Diverifikasi, "")
        .await
        .unwrap();
    langkah(&tempat, &kepala, Keadaan::Disahkan, "")
        .await
        .unwrap();
    langkah(
        &tempat,
        &kepala,
        Keadaan::Diterbitkan,
        "Nilai Mei dibetulkan.",
    )
    .await
    .unwrap();
    let publik = app.lihat_publik(unit, TAHUN).await.unwrap();
    assert_eq!(
        (
            publik.terbitan.versi,
            publik.dikoreksi,
            publik.sebelumnya.len()
        ),
        (2, false, 1)
    );
    assert_eq!(
        app.berkas_publik(unit, TAHUN, "lkjip.pdf").await.unwrap().1,
        akhir.berkas[0].1
    );
    assert_eq!(app.daftar_publik(None).await.unwrap().terbitan.len(), 1);
}

#[tokio::test]
async fn of_two_writers_of_a_narrative_none_loses_words() {
    let (tempat, [operator, pereviu, _]) = kantor().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    let kunci = "penutup.saran";
    let awal = app
        .lihat_narasi(&operator, unit, TAHUN, kunci, "")
        .await
        .unwrap();
    assert!(awal.terkunci.is_none() && !awal.fakta.is_empty());
    let tulis = |teks: &str, versi| TulisNarasi {
        kunci: kunci.to_owned(),
        teks: teks.to_owned(),
        versi,
        alasan: String::new(),
    };
    let pertama = app
        .tulis_narasi(&operator, unit, TAHUN, &tulis("Satu.\r\nDua.", awal.versi))
        .await
        .unwrap();
    assert_eq!(pertama, HasilIsi::Tersimpan(awal.versi + 1));
    let kedua = app
        .tulis_narasi(&perencana, unit, TAHUN, &tulis("Lain.", awal.versi))
        .await
        .unwrap();
    assert_eq!(
        kedua,
        HasilIsi::Bentrok {
            kini: "Satu.\nDua.".to_owned(),
            versi: awal.versi + 1
        }
    );
    // What was overwritten knowingly comes back as a new version.
    let hasil = app
        .pulihkan_narasi(&perencana, unit, TAHUN, kunci, (awal.versi, awal.versi + 1))
        .await
        .unwrap();
    assert_eq!(hasil, HasilIsi::Tersimpan(awal.versi + 2));
    let kini = app
        .lihat_narasi(&pereviu, unit, TAHUN, kunci, "")
        .await
        .unwrap();
    assert_eq!(kini.teks, awal.teks);
    assert_eq!(kini.riwayat.len(), awal.riwayat.len() + 2);
    assert!(kini.terkunci.unwrap().contains("diperlukan peran"));
    assert!(matches!(
        app.tulis_narasi(&pereviu, unit, TAHUN, &tulis("x", kini.versi))
            .await,
        Err(Error::Ditolak(_))
    ));
    // A narrative that a package took away is written again, though its old words were kept.
    let mut paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    paket.narasi.remove(kunci);
    app.impor_paket(&operator, unit, &paket, "tanpa saran")
        .await
        .unwrap();
    let hilang = app
        .lihat_narasi(&operator, unit, TAHUN, kunci, "")
        .await
        .unwrap();
    assert_eq!((hilang.teks.as_str(), hilang.versi), ("", 0));
    let lagi = app
        .tulis_narasi(&operator, unit, TAHUN, &tulis("Kembali.", 0))
        .await
        .unwrap();
    assert!(matches!(lagi, HasilIsi::Tersimpan(_)), "{lagi:?}");
    let kini = app
        .lihat_narasi(&operator, unit, TAHUN, kunci, "")
        .await
        .unwrap();
    assert_eq!(kini.teks, "Kembali.");
    // A key that the report does not print is no place for words.
    let asing = TulisNarasi {
        kunci: "penutup.sarann".to_owned(),
        ..tulis("x", 0)
    };
    assert!(
        app.tulis_narasi(&operator, unit, TAHUN, &asing)
            .await
            .is_err()
    );
}

#[tokio::test]
async fn a_year_whose_definitions_changed_says_so_and_is_handed_in_with_a_reason_only() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    // The year was opened under another wording of an indicator of the profile.
    let mut tx = tempat.app.store.write().await.unwrap();
    let kini = tempat.app.kini();
    tx.open_periode(&tempat.unit, TAHUN, &operator.orang, kini)
        .await
        .unwrap();
    let beku = r#"{"indikator":[{"kode":"IKM","definisi":"definisi yang dahulu"}]}"#;
    tx.freeze_periode(
        &tempat.unit,
        TAHUN,
        beku,
        &store::sidik_dari(beku.as_bytes()),
    )
    .await
    .unwrap();
    tx.commit(&[]).await.unwrap();
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    app.impor_paket(&operator, unit, &paket, "awal")
        .await
        .unwrap();
    let laporan = app.lihat_laporan(&operator, unit, TAHUN).await.unwrap();
    assert!(
        laporan
            .definisi
            .iter()
            .any(|satu| satu.pesan.contains("definisi yang dahulu"))
    );
    app.buat_laporan(&operator, unit, TAHUN, true)
        .await
        .unwrap();
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diajukan, " ").await,
        Err(Error::Paket(_))
    ));
    langkah(
        &tempat,
        &operator,
        Keadaan::Diajukan,
        "rumusan diperjelas oleh unit pusat",
    )
    .await
    .unwrap();
}
