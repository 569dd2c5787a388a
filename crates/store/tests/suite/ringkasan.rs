//! Summaries: stale with the first change, and counted over many units.

use store::{
    Alamat, Baris, KunciAlur, Langkah, Lembar, Lingkup, Ringkasan, RingkasanUkur, SETAHUN,
    Saringan, Store, Urutan,
};

use crate::umum::{pada_keduanya, peristiwa, unit};

const MESIN: &str = "uji/1";

/// Units with an open year and a sheet of one row.
async fn kantor(store: &Store, nama: &[&str]) {
    let mut tx = store.write().await.unwrap();
    for nama in nama {
        tx.add_unit(&unit(nama, nama, None)).await.unwrap();
        for tahun in [2025, 2026] {
            tx.open_periode(nama, tahun, "orang-1", 2).await.unwrap();
            let lembar = Lembar {
                lembar: "skm".to_owned(),
                kepala: vec!["01".to_owned()],
                catatan: Vec::new(),
                versi: 0,
            };
            tx.put_lembar(nama, tahun, &lembar).await.unwrap();
            tx.put_baris(nama, tahun, &baris(0)).await.unwrap();
        }
    }
    tx.commit(&[peristiwa("buka-tahun")]).await.unwrap();
}

fn baris(hapus: i64) -> Baris {
    Baris {
        lembar: "skm".to_owned(),
        baris: "b1".to_owned(),
        urutan: 1,
        hapus,
        versi: 0,
    }
}

fn sel(unit: &str) -> Alamat {
    Alamat {
        unit: unit.to_owned(),
        tahun: 2026,
        lembar: "skm".to_owned(),
        baris: "b1".to_owned(),
        kolom: "01".to_owned(),
    }
}

fn ringkasan(unit: &str, tahun: i64) -> Ringkasan {
    Ringkasan {
        unit: unit.to_owned(),
        tahun,
        mesin: MESIN.to_owned(),
        indikator: 3,
        tercapai: 2,
        di_bawah: 1,
        isi: "{}".to_owned(),
        ..Ringkasan::default()
    }
}

fn ukur(kode: &str, keadaan: &str) -> RingkasanUkur {
    RingkasanUkur {
        periode: SETAHUN.to_owned(),
        indikator: kode.to_owned(),
        urutan: 1,
        keadaan: keadaan.to_owned(),
        capaian: Some(1_000_000),
        isi: "{}".to_owned(),
    }
}

async fn simpan(store: &Store, isi: &Ringkasan, daftar: &[RingkasanUkur]) {
    let mut tx = store.write().await.unwrap();
    tx.lock_ringkasan(&isi.unit, isi.tahun).await.unwrap();
    tx.put_ringkasan(isi, daftar).await.unwrap();
    tx.commit(&[]).await.unwrap();
}

async fn segar(store: &Store, unit: &str, tahun: i64) -> bool {
    let mut tx = store.read().await.unwrap();
    tx.ringkasan(unit, tahun, MESIN).await.unwrap().is_some()
}

fn lingkup<'a>(unit: &'a [(&'a str, i64)]) -> Lingkup<'a> {
    Lingkup {
        unit,
        tahun: 2026,
        mesin: MESIN,
        jenis: ["perjanjian", "rencana-aksi", "realisasi", "laporan"],
        diajukan: "diajukan",
        terbuka: ["draf", "dikembalikan"],
        keadaan: "draf dikembalikan diajukan diverifikasi disahkan diterbitkan",
        tenggat: Some(100),
        kini: 200,
    }
}

async fn ajukan(store: &Store, unit: &str, pada: i64) {
    let mut tx = store.write().await.unwrap();
    let kunci = KunciAlur {
        unit: unit.to_owned(),
        tahun: 2026,
        jenis: "laporan".to_owned(),
        periode: "tahun".to_owned(),
    };
    let langkah = Langkah {
        versi: 1,
        semula: String::new(),
        menjadi: "diajukan".to_owned(),
        oleh: "orang-1".to_owned(),
        pada,
        alasan: String::new(),
        sidik: String::new(),
    };
    tx.move_alur(&kunci, &langkah).await.unwrap();
    tx.commit(&[peristiwa("langkah-alur")]).await.unwrap();
}

pada_keduanya! {
    async fn any_change_of_a_year_makes_its_summary_stale_and_that_of_no_other_year(tempat) {
        let store = &tempat.store;
        kantor(store, &["u", "v"]).await;
        let semua = [("u", 2025), ("u", 2026), ("v", 2026)];
        for (unit, tahun) in semua {
            assert!(!segar(store, unit, tahun).await, "a year starts without a summary");
            simpan(store, &ringkasan(unit, tahun), &[ukur("IKM", "tercapai")]).await;
            assert!(segar(store, unit, tahun).await);
        }
        for apa in ["sel baru", "sel", "baris", "lembar"] {
            simpan(store, &ringkasan("u", 2026), &[ukur("IKM", "tercapai")]).await;
            let mut tx = store.write().await.unwrap();
            match apa {
                "sel baru" => { tx.put_sel(&sel("u"), "1", 0, "orang-1", 5, "uji").await.unwrap(); }
                "sel" => { tx.put_sel(&sel("u"), "2", 1, "orang-1", 5, "uji").await.unwrap(); }
                "baris" => tx.put_baris("u", 2026, &baris(1)).await.unwrap(),
                _ => {
                    let lembar = Lembar { lembar: "skm".to_owned(), kepala: Vec::new(), catatan: Vec::new(), versi: 0 };
                    tx.put_lembar("u", 2026, &lembar).await.unwrap();
                }
            }
            tx.commit(&[peristiwa("isi-nilai")]).await.unwrap();
            assert!(!segar(store, "u", 2026).await, "{apa}");
        }
        assert!(segar(store, "u", 2025).await && segar(store, "v", 2026).await);
        // The same text again is no change.
        simpan(store, &ringkasan("u", 2026), &[]).await;
        let mut tx = store.write().await.unwrap();
        tx.put_sel(&sel("u"), "2", 2, "orang-1", 6, "uji").await.unwrap();
        tx.commit(&[peristiwa("isi-nilai")]).await.unwrap();
        assert!(segar(store, "u", 2026).await);
    }

    async fn a_change_that_is_given_up_leaves_the_summary_as_it_was(tempat) {
        let store = &tempat.store;
        kantor(store, &["u"]).await;
        simpan(store, &ringkasan("u", 2026), &[]).await;
        let mut tx = store.write().await.unwrap();
        tx.put_sel(&sel("u"), "1", 0, "orang-1", 5, "uji").await.unwrap();
        drop(tx);
        assert!(segar(store, "u", 2026).await);
    }

    async fn a_summary_of_another_program_or_law_is_not_shown(tempat) {
        let store = &tempat.store;
        kantor(store, &["u"]).await;
        simpan(store, &Ringkasan { mesin: "uji/0".to_owned(), ..ringkasan("u", 2026) }, &[]).await;
        assert!(!segar(store, "u", 2026).await);
        let mut tx = store.read().await.unwrap();
        assert_eq!(tx.list_basi(&lingkup(&[("u", 0)])).await.unwrap(), ["u"]);
    }

    async fn what_is_counted_is_what_is_listed(tempat) {
        let store = &tempat.store;
        kantor(store, &["a", "b", "c", "d"]).await;
        simpan(store, &ringkasan("a", 2026), &[ukur("IKM", "tercapai"), ukur("ARS", "di-bawah")]).await;
        simpan(store, &Ringkasan { penyerapan: Some(900_000), kesalahan: 2, ..ringkasan("b", 2026) }, &[ukur("IKM", "melampaui")]).await;
        simpan(store, &Ringkasan { penyerapan: Some(950_000), di_bawah: 0, ..ringkasan("c", 2026) }, &[ukur("IKM", "tercapai")]).await;
        simpan(store, &ringkasan("a", 2025), &[]).await;
        ajukan(store, "a", 50).await;
        ajukan(store, "b", 150).await;
        // "e" has no year; "f" is not among the chosen.
        let pilih = [("a", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 2)];
        let lingkup = lingkup(&pilih);
        let mut tx = store.read().await.unwrap();
        assert_eq!(tx.list_basi(&lingkup).await.unwrap(), ["d"]);
        let mut nama = async |saringan, urutan, turun| {
            let (halaman, banyak) = tx.halaman_tahun(&lingkup, saringan, (urutan, turun), (0, 10)).await.unwrap();
            assert_eq!(usize::try_from(banyak).unwrap(), halaman.len());
            halaman.into_iter().map(|satu| satu.unit).collect::<Vec<_>>().concat()
        };
        assert_eq!(nama(Saringan::Semua, Urutan::Nama, false).await, "abcde");
        assert_eq!(nama(Saringan::Semua, Urutan::Nama, true).await, "edcba");
        assert_eq!(nama(Saringan::Semua, Urutan::Penyerapan, true).await, "cbade");
        assert_eq!(nama(Saringan::Semua, Urutan::Penyerapan, false).await, "bcade");
        assert_eq!(nama(Saringan::Semua, Urutan::Laporan, true).await, "abcde");
        assert_eq!(nama(Saringan::Semua, Urutan::Laporan, false).await, "ecdab");
        assert_eq!(nama(Saringan::BelumMengajukan, Urutan::Nama, false).await, "cde");
        assert_eq!(nama(Saringan::Terlambat, Urutan::Nama, false).await, "bcde");
        assert_eq!(nama(Saringan::DiBawahTarget, Urutan::Nama, false).await, "ab");
        assert_eq!(nama(Saringan::AdaKesalahan, Urutan::Nama, false).await, "b");
        assert_eq!(nama(Saringan::BelumDibuka, Urutan::Nama, false).await, "e");
        let (halaman, banyak) = tx
            .halaman_tahun(&lingkup, Saringan::Semua, (Urutan::Nama, false), (2, 2))
            .await
            .unwrap();
        assert_eq!((halaman.len(), halaman[0].unit.as_str(), banyak), (2, "c", 5));
        assert_eq!((halaman[0].segar, halaman[1].segar), (1, 0));
        let cabang = tx.jumlah_cabang(&lingkup).await.unwrap();
        let ringkas: Vec<_> = cabang
            .iter()
            .map(|satu| (satu.cabang, satu.unit, satu.dibuka, satu.diajukan, satu.terlambat, satu.segar, satu.di_bawah))
            .collect();
        assert_eq!(ringkas, [(1, 2, 2, 2, 1, 2, 2), (2, 3, 2, 0, 3, 1, 0)]);
        let sebaran: Vec<_> = tx
            .sebaran_ukur(&lingkup)
            .await
            .unwrap()
            .into_iter()
            .map(|satu| (satu.indikator, satu.keadaan, satu.banyak))
            .collect();
        let satu = |kode: &str, keadaan: &str, banyak| (kode.to_owned(), keadaan.to_owned(), banyak);
        assert_eq!(sebaran, [satu("ARS", "di-bawah", 1), satu("IKM", "melampaui", 1), satu("IKM", "tercapai", 2)]);
        let tahun = tx.jumlah_tahun(&lingkup).await.unwrap();
        assert_eq!(tahun.iter().map(|satu| (satu.tahun, satu.unit)).collect::<Vec<_>>(), [(2026, 3), (2025, 1)]);
    }
}
