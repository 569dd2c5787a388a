//! The same claims on SQLite and on PostgreSQL.

use crate::umum::{self, Tempat, pada_keduanya, peristiwa, unit};
use store::{
    Alamat, Baris, BerkasSusunan, Bukti, Error, Kesampingan, Komentar, KunciAlur, Langkah,
    LangkahLaporan, Lembar, Pekerjaan, Pemeriksaan, Susunan, Terbitan, Tx, backup, restore,
};

/// An office with an open year and one sheet of one row.
async fn kantor(tempat: &Tempat) {
    let mut tx = tempat.store.write().await.unwrap();
    tx.add_unit(&unit("u", "Kantor Contoh", None))
        .await
        .unwrap();
    tx.open_periode("u", 2026, "orang-1", 2).await.unwrap();
    tx.put_lembar(
        "u",
        2026,
        &Lembar {
            lembar: "skm".to_owned(),
            kepala: vec!["unsur".to_owned(), "01".to_owned()],
            catatan: vec!["catatan".to_owned()],
            versi: 0,
        },
    )
    .await
    .unwrap();
    tx.put_baris("u", 2026, &baris("b1", 0)).await.unwrap();
    tx.commit(&[peristiwa("buka-tahun")]).await.unwrap();
}

fn baris(id: &str, hapus: i64) -> Baris {
    Baris {
        lembar: "skm".to_owned(),
        baris: id.to_owned(),
        urutan: 1,
        hapus,
        versi: 0,
    }
}

fn sel() -> Alamat {
    Alamat {
        unit: "u".to_owned(),
        tahun: 2026,
        lembar: "skm".to_owned(),
        baris: "b1".to_owned(),
        kolom: "01".to_owned(),
    }
}

async fn isi(tx: &mut Tx, menjadi: &str, harapan: i64) -> store::Result<i64> {
    tx.put_sel(&sel(), menjadi, harapan, "orang-1", 5, "entri")
        .await
}

pada_keduanya! {
    async fn a_cell_keeps_all_that_it_ever_said(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        assert_eq!(isi(&mut tx, "3,45", 0).await.unwrap(), 1);
        assert_eq!(isi(&mut tx, "3,54", 1).await.unwrap(), 2);
        assert_eq!(isi(&mut tx, "3,54", 2).await.unwrap(), 2);
        tx.commit(&[peristiwa("isi-nilai")]).await.unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let riwayat = tx.riwayat_sel(&sel()).await.unwrap();
        let kata: Vec<_> = riwayat.iter().map(|v| (v.versi, v.semula.as_str(), v.menjadi.as_str())).collect();
        assert_eq!(kata, [(1, "", "3,45"), (2, "3,45", "3,54")]);
        assert_eq!(tx.sel(&sel()).await.unwrap().unwrap().nilai, "3,54");
    }

    async fn of_two_editors_who_saw_the_same_value_the_second_is_told(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        isi(&mut tx, "1", 0).await.unwrap();
        tx.commit(&[]).await.unwrap();
        // Side by side: each sees version 1.
        let satu = tempat.store.clone();
        let dua = tempat.store.clone();
        let tulis = |store: store::Store, nilai: &'static str| async move {
            let mut tx = store.write().await?;
            isi(&mut tx, nilai, 1).await?;
            tx.commit(&[peristiwa("isi-nilai")]).await
        };
        let (a, b) = tokio::join!(tulis(satu, "2"), tulis(dua, "3"));
        let gagal: Vec<_> = [a, b].into_iter().filter_map(Result::err).collect();
        assert!(matches!(gagal.as_slice(), [Error::Bentrok { kini: 2 }]), "{gagal:?}");
        let mut tx = tempat.store.read().await.unwrap();
        assert_eq!(tx.riwayat_sel(&sel()).await.unwrap().len(), 2);
    }

    async fn a_transaction_that_is_dropped_leaves_nothing(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        isi(&mut tx, "9", 0).await.unwrap();
        drop(tx);
        let mut tx = tempat.store.read().await.unwrap();
        assert_eq!(tx.sel(&sel()).await.unwrap(), None);
    }

    async fn a_removed_row_can_come_back_with_its_cells(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        isi(&mut tx, "4", 0).await.unwrap();
        tx.put_baris("u", 2026, &baris("b1", 1)).await.unwrap();
        assert_eq!(tx.list_baris("u", 2026).await.unwrap(), []);
        tx.put_baris("u", 2026, &baris("b1", 0)).await.unwrap();
        assert_eq!(tx.list_baris("u", 2026).await.unwrap().len(), 1);
        assert_eq!(tx.sel(&sel()).await.unwrap().unwrap().nilai, "4");
    }

    async fn the_tree_of_units_is_told_for_any_day(tempat) {
        let mut tx = tempat.store.write().await.unwrap();
        tx.add_unit(&unit("a", "Kanwil A", None)).await.unwrap();
        tx.add_unit(&unit("b", "Kanwil B", None)).await.unwrap();
        tx.add_unit(&unit("k", "Kantor", Some("a"))).await.unwrap();
        let mut pindah = unit("k", "Kantor", Some("b"));
        pindah.versi = 1;
        pindah.dari = "2025-07-01".to_owned();
        tx.change_unit(&pindah).await.unwrap();
        let induk = |hari| (hari, "k");
        for (hari, harap) in [("2025-06-30", "a"), ("2025-07-01", "b"), ("2026-01-01", "b")] {
            let (hari, k) = induk(hari);
            assert_eq!(tx.unit_on(k, hari).await.unwrap().unwrap().induk.as_deref(), Some(harap));
        }
        assert_eq!(tx.unit_on("k", "2019-12-31").await.unwrap(), None);
        // An end, and a loop that is refused.
        let mut tutup = unit("b", "Kanwil B", Some("k"));
        tutup.versi = 1;
        tutup.dari = "2026-01-01".to_owned();
        assert!(matches!(tx.change_unit(&tutup).await, Err(Error::Rusak(_))));
        tutup.induk = None;
        tutup.aktif = 0;
        tx.change_unit(&tutup).await.unwrap();
        assert_eq!(tx.list_unit("2025-12-31").await.unwrap().len(), 3);
        assert_eq!(tx.list_unit("2026-01-01").await.unwrap().len(), 2);
        tutup.versi = 1;
        assert!(matches!(tx.change_unit(&tutup).await, Err(Error::Bentrok { kini: 2 })));
    }

    async fn definitions_freeze_once(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        tx.freeze_periode("u", 2026, "{}", "s").await.unwrap();
        assert!(matches!(tx.freeze_periode("u", 2026, "{1}", "t").await, Err(Error::SudahAda(_))));
        assert_eq!(tx.periode("u", 2026).await.unwrap().unwrap().beku.as_deref(), Some("{}"));
        assert!(matches!(tx.freeze_periode("u", 1999, "{}", "s").await, Err(Error::TidakAda(_))));
        assert!(matches!(tx.open_periode("u", 2026, "orang-1", 2).await, Err(Error::SudahAda(_))));
    }

    async fn a_flow_moves_one_step_at_a_time(tempat) {
        kantor(&tempat).await;
        let kunci = KunciAlur {
            unit: "u".to_owned(), tahun: 2026, jenis: "laporan".to_owned(), periode: "tahun".to_owned(),
        };
        let langkah = |versi, semula: &str, menjadi: &str| Langkah {
            versi, semula: semula.to_owned(), menjadi: menjadi.to_owned(), oleh: "orang-1".to_owned(), pada: 3,
            alasan: String::new(), sidik: String::new(),
        };
        let mut tx = tempat.store.write().await.unwrap();
        tx.move_alur(&kunci, &langkah(1, "", "draft")).await.unwrap();
        tx.move_alur(&kunci, &langkah(2, "draft", "diajukan")).await.unwrap();
        for basi in [langkah(2, "draft", "diajukan"), langkah(1, "", "draft"), langkah(3, "draft", "disahkan")] {
            assert!(matches!(tx.move_alur(&kunci, &basi).await, Err(Error::Bentrok { kini: 2 })));
        }
        assert_eq!(tx.riwayat_alur(&kunci).await.unwrap().len(), 2);
        assert_eq!(tx.alur(&kunci).await.unwrap().unwrap().keadaan, "diajukan");
    }

    async fn a_job_of_a_dead_worker_is_taken_up_and_a_cancelled_one_is_not(tempat) {
        let mut tx = tempat.store.write().await.unwrap();
        let isi = Pekerjaan {
            id: "p".to_owned(), jenis: "susun".to_owned(), unit: "u".to_owned(), tahun: 2026,
            keadaan: String::new(), kemajuan: 0, pesan: String::new(), hasil: String::new(),
            oleh: "orang-1".to_owned(), dibuat: 1, mulai: None, selesai: None, sewa: None,
        };
        tx.add_pekerjaan(&isi).await.unwrap();
        assert_eq!(tx.take_pekerjaan(10, 20).await.unwrap().unwrap().id, "p");
        assert_eq!(tx.take_pekerjaan(15, 25).await.unwrap(), None);
        assert_eq!(tx.take_pekerjaan(21, 31).await.unwrap().unwrap().mulai, Some(21));
        assert!(tx.advance_pekerjaan("p", 40, "PDF", 50).await.unwrap());
        assert!(tx.cancel_pekerjaan("p", 45).await.unwrap());
        assert!(!tx.advance_pekerjaan("p", 60, "DOCX", 70).await.unwrap());
        assert!(!tx.end_pekerjaan("p", "selesai", "", "{}", 71).await.unwrap());
        assert_eq!(tx.take_pekerjaan(99, 100).await.unwrap(), None);
        assert_eq!(tx.pekerjaan("p").await.unwrap().unwrap().keadaan, "batal");
    }

    async fn of_one_kind_of_report_one_job_waits_or_runs(tempat) {
        let isi = |id: &str, jenis: &str| Pekerjaan {
            id: id.to_owned(), jenis: jenis.to_owned(), unit: "u".to_owned(), tahun: 2026, keadaan: String::new(),
            kemajuan: 0, pesan: String::new(), hasil: String::new(), oleh: "orang-1".to_owned(), dibuat: 1,
            mulai: None, selesai: None, sewa: None,
        };
        let mut tx = tempat.store.write().await.unwrap();
        assert!(!tx.waiting_pekerjaan(5).await.unwrap());
        tx.add_pekerjaan(&isi("a", "susun-laporan-draf")).await.unwrap();
        tx.add_pekerjaan(&isi("b", "susun-laporan-final")).await.unwrap();
        assert!(tx.waiting_pekerjaan(5).await.unwrap());
        tx.commit(&[]).await.unwrap();
        let mut tx = tempat.store.write().await.unwrap();
        assert!(matches!(tx.add_pekerjaan(&isi("c", "susun-laporan-draf")).await, Err(Error::SudahAda(_))));
        drop(tx);
        let mut tx = tempat.store.write().await.unwrap();
        assert_eq!(tx.open_pekerjaan("u", 2026, "susun-laporan-draf").await.unwrap().unwrap().id, "a");
        assert!(!tx.renew_pekerjaan("a", 9).await.unwrap());
        tx.cancel_pekerjaan("a", 6).await.unwrap();
        tx.add_pekerjaan(&isi("c", "susun-laporan-draf")).await.unwrap();
    }

    async fn what_is_published_is_added_to_and_never_changed(tempat) {
        kantor(&tempat).await;
        let sidik = tempat.bukti.put(b"%PDF-laporan").unwrap();
        let susunan = Susunan {
            id: "s".to_owned(), unit: "u".to_owned(), tahun: 2026, akhir: 1, isi: "i".to_owned(), sidik: "d".to_owned(),
            rincian: "{}".to_owned(), oleh: "orang-1".to_owned(), pada: 4,
        };
        let berkas = BerkasSusunan {
            susunan: "s".to_owned(), nama: "lkjip.pdf".to_owned(), jenis: "application/pdf".to_owned(), ukuran: 12,
            sidik: sidik.clone(),
        };
        let terbitan = |versi| Terbitan {
            unit: "u".to_owned(), tahun: 2026, versi, susunan: "s".to_owned(), sidik: "d".to_owned(), langkah: 5,
            oleh: "orang-1".to_owned(), pada: 8 + versi, catatan: String::new(),
        };
        let mut tx = tempat.store.write().await.unwrap();
        tx.add_susunan(&susunan, std::slice::from_ref(&berkas)).await.unwrap();
        let langkah = LangkahLaporan { versi: 3, susunan: "s".to_owned(), sidik: "d".to_owned() };
        tx.add_langkah_laporan("u", 2026, &langkah).await.unwrap();
        tx.add_terbitan(&terbitan(1)).await.unwrap();
        tx.add_terbitan(&terbitan(2)).await.unwrap();
        tx.commit(&[peristiwa("terbit")]).await.unwrap();
        for sql in ["UPDATE terbitan SET catatan = 'x'", "DELETE FROM terbitan", "UPDATE langkah_laporan SET sidik = 'x'"] {
            assert!(umum::jalankan(&tempat, sql).await.is_err(), "{sql}");
        }
        let mut tx = tempat.store.read().await.unwrap();
        assert_eq!(tx.susunan("s").await.unwrap(), Some(susunan.clone()));
        assert_eq!(tx.list_susunan("u", 2026).await.unwrap(), [susunan]);
        assert_eq!(tx.list_berkas_susunan("s").await.unwrap(), [berkas]);
        assert_eq!(tx.list_langkah_laporan("u", 2026).await.unwrap(), [langkah]);
        assert_eq!(tx.list_terbitan("u", 2026).await.unwrap(), [terbitan(2), terbitan(1)]);
        assert_eq!(tx.list_terbitan_tahun(2026).await.unwrap(), [terbitan(2)]);
        assert_eq!(tx.tahun_terbitan().await.unwrap(), [2026]);
        // A backup carries the files too.
        assert!(tx.list_sidik_bukti().await.unwrap().contains(&sidik));
    }

    async fn what_was_recorded_can_be_neither_changed_nor_removed(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        isi(&mut tx, "4", 0).await.unwrap();
        tx.commit(&[peristiwa("isi-nilai")]).await.unwrap();
        for perintah in [
            "UPDATE audit SET rincian = 'x'", "DELETE FROM audit", "UPDATE sel_versi SET menjadi = 'x'",
            "DELETE FROM sel_versi", "UPDATE unit_versi SET nama = 'x'", "DELETE FROM unit_versi",
        ] {
            let galat = umum::jalankan(&tempat, perintah).await.expect_err(perintah);
            assert!(galat.to_string().contains("hanya dapat ditambah"), "{perintah}: {galat}");
        }
    }

    async fn remarks_stand_beside_their_cell_in_order(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        for (id, pada) in [("k2", 20), ("k1", 10)] {
            let isi = Komentar { id: id.to_owned(), teks: id.to_owned(), oleh: "orang-1".to_owned(), pada };
            tx.add_komentar(&sel(), &isi).await.unwrap();
        }
        let lain = Alamat { kolom: "02".to_owned(), ..sel() };
        let daftar = tx.komentar_sel(&sel()).await.unwrap();
        assert_eq!(daftar.iter().map(|satu| satu.id.as_str()).collect::<Vec<_>>(), ["k1", "k2"]);
        assert!(tx.komentar_sel(&lain).await.unwrap().is_empty());
    }

    async fn failed_attempts_are_counted_held_and_forgotten(tempat) {
        let mut tx = tempat.store.write().await.unwrap();
        assert_eq!(tx.percobaan("k").await.unwrap(), (0, 0));
        tx.add_percobaan("k", 50, 10).await.unwrap();
        tx.add_percobaan("k", 90, 20).await.unwrap();
        assert_eq!(tx.percobaan("k").await.unwrap(), (2, 90));
        // One that still holds is not swept away, however old.
        tx.sweep_sesi(80, 70).await.unwrap();
        assert_eq!(tx.percobaan("k").await.unwrap(), (2, 90));
        tx.sweep_sesi(100, 70).await.unwrap();
        assert_eq!(tx.percobaan("k").await.unwrap(), (0, 0));
        tx.add_percobaan("k", 0, 10).await.unwrap();
        tx.clear_percobaan("k").await.unwrap();
        assert_eq!(tx.percobaan("k").await.unwrap(), (0, 0));
    }

    async fn the_same_file_from_many_hands_is_kept_once_and_whole(tempat) {
        let isi = vec![7u8; 1 << 20];
        let tugas: Vec<_> = (0..16)
            .map(|_| {
                let (bukti, isi) = (tempat.bukti.clone(), isi.clone());
                tokio::task::spawn_blocking(move || {
                    let sidik = bukti.put(&isi).unwrap();
                    bukti.get(&sidik).unwrap().len()
                })
            })
            .collect();
        for satu in tugas {
            assert_eq!(satu.await.unwrap(), 1 << 20);
        }
        let sidik = store::sidik_dari(&isi);
        let folder = tempat.folder.path().join("bukti").join(&sidik[..2]);
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
    }

    async fn a_backup_brings_everything_back(tempat) {
        kantor(&tempat).await;
        let sidik = tempat.bukti.put(b"berita acara").unwrap();
        let mut tx = tempat.store.write().await.unwrap();
        isi(&mut tx, "3,45", 0).await.unwrap();
        tx.add_bukti(&Bukti {
            id: "k".to_owned(), unit: "u".to_owned(), tahun: 2026, kaitan: "ikm".to_owned(), nama: "ba.pdf".to_owned(),
            jenis: "application/pdf".to_owned(), ukuran: 12, sidik: sidik.clone(), oleh: "orang-1".to_owned(),
            pada: 7, lepas: None,
        }).await.unwrap();
        tx.commit(&[peristiwa("lampirkan-bukti")]).await.unwrap();
        let berkas = tempat.folder.path().join("cadangan.zip");
        let dibuat = backup(&tempat.store, &tempat.bukti, &berkas, 9).await.unwrap();
        assert_eq!((dibuat.bukti, dibuat.baris["sel_versi"]), (1, 1));

        // Into the other kind of database too: a backup of an office can move to the ministry's server.
        let mut tujuan = vec![umum::sqlite().await];
        tujuan.extend(umum::postgres().await);
        for tujuan in tujuan {
            restore(&tujuan.store, &tujuan.bukti, &berkas, &peristiwa("pulihkan")).await.unwrap();
            assert_eq!(tujuan.bukti.get(&sidik).unwrap(), b"berita acara");
            let mut tx = tujuan.store.read().await.unwrap();
            assert_eq!(tx.sel(&sel()).await.unwrap().unwrap().nilai, "3,45");
            assert_eq!(tx.list_bukti("u", 2026).await.unwrap().len(), 1);
            assert_eq!(tx.verify_audit(Some(&dibuat.audit)).await.unwrap().unwrap().jumlah, 3);
            drop(tx);
            // A second time it is refused, and nothing is doubled.
            assert!(restore(&tujuan.store, &tujuan.bukti, &berkas, &peristiwa("pulihkan")).await.is_err());
        }

        // One changed digit is found before anything is written.
        umum::ubah_cadangan(&berkas, "tabel/sel.jsonl", "3,45", "9,45");
        let lain = umum::sqlite().await;
        assert!(restore(&lain.store, &lain.bukti, &berkas, &peristiwa("pulihkan")).await.is_err());
        assert_eq!(lain.store.read().await.unwrap().count_orang().await.unwrap(), 0);
        assert!(lain.store.read().await.unwrap().list_unit("2026-01-01").await.unwrap().is_empty());
    }

    async fn a_backup_from_before_a_table_existed_comes_back_and_one_that_lost_a_table_does_not(tempat) {
        kantor(&tempat).await;
        let berkas = tempat.folder.path().join("lama.zip");
        backup(&tempat.store, &tempat.bukti, &berkas, 9).await.unwrap();
        umum::jadikan_cadangan_lama(&berkas, "");
        let tujuan = umum::sqlite().await;
        restore(&tujuan.store, &tujuan.bukti, &berkas, &peristiwa("pulihkan")).await.unwrap();
        assert_eq!(tujuan.store.read().await.unwrap().list_unit("2026-01-01").await.unwrap().len(), 1);
        umum::jadikan_cadangan_lama(&berkas, "hak");
        let tujuan = umum::sqlite().await;
        assert!(restore(&tujuan.store, &tujuan.bukti, &berkas, &peristiwa("pulihkan")).await.is_err());
    }

    async fn evidence_that_changed_on_the_disk_is_not_handed_out(tempat) {
        let sidik = tempat.bukti.put(b"asli").unwrap();
        let jalur = tempat.folder.path().join("bukti").join(&sidik[..2]).join(&sidik);
        std::fs::write(jalur, b"palsu").unwrap();
        assert!(matches!(tempat.bukti.get(&sidik), Err(Error::Rusak(_))));
        assert!(tempat.bukti.get("../../etc/passwd").is_err());
    }

    async fn a_check_is_never_changed_and_goes_with_the_dismissals_of_its_document(tempat) {
        kantor(&tempat).await;
        let satu = |id: &str, pada| Pemeriksaan {
            id: id.to_owned(), unit: "u".to_owned(), tahun: Some(2026), seri: "p1".to_owned(), nama: "lkjip.docx".to_owned(),
            jenis: "docx".to_owned(), ukuran: 3, sidik: "a".repeat(64), ringkas: "[]".to_owned(), hasil: "{}".to_owned(),
            oleh: "orang-1".to_owned(), pada,
        };
        let mut tx = tempat.store.write().await.unwrap();
        tx.add_pemeriksaan(&satu("p1", 10)).await.unwrap();
        tx.add_pemeriksaan(&satu("p2", 20)).await.unwrap();
        tx.add_kesampingan(&Kesampingan {
            id: "k1".to_owned(), seri: "p1".to_owned(), sidik: "s".to_owned(), aturan: "salah-eja".to_owned(),
            cuplikan: "kata".to_owned(), oleh: "orang-1".to_owned(), pada: 15, alasan: "nama orang".to_owned(),
            dicabut: None, dicabut_oleh: None,
        }).await.unwrap();
        tx.commit(&[peristiwa("periksa-laporan")]).await.unwrap();
        assert!(umum::jalankan(&tempat, "UPDATE pemeriksaan SET hasil = ''").await.is_err());
        let mut tx = tempat.store.write().await.unwrap();
        let daftar = tx.list_pemeriksaan("u", 1).await.unwrap();
        assert_eq!(daftar.iter().map(|satu| satu.id.as_str()).collect::<Vec<_>>(), ["p2"]);
        assert_eq!(tx.pemeriksaan("p1").await.unwrap(), Some(satu("p1", 10)));
        assert_eq!(tx.list_kesampingan_unit("u").await.unwrap().len(), 1);
        tx.revoke_kesampingan("k1", "orang-2", 30).await.unwrap();
        assert!(tx.revoke_kesampingan("k1", "orang-2", 30).await.is_err());
        assert!(tx.list_kesampingan_unit("u").await.unwrap().is_empty());
        let semua = tx.list_kesampingan("p1").await.unwrap();
        assert_eq!(semua[0].dicabut_oleh.as_deref(), Some("orang-2"));
        tx.remove_pemeriksaan("p1", "p1").await.unwrap();
        assert_eq!(tx.list_kesampingan("p1").await.unwrap().len(), 1);
        assert!(tx.sidik_dipakai(&"a".repeat(64)).await.unwrap());
        tx.remove_pemeriksaan("p2", "p1").await.unwrap();
        assert!(tx.list_kesampingan("p1").await.unwrap().is_empty());
        assert!(!tx.sidik_dipakai(&"a".repeat(64)).await.unwrap());
        assert!(tx.remove_pemeriksaan("p2", "p1").await.is_err());
    }

    async fn a_store_that_was_closed_opens_again_with_its_content(tempat) {
        kantor(&tempat).await;
        tempat.store.close().await;
        let lagi = umum::buka_lagi(&tempat).await;
        let mut tx = lagi.read().await.unwrap();
        assert_eq!(tx.list_unit("2026-01-01").await.unwrap().len(), 1);
    }
}
