//! The tables of the review sheet.

use document::{Align, Block, Cell, Inline, Paragraph, Row, Table, TableColumn};

use super::{BahanReviu, CakupanReviu, TemuanReviu};
use crate::alat::{baris_jumlah, baris_kelompok, formulir, kapital_awal};

/// Most numbers of findings that a remark names.
const NOMOR_DISEBUT: usize = 15;
/// Longest excerpt, in characters.
const CUPLIKAN: usize = 160;

pub(super) fn paragraf(teks: &str) -> Vec<Block> {
    vec![Block::Paragraph(Paragraph::body(vec![Inline::text(teks)]))]
}

/// Findings by weight.
pub(super) fn ringkasan(bahan: &BahanReviu) -> Block {
    let mut tabel = formulir(&[
        (40, Align::Left, "Berat temuan"),
        (20, Align::Right, "Terbuka"),
        (20, Align::Right, "Dikesampingkan"),
        (20, Align::Right, "Jumlah"),
    ]);
    let hitung = |cocok: &dyn Fn(&TemuanReviu) -> bool| {
        let semua: Vec<_> = bahan.temuan.iter().filter(|t| cocok(t)).collect();
        let terbuka = semua.iter().filter(|t| t.selesai.is_none()).count();
        [terbuka, semua.len() - terbuka, semua.len()].map(|n| Cell::text(n.to_string()))
    };
    for nama in &bahan.berat {
        let mut sel = vec![Cell::text(kapital_awal(nama))];
        sel.extend(hitung(&|t| &t.berat == nama));
        tabel.body.push(Row::new(sel));
    }
    let mut jumlah = vec![Cell::text("Jumlah")];
    jumlah.extend(hitung(&|_| true));
    tabel.body.push(baris_jumlah(jumlah));
    Block::Table(tabel)
}

/// The checklist.
pub(super) fn daftar_uji(bahan: &BahanReviu) -> Block {
    let mut tabel = formulir(&[
        (6, Align::Centre, "No."),
        (24, Align::Left, "Pernyataan"),
        (13, Align::Centre, "Jawaban mesin"),
        (13, Align::Centre, "Jawaban pereviu"),
        (44, Align::Left, "Catatan"),
    ]);
    let kolom = tabel.columns.len();
    for bagian in &bahan.daftar {
        let judul = format!("{}. {}", bagian.nomor, bagian.nama);
        tabel
            .body
            .push(baris_kelompok(vec![Inline::text(judul)], kolom));
        for butir in &bagian.butir {
            let mut catatan = butir.catatan.clone();
            if !butir.temuan.is_empty() {
                catatan.push(nomor_temuan(&butir.temuan));
            }
            tabel.body.push(Row::new(vec![
                Cell::text(butir.nomor.as_str()),
                Cell::text(butir.pernyataan.as_str()),
                Cell::text(butir.jawaban.sebutan()),
                Cell::text(""),
                Cell::new(berbaris(catatan)),
            ]));
        }
    }
    Block::Table(tabel)
}

fn nomor_temuan(temuan: &[usize]) -> String {
    let disebut: Vec<String> = temuan
        .iter()
        .take(NOMOR_DISEBUT)
        .map(|i| i.saturating_add(1).to_string())
        .collect();
    match temuan.len().checked_sub(NOMOR_DISEBUT + 1) {
        Some(sisa) => format!(
            "Lihat temuan nomor {}, dan {} lainnya.",
            disebut.join(", "),
            sisa + 1
        ),
        None => format!("Lihat temuan nomor {}.", disebut.join(", ")),
    }
}

/// Paragraphs of one cell.
fn berbaris(teks: Vec<String>) -> Vec<Inline> {
    let mut isi = Vec::new();
    for (i, satu) in teks.into_iter().enumerate() {
        if i > 0 {
            isi.push(Inline::Break);
        }
        isi.push(Inline::text(satu));
    }
    isi
}

/// Findings in reading order under their headings, numbered by their place among all of them.
pub(super) fn temuan(bahan: &BahanReviu, pilih: impl Fn(&TemuanReviu) -> bool) -> Vec<Block> {
    let terpilih: Vec<(usize, &TemuanReviu)> = bahan
        .temuan
        .iter()
        .enumerate()
        .filter(|(_, t)| pilih(t))
        .collect();
    if terpilih.is_empty() {
        return Vec::new();
    }
    let mut tabel = formulir(&[
        (7, Align::Centre, "No."),
        (26, Align::Left, "Letak dan cuplikan"),
        (37, Align::Left, "Yang keliru"),
        (30, Align::Left, "Perbaikan"),
    ]);
    let kolom = tabel.columns.len();
    let mut bagian: Option<&str> = None;
    for (i, t) in terpilih {
        if bagian != Some(t.bagian.as_str()) {
            bagian = Some(&t.bagian);
            let judul = if t.bagian.is_empty() {
                "Bagian depan"
            } else {
                &t.bagian
            };
            tabel
                .body
                .push(baris_kelompok(vec![Inline::text(judul)], kolom));
        }
        tabel.body.push(Row::new(vec![
            Cell::text((i + 1).to_string()),
            Cell::new(letak(t)),
            Cell::new(keliru(t)),
            Cell::new(perbaikan(t)),
        ]));
    }
    vec![Block::Table(tabel)]
}

fn letak(t: &TemuanReviu) -> Vec<Inline> {
    let mut isi = vec![Inline::text(kapital_awal(&t.tempat))];
    let cuplikan = ringkas(&t.cuplikan);
    if !cuplikan.is_empty() {
        isi.push(Inline::Break);
        isi.push(Inline::Emphasis(vec![Inline::text(format!(
            "\"{cuplikan}\""
        ))]));
    }
    isi
}

fn keliru(t: &TemuanReviu) -> Vec<Inline> {
    let mut baris = vec![t.pesan.clone()];
    baris.extend(t.hitungan.as_ref().map(|h| format!("Hitungan: {h}")));
    if !t.dasar.is_empty() {
        baris.push(format!(
            "Dasar: {}.",
            t.dasar.join("; ").trim_end_matches('.')
        ));
    }
    if !t.wajib {
        baris.push(format!("Berat: {}.", t.berat));
    }
    berbaris(baris)
}

fn perbaikan(t: &TemuanReviu) -> Vec<Inline> {
    let mut baris = Vec::new();
    baris.extend(t.seharusnya.as_ref().map(|s| format!("Seharusnya: {s}.")));
    baris.push(t.perbaikan.clone());
    baris.extend(t.selesai.as_ref().map(|s| format!("Dikesampingkan: {s}")));
    berbaris(baris)
}

fn ringkas(teks: &str) -> String {
    let teks = teks.split_whitespace().collect::<Vec<_>>().join(" ");
    if teks.chars().count() <= CUPLIKAN {
        return teks;
    }
    let awal: String = teks.chars().take(CUPLIKAN).collect();
    format!("{awal}…")
}

/// Numbers by what became of them.
pub(super) fn cakupan(cakupan: &CakupanReviu) -> Block {
    let mut tabel = formulir(&[
        (80, Align::Left, "Angka di dalam dokumen"),
        (20, Align::Right, "Banyaknya"),
    ]);
    let baris =
        |nama: String, banyak: usize| vec![Cell::text(nama), Cell::text(banyak.to_string())];
    tabel.body.push(Row::new(baris(
        "Diperiksa terhadap angka lain, hitungan, atau ketentuan".to_owned(),
        cakupan.diperiksa,
    )));
    for (sebab, banyak) in &cakupan.tidak {
        tabel.body.push(Row::new(baris(
            format!("Tidak diperiksa: {sebab}"),
            *banyak,
        )));
    }
    tabel
        .body
        .push(baris_jumlah(baris("Dilihat".to_owned(), cakupan.dilihat)));
    Block::Table(tabel)
}

/// What the reviewer fills in.
pub(super) fn tanda_tangan() -> Block {
    let kolom = |width| TableColumn {
        width,
        align: Align::Left,
    };
    let baris = |nama: &str, isi: Vec<Inline>| Row::new(vec![Cell::text(nama), Cell::new(isi)]);
    // A signature needs more room than a name.
    let ruang = vec![Inline::Break, Inline::Break, Inline::Break];
    Block::Table(Table {
        columns: vec![kolom(34), kolom(66)],
        body: vec![
            baris("Aparat pengawasan intern", Vec::new()),
            baris("Tempat dan tanggal", Vec::new()),
            baris("Nama pereviu", Vec::new()),
            baris("NIP", Vec::new()),
            baris("Jabatan", Vec::new()),
            baris("Tanda tangan", ruang),
        ],
        ..Table::default()
    })
}
