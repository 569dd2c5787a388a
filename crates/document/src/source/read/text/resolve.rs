//! What a line is among its neighbours.

use super::lines::Stretch;
use super::running::running;
use super::shape::{Mark, Shape, Style, is_capitals, is_closed, shape};
use super::{columns, level, table};

/// Headings longer than this are rare enough to be taken for items.
const LONGEST_HEADING: usize = 130;

/// The shape of each line.
pub(super) fn shapes(lines: &[Stretch<'_>]) -> Vec<Shape> {
    let running = running(lines);
    let mut shapes: Vec<Shape> = lines
        .iter()
        .zip(&running)
        .map(|(line, running)| {
            if *running {
                Shape::Running
            } else {
                shape(*line)
            }
        })
        .collect();
    mark_tabs(lines, &mut shapes);
    for at in 0..lines.len() {
        let Some(line) = lines.get(at) else { break };
        let below = lines.get(at + 1).map(|line| line.text);
        let Some(shape) = shapes.get_mut(at) else {
            break;
        };
        if !matches!(
            shape,
            Shape::Prose | Shape::Capitals | Shape::Marked(_) | Shape::Bab
        ) {
            continue;
        }
        if table::has_bars(line.text, below) {
            *shape = Shape::Bars;
        } else if table::leader(line.text).is_some() {
            *shape = Shape::Leader;
        }
    }
    spread_bars(lines, &mut shapes);
    spread_leaders(lines, &mut shapes);
    columns::mark_columns(lines, &mut shapes);
    settle_letters(&mut shapes);
    unmark_wrapped(lines, &mut shapes);
    shapes
}

/// Runs of lines with tabs are tables, unless the tabs only set off the marks of a list.
fn mark_tabs(lines: &[Stretch<'_>], shapes: &mut [Shape]) {
    let mut from = 0;
    while from < lines.len() {
        let is_tabbed = |at: &usize| {
            lines
                .get(*at)
                .is_some_and(|line| line.text.contains('\t') && !line.is_blank())
                && !matches!(shapes.get(*at), Some(Shape::Formula | Shape::Running))
        };
        let until = (from..lines.len())
            .find(|at| !is_tabbed(at))
            .unwrap_or(lines.len());
        if until == from {
            from += 1;
            continue;
        }
        let run = lines.get(from..until).unwrap_or_default();
        let is_row = |line: &&Stretch<'_>| line.trim().text.contains('\t');
        let is_marked = |line: &Stretch<'_>| {
            let text = line.trim().text;
            text.matches('\t').count() == 1
                && super::shape::mark(text).is_some_and(|mark| {
                    text.get(..mark.length)
                        .is_some_and(|front| front.contains('\t'))
                })
        };
        let rows = run.iter().filter(is_row).count();
        let table = rows > 0 && !run.iter().filter(is_row).all(is_marked);
        if table {
            for shape in shapes.iter_mut().take(until).skip(from) {
                *shape = Shape::Tabs;
            }
        }
        from = until;
    }
}

/// Below a rule between bars the rows need no frame.
fn spread_bars(lines: &[Stretch<'_>], shapes: &mut [Shape]) {
    for at in 1..lines.len() {
        let above = at.checked_sub(1).and_then(|above| shapes.get(above)) == Some(&Shape::Bars);
        let barred = lines.get(at).is_some_and(|line| line.text.contains('|'));
        if let Some(shape) = shapes.get_mut(at)
            && above
            && barred
            && matches!(shape, Shape::Prose | Shape::Capitals | Shape::Marked(_))
        {
            *shape = Shape::Bars;
        }
    }
}

/// Lines of contents whose page number stands on the next line.
fn spread_leaders(lines: &[Stretch<'_>], shapes: &mut [Shape]) {
    for at in (0..lines.len()).rev() {
        let leads = |other: Option<usize>| {
            other.and_then(|other| shapes.get(other)) == Some(&Shape::Leader)
        };
        let bare = matches!(shapes.get(at), Some(Shape::Bab))
            && lines
                .get(at)
                .is_some_and(|line| line.text.split_whitespace().count() == 2);
        let below = next_written(shapes, at + 1, 1);
        let inside = matches!(
            shapes.get(at),
            Some(Shape::Prose | Shape::Marked(_) | Shape::Capitals)
        ) && leads(at.checked_sub(1))
            && leads(Some(at + 1))
            && lines
                .get(at)
                .is_some_and(|line| line.width() > 24 && !is_closed(line.text));
        let leader = inside || (bare && leads(below));
        if let Some(shape) = shapes.get_mut(at).filter(|_| leader) {
            *shape = Shape::Leader;
        }
    }
}

/// Tells "I." the first of a Roman count from "I." the ninth letter, and initials of names from marks.
fn settle_letters(shapes: &mut [Shape]) {
    let mut last = 0;
    for shape in shapes {
        let Shape::Marked(mark) = shape else {
            if *shape == Shape::Bab {
                last = 0;
            }
            continue;
        };
        let letter = match (mark.style, mark.text.trim_end_matches('.')) {
            (Style::Upper, _) => Some(mark.ordinal),
            (Style::Roman, "I") => Some(9),
            (Style::Roman, "V") => Some(22),
            (Style::Roman, "X") => Some(24),
            _ => None,
        };
        let Some(letter) = letter else { continue };
        // A letter that was left out is a slip of the author; a far one is somebody's initial.
        let follows = last > 0 && (last..=last + 3).contains(&letter);
        if follows || letter == 1 {
            mark.style = Style::Upper;
            mark.ordinal = letter;
            last = letter;
        } else if mark.style == Style::Upper {
            *shape = Shape::Prose;
        }
    }
}

/// A line inside a paragraph that happens to begin like an item ("... Nomor" / "14. Tahun") is none.
fn unmark_wrapped(lines: &[Stretch<'_>], shapes: &mut [Shape]) {
    let mut counts: Option<(Style, u32)> = None;
    for at in 0..shapes.len() {
        let wrapped = at.checked_sub(1).is_some_and(|above| {
            matches!(shapes.get(above), Some(Shape::Prose))
                && lines.get(above).is_some_and(|line| {
                    let text = line.text.trim();
                    (60..=180).contains(&text.chars().count())
                        && !is_closed(text)
                        && !text.ends_with(',')
                })
        });
        let Some(Shape::Marked(mark)) = shapes.get(at) else {
            continue;
        };
        let expected = mark.ordinal <= 1
            || counts.is_some_and(|(style, last)| {
                style == mark.style && (last..=last + 2).contains(&mark.ordinal)
            });
        if wrapped && !expected {
            if let Some(shape) = shapes.get_mut(at) {
                *shape = Shape::Prose;
            }
        } else {
            counts = Some((mark.style, mark.ordinal));
        }
    }
}

/// The last of the lines in capitals that make one heading with this one.
pub(super) fn capitals_until(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> usize {
    /// A heading of more lines is a page of capitals.
    const MOST: usize = 8;
    let page = |at: usize| lines.get(at).map(|line| line.place.page);
    (from..from + MOST)
        .take_while(|at| {
            *at == from || (shapes.get(*at) == Some(&Shape::Capitals) && page(*at) == page(from))
        })
        .last()
        .unwrap_or(from)
}

/// The title of a chapter below its number.
pub(super) fn title_below(lines: &[Stretch<'_>], shapes: &[Shape], at: usize) -> Option<usize> {
    let line = lines.get(at)?.text;
    if line.split_whitespace().count() > 2 {
        // A title in capitals may be broken.
        return (shapes.get(at + 1) == Some(&Shape::Capitals) && is_capitals(line.trim()))
            .then_some(at + 1);
    }
    let next = next_written(shapes, at + 1, 3)?;
    let text = lines.get(next)?.text.trim();
    match shapes.get(next)? {
        Shape::Capitals => Some(next),
        Shape::Prose => {
            let alone = shapes
                .get(next + 1)
                .is_none_or(|shape| *shape == Shape::Blank);
            let titled = text.starts_with(|c: char| c.is_uppercase() || c == '*');
            (alone && titled && !is_closed(text) && text.chars().count() <= 80).then_some(next)
        }
        _ => None,
    }
}

/// The next line that is not blank, with at most so many blank ones before it.
fn next_written(shapes: &[Shape], from: usize, blanks: usize) -> Option<usize> {
    (from..shapes.len())
        .take(blanks + 1)
        .find(|at| !matches!(shapes.get(*at), Some(Shape::Blank | Shape::Running)))
}

/// The level of a heading, where a line with a mark is one: alone, short, without an end, and followed by prose.
pub(super) fn heading_level(
    lines: &[Stretch<'_>],
    shapes: &[Shape],
    at: usize,
    mark: &Mark,
) -> Option<u8> {
    let level = level(mark.style)?;
    let line = lines.get(at)?.trim();
    let text = line.text;
    let words = text.get(mark.length..)?;
    let begins = words.trim_start_matches(['*', '<', '"', '“']);
    let plausible = text.chars().count() <= LONGEST_HEADING
        && !is_closed(text)
        && !text.ends_with(',')
        && begins.starts_with(char::is_uppercase)
        && !text.starts_with(['-', '•', '●']);
    if !plausible {
        return None;
    }
    let quiet = |at: Option<usize>| {
        at.and_then(|at| shapes.get(at)).is_none_or(|shape| {
            !matches!(
                shape,
                Shape::Prose | Shape::Marked(_) | Shape::Formula | Shape::Footnote(..)
            )
        })
    };
    let above = at.checked_sub(1);
    let ended = above
        .and_then(|above| lines.get(above))
        .is_some_and(|line| is_closed(line.text) && !line.text.trim_end().ends_with([':', ';']));
    let next = next_written(shapes, at + 1, 6)?;
    let strong = matches!(mark.style, Style::Upper | Style::Roman | Style::Parts(_));
    if !(quiet(above) || ended || after_heading(lines, shapes, at)) {
        return None;
    }
    // A heading may stand right above its text, without a blank line between; then it must be short beside it.
    if !quiet(at.checked_add(1)) {
        let text = lines.get(next).map(|line| line.trim())?;
        let begins =
            text.text.starts_with(char::is_uppercase) && text.place.column <= line.place.column;
        let below = shapes.get(next) == Some(&Shape::Prose) && begins && line.width() <= 70;
        let deeper = strong && matches!(shapes.get(next), Some(Shape::Marked(_)));
        if !(deeper || below && (strong || (line.width() < 60 && text.width() >= 50))) {
            return None;
        }
    }
    match shapes.get(next)? {
        Shape::Marked(below) => {
            let deeper = super::level(below.style).is_none_or(|other| other > level);
            let apart = next > at + 1 && below.style == Style::Bullet;
            (deeper && (strong || apart)).then_some(level)
        }
        Shape::Bab | Shape::Blank => None,
        _ => Some(level),
    }
}

/// Whether the line above is a heading with a mark itself ("A. ..." above "1. ...").
fn after_heading(lines: &[Stretch<'_>], shapes: &[Shape], at: usize) -> bool {
    let Some(above) = at.checked_sub(1) else {
        return true;
    };
    matches!(shapes.get(above), Some(Shape::Marked(mark)) if mark.style == Style::Upper)
        && lines.get(above).is_some_and(|line| !is_closed(line.text))
}

/// Depths of the lists that are open.
#[derive(Debug, Default)]
pub(super) struct Depths {
    open: Vec<(usize, Style)>,
    /// Whether a paragraph has stood between the last item and now.
    interrupted: bool,
}

impl Depths {
    /// The depth of an item, by its indentation and the kind of its mark.
    pub(super) fn of(&mut self, indent: usize, mark: &Mark) -> u8 {
        const DEEPEST: usize = 8;
        // After a paragraph a list that begins anew is not inside the last one, unless it is set in.
        if std::mem::take(&mut self.interrupted) && mark.ordinal <= 1 {
            while self.open.last().is_some_and(|(other, _)| *other >= indent) {
                self.open.pop();
            }
        }
        let same = self
            .open
            .iter()
            .rposition(|(other, style)| *style == mark.style && other.abs_diff(indent) <= 1);
        if let Some(same) = same {
            self.open.truncate(same + 1);
        } else {
            while self.open.last().is_some_and(|(other, _)| *other > indent) {
                self.open.pop();
            }
            if self.open.len() < DEEPEST {
                self.open.push((indent, mark.style));
            }
        }
        u8::try_from(self.open.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Says that a paragraph stands here.
    pub(super) fn interrupt(&mut self) {
        self.interrupted = true;
    }

    /// Forgets the lists.
    pub(super) fn clear(&mut self) {
        self.interrupted = false;
        self.open.clear();
    }
}
