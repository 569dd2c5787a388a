//! Logging in, the first set-up, and what stands around every page.

use reqwest::{Method, StatusCode};

use crate::harness::{SANDI, Uji};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sets_an_installation_up_without_the_key_of_the_terminal() {
    let uji = Uji::kosong(Some("kunci-terminal")).await;
    let klien = uji.klien();
    assert_eq!(klien.get("/").await.ke.unwrap(), "/masuk?kembali=/");
    assert_eq!(klien.get("/masuk").await.ke.unwrap(), "/awal");
    klien.get("/awal?kunci=tebakan").await.memuat("terminal");
    let isi = |kunci| {
        [
            ("kunci", kunci),
            ("unit", "Kantor Uji"),
            ("tingkat", "kantor"),
            ("profil", "kanim"),
            ("nama", "Siti Uji"),
            ("nama_pengguna", "siti"),
            ("sandi", SANDI),
        ]
    };
    let salah = klien.post("/awal", &isi("tebakan")).await;
    assert_eq!(salah.status, StatusCode::NOT_FOUND);
    let benar = klien.post("/awal", &isi("kunci-terminal")).await;
    assert_eq!(benar.status, StatusCode::SEE_OTHER, "{}", benar.teks());
    klien.get("/pilih").await.memuat("Belum ada tahun");
    let kedua = klien.post("/awal", &isi("kunci-terminal")).await;
    assert_eq!(kedua.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_told_without_saying_which_part_was_wrong() {
    let uji = Uji::contoh().await;
    let klien = uji.klien();
    let salah = klien
        .post(
            "/masuk",
            &[("nama_pengguna", "kepala"), ("sandi", "salah sekali ini")],
        )
        .await;
    assert_eq!(salah.status, StatusCode::UNAUTHORIZED);
    salah.memuat("Nama pengguna atau kata sandi tidak cocok.");
    let tak_ada = klien
        .post(
            "/masuk",
            &[("nama_pengguna", "hantu"), ("sandi", "salah sekali ini")],
        )
        .await;
    assert_eq!(tak_ada.status, StatusCode::UNAUTHORIZED);
    tak_ada.memuat("Nama pengguna atau kata sandi tidak cocok.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_leads_back_to_the_page_that_was_asked_for_and_never_to_another_site() {
    let uji = Uji::contoh().await;
    for (kembali, ke) in [
        ("/pilih?cari=a", "/pilih?cari=a"),
        ("https://jahat.example/", "/"),
        ("//jahat.example/", "/"),
        ("/\\jahat.example", "/"),
        // A browser drops the tab before it reads the address.
        ("/\t/jahat.example", "/"),
    ] {
        let isi = [
            ("nama_pengguna", "kepala"),
            ("sandi", SANDI),
            ("kembali", kembali),
        ];
        let jawaban = uji.klien().post("/masuk", &isi).await;
        assert_eq!(jawaban.ke.as_deref(), Some(ke));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_left_and_when_it_is_not_used() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("kepala").await;
    assert_eq!(klien.get("/pilih").await.status, StatusCode::OK);
    klien.post("/keluar", &[]).await;
    assert_eq!(klien.get("/pilih").await.status, StatusCode::SEE_OTHER);
    let klien = uji.masuk("kepala").await;
    uji.maju(3 * 3600);
    assert_eq!(klien.get("/pilih").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_cannot_post_in_the_name_of_who_is_logged_in() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("kepala").await;
    let asing = klien
        .bangun(Method::POST, "/keluar")
        .header("origin", "https://jahat.example")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(klien.kirim(asing).await.status, StatusCode::FORBIDDEN);
    assert_eq!(klien.get("/pilih").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_forbids_foreign_content_and_no_page_has_inline_script_or_style() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("perencana").await;
    for jalur in ["/pilih", "/masuk", "/tidak-ada"] {
        let jawaban = klien.get(jalur).await;
        let csp = jawaban.kepala["content-security-policy"].to_str().unwrap();
        assert!(csp.contains("default-src 'self'"), "{csp}");
        assert_eq!(jawaban.kepala["x-content-type-options"], "nosniff");
        let teks = jawaban.teks();
        assert!(
            !teks.contains("style=\"") && !teks.contains("<style") && !teks.contains("onclick")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_without_a_grant_learns_why_and_the_refusal_is_recorded() {
    let uji = Uji::contoh().await;
    uji.tambah_orang("tamu", None).await;
    let klien = uji.masuk("tamu").await;
    let jawaban = klien.get(&uji.tahun("fakta/ikm.2023.capaian")).await;
    assert_eq!(jawaban.status, StatusCode::FORBIDDEN);
    jawaban
        .memuat("Anda tidak dapat melihat data")
        .memuat("diperlukan peran");
    let masuk = uji.masuk("kepala").await;
    masuk
        .get(&uji.tahun("fakta/ikm.2023.capaian"))
        .await
        .memuat("Asal angka");
    assert_eq!(
        masuk.get("/u/bukan-unit/2023/fakta/x").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        masuk
            .get(&format!("/u/{}/1999/fakta/x", uji.unit))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_library_refuses_is_told_in_our_words_and_guarded_as_every_page() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("kepala").await;
    let asing = klien
        .bangun(Method::POST, "/keluar")
        .header("origin", "https://jahat.example")
        .header("sec-fetch-site", "cross-site");
    for (jawaban, status) in [
        (klien.kirim(asing).await, StatusCode::FORBIDDEN),
        (klien.get("/publik?tahun=").await, StatusCode::BAD_REQUEST),
        (klien.get("/publik/x/abc").await, StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(jawaban.status, status, "{}", jawaban.teks());
        jawaban.memuat("Belum dapat dilakukan");
        assert!(!jawaban.teks().contains("deserialize"));
        assert!(jawaban.kepala.contains_key("content-security-policy"));
        assert_eq!(jawaban.kepala["cache-control"], "no-store");
    }
}
