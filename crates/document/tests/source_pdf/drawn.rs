//! Pages drawn by hand, operator by operator.

use document::source::Piece;

use super::{grids, paragraphs, pdf, row};

/// A file of pages with these contents, set in Times at hand.
pub fn file(contents: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut kids = String::new();
    for content in contents {
        let page = objects.len() + 1;
        kids.push_str(&format!("{page} 0 R "));
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>/Contents {} 0 R>>",
            page + 1
        ));
        objects.push(format!(
            "<</Length {}>>stream\n{content}\nendstream",
            content.len()
        ));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len());
    assemble(&objects)
}

/// A file of objects, the first of which is the catalogue.
pub fn assemble(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (n, object) in (1..).zip(objects) {
        offsets.push(out.len());
        out.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
    }
    let start = out.len();
    out.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for offset in offsets {
        out.push_str(&format!("{offset:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    out.into_bytes()
}

/// Words at a spot.
fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F 11 Tf {x} {y} Td ({words}) Tj ET\n")
}

/// Words that fill a line.
const FULL: &str = "Realisasi anggaran pada tahun berjalan mencapai nilai yang lebih tinggi daripada target yang telah";

#[test]
fn a_place_names_the_page_the_line_and_the_column() {
    let source = pdf(&file(&[
        &(at(72, 760, "Baris pertama.") + &at(72, 700, "Nilai 3,93 indeks."))
    ]));
    let Some(Piece::Paragraph(passage)) = source.pieces.last() else {
        panic!("{:?}", source.pieces);
    };
    let place = passage.place(passage.text.find("3,93").expect("the number is read"));
    assert_eq!((place.page, place.line, place.column), (Some(1), 2, 7));
}

#[test]
fn lines_are_joined_and_a_gap_parts_paragraphs() {
    let content = at(72, 760, FULL)
        + &at(72, 746, "ditetapkan dalam perjan-")
        + &at(72, 710, "Alinea kedua.");
    let source = pdf(&file(&[&content]));
    assert_eq!(
        paragraphs(&source),
        [
            format!("{FULL} ditetapkan dalam perjan-").as_str(),
            "Alinea kedua."
        ]
    );
}

#[test]
fn letters_moved_apart_for_looks_stay_one_word() {
    let source = pdf(&file(&[
        "BT /F 11 Tf 72 760 Td [(T) 70 (arget) -250 (A) 60 (V) 50 (A) ] TJ ET",
    ]));
    assert_eq!(paragraphs(&source), ["Target AVA"]);
}

#[test]
fn a_box_with_a_missing_line_is_a_cell_over_two_columns() {
    let lines = "72 700 200 40 re S 72 720 m 272 720 l S 172 700 m 172 720 l S\n";
    let content =
        at(80, 726, "Tahun 2023").clone() + &at(80, 706, "3,25") + &at(180, 706, "3,93") + lines;
    let source = pdf(&file(&[&content]));
    let grid = grids(&source)[0];
    assert_eq!((grid.rows, grid.columns), (2, 2));
    assert_eq!(row(grid, 0), ["Tahun 2023"]);
    assert_eq!(grid.cells[0].colspan, 2);
    assert_eq!(row(grid, 1), ["3,25", "3,93"]);
}

#[test]
fn an_empty_cell_stays_where_it_is() {
    let lines = "72 700 300 20 re S 172 700 m 172 720 l S 272 700 m 272 720 l S\n";
    let source = pdf(&file(&[&(at(80, 706, "Indeks")
        + &at(280, 706, "3,93")
        + lines)]));
    let grid = grids(&source)[0];
    let texts: Vec<&str> = grid
        .cells
        .iter()
        .map(|cell| cell.passage.text.as_str())
        .collect();
    assert_eq!(texts, ["Indeks", "", "3,93"]);
}

#[test]
fn a_raised_digit_is_not_taken_for_part_of_the_number() {
    let content = "BT /F 11 Tf 72 760 Td (sebesar 3,93) Tj 6 Ts /F 6 Tf (2) Tj ET";
    let source = pdf(&file(&[content]));
    assert_eq!(paragraphs(&source), ["sebesar 3,93²"]);
}

#[test]
fn a_footnote_is_told_from_the_text() {
    let note = "BT /F 6 Tf 72 104 Td (1) Tj ET BT /F 8 Tf 76 100 Td (Data sampai dengan Desember.) Tj ET\n";
    let body: String = (0..12).map(|n| at(72, 760 - 14 * n, FULL)).collect();
    let source = pdf(&file(&[&(body + note)]));
    let Some(Piece::Footnote { mark, passage }) = source.pieces.last() else {
        panic!("{:?}", source.pieces);
    };
    assert_eq!(
        (mark.as_str(), passage.text.as_str()),
        ("1", "Data sampai dengan Desember.")
    );
}

#[test]
fn dots_to_a_page_number_become_a_stop() {
    let content = at(72, 760, "A. Latar Belakang ........................ 12")
        + &at(72, 740, "Nilai [...] belum diisi");
    let source = pdf(&file(&[&content]));
    assert_eq!(
        paragraphs(&source),
        ["A. Latar Belakang\t12", "Nilai [...] belum diisi"]
    );
}

#[test]
fn heads_and_page_numbers_are_set_apart() {
    let pages: Vec<String> = (1..=4)
        .map(|n| {
            at(72, 800, "Laporan Kinerja")
                + &at(72, 600, &format!("Isi halaman ke-{n}."))
                + &at(300, 40, &n.to_string())
        })
        .collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let source = pdf(&file(&pages));
    assert_eq!(paragraphs(&source).len(), 4);
    let running = source
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Running(_)));
    assert_eq!(running.count(), 8);
}

#[test]
fn a_file_locked_only_against_changes_is_read() {
    for bytes in [
        &include_bytes!("berkas/terbuka-aes256.pdf")[..],
        include_bytes!("berkas/terbuka-rc4.pdf"),
    ] {
        assert_eq!(
            paragraphs(&pdf(bytes)),
            ["Realisasi anggaran sebesar 97,29% dari pagu."]
        );
    }
}

#[test]
fn a_page_that_lies_on_its_side_is_read() {
    let turned = "BT /F 11 Tf 0 1 -1 0 300 100 Tm (Capaian 120,92% dari target.) Tj ET";
    assert_eq!(
        paragraphs(&pdf(&file(&[turned]))),
        ["Capaian 120,92% dari target."]
    );
}
