//! Lines of a file, and stretches of them with their place.

use crate::source::Place;
use crate::source::read::build::right;

/// A stretch of one line, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'t> {
    pub(super) text: &'t str,
    pub(super) place: Place,
}

impl<'t> Stretch<'t> {
    /// Both sides of a byte; all on the left where no character begins there.
    pub(super) fn split(self, at: usize) -> (Self, Self) {
        let (left, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let rest = Self {
            text: rest,
            place: right(self.place, left.chars().count()),
        };
        (Self { text: left, ..self }, rest)
    }

    /// Without white space at both ends.
    pub(super) fn trim(self) -> Self {
        let (_, rest) = self.split(self.indent());
        Self {
            text: rest.text.trim_end(),
            ..rest
        }
    }

    /// Bytes of white space at the front.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    /// One past its last character.
    pub(super) fn end(self) -> Place {
        right(self.place, self.text.chars().count())
    }

    /// Its length in characters.
    pub(super) fn width(self) -> usize {
        self.text.chars().count()
    }
}

/// The lines of a file without their ends. A form feed ends a page, and what follows on its line is a stretch too.
///
/// Gives the number of pages as well, where there is a form feed.
pub(super) fn lines(text: &str) -> (Vec<Stretch<'_>>, Option<u32>) {
    let paged = text.contains('\u{c}');
    let mut page = 1u32;
    let mut lines = Vec::new();
    let mut last_written = 1;
    for (number, line) in (1u32..).zip(text.split('\n')) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut column = 1u32;
        for (part, text) in line.split('\u{c}').enumerate() {
            if part > 0 {
                page = page.saturating_add(1);
                column = column.saturating_add(1);
            }
            let stretch = Stretch {
                text,
                place: Place {
                    page: paged.then_some(page),
                    ..Place::new(number, column)
                },
            };
            if !stretch.is_blank() {
                last_written = page;
            }
            column = stretch.end().column;
            lines.push(stretch);
        }
    }
    (lines, paged.then_some(last_written))
}
