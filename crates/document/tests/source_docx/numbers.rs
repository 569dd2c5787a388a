//! Automatic numbers.

use document::source::read::read;

use crate::make::*;

const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Heading1\"/><w:lvlText w:val=\"BAB %1\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/><w:pStyle w:val=\"Heading2\"/><w:lvlText w:val=\"%2.\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.%3\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>\
    <w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>\
    <w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>";

const STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>";

fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn numbered(body: &str) -> document::source::Source {
    let parts = [("styles", STYLES), ("numbering", NUMBERING)];
    read(&docx_with(body, &parts), "a.docx")
}

#[test]
fn headings_and_items_carry_the_marks_that_word_prints() {
    let body = [
        styled("Heading1", "PENDAHULUAN"),
        styled("Heading2", "Latar"),
        styled("Heading2", "Tugas"),
        item(5, 2, "legal"),
        styled("Heading1", "PERENCANAAN"),
        styled("Heading2", "Renstra"),
        item(6, 0, "satu"),
        item(6, 1, "butir"),
        item(6, 0, "dua"),
        item(7, 0, "mulai lagi"),
        item(0, 0, "bukan butir"),
    ]
    .concat();
    assert_eq!(
        short(&numbered(&body)),
        [
            "h1 BAB I PENDAHULUAN",
            "h2 A. Latar",
            "h2 B. Tugas",
            "i2 1.2.1 | legal",
            "h1 BAB II PERENCANAAN",
            "h2 A. Renstra",
            "i0 a. | satu",
            "i1 • | butir",
            "i0 b. | dua",
            "i0 c. | mulai lagi",
            "p bukan butir",
        ]
    );
}

#[test]
fn an_automatic_number_takes_no_column() {
    let source = numbered(&styled("Heading1", "PENDAHULUAN"));
    let heading = passage(&source, 0);
    assert_eq!(at(heading, "BAB"), (1, 1));
    assert_eq!(at(heading, "PENDAHULUAN"), (1, 1));
    assert_eq!(at(heading, "HULUAN"), (1, 6));
}

#[test]
fn a_cell_that_is_only_numbered_shows_its_number() {
    let empty = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"6\"/></w:numPr></w:pPr></w:p></w:tc>";
    let body = format!(
        "<w:tbl><w:tr>{empty}{}</w:tr><w:tr>{empty}{}</w:tr></w:tbl>",
        tc("", "x"),
        tc("", "y")
    );
    assert_eq!(
        short(&numbered(&body)),
        ["grid 2x2 head 0: 0,0=a.; 0,1=x; 1,0=b.; 1,1=y"]
    );
}
