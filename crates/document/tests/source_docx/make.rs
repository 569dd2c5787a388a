//! Word files built part by part, and what is read of them in short.

use std::io::{Cursor, Write};

use document::source::read::read;
use document::source::{Grid, Passage, Piece, Source};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Namespaces that Word declares on the root of every part.
pub fn namespaces() -> String {
    format!(
        "xmlns:w=\"{W}\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    )
}

/// A ZIP of parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A part with its root.
pub fn part(root: &str, inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{root} {}>{inner}</w:{root}>",
        namespaces()
    )
}

/// A Word file with a body and further parts, each named by its kind ("styles", "header1").
pub fn docx_with(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let mut relations = String::new();
    let mut owned = Vec::new();
    for (name, inner) in others {
        let kind = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let root = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            other => other,
        };
        owned.push((format!("word/{name}.xml"), part(root, inner)));
        relations.push_str(&format!(
            "<Relationship Id=\"r{name}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{name}.xml\"/>"
        ));
    }
    let rels = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let top = rels(
        "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    );
    let relations = rels(&relations);
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let mut parts = vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", top.as_str()),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", relations.as_str()),
    ];
    parts.extend(
        owned
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_str())),
    );
    zip(&parts)
}

/// A Word file with nothing but a body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A paragraph of one run.
pub fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// A paragraph of a style.
pub fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A cell.
pub fn tc(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
}

/// A body read.
pub fn source(body: &str) -> Source {
    read(&docx(body), "laporan.docx")
}

/// Each piece in a line.
pub fn short(source: &Source) -> Vec<String> {
    source.pieces.iter().map(line).collect()
}

/// A body read, each piece in a line.
pub fn lines(body: &str) -> Vec<String> {
    short(&source(body))
}

/// A piece in a line.
pub fn line(piece: &Piece) -> String {
    match piece {
        Piece::Heading { level, passage } => format!("h{level} {}", passage.text),
        Piece::Paragraph(passage) => format!("p {}", passage.text),
        Piece::Item {
            marker,
            depth,
            passage,
        } => format!("i{depth} {marker} | {}", passage.text),
        Piece::Grid(grid) => format!("grid {}", cells(grid)),
        Piece::Formula(passage) => format!("f {}", passage.text),
        Piece::Footnote { mark, passage } => format!("n{mark} {}", passage.text),
        Piece::Running(passage) => format!("r {}", passage.text),
        Piece::Picture(passage) => format!("pic {}", passage.text),
    }
}

/// Cells of a table: row, column, spans where they are not 1, words.
fn cells(grid: &Grid) -> String {
    let cell = |cell: &document::source::GridCell| {
        let spans = if (cell.colspan, cell.rowspan) == (1, 1) {
            String::new()
        } else {
            format!("[{}x{}]", cell.rowspan, cell.colspan)
        };
        format!("{},{}{spans}={}", cell.row, cell.column, cell.passage.text)
    };
    let cells: Vec<String> = grid.cells.iter().map(cell).collect();
    format!(
        "{}x{} head {}: {}",
        grid.rows,
        grid.columns,
        grid.head_rows,
        cells.join("; ")
    )
}

/// Line and column of the first appearance of `words`.
pub fn at(passage: &Passage, words: &str) -> (u32, u32) {
    let place = passage.place(passage.text.find(words).unwrap());
    (place.line, place.column)
}

/// The passage of a piece.
pub fn passage(source: &Source, index: usize) -> &Passage {
    source.pieces[index].passage().unwrap()
}
