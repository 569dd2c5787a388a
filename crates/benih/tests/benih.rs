//! What the checker must go on finding, and what it must go on keeping silent about.

use benih::catatan::{keluarga, ketepatan};
use benih::jenis::{Keluarga, semua};
use benih::skor::{Skor, Ukuran, jalankan};
use hukum::Hukum;

const UKURAN: Ukuran = Ukuran {
    kantor: 4,
    kali: 1,
    kesalahan: 12,
    cakupan: 0,
};

fn skor() -> Skor {
    let hukum = Hukum::bawaan().expect("the law reads");
    jalankan(&hukum, UKURAN, &|_| {}).expect("the offices' reports can be made")
}

#[test]
fn most_planted_errors_are_found_and_few_findings_are_false() {
    let skor = skor();
    let mut keluhan = Vec::new();
    for (satu, paling_sedikit) in [(Keluarga::Aritmetika, 50), (Keluarga::Templat, 50)] {
        let (ditanam, kena) = keluarga(&skor, satu);
        assert!(
            ditanam > 4,
            "only {ditanam} errors of {} were planted",
            satu.nama()
        );
        if kena * 100 < ditanam * paling_sedikit {
            keluhan.push(format!("{}: {kena} of {ditanam} found", satu.nama()));
        }
    }
    let (benar, salah) = Keluarga::SEMUA
        .iter()
        .map(|satu| ketepatan(&skor, *satu))
        .fold((0, 0), |(a, b), (benar, salah)| (a + benar, b + salah));
    if salah * 10 > benar + salah {
        keluhan.push(format!("{salah} of {} findings false", benar + salah));
    }
    assert!(keluhan.is_empty(), "{}", keluhan.join("\n"));
}

#[test]
fn the_same_seed_plants_the_same_errors_and_finds_the_same() {
    let hukum = Hukum::bawaan().expect("the law reads");
    let satu = Ukuran {
        kantor: 1,
        ..UKURAN
    };
    let dua = [satu, satu].map(|ukuran| {
        let skor = jalankan(&hukum, ukuran, &|_| {}).expect("the report can be made");
        format!("{:?}", benih::catatan::json(&skor))
    });
    assert_eq!(dua[0], dua[1]);
}

#[test]
fn no_kind_of_error_has_the_name_of_another() {
    let mut nama: Vec<&str> = semua().map(|jenis| jenis.nama).collect();
    let banyak = nama.len();
    nama.sort_unstable();
    nama.dedup();
    assert_eq!(nama.len(), banyak);
}
