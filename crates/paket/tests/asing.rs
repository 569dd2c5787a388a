//! Tables from other programs.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use paket::read_asing;

fn sel(nama: &str, isi: &[u8]) -> Vec<Vec<String>> {
    let tabel = read_asing(nama, isi).unwrap();
    tabel[0]
        .baris
        .iter()
        .map(|baris| baris.sel.clone())
        .collect()
}

#[test]
fn a_csv_is_read_by_whatever_separator_it_has() {
    let harap = vec![vec!["Uraian", "Pagu"], vec!["Belanja; barang", "1,5"]];
    for isi in [
        "\u{feff}Uraian;Pagu\r\n\"Belanja; barang\";1,5\r\n",
        "Uraian\tPagu\nBelanja; barang\t1,5\n",
        "Uraian,Pagu\nBelanja; barang,\"1,5\"\n",
    ] {
        assert_eq!(sel("a.csv", isi.as_bytes()), harap, "{isi:?}");
    }
    // Decimal commas do not make a comma the separator.
    let isi = "unsur;01;02\nPersyaratan;3,98;3,91\nProsedur;3,95;3,93\n";
    assert_eq!(
        sel("a.csv", isi.as_bytes())[1],
        ["Persyaratan", "3,98", "3,91"]
    );
}

#[test]
fn empty_rows_and_cells_far_out_are_left_away() {
    let isi = "Laporan Realisasi;;;\n;;;\nAkun;Pagu;;\n51;100;;\n";
    assert_eq!(
        sel("a.csv", isi.as_bytes()),
        [["Laporan Realisasi", ""], ["Akun", "Pagu"], ["51", "100"]]
    );
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    for (isi, kode) in [
        (&b""[..], "berkas-kosong"),
        (&b"\n;;\n"[..], "berkas-kosong"),
        (&b"a;b\n\xff\xfe"[..], "bukan-utf8"),
        (&b"PK\x03\x04 bukan arsip"[..], "arsip-rusak"),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0][..], "bukan-xlsx"),
    ] {
        let galat = read_asing("berkas", isi).unwrap_err();
        assert_eq!(galat[0].kode, kode, "{isi:?}");
    }
    let lebar = "a;".repeat(300);
    let galat = read_asing("a.csv", lebar.as_bytes()).unwrap_err();
    assert_eq!(galat[0].kode, "kolom-terlalu-banyak");
}

#[test]
fn a_workbook_gives_its_sheets() {
    let folder = tempfile::tempdir().unwrap();
    let jalur = folder.path().join("a.xlsx");
    let mut mentah = paket::Mentah::default();
    mentah.lembar.push(paket::LembarMentah {
        nama: "smart".to_owned(),
        kepala: ["tahun", "komponen", "nilai"].map(str::to_owned).to_vec(),
        baris: vec![paket::BarisMentah {
            nomor: paket::BarisKe(2),
            sel: ["2023", "penyerapan", "97,13"].map(str::to_owned).to_vec(),
        }],
        ..paket::LembarMentah::default()
    });
    paket::write_xlsx(&mentah, &jalur, false).unwrap();
    let tabel = read_asing("a.xlsx", &std::fs::read(&jalur).unwrap()).unwrap();
    let smart = tabel.iter().find(|tabel| tabel.nama == "smart").unwrap();
    assert_eq!(
        smart.baris.last().unwrap().sel,
        ["2023", "penyerapan", "97,13"]
    );
}
