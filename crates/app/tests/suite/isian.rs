//! Rows of a sheet, a sheet opened with its history, and tables from other programs.

use app::{
    Bagian, Error, HasilIsi, IsianSel, Pelaku, Peran, PetaKolom, SumberKolom, TitikSel, Unggahan,
};

use crate::umum::{Tempat, contoh, tempat};

const TAHUN: i64 = 2023;

async fn samarinda() -> (Tempat, Pelaku) {
    let tempat = tempat().await;
    let masuk = paket::read_mentah(&contoh("kanim-samarinda-2023")).unwrap();
    tempat
        .app
        .impor_paket(&Pelaku::sistem(), &tempat.unit, &masuk, "awal")
        .await
        .unwrap();
    let operator = tempat.orang("operator", Peran::Operator).await;
    (tempat, operator)
}

fn sel(pasangan: &[(&str, &str)]) -> app::SelBaru {
    pasangan
        .iter()
        .map(|(kolom, teks)| ((*kolom).to_owned(), (*teks).to_owned()))
        .collect()
}

fn csv(isi: &str) -> Unggahan {
    Unggahan {
        nama: "omspan.csv".to_owned(),
        isi: isi.as_bytes().to_vec(),
    }
}

#[tokio::test]
async fn a_row_is_added_removed_and_brought_back_with_all_that_it_said() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    // The example has no sheet of awards; the first row makes it.
    let baru = sel(&[("nama", "Unit Ramah Disabilitas"), ("pemberi", "Pemkot")]);
    let id = app
        .tambah_baris(&operator, unit, TAHUN, "penghargaan", &[baru], "uji")
        .await
        .unwrap()
        .remove(0);
    let dibaca = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    assert_eq!(dibaca.masukan.penghargaan.len(), 1);
    app.hapus_baris(&operator, unit, TAHUN, "penghargaan", &id)
        .await
        .unwrap();
    let dibuka = app
        .buka_lembar(&operator, unit, TAHUN, "penghargaan")
        .await
        .unwrap();
    assert!(dibuka.isi.baris.is_empty());
    assert_eq!(dibuka.terhapus[0].teks("pemberi"), "Pemkot");
    let lagi = app
        .hapus_baris(&operator, unit, TAHUN, "penghargaan", &id)
        .await;
    assert!(matches!(lagi, Err(Error::BelumDapat(_))), "{lagi:?}");
    app.pulihkan_baris(&operator, unit, TAHUN, "penghargaan", &id)
        .await
        .unwrap();
    let dibaca = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    assert_eq!(dibaca.masukan.penghargaan[0].nama, "Unit Ramah Disabilitas");
    // Each of it stands in the audit.
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    let audit = app
        .cari_audit(&kepala, unit, &app::CariAudit::default())
        .await
        .unwrap();
    for tindakan in ["tambah-baris", "hapus-baris", "pulihkan-baris"] {
        assert!(
            audit.rekaman.iter().any(|satu| satu.tindakan == tindakan),
            "{tindakan}"
        );
    }
}

#[tokio::test]
async fn nobody_changes_rows_without_the_permission_or_when_the_sheet_is_locked() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let pemantau = tempat.orang("pemantau", Peran::Pemantau).await;
    let dibuka = app
        .buka_lembar(&operator, unit, TAHUN, "kegiatan")
        .await
        .unwrap();
    assert_eq!(dibuka.terkunci, None);
    let baris = dibuka.isi.baris[0].id.clone();
    let tolak = |hasil: Error| assert!(matches!(hasil, Error::Ditolak(_)), "{hasil}");
    tolak(
        app.tambah_baris(&pemantau, unit, TAHUN, "kegiatan", &[Vec::new()], "")
            .await
            .unwrap_err(),
    );
    tolak(
        app.hapus_baris(&pemantau, unit, TAHUN, "kegiatan", &baris)
            .await
            .unwrap_err(),
    );
    tolak(
        app.pulihkan_baris(&pemantau, unit, TAHUN, "kegiatan", &baris)
            .await
            .unwrap_err(),
    );
    tolak(
        app.unggah_tabel(&pemantau, unit, TAHUN, "smart", &csv("a;b\n1;2\n"))
            .await
            .unwrap_err(),
    );
    tolak(
        app.catat_register(&pemantau, unit, TAHUN, "kegiatan", &Vec::new())
            .await
            .unwrap_err(),
    );
    let dilihat = app
        .buka_lembar(&pemantau, unit, TAHUN, "kegiatan")
        .await
        .unwrap();
    assert!(dilihat.terkunci.unwrap().contains("diperlukan peran"));
    // Handed in, the sheet is locked for who may.
    let mut tx = app.store.write().await.unwrap();
    let kunci = store::KunciAlur {
        unit: unit.to_owned(),
        tahun: TAHUN,
        jenis: "realisasi".to_owned(),
        periode: "tahun".to_owned(),
    };
    let langkah = store::Langkah {
        versi: 1,
        semula: String::new(),
        menjadi: "diajukan".to_owned(),
        oleh: operator.orang.clone(),
        pada: 1,
        alasan: String::new(),
        sidik: String::new(),
    };
    tx.move_alur(&kunci, &langkah).await.unwrap();
    tx.commit(&[]).await.unwrap();
    let kunci = |hasil: Error| assert!(matches!(hasil, Error::BelumDapat(_)), "{hasil}");
    kunci(
        app.tambah_baris(&operator, unit, TAHUN, "kegiatan", &[Vec::new()], "")
            .await
            .unwrap_err(),
    );
    kunci(
        app.hapus_baris(&operator, unit, TAHUN, "kegiatan", &baris)
            .await
            .unwrap_err(),
    );
    kunci(
        app.unggah_tabel(&operator, unit, TAHUN, "smart", &csv("a;b\n1;2\n"))
            .await
            .unwrap_err(),
    );
    let dibuka = app
        .buka_lembar(&operator, unit, TAHUN, "kegiatan")
        .await
        .unwrap();
    assert!(dibuka.terkunci.unwrap().contains("diajukan"));
}

#[tokio::test]
async fn a_sheet_tells_its_errors_at_their_cells_and_who_wrote_them() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let dibuka = app
        .buka_lembar(&operator, unit, TAHUN, "skm_bulanan")
        .await
        .unwrap();
    assert_eq!(dibuka.keterangan.judul, "Survei bulanan IKM 2023");
    assert_eq!(dibuka.keterangan.bagian, Bagian::Pengukuran);
    assert!(dibuka.dibaca.kesalahan_lembar("skm_bulanan").is_empty());
    let baris = &dibuka.isi.baris[2];
    let titik = TitikSel {
        lembar: "skm_bulanan".to_owned(),
        baris: baris.id.clone(),
        kolom: "04".to_owned(),
    };
    let isian = IsianSel {
        titik: titik.clone(),
        teks: "4,9".to_owned(),
        versi: baris.versi("04"),
    };
    let hasil = app
        .isi_nilai(&operator, unit, TAHUN, &[isian], "uji")
        .await
        .unwrap();
    assert!(matches!(hasil[0], HasilIsi::Tersimpan(_)));
    app.komentari(&operator, unit, TAHUN, &titik, "periksa lagi")
        .await
        .unwrap();
    let dibuka = app
        .buka_lembar(&operator, unit, TAHUN, "skm_bulanan")
        .await
        .unwrap();
    let salah = dibuka.dibaca.kesalahan_lembar("skm_bulanan");
    assert_eq!(salah.len(), 1, "{salah:?}");
    assert_eq!(
        (
            salah[0].kode,
            salah[0].baris.as_ref(),
            salah[0].ke,
            salah[0].kolom.as_str()
        ),
        ("di-luar-skala", Some(&titik.baris), 3, "04")
    );
    let kunci = (titik.baris, titik.kolom);
    assert_eq!(dibuka.jejak[&kunci].0, "Orang operator");
    assert_eq!(dibuka.komentar[&kunci], 1);
}

#[tokio::test]
async fn a_register_takes_no_row_that_its_reader_would_refuse() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let sebelum = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    let salah = sel(&[
        ("jenis", "operasi"),
        ("uraian", "Patroli"),
        ("jumlah", "banyak"),
    ]);
    let galat = app
        .catat_register(&operator, unit, TAHUN, "kegiatan", &salah)
        .await
        .unwrap_err();
    assert!(galat.to_string().contains("jumlah"), "{galat}");
    let benar = sel(&[
        ("jenis", "operasi"),
        ("uraian", "Patroli"),
        ("jumlah", "3"),
        ("indikator", "IPK"),
    ]);
    app.catat_register(&operator, unit, TAHUN, "kegiatan", &benar)
        .await
        .unwrap();
    let sesudah = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    assert_eq!(
        sesudah.masukan.kegiatan.len(),
        sebelum.masukan.kegiatan.len() + 1
    );
    assert!(sesudah.kesalahan_lembar("kegiatan").is_empty());
}

#[tokio::test]
async fn a_row_added_by_hand_is_the_same_row_in_the_next_package() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let baru = sel(&[("jenis", "operasi"), ("uraian", "Patroli"), ("jumlah", "3")]);
    let id = app
        .catat_register(&operator, unit, TAHUN, "kegiatan", &baru)
        .await
        .unwrap();
    let paket = app.ekspor_paket(&operator, unit, TAHUN).await.unwrap();
    let (_, perubahan) = app
        .impor_paket(&operator, unit, &paket, "lagi")
        .await
        .unwrap();
    assert_eq!(perubahan, app::Perubahan::default());
    let dibaca = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    let baris = &dibaca.isi.lembar("kegiatan").unwrap().baris;
    assert_eq!(baris.last().unwrap().id, id);
}

#[tokio::test]
async fn a_foreign_table_is_mapped_looked_at_saved_and_its_mapping_remembered() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let isi = "Monev SMART;;\nNama Komponen;Nilai;Keterangan\npenyerapan;97,13;sama\nkonsistensi;99,00;berubah\nefisiensi;5,52;baru\n;;\nnilai;;kosong\n";
    let id = app
        .unggah_tabel(&operator, unit, TAHUN, "smart", &csv(isi))
        .await
        .unwrap();
    let dibuka = app.buka_impor(&operator, unit, TAHUN, &id).await.unwrap();
    assert!(!dibuka.diingat);
    let usulan = &dibuka.usulan;
    assert_eq!((usulan.tabel, usulan.judul), (0, 1));
    assert_eq!(usulan.kolom["komponen"], SumberKolom::Kolom(0));
    assert_eq!(usulan.kolom["nilai"], SumberKolom::Kolom(1));
    assert_eq!(usulan.kolom["tahun"], SumberKolom::Tetap("2023".to_owned()));
    let rencana = app
        .rencana_impor(&operator, unit, TAHUN, &id, usulan)
        .await
        .unwrap();
    let ubah: Vec<_> = rencana
        .ubah
        .iter()
        .map(|satu| {
            (
                satu.kolom.as_str(),
                satu.semula.as_str(),
                satu.menjadi.as_str(),
            )
        })
        .collect();
    assert_eq!(ubah, [("nilai", "99,72", "99,00")]);
    assert!(rencana.kesalahan.is_empty(), "{:?}", rencana.kesalahan);
    // Nothing is saved yet, and nobody else sees the upload.
    let staf = tempat.orang("staf", Peran::Staf).await;
    assert!(app.buka_impor(&staf, unit, TAHUN, &id).await.is_err());
    let lain = app
        .simpan_impor(&operator, unit, TAHUN, &id, usulan, "lembar yang lain")
        .await;
    assert!(matches!(lain, Err(Error::BelumDapat(_))), "{lain:?}");
    let perubahan = app
        .simpan_impor(&operator, unit, TAHUN, &id, usulan, &rencana.sidik)
        .await
        .unwrap();
    assert_eq!(perubahan.baris_baru, rencana.baru.len());
    let dibaca = app.lihat_tahun(&operator, unit, TAHUN).await.unwrap();
    let smart = dibaca.isi.lembar("smart").unwrap();
    let konsistensi = smart
        .baris
        .iter()
        .find(|baris| baris.teks("tahun") == "2023" && baris.teks("komponen") == "konsistensi")
        .unwrap();
    assert_eq!(konsistensi.teks("nilai"), "99,00");
    let titik = TitikSel {
        lembar: "smart".to_owned(),
        baris: konsistensi.id.clone(),
        kolom: "nilai".to_owned(),
    };
    let (riwayat, _) = app
        .riwayat_nilai(&operator, unit, TAHUN, &titik)
        .await
        .unwrap();
    assert_eq!(riwayat.last().unwrap().alasan, "impor dari omspan.csv");
    // The next file with these headings, its columns elsewhere, is understood at once.
    let isi = "x\nKeterangan;Nilai;Nama Komponen\na;98,00;penyerapan\n";
    let id = app
        .unggah_tabel(&operator, unit, TAHUN, "smart", &csv(isi))
        .await
        .unwrap();
    let dibuka = app.buka_impor(&operator, unit, TAHUN, &id).await.unwrap();
    assert!(dibuka.diingat);
    assert_eq!(dibuka.usulan.kolom["komponen"], SumberKolom::Kolom(2));
}

#[tokio::test]
async fn a_mapping_that_names_no_row_and_a_file_that_is_no_table_are_refused_with_a_reason() {
    let (tempat, operator) = samarinda().await;
    let (app, unit) = (&tempat.app, tempat.unit.as_str());
    let rusak = Unggahan {
        nama: "a.xlsx".to_owned(),
        isi: b"PK\x03\x04rusak".to_vec(),
    };
    let galat = app
        .unggah_tabel(&operator, unit, TAHUN, "pnbp", &rusak)
        .await
        .unwrap_err();
    assert!(matches!(galat, Error::Paket(_)), "{galat}");
    let id = app
        .unggah_tabel(&operator, unit, TAHUN, "pnbp", &csv("Target\n6.000.000\n"))
        .await
        .unwrap();
    let galat = app
        .rencana_impor(&operator, unit, TAHUN, &id, &PetaKolom::default())
        .await
        .unwrap_err();
    assert!(galat.to_string().contains("tahun"), "{galat}");
    let tanpa_lembar = app
        .unggah_tabel(&operator, unit, TAHUN, "satker", &csv("a;b\n1;2\n"))
        .await;
    assert!(tanpa_lembar.is_err());
}
