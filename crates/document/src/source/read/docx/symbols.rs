//! Letters of symbol fonts, and letters that look like others.

use std::borrow::Cow;

/// A letter of a symbol font by its number; `?` where nobody knows.
pub(super) fn symbol(font: &str, code: u32) -> char {
    let font = font.to_lowercase();
    // Word moves the letters of symbol fonts into a private area.
    let low = if (0xf000..=0xf0ff).contains(&code) {
        code - 0xf000
    } else if font.is_empty() || code > 0xff {
        return char::from_u32(code).unwrap_or('?');
    } else {
        code
    };
    if font.starts_with("wingdings") {
        wingdings(low)
    } else {
        symbol_font(low)
    }
}

fn symbol_font(code: u32) -> char {
    match code {
        0xa3 => '≤',
        0xb3 => '≥',
        0xb4 => '×',
        0xb8 => '÷',
        0xb1 => '±',
        0xb9 => '≠',
        0xbb => '≈',
        0x53 | 0xe5 => '∑',
        0x50 => '∏',
        0x61 => 'α',
        0x62 => 'β',
        0x6d => 'μ',
        0x73 => 'σ',
        0x44 => 'Δ',
        0xd7 => '⋅',
        0xb7 => '•',
        0xa7 => '▪',
        0xd8 => '➢',
        0xfc => '✓',
        0xb0 => '°',
        0xd6 => '√',
        0xae => '→',
        0x2d => '−',
        0x20..=0x40 | 0x5b..=0x5d | 0x7b..=0x7d => char::from_u32(code).unwrap_or('?'),
        _ => '?',
    }
}

fn wingdings(code: u32) -> char {
    match code {
        0xfc => '✓',
        0xfb => '✗',
        0xfe => '☑',
        0xfd => '☒',
        0xa8 | 0x6f | 0x71 | 0x72 => '☐',
        0xa7 | 0x6e => '▪',
        0x6c | 0x9f => '•',
        0xd8 => '➢',
        0x76 => '❖',
        0xe0 => '→',
        0xdf => '←',
        0x20 => ' ',
        _ => '?',
    }
}

/// A bullet as printed, in letters that every font has.
pub(super) fn bullet(text: &str) -> String {
    match text.trim() {
        "" => "•".to_owned(),
        "o" => "○".to_owned(),
        mark => mark
            .chars()
            .map(|letter| match symbol("symbol", u32::from(letter)) {
                '?' => '•',
                _ if u32::from(letter) < 0x100 => letter,
                known => known,
            })
            .collect(),
    }
}

/// Words with each letter as a reader would type it: kinds of spaces as a space, raised digits as raised digits.
pub(super) fn plain(text: &str, raised: bool) -> Cow<'_, str> {
    let odd = |letter: char| !letter.is_ascii() || letter.is_control() || raised;
    if !text.chars().any(odd) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|letter| same(letter, raised)).collect())
}

fn same(letter: char, raised: bool) -> char {
    match letter {
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        '0'..='9' if raised => raised_digit(letter),
        '\u{f000}'..='\u{f0ff}' => symbol("symbol", u32::from(letter)),
        letter if letter.is_control() => ' ',
        letter => letter,
    }
}

fn raised_digit(digit: char) -> char {
    match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}

/// Whether a letter takes no room on paper.
pub(super) fn invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

/// A number in raised digits.
pub(super) fn raised(number: u32) -> String {
    number.to_string().chars().map(raised_digit).collect()
}
