//! The Perjanjian Kinerja as a form: whose names, which promises, what is missing.

mod umum;

use std::path::Path;

use document::{Block, Document, walk};
use jiff::civil::date;
use kinerja::masukan::{Gambar, Pejabat, PeranGambar};
use laporan::perjanjian::{BahanPerjanjian, Pihak, perjanjian};
use laporan::{Bahan, Naskah, rumpang};
use umum::{Contoh, teks};

fn susun(contoh: &Contoh, ubah: impl FnOnce(&mut BahanPerjanjian<'_>)) -> Document {
    let naskah = Naskah::bawaan();
    let satker = &contoh.masukan.satker;
    let pihak = |pejabat: &Pejabat, nama: &str| Pihak {
        pejabat: pejabat.clone(),
        letak: format!("satker.toml, {nama}"),
    };
    let mut bahan = BahanPerjanjian {
        bahan: Bahan {
            masukan: &contoh.masukan,
            hasil: &contoh.hasil,
            hukum: &contoh.hukum,
            naskah: &naskah,
        },
        tahun: satker.tahun,
        unit: satker.nama.clone(),
        pertama: pihak(&satker.kepala, "kepala"),
        kedua: pihak(&satker.atasan, "atasan"),
        tanggal: satker.tanggal_perjanjian,
        baris: None,
        draf: false,
    };
    ubah(&mut bahan);
    perjanjian(&bahan).expect("the words of the house compose")
}

/// The snapshot is the form as a reader sees it; `PERBARUI_CUPLIKAN=1` writes it anew.
#[test]
fn the_agreement_of_the_example_says_what_its_snapshot_says() {
    let didapat = teks(&susun(&Contoh::baca("kantor-contoh"), |_| {}));
    let jalur = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/perjanjian/kantor-contoh.txt");
    if std::env::var_os("PERBARUI_CUPLIKAN").is_some() {
        std::fs::write(&jalur, &didapat).expect("written");
    }
    let harapan = std::fs::read_to_string(&jalur).expect("the snapshot is there");
    assert_eq!(didapat, harapan);
}

#[test]
fn a_form_without_gaps_bears_no_mark_of_a_draft() {
    let dokumen = susun(&Contoh::baca("kantor-contoh"), |_| {});
    assert_eq!(rumpang(&dokumen), []);
    assert_eq!(dokumen.meta.watermark, None);
    let ditandai = susun(&Contoh::baca("kantor-contoh"), |bahan| bahan.draf = true);
    assert_eq!(ditandai.meta.watermark.as_deref(), Some("DRAF"));
}

#[test]
fn a_missing_name_is_a_gap_that_says_where_it_belongs_and_a_missing_day_a_line_for_the_pen() {
    let dokumen = susun(&Contoh::samarinda(), |_| {});
    let sebab: Vec<String> = rumpang(&dokumen)
        .into_iter()
        .map(|satu| satu.sebab)
        .collect();
    assert_eq!(sebab, ["isi satker.toml, atasan, nama"]);
    assert_eq!(dokumen.meta.watermark.as_deref(), Some("DRAF"));
    assert!(teks(&dokumen).contains("Samarinda, ....."));
}

#[test]
fn who_acts_for_another_says_so_before_the_post() {
    let dokumen = susun(&Contoh::baca("kantor-contoh"), |bahan| {
        bahan.pertama.pejabat.pelaksana = Some("plt".to_owned());
        bahan.kedua.pejabat.pelaksana = Some("plh".to_owned());
        bahan.tanggal = Some(date(2024, 7, 1));
    });
    let teks = teks(&dokumen);
    for kata in [
        "Plt. Kepala Kantor Pelayanan Contoh",
        "Plh. Kepala",
        "Kota Rekaan, 1 Juli 2024",
    ] {
        assert!(teks.contains(kata), "{kata}\n{teks}");
    }
}

#[test]
fn the_agreement_of_the_next_year_promises_the_targets_of_that_year() {
    let dokumen = susun(&Contoh::baca("kantor-contoh"), |bahan| {
        bahan.tahun += 1;
        bahan.tanggal = None;
    });
    let teks = teks(&dokumen);
    assert!(
        teks.contains("TAHUN 2025") && teks.contains("3,55 indeks"),
        "{teks}"
    );
    assert!(!teks.contains("3,50"), "{teks}");
    assert!(teks.contains("4.950.000.000"));
}

#[test]
fn a_section_promises_its_own_lines_with_the_budget_that_serves_them() {
    let contoh = Contoh::baca("kantor-contoh");
    let baris: Vec<usize> = contoh
        .masukan
        .perjanjian
        .iter()
        .enumerate()
        .filter(|(_, baris)| baris.kode == "ARS")
        .map(|(ke, _)| ke)
        .collect();
    let dokumen = susun(&contoh, |bahan| {
        bahan.unit = "Subbagian Tata Usaha".to_owned();
        bahan.baris = Some(baris);
    });
    let teks_seksi = teks(&dokumen);
    assert!(teks_seksi.contains("Persentase arsip tertata"));
    assert!(
        !teks_seksi.contains("Indeks Kepuasan Masyarakat"),
        "{teks_seksi}"
    );
    assert!(teks_seksi.contains("2.550.000.000") && !teks_seksi.contains("2.050.000.000"));
    let kosong = susun(&contoh, |bahan| bahan.baris = Some(Vec::new()));
    assert!(
        rumpang(&kosong)
            .iter()
            .any(|satu| satu.sebab.contains("penanggung jawab"))
    );
}

#[test]
fn the_crest_stands_above_the_title_without_a_number() {
    let contoh = Contoh::baca("kantor-contoh").ubah(|masukan| {
        masukan.satker.gambar.push(Gambar {
            peran: PeranGambar::Lambang,
            berkas: "gambar/lambang.png".to_owned(),
            keterangan: "Lambang kantor".to_owned(),
            isi: Vec::new(),
        });
    });
    let dokumen = susun(&contoh, |_| {});
    let mut lambang = 0;
    walk(&dokumen.blocks, &mut |blok| {
        if let Block::Figure(gambar) = blok {
            assert!(gambar.is_bare());
            lambang += 1;
        }
    });
    assert_eq!(lambang, 1);
}
