//! Contents, list of tables and list of figures: fields that Word brings up to date, filled in beforehand.

use super::inline::Look;
use super::paragraph::Setting;
use super::writer::{Frame, Writer, caption_bookmark, listed_headings};
use crate::escape::{Escaped, put};
use crate::tree::{Block, ContentsKind, Inline, walk};

/// The deepest heading that the contents list.
const DEEPEST: u8 = 3;

/// One line of a list.
struct Entry {
    style: String,
    words: String,
    bookmark: String,
}

impl Writer<'_> {
    pub(super) fn contents(&mut self, kind: ContentsKind, frame: Frame) {
        let (instruction, entries) = match kind {
            ContentsKind::Headings => (
                format!("TOC \\o \"1-{DEEPEST}\" \\h \\z \\u"),
                self.heading_entries(),
            ),
            ContentsKind::Tables => (
                "TOC \\h \\z \\c \"Tabel\"".to_owned(),
                self.caption_entries("Tabel"),
            ),
            ContentsKind::Figures => (
                "TOC \\h \\z \\c \"Gambar\"".to_owned(),
                self.caption_entries("Gambar"),
            ),
        };
        let open = format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            Escaped(&instruction)
        );
        let close = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        if entries.is_empty() {
            self.open_paragraph(Setting::styled("TOC1"), frame);
            self.out.push_str(&open);
            self.run("Tidak ada.", Look::default());
            self.out.push_str(close);
            return;
        }
        let last = entries.len();
        for (entry, at) in entries.iter().zip(1..) {
            self.open_paragraph(Setting::styled(&entry.style), frame);
            if at == 1 {
                self.out.push_str(&open);
            }
            put!(
                self.out,
                "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">",
                entry.bookmark
            );
            self.run(&entry.words, Look::default());
            self.out.push_str("<w:r><w:tab/></w:r>");
            self.field(
                &format!("PAGEREF {} \\h", entry.bookmark),
                "…",
                Look::default(),
            );
            self.out.push_str("</w:hyperlink>");
            self.out.push_str(if at == last { close } else { "</w:p>" });
        }
    }

    fn heading_entries(&self) -> Vec<Entry> {
        listed_headings(self.document)
            .into_iter()
            .filter(|(heading, _)| heading.level <= DEEPEST)
            .map(|(heading, bookmark)| {
                let words = self.targets.words(&heading.content);
                let words = match &heading.number {
                    Some(number) => format!("{number} {words}"),
                    None => words,
                };
                Entry {
                    style: format!("TOC{}", heading.level.clamp(1, DEEPEST)),
                    words,
                    bookmark,
                }
            })
            .collect()
    }

    fn caption_entries(&self, label: &str) -> Vec<Entry> {
        let mut captions = Vec::new();
        walk(&self.document.blocks, &mut |block| match block {
            Block::Table(table) if label == "Tabel" => captions.extend(table.caption.as_deref()),
            Block::Figure(figure) if label == "Gambar" && !figure.is_bare() => {
                captions.push(&figure.caption);
            }
            _ => {}
        });
        let entry = |(caption, number): (&[Inline], u32)| Entry {
            style: "TableofFigures".to_owned(),
            words: format!("{label} {number}. {}", self.targets.words(caption)),
            bookmark: caption_bookmark(label, number),
        };
        captions.into_iter().zip(1..).map(entry).collect()
    }
}
