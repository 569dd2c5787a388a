//! Heads and feet of pages: what stands at the same height on several pages and says the same, numbers aside.

use std::collections::HashMap;

use super::line::{Line, gather};
use super::page::{POINT, Page, Unit};
use super::signs::is_chapter;
use super::writer::Writer;
use crate::source::Passage;

/// On so many pages the same words are a head or a foot.
const PAGES: usize = 3;
/// Lines from each edge of the page that are looked at.
const LINES: usize = 4;
/// Heights that differ by less are one.
const NEAR: Unit = 4 * POINT;

/// The words of each page that are heads and feet, one passage for each line.
pub(super) fn find(pages: &[Page]) -> Vec<Vec<(Unit, Passage, Vec<usize>)>> {
    let mut seen: HashMap<(Unit, String), usize> = HashMap::new();
    let edges: Vec<Vec<(Line, String)>> = pages.iter().map(edge_lines).collect();
    for lines in &edges {
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
        .zip(&edges)
        .map(|(page, lines)| {
            let marked: Vec<usize> = (0..page.words.len())
                .filter(|at| page.words.get(*at).is_some_and(|word| word.running))
                .collect();
            let mut out: Vec<_> = gather(page, &marked)
                .into_iter()
                .map(|line| passage(page, line))
                .collect();
            for (line, shape) in lines {
                if count(line.y / NEAR, shape) >= PAGES {
                    out.push(passage(page, line.clone()));
                }
            }
            out.sort_by_key(|(y, ..)| *y);
            out
        })
        .collect()
}

fn passage(page: &Page, line: Line) -> (Unit, Passage, Vec<usize>) {
    let mut writer = Writer::default();
    for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
        writer.word(page, word);
    }
    (line.y, writer.finish(), line.words)
}

/// The lines near the upper and lower edge, with their shape.
fn edge_lines(page: &Page) -> Vec<(Line, String)> {
    let plain: Vec<usize> = (0..page.words.len())
        .filter(|at| {
            page.words.get(*at).is_some_and(|word| {
                !word.running && (word.y < page.height / 6 || word.y > page.height * 5 / 6)
            })
        })
        .collect();
    let lines = gather(page, &plain);
    let middle = page.height / 2;
    let upper = lines.iter().filter(|line| line.y < middle).take(LINES);
    let lower = lines
        .iter()
        .rev()
        .filter(|line| line.y > middle)
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

/// A text with every number, also a Roman one, as the same sign.
fn shape(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let roman = word
            .chars()
            .all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l'));
        if roman {
            out.push('#');
        } else {
            let mut digits = false;
            for letter in word.chars() {
                if letter.is_ascii_digit() {
                    if !digits {
                        out.push('#');
                    }
                    digits = true;
                } else {
                    out.push(letter);
                    digits = false;
                }
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
