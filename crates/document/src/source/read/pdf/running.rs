//! Heads and feet of pages: what stands at the same height on several pages and says the same, numbers aside.

use std::collections::HashMap;

use super::line::{Line, gather};
use super::page::{Frame, POINT, Page, Unit};
use super::signs::is_chapter;
use super::writer::Writer;
use crate::source::Passage;

/// On so many pages the same words are a head or a foot.
const PAGES: usize = 3;
/// Lines from each edge of the page that are looked at.
const LINES: usize = 4;
/// A text of so many words is short.
const SHORT: usize = 6;
/// Heights that differ by less are one.
const NEAR: Unit = 4 * POINT;

/// The lines near the edges of a page, with their shape.
pub(super) type Edges = Vec<(Line, String)>;
/// Heads and feet of a page: how high each stands, what it says, and which words it is.
pub(super) type Running = Vec<(Unit, Passage, Vec<usize>)>;

/// The words of each page that are heads and feet, one passage for each line.
pub(super) fn find(pages: &[Page], edges: &[Edges]) -> Vec<Running> {
    let mut seen: HashMap<(Unit, String), usize> = HashMap::new();
    for lines in edges {
        for (line, shape) in lines {
            *seen.entry((line.y / NEAR, shape.clone())).or_default() += 1;
        }
    }
    let count = |level: Unit, shape: &str| -> usize {
        [level - 1, level, level + 1]
            .iter()
            .filter_map(|level| seen.get(&(*level, shape.to_owned())))
            .sum()
    };
    pages
        .iter()
        .zip(edges)
        .map(|(page, lines)| {
            let marked: Vec<usize> = (0..page.words.len())
                .filter(|at| page.words.get(*at).is_some_and(|word| word.running))
                .collect();
            let mut out: Vec<_> = gather(page, &marked)
                .into_iter()
                .map(|line| passage(page, line))
                .collect();
            // From the edge inwards: behind the first line of text there is no head and no foot.
            let middle = page.height / 2;
            let repeats = |(line, shape): &&(Line, String)| count(line.y / NEAR, shape) >= PAGES;
            for upper in [true, false] {
                let on_side = |(line, _): &&(Line, String)| (line.y < middle) == upper;
                let side: Vec<&(Line, String)> = lines.iter().filter(on_side).collect();
                let mut found = side.iter().take_while(|line| repeats(line)).count();
                while found > 0 && !is_apart(&side, found) {
                    found -= 1;
                }
                let found = side.iter().take(found);
                out.extend(found.map(|(line, _)| passage(page, line.clone())));
            }
            out.sort_by_key(|(y, ..)| *y);
            out
        })
        .collect()
}

/// Whether a gap parts the first lines from the edge from the next.
fn is_apart(side: &[&(Line, String)], count: usize) -> bool {
    let line = |at: usize| side.get(at).map(|(line, _)| line);
    let (Some(last), Some(next)) = (count.checked_sub(1).and_then(line), line(count)) else {
        return true;
    };
    (next.y - last.y).abs() > last.size.max(next.size) * 2
}

fn passage(page: &Page, line: Line) -> (Unit, Passage, Vec<usize>) {
    let mut writer = Writer::default();
    for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
        writer.word(page, word);
    }
    (line.y, writer.finish(), line.words)
}

/// The lines near the upper and lower edge; what stands in a table is none.
pub(super) fn edge_lines(page: &Page, tables: &[Frame]) -> Edges {
    let plain: Vec<usize> = (0..page.words.len())
        .filter(|at| {
            page.words.get(*at).is_some_and(|word| {
                !word.running
                    && !tables
                        .iter()
                        .any(|table| table.holds(word.centre(), word.middle()))
                    && (word.y < page.height / 6 || word.y > page.height * 5 / 6)
            })
        })
        .collect();
    let lines = gather(page, &plain);
    let middle = page.height / 2;
    let upper = lines.iter().filter(|line| line.y < middle).take(LINES);
    let lower = lines
        .iter()
        .rev()
        .filter(|line| line.y >= middle)
        .take(LINES);
    upper
        .chain(lower)
        .map(|line| {
            let text = line.text(page);
            // The numbers of chapters differ; a head that names its chapter is the same on all its pages.
            let shape = if is_chapter(&text) {
                text
            } else {
                shape(&text)
            };
            (line.clone(), shape)
        })
        .collect()
}

/// A text with its page number as a sign: the first and the last word, and in a short text every number, also a Roman one.
fn shape(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let short = words.len() <= SHORT;
    let mut out = String::new();
    for (i, word) in words.iter().enumerate() {
        let roman = word
            .chars()
            .all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l'));
        if !short && i > 0 && i + 1 < words.len() {
            out.push_str(word);
        } else if roman {
            out.push('#');
        } else {
            let mut digits = false;
            for letter in word.chars() {
                if !letter.is_ascii_digit() {
                    out.push(letter);
                } else if !digits {
                    out.push('#');
                }
                digits = letter.is_ascii_digit();
            }
        }
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn page_numbers_have_one_shape() {
        assert_eq!(shape("Halaman 9 dari 62"), shape("Halaman 10 dari 62"));
        assert_eq!(shape("iv"), shape("12"));
        assert_ne!(shape("Bab 1"), shape("Tabel 1"));
    }
}
