//! Blocks of the body, each sent to the part that writes it.

use super::DocxError;
use super::inline::Look;
use super::paragraph::Setting;
use super::writer::{Frame, Writer, heading_bookmark, reference_bookmark};
use crate::escape::put;
use crate::targets::Place;
use crate::tree::{Align, Block, Column, Heading, Paragraph, ParagraphStyle};

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], frame: Frame) -> Result<(), DocxError> {
        let mut frame = frame;
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading, frame),
                Block::Paragraph(paragraph) => self.body_paragraph(paragraph, frame),
                Block::List(list) => self.list(list, frame)?,
                Block::Table(table) => self.table(table, frame),
                Block::Figure(figure) => self.figure(figure, frame)?,
                Block::Formula(formula) => self.formula(formula, frame),
                Block::Callout(callout) => self.callout(callout, frame)?,
                Block::Contents(kind) => self.contents(*kind, frame),
                Block::Columns(columns) => self.columns(columns, frame)?,
                Block::PageBreak => self.break_pending = true,
                // Inside a cell or list there is no page to turn, so only the outermost blocks open sections.
                Block::Section(section) if !frame.cell && frame.depth == 0 => {
                    self.turn_to(*section);
                    frame = self.section.frame();
                }
                Block::Section(_) => {}
                Block::Space(points) => self.gap(u32::from(*points) * 20),
            }
            self.section.at_start = matches!(block, Block::Section(_)) && self.section.at_start;
        }
        Ok(())
    }

    fn heading(&mut self, heading: &Heading, frame: Frame) {
        let level = heading.level.clamp(1, 5);
        let style = if heading.listed {
            format!("Heading{level}")
        } else {
            format!("Unlisted{level}")
        };
        let page_break = (level == 1 && self.section.at_start).then_some(false);
        self.break_pending &= level != 1;
        self.headings += 1;
        let name = heading_bookmark(self.headings);
        self.open_paragraph(
            Setting {
                style: &style,
                page_break,
                ..Setting::default()
            },
            frame,
        );
        let id = self.next_bookmark();
        put!(
            self.out,
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"
        );
        let anchored = heading.anchor.is_some();
        if let Some(number) = &heading.number {
            // A sentence says "bagian A", not "bagian A.", so the bookmark leaves the dot out.
            let named = number.trim_end_matches('.');
            self.referable(anchored, |writer| writer.run(named, Look::default()));
            self.run(
                number.strip_prefix(named).unwrap_or_default(),
                Look::default(),
            );
            // A chapter's number stands on a line of its own above the title.
            let part = if level == 1 {
                "<w:r><w:br/></w:r>"
            } else {
                "<w:r><w:tab/></w:r>"
            };
            self.out.push_str(part);
            self.inlines(&heading.content, Look::default());
        } else {
            self.referable(anchored, |writer| {
                writer.inlines(&heading.content, Look::default())
            });
        }
        put!(self.out, "<w:bookmarkEnd w:id=\"{id}\"/></w:p>");
    }

    /// Writes words, inside a bookmark that references to this heading repeat where there may be any.
    fn referable(&mut self, anchored: bool, write: impl FnOnce(&mut Self)) {
        if !anchored {
            return write(self);
        }
        let id = self.next_bookmark();
        let name = reference_bookmark(Place::Heading(self.headings));
        put!(
            self.out,
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"
        );
        write(self);
        put!(self.out, "<w:bookmarkEnd w:id=\"{id}\"/>");
    }

    fn body_paragraph(&mut self, paragraph: &Paragraph, frame: Frame) {
        let setting = match paragraph.style {
            ParagraphStyle::Body if frame.depth > 0 => Setting::styled("ListParagraph"),
            ParagraphStyle::Body if frame.cell => Setting::default().aligned(Align::Left),
            ParagraphStyle::Body => Setting::default(),
            ParagraphStyle::Centred => Setting::styled("Centred"),
            ParagraphStyle::Plain => Setting::styled("Plain"),
            ParagraphStyle::Right => Setting::styled("Plain").aligned(Align::Right),
            ParagraphStyle::Small => Setting::styled("Source"),
            ParagraphStyle::Quote => Setting::styled("Quote"),
        };
        self.paragraph(&paragraph.content, setting, frame, Look::default());
    }

    fn columns(&mut self, columns: &[Column], frame: Frame) -> Result<(), DocxError> {
        if columns.is_empty() {
            return Ok(());
        }
        let shares: Vec<u16> = columns.iter().map(|column| column.width).collect();
        let widths = super::grid::share_out(frame.width.saturating_sub(frame.indent), &shares);
        self.settle_break();
        put!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblInd w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>",
            widths.iter().sum::<u32>(),
            frame.indent
        );
        super::table::grid_columns(&mut self.out, &widths);
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (column, width) in columns.iter().zip(&widths) {
            put!(
                self.out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            );
            self.cell_blocks(
                &column.blocks,
                Frame {
                    width: width.saturating_sub(114),
                    indent: 0,
                    depth: 0,
                    cell: true,
                },
            )?;
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr></w:tbl>");
        self.gap(120);
        Ok(())
    }

    /// Blocks of a cell, which must end with a paragraph.
    pub(super) fn cell_blocks(&mut self, blocks: &[Block], frame: Frame) -> Result<(), DocxError> {
        let start = self.out.len();
        self.blocks(blocks, frame)?;
        if self.out.len() == start || !self.out.ends_with("</w:p>") {
            self.out.push_str("<w:p/>");
        }
        Ok(())
    }

    /// Gives a pending page break to an empty paragraph, where a table follows that could not carry it.
    pub(super) fn settle_break(&mut self) {
        if self.break_pending || self.mark_pending.is_some() {
            if self.mark_pending.is_some() {
                self.open_paragraph(Setting::default(), self.section.frame());
                self.out.push_str("</w:p>");
            } else {
                self.gap(20);
            }
        }
    }
}
