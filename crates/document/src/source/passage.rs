//! Words, and where each of them stands in the file.

use std::ops::Range;

/// A run of words as a reader sees it: marks of formatting taken out, broken lines joined with one space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// Where they stand, in order of `start`; from each origin on, one character of the text is one column of the file.
    pub origins: Vec<Origin>,
}

/// From which spot of the file a stretch of text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Byte of [`Passage::text`] where the stretch begins.
    pub start: usize,
    /// Where its first character stands.
    pub place: Place,
}

/// A spot in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// Which part of the file.
    pub part: Part,
    /// Line, from 1; what it counts is said at [`super::Format`].
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Parts of a Word file that hold words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The body, and the only part of other formats.
    #[default]
    Body,
    /// Footnotes and endnotes.
    Footnotes,
    /// A header, by the number of its file.
    Header(u16),
    /// A footer, by the number of its file.
    Footer(u16),
}

impl Place {
    /// A spot in a file without pages and parts.
    #[must_use]
    pub fn new(line: u32, column: u32) -> Self {
        Self {
            line,
            column,
            ..Self::default()
        }
    }
}

impl Passage {
    /// Words that stand in one stretch from `place` on.
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Self {
            text: text.into(),
            origins: vec![Origin { start: 0, place }],
        }
    }

    /// Adds a stretch of words that stands elsewhere in the file.
    pub fn push(&mut self, text: &str, place: Place) {
        if text.is_empty() {
            return;
        }
        self.origins.push(Origin {
            start: self.text.len(),
            place,
        });
        self.text.push_str(text);
    }

    /// Where the byte `at` of the text stands; the end of the text is one past its last character.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let index = self.origins.partition_point(|origin| origin.start <= at);
        let Some(origin) = index.checked_sub(1).and_then(|i| self.origins.get(i)) else {
            return Place::default();
        };
        let walked = self
            .text
            .get(origin.start..at)
            .map_or(0, |stretch| stretch.chars().count());
        Place {
            column: origin
                .place
                .column
                .saturating_add(u32::try_from(walked).unwrap_or(u32::MAX)),
            ..origin.place
        }
    }

    /// The stretches of the file that hold a range of the text: first spot, and one past the last on the same line.
    #[must_use]
    pub fn spans(&self, range: Range<usize>) -> Vec<(Place, Place)> {
        let mut spans: Vec<(Place, Place)> = Vec::new();
        let first = self
            .origins
            .partition_point(|origin| origin.start <= range.start)
            .saturating_sub(1);
        for (i, origin) in self.origins.iter().enumerate().skip(first) {
            if origin.start >= range.end && i > first {
                break;
            }
            let until = self
                .origins
                .get(i + 1)
                .map_or(self.text.len(), |next| next.start);
            let (from, to) = (range.start.max(origin.start), range.end.min(until));
            if from > to || (from == to && !spans.is_empty()) {
                continue;
            }
            let start = self.place(from);
            let width = self
                .text
                .get(from..to)
                .map_or(0, |stretch| stretch.chars().count());
            let end = Place {
                column: start
                    .column
                    .saturating_add(u32::try_from(width).unwrap_or(u32::MAX)),
                ..start
            };
            match spans.last_mut() {
                // Neighbouring runs of one line are one stretch.
                Some((_, last)) if *last == start => *last = end,
                _ => spans.push((start, end)),
            }
        }
        spans
    }

    /// Whether there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Passage, Place};

    #[test]
    fn a_word_across_a_broken_line_stands_in_two_stretches() {
        let mut passage = Passage::new("sebesar", Place::new(3, 10));
        passage.push(" ", Place::new(3, 17));
        passage.push("3,95 indeks", Place::new(4, 1));
        assert_eq!(
            passage.spans(8..12),
            vec![(Place::new(4, 1), Place::new(4, 5))]
        );
        assert_eq!(
            passage.spans(0..12),
            vec![
                (Place::new(3, 10), Place::new(3, 18)),
                (Place::new(4, 1), Place::new(4, 5))
            ]
        );
    }
}
