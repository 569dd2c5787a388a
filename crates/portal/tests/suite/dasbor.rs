//! The Dasbor, the start, and the consolidation, as a browser gets them.

use app::{HakBaru, IsianSel, Pelaku, Peran, TitikSel, UnitBaru};
use reqwest::StatusCode;

use crate::harness::Uji;

/// An office below the example's unit, with the small example's year.
async fn kantor(uji: &Uji, nama: &str) -> String {
    let sistem = Pelaku::sistem();
    let baru = UnitBaru {
        nama: nama.to_owned(),
        tingkat: "kantor".to_owned(),
        profil: Some("kantor-umum".to_owned()),
        kode: None,
        zona: None,
        induk: Some(uji.unit.clone()),
        dari: "2020-01-01".to_owned(),
        alasan: "uji".to_owned(),
    };
    uji.app.buat_unit(&sistem, &baru).await.unwrap()
}

async fn isi(uji: &Uji, unit: &str) -> i64 {
    let jalur = concat!(env!("CARGO_MANIFEST_DIR"), "/../../contoh/kantor-contoh");
    let mentah = paket::read_mentah(std::path::Path::new(jalur)).unwrap();
    let hasil = uji
        .app
        .impor_paket(&Pelaku::sistem(), unit, &mentah, "uji")
        .await;
    hasil.unwrap().0
}

#[tokio::test]
async fn the_dasbor_shows_every_indicator_with_the_way_to_its_derivation() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("kepala").await;
    let halaman = klien.get(&uji.tahun("dasbor")).await;
    assert_eq!(halaman.status, StatusCode::OK, "{}", halaman.teks());
    halaman
        .memuat("<h1>Dasbor 2023</h1>")
        .memuat("120,92")
        .memuat(&format!("href=\"{}\"", uji.tahun("fakta/ikm.2023.capaian")))
        .memuat("Capaian indikator")
        .memuat("Yang menunggu")
        .memuat("Pengajuan oleh Operator atau Perencana")
        .memuat("29 Februari 2024")
        .memuat("Peraturan Presiden Nomor 29 Tahun 2014");
    let teks = halaman.teks();
    assert_eq!(teks.matches("<h1").count(), 1);
    assert!(
        !teks.contains(" style="),
        "the policy forbids style attributes"
    );
    // Every chart is described and can be read as a table.
    let grafik = teks.matches("<figure").count();
    assert!(grafik > 0);
    assert_eq!(teks.matches("role=\"img\" aria-label=").count(), grafik);
    assert_eq!(teks.matches("Lihat sebagai tabel").count(), grafik);
    let asal = klien.get(&uji.tahun("fakta/ikm.2023.capaian")).await;
    asal.memuat("120,92");
}

#[tokio::test]
async fn what_waits_for_me_is_marked_and_what_waits_for_others_is_not() {
    let uji = Uji::contoh().await;
    let tanda = "menunggu Anda";
    let operator = uji.masuk("operator").await;
    operator.get(&uji.tahun("dasbor")).await.memuat(tanda);
    let kepala = uji.masuk("kepala").await;
    let halaman = kepala.get(&uji.tahun("dasbor")).await;
    assert!(!halaman.teks().contains(tanda));
}

#[tokio::test]
async fn a_new_office_is_told_what_to_do_first() {
    let uji = Uji::contoh().await;
    let baru = kantor(&uji, "Kantor Baru").await;
    uji.app
        .buka_tahun(&Pelaku::sistem(), &baru, 2024)
        .await
        .unwrap();
    let klien = uji.masuk("perencana").await;
    let halaman = klien.get(&format!("/u/{baru}/2024/dasbor")).await;
    assert_eq!(halaman.status, StatusCode::OK, "{}", halaman.teks());
    halaman
        .memuat("Tahun ini belum berisi")
        .memuat("Isi target")
        .memuat("Data yang perlu diperbaiki");
}

#[tokio::test]
async fn the_consolidation_sorts_filters_turns_pages_and_counts_without_scripts() {
    let uji = Uji::contoh().await;
    let mut tahun = 0;
    for nomor in 0..53 {
        let unit = kantor(&uji, &format!("Kantor {nomor:02}")).await;
        if nomor < 2 {
            tahun = isi(&uji, &unit).await;
        }
    }
    let klien = uji.masuk("pemantau").await;
    let dasar = format!("/u/{}/{tahun}/konsolidasi", uji.unit);
    let halaman = klien.get(&dasar).await;
    assert_eq!(halaman.status, StatusCode::OK, "{}", halaman.teks());
    halaman
        .memuat("Kantor 00")
        .memuat("53 unit.")
        .memuat("Halaman 1 dari 2")
        .memuat("Tahun belum dibuka")
        .memuat("aria-sort=\"ascending\"");
    assert!(!halaman.teks().contains("Kantor 52"));
    klien
        .get(&format!("{dasar}?halaman=2"))
        .await
        .memuat("Kantor 52")
        .memuat("Sebelumnya");
    let turun = klien.get(&format!("{dasar}?urut=penyerapan&turun=1")).await;
    turun.memuat("aria-sort=\"descending\"");
    let teks = turun.teks();
    let letak = |nama: &str| teks.find(&format!(">{nama}<")).unwrap();
    assert!(letak("Kantor 00") < letak("Kantor 05") && letak("Kantor 01") < letak("Kantor 05"));
    let cari = klien.get(&format!("{dasar}?cari=kantor%2001")).await;
    cari.memuat("1 unit sesuai saringan");
    assert!(!cari.teks().contains("Kantor 00"));
    klien
        .get(&format!("{dasar}?cari=tidak+ada"))
        .await
        .memuat("Tidak ada unit yang sesuai");
    klien
        .get(&format!("{dasar}?saring=belum-dibuka"))
        .await
        .memuat("51 unit sesuai saringan");
    // Words that nobody offers change nothing, and no number of a page is too large.
    let aneh = klien
        .get(&format!(
            "{dasar}?urut=x&saring=y&halaman=99999999999999999999"
        ))
        .await;
    assert_eq!(aneh.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_saved_is_on_the_page_and_in_the_files_at_once() {
    let uji = Uji::contoh().await;
    let unit = kantor(&uji, "=Kantor; \"Rumus\"").await;
    let tahun = isi(&uji, &unit).await;
    let sistem = Pelaku::sistem();
    let dibaca = uji.app.lihat_tahun(&sistem, &unit, tahun).await.unwrap();
    let lembar = dibaca.isi.lembar("indikator_tahunan").unwrap();
    let baris = lembar
        .baris
        .iter()
        .find(|satu| satu.teks("kode") == "ARS" && satu.teks("tahun") == tahun.to_string())
        .unwrap();
    let isian = IsianSel {
        titik: TitikSel {
            lembar: lembar.nama.clone(),
            baris: baris.id.clone(),
            kolom: "realisasi".to_owned(),
        },
        teks: "12,34".to_owned(),
        versi: baris.versi("realisasi"),
    };
    uji.app
        .isi_nilai(&sistem, &unit, tahun, &[isian], "uji")
        .await
        .unwrap();
    let segar = uji
        .app
        .lihat_tahun(&sistem, &unit, tahun)
        .await
        .unwrap()
        .ringkasan();
    let klien = uji.masuk("pemantau").await;
    let dasar = format!("/u/{}/{tahun}/konsolidasi", uji.unit);
    let rata = segar.capaian.unwrap().0;
    klien.get(&dasar).await.memuat(&format!(">{rata}</a>"));
    let csv = klien.get(&format!("{dasar}.csv")).await;
    assert_eq!(csv.kepala["content-type"], "text/csv; charset=utf-8");
    csv.memuat("\"'=Kantor; \"\"Rumus\"\"\"").memuat(&rata);
    let xlsx = klien.get(&format!("{dasar}.xlsx")).await;
    assert!(xlsx.bita.starts_with(b"PK"), "{}", xlsx.status);
}

#[tokio::test]
async fn nobody_looks_below_a_unit_that_they_may_not_see() {
    let uji = Uji::contoh().await;
    let satu = kantor(&uji, "Kantor Satu").await;
    let tahun = isi(&uji, &satu).await;
    let orang = uji.tambah_orang("orang-kantor", None).await;
    let hak = HakBaru {
        orang,
        unit: satu.clone(),
        peran: Peran::Kepala,
        tolak: false,
        dari: None,
        sampai: None,
        alasan: "uji".to_owned(),
    };
    uji.app.beri_hak(&Pelaku::sistem(), &hak).await.unwrap();
    let klien = uji.masuk("orang-kantor").await;
    for ekor in ["konsolidasi", "konsolidasi.csv", "konsolidasi.xlsx"] {
        let jawaban = klien.get(&format!("/u/{}/{tahun}/{ekor}", uji.unit)).await;
        assert_eq!(jawaban.status, StatusCode::FORBIDDEN, "{ekor}");
    }
    // With one office, the start leads straight to its Dasbor.
    let awal = klien.get("/").await;
    assert_eq!(awal.ke, Some(format!("/u/{satu}/{tahun}/dasbor")));
    assert_eq!(klien.get(&awal.ke.unwrap()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_sees_many_units_chooses_and_finds_the_consolidation() {
    let uji = Uji::contoh().await;
    let satu = kantor(&uji, "Kantor Satu").await;
    let tahun = isi(&uji, &satu).await;
    let klien = uji.masuk("pemantau").await;
    assert_eq!(klien.get("/").await.ke.as_deref(), Some("/pilih"));
    let pilih = klien.get("/pilih").await;
    pilih
        .memuat("Kantor Satu")
        .memuat(&format!("/u/{satu}/{tahun}/dasbor"))
        .memuat(&format!("/u/{}/{tahun}/konsolidasi", uji.unit));
    // A unit without a year of its own has no Dasbor to lead to.
    let gabungan = klien
        .get(&format!("/u/{}/{tahun}/konsolidasi", uji.unit))
        .await;
    assert!(
        !gabungan
            .teks()
            .contains(&format!("/u/{}/{tahun}/pengukuran", uji.unit))
    );
}
