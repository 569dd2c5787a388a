//! Lists with real numbering: each list is an instance of its own, so that each begins at 1.

use super::DocxError;
use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::escape::put;
use crate::tree::{Block, List, Marker};

/// Indent of one list level in twentieths of a point.
const STEP: u32 = 425;
/// Word knows nine levels.
const DEEPEST: u8 = 8;

/// The list instances given out so far.
#[derive(Debug, Default)]
pub(super) struct Lists {
    given: Vec<(Marker, u8)>,
}

impl Lists {
    fn give(&mut self, marker: Marker, level: u8) -> u32 {
        self.given.push((marker, level));
        u32::try_from(self.given.len()).unwrap_or(u32::MAX)
    }

    /// The numbering part.
    pub(super) fn part(&self) -> String {
        let mut out = String::from(super::package::DECLARATION);
        out.push_str("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for marker in [Marker::Bullet, Marker::Decimal, Marker::Letter] {
            put!(
                out,
                "<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"multilevel\"/>",
                pattern(marker)
            );
            for level in 0..=DEEPEST {
                let (format, text) = match marker {
                    Marker::Bullet => (
                        "bullet",
                        if level % 2 == 0 {
                            "•".to_owned()
                        } else {
                            "–".to_owned()
                        },
                    ),
                    Marker::Decimal => ("decimal", format!("%{}.", level + 1)),
                    Marker::Letter => ("lowerLetter", format!("%{}.", level + 1)),
                };
                put!(
                    out,
                    "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
                     <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"{STEP}\"/></w:pPr></w:lvl>",
                    (u32::from(level) + 1) * STEP
                );
            }
            out.push_str("</w:abstractNum>");
        }
        for ((marker, level), number) in self.given.iter().zip(1..) {
            put!(
                out,
                "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{}\"/>",
                pattern(*marker)
            );
            if *marker != Marker::Bullet {
                put!(
                    out,
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                );
            }
            out.push_str("</w:num>");
        }
        out.push_str("</w:numbering>");
        out
    }
}

fn pattern(marker: Marker) -> u32 {
    match marker {
        Marker::Bullet => 0,
        Marker::Decimal => 1,
        Marker::Letter => 2,
    }
}

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &List, frame: Frame) -> Result<(), DocxError> {
        let level = frame.depth.min(DEEPEST);
        let number = self.lists.give(list.marker, level);
        let inner = Frame {
            indent: (u32::from(level) + 1) * STEP,
            depth: frame.depth.saturating_add(1),
            ..frame
        };
        for item in &list.items {
            self.mark_pending = Some((number, level));
            if !matches!(item.first(), Some(Block::Paragraph(_))) {
                // The mark needs a line even where the item begins with something else.
                self.open_paragraph(Setting::styled("ListParagraph"), inner);
                self.out.push_str("</w:p>");
            }
            self.blocks(item, inner)?;
        }
        Ok(())
    }
}
