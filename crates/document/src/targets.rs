//! Where references lead: settled once a document, for every writer of markup alike.

use std::collections::BTreeMap;

#[cfg(any(feature = "docx", feature = "html"))]
use crate::tree::Inline;
use crate::tree::{Block, Document, Numbers, plain_text, walk};

/// A place that references can point to, by its number in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Heading(u32),
    Table(u32),
    Figure(u32),
}

/// A place and the words that name it in a sentence ("Tabel 4", "BAB III").
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) place: Place,
    pub(crate) words: String,
}

/// The places of a document by anchor.
pub(crate) struct Targets(BTreeMap<String, Target>);

impl Targets {
    pub(crate) fn of(document: &Document) -> Self {
        let mut targets = BTreeMap::new();
        let mut headings = 0;
        walk(&document.blocks, &mut |block| {
            if let Block::Heading(heading) = block {
                headings += 1;
                if let Some(anchor) = &heading.anchor {
                    let words = match &heading.number {
                        Some(number) => number.trim_end_matches('.').to_owned(),
                        None => plain_text(&heading.content),
                    };
                    targets.insert(
                        anchor.clone(),
                        Target {
                            place: Place::Heading(headings),
                            words,
                        },
                    );
                }
            }
        });
        let numbers = Numbers::of(document);
        let figures = numbers
            .figures
            .into_iter()
            .map(|(anchor, number)| (anchor, Place::Figure(number), "Gambar", number));
        let tables = numbers
            .tables
            .into_iter()
            .map(|(anchor, number)| (anchor, Place::Table(number), "Tabel", number));
        for (anchor, place, label, number) in figures.chain(tables) {
            targets.insert(
                anchor,
                Target {
                    place,
                    words: format!("{label} {number}"),
                },
            );
        }
        Self(targets)
    }

    pub(crate) fn get(&self, anchor: &str) -> Option<&Target> {
        self.0.get(anchor)
    }

    /// Bare words with references resolved, for lists whose lines are links themselves.
    #[cfg(any(feature = "docx", feature = "html"))]
    pub(crate) fn words(&self, content: &[Inline]) -> String {
        content
            .iter()
            .map(|inline| match inline {
                Inline::Reference(anchor) => self
                    .get(anchor)
                    .map_or_else(|| unknown(anchor), |target| target.words.clone()),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.words(inner),
                other => plain_text(std::slice::from_ref(other)),
            })
            .collect()
    }
}

/// What stands in place of a reference that leads nowhere.
pub(crate) fn unknown(anchor: &str) -> String {
    format!("rujukan tidak dikenal: {anchor}")
}
