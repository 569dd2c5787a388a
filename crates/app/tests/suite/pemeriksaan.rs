//! Documents that are checked for a unit.

use app::{BentukUnduhan, DokumenBaru, Error, OrangBaru, Pelaku, Peran, Unggahan};

use crate::umum::{SANDI, Tempat, contoh, tempat};

const LAPORAN: &str = "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022

BAB III AKUNTABILITAS KINERJA

Realisasi belanja tahun 2022 adalah sebesar Rp4.750.000.000,- dari total anggaran Rp5.000.000.000,- atau 98,00%.

Kantor telah memperoleh [nama penghargaan] dari pemerintah daerah.
";
const ATURAN: &str = "capaian-tidak-cocok";

fn dokumen(nama: &str, isi: &[u8]) -> DokumenBaru {
    DokumenBaru {
        nama: nama.to_owned(),
        isi: isi.to_vec(),
        ..DokumenBaru::default()
    }
}

async fn periksa(tempat: &Tempat, oleh: &Pelaku, isi: &str) -> String {
    tempat
        .app
        .periksa_laporan(oleh, &tempat.unit, dokumen("laporan.txt", isi.as_bytes()))
        .await
        .unwrap()
}

/// Fingerprint of the finding of a rule, and how it was settled.
async fn temuan(tempat: &Tempat, oleh: &Pelaku, id: &str) -> (String, Option<String>) {
    let rincian = tempat.app.lihat_pemeriksaan(oleh, id).await.unwrap();
    let t = rincian.temuan.iter().find(|t| t.aturan == ATURAN).unwrap();
    (t.sidik.clone(), t.selesai.clone())
}

#[tokio::test]
async fn who_may_see_the_unit_may_check_for_it_and_nobody_else_sees_what_was_found() {
    let tempat = tempat().await;
    let pemantau = tempat.orang("pemantau", Peran::Pemantau).await;
    let id = periksa(&tempat, &pemantau, LAPORAN).await;
    let orang = OrangBaru {
        nama_pengguna: "luar".to_owned(),
        nama: "Orang luar".to_owned(),
        nip: None,
        sandi: SANDI.to_owned(),
    };
    let luar = Pelaku {
        orang: tempat
            .app
            .buat_orang(&tempat.admin, &tempat.unit, &orang)
            .await
            .unwrap(),
    };
    let app = &tempat.app;
    let berkas = dokumen("laporan.txt", LAPORAN.as_bytes());
    let ditolak = [
        app.periksa_laporan(&luar, &tempat.unit, berkas).await.err(),
        app.lihat_pemeriksaan(&luar, &id).await.err(),
        app.daftar_pemeriksaan(&luar, &tempat.unit).await.err(),
        app.kesampingkan_temuan(&luar, &id, "x", "alasan")
            .await
            .err(),
        app.hapus_pemeriksaan(&luar, &id).await.err(),
        app.unduh_pemeriksaan(&luar, &id, BentukUnduhan::Asli)
            .await
            .err(),
    ];
    for galat in ditolak {
        assert!(matches!(galat, Some(Error::Ditolak(_))), "{galat:?}");
    }
    let daftar = app
        .daftar_pemeriksaan(&pemantau, &tempat.unit)
        .await
        .unwrap();
    assert_eq!(daftar.len(), 1);
    assert!(daftar[0].jumlah.wajib > 0);
    assert_eq!(daftar[0].oleh, "Orang pemantau");
}

#[tokio::test]
async fn a_file_that_is_no_document_is_refused_and_nothing_of_it_is_kept() {
    let tempat = tempat().await;
    let staf = tempat.orang("staf", Peran::Staf).await;
    let besar = vec![b'a'; app::DOKUMEN_TERBESAR + 1];
    let jahat: [(&str, &[u8]); 8] = [
        ("kosong.txt", b""),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("program.docx", b"MZ\x90\0\x03\0\0\0"),
        ("arsip.docx", b"PK\x03\x04 bukan arsip"),
        ("lama.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word 97"),
        ("palsu.pdf", b"%PDF-1.7\n%%EOF"),
        ("biner.txt", &[0; 4096]),
        ("besar.txt", &besar),
    ];
    for (nama, isi) in jahat {
        let galat = tempat
            .app
            .periksa_laporan(&staf, &tempat.unit, dokumen(nama, isi))
            .await
            .unwrap_err();
        assert!(matches!(galat, Error::Isian(_)), "{nama}: {galat:?}");
    }
    let daftar = tempat.app.daftar_pemeriksaan(&staf, &tempat.unit).await;
    assert!(daftar.unwrap().is_empty());
    assert!(!tempat.folder.path().join("bukti").exists());
}

#[tokio::test]
async fn a_dismissed_finding_stays_so_in_the_next_version_until_its_number_changes() {
    let tempat = tempat().await;
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    let app = &tempat.app;
    let id = periksa(&tempat, &perencana, LAPORAN).await;
    let (sidik, selesai) = temuan(&tempat, &perencana, &id).await;
    assert_eq!(selesai, None);
    let tanpa = app.kesampingkan_temuan(&perencana, &id, &sidik, "  ").await;
    assert!(matches!(tanpa, Err(Error::Isian(_))));
    app.kesampingkan_temuan(&perencana, &id, &sidik, "Dihitung terhadap pagu awal.")
        .await
        .unwrap();
    let lagi = app
        .kesampingkan_temuan(&perencana, &id, &sidik, "lagi")
        .await;
    assert!(matches!(lagi, Err(Error::BelumDapat(_))));
    let (_, selesai) = temuan(&tempat, &perencana, &id).await;
    assert_eq!(
        selesai.as_deref(),
        Some("oleh Orang perencana: Dihitung terhadap pagu awal.")
    );

    // Other words elsewhere: the same document by its name, the same finding by its words.
    let lain = LAPORAN.replace("pemerintah daerah", "kementerian");
    let kedua = periksa(&tempat, &perencana, &lain).await;
    assert!(temuan(&tempat, &perencana, &kedua).await.1.is_some());

    // Another number at the spot.
    let ubah = LAPORAN.replace("98,00%", "97,00%");
    let ketiga = periksa(&tempat, &perencana, &ubah).await;
    assert_eq!(temuan(&tempat, &perencana, &ketiga).await.1, None);
    let rincian = app.lihat_pemeriksaan(&perencana, &ketiga).await.unwrap();
    assert!(
        rincian.catatan[0].contains("tidak berlaku lagi"),
        "{:?}",
        rincian.catatan
    );
    let daftar = app
        .daftar_pemeriksaan(&perencana, &tempat.unit)
        .await
        .unwrap();
    let dikesampingkan: Vec<_> = daftar
        .iter()
        .map(|satu| satu.jumlah.dikesampingkan)
        .collect();
    assert_eq!(dikesampingkan, [0, 1, 1]);

    app.buka_kembali_temuan(&perencana, &id, &sidik)
        .await
        .unwrap();
    assert_eq!(temuan(&tempat, &perencana, &id).await.1, None);
    assert_eq!(temuan(&tempat, &perencana, &kedua).await.1, None);
}

#[tokio::test]
async fn who_only_looks_dismisses_nothing_in_the_documents_of_others() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let pemantau = tempat.orang("pemantau", Peran::Pemantau).await;
    let reviu = tempat.orang("reviu", Peran::Reviu).await;
    let id = periksa(&tempat, &operator, LAPORAN).await;
    let (sidik, _) = temuan(&tempat, &pemantau, &id).await;
    let app = &tempat.app;
    let ditolak = app
        .kesampingkan_temuan(&pemantau, &id, &sidik, "tidak apa-apa")
        .await;
    assert!(matches!(ditolak, Err(Error::Ditolak(_))));
    app.kesampingkan_temuan(&reviu, &id, &sidik, "Sudah ditelaah.")
        .await
        .unwrap();
    let ditolak = app.buka_kembali_temuan(&pemantau, &id, &sidik).await;
    assert!(matches!(ditolak, Err(Error::Ditolak(_))));
}

#[tokio::test]
async fn a_document_goes_by_the_hand_of_who_brought_it_or_of_the_planner_and_leaves_no_words_behind()
 {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let staf = tempat.orang("staf", Peran::Staf).await;
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    let app = &tempat.app;
    let satu = periksa(&tempat, &operator, LAPORAN).await;
    let dua = periksa(&tempat, &staf, LAPORAN).await;
    let ditolak = app.hapus_pemeriksaan(&staf, &satu).await;
    assert!(matches!(ditolak, Err(Error::Ditolak(_))));
    let sidik = store::sidik_dari(LAPORAN.as_bytes());
    app.hapus_pemeriksaan(&perencana, &satu).await.unwrap();
    // The same content was brought twice: the second check still has it.
    assert!(app.bukti.get(&sidik).is_ok());
    app.unduh_pemeriksaan(&staf, &dua, BentukUnduhan::Html)
        .await
        .unwrap();
    app.hapus_pemeriksaan(&staf, &dua).await.unwrap();
    assert!(app.bukti.get(&sidik).is_err());
    assert!(app.lihat_pemeriksaan(&staf, &dua).await.is_err());
    let audit = app
        .cari_audit(&tempat.admin, &tempat.unit, &app::CariAudit::default())
        .await
        .unwrap();
    let hapus: Vec<_> = audit
        .rekaman
        .iter()
        .filter(|satu| satu.tindakan == "hapus-pemeriksaan")
        .collect();
    assert_eq!(hapus.len(), 2);
    assert!(hapus.iter().all(|satu| !satu.rincian.contains("laporan")));
}

#[tokio::test]
async fn a_deleted_document_that_is_evidence_too_stays_as_evidence() {
    let tempat = tempat().await;
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    let app = &tempat.app;
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = app
        .impor_paket(&perencana, &tempat.unit, &paket, "uji")
        .await
        .unwrap();
    let hasil = {
        let bahan = app
            .lihat_tahun(&perencana, &tempat.unit, tahun)
            .await
            .unwrap();
        app::susun_laporan(&bahan.masukan, &app.hukum, &app.naskah, false).unwrap()
    };
    let docx = document::docx::write_docx(&hasil.dokumen).unwrap();
    let bukti = Unggahan {
        nama: "lkjip.docx".to_owned(),
        isi: docx.clone(),
    };
    app.lampirkan_bukti(&perencana, &tempat.unit, tahun, "laporan", bukti)
        .await
        .unwrap();
    let berkas = DokumenBaru {
        tahun: Some(tahun),
        ..dokumen("lkjip.docx", &docx)
    };
    let id = app
        .periksa_laporan(&perencana, &tempat.unit, berkas)
        .await
        .unwrap();
    // Our own report, held against the data that it was made of.
    let rincian = app.lihat_pemeriksaan(&perencana, &id).await.unwrap();
    let data = rincian.cakupan.data.unwrap();
    assert!(data.cocok > 0, "{data:?}");
    assert_eq!(data.beda, 0);
    app.hapus_pemeriksaan(&perencana, &id).await.unwrap();
    assert_eq!(app.bukti.get(&store::sidik_dari(&docx)).unwrap(), docx);
}

#[tokio::test]
async fn a_check_comes_back_with_a_backup() {
    let tempat = tempat().await;
    let staf = tempat.orang("staf", Peran::Staf).await;
    let id = periksa(&tempat, &staf, LAPORAN).await;
    let (sidik, _) = temuan(&tempat, &staf, &id).await;
    tempat
        .app
        .kesampingkan_temuan(&staf, &id, &sidik, "Sudah ditelaah.")
        .await
        .unwrap();
    let sistem = Pelaku::sistem();
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
    let semula = tempat.app.lihat_pemeriksaan(&staf, &id).await.unwrap();
    let pulih = lain.lihat_pemeriksaan(&staf, &id).await.unwrap();
    assert_eq!(semula.temuan, pulih.temuan);
    lain.unduh_pemeriksaan(&staf, &id, BentukUnduhan::Html)
        .await
        .unwrap();
}

#[tokio::test]
async fn every_cell_behind_a_number_is_found_again_in_its_sheet() {
    let tempat = tempat().await;
    let perencana = tempat.orang("perencana", Peran::Perencana).await;
    let paket = paket::read_mentah(&contoh("kanim-samarinda-2023")).unwrap();
    let app = &tempat.app;
    let (tahun, _) = app
        .impor_paket(&perencana, &tempat.unit, &paket, "uji")
        .await
        .unwrap();
    let dibaca = app
        .lihat_tahun(&perencana, &tempat.unit, tahun)
        .await
        .unwrap();
    let mut sel = 0;
    for fakta in dibaca.hasil.fakta.iter() {
        let (kinerja::Asal::Masukan { tempat, teks }
        | kinerja::Asal::Koreksi {
            tempat,
            tercetak: teks,
            ..
        }) = &fakta.asal
        else {
            continue;
        };
        let Some(titik) = dibaca.isi.titik(tempat) else {
            continue;
        };
        let lembar = dibaca.isi.lembar(&titik.lembar).unwrap();
        let baris = lembar
            .baris
            .iter()
            .find(|baris| baris.id == titik.baris)
            .unwrap();
        assert_eq!(baris.teks(&titik.kolom), teks, "{tempat}");
        sel += 1;
    }
    assert!(sel > 300, "{sel}");
}
