//! What tokens mean by their neighbours, and groups of words.

use std::ops::Range;

use super::lex::{Kind, Token};

/// The bytes inside of the braces at the front.
pub(super) fn group(text: &str) -> Option<Range<usize>> {
    /// Words of one name; a longer stretch has lost its brace.
    const MOST: usize = 2000;
    if !text.starts_with('{') {
        return None;
    }
    let mut depth = 0usize;
    for (at, character) in text.char_indices().take(MOST) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(1..at);
        }
    }
    None
}

/// Words without the commands in them.
pub(super) fn plain(content: &str) -> String {
    let mut words = String::new();
    let mut characters = content.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let mut named = false;
                while characters.next_if(char::is_ascii_alphabetic).is_some() {
                    named = true;
                }
                if !named && let Some(sign) = characters.next() {
                    words.push(if sign == '\\' { ' ' } else { sign });
                }
            }
            '{' | '}' | '$' => {}
            _ => words.push(character),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells the letter x from the sign, and the colon that divides from the one that introduces.
pub(super) fn settle_signs(tokens: &mut [Token]) {
    let ends = |kind: &Kind| matches!(kind, Kind::Number(_) | Kind::Close | Kind::Percent);
    let begins = |kind: &Kind| {
        matches!(
            kind,
            Kind::Number(_) | Kind::Paren | Kind::Brace | Kind::Frac
        )
    };
    let named = |kind: &Kind| matches!(kind, Kind::Word(_) | Kind::Text(_));
    for at in 1..tokens.len() {
        let (Some(before), Some(after)) = (
            at.checked_sub(1)
                .and_then(|before| tokens.get(before))
                .map(|token| token.kind.clone()),
            tokens.get(at + 1).map(|token| token.kind.clone()),
        ) else {
            continue;
        };
        let Some(token) = tokens.get_mut(at) else {
            break;
        };
        match &token.kind {
            Kind::Word(word) if word == "x" && ends(&before) && begins(&after) => {
                token.kind = Kind::Times
            }
            Kind::Word(word)
                if word == "X" && ends(&before) && matches!(after, Kind::Number(_)) =>
            {
                token.kind = Kind::Times;
            }
            Kind::Colon if ends(&before) && begins(&after) || named(&before) && named(&after) => {
                token.kind = Kind::Divide;
            }
            Kind::Colon => token.kind = Kind::Relation,
            _ => {}
        }
    }
}

/// Ties openings to their closings.
pub(super) fn pair(text: &str, tokens: &mut [Token]) {
    let mut open: Vec<(usize, char)> = Vec::new();
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at) else { break };
        let sign = text
            .get(token.span.clone())
            .and_then(|sign| sign.chars().next_back())
            .unwrap_or_default();
        match token.kind {
            Kind::Brace | Kind::Paren => open.push((at, sign)),
            Kind::Close => {
                let wanted = match sign {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                // A brace closes over parentheses that were forgotten, not the other way round.
                while wanted == '{' && open.last().is_some_and(|(_, other)| *other != '{') {
                    open.pop();
                }
                if open.last().is_some_and(|(_, other)| *other == wanted)
                    && let Some((opening, _)) = open.pop()
                    && let Some(opening) = tokens.get_mut(opening)
                {
                    opening.close = Some(at);
                }
            }
            _ => {}
        }
    }
}
