//! Comments in somebody else's file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use document::docx::write_docx;
use document::source::comment::{Author, Comment, write_comments};
use document::source::read::read;
use document::source::{Part, Passage, Piece, Source};
use jiff::civil::date;

use crate::make::*;
use crate::sample;

const AUTHOR: Author<'static> = Author {
    name: "Pemeriksa & rekan",
    initials: "P",
    date: Some(date(2024, 1, 5).at(8, 30, 0, 0)),
};

fn remark(line: u32, columns: std::ops::Range<u32>) -> Comment {
    Comment {
        part: Part::Body,
        line,
        columns,
        paragraphs: vec![
            "Tidak cocok <dengan> tabel.".to_owned(),
            "Lihat juga.".to_owned(),
        ],
    }
}

/// The parts of a file, unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn part_of(bytes: &[u8], name: &str) -> String {
    String::from_utf8(parts(bytes).remove(name).unwrap()).unwrap()
}

fn body(bytes: &[u8]) -> String {
    let whole = part_of(bytes, "word/document.xml");
    let (_, rest) = whole.split_once("<w:body>").unwrap();
    rest.split_once("</w:body>").unwrap().0.to_owned()
}

/// The letters between the marks of a comment.
fn marked(body: &str, id: usize) -> String {
    let (_, rest) = body
        .split_once(&format!("<w:commentRangeStart w:id=\"{id}\"/>"))
        .unwrap();
    let (inner, _) = rest
        .split_once(&format!("<w:commentRangeEnd w:id=\"{id}\"/>"))
        .unwrap();
    let mut words = String::new();
    for piece in inner.split('<') {
        if let Some((tag, text)) = piece.split_once('>')
            && (tag == "w:t" || tag.starts_with("w:t ") || tag == "m:t" || tag.starts_with("m:t "))
        {
            words.push_str(text);
        }
    }
    words
}

fn commented(original: &[u8], comments: &[Comment]) -> Vec<u8> {
    write_comments(original, comments, &AUTHOR).unwrap()
}

/// The same words at the same places, whatever is noted about comments.
#[track_caller]
fn same(before: &[u8], after: &[u8]) {
    let (before, after) = (read(before, "a.docx"), read(after, "a.docx"));
    assert_eq!(before.pieces, after.pieces);
}

#[test]
fn a_run_is_split_at_the_letters_and_keeps_its_form() {
    let original =
        docx("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>sebesar 3,95 &amp; naik</w:t></w:r></w:p>");
    let file = commented(&original, &[remark(1, 9..13)]);
    assert_eq!(
        body(&file),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">sebesar </w:t></w:r><w:commentRangeStart w:id=\"0\"/>\
         <w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">3,95</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>\
         <w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> &amp; naik</w:t></w:r></w:p>"
    );
    same(&original, &file);
    let comments = part_of(&file, "word/comments.xml");
    assert!(comments.contains(
        "w:author=\"Pemeriksa &amp; rekan\" w:date=\"2024-01-05T08:30:00Z\" w:initials=\"P\""
    ));
    assert!(comments.contains("Tidak cocok &lt;dengan&gt; tabel.</w:t></w:r></w:p><w:p>"));
    assert!(part_of(&file, "[Content_Types].xml").contains("PartName=\"/word/comments.xml\""));
    assert!(
        part_of(&file, "word/_rels/document.xml.rels")
            .contains("/comments\" Target=\"/word/comments.xml\"")
    );
}

#[test]
fn comments_may_touch_overlap_and_span_runs_and_signs() {
    let original = docx(
        "<w:p><w:r><w:t xml:space=\"preserve\">a &lt; </w:t><w:tab/><w:t>b</w:t></w:r><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink><w:r><w:t>akhir</w:t></w:r></w:p>",
    );
    let comments = [
        remark(1, 3..4),
        remark(1, 5..6),
        remark(1, 6..10),
        remark(1, 1..14),
        remark(1, 13..99),
        remark(1, 0..0),
        remark(1, 3..4),
    ];
    let file = commented(&original, &comments);
    let body = body(&file);
    let words: Vec<String> = (0..comments.len()).map(|id| marked(&body, id)).collect();
    assert_eq!(
        words,
        [
            "&lt;",
            "",
            "btau",
            "a &lt; btautana",
            "akhir",
            "a &lt; btautanakhir",
            "&lt;"
        ]
    );
    same(&original, &file);
}

#[test]
fn what_cannot_be_split_is_marked_whole() {
    let formula = "<m:oMathPara><m:oMath><m:r><m:t>a=95</m:t></m:r></m:oMath></m:oMathPara>";
    let boxed = "<w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent>";
    let original = docx(&format!(
        "<w:p/><w:p>{formula}</w:p><w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p><w:p><w:r><w:t>luar</w:t></w:r><w:r><w:pict>{boxed}</w:pict></w:r></w:p><w:sectPr/>"
    ));
    let comments = [
        remark(1, 0..0),
        remark(2, 3..5),
        remark(3, 1..4),
        remark(5, 1..3),
        remark(77, 1..3),
    ];
    let file = commented(&original, &comments);
    let body = body(&file);
    let bare = |id: u32| {
        format!(
            "<w:commentRangeStart w:id=\"{id}\"/><w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        )
    };
    assert!(
        body.starts_with(&format!("<w:p>{}</w:p>", bare(0))),
        "{body}"
    );
    assert_eq!(marked(&body, 1), "a=95");
    assert!(body.contains(&format!("</w:pPr>{}", bare(2))));
    assert_eq!(marked(&body, 3), "luar");
    // A paragraph that nobody knows stands for the last one.
    assert_eq!(marked(&body, 4), "luar");
    same(&original, &file);
}

#[test]
fn comments_on_notes_stand_at_their_mark_and_older_comments_stay() {
    let body_xml = "<w:p><w:r><w:t>satu</w:t><w:footnoteReference w:id=\"4\"/></w:r><w:commentRangeStart w:id=\"7\"/><w:r><w:t>dua</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>";
    let footnotes = "<w:footnote w:id=\"4\"><w:p><w:r><w:t>catatan</w:t></w:r></w:p></w:footnote>";
    let older = "<w:comment w:id=\"7\" w:author=\"Lama\"><w:p/></w:comment>";
    let original = docx_with(body_xml, &[("footnotes", footnotes), ("comments", older)]);
    let note = Comment {
        part: Part::Footnotes,
        ..remark(1, 1..3)
    };
    let file = commented(&original, &[note, remark(1, 1..5)]);
    let body = body(&file);
    let (_, at_mark) = body
        .split_once("<w:commentRangeStart w:id=\"8\"/>")
        .unwrap();
    assert!(at_mark.starts_with(
        "<w:r><w:footnoteReference w:id=\"4\"/></w:r><w:commentRangeEnd w:id=\"8\"/>"
    ));
    assert_eq!(marked(&body, 9), "satu");
    let comments = part_of(&file, "word/comments.xml");
    assert!(comments.contains(older));
    assert_eq!(comments.matches("<w:comment ").count(), 3);
    assert_eq!(
        part_of(&file, "word/_rels/document.xml.rels"),
        part_of(&original, "word/_rels/document.xml.rels")
    );
    same(&original, &file);
}

/// A comment on each number of a source.
fn each_number(source: &Source) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut of = |passage: &Passage| {
        let bytes = passage.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let length = bytes[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if length > 0 {
                for (from, to) in passage.spans(at..at + length) {
                    comments.push(Comment {
                        part: from.part,
                        ..remark(from.line, from.column..to.column)
                    });
                }
            }
            at += length.max(1);
        }
    };
    for piece in &source.pieces {
        match piece {
            Piece::Grid(grid) => grid.cells.iter().for_each(|cell| of(&cell.passage)),
            other => other.passage().into_iter().for_each(&mut of),
        }
    }
    comments
}

#[test]
fn a_report_with_a_comment_on_each_number_reads_as_before_and_opens_elsewhere() {
    let original = write_docx(&sample::report()).unwrap();
    let comments = each_number(&read(&original, "a.docx"));
    assert!(comments.len() > 100);
    let file = commented(&original, &comments);
    same(&original, &file);
    let (before, mut after) = (parts(&original), parts(&file));
    for name in before.keys().filter(|name| {
        ![
            "word/document.xml",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
        ]
        .contains(&name.as_str())
    }) {
        assert_eq!(before[name], after[name], "{name}");
    }
    let written = after.remove("word/comments.xml").unwrap();
    assert_eq!(
        String::from_utf8(written)
            .unwrap()
            .matches("<w:comment ")
            .count(),
        comments.len()
    );
    // The same call gives the same bytes.
    assert_eq!(file, commented(&original, &comments));

    let folder = std::env::temp_dir().join(format!("komentar-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("komentar.docx");
    std::fs::write(&path, &file).unwrap();
    let out = folder.join("lain");
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("profil").display()
        ))
        .args(["--headless", "--convert-to", "docx", "--outdir"])
        .arg(&out)
        .arg(&path)
        .output()
        .expect("soffice diperlukan (LibreOffice)");
    let again = std::fs::read(out.join("komentar.docx"));
    std::fs::remove_dir_all(&folder).unwrap();
    let again = again.unwrap_or_else(|fault| panic!("{fault}: {run:?}"));
    let kept = part_of(&again, "word/comments.xml")
        .matches("<w:comment ")
        .count();
    // Comments within page heads and the like may fall away, not those of the text.
    assert!(
        kept * 10 >= comments.len() * 9,
        "{kept} of {}",
        comments.len()
    );
}

#[test]
fn without_comments_nothing_changes_and_no_word_file_is_an_error() {
    let original = docx(&p("isi"));
    let file = commented(&original, &[]);
    assert_eq!(parts(&original), parts(&file));
    let fault = write_comments(b"teks", &[], &AUTHOR).unwrap_err();
    assert!(fault.to_string().contains("bukan dokumen Word"));
}
