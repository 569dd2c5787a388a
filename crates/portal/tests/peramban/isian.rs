//! A month's entry: keys, a block from a spreadsheet, a mistake, a clash, a lost connection.

use fantoccini::key::Key;

use crate::harness::{SANDI, Uji};
use crate::jendela::Jendela;

/// Logs in on the way to the pages of the entry.
async fn masuk(layar: &Jendela, uji: &Uji, nama: &str) {
    layar
        .ke(&format!("/masuk?kembali={}", uji.tahun("pengukuran")))
        .await;
    layar.isikan("nama_pengguna", nama).await;
    layar.isikan("sandi", SANDI).await;
    layar.tekan("Masuk").await;
    layar.tunggu("header .saya").await;
}

async fn teks_sel(layar: &Jendela, id: &str) -> String {
    let skrip = format!("return document.getElementById('{id}').value");
    layar
        .nilai(&skrip)
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn ketik(layar: &Jendela, id: &str, teks: &str) {
    let sel = layar.tunggu(&format!("#{id}")).await;
    layar
        .nilai(&format!("document.getElementById('{id}').focus()"))
        .await;
    sel.send_keys(teks).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_is_entered_with_a_paste_a_mistake_a_clash_and_a_lost_connection() {
    let uji = Uji::contoh().await;
    let layar = Jendela::buka(&uji, 1280, 900).await;
    masuk(&layar, &uji, "operator").await;
    layar.ke(&uji.tahun("lembar/skm_bulanan")).await;
    layar.tunggu_kata("Perubahan disimpan otomatis").await;
    let lain = Jendela::buka(&uji, 1280, 900).await;
    masuk(&lain, &uji, "staf").await;
    lain.ke(&uji.tahun("lembar/skm_bulanan")).await;
    lain.tunggu_kata("Perubahan disimpan otomatis").await;

    // A block of two rows and two months, as a spreadsheet puts it on the clipboard.
    layar
        .nilai(
            "const el = document.getElementById('sel-0-4'); el.focus(); \
             const isi = new DataTransfer(); isi.setData('text/plain', '3,11\\t3,12\\r\\n3,21\\t3,22\\r\\n'); \
             el.dispatchEvent(new ClipboardEvent('paste', { clipboardData: isi, bubbles: true, cancelable: true }))",
        )
        .await;
    layar.tunggu_kata("Semua tersimpan.").await;
    for (id, teks) in [
        ("sel-0-4", "3,11"),
        ("sel-0-5", "3,12"),
        ("sel-1-4", "3,21"),
        ("sel-1-5", "3,22"),
    ] {
        assert_eq!(teks_sel(&layar, id).await, teks);
    }

    // Typing replaces, Enter goes down, Escape brings the saved text back.
    ketik(&layar, "sel-2-1", "9,9").await;
    let kini = layar.klien.active_element().await.unwrap();
    kini.send_keys(&Key::Enter.to_string()).await.unwrap();
    let kini = layar.klien.active_element().await.unwrap();
    assert_eq!(kini.attr("id").await.unwrap().as_deref(), Some("sel-3-1"));
    kini.send_keys("5").await.unwrap();
    kini.send_keys(&Key::Escape.to_string()).await.unwrap();
    assert_eq!(teks_sel(&layar, "sel-3-1").await, "3,98");
    layar.tunggu_kata("Nilai di luar skala instrumen").await;
    layar.tunggu("#sel-2-1[aria-invalid='true']").await;
    layar.potret("lembar-salah").await;
    ketik(&layar, "sel-2-1", "3,95").await;
    layar.tunggu_kata("Tidak ada").await;

    // The other person saw the old text of a cell that was pasted over.
    ketik(&lain, "sel-0-4", "3,50").await;
    lain.tunggu_kata("Orang lain mengubah sel ini").await;
    lain.tunggu_kata("Pakai yang tersimpan: 3,11").await;
    lain.potret("lembar-bentrok").await;
    lain.tekan("Pakai isi saya: 3,50").await;
    lain.tunggu_kata("Semua tersimpan.").await;

    // Without a connection the cells wait in the browser, over a reload too.
    layar
        .nilai("window.fetch = () => Promise.reject(new TypeError('putus'))")
        .await;
    ketik(&layar, "sel-5-6", "3,77").await;
    layar.tunggu_kata("Sambungan terputus").await;
    layar.ke(&uji.tahun("lembar/skm_bulanan")).await;
    layar.tunggu_kata("Semua tersimpan.").await;
    assert_eq!(teks_sel(&layar, "sel-5-6").await, "3,77");
    let lembar = uji
        .app
        .lihat_tahun(&app::Pelaku::sistem(), &uji.unit, 2023)
        .await
        .unwrap();
    let isi = lembar.isi.lembar("skm_bulanan").unwrap();
    assert_eq!(isi.baris[5].teks("06"), "3,77");
    assert_eq!(isi.baris[0].teks("04"), "3,50");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_the_entry_fit_a_phone_and_a_desk() {
    let uji = Uji::contoh().await;
    for (nama, lebar, tinggi) in [("meja", 1280, 900), ("ponsel", 390, 844)] {
        let layar = Jendela::buka(&uji, lebar, tinggi).await;
        masuk(&layar, &uji, "operator").await;
        for halaman in [
            "pengukuran",
            "anggaran",
            "kegiatan",
            "bukti",
            "lembar/skm_bulanan",
            "lembar/anggaran_program",
            "lembar/smart/impor",
            "lembar/skm_bulanan/riwayat?baris=Informasi&kolom=04",
        ] {
            layar.ke(&uji.tahun(halaman)).await;
            layar.tunggu("h1").await;
            let muat = layar
                .nilai("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .await;
            assert_eq!(muat, true, "{halaman} lebih lebar daripada {nama}");
            let berkas = halaman.replace(['/', '?', '&', '='], "-");
            layar.potret(&format!("{nama}-{berkas}")).await;
        }
    }
}
