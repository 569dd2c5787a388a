//! What the checker found of what was planted, and what it found beside it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use anyhow::Result;
use document::Document;
use document::source::{Piece, Source};
use hukum::Hukum;
use laporan::{Naskah, Terbitan};
use periksa::bacaan::Letak;
use periksa::{BahanDokumen, Berat, Cakupan, Lokasi, Temuan, periksa_dokumen, understand};

use crate::acak::Acak;
use crate::jenis::{Cara, Jenis};
use crate::kantor::{self, Asal, Kantor};
use crate::tambahan::tambahkan;
use crate::tanam::{Giliran, Kebun, Tanaman, tanam};

/// Words on a page, by which pages are counted.
pub const KATA_SEHALAMAN: usize = 350;
/// Examples kept of each kind and rule.
const CONTOH: usize = 4;

/// How much is run.
#[derive(Debug, Clone, Copy)]
pub struct Ukuran {
    /// Offices.
    pub kantor: u64,
    /// Seeded reports of each office.
    pub kali: u64,
    /// Errors in the words of each seeded report.
    pub kesalahan: usize,
}

/// What became of the errors of one kind.
#[derive(Debug, Clone, Default)]
pub struct SkorJenis {
    /// Planted.
    pub ditanam: usize,
    /// Found at their own place.
    pub tepat: usize,
    /// Named as the related place of a finding elsewhere.
    pub terkait: usize,
    /// Not named, but a finding stands in the same row, column or paragraph, or on a value that follows.
    pub dekat: usize,
    /// Some that were missed.
    pub luput: Vec<String>,
}

/// What became of the findings of one rule.
#[derive(Debug, Clone, Default)]
pub struct SkorAturan {
    /// Findings that name a planted error.
    pub benar: usize,
    /// Findings that follow from one.
    pub akibat: usize,
    /// Findings in seeded reports that no planted error explains and that the clean report does not have.
    pub palsu: usize,
    /// Findings in clean reports.
    pub bersih: usize,
    /// Of those, advice.
    pub saran: usize,
    /// Numbers of clean reports that the rule alone held against something.
    pub diperiksa: usize,
    /// Some of the false ones.
    pub contoh: Vec<String>,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct Skor {
    /// By kind of error.
    pub jenis: BTreeMap<&'static str, SkorJenis>,
    /// By rule.
    pub aturan: BTreeMap<&'static str, SkorAturan>,
    /// Clean reports.
    pub bersih: usize,
    /// Seeded reports.
    pub berbenih: usize,
    /// Words of the clean reports.
    pub kata: usize,
    /// Numbers of the clean reports.
    pub cakupan: Cakupan,
}

impl Skor {
    /// Pages of the clean reports.
    #[must_use]
    pub fn halaman(&self) -> usize {
        self.kata / KATA_SEHALAMAN
    }
}

/// A report as its author would issue it, with what other offices' reports say beside.
///
/// # Errors
/// A fault in a template.
pub fn susun(kantor: &Kantor, hukum: &Hukum, nomor: u64) -> Result<Document> {
    let naskah = Naskah::bawaan();
    let bahan = laporan::Bahan {
        masukan: &kantor.masukan,
        hasil: &kantor.hasil,
        hukum,
        naskah: &naskah,
    };
    let mut dokumen = laporan::susun(&bahan, Terbitan::Akhir)
        .map_err(|galat| anyhow::anyhow!(galat.to_string()))?;
    tambahkan(&mut dokumen, kantor, hukum, &mut Acak::new(nomor));
    Ok(dokumen)
}

/// Makes, seeds and checks reports of `ukuran.kantor` offices, two at a time.
///
/// # Errors
/// A package or report that cannot be made.
pub fn jalankan(hukum: &Hukum, ukuran: Ukuran, kabar: &(dyn Fn(u64) + Sync)) -> Result<Skor> {
    let antrean = Mutex::new(0u64);
    let hasil: Mutex<BTreeMap<u64, Result<Skor>>> = Mutex::default();
    let pekerja = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|lingkup| {
        for _ in 0..pekerja {
            lingkup.spawn(|| {
                loop {
                    let nomor = {
                        let mut antrean = antrean
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner);
                        *antrean += 1;
                        *antrean - 1
                    };
                    if nomor >= ukuran.kantor {
                        break;
                    }
                    let satu = satu_kantor(hukum, ukuran, nomor);
                    hasil
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .insert(nomor, satu);
                    kabar(nomor);
                }
            });
        }
    });
    let mut skor = Skor::default();
    for satu in hasil
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .into_values()
    {
        skor.tambah(satu?);
    }
    Ok(skor)
}

/// Offices of both kinds in turn.
#[must_use]
pub fn asal(nomor: u64) -> Asal {
    if nomor.is_multiple_of(2) {
        Asal::Umum
    } else {
        Asal::Kanim
    }
}

fn satu_kantor(hukum: &Hukum, ukuran: Ukuran, nomor: u64) -> Result<Skor> {
    let kantor = kantor::buat(hukum, asal(nomor), nomor / 2)?;
    let bersih = susun(&kantor, hukum, nomor)?;
    let mut skor = Skor {
        bersih: 1,
        ..Skor::default()
    };
    let sumber = Source::from(&bersih);
    skor.kata = kata(&sumber);
    let (temuan_bersih, cakupan) = temuan(&sumber, hukum);
    skor.cakupan = cakupan;
    skor.catat_bersih(&sumber, &temuan_bersih, hukum, nomor);
    let mut giliran = Giliran::new(nomor + 1);
    for kali in 0..ukuran.kali {
        let kebun = tanam(
            &bersih,
            &kantor,
            &mut giliran,
            ukuran.kesalahan,
            nomor * 1000 + kali,
        );
        skor.nilai(
            &kebun,
            &temuan_bersih,
            hukum,
            &format!("kantor {nomor} kali {kali}"),
        );
    }
    Ok(skor)
}

/// The findings on a source.
#[must_use]
pub fn temuan(sumber: &Source, hukum: &Hukum) -> (Vec<Temuan>, Cakupan) {
    let bacaan = understand(sumber, hukum);
    periksa_dokumen(
        &BahanDokumen {
            bacaan: &bacaan,
            hukum,
            data: None,
        },
        &|_| true,
    )
}

fn kata(sumber: &Source) -> usize {
    let hitung = |teks: &str| teks.split_whitespace().count();
    sumber
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Grid(grid) => grid.cells.iter().map(|sel| hitung(&sel.passage.text)).sum(),
            lain => lain.passage().map_or(0, |passage| hitung(&passage.text)),
        })
        .sum()
}

fn letak(lokasi: &Lokasi) -> Option<&Letak> {
    match lokasi {
        Lokasi::Titik(titik) => Some(&titik.letak),
        _ => None,
    }
}

/// What a finding has to do with an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hubungan {
    Jauh,
    Akibat,
    Terkait,
    Tepat,
}

fn hubungan(temuan: &Temuan, tanaman: &Tanaman, sumber: &Source) -> Hubungan {
    let kena = |lokasi: &Lokasi| {
        letak(lokasi).is_some_and(|letak| {
            tanaman
                .tempat
                .iter()
                .any(|tempat| bertemu(letak, tempat, sumber))
        })
    };
    let dekat = |lokasi: &Lokasi| {
        letak(lokasi).is_some_and(|letak| {
            tanaman.akibat.contains(&(letak.piece, letak.sel))
                || tanaman
                    .tempat
                    .iter()
                    .any(|tempat| bersebelahan(letak, tempat, sumber))
        })
    };
    if kena(&temuan.lokasi) {
        Hubungan::Tepat
    } else if temuan.terkait.iter().any(kena) {
        Hubungan::Terkait
    } else if dekat(&temuan.lokasi) || temuan.terkait.iter().any(dekat) {
        Hubungan::Akibat
    } else {
        Hubungan::Jauh
    }
}

/// The same cell, the same formula, or stretches of one paragraph that meet.
///
/// A formula that does not hold is wrong as a whole: which of its numbers is, arithmetic cannot tell.
fn bertemu(satu: &Letak, dua: &Letak, sumber: &Source) -> bool {
    let utuh =
        satu.sel.is_some() || matches!(sumber.pieces.get(satu.piece), Some(Piece::Formula(_)));
    satu.piece == dua.piece
        && satu.sel == dua.sel
        && (utuh || (satu.awal < dua.akhir && dua.awal < satu.akhir))
}

/// The same paragraph; the same row or column of a table; the table as a whole.
fn bersebelahan(satu: &Letak, dua: &Letak, sumber: &Source) -> bool {
    if satu.piece != dua.piece {
        return false;
    }
    let (Some(Piece::Grid(grid)), Some(a), Some(b)) =
        (sumber.pieces.get(satu.piece), satu.sel, dua.sel)
    else {
        return true;
    };
    match (grid.cells.get(a), grid.cells.get(b)) {
        (Some(a), Some(b)) => a.row == b.row || a.column == b.column,
        _ => true,
    }
}

/// The same finding, as far as another version of the report lets one tell.
fn sama(satu: &Temuan, dua: &Temuan) -> bool {
    satu.aturan == dua.aturan
        && satu.cuplikan == dua.cuplikan
        && match (letak(&satu.lokasi), letak(&dua.lokasi)) {
            (Some(a), Some(b)) => a.sel == b.sel && a.piece.abs_diff(b.piece) < 60,
            (a, b) => a.is_none() == b.is_none(),
        }
}

impl Skor {
    fn catat_bersih(&mut self, sumber: &Source, temuan: &[Temuan], hukum: &Hukum, nomor: u64) {
        for satu in temuan {
            let aturan = self.aturan.entry(satu.aturan).or_default();
            if satu.berat == Berat::Saran {
                aturan.saran += 1;
            } else {
                aturan.bersih += 1;
            }
            aturan.contoh(format!("clean, office {nomor}: {}", ringkas(satu)));
        }
        // Each rule alone, for a few reports: what it can hold against something.
        if nomor < 4 {
            let bacaan = understand(sumber, hukum);
            for aturan in periksa::rules::daftar() {
                if matches!(aturan.cara, periksa::Cara::Data(_)) {
                    continue;
                }
                let (_, cakupan) = periksa_dokumen(
                    &BahanDokumen {
                        bacaan: &bacaan,
                        hukum,
                        data: None,
                    },
                    &|nama| nama == aturan.nama,
                );
                self.aturan.entry(aturan.nama).or_default().diperiksa += cakupan.diperiksa;
            }
        }
    }

    fn nilai(&mut self, kebun: &Kebun, bersih: &[Temuan], hukum: &Hukum, asal: &str) {
        self.berbenih += 1;
        let mut dasar = Vec::new();
        if let Some((jenis, nama)) = &kebun.dibuang {
            dasar = temuan(&Source::from(&kebun.dasar), hukum).0;
            self.nilai_buang(jenis, nama, &dasar, bersih, asal);
        }
        let lama = if kebun.dibuang.is_some() {
            &dasar
        } else {
            bersih
        };
        let sumber = Source::from(&kebun.jadi);
        let (semua, _) = temuan(&sumber, hukum);
        let baru: Vec<&Temuan> = semua
            .iter()
            .filter(|satu| !lama.iter().any(|lain| sama(satu, lain)))
            .collect();
        let mut terbaik = vec![Hubungan::Jauh; kebun.tanaman.len()];
        for satu in baru {
            let mut hubungan_ini = Hubungan::Jauh;
            for (i, tanaman) in kebun.tanaman.iter().enumerate() {
                let ini = hubungan(satu, tanaman, &sumber);
                terbaik[i] = terbaik[i].max(ini);
                hubungan_ini = hubungan_ini.max(ini);
            }
            let aturan = self.aturan.entry(satu.aturan).or_default();
            match hubungan_ini {
                Hubungan::Tepat | Hubungan::Terkait => aturan.benar += 1,
                Hubungan::Akibat => aturan.akibat += 1,
                Hubungan::Jauh if satu.berat == Berat::Saran => aturan.saran += 1,
                Hubungan::Jauh => {
                    aturan.palsu += 1;
                    let tanaman: Vec<&str> = kebun.tanaman.iter().map(|t| t.jenis.nama).collect();
                    aturan.contoh(format!(
                        "seeded, {asal} ({}): {}",
                        tanaman.join(", "),
                        ringkas(satu)
                    ));
                }
            }
        }
        for (tanaman, terbaik) in kebun.tanaman.iter().zip(terbaik) {
            let skor = self.jenis.entry(tanaman.jenis.nama).or_default();
            skor.ditanam += 1;
            match terbaik {
                Hubungan::Tepat => skor.tepat += 1,
                Hubungan::Terkait => skor.terkait += 1,
                Hubungan::Akibat => skor.dekat += 1,
                Hubungan::Jauh => {}
            }
            if terbaik < Hubungan::Terkait && skor.luput.len() < CONTOH {
                skor.luput.push(format!(
                    "{asal}: {:?} -> {:?} ({})",
                    tanaman.sebelum,
                    tanaman.sesudah,
                    sekitar(tanaman, &sumber)
                ));
            }
        }
    }

    fn nilai_buang(
        &mut self,
        jenis: &'static Jenis,
        nama: &str,
        dasar: &[Temuan],
        bersih: &[Temuan],
        asal: &str,
    ) {
        let Cara::Buang(_, diminta) = jenis.cara else {
            return;
        };
        let baru: Vec<&Temuan> = dasar
            .iter()
            .filter(|satu| !bersih.iter().any(|lain| sama(satu, lain)))
            .collect();
        let skor = self.jenis.entry(jenis.nama).or_default();
        skor.ditanam += 1;
        if baru.iter().any(|satu| diminta.contains(&satu.aturan)) {
            skor.tepat += 1;
        } else {
            skor.dekat += usize::from(!baru.is_empty());
            if skor.luput.len() < CONTOH {
                let lain: Vec<&str> = baru.iter().map(|satu| satu.aturan).collect();
                skor.luput
                    .push(format!("{asal}: {nama} taken out; found: {lain:?}"));
            }
        }
        for satu in baru {
            let aturan = self.aturan.entry(satu.aturan).or_default();
            if diminta.contains(&satu.aturan) {
                aturan.benar += 1;
            } else {
                aturan.akibat += 1;
            }
        }
    }

    fn tambah(&mut self, lain: Self) {
        self.bersih += lain.bersih;
        self.berbenih += lain.berbenih;
        self.kata += lain.kata;
        self.cakupan.dilihat += lain.cakupan.dilihat;
        self.cakupan.diperiksa += lain.cakupan.diperiksa;
        for (sebab, banyak) in lain.cakupan.tidak {
            *self.cakupan.tidak.entry(sebab).or_default() += banyak;
        }
        for (nama, skor) in lain.jenis {
            let ini = self.jenis.entry(nama).or_default();
            ini.ditanam += skor.ditanam;
            ini.tepat += skor.tepat;
            ini.terkait += skor.terkait;
            ini.dekat += skor.dekat;
            ini.luput.extend(skor.luput);
        }
        for (nama, skor) in lain.aturan {
            let ini = self.aturan.entry(nama).or_default();
            ini.benar += skor.benar;
            ini.akibat += skor.akibat;
            ini.palsu += skor.palsu;
            ini.bersih += skor.bersih;
            ini.saran += skor.saran;
            ini.diperiksa += skor.diperiksa;
            ini.contoh.extend(skor.contoh);
        }
    }
}

impl SkorAturan {
    fn contoh(&mut self, teks: String) {
        if self.contoh.len() < CONTOH {
            self.contoh.push(teks);
        }
    }
}

impl SkorJenis {
    /// Errors that a finding names.
    #[must_use]
    pub fn ditemukan(&self) -> usize {
        self.tepat + self.terkait
    }
}

fn ringkas(temuan: &Temuan) -> String {
    format!(
        "{} [{}] {:?}: {}",
        temuan.lokasi,
        temuan.berat.sebutan(),
        temuan.cuplikan,
        temuan.pesan
    )
}

/// The words around an error, for one who reads the list of misses.
fn sekitar(tanaman: &Tanaman, sumber: &Source) -> String {
    let Some(tempat) = tanaman.tempat.first() else {
        return String::new();
    };
    if let (Some(Piece::Grid(grid)), Some(sel)) = (sumber.pieces.get(tempat.piece), tempat.sel) {
        let baris = grid.cells.get(sel).map(|sel| sel.row);
        let isi: Vec<&str> = grid
            .cells
            .iter()
            .filter(|sel| Some(sel.row) == baris)
            .map(|sel| sel.passage.text.as_str())
            .collect();
        let keterangan = grid.caption.as_ref().map_or("", |passage| &passage.text);
        return format!("{keterangan}: {}", isi.join(" | "));
    }
    let teks = tempat.bacaan(sumber).map_or("", |passage| &passage.text);
    let mulai = teks
        .get(..tempat.awal)
        .map_or(0, |depan| depan.chars().count())
        .saturating_sub(60);
    teks.chars().skip(mulai).take(170).collect()
}
