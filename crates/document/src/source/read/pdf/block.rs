//! Lines that belong together, and what they are: paragraph, heading, item of a list.

use super::line::Line;
use super::measure::Measure;
use super::page::{Page, Unit};
use super::signs::{Sign, is_caption, is_chapter, is_ended, is_leader, is_shouted, sign};
use super::writer::Writer;
use crate::source::{Passage, Piece};

/// A heading has no more lines than this.
const HEADING_LINES: usize = 4;
/// Nor more letters.
const HEADING_LETTERS: usize = 220;

/// Lines that belong together.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Index of the page and of its lines.
    pub lines: Vec<(usize, Line)>,
    pub sign: Option<Sign>,
    /// Left edge of the words behind the mark of a list.
    hang: Unit,
}

impl Block {
    pub(super) fn new(page: usize, line: Line, pages: &[Page]) -> Self {
        let mut block = Self::default();
        if let Some(page) = pages.get(page)
            && let [first, second, ..] = line.words.as_slice()
            && let (Some(first), Some(second)) = (page.words.get(*first), page.words.get(*second))
        {
            block.sign = sign(page.letters(first));
            block.hang = second.x;
        }
        block.lines.push((page, line));
        block
    }

    /// Its words; without the mark of the list if so asked.
    pub(super) fn passage(&self, pages: &[Page], unmarked: bool) -> Passage {
        let mut writer = Writer::default();
        let mut skip = usize::from(unmarked && self.sign.is_some());
        for (at, line) in &self.lines {
            let Some(page) = pages.get(*at) else {
                continue;
            };
            for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
                if skip > 0 {
                    skip -= 1;
                } else {
                    writer.word(page, word);
                }
            }
        }
        writer.finish()
    }

    fn bold(&self) -> bool {
        self.lines.iter().all(|(_, line)| line.bold)
    }

    pub(super) fn last(&self) -> Option<&(usize, Line)> {
        self.lines.last()
    }

    /// Left edge of its first line.
    pub(super) fn x(&self) -> Unit {
        self.lines.first().map_or(0, |(_, line)| line.x)
    }

    /// Whether a line goes on where this block stopped.
    pub(super) fn takes(&self, at: usize, line: &Line, pages: &[Page], usual: &Measure) -> bool {
        let Some(((last_page, last), page)) = self.last().zip(pages.get(at)) else {
            return false;
        };
        let first = line.words.first().and_then(|word| page.words.get(*word));
        let Some((old, first)) = pages.get(*last_page).zip(first) else {
            return false;
        };
        let fits =
            last.end + last.size / 4 + (first.end - first.x) + last.size / 2 <= usual.right(old);
        let ended = is_ended(&last.text(old));
        if (last.size - line.size).abs() * 12 > last.size {
            return false;
        }
        let marked = sign(page.letters(first)).is_some() && line.words.len() > 1;
        if leads(last, old) {
            return false;
        }
        if *last_page != at {
            // A last line that is full has most likely not ended its paragraph.
            let near = if self.sign.is_some() && self.lines.len() == 1 {
                self.hang
            } else {
                last.x
            };
            let same = usual.left(old) - usual.left(page);
            return *last_page + 1 == at
                && !fits
                && !marked
                && !self.bold()
                && !line.bold
                && (line.x + same - near).abs() <= line.size * 7 / 10;
        }
        if line.y <= last.y || line.y - last.y > usual.reach(last.size) {
            return false;
        }
        // Where paragraphs stand without space between them, a caption still begins on its own.
        if ended && is_caption(&line.text(page)) {
            return false;
        }
        if marked && (ended || fits || self.sign.is_some() || line.x + line.size < last.x) {
            return false;
        }
        let centred = usual.is_centred(page, line) && usual.is_centred(old, last);
        if centred {
            return last.bold == line.bold && !ended;
        }
        if fits || (self.bold() != line.bold && (self.bold() || line.bold) && ended) {
            return false;
        }
        let (in_by, one) = (line.x - last.x, self.lines.len() == 1);
        if self.sign.is_some() {
            let hangs = (line.x - self.hang).abs() <= line.size;
            return if one {
                hangs || in_by.abs() <= line.size
            } else {
                in_by.abs() <= line.size
            };
        }
        in_by <= line.size * 7 / 10 && (one || in_by >= -line.size * 7 / 10)
    }

    /// What it is. `cover` tells that the page has large letters only.
    pub(super) fn piece(&self, pages: &[Page], usual: &Measure, depth: u8, cover: bool) -> Piece {
        let passage = self.passage(pages, false);
        if let Some(level) = self.level(&passage.text, pages, usual, cover) {
            return Piece::Heading { level, passage };
        }
        match self.sign {
            Some(_) if !passage.text.contains('\t') => Piece::Item {
                marker: passage
                    .text
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                depth,
                passage: self.passage(pages, true),
            },
            _ => Piece::Paragraph(passage),
        }
    }

    /// The level of a heading; none if it is none.
    fn level(&self, text: &str, pages: &[Page], usual: &Measure, cover: bool) -> Option<u8> {
        let (at, line) = self.lines.first()?;
        let page = pages.get(*at)?;
        let long = self.lines.len() > HEADING_LINES || text.chars().count() > HEADING_LETTERS;
        let letters = text.chars().any(char::is_alphabetic);
        if long || !letters || text.contains('\t') || is_caption(text) || text.ends_with([';', ','])
        {
            return None;
        }
        if is_chapter(text) && (is_shouted(text) || self.bold()) {
            return Some(1);
        }
        let big = line.size * 100 >= usual.size * 115;
        let centred = usual.is_centred(page, line);
        let shouted = is_shouted(text);
        let sentence = text.ends_with('.') && text.split_whitespace().count() > 6;
        let stands_out = big || self.bold();
        if sentence
            || cover
            || !(stands_out || (shouted && centred && text.split_whitespace().count() <= 12))
        {
            return None;
        }
        if self.sign == Some(Sign::Bullet) {
            return None;
        }
        Some(match self.sign {
            Some(Sign::Capital | Sign::Roman) => 2,
            Some(Sign::Numbers(count)) => count.min(6),
            Some(Sign::Number) => 3,
            Some(Sign::Letter) => 4,
            _ if shouted && (centred || big) => 1,
            _ if big => 2,
            _ => 3,
        })
    }
}

/// Whether a line leads to a page number with dots.
fn leads(line: &Line, page: &Page) -> bool {
    line.words
        .iter()
        .filter_map(|at| page.words.get(*at))
        .any(|word| is_leader(page.letters(word)))
}
