//! The interface for other programs.

use app::{Lingkup, Peran};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::harness::{Jawaban, Uji};
use crate::program::{Program, masalah, nilai};

fn tahun(uji: &Uji, ekor: &str) -> String {
    format!("/api/v1/unit/{}/tahun/2023{ekor}", uji.unit)
}

const LEMBAR: &str = "/lembar/skm_bulanan";

#[tokio::test(flavor = "multi_thread")]
async fn only_a_token_opens_the_interface_and_a_browser_session_does_not() {
    let uji = Uji::contoh().await;
    let peramban = uji.masuk("operator").await;
    let tanpa = peramban.get("/api/v1/unit").await;
    masalah(&tanpa, StatusCode::UNAUTHORIZED);
    assert_eq!(tanpa.kepala["www-authenticate"], "Bearer");
    let mut program = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let unit = nilai(&program.get("/api/v1/unit").await);
    assert_eq!(unit["data"][0]["id"], uji.unit.as_str());
    program.token = "cermat_salah".to_owned();
    masalah(&program.get("/api/v1/unit").await, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_does_what_its_scope_says_and_never_more_than_its_person() {
    let uji = Uji::contoh().await;
    let baca = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let ubah = json!({"sel": [{"baris": "x", "kolom": "01", "teks": "1", "versi": 0}]});
    let ditolak = baca.json(Method::PATCH, &tahun(&uji, LEMBAR), &ubah).await;
    let isi = masalah(&ditolak, StatusCode::FORBIDDEN);
    assert_eq!(isi["type"], "/api#lingkup-kurang");
    let pemantau = Program::dengan(&uji, "pemantau", &[Lingkup::Baca, Lingkup::Isi]).await;
    let lembar = nilai(&pemantau.get(&tahun(&uji, LEMBAR)).await);
    let baris = lembar["baris"][0]["id"].as_str().unwrap();
    let versi = &lembar["baris"][0]["sel"]["01"]["versi"];
    let ubah = json!({"sel": [{"baris": baris, "kolom": "01", "teks": "1", "versi": versi}]});
    let ditolak = pemantau
        .json(Method::PATCH, &tahun(&uji, LEMBAR), &ubah)
        .await;
    assert_eq!(
        masalah(&ditolak, StatusCode::FORBIDDEN)["type"],
        "/api#tidak-berhak"
    );
    uji.tambah_orang("tamu", None).await;
    let tamu = Program::dengan(&uji, "tamu", &[Lingkup::Baca]).await;
    masalah(&tamu.get(&tahun(&uji, "")).await, StatusCode::FORBIDDEN);
    assert_eq!(nilai(&tamu.get("/api/v1/unit").await)["data"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_that_did_not_change_is_not_sent_again() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let pertama = program.get(&tahun(&uji, LEMBAR)).await;
    assert_eq!(pertama.status, StatusCode::OK);
    let etag = pertama.kepala["etag"].to_str().unwrap();
    let lagi = program
        .bangun(Method::GET, &tahun(&uji, LEMBAR))
        .header("if-none-match", etag);
    let lagi = program.klien.kirim(lagi).await;
    assert_eq!(lagi.status, StatusCode::NOT_MODIFIED);
    assert!(lagi.bita.is_empty());
    let daftar = nilai(&program.get(&tahun(&uji, "/lembar")).await);
    assert!(
        daftar
            .as_array()
            .unwrap()
            .iter()
            .any(|satu| satu["nama"] == "skm_bulanan" && satu["etag"] == etag)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_programs_that_saw_the_same_cell_the_second_is_told_what_stands_now() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca, Lingkup::Isi]).await;
    let jalur = tahun(&uji, LEMBAR);
    let dilihat = program.get(&jalur).await;
    let etag = dilihat.kepala["etag"].to_str().unwrap().to_owned();
    let lembar = nilai(&dilihat);
    let baris = lembar["baris"][0]["id"].as_str().unwrap().to_owned();
    let versi = lembar["baris"][0]["sel"]["04"]["versi"].as_i64().unwrap();
    let ubah = |teks: &str, versi: Option<i64>| match versi {
        Some(versi) => {
            json!({"alasan": "uji", "sel": [{"baris": baris, "kolom": "04", "teks": teks, "versi": versi}]})
        }
        None => json!({"sel": [{"baris": baris, "kolom": "04", "teks": teks}]}),
    };
    let pertama = program
        .json(Method::PATCH, &jalur, &ubah("3,41", Some(versi)))
        .await;
    assert_eq!(pertama.status, StatusCode::OK, "{}", pertama.teks());
    assert_eq!(nilai(&pertama)[0]["versi"], versi + 1);
    let etag_baru = pertama.kepala["etag"].to_str().unwrap().to_owned();
    // By the version of the cell.
    let kedua = program
        .json(Method::PATCH, &jalur, &ubah("3,14", Some(versi)))
        .await;
    let isi = masalah(&kedua, StatusCode::CONFLICT);
    assert_eq!(isi["kini"][0]["teks"], "3,41");
    assert_eq!(isi["kini"][0]["versi"], versi + 1);
    assert_eq!(isi["kesalahan"].as_array().unwrap().len(), 1);
    // By the mark of the sheet.
    let dengan = |etag: &str| {
        program
            .bangun(Method::PATCH, &jalur)
            .header("content-type", "application/json")
            .header("if-match", etag)
            .body(ubah("3,14", None).to_string())
    };
    let usang = program.klien.kirim(dengan(&etag)).await;
    let isi = masalah(&usang, StatusCode::PRECONDITION_FAILED);
    assert_eq!(isi["kini"]["nama"], "skm_bulanan");
    assert_eq!(usang.kepala["etag"], etag_baru.as_str());
    let baik = program.klien.kirim(dengan(&etag_baru)).await;
    assert_eq!(baik.status, StatusCode::OK, "{}", baik.teks());
    // By neither.
    let tanpa = program.json(Method::PATCH, &jalur, &ubah("1", None)).await;
    masalah(&tanpa, StatusCode::PRECONDITION_REQUIRED);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_is_a_problem_in_words() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca, Lingkup::Isi]).await;
    let cek =
        |jawaban: &Jawaban, status: u16| masalah(jawaban, StatusCode::from_u16(status).unwrap());
    cek(&program.get("/api/v1/entah").await, 404);
    cek(&program.get(&tahun(&uji, "/lembar/entah")).await, 404);
    cek(&program.get("/api/v1/unit/%00/tahun").await, 404);
    cek(&program.get("/api/v1/unit?entah=1").await, 400);
    cek(&program.get("/api/v1/unit?batas=1&batas=2").await, 400);
    cek(&program.get("/api/v1/unit?batas=0").await, 400);
    let cara = program
        .klien
        .kirim(program.bangun(Method::DELETE, "/api/v1/unit"))
        .await;
    cek(&cara, 405);
    assert!(cara.kepala["allow"].to_str().unwrap().contains("GET"));
    let jalur = tahun(&uji, LEMBAR);
    let kirim = async |jenis: &str, isi: &str| {
        let permintaan = program
            .bangun(Method::PATCH, &jalur)
            .header("content-type", jenis)
            .body(isi.to_owned());
        program.klien.kirim(permintaan).await
    };
    cek(&kirim("text/plain", "{}").await, 415);
    cek(&kirim("application/json", "{").await, 400);
    let isi = cek(&kirim("application/json", "{}").await, 422);
    assert_eq!(isi["kesalahan"][0]["masalah"], "bidang sel belum ada");
    cek(
        &kirim("application/json", r#"{"sel": [], "lain": 1}"#).await,
        422,
    );
    cek(
        &kirim(
            "application/json",
            r#"{"sel": [{"baris": "a\u0000", "kolom": "b", "teks": "c", "versi": 0}]}"#,
        )
        .await,
        422,
    );
    let besar = format!("{{\"alasan\": \"{}\"}}", "a".repeat(3 << 20));
    cek(&kirim("application/json", &besar).await, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_parts_that_together_are_the_whole() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let utuh = nilai(
        &program
            .get(&tahun(&uji, "/fakta?awalan=ikm.2023.&batas=500"))
            .await,
    );
    let utuh = utuh["data"].as_array().unwrap().clone();
    assert!(utuh.len() > 5);
    let mut terkumpul = Vec::new();
    let mut jalur = tahun(&uji, "/fakta?awalan=ikm.2023.&batas=3");
    loop {
        let jawaban = program.get(&jalur).await;
        terkumpul.extend(nilai(&jawaban)["data"].as_array().unwrap().clone());
        let Some(tautan) = jawaban.kepala.get("link") else {
            break;
        };
        let tautan = tautan.to_str().unwrap();
        assert!(tautan.ends_with("rel=\"next\""));
        jalur = tautan
            .trim_start_matches('<')
            .split('>')
            .next()
            .unwrap()
            .to_owned();
    }
    assert_eq!(terkumpul, utuh);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fakta_comes_with_its_derivation_and_its_number_as_exact_text() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let satu = nilai(&program.get(&tahun(&uji, "/fakta/ikm.2023.capaian")).await);
    assert!(
        satu["nilai"].is_string() && satu["tampil"].is_string(),
        "{satu}"
    );
    assert_eq!(satu["asal"], "hitungan");
    assert!(!satu["jejak"]["dari"].as_array().unwrap().is_empty());
    let ringkasan = nilai(&program.get(&tahun(&uji, "")).await);
    assert!(ringkasan["indikator"].as_array().unwrap().len() > 1);
    let temuan = program.get(&tahun(&uji, "/temuan")).await;
    assert_eq!(temuan.status, StatusCode::OK, "{}", temuan.teks());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_the_flow_is_taken_once_and_the_second_learns_of_it() {
    let uji = Uji::contoh().await;
    let semua = [Lingkup::Baca, Lingkup::Isi, Lingkup::Alur];
    let program = Program::dengan(&uji, "perencana", &semua).await;
    let daftar = nilai(&program.get(&tahun(&uji, "/alur")).await);
    assert_eq!(daftar[0]["jenis"], "perjanjian");
    let langkah = json!({"ke": "diajukan", "versi": daftar[0]["versi"]});
    let jalur = tahun(&uji, "/alur/perjanjian");
    let pertama = program.json(Method::POST, &jalur, &langkah).await;
    assert_eq!(pertama.status, StatusCode::OK, "{}", pertama.teks());
    assert_eq!(nilai(&pertama)["keadaan"], "diajukan");
    let kedua = program.json(Method::POST, &jalur, &langkah).await;
    let isi = masalah(&kedua, StatusCode::CONFLICT);
    assert_eq!(isi["kini"]["versi"], 1);
    // What was handed in is not approved by who handed it in.
    let sendiri = json!({"ke": "diverifikasi", "versi": 1});
    masalah(
        &program.json(Method::POST, &jalur, &sendiri).await,
        StatusCode::FORBIDDEN,
    );
    // A token that fills cells for a head does not decide for that head.
    let pengisi = Program::dengan(&uji, "kepala", &[Lingkup::Baca, Lingkup::Isi]).await;
    masalah(
        &pengisi.json(Method::POST, &jalur, &sendiri).await,
        StatusCode::FORBIDDEN,
    );
    let pemutus = Program::dengan(&uji, "kepala", &[Lingkup::Baca, Lingkup::Alur]).await;
    let putusan = pemutus.json(Method::POST, &jalur, &sendiri).await;
    assert_eq!(putusan.status, StatusCode::OK, "{}", putusan.teks());
    let salah = json!({"ke": "selesai", "versi": 1});
    masalah(
        &program.json(Method::POST, &jalur, &salah).await,
        StatusCode::UNPROCESSABLE_ENTITY,
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_goes_in_and_comes_out_the_same() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "staf", &[Lingkup::Baca, Lingkup::Isi]).await;
    let isi = b"%PDF-1.7 bukti".to_vec();
    let kirim = |isi: Vec<u8>| {
        program
            .bangun(
                Method::POST,
                &tahun(&uji, "/bukti?kaitan=IKM&nama=surat%20tugas.pdf"),
            )
            .header("content-type", "application/octet-stream")
            .body(isi)
    };
    let baru = program.klien.kirim(kirim(isi.clone())).await;
    assert_eq!(baru.status, StatusCode::CREATED, "{}", baru.teks());
    let keluar = program.get(baru.ke.as_deref().unwrap()).await;
    assert_eq!(keluar.bita, isi);
    assert_eq!(keluar.kepala["content-type"], "application/octet-stream");
    let daftar = program.get(&tahun(&uji, "/bukti")).await;
    daftar.memuat("surat tugas.pdf");
    let salah = program.klien.kirim(kirim(b"MZ program".to_vec())).await;
    masalah(&salah, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_checked_without_being_kept() {
    let uji = Uji::contoh().await;
    let program = Program::dengan(&uji, "reviu", &[Lingkup::Periksa]).await;
    let teks =
        "# Laporan Kinerja 2023\n\nTarget IKM 3,25 dan realisasi 3,95 sehingga capaian 150,00%.\n";
    let kirim = |jalur: &str, isi: &str| {
        program
            .bangun(Method::POST, jalur)
            .header("content-type", "application/octet-stream")
            .body(isi.to_owned())
    };
    let hasil = program
        .klien
        .kirim(kirim("/api/v1/periksa?nama=laporan.md", teks))
        .await;
    assert_eq!(hasil.status, StatusCode::OK, "{}", hasil.teks());
    assert!(nilai(&hasil)["dilihat"].as_u64().unwrap() > 0);
    let kosong = program.klien.kirim(kirim("/api/v1/periksa", "")).await;
    masalah(&kosong, StatusCode::UNPROCESSABLE_ENTITY);
    let separuh = program
        .klien
        .kirim(kirim("/api/v1/periksa?tahun=2023", teks))
        .await;
    masalah(&separuh, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_made_of_the_code_and_people_can_read_it() {
    let uji = Uji::contoh().await;
    let klien = uji.klien();
    let dokumen = nilai(&klien.get("/api/openapi.json").await);
    assert!(dokumen["openapi"].as_str().unwrap().starts_with("3.1"));
    let jalur = dokumen["paths"].as_object().unwrap();
    assert!(jalur.len() >= 14, "{:?}", jalur.keys());
    for (alamat, butir) in jalur {
        for (cara, operasi) in butir.as_object().unwrap() {
            assert!(operasi["summary"].is_string(), "{cara} {alamat}");
            assert!(operasi["responses"]["401"].is_object(), "{cara} {alamat}");
        }
    }
    klien
        .get("/api")
        .await
        .memuat("/api/v1/unit/{unit}/tahun/{tahun}/lembar/{lembar}")
        .memuat("id=\"tidak-berhak\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_roles_that_may_not_write_cannot_write_through_the_interface_either() {
    let uji = Uji::contoh().await;
    for peran in Peran::SEMUA {
        let program = Program::dengan(&uji, peran.kata(), &[Lingkup::Baca, Lingkup::Isi]).await;
        let lembar = nilai(&program.get(&tahun(&uji, LEMBAR)).await);
        let baris = &lembar["baris"][0];
        let ubah = json!({"sel": [{
            "baris": baris["id"], "kolom": "05",
            "teks": "3,33", "versi": baris["sel"]["05"]["versi"],
        }]});
        let jawaban = program
            .json(Method::PATCH, &tahun(&uji, LEMBAR), &ubah)
            .await;
        let boleh = peran.boleh(app::Tindakan::IsiNilai);
        let harapan = if boleh {
            StatusCode::OK
        } else {
            StatusCode::FORBIDDEN
        };
        assert_eq!(jawaban.status, harapan, "{peran:?}: {}", jawaban.teks());
    }
}
