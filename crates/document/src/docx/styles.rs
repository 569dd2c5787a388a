//! The styles: what an editor finds in Word's list and goes on using.
//!
//! Styles that Word knows keep its English names in the file, because Word shows those in the user's language
//! ("heading 1" is shown as "Judul 1"); our own have Indonesian names.

mod form;
mod text;

use super::package::DECLARATION;
use crate::escape::put;

const SERIF: &str = "<w:rFonts w:ascii=\"Bookman Old Style\" w:hAnsi=\"Bookman Old Style\" w:eastAsia=\"Bookman Old Style\" w:cs=\"Bookman Old Style\"/>";
const SANS: &str =
    "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>";
/// Colour of titles.
const INK: &str = "1C3557";
/// Colour of small print, and of lines.
const QUIET: &str = "5C6470";
const RULE: &str = "AEB6C2";
/// Right edge of the text, where page numbers in the contents stand.
const EDGE: u32 = 8_788;

/// A paragraph style: id, name, id of the style that it builds on, paragraph and run properties.
struct Style {
    id: &'static str,
    name: &'static str,
    base: &'static str,
    paragraph: String,
    run: String,
    /// Whether it is shown in the gallery.
    quick: bool,
    /// Style of the paragraph after it.
    next: &'static str,
}

fn style(
    id: &'static str,
    name: &'static str,
    base: &'static str,
    paragraph: &str,
    run: &str,
) -> Style {
    Style {
        id,
        name,
        base,
        paragraph: paragraph.to_owned(),
        run: run.to_owned(),
        quick: false,
        next: "",
    }
}

impl Style {
    fn quick(mut self) -> Self {
        self.quick = true;
        self
    }

    fn followed_by(mut self, next: &'static str) -> Self {
        self.next = next;
        self
    }

    /// Whether the style is one of Word's own.
    fn is_known(&self) -> bool {
        let known = [
            "Normal",
            "Title",
            "Quote",
            "List Paragraph",
            "header",
            "footer",
            "footnote text",
            "caption",
        ];
        known.contains(&self.name)
            || ["heading ", "toc ", "table of "]
                .iter()
                .any(|start| self.name.starts_with(start))
    }

    fn write(&self, out: &mut String) {
        put!(out, "<w:style w:type=\"paragraph\"");
        if self.id == "Normal" {
            out.push_str(" w:default=\"1\"");
        }
        if !self.is_known() {
            out.push_str(" w:customStyle=\"1\"");
        }
        put!(
            out,
            " w:styleId=\"{}\"><w:name w:val=\"{}\"/>",
            self.id,
            self.name
        );
        if !self.base.is_empty() {
            put!(out, "<w:basedOn w:val=\"{}\"/>", self.base);
        }
        if !self.next.is_empty() {
            put!(out, "<w:next w:val=\"{}\"/>", self.next);
        }
        if self.quick {
            out.push_str("<w:qFormat/>");
        }
        if !self.paragraph.is_empty() {
            put!(out, "<w:pPr>{}</w:pPr>", self.paragraph);
        }
        if !self.run.is_empty() {
            put!(out, "<w:rPr>{}</w:rPr>", self.run);
        }
        out.push_str("</w:style>");
    }
}

fn spacing(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

/// Spacing with a line height in 240ths of a line.
fn leading(before: u32, after: u32, line: u32) -> String {
    format!(
        "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"auto\"/>"
    )
}

fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

fn bold(half_points: u32) -> String {
    format!("<w:b/><w:bCs/>{}", size(half_points))
}

fn ink(half_points: u32) -> String {
    format!(
        "<w:b/><w:bCs/><w:color w:val=\"{INK}\"/>{}",
        size(half_points)
    )
}

/// The styles part.
pub(super) fn part() -> String {
    let mut out = format!(
        "{DECLARATION}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>{SERIF}{}<w:lang w:val=\"id-ID\" w:eastAsia=\"id-ID\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>",
        size(22),
        leading(0, 120, 276)
    );
    for style in text::text()
        .into_iter()
        .chain(text::headings())
        .chain(text::lists())
        .chain(form::tables())
        .chain(form::cover())
    {
        style.write(&mut out);
    }
    out.push_str(form::CHARACTERS);
    form::tables_themselves(&mut out);
    out.push_str("</w:styles>");
    out
}
