//! Builds a [`Passage`] stretch by stretch.

use crate::source::{Origin, Passage, Place};

/// A passage in the making. Stretches that follow each other in the file share an origin.
#[derive(Debug, Clone, Default)]
pub(super) struct Builder {
    passage: Passage,
    /// One past the last character in the file, where the last stretch is the file's own.
    end: Option<Place>,
}

impl Builder {
    /// Adds words that stand in the file as they are, each character in its own column.
    pub(super) fn push(&mut self, text: &str, place: Place) {
        if text.is_empty() {
            return;
        }
        if self.end == Some(place) {
            self.passage.text.push_str(text);
        } else {
            self.passage.push(text, place);
        }
        self.end = Some(right(place, text.chars().count()));
    }

    /// Adds a character that stands in its column of the file.
    pub(super) fn push_char(&mut self, character: char, place: Place) {
        self.push(character.encode_utf8(&mut [0; 4]), place);
    }

    /// Adds words for which the file has something else at `place` (an entity, a ligature).
    pub(super) fn substitute(&mut self, text: &str, place: Place) {
        for character in text.chars() {
            self.passage.push(character.encode_utf8(&mut [0; 4]), place);
        }
        self.end = None;
    }

    /// Adds a space between words that stand apart in the file, unless there is one or nothing stands before it.
    pub(super) fn space(&mut self, character: char, place: Place) {
        match self.passage.text.chars().next_back() {
            None => {}
            // A line break outdoes the space before it.
            Some(' ') if character == '\n' => {
                self.passage.text.pop();
                self.passage.text.push(character);
            }
            Some(last) if last.is_whitespace() => {}
            Some(_) => self.push_char(character, place),
        }
    }

    /// The passage, without white space at its end.
    pub(super) fn finish(self) -> Passage {
        let mut passage = self.passage;
        let length = passage.text.trim_end().len();
        passage.text.truncate(length);
        let kept = passage
            .origins
            .partition_point(|origin| origin.start < length.max(1));
        passage.origins.truncate(kept);
        passage
    }
}

/// The place some characters to the right.
pub(super) fn right(place: Place, characters: usize) -> Place {
    Place {
        column: place
            .column
            .saturating_add(u32::try_from(characters).unwrap_or(u32::MAX)),
        ..place
    }
}

/// A passage without its first bytes.
pub(super) fn tail(passage: &Passage, from: usize) -> Passage {
    let text = passage.text.get(from..).unwrap_or_default().to_owned();
    let mut origins = vec![Origin {
        start: 0,
        place: passage.place(from),
    }];
    let later = passage.origins.iter().filter(|origin| origin.start > from);
    origins.extend(later.map(|origin| Origin {
        start: origin.start - from,
        ..*origin
    }));
    Passage { text, origins }
}

/// The first bytes of a passage.
pub(super) fn head(passage: &Passage, to: usize) -> Passage {
    let mut head = passage.clone();
    if head.text.is_char_boundary(to.min(head.text.len())) {
        head.text.truncate(to);
        head.origins.retain(|origin| origin.start < to);
    }
    head
}

/// The characters of a passage with their places.
pub(super) fn letters(passage: &Passage) -> impl Iterator<Item = (char, Place)> + '_ {
    let ends = passage.origins.iter().skip(1).map(|origin| origin.start);
    let stretches = passage
        .origins
        .iter()
        .zip(ends.chain([passage.text.len()]))
        .filter_map(|(origin, end)| Some((passage.text.get(origin.start..end)?, origin.place)));
    stretches.flat_map(|(stretch, place)| {
        stretch
            .chars()
            .enumerate()
            .map(move |(at, character)| (character, right(place, at)))
    })
}
