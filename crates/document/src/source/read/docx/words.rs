//! Words while they are read, each stretch with its place.

use crate::source::{Origin, Part, Passage, Place};

/// A passage that grows.
#[derive(Debug, Default)]
pub(super) struct Words {
    passage: Passage,
    /// Where the next character would stand if it went on from the last.
    next: Option<Place>,
}

impl Words {
    /// Adds a stretch of the file that begins at `place`; white space at the very start is left out.
    pub(super) fn push(&mut self, text: &str, mut place: Place) {
        let mut text = text;
        if self.passage.text.is_empty() {
            let kept = text.trim_start();
            let cut = text.len() - kept.len();
            place.column = place.column.saturating_add(count(&text[..cut]));
            text = kept;
        }
        if text.is_empty() {
            return;
        }
        if self.next == Some(place) {
            self.passage.text.push_str(text);
        } else {
            self.passage.push(text, place);
        }
        place.column = place.column.saturating_add(count(text));
        self.next = Some(place);
    }

    /// Adds words that the file does not hold there (a number, a mark), at the place of their neighbour.
    pub(super) fn push_made(&mut self, text: &str, place: Place) {
        self.passage.push(text, place);
        self.next = None;
    }

    /// Adds a passage.
    pub(super) fn append(&mut self, other: Passage) {
        let shift = self.passage.text.len();
        self.passage
            .origins
            .extend(other.origins.into_iter().map(|origin| Origin {
                start: origin.start + shift,
                ..origin
            }));
        self.passage.text.push_str(&other.text);
        self.next = None;
    }

    pub(super) fn text(&self) -> &str {
        &self.passage.text
    }

    pub(super) fn len(&self) -> usize {
        self.passage.text.len()
    }

    /// Forgets everything from the byte `at` on.
    pub(super) fn truncate(&mut self, at: usize) {
        self.passage.text.truncate(at);
        let kept = self
            .passage
            .origins
            .partition_point(|origin| origin.start < at);
        self.passage.origins.truncate(kept);
        self.next = None;
    }

    /// Puts words of ours at the byte `at`, at the place of what follows them.
    pub(super) fn insert(&mut self, at: usize, text: &str) {
        let place = self.passage.place(at);
        self.passage.text.insert_str(at, text);
        let from = self
            .passage
            .origins
            .partition_point(|origin| origin.start < at);
        for origin in self.passage.origins.iter_mut().skip(from) {
            origin.start += text.len();
        }
        let goes_on = self
            .passage
            .origins
            .get(from)
            .is_some_and(|origin| origin.start == at + text.len());
        self.passage
            .origins
            .insert(from, Origin { start: at, place });
        if !goes_on && at + text.len() < self.passage.text.len() {
            self.passage.origins.insert(
                from + 1,
                Origin {
                    start: at + text.len(),
                    place,
                },
            );
        }
    }

    /// The passage as it stands.
    pub(super) fn whole(self) -> Passage {
        self.passage
    }

    /// The passage without white space at its end; an empty one still says where it would stand.
    pub(super) fn done(mut self, line: u32, part: Part, page: Option<u32>) -> Passage {
        let end = self.passage.text.trim_end().len();
        self.passage.text.truncate(end);
        let kept = self
            .passage
            .origins
            .partition_point(|origin| origin.start < end);
        self.passage.origins.truncate(kept);
        if self.passage.origins.is_empty() {
            self.passage.origins.push(Origin {
                start: 0,
                place: Place {
                    page,
                    part,
                    line,
                    column: 1,
                },
            });
        }
        self.passage
    }
}

/// The number of characters.
pub(super) fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// Paragraphs one under another.
pub(super) fn join(passages: Vec<Passage>) -> Passage {
    let mut whole = Passage::default();
    let mut first = None;
    for passage in passages {
        first = first.or_else(|| passage.origins.first().copied());
        if passage.is_blank() {
            continue;
        }
        if !whole.text.is_empty() {
            whole.text.push('\n');
        }
        let shift = whole.text.len();
        whole
            .origins
            .extend(passage.origins.into_iter().map(|origin| Origin {
                start: origin.start + shift,
                ..origin
            }));
        whole.text.push_str(&passage.text);
    }
    if whole.origins.is_empty() {
        whole.origins.extend(first);
    }
    whole
}

/// A passage without its first bytes.
pub(super) fn without_start(passage: &Passage, cut: usize) -> Passage {
    let place = passage.place(cut);
    let mut rest = Passage {
        text: passage.text.get(cut..).unwrap_or_default().to_owned(),
        origins: vec![Origin { start: 0, place }],
    };
    rest.origins.extend(
        passage
            .origins
            .iter()
            .filter(|origin| origin.start > cut)
            .map(|origin| Origin {
                start: origin.start - cut,
                ..*origin
            }),
    );
    rest
}
