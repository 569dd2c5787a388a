//! The tables of the review sheet.

use document::{Align, Block, Cell, Heading, Inline, Paragraph, Row, Rules, Table, TableColumn};

use super::{BagianReviu, BahanReviu, CakupanReviu, IndikatorReviu, TemuanReviu};
use crate::alat::{baris_jumlah, baris_kelompok, formulir, kapital_awal};

/// Most numbers of findings that a remark names.
const NOMOR_DISEBUT: usize = 15;
/// Most values of one indicator in one role that are shown.
const NILAI_DISEBUT: usize = 4;
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

/// The checklist: a heading and a table for each section, so that no title is parted from its items.
pub(super) fn daftar_uji(bahan: &BahanReviu) -> Vec<Block> {
    bahan.daftar.iter().flat_map(bagian).collect()
}

fn bagian(bagian: &BagianReviu) -> [Block; 2] {
    let mut tabel = formulir(&[
        (6, Align::Centre, "No."),
        (25, Align::Left, "Pernyataan"),
        (12, Align::Centre, "Jawaban mesin"),
        (12, Align::Centre, "Jawaban pereviu"),
        (45, Align::Left, "Catatan"),
    ]);
    for butir in &bagian.butir {
        let mut catatan = butir.catatan.clone();
        if !butir.temuan.is_empty() {
            catatan.push(nomor_temuan(&butir.temuan));
        }
        // Several remarks in one cell are told apart by a dash.
        if catatan.len() > 1 {
            for satu in &mut catatan {
                satu.insert_str(0, "– ");
            }
        }
        tabel.body.push(Row::new(vec![
            Cell::text(butir.nomor.as_str()),
            Cell::text(butir.pernyataan.as_str()),
            Cell::text(butir.jawaban.sebutan()),
            Cell::text(""),
            Cell::new(berbaris(catatan)),
        ]));
    }
    let judul = Heading {
        level: 3,
        content: vec![Inline::text(format!("{}. {}", bagian.nomor, bagian.nama))],
        ..Heading::default()
    };
    [Block::Heading(judul), Block::Table(tabel)]
}

/// The indicators with their values as printed.
pub(super) fn indikator(daftar: &[IndikatorReviu]) -> Vec<Block> {
    if daftar.is_empty() {
        return Vec::new();
    }
    let mut tabel = formulir(&[
        (6, Align::Centre, "No."),
        (38, Align::Left, "Indikator kinerja"),
        (14, Align::Left, "Satuan"),
        (14, Align::Left, "Target"),
        (14, Align::Left, "Realisasi"),
        (14, Align::Left, "Capaian"),
    ]);
    let nilai = |nilai: &[String]| match nilai.get(..NILAI_DISEBUT) {
        _ if nilai.is_empty() => "tidak terbaca".to_owned(),
        Some(awal) if nilai.len() > NILAI_DISEBUT => format!("{}; …", awal.join("; ")),
        _ => nilai.join("; "),
    };
    for (i, satu) in daftar.iter().enumerate() {
        tabel.body.push(Row::new(vec![
            Cell::text((i + 1).to_string()),
            Cell::text(satu.nama.as_str()),
            Cell::text(satu.satuan.as_deref().unwrap_or("tidak terbaca")),
            Cell::text(nilai(&satu.target)),
            Cell::text(nilai(&satu.realisasi)),
            Cell::text(nilai(&satu.capaian)),
        ]));
    }
    vec![Block::Table(tabel)]
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
    let mut baris = vec![berakhir_titik(&t.pesan)];
    let hitungan = t.hitungan.as_ref().filter(|h| !t.pesan.contains(*h));
    baris.extend(hitungan.map(|h| format!("Hitungan: {h}.")));
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
    baris.extend(
        t.seharusnya
            .as_ref()
            .map(|s| berakhir_titik(&format!("Seharusnya: {s}"))),
    );
    baris.push(t.perbaikan.clone());
    baris.extend(t.selesai.as_ref().map(|s| format!("Dikesampingkan: {s}")));
    berbaris(baris)
}

fn berakhir_titik(teks: &str) -> String {
    format!("{}.", teks.trim_end().trim_end_matches('.'))
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

/// A line to write on, beside a name.
const GARIS: &str = "______________________________";
/// A line to write on, across the form.
pub(super) const GARIS_PANJANG: &str = "______________________________________________";

/// Room for a mark; the spaces are of the kind that no writer closes up.
pub(super) const KURUNG: &str = "[\u{a0}\u{a0}\u{a0}\u{a0}]";

/// What the reviewer fills in, with room between the lines for a pen.
pub(super) fn tanda_tangan() -> Table {
    /// A signature needs more room than a name.
    const RUANG: [usize; 6] = [1, 1, 1, 3, 1, 1];
    let nama = [
        "Tempat dan tanggal",
        "Unit pengawasan",
        "Jabatan pereviu",
        "Tanda tangan",
        "Nama",
        "NIP",
    ];
    let kolom = |width| TableColumn {
        width,
        align: Align::Left,
    };
    let sel = |ruang: usize, teks: &str| {
        let mut isi = vec![Inline::Break; ruang];
        isi.push(Inline::text(teks));
        Cell::new(isi)
    };
    Table {
        columns: vec![kolom(28), kolom(2), kolom(70)],
        body: nama
            .into_iter()
            .zip(RUANG)
            .map(|(nama, ruang)| {
                Row::new(vec![sel(ruang, nama), sel(ruang, ":"), sel(ruang, GARIS)])
            })
            .collect(),
        rules: Rules::None,
        ..Table::default()
    }
}
