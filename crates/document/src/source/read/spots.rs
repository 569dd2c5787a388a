//! From bytes of a file to lines and columns.

use crate::source::Place;

/// Walks through a file; asking for spots in their order costs no more than reading the file once.
#[derive(Debug)]
pub(super) struct Spots<'t> {
    text: &'t str,
    at: usize,
    place: Place,
}

impl<'t> Spots<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            place: Place::new(1, 1),
        }
    }

    /// The place of a byte.
    pub(super) fn place(&mut self, at: usize) -> Place {
        if at < self.at {
            let between = self.text.get(at..self.at).unwrap_or_default();
            let lines = between.bytes().filter(|byte| *byte == b'\n').count();
            let lines = u32::try_from(lines).unwrap_or(u32::MAX);
            let before = self.text.get(..at).unwrap_or_default();
            self.at = before.rfind('\n').map_or(0, |end| end + 1);
            self.place = Place::new(self.place.line.saturating_sub(lines).max(1), 1);
        }
        for character in self.text.get(self.at..at).unwrap_or_default().chars() {
            if character == '\n' {
                self.place = Place::new(self.place.line.saturating_add(1), 1);
            } else {
                self.place.column = self.place.column.saturating_add(1);
            }
        }
        self.at = at;
        self.place
    }
}
