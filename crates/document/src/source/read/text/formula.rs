//! Formulas that stand on lines of their own between `$$`, `\[` and `\]`, or in an environment.

use super::lines::Stretch;
use crate::source::Passage;
use crate::source::read::build::Builder;

/// A formula that is not closed within so many lines is not one.
pub(super) const MOST_LINES: usize = 60;

/// A formula, and where it ends.
pub(super) struct Found<'t> {
    pub(super) formula: Passage,
    /// What stands behind its end on the last line.
    pub(super) rest: Stretch<'t>,
    /// The line of the end.
    pub(super) line: usize,
}

/// The formula that begins a line, if it is closed.
pub(super) fn formula<'t>(
    lines: &[Stretch<'t>],
    from: usize,
    start: Stretch<'t>,
) -> Option<Found<'t>> {
    let start = start.trim();
    let (open, close) = match start.text {
        text if text.starts_with("$$") => (2, "$$".to_owned()),
        text if text.starts_with("\\[") => (2, "\\]".to_owned()),
        text => {
            let name = text.strip_prefix("\\begin{")?;
            let name = name.get(..name.find('}')?)?;
            (0, format!("\\end{{{name}}}"))
        }
    };
    let mut builder = Builder::default();
    let mut line = from;
    let mut stretch = start.split(open).1;
    loop {
        if let Some(end) = stretch.text.find(close.as_str()) {
            // The environment belongs to its formula, the dollars do not.
            let keep = if open == 0 { close.len() } else { 0 };
            let (inner, rest) = stretch.split(end + keep);
            put(&mut builder, inner);
            return Some(Found {
                formula: builder.finish(),
                rest: rest.split(close.len() - keep).1,
                line,
            });
        }
        put(&mut builder, stretch);
        line += 1;
        if line - from > MOST_LINES {
            return None;
        }
        stretch = *lines.get(line)?;
    }
}

fn put(builder: &mut Builder, stretch: Stretch<'_>) {
    let inner = stretch.trim();
    if inner.text.is_empty() {
        return;
    }
    builder.push(inner.text, inner.place);
    builder.space(' ', inner.end());
}

/// Where a formula opens in a line of words.
pub(super) fn opening(text: &str) -> Option<usize> {
    if text.starts_with("\\begin{") {
        return Some(0);
    }
    let bytes = text.as_bytes();
    let pairs = bytes.windows(2);
    pairs
        .enumerate()
        .find_map(|(at, pair)| matches!(pair, b"$$" | b"\\[").then_some(at))
}
