//! Tables: repeated header rows, spans, tints, and the caption above.

use super::fit::{Letters, OPEN, full_lines, is_tall, letters};
use super::grid::{Slot, breadth, place, share_out};
use super::inline::Look;
use super::paragraph::{Setting, alignment};
use super::writer::{Frame, Writer, caption_bookmark};
use crate::escape::put;
use crate::tree::{Align, Inline, Row, RowKind, Rules, Table};

const HEAD_TINT: &str = "DDE4EE";
const SET_OFF_TINT: &str = "F0F3F8";
/// A body of no more rows and lines than these stays on one page.
const SHORT_ROWS: usize = 8;
const SHORT_LINES: u32 = 30;

/// What all cells of a table share.
struct Plan {
    widths: Vec<u32>,
    aligns: Vec<Align>,
    letters: Letters,
    ruled: bool,
    indent: u32,
}

/// What all cells of a row share.
#[derive(Clone, Copy)]
struct RowPlan {
    kind: RowKind,
    head: bool,
    /// Whether the row stays on the page of the next.
    kept: bool,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table, frame: Frame) {
        if let Some(caption) = &table.caption {
            self.tables += 1;
            let setting = Setting::styled("Caption").kept();
            self.caption("Tabel", self.tables, caption, setting, frame);
        } else {
            self.settle_break();
        }
        let declared = table.columns.len();
        let columns = breadth(&table.head, declared).max(breadth(&table.body, declared));
        if columns > 0 && table.head.len() + table.body.len() > 0 {
            // A column that nobody declared is as wide as the others on average.
            let sum: usize = table
                .columns
                .iter()
                .map(|column| usize::from(column.width))
                .sum();
            let usual = u16::try_from(sum / declared.max(1))
                .unwrap_or(u16::MAX)
                .max(1);
            let mut shares: Vec<u16> = table.columns.iter().map(|column| column.width).collect();
            shares.resize(columns, usual);
            let mut aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
            aligns.resize(columns, Align::default());
            let widths = share_out(frame.width.saturating_sub(frame.indent), &shares);
            let ruled = table.rules == Rules::Grid;
            let letters = if ruled {
                letters([&table.head, &table.body], &widths)
            } else {
                OPEN
            };
            self.grid(
                table,
                &Plan {
                    widths,
                    aligns,
                    letters,
                    ruled,
                    indent: frame.indent,
                },
            );
        }
        match &table.source {
            Some(source) => {
                self.paragraph(source, Setting::styled("Source"), frame, Look::default())
            }
            // Two tables that touch would become one.
            None => self.gap(160),
        }
    }

    /// A caption: "Tabel 4. Words"; the label and number are a field that references point to.
    pub(super) fn caption(
        &mut self,
        label: &str,
        number: u32,
        words: &[Inline],
        setting: Setting<'_>,
        frame: Frame,
    ) {
        self.open_paragraph(setting, frame);
        let id = self.next_bookmark();
        put!(
            self.out,
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{}\"/>",
            caption_bookmark(label, number)
        );
        let strong = Look {
            bold: true,
            ..Look::default()
        };
        self.run(&format!("{label} "), strong);
        self.field(
            &format!("SEQ {label} \\* ARABIC"),
            &number.to_string(),
            strong,
        );
        put!(self.out, "<w:bookmarkEnd w:id=\"{id}\"/>");
        self.run(". ", strong);
        self.inlines(words, Look::default());
        self.out.push_str("</w:p>");
    }

    fn grid(&mut self, table: &Table, plan: &Plan) {
        let style = if plan.ruled {
            "ReportTable"
        } else {
            "PlainTable"
        };
        put!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblInd w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblCellMar><w:left w:w=\"{margin}\" w:type=\"dxa\"/><w:right w:w=\"{margin}\" w:type=\"dxa\"/></w:tblCellMar>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>",
            plan.widths.iter().sum::<u32>(),
            plan.indent,
            margin = plan.letters.margin,
        );
        grid_columns(&mut self.out, &plan.widths);
        self.rows(&table.head, plan, true, !table.body.is_empty());
        self.rows(&table.body, plan, false, false);
        self.out.push_str("</w:tbl>");
    }

    fn rows(&mut self, rows: &[Row], plan: &Plan, head: bool, more: bool) {
        let placed = place(rows, plan.widths.len());
        let lines = placed
            .iter()
            .map(|slots| full_lines(slots, &plan.widths, plan.letters).saturating_add(1))
            .fold(0, u32::saturating_add);
        let short = rows.len() <= SHORT_ROWS && lines <= SHORT_LINES;
        for (at, (row, slots)) in rows.iter().zip(&placed).enumerate() {
            self.out.push_str("<w:tr><w:trPr>");
            if !is_tall(slots, &plan.widths, plan.letters) {
                self.out.push_str("<w:cantSplit/>");
            }
            if head {
                self.out.push_str("<w:tblHeader/>");
            }
            self.out.push_str("</w:trPr>");
            // A head stays with its body, a group's title with its first row, and no total begins a page alone.
            let last = at + 1 == rows.len();
            let before_total = rows
                .get(at + 1)
                .is_some_and(|next| next.kind == RowKind::Total);
            let kept = match head {
                true => more || !last,
                false => !last && (short || row.kind == RowKind::Group || before_total),
            };
            for slot in slots {
                self.slot(
                    slot,
                    RowPlan {
                        kind: row.kind,
                        head,
                        kept,
                    },
                    plan,
                );
            }
            self.out.push_str("</w:tr>");
        }
    }

    fn slot(&mut self, slot: &Slot<'_>, row: RowPlan, plan: &Plan) {
        let RowPlan { kind, head, kept } = row;
        let (column, span, merge) = match slot {
            Slot::Cell {
                column,
                span,
                opens: true,
                ..
            } => (*column, *span, "<w:vMerge w:val=\"restart\"/>"),
            Slot::Cell {
                column,
                span,
                opens: false,
                ..
            } => (*column, *span, ""),
            Slot::Below { column, span } => (*column, *span, "<w:vMerge/>"),
            Slot::Empty { column } => (*column, 1, ""),
        };
        let width: u32 = plan.widths.iter().skip(column).take(span).sum();
        put!(
            self.out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
        );
        if span > 1 {
            put!(self.out, "<w:gridSpan w:val=\"{span}\"/>");
        }
        self.out.push_str(merge);
        let tint = match kind {
            _ if head && plan.ruled => HEAD_TINT,
            RowKind::Normal => "",
            RowKind::Total | RowKind::Group => SET_OFF_TINT,
        };
        if !tint.is_empty() {
            put!(
                self.out,
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{tint}\"/>"
            );
        }
        if head {
            self.out.push_str("<w:vAlign w:val=\"center\"/>");
        }
        let style = if head {
            plan.letters.head
        } else {
            plan.letters.body
        };
        put!(
            self.out,
            "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>"
        );
        if kept {
            self.out.push_str("<w:keepNext/>");
        }
        // A head is bold by its style.
        let look = Look {
            cell: true,
            bold: !head && kind != RowKind::Normal,
            ..Look::default()
        };
        let Slot::Cell { cell, .. } = slot else {
            self.out.push_str("</w:pPr></w:p></w:tc>");
            return;
        };
        let usual = if head {
            Align::Centre
        } else {
            plan.aligns.get(column).copied().unwrap_or_default()
        };
        let align = cell.align.unwrap_or(match kind {
            RowKind::Group if span > 1 => Align::Left,
            _ => usual,
        });
        if align != if head { Align::Centre } else { Align::Left } {
            put!(self.out, "<w:jc w:val=\"{}\"/>", alignment(align));
        }
        self.out.push_str("</w:pPr>");
        self.inlines(&cell.content, look);
        self.out.push_str("</w:p></w:tc>");
    }
}

/// Writes the grid of a table.
pub(super) fn grid_columns(out: &mut String, widths: &[u32]) {
    out.push_str("<w:tblGrid>");
    for width in widths {
        put!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
}
