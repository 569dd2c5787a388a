//! The document itself with the findings beside it, as one HTML file without script.

use std::collections::BTreeMap;

use document::source::{Grid, Passage, Piece};
use periksa::bacaan::{Letak, Titik};
use periksa::{Berat, Lokasi, Temuan};

use super::{Telaah, urut_baca};

const GAYA: &str = include_str!("html.css");

/// Findings by the piece of the document at which they stand; those of no piece come first.
struct Catatan<'h> {
    hasil: &'h Telaah<'h>,
    /// Number of each finding in reading order, by its index.
    nomor: Vec<usize>,
    per_piece: BTreeMap<usize, Vec<usize>>,
    umum: Vec<usize>,
    /// Stretches to mark, by piece and cell: bytes and the finding, or a place that a finding refers to.
    tanda: BTreeMap<(usize, Option<usize>), Vec<Tanda>>,
}

/// A stretch to mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Tanda {
    awal: usize,
    akhir: usize,
    /// A related place rather than the finding's own.
    terkait: bool,
    temuan: usize,
}

/// The whole page.
#[must_use]
pub fn html(hasil: &Telaah) -> String {
    let catatan = Catatan::new(hasil);
    let mut isi = String::new();
    isi.push_str("<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    isi.push_str(&format!(
        "<title>Hasil pemeriksaan {}</title>\n<style>\n{GAYA}</style>\n</head>\n<body>\n",
        lolos(&hasil.nama)
    ));
    isi.push_str(&kepala(&catatan));
    isi.push_str("<main>\n");
    for (i, piece) in hasil.sumber.pieces.iter().enumerate() {
        isi.push_str(&catatan.baris(i, piece));
    }
    isi.push_str("</main>\n</body>\n</html>\n");
    isi
}

fn kepala(catatan: &Catatan) -> String {
    let hasil = catatan.hasil;
    let cakupan = &hasil.cakupan;
    let mut isi = format!(
        "<header>\n<h1>Hasil pemeriksaan</h1>\n<p class=\"nama\">{}</p>\n<ul class=\"jumlah\">\n",
        lolos(&hasil.nama)
    );
    for berat in [Berat::Wajib, Berat::Anjuran, Berat::Saran] {
        isi.push_str(&format!(
            "<li class=\"{0}\"><b>{1}</b> {0}</li>\n",
            berat.sebutan(),
            hasil.banyak(berat)
        ));
    }
    isi.push_str("</ul>\n");
    isi.push_str(&format!("<p>{}</p>\n", lolos(&super::cakupan(cakupan))));
    for note in &hasil.sumber.notes {
        isi.push_str(&format!(
            "<p class=\"baca\">Catatan baca: {}</p>\n",
            lolos(&note.text)
        ));
    }
    for teks in &hasil.catatan {
        isi.push_str(&format!("<p class=\"baca\">{}</p>\n", lolos(teks)));
    }
    for i in &catatan.umum {
        isi.push_str(&catatan.kartu(*i));
    }
    isi.push_str("</header>\n");
    isi
}

impl<'h> Catatan<'h> {
    fn new(hasil: &'h Telaah<'h>) -> Self {
        let urut = urut_baca(&hasil.temuan);
        let mut nomor = vec![0; hasil.temuan.len()];
        let mut catatan = Self {
            hasil,
            nomor: Vec::new(),
            per_piece: BTreeMap::new(),
            umum: Vec::new(),
            tanda: BTreeMap::new(),
        };
        for (urutan, i) in urut.into_iter().enumerate() {
            let Some(temuan) = hasil.temuan.get(i) else {
                continue;
            };
            if let Some(nomor) = nomor.get_mut(i) {
                *nomor = urutan + 1;
            }
            match letak(temuan) {
                Some(letak) => {
                    catatan.per_piece.entry(letak.piece).or_default().push(i);
                    catatan.tandai(letak, i, false);
                }
                None => catatan.umum.push(i),
            }
            for lokasi in &temuan.terkait {
                if let Lokasi::Titik(titik) = lokasi {
                    catatan.tandai(&titik.letak, i, true);
                }
            }
        }
        catatan.nomor = nomor;
        for tanda in catatan.tanda.values_mut() {
            tanda.sort();
        }
        catatan
    }

    fn tandai(&mut self, letak: &Letak, temuan: usize, terkait: bool) {
        self.tanda
            .entry((letak.piece, letak.sel))
            .or_default()
            .push(Tanda {
                awal: letak.awal,
                akhir: letak.akhir,
                terkait,
                temuan,
            });
    }

    /// A piece and, beside it, its findings.
    fn baris(&self, i: usize, piece: &Piece) -> String {
        let isi = match piece {
            Piece::Heading { level, passage } => {
                // The page has a title of its own above the document's headings.
                let tingkat = level.saturating_add(1).clamp(2, 6);
                format!("<h{tingkat}>{}</h{tingkat}>", self.teks(i, None, passage))
            }
            Piece::Paragraph(passage) => format!("<p>{}</p>", self.teks(i, None, passage)),
            Piece::Item {
                marker,
                depth,
                passage,
            } => format!(
                "<p class=\"butir dalam-{}\"><span>{}</span> {}</p>",
                (*depth).min(4),
                lolos(marker),
                self.teks(i, None, passage)
            ),
            Piece::Grid(grid) => self.tabel(i, grid),
            Piece::Formula(passage) => {
                format!("<pre>{}</pre>", self.teks(i, None, passage))
            }
            Piece::Footnote { mark, passage } => format!(
                "<p class=\"kaki\"><sup>{}</sup> {}</p>",
                lolos(mark),
                self.teks(i, None, passage)
            ),
            Piece::Running(passage) => {
                format!("<p class=\"jalan\">{}</p>", self.teks(i, None, passage))
            }
            Piece::Picture(passage) => format!(
                "<p class=\"gambar\">Gambar: {}</p>",
                self.teks(i, None, passage)
            ),
        };
        let kartu: String = self
            .per_piece
            .get(&i)
            .into_iter()
            .flatten()
            .map(|i| self.kartu(*i))
            .collect();
        let samping = if kartu.is_empty() {
            String::new()
        } else {
            format!("<aside>{kartu}</aside>")
        };
        format!("<section id=\"b{i}\"><div>{isi}</div>{samping}</section>\n")
    }

    fn tabel(&self, i: usize, grid: &Grid) -> String {
        let mut isi = String::from("<div class=\"gulir\"><table>");
        let mut row = None;
        for (ke, sel) in grid.cells.iter().enumerate() {
            if row != Some(sel.row) {
                isi.push_str(if row.is_some() { "</tr><tr>" } else { "<tr>" });
                row = Some(sel.row);
            }
            let kepala = if sel.row < grid.head_rows { "th" } else { "td" };
            let mut rentang = String::new();
            if sel.colspan > 1 {
                rentang.push_str(&format!(" colspan=\"{}\"", sel.colspan));
            }
            if sel.rowspan > 1 {
                rentang.push_str(&format!(" rowspan=\"{}\"", sel.rowspan));
            }
            isi.push_str(&format!(
                "<{kepala}{rentang}>{}</{kepala}>",
                self.teks(i, Some(ke), &sel.passage)
            ));
        }
        isi.push_str("</tr></table></div>");
        isi
    }

    /// The words of a passage with its stretches marked. Where stretches overlap, the first one is marked as far as the next.
    fn teks(&self, piece: usize, sel: Option<usize>, passage: &Passage) -> String {
        let kosong = Vec::new();
        let tanda = self.tanda.get(&(piece, sel)).unwrap_or(&kosong);
        let mut isi = String::new();
        let mut sampai = 0;
        for (ke, t) in tanda.iter().enumerate() {
            let awal = t.awal.max(sampai);
            let batas = tanda.get(ke + 1).map_or(usize::MAX, |lain| lain.awal);
            let akhir = if batas > t.awal {
                t.akhir.min(batas)
            } else {
                t.akhir
            };
            let (Some(sebelum), Some(kata)) = (
                passage.text.get(sampai..awal),
                passage.text.get(awal..akhir.max(awal)),
            ) else {
                continue;
            };
            isi.push_str(&lolos(sebelum));
            sampai = akhir.max(awal);
            if kata.is_empty() {
                continue;
            }
            let nomor = self.nomor.get(t.temuan).copied().unwrap_or_default();
            let berat = self
                .hasil
                .temuan
                .get(t.temuan)
                .map_or("saran", |t| t.berat.sebutan());
            let kelas = if t.terkait { "terkait" } else { berat };
            isi.push_str(&format!(
                "<a class=\"tanda {kelas}\" href=\"#t{nomor}\">{}<sup>{nomor}</sup></a>",
                lolos(kata)
            ));
        }
        isi.push_str(&lolos(passage.text.get(sampai..).unwrap_or_default()));
        isi
    }

    fn kartu(&self, i: usize) -> String {
        let Some(t) = self.hasil.temuan.get(i) else {
            return String::new();
        };
        let nomor = self.nomor.get(i).copied().unwrap_or_default();
        let kelas = if t.selesai.is_some() {
            "selesai"
        } else {
            t.berat.sebutan()
        };
        let mut isi = format!(
            "<article id=\"t{nomor}\" class=\"{kelas}\"><h3>{nomor}. {}</h3><p class=\"aturan\">{} · {} · {}</p>",
            lolos(&t.pesan),
            t.berat.sebutan(),
            lolos(t.aturan),
            lolos(&t.lokasi.to_string())
        );
        isi.push_str("<dl>");
        butir(&mut isi, "Seharusnya", t.seharusnya.as_deref());
        butir(&mut isi, "Dikesampingkan", t.selesai.as_deref());
        isi.push_str("</dl><details><summary>Perbaikan, hitungan, dan dasar</summary><dl>");
        butir(&mut isi, "Perbaikan", Some(&t.perbaikan));
        butir(&mut isi, "Hitungan", t.hitungan.as_deref());
        let selang = t
            .selang
            .as_ref()
            .map(|(bawah, atas)| format!("{bawah} sampai {atas}"));
        butir(&mut isi, "Rentang yang mungkin", selang.as_deref());
        for dasar in &t.dasar {
            butir(&mut isi, "Dasar", Some(dasar));
        }
        let terkait: Vec<String> = t
            .terkait
            .iter()
            .filter_map(|lokasi| match lokasi {
                Lokasi::Titik(titik) => Some(tautan(titik)),
                _ => None,
            })
            .collect();
        if !terkait.is_empty() {
            isi.push_str(&format!(
                "<dt>Lihat juga</dt><dd>{}</dd>",
                terkait.join("; ")
            ));
        }
        butir(&mut isi, "Sidik", Some(&t.sidik));
        isi.push_str("</dl></details></article>");
        isi
    }
}

/// A name and its text, where there is one.
fn butir(isi: &mut String, nama: &str, teks: Option<&str>) {
    if let Some(teks) = teks {
        isi.push_str(&format!("<dt>{nama}</dt><dd>{}</dd>", lolos(teks)));
    }
}

fn tautan(titik: &Titik) -> String {
    format!(
        "<a href=\"#b{}\">{}</a>",
        titik.letak.piece,
        lolos(&titik.to_string())
    )
}

fn letak(temuan: &Temuan) -> Option<&Letak> {
    match &temuan.lokasi {
        Lokasi::Titik(titik) => Some(&titik.letak),
        _ => None,
    }
}

/// Text made safe for HTML; control characters, which no HTML may hold, are left out.
fn lolos(teks: &str) -> String {
    let mut isi = String::with_capacity(teks.len());
    for huruf in teks.chars() {
        match huruf {
            '&' => isi.push_str("&amp;"),
            '<' => isi.push_str("&lt;"),
            '>' => isi.push_str("&gt;"),
            '"' => isi.push_str("&quot;"),
            '\n' => isi.push_str("<br>"),
            '\t' => isi.push('\t'),
            huruf if huruf.is_control() => {}
            huruf => isi.push(huruf),
        }
    }
    isi
}
