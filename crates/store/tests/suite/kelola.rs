//! What management looks for: records of the audit, sessions, every grant of a person, the zone of a unit.

use store::{CariRekaman, Hak, Orang, Peristiwa, Sesi};

use crate::umum::{pada_keduanya, peristiwa, unit};

fn cari() -> CariRekaman {
    CariRekaman {
        sebelum_pada: i64::MAX,
        sebelum: i64::MAX,
        banyak: 10,
        ..CariRekaman::default()
    }
}

fn orang() -> Orang {
    Orang {
        id: "o".to_owned(),
        nama_pengguna: "budi".to_owned(),
        nama: "Budi".to_owned(),
        nip: None,
        sandi: None,
        totp: None,
        totp_langkah: 0,
        sso: None,
        aktif: 1,
        ganti_sandi: 0,
        versi: 1,
        dibuat: 1,
    }
}

pada_keduanya! {
    async fn the_audit_is_found_by_unit_person_object_and_time(tempat) {
        let tx = tempat.store.write().await.unwrap();
        let catat = |unit: &str, objek: &str, pada: i64| Peristiwa {
            unit: unit.to_owned(),
            objek: objek.to_owned(),
            pada,
            ..peristiwa("isi-nilai")
        };
        tx.commit(&[
            catat("u", "2026/skm/b1/4", 10),
            catat("u", "2026", 20),
            catat("u", "20260", 30),
            catat("lain", "2026", 40),
            catat("", "", 50),
        ])
        .await
        .unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let mut nomor = async |cari: CariRekaman| -> Vec<i64> {
            let daftar = tx.search_audit(&cari).await.unwrap();
            daftar.iter().map(|satu| satu.nomor).collect()
        };
        let di = |objek: &str| CariRekaman { unit: "u".to_owned(), objek: objek.to_owned(), ..cari() };
        assert_eq!(nomor(di("")).await, [3, 2, 1]);
        assert_eq!(nomor(di("2026")).await, [2, 1]);
        assert_eq!(nomor(di("2026/skm")).await, [1]);
        assert_eq!(nomor(CariRekaman { tanpa_unit: true, ..di("") }).await, [5, 3, 2, 1]);
        assert_eq!(nomor(CariRekaman { dari: 20, sebelum_pada: 40, ..cari() }).await, [3, 2]);
        assert_eq!(nomor(CariRekaman { sebelum: 3, banyak: 1, ..cari() }).await, [2]);
        assert_eq!(nomor(CariRekaman { hasil: "ditolak".to_owned(), ..cari() }).await, [0_i64; 0]);
        assert_eq!(nomor(CariRekaman { pelaku: "orang-2".to_owned(), ..cari() }).await, [0_i64; 0]);
        let ujung = tx.ujung_audit().await.unwrap();
        assert_eq!(ujung, tx.verify_audit(None).await.unwrap().unwrap());
    }

    async fn a_person_has_sessions_and_grants_until_they_end_and_a_unit_its_zone(tempat) {
        let mut tx = tempat.store.write().await.unwrap();
        let mut satu = unit("u", "Kantor", None);
        satu.zona = Some("WIT".to_owned());
        tx.add_unit(&satu).await.unwrap();
        tx.add_orang(&orang()).await.unwrap();
        let sesi = |sidik: &str, terakhir: i64, berakhir: i64| Sesi {
            sidik: sidik.to_owned(),
            orang: "o".to_owned(),
            tahap: "penuh".to_owned(),
            dibuat: 1,
            terakhir,
            berakhir,
        };
        for satu in [sesi("a", 5, 100), sesi("b", 9, 100), sesi("c", 9, 10)] {
            tx.add_sesi(&satu).await.unwrap();
        }
        let hak = Hak {
            id: "h".to_owned(),
            orang: "o".to_owned(),
            unit: "u".to_owned(),
            peran: "staf".to_owned(),
            tolak: 0,
            dari: "2020-01-01".to_owned(),
            sampai: Some("2020-12-31".to_owned()),
            oleh: "o".to_owned(),
            pada: 1,
            alasan: "uji".to_owned(),
            dicabut: None,
        };
        tx.add_hak(&hak).await.unwrap();
        tx.revoke_hak("h", 2).await.unwrap();
        tx.commit(&[]).await.unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let sidik: Vec<_> = tx.list_sesi("o", 10).await.unwrap().into_iter().map(|satu| satu.sidik).collect();
        assert_eq!(sidik, ["b", "a"]);
        assert_eq!(tx.riwayat_hak_orang("o").await.unwrap().len(), 1);
        assert_eq!(tx.hak_orang("o", "2020-06-01").await.unwrap(), []);
        assert_eq!(tx.unit_on("u", "2026-01-01").await.unwrap().unwrap().zona.as_deref(), Some("WIT"));
    }
}
