//! Styles: which of them make a heading, a line of contents, a numbered or a bold paragraph.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::{Prefixes, Tag, attribute, is_on, number};

/// Longest chain of styles that build on each other.
const CHAIN: usize = 20;
/// Deepest heading.
const DEEPEST: u8 = 6;

/// What a paragraph owes to its style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Level of the heading that it is.
    pub(super) heading: Option<u8>,
    /// Whether it is a line of contents, of a list of tables or figures, or a caption: never a heading.
    pub(super) listed: bool,
    /// List that numbers it.
    pub(super) list: Option<u32>,
    /// Level within the list.
    pub(super) level: Option<u8>,
    pub(super) bold: bool,
    pub(super) page_before: bool,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    outline: Option<u32>,
    list: Option<u32>,
    level: Option<u8>,
    bold: Option<bool>,
    page_before: Option<bool>,
}

/// The paragraph styles of a file, each with what it comes to.
#[derive(Debug, Default)]
pub(super) struct Styles {
    looks: HashMap<String, Look>,
    /// The style of paragraphs that name none.
    usual: Look,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Self {
        let mut read = HashMap::new();
        let mut usual = None;
        let mut reader = Reader::from_str(xml);
        let mut prefixes = Prefixes::default();
        let mut open: Option<(String, Style)> = None;
        // A damaged part gives the styles up to there.
        while let Ok(event) = reader.read_event() {
            let start = match &event {
                Event::Start(start) | Event::Empty(start) => start,
                Event::End(end) if end.local_name().as_ref() == "style" => {
                    read.extend(open.take());
                    continue;
                }
                Event::Eof | Event::DocType(_) => break,
                _ => continue,
            };
            let tag = prefixes.tag(start);
            let name = start.local_name();
            let name: &str = name.as_ref();
            if name == "style" && matches!(event, Event::Start(_)) {
                let id = attribute(start, "styleId").unwrap_or_default();
                if attribute(start, "type").as_deref() == Some("paragraph")
                    && attribute(start, "default").is_some_and(|value| value != "0")
                {
                    usual = Some(id.clone());
                }
                open = Some((id, Style::default()));
                continue;
            }
            let Some((_, style)) = &mut open else {
                continue;
            };
            match (tag, name) {
                (_, "name") => {
                    style.name = attribute(start, "val").unwrap_or_default().to_lowercase();
                }
                (_, "basedOn") => style.parent = attribute(start, "val"),
                (Tag::OutlineLvl, _) => style.outline = number(start),
                (Tag::NumId, _) => style.list = number(start),
                (Tag::Ilvl, _) => {
                    style.level = number(start).and_then(|level| u8::try_from(level).ok());
                }
                (Tag::Bold, _) => style.bold = Some(is_on(start)),
                (Tag::PageBreakBefore, _) => style.page_before = Some(is_on(start)),
                _ => {}
            }
        }
        let looks: HashMap<String, Look> = read
            .keys()
            .map(|id| (id.clone(), look(&read, id)))
            .collect();
        let usual = usual
            .and_then(|id| looks.get(&id).copied())
            .unwrap_or_default();
        Self { looks, usual }
    }

    /// What a paragraph owes to the style that it names, or to none.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        match id {
            None => self.usual,
            Some(id) => self
                .looks
                .get(id)
                .copied()
                // A style that is named and not defined is known by its id.
                .unwrap_or_else(|| Look {
                    heading: level_by_name(&id.to_lowercase()),
                    ..self.usual
                }),
        }
    }
}

fn look(styles: &HashMap<String, Style>, id: &str) -> Look {
    let mut found = Look::default();
    let (mut bold, mut page_before) = (None, None);
    let mut decided = false;
    let mut next = styles.get(id);
    for _ in 0..CHAIN {
        let Some(style) = next else {
            break;
        };
        if !decided {
            let name = style.name.as_str();
            found.listed |= is_listing(name);
            if let Some(level) = level_by_name(name) {
                (found.heading, decided) = (Some(level), true);
            } else if let Some(outline) = style.outline {
                (found.heading, decided) = (level_of(outline), true);
            }
        }
        found.list = found.list.or(style.list);
        found.level = found.level.or(style.level);
        bold = bold.or(style.bold);
        page_before = page_before.or(style.page_before);
        next = style.parent.as_ref().and_then(|parent| styles.get(parent));
    }
    found.bold = bold.unwrap_or(false);
    found.page_before = page_before.unwrap_or(false);
    if found.listed {
        found.heading = None;
    }
    found
}

/// Level of a heading by the outline level, which counts from 0 and is 9 for running text.
pub(super) fn level_of(outline: u32) -> Option<u8> {
    let level = u8::try_from(outline).ok().filter(|level| *level < 9)?;
    Some((level + 1).min(DEEPEST))
}

/// "heading 2", "judul 2"; also without the space, as ids are.
fn level_by_name(name: &str) -> Option<u8> {
    if name == "toc heading" {
        return Some(1);
    }
    let rest = name
        .strip_prefix("heading")
        .or_else(|| name.strip_prefix("judul"))?;
    let level: u8 = rest.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level.min(DEEPEST))
}

fn is_listing(name: &str) -> bool {
    let numbered = |prefix: &str| {
        name.strip_prefix(prefix)
            .is_some_and(|rest| rest.trim().parse::<u8>().is_ok())
    };
    numbered("toc")
        || numbered("contents")
        || matches!(name, "table of figures" | "caption" | "figure" | "table")
        || name.starts_with("figure index")
}
