//! Blocks of the body.

use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::tree::{
    Block, Callout, CalloutKind, Column, Heading, List, Marker, PageNumbering, Paragraph,
    ParagraphStyle, Section,
};

impl Writer<'_> {
    /// The outermost blocks, in sheets of one orientation and numbering.
    pub(super) fn sections(&mut self, blocks: &[Block]) {
        let mut section = Section::default();
        let mut rest = blocks;
        while !rest.is_empty() {
            if let Some((Block::Section(next), after)) = rest.split_first() {
                section = *next;
                rest = after;
            }
            let end = rest
                .iter()
                .position(|block| matches!(block, Block::Section(_)))
                .unwrap_or(rest.len());
            let (sheet, after) = rest.split_at(end);
            let numbering = match section.numbering {
                PageNumbering::None => "bare",
                PageNumbering::Roman => "roman",
                PageNumbering::Arabic => "arabic",
            };
            let lie = if section.landscape { " landscape" } else { "" };
            put!(self.out, "<div class=\"sheet {numbering}{lie}\">\n");
            self.blocks(sheet);
            self.out.push_str("</div>\n");
            rest = after;
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::List(list) => self.list(list),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::Formula(formula) => self.formula(formula),
                Block::Callout(callout) => self.callout(callout),
                Block::Contents(kind) => self.contents(*kind),
                Block::Columns(columns) => self.columns(columns),
                Block::PageBreak => self.out.push_str("<div class=\"turn\"></div>\n"),
                Block::Space(_) => self.out.push_str("<div class=\"space\"></div>\n"),
                // Only the outermost blocks open sheets.
                Block::Section(_) => {}
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.headings += 1;
        let number = self.headings;
        // The title of the whole document is the first level.
        let level = heading.level.clamp(1, 5) + 1;
        put!(self.out, "<h{level} id=\"h{number}\">");
        if let Some(label) = &heading.number {
            put!(self.out, "<span class=\"num\">{}</span> ", Escaped(label));
        }
        self.inlines(&heading.content);
        put!(self.out, "</h{level}>\n");
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let (open, close) = match paragraph.style {
            ParagraphStyle::Body => ("<p>", "</p>"),
            ParagraphStyle::Centred => ("<p class=\"centred\">", "</p>"),
            ParagraphStyle::Plain => ("<p class=\"plain\">", "</p>"),
            ParagraphStyle::Right => ("<p class=\"right\">", "</p>"),
            ParagraphStyle::Small => ("<p class=\"source\">", "</p>"),
            ParagraphStyle::Quote => ("<blockquote><p>", "</p></blockquote>"),
        };
        self.out.push_str(open);
        self.inlines(&paragraph.content);
        self.out.push_str(close);
        self.out.push('\n');
    }

    fn list(&mut self, list: &List) {
        let (open, close) = match list.marker {
            Marker::Bullet => ("<ul>", "</ul>"),
            Marker::Decimal => ("<ol>", "</ol>"),
            Marker::Letter => ("<ol type=\"a\">", "</ol>"),
        };
        self.out.push_str(open);
        for item in &list.items {
            self.out.push_str("<li>");
            self.blocks(item);
            self.out.push_str("</li>");
        }
        self.out.push_str(close);
        self.out.push('\n');
    }

    fn callout(&mut self, callout: &Callout) {
        let class = match callout.kind {
            CalloutKind::Note => "note-box",
            CalloutKind::Warning => "warning-box",
        };
        put!(self.out, "<div class=\"callout {class}\" role=\"note\">\n");
        if !callout.title.is_empty() {
            put!(
                self.out,
                "<p class=\"label\">{}</p>\n",
                Escaped(&callout.title)
            );
        }
        self.blocks(&callout.blocks);
        self.out.push_str("</div>\n");
    }

    fn columns(&mut self, columns: &[Column]) {
        self.out.push_str("<div class=\"columns\">\n");
        for column in columns {
            let class = self.rules.share(column.width.max(1));
            put!(self.out, "<div class=\"{class}\">");
            self.blocks(&column.blocks);
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</div>\n");
    }
}
