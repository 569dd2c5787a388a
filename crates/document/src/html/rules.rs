//! Style rules that depend on the document: column widths and shares.
//!
//! Elements carry classes, never style attributes, so that a stricter policy can be laid over the page.

use std::collections::BTreeSet;

use crate::escape::put;

/// The rules that the body has asked for.
#[derive(Debug, Default)]
pub(super) struct Rules {
    widths: BTreeSet<u32>,
    shares: BTreeSet<u16>,
    breadths: BTreeSet<usize>,
}

impl Rules {
    /// Class of a table column of so many percent.
    pub(super) fn width(&mut self, percent: u32) -> String {
        self.widths.insert(percent);
        format!("w{percent}")
    }

    /// Class of a column that takes so many shares of the line.
    pub(super) fn share(&mut self, share: u16) -> String {
        self.shares.insert(share);
        format!("s{share}")
    }

    /// Class of a table of so many columns, which keeps them legible on a phone.
    pub(super) fn breadth(&mut self, columns: usize) -> String {
        self.breadths.insert(columns);
        format!("k{columns}")
    }

    pub(super) fn sheet(&self) -> String {
        let mut out = String::new();
        for width in &self.widths {
            put!(out, ".w{width}{{width:{width}%}}\n");
        }
        for share in &self.shares {
            put!(out, ".s{share}{{flex-grow:{share}}}\n");
        }
        for columns in &self.breadths {
            put!(
                out,
                "@media screen{{.k{columns}{{min-width:{}rem}}}}\n",
                (80 + columns * 36) / 10
            );
            // A browser shrinks every page where one table is too wide for its own.
            let size = match columns {
                0..=7 => continue,
                8..=10 => "7pt",
                _ => "6pt",
            };
            put!(
                out,
                "@media print{{table.k{columns}{{font-size:{size}}}.k{columns} :is(th,td){{padding:2pt}}}}\n"
            );
        }
        out
    }
}

/// Text as a string inside a style sheet, where nothing in it can end the string or the sheet.
pub(super) fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '.' | ',' => out.push(character),
            '\0' => {}
            _ => put!(out, "\\{:x} ", u32::from(character)),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_string_cannot_leave_the_sheet() {
        assert_eq!(
            super::css_string("a\"</style>"),
            "\"a\\22 \\3c \\2f style\\3e \""
        );
    }
}
