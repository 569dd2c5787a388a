//! The report in the browser: composing, writing, handing in, publishing.

use app::{JenisAlur, Pelaku};
use reqwest::{Method, StatusCode};

use crate::harness::{Klien, Uji};

/// Waits until a job has ended, as the page does.
async fn tunggu(klien: &Klien, alamat: &str) {
    loop {
        let tanya = klien
            .bangun(Method::GET, alamat)
            .header("accept", "application/json");
        let isi: serde_json::Value =
            serde_json::from_slice(&klien.kirim(tanya).await.bita).unwrap();
        if isi["jalan"] == false {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_asked_for_followed_and_downloaded() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("perencana").await;
    klien
        .get(&uji.tahun("laporan"))
        .await
        .memuat("Susun draf")
        .memuat("Belum ada laporan yang disusun")
        .memuat("Latar belakang");
    let minta = klien
        .post(&uji.tahun("laporan/susun"), &[("jenis", "draf")])
        .await;
    assert_eq!(minta.status, StatusCode::SEE_OTHER, "{}", minta.teks());
    let alamat = minta.ke.unwrap();
    klien.get(&alamat).await.memuat("Draf laporan");
    tunggu(&klien, &alamat).await;
    klien.get(&alamat).await.memuat("Lihat hasilnya");
    let halaman = klien.get(&uji.tahun("laporan")).await;
    halaman
        .memuat("Sesuai dengan data sekarang")
        .memuat("temuan");
    let laporan = uji
        .app
        .lihat_laporan(&Pelaku::sistem(), &uji.unit, 2023)
        .await
        .unwrap();
    let id = &laporan.susunan[0].susunan.id;
    let susunan = uji.tahun(&format!("laporan/susunan/{id}"));
    klien
        .get(&susunan)
        .await
        .memuat("<iframe")
        .memuat("SHA-256");
    let html = klien.get(&format!("{susunan}/lkjip.html")).await;
    let csp = html.kepala["content-security-policy"].to_str().unwrap();
    assert!(csp.starts_with("sandbox; default-src 'none'"), "{csp}");
    let pdf = klien.get(&format!("{susunan}/lkjip.pdf")).await;
    assert!(pdf.bita.starts_with(b"%PDF-"));
    // Who may not compose is told who may; a file of no report is not found.
    let staf = uji.masuk("staf").await;
    staf.get(&uji.tahun("laporan"))
        .await
        .memuat("diperlukan peran");
    let tolak = staf
        .post(&uji.tahun("laporan/susun"), &[("jenis", "draf")])
        .await;
    assert_eq!(tolak.status, StatusCode::FORBIDDEN);
    let tak_ada = klien.get(&format!("{susunan}/../rahasia")).await;
    assert_eq!(tak_ada.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_narrative_is_written_and_a_clash_loses_nothing() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    // One that the package did not bring: its place is made with the first words.
    let alamat = uji.tahun("laporan/narasi/ikm.analisis");
    klien
        .get(&alamat)
        .await
        .memuat("Simpan")
        .memuat("ikm.2023.realisasi")
        .memuat("belum ada di basis data");
    let tulis = |teks: &'static str, versi: &'static str, aksi: &'static str| {
        [("teks", teks), ("versi", versi), ("aksi", aksi)]
    };
    let dilihat = klien
        .post(
            &alamat,
            &tulis(
                "Naik ke {{ f(\"ikm.2023.realisasi\") }} dan {{ f(\"ikm.2023.realisassi\") }}.",
                "0",
                "pratinjau",
            ),
        )
        .await;
    dilihat
        .memuat("3,93")
        .memuat("tidak ada")
        .memuat("Belum tersimpan.");
    let pertama = klien
        .post(&alamat, &tulis("Kata pertama.", "0", "simpan"))
        .await;
    assert_eq!(pertama.status, StatusCode::SEE_OTHER, "{}", pertama.teks());
    let rekan = uji.masuk("perencana").await;
    let bentrok = rekan
        .post(&alamat, &tulis("Kata rekan.", "0", "simpan"))
        .await;
    assert_eq!(bentrok.status, StatusCode::CONFLICT);
    bentrok.memuat("Kata pertama.").memuat("Kata rekan.");
    let otomatis = |versi: &'static str| {
        rekan
            .bangun(Method::POST, &alamat)
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(format!("teks=Kata+rekan.&versi={versi}"))
    };
    let basi = rekan.kirim(otomatis("0")).await;
    assert_eq!(basi.status, StatusCode::CONFLICT);
    let baik = rekan.kirim(otomatis("1")).await;
    baik.memuat("\"versi\":2").memuat("Kata rekan.");
    rekan
        .get(&format!("{alamat}?versi=1"))
        .await
        .memuat("Kata pertama.")
        .memuat("Pulihkan versi 1");
    let pulih = rekan
        .post(
            &format!("{alamat}/pulihkan"),
            &[("lama", "1"), ("versi", "2")],
        )
        .await;
    assert_eq!(pulih.status, StatusCode::SEE_OTHER);
    rekan.get(&alamat).await.memuat("memulihkan versi 1");
    // Who may not write sees the words and why.
    let kepala = uji.masuk("kepala").await;
    let halaman = kepala.get(&alamat).await;
    halaman.memuat("Kata pertama.").memuat("diperlukan peran");
    assert!(!halaman.teks().contains("<textarea"));
    let asing = klien.get(&uji.tahun("laporan/narasi/tidak.dikenal")).await;
    assert_eq!(asing.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn citizens_see_a_report_when_it_is_published_and_nobody_of_the_office() {
    let uji = Uji::contoh().await;
    let paket = std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../contoh/kantor-contoh"
    ));
    let mentah = paket::read_mentah(paket).unwrap();
    let sistem = Pelaku::sistem();
    let (tahun, _) = uji
        .app
        .impor_paket(&sistem, &uji.unit, &mentah, "contoh")
        .await
        .unwrap();
    let akhir = uji
        .app
        .buat_laporan(&sistem, &uji.unit, tahun, true)
        .await
        .unwrap();
    let alamat = format!("/u/{}/{tahun}", uji.unit);
    let publik = format!("/publik/{}/{tahun}", uji.unit);
    let warga = uji.klien();
    warga.get("/publik").await.memuat("Belum ada laporan");
    assert_eq!(warga.get(&publik).await.status, StatusCode::NOT_FOUND);
    for (nama, ke, versi) in [
        ("perencana", "diajukan", "0"),
        ("reviu", "diverifikasi", "1"),
        ("kepala", "disahkan", "2"),
        ("kepala", "diterbitkan", "3"),
    ] {
        let klien = uji.masuk(nama).await;
        // Out of turn is told with the reason, and the words stay.
        if ke == "disahkan" {
            let salah = klien
                .post(
                    &format!("{alamat}/alur/laporan"),
                    &[("ke", "dikembalikan"), ("versi", "2"), ("alasan", "  ")],
                )
                .await;
            assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
            salah.memuat("Alasan wajib diisi");
        }
        let jawaban = klien
            .post(
                &format!("{alamat}/alur/laporan"),
                &[
                    ("ke", ke),
                    ("versi", versi),
                    ("alasan", "Catatan untuk semua."),
                    ("kembali", "https://jahat.example/"),
                ],
            )
            .await;
        assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
        assert!(jawaban.ke.unwrap().starts_with(&alamat));
    }
    let alur = uji
        .app
        .daftar_alur(&sistem, &uji.unit, tahun)
        .await
        .unwrap();
    let laporan = alur.iter().find(|satu| satu.jenis == JenisAlur::Laporan);
    assert_eq!(laporan.unwrap().riwayat.len(), 4);
    warga.get("/publik").await.memuat(&publik);
    let halaman = warga.get(&publik).await;
    halaman
        .memuat("melampaui target")
        .memuat("Penyerapan")
        .memuat("Catatan untuk semua.");
    for rahasia in ["Akun kepala", "Akun perencana", "Akun reviu"] {
        assert!(!halaman.teks().contains(rahasia));
    }
    let pdf = warga.get(&format!("{publik}/lkjip.pdf")).await;
    assert_eq!(pdf.bita, akhir.berkas[0].1);
    let html = warga.get(&format!("{publik}/lkjip.html")).await;
    assert!(
        html.kepala["content-security-policy"]
            .to_str()
            .unwrap()
            .starts_with("sandbox")
    );
    let fakta: serde_json::Value =
        serde_json::from_slice(&warga.get(&format!("{publik}/fakta.json")).await.bita).unwrap();
    assert_eq!(fakta["tahun"], tahun);
    assert_eq!(
        warga.get(&format!("{publik}/lkjip.docx")).await.status,
        StatusCode::NOT_FOUND
    );
}
