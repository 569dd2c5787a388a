//! Tables.

use crate::make::*;

fn table(rows: &[String]) -> String {
    let rows: String = rows
        .iter()
        .map(|cells| format!("<w:tr>{cells}</w:tr>"))
        .collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid>{rows}</w:tbl>")
}

#[test]
fn merged_cells_cover_their_places_and_marked_rows_are_the_head() {
    let head = "<w:trPr><w:tblHeader/></w:trPr>";
    let body = table(&[
        format!(
            "{head}{}{}",
            tc("<w:vMerge w:val=\"restart\"/>", "Indikator"),
            tc("<w:gridSpan w:val=\"2\"/>", "Tahun")
        ),
        format!(
            "{head}{}{}{}",
            tc("<w:vMerge/>", ""),
            tc("", "2022"),
            tc("", "2023")
        ),
        format!("{}{}{}", tc("", "IKM"), tc("", "3,90"), tc("", "3,95")),
    ]);
    assert_eq!(
        lines(&body),
        [
            "grid 3x3 head 2: 0,0[2x1]=Indikator; 0,1[1x2]=Tahun; 1,1=2022; 1,2=2023; 2,0=IKM; 2,1=3,90; 2,2=3,95"
        ]
    );
}

#[test]
fn paragraphs_of_a_cell_stand_under_each_other_with_their_own_places() {
    let cell = format!("<w:tc>{}<w:p/>{}</w:tc>", p("satu"), p("dua"));
    let source = source(&table(&[format!("{cell}{}", tc("", ""))]));
    let document::source::Piece::Grid(grid) = &source.pieces[0] else {
        panic!("{source:?}")
    };
    assert_eq!(grid.cells[0].passage.text, "satu\ndua");
    assert_eq!(at(&grid.cells[0].passage, "dua"), (3, 1));
    // An empty cell still says where it is.
    assert_eq!(grid.cells[1].passage.text, "");
    assert_eq!(grid.cells[1].passage.place(0).line, 4);
}

#[test]
fn a_table_within_a_table_follows_it() {
    let inner = table(&[format!("{}{}", tc("", "a"), tc("", "b"))]);
    let outer = table(&[format!(
        "{}<w:tc>{}{inner}<w:p/></w:tc>",
        tc("", "kiri"),
        p("kanan")
    )]);
    assert_eq!(
        lines(&outer),
        [
            "grid 1x2 head 0: 0,0=kiri; 0,1=kanan",
            "grid 1x2 head 0: 0,0=a; 0,1=b"
        ]
    );
}

#[test]
fn a_frame_of_one_cell_is_its_words_and_a_deleted_row_is_gone() {
    let framed = table(&[tc("", "Catatan dalam bingkai")]);
    let deleted = table(&[
        format!("{}{}", tc("", "a"), tc("", "b")),
        format!(
            "<w:trPr><w:del w:id=\"1\"/></w:trPr>{}{}",
            tc("", "c"),
            tc("", "d")
        ),
    ]);
    assert_eq!(
        lines(&format!("{framed}{deleted}")),
        ["p Catatan dalam bingkai", "grid 1x2 head 0: 0,0=a; 0,1=b"]
    );
}

#[test]
fn spans_beyond_all_bounds_end_at_the_last_column() {
    let body = table(&[
        format!(
            "{}{}",
            tc("<w:gridSpan w:val=\"4000000000\"/>", "a"),
            tc("<w:gridSpan w:val=\"9\"/>", "b")
        ),
        tc("<w:vMerge/>", "c"),
    ]);
    assert_eq!(
        lines(&body),
        ["grid 2x64 head 0: 0,0[1x63]=a; 0,63=b; 1,0=c"]
    );
}
