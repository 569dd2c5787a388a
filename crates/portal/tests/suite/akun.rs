//! Accounts, grants, and one's own account in the browser.

use app::Tindakan;
use reqwest::StatusCode;

use crate::harness::{SANDI, Uji};
use crate::kelola::{antara, berhasil, id_orang};

const BARU: &str = "sembilan ekor pesut";

#[tokio::test(flavor = "multi_thread")]
async fn a_new_account_gets_a_password_that_is_shown_once_and_changed_at_the_first_login() {
    let uji = Uji::contoh().await;
    let admin = uji.masuk("administrator").await;
    let isi = |nama_pengguna| {
        [
            ("unit", uji.unit.as_str()),
            ("nama", "Rina Uji, S.E."),
            ("nama_pengguna", nama_pengguna),
            ("nip", ""),
            ("peran", "operator"),
            ("alasan", "ST-9"),
        ]
    };
    let ada = admin.post("/kelola/orang/baru", &isi("kepala")).await;
    assert_eq!(ada.status, StatusCode::CONFLICT);
    ada.memuat("sudah ada").memuat("Rina Uji");
    let halaman = admin.post("/kelola/orang/baru", &isi("rina")).await;
    assert_eq!(halaman.status, StatusCode::OK);
    let sandi = antara(&halaman.teks(), "<code class=\"besar\">", "</code>");
    assert!(!admin.get("/kelola/orang").await.teks().contains(&sandi));
    let rina = uji.klien();
    let masuk = rina
        .post("/masuk", &[("nama_pengguna", "rina"), ("sandi", &sandi)])
        .await;
    assert_eq!(masuk.ke.as_deref(), Some("/masuk/sandi"));
    // Before that, nothing else opens.
    assert_eq!(rina.get("/akun").await.ke.as_deref(), Some("/masuk/sandi"));
    let ganti = [("lama", sandi.as_str()), ("baru", BARU), ("ulang", BARU)];
    rina.post("/masuk/sandi", &ganti).await;
    rina.get("/akun/hak")
        .await
        .memuat("Operator")
        .memuat("ST-9");
    // Closed, the account is no way in.
    let id = id_orang(&uji, "rina").await;
    let alamat = format!("/kelola/orang/{id}/keadaan?unit={}", uji.unit);
    berhasil(&admin, &alamat, &[("aktif", "0")])
        .await
        .memuat("ditutup");
    assert_eq!(rina.get("/akun").await.status, StatusCode::SEE_OTHER);
    let masuk = rina
        .post("/masuk", &[("nama_pengguna", "rina"), ("sandi", BARU)])
        .await;
    assert_eq!(masuk.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_denial_is_explained_with_the_grant_that_it_beats() {
    let uji = Uji::contoh().await;
    let admin = uji.masuk("administrator").await;
    let isi = |jenis, orang| {
        [
            ("unit", uji.unit.as_str()),
            ("orang", orang),
            ("peran", "operator"),
            ("jenis", jenis),
            ("dari", "2024-01-01"),
            ("sampai", ""),
            ("alasan", "pemeriksaan internal"),
        ]
    };
    let entah = admin.post("/kelola/hak/baru", &isi("tolak", "hantu")).await;
    assert_eq!(entah.status, StatusCode::UNPROCESSABLE_ENTITY);
    entah.memuat("hantu").memuat("pemeriksaan internal");
    let alamat = |orang: &str| {
        format!(
            "/kelola/hak/jelaskan?orang={orang}&unit={}&tindakan=ubah-rencana",
            uji.unit
        )
    };
    admin
        .get(&alamat("operator"))
        .await
        .memuat("Dapat mengubah target")
        .memuat("menentukan");
    berhasil(&admin, "/kelola/hak/baru", &isi("tolak", "operator"))
        .await
        .memuat("Hak sudah dicatat.");
    admin
        .get(&alamat("operator"))
        .await
        .memuat("Tidak dapat mengubah target")
        .memuat("ditolak secara khusus")
        .memuat("dikalahkan penolakan")
        .memuat("pemeriksaan internal");
    // The person reads the same reason.
    let operator = uji.masuk("operator").await;
    operator
        .get(&format!(
            "/akun/hak?unit={}&tindakan=ubah-rencana",
            uji.unit
        ))
        .await
        .memuat("ditolak secara khusus");
    let semua = admin
        .get(&format!(
            "/kelola/hak/jelaskan?orang=operator&unit={}",
            uji.unit
        ))
        .await;
    for tindakan in Tindakan::SEMUA {
        semua.memuat(&format!("tindakan={}", tindakan.kata()));
    }
    // Withdrawn, the denial is gone.
    let halaman = admin.get("/kelola/hak").await.teks();
    let hak = antara(&halaman, "action=\"/kelola/hak/", "/cabut");
    berhasil(
        &admin,
        &format!("/kelola/hak/{hak}/cabut"),
        &[("unit", uji.unit.as_str())],
    )
    .await;
    admin
        .get(&alamat("operator"))
        .await
        .memuat("Dapat mengubah target");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor_is_put_on_and_taken_off_by_its_owner() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("kepala").await;
    let halaman = klien.get("/akun/kedua").await;
    halaman.memuat("<svg").memuat("role=\"img\"");
    assert!(!halaman.teks().contains("style="));
    let rahasia = antara(&halaman.teks(), "name=\"rahasia\" value=\"", "\"");
    let salah = klien
        .post(
            "/akun/kedua",
            &[("rahasia", rahasia.as_str()), ("kode", "abc")],
        )
        .await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The same secret, for the telephone has it already.
    salah.memuat("Kode tidak cocok").memuat(&rahasia);
    let kode = app::kode_totp(&rahasia, uji.app.kini().div_euclid(30_000_000)).unwrap();
    let isi = [("rahasia", rahasia.as_str()), ("kode", kode.as_str())];
    berhasil(&klien, "/akun/kedua", &isi)
        .await
        .memuat("Faktor kedua sudah aktif.");
    let kedua = uji.klien();
    let masuk = kedua
        .post("/masuk", &[("nama_pengguna", "kepala"), ("sandi", SANDI)])
        .await;
    assert_eq!(masuk.ke.as_deref(), Some("/masuk/kedua"));
    let salah = klien
        .post("/akun/kedua/matikan", &[("sandi", "bukan kata sandinya")])
        .await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    berhasil(&klien, "/akun/kedua/matikan", &[("sandi", SANDI)])
        .await
        .memuat("Faktor kedua sudah dimatikan.");
    uji.masuk("kepala")
        .await
        .get("/akun")
        .await
        .memuat("belum dipasang");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
    let uji = Uji::contoh().await;
    let (ini, itu) = (uji.masuk("kepala").await, uji.masuk("kepala").await);
    ini.get("/akun/sesi")
        .await
        .memuat("sesi ini")
        .memuat("Akhiri semua sesi lain");
    let beda = [("lama", SANDI), ("baru", BARU), ("ulang", SANDI)];
    let beda = ini.post("/akun/sandi", &beda).await;
    assert_eq!(beda.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mudah = [("lama", SANDI), ("baru", "rahasia"), ("ulang", "rahasia")];
    ini.post("/akun/sandi", &mudah)
        .await
        .memuat("terlalu pendek");
    let isi = [("lama", SANDI), ("baru", BARU), ("ulang", BARU)];
    berhasil(&ini, "/akun/sandi", &isi)
        .await
        .memuat("Kata sandi sudah diganti.");
    assert_eq!(itu.get("/akun").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_elsewhere_is_ended_from_the_list() {
    let uji = Uji::contoh().await;
    let (ini, itu) = (uji.masuk("kepala").await, uji.masuk("kepala").await);
    let halaman = ini.get("/akun/sesi").await.teks();
    let sidik = antara(&halaman, "name=\"sidik\" value=\"", "\"");
    berhasil(&ini, "/akun/sesi/akhiri", &[("sidik", sidik.as_str())])
        .await
        .memuat("Sesi sudah diakhiri.");
    assert_eq!(itu.get("/akun").await.status, StatusCode::SEE_OTHER);
    assert_eq!(ini.get("/akun").await.status, StatusCode::OK);
    // Nobody ends the session of somebody else.
    let asing = uji.masuk("operator").await;
    let sidik = antara(
        &uji.masuk("kepala").await.get("/akun/sesi").await.teks(),
        "name=\"sidik\" value=\"",
        "\"",
    );
    let ditolak = asing
        .post("/akun/sesi/akhiri", &[("sidik", sidik.as_str())])
        .await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ini.get("/akun").await.status, StatusCode::OK);
}
