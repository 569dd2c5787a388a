//! Files that are broken or mean harm: a note, never a panic.

use std::io::Write;

use document::pdf::{PdfOptions, write_pdf};
use document::source::Source;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::common::sample::sample;
use super::drawn::{assemble, file};
use super::pdf;

fn is_noted(source: &Source) -> bool {
    !source.notes.is_empty() && source.notes.iter().all(|note| !note.text.is_empty())
}

fn packed(bytes: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        encoder.write_all(&chunk).expect("memory can be written");
    }
    encoder.finish().expect("memory can be written")
}

/// A page whose content is given packed.
fn with_packed_content(data: &[u8]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
        .to_vec();
    out.extend(
        format!(
            "4 0 obj<</Filter/FlateDecode/Length {}>>stream\n",
            data.len()
        )
        .bytes(),
    );
    out.extend(data);
    out.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    out
}

#[test]
fn rubbish_behind_the_header_is_refused() {
    for rubbish in [
        &b"%PDF-1.7\n"[..],
        b"%PDF-",
        b"%PDF-1.7\n\x00\xFF\x13 obj stream endstream",
        b"",
    ] {
        let source = pdf(rubbish);
        assert!(source.is_refused() && is_noted(&source));
    }
}

#[test]
fn a_file_that_breaks_off_gives_what_came_before_or_a_note() {
    let bytes = write_pdf(&sample(), &PdfOptions::default()).expect("the sample can be written");
    for part in 1..12 {
        let source = pdf(&bytes[..bytes.len() * part / 12]);
        assert!(!source.pieces.is_empty() || is_noted(&source));
    }
}

#[test]
fn arrays_in_arrays_without_end_are_refused_or_passed_over() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let object = assemble(&["<</Type/Catalog/Pages 2 0 R>>".to_owned(), deep.clone()]);
    assert!(pdf(&object).is_refused());
    let kids = assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids {deep}>>"),
    ]);
    assert!(pdf(&kids).is_refused());
    let dicts = "<</A".repeat(200_000);
    assert!(is_noted(&pdf(&assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        dicts
    ]))));
    let content = format!("{deep} TJ");
    assert!(is_noted(&pdf(&file(&[&content]))));
}

#[test]
fn a_tree_of_pages_that_holds_itself_is_refused() {
    let itself = assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R/Count 9>>".to_owned(),
    ]);
    assert!(pdf(&itself).is_refused());
}

#[test]
fn a_long_chain_of_page_trees_does_not_exhaust_the_stack() {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    for n in 0..20_000 {
        objects.push(format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", n + 3));
    }
    assert!(pdf(&assemble(&objects)).is_refused());
}

#[test]
fn a_stream_that_swells_is_not_unpacked() {
    let bomb = with_packed_content(&packed(256 << 20));
    assert!(bomb.len() < 4 << 20);
    assert!(is_noted(&pdf(&bomb)));
}

#[test]
fn a_table_of_objects_that_swells_is_refused() {
    let data = packed(300 << 20);
    let mut out = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".to_vec();
    out.extend(
        format!(
            "3 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {}>>stream\n",
            data.len()
        )
        .bytes(),
    );
    out.extend(data);
    out.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    assert!(pdf(&out).is_refused());
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let run = "/X Do ".repeat(50);
    let form = format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 4 0 R>>>>/Length {}>>stream\n{run}\nendstream",
        run.len()
    );
    let source = pdf(&assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>".to_owned(),
        form,
        "<</Length 5>>stream\n/X Do\nendstream".to_owned(),
    ]));
    assert!(is_noted(&source));
}

#[test]
fn a_page_of_countless_lines_is_a_drawing() {
    let mut content = String::new();
    for n in 0..6_000 {
        content.push_str(&format!("{n} 0 m {n} 800 l S 0 {n} m 500 {n} l S\n"));
    }
    content.push_str("BT /F 11 Tf 72 700 Td (Capaian 120,92%) Tj ET");
    assert_eq!(
        super::paragraphs(&pdf(&file(&[&content]))),
        ["Capaian 120,92%"]
    );
}

#[test]
fn a_scanned_file_says_how_to_mend_it() {
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nA\nendstream";
    let content = "q 595 0 0 842 0 0 cm /X Do Q";
    let source = pdf(&assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>".to_owned(),
        picture.to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ]));
    assert!(source.is_refused());
    assert!(source.notes[0].text.contains("OCR"));
}

#[test]
fn a_locked_file_is_refused_with_what_to_do() {
    let source = pdf(include_bytes!("berkas/terkunci.pdf"));
    assert!(source.is_refused());
    assert!(source.notes[0].text.contains("kata sandi"));
}

#[test]
fn numbers_beyond_all_bounds_do_no_harm() {
    let content = "BT /F 1e30 Tf 1e30 1e30 Td (A) Tj -1e30 0 0 1e-30 0 0 Tm (B) Tj ET \
        1e30 0 0 1e30 0 0 cm 1e30 1e30 1e30 1e30 re S 0 0 m 1e30 0 l S BT /F 99999999999999 Tf 0 0 Td (C) Tj ET";
    let source = pdf(&file(&[content]));
    assert!(!source.pieces.is_empty() || is_noted(&source));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_damaged_file_gives_pieces_or_a_note(at in 0_usize..1_000, with in proptest::collection::vec(any::<u8>(), 0..40)) {
        let whole = file(&["BT /F 11 Tf 72 700 Td (Capaian 120,92%) Tj ET 72 600 200 40 re S", "q Q"]);
        let at = at % whole.len();
        let mut bytes = whole[..at].to_vec();
        bytes.extend(&with);
        bytes.extend(&whole[(at + with.len()).min(whole.len())..]);
        let source = pdf(&bytes);
        prop_assert!(!source.pieces.is_empty() || is_noted(&source));
    }

    #[test]
    fn any_content_gives_pieces_or_a_note(content in "[ -~]{0,300}") {
        let source = pdf(&file(&[&content]));
        prop_assert!(!source.pieces.is_empty() || is_noted(&source));
    }
}
