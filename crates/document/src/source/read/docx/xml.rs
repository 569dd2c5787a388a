//! Elements of Word's XML by meaning: their names, attributes and prefixes.

use quick_xml::events::BytesStart;

use super::math::MathTag;

/// An element that some reader looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum Tag {
    P,
    PPr,
    R,
    RPr,
    T,
    Tab,
    Break,
    CarriageReturn,
    NoBreakHyphen,
    Sym,
    PStyle,
    OutlineLvl,
    Ilvl,
    NumId,
    PageBreakBefore,
    Jc,
    SectPr,
    SectType,
    Vanish,
    VertAlign,
    Bold,
    RenderedBreak,
    Tbl,
    Tr,
    TrPr,
    TblHeader,
    GridBefore,
    Tc,
    TcPr,
    GridSpan,
    VMerge,
    FootnoteReference,
    EndnoteReference,
    Footnote,
    Endnote,
    CommentReference,
    FldChar,
    FldSimple,
    InstrText,
    Ins,
    Del,
    MoveFrom,
    /// What a tracked change of form had been before, and other stretches without words of the document.
    Hidden,
    TextBox,
    Drawing,
    Pict,
    Object,
    /// `mc:AlternateContent` and its ways.
    Alternate,
    Choice,
    Fallback,
    /// Parts of pictures.
    DocPr,
    Pic,
    Chart,
    Diagram,
    ImageData,
    OleObject,
    Math(MathTag),
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Space {
    Word,
    Math,
    Other,
}

/// Which prefix stands for which vocabulary.
#[derive(Debug, Default)]
pub(in crate::source) struct Prefixes {
    known: Vec<(String, Space)>,
}

/// A Word file declares some thirty prefixes; one that declares without end is told no more.
const PREFIXES: usize = 64;

impl Prefixes {
    /// What an element is.
    pub(in crate::source) fn tag(&mut self, start: &BytesStart<'_>) -> Tag {
        if start.attributes_raw().contains("xmlns") {
            self.learn(start);
        }
        let name = start.name();
        let (local, prefix) = name.decompose();
        let prefix = prefix.as_ref().map_or("", |prefix| prefix.as_ref());
        tag_of(self.space(prefix), local.as_ref())
    }

    fn learn(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let key: &str = attribute.key.as_ref();
            let prefix = match key.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) => match rest.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            let space = match attribute.value.as_ref() {
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
                "http://schemas.openxmlformats.org/officeDocument/2006/math"
                | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
                _ => Space::Other,
            };
            if let Some(entry) = self.known.iter_mut().find(|(known, _)| known == prefix) {
                entry.1 = space;
            } else if self.known.len() < PREFIXES {
                self.known.push((prefix.to_owned(), space));
            }
        }
    }

    fn space(&self, prefix: &str) -> Space {
        match self.known.iter().find(|(known, _)| known == prefix) {
            Some((_, space)) => *space,
            None if prefix == "w" => Space::Word,
            None if prefix == "m" => Space::Math,
            None => Space::Other,
        }
    }
}

fn tag_of(space: Space, local: &str) -> Tag {
    match space {
        Space::Word => word(local),
        Space::Math => MathTag::of(local).map_or(
            if local == "ctrlPr" {
                Tag::Hidden
            } else {
                Tag::Other
            },
            Tag::Math,
        ),
        Space::Other => match local {
            "AlternateContent" => Tag::Alternate,
            "Choice" => Tag::Choice,
            "Fallback" => Tag::Fallback,
            "docPr" => Tag::DocPr,
            "pic" => Tag::Pic,
            "chart" => Tag::Chart,
            "relIds" => Tag::Diagram,
            "imagedata" => Tag::ImageData,
            "OLEObject" => Tag::OleObject,
            _ => Tag::Other,
        },
    }
}

fn word(local: &str) -> Tag {
    match local {
        "p" => Tag::P,
        "pPr" => Tag::PPr,
        "r" => Tag::R,
        "rPr" => Tag::RPr,
        "t" => Tag::T,
        "tab" | "ptab" => Tag::Tab,
        "br" => Tag::Break,
        "cr" => Tag::CarriageReturn,
        "noBreakHyphen" => Tag::NoBreakHyphen,
        "sym" => Tag::Sym,
        "pStyle" => Tag::PStyle,
        "outlineLvl" => Tag::OutlineLvl,
        "ilvl" => Tag::Ilvl,
        "numId" => Tag::NumId,
        "pageBreakBefore" => Tag::PageBreakBefore,
        "jc" => Tag::Jc,
        "sectPr" => Tag::SectPr,
        "type" => Tag::SectType,
        "vanish" => Tag::Vanish,
        "vertAlign" => Tag::VertAlign,
        "b" => Tag::Bold,
        "lastRenderedPageBreak" => Tag::RenderedBreak,
        "tbl" => Tag::Tbl,
        "tr" => Tag::Tr,
        "trPr" => Tag::TrPr,
        "tblHeader" => Tag::TblHeader,
        "gridBefore" => Tag::GridBefore,
        "tc" => Tag::Tc,
        "tcPr" => Tag::TcPr,
        "gridSpan" => Tag::GridSpan,
        "vMerge" => Tag::VMerge,
        "footnoteReference" => Tag::FootnoteReference,
        "endnoteReference" => Tag::EndnoteReference,
        "footnote" => Tag::Footnote,
        "endnote" => Tag::Endnote,
        "commentReference" => Tag::CommentReference,
        "fldChar" => Tag::FldChar,
        "fldSimple" => Tag::FldSimple,
        "instrText" => Tag::InstrText,
        "ins" | "moveTo" => Tag::Ins,
        "del" => Tag::Del,
        "moveFrom" => Tag::MoveFrom,
        "pPrChange" | "rPrChange" | "tblPrChange" | "tblGridChange" | "trPrChange"
        | "tcPrChange" | "sectPrChange" | "tblPrExChange" | "numberingChange" | "delText"
        | "delInstrText" | "rt" | "sdtPr" | "sdtEndPr" | "tblGrid" | "tblPr" | "ffData" => {
            Tag::Hidden
        }
        "txbxContent" => Tag::TextBox,
        "drawing" => Tag::Drawing,
        "pict" => Tag::Pict,
        "object" => Tag::Object,
        _ => Tag::Other,
    }
}

/// An attribute by its name without prefix.
pub(in crate::source) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| {
            let key: &str = attribute.key.as_ref();
            key.rsplit(':').next() == Some(name)
        })
        .map(|attribute| {
            attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .map_or_else(|_| attribute.value.to_string(), |value| value.into_owned())
        })
}

/// The attribute `val` as a number.
pub(super) fn number(start: &BytesStart<'_>) -> Option<u32> {
    attribute(start, "val")?.trim().parse().ok()
}

/// Whether a switch is on: it is unless it says that it is not.
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    !matches!(
        attribute(start, "val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
