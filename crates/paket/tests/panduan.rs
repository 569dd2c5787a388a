//! The guide says what the table of sheets says.

use std::path::Path;

const AWAL: &str = "<!-- tabel: awal -->\n";
const AKHIR: &str = "<!-- tabel: akhir -->";

#[test]
fn the_tables_of_the_guide_are_those_of_the_code() {
    let jalur = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/paket.md");
    let isi = std::fs::read_to_string(&jalur).expect("the guide is there");
    let (depan, sisa) = isi
        .split_once(AWAL)
        .expect("the start of the tables is marked");
    let (tabel, belakang) = sisa
        .split_once(AKHIR)
        .expect("the end of the tables is marked");
    let baru = paket::skema::panduan();
    if std::env::var_os("PERBARUI_PANDUAN").is_some() {
        std::fs::write(&jalur, format!("{depan}{AWAL}{baru}{AKHIR}{belakang}")).expect("written");
    } else {
        assert!(
            tabel == baru,
            "docs/paket.md is stale: run the test with PERBARUI_PANDUAN=1"
        );
    }
}
