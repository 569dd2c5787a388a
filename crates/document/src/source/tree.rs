//! Our own tree as a source, so that a report we are about to issue goes through the same eyes as any other.

mod latex;

use super::layout::Layout;
use super::{Format, Passage, Piece, Place, Source};
use crate::tree::{
    Block, Cover, Document, Figure, Image, Inline, List, Marker, Numbers, Picture, Row, Table,
};

pub use latex::to_latex;

impl From<&Document> for Source {
    fn from(document: &Document) -> Self {
        let mut walk = Walk {
            pieces: Vec::new(),
            numbers: Numbers::of(document),
            tables: 0,
            figures: 0,
            footnotes: 0,
        };
        for line in [&document.meta.running_head, &document.meta.running_foot] {
            walk.words(line, Piece::Running);
        }
        match &document.cover {
            Some(cover) => walk.cover(cover),
            None => walk.words(&document.meta.title, |passage| Piece::Heading {
                level: 1,
                passage,
            }),
        }
        walk.blocks(&document.blocks, 0);
        Self {
            format: Format::Tree,
            pieces: walk.pieces,
            ..Self::default()
        }
    }
}

struct Walk {
    pieces: Vec<Piece>,
    numbers: Numbers,
    tables: u32,
    figures: u32,
    footnotes: u32,
}

impl Walk {
    /// The place of the piece to come.
    fn place(&self) -> Place {
        let ordinal = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
        Place::new(ordinal.saturating_add(1), 1)
    }

    fn words(&mut self, words: &str, piece: impl FnOnce(Passage) -> Piece) {
        let words = words.trim();
        if !words.is_empty() {
            let passage = Passage::new(words, self.place());
            self.pieces.push(piece(passage));
        }
    }

    fn content(&mut self, content: &[Inline], piece: impl FnOnce(Passage) -> Piece) {
        let mut notes = Vec::new();
        let words = self.text(content, ' ', &mut notes);
        self.words(&words, piece);
        self.footnotes(notes);
    }

    fn footnotes(&mut self, notes: Vec<String>) {
        for words in notes {
            self.footnotes += 1;
            let mark = self.footnotes.to_string();
            self.words(&words, |passage| Piece::Footnote { mark, passage });
        }
    }

    /// The words of a run; those of its footnotes apart.
    fn text(&self, content: &[Inline], line_break: char, notes: &mut Vec<String>) -> String {
        let mut text = String::new();
        for inline in content {
            match inline {
                Inline::Text(words) => text.push_str(words),
                Inline::Value { text: words, .. } | Inline::Gap { text: words, .. } => {
                    text.push_str(words);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => {
                    text.push_str(&self.text(inner, line_break, notes));
                }
                Inline::Reference(anchor) => {
                    text.push_str(&self.numbers.reference(anchor).unwrap_or_default());
                }
                Inline::Footnote(inner) => {
                    let words = self.text(inner, ' ', &mut Vec::new());
                    notes.push(words);
                    let before = usize::try_from(self.footnotes).unwrap_or(usize::MAX);
                    text.push_str(&raised(before.saturating_add(notes.len())));
                }
                Inline::Break => text.push(line_break),
            }
        }
        text
    }

    fn cover(&mut self, cover: &Cover) {
        if let Some(crest) = &cover.crest {
            self.picture(&crest.alt);
        }
        self.words(&cover.above.join(" "), Piece::Paragraph);
        self.words(&cover.title.join(" "), |passage| Piece::Heading {
            level: 1,
            passage,
        });
        self.words(&cover.period, Piece::Paragraph);
        if let Some(Picture { alt, .. }) = &cover.photo {
            self.picture(alt);
        }
        self.words(&cover.body.join(" "), Piece::Paragraph);
        for line in &cover.foot {
            self.words(line, Piece::Paragraph);
        }
    }

    fn picture(&mut self, alt: &str) {
        self.words(alt, Piece::Picture);
    }

    fn blocks(&mut self, blocks: &[Block], depth: u8) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let mut content: Vec<Inline> = heading
                        .number
                        .iter()
                        .map(|number| Inline::Text(format!("{number} ")))
                        .collect();
                    content.extend(heading.content.iter().cloned());
                    let level = heading.level.clamp(1, 6);
                    self.content(&content, |passage| Piece::Heading { level, passage });
                }
                Block::Paragraph(paragraph) => self.content(&paragraph.content, Piece::Paragraph),
                Block::List(list) => self.list(list, depth),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::Formula(formula) => self.words(&to_latex(&formula.math), Piece::Formula),
                Block::Callout(callout) => {
                    self.words(&callout.title, Piece::Paragraph);
                    self.blocks(&callout.blocks, depth);
                }
                Block::Columns(columns) => {
                    for column in columns {
                        self.blocks(&column.blocks, depth);
                    }
                }
                // Generated lists repeat the headings and captions, which are read where they stand.
                Block::Contents(_) | Block::PageBreak | Block::Section(_) | Block::Space(_) => {}
            }
        }
    }

    fn list(&mut self, list: &List, depth: u8) {
        for (item, ordinal) in list.items.iter().zip(1u32..) {
            let marker = match list.marker {
                Marker::Bullet => "-".to_owned(),
                Marker::Decimal => format!("{ordinal}."),
                Marker::Letter => format!("{}.", letters(ordinal)),
            };
            let mut rest = item.as_slice();
            if let Some((Block::Paragraph(paragraph), after)) = item.split_first() {
                self.content(&paragraph.content, |passage| Piece::Item {
                    marker,
                    depth,
                    passage,
                });
                rest = after;
            }
            self.blocks(rest, depth.saturating_add(1));
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(words) = &table.caption {
            self.tables += 1;
            let mut caption = vec![Inline::Text(format!("Tabel {}. ", self.tables))];
            caption.extend(words.iter().cloned());
            self.content(&caption, Piece::Paragraph);
        }
        let mut place = self.place();
        let mut notes = Vec::new();
        // Cells share the line of their piece, so their columns go on from cell to cell.
        let mut passage = |text: String| {
            let passage = Passage::new(text.trim(), place);
            let width = u32::try_from(passage.text.chars().count()).unwrap_or(u32::MAX);
            place.column = place.column.saturating_add(width).saturating_add(1);
            passage
        };
        let mut layout = Layout::default();
        for Row { cells, .. } in table.head.iter().chain(&table.body) {
            layout.row();
            for cell in cells {
                let words = passage(self.text(&cell.content, '\n', &mut notes));
                layout.cell(cell.colspan.into(), cell.rowspan.into(), words);
            }
        }
        let grid = layout.finish(table.head.len());
        self.pieces.push(Piece::Grid(grid));
        if let Some(source) = &table.source {
            self.content(source, Piece::Paragraph);
        }
        self.footnotes(notes);
    }

    fn figure(&mut self, figure: &Figure) {
        self.figures += u32::from(!figure.is_bare());
        let alt = match &figure.image {
            Image::Picture(picture) if figure.alt.is_empty() => &picture.alt,
            _ => &figure.alt,
        };
        self.picture(alt);
        if figure.is_bare() {
            return;
        }
        let mut caption = vec![Inline::Text(format!("Gambar {}. ", self.figures))];
        caption.extend(figure.caption.iter().cloned());
        self.content(&caption, Piece::Paragraph);
        if let Some(source) = &figure.source {
            self.content(source, Piece::Paragraph);
        }
    }
}

/// A number as the mark of a footnote.
pub(super) fn raised(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    let digits = digits.bytes().map(|digit| usize::from(digit - b'0'));
    digits.filter_map(|digit| RAISED.get(digit)).collect()
}

/// a, b, ..., z, aa, ab, ...
pub(super) fn letters(ordinal: u32) -> String {
    let mut rest = ordinal;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'a' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
