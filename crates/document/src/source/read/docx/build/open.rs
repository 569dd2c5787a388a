//! Beginnings of elements: what they open, and what they say of what is open.

use quick_xml::events::BytesStart;

use super::super::math::{Formula, MathTag};
use super::super::paragraph::{Drawn, Paragraph};
use super::super::table::{Merge, Table};
use super::super::walk::Walk;
use super::super::xml::{Tag, attribute, is_on, number};
use super::{Builder, Frame};
use crate::source::Place;

impl Builder<'_> {
    pub(super) fn open(&mut self, tag: Tag, start: &BytesStart<'_>, walk: &Walk<'_>) {
        match tag {
            Tag::P => {
                let in_cell = self
                    .frames
                    .iter()
                    .any(|frame| matches!(frame, Frame::Table(_)));
                let line = walk.line().saturating_add(self.shift);
                let paragraph = Paragraph::new(line, in_cell);
                self.frames.push(Frame::Paragraph(Box::new(paragraph)));
            }
            Tag::Tbl => self.frames.push(Frame::Table(Box::default())),
            Tag::Footnote | Tag::Endnote => {
                let id = attribute(start, "id")
                    .filter(|_| attribute(start, "type").is_none_or(|kind| kind == "normal"));
                self.note = Some((id, self.built.found.len()));
            }
            Tag::Math(math) => self.open_math(math, start, walk),
            Tag::Tr
            | Tag::TblHeader
            | Tag::Del
            | Tag::GridBefore
            | Tag::Tc
            | Tag::GridSpan
            | Tag::VMerge => {
                if let Some(table) = self.table() {
                    in_table(table, tag, start);
                }
            }
            Tag::Chart | Tag::Diagram => {
                self.context.charts = self.context.charts.saturating_add(1);
                self.drawn(tag, start);
            }
            Tag::OleObject
                if attribute(start, "ProgID").is_some_and(|kind| kind.starts_with("Equation")) =>
            {
                self.context.old_formulas = self.context.old_formulas.saturating_add(1);
            }
            Tag::Drawing | Tag::Pict | Tag::Object | Tag::DocPr | Tag::Pic | Tag::ImageData => {
                self.drawn(tag, start);
            }
            Tag::PStyle
            | Tag::OutlineLvl
            | Tag::Ilvl
            | Tag::NumId
            | Tag::PageBreakBefore
            | Tag::Jc
            | Tag::SectPr
            | Tag::SectType => self.property(tag, start, walk),
            _ => {}
        }
    }

    fn open_math(&mut self, tag: MathTag, start: &BytesStart<'_>, walk: &Walk<'_>) {
        let (page, part) = (self.page, self.part);
        let block = walk.around().contains(&Tag::Math(MathTag::Paragraph));
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        if tag == MathTag::Whole && paragraph.formula.is_none() {
            let here = Place {
                page,
                part,
                line: paragraph.line,
                column: paragraph.column,
            };
            paragraph.formula = Some((Formula::new(here), block));
        } else if let Some((formula, _)) = &mut paragraph.formula {
            formula.open(tag, start);
        }
    }

    fn drawn(&mut self, tag: Tag, start: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        match tag {
            Tag::Drawing | Tag::Pict | Tag::Object => paragraph.drawn.push(Drawn::default()),
            _ => {
                if let Some(drawn) = paragraph.drawn.last_mut() {
                    drawn.look(tag, start);
                }
            }
        }
    }

    fn property(&mut self, tag: Tag, start: &BytesStart<'_>, walk: &Walk<'_>) {
        let near = walk.around().iter().rev().take(2);
        if !near.into_iter().any(|around| *around == Tag::PPr) {
            return;
        }
        let mut begins_page = false;
        if tag == Tag::PStyle {
            let look = self.context.styles.look(attribute(start, "val").as_deref());
            begins_page = look.page_before;
        }
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        match tag {
            Tag::PStyle => paragraph.style = attribute(start, "val"),
            Tag::OutlineLvl => paragraph.outline = number(start),
            Tag::Ilvl => {
                paragraph.level = number(start).and_then(|level| u8::try_from(level).ok());
            }
            Tag::NumId => paragraph.list = number(start),
            Tag::PageBreakBefore => begins_page = is_on(start),
            Tag::Jc => {
                paragraph.centred = attribute(start, "val").as_deref() == Some("center");
            }
            Tag::SectPr => paragraph.ends_section = true,
            Tag::SectType => {
                paragraph.ends_section &= attribute(start, "val").as_deref() != Some("continuous");
            }
            _ => {}
        }
        if begins_page {
            self.begin_page();
        }
    }
}

fn in_table(table: &mut Table, tag: Tag, start: &BytesStart<'_>) {
    match tag {
        Tag::Tr => table.begin_row(),
        Tag::TblHeader => table.row_is_head(is_on(start)),
        Tag::Del => table.row_is_deleted(),
        Tag::GridBefore => table.skip(number(start).unwrap_or(0)),
        Tag::Tc => table.begin_cell(),
        Tag::GridSpan => table.span(number(start).unwrap_or(1)),
        Tag::VMerge => table.merge(match attribute(start, "val").as_deref() {
            Some("restart") => Merge::Begins,
            _ => Merge::Continues,
        }),
        _ => {}
    }
}
