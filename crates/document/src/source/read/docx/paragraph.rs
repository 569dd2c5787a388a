//! A paragraph while it is read.

use quick_xml::events::BytesStart;

use super::build::{Context, Found, marked};
use super::headings;
use super::math::Formula;
use super::styles::level_of;
use super::symbols;
use super::walk::Spot;
use super::words::Words;
use super::xml::{Tag, attribute};
use crate::source::{Part, Passage, Piece, Place};

/// A drawing while it is read.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    said: String,
    /// Whether it holds a picture, a chart or a diagram; other drawings are lines and frames.
    shows: bool,
}

impl Drawn {
    pub(super) fn look(&mut self, tag: Tag, start: &BytesStart<'_>) {
        match tag {
            Tag::DocPr if self.said.is_empty() => {
                self.said = attribute(start, "descr")
                    .filter(|said| !said.trim().is_empty())
                    .or_else(|| attribute(start, "title"))
                    .unwrap_or_default();
            }
            Tag::ImageData => {
                self.shows = true;
                if self.said.is_empty() {
                    self.said = attribute(start, "title").unwrap_or_default();
                }
            }
            Tag::Pic | Tag::Chart | Tag::Diagram => self.shows = true,
            _ => {}
        }
    }
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) line: u32,
    /// Column after the last letter.
    pub(super) column: u32,
    in_cell: bool,
    words: Words,
    pub(super) style: Option<String>,
    pub(super) outline: Option<u32>,
    pub(super) list: Option<u32>,
    pub(super) level: Option<u8>,
    pub(super) centred: bool,
    pub(super) ends_section: bool,
    /// Whether some letters are bold by their run, some are not, and some are as the style says.
    runs: (bool, bool, bool),
    /// The formula that is open, and whether it has a line of its own.
    pub(super) formula: Option<(Formula, bool)>,
    /// Formulas as LaTeX, and whether each has a line of its own.
    formulas: Vec<(Passage, bool)>,
    /// Whether there are letters beside formulas.
    talks: bool,
    pub(super) drawn: Vec<Drawn>,
    /// What is told after the paragraph.
    pub(super) after: Vec<Found>,
}

impl Paragraph {
    pub(super) fn new(line: u32, in_cell: bool) -> Self {
        Self {
            line,
            column: 1,
            in_cell,
            ..Self::default()
        }
    }

    /// Letters of a run or of a formula.
    pub(super) fn text(&mut self, text: &str, place: Place, spot: Spot) {
        let length = super::words::count(text);
        self.column = place.column.saturating_add(length);
        let formula = self.formula.as_mut().map(|(formula, _)| formula);
        let plain = symbols::plain(text, spot.raised && formula.is_none());
        if formula.is_none() && !plain.trim().is_empty() {
            match spot.bold {
                Some(true) => self.runs.0 = true,
                Some(false) => self.runs.1 = true,
                None => self.runs.2 = true,
            }
            // A full stop or the number of an equation is no sentence around a formula.
            self.talks |= plain.chars().any(char::is_alphabetic);
        }
        let mut push = |stretch: &str, place: Place| match self.formula.as_mut() {
            Some((formula, _)) => formula.text(stretch, place),
            None => self.words.push(stretch, place),
        };
        if plain.is_ascii() || !plain.chars().any(symbols::invisible) {
            push(&plain, place);
            return;
        }
        let mut here = place;
        for stretch in plain.split_inclusive(symbols::invisible) {
            push(stretch.trim_end_matches(symbols::invisible), here);
            here.column = here.column.saturating_add(super::words::count(stretch));
        }
    }

    /// A sign that stands for one letter.
    pub(super) fn sign(&mut self, text: &str, place: Place) {
        self.column = place.column.saturating_add(1);
        self.words.push(text, place);
    }

    /// Words that the file does not hold as letters.
    pub(super) fn made(&mut self, text: &str, place: Place) {
        self.talks = true;
        self.words.push_made(text, place);
    }

    pub(super) fn end_formula(&mut self, part: Part) {
        let Some((formula, block)) = self.formula.take() else {
            return;
        };
        let (latex, plain) = formula.done(self.line, part);
        if latex.is_blank() {
            return;
        }
        if self.in_cell || !block {
            self.words.append(plain);
        }
        self.formulas.push((latex, block));
    }

    pub(super) fn end_drawn(&mut self, page: Option<u32>, part: Part) {
        let Some(drawn) = self.drawn.pop().filter(|drawn| drawn.shows) else {
            return;
        };
        let place = Place {
            page,
            part,
            line: self.line,
            column: self.column,
        };
        let passage = Passage::new(drawn.said.trim(), place);
        self.after.push(Found::from(Piece::Picture(passage)));
    }

    /// The paragraph as a piece, and what is told after it.
    pub(super) fn done(
        mut self,
        part: Part,
        page: Option<u32>,
        context: &mut Context,
    ) -> Vec<Found> {
        self.end_formula(part);
        let look = context.styles.look(self.style.as_deref());
        let mark = match (self.list, look.list) {
            (Some(0), _) | (None, Some(0) | None) => None,
            (Some(list), _) => context
                .numbering
                .mark(list, Some(self.level.unwrap_or(0)), None),
            (None, Some(list)) => {
                context
                    .numbering
                    .mark(list, self.level.or(look.level), self.style.as_deref())
            }
        };
        let heading = match self.outline {
            Some(outline) if !look.listed => level_of(outline),
            _ => look.heading,
        };
        let bold = match self.runs {
            (_, true, _) => false,
            (_, _, true) => look.bold,
            (bold, _, false) => bold,
        };
        let mut all = Vec::new();
        let alone = !self.talks && !self.formulas.is_empty() && !self.in_cell;
        let passage = if alone {
            Passage::default()
        } else {
            self.words.done(self.line, part, page)
        };
        for (latex, block) in self.formulas {
            if alone || (block && !self.in_cell) {
                all.push(Found::from(Piece::Formula(latex)));
            }
        }
        if !alone {
            let found = match (heading, mark) {
                (Some(level), mark) if !self.in_cell && !passage.is_blank() => {
                    let mut passage =
                        marked(&mark.map(|mark| mark.text).unwrap_or_default(), passage);
                    passage.text = passage.text.replace(['\n', '\t'], " ");
                    Found::from(Piece::Heading { level, passage })
                }
                (_, Some(mark)) => Found {
                    maybe: (!mark.bullet && !look.listed)
                        .then(|| headings::numbered(&mark.text, &passage.text, bold))
                        .flatten(),
                    piece: Piece::Item {
                        marker: mark.text,
                        depth: mark.depth,
                        passage,
                    },
                },
                _ => Found {
                    maybe: (!look.listed)
                        .then(|| headings::plain(&passage.text, bold, self.centred))
                        .flatten(),
                    piece: Piece::Paragraph(passage),
                },
            };
            // A formula on a line of its own stands behind the words that lead to it.
            all.insert(0, found);
        }
        all.append(&mut self.after);
        all
    }
}
