//! Words made fit to print: only characters that a font can show, and breaks where a word outgrows its line.

use super::world::{every_face_has, has_glyph};

/// Text that every reader of the PDF can show and copy: white space is single, a character without a glyph
/// is named by its code, because an archival PDF may not hold it and a silent loss would be worse.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{a0}' | '\u{ad}' | '\u{200b}' => out.push(c),
            // Byte order marks and joiners show nothing.
            '\u{feff}'
            | '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if is_mark(c) && !every_face_has(c) => name(c, &mut out),
            // The archive forbids characters whose meaning is private to a font.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => name(c, &mut out),
            // The replacement character stands for a loss already, and the fonts draw it as an empty box.
            '\u{fffd}' => name(c, &mut out),
            c if !c.is_control() && has_glyph(c) => out.push(c),
            c => name(c, &mut out),
        }
    }
    out
}

/// A mark that sits on the letter before it. The two are shaped as one, so the face of the letter must have both.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe2f}')
}

fn name(c: char, out: &mut String) {
    out.push_str(&format!("[U+{:04X}]", u32::from(c)));
}

/// Puts a break opportunity into each word wider than `room` (thousandths of an em), as `width` measures it.
///
/// Indonesian has no patterns in the typesetter, so words are cut before a consonant that a vowel follows;
/// figures are never cut. Web addresses are left alone: the typesetter breaks them itself, without a trace in
/// the text that a reader copies.
pub(super) fn soften(text: &str, room: u32, width: &dyn Fn(&str) -> u32) -> String {
    text.split(' ')
        .map(|word| {
            if width(word) <= room || is_figure(word) || is_address(word) {
                word.to_owned()
            } else {
                cut(word, room, width)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a word is an amount, a date or a number, which must stay in one piece.
pub(super) fn is_figure(word: &str) -> bool {
    let bare = word.trim_start_matches("(").trim_start_matches("Rp");
    bare.starts_with(|c: char| c.is_ascii_digit() || "-−–+(".contains(c))
        && bare.contains(|c: char| c.is_ascii_digit())
        && bare.len() <= 28
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || ".,-%()+/:−–;".contains(c))
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.")
}

fn cut(word: &str, room: u32, width: &dyn Fn(&str) -> u32) -> String {
    let chars: Vec<char> = word.chars().collect();
    let is_word = chars
        .iter()
        .all(|c| c.is_alphabetic() || ",.;:()".contains(*c));
    let mut out = String::new();
    // Characters since the last opportunity; none may outgrow the room.
    let mut run = String::new();
    for (i, &c) in chars.iter().enumerate() {
        let after_sign = i > 0 && "/-_.@?&=,;:".contains(chars[i - 1]);
        let opportunity = if is_word && syllable_starts(&chars, i) {
            Some('\u{ad}')
        } else if after_sign || width(&format!("{run}{c}-")) > room {
            Some('\u{200b}')
        } else {
            None
        };
        if let Some(mark) = opportunity.filter(|_| i > 0) {
            out.push_str(&run);
            out.push(mark);
            run.clear();
        }
        run.push(c);
    }
    out.push_str(&run);
    out
}

fn syllable_starts(chars: &[char], i: usize) -> bool {
    let vowel = |c: char| "aiueoAIUEO".contains(c);
    let digraph = |a: char, b: char| {
        matches!(
            (a.to_ascii_lowercase(), b.to_ascii_lowercase()),
            ('n', 'g' | 'y') | ('k', 'h') | ('s', 'y')
        )
    };
    // At least three letters stay on each side.
    if i < 3 || i + 3 > chars.len() || vowel(chars[i]) || !chars[i].is_alphabetic() {
        return false;
    }
    let starts = chars.get(i + 1).is_some_and(|&c| vowel(c))
        || (digraph(chars[i], chars[i + 1]) && chars.get(i + 2).is_some_and(|&c| vowel(c)));
    starts && !digraph(chars[i - 1], chars[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> u32 {
        text.chars().filter(|c| *c != '\u{ad}').count() as u32
    }

    #[test]
    fn words_that_fit_and_amounts_stay_whole() {
        assert_eq!(
            soften("pagu 12.345.678.900", 6, &letters),
            "pagu 12.345.678.900"
        );
    }

    #[test]
    fn amounts_of_money_are_amounts() {
        for word in [
            "Rp12.345.678.900,00",
            "(Rp1.000)",
            "−0,05",
            "97,29%",
            "31/12/2023",
        ] {
            assert!(is_figure(word), "{word}");
        }
        for word in ["Rp", "ikm.2023.realisasi", "-", "IV/a", "3,93indeks"] {
            assert!(!is_figure(word), "{word}");
        }
    }

    #[test]
    fn long_words_break_at_syllables() {
        let soft = soften("Keimigrasian", 6, &letters);
        assert_eq!(soft.replace('\u{ad}', "-"), "Kei-mig-ra-sian");
    }

    #[test]
    fn a_word_without_syllables_still_breaks() {
        let soft = soften(&"x".repeat(40), 10, &letters);
        assert!(
            soft.split('\u{200b}')
                .all(|part| part.chars().count() <= 10),
            "{soft:?}"
        );
    }

    #[test]
    fn a_character_without_a_glyph_is_named() {
        assert_eq!(clean("a\u{4e2d}\tb\u{0}"), "a[U+4E2D] b[U+0000]");
    }
}
