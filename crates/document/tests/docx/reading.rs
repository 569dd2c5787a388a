//! Reads a package back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use document::docx::write_docx;
use document::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::sample;

/// The parts of a package by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            parts.insert(name, String::from_utf8(content).unwrap());
        } else {
            parts.insert(name, String::new());
        }
    }
    parts
}

/// The parts of the sample, whose charts take a while to draw without optimisation.
pub static SAMPLE: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| parts(&write_docx(&sample::report()).unwrap()));

pub fn body_of(document: &Document) -> String {
    parts(&write_docx(document).unwrap())
        .remove("word/document.xml")
        .unwrap()
}

pub fn of_blocks(blocks: Vec<Block>) -> Document {
    Document {
        blocks,
        ..Document::default()
    }
}

/// Every element of a part with its children, for claims about their order.
pub fn children(xml: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, Vec<String>)> = vec![("".to_owned(), vec![])];
    let mut done = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                tag.attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                open.last_mut().unwrap().1.push(name.clone());
                open.push((name, vec![]));
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                tag.attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                open.last_mut().unwrap().1.push(name.clone());
                done.push((name, vec![]));
            }
            Event::End(_) => done.push(open.pop().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element stays open");
    done
}

/// The text of the runs, unescaped, and any text outside them.
pub fn run_text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => inside = tag.name().as_ref() == "w:t",
            Event::End(_) => inside = false,
            Event::Text(words) if inside => text.push_str(&words),
            Event::GeneralRef(reference) if inside => {
                let character = reference.resolve_char_ref().unwrap();
                let known =
                    quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                text.push_str(&character.map(String::from).or(known).unwrap());
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}

pub fn figure(picture: Picture) -> Figure {
    Figure {
        anchor: None,
        caption: sample::text("Kantor"),
        image: Image::Picture(picture),
        alt: "Kantor".to_owned(),
        source: None,
    }
}

/// Whether XML can carry the character at all.
pub fn carried(character: &char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

pub fn values<'x>(xml: &'x str, before: &str) -> Vec<&'x str> {
    xml.split(before)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}
