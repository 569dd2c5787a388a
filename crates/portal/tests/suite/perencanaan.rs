//! The plans: Renstra, agreement and its form, action plan, tree.

use app::{PejabatBaru, Pelaku};
use reqwest::StatusCode;

use crate::harness::{Jawaban, Uji};

fn satu_judul(halaman: &Jawaban) {
    assert_eq!(halaman.status, StatusCode::OK);
    assert_eq!(
        halaman.teks().matches("<h1>").count(),
        1,
        "{}",
        halaman.teks()
    );
}

async fn pejabat(uji: &Uji, sifat: &str, nama: &str, dari: &str, sampai: Option<&str>) {
    let baru = PejabatBaru {
        unit: uji.unit.clone(),
        jabatan: "Kepala Kantor".to_owned(),
        sifat: sifat.to_owned(),
        nama: nama.to_owned(),
        nip: None,
        dari: dari.to_owned(),
        sampai: sampai.map(str::to_owned),
        alasan: "keputusan".to_owned(),
    };
    uji.app
        .catat_pejabat(&Pelaku::sistem(), &baru)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plans_stand_on_four_pages_that_lead_to_one_another_and_to_the_sheets() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("perencana").await;
    let renstra = klien.get(&uji.tahun("perencanaan")).await;
    satu_judul(&renstra);
    for kata in [
        "2020",
        "2024",
        "3,25",
        "fakta/ikm.2023.target",
        "perencanaan/pohon",
        "lembar/indikator_tahunan",
    ] {
        renstra.memuat(kata);
    }
    let perjanjian = klien.get(&uji.tahun("perencanaan/perjanjian")).await;
    satu_judul(&perjanjian);
    for kata in [
        "Sasaran Strategis",
        "Sasaran Program",
        "Sasaran Kegiatan",
        "Nilai Reformasi Birokrasi",
        "10.215.634.000",
        "Versi 1",
        "Nama belum ada",
    ] {
        perjanjian.memuat(kata);
    }
    // The words of an objective stand in the table of the plans, a reader who may not change anything sees no way to change.
    let pemantau = uji.masuk("pemantau").await;
    let dilihat = pemantau.get(&uji.tahun("perencanaan/perjanjian")).await;
    satu_judul(&dilihat);
    assert!(!dilihat.teks().contains("lembar/perjanjian_kinerja"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tree_nests_what_serves_what_and_says_what_is_not_linked() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("pemantau").await;
    let pohon = klien.get(&uji.tahun("perencanaan/pohon")).await;
    satu_judul(&pohon);
    let teks = pohon.teks();
    let letak = |kata: &str| {
        teks.find(kata)
            .unwrap_or_else(|| panic!("{kata} tidak ada:\n{teks}"))
    };
    let strategis = letak("Memastikan pelayanan publik");
    let program = letak("Meningkatnya Kepuasan Masyarakat atas Layanan");
    let kegiatan = letak("Meningkatnya kualitas pelaksanaan tugas");
    assert!(strategis < program && program < kegiatan);
    assert!(letak("Belum dikaitkan") < letak("Meningkatnya Layanan Dukungan Manajemen"));
    pohon.memuat("<details open").memuat("3.260.038.000");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_plan_begins_with_the_rows_of_the_agreement() {
    let uji = Uji::contoh().await;
    let alamat = uji.tahun("perencanaan/rencana-aksi");
    let perencana = uji.masuk("perencana").await;
    perencana
        .get(&alamat)
        .await
        .memuat("Rencana aksi belum dibuat");
    let siapkan = format!("{alamat}/siapkan");
    let staf = uji.masuk("staf").await;
    let ditolak = staf.post(&siapkan, &[]).await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    ditolak.memuat("diperlukan peran");
    let jadi = perencana.post(&siapkan, &[]).await;
    assert_eq!(jadi.status, StatusCode::SEE_OTHER, "{}", jadi.teks());
    let halaman = perencana.get(&alamat).await;
    satu_judul(&halaman);
    for kata in [
        "3 baris rencana aksi disiapkan",
        "Indeks Pengamanan Keimigrasian di Wilayah",
        "target triwulan I, II, III, IV belum diisi",
        "lembar/rencana_aksi",
    ] {
        halaman.memuat(kata);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_is_printed_with_the_name_of_the_day_and_only_by_who_may_see_the_unit() {
    let uji = Uji::contoh().await;
    pejabat(
        &uji,
        "definitif",
        "Kepala Lama",
        "2022-01-01",
        Some("2023-06-30"),
    )
    .await;
    pejabat(&uji, "plt", "Kepala Sementara", "2023-07-01", None).await;
    let klien = uji.masuk("perencana").await;
    let cetak = |ekor: &str| uji.tahun(&format!("perencanaan/perjanjian/cetak?{ekor}"));
    let lama = klien.get(&cetak("tanggal=2023-06-30&bentuk=html")).await;
    assert_eq!(lama.status, StatusCode::OK);
    lama.memuat("Kepala Lama").memuat("DRAF");
    let csp = lama.kepala.get("content-security-policy").unwrap();
    assert!(csp.to_str().unwrap().contains("default-src 'none'"));
    let plt = klien.get(&cetak("tanggal=2023-07-01&bentuk=html")).await;
    plt.memuat("Kepala Sementara")
        .memuat("Plt. Kepala Kantor Imigrasi Kelas I TPI Samarinda");
    klien
        .get(&uji.tahun("perencanaan/perjanjian?tanggal=2023-07-01"))
        .await
        .memuat("1 Juli 2023")
        .memuat("Kepala Sementara");
    let pdf = klien.get(&cetak("tanggal=&bentuk=pdf")).await;
    assert_eq!(pdf.kepala.get("content-type").unwrap(), "application/pdf");
    assert!(pdf.bita.starts_with(b"%PDF-"));
    let docx = klien.get(&cetak("bentuk=docx")).await;
    let nama = docx.kepala.get("content-disposition").unwrap();
    assert!(
        nama.to_str()
            .unwrap()
            .contains("perjanjian-kinerja-kantor-imigrasi-kelas-i-tpi-samarinda-2023.docx")
    );
    assert!(docx.bita.starts_with(b"PK"));
    let salah = klien.get(&cetak("tanggal=kemarin&bentuk=pdf")).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("bukan tanggal");
    assert_eq!(
        klien.get(&cetak("bentuk=exe")).await.status,
        StatusCode::NOT_FOUND
    );
    let _ = uji.tambah_orang("asing", None).await;
    let asing = uji.masuk("asing").await;
    assert_eq!(
        asing.get(&cetak("bentuk=pdf")).await.status,
        StatusCode::FORBIDDEN
    );
}
