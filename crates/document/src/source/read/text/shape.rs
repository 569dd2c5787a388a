//! What a line looks like by itself.

use super::lines::Stretch;
use super::marks::raised_number;

/// What a line looks like by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing but white space.
    Blank,
    /// Part of a running head or foot.
    Running,
    /// Cells between tabs.
    Tabs,
    /// Cells between upright bars.
    Bars,
    /// Words, leading dots and a page number.
    Leader,
    /// Words in columns, of the group with this number.
    Columns(usize),
    /// A formula begins on it.
    Formula,
    /// A footnote: its mark, and the bytes before its words.
    Footnote(String, usize),
    /// A Markdown heading: its level, and the bytes before its words.
    Hash(u8, usize),
    /// "BAB" and a number, perhaps with the title.
    Bab,
    /// It begins with the mark of a list.
    Marked(Mark),
    /// Capital letters only.
    Capitals,
    /// Running words.
    Prose,
}

/// The mark of a list or of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source::read) struct Mark {
    pub(in crate::source::read) style: Style,
    /// As printed.
    pub(in crate::source::read) text: String,
    /// Bytes from the first letter of the line to the words after the mark.
    pub(in crate::source::read) length: usize,
    /// Its place in its list, from 1; 0 for a bullet.
    pub(super) ordinal: u32,
}

/// Kinds of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source::read) enum Style {
    /// A dash or dot.
    Bullet,
    /// 1.
    Decimal,
    /// 1) or (1)
    DecimalBracket,
    /// a.
    Lower,
    /// a) or (a)
    LowerBracket,
    /// A.
    Upper,
    /// I. and further
    Roman,
    /// 1.1. and deeper, with the number of its parts.
    Parts(u8),
}

const BULLETS: &str = "-–—•●▪◦○■□➢✓⮚*·\u{f0b7}\u{f0a7}\u{f0d8}\u{f076}\u{f0fc}";

/// The shape of a line as far as it can be told without its neighbours; `Prose` where tabs or columns may follow.
pub(super) fn shape(line: Stretch<'_>) -> Shape {
    let text = line.text.trim();
    if text.is_empty() {
        return Shape::Blank;
    }
    if text.starts_with("$$") || text.starts_with("\\[") || text.starts_with("\\begin{") {
        return Shape::Formula;
    }
    if let Some((mark, length)) = footnote(text) {
        return Shape::Footnote(mark, length);
    }
    let hashes = text.len() - text.trim_start_matches('#').len();
    if let Ok(level @ 1..=6) = u8::try_from(hashes)
        && text.get(hashes..).is_some_and(|rest| rest.starts_with(' '))
    {
        return Shape::Hash(level, hashes);
    }
    if is_chapter(text) {
        return Shape::Bab;
    }
    if let Some(mark) = mark(text) {
        return Shape::Marked(mark);
    }
    if is_capitals(text) {
        return Shape::Capitals;
    }
    Shape::Prose
}

/// "BAB" and a number in Roman or Arabic digits, then nothing or a title in capitals or one that begins with a capital.
fn is_chapter(text: &str) -> bool {
    let text = text.trim_matches('*');
    let mut words = text.split_whitespace();
    let named = words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("bab") && word.starts_with('B'));
    let number = words
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ':', ',']);
    named
        && (roman(number).is_some() || number.parse::<u8>().is_ok())
        && text.len() <= 120
        && !text.ends_with(['.', ';', ','])
        && words
            .next()
            .is_none_or(|word| word.starts_with(char::is_uppercase) || word.len() == 1)
}

fn footnote(text: &str) -> Option<(String, usize)> {
    if let Some((bytes, digits)) = raised_number(text) {
        let rest = text.get(bytes..)?;
        return (rest.trim_start().len() > 1).then_some((digits, bytes));
    }
    if let Some(rest) = text.strip_prefix("<sup>") {
        let digits: String = rest
            .chars()
            .take_while(char::is_ascii_digit)
            .take(4)
            .collect();
        let length = "<sup></sup>".len() + digits.len();
        let closed = rest.get(digits.len()..)?.starts_with("</sup>");
        return (closed && !digits.is_empty() && text.len() > length).then_some((digits, length));
    }
    let rest = text.strip_prefix("[^")?;
    let mark: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(12)
        .collect();
    let after = rest.get(mark.len()..)?;
    (!mark.is_empty() && after.starts_with("]:")).then(|| {
        let length = "[^]:".len() + mark.len();
        (mark, length)
    })
}

/// The mark at the front of a line, without white space before it. A dash before another mark is left out of it.
pub(in crate::source::read) fn mark(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    if BULLETS.contains(first) {
        let rest = text.get(first.len_utf8()..)?;
        let gap = rest.len() - rest.trim_start().len();
        if rest.trim().is_empty()
            || (gap == 0 && first.is_ascii())
            || (gap == 0 && "–—·".contains(first))
        {
            return None;
        }
        let before = first.len_utf8() + gap;
        if let Some(mut inner) = numbered(rest.trim_start()) {
            inner.length += before;
            return Some(inner);
        }
        return Some(Mark {
            style: Style::Bullet,
            text: first.to_string(),
            length: before,
            ordinal: 0,
        });
    }
    numbered(text)
}

fn numbered(text: &str) -> Option<Mark> {
    let (open, body) = match text.strip_prefix('(') {
        Some(rest) => (1, rest),
        None => (0, text),
    };
    let label: String = body
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '.')
        .take(16)
        .collect();
    let bracket = body.get(label.len()..)?.starts_with(')');
    if open == 1 && !bracket {
        return None;
    }
    let dotted = label.ends_with('.');
    let core = label.trim_end_matches('.');
    let printed = text.get(..open + label.len() + usize::from(bracket))?;
    let rest = text.get(printed.len()..)?;
    let gap = rest.len() - rest.trim_start().len();
    let words = rest.trim_start();
    let (style, ordinal) = kind(core, dotted, bracket)?;
    // "1.Peraturan" lacks its space, "3.25" and "a.n." are no marks.
    let begins = words.chars().next()?;
    let glued = matches!(style, Style::Decimal | Style::DecimalBracket) && begins.is_uppercase();
    if (gap == 0 && !glued) || label.ends_with("..") {
        return None;
    }
    if matches!(style, Style::Parts(_)) && !begins.is_uppercase() && begins != '*' {
        return None;
    }
    Some(Mark {
        style,
        text: printed.to_owned(),
        length: printed.len() + gap,
        ordinal,
    })
}

fn kind(core: &str, dotted: bool, bracket: bool) -> Option<(Style, u32)> {
    let mut letters = core.chars();
    let (first, single) = (letters.next()?, letters.next().is_none());
    if first.is_ascii_digit() {
        if core.len() <= 3
            && let Ok(value) = core.parse::<u32>()
        {
            return match (bracket, dotted) {
                (true, _) => Some((Style::DecimalBracket, value)),
                (false, true) => Some((Style::Decimal, value)),
                _ => None,
            };
        }
        let parts: Option<Vec<u32>> = core
            .split('.')
            .map(|part| part.parse().ok().filter(|value| *value < 100))
            .collect();
        let parts = parts.filter(|parts| parts.len() > 1 && !bracket)?;
        return Some((
            Style::Parts(u8::try_from(parts.len()).ok()?),
            parts.last().copied()?,
        ));
    }
    if !dotted && !bracket {
        return None;
    }
    if single && first.is_ascii_lowercase() {
        let style = if bracket {
            Style::LowerBracket
        } else {
            Style::Lower
        };
        return Some((style, u32::from(first) - u32::from('a') + 1));
    }
    if single && first.is_ascii_uppercase() && !bracket && !"IVX".contains(first) {
        return Some((Style::Upper, u32::from(first) - u32::from('A') + 1));
    }
    // "I." is the first of a Roman count or the ninth letter; the neighbours decide, see `resolve`.
    let value = roman(core)?;
    (!bracket && core.len() <= 7).then_some((Style::Roman, value))
}

/// The value of a number in capital Roman digits below 50.
pub(super) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 7 {
        return None;
    }
    let value = |digit: char| match digit {
        'I' => Some(1u32),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let mut total = 0u32;
    let mut highest = 0;
    // From the right, a digit below one already seen is taken away.
    for digit in digits.into_iter().rev() {
        total = if digit < highest {
            total.checked_sub(digit)?
        } else {
            total.checked_add(digit)?
        };
        highest = highest.max(digit);
    }
    Some(total)
}

/// A short line whose letters are capitals, enough of them to be words.
pub(super) fn is_capitals(text: &str) -> bool {
    const LONGEST: usize = 120;
    if text.len() > LONGEST || text.ends_with(['.', ':', ';', ',']) || text.starts_with(['[', '('])
    {
        return false;
    }
    let bare = text.trim_matches('*');
    let letters = bare.chars().filter(|c| c.is_alphabetic());
    let (mut capital, mut small) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            capital += 1;
        } else {
            small += 1;
        }
    }
    let longest = bare
        .split(|c: char| !c.is_alphabetic())
        .map(|word| word.chars().count())
        .max();
    small == 0
        && capital >= 5
        && longest.is_some_and(|longest| longest >= 4)
        && bare.chars().filter(char::is_ascii_digit).count() * 2 < capital
}

/// Whether the line ends a sentence or opens what follows.
pub(super) fn is_closed(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '”', '\'', ')', '*', '²', '³', '⁴', '⁵', '¹'])
        .ends_with(['.', ':', ';', '?', '!', '…'])
}
