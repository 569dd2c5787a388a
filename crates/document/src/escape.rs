//! Escaping shared by the markup writers.

use std::fmt;

/// Text that stays text inside XML and HTML, in content and in quoted attributes.
///
/// Characters that XML 1.0 forbids even as references are dropped: a file with one of them opens nowhere.
/// A carriage return is written as a reference, because a parser would otherwise fold it into a line feed.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = 0;
        for (at, character) in self.0.char_indices() {
            let instead = match character {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\r' => "&#13;",
                _ if is_forbidden(character) => "",
                _ => continue,
            };
            formatter.write_str(&self.0[written..at])?;
            formatter.write_str(instead)?;
            written = at + character.len_utf8();
        }
        formatter.write_str(&self.0[written..])
    }
}

/// Whether XML 1.0 has no way to write the character.
fn is_forbidden(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Appends formatted markup to a string, which cannot fail.
macro_rules! put {
    ($out:expr, $($argument:tt)*) => {{
        use std::fmt::Write as _;
        let _ = write!($out, $($argument)*);
    }};
}

pub(crate) use put;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text_and_forbidden_characters_vanish() {
        assert_eq!(
            Escaped("a<b>&\"c'\u{1}\u{0}]]>").to_string(),
            "a&lt;b&gt;&amp;&quot;c&#39;]]&gt;"
        );
    }
}
