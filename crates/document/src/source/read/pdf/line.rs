//! Words put in lines: numbered for the page, and gathered again for each cell or column.

use super::page::{Page, Unit, Word};

/// A gap wider than this many letters is a stop of the tabulator.
const TAB: Unit = 2;
/// What stands for dots that lead to a page number.
const LEADER: &str = "......";

/// A word and where it stands in the page's list.
type Placed<'p> = (&'p Word, usize);

/// Words side by side.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Where the words stand in the page's list, left to right.
    pub words: Vec<usize>,
    pub x: Unit,
    pub end: Unit,
    pub y: Unit,
    /// Size of most of its letters.
    pub size: Unit,
    /// Whether all of it is bold.
    pub bold: bool,
}

/// Sets small letters above and below onto their lines, drops letters that are drawn twice, and numbers lines and columns.
pub(super) fn number(page: &mut Page) {
    let all: Vec<usize> = (0..page.words.len()).collect();
    let first = gather(page, &all);
    set_small(page, &first);
    let mut twice = vec![false; page.words.len()];
    let lines = gather(page, &all);
    for (i, line) in (1..).zip(&lines) {
        join_dots(page, line, &mut twice);
        let narrow = narrow(page, line);
        let (mut column, mut before) = (1, None::<usize>);
        for &at in &line.words {
            if twice.get(at) == Some(&true) {
                continue;
            }
            let mut tabbed = false;
            if let Some(last) = before.and_then(|last| page.words.get(last))
                && let Some(word) = page.words.get(at)
            {
                if is_twice(page, last, word) {
                    twice[at] = true;
                    continue;
                }
                column += u32::from(!is_glued(last, word));
                let gap = word.x - last.end;
                tabbed = gap > last.size.max(word.size) * TAB
                    && (gap > 2 * narrow || line.words.len() == 2);
            }
            let letters = page
                .words
                .get(at)
                .map_or(0, |word| page.letters(word).chars().count());
            if let Some(word) = page.words.get_mut(at) {
                (word.line, word.column, word.tabbed) = (i, column, tabbed);
            }
            column += u32::try_from(letters).unwrap_or(u32::MAX);
            before = Some(at);
        }
    }
    let mut twice = twice.into_iter();
    page.words.retain(|_| !twice.next().unwrap_or_default());
}

/// The narrowest gap between the words of a line; in justified text the others are much like it.
fn narrow(page: &Page, line: &Line) -> Unit {
    let words: Vec<&Word> = line
        .words
        .iter()
        .filter_map(|at| page.words.get(*at))
        .collect();
    words
        .windows(2)
        .filter_map(|pair| match pair {
            [left, right] if !is_glued(left, right) => Some(right.x - left.end),
            _ => None,
        })
        .min()
        .unwrap_or(0)
}

/// Makes one word of dots that are set one by one to lead the eye to a page number.
fn join_dots(page: &mut Page, line: &Line, gone: &mut [bool]) {
    let mut from = 0;
    while from < line.words.len() {
        let run = line
            .words
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|at| {
                page.words
                    .get(**at)
                    .is_some_and(|word| matches!(page.letters(word), "." | ". ." | "·" | ".."))
            })
            .count();
        if run >= 4
            && let (Some(first), Some(last)) =
                (line.words.get(from), line.words.get(from + run - 1))
            && let Some(end) = page.words.get(*last).map(|word| word.end)
        {
            let start = u32::try_from(page.text.len()).unwrap_or(u32::MAX);
            page.text.push_str(LEADER);
            if let Some(word) = page.words.get_mut(*first) {
                word.end = end;
                (word.start, word.length) = (start, u32::try_from(LEADER.len()).unwrap_or(0));
            }
            for at in line.words.iter().skip(from + 1).take(run - 1) {
                if let Some(gone) = gone.get_mut(*at) {
                    *gone = true;
                }
            }
        }
        from += run.max(1);
    }
}

/// Whether two neighbours belong to one word.
pub(super) fn is_glued(left: &Word, right: &Word) -> bool {
    right.x - left.end < left.size.min(right.size) / 8
}

/// Bold letters are sometimes made by drawing them twice, a hair apart.
fn is_twice(page: &Page, left: &Word, right: &Word) -> bool {
    (right.x - left.x).abs() <= left.size / 8
        && (right.end - left.end).abs() <= left.size / 6
        && page.letters(left) == page.letters(right)
}

/// The lines of some words of a page, from the top down.
pub(super) fn gather(page: &Page, of: &[usize]) -> Vec<Line> {
    let mut order: Vec<Placed<'_>> = of
        .iter()
        .filter_map(|at| Some((page.words.get(*at)?, *at)))
        .collect();
    order.sort_by_key(|(word, at)| (word.y, word.x, *at));
    let mut lines: Vec<(Unit, Unit, Vec<Placed<'_>>)> = Vec::new();
    for (word, at) in order {
        match lines.last_mut() {
            Some((y, size, words)) if word.y - *y <= (*size).min(word.size) / 4 => {
                words.push((word, at));
            }
            _ => lines.push((word.y, word.size, vec![(word, at)])),
        }
    }
    lines
        .into_iter()
        .map(|(_, _, mut words)| {
            words.sort_by_key(|(word, at)| (word.x, word.end, *at));
            Line::of(&words)
        })
        .collect()
}

impl Line {
    fn of(words: &[Placed<'_>]) -> Self {
        let biggest = words
            .iter()
            .max_by_key(|(word, _)| (word.length, word.size))
            .map(|(word, _)| *word);
        Self {
            words: words.iter().map(|(_, at)| *at).collect(),
            x: words.iter().map(|(word, _)| word.x).min().unwrap_or(0),
            end: words.iter().map(|(word, _)| word.end).max().unwrap_or(0),
            y: biggest.map_or(0, |word| word.y),
            size: biggest.map_or(0, |word| word.size),
            bold: words.iter().all(|(word, _)| word.bold),
        }
    }

    pub(super) fn width(&self) -> Unit {
        self.end - self.x
    }

    pub(super) fn top(&self) -> Unit {
        self.y - self.size * 4 / 5
    }

    /// Its words as text, single spaces between.
    pub(super) fn text(&self, page: &Page) -> String {
        let mut out = String::new();
        let mut before: Option<&Word> = None;
        for word in self.words.iter().filter_map(|at| page.words.get(*at)) {
            if before.is_some_and(|left| !is_glued(left, word)) {
                out.push(' ');
            }
            out.push_str(page.letters(word));
            before = Some(word);
        }
        out
    }
}

/// Sets exponents and indices on the line of the word that they belong to, with letters that say so.
fn set_small(page: &mut Page, lines: &[Line]) {
    let mut moved: Vec<(usize, Unit, bool)> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let near = lines
            .get(i.saturating_sub(3)..(i + 4).min(lines.len()))
            .unwrap_or_default();
        for &at in &line.words {
            let Some(word) = page.words.get(at) else {
                continue;
            };
            let host = near
                .iter()
                .filter(|other| !std::ptr::eq(*other, line))
                .filter_map(|other| host(page, other, word))
                .max_by_key(|host| host.size);
            if let Some(host) = host {
                moved.push((at, host.y, word.y < host.y));
            }
        }
    }
    for (at, y, raised) in moved {
        let Some(word) = page.words.get_mut(at) else {
            continue;
        };
        word.y = y;
        let start = word.start as usize;
        let letters = page
            .text
            .get(start..start + word.length as usize)
            .unwrap_or_default();
        if !letters.is_empty() && letters.chars().all(|letter| letter.is_ascii_digit()) {
            let letters: String = letters.chars().map(|c| small(c, raised)).collect();
            word.start = u32::try_from(page.text.len()).unwrap_or(u32::MAX);
            word.length = u32::try_from(letters.len()).unwrap_or(u32::MAX);
            page.text.push_str(&letters);
        }
    }
}

/// The bigger word of a line that a small one leans on.
fn host<'p>(page: &'p Page, line: &Line, small: &Word) -> Option<&'p Word> {
    let word = |i: usize| line.words.get(i).and_then(|at| page.words.get(*at));
    let after = line
        .words
        .partition_point(|at| page.words.get(*at).is_some_and(|word| word.x <= small.x));
    let before = after.checked_sub(1);
    [before, Some(after)]
        .into_iter()
        .flatten()
        .filter_map(word)
        .find(|big| {
            let up = big.y - small.y;
            let gap = (small.x - big.end).max(big.x - small.end);
            small.size * 10 <= big.size * 8
                && ((big.size / 8..=big.size * 6 / 10).contains(&up)
                    || (-big.size * 3 / 10..=-big.size / 20).contains(&up))
                && (-big.size / 4..=big.size / 4).contains(&gap)
        })
}

fn small(digit: char, raised: bool) -> char {
    let value = digit.to_digit(10).unwrap_or(0) as usize;
    let digits = if raised {
        "⁰¹²³⁴⁵⁶⁷⁸⁹"
    } else {
        "₀₁₂₃₄₅₆₇₈₉"
    };
    digits.chars().nth(value).unwrap_or(digit)
}
