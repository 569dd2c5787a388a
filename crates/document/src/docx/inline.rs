//! Runs of text inside a paragraph.

use super::writer::{Frame, Writer, reference_bookmark};
use crate::escape::{Escaped, put};
use crate::targets::unknown;
use crate::tree::Inline;

/// How a run looks beyond its paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether the words stand in a table cell, where the reason of a gap has no room.
    pub(super) cell: bool,
    /// Whether the words stand in a footnote, which cannot carry another.
    pub(super) footnote: bool,
}

impl Writer<'_> {
    /// A whole paragraph of inlines.
    pub(super) fn paragraph(
        &mut self,
        content: &[Inline],
        setting: super::paragraph::Setting<'_>,
        frame: Frame,
        look: Look,
    ) {
        self.open_paragraph(setting, frame);
        self.inlines(content, look);
        self.out.push_str("</w:p>");
    }

    pub(super) fn inlines(&mut self, content: &[Inline], look: Look) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Value { text: words, .. } => self.run(words, look),
                Inline::Strong(inner) => self.inlines(inner, Look { bold: true, ..look }),
                Inline::Emphasis(inner) => self.inlines(
                    inner,
                    Look {
                        italic: true,
                        ..look
                    },
                ),
                Inline::Gap { text, reason, .. } => self.missing(text, reason, look),
                Inline::Reference(anchor) => self.reference(anchor, look),
                Inline::Footnote(inner) => self.footnote(inner, look),
                Inline::Break => self.out.push_str("<w:r><w:br/></w:r>"),
            }
        }
    }

    pub(super) fn run(&mut self, words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        self.styled_run(words, "", look);
    }

    fn styled_run(&mut self, words: &str, style: &str, look: Look) {
        self.out.push_str("<w:r>");
        run_properties(&mut self.out, style, look);
        put!(
            self.out,
            "<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            Escaped(words)
        );
    }

    /// A gap stands out on screen and on paper, and says why unless it stands in a narrow cell.
    fn missing(&mut self, text: &str, reason: &str, look: Look) {
        if look.cell || reason.is_empty() {
            self.styled_run(text, "Gap", look);
        } else {
            self.styled_run(&format!("{text} ({reason})"), "Gap", look);
        }
    }

    fn reference(&mut self, anchor: &str, look: Look) {
        let target = self
            .targets
            .get(anchor)
            .map(|target| (reference_bookmark(target.place), target.words.clone()));
        match target {
            // Keep the words as they are set here: in the caption they are bold.
            Some((bookmark, words)) => {
                self.field(&format!("REF {bookmark} \\h \\* MERGEFORMAT"), &words, look)
            }
            None => self.styled_run(&unknown(anchor), "Gap", look),
        }
    }

    /// A field with the result that a reader sees before Word computes it anew.
    pub(super) fn field(&mut self, instruction: &str, result: &str, look: Look) {
        let mut properties = String::new();
        run_properties(&mut properties, "", look);
        put!(
            self.out,
            "<w:r>{properties}<w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r>{properties}<w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>\
             <w:r>{properties}<w:fldChar w:fldCharType=\"separate\"/></w:r>\
             <w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>\
             <w:r>{properties}<w:fldChar w:fldCharType=\"end\"/></w:r>",
            Escaped(instruction),
            Escaped(result)
        );
    }

    fn footnote(&mut self, content: &[Inline], look: Look) {
        if look.footnote {
            // A note within a note has no place in Word: its words follow in parentheses, so none is lost.
            self.run(" (", look);
            self.inlines(content, look);
            self.run(")", look);
            return;
        }
        self.footnote_count += 1;
        let id = self.footnote_count;
        put!(
            self.out,
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>"
        );
        let body = std::mem::take(&mut self.out);
        put!(
            self.out,
            "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        );
        self.inlines(
            content,
            Look {
                footnote: true,
                ..Look::default()
            },
        );
        self.out.push_str("</w:p></w:footnote>");
        let note = std::mem::replace(&mut self.out, body);
        self.footnotes.push_str(&note);
    }
}

/// Writes the run properties in Word's order, or nothing where there are none.
fn run_properties(out: &mut String, style: &str, look: Look) {
    if style.is_empty() && !look.bold && !look.italic {
        return;
    }
    out.push_str("<w:rPr>");
    if !style.is_empty() {
        put!(out, "<w:rStyle w:val=\"{style}\"/>");
    }
    if look.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if look.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    out.push_str("</w:rPr>");
}
