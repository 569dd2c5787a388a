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

/// Every page of the menu, and the ones behind them.
const HALAMAN: [&str; 35] = [
    "dasbor",
    "perencanaan",
    "perencanaan/perjanjian",
    "perencanaan/rencana-aksi",
    "perencanaan/pohon",
    "pengukuran",
    "lembar/indikator_tahunan",
    "anggaran",
    "kegiatan",
    "bukti",
    "laporan",
    "konsolidasi",
    "fakta",
    "fakta/ikm.2023.capaian",
    "/periksa",
    "/regulasi",
    "/kelola",
    "/kelola/unit",
    "/kelola/orang",
    "/kelola/hak",
    "/kelola/tahun",
    "/kelola/audit",
    "/akun",
    "/pilih",
    "lembar/indikator_tahunan/impor",
    "/akun/hak",
    "/akun/token",
    "/akun/sesi",
    "/akun/kedua",
    "/api",
    "/publik",
    "/periksa/aturan",
    "/kelola/instrumen",
    "/kelola/cadangan",
    "/kelola/hak/peran",
];

/// What a page owes to every reader; an empty list where it pays.
const UTANG: &str = r#"
const utang = [];
const lebar = document.documentElement;
if (lebar.scrollWidth > lebar.clientWidth) utang.push(`bergeser mendatar: ${lebar.scrollWidth} > ${lebar.clientWidth}`);
if (document.querySelectorAll("h1").length !== 1) utang.push(`${document.querySelectorAll("h1").length} judul utama`);
if (!document.documentElement.lang || !document.title) utang.push("tanpa bahasa atau judul");
const id = [...document.querySelectorAll("[id]")].map((e) => e.id);
const ganda = id.filter((satu, i) => id.indexOf(satu) !== i);
if (ganda.length) utang.push(`id ganda: ${[...new Set(ganda)].slice(0, 5)}`);
for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
  if (!e.labels?.length && !e.getAttribute("aria-label") && !e.getAttribute("aria-labelledby")) utang.push(`isian tanpa label: ${e.outerHTML.slice(0, 120)}`);
}
for (const e of document.querySelectorAll("a[href], button, summary")) {
  const nama = (e.getAttribute("aria-label") || e.textContent || "").trim() || e.querySelector("img[alt]:not([alt=''])");
  if (!nama) utang.push(`tanpa nama: ${e.outerHTML.slice(0, 120)}`);
}
for (const e of document.querySelectorAll("img")) if (!e.hasAttribute("alt")) utang.push("gambar tanpa teks pengganti");
for (const e of document.querySelectorAll("table")) if (!e.querySelector("th")) utang.push("tabel tanpa kepala");
return utang;
"#;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_fits_a_phone_and_a_desk_and_names_what_it_holds() {
    let uji = Uji::contoh().await;
    for peran in ["perencana", "administrator"] {
        for (lebar, tinggi) in [(390, 844), (1280, 900)] {
            let layar = Jendela::buka(&uji, lebar, tinggi).await;
            layar.masuk(peran).await;
            for halaman in HALAMAN {
                if peran == "perencana" && halaman.starts_with("/kelola/") {
                    continue;
                }
                if peran == "administrator" && !halaman.starts_with('/') {
                    continue;
                }
                let jalur = if halaman.starts_with('/') {
                    halaman.to_owned()
                } else {
                    uji.tahun(halaman)
                };
                layar.ke(&jalur).await;
                let judul = layar.klien.title().await.unwrap();
                assert!(
                    !judul.starts_with("Tidak ditemukan") && !judul.starts_with("Anda tidak"),
                    "{jalur} untuk {peran}: {judul}"
                );
                let utang = layar.nilai(UTANG).await;
                assert_eq!(
                    utang,
                    serde_json::json!([]),
                    "{jalur} selebar {lebar} untuk {peran}"
                );
                let nama = halaman.trim_matches('/').replace('/', "-");
                layar.potret(&format!("{nama}-{peran}-{lebar}")).await;
            }
        }
    }
}
