//! A paragraph of the body as the marks of comments see it: its letters, and the places between them.

use std::ops::Range;

use crate::source::read::docx::{MathTag, Spot, Step, Tag, Walk};

/// What stands between two letters where a mark shall be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Seam {
    /// Nothing but the borders of runs.
    Between,
    /// A run that must be split between two of its elements.
    Run(usize),
    /// A run that must be split within the letters of one element, which is given by its start tag.
    Text(usize, Range<usize>),
}

/// A run.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) open: Range<usize>,
    /// Its properties, to be repeated where it is split.
    pub(super) properties: Range<usize>,
    close: Range<usize>,
    /// Its letters: first and one past the last.
    atoms: Range<usize>,
}

/// One or more letters in a row.
#[derive(Debug, Clone)]
struct Atom {
    columns: Range<u32>,
    /// Bytes of the letters, or of the sign.
    bytes: Range<usize>,
    home: Home,
}

#[derive(Debug, Clone)]
enum Home {
    /// Letters of a text element of a run.
    Text { run: usize, start: Range<usize> },
    /// A sign of a run.
    Sign { run: usize },
    /// Something within a run that cannot be split.
    Locked { run: usize },
    /// A formula, which cannot be split.
    Math(usize),
}

/// A paragraph while it is walked through, and after.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) line: u32,
    /// Start tag.
    pub(super) open: Range<usize>,
    /// Whether it has no content at all, so that one tag opens and closes it.
    pub(super) closed: bool,
    /// Where its content begins.
    pub(super) inner: usize,
    pub(super) runs: Vec<Run>,
    atoms: Vec<Atom>,
    formulas: Vec<Range<usize>>,
    /// Paragraphs of text boxes that hang on it.
    pub(super) boxes: Vec<u32>,
    open_runs: Vec<usize>,
    text: Range<usize>,
    properties: usize,
}

impl Paragraph {
    pub(super) fn new(line: u32, open: Range<usize>, closed: bool) -> Self {
        Self {
            line,
            inner: open.end,
            open,
            closed,
            ..Self::default()
        }
    }

    /// Takes a step within the paragraph itself.
    pub(super) fn step(&mut self, step: &Step<'_>, walk: &Walk<'_>) {
        let span = walk.span();
        let parent = walk.around().last().copied();
        match step {
            Step::Open(Tag::R, _) => {
                self.open_runs.push(self.runs.len());
                self.runs.push(Run {
                    properties: span.end..span.end,
                    open: span,
                    close: 0..0,
                    atoms: self.atoms.len()..self.atoms.len(),
                });
            }
            Step::Close(Tag::R) => {
                let end = self.atoms.len();
                if let Some(run) = self.open_runs.pop().and_then(|at| self.runs.get_mut(at)) {
                    run.close = span;
                    run.atoms.end = end;
                }
            }
            Step::Open(Tag::RPr, _) if parent == Some(Tag::R) => self.properties = span.start,
            Step::Close(Tag::RPr) if parent == Some(Tag::R) => {
                let properties = self.properties..span.end;
                let letters = self.atoms.len();
                if let Some(run) = self.run().and_then(|at| self.runs.get_mut(at))
                    && run.atoms.start == letters
                {
                    run.properties = properties;
                }
            }
            Step::Close(Tag::PPr) if parent == Some(Tag::P) => self.inner = span.end,
            Step::Open(Tag::T, _) => self.text = span,
            Step::Open(Tag::Math(MathTag::Paragraph | MathTag::Whole), _) if !in_math(walk) => {
                self.formulas.push(span.start..span.end);
            }
            Step::Close(Tag::Math(MathTag::Paragraph | MathTag::Whole)) if !in_math(walk) => {
                if let Some(formula) = self.formulas.last_mut() {
                    formula.end = span.end;
                }
            }
            Step::Text(text, spot) => {
                let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                // What one reference stands for is one letter and not to be cut.
                let home = match (self.run(), walk.around()) {
                    (_, _) if in_math(walk) => Home::Math(self.formulas.len().saturating_sub(1)),
                    (Some(run), [.., Tag::R, Tag::T]) => Home::Text {
                        run,
                        start: self.text.clone(),
                    },
                    (Some(run), _) => Home::Locked { run },
                    (None, _) => return,
                };
                self.atom(*spot, length, span, home);
            }
            Step::Glyph(_, spot) => {
                let home = match (self.run(), walk.around()) {
                    (Some(run), [.., Tag::R]) => Home::Sign { run },
                    (Some(run), _) => Home::Locked { run },
                    (None, _) => return,
                };
                self.atom(*spot, 1, span, home);
            }
            _ => {}
        }
    }

    fn run(&self) -> Option<usize> {
        self.open_runs.last().copied()
    }

    fn atom(&mut self, spot: Spot, length: u32, bytes: Range<usize>, home: Home) {
        self.atoms.push(Atom {
            columns: spot.column..spot.column.saturating_add(length),
            bytes,
            home,
        });
    }

    /// The letters of a range, kept within the paragraph; none where it has no letters.
    pub(super) fn within(&self, columns: &Range<u32>) -> Option<Range<u32>> {
        let first = self.atoms.first()?.columns.start;
        let last = self.atoms.last()?.columns.end;
        if columns.is_empty() {
            return Some(first..last);
        }
        let start = columns
            .start
            .clamp(first, last.saturating_sub(1).max(first));
        let end = columns
            .end
            .clamp(start.saturating_add(1), last.max(start.saturating_add(1)));
        Some(start..end)
    }

    /// Where a mark before the letter of a column stands.
    pub(super) fn before(&self, xml: &str, column: u32) -> Option<(usize, Seam)> {
        let at = self
            .atoms
            .partition_point(|atom| atom.columns.end <= column);
        let atom = self.atoms.get(at)?;
        let skipped = column.saturating_sub(atom.columns.start);
        if skipped > 0
            && let Home::Text { run, start } = &atom.home
            && let Some(offset) = offset(xml, &atom.bytes, skipped)
        {
            return Some((atom.bytes.start + offset, Seam::Text(*run, start.clone())));
        }
        Some(self.before_atom(at, atom))
    }

    fn before_atom(&self, at: usize, atom: &Atom) -> (usize, Seam) {
        let (Home::Text { run, .. } | Home::Sign { run } | Home::Locked { run }) = &atom.home
        else {
            let Home::Math(formula) = atom.home else {
                return (self.inner, Seam::Between);
            };
            let start = self
                .formulas
                .get(formula)
                .map_or(self.inner, |span| span.start);
            return (start, Seam::Between);
        };
        let whole = self.runs.get(*run).cloned().unwrap_or_default();
        match &atom.home {
            _ if whole.atoms.start == at => (whole.open.start, Seam::Between),
            Home::Text { start, .. } if start.end == atom.bytes.start => {
                (start.start, Seam::Run(*run))
            }
            Home::Text { start, .. } => (atom.bytes.start, Seam::Text(*run, start.clone())),
            Home::Sign { .. } => (atom.bytes.start, Seam::Run(*run)),
            Home::Locked { .. } | Home::Math(_) => (whole.open.start, Seam::Between),
        }
    }

    /// Where a mark behind the letter before a column stands.
    pub(super) fn behind(&self, xml: &str, column: u32) -> Option<(usize, Seam)> {
        let last = column.saturating_sub(1);
        let at = self.atoms.partition_point(|atom| atom.columns.end <= last);
        let atom = self.atoms.get(at)?;
        let run = match &atom.home {
            Home::Math(formula) => {
                let end = self
                    .formulas
                    .get(*formula)
                    .map_or(self.inner, |span| span.end);
                return Some((end, Seam::Between));
            }
            Home::Text { run, .. } | Home::Sign { run } | Home::Locked { run } => *run,
        };
        let whole = self.runs.get(run)?;
        let ends_run = column >= atom.columns.end && at + 1 >= whole.atoms.end;
        if ends_run || matches!(atom.home, Home::Locked { .. }) {
            return Some((whole.close.end, Seam::Between));
        }
        match self.before(xml, column)? {
            // What follows cannot be split, so the mark comes behind all of it.
            (offset, _) if offset < atom.bytes.start => Some((whole.close.end, Seam::Between)),
            found => Some(found),
        }
    }
}

fn in_math(walk: &Walk<'_>) -> bool {
    walk.around()
        .iter()
        .any(|tag| matches!(tag, Tag::Math(MathTag::Paragraph | MathTag::Whole)))
}

/// Bytes of the first letters of a stretch that holds letters as they are.
fn offset(xml: &str, bytes: &Range<usize>, letters: u32) -> Option<usize> {
    let letters = usize::try_from(letters).ok()?;
    let text = xml.get(bytes.clone())?;
    // A section of unparsed letters has a frame of its own; it is left whole.
    if text.starts_with("<![CDATA[") {
        return None;
    }
    text.char_indices().nth(letters).map(|(at, _)| at)
}
