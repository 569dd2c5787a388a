//! What the PDF writer promises.

#![cfg(feature = "pdf")]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::sample::{long_table, sample};
use common::{HOSTILE, heading, paragraph};
use document::chart::{Chart, TreeNode};
use document::math::Math;
use document::pdf::{PdfOptions, write_pdf};
use document::*;

fn pdf(document: &Document) -> Vec<u8> {
    write_pdf(document, &PdfOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Keeps a file for the readers below, and for people who want to look at it.
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the temporary directory can be written");
    path
}

/// Runs a PDF reader of poppler-utils and returns what it prints.
fn read(tool: &str, args: &[&str], path: &Path) -> String {
    let mut command = Command::new(tool);
    // Options stand before the file, the "-" for standard output behind it.
    let output = command
        .args(args.iter().filter(|arg| **arg != "-"))
        .arg(path)
        .args(args.iter().filter(|arg| **arg == "-"))
        .output()
        .unwrap_or_else(|error| {
            panic!("this test needs `{tool}` (package poppler-utils): {error}")
        });
    assert!(
        output.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a PDF, with all white space made single.
fn words(path: &Path) -> String {
    read("pdftotext", &["-"], path)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_kind_of_block_reaches_the_page_and_the_bytes_repeat() {
    let document = sample();
    let bytes = pdf(&document);
    let path = kept("sample.pdf", &bytes);
    assert!(
        bytes == pdf(&document),
        "the same document gave other bytes"
    );

    let text = words(&path);
    for expected in [
        "KATA PENGANTAR",
        "BAB I",
        "PENDAHULUAN",
        "Latar belakang",
        "3,93",
        "belum tersedia",
        "butir dalam kedua",
        "Tabel 1. Pagu dan realisasi anggaran menurut jenis belanja",
        "4.250.581.000",
        "Jumlah",
        "97,29",
        "Gambar 1. Indeks bulanan dan jumlah responden",
        "Rincian anggaran tersaji pada Tabel 1 dan tren pada Gambar 1",
        "lihat juga BAB I",
        "Peraturan Presiden Nomor 29 Tahun 2014.",
        "Bulan di bawah batas minimum",
        "Capaian",
        "Sumber: OM-SPAN",
        "Halaman terakhir.",
    ] {
        assert!(text.contains(expected), "the PDF lacks {expected:?}");
    }
    let attached = read("pdfdetach", &["-list"], &path);
    assert!(attached.contains("fakta.json"), "{attached}");
    let info = read("pdfinfo", &[], &path);
    assert!(
        info.contains("Tagged:          yes") && info.contains("2024"),
        "{info}"
    );
}

#[test]
fn the_archival_standards_are_declared() {
    let bytes = pdf(&sample());
    let raw = String::from_utf8_lossy(&bytes);
    assert!(
        raw.contains("<pdfaid:part>3</pdfaid:part>")
            && raw.contains("<pdfuaid:part>1</pdfuaid:part>")
    );
}

#[test]
fn a_document_without_a_date_is_accessible_but_not_archival() {
    let mut document = sample();
    document.meta.date = None;
    let bytes = pdf(&document);
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("<pdfuaid:part>1</pdfuaid:part>") && !raw.contains("pdfaid:part"));
    assert!(!raw.contains("CreationDate"), "a date was invented");
}

#[test]
fn bookmarks_page_numbers_and_fonts_are_those_of_the_report() {
    let path = kept("outline.pdf", &pdf(&sample()));
    let outline = read("pdftohtml", &["-xml", "-stdout", "-i"], &path);
    for expected in ["BAB I Pendahuluan", "A. Latar belakang", "Kata Pengantar"] {
        assert!(
            outline.contains(&format!(">{expected}<")),
            "no bookmark {expected:?}"
        );
    }

    let text = read("pdftotext", &["-layout", "-"], &path);
    let foot = |words: &str| {
        let page = text
            .split('\u{c}')
            .find(|page| page.contains(words))
            .expect("the page is there");
        page.split_whitespace().last().map(str::to_owned)
    };
    assert_eq!(foot("Puji syukur").as_deref(), Some("i"));
    assert_eq!(foot("Penyelenggaraan").as_deref(), Some("1"));

    let fonts = read("pdffonts", &[], &path);
    let fonts: Vec<_> = fonts.lines().skip(2).collect();
    assert!(
        fonts.len() >= 4
            && fonts
                .iter()
                .all(|font| font.contains("TeXGyre") && font.contains(" yes yes ")),
        "{fonts:?}"
    );
}

#[test]
fn words_of_the_document_are_never_run_as_code() {
    let mut document = Document::default();
    document.meta.title = HOSTILE.join(" ");
    document.meta.running_head = HOSTILE[0].to_owned();
    document.meta.watermark = Some("#strong[x]".to_owned());
    document.blocks = HOSTILE.iter().map(|words| paragraph(words)).collect();
    document
        .blocks
        .extend(HOSTILE.iter().map(|words| heading(2, Some("#1"), words)));
    let text = words(&kept("hostile.pdf", &pdf(&document)));
    // A long address is cut at its signs, and the reader shows the cut as white space.
    let bare = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
            .collect::<String>()
    };
    for expected in HOSTILE {
        assert!(
            bare(&text).contains(&bare(expected)),
            "the PDF lacks {expected:?}"
        );
    }
}

#[test]
fn no_word_leaves_the_margins() {
    // The watermark lies across the whole page and is none of the words.
    let mut document = Document {
        cover: None,
        ..sample()
    };
    document.meta.watermark = None;
    let path = kept("margins.pdf", &pdf(&document));
    let boxes = read("pdftotext", &["-bbox", "-"], &path);
    let number = |line: &str, name: &str| -> f64 {
        let rest = line
            .split(&format!("{name}=\""))
            .nth(1)
            .expect("poppler names the box");
        rest.split('"')
            .next()
            .and_then(|number| number.parse().ok())
            .expect("a number")
    };
    // 25 mm at the right, 30 mm at the left, less a hair for rounding and hanging marks.
    let (left, right) = (84.0, 68.0);
    let (mut width, mut seen) = (0.0, 0);
    for line in boxes.lines() {
        if line.contains("<page ") {
            width = number(line, "width");
        }
        if line.contains("<word ") {
            let inside = number(line, "xMin") >= left && number(line, "xMax") <= width - right;
            assert!(inside, "outside the margins of a page {width} wide: {line}");
            seen += 1;
        }
    }
    assert!(seen > 300, "only {seen} words seen");
}

#[test]
fn an_empty_document_is_one_empty_page() {
    let path = kept("empty.pdf", &pdf(&Document::default()));
    assert!(read("pdfinfo", &[], &path).contains("Pages:           1"));
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let document = Document {
        blocks: vec![long_table(300)],
        ..Document::default()
    };
    let path = kept("long.pdf", &pdf(&document));
    let pages = read("pdftotext", &["-layout", "-"], &path);
    let pages: Vec<_> = pages
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert!(pages.len() > 5, "{} pages", pages.len());
    assert!(pages.iter().all(|page| page.contains("Biaya (Rp)")));
    assert!(
        pages
            .last()
            .is_some_and(|page| page.contains("300.000.000"))
    );
}

#[test]
fn a_character_without_a_glyph_is_named_in_place() {
    let document = Document {
        blocks: vec![paragraph("nama \u{4e2d} dan \u{1f600}")],
        ..Document::default()
    };
    let text = words(&kept("glyphs.pdf", &pdf(&document)));
    assert!(text.contains("nama [U+4E2D] dan [U+1F600]"), "{text}");
}

#[test]
fn odd_documents_are_written_too() {
    let odd_math = Math::Row(vec![
        Math::Row(vec![]),
        Math::Operator(String::new()),
        Math::Operator("\u{301}".into()),
        Math::Operator("=>".into()),
        Math::Fraction(Box::new(Math::Row(vec![])), Box::new(Math::Lines(vec![]))),
        Math::Group(Box::new(Math::Words("$ # \\".into()))),
        Math::Indexed(String::new(), "\"".into()),
    ]);
    let spans = Row::new(vec![
        Cell::text("a").across(7).down(9),
        Cell::text("sel berlebih"),
        Cell::text("c"),
    ]);
    let inside = vec![
        Block::PageBreak,
        Block::Section(Section::default()),
        heading(1, None, "Bab di dalam"),
        long_table(3),
        Block::Contents(ContentsKind::Headings),
    ];
    let list = List {
        marker: Marker::Decimal,
        items: vec![vec![], inside.clone()],
    };
    let blocks = vec![
        heading(4, None, "Judul yang melompat"),
        Block::Table(Table::default()),
        Block::Table(Table {
            caption: Some(vec![]),
            head: vec![spans.clone()],
            ..Table::default()
        }),
        Block::Table(Table {
            columns: vec![common::column(0, Align::Left)],
            body: vec![spans, Row::default()],
            ..Table::default()
        }),
        Block::List(List::default()),
        Block::List(list),
        Block::Columns(vec![]),
        Block::Columns(vec![Column {
            width: 0,
            blocks: inside,
        }]),
        Block::Formula(Formula {
            math: odd_math,
            alt: String::new(),
        }),
        Block::Figure(Figure {
            anchor: None,
            caption: vec![],
            image: Image::Chart(Chart::Tree(TreeNode {
                title: "\u{4e2d}".into(),
                note: String::new(),
                children: vec![],
            })),
            alt: String::new(),
            source: Some(vec![]),
        }),
        Block::Paragraph(Paragraph::body(vec![
            Inline::Reference("tidak-ada".into()),
            Inline::Break,
        ])),
        Block::Callout(Callout {
            kind: CalloutKind::Note,
            title: String::new(),
            blocks: vec![],
        }),
        Block::Section(Section {
            numbering: PageNumbering::None,
            restart: true,
            landscape: true,
        }),
        Block::PageBreak,
        Block::Space(0),
    ];
    let attachment = Attachment {
        name: "../../etc/x".into(),
        ..Attachment::default()
    };
    let document = Document {
        blocks,
        cover: Some(Cover::default()),
        meta: Meta {
            watermark: Some(String::new()),
            date: Some(jiff::civil::date(2024, 2, 29)),
            ..Meta::default()
        },
        attachments: vec![attachment.clone(), attachment],
        ..Document::default()
    };
    let text = words(&kept("odd.pdf", &pdf(&document)));
    for expected in [
        "sel berlebih",
        "rujukan tidak dikenal: tidak-ada",
        "Judul yang melompat",
        "[U+4E2D]",
    ] {
        assert!(text.contains(expected), "the PDF lacks {expected:?}");
    }
}

#[test]
fn a_picture_that_is_none_is_an_error_with_a_reason() {
    let picture = Picture {
        bytes: b"bukan gambar".to_vec(),
        ..Picture::default()
    };
    let cover = Cover {
        crest: Some(picture),
        ..Cover::default()
    };
    let document = Document {
        cover: Some(cover),
        ..Document::default()
    };
    let error = write_pdf(&document, &PdfOptions::default()).expect_err("no picture");
    assert!(
        error.to_string().starts_with("PDF tidak dapat disusun: "),
        "{error}"
    );
}

#[test]
fn a_cover_without_crest_keeps_its_words_on_one_page() {
    let mut document = sample();
    let cover = document.cover.as_mut().expect("the sample has a cover");
    cover.crest = None;
    document.blocks.clear();
    document.meta.watermark = None;
    let path = kept("cover.pdf", &pdf(&document));
    assert!(read("pdfinfo", &[], &path).contains("Pages:           1"));
    let text = words(&path);
    for expected in [
        "DIREKTORAT JENDERAL IMIGRASI",
        "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "2023",
        "kanim@contoh.go.id",
    ] {
        assert!(text.contains(expected), "the cover lacks {expected:?}");
    }

    let photo = Picture {
        bytes: common::png(160, 90, [120, 140, 160]),
        alt: "Gedung".into(),
        ..Picture::default()
    };
    document.cover = sample().cover.map(|cover| Cover {
        photo: Some(photo),
        ..cover
    });
    let path = kept("cover-photo.pdf", &pdf(&document));
    assert!(read("pdfinfo", &[], &path).contains("Pages:           1"));
}

#[test]
fn documents_are_written_side_by_side() {
    let one = Document {
        blocks: vec![paragraph("satu")],
        ..Document::default()
    };
    let alone = pdf(&one);
    let together: Vec<_> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..3).map(|_| scope.spawn(|| pdf(&one))).collect();
        handles
            .into_iter()
            .map(|handle| handle.join().expect("no panic"))
            .collect()
    });
    assert!(together.iter().all(|bytes| *bytes == alone));
}
