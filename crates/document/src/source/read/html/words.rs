//! Characters between tags.

use crate::source::read::build::{Builder, right};
use crate::source::read::spots::Spots;
use crate::source::read::text::{entity, superscript};
use crate::source::{Passage, Piece, Place};

/// Adds a stretch of the file that begins at a byte: white space as one space, entities as their characters.
pub(super) fn push(
    words: &mut Builder,
    raw: &str,
    from: usize,
    spots: &mut Spots<'_>,
    raised: bool,
) {
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest
            .find(|c: char| c == '&' || c.is_whitespace() || (raised && c.is_ascii_digit()))
            .unwrap_or(rest.len());
        if plain > 0 {
            let place = spots.place(from + at);
            words.push(rest.get(..plain).unwrap_or_default(), place);
            at += plain;
            continue;
        }
        let Some(character) = rest.chars().next() else {
            break;
        };
        let place = spots.place(from + at);
        match entity(rest) {
            Some((length, decoded)) if character == '&' => {
                at += length;
                if decoded.is_whitespace() {
                    words.space(' ', place);
                } else if !is_unseen(decoded) {
                    words.substitute(decoded.encode_utf8(&mut [0; 4]), place);
                }
            }
            _ => {
                at += character.len_utf8();
                if character.is_whitespace() {
                    words.space(' ', place);
                } else if let Some(digit) = superscript(character).filter(|_| raised) {
                    words.substitute(digit.encode_utf8(&mut [0; 4]), place);
                } else {
                    words.push_char(character, place);
                }
            }
        }
    }
}

/// Adds words of one line, their white space as one space.
pub(in crate::source::read) fn collapse(words: &mut Builder, line: &str, place: Place) {
    for (at, character) in line.chars().enumerate() {
        if character.is_whitespace() {
            words.space(' ', right(place, at));
        } else if !is_unseen(character) {
            words.push_char(character, right(place, at));
        }
    }
}

fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{feff}'
    )
}

/// A paragraph, or a formula where all of it stands between the marks of one.
pub(in crate::source::read) fn paragraph(passage: Passage) -> Piece {
    for (open, close) in [("$$", "$$"), ("\\[", "\\]")] {
        let inner = passage
            .text
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .filter(|inner| !inner.contains(open) && !inner.trim().is_empty());
        if let Some(inner) = inner {
            let start = open.len() + inner.len() - inner.trim_start().len();
            let mut formula = crate::source::read::build::tail(&passage, start);
            formula.text.truncate(inner.trim().len());
            let length = formula.text.len();
            formula.origins.retain(|origin| origin.start < length);
            return Piece::Formula(formula);
        }
    }
    Piece::Paragraph(passage)
}
