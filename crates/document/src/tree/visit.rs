//! Walks through a document: every block in reading order, and the running numbers.

use std::collections::BTreeMap;

use super::{Block, Document};

/// Running numbers of captioned tables and figures, counted once for all writers in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Anchor to number, for tables.
    pub tables: BTreeMap<String, u32>,
    /// Anchor to number, for figures.
    pub figures: BTreeMap<String, u32>,
}

impl Numbers {
    /// Counts the captioned tables and figures of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut numbers = Self::default();
        let (mut tables, mut figures) = (0, 0);
        walk(&document.blocks, &mut |block| match block {
            Block::Table(table) if table.caption.is_some() => {
                tables += 1;
                if let Some(anchor) = &table.anchor {
                    numbers.tables.insert(anchor.clone(), tables);
                }
            }
            Block::Figure(figure) if !figure.is_bare() => {
                figures += 1;
                if let Some(anchor) = &figure.anchor {
                    numbers.figures.insert(anchor.clone(), figures);
                }
            }
            _ => {}
        });
        numbers
    }

    /// The words of a reference ("Tabel 4"), or none for an anchor that the document lacks.
    #[must_use]
    pub fn reference(&self, anchor: &str) -> Option<String> {
        if let Some(number) = self.tables.get(anchor) {
            return Some(format!("Tabel {number}"));
        }
        self.figures
            .get(anchor)
            .map(|number| format!("Gambar {number}"))
    }
}

/// Visits every block in reading order, those inside lists, columns and callouts too.
pub fn walk<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List(list) => list.items.iter().for_each(|item| walk(item, visit)),
            Block::Columns(columns) => columns
                .iter()
                .for_each(|column| walk(&column.blocks, visit)),
            Block::Callout(callout) => walk(&callout.blocks, visit),
            _ => {}
        }
    }
}
