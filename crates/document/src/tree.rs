//! The document tree.

mod figure;
mod inline;
mod table;
mod visit;

use std::collections::BTreeMap;

use crate::math::Math;

pub use figure::{Figure, Image, Picture, PictureFormat};
pub use inline::{Inline, NoteStep, ValueNote, plain_text};
pub use table::{Align, Cell, Row, RowKind, Rules, Table, TableColumn};
pub use visit::{Numbers, walk};

/// A whole document: its cover, its body in reading order, and the notes behind its values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Title, author, running head and the like.
    pub meta: Meta,
    /// The first page; none for a bare form.
    pub cover: Option<Cover>,
    /// The body in reading order.
    pub blocks: Vec<Block>,
    /// What stands behind each [`Inline::Value`] and keyed [`Inline::Gap`], by key.
    pub notes: BTreeMap<String, ValueNote>,
    /// Machine-readable files that travel inside the PDF.
    pub attachments: Vec<Attachment>,
}

/// What a document says about itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meta {
    /// Title as shown in a viewer's window.
    pub title: String,
    /// Issuing body.
    pub author: String,
    /// One sentence on the content.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// Date of the document; writers never use today's.
    pub date: Option<jiff::civil::Date>,
    /// Text at the top of each page after the cover.
    pub running_head: String,
    /// Text at the bottom of each page, beside the page number.
    pub running_foot: String,
    /// Large pale word across each page (a draft's mark); none in a final document.
    pub watermark: Option<String>,
}

/// The first page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cover {
    /// Crest above the title; without it the cover closes the space.
    pub crest: Option<Picture>,
    /// Lines above the title, largest unit first ("KEMENTERIAN ...", "DIREKTORAT JENDERAL ...").
    pub above: Vec<String>,
    /// The title, broken where the lines should break.
    pub title: Vec<String>,
    /// Year or period, set large.
    pub period: String,
    /// The issuing office, broken where the lines should break.
    pub body: Vec<String>,
    /// Address and contact lines at the foot.
    pub foot: Vec<String>,
    /// A picture that fills the middle of the page.
    pub photo: Option<Picture>,
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a document has few tables and charts; boxing them would clutter every reader of the tree"
)]
pub enum Block {
    /// A heading. Level 1 is a chapter and starts a page.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list; each item is a run of blocks.
    List(List),
    /// A table with caption and repeated header rows.
    Table(Table),
    /// A captioned chart or picture.
    Figure(Figure),
    /// A formula on a line of its own.
    Formula(Formula),
    /// A framed remark.
    Callout(Callout),
    /// A generated list: contents, list of tables, list of figures.
    Contents(ContentsKind),
    /// Invisible columns side by side (signature blocks); widths are shares of the line.
    Columns(Vec<Column>),
    /// Start a new page.
    PageBreak,
    /// Start a new section with its own page numbering or orientation.
    Section(Section),
    /// Vertical white space in points.
    Space(u16),
}

/// A heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heading {
    /// 1 (chapter) to 5.
    pub level: u8,
    /// Number as printed ("BAB III", "A.", "1."); writers print it, they never count.
    pub number: Option<String>,
    /// Its words.
    pub content: Vec<Inline>,
    /// Name that references point to.
    pub anchor: Option<String>,
    /// Whether the table of contents lists it.
    pub listed: bool,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// Its words.
    pub content: Vec<Inline>,
    /// How it is set.
    pub style: ParagraphStyle,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Running text, justified.
    #[default]
    Body,
    /// Centred (titles of forms, appendix heads).
    Centred,
    /// Flush left, not justified, no space between lines of one address.
    Plain,
    /// Flush right (place and date).
    Right,
    /// Small print under a table or figure (sources).
    Small,
    /// A quotation, indented on both sides.
    Quote,
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct List {
    /// How items are marked.
    pub marker: Marker,
    /// The items, each a run of blocks.
    pub items: Vec<Vec<Block>>,
}

/// How list items are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Marker {
    /// A dash or bullet.
    #[default]
    Bullet,
    /// 1. 2. 3.
    Decimal,
    /// a. b. c.
    Letter,
}

/// A formula on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// The formula.
    pub math: Math,
    /// The formula read aloud; never empty (archival PDF needs it).
    pub alt: String,
}

/// A framed remark.
#[derive(Debug, Clone, PartialEq)]
pub struct Callout {
    /// What kind of remark.
    pub kind: CalloutKind,
    /// Its title.
    pub title: String,
    /// Its body.
    pub blocks: Vec<Block>,
}

/// What kind of remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Something to know.
    Note,
    /// Something missing or wrong.
    Warning,
}

/// A generated list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentsKind {
    /// Headings.
    Headings,
    /// Captioned tables.
    Tables,
    /// Captioned figures.
    Figures,
}

/// One of several invisible columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Share of the line.
    pub width: u16,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A section of pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Section {
    /// How its pages are numbered.
    pub numbering: PageNumbering,
    /// Whether counting starts anew at 1.
    pub restart: bool,
    /// Whether its pages lie on their side.
    pub landscape: bool,
}

/// How pages are numbered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PageNumbering {
    /// No number, no running head.
    None,
    /// i, ii, iii.
    Roman,
    /// 1, 2, 3.
    #[default]
    Arabic,
}

/// A file that travels inside the PDF.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// What it is.
    pub description: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Paragraph {
    /// A body paragraph.
    #[must_use]
    pub fn body(content: Vec<Inline>) -> Self {
        Self {
            content,
            style: ParagraphStyle::Body,
        }
    }
}
