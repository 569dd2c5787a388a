//! Joins the broken lines of one paragraph.

use super::lines::Stretch;
use super::shape::{Shape, is_closed};
use crate::source::Passage;
use crate::source::read::build::Builder;

/// A line longer than this is a paragraph by itself, not one line of a page.
const WIDEST_PAGE: usize = 180;
/// A line shorter than this does not fill a page, so that it ends where its author ended it.
const NARROWEST_PAGE: usize = 50;
/// How much of the widest line of its block a line must fill to go on below, in percent.
const FULL: usize = 78;

/// Lines joined with one space; a word that is broken at its hyphen without one.
pub(super) struct Joined<'t> {
    builder: Builder,
    last: Stretch<'t>,
}

impl<'t> Joined<'t> {
    pub(super) fn new(first: Stretch<'t>) -> Self {
        let mut builder = Builder::default();
        builder.push(first.text, first.place);
        Self {
            builder,
            last: first,
        }
    }

    pub(super) fn add(&mut self, line: Stretch<'t>) {
        let mut end = self.last.text.chars().rev();
        let hyphen = end.next() == Some('-') && end.next().is_some_and(char::is_alphanumeric);
        if !(hyphen && line.text.starts_with(char::is_alphanumeric)) {
            self.builder.space(' ', self.last.end());
        }
        self.builder.push(line.text, line.place);
        self.last = line;
    }

    pub(super) fn finish(self) -> Passage {
        self.builder.finish()
    }
}

/// A paragraph as gathered.
pub(super) struct Gathered {
    pub(super) passage: Passage,
    /// Running lines inside of it.
    pub(super) skipped: Vec<usize>,
    /// The first line behind it.
    pub(super) next: usize,
}

/// Gathers the lines that go on from `first`, which stands on line `from`.
pub(super) fn gather<'t>(
    lines: &[Stretch<'t>],
    shapes: &[Shape],
    from: usize,
    first: Stretch<'t>,
    item: bool,
) -> Gathered {
    let mut joined = Joined::new(first);
    let mut gathered_width = first.width();
    let mut skipped = Vec::new();
    let mut at = from;
    let block = widest(lines, shapes, from);
    let hang = first.place.column;
    loop {
        let next = at + 1;
        let prose = shapes.get(next) == Some(&Shape::Prose);
        if let Some(line) = lines.get(next)
            && prose
            && super::formula::opening(line.text).is_none()
        {
            let below = line.trim();
            let hangs = item
                && at == from
                && below.place.column >= hang
                && hang > 1
                && !is_closed(joined.last.text);
            if !(hangs || goes_on(joined.last, below, block)) {
                break;
            }
            joined.add(below);
            gathered_width += below.width();
            at = next;
            continue;
        }
        let Some((line, between)) = across(lines, shapes, next) else {
            break;
        };
        let Some(below) = lines.get(line).map(|line| line.trim()) else {
            break;
        };
        if !resumes(joined.last, below, gathered_width, item) {
            break;
        }
        joined.add(below);
        gathered_width += below.width();
        skipped.extend(between);
        at = line;
    }
    Gathered {
        passage: joined.finish(),
        skipped,
        next: at + 1,
    }
}

/// The widest line of the block of words that a line begins, among those that can be lines of a page.
fn widest(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> usize {
    /// Lines looked at; more would only cost time.
    const LOOK: usize = 40;
    let block = lines.iter().zip(shapes).enumerate().skip(from).take(LOOK);
    block
        .take_while(|(at, (_, shape))| {
            *at == from || matches!(shape, Shape::Prose | Shape::Marked(_))
        })
        .map(|(_, (line, _))| line.text.trim_end().chars().count())
        .filter(|width| *width <= WIDEST_PAGE)
        .max()
        .unwrap_or(0)
}

/// Whether the words of a line go on in the line right below.
fn goes_on(above: Stretch<'_>, below: Stretch<'_>, widest: usize) -> bool {
    let is_formula_key = below.text.split_whitespace().nth(1) == Some("=");
    if is_formula_key {
        return false;
    }
    let starts_small = below.text.starts_with(char::is_lowercase);
    if starts_small && !is_closed(above.text) {
        return true;
    }
    let right = usize::try_from(above.end().column).unwrap_or(usize::MAX);
    let full = (NARROWEST_PAGE..=WIDEST_PAGE).contains(&widest)
        && above.width() <= WIDEST_PAGE
        && right.saturating_mul(100) >= widest.saturating_mul(FULL);
    full && !above.text.ends_with([':', ';'])
}

/// The line of words behind the end of a page or a blank line, and the running lines on the way.
fn across(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> Option<(usize, Vec<usize>)> {
    /// Blank lines that a paragraph survives where no page ends.
    const BLANKS: usize = 1;
    /// Lines of running heads, feet and blanks at the end of a page.
    const MOST: usize = 24;
    let page = lines.get(from.checked_sub(1)?)?.place.page;
    let mut blanks = 0;
    let mut running = Vec::new();
    for at in (from..lines.len()).take(MOST) {
        match shapes.get(at)? {
            Shape::Blank => blanks += 1,
            Shape::Running => running.push(at),
            Shape::Prose => {
                let turned = lines.get(at)?.place.page != page || !running.is_empty();
                return (turned || blanks <= BLANKS).then_some((at, running));
            }
            _ => return None,
        }
    }
    None
}

/// Whether a paragraph that a blank line or the end of a page has cut goes on.
fn resumes(above: Stretch<'_>, below: Stretch<'_>, gathered: usize, item: bool) -> bool {
    /// Less is a heading or a line of an address, which ends without a mark.
    const PROSE: usize = 60;
    /// So much text without an end is surely cut.
    const CUT: usize = 120;
    if is_closed(above.text) || above.width() == 0 || gathered < PROSE {
        return false;
    }
    let opens = below.text.trim_start_matches(['(', '"', '“', '*']);
    if opens.starts_with(char::is_lowercase) {
        let is_label = below.text.split_whitespace().nth(1) == Some("=");
        return !is_label;
    }
    // The cut goes through a name: "Kepala Kantor | Wilayah".
    let open = above.text.ends_with(char::is_alphanumeric);
    let head: String = below.text.chars().take(40).collect();
    let long = below.width() >= PROSE && !head.contains(':');
    !item && open && gathered >= CUT && long && opens.starts_with(char::is_uppercase)
}
