//! Letters of a formula: which are words, which are numbers, and what LaTeX calls the signs.

use super::super::words::Words;
use crate::source::{Passage, Place};

/// Writes a stretch of letters in both notations.
pub(super) fn write(
    passage: &Passage,
    upright: bool,
    aligned: bool,
    latex: &mut Words,
    plain: &mut Words,
) {
    let letters = placed(passage);
    // Upright letters are words, unless someone typed a whole formula upright.
    let one_word = upright
        && passage.text.chars().any(char::is_alphabetic)
        && !passage
            .text
            .contains(['=', '/', '×', '÷', '+', '*', '∑', ':']);
    let mut at = 0;
    while let Some(&(letter, place)) = letters.get(at) {
        let length = if one_word {
            letters.len() - at
        } else {
            word(&letters[at..])
        };
        if length > 0 {
            latex.push_made("\\text{", place);
            for &(letter, place) in &letters[at..at + length] {
                if matches!(letter, '%' | '{' | '}' | '#' | '$' | '&' | '_' | '\\') {
                    latex.push_made("\\", place);
                }
                push(latex, letter, place);
                push(plain, letter, place);
            }
            latex.push_made("}", place);
            at += length;
            continue;
        }
        match name(letter) {
            Some(name) => latex.push_made(name, place),
            None if letter == '&' && aligned => latex.push_made("&", place),
            None if matches!(letter, '%' | '{' | '}' | '#' | '$' | '&' | '_') => {
                latex.push_made("\\", place);
                push(latex, letter, place);
            }
            None => push(latex, letter, place),
        }
        if !(letter == '&' && aligned) {
            push(plain, letter, place);
        }
        at += 1;
    }
}

fn push(words: &mut Words, letter: char, place: Place) {
    words.push(letter.encode_utf8(&mut [0; 4]), place);
}

/// Each letter with its place.
fn placed(passage: &Passage) -> Vec<(char, Place)> {
    let mut origins = passage.origins.iter().peekable();
    let mut place = Place::default();
    passage
        .text
        .char_indices()
        .map(|(at, letter)| {
            while let Some(origin) = origins.next_if(|origin| origin.start <= at) {
                place = origin.place;
            }
            let here = place;
            place.column = place.column.saturating_add(1);
            (letter, here)
        })
        .collect()
}

/// Length of the words that begin here: two letters or more, and what belongs to them; 0 where none begin.
fn word(letters: &[(char, Place)]) -> usize {
    let is_letter = |at: usize| {
        letters
            .get(at)
            .is_some_and(|(letter, _)| letter.is_alphabetic() && letter.is_ascii())
    };
    if !(is_letter(0) && is_letter(1)) {
        return 0;
    }
    let mut end = 0;
    loop {
        while is_letter(end) {
            end += 1;
        }
        // A space or a hyphen joins two words; a space and a single letter x is a sign of multiplication.
        let joined = letters
            .get(end)
            .is_some_and(|(letter, _)| matches!(letter, ' ' | '-'));
        let single_x = letters
            .get(end + 1)
            .is_some_and(|(letter, _)| matches!(letter, 'x' | 'X'))
            && !is_letter(end + 2);
        if joined && is_year(letters.get(end + 1..).unwrap_or_default()) {
            end += 5;
        } else if !joined || !is_letter(end + 1) || single_x {
            return end;
        } else {
            end += 1;
        }
    }
}

/// Whether a year begins here, which belongs to the words before it: it multiplies nothing.
fn is_year(letters: &[(char, Place)]) -> bool {
    let digits = letters
        .iter()
        .take_while(|(letter, _)| letter.is_ascii_digit())
        .count();
    let century = matches!(letters, [('1', _), ('9', _), ..] | [('2', _), ('0', _), ..]);
    let goes_on = letters
        .get(digits)
        .is_some_and(|(letter, _)| matches!(letter, '.' | ',' | '%') || letter.is_alphabetic());
    digits == 4 && century && !goes_on
}

/// What LaTeX calls a sign.
fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '×' | '✕' | '⨯' => "\\times ",
        '÷' => "\\div ",
        '·' | '⋅' | '∙' => "\\cdot ",
        '−' | '–' => "-",
        '∗' => "*",
        '≤' => "\\leq ",
        '≥' => "\\geq ",
        '≠' => "\\neq ",
        '≈' => "\\approx ",
        '±' => "\\pm ",
        '∑' | 'Σ' => "\\sum ",
        '∏' => "\\prod ",
        '\\' => "\\backslash ",
        '\u{2061}'..='\u{2064}' => "",
        _ => return None,
    })
}

/// The sign of a sum, a product, an integral.
pub(super) fn operator(sign: &str) -> String {
    match sign {
        "∑" | "Σ" => "\\sum".to_owned(),
        "∏" => "\\prod".to_owned(),
        "∫" | "" => "\\int".to_owned(),
        other => other.to_owned(),
    }
}

/// A parenthesis.
pub(super) fn fence(sign: &str) -> String {
    match sign {
        "{" => "\\{".to_owned(),
        "}" => "\\}".to_owned(),
        other => other.to_owned(),
    }
}

/// Whether a stretch of LaTeX can carry an index without braces.
pub(super) fn is_atom(latex: &str) -> bool {
    latex.chars().count() == 1
        || latex
            .strip_prefix("\\text{")
            .and_then(|rest| rest.strip_suffix('}'))
            .is_some_and(|inner| !inner.contains(['{', '}']))
        || (!latex.is_empty() && latex.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a stretch of LaTeX is a sum or an equation.
pub(super) fn has_terms(latex: &str) -> bool {
    latex.contains(['+', '-', '='])
}

/// Whether plain words need parentheses to stay together.
pub(super) fn falls_apart(plain: &str) -> bool {
    plain.contains(['+', '-', '−', '×', '÷', '/', '=', ':', '*'])
        && !(plain.starts_with('(') && plain.ends_with(')'))
}
