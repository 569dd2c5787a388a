//! A package survives folder -> workbook -> folder, and nothing is half written.

use std::fs;
use std::path::{Path, PathBuf};

use hukum::Hukum;
use paket::{BarisKe, BarisMentah, Entri, LembarMentah, Mentah};
use proptest::prelude::*;

fn contoh(nama: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../contoh")
        .join(nama)
}

fn baca(path: &Path) -> Mentah {
    paket::read_mentah(path).unwrap_or_else(|salah| panic!("{}", gabung(&salah)))
}

fn gabung(salah: &[paket::Kesalahan]) -> String {
    salah.iter().map(|salah| format!("{salah}\n")).collect()
}

/// folder -> workbook -> folder -> workbook, with the raw form read after each step.
fn keliling(mentah: &Mentah) -> [Mentah; 4] {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let [folder, buku, folder_2, buku_2] =
        ["a", "b.xlsx", "c", "d.xlsx"].map(|nama| dir.path().join(nama));
    paket::write_folder(mentah, &folder, false).expect("written");
    let satu = baca(&folder);
    paket::write_xlsx(&satu, &buku, false).expect("written");
    let dua = baca(&buku);
    paket::write_folder(&dua, &folder_2, false).expect("written");
    let tiga = baca(&folder_2);
    paket::write_xlsx(&tiga, &buku_2, false).expect("written");
    let bita = |jalur| fs::read(jalur).expect("read");
    assert!(bita(&buku) == bita(&buku_2), "same package, same bytes");
    [satu, dua, tiga, baca(&buku_2)]
}

#[test]
fn the_example_packages_survive_every_conversion() {
    for nama in ["kanim-samarinda-2023", "kantor-contoh"] {
        let asal = baca(&contoh(nama));
        for hasil in keliling(&asal) {
            assert!(hasil == asal, "{nama} changed");
        }
    }
}

#[test]
fn a_workbook_says_the_same_as_its_folder() {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    let dir = tempfile::tempdir().expect("a temporary folder");
    for nama in ["kanim-samarinda-2023", "kantor-contoh"] {
        let buku = dir.path().join(format!("{nama}.xlsx"));
        paket::write_xlsx(&baca(&contoh(nama)), &buku, false).expect("written");
        let dari_buku =
            paket::read(&buku, &hukum).unwrap_or_else(|salah| panic!("{}", gabung(&salah)));
        let dari_folder =
            paket::read(&contoh(nama), &hukum).unwrap_or_else(|salah| panic!("{}", gabung(&salah)));
        assert_eq!(dari_buku.narasi, dari_folder.narasi);
        assert_eq!(dari_buku.survei.len(), dari_folder.survei.len());
        let nilai = |masukan: &kinerja::masukan::Masukan| -> Vec<_> {
            let sel = masukan
                .survei
                .iter()
                .flat_map(|s| s.unsur.iter().flat_map(|u| &u.nilai).chain(&s.indeks));
            let uang = masukan
                .anggaran_jenis
                .iter()
                .flat_map(|b| [&b.pagu, &b.realisasi]);
            sel.chain(uang)
                .map(|sel| (sel.teks.clone(), sel.nilai()))
                .collect()
        };
        assert_eq!(nilai(&dari_buku), nilai(&dari_folder));
    }
}

#[test]
fn a_target_that_is_not_empty_is_left_alone_unless_overwriting_is_allowed() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let tujuan = dir.path().join("paket");
    fs::create_dir(&tujuan).expect("made");
    fs::write(tujuan.join("penting.txt"), "jangan hilang").expect("written");
    let mentah = baca(&contoh("kanim-samarinda-2023"));

    let salah = paket::write_folder(&mentah, &tujuan, false).expect_err("refused");
    assert_eq!(salah[0].kode, "tujuan-sudah-ada");
    assert!(salah[0].pada_tujuan(), "the package is not at fault");
    assert_eq!(
        fs::read_to_string(tujuan.join("penting.txt")).expect("still there"),
        "jangan hilang"
    );

    paket::write_folder(&mentah, &tujuan, true).expect("allowed");
    assert!(baca(&tujuan) == mentah);
    let sisa: Vec<_> = fs::read_dir(dir.path())
        .expect("listed")
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert_eq!(sisa, ["paket"], "nothing stays behind");
}

#[test]
fn a_write_that_fails_half_way_leaves_nothing() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut mentah = baca(&contoh("kanim-samarinda-2023"));
    mentah.gambar.insert("../keluar.png".to_owned(), vec![1]);
    paket::write_folder(&mentah, &dir.path().join("paket"), false).expect_err("refused");
    assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 0);
}

#[test]
fn the_template_of_each_kind_of_office_is_read_without_errors_and_holds_only_gaps() {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    for profil in &hukum.profil {
        for tahun in [2022, 2023, 2024, 2026] {
            let templat = paket::templat(profil, &hukum, tahun);
            for hasil in keliling(&templat) {
                assert!(hasil == templat, "{} changed", profil.id);
            }
            let masukan = paket::interpret(&templat, &hukum)
                .unwrap_or_else(|salah| panic!("{} {tahun}\n{}", profil.id, gabung(&salah)));
            assert_eq!(masukan.satker.tahun, tahun);
            assert!(!masukan.indikator.is_empty());
            assert!(
                masukan
                    .indikator
                    .iter()
                    .all(|baris| baris.target.kosong() && baris.realisasi.kosong())
            );
            let bulan = masukan
                .survei
                .iter()
                .flat_map(|survei| survei.unsur.iter().flat_map(|u| &u.nilai));
            assert!(
                bulan
                    .chain(masukan.pnbp.iter().map(|b| &b.target))
                    .all(|sel| sel.kosong())
            );
        }
    }
}

/// Any text of one cell that a sheet may hold; a cell of spaces only is no cell.
fn teks_sel() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,20}",
        "\\PC{0,12}",
        "[;\"#=@+'\\-\n ]{0,8}",
        Just("_x0041_".to_owned()),
        Just("0001,50".to_owned()),
        Just("=1+1".to_owned()),
    ]
    .prop_map(|teks| {
        let bersih: String = teks
            .chars()
            .filter(|c| (!c.is_control() || *c == '\n') && !('\u{fffe}'..='\u{ffff}').contains(c))
            .collect();
        if bersih.trim().is_empty() {
            String::new()
        } else {
            bersih
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_cell_text_survives(
        sel in proptest::collection::vec(proptest::collection::vec(teks_sel(), 3), 0..6),
        nilai in teks_sel(),
        narasi in "(\\PC|[\n]){0,200}",
        bita in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let mut mentah = Mentah::default();
        if !nilai.is_empty() {
            mentah.satker.isi.push(Entri { kunci: "nama".to_owned(), teks: nilai, baris: 0 });
        }
        mentah.satker.isi.push(Entri { kunci: "gambar[1].berkas".to_owned(), teks: "gambar/a b.png".to_owned(), baris: 0 });
        mentah.gambar.insert("gambar/a b.png".to_owned(), bita);
        mentah.narasi.insert("isu_strategis".to_owned(), narasi);
        mentah.lembar.push(LembarMentah {
            nama: "kegiatan".to_owned(),
            catatan: vec!["satu".to_owned(), String::new()],
            kepala: ["jenis", "uraian", "bukti"].map(str::to_owned).to_vec(),
            baris: sel
                .into_iter()
                .filter(|sel| sel.iter().any(|sel| !sel.is_empty()))
                .map(|sel| BarisMentah { nomor: BarisKe::default(), sel })
                .collect(),
            ..LembarMentah::default()
        });
        for hasil in keliling(&mentah) {
            prop_assert_eq!(&hasil, &mentah);
        }
    }
}
