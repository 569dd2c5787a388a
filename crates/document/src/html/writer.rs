//! The page around the body, and what its parts share while they are written.

use super::notes::Notes;
use super::rules::{Rules, css_string};
use crate::escape::{Escaped, put};
use crate::targets::Targets;
use crate::tree::{Block, ContentsKind, Cover, Document, walk};

const STYLE: &str = include_str!("../../../../naskah/gaya/lkjip.css");

/// Nothing may be loaded or run; only the style of this very file applies.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Writes the page.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) targets: Targets,
    /// Running markup: the body, or a footnote while one is written.
    pub(super) out: String,
    pub(super) footnotes: Vec<String>,
    pub(super) notes: Notes<'a>,
    pub(super) rules: Rules,
    pub(super) tables: u32,
    pub(super) figures: u32,
    pub(super) headings: u32,
    /// Whether a contents list with the name that the bar links to has been written.
    pub(super) contents_written: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            targets: Targets::of(document),
            out: String::with_capacity(64 * 1024),
            footnotes: Vec::new(),
            notes: Notes::of(document),
            rules: Rules::default(),
            tables: 0,
            figures: 0,
            headings: 0,
            contents_written: false,
        }
    }

    pub(super) fn write(mut self) -> String {
        let document = self.document;
        match &document.cover {
            Some(cover) => self.cover(cover),
            None => put!(
                self.out,
                "<h1 class=\"title\">{}</h1>",
                Escaped(&document.meta.title)
            ),
        }
        if !has_contents(document) {
            self.contents(ContentsKind::Headings);
        }
        self.sections(&document.blocks);
        self.endnotes();
        let main = std::mem::take(&mut self.out);
        self.page(&main)
    }

    fn page(self, main: &str) -> String {
        let meta = &self.document.meta;
        let mut page = String::with_capacity(main.len() + STYLE.len() + 16 * 1024);
        put!(
            page,
            "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n",
            Escaped(&meta.title)
        );
        let keywords = meta.keywords.join(", ");
        let date = meta.date.map(|date| date.to_string()).unwrap_or_default();
        for (name, content) in [
            ("author", meta.author.as_str()),
            ("description", &meta.subject),
            ("keywords", &keywords),
            ("dcterms.created", &date),
        ] {
            if !content.is_empty() {
                put!(
                    page,
                    "<meta name=\"{name}\" content=\"{}\">\n",
                    Escaped(content)
                );
            }
        }
        put!(
            page,
            "<style>\n{STYLE}\n{}{}@page{{@top-right{{content:{}}}@bottom-left{{content:{}}}}}\n</style>\n</head>\n<body>\n",
            self.rules.sheet(),
            watermark_size(meta.watermark.as_deref()),
            css_string(&meta.running_head),
            css_string(&meta.running_foot)
        );
        put!(
            page,
            "<a class=\"skip\" href=\"#isi\">Langsung ke isi</a>\n<header class=\"bar\"><p>{}</p><a href=\"#daftar-isi\">Daftar isi</a></header>\n",
            Escaped(if meta.running_head.is_empty() {
                &meta.title
            } else {
                &meta.running_head
            })
        );
        if let Some(word) = &meta.watermark {
            let word = Escaped(word);
            put!(
                page,
                "<p class=\"draft\" role=\"note\"><strong>{word}</strong></p>\n<div class=\"watermark\" aria-hidden=\"true\">{word}</div>\n"
            );
        }
        page.push_str("<div class=\"frame\">\n");
        self.side(&mut page);
        put!(page, "<main id=\"isi\">\n{main}</main>\n</div>\n");
        put!(
            page,
            "<footer class=\"foot\"><p>{}</p></footer>\n",
            Escaped(&meta.running_foot)
        );
        self.notes.write(&mut page);
        page.push_str("</body>\n</html>\n");
        page
    }

    fn cover(&mut self, cover: &Cover) {
        self.out
            .push_str("<section class=\"cover\" aria-label=\"Sampul\">\n");
        if let Some(crest) = &cover.crest {
            self.picture(crest, &crest.alt, "crest");
        }
        self.lines("p", "above", &cover.above);
        self.lines("h1", "title", &cover.title);
        if !cover.period.is_empty() {
            put!(
                self.out,
                "<p class=\"period\">{}</p>\n",
                Escaped(&cover.period)
            );
        }
        if let Some(photo) = &cover.photo {
            self.picture(photo, &photo.alt, "photo");
        }
        self.lines("p", "body", &cover.body);
        self.lines("p", "address", &cover.foot);
        self.out.push_str("</section>\n");
    }

    /// Lines of the cover as one element, broken where the tree breaks them.
    fn lines(&mut self, element: &str, class: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        put!(self.out, "<{element} class=\"{class}\">");
        for (at, line) in lines.iter().enumerate() {
            let part = if at == 0 { "" } else { " <br>" };
            put!(self.out, "{part}{}", Escaped(line));
        }
        put!(self.out, "</{element}>\n");
    }
}

/// Whether the document itself says where its contents stand.
fn has_contents(document: &Document) -> bool {
    let mut found = false;
    walk(&document.blocks, &mut |block| {
        found |= matches!(block, Block::Contents(ContentsKind::Headings));
    });
    found
}

/// Letters of the watermark as large as the page's diagonal lets them be.
fn watermark_size(word: Option<&str>) -> String {
    let letters = word.map_or(0, |word| word.chars().count());
    let size = 640_usize
        .checked_div(letters)
        .map(|size| size.clamp(16, 96));
    size.map_or_else(String::new, |size| {
        format!(".watermark{{font-size:{size}pt}}\n")
    })
}
