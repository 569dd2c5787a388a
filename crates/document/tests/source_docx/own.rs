//! What our own writer wrote comes back with the same words.

use document::docx::write_docx;
use document::source::read::read;
use document::source::{Piece, Source};
use document::*;

use crate::sample;

fn words(source: &Source) -> String {
    let mut all = String::new();
    for piece in &source.pieces {
        match piece {
            Piece::Grid(grid) => grid.cells.iter().for_each(|cell| {
                all.push_str(&cell.passage.text);
                all.push('\n');
            }),
            other => {
                all.push_str(&other.passage().unwrap().text);
                all.push('\n');
            }
        }
    }
    all
}

/// Words without what a line or a cell does to the white space between them.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_heading_paragraph_cell_and_formula_of_a_report_comes_back() {
    let document = sample::report();
    let source = read(&write_docx(&document).unwrap(), "lkjip.docx");
    assert!(!source.is_refused());
    let all = squeezed(&words(&source));
    let headings: Vec<String> = source
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Heading { level, passage } => Some(format!("{level} {}", passage.text)),
            _ => None,
        })
        .collect();
    let mut missing = Vec::new();
    let mut look = |words: String| {
        let words = squeezed(&words);
        if !all.contains(&words) {
            missing.push(words);
        }
    };
    walk(&document.blocks, &mut |block| match block {
        Block::Heading(heading) => {
            let number = heading.number.clone().unwrap_or_default();
            let whole = format!("{number} {}", plain_text(&heading.content));
            if heading.listed {
                let line = format!("{} {}", heading.level, squeezed(&whole));
                assert!(
                    headings.iter().any(|known| squeezed(known) == line),
                    "{line} not in {headings:?}"
                );
            }
            look(whole);
        }
        Block::Paragraph(paragraph) if !has_reference(&paragraph.content) => {
            look(plain_text(&paragraph.content));
        }
        Block::Table(table) => {
            for row in table.head.iter().chain(&table.body) {
                for cell in &row.cells {
                    look(plain_text(&cell.content));
                }
            }
        }
        _ => {}
    });
    assert!(missing.is_empty(), "{missing:#?}\n---\n{all}");
    let formulas = source
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Formula(_)))
        .count();
    assert!(formulas > 0);
}

/// References and notes are printed with words that the paragraph itself does not hold.
fn has_reference(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Reference(_) | Inline::Footnote(_) => true,
        Inline::Strong(inner) | Inline::Emphasis(inner) => has_reference(inner),
        _ => false,
    })
}
