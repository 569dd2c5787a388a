//! Tells running heads and feet and page numbers from the text of the pages.

use std::collections::HashMap;

use super::lines::Stretch;
use super::shape::roman;

/// Lines at the top and at the foot of a page that may be running ones.
const EDGE: usize = 3;
/// On how many pages a line must stand to be a running one.
const PAGES: usize = 3;

/// For each line, whether it is part of a running head or foot.
pub(super) fn running(lines: &[Stretch<'_>]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut edges: Vec<usize> = Vec::new();
    for page in lines
        .chunk_by(|a, b| a.place.page == b.place.page)
        .scan(0, |from, chunk| {
            let start = *from;
            *from += chunk.len();
            Some((start, chunk))
        })
    {
        let (start, chunk) = page;
        let written: Vec<usize> = (start..)
            .zip(chunk)
            .filter(|(_, line)| !line.is_blank())
            .map(|(at, _)| at)
            .collect();
        if chunk.first().is_some_and(|line| line.place.page.is_some()) {
            edges.extend(written.iter().take(EDGE));
            let rest = written.get(EDGE..).unwrap_or_default();
            edges.extend(rest.iter().rev().take(EDGE));
        } else {
            // Without pages only a number that stands all by itself can be told.
            for at in written {
                let alone = |other: Option<usize>| {
                    other
                        .and_then(|other| lines.get(other))
                        .is_none_or(|line| line.is_blank())
                };
                if alone(at.checked_sub(1)) && alone(at.checked_add(1)) {
                    mark(&mut found, lines, at);
                }
            }
        }
    }
    let mut pages: HashMap<String, Vec<usize>> = HashMap::new();
    for at in edges {
        mark(&mut found, lines, at);
        if let Some(key) = lines.get(at).and_then(|line| key(line.text)) {
            pages.entry(key).or_default().push(at);
        }
    }
    let mut again: Vec<usize> = Vec::new();
    for same in pages.into_values() {
        if on_pages(lines, &same) >= PAGES {
            again.extend(same);
        }
    }
    again.extend(watermarks(lines));
    for at in again {
        if let Some(flag) = found.get_mut(at) {
            *flag = true;
        }
    }
    found
}

/// On how many pages some lines stand.
fn on_pages(lines: &[Stretch<'_>], same: &[usize]) -> usize {
    let mut pages: Vec<Option<u32>> = same
        .iter()
        .filter_map(|at| lines.get(*at).map(|line| line.place.page))
        .collect();
    pages.dedup();
    pages.len()
}

/// Lines that stand anywhere on most pages, word for word: watermarks, which fall between the lines of a page.
fn watermarks(lines: &[Stretch<'_>]) -> Vec<usize> {
    const LONGEST: usize = 40;
    let Some(last) = lines.last().and_then(|line| line.place.page) else {
        return Vec::new();
    };
    let most = usize::try_from(last).unwrap_or(usize::MAX) / 2;
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        if text.len() <= LONGEST && text.chars().filter(|c| c.is_alphabetic()).count() > 1 {
            seen.entry(text).or_default().push(at);
        }
    }
    seen.into_values()
        .filter(|same| {
            let pages = on_pages(lines, same);
            pages >= PAGES && pages > most && same.len() <= pages.saturating_mul(2)
        })
        .flatten()
        .collect()
}

fn mark(found: &mut [bool], lines: &[Stretch<'_>], at: usize) {
    if let (Some(flag), Some(line)) = (found.get_mut(at), lines.get(at)) {
        *flag |= is_page_number(line.text);
    }
}

/// What a running line says on every page: its words, with a sign in place of its numbers.
///
/// None for a line that says too little to be known again, such as a row of numbers.
fn key(text: &str) -> Option<String> {
    let text = text.trim();
    if text.contains('\t') || text.chars().filter(|c| c.is_alphabetic()).count() < 4 {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(40).collect();
    let mut key = String::new();
    for (at, word) in words.iter().enumerate() {
        let outer = at == 0 || at + 1 == words.len();
        if outer && *word == word.to_lowercase() && roman(&word.to_uppercase()).is_some() {
            key.push('#');
            continue;
        }
        for character in word.chars().take(40) {
            if !character.is_ascii_digit() {
                key.push(character);
            } else if !key.ends_with('#') {
                key.push('#');
            }
        }
    }
    Some(key)
}

/// A page number alone: "12", "- 12 -", "iv", "Halaman 12 dari 40", "12 | Page".
fn is_page_number(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > 24 {
        return false;
    }
    let mut number = false;
    let words = text.split(|c: char| c.is_whitespace() || "-–—|/()[]".contains(c));
    for word in words.filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let digits = word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
        // Capital Roman digits alone could be the number of a chapter.
        let letters = word == lower && word.len() <= 6 && roman(&word.to_uppercase()).is_some();
        let named = ["halaman", "hal", "hal.", "page", "dari", "of"].contains(&lower.as_str());
        number |= digits || letters;
        if !(digits || letters || named) {
            return false;
        }
    }
    number && !text.contains('/')
}
