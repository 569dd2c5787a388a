//! Marked content: what a tagged file says about the words between two marks.

use std::rc::Rc;

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Name, String as Bytes};

use super::face::plain;

/// Marks one inside another beyond this number are taken as one.
const MAX_MARKS: usize = 256;
/// A replacement longer than this is the description of a picture, not the letters of a word.
const MAX_REPLACEMENT: usize = 64;

/// The marks that are open.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    /// Marks opened beyond the limit.
    beyond: usize,
    /// The letters that stand for all that is shown until the mark ends; none once they are given.
    replacement: Option<String>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    running: bool,
    hidden: bool,
    replaced: bool,
}

impl Marks {
    pub(super) fn begin(&mut self, tag: &str, properties: Option<&Dict<'_>>) {
        if self.open.len() >= MAX_MARKS {
            self.beyond += 1;
            return;
        }
        let mut mark = self.open.last().copied().unwrap_or_default();
        let kind = properties.and_then(|properties| properties.get::<Name<'_>>("Type"));
        if tag == "Artifact" {
            match kind.as_deref() {
                Some(b"Pagination") => mark.running = true,
                Some(b"Background") => mark.hidden = true,
                _ => {}
            }
        } else if tag == "Span"
            && !mark.replaced
            && let Some(text) = properties
                .and_then(|properties| properties.get::<Bytes<'_>>("ActualText"))
                .and_then(|text| decode(text.as_bytes()))
        {
            mark.replaced = true;
            self.replacement = Some(text);
        }
        self.open.push(mark);
    }

    pub(super) fn end(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.open.pop();
        }
    }

    pub(super) fn is_running(&self) -> bool {
        self.open.last().is_some_and(|mark| mark.running)
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|mark| mark.hidden)
    }

    /// The letters to take instead of what the font says.
    pub(super) fn replace(&mut self, shown: Option<Rc<str>>) -> Option<Rc<str>> {
        if self.open.last().is_some_and(|mark| mark.replaced) {
            return Some(self.replacement.take().unwrap_or_default().into());
        }
        shown
    }
}

/// A text string of a PDF; none if it is long.
fn decode(bytes: &[u8]) -> Option<String> {
    if bytes.len() > MAX_REPLACEMENT {
        return None;
    }
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> = rest
                .as_chunks::<2>()
                .0
                .iter()
                .map(|pair| u16::from_be_bytes(*pair))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        latin => latin.iter().map(|byte| char::from(*byte)).collect(),
    };
    Some(plain(&text))
}
