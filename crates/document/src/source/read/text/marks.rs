//! Takes marks of formatting out of words: emphasis, HTML tags, entities, ligatures, runs of white space.

use std::ops::Range;

use crate::source::read::build::{Builder, right};
use crate::source::{Passage, Place};

/// Tags that programs which turn pages into text leave behind; anything else between `<` and `>` is the author's.
const TAGS: [&str; 32] = [
    "a", "b", "big", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i", "img",
    "li", "mark", "ol", "p", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "u", "ul",
];
/// Tags at which a new line begins.
const BREAKS: [&str; 8] = ["br", "div", "hr", "li", "p", "table", "tr", "td"];

/// The words without their marks; `line_break` stands where a tag begins a new line.
pub(super) fn clean(raw: &Passage, line_break: char) -> Passage {
    let text = raw.text.as_str();
    let stars = pairs_of_stars(text);
    let mut stars = stars.iter().peekable();
    let mut spots = Spots::new(raw);
    let mut out = Builder::default();
    let mut raised = false;
    let mut at = 0;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let place = spots.at(at);
        while stars.next_if(|star| star.end <= at).is_some() {}
        let mut length = character.len_utf8();
        match character {
            '*' if stars.peek().is_some_and(|star| star.contains(&at)) => {}
            '<' => match tag(rest) {
                Some((bytes, name)) => {
                    length = bytes;
                    if name == "sup" {
                        raised = !rest.starts_with("</");
                    } else if BREAKS.contains(&name.as_str()) {
                        out.space(line_break, place);
                    }
                }
                None => out.push_char(character, place),
            },
            '&' => match entity(rest) {
                Some((bytes, decoded)) => {
                    length = bytes;
                    if decoded.is_whitespace() {
                        out.space(' ', place);
                    } else {
                        out.substitute(decoded.encode_utf8(&mut [0; 4]), place);
                    }
                }
                None => out.push_char(character, place),
            },
            '\n' => out.space('\n', place),
            _ if character.is_whitespace() => out.space(' ', place),
            '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{ad}' | '\u{feff}' | '\0' => {}
            _ => match (
                ligature(character),
                raised.then(|| superscript(character)).flatten(),
            ) {
                (Some(letters), _) => out.substitute(letters, place),
                (_, Some(digit)) => out.substitute(digit.encode_utf8(&mut [0; 4]), place),
                _ => out.push_char(character, place),
            },
        }
        at += length;
    }
    out.finish()
}

/// Walks along a passage and knows the place of each byte, without counting from the origin each time.
struct Spots<'p> {
    raw: &'p Passage,
    origin: usize,
    at: usize,
    place: Place,
}

impl<'p> Spots<'p> {
    fn new(raw: &'p Passage) -> Self {
        Self {
            raw,
            origin: 0,
            at: 0,
            place: Place::default(),
        }
    }

    /// The place of a byte that is not before the last one asked for.
    fn at(&mut self, to: usize) -> Place {
        while let Some(origin) = self.raw.origins.get(self.origin)
            && origin.start <= to
        {
            (self.at, self.place) = (origin.start, origin.place);
            self.origin += 1;
        }
        let walked = self
            .raw
            .text
            .get(self.at..to)
            .map_or(0, |stretch| stretch.chars().count());
        self.place = right(self.place, walked);
        self.at = to;
        self.place
    }
}

/// Stars that mark emphasis: runs of the same length that hug words from both sides.
fn pairs_of_stars(text: &str) -> Vec<Range<usize>> {
    /// Emphasis inside emphasis deeper than this is not looked for.
    const OPEN: usize = 16;
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find('*')) {
        let start = at + offset;
        let run = text.get(start..).unwrap_or_default();
        let length = run.len() - run.trim_start_matches('*').len();
        at = start + length;
        if length > 3 {
            continue;
        }
        let before = text.get(..start).and_then(|left| left.chars().next_back());
        let after = text.get(at..).and_then(|right| right.chars().next());
        let edge = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
        let hugs = |side: Option<char>| side.is_some_and(|c| !c.is_whitespace());
        let partner = open
            .iter()
            .rposition(|earlier| earlier.len() == length)
            .filter(|_| hugs(before) && edge(after));
        if let Some(partner) = partner {
            found.push(open.get(partner).cloned().unwrap_or_default());
            found.push(start..at);
            open.truncate(partner);
        } else if hugs(after) && edge(before) && open.len() < OPEN {
            open.push(start..at);
        }
    }
    found.sort_by_key(|run| run.start);
    found
}

/// The tag at the front: its length in bytes and its name.
fn tag(text: &str) -> Option<(usize, String)> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name: String = inner
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .take(8)
        .collect::<String>()
        .to_ascii_lowercase();
    if !TAGS.contains(&name.as_str()) {
        return None;
    }
    let after = inner.get(name.len()..)?;
    if !after.starts_with(['>', ' ', '/', '\n']) {
        return None;
    }
    let end = text.char_indices().take(240).find(|(_, c)| *c == '>')?.0;
    Some((end + 1, name))
}

/// The entity at the front: its length in bytes and its character.
pub(in crate::source::read) fn entity(text: &str) -> Option<(usize, char)> {
    let end = text.char_indices().take(12).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    let decoded = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "times" => '×',
        "divide" => '÷',
        "hellip" => '…',
        "bull" => '•',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sup2" => '²',
        "sup3" => '³',
        "le" => '≤',
        "ge" => '≥',
        "minus" => '−',
        "sum" => '∑',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    };
    Some((end + 1, decoded))
}

fn ligature(character: char) -> Option<&'static str> {
    Some(match character {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// A digit as a raised one.
pub(in crate::source::read) fn superscript(character: char) -> Option<char> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = usize::try_from(character.to_digit(10)?).ok()?;
    RAISED.get(digit).copied()
}

/// The digits of a raised number at the front, and its length in bytes.
pub(super) fn raised_number(text: &str) -> Option<(usize, String)> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut digits = String::new();
    let mut bytes = 0;
    for character in text.chars().take(4) {
        let Some(value) = RAISED.chars().position(|raised| raised == character) else {
            break;
        };
        digits.push_str(&value.to_string());
        bytes += character.len_utf8();
    }
    (bytes > 0).then_some((bytes, digits))
}
