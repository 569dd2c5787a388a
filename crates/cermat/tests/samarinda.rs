//! The golden case: the real 2023 figures of the Samarinda immigration office, from its package to its fakta and findings.

use std::path::Path;

use hukum::Hukum;
use kinerja::hasil::ArahPerubahan;
use kinerja::{Fakta, Hasil};
use periksa::{Berat, Temuan};

struct Kasus {
    hasil: Hasil,
    temuan: Vec<Temuan>,
}

fn kasus() -> Kasus {
    let hukum = Hukum::bawaan().expect("data hukum utuh");
    let paket = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/kanim-samarinda-2023");
    let masukan = paket::read(&paket, &hukum).expect("paket terbaca");
    let hasil = kinerja::compute(&masukan, &hukum);
    let bahan = periksa::Bahan {
        masukan: &masukan,
        hasil: &hasil,
        hukum: &hukum,
        laporan: None,
    };
    let temuan = periksa::periksa(&bahan);
    Kasus { hasil, temuan }
}

#[test]
fn the_golden_values_come_out() {
    let Kasus { hasil, .. } = kasus();
    let harapan = [
        ("ikm.2023.realisasi", "3,93"),
        ("ikm.2023.capaian", "120,92"),
        ("ikm.2023.responden", "580"),
        ("ikm.2023.perubahan", "-0,05"),
        ("ikm.2023.indeks", "3,9333"),
        ("ikm.2023.kategori", "A (Sangat Baik)"),
        ("ipk.2023.realisasi", "3,58"),
        ("ipk.2023.capaian", "114,38"),
        ("ipk.2023.internal.indeks", "3,72"),
        ("ipk.2023.internal.responden", "13"),
        ("ipk.2023.eksternal.indeks", "3,34"),
        ("ipk.2023.eksternal.responden", "8"),
        ("iki.2023.realisasi", "3,87"),
        ("iki.2023.capaian", "123,64"),
        ("iki.2023.responden", "781"),
        ("capaian.2023.rata_rata", "119,65"),
        ("anggaran.2023.penyerapan", "97,29"),
        ("pnbp.2023.capaian", "361,70"),
        ("smart.2022.nilai_kinerja", "89,45"),
        ("ikpa.2023.nilai", "98,16"),
        ("ikpa.2023.jumlah_terbobot", "98,15"),
        ("ikpa.2023.kategori", "Sangat Baik"),
        ("ikm.2023.capaian_jangka_menengah", "119,09"),
        ("ikm.2023.banding.kanwil.persen", "99,24"),
    ];
    let beda: Vec<String> = harapan
        .into_iter()
        .filter_map(|(kode, harap)| {
            let dapat = hasil.fakta.get(kode).and_then(Fakta::tampil);
            (dapat.as_deref() != Some(harap))
                .then(|| format!("{kode}: {dapat:?}, harusnya {harap}"))
        })
        .collect();
    assert!(beda.is_empty(), "{}", beda.join("\n"));
    let perubahan = hasil.indikator[0]
        .perubahan
        .as_ref()
        .expect("IKM dibandingkan dengan 2022");
    assert_eq!(perubahan.arah, Some(ArahPerubahan::Turun));
}

#[test]
fn the_unsur_below_the_index_lead_in_order() {
    let Kasus { hasil, .. } = kasus();
    let survei = hasil.indikator[0].survei.as_ref().expect("survei IKM");
    let nama: Vec<&str> = survei
        .unsur_di_bawah
        .iter()
        .map(|i| survei.unsur[*i].nama.as_str())
        .collect();
    assert_eq!(
        nama,
        [
            "Informasi",
            "Sarana/Prasarana",
            "Tarif/Biaya",
            "Persyaratan"
        ]
    );
    assert!(
        survei.bulan_di_bawah_minimum.is_empty(),
        "April tepat 30, tidak di bawah minimum"
    );
}

#[test]
fn the_internal_gap_of_the_source_stays_a_gap() {
    let Kasus { hasil, .. } = kasus();
    assert!(
        hasil
            .fakta
            .get("ipk.2023.internal.unsur.pencegahan")
            .is_some_and(|f| f.nilai.is_err())
    );
    assert!(hasil.indikator[1].kelompok[0].dari_tercetak);
}

#[test]
fn what_is_wrong_in_the_figures_is_found() {
    let Kasus { temuan, .. } = kasus();
    let ada = |aturan: &str, berkas: &str, pesan: &str| {
        temuan.iter().any(|t| {
            t.aturan == aturan
                && t.lokasi.to_string().starts_with(berkas)
                && t.pesan.contains(pesan)
        })
    };
    for (aturan, berkas, pesan) in [
        (
            "indeks-bulan-tidak-cocok",
            "skm_bulanan.csv",
            "Februari 2023 tercetak 3,95",
        ),
        (
            "indeks-bulan-tidak-cocok",
            "skm_bulanan.csv",
            "Juli 2023 tercetak 3,93",
        ),
        (
            "indeks-bulan-tidak-cocok",
            "iio_bulanan.csv",
            "Februari 2023 tercetak 3,89",
        ),
        ("sel-kosong", "ipk_unsur.csv", "Pencegahan"),
        (
            "jumlah-tidak-cocok",
            "anggaran_jenis_belanja.csv",
            "9.901.777.000",
        ),
        ("persen-tidak-cocok", "anggaran_program.csv", "75,07"),
        ("persen-tidak-cocok", "anggaran_jenis_belanja.csv", "95,96"),
        (
            "total-berbeda",
            "anggaran_jenis_belanja.csv",
            "11.473.947.000",
        ),
        (
            "pagu-berubah-tanpa-revisi",
            "anggaran_program.csv",
            "763.872.000",
        ),
        (
            "target-tanpa-realisasi",
            "perjanjian_kinerja.csv",
            "Nilai Reformasi Birokrasi",
        ),
        (
            "target-tanpa-realisasi",
            "perjanjian_kinerja.csv",
            "Nilai Akuntabilitas Kinerja",
        ),
        ("responden-melebihi-pegawai", "iio_bulanan.csv", "73"),
        ("kolom-tidak-cocok", "pegawai.csv", "struktural_LK"),
        ("angka-rusak", "pnbp.csv", "bukan angka"),
    ] {
        assert!(
            ada(aturan, berkas, pesan),
            "{aturan} pada {berkas} ({pesan}) tidak ditemukan"
        );
    }
}

#[test]
fn what_rounding_explains_is_only_advice() {
    let Kasus { temuan, .. } = kasus();
    for pesan in [
        "Capaian IKM tahun 2023 tercetak 120,87",
        "Realisasi IPK tahun 2023 tercetak 3,57",
        "Capaian IPK tahun 2023 tercetak 114,06",
    ] {
        let temuan = temuan
            .iter()
            .find(|t| t.pesan.contains(pesan))
            .expect(pesan);
        assert_eq!(temuan.berat, Berat::Saran, "{pesan}");
    }
}

#[test]
fn a_symptom_of_a_wrong_total_is_no_second_binding_finding() {
    let Kasus { temuan, .. } = kasus();
    let gejala = temuan
        .iter()
        .find(|t| {
            t.pesan
                .contains("Penyerapan anggaran tahun 2021 tercetak 85,17")
        })
        .expect("85,17");
    assert_eq!(gejala.berat, Berat::Saran);
    assert!(!gejala.terkait.is_empty());
}

#[test]
fn a_recorded_correction_settles_its_finding() {
    let Kasus { temuan, .. } = kasus();
    let dikoreksi: Vec<&Temuan> = temuan
        .iter()
        .filter(|t| t.aturan == "angka-rusak")
        .collect();
    assert_eq!(dikoreksi.len(), 4);
    assert!(dikoreksi.iter().all(|t| !t.menghalangi()));
}
