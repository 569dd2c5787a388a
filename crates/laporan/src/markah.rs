//! Markdown with marks into blocks.
//!
//! `-` is a plain list, `+` a numbered one, `*` one by letters, so that a template needs no digit;
//! a heading of the sixth level is a centred title, a quotation is set as one, a rule starts a page.

use std::ops::Range;

use document::{
    Block, Cell, Heading, Inline, List, Marker, Paragraph, ParagraphStyle, Row, Rules, Table,
    TableColumn,
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::penanda::{self, Bagian, Potong};

/// Where in the Markdown something cannot be set, and why.
pub(crate) type Salah = (usize, String);

/// Reads Markdown into blocks.
pub(crate) fn baca(markah: &str, potong: &[Potong]) -> Result<Vec<Block>, Salah> {
    let opsi = Options::ENABLE_TABLES;
    let mut pembaca = Pembaca {
        peristiwa: Parser::new_ext(markah, opsi).into_offset_iter().collect(),
        posisi: 0,
        markah,
        potong,
    };
    pembaca.blok(None)
}

struct Pembaca<'a> {
    peristiwa: Vec<(Event<'a>, Range<usize>)>,
    posisi: usize,
    markah: &'a str,
    potong: &'a [Potong],
}

impl<'a> Pembaca<'a> {
    fn ambil(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let peristiwa = self.peristiwa.get(self.posisi).cloned();
        self.posisi += 1;
        peristiwa
    }

    fn blok(&mut self, akhir: Option<TagEnd>) -> Result<Vec<Block>, Salah> {
        let mut blok = Vec::new();
        while let Some((peristiwa, rentang)) = self.ambil() {
            match peristiwa {
                Event::End(tag) if Some(tag) == akhir => break,
                Event::End(_) => {}
                Event::Start(Tag::Paragraph) => {
                    if penanda::hanya_blok(&self.markah[rentang.clone()]) {
                        self.lewati(TagEnd::Paragraph);
                        blok.extend(self.blok_bertanda(&self.markah[rentang]));
                    } else {
                        let isi = self.kalimat(Some(TagEnd::Paragraph))?;
                        blok.push(Block::Paragraph(Paragraph::body(isi)));
                    }
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let isi = self.kalimat(Some(TagEnd::Heading(level)))?;
                    blok.push(kepala(level, isi));
                }
                Event::Start(Tag::BlockQuote(macam)) => {
                    blok.extend(
                        self.blok(Some(TagEnd::BlockQuote(macam)))?
                            .into_iter()
                            .map(kutip),
                    );
                }
                Event::Start(Tag::List(awal)) => {
                    let tanda = self.tanda_daftar(awal, &rentang);
                    blok.push(self.daftar(tanda, awal.is_some())?);
                }
                Event::Start(Tag::Table(sejajar)) => blok.push(self.tabel(sejajar.len())?),
                Event::Rule => blok.push(Block::PageBreak),
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {}
                _ => {
                    // A tight list item holds its words without a paragraph around them.
                    self.posisi -= 1;
                    if penanda::hanya_blok(&self.markah[rentang.clone()]) {
                        self.posisi += 1;
                        blok.extend(self.blok_bertanda(&self.markah[rentang]));
                    } else {
                        let mulai = self.posisi;
                        let isi = self.kalimat(None)?;
                        // A kind of block that is not known here would otherwise be met again and again.
                        self.posisi = self.posisi.max(mulai + 1);
                        if !isi.is_empty() {
                            blok.push(Block::Paragraph(Paragraph::body(isi)));
                        }
                    }
                }
            }
        }
        Ok(blok)
    }

    fn lewati(&mut self, akhir: TagEnd) {
        while let Some((peristiwa, _)) = self.ambil() {
            if peristiwa == Event::End(akhir) {
                return;
            }
        }
    }

    fn blok_bertanda(&self, teks: &str) -> Vec<Block> {
        penanda::pisah(teks)
            .into_iter()
            .filter_map(|bagian| match bagian {
                Bagian::Tanda(nomor) => self.potong.get(nomor),
                Bagian::Teks(_) => None,
            })
            .flat_map(|potong| match potong {
                Potong::Blok(blok) => blok.clone(),
                Potong::Inline(isi) => vec![Block::Paragraph(Paragraph::body(isi.clone()))],
            })
            .collect()
    }

    fn tanda_daftar(&self, awal: Option<u64>, rentang: &Range<usize>) -> Marker {
        match (
            awal,
            self.markah[rentang.clone()].trim_start().chars().next(),
        ) {
            (Some(_), _) | (None, Some('+')) => Marker::Decimal,
            (None, Some('*')) => Marker::Letter,
            _ => Marker::Bullet,
        }
    }

    fn daftar(&mut self, marker: Marker, berurut: bool) -> Result<Block, Salah> {
        let mut items = Vec::new();
        while let Some((peristiwa, _)) = self.ambil() {
            match peristiwa {
                Event::Start(Tag::Item) => items.push(self.blok(Some(TagEnd::Item))?),
                Event::End(TagEnd::List(ini)) if ini == berurut => break,
                _ => {}
            }
        }
        Ok(Block::List(List { marker, items }))
    }

    fn tabel(&mut self, kolom: usize) -> Result<Block, Salah> {
        let mut tabel = Table {
            columns: vec![
                TableColumn {
                    width: 1,
                    align: document::Align::Left
                };
                kolom
            ],
            rules: Rules::Grid,
            ..Table::default()
        };
        let mut baris = Vec::new();
        while let Some((peristiwa, _)) = self.ambil() {
            match peristiwa {
                Event::Start(Tag::TableCell) => {
                    baris.push(Cell::new(self.kalimat(Some(TagEnd::TableCell))?));
                }
                Event::End(TagEnd::TableHead) => {
                    tabel.head.push(Row::new(std::mem::take(&mut baris)));
                }
                Event::End(TagEnd::TableRow) => {
                    tabel.body.push(Row::new(std::mem::take(&mut baris)));
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Ok(Block::Table(tabel))
    }

    /// Words up to `akhir`, or up to the next block where the words stand bare in a list item.
    fn kalimat(&mut self, akhir: Option<TagEnd>) -> Result<Vec<Inline>, Salah> {
        let mut isi = Vec::new();
        while let Some((peristiwa, rentang)) = self.ambil() {
            match peristiwa {
                Event::End(tag) if Some(tag) == akhir => break,
                Event::Text(teks)
                | Event::Code(teks)
                | Event::Html(teks)
                | Event::InlineHtml(teks) => {
                    self.teks(&teks, rentang.start, &mut isi)?;
                }
                Event::SoftBreak => tambah(&mut isi, Inline::text(" ")),
                Event::HardBreak => isi.push(Inline::Break),
                Event::Start(Tag::Strong) => {
                    isi.push(Inline::Strong(self.kalimat(Some(TagEnd::Strong))?));
                }
                Event::Start(Tag::Emphasis) => {
                    isi.push(Inline::Emphasis(self.kalimat(Some(TagEnd::Emphasis))?));
                }
                Event::Start(Tag::Link { .. }) => isi.extend(self.kalimat(Some(TagEnd::Link))?),
                Event::Start(Tag::Image { .. }) => isi.extend(self.kalimat(Some(TagEnd::Image))?),
                Event::Start(_) | Event::End(_) if akhir.is_none() => {
                    self.posisi -= 1;
                    break;
                }
                _ => {}
            }
        }
        Ok(isi)
    }

    fn teks(&self, teks: &str, letak: usize, isi: &mut Vec<Inline>) -> Result<(), Salah> {
        for bagian in penanda::pisah(teks) {
            match bagian {
                Bagian::Teks(teks) => tambah(isi, Inline::text(teks)),
                Bagian::Tanda(nomor) => match self.potong.get(nomor) {
                    Some(Potong::Inline(potong)) => {
                        potong
                            .iter()
                            .cloned()
                            .for_each(|inline| tambah(isi, inline));
                    }
                    Some(Potong::Blok(_)) => {
                        let sebab =
                            "tabel, grafik, rumus, dan narasi tidak dapat berada di dalam kalimat";
                        return Err((letak, sebab.to_owned()));
                    }
                    None => {}
                },
            }
        }
        Ok(())
    }
}

/// Adds to a run, joining words with the words before them.
pub(crate) fn tambah(isi: &mut Vec<Inline>, inline: Inline) {
    match (isi.last_mut(), inline) {
        (Some(Inline::Text(depan)), Inline::Text(teks)) => depan.push_str(&teks),
        (_, inline) => isi.push(inline),
    }
}

fn kepala(level: HeadingLevel, content: Vec<Inline>) -> Block {
    match level {
        HeadingLevel::H6 => Block::Paragraph(Paragraph {
            content: vec![Inline::Strong(content)],
            style: ParagraphStyle::Centred,
        }),
        level => Block::Heading(Heading {
            level: level as u8,
            number: None,
            content,
            anchor: None,
            listed: level <= HeadingLevel::H3,
        }),
    }
}

fn kutip(blok: Block) -> Block {
    match blok {
        Block::Paragraph(paragraf) => Block::Paragraph(Paragraph {
            style: ParagraphStyle::Quote,
            ..paragraf
        }),
        lain => lain,
    }
}
