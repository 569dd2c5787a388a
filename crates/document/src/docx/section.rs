//! Sections of pages with their running head and foot.

use super::package::DECLARATION;
use super::writer::{Frame, Writer};
use crate::escape::{Escaped, put};
use crate::tree::{Meta, PageNumbering, Section};

// A4 and its margins in twentieths of a point: 3 cm at the bound edge, 2.5 cm elsewhere.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const BOUND: u32 = 1_701;
const MARGIN: u32 = 1_417;
/// Distance of the running head and foot from the paper's edge.
const RUNNING: u32 = 709;

/// The section that is being written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SectionState {
    section: Section,
    /// Whether no block has been written in it yet.
    pub(super) at_start: bool,
    /// Whether it is the cover.
    cover: bool,
}

impl SectionState {
    pub(super) fn of(section: Section) -> Self {
        Self {
            section,
            at_start: true,
            cover: false,
        }
    }

    /// The section of the cover, without running head and number.
    pub(super) fn cover() -> Self {
        let section = Section {
            numbering: PageNumbering::None,
            restart: false,
            landscape: false,
        };
        Self {
            section,
            at_start: true,
            cover: true,
        }
    }

    /// Room for the blocks of a section.
    pub(super) fn frame(self) -> Frame {
        Frame {
            width: width(self.section.landscape),
            indent: 0,
            depth: 0,
            cell: false,
        }
    }
}

fn width(landscape: bool) -> u32 {
    (if landscape { LONG } else { SHORT }) - BOUND - MARGIN
}

/// The kinds of running head and foot, each written once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Running {
    /// Bands at the edges of the cover.
    Cover,
    /// The watermark alone.
    Bare,
    Portrait,
    Landscape,
}

impl Running {
    fn of(section: Section) -> Self {
        match (section.numbering, section.landscape) {
            (PageNumbering::None, _) => Self::Bare,
            (_, false) => Self::Portrait,
            (_, true) => Self::Landscape,
        }
    }

    /// Whether it shows words and a page number.
    fn is_seen(self) -> bool {
        matches!(self, Self::Portrait | Self::Landscape)
    }

    /// Suffix of its part names and relationship ids.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Cover => "0",
            Self::Bare => "1",
            Self::Portrait => "2",
            Self::Landscape => "3",
        }
    }
}

/// Which running heads and feet the document needs.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) used: std::collections::BTreeSet<Running>,
}

impl Writer<'_> {
    /// Ends the running section and opens another.
    pub(super) fn turn_to(&mut self, section: Section) {
        self.end_section();
        self.section = SectionState::of(section);
        self.break_pending = false;
    }

    /// Ends the running section with a paragraph that carries its properties.
    pub(super) fn end_section(&mut self) {
        let properties = self.section_properties();
        put!(
            self.out,
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\
             <w:rPr><w:sz w:val=\"2\"/></w:rPr>{properties}</w:pPr></w:p>"
        );
    }

    pub(super) fn section_properties(&mut self) -> String {
        let section = self.section.section;
        let running = if self.section.cover {
            Running::Cover
        } else {
            Running::of(section)
        };
        self.sections.used.insert(running);
        let name = running.name();
        let mut out = format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdKepala{name}\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rIdKaki{name}\"/><w:type w:val=\"nextPage\"/>"
        );
        let (wide, high, lie) = if section.landscape {
            (LONG, SHORT, " w:orient=\"landscape\"")
        } else {
            (SHORT, LONG, "")
        };
        put!(
            out,
            "<w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{lie}/><w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" \
             w:left=\"{BOUND}\" w:header=\"{RUNNING}\" w:footer=\"{RUNNING}\" w:gutter=\"0\"/>"
        );
        let format = if section.numbering == PageNumbering::Roman {
            "lowerRoman"
        } else {
            "decimal"
        };
        put!(out, "<w:pgNumType w:fmt=\"{format}\"");
        if section.restart {
            out.push_str(" w:start=\"1\"");
        }
        out.push_str("/><w:cols w:space=\"708\"/></w:sectPr>");
        out
    }
}

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
     xmlns:w10=\"urn:schemas-microsoft-com:office:word\"";

/// A running head; the watermark hangs in it, as Word itself does it.
pub(super) fn head(meta: &Meta, running: Running) -> String {
    let mut out = format!("{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr>");
    if !running.is_seen() {
        out.push_str("<w:pStyle w:val=\"Plain\"/></w:pPr>");
    } else {
        put!(
            out,
            "<w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            Escaped(&meta.running_head)
        );
    }
    if running == Running::Cover {
        // 7 mm at the top and 12 mm at the foot of the page, as in print.
        band(&mut out, "1", 0, 20);
        band(&mut out, "2", 808, 34);
    }
    if let Some(word) = &meta.watermark {
        watermark(&mut out, word);
    }
    out.push_str("</w:p></w:hdr>");
    out
}

/// A running foot: its words at the left, the page number at the right.
pub(super) fn foot(meta: &Meta, running: Running) -> String {
    let mut out = format!("{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr>");
    if !running.is_seen() {
        out.push_str("<w:pStyle w:val=\"Plain\"/></w:pPr>");
    } else {
        put!(
            out,
            "<w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr>\
             <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>\
             <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            width(running == Running::Landscape),
            Escaped(&meta.running_foot)
        );
    }
    out.push_str("</w:p></w:ftr>");
    out
}

/// A band across the page, so many points from its top and so many high.
fn band(out: &mut String, name: &str, top: u32, height: u32) {
    put!(
        out,
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:rect id=\"Pita{name}\" alt=\"\" style=\"position:absolute;margin-left:0;margin-top:{top}pt;\
         width:596pt;height:{height}pt;z-index:-251658753;mso-position-horizontal-relative:page;mso-position-vertical-relative:page\" \
         o:allowincell=\"f\" fillcolor=\"#1c3557\" stroked=\"f\"/></w:pict></w:r>"
    );
}

fn watermark(out: &mut String, word: &str) {
    let letters = u32::try_from(word.chars().count())
        .unwrap_or(u32::MAX)
        .clamp(1, 24);
    // Letters about as wide as high; the diagonal of the page leaves some 460 points.
    let width = (letters * 90).min(460);
    let height = (width / letters * 3 / 2).clamp(30, 140);
    put!(
        out,
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>\
         <v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\">\
         <v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>\
         <v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/>\
         <v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>\
         <v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>\
         <v:textpath on=\"t\" fitshape=\"t\"/><o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype>\
         <v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"\" \
         style=\"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;\
         mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin\" \
         o:allowincell=\"f\" fillcolor=\"#c0c0c0\" stroked=\"f\"><v:fill opacity=\".4\"/>\
         <v:textpath style=\"font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold\" string=\"{}\"/>\
         <w10:wrap anchorx=\"margin\" anchory=\"margin\"/></v:shape></w:pict></w:r>",
        Escaped(word)
    );
}
