//! Parts of the report that are set by the program: forms, lists from the data, generated lists.

mod kantor;
mod landasan;
mod surat;

pub(crate) use kantor::picture;

use std::collections::BTreeMap;

use document::{Block, ContentsKind, Inline, Paragraph, ParagraphStyle};

use crate::Bahan;

/// All parts, by the name under which templates ask for them; one without content is empty.
pub(crate) fn semua(bahan: &Bahan<'_>) -> BTreeMap<String, Vec<Block>> {
    let daftar = |macam| vec![Block::Contents(macam)];
    [
        ("daftar_isi", daftar(ContentsKind::Headings)),
        ("daftar_tabel", daftar(ContentsKind::Tables)),
        ("daftar_gambar", daftar(ContentsKind::Figures)),
        ("kepala_surat", surat::kepala(bahan)),
        ("alamat_surat", surat::alamat(bahan)),
        ("tanda_tangan_surat", surat::tanda_tangan_surat(bahan)),
        ("tanda_terima", surat::tanda_terima(bahan)),
        ("tembusan", surat::tembusan(bahan)),
        ("tanda_tangan", surat::tanda_tangan(bahan)),
        ("pihak_perjanjian", surat::pihak_perjanjian(bahan)),
        (
            "tanda_tangan_perjanjian",
            surat::tanda_tangan_perjanjian(bahan),
        ),
        (
            "tanda_tangan_perjanjian_berikutnya",
            surat::tanda_tangan_perjanjian_berikutnya(bahan),
        ),
        ("tugas", kantor::tugas(bahan)),
        ("unit_kerja", kantor::unit(bahan)),
        ("wilayah_kerja", kantor::wilayah(bahan)),
        ("peta_wilayah", kantor::peta(bahan)),
        ("foto", kantor::foto(bahan)),
        ("landasan_hukum", landasan::landasan(bahan)),
        ("sasaran_strategis", kantor::sasaran(bahan)),
    ]
    .into_iter()
    .map(|(nama, blok)| (nama.to_owned(), blok))
    .collect()
}

fn polos(content: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph {
        content,
        style: ParagraphStyle::Plain,
    })
}

fn berjarak(blok: &mut Vec<Block>, titik: u16) {
    blok.push(Block::Space(titik));
}
