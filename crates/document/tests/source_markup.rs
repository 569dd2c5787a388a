//! Markdown and HTML are read into the same pieces as plain text, and every letter knows its line and column.
#![cfg(all(feature = "read", feature = "html"))]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod sample;

use document::source::read::read;
use document::source::{Grid, GridCell, Passage, Piece, Source};
use proptest::prelude::*;

/// The pieces in one notation for the eye.
fn shown(source: &Source) -> Vec<String> {
    let piece = |piece: &Piece| match piece {
        Piece::Heading { level, passage } => format!("H{level} {}", passage.text),
        Piece::Paragraph(passage) => format!("P {}", passage.text),
        Piece::Item {
            marker,
            depth,
            passage,
        } => format!("I{depth} {marker} {}", passage.text),
        Piece::Grid(grid) => format!("G{} {}", grid.head_rows, rows(grid)),
        Piece::Formula(passage) => format!("F {}", passage.text),
        Piece::Footnote { mark, passage } => format!("N{mark} {}", passage.text),
        Piece::Running(passage) => format!("R {}", passage.text),
        Piece::Picture(passage) => format!("B {}", passage.text),
    };
    source.pieces.iter().map(piece).collect()
}

fn rows(grid: &Grid) -> String {
    let cell = |cell: &GridCell| {
        let spans = match (cell.colspan, cell.rowspan) {
            (1, 1) => String::new(),
            (columns, rows) => format!("<{columns}x{rows}>"),
        };
        format!("{}{spans}", cell.passage.text)
    };
    let row = |row: usize| {
        let cells = grid.cells.iter().filter(|cell| cell.row == row);
        cells.map(cell).collect::<Vec<_>>().join("|")
    };
    (0..grid.rows).map(row).collect::<Vec<_>>().join(" / ")
}

fn markdown(text: &str) -> Source {
    read(text.as_bytes(), "laporan.md")
}

fn html(text: &str) -> Source {
    read(text.as_bytes(), "laporan.html")
}

#[test]
fn markdown_has_headings_lists_notes_tables_and_pictures() {
    let text = "\
# BAB I PENDAHULUAN

Realisasi **3,93** dari
target *3,25* &amp; lain[^1].

a. penyusunan:
b. pelaksanaan:
   1. satu
   2. dua

- a. huruf
  - dalam

| Unsur | Nilai |
|---|---:|
| Tarif<br>Biaya | |

Capaian: $$\\frac{3,95}{3,25}
\\times 100\\%$$ dan $x$.

![Bagan organisasi](a.png)

<table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table>

[^1]: Catatan kaki.
";
    assert_eq!(
        shown(&markdown(text)),
        [
            "H1 BAB I PENDAHULUAN",
            "P Realisasi 3,93 dari target 3,25 & lain¹.",
            "I0 a. penyusunan:",
            "I0 b. pelaksanaan:",
            "I0 1. satu",
            "I0 2. dua",
            "I0 a. huruf",
            "I1 - dalam",
            "G1 Unsur|Nilai / Tarif\nBiaya|",
            "P Capaian:",
            "F \\frac{3,95}{3,25} \\times 100\\%",
            "P dan $x$.",
            "B Bagan organisasi",
            "G1 A|B / 1<1x2>|2 / 3",
            "N1 Catatan kaki.",
        ]
    );
}

#[test]
fn html_has_the_same_and_leaves_out_what_is_not_printed() {
    let text = "<!doctype html><html><head><title>T</title><style>p{}</style></head><body>
<nav><a href=x>Menu</a></nav><h1>Laporan</h1><h2>BAB I <b>PENDAHULUAN</b></h2>
<p>Realisasi&nbsp;<span>3,93</span> &lt; target.<sup>2</sup><script>var a = '<p>';</script></p>
<div hidden>rahasia</div>
<ol type=a><li>satu<li><p>dua</p><ul><li>dalam</ul></ol>
<table><caption>Tabel 1. Nilai</caption><thead><tr><th rowspan=2>Unsur<th colspan=2>2023</tr><tr><th>Target<th>Realisasi</thead>
<tbody><tr><td>Tarif<br>Biaya<td>3,25<td></table>
<img alt='Foto kantor' src=x><p>$$x = 2$$</p>
<math><mfrac><mtext>Realisasi</mtext><mtext>Target</mtext></mfrac><mo>=</mo><mn>121</mn><mo>%</mo></math>
</body></html>";
    let source = html(text);
    assert_eq!(
        shown(&source),
        [
            "H1 Laporan",
            "H1 BAB I PENDAHULUAN",
            "P Realisasi 3,93 < target.²",
            "I0 a. satu",
            "I0 b. dua",
            "I1 - dalam",
            "P Tabel 1. Nilai",
            "G2 Unsur<1x2>|2023<2x1> / Target|Realisasi / Tarif\nBiaya|3,25|",
            "B Foto kantor",
            "F x = 2",
            "F \\frac{\\text{Realisasi}}{\\text{Target}} = 121 \\%",
        ]
    );
    let passage = source.pieces[2].passage().unwrap();
    let place = passage.place(passage.text.find("target").unwrap());
    assert_eq!((place.line, place.column), (3, 42));
    let Piece::Grid(grid) = &source.pieces[7] else {
        panic!("a table")
    };
    assert_eq!((grid.rows, grid.columns), (3, 3));
}

#[test]
fn our_own_html_says_what_its_tree_says() {
    let document = sample::report();
    let page = document::html::write_html(&document);
    let read_back = html(&page);
    let words = |source: &Source| -> Vec<String> {
        source
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Paragraph(passage)
                | Piece::Heading { passage, .. }
                | Piece::Item { passage, .. } => Some(passage.text.clone()),
                _ => None,
            })
            .collect()
    };
    let tables = |source: &Source| -> Vec<String> {
        source
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Grid(grid) => Some(rows(grid)),
                _ => None,
            })
            .collect()
    };
    let tree = Source::from(&document);
    assert_eq!(tables(&read_back), tables(&tree));
    let said = words(&read_back);
    for line in words(&tree) {
        assert!(
            said.iter().any(|other| other.contains(line.as_str())),
            "{line:?} is lost from {said:#?}"
        );
    }
    assert!(!said.iter().any(|line| line.contains("Tutup")));
}

#[test]
fn depth_and_width_without_end_are_survived() {
    for part in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<math><mfrac>",
        "> ",
        "- ",
        "* [",
        "![",
        "<p",
        "&#",
    ] {
        let text = part.repeat(4_000);
        let _ = html(&text);
        let _ = markdown(&text);
    }
    let wide = html("<table><tr><td colspan=4000000000 rowspan=4000000000>1<td>2</table>");
    let Piece::Grid(grid) = &wide.pieces[0] else {
        panic!("a table")
    };
    assert!(grid.columns <= 512 && grid.rows == 1);
    assert!(!wide.notes.is_empty());
}

/// Each letter of a passage stands in the file where its place says, where the file has that letter at all.
fn check(passage: &Passage, lines: &[&str], raw: &str) -> Result<(), TestCaseError> {
    for (at, character) in passage.text.char_indices() {
        if !character.is_alphanumeric() || character == '¹' {
            continue;
        }
        let place = passage.place(at);
        let line = lines
            .get(place.line as usize - 1)
            .copied()
            .unwrap_or_default();
        let found = line.chars().nth(place.column as usize - 1);
        prop_assert_eq!(
            found,
            Some(character),
            "{:?} of {:?} in {:?}",
            place,
            &passage.text,
            raw
        );
    }
    Ok(())
}

fn check_all(source: &Source, text: &str) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = text.split('\n').collect();
    for piece in &source.pieces {
        match piece {
            Piece::Grid(grid) => {
                for cell in &grid.cells {
                    prop_assert!(
                        cell.row < grid.rows && cell.column + cell.colspan <= grid.columns
                    );
                    check(&cell.passage, &lines, text)?;
                }
            }
            // Commands of ours stand between the letters of a formula.
            Piece::Formula(_) | Piece::Picture(_) => {}
            other => check(other.passage().unwrap(), &lines, text)?,
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_letter_of_html_stands_where_it_says(
        parts in proptest::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<table>", "<tr>", "<td>", "<td colspan=2 rowspan=3>", "<th>", "</td>", "</tr>", "</table>",
                "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<br>", "<h2>", "</h2>", "<thead>", "</thead>", "<caption>",
                "</caption>", "kata ", "3,93", "é\n", "\r\n", "&amp;", "&nbsp;", "<math>", "<mi>", "</mi>", "<mfrac>", "<mn/>", "</math>",
                "<script>", "</script>", "<!-- x -->", "<span hidden>", "</span>", "<button>", "</button>", "<svg>", "<path/>",
                "</svg>", "<img alt='a b'>", "<", ">", "\"", "<section role=doc-endnotes>", "</section>", "<b", "$$",
            ]),
            0..60,
        )
    ) {
        let text = parts.concat();
        check_all(&html(&text), &text)?;
    }

    #[test]
    fn every_letter_of_markdown_stands_where_it_says(
        parts in proptest::collection::vec(
            prop::sample::select(vec![
                "# ", "- ", "1. ", "a. ", "\n", "\n\n", "kata ", "**tebal**", "*miring*", "| a | b |\n", "|---|---|\n", "[^1]",
                "[^1]: ", "$$", "$x$", "    ", "> ", "`kode`", "```\n", "<br>", "<table><tr><td>x</table>\n", "![gambar](u)",
                "é", "&nbsp;", "&amp;", "\\*", "---\n", "  \n", "[taut](u) ", "\t",
            ]),
            0..40,
        )
    ) {
        let text = parts.concat();
        check_all(&markdown(&text), &text)?;
    }
}
