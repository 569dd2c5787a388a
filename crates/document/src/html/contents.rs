//! Contents, lists of tables and figures, and the way to the chapters at the side of a wide screen.

use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::tree::{Block, ContentsKind, Heading, Inline, walk};

/// The deepest heading that the contents list.
const DEEPEST: u8 = 3;

impl Writer<'_> {
    pub(super) fn contents(&mut self, kind: ContentsKind) {
        let (name, entries) = match kind {
            ContentsKind::Headings => ("Daftar isi", self.heading_entries(DEEPEST)),
            ContentsKind::Tables => ("Daftar tabel", self.caption_entries("Tabel")),
            ContentsKind::Figures => ("Daftar gambar", self.caption_entries("Gambar")),
        };
        let id = if kind == ContentsKind::Headings && !self.contents_written {
            self.contents_written = true;
            " id=\"daftar-isi\""
        } else {
            ""
        };
        put!(
            self.out,
            "<nav class=\"contents\"{id} aria-label=\"{name}\"><details open><summary>{name}</summary>\n<ol>\n{entries}</ol>\n</details></nav>\n"
        );
    }

    /// The chapters, for the side of a wide screen.
    pub(super) fn side(&self, page: &mut String) {
        put!(
            page,
            "<nav class=\"side\" aria-label=\"Bab\"><ol>\n{}</ol></nav>\n",
            self.heading_entries(2)
        );
    }

    fn heading_entries(&self, deepest: u8) -> String {
        let mut headings: Vec<&Heading> = Vec::new();
        walk(&self.document.blocks, &mut |block| {
            if let Block::Heading(heading) = block {
                headings.push(heading);
            }
        });
        let mut out = String::new();
        for (heading, number) in headings.into_iter().zip(1..) {
            let level = heading.level.clamp(1, 5);
            if !heading.listed || level > deepest {
                continue;
            }
            put!(out, "<li class=\"l{level}\"><a href=\"#h{number}\">");
            if let Some(label) = &heading.number {
                put!(out, "<span class=\"num\">{}</span> ", Escaped(label));
            }
            put!(
                out,
                "{}</a></li>\n",
                Escaped(&self.targets.words(&heading.content))
            );
        }
        out
    }

    fn caption_entries(&self, label: &str) -> String {
        let mut captions: Vec<&[Inline]> = Vec::new();
        walk(&self.document.blocks, &mut |block| match block {
            Block::Table(table) if label == "Tabel" => captions.extend(table.caption.as_deref()),
            Block::Figure(figure) if label == "Gambar" && !figure.is_bare() => {
                captions.push(&figure.caption);
            }
            _ => {}
        });
        let anchor = label.to_lowercase();
        let mut out = String::new();
        for (caption, number) in captions.into_iter().zip(1..) {
            put!(
                out,
                "<li class=\"l2\"><a href=\"#{anchor}-{number}\"><span class=\"num\">{label} {number}.</span> {}</a></li>\n",
                Escaped(&self.targets.words(caption))
            );
        }
        out
    }
}
