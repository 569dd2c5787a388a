//! What the review checklist answers, and on what grounds.

use hukum::Hukum;
use periksa::reviu::{ButirReviu, Jawaban, indikator, reviu};
use periksa::{BahanDokumen, Temuan, periksa_dokumen, understand};

const UTUH: &str = "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\n\
BAB I PENDAHULUAN\n\nA. Tugas, Fungsi, dan Struktur Organisasi\n\nDinas Arsip Kabupaten Telagasari mengelola arsip daerah.\n\n\
B. Isu Strategis\n\nArsip lama belum seluruhnya tertata.\n\n\
BAB II PERENCANAAN KINERJA\n\nA. Perjanjian Kinerja\n\n\
No\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n\n\
BAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja\n\n1. Persentase arsip tertata\n\n\
Realisasi Persentase arsip tertata tahun 2023 sebesar 84,00% dari target 80,00% atau 105,00%.\n\n\
B. Realisasi Anggaran\n\nPagu anggaran tahun 2023 sebesar Rp1.000.000.000,- dengan realisasi Rp900.000.000,- atau 90,00%.\n\n\
BAB IV PENUTUP\n\nLangkah perbaikan tahun berikutnya adalah pelatihan arsiparis.\n\n\
LAMPIRAN\n\nPerjanjian Kinerja Tahun 2023\n";

fn butir(teks: &str) -> (Vec<ButirReviu>, Vec<Temuan>) {
    let hukum = Hukum::bawaan().expect("law data");
    let sumber = document::source::read::read(teks.as_bytes(), "contoh.txt");
    let bacaan = understand(&sumber, &hukum);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum: &hukum,
        data: None,
    };
    let (temuan, _) = periksa_dokumen(&bahan, &|_| true);
    (reviu(&bahan, &temuan), temuan)
}

fn satu<'b>(butir: &'b [ButirReviu], kode: &str) -> &'b ButirReviu {
    let satu = butir.iter().find(|b| b.kode == kode);
    satu.unwrap_or_else(|| panic!("{kode}"))
}

#[test]
fn what_was_seen_without_a_binding_finding_is_yes_with_its_place() {
    let (butir, temuan) = butir(UTUH);
    for kode in [
        "data_penting",
        "target_kinerja",
        "capaian_kinerja",
        "lampiran",
        "perbaikan",
        "keuangan",
        "sesuai_perjanjian",
    ] {
        let satu = satu(&butir, kode);
        assert_eq!(satu.jawaban, Jawaban::Ya, "{satu:?}\n{temuan:#?}");
        assert!(!satu.catatan.is_empty());
    }
    let lampiran = satu(&butir, "lampiran");
    assert!(lampiran.catatan.concat().contains("baris "), "{lampiran:?}");
}

#[test]
fn a_binding_finding_makes_the_item_no_and_is_named() {
    let (butir, temuan) = butir(
        &UTUH
            .replace("105,00%", "150,00%")
            .replace("90,00%.", "70,00%."),
    );
    for kode in ["capaian_kinerja", "keuangan"] {
        let satu = satu(&butir, kode);
        assert_eq!(satu.jawaban, Jawaban::Tidak, "{satu:?}\n{temuan:#?}");
        assert!(satu.temuan.iter().any(|i| temuan[*i].menghalangi()));
    }
    // What is right stays yes.
    assert_eq!(satu(&butir, "lampiran").jawaban, Jawaban::Ya);
}

#[test]
fn nothing_that_was_not_seen_is_yes() {
    let potongan =
        "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nDinas ini mengelola arsip.";
    for teks in [potongan, ""] {
        let (butir, _) = butir(teks);
        assert!(!butir.is_empty());
        for satu in &butir {
            assert_eq!(satu.jawaban, Jawaban::PerluOrang, "{satu:?}");
            assert!(!satu.catatan.is_empty(), "{satu:?}");
        }
    }
}

#[test]
fn evidence_and_judgement_are_left_to_a_person_with_help() {
    let (butir, _) = butir(UTUH);
    for satu in butir.iter().filter(|b| b.nomor_bagian == "II") {
        assert_eq!(satu.jawaban, Jawaban::PerluOrang, "{satu:?}");
        assert!(
            !satu.catatan.concat().contains("Dinilai oleh pereviu"),
            "{satu:?}"
        );
    }
    for kode in ["cukup_mengukur", "kriteria_indikator"] {
        assert_eq!(satu(&butir, kode).jawaban, Jawaban::PerluOrang);
    }
}

#[test]
fn every_item_of_the_law_is_known() {
    let (butir, _) = butir(UTUH);
    for satu in &butir {
        assert!(
            !satu.catatan.concat().contains("Dinilai oleh pereviu"),
            "{}",
            satu.kode
        );
    }
}

#[test]
fn the_indicators_come_with_unit_and_target() {
    let hukum = Hukum::bawaan().expect("law data");
    let sumber = document::source::read::read(UTUH.as_bytes(), "contoh.txt");
    let bacaan = understand(&sumber, &hukum);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum: &hukum,
        data: None,
    };
    let daftar = indikator(&bahan);
    assert_eq!(daftar.len(), 1, "{daftar:?}");
    assert_eq!(daftar[0].target, ["80,00%"]);
    assert_eq!(daftar[0].realisasi, ["84,00%"]);
}
