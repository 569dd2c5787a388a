//! Tables in a region of their own that scrolls sideways, so that the page never does.

use super::writer::Writer;
use crate::escape::put;
use crate::tree::{Align, Row, RowKind, Rules, Table};

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let number = table.caption.as_ref().map(|_| {
            self.tables += 1;
            self.tables
        });
        let breadth = self.rules.breadth(table.columns.len().min(12));
        let ruled = if table.rules == Rules::Grid {
            "grid"
        } else {
            "open"
        };
        match number {
            Some(number) => put!(
                self.out,
                "<div class=\"table\" id=\"tabel-{number}\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tabel-{number}-c\">\
                 <table class=\"{ruled} {breadth}\">\n"
            ),
            None => put!(
                self.out,
                "<div class=\"table\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel\"><table class=\"{ruled} {breadth}\">\n"
            ),
        }
        if let (Some(number), Some(caption)) = (number, &table.caption) {
            put!(
                self.out,
                "<caption id=\"tabel-{number}-c\"><span><span class=\"num\">Tabel {number}.</span> "
            );
            self.inlines(caption);
            self.out.push_str("</span></caption>\n");
        }
        self.column_widths(table);
        if !table.head.is_empty() {
            self.out.push_str("<thead>\n");
            self.rows(&table.head, table, true);
            self.out.push_str("</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        self.rows(&table.body, table, false);
        self.out.push_str("</tbody>\n</table></div>\n");
        if let Some(source) = &table.source {
            self.out.push_str("<p class=\"source\">");
            self.inlines(source);
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn column_widths(&mut self, table: &Table) {
        let total: u32 = table
            .columns
            .iter()
            .map(|column| u32::from(column.width))
            .sum();
        if total == 0 {
            return;
        }
        self.out.push_str("<colgroup>");
        for column in &table.columns {
            let class = self
                .rules
                .width((u32::from(column.width) * 100 / total).max(1));
            put!(self.out, "<col class=\"{class}\">");
        }
        self.out.push_str("</colgroup>\n");
    }

    fn rows(&mut self, rows: &[Row], table: &Table, head: bool) {
        // How many rows a span from above still covers each column.
        let mut covered: Vec<u16> = vec![0; table.columns.len()];
        for row in rows {
            self.out.push_str(match row.kind {
                RowKind::Normal => "<tr>",
                RowKind::Total => "<tr class=\"total\">",
                RowKind::Group => "<tr class=\"group\">",
            });
            let mut column = 0;
            let mut opened: Vec<(usize, u16)> = Vec::new();
            for cell in &row.cells {
                while covered.get(column).is_some_and(|rows_left| *rows_left > 0) {
                    column += 1;
                }
                let usual = if head {
                    Align::Centre
                } else if row.kind == RowKind::Group {
                    Align::Left
                } else {
                    table
                        .columns
                        .get(column)
                        .map(|column| column.align)
                        .unwrap_or_default()
                };
                self.cell_open(
                    cell.colspan,
                    cell.rowspan,
                    cell.align.unwrap_or(usual),
                    head,
                    row.kind,
                );
                self.inlines(&cell.content);
                self.out.push_str(if head || row.kind == RowKind::Group {
                    "</th>"
                } else {
                    "</td>"
                });
                let span = usize::from(cell.colspan.max(1));
                opened.extend((column..column + span).map(|at| (at, cell.rowspan.max(1))));
                column += span;
            }
            covered
                .iter_mut()
                .for_each(|rows_left| *rows_left = rows_left.saturating_sub(1));
            for (at, rows) in opened {
                if let Some(rows_left) = covered.get_mut(at) {
                    *rows_left = rows - 1;
                }
            }
            self.out.push_str("</tr>\n");
        }
    }

    fn cell_open(&mut self, colspan: u16, rowspan: u16, align: Align, head: bool, kind: RowKind) {
        let element = match (head, kind) {
            (true, _) if colspan > 1 => "th scope=\"colgroup\"",
            (true, _) => "th scope=\"col\"",
            (false, RowKind::Group) => "th scope=\"row\"",
            (false, _) => "td",
        };
        put!(self.out, "<{element}");
        if colspan > 1 {
            put!(self.out, " colspan=\"{colspan}\"");
        }
        if rowspan > 1 {
            put!(self.out, " rowspan=\"{rowspan}\"");
        }
        self.out.push_str(match align {
            Align::Left => ">",
            Align::Centre => " class=\"c\">",
            Align::Right => " class=\"r\">",
        });
    }
}
