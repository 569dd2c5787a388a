//! Paragraphs and their properties, in the one order that Word accepts.

use super::writer::{Frame, Writer};
use crate::escape::put;
use crate::tree::Align;

/// How a paragraph is set beyond its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting<'s> {
    /// Style id; the empty string is the running text.
    pub(super) style: &'s str,
    /// Stay on the page of the next paragraph.
    pub(super) keep_next: bool,
    /// `Some` overrides the page break that the style asks for.
    pub(super) page_break: Option<bool>,
    /// Frame at the foot of the page (the cover's last lines).
    pub(super) at_foot: bool,
    /// Space before and after, in twentieths of a point.
    pub(super) spacing: Option<(u32, u32)>,
    /// Alignment that departs from the style's.
    pub(super) align: Option<Align>,
}

impl<'s> Setting<'s> {
    pub(super) fn styled(style: &'s str) -> Self {
        Self {
            style,
            ..Self::default()
        }
    }

    pub(super) fn kept(mut self) -> Self {
        self.keep_next = true;
        self
    }

    pub(super) fn aligned(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }
}

/// The name Word gives an alignment.
pub(super) fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

impl Writer<'_> {
    /// Opens a paragraph; the caller writes its runs and `</w:p>`.
    pub(super) fn open_paragraph(&mut self, setting: Setting<'_>, frame: Frame) {
        let page_break = if std::mem::take(&mut self.break_pending) {
            Some(true)
        } else {
            setting.page_break
        };
        let mark = self.mark_pending.take();
        let indent = if mark.is_some() { 0 } else { frame.indent };
        let out = &mut self.out;
        out.push_str("<w:p>");
        let start = out.len();
        out.push_str("<w:pPr>");
        let bare = out.len();
        if !setting.style.is_empty() {
            put!(out, "<w:pStyle w:val=\"{}\"/>", setting.style);
        }
        if setting.keep_next {
            out.push_str("<w:keepNext/>");
        }
        match page_break {
            Some(true) => out.push_str("<w:pageBreakBefore/>"),
            Some(false) => out.push_str("<w:pageBreakBefore w:val=\"0\"/>"),
            None => {}
        }
        if setting.at_foot {
            put!(
                out,
                "<w:framePr w:w=\"{}\" w:wrap=\"around\" w:vAnchor=\"margin\" w:hAnchor=\"margin\" w:xAlign=\"center\" w:yAlign=\"bottom\"/>",
                frame.width
            );
        }
        if let Some((list, level)) = mark {
            put!(
                out,
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            );
        }
        if let Some((before, after)) = setting.spacing {
            put!(
                out,
                "<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>"
            );
        }
        if indent > 0 {
            put!(out, "<w:ind w:left=\"{indent}\"/>");
        }
        if let Some(align) = setting.align {
            put!(out, "<w:jc w:val=\"{}\"/>", alignment(align));
        }
        if out.len() == bare {
            out.truncate(start);
        } else {
            out.push_str("</w:pPr>");
        }
    }

    /// A paragraph of one kind of run.
    pub(super) fn line(&mut self, words: &str, setting: Setting<'_>, frame: Frame) {
        self.open_paragraph(setting, frame);
        self.run(words, super::inline::Look::default());
        self.out.push_str("</w:p>");
    }

    /// An empty paragraph of an exact height in twentieths of a point.
    pub(super) fn gap(&mut self, height: u32) {
        // 1584 pt is the tallest line that Word accepts.
        let height = height.clamp(20, 31_680);
        let page_break = if std::mem::take(&mut self.break_pending) {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        put!(
            self.out,
            "<w:p><w:pPr>{page_break}<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{height}\" w:lineRule=\"exact\"/>\
             <w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>"
        );
    }
}
