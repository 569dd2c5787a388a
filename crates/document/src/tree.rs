//! The document tree.

use std::collections::BTreeMap;

use crate::chart::Chart;
use crate::math::Math;

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

/// A table. Every row of `head`, `body` has as many cells as there are `columns`, counting spans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Name that references point to.
    pub anchor: Option<String>,
    /// Words of the caption, without "Tabel N"; none for a form's table, which is then not listed.
    pub caption: Option<Vec<Inline>>,
    /// Columns, left to right.
    pub columns: Vec<TableColumn>,
    /// Header rows, repeated on each page.
    pub head: Vec<Row>,
    /// Body rows.
    pub body: Vec<Row>,
    /// Small print below ("Sumber: ...").
    pub source: Option<Vec<Inline>>,
    /// Lines between cells.
    pub rules: Rules,
}

/// How a table is ruled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rules {
    /// All cells boxed (the form of official tables).
    #[default]
    Grid,
    /// No lines at all (name : value lists).
    None,
}

/// A table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableColumn {
    /// Share of the width relative to the other columns.
    pub width: u16,
    /// Alignment of body cells.
    pub align: Align,
}

/// Horizontal alignment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Flush right (amounts).
    Right,
}

/// A table row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The cells, left to right; cells covered by a span are left out.
    pub cells: Vec<Cell>,
    /// What the row is for.
    pub kind: RowKind,
}

/// What a body row is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Normal,
    /// A total, set bold with a tint.
    Total,
    /// A group title across the table, set bold with a tint.
    Group,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its words.
    pub content: Vec<Inline>,
    /// Columns that it covers (at least 1).
    pub colspan: u16,
    /// Rows that it covers (at least 1).
    pub rowspan: u16,
    /// Alignment that departs from the column's.
    pub align: Option<Align>,
}

/// A captioned chart or picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name that references point to.
    pub anchor: Option<String>,
    /// Words of the caption, without "Gambar N".
    pub caption: Vec<Inline>,
    /// What is shown.
    pub image: Image,
    /// What a reader who cannot see it is told; never empty.
    pub alt: String,
    /// Small print below.
    pub source: Option<Vec<Inline>>,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a document has few tables and charts; boxing them would clutter every reader of the tree"
)]
pub enum Image {
    /// A chart that each writer draws from the same SVG.
    Chart(Chart),
    /// A photograph or drawing.
    Picture(Picture),
}

/// A picture file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// Bytes of a PNG or JPEG.
    pub bytes: Vec<u8>,
    /// Which of the two, and its size.
    pub format: PictureFormat,
    /// What a reader who cannot see it is told.
    pub alt: String,
}

/// Formats of picture files that every writer can carry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PictureFormat {
    /// PNG.
    #[default]
    Png,
    /// JPEG.
    Jpeg,
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

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Bold.
    Strong(Vec<Inline>),
    /// Italic.
    Emphasis(Vec<Inline>),
    /// A value whose derivation stands in [`Document::notes`] under `key`.
    Value {
        /// The value as printed, with its unit where the sentence wants it.
        text: String,
        /// Key into the notes.
        key: String,
    },
    /// A visible gap: something that is not there yet.
    Gap {
        /// What stands in place ("belum tersedia").
        text: String,
        /// Why it is missing.
        reason: String,
        /// Key into the notes, where the gap is a value.
        key: Option<String>,
    },
    /// "Tabel 4" or "Gambar 2", by the anchor of the table or figure; numbered by [`crate::tree::Numbers`].
    Reference(String),
    /// A footnote at this spot.
    Footnote(Vec<Inline>),
    /// A line break inside the paragraph.
    Break,
}

/// What stands behind a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueNote {
    /// What the value is, in words.
    pub label: String,
    /// Its derivation, one line a step, the last step first; indentation by `depth`.
    pub steps: Vec<NoteStep>,
    /// Legal or methodical basis, where there is one.
    pub basis: Vec<String>,
}

/// One line of a derivation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NoteStep {
    /// 0 for the value itself, 1 for what it is computed from, and so on.
    pub depth: u8,
    /// The line.
    pub text: String,
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

/// Running numbers of captioned tables and figures, counted once for all writers in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Anchor to number, for tables.
    pub tables: BTreeMap<String, u32>,
    /// Anchor to number, for figures.
    pub figures: BTreeMap<String, u32>,
}

impl Numbers {
    /// Counts the captioned tables and figures of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut numbers = Self::default();
        let (mut tables, mut figures) = (0, 0);
        walk(&document.blocks, &mut |block| match block {
            Block::Table(table) if table.caption.is_some() => {
                tables += 1;
                if let Some(anchor) = &table.anchor {
                    numbers.tables.insert(anchor.clone(), tables);
                }
            }
            Block::Figure(figure) => {
                figures += 1;
                if let Some(anchor) = &figure.anchor {
                    numbers.figures.insert(anchor.clone(), figures);
                }
            }
            _ => {}
        });
        numbers
    }

    /// The words of a reference ("Tabel 4"), or none for an anchor that the document lacks.
    #[must_use]
    pub fn reference(&self, anchor: &str) -> Option<String> {
        if let Some(number) = self.tables.get(anchor) {
            return Some(format!("Tabel {number}"));
        }
        self.figures
            .get(anchor)
            .map(|number| format!("Gambar {number}"))
    }
}

/// Visits every block in reading order, those inside lists, columns and callouts too.
pub fn walk<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List(list) => list.items.iter().for_each(|item| walk(item, visit)),
            Block::Columns(columns) => columns
                .iter()
                .for_each(|column| walk(&column.blocks, visit)),
            Block::Callout(callout) => walk(&callout.blocks, visit),
            _ => {}
        }
    }
}

/// The bare text of a run, gaps and values as printed, footnotes left out.
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    push_text(content, &mut text);
    text
}

fn push_text(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Value { text: words, .. } | Inline::Gap { text: words, .. } => {
                text.push_str(words)
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_text(inner, text),
            Inline::Break => text.push(' '),
            Inline::Reference(_) | Inline::Footnote(_) => {}
        }
    }
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

impl Cell {
    /// A cell that covers one column and one row.
    #[must_use]
    pub fn new(content: Vec<Inline>) -> Self {
        Self {
            content,
            colspan: 1,
            rowspan: 1,
            align: None,
        }
    }

    /// A cell of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::new(vec![Inline::text(words)])
    }

    /// The same cell over several columns.
    #[must_use]
    pub fn across(mut self, columns: u16) -> Self {
        self.colspan = columns;
        self
    }

    /// The same cell over several rows.
    #[must_use]
    pub fn down(mut self, rows: u16) -> Self {
        self.rowspan = rows;
        self
    }

    /// The same cell with its own alignment.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }
}

impl Row {
    /// An ordinary row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            kind: RowKind::Normal,
        }
    }
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
