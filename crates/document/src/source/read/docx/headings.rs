//! Headings of files whose authors used no styles: by their number, their capitals and their weight.

use super::build::{Found, marked};
use super::words::without_start;
use crate::source::{Passage, Piece};

/// Longest heading in characters.
const LONGEST: usize = 120;
/// A file with as many headings by style as this uses styles.
const ENOUGH: usize = 3;

/// The level of the heading that a plain paragraph may be.
pub(super) fn plain(text: &str, bold: bool, centred: bool) -> Option<u8> {
    let text = text.trim();
    if !may_be(text) {
        return None;
    }
    if is_chapter(text) {
        return Some(1);
    }
    if let Some((mark, rest)) = typed_mark(text)
        && let Some(level) = numbered(mark, rest, bold)
    {
        return Some(level);
    }
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = !text.chars().any(char::is_lowercase);
    (capitals && letters >= 4 && (bold || centred)).then_some(1)
}

/// The level of the heading that a numbered paragraph may be: bold words behind "A.", "1.", "a.".
pub(super) fn numbered(mark: &str, text: &str, bold: bool) -> Option<u8> {
    let text = text.trim();
    if is_chapter(mark) {
        return Some(1);
    }
    if !bold || !may_be(text) {
        return None;
    }
    let core = mark.trim_matches(['(', ')', '.']);
    let deep = core.split('.').count();
    match core.chars().next()? {
        // Chapters are told by their word, so that "1.2" stands below a chapter.
        '0'..='9' if deep > 1 => u8::try_from(deep.min(6)).ok(),
        '0'..='9' => Some(3),
        'A'..='Z' => Some(2),
        'a'..='z' => Some(4),
        _ => None,
    }
}

fn may_be(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= LONGEST
        && !text.contains(['\n', '«'])
        && !text.ends_with(['.', ',', ';', ':', '…'])
        // Dots or a tab before a page number make a line of contents.
        && !text.contains("....")
        && !text
            .rsplit_once('\t')
            .is_some_and(|(_, end)| end.chars().all(|letter| letter.is_alphanumeric()))
}

/// "BAB III", with its title or without.
fn is_chapter(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next() == Some("BAB")
        && words.next().is_some_and(|number| {
            let number = number.trim_end_matches(['.', ':']);
            !number.is_empty()
                && (number.bytes().all(|byte| b"IVXLC".contains(&byte))
                    || number.bytes().all(|byte| byte.is_ascii_digit()))
        })
        // A sentence may begin with a chapter; a heading is set in capitals or is short.
        && (!text.chars().any(char::is_lowercase) || text.split_whitespace().count() <= 10)
}

/// A mark that someone typed at the start of a paragraph, and what follows it.
fn typed_mark(text: &str) -> Option<(&str, &str)> {
    let (mark, rest) = text.split_once([' ', '\t'])?;
    let core = mark.strip_suffix(['.', ')'])?;
    let core = core.strip_prefix('(').unwrap_or(core);
    let number = core.split('.').all(|part| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let letter = core.len() == 1 && core.bytes().all(|byte| byte.is_ascii_alphabetic());
    (number || letter).then_some((mark, rest.trim_start()))
}

/// A mark of a list that someone typed; capitals and higher numbers begin sentences and names too often.
fn typed_item(text: &str) -> Option<(&str, &str)> {
    if let Some((mark, rest)) = text.split_once([' ', '\t'])
        && matches!(mark, "-" | "–" | "•" | "▪" | "➢" | "✓" | "○" | "*")
    {
        return Some((mark, rest.trim_start()));
    }
    let (mark, rest) = typed_mark(text)?;
    let core = mark.trim_matches(['(', ')', '.']);
    (!core.contains('.') && !core.bytes().all(|byte| byte.is_ascii_uppercase()))
        .then_some((mark, rest))
}

/// Decides which paragraphs are headings, joins a chapter's number with its title, and finds typed lists.
pub(super) fn settle(found: Vec<Found>) -> Vec<Piece> {
    let styled = found
        .iter()
        .filter(|found| matches!(found.piece, Piece::Heading { .. }))
        .count();
    let mut pieces: Vec<Piece> = Vec::with_capacity(found.len());
    for found in found {
        let piece = match (found.piece, found.maybe) {
            (Piece::Paragraph(mut passage), Some(level)) if styled < ENOUGH => {
                passage.text = passage.text.replace('\t', " ");
                Piece::Heading { level, passage }
            }
            (
                Piece::Item {
                    marker, passage, ..
                },
                Some(level),
            ) if styled < ENOUGH => Piece::Heading {
                level,
                passage: marked(&marker, passage),
            },
            (Piece::Paragraph(passage), _) => listed(passage),
            (piece, _) => piece,
        };
        match (pieces.last_mut(), piece) {
            (
                Some(Piece::Heading {
                    level: 1,
                    passage: chapter,
                }),
                Piece::Heading { level: 1, passage },
            ) if is_bare_chapter(&chapter.text) && !is_chapter(&passage.text) => {
                *chapter = join_title(std::mem::take(chapter), passage);
            }
            (_, piece) => pieces.push(piece),
        }
    }
    pieces
}

/// "BAB III" without a title.
fn is_bare_chapter(text: &str) -> bool {
    is_chapter(text) && text.split_whitespace().count() == 2
}

fn join_title(chapter: Passage, title: Passage) -> Passage {
    let end = chapter.place(chapter.text.len());
    let mut words = super::words::Words::default();
    words.append(chapter);
    words.push_made(" ", end);
    words.append(title);
    words.whole()
}

fn listed(passage: Passage) -> Piece {
    let Some((mark, rest)) = typed_item(&passage.text) else {
        return Piece::Paragraph(passage);
    };
    let cut = passage.text.len() - rest.len();
    Piece::Item {
        marker: mark.to_owned(),
        depth: 0,
        passage: without_start(&passage, cut),
    }
}
