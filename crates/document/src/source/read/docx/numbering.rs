//! Automatic numbers: what Word prints before a paragraph of a list.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::symbols;
use super::xml::{attribute, number};

/// Levels of a list.
const LEVELS: usize = 9;
/// Letters of the longest mark; a real one has about ten.
const MARK: usize = 60;

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    form: String,
    text: String,
    /// Style whose paragraphs this level numbers.
    style: Option<String>,
    /// Whether numbers of all levels are printed in digits.
    legal: bool,
}

#[derive(Debug, Clone, Default)]
struct Pattern {
    levels: [Option<Level>; LEVELS],
}

#[derive(Debug, Clone, Default)]
struct List {
    pattern: u32,
    /// Where a level of this list begins anew.
    starts: Vec<(usize, u32)>,
    own: Vec<(usize, Level)>,
}

/// The lists of a file and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<u32, Pattern>,
    lists: HashMap<u32, List>,
    /// Lists whose pattern is said elsewhere: pattern to the list of a style that defines it.
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    begun: HashSet<u32>,
}

/// A mark as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) text: String,
    pub(super) bullet: bool,
    pub(super) depth: u8,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut pattern, mut list, mut level): (Option<u32>, Option<u32>, Option<usize>) =
            (None, None, None);
        // A damaged part gives the lists up to there.
        while let Ok(event) = reader.read_event() {
            let start = match &event {
                Event::Start(start) | Event::Empty(start) => start,
                Event::End(end) => {
                    match end.local_name().as_ref() {
                        "abstractNum" => pattern = None,
                        "num" => list = None,
                        "lvl" | "lvlOverride" => level = None,
                        _ => {}
                    }
                    continue;
                }
                Event::Eof | Event::DocType(_) => break,
                _ => continue,
            };
            let id = |name| attribute(start, name).and_then(|value| value.trim().parse().ok());
            let name = start.local_name();
            match name.as_ref() {
                "abstractNum" => {
                    pattern = id("abstractNumId");
                    level = None;
                    numbering
                        .patterns
                        .extend(pattern.map(|id| (id, Pattern::default())));
                }
                "num" => {
                    list = id("numId");
                    level = None;
                    numbering.lists.extend(list.map(|id| (id, List::default())));
                }
                "abstractNumId" => {
                    if let (Some(list), Some(pattern)) = (
                        list.and_then(|id| numbering.lists.get_mut(&id)),
                        number(start),
                    ) {
                        list.pattern = pattern;
                    }
                }
                "lvl" | "lvlOverride" => {
                    level = id("ilvl")
                        .and_then(|level| usize::try_from(level).ok())
                        .filter(|level| *level < LEVELS);
                    if name.as_ref() == "lvl" {
                        numbering.new_level(pattern, list, level);
                    }
                }
                "startOverride" => {
                    if let (Some(list), Some(level)) =
                        (list.and_then(|id| numbering.lists.get_mut(&id)), level)
                    {
                        list.starts.push((level, number(start).unwrap_or(1)));
                    }
                }
                other => {
                    if let Some(level) = numbering.level(pattern, list, level) {
                        match other {
                            "start" => level.start = number(start).unwrap_or(1),
                            "numFmt" => level.form = attribute(start, "val").unwrap_or_default(),
                            "lvlText" => level.text = attribute(start, "val").unwrap_or_default(),
                            "pStyle" => level.style = attribute(start, "val"),
                            "isLgl" => level.legal = true,
                            _ => {}
                        }
                    }
                }
            }
        }
        numbering
    }

    fn new_level(&mut self, pattern: Option<u32>, list: Option<u32>, at: Option<usize>) {
        let Some(at) = at else {
            return;
        };
        let level = Level {
            start: 1,
            ..Level::default()
        };
        if let Some(pattern) = pattern.and_then(|id| self.patterns.get_mut(&id)) {
            pattern.levels[at] = Some(level);
        } else if let Some(list) = list.and_then(|id| self.lists.get_mut(&id)) {
            list.own.push((at, level));
        }
    }

    fn level(
        &mut self,
        pattern: Option<u32>,
        list: Option<u32>,
        at: Option<usize>,
    ) -> Option<&mut Level> {
        let at = at?;
        if let Some(id) = pattern {
            return self.patterns.get_mut(&id)?.levels[at].as_mut();
        }
        let own = &mut self.lists.get_mut(&list?)?.own;
        own.last_mut()
            .filter(|(level, _)| *level == at)
            .map(|(_, level)| level)
    }

    /// Counts one paragraph of a list and gives its mark; none where the list is not known.
    pub(super) fn mark(&mut self, id: u32, level: Option<u8>, style: Option<&str>) -> Option<Mark> {
        let list = self.lists.get(&id)?;
        let pattern = self.patterns.get(&list.pattern)?;
        let at = match level {
            Some(level) => usize::from(level).min(LEVELS - 1),
            // A style names its list only; the list says which of its levels the style is.
            None => pattern
                .levels
                .iter()
                .position(|level| {
                    style.is_some()
                        && level.as_ref().and_then(|level| level.style.as_deref()) == style
                })
                .unwrap_or(0),
        };
        let level_at = |at: usize| {
            list.own
                .iter()
                .rev()
                .find(|(own, _)| *own == at)
                .map(|(_, level)| level)
                .or(pattern.levels.get(at)?.as_ref())
        };
        let counts = self.counts.entry(list.pattern).or_default();
        if self.begun.insert(id) {
            for (level, start) in &list.starts {
                counts[*level] = start.checked_sub(1);
                // A level that begins at 0 has nothing before it.
                counts[level + 1..].fill(None);
            }
        }
        let start = |at: usize| level_at(at).map_or(1, |level| level.start);
        for (upper, count) in counts.iter_mut().enumerate().take(at) {
            count.get_or_insert(start(upper));
        }
        counts[at] = Some(counts[at].map_or(start(at), |count| count.saturating_add(1)));
        counts[at + 1..].fill(None);
        let this = level_at(at)?;
        let depth = u8::try_from(at).unwrap_or(u8::MAX);
        if this.form == "bullet" {
            return Some(Mark {
                text: symbols::bullet(&this.text),
                bullet: true,
                depth,
            });
        }
        let mut text = String::new();
        let mut letters = this.text.chars().take(MARK).peekable();
        while let Some(letter) = letters.next() {
            let upper = letters
                .peek()
                .filter(|_| letter == '%')
                .and_then(|digit| digit.to_digit(10))
                .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
            match upper {
                Some(upper) => {
                    letters.next();
                    let form = match level_at(upper) {
                        Some(_) if this.legal => "decimal",
                        Some(level) => level.form.as_str(),
                        None => "decimal",
                    };
                    let count = counts.get(upper).copied().flatten().unwrap_or(0);
                    text.push_str(&printed(count, form));
                }
                None => text.push(letter),
            }
        }
        Some(Mark {
            text: text.trim().to_owned(),
            bullet: false,
            depth,
        })
    }
}

fn printed(count: u32, form: &str) -> String {
    match form {
        "none" => String::new(),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letters(count, b'A'),
        "lowerLetter" => letters(count, b'a'),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// 27 is AA and 53 is AAA, as Word counts.
fn letters(count: u32, first: u8) -> String {
    let Some(index) = count.checked_sub(1) else {
        return String::new();
    };
    let letter = first.saturating_add(u8::try_from(index % 26).unwrap_or(0));
    let times = usize::try_from(index / 26).unwrap_or(0).min(MARK) + 1;
    char::from(letter).to_string().repeat(times)
}

fn roman(count: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&count) {
        return count.to_string();
    }
    let mut left = count;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}
