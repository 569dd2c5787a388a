//! The example packages, read and computed once per test.
#![allow(dead_code, reason = "each test file uses its own part of this module")]

use std::path::Path;

use document::{Block, Document, Inline, plain_text, walk};
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;
use laporan::{Bahan, GalatNaskah, Naskah, Terbitan, susun};

/// A package with the law, before and after it is computed.
pub struct Contoh {
    pub masukan: Masukan,
    pub hasil: Hasil,
    pub hukum: Hukum,
}

impl Contoh {
    pub fn samarinda() -> Self {
        Self::baca("kanim-samarinda-2023")
    }

    pub fn baca(nama: &str) -> Self {
        let hukum = Hukum::bawaan().expect("the law reads");
        let jalur = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../contoh")
            .join(nama);
        let masukan = paket::read(&jalur, &hukum).expect("the package reads");
        Self::dari(masukan, hukum)
    }

    pub fn dari(masukan: Masukan, hukum: Hukum) -> Self {
        let hasil = kinerja::compute(&masukan, &hukum);
        Self {
            masukan,
            hasil,
            hukum,
        }
    }

    /// The same office after a change of what it handed in.
    pub fn ubah(self, ubah: impl FnOnce(&mut Masukan)) -> Self {
        let mut masukan = self.masukan;
        ubah(&mut masukan);
        Self::dari(masukan, self.hukum)
    }

    pub fn susun(&self, naskah: &Naskah) -> Result<Document, GalatNaskah> {
        let bahan = Bahan {
            masukan: &self.masukan,
            hasil: &self.hasil,
            hukum: &self.hukum,
            naskah,
        };
        susun(&bahan, Terbitan::Draf(&|_| Vec::new()))
    }

    pub fn draf(&self) -> Document {
        self.susun(&Naskah::bawaan())
            .expect("the words of the house compose")
    }
}

/// Everything that a document says, one line a block.
pub fn teks(dokumen: &Document) -> String {
    let mut teks = String::new();
    let mut tulis = |isi: &[Inline]| {
        teks.push_str(&plain_text(isi));
        teks.push('\n');
    };
    walk(&dokumen.blocks, &mut |blok| match blok {
        Block::Heading(kepala) => tulis(&kepala.content),
        Block::Paragraph(paragraf) => tulis(&paragraf.content),
        Block::Table(tabel) => {
            for baris in tabel.head.iter().chain(&tabel.body) {
                baris.cells.iter().for_each(|sel| tulis(&sel.content));
            }
        }
        _ => {}
    });
    teks
}
