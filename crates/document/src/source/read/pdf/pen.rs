//! Letters as they are shown, put together to words.

use std::rc::Rc;

use super::page::{Frame, Page, Unit, Word};

/// A hyphen that shows only where a line is broken.
const SOFT: char = '\u{AD}';
/// Words of one page.
const MAX_WORDS: usize = 200_000;
/// Letters of one page, in bytes.
const MAX_LETTERS: usize = 4 << 20;
/// Pictures of one page.
const MAX_PICTURES: usize = 500;

/// Puts a page together.
pub(super) struct Pen {
    pub(super) page: Page,
    /// Whether the last word still grows.
    open: bool,
}

/// A letter that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) x: Unit,
    pub(super) end: Unit,
    pub(super) y: Unit,
    pub(super) size: Unit,
    pub(super) bold: bool,
    pub(super) running: bool,
    /// Quarters clockwise from upright; 4 for askew.
    pub(super) direction: usize,
}

impl Pen {
    pub(super) fn new(number: u32, width: Unit, height: Unit) -> Self {
        Self {
            page: Page {
                number,
                width,
                height,
                ..Page::default()
            },
            open: false,
        }
    }

    pub(super) fn picture(&mut self, frame: Frame) {
        if self.page.pictures.len() < MAX_PICTURES {
            self.page.pictures.push(frame);
        }
    }

    /// Adds a letter; `text` is none where the file does not say what it is.
    pub(super) fn put(&mut self, shown: Shown, text: Option<Rc<str>>) {
        let unknown = text.is_none();
        let text = text.as_deref().unwrap_or("\u{FFFD}");
        if text.trim().is_empty() {
            // A replacement is given once, with the first letter; the others carry the word on.
            if text.is_empty() {
                self.stretch(&shown);
            } else {
                self.open = false;
            }
            return;
        }
        // Where a whole word is given at once, the places at which it may be broken are no letters of it.
        let bare;
        let text = if text.len() > SOFT.len_utf8() && text.contains(SOFT) {
            bare = text.replace(SOFT, "");
            bare.as_str()
        } else {
            text
        };
        if text == "\u{AD}" {
            if let Some(word) = self.beside(&shown) {
                word.soft = true;
            }
            return;
        }
        let page = &mut self.page;
        if let Some(count) = page.directions.get_mut(shown.direction) {
            *count += 1;
        }
        if shown.direction != 0 {
            page.turned += 1;
            return;
        }
        let (wide, high) = (page.width, page.height);
        if shown.end < 0 || shown.x > wide || shown.y < 0 || shown.y > high + shown.size {
            return;
        }
        if page.words.len() >= MAX_WORDS || page.text.len() + text.len() > MAX_LETTERS {
            page.cut = true;
            return;
        }
        page.unknown += usize::from(unknown);
        let start = u32::try_from(page.text.len()).unwrap_or(u32::MAX);
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        page.text.push_str(text);
        let goes_on = self.open
            && page.words.last().is_some_and(|word| {
                let gap = shown.x - word.end;
                (word.y - shown.y).abs() <= word.size / 20
                    && (word.size - shown.size).abs() <= word.size / 25
                    && word.bold == shown.bold
                    && word.running == shown.running
                    && gap <= word.size / 6
                    && gap >= -word.size / 3
            });
        match page.words.last_mut() {
            Some(word) if goes_on => {
                word.end = word.end.max(shown.end);
                word.length += length;
                word.soft = false;
            }
            _ => page.words.push(Word {
                x: shown.x,
                end: shown.end,
                y: shown.y,
                size: shown.size,
                bold: shown.bold,
                running: shown.running,
                start,
                length,
                ..Word::default()
            }),
        }
        self.open = true;
    }

    fn stretch(&mut self, shown: &Shown) {
        if let Some(word) = self.beside(shown) {
            word.end = word.end.max(shown.end);
        }
    }

    /// The open word, if a letter stands right behind it.
    fn beside(&mut self, shown: &Shown) -> Option<&mut Word> {
        let open = self.open;
        self.page.words.last_mut().filter(|word| {
            open && (word.y - shown.y).abs() <= word.size / 20
                && (shown.x - word.end).abs() <= word.size / 2
        })
    }

    pub(super) fn finish(self) -> Page {
        self.page
    }
}
