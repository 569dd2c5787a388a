//! Pages of management: what they do, and what they refuse.

use app::{Peran, Tindakan};
use reqwest::{Method, StatusCode};

use crate::harness::{Jawaban, Klien, Uji};

/// Sends a form that must be accepted, and shows the page that it leads to.
pub async fn berhasil(klien: &Klien, jalur: &str, isi: &[(&str, &str)]) -> Jawaban {
    let jawaban = klien.post(jalur, isi).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
    let lanjut = klien.get(&jawaban.ke.unwrap()).await;
    assert_eq!(lanjut.status, StatusCode::OK, "{}", lanjut.teks());
    lanjut
}

/// What stands between two words of a page.
#[track_caller]
pub fn antara(teks: &str, awal: &str, akhir: &str) -> String {
    let mulai = teks
        .find(awal)
        .unwrap_or_else(|| panic!("{awal:?} tidak ada:\n{teks}"));
    let sisa = &teks[mulai + awal.len()..];
    sisa[..sisa.find(akhir).unwrap()].to_owned()
}

pub async fn id_orang(uji: &Uji, nama: &str) -> String {
    let mut tx = uji.app.store.read().await.unwrap();
    tx.orang_bernama(nama).await.unwrap().unwrap().id
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_manage_sees_no_way_there_and_learns_why_at_the_address() {
    let uji = Uji::contoh().await;
    let staf = uji.masuk("staf").await;
    let halaman = staf.get("/kelola").await;
    halaman.memuat("Tahun");
    for alamat in [
        "/kelola/unit",
        "/kelola/orang",
        "/kelola/audit",
        "/kelola/cadangan",
    ] {
        assert!(
            !halaman.teks().contains(&format!("href=\"{alamat}\"")),
            "{alamat}"
        );
    }
    for (alamat, apa) in [
        ("/kelola/unit", Tindakan::KelolaUnit),
        ("/kelola/unit/baru", Tindakan::KelolaUnit),
        ("/kelola/orang", Tindakan::KelolaOrang),
        ("/kelola/orang/baru", Tindakan::KelolaOrang),
        ("/kelola/hak", Tindakan::KelolaHak),
        ("/kelola/hak/jelaskan", Tindakan::KelolaHak),
        ("/kelola/audit", Tindakan::LihatAudit),
        ("/kelola/cadangan", Tindakan::Cadangkan),
        ("/kelola/tahun/buka", Tindakan::BukaTahun),
        ("/kelola/tahun/impor", Tindakan::ImporEkspor),
    ] {
        let jawaban = staf.get(alamat).await;
        assert_eq!(jawaban.status, StatusCode::FORBIDDEN, "{alamat}");
        jawaban
            .memuat(&format!("Anda tidak dapat {}", apa.sebutan()))
            .memuat(apa.peran()[0].sebutan());
    }
    let unit = format!("/kelola/unit/{}", uji.unit);
    assert_eq!(staf.get(&unit).await.status, StatusCode::FORBIDDEN);
    // Nor by sending what no page offered.
    let id = id_orang(&uji, "kepala").await;
    for (alamat, isi) in [
        (
            format!("/kelola/orang/{id}/sandi?unit={}", uji.unit),
            vec![],
        ),
        (
            format!("/kelola/orang/{id}/keadaan?unit={}", uji.unit),
            vec![("aktif", "0")],
        ),
        (
            format!("{unit}/tutup"),
            vec![("dari", "2024-01-01"), ("alasan", "x"), ("versi", "1")],
        ),
        (
            "/kelola/audit/periksa".to_owned(),
            vec![("unit", uji.unit.as_str())],
        ),
        ("/kelola/cadangan".to_owned(), vec![]),
    ] {
        let jawaban = staf.post(&alamat, &isi).await;
        assert_eq!(jawaban.status, StatusCode::FORBIDDEN, "{alamat}");
    }
    assert!(
        uji.masuk("kepala")
            .await
            .get("/pilih")
            .await
            .status
            .is_success()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_made_changed_from_a_day_on_and_closed() {
    let uji = Uji::contoh().await;
    let admin = uji.masuk("administrator").await;
    let isi = |nama, zona| {
        [
            ("induk", uji.unit.as_str()),
            ("nama", nama),
            ("tingkat", "seksi"),
            ("profil", ""),
            ("kode", ""),
            ("zona", zona),
            ("dari", "2023-01-01"),
            ("alasan", "KEP-1"),
        ]
    };
    let kosong = admin.post("/kelola/unit/baru", &isi("", "WIT")).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Nama unit belum diisi.").memuat("KEP-1");
    let halaman = berhasil(&admin, "/kelola/unit/baru", &isi("Seksi Lantaskim", "WIT")).await;
    halaman
        .memuat("Unit sudah dibuat.")
        .memuat("Waktu Indonesia Timur");
    admin.get("/kelola/unit").await.memuat("Seksi Lantaskim");
    let dulu = admin.get("/kelola/unit?hari=2022-12-31").await;
    assert!(!dulu.teks().contains("Seksi Lantaskim"));
    let unit = antara(&halaman.teks(), "/kelola/unit/baru?induk=", "\"");
    let ubah = [
        ("versi", "1"),
        ("induk", uji.unit.as_str()),
        ("nama", "Seksi Lalu Lintas"),
        ("tingkat", "seksi"),
        ("dari", "2024-01-01"),
        ("alasan", "KEP-2"),
    ];
    let alamat = format!("/kelola/unit/{unit}");
    berhasil(&admin, &format!("{alamat}/ubah"), &ubah)
        .await
        .memuat("Seksi Lalu Lintas")
        .memuat("Seksi Lantaskim")
        .memuat("berlaku hari ini");
    let basi = admin.post(&format!("{alamat}/ubah"), &ubah).await;
    assert_eq!(basi.status, StatusCode::CONFLICT);
    basi.memuat("Sudah diubah orang lain");
    let tutup = [("versi", "2"), ("dari", "2024-01-02"), ("alasan", "KEP-3")];
    berhasil(&admin, &format!("{alamat}/tutup"), &tutup).await;
    let kini = admin.get("/kelola/unit").await;
    assert!(!kini.teks().contains("Seksi Lalu Lintas"));
    admin.get(&alamat).await.memuat("sudah ditutup");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_who_signs_on_a_day() {
    let uji = Uji::contoh().await;
    let admin = uji.masuk("administrator").await;
    let alamat = format!("/kelola/unit/{}", uji.unit);
    let catat = |sifat, nama, dari, sampai| {
        [
            ("jabatan", "Kepala Kantor"),
            ("sifat", sifat),
            ("nama", nama),
            ("nip", ""),
            ("dari", dari),
            ("sampai", sampai),
            ("alasan", "KEP"),
        ]
    };
    let baru = format!("{alamat}/pejabat/baru");
    berhasil(
        &admin,
        &baru,
        &catat("definitif", "Tetap Sekali", "2023-01-01", ""),
    )
    .await;
    berhasil(
        &admin,
        &baru,
        &catat("plh", "Harian Saja", "2024-02-01", "2024-02-10"),
    )
    .await;
    let terbalik = admin
        .post(
            &baru,
            &catat("plh", "Salah Tanggal", "2024-02-10", "2024-02-01"),
        )
        .await;
    assert_eq!(terbalik.status, StatusCode::UNPROCESSABLE_ENTITY);
    terbalik.memuat("Salah Tanggal").memuat("mendahului");
    for (hari, nama) in [
        ("2024-01-31", "Tetap Sekali"),
        ("2024-02-05", "Harian Saja"),
        ("2022-01-01", "tidak ada pejabat pada hari itu"),
    ] {
        let halaman = admin.get(&format!("{alamat}?hari={hari}")).await.teks();
        let jawab = antara(&halaman, "<ul class=\"jawaban\">", "</ul>");
        assert!(jawab.contains(nama), "{hari}: {jawab}");
    }
    let halaman = admin.get(&alamat).await.teks();
    // The newest record stands first.
    let sampai = halaman.split("/cabut\"").next().unwrap();
    let cabut = sampai.rsplit("/pejabat/").next().unwrap();
    let cabut = format!("{alamat}/pejabat/{cabut}/cabut");
    admin.get(&cabut).await.memuat("Harian Saja");
    berhasil(&admin, &cabut, &[("alasan", "tanggal keliru")]).await;
    let halaman = admin.get(&format!("{alamat}?hari=2024-02-05")).await.teks();
    assert!(!halaman.contains("Harian Saja"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_opened_locked_and_its_frozen_definitions_are_read() {
    let uji = Uji::contoh().await;
    let perencana = uji.masuk("perencana").await;
    let buka = |tahun| [("unit", uji.unit.as_str()), ("tahun", tahun)];
    let salah = perencana
        .post("/kelola/tahun/buka", &buka("dua ribu"))
        .await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("dua ribu").memuat("bukan tahun anggaran");
    let ada = perencana.post("/kelola/tahun/buka", &buka("2023")).await;
    assert_eq!(ada.status, StatusCode::CONFLICT);
    berhasil(&perencana, "/kelola/tahun/buka", &buka("2024"))
        .await
        .memuat("Definisi yang dibekukan")
        .memuat("Indeks Kepuasan Masyarakat")
        .memuat("cocok dengan isinya");
    let alamat = format!("/kelola/tahun/{}/2023", uji.unit);
    let kunci = format!("{alamat}/kunci");
    let ditolak = perencana
        .post(&kunci, &[("kunci", "kunci"), ("alasan", "selesai")])
        .await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    ditolak.memuat(Peran::Kepala.sebutan());
    let kepala = uji.masuk("kepala").await;
    let tanpa = kepala
        .post(&kunci, &[("kunci", "kunci"), ("alasan", "")])
        .await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    berhasil(
        &kepala,
        &kunci,
        &[("kunci", "kunci"), ("alasan", "laporan terbit")],
    )
    .await
    .memuat("dikunci");
    kepala.get(&kunci).await.memuat("Buka kunci tahun");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_taken_out_as_a_workbook_goes_back_in_unchanged() {
    let uji = Uji::contoh().await;
    let perencana = uji.masuk("perencana").await;
    let unduh = perencana
        .get(&format!("/kelola/tahun/{}/2023/paket.xlsx", uji.unit))
        .await;
    assert_eq!(unduh.status, StatusCode::OK);
    assert!(unduh.bita.starts_with(b"PK"));
    let kirim = async |berkas: &[u8], coba: bool| {
        let mut badan = Vec::new();
        let mut bagian = |kepala: &str, isi: &[u8]| {
            badan.extend_from_slice(
                format!("--batas\r\nContent-Disposition: form-data; {kepala}\r\n\r\n").as_bytes(),
            );
            badan.extend_from_slice(isi);
            badan.extend_from_slice(b"\r\n");
        };
        bagian("name=\"unit\"", uji.unit.as_bytes());
        bagian("name=\"alasan\"", b"uji bolak-balik");
        if coba {
            bagian("name=\"coba\"", b"ya");
        }
        bagian("name=\"berkas\"; filename=\"paket.xlsx\"", berkas);
        badan.extend_from_slice(b"--batas--\r\n");
        let permintaan = perencana
            .bangun(Method::POST, "/kelola/tahun/impor")
            .header("content-type", "multipart/form-data; boundary=batas")
            .body(badan);
        perencana.kirim(permintaan).await
    };
    let coba = kirim(&unduh.bita, true).await;
    assert_eq!(coba.status, StatusCode::OK, "{}", coba.teks());
    coba.memuat("belum disimpan")
        .memuat("0 sel berubah, 0 baris baru, 0 baris hilang");
    let jawaban = kirim(&unduh.bita, false).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER, "{}", jawaban.teks());
    let rusak = kirim(b"bukan buku kerja", false).await;
    assert_eq!(rusak.status, StatusCode::UNPROCESSABLE_ENTITY);
    rusak.memuat("uji bolak-balik");
    let kosong = kirim(b"", false).await;
    kosong.memuat("Pilih dahulu buku kerjanya.");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_is_searched_and_its_chain_verified_from_the_browser() {
    let uji = Uji::contoh().await;
    let kepala = uji.masuk("kepala").await;
    kepala.get("/kelola/audit").await.memuat("Impor paket");
    let id = id_orang(&uji, "operator").await;
    kepala
        .get(&format!("/kelola/audit?objek={id}"))
        .await
        .memuat("Beri hak")
        .memuat("Akun operator");
    let saring = kepala.get("/kelola/audit?orang=hantu").await;
    saring.memuat("Tidak ada akun").memuat("Tidak ada catatan");
    let hari = kepala.get("/kelola/audit?dari=besok").await;
    hari.memuat("bukan tanggal");
    kepala
        .get("/kelola/audit?sampai=2020-01-01")
        .await
        .memuat("Tidak ada catatan");
    let halaman = kepala.get("/kelola/audit").await.teks();
    let ujung = antara(&halaman, "<code class=\"sidik\">", "</code>");
    let periksa = |ujung| [("unit", uji.unit.as_str()), ("ujung", ujung)];
    kepala
        .post("/kelola/audit/periksa", &periksa(&ujung))
        .await
        .memuat("Rantai audit utuh.")
        .memuat("masih ada di dalamnya");
    kepala
        .post("/kelola/audit/periksa", &periksa("00ff"))
        .await
        .memuat("Rantai audit rusak");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_in_the_browser_restores() {
    let uji = Uji::contoh().await;
    let admin = uji.masuk("administrator").await;
    admin
        .get("/kelola/cadangan")
        .await
        .memuat("Belum ada cadangan");
    let halaman = berhasil(&admin, "/kelola/cadangan", &[]).await.teks();
    let nama = antara(&halaman, "href=\"/kelola/cadangan/", "\"");
    let berkas = admin.get(&format!("/kelola/cadangan/{nama}")).await;
    assert_eq!(berkas.status, StatusCode::OK);
    let folder = tempfile::tempdir().unwrap();
    let jalur = folder.path().join("unduhan.zip");
    std::fs::write(&jalur, &berkas.bita).unwrap();
    let lain = app::App {
        store: store::Store::open_embedded(&folder.path().join("cermat.db"))
            .await
            .unwrap(),
        bukti: store::FolderBukti::new(folder.path().join("bukti")),
        ..uji.app.clone()
    };
    lain.pulihkan(&app::Pelaku::sistem(), &jalur).await.unwrap();
    let tidak_ada = admin.get("/kelola/cadangan/..%2Fcermat.db").await;
    assert_eq!(tidak_ada.status, StatusCode::NOT_FOUND);
    assert_eq!(
        uji.masuk("perencana")
            .await
            .get("/kelola/cadangan")
            .await
            .status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn instruments_are_read_with_their_parts_and_weights() {
    let uji = Uji::contoh().await;
    let pemantau = uji.masuk("pemantau").await;
    let halaman = pemantau.get("/kelola/instrumen").await;
    for instrumen in &uji.app.hukum.instrumen {
        halaman.memuat(&instrumen.singkatan);
    }
    halaman.memuat("Bobot").memuat("Jenis kantor");
}

#[tokio::test(flavor = "multi_thread")]
async fn times_on_a_page_are_those_of_the_unit() {
    let uji = Uji::contoh().await;
    let kepala = uji.masuk("kepala").await;
    let dasbor = uji.tahun("dasbor");
    kepala.get(&dasbor).await.memuat("pukul 08.00 WIB");
    let admin = uji.masuk("administrator").await;
    let isi = [
        ("versi", "1"),
        ("induk", ""),
        ("nama", "Kantor Timur"),
        ("tingkat", "kantor"),
        ("profil", "kanim"),
        ("zona", "WIT"),
        ("dari", "2024-01-01"),
        ("alasan", "KEP-4"),
    ];
    let alamat = format!("/kelola/unit/{}", uji.unit);
    berhasil(&admin, &format!("{alamat}/ubah"), &isi)
        .await
        .memuat("Waktu Indonesia Timur");
    kepala.get(&dasbor).await.memuat("pukul 10.00 WIT");
}
