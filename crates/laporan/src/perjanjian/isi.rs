//! The parts of the agreement that are set by the program: crest, parties, tables, signatures.

use std::collections::BTreeSet;

use document::{Align, Block, Cell, Column, Figure, Image, Inline, Row, Rules, Table, TableColumn};
use kinerja::hasil::{HasilPerjanjian, PosAnggaran};
use kinerja::masukan::PeranGambar;
use kinerja::pohon::tingkat_sendiri;

use super::{BahanPerjanjian, Pihak};
use crate::alat::rincian;
use crate::bagian::picture;
use crate::konteks::jabatan;
use crate::nilai::{kata_atau_rumpang, tanggal};
use crate::tabel;

/// Empty lines for a signature.
const RUANG_TANDA_TANGAN: usize = 4;
/// Share of the line that the crest takes, in percent.
const LEBAR_LAMBANG: u16 = 14;
/// A line for a pen.
const GARIS: &str = "................................";

/// The crest above the title, where the package has one.
pub(super) fn lambang(bahan: &BahanPerjanjian<'_>) -> Vec<Block> {
    let gambar = &bahan.bahan.masukan.satker.gambar;
    let Some(lambang) = gambar
        .iter()
        .find(|gambar| gambar.peran == PeranGambar::Lambang)
    else {
        return Vec::new();
    };
    let tepi = || Column {
        width: (100 - LEBAR_LAMBANG) / 2,
        blocks: Vec::new(),
    };
    let tengah = Column {
        width: LEBAR_LAMBANG,
        blocks: vec![Block::Figure(Figure {
            anchor: None,
            caption: Vec::new(),
            image: Image::Picture(picture(lambang)),
            alt: lambang.keterangan.clone(),
            source: None,
        })],
    };
    vec![Block::Columns(vec![tepi(), tengah, tepi()])]
}

fn nama(pihak: &Pihak) -> Inline {
    kata_atau_rumpang(
        &pihak.pejabat.nama,
        "nama",
        &format!("{}, nama", pihak.letak),
    )
}

fn jabatan_pihak(pihak: &Pihak) -> Inline {
    let sebutan = if pihak.pejabat.jabatan.trim().is_empty() {
        String::new()
    } else {
        jabatan(&pihak.pejabat)
    };
    kata_atau_rumpang(&sebutan, "jabatan", &format!("{}, jabatan", pihak.letak))
}

/// Name and post of a party.
pub(super) fn pihak(pihak: &Pihak) -> Vec<Block> {
    vec![Block::Table(rincian(vec![
        ("Nama", vec![nama(pihak)]),
        ("Jabatan", vec![jabatan_pihak(pihak)]),
    ]))]
}

/// What is promised, with the numbers of the columns below their headings, as the form has them.
pub(super) fn sasaran(bahan: &BahanPerjanjian<'_>, janji: &[&HasilPerjanjian]) -> Vec<Block> {
    let tingkat = tingkat_sendiri(bahan.bahan.masukan, bahan.tahun);
    let mut tabel = tabel::perjanjian(
        &bahan.bahan,
        janji.iter().copied(),
        tingkat,
        tingkat.sebutan(),
    );
    if tabel.body.is_empty() {
        return Vec::new();
    }
    let nomor = (1..=tabel.columns.len()).map(|ke| Cell::text(format!("({ke})")));
    tabel.head.push(Row::new(nomor.collect()));
    vec![Block::Table(tabel)]
}

/// The budget of the agreement; of a section, the lines that serve what it promises.
pub(super) fn anggaran(bahan: &BahanPerjanjian<'_>, janji: &[&HasilPerjanjian]) -> Vec<Block> {
    let (masukan, hasil) = (bahan.bahan.masukan, bahan.bahan.hasil);
    let (pos, jumlah): (&[PosAnggaran], _) = if bahan.tahun == hasil.tahun {
        match hasil.anggaran.iter().find(|a| a.tahun == bahan.tahun) {
            Some(tahun) => (&tahun.perjanjian, tahun.pagu_perjanjian.as_ref()),
            None => (&[], None),
        }
    } else {
        match &hasil.perjanjian_berikutnya {
            Some(depan) => (&depan.anggaran, depan.pagu.as_ref()),
            None => (&[], None),
        }
    };
    let tabel = if bahan.baris.is_none() {
        tabel::formulir_anggaran(&bahan.bahan, pos, jumlah)
    } else {
        let nomor: BTreeSet<&str> = janji
            .iter()
            .filter_map(|satu| masukan.perjanjian.get(satu.baris))
            .map(|baris| baris.no_sasaran.as_str())
            .collect();
        let milik = |pos: &&PosAnggaran| {
            masukan.anggaran_program.iter().any(|baris| {
                baris.tahun == bahan.tahun
                    && baris.program == pos.nama
                    && baris.kegiatan == pos.kegiatan
                    && nomor.contains(baris.no_sasaran.as_str())
            })
        };
        tabel::formulir_anggaran(&bahan.bahan, pos.iter().filter(milik), None)
    };
    if tabel.body.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(tabel)]
}

/// Place and day above the first party, both signatures side by side; the names stand on one line, and the whole stays on one page.
pub(super) fn tanda_tangan(bahan: &BahanPerjanjian<'_>) -> Vec<Block> {
    let satker = &bahan.bahan.masukan.satker;
    let kota = kata_atau_rumpang(&satker.kota, "tempat", "satker.toml, kota");
    let hari = bahan.tanggal.map_or_else(|| GARIS.to_owned(), tanggal);
    let kepala = |sebutan: &str, pihak: &Pihak| {
        vec![
            Inline::text(sebutan),
            Inline::Break,
            jabatan_pihak(pihak),
            Inline::text(","),
        ]
    };
    let kaki = |pihak: &Pihak| {
        let mut isi = vec![Inline::Break; RUANG_TANDA_TANGAN];
        isi.push(Inline::Strong(vec![nama(pihak)]));
        if let Some(nip) = pihak.pejabat.nip.as_ref().filter(|nip| !nip.is_empty()) {
            isi.push(Inline::Break);
            isi.push(Inline::text(format!("NIP {nip}")));
        }
        isi
    };
    let kolom = TableColumn {
        width: 50,
        align: Align::Centre,
    };
    let baris = |kiri, kanan| Row::new(vec![Cell::new(kiri), Cell::new(kanan)]);
    vec![
        Block::Space(12),
        Block::Table(Table {
            columns: vec![kolom, kolom],
            body: vec![
                baris(
                    Vec::new(),
                    vec![kota, Inline::text(", "), Inline::text(hari)],
                ),
                baris(
                    kepala("Pihak Kedua,", &bahan.kedua),
                    kepala("Pihak Pertama,", &bahan.pertama),
                ),
                baris(kaki(&bahan.kedua), kaki(&bahan.pertama)),
            ],
            rules: Rules::None,
            ..Table::default()
        }),
    ]
}
