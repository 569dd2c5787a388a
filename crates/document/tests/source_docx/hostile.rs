//! Files that mean harm, and files that are something else.

use std::io::{Cursor, Write};

use document::source::read::read;
use document::source::{NoteKind, Source};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::make::*;

#[track_caller]
fn refused(bytes: &[u8], words: &str) {
    let source = read(bytes, "laporan.docx");
    assert!(source.is_refused(), "{:?}", source.notes);
    assert!(source.pieces.is_empty());
    let text = &source.notes[0].text;
    assert!(text.contains(words), "{text}");
}

fn noted(source: &Source, kind: NoteKind, words: &str) -> bool {
    source
        .notes
        .iter()
        .any(|note| note.kind == kind && note.text.contains(words))
}

#[test]
fn old_and_locked_files_are_refused_with_a_way_out() {
    let ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    refused(&ole, "simpan sebagai .docx");
    let locked: Vec<u8> = ole
        .into_iter()
        .chain("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]))
        .collect();
    refused(&locked, "hapus kata sandinya");
    refused(&zip(&[("xl/workbook.xml", "<a/>")]), "Excel");
    refused(&zip(&[("content.xml", "<a/>")]), "OpenDocument");
    refused(&zip(&[("lain.txt", "")]), "tidak memuat dokumen Word");
    refused(b"", "bukan dokumen Word");
    refused(b"PK\x03\x04 terpotong", "terpotong");
}

#[test]
fn a_document_type_is_refused_and_no_entity_is_opened() {
    let xml = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";
    refused(&zip(&[("word/document.xml", xml)]), "deklarasi XML");
    assert_eq!(lines(&p("a &lt; &#98; &tak;")), ["p a < b ?"]);
}

#[test]
fn a_part_that_grows_beyond_measure_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file("word/document.xml", options).unwrap();
    let chunk = vec![b' '; 1024 * 1024];
    for _ in 0..30 {
        writer.write_all(&chunk).unwrap();
    }
    refused(&writer.finish().unwrap().into_inner(), "lebih besar");
}

#[test]
fn a_million_entries_are_refused_before_they_are_listed() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..12_000 {
        writer.start_file(format!("a{at}"), options).unwrap();
    }
    refused(&writer.finish().unwrap().into_inner(), "bagian");
}

#[test]
fn two_parts_of_one_name_are_refused() {
    refused(
        &zip(&[("word/document.xml", "<a/>"), ("Word/Document.xml", "<b/>")]),
        "nama yang sama",
    );
    let mut twice = zip(&[("word/document.xml", "<a/>"), ("word/document.xmk", "<b/>")]);
    let other = b"word/document.xmk";
    while let Some(at) = twice
        .windows(other.len())
        .position(|window| window == other)
    {
        twice[at + other.len() - 1] = b'l';
    }
    refused(&twice, "nama yang sama");
}

#[test]
fn names_that_leave_the_folder_are_passed_over_with_a_note() {
    let document = part("document", &format!("<w:body>{}</w:body>", p("isi")));
    let file = zip(&[
        ("word/document.xml", &document),
        ("../../keluar", "x"),
        ("word/vbaProject.bin", ""),
    ]);
    let source = read(&file, "laporan.docm");
    assert_eq!(short(&source), ["p isi"]);
    assert!(noted(&source, NoteKind::Odd, "nama yang tidak wajar"));
    assert!(noted(&source, NoteKind::Odd, "makro"));
}

#[test]
fn deep_and_broken_files_are_read_as_far_as_they_go() {
    let deep = format!("{}{}", p("awal"), "<w:tbl><w:tr><w:tc>".repeat(5_000));
    let read = source(&deep);
    assert_eq!(short(&read)[0], "p awal");
    assert!(noted(&read, NoteKind::Lost, "terlalu dalam"));
    let broken = source(&format!("{}<w:p><w:r><w:t>putus</w:r>", p("awal")));
    assert_eq!(short(&broken), ["p awal", "p putus"]);
    assert!(noted(&broken, NoteKind::Lost, "paragraf ke-2"));
}

#[test]
fn a_part_of_too_many_elements_is_read_up_to_there() {
    let read = source(&format!("{}{}", p("awal"), "<w:p/>".repeat(1_600_000)));
    assert_eq!(short(&read), ["p awal"]);
    assert!(noted(&read, NoteKind::Lost, "jauh lebih panjang"));
}

#[test]
fn a_formula_beyond_measure_is_cut() {
    let run = format!("<m:r><m:t>{}</m:t></m:r>", "a+".repeat(4_000));
    let body = format!("<w:p><m:oMath>{}</m:oMath></w:p>", run.repeat(500));
    let length = passage(&source(&body), 0).text.len();
    assert!(length < 20_000, "{length}");
}

#[test]
fn a_field_that_never_ends_swallows_nothing_but_its_paragraph() {
    let body = format!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>kode</w:t></w:r></w:p>{}",
        p("isi")
    );
    assert_eq!(lines(&body), ["p isi"]);
}
