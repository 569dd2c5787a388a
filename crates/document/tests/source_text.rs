//! Plain text is read into pieces, and every letter knows its line and column.
#![cfg(feature = "read")]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use document::source::read::read;
use document::source::{Format, Grid, NoteKind, Passage, Piece, Source};
use proptest::prelude::*;

fn source(text: &str) -> Source {
    read(text.as_bytes(), "laporan.txt")
}

/// The pieces in one notation for the eye.
fn shown(source: &Source) -> Vec<String> {
    source
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading { level, passage } => format!("H{level} {}", passage.text),
            Piece::Paragraph(passage) => format!("P {}", passage.text),
            Piece::Item {
                marker,
                depth,
                passage,
            } => format!("I{depth} {marker} {}", passage.text),
            Piece::Grid(grid) => format!("G {}", rows(grid).join(" / ")),
            Piece::Formula(passage) => format!("F {}", passage.text),
            Piece::Footnote { mark, passage } => format!("N{mark} {}", passage.text),
            Piece::Running(passage) => format!("R {}", passage.text),
            Piece::Picture(passage) => format!("B {}", passage.text),
        })
        .collect()
}

fn rows(grid: &Grid) -> Vec<String> {
    (0..grid.rows)
        .map(|row| {
            let cells = grid.cells.iter().filter(|cell| cell.row == row);
            let text = |cell: &document::source::GridCell| match cell.colspan {
                1 => cell.passage.text.clone(),
                span => format!("{}<{span}>", cell.passage.text),
            };
            cells.map(text).collect::<Vec<_>>().join("|")
        })
        .collect()
}

#[test]
fn broken_lines_are_one_paragraph_and_keep_their_places() {
    let text = "Realisasi indeks kepuasan pada tahun ini adalah sebesar\r\n3,95 dari target 3,25.\r\n\r\nParagraf lain.\r\n";
    let source = source(text);
    assert_eq!(
        shown(&source),
        [
            "P Realisasi indeks kepuasan pada tahun ini adalah sebesar 3,95 dari target 3,25.",
            "P Paragraf lain."
        ]
    );
    let passage = source.pieces[0].passage().unwrap();
    let place = passage.place(passage.text.find("3,95").unwrap());
    assert_eq!((place.line, place.column), (2, 1));
    let place = passage.place(passage.text.find("3,25").unwrap());
    assert_eq!((place.line, place.column), (2, 18));
}

#[test]
fn lines_of_an_address_stay_apart() {
    assert_eq!(
        shown(&source(
            "Kota, 2 Januari 2024\nKepala Kantor\nNama Pejabat\nNIP 1983"
        )),
        [
            "P Kota, 2 Januari 2024",
            "P Kepala Kantor",
            "P Nama Pejabat",
            "P NIP 1983"
        ]
    );
}

#[test]
fn a_paragraph_survives_the_blank_line_that_a_page_has_left() {
    let text = "Sehingga realisasi indeks kepuasan masyarakat pada kantor yang dimaksud di atas\n\nadalah sebesar 3,95.";
    assert_eq!(
        shown(&source(text)),
        [
            "P Sehingga realisasi indeks kepuasan masyarakat pada kantor yang dimaksud di atas adalah sebesar 3,95."
        ]
    );
}

#[test]
fn tabs_make_a_table_with_empty_cells_and_short_rows() {
    let text = "No\tSasaran\tTarget\n(1)\t(2)\t(3)\n1\tMeningkatnya kualitas\t3,25\n\tNilai lain\n\nKegiatan\tAnggaran\nTotal\tRp10.000,-\n";
    assert_eq!(
        shown(&source(text)),
        [
            "G No|Sasaran|Target / (1)|(2)|(3) / 1|Meningkatnya kualitas|3,25 / |Nilai lain|",
            "G Kegiatan|Anggaran / Total|Rp10.000,-"
        ]
    );
}

#[test]
fn a_table_goes_on_behind_a_blank_line_unless_its_heading_comes_again() {
    let goes_on = "1.\tA\t:\tsatu\n2.\tB\t:\tdua\n\n3.\tC\t:\ttiga";
    assert_eq!(source(goes_on).pieces.len(), 1);
    let anew = "No\tSasaran\tTarget\n1\tA\t3\n\nNo\tSasaran Program\tTarget\n1\tB\t4";
    assert_eq!(source(anew).pieces.len(), 2);
}

#[test]
fn an_empty_cell_knows_its_place() {
    let source = source("No\tNilai\tKet\n1\t\tbaik");
    let Piece::Grid(grid) = &source.pieces[0] else {
        panic!("a table")
    };
    let empty = &grid.cells[grid.covering(1, 1).unwrap()];
    assert_eq!(empty.passage.place(0).line, 2);
    assert_eq!(empty.passage.place(0).column, 3);
}

#[test]
fn contents_with_tabs_or_dots_are_tables() {
    assert_eq!(
        shown(&source("A. Latar Belakang\t[5]\nBAB II PERENCANAAN\t[12]")),
        ["G A. Latar Belakang|[5] / BAB II PERENCANAAN|[12]"]
    );
    assert_eq!(
        shown(&source(
            "A. Latar Belakang ........ 5\nB. Tugas yang panjang namanya dan\n   fungsinya . . . . . . 12"
        )),
        ["G A. Latar Belakang|5 / B. Tugas yang panjang namanya dan fungsinya|12"]
    );
}

#[test]
fn bars_make_a_table_with_its_heading() {
    let source = source("| Unsur | Nilai |\n|---|---:|\n| Informasi | 3,93 |\n| Tarif/ Biaya | |");
    assert_eq!(
        shown(&source),
        ["G Unsur|Nilai / Informasi|3,93 / Tarif/ Biaya|"]
    );
    let Piece::Grid(grid) = &source.pieces[0] else {
        panic!("a table")
    };
    assert_eq!(grid.head_rows, 1);
}

#[test]
fn columns_that_stand_under_each_other_make_a_table() {
    let text = "\
 No   Sasaran Kegiatan          Target     Realisasi
 1    Meningkatnya kualitas       3,25          3,93
      pelayanan
 2    Meningkatnya dukungan       3,13          3,87
      Jumlah                      6,38          7,80
";
    assert_eq!(
        shown(&source(text)),
        [
            "G No|Sasaran Kegiatan|Target|Realisasi / 1|Meningkatnya kualitas pelayanan|3,25|3,93 / 2|Meningkatnya dukungan|3,13|3,87 / |Jumlah|6,38|7,80"
        ]
    );
}

#[test]
fn a_chapter_and_its_title_are_one_heading() {
    let source = source(
        "BAB I\n\nPENDAHULUAN\n\nA. Latar Belakang\n\nKantor ini berdiri lama sekali.\n\nKATA PENGANTAR\n\nPuji syukur.",
    );
    assert_eq!(
        shown(&source),
        [
            "H1 BAB I PENDAHULUAN",
            "H2 A. Latar Belakang",
            "P Kantor ini berdiri lama sekali.",
            "H1 KATA PENGANTAR",
            "P Puji syukur."
        ]
    );
    let Piece::Heading { passage, .. } = &source.pieces[0] else {
        panic!("a heading")
    };
    assert_eq!(passage.place(passage.text.find("PEND").unwrap()).line, 3);
}

#[test]
fn items_know_their_mark_and_depth() {
    let text = "Misi:\n\n1. Satu;\n2. Dua, yakni:\n - a. Pelaksanaan;\n - b. Penguatan.\n3. Tiga.\n• Peluru";
    assert_eq!(
        shown(&source(text)),
        [
            "P Misi:",
            "I0 1. Satu;",
            "I0 2. Dua, yakni:",
            "I1 a. Pelaksanaan;",
            "I1 b. Penguatan.",
            "I0 3. Tiga.",
            "I1 • Peluru"
        ]
    );
}

#[test]
fn an_item_that_stands_alone_above_prose_is_a_heading() {
    let text = "Kata pembuka di sini.\n\n1. Subbagian Umum\n\nSubbagian ini bertugas melayani.\n\n2. Realisasi\n\n3. Capaian\n";
    assert_eq!(
        shown(&source(text)),
        [
            "P Kata pembuka di sini.",
            "H3 1. Subbagian Umum",
            "P Subbagian ini bertugas melayani.",
            "I0 2. Realisasi",
            "I0 3. Capaian"
        ]
    );
}

#[test]
fn formulas_between_dollars_are_pieces_over_one_line_or_many() {
    let text = "Capaian: $$\\frac{3,95}{3,25}$$\n\n$$\nX_i\n= 2\n$$\nharga $5$ tetap.";
    let source = source(text);
    assert_eq!(
        shown(&source),
        [
            "P Capaian:",
            "F \\frac{3,95}{3,25}",
            "F X_i = 2",
            "P harga $5$ tetap."
        ]
    );
    let formula = source.pieces[2].passage().unwrap();
    assert_eq!(formula.place(formula.text.find('2').unwrap()).line, 5);
}

#[test]
fn footnotes_have_digits_for_marks_and_raised_digits_stay_in_the_text() {
    let text = "Tercapai dengan baik.³\n\n³ Diberikan catatan bila perlu.\n\n[^4]: Sumber data.\n\n<sup>5</sup> Lihat lampiran.";
    assert_eq!(
        shown(&source(text)),
        [
            "P Tercapai dengan baik.³",
            "N3 Diberikan catatan bila perlu.",
            "N4 Sumber data.",
            "N5 Lihat lampiran."
        ]
    );
}

#[test]
fn marks_of_formatting_are_taken_out_but_not_the_signs_of_the_author() {
    let text = "**Urusan** <i>umum</i> &amp; *lain*: 5 * 3, X_i, 3 < 4<br>baris, [*sebutkan*]";
    let source = source(text);
    assert_eq!(
        shown(&source),
        ["P Urusan umum & lain: 5 * 3, X_i, 3 < 4 baris, [sebutkan]"]
    );
    let passage = source.pieces[0].passage().unwrap();
    assert_eq!(passage.place(passage.text.find("lain").unwrap()).column, 31);
}

#[test]
fn form_feeds_count_pages_and_what_every_page_repeats_is_running() {
    let page = |number: u32, words: &str| {
        format!(
            "Kantor Contoh\n\n{words} kalimat yang hanya ada di sini.\n\nLaporan Kinerja {number}\n\u{c}"
        )
    };
    let text: String = (1..)
        .zip(["Satu", "Dua", "Tiga", "Empat"])
        .map(|(number, words)| page(number, words))
        .collect();
    let source = source(&text);
    assert_eq!(source.pages, Some(4));
    let running = shown(&source)
        .iter()
        .filter(|piece| piece.starts_with("R "))
        .count();
    assert_eq!(running, 8);
    let last = source.pieces.iter().rev().find_map(|piece| match piece {
        Piece::Paragraph(passage) => Some(passage.place(0)),
        _ => None,
    });
    assert_eq!(
        last.map(|place| (place.page, place.line)),
        Some((Some(4), 18))
    );
}

#[test]
fn other_encodings_are_read_and_binary_data_is_refused() {
    let utf16: Vec<u8> = "\u{feff}Nilai “baik”"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(shown(&read(&utf16, "a.txt")), ["P Nilai “baik”"]);
    assert_eq!(shown(&read(b"\xEF\xBB\xBFNilai", "a.txt")), ["P Nilai"]);
    let windows = read(b"Nilai \x93baik\x94", "a.txt");
    assert_eq!(shown(&windows), ["P Nilai “baik”"]);
    assert_eq!(windows.notes[0].kind, NoteKind::Odd);
    assert!(read(&[0, 1, 2, 0, 0, 7], "a.txt").is_refused());
}

#[test]
fn marks_without_end_are_survived() {
    for part in [
        "$$", "\\[\n", "**a ", "<", "&", "\t", "|", "1. a\n", "\u{c}", "a   b\n", "kata\n\n",
    ] {
        let _ = source(&part.repeat(20_000));
    }
}

/// Each letter of a passage that is not a joining space stands in the file where its place says.
fn check(passage: &Passage, lines: &[&str], page_ends: bool) -> Result<(), TestCaseError> {
    for (at, character) in passage.text.char_indices() {
        // A raised digit may stand in the file as a tag around a plain one.
        if character.is_whitespace() || "²³⁵".contains(character) {
            continue;
        }
        let place = passage.place(at);
        let line = lines
            .get(place.line as usize - 1)
            .copied()
            .unwrap_or_default();
        let found = line.chars().nth(place.column as usize - 1);
        prop_assert_eq!(found, Some(character), "{:?} of {:?}", place, &passage.text);
        prop_assert_eq!(place.page.is_some(), page_ends);
    }
    Ok(())
}

fn check_all(text: &str) -> Result<(), TestCaseError> {
    let source = source(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let paged = text.contains('\u{c}');
    for piece in &source.pieces {
        match piece {
            Piece::Grid(grid) => {
                prop_assert!(grid.cells.iter().all(|cell| cell.row < grid.rows));
                prop_assert!(
                    grid.cells
                        .iter()
                        .all(|cell| cell.column + cell.colspan <= grid.columns)
                );
                for cell in &grid.cells {
                    check(&cell.passage, &lines, paged)?;
                }
            }
            other => check(other.passage().unwrap(), &lines, paged)?,
        }
    }
    prop_assert_eq!(source.format, Format::Text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_letter_stands_where_it_says_in_any_text(text in "[a-zA-Z0-9 éß.,:;*<>/|$\\\\\\[\\](){}#²³•\t\r\n\u{c}%-]{0,300}") {
        check_all(&text)?;
    }

    #[test]
    fn every_letter_stands_where_it_says_in_heaps_of_likely_lines(
        lines in proptest::collection::vec(
            prop::sample::select(vec![
                "", "", "BAB I", "PENDAHULUAN", "A. Latar Belakang", "1. Satu hal", "- a. dua hal;", "No\tNilai",
                "1\t3,25", "\t4", "| a | b |", "|---|---|", "$$", "x = 2", "$$ a $$ b", "² Catatan kaki", "  kolom   lain   3",
                "  nilai   baik   4", "Isi .......... 5", "teks biasa yang cukup panjang untuk mengisi satu baris halaman penuh",
                "**tebal dan", "lanjut** <b>x</b>", "\u{c}Kantor", "12", "\\[ a \\] b", "\\begin{aligned} a", "\\end{aligned}",
                "&nbsp;masing-", "masing orang", "<sup>2</sup> kaki",
            ]),
            0..40,
        )
    ) {
        check_all(&lines.join("\n"))?;
    }
}
