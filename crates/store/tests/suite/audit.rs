//! The chain of the audit: one, whole, and telling where it was broken.

use store::{Peristiwa, RantaiAudit};

use crate::umum::{self, pada_keduanya, peristiwa};

pada_keduanya! {
    async fn the_audit_is_one_chain_however_many_write_at_once(tempat) {
        let tulis = |nomor: usize| {
            let store = tempat.store.clone();
            async move {
                let tx = store.write().await.unwrap();
                tx.commit(&[peristiwa(&format!("a{nomor}")), peristiwa("b")]).await.unwrap();
            }
        };
        let tugas: Vec<_> = (0..20).map(|nomor| tokio::spawn(tulis(nomor))).collect();
        for satu in tugas {
            satu.await.unwrap();
        }
        let mut tx = tempat.store.read().await.unwrap();
        let rantai = tx.verify_audit(None).await.unwrap().unwrap();
        assert_eq!(rantai.jumlah, 40);
        assert!(tx.verify_audit(Some(&rantai.ujung)).await.unwrap().is_ok());
        assert!(tx.verify_audit(Some("sidik lain")).await.unwrap().is_err());
    }

    async fn whoever_cuts_off_the_end_of_the_audit_is_found_out(tempat) {
        let tx = tempat.store.write().await.unwrap();
        tx.commit(&[peristiwa("satu"), peristiwa("dua"), peristiwa("tiga")]).await.unwrap();
        // With the database in hand, triggers are no wall.
        let buang = if tempat.url.is_some() {
            "DROP TRIGGER audit_tanpa_ubah ON audit"
        } else {
            "DROP TRIGGER audit_tanpa_delete"
        };
        umum::jalankan(&tempat, buang).await.unwrap();
        umum::jalankan(&tempat, "DELETE FROM audit WHERE nomor = 3").await.unwrap();
        let mut tx = tempat.store.read().await.unwrap();
        let masalah = tx.verify_audit(None).await.unwrap().unwrap_err();
        assert_eq!(masalah.nomor, 3);
        assert!(masalah.apa.contains("catatan terakhir hilang"), "{}", masalah.apa);
    }
}

#[test]
fn a_chain_tells_where_it_was_broken() {
    let mut rantai: Vec<store::Rekaman> = Vec::new();
    for nomor in 1..=5 {
        let Peristiwa {
            pada,
            pelaku,
            tindakan,
            unit,
            objek,
            hasil,
            rincian,
        } = peristiwa("isi-nilai");
        let mut satu = store::Rekaman {
            nomor,
            pada,
            pelaku,
            tindakan,
            unit,
            objek,
            hasil,
            rincian,
            sebelum: rantai.last().map(|r| r.sidik.clone()).unwrap_or_default(),
            sidik: String::new(),
        };
        satu.sidik = satu.hitung_sidik();
        rantai.push(satu);
    }
    assert_eq!(follow(&rantai).unwrap().jumlah, 5);
    let mut isi = rantai.clone();
    isi[2].pelaku = "orang-2".to_owned();
    assert_eq!(follow(&isi).unwrap_err().nomor, 3);
    let mut hilang = rantai.clone();
    hilang.remove(1);
    assert_eq!(follow(&hilang).unwrap_err().nomor, 2);
    // Who rewrites a record and its hash breaks the next one.
    let mut ganti = rantai.clone();
    ganti[3].rincian = "lain".to_owned();
    ganti[3].sidik = ganti[3].hitung_sidik();
    assert_eq!(follow(&ganti).unwrap_err().nomor, 5);
    // A chain that was rewritten whole holds, and no longer has the hash that was noted before.
    let dahulu = rantai[4].sidik.clone();
    let mut ulang = rantai;
    for nomor in 0..ulang.len() {
        ulang[nomor].rincian = "lain".to_owned();
        ulang[nomor].sebelum = nomor
            .checked_sub(1)
            .map(|lalu| ulang[lalu].sidik.clone())
            .unwrap_or_default();
        ulang[nomor].sidik = ulang[nomor].hitung_sidik();
    }
    assert!(follow(&ulang).is_ok());
    assert!(ulang.iter().all(|satu| satu.sidik != dahulu));
}

fn follow(rekaman: &[store::Rekaman]) -> Result<RantaiAudit, store::Masalah> {
    let mut rantai = RantaiAudit::default();
    for satu in rekaman {
        rantai.follow(satu)?;
    }
    Ok(rantai)
}
