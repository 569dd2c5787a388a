//! What people do, step by step.

use fantoccini::key::Key;

use crate::harness::{SANDI, Uji};
use crate::jendela::Jendela;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_run_ends_with_an_account_that_is_logged_in() {
    let uji = Uji::kosong(Some("kunci-terminal")).await;
    let layar = Jendela::buka(&uji, 1280, 900).await;
    layar.ke("/awal?kunci=kunci-terminal").await;
    layar.potret("awal").await;
    layar.isikan("unit", "Kantor Imigrasi Uji").await;
    layar.isikan("nama", "Siti Uji, S.H.").await;
    layar.isikan("nama_pengguna", "siti").await;
    layar.isikan("sandi", SANDI).await;
    layar.tekan("Siapkan").await;
    layar.tunggu_kata("Belum ada tahun yang dibuka").await;
    layar.potret("awal-selesai").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_logs_in_with_the_keyboard_alone() {
    let uji = Uji::contoh().await;
    let layar = Jendela::buka(&uji, 1280, 900).await;
    layar.ke("/masuk").await;
    layar.potret("masuk").await;
    let nama = layar.tunggu("[name='nama_pengguna']").await;
    let tab = Key::Tab.to_string();
    nama.send_keys("kepala").await.unwrap();
    nama.send_keys(&tab).await.unwrap();
    let kini = layar.klien.active_element().await.unwrap();
    kini.send_keys(SANDI).await.unwrap();
    kini.send_keys(&Key::Enter.to_string()).await.unwrap();
    layar.tunggu("header .saya").await;
}
