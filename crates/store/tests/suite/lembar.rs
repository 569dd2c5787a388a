//! One sheet looked at closely, and tables from other programs, on both databases.

use store::{Alamat, Baris, Impor, Komentar, Lembar};

use crate::umum::{Tempat, pada_keduanya, peristiwa, unit};

fn baris(id: &str, urutan: i64, hapus: i64) -> Baris {
    Baris {
        lembar: "skm".to_owned(),
        baris: id.to_owned(),
        urutan,
        hapus,
        versi: 0,
    }
}

fn sel(baris: &str) -> Alamat {
    Alamat {
        unit: "u".to_owned(),
        tahun: 2026,
        lembar: "skm".to_owned(),
        baris: baris.to_owned(),
        kolom: "01".to_owned(),
    }
}

async fn kantor(tempat: &Tempat) {
    let mut tx = tempat.store.write().await.unwrap();
    tx.add_unit(&unit("u", "Kantor Contoh", None))
        .await
        .unwrap();
    tx.open_periode("u", 2026, "orang-1", 2).await.unwrap();
    let lembar = Lembar {
        lembar: "skm".to_owned(),
        kepala: vec!["unsur".to_owned(), "01".to_owned()],
        catatan: Vec::new(),
        versi: 0,
    };
    tx.put_lembar("u", 2026, &lembar).await.unwrap();
    for (id, urutan) in [("b1", 1), ("b2", 2)] {
        tx.put_baris("u", 2026, &baris(id, urutan, 0))
            .await
            .unwrap();
        tx.put_sel(&sel(id), "1", 0, "orang-1", 5, "awal")
            .await
            .unwrap();
    }
    tx.put_sel(&sel("b1"), "2", 1, "orang-2", 6, "ubah")
        .await
        .unwrap();
    tx.commit(&[peristiwa("buka-tahun")]).await.unwrap();
}

pada_keduanya! {
    async fn a_sheet_tells_who_wrote_each_cell_last_where_remarks_are_and_what_was_removed(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        let komentar = Komentar { id: "k".to_owned(), teks: "periksa".to_owned(), oleh: "orang-2".to_owned(), pada: 7 };
        tx.add_komentar(&sel("b1"), &komentar).await.unwrap();
        tx.put_baris("u", 2026, &baris("b2", 2, 1)).await.unwrap();
        tx.commit(&[]).await.unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let jejak = tx.jejak_lembar("u", 2026, "skm").await.unwrap();
        let jejak: Vec<_> = jejak.iter().map(|satu| (satu.baris.as_str(), satu.oleh.as_str(), satu.pada)).collect();
        assert_eq!(jejak, [("b1", "orang-2", 6), ("b2", "orang-1", 5)]);
        let komentar = tx.komentar_lembar("u", 2026, "skm").await.unwrap();
        assert_eq!((komentar.len(), komentar[0].baris.as_str(), komentar[0].jumlah), (1, "b1", 1));
        let terhapus = tx.list_baris_terhapus("u", 2026, "skm").await.unwrap();
        assert_eq!(terhapus[0].baris, "b2");
        let sel = tx.list_sel_terhapus("u", 2026, "skm").await.unwrap();
        assert_eq!((sel.len(), sel[0].nilai.as_str()), (1, "1"));
        assert_eq!(tx.urutan_akhir("u", 2026, "skm").await.unwrap(), 2);
        assert_eq!(tx.urutan_akhir("u", 2026, "lain").await.unwrap(), 0);
        assert!(tx.baris("u", 2026, "skm", "b2").await.unwrap().is_some_and(|baris| baris.hapus == 1));
    }

    async fn a_mapping_is_remembered_and_an_upload_is_forgotten_in_time(tempat) {
        kantor(&tempat).await;
        let mut tx = tempat.store.write().await.unwrap();
        for (isi, pada) in [("satu", 1), ("satu", 2), ("dua", 3)] {
            tx.put_pemetaan("u", "smart", isi, "orang-1", pada).await.unwrap();
        }
        let impor = |id: &str, pada| Impor {
            id: id.to_owned(),
            unit: "u".to_owned(),
            tahun: 2026,
            lembar: "smart".to_owned(),
            nama: "a.csv".to_owned(),
            isi: "[]".to_owned(),
            oleh: "orang-1".to_owned(),
            pada,
        };
        for (id, pada) in [("lama", 10), ("baru", 20), ("disimpan", 30)] {
            tx.add_impor(&impor(id, pada)).await.unwrap();
        }
        tx.drop_impor("disimpan", 15).await.unwrap();
        tx.commit(&[]).await.unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let ingatan = tx.pemetaan("u", "smart").await.unwrap().unwrap();
        // The same again is no new version.
        assert_eq!((ingatan.isi.as_str(), ingatan.versi, ingatan.pada), ("dua", 2, 3));
        assert_eq!(tx.pemetaan("u", "ikpa").await.unwrap(), None);
        assert_eq!(tx.impor("baru").await.unwrap(), Some(impor("baru", 20)));
        assert_eq!(tx.impor("lama").await.unwrap(), None);
        assert_eq!(tx.impor("disimpan").await.unwrap(), None);
    }
}
