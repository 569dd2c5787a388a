//! Runs of text.

use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::targets::{Place, unknown};
use crate::tree::Inline;

impl Writer<'_> {
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(words) => put!(self.out, "{}", Escaped(words)),
                Inline::Strong(inner) => self.wrapped("strong", inner),
                Inline::Emphasis(inner) => self.wrapped("em", inner),
                Inline::Value { text, key } => self.value(text, Some(key)),
                Inline::Gap { text, reason, key } => self.missing(text, reason, key.as_deref()),
                Inline::Reference(anchor) => self.reference(anchor),
                Inline::Footnote(inner) => self.footnote(inner),
                Inline::Break => self.out.push_str("<br>"),
            }
        }
    }

    fn wrapped(&mut self, element: &str, inner: &[Inline]) {
        put!(self.out, "<{element}>");
        self.inlines(inner);
        put!(self.out, "</{element}>");
    }

    /// A value; it opens its note where it has one.
    pub(super) fn value(&mut self, text: &str, key: Option<&str>) {
        match self.notes.ask(key, "") {
            Some(note) => put!(
                self.out,
                "<button type=\"button\" class=\"v\" popovertarget=\"n{note}\">{}</button>",
                Escaped(text)
            ),
            None => put!(self.out, "{}", Escaped(text)),
        }
    }

    fn missing(&mut self, text: &str, reason: &str, key: Option<&str>) {
        let text = Escaped(text);
        match self.notes.ask(key, reason) {
            Some(note) => put!(
                self.out,
                "<mark class=\"gap\"><button type=\"button\" class=\"v\" popovertarget=\"n{note}\">{text}</button></mark>"
            ),
            None => put!(self.out, "<mark class=\"gap\">{text}</mark>"),
        }
        if !reason.is_empty() {
            put!(
                self.out,
                "<span class=\"why\"> ({})</span>",
                Escaped(reason)
            );
        }
    }

    fn reference(&mut self, anchor: &str) {
        let Some(target) = self.targets.get(anchor) else {
            put!(
                self.out,
                "<mark class=\"gap\">{}</mark>",
                Escaped(&unknown(anchor))
            );
            return;
        };
        let (name, number) = match target.place {
            Place::Heading(number) => ("h", number),
            Place::Table(number) => ("tabel-", number),
            Place::Figure(number) => ("gambar-", number),
        };
        put!(
            self.out,
            "<a href=\"#{name}{number}\">{}</a>",
            Escaped(&target.words)
        );
    }

    fn footnote(&mut self, content: &[Inline]) {
        // The place is taken before the words are written, so that a note within a note gets the next number.
        self.footnotes.push(String::new());
        let number = self.footnotes.len();
        put!(
            self.out,
            "<sup class=\"fn\"><a id=\"fr{number}\" href=\"#fn{number}\" role=\"doc-noteref\" aria-label=\"Catatan kaki {number}\">{number}</a></sup>"
        );
        let body = std::mem::take(&mut self.out);
        self.inlines(content);
        let words = std::mem::replace(&mut self.out, body);
        if let Some(place) = self.footnotes.get_mut(number - 1) {
            *place = words;
        }
    }

    pub(super) fn endnotes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"endnotes\" role=\"doc-endnotes\" aria-label=\"Catatan kaki\">\n<ol>\n");
        for (words, number) in std::mem::take(&mut self.footnotes).iter().zip(1..) {
            put!(
                self.out,
                "<li id=\"fn{number}\">{words} <a href=\"#fr{number}\" role=\"doc-backlink\" aria-label=\"Kembali ke teks\">↩</a></li>\n"
            );
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}
