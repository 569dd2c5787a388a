//! The leaves of a report: every run of its words that can be changed, with where it stands.

use std::collections::BTreeMap;

use document::math::Math;
use document::source::{Piece, Source};
use document::{Block, Cell, Document, Inline, Numbers, RowKind, Table};

/// What kind of thing a leaf stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wadah {
    /// A heading.
    Judul,
    /// A paragraph.
    Paragraf,
    /// A paragraph of a list.
    Butir,
    /// The caption of a table or figure.
    Keterangan,
    /// A formula; the number of the fraction that it is one side of, and which side.
    Rumus(Option<(usize, u8)>),
    /// A cell.
    Sel(Sel),
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sel {
    /// The table, counted from 0.
    pub tabel: usize,
    /// The row, heads before the body.
    pub baris: usize,
    /// The cell in its row, covered ones left out.
    pub kolom: usize,
    /// Whether the row is a head.
    pub kepala: bool,
    /// Whether the row is a total.
    pub jumlah: bool,
}

/// A leaf.
#[derive(Debug, Clone)]
pub struct Daun {
    /// The paragraph, cell or formula in which it stands, counted from 0.
    pub induk: usize,
    /// What that is.
    pub wadah: Wadah,
    /// Its words.
    pub teks: String,
    /// The fakta that it prints.
    pub kunci: Option<String>,
    /// The table of all fakta at the end, which other reports do not have.
    pub daftar_fakta: bool,
}

/// The leaves in order.
#[must_use]
pub fn daun(dokumen: &Document) -> Vec<Daun> {
    let mut salinan = dokumen.clone();
    let mut hasil = Vec::new();
    jalan(&mut salinan, &mut |satu| {
        hasil.push(Daun {
            induk: satu.induk,
            wadah: satu.wadah,
            teks: satu.teks.clone(),
            kunci: satu.kunci.map(str::to_owned),
            daftar_fakta: false,
        });
    });
    let tabel_fakta: Vec<usize> = hasil
        .iter()
        .filter_map(|daun| match daun.wadah {
            Wadah::Sel(sel) if sel.kepala && sel.kolom == 0 && daun.teks.starts_with("Kode") => {
                Some(sel.tabel)
            }
            _ => None,
        })
        .collect();
    for daun in &mut hasil {
        daun.daftar_fakta =
            matches!(daun.wadah, Wadah::Sel(sel) if tabel_fakta.contains(&sel.tabel));
    }
    hasil
}

/// Puts other words in leaves, by their number.
pub fn ganti(dokumen: &mut Document, baru: &BTreeMap<usize, String>) {
    let mut nomor = 0;
    jalan(dokumen, &mut |satu| {
        if let Some(teks) = baru.get(&nomor) {
            satu.teks.clone_from(teks);
        }
        nomor += 1;
    });
}

/// Piece and cell of the source in which each leaf stands.
#[must_use]
pub fn letak(dokumen: &Document) -> Vec<Option<(usize, Option<usize>)>> {
    let mut salinan = dokumen.clone();
    let mut banyak = 0usize;
    jalan(&mut salinan, &mut |satu| {
        *satu.teks = format!("\u{E000}{banyak}\u{E001}");
        banyak += 1;
    });
    let mut hasil = vec![None; banyak];
    let mut catat = |teks: &str, tempat: (usize, Option<usize>)| {
        for potong in teks.split('\u{E000}').skip(1) {
            let nomor = potong
                .split_once('\u{E001}')
                .and_then(|(nomor, _)| nomor.parse::<usize>().ok());
            if let Some(satu) = nomor.and_then(|nomor| hasil.get_mut(nomor)) {
                *satu = Some(tempat);
            }
        }
    };
    for (i, piece) in Source::from(&salinan).pieces.iter().enumerate() {
        match piece {
            Piece::Grid(grid) => {
                for (j, sel) in grid.cells.iter().enumerate() {
                    catat(&sel.passage.text, (i, Some(j)));
                }
            }
            lain => catat(
                lain.passage().map_or("", |passage| &passage.text),
                (i, None),
            ),
        }
    }
    hasil
}

/// References as the words that they show, so that they can be changed like any others.
pub fn tulis_rujukan(dokumen: &mut Document) {
    let nomor = Numbers::of(dokumen);
    tiap_runtun(&mut dokumen.blocks, &mut |runtun| {
        ganti_rujukan(runtun, &nomor)
    });
}

fn ganti_rujukan(runtun: &mut [Inline], nomor: &Numbers) {
    for satu in runtun {
        match satu {
            Inline::Reference(jangkar) => {
                *satu = Inline::Text(nomor.reference(jangkar).unwrap_or_default())
            }
            Inline::Strong(dalam) | Inline::Emphasis(dalam) | Inline::Footnote(dalam) => {
                ganti_rujukan(dalam, nomor)
            }
            _ => {}
        }
    }
}

fn tiap_runtun(blok: &mut [Block], ubah: &mut dyn FnMut(&mut Vec<Inline>)) {
    for satu in blok {
        match satu {
            Block::Heading(judul) => ubah(&mut judul.content),
            Block::Paragraph(paragraf) => ubah(&mut paragraf.content),
            Block::List(daftar) => daftar
                .items
                .iter_mut()
                .for_each(|isi| tiap_runtun(isi, ubah)),
            Block::Table(tabel) => {
                if let Some(keterangan) = &mut tabel.caption {
                    ubah(keterangan);
                }
                let baris = tabel.head.iter_mut().chain(&mut tabel.body);
                baris
                    .flat_map(|baris| &mut baris.cells)
                    .for_each(|sel| ubah(&mut sel.content));
                if let Some(sumber) = &mut tabel.source {
                    ubah(sumber);
                }
            }
            Block::Figure(gambar) => ubah(&mut gambar.caption),
            Block::Callout(kotak) => tiap_runtun(&mut kotak.blocks, ubah),
            Block::Columns(kolom) => kolom
                .iter_mut()
                .for_each(|kolom| tiap_runtun(&mut kolom.blocks, ubah)),
            _ => {}
        }
    }
}

struct Kini<'a> {
    induk: usize,
    wadah: Wadah,
    kunci: Option<&'a str>,
    teks: &'a mut String,
}

struct Jalan<'f> {
    induk: usize,
    tabel: usize,
    pecahan: usize,
    lihat: &'f mut dyn FnMut(Kini<'_>),
}

fn jalan(dokumen: &mut Document, lihat: &mut dyn FnMut(Kini<'_>)) {
    let mut jalan = Jalan {
        induk: 0,
        tabel: 0,
        pecahan: 0,
        lihat,
    };
    jalan.blok(&mut dokumen.blocks, Wadah::Paragraf);
}

impl Jalan<'_> {
    fn blok(&mut self, blok: &mut [Block], paragraf: Wadah) {
        for satu in blok {
            match satu {
                Block::Heading(judul) => self.wadah(&mut judul.content, Wadah::Judul),
                Block::Paragraph(isi) => self.wadah(&mut isi.content, paragraf),
                Block::List(daftar) => daftar
                    .items
                    .iter_mut()
                    .for_each(|isi| self.blok(isi, Wadah::Butir)),
                Block::Table(tabel) => self.tabel(tabel),
                Block::Figure(gambar) => self.wadah(&mut gambar.caption, Wadah::Keterangan),
                Block::Formula(rumus) => {
                    self.rumus(&mut rumus.math, None);
                    self.induk += 1;
                }
                Block::Callout(kotak) => self.blok(&mut kotak.blocks, paragraf),
                Block::Columns(kolom) => kolom
                    .iter_mut()
                    .for_each(|kolom| self.blok(&mut kolom.blocks, paragraf)),
                _ => {}
            }
        }
    }

    fn wadah(&mut self, runtun: &mut [Inline], wadah: Wadah) {
        self.runtun(runtun, wadah);
        self.induk += 1;
    }

    fn runtun(&mut self, runtun: &mut [Inline], wadah: Wadah) {
        for satu in runtun {
            let (teks, kunci) = match satu {
                Inline::Text(teks) => (teks, None),
                Inline::Value { text, key } => (text, Some(key.as_str())),
                Inline::Strong(dalam) | Inline::Emphasis(dalam) => {
                    self.runtun(dalam, wadah);
                    continue;
                }
                _ => continue,
            };
            (self.lihat)(Kini {
                induk: self.induk,
                wadah,
                kunci,
                teks,
            });
        }
    }

    fn tabel(&mut self, tabel: &mut Table) {
        if let Some(keterangan) = &mut tabel.caption {
            self.wadah(keterangan, Wadah::Keterangan);
        }
        let kepala = tabel.head.len();
        for (baris, isi) in tabel.head.iter_mut().chain(&mut tabel.body).enumerate() {
            let jumlah = isi.kind == RowKind::Total;
            for (kolom, Cell { content, .. }) in isi.cells.iter_mut().enumerate() {
                let sel = Sel {
                    tabel: self.tabel,
                    baris,
                    kolom,
                    kepala: baris < kepala,
                    jumlah,
                };
                self.wadah(content, Wadah::Sel(sel));
            }
        }
        if let Some(sumber) = &mut tabel.source {
            self.wadah(sumber, Wadah::Keterangan);
        }
        self.tabel += 1;
    }

    fn rumus(&mut self, rumus: &mut Math, sisi: Option<(usize, u8)>) {
        match rumus {
            Math::Row(bagian) => bagian.iter_mut().for_each(|satu| self.rumus(satu, None)),
            Math::Number { text, key } => {
                let wadah = Wadah::Rumus(sisi);
                (self.lihat)(Kini {
                    induk: self.induk,
                    wadah,
                    kunci: key.as_deref(),
                    teks: text,
                });
            }
            Math::Fraction(atas, bawah) => {
                self.pecahan += 1;
                let nomor = self.pecahan;
                self.rumus(atas, Some((nomor, 0)));
                self.rumus(bawah, Some((nomor, 1)));
            }
            Math::Group(dalam) | Math::Sum { of: dalam, .. } => self.rumus(dalam, None),
            Math::Lines(baris) => {
                for (kiri, kanan) in baris {
                    self.rumus(kiri, None);
                    self.rumus(kanan, None);
                }
            }
            Math::Words(_) | Math::Operator(_) | Math::Indexed(..) => {}
        }
    }
}
