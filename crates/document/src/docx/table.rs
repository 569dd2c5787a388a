//! Tables: repeated header rows, spans, tints, and the caption above.

use super::grid::{Slot, breadth, place, share_out};
use super::inline::Look;
use super::paragraph::{Setting, alignment};
use super::writer::{Frame, Writer, caption_bookmark};
use crate::escape::put;
use crate::tree::{Align, Inline, Row, RowKind, Rules, Table};

const HEAD_TINT: &str = "DDE4EE";
const SET_OFF_TINT: &str = "F0F3F8";
/// Columns narrower than this on average, in twentieths of a point, are set in smaller letters.
const NARROW: u32 = 1_100;

/// What all cells of a table share.
struct Plan {
    widths: Vec<u32>,
    aligns: Vec<Align>,
    ruled: bool,
    /// Styles of head and body cells.
    styles: [&'static str; 2],
    indent: u32,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table, frame: Frame) {
        if let Some(caption) = &table.caption {
            self.tables += 1;
            self.caption(
                "Tabel",
                self.tables,
                caption,
                Setting::styled("Caption").kept(),
                frame,
            );
        } else {
            self.settle_break();
        }
        let columns = table
            .columns
            .len()
            .max(breadth(&table.head, 0))
            .max(breadth(&table.body, 0));
        if columns > 0 && table.head.len() + table.body.len() > 0 {
            let usual = table.columns.iter().map(|column| column.width).sum::<u16>()
                / u16::try_from(table.columns.len().max(1)).unwrap_or(u16::MAX);
            let mut shares: Vec<u16> = table.columns.iter().map(|column| column.width).collect();
            shares.resize(columns, usual.max(1));
            let mut aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
            aligns.resize(columns, Align::default());
            let width = frame.width.saturating_sub(frame.indent);
            let narrow = width / u32::try_from(columns).unwrap_or(u32::MAX) < NARROW;
            let plan = Plan {
                widths: share_out(width, &shares),
                styles: match (table.rules, narrow) {
                    (Rules::None, _) => ["TableHead", "Plain"],
                    (Rules::Grid, false) => ["TableHead", "TableText"],
                    (Rules::Grid, true) => ["TableHeadSmall", "TableTextSmall"],
                },
                aligns,
                ruled: table.rules == Rules::Grid,
                indent: frame.indent,
            };
            self.grid(table, &plan);
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
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>",
            plan.widths.iter().sum::<u32>(),
            plan.indent
        );
        grid_columns(&mut self.out, &plan.widths);
        self.rows(&table.head, plan, true, !table.body.is_empty());
        self.rows(&table.body, plan, false, false);
        self.out.push_str("</w:tbl>");
    }

    fn rows(&mut self, rows: &[Row], plan: &Plan, head: bool, more: bool) {
        let placed = place(rows, plan.widths.len());
        for (row, slots) in rows.iter().zip(&placed) {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
            if head {
                self.out.push_str("<w:tblHeader/>");
            }
            self.out.push_str("</w:trPr>");
            for slot in slots {
                self.slot(slot, row.kind, plan, head, more);
            }
            self.out.push_str("</w:tr>");
        }
    }

    fn slot(&mut self, slot: &Slot<'_>, kind: RowKind, plan: &Plan, head: bool, more: bool) {
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
        let [head_style, body_style] = plan.styles;
        let style = if head { head_style } else { body_style };
        put!(
            self.out,
            "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>"
        );
        let mut look = Look {
            cell: true,
            bold: kind != RowKind::Normal,
            ..Look::default()
        };
        if head {
            look.bold = false;
            if more {
                self.out.push_str("<w:keepNext/>");
            }
        }
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
