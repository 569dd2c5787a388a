//! Any bytes are read as a Word file or refused, and a file with comments can be read like the one without.
#![no_main]

use std::io::{Cursor, Write};

use document::source::comment::{Author, Comment, write_comments};
use document::source::read::read;
use document::source::{Piece, Source};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

// Bytes that begin no ZIP are taken as the body of one, so that the fuzzer need not find out about checksums.
fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        packed(bytes)
    };
    let source = read(&file, "laporan.docx");
    let comments = remarks(&source);
    let author = Author {
        name: "Pemeriksa",
        initials: "P",
        date: None,
    };
    if let Ok(commented) = write_comments(&file, &comments, &author) {
        assert_eq!(
            read(&commented, "laporan.docx").is_refused(),
            source.is_refused()
        );
    }
});

fn remarks(source: &Source) -> Vec<Comment> {
    let of = |piece: &Piece| {
        let place = match piece {
            Piece::Grid(grid) => grid.place(),
            other => other.passage()?.place(0),
        };
        Some(Comment {
            part: place.part,
            line: place.line,
            columns: place.column..place.column.saturating_add(3),
            paragraphs: vec!["catatan".to_owned()],
        })
    };
    source.pieces.iter().filter_map(of).collect()
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, content) in [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", body),
    ] {
        writer.start_file(name, options).expect("a name that ZIP accepts");
        writer.write_all(content).expect("memory does not run out");
    }
    writer.finish().expect("memory does not run out").into_inner()
}
