//! Passages from words: broken lines joined, every letter with its place.

use super::page::{Page, Word};
use super::signs::is_leader;
use crate::source::{Part, Passage, Place};

/// So many letters said twice make a doubled word.
const DOUBLED: usize = 3;

/// Puts a passage together.
#[derive(Debug, Default)]
pub(super) struct Writer {
    passage: Passage,
    /// Where the last word ended: line and column.
    last: Option<(u32, u32)>,
    /// Whether the last word ends in a hyphen that only shows where a line breaks.
    soft: bool,
}

/// The spot of a word.
pub(super) fn place(page: &Page, word: &Word) -> Place {
    Place {
        page: Some(page.number),
        part: Part::Body,
        line: word.line,
        column: word.column,
    }
}

impl Writer {
    /// Adds a word of the same paragraph.
    pub(super) fn word(&mut self, page: &Page, word: &Word) {
        let letters = page.letters(word);
        let count = u32::try_from(letters.chars().count()).unwrap_or(u32::MAX);
        let at = place(page, word);
        match self.last {
            None => self.passage.push(letters, at),
            Some((line, next)) if line == word.line && next <= word.column => {
                let after_tab = self.passage.text.ends_with('\t');
                if is_leader(letters) {
                    // Dots that lead to a page number are a stop of the tabulator.
                    if !after_tab {
                        self.passage.text.push('\t');
                    }
                } else if after_tab {
                    self.passage.push(letters, at);
                } else {
                    match word.column - next {
                        0 => {}
                        _ if word.tabbed => self.passage.text.push('\t'),
                        _ => self.passage.text.push(' '),
                    }
                    if word.column - next <= 1 {
                        self.passage.text.push_str(letters);
                    } else {
                        self.passage.push(letters, at);
                    }
                }
            }
            Some(_) => {
                self.break_line(letters);
                self.passage.push(letters, at);
            }
        }
        self.last = Some((word.line, word.column.saturating_add(count)));
        self.soft = word.soft;
    }

    /// Ends a paragraph inside the passage.
    pub(super) fn line_feed(&mut self) {
        if !self.passage.text.is_empty() {
            self.passage.text.push('\n');
        }
        self.last = None;
    }

    /// Takes a passage up again to go on with it.
    pub(super) fn resume(passage: Passage) -> Self {
        Self {
            passage,
            last: Some((0, u32::MAX)),
            soft: false,
        }
    }

    /// Adds another passage of the same paragraph.
    pub(super) fn append(&mut self, other: &Passage) {
        self.break_line(&other.text);
        let offset = self.passage.text.len();
        self.passage.text.push_str(&other.text);
        self.passage
            .origins
            .extend(other.origins.iter().map(|origin| crate::source::Origin {
                start: origin.start + offset,
                ..*origin
            }));
    }

    /// What stands between the end of a line and the next: nothing after a word that was cut, else a space.
    fn break_line(&mut self, next: &str) {
        let text = &mut self.passage.text;
        if self.soft || text.is_empty() || text.ends_with(['\n', ' ', '\t']) {
            return;
        }
        let Some(cut) = text.strip_suffix(['-', '\u{AD}', '\u{2010}']) else {
            text.push(' ');
            return;
        };
        let left = cut
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let right: String = next
            .chars()
            .take_while(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        if left.is_empty() || right.is_empty() {
            // A dash between two things, or a sign before a number.
            if cut.ends_with(char::is_whitespace) {
                text.push(' ');
            }
            return;
        }
        // A word said twice keeps its hyphen: "undang-undang", "masing-masing", "perundang-undangan".
        let doubled = left
            .char_indices()
            .map(|(at, _)| left.get(at..).unwrap_or_default())
            .any(|core| core.chars().count() >= DOUBLED && right.starts_with(core));
        let lower = next.chars().next().is_some_and(char::is_lowercase);
        if lower && !doubled {
            let keep = cut.len();
            text.truncate(keep);
        }
    }

    pub(super) fn finish(self) -> Passage {
        self.passage
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::source::{Passage, Place};

    fn joined(left: &str, right: &str) -> String {
        let mut writer = Writer::resume(Passage::new(left, Place::new(1, 1)));
        writer.append(&Passage::new(right, Place::new(2, 1)));
        writer.finish().text
    }

    #[test]
    fn a_cut_word_is_joined_and_a_doubled_word_keeps_its_hyphen() {
        assert_eq!(joined("kinerja pe-", "layanan"), "kinerja pelayanan");
        assert_eq!(joined("Undang-", "Undang"), "Undang-Undang");
        assert_eq!(joined("perundang-", "undangan"), "perundang-undangan");
        assert_eq!(joined("tahun 2022 -", "2023"), "tahun 2022 - 2023");
        assert_eq!(joined("sebesar", "3,93"), "sebesar 3,93");
    }
}
