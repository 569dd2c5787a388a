//! Words in charts: how wide they are and where their lines break.

use super::svg::tone;
use crate::fonts;

/// A line of text and how it looks.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub size: f64,
    pub bold: bool,
    pub halo: bool,
    pub fill: &'a str,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str, size: f64) -> Self {
        Self {
            text,
            size,
            bold: false,
            halo: false,
            fill: tone::INK,
        }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    pub fn fill(self, fill: &'a str) -> Self {
        Self { fill, ..self }
    }
}

/// Width of a line in points, generous enough for bold.
pub(super) fn width(text: &str, size: f64) -> f64 {
    f64::from(fonts::sans_width(text)) / 1000.0 * size * 1.06
}

/// Breaks text into lines of at most `room` points; a word that is longer is cut.
pub(super) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            // Room for the hyphen that shows the cut.
            if !line.is_empty()
                && width(&format!("{line}{c}-"), size) > room
                && width(word, size) > room
            {
                lines.push(format!("{line}-"));
                line.clear();
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The largest size not above `wished` at which every word stays whole, but never below `least`.
pub(super) fn size_for<'a>(
    texts: impl Iterator<Item = &'a str>,
    wished: f64,
    least: f64,
    room: f64,
) -> f64 {
    let longest = texts
        .flat_map(str::split_whitespace)
        .map(|word| width(word, 1.0))
        .fold(0.0, f64::max);
    if longest * wished <= room {
        wished
    } else {
        (room / longest).max(least)
    }
}
