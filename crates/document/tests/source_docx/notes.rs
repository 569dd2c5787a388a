//! Footnotes, endnotes, running heads.

use document::source::Part;
use document::source::read::read;

use crate::make::*;

#[test]
fn a_footnote_follows_its_paragraph_and_its_mark_is_raised() {
    let body = format!(
        "<w:p><w:r><w:t>sebesar 3,95</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>{}\
         <w:p><w:r><w:t>akhir</w:t><w:endnoteReference w:id=\"2\"/></w:r></w:p>",
        p("berikut")
    );
    let note = |kind: &str, id: u32, words: &str| {
        format!(
            "<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space=\"preserve\"> {words}</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let footnotes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}",
        note("footnote", 3, "tak dirujuk"),
        note("footnote", 7, "Sumber: survei")
    );
    let endnotes = note("endnote", 2, "Penutup");
    let file = docx_with(&body, &[("footnotes", &footnotes), ("endnotes", &endnotes)]);
    let source = read(&file, "a.docx");
    assert_eq!(
        short(&source),
        [
            "p sebesar 3,95¹.",
            "n1 Sumber: survei",
            "p berikut",
            "p akhir¹",
            "n1 Penutup"
        ]
    );
    let (first, last) = (passage(&source, 1).place(0), passage(&source, 4).place(0));
    assert_eq!(
        (first.part, first.line, first.column),
        (Part::Footnotes, 3, 2)
    );
    // Endnotes are counted on from the footnotes.
    assert_eq!((last.part, last.line), (Part::Footnotes, 4));
    assert_eq!(at(passage(&source, 0), "."), (1, 14));
}

#[test]
fn heads_and_feet_are_running_words() {
    let file = docx_with(
        &p("isi"),
        &[("header2", &p("LKjIP 2023")), ("footer1", &p("Halaman 1"))],
    );
    let source = read(&file, "a.docx");
    assert_eq!(short(&source), ["p isi", "r LKjIP 2023", "r Halaman 1"]);
    assert_eq!(passage(&source, 1).place(0).part, Part::Header(2));
    assert_eq!(passage(&source, 2).place(0).part, Part::Footer(1));
}
