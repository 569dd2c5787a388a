//! The tree as data for the template.
//!
//! What needs knowledge of the whole document is settled here: numbers, targets of references, page breaks
//! before chapters, levels of headings without a leap. The template only decides how things look.

mod attachment;
mod table;

use serde_json::{Value, json};

use super::math;
use super::text::{clean, soften};
use super::world::Data;
use crate::fonts::sans_width;
use crate::targets::{Place, Targets, unknown};
use crate::tree::*;

/// Width of the text in points: A4 without its margins of 30 mm and 25 mm.
const PORTRAIT: u32 = 439;
const LANDSCAPE: u32 = 686;
/// Size of body text in points.
pub(super) const BODY_SIZE: u32 = 11;

/// The data that the template needs to set a document.
pub(super) fn of(document: &Document) -> Data {
    let mut writer = Writer::new(document);
    let meta = &document.meta;
    let title = some_words(&meta.title).unwrap_or_else(|| "Dokumen".to_owned());
    let json = json!({
        "meta": {
            "title": title,
            "author": clean(&meta.author),
            "subject": clean(&meta.subject),
            "keywords": meta.keywords.iter().map(|word| clean(word)).collect::<Vec<_>>(),
            "date": meta.date.map(|date| json!([date.year(), date.month(), date.day()])),
            "head": clean(&meta.running_head),
            "foot": clean(&meta.running_foot),
            "watermark": meta.watermark.as_deref().map(clean),
        },
        "cover": document.cover.as_ref().map(|cover| writer.cover(cover)),
        "sections": writer.sections(&document.blocks),
        "attachments": writer.attachments(&document.attachments),
    });
    Data {
        json: json.to_string().into_bytes(),
        files: writer.files,
    }
}

struct Writer {
    targets: Targets,
    files: Vec<Vec<u8>>,
    headings: u32,
    tables: u32,
    figures: u32,
    level: u8,
    /// Width of the line being filled, in points.
    room: u32,
    /// How many lists, columns and frames stand around the current block.
    depth: u32,
}

impl Writer {
    fn new(document: &Document) -> Self {
        Self {
            targets: Targets::of(document),
            files: Vec::new(),
            headings: 0,
            tables: 0,
            figures: 0,
            level: 0,
            room: PORTRAIT,
            depth: 0,
        }
    }

    fn file(&mut self, bytes: &[u8]) -> usize {
        self.files.push(bytes.to_vec());
        self.files.len() - 1
    }

    fn picture(&mut self, picture: &Picture, fallback: &str) -> Value {
        let format = match picture.format {
            PictureFormat::Png => "png",
            PictureFormat::Jpeg => "jpg",
        };
        let alt = some_words(&picture.alt).unwrap_or_else(|| fallback.to_owned());
        json!({ "file": self.file(&picture.bytes), "format": format, "alt": alt })
    }

    fn cover(&mut self, cover: &Cover) -> Value {
        let lines = |lines: &[String]| lines.iter().map(|line| clean(line)).collect::<Vec<_>>();
        json!({
            "crest": cover.crest.as_ref().map(|crest| self.picture(crest, "Lambang instansi")),
            "above": lines(&cover.above),
            "title": lines(&cover.title),
            "period": clean(&cover.period),
            "body": lines(&cover.body),
            "foot": lines(&cover.foot),
            "photo": cover.photo.as_ref().map(|photo| self.picture(photo, "Foto sampul")),
        })
    }

    /// Cuts the body at its section marks; blocks before the first mark form a section of their own.
    fn sections(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut sections = Vec::new();
        let mut current = (Section::default(), Vec::new());
        let mut close = |(section, blocks): (Section, Vec<Value>)| {
            if !blocks.is_empty() {
                let numbering = match section.numbering {
                    PageNumbering::None => Value::Null,
                    PageNumbering::Roman => json!("i"),
                    PageNumbering::Arabic => json!("1"),
                };
                sections.push(json!({
                    "numbering": numbering,
                    "restart": section.restart,
                    "landscape": section.landscape,
                    "blocks": blocks,
                }));
            }
        };
        for block in blocks {
            match block {
                Block::Section(section) => {
                    close(std::mem::replace(&mut current, (*section, Vec::new())));
                    self.room = if section.landscape {
                        LANDSCAPE
                    } else {
                        PORTRAIT
                    };
                }
                Block::Heading(heading) if heading.level <= 1 && !current.1.is_empty() => {
                    current.1.push(json!({ "kind": "page-break" }));
                    current.1.push(self.block(block));
                }
                _ => current.1.push(self.block(block)),
            }
        }
        close(current);
        sections
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    /// The blocks of a narrower line.
    fn inner_blocks(&mut self, blocks: &[Block], room: u32) -> Vec<Value> {
        let outer = std::mem::replace(&mut self.room, room.max(40));
        self.depth += 1;
        let inner = self.blocks(blocks);
        self.depth -= 1;
        self.room = outer;
        inner
    }

    fn block(&mut self, block: &Block) -> Value {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => json!({
                "kind": "paragraph",
                "style": match paragraph.style {
                    ParagraphStyle::Body => "body",
                    ParagraphStyle::Centred => "centred",
                    ParagraphStyle::Plain => "plain",
                    ParagraphStyle::Right => "right",
                    ParagraphStyle::Small => "small",
                    ParagraphStyle::Quote => "quote",
                },
                "content": self.run(&paragraph.content),
            }),
            Block::List(list) => json!({
                "kind": "list",
                "marker": match list.marker {
                    Marker::Bullet => Value::Null,
                    Marker::Decimal => json!("1."),
                    Marker::Letter => json!("a."),
                },
                "items": list.items.iter()
                    .map(|item| self.inner_blocks(item, self.room.saturating_sub(20))).collect::<Vec<_>>(),
            }),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Formula(formula) => json!({
                "kind": "formula",
                "math": math::displayed(&formula.math, self.room),
                "alt": some_words(&formula.alt).unwrap_or_else(|| clean(&formula.math.to_plain())),
            }),
            Block::Callout(callout) => json!({
                "kind": "callout",
                "warning": callout.kind == CalloutKind::Warning,
                "title": clean(&callout.title),
                "blocks": self.inner_blocks(&callout.blocks, self.room.saturating_sub(24)),
            }),
            Block::Contents(kind) => json!({
                "kind": "contents",
                "of": match kind {
                    ContentsKind::Headings => "headings",
                    ContentsKind::Tables => "tables",
                    ContentsKind::Figures => "figures",
                },
            }),
            Block::Columns(columns) => self.columns(columns),
            // Inside a list or a column no page can be turned; the wish is then left unmet.
            Block::PageBreak | Block::Section(_) if self.depth > 0 => {
                json!({ "kind": "space", "points": 0 })
            }
            Block::PageBreak | Block::Section(_) => json!({ "kind": "page-break" }),
            Block::Space(points) => json!({ "kind": "space", "points": points }),
        }
    }

    fn heading(&mut self, heading: &Heading) -> Value {
        self.headings += 1;
        // Accessible PDF forbids a leap from chapter to third level.
        self.level = heading.level.clamp(1, 5).min(self.level + 1);
        let mut content = self.run(&heading.content);
        if some_words(&plain_text(&heading.content)).is_none() {
            // A bookmark without words leads nowhere, and accessible PDF refuses it.
            content.push(json!(["gap", "tanpa judul"]));
        }
        json!({
            "kind": "heading",
            "level": self.level,
            "look": heading.level.clamp(1, 5),
            "number": heading.number.as_deref().map(clean),
            "listed": heading.listed,
            "label": label(Place::Heading(self.headings)),
            "content": content,
        })
    }

    fn figure(&mut self, figure: &Figure) -> Value {
        let bare = figure.is_bare();
        self.figures += u32::from(!bare);
        let alt = some_words(&figure.alt).unwrap_or_else(|| clean(&plain_text(&figure.caption)));
        let alt = some_words(&alt).unwrap_or_else(|| format!("Gambar {}", self.figures));
        let mut image = match &figure.image {
            Image::Chart(chart) => {
                // Names in charts come from the office as well, and a glyph that no font has would spoil the archive.
                let file = self.file(clean(&chart.to_svg(self.room)).as_bytes());
                json!({ "file": file, "format": "svg" })
            }
            Image::Picture(picture) => self.picture(picture, &alt),
        };
        image["alt"] = json!(alt);
        if bare {
            return json!({ "kind": "picture", "image": image });
        }
        json!({
            "kind": "figure",
            "number": self.figures.to_string(),
            "label": label(Place::Figure(self.figures)),
            "caption": self.run(&figure.caption),
            "image": image,
            // Points that leave room for heading and caption on the page, upright or lying.
            "tallest": if self.room > PORTRAIT { 290 } else { 540 },
            "source": figure.source.as_ref().map(|source| self.run(source)),
        })
    }

    fn columns(&mut self, columns: &[Column]) -> Value {
        let total: u32 = columns
            .iter()
            .map(|column| u32::from(column.width.max(1)))
            .sum();
        let columns: Vec<_> = columns
            .iter()
            .map(|column| {
                let width = u32::from(column.width.max(1));
                let room = (self.room * width / total).saturating_sub(12);
                json!({ "width": width, "blocks": self.inner_blocks(&column.blocks, room) })
            })
            .collect();
        json!({ "kind": "columns", "columns": columns })
    }

    /// A run of body text.
    fn run(&self, content: &[Inline]) -> Vec<Value> {
        // The body face is about 15 % wider than the sans face that can be measured.
        self.run_within(content, self.room * 1000 / BODY_SIZE, &|word| {
            sans_width(word).saturating_mul(115) / 100
        })
    }

    fn run_within(&self, content: &[Inline], room: u32, width: &dyn Fn(&str) -> u32) -> Vec<Value> {
        let words = |text: &str| soften(&clean(text), room, width);
        content
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) | Inline::Value { text, .. } => json!(words(text)),
                Inline::Strong(inner) => json!(["strong", self.run_within(inner, room, width)]),
                Inline::Emphasis(inner) => json!(["emphasis", self.run_within(inner, room, width)]),
                Inline::Gap { text, .. } => json!(["gap", words(text)]),
                Inline::Reference(anchor) => match self.targets.get(anchor) {
                    Some(target) => json!(["link", words(&target.words), label(target.place)]),
                    None => json!(["gap", words(&unknown(anchor))]),
                },
                Inline::Footnote(note) => json!(["footnote", self.run(note)]),
                Inline::Break => json!(["break"]),
            })
            .collect()
    }
}

/// Text that shows something, if it does.
fn some_words(text: &str) -> Option<String> {
    let text = clean(text);
    let shows = |c: char| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}');
    text.contains(shows).then_some(text)
}

/// The label of a place. Labels are numbers of our own, never words of the document.
fn label(place: Place) -> String {
    match place {
        Place::Heading(number) => format!("judul-{number}"),
        Place::Table(number) => format!("tabel-{number}"),
        Place::Figure(number) => format!("gambar-{number}"),
    }
}
