//! Runs of text.

use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::targets::{Place, unknown};
use crate::tree::Inline;

impl Writer<'_> {
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        let mut rest = content;
        // What the line before has taken of the text: brackets and stops that cling to a value.
        let mut taken = 0;
        while let Some((inline, after)) = rest.split_first() {
            match inline {
                Inline::Text(words) => {
                    let words = words.get(taken..).unwrap_or_default();
                    let clinging = if opens_note(after) {
                        trailing(words, "([\"“‘")
                    } else {
                        0
                    };
                    let (words, opening) = words.split_at(words.len() - clinging);
                    put!(self.out, "{}", Escaped(words));
                    if clinging > 0 {
                        taken = self.unbroken(opening, after);
                        rest = after.get(1..).unwrap_or_default();
                        continue;
                    }
                }
                Inline::Value { .. } | Inline::Gap { .. } => {
                    taken = self.unbroken("", rest);
                    rest = after;
                    continue;
                }
                Inline::Strong(inner) => self.wrapped("strong", inner),
                Inline::Emphasis(inner) => self.wrapped("em", inner),
                Inline::Reference(anchor) => self.reference(anchor),
                Inline::Footnote(inner) => self.footnote(inner),
                Inline::Break => self.out.push_str("<br>"),
            }
            taken = 0;
            rest = after;
        }
    }

    /// The first inline with what clings to it on both sides, since a line may break at the edge of a button.
    /// Gives how much of the text that follows has been written.
    fn unbroken(&mut self, opening: &str, inlines: &[Inline]) -> usize {
        let following = match inlines.get(1) {
            Some(Inline::Text(words)) => words.as_str(),
            _ => "",
        };
        let clings = following
            .find(|character: char| !",.;:)]%?!\"”’".contains(character))
            .unwrap_or(following.len());
        let closing = following.get(..clings).unwrap_or_default();
        let together = !(opening.is_empty() && closing.is_empty());
        if together {
            put!(self.out, "<span class=\"nb\">{}", Escaped(opening));
        }
        match inlines.first() {
            Some(Inline::Value { text, key }) => self.value(text, Some(key)),
            Some(Inline::Gap { text, reason, key }) => self.missing(text, reason, key.as_deref()),
            _ => {}
        }
        if together {
            put!(self.out, "{}</span>", Escaped(closing));
        }
        closing.len()
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

/// Whether the next inline is one that may open a note.
fn opens_note(inlines: &[Inline]) -> bool {
    matches!(
        inlines.first(),
        Some(Inline::Value { .. } | Inline::Gap { .. })
    )
}

/// How many bytes at the end of the words are among the characters.
fn trailing(words: &str, characters: &str) -> usize {
    words.len()
        - words
            .trim_end_matches(|character| characters.contains(character))
            .len()
}
