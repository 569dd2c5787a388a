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
            *self = Self::new(self.text);
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
