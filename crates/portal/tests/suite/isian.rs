//! Entering the year: sheets, clashes, rows, budget, import, registers, evidence.

use reqwest::{Method, StatusCode};

use crate::harness::{Jawaban, Klien, Uji};

/// A file in a form, as a browser sends it.
async fn unggah(
    klien: &Klien,
    jalur: &str,
    medan: &[(&str, &str)],
    nama: &str,
    isi: &[u8],
) -> Jawaban {
    let mut badan = Vec::new();
    for (kunci, teks) in medan {
        badan.extend_from_slice(
            format!(
                "--batas\r\ncontent-disposition: form-data; name=\"{kunci}\"\r\n\r\n{teks}\r\n"
            )
            .as_bytes(),
        );
    }
    badan.extend_from_slice(
        format!("--batas\r\ncontent-disposition: form-data; name=\"berkas\"; filename=\"{nama}\"\r\n\r\n")
            .as_bytes(),
    );
    badan.extend_from_slice(isi);
    badan.extend_from_slice(b"\r\n--batas--\r\n");
    let permintaan = klien
        .bangun(Method::POST, jalur)
        .header("content-type", "multipart/form-data; boundary=batas")
        .body(badan);
    klien.kirim(permintaan).await
}

async fn kirim(klien: &Klien, jalur: &str, isi: &serde_json::Value) -> Jawaban {
    let permintaan = klien
        .bangun(Method::POST, jalur)
        .header("content-type", "application/json")
        .body(isi.to_string());
    klien.kirim(permintaan).await
}

fn json(jawaban: &Jawaban) -> serde_json::Value {
    serde_json::from_slice(&jawaban.bita).unwrap()
}

/// One cell of the survey as the form of the page sends it.
fn sel(nama: &'static str, teks: &'static str) -> [(&'static str, &'static str); 3] {
    [("baris:0", "Informasi"), ("kolom:4", "04"), (nama, teks)]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_the_year_show_what_was_entered_and_lead_to_where_numbers_come_from() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    let pengukuran = klien.get(&uji.tahun("pengukuran")).await;
    pengukuran
        .memuat("Survei bulanan IKM 2023")
        .memuat("120,92")
        .memuat("/fakta/ikm.2023.capaian");
    let anggaran = klien.get(&uji.tahun("anggaran")).await;
    anggaran
        .memuat("Rp10.979.506.000")
        .memuat("Dihitung ulang")
        .memuat("lembar/smart/impor");
    let kegiatan = klien.get(&uji.tahun("kegiatan?jenis=inovasi")).await;
    kegiatan.memuat("Lapor Rohani").memuat("Catat kegiatan");
    assert!(!kegiatan.teks().contains("Deportasi orang asing"));
    let lembar = klien.get(&uji.tahun("lembar/skm_bulanan")).await;
    lembar
        .memuat("Hasil survei")
        .memuat("/fakta/ikm.2023.bulan.04.responden")
        .memuat("name=\"sel:0:4:1\"");
    assert_eq!(lembar.teks().matches("<h1").count(), 1);
    let tak_ada = klien.get(&uji.tahun("lembar/satker")).await;
    assert_eq!(tak_ada.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_script_a_sheet_is_a_form_and_a_clash_shows_both_texts() {
    let uji = Uji::contoh().await;
    let (satu, dua) = (uji.masuk("operator").await, uji.masuk("staf").await);
    let jalur = uji.tahun("lembar/skm_bulanan");
    let simpan = satu.post(&jalur, &sel("sel:0:4:1", "3,5")).await;
    assert_eq!(simpan.status, StatusCode::SEE_OTHER, "{}", simpan.teks());
    satu.get(&jalur)
        .await
        .memuat("1 sel disimpan.")
        .memuat("value=\"3,5\"");
    let bentrok = dua.post(&jalur, &sel("sel:0:4:1", "3,6")).await;
    assert_eq!(bentrok.status, StatusCode::CONFLICT);
    bentrok
        .memuat("Orang lain mengubah sel yang sama")
        .memuat("name=\"sel:0:4:2\" value=\"3,6\"")
        .memuat("name=\"sel:0:4:2\" value=\"3,5\"");
    // Whoever touched nothing clashes with nobody.
    let tak_disentuh = dua.post(&jalur, &sel("sel:0:4:1", "3,96")).await;
    assert_eq!(tak_disentuh.status, StatusCode::SEE_OTHER);
    let dipilih = dua.post(&jalur, &sel("sel:0:4:2", "3,6")).await;
    assert_eq!(dipilih.status, StatusCode::SEE_OTHER);
    let riwayat = dua
        .get(&uji.tahun("lembar/skm_bulanan/riwayat?baris=Informasi&kolom=04"))
        .await;
    riwayat.memuat("3,96").memuat("3,5").memuat("Akun staf");
    let komentar = dua
        .post(
            &uji.tahun("lembar/skm_bulanan/komentar"),
            &[
                ("baris", "Informasi"),
                ("kolom", "04"),
                ("teks", "cek formulir"),
            ],
        )
        .await;
    assert_eq!(komentar.status, StatusCode::SEE_OTHER);
    dua.get(&komentar.ke.unwrap()).await.memuat("cek formulir");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_saves_cells_and_hears_what_the_reader_says_of_them() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    let jalur = uji.tahun("lembar/skm_bulanan/sel");
    let isi = |teks: &str, versi: i64| serde_json::json!({"sel": [{"baris": "Informasi", "kolom": "04", "teks": teks, "versi": versi}]});
    let jawaban = kirim(&klien, &jalur, &isi("9,9", 1)).await;
    assert_eq!(jawaban.status, StatusCode::OK, "{}", jawaban.teks());
    let balasan = json(&jawaban);
    assert_eq!(balasan["sel"][0]["tersimpan"], true);
    assert_eq!(balasan["sel"][0]["versi"], 2);
    assert_eq!(balasan["salah"][0]["kolom"], "04");
    assert!(balasan["daftar"].as_str().unwrap().contains("skala"));
    let bentrok = json(&kirim(&klien, &jalur, &isi("3,1", 1)).await);
    assert_eq!(bentrok["sel"][0]["kini"], "9,9");
    let baik = json(&kirim(&klien, &jalur, &isi("3,1", 2)).await);
    assert_eq!(baik["salah"].as_array().unwrap().len(), 0);
    // Fewer answers than the rule asks for are flagged where they stand.
    let sedikit = serde_json::json!({"sel": [{"baris": "Responden", "kolom": "01", "teks": "7", "versi": 1}]});
    let sedikit = json(&kirim(&klien, &jalur, &sedikit).await);
    assert!(
        sedikit["ringkasan"]
            .as_str()
            .unwrap()
            .contains("tanda kurang")
    );
    let pemantau = uji.masuk("pemantau").await;
    let ditolak = kirim(&pemantau, &jalur, &isi("1", 3)).await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    assert!(
        json(&ditolak)["pesan"]
            .as_str()
            .unwrap()
            .contains("diperlukan peran")
    );
    pemantau
        .get(&uji.tahun("lembar/skm_bulanan"))
        .await
        .memuat("hanya dapat dibaca")
        .memuat("readonly");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_removed_and_brought_back_on_the_page() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    let jalur = uji.tahun("lembar/pembanding");
    let tambah = klien.post(&jalur, &[("tindakan", "tambah")]).await;
    assert_eq!(tambah.status, StatusCode::SEE_OTHER);
    let baru = kirim(
        &klien,
        &uji.tahun("lembar/pembanding/baris"),
        &serde_json::json!({"baris": [{"kode": "IKM", "tahun": "2023", "jenis": "kanwil", "nama": "Kanwil Uji", "nilai": "3,9"}]}),
    )
    .await;
    let id = json(&baru)["baris"][0].as_str().unwrap().to_owned();
    klien.get(&jalur).await.memuat("Kanwil Uji");
    let hapus = klien
        .post(&jalur, &[("baris:7", &id), ("hapus", "7")])
        .await;
    assert_eq!(hapus.status, StatusCode::SEE_OTHER, "{}", hapus.teks());
    klien.get(&jalur).await.memuat("Baris terhapus (1)");
    let pulih = klien
        .post(&uji.tahun("lembar/pembanding/pulihkan"), &[("baris", &id)])
        .await;
    assert_eq!(pulih.status, StatusCode::SEE_OTHER);
    assert!(!klien.get(&jalur).await.teks().contains("Baris terhapus"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_table_goes_from_upload_over_preview_into_the_sheet() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    let jalur = uji.tahun("lembar/smart/impor");
    klien.get(&jalur).await.memuat("Paling besar 8 MB");
    let salah = unggah(&klien, &jalur, &[], "a.xlsx", b"PK\x03\x04rusak").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("simpan ulang");
    let isi = b"Komponen;Nilai\npenyerapan;97,00\nbukan komponen;5\n";
    let naik = unggah(&klien, &jalur, &[], "smart.csv", isi).await;
    assert_eq!(naik.status, StatusCode::SEE_OTHER, "{}", naik.teks());
    let peta = naik.ke.unwrap();
    klien
        .get(&peta)
        .await
        .memuat("Pasangan kolom")
        .memuat("value=\"2023\"");
    let kolom = [
        ("tabel", "0"),
        ("judul", "0"),
        ("k:0", "tetap"),
        ("t:0", "2023"),
        ("k:1", "0"),
        ("k:2", "1"),
    ];
    let tanpa_kunci = klien
        .post(&peta, &[("tindakan", "pratinjau"), ("k:2", "1")])
        .await;
    assert_eq!(tanpa_kunci.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut pratinjau = kolom.to_vec();
    pratinjau.push(("tindakan", "pratinjau"));
    let pratinjau = klien.post(&peta, &pratinjau).await;
    pratinjau
        .memuat("1 sel berubah")
        .memuat("1 baris baru")
        .memuat("97,13")
        .memuat("perlu diperbaiki");
    let teks = pratinjau.teks();
    let sidik = teks
        .split("name=\"sidik\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let mut simpan = kolom.to_vec();
    simpan.extend([("tindakan", "simpan"), ("sidik", sidik)]);
    let simpan = klien.post(&peta, &simpan).await;
    assert_eq!(simpan.status, StatusCode::SEE_OTHER, "{}", simpan.teks());
    klien
        .get(&simpan.ke.unwrap())
        .await
        .memuat("97,00")
        .memuat("bukan komponen");
    let lagi = unggah(&klien, &jalur, &[], "smart.csv", isi).await;
    klien
        .get(&lagi.ke.unwrap())
        .await
        .memuat("dari impor sebelumnya");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_is_recorded_by_a_form_that_keeps_what_was_typed() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("staf").await;
    let jalur = uji.tahun("kegiatan/tambah");
    let salah = klien
        .post(
            &jalur,
            &[
                ("jenis", "operasi"),
                ("uraian", "Patroli laut"),
                ("jumlah", "banyak"),
            ],
        )
        .await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah
        .memuat("value=\"Patroli laut\"")
        .memuat("value=\"banyak\"");
    let benar = klien
        .post(
            &jalur,
            &[
                ("jenis", "operasi"),
                ("uraian", "Patroli laut"),
                ("jumlah", "4"),
                ("indikator", "IPK"),
            ],
        )
        .await;
    assert_eq!(benar.status, StatusCode::SEE_OTHER, "{}", benar.teks());
    klien
        .get(&uji.tahun("kegiatan?indikator=IPK"))
        .await
        .memuat("Patroli laut")
        .memuat("#indikator-IPK");
    let piagam = klien
        .post(
            &uji.tahun("kegiatan/penghargaan"),
            &[
                ("nama", "Ramah Disabilitas"),
                ("pemberi", "Pemkot"),
                ("tanggal", "2023-08-17"),
            ],
        )
        .await;
    assert_eq!(piagam.status, StatusCode::SEE_OTHER, "{}", piagam.teks());
    klien
        .get(&uji.tahun("kegiatan"))
        .await
        .memuat("17 Agustus 2023");
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_is_attached_read_back_and_detached() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("staf").await;
    let jalur = uji.tahun("bukti");
    let salah = unggah(
        &klien,
        &jalur,
        &[("kaitan", "IKM")],
        "a.exe",
        b"MZ apa saja",
    )
    .await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Jenis berkas tidak diterima");
    let asing = unggah(&klien, &jalur, &[("kaitan", "hantu")], "a.pdf", b"%PDF-1.7").await;
    assert_eq!(asing.status, StatusCode::NOT_FOUND);
    let baik = unggah(
        &klien,
        &jalur,
        &[("kaitan", "IKM")],
        "rekap survei.pdf",
        b"%PDF-1.7 isi",
    )
    .await;
    assert_eq!(baik.status, StatusCode::SEE_OTHER, "{}", baik.teks());
    let halaman = klien.get(&jalur).await;
    halaman.memuat("rekap survei.pdf");
    let teks = halaman.teks();
    let alamat = teks
        .split("href=\"")
        .find(|teks| teks.contains("/bukti/"))
        .unwrap();
    let alamat = alamat.split('"').next().unwrap();
    let berkas = klien.get(alamat).await;
    assert_eq!(berkas.bita, b"%PDF-1.7 isi");
    assert!(
        berkas.kepala["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    let lepas = klien.post(&format!("{alamat}/lepas"), &[]).await;
    assert_eq!(lepas.status, StatusCode::SEE_OTHER);
    let pemantau = uji.masuk("pemantau").await;
    let ditolak = unggah(
        &pemantau,
        &jalur,
        &[("kaitan", "IKM")],
        "a.pdf",
        b"%PDF-1.7",
    )
    .await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
}
