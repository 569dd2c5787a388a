//! The checker in the browser, the law, and where numbers come from.

use reqwest::{Method, StatusCode};

use crate::harness::{Jawaban, Klien, Uji};

const LAPORAN: &[u8] = include_bytes!("../../../../contoh/laporan/kanim-tanjung-rengas-2023.txt");

async fn unggah(uji: &Uji, klien: &Klien, nama: &str, isi: &[u8], tahun: &str) -> Jawaban {
    const BATAS: &str = "batas-uji";
    let mut badan = Vec::new();
    for (isian, teks) in [
        ("unit", uji.unit.as_str()),
        ("tahun", tahun),
        ("versi_dari", ""),
    ] {
        badan.extend_from_slice(
            format!(
                "--{BATAS}\r\nContent-Disposition: form-data; name=\"{isian}\"\r\n\r\n{teks}\r\n"
            )
            .as_bytes(),
        );
    }
    badan.extend_from_slice(
        format!("--{BATAS}\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{nama}\"\r\n\r\n")
            .as_bytes(),
    );
    badan.extend_from_slice(isi);
    badan.extend_from_slice(format!("\r\n--{BATAS}--\r\n").as_bytes());
    let permintaan = klien
        .bangun(Method::POST, "/periksa")
        .header(
            "content-type",
            format!("multipart/form-data; boundary={BATAS}"),
        )
        .body(badan);
    klien.kirim(permintaan).await
}

/// A word between two others.
fn antara<'t>(teks: &'t str, awal: &str, akhir: &str) -> &'t str {
    let (_, sisa) = teks.split_once(awal).unwrap();
    sisa.split_once(akhir).unwrap().0
}

#[tokio::test]
async fn a_report_in_plain_text_is_checked_and_its_findings_stand_with_place_value_and_basis() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("pemantau").await;
    klien
        .get("/periksa")
        .await
        .memuat("Belum ada dokumen yang diperiksa");
    let jawaban = unggah(&uji, &klien, "kanim-tanjung-rengas-2023.txt", LAPORAN, "").await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
    let alamat = jawaban.ke.unwrap();
    klien
        .get(&alamat)
        .await
        .memuat("kanim-tanjung-rengas-2023.txt")
        .memuat("Seharusnya")
        .memuat("Hitungan")
        .memuat("Perbaikan")
        .memuat("Dasar")
        .memuat("angka dapat diperiksa")
        .memuat("Saring menurut aturan");
    let wajib = klien.get(&format!("{alamat}?berat=wajib")).await.teks();
    assert!(wajib.contains("capaian-tidak-cocok"), "{wajib}");
    // The document stands in a frame of its own, in which nothing runs.
    let dokumen = klien.get(&format!("{alamat}/dokumen")).await;
    dokumen.memuat("id=\"t1\"");
    let csp = dokumen.kepala["content-security-policy"].to_str().unwrap();
    assert!(
        csp.contains("sandbox") && csp.contains("default-src 'none'"),
        "{csp}"
    );
    klien
        .get("/periksa")
        .await
        .memuat(&alamat)
        .memuat("wajib")
        .memuat("Akun pemantau");
    let json = klien.get(&format!("{alamat}/unduh/json")).await;
    let json: serde_json::Value = serde_json::from_slice(&json.bita).unwrap();
    assert!(json["ringkasan"]["wajib"].as_u64() > Some(0));
    klien
        .get(&format!("{alamat}/unduh/sarif"))
        .await
        .memuat("\"version\": \"2.1.0\"");
    let reviu = klien.get(&format!("{alamat}/unduh/reviu-docx")).await;
    let sumber = document::source::read::read(&reviu.bita, "reviu.docx");
    assert!(!sumber.is_refused() && !sumber.pieces.is_empty());
    // Comments need a Word file, and that is said.
    let docx = klien.get(&format!("{alamat}/unduh/docx")).await;
    assert_eq!(docx.status, StatusCode::CONFLICT);
    docx.memuat("hanya dapat ditulis ke berkas Word");
    let aneh = klien.get(&format!("{alamat}/unduh/exe")).await;
    assert_eq!(aneh.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_word_file_comes_back_with_a_comment_for_each_open_finding_and_can_be_opened_again() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("perencana").await;
    let laporan = uji
        .app
        .buat_laporan(&app::Pelaku::sistem(), &uji.unit, 2023, false)
        .await
        .unwrap();
    let (_, docx) = laporan
        .berkas
        .iter()
        .find(|(nama, _)| *nama == "lkjip.docx")
        .unwrap();
    let jawaban = unggah(&uji, &klien, "lkjip.docx", docx, "2023").await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
    let alamat = jawaban.ke.unwrap();
    let halaman = klien.get(&alamat).await;
    halaman
        .memuat("terhadap data kantor tahun 2023")
        .memuat("Cocok dengan data kantor")
        .memuat("Berkas Word dengan komentar");
    let komentar = klien.get(&format!("{alamat}/unduh/docx")).await;
    assert_eq!(komentar.status, StatusCode::OK);
    let sumber = document::source::read::read(&komentar.bita, "telaah.docx");
    assert!(!sumber.is_refused());
    let json = klien.get(&format!("{alamat}/unduh/json")).await;
    let json: serde_json::Value = serde_json::from_slice(&json.bita).unwrap();
    let banyak = json["temuan"].as_array().unwrap().len();
    assert!(banyak > 0);
    assert!(
        sumber
            .notes
            .iter()
            .any(|note| note.text.contains("komentar")),
        "{:?}",
        sumber.notes
    );
}

#[tokio::test]
async fn a_finding_is_dismissed_with_a_reason_and_without_one_what_was_asked_for_is_said() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("perencana").await;
    let alamat = unggah(&uji, &klien, "laporan.txt", LAPORAN, "")
        .await
        .ke
        .unwrap();
    let halaman = klien.get(&alamat).await.teks();
    let sidik = antara(&halaman, "name=\"sidik\" value=\"", "\"").to_owned();
    let kosong = klien
        .post(
            &format!("{alamat}/kesampingkan"),
            &[("sidik", &sidik), ("alasan", " ")],
        )
        .await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Tuliskan alasan");
    let isian = [
        ("sidik", sidik.as_str()),
        ("alasan", "Menurut pedoman unit."),
    ];
    let jawaban = klien.post(&format!("{alamat}/kesampingkan"), &isian).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
    klien
        .get(&format!("{alamat}?berat=kesampingan"))
        .await
        .memuat("oleh Akun perencana: Menurut pedoman unit.")
        .memuat("Buka kembali");
    // Who only looks is offered nothing, and refused.
    let pemantau = uji.masuk("pemantau").await;
    let dilihat = pemantau.get(&alamat).await.teks();
    assert!(!dilihat.contains("Kesampingkan dengan alasan"));
    assert!(!dilihat.contains("Hapus dokumen"));
    let ditolak = pemantau
        .post(&format!("{alamat}/buka-kembali"), &isian)
        .await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    let ditolak = pemantau.post(&format!("{alamat}/hapus"), &[]).await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    let jawaban = klien.post(&format!("{alamat}/buka-kembali"), &isian).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER);
    let jawaban = klien.post(&format!("{alamat}/hapus"), &[]).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER);
    assert_eq!(klien.get(&alamat).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_that_is_no_document_is_refused_on_the_page_with_the_reason() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("staf").await;
    let jawaban = unggah(&uji, &klien, "foto.txt", b"\x89PNG\r\n\x1a\n\0\0", "2023").await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
    jawaban
        .memuat("bukan dokumen yang dikenal")
        .memuat("value=\"2023\" selected");
    let besar = vec![b'a'; app::DOKUMEN_TERBESAR + (2 << 20)];
    let jawaban = unggah(&uji, &klien, "besar.txt", &besar, "").await;
    assert_eq!(jawaban.status, StatusCode::PAYLOAD_TOO_LARGE);
    jawaban.memuat("lebih besar dari 32 MB");
}

#[tokio::test]
async fn what_a_document_says_is_shown_and_never_run() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("staf").await;
    let isi = "Laporan Kinerja 2022\n\nKantor memperoleh [<script>alert(1)</script>] dan [nama penghargaan] tahun 2022.\n";
    let jawaban = unggah(&uji, &klien, "<b>x</b>.txt", isi.as_bytes(), "").await;
    let alamat = jawaban.ke.unwrap();
    for jalur in [
        alamat.clone(),
        format!("{alamat}/dokumen"),
        "/periksa".to_owned(),
    ] {
        let teks = klien.get(&jalur).await.teks();
        assert!(!teks.contains("<script>alert"), "{jalur}");
        assert!(!teks.contains("<b>x</b>"), "{jalur}");
    }
}

#[tokio::test]
async fn every_rule_has_a_page() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("pemantau").await;
    let daftar = klien.get("/periksa/aturan").await;
    for aturan in periksa::rules::daftar() {
        daftar.memuat(&format!("/periksa/aturan/{}", aturan.nama));
        let halaman = klien.get(&format!("/periksa/aturan/{}", aturan.nama)).await;
        assert_eq!(halaman.status, StatusCode::OK, "{}", aturan.nama);
    }
    let tidak = klien.get("/periksa/aturan/tidak-ada").await;
    assert_eq!(tidak.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_number_leads_to_its_formula_its_cells_and_its_provisions() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("pemantau").await;
    klien
        .get(&uji.tahun("fakta/ikm.2023.capaian"))
        .await
        .memuat("Capaian, makin tinggi makin baik")
        .memuat("fakta/ikm.2023.realisasi")
        .memuat("fakta/ikm.2023.target")
        .memuat("Dihitung dari")
        .memuat("Dipakai oleh")
        .memuat("Telusuri sampai sel")
        .memuat("/regulasi/2023#capaian.rumus_naik");
    klien
        .get(&uji.tahun("fakta/ikm.2023.target"))
        .await
        .memuat("/riwayat?baris=");
    let tidak = klien.get(&uji.tahun("fakta/tidak.ada")).await;
    assert_eq!(tidak.status, StatusCode::NOT_FOUND);
    klien
        .get(&uji.tahun("fakta?cari=ikm+capaian"))
        .await
        .memuat("fakta/ikm.2023.capaian");
    klien
        .get(&uji.tahun("fakta?cari=tidakadakatainidimanapun"))
        .await
        .memuat("Tidak ada angka yang cocok");
    // Every number has its page.
    let dibaca = uji
        .app
        .lihat_tahun(&app::Pelaku::sistem(), &uji.unit, 2023)
        .await
        .unwrap();
    for fakta in dibaca.hasil.fakta.iter().step_by(37) {
        let halaman = klien
            .get(&uji.tahun(&format!("fakta/{}", fakta.kode)))
            .await;
        assert_eq!(halaman.status, StatusCode::OK, "{}", fakta.kode);
    }
}

#[tokio::test]
async fn the_law_of_a_year_is_told_with_citation_state_and_use() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("pemantau").await;
    assert_eq!(
        klien.get("/regulasi?tahun=2023&cari=skm").await.ke.unwrap(),
        "/regulasi/2023?cari=skm"
    );
    klien.get(&uji.tahun("fakta")).await;
    klien
        .get("/regulasi/2023")
        .await
        .memuat("Peraturan Menteri PANRB Nomor 53 Tahun 2014")
        .memuat("terverifikasi")
        .memuat("belum terverifikasi")
        .memuat("Peraturan yang sudah diganti")
        .memuat("Dipakai untuk")
        .memuat("angka tahun ini");
    let dicari = klien.get("/regulasi/2023?cari=capaian.rumus_naik").await;
    dicari.memuat("capaian.rumus_naik");
    assert!(!dicari.teks().contains("skm.pita"));
    assert_eq!(
        klien.get("/regulasi/1800").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        klien.get("/regulasi/kapan").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn nobody_sees_these_pages_without_a_login() {
    let uji = Uji::contoh().await;
    let klien = uji.klien();
    for jalur in [
        "/periksa",
        "/periksa/aturan",
        "/regulasi/2023",
        "/periksa/x/dokumen",
    ] {
        let jawaban = klien.get(jalur).await;
        assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{jalur}");
        assert!(jawaban.ke.unwrap().starts_with("/masuk"));
    }
}
