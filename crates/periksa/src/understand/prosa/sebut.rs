//! Which things a sentence names: indicators, budget lines, survey parts, staff.

use std::collections::{BTreeMap, BTreeSet};

use super::kata::{Isi, Kata};
use crate::bacaan::{Bacaan, JenisPerihal, Perihal};
use crate::understand::kosakata;

/// A thing named in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::understand) struct Sebutan {
    /// First word.
    pub awal: usize,
    /// One past the last word.
    pub akhir: usize,
    /// The thing.
    pub perihal: Perihal,
}

/// Names, word by word.
#[derive(Debug, Default)]
pub(in crate::understand) struct DaftarSebutan {
    nama: Simpul,
    /// Parts of surveys: words of everyday, names only where the sentence speaks of parts.
    unsur: Simpul,
}

/// The names that begin with the same words.
#[derive(Debug, Default)]
struct Simpul {
    lanjut: BTreeMap<String, Simpul>,
    /// What these words alone say, where they suffice for one of the names.
    arti: Option<Arti>,
    /// What the names are of that have no further words.
    utuh: Vec<Perihal>,
}

/// What a name is of.
#[derive(Debug)]
struct Arti {
    perihal: Perihal,
    /// Higher wins where two names match the same words.
    pangkat: u8,
    /// Whether names of the same rank are of several things.
    rancu: bool,
}

impl Simpul {
    /// Adds a name of which the first `cukup` words suffice.
    fn tambah(&mut self, kata: &[String], cukup: usize, perihal: &Perihal, pangkat: u8) {
        let mut ini = self;
        for (i, satu) in kata.iter().enumerate() {
            ini = ini.lanjut.entry(satu.clone()).or_default();
            if i + 1 < cukup {
                continue;
            }
            match &mut ini.arti {
                Some(lama) if lama.pangkat > pangkat => {}
                Some(lama) if lama.pangkat == pangkat => lama.rancu |= lama.perihal != *perihal,
                arti => {
                    *arti = Some(Arti {
                        perihal: perihal.clone(),
                        pangkat,
                        rancu: false,
                    });
                }
            }
        }
    }

    /// Adds a name that is one only as a whole.
    fn tambah_utuh(&mut self, kata: Vec<String>, perihal: Perihal) {
        let mut ini = self;
        for satu in kata {
            ini = ini.lanjut.entry(satu).or_default();
        }
        ini.utuh.push(perihal);
    }

    /// The longest whole name with which words begin: how many of them it has, and what it may be of.
    fn utuh(&self, kata: &[&str]) -> Option<(usize, &[Perihal])> {
        let mut ini = self;
        let mut terbaik = None;
        for (i, satu) in kata.iter().enumerate() {
            let Some(lanjut) = ini.lanjut.get(*satu) else {
                break;
            };
            ini = lanjut;
            if !ini.utuh.is_empty() {
                terbaik = Some((i + 1, ini.utuh.as_slice()));
            }
        }
        terbaik
    }

    /// The name with which words begin: how many of them it has, and what it is of; none where that is open.
    fn terpanjang(&self, kata: &[&str]) -> Option<(usize, &Perihal)> {
        let mut ini = self;
        let mut terbaik = None;
        for (i, satu) in kata.iter().enumerate() {
            let Some(lanjut) = ini.lanjut.get(*satu) else {
                break;
            };
            ini = lanjut;
            terbaik = ini.arti.as_ref().map(|arti| (i + 1, arti)).or(terbaik);
        }
        terbaik
            .filter(|(_, arti)| !arti.rancu)
            .map(|(panjang, arti)| (panjang, &arti.perihal))
    }
}

/// Kinds of spending that every budget knows.
const BELANJA: &[&str] = &[
    "belanja pegawai",
    "belanja barang",
    "belanja barang dan jasa",
    "belanja modal",
    "belanja bantuan sosial",
    "belanja operasi",
    "belanja hibah",
    "belanja tidak terduga",
    "belanja transfer",
];

/// Words that the names of all groups of respondents may have.
const KATA_KELOMPOK: &[&str] = &["responden", "kelompok", "orang", "dan", "survei", "unsur"];

const PENDAPATAN: &[&str] = &["pnbp", "penerimaan negara bukan pajak"];

const KINERJA_ANGGARAN: &[(&str, &str)] = &[
    ("nilai kinerja anggaran", "nka"),
    ("nka", "nka"),
    ("nilai smart", "smart"),
    ("aplikasi smart", "smart"),
    ("ikpa", "ikpa"),
    ("indikator kinerja pelaksanaan anggaran", "ikpa"),
];

impl DaftarSebutan {
    /// All names that the document gives its things.
    pub fn susun(bacaan: &Bacaan) -> Self {
        let mut daftar = Self::default();
        daftar.tambah_indikator(bacaan);
        daftar.tambah_unsur(bacaan);
        for nama in BELANJA {
            daftar.tambah(nama, None, Perihal::anggaran(*nama), 1);
        }
        let pendapatan = bacaan
            .pernyataan
            .iter()
            .map(|p| &p.perihal)
            .filter(|p| p.jenis == JenisPerihal::Pendapatan)
            .find(|p| p.kunci == "total" || PENDAPATAN.iter().any(|nama| p.kunci.contains(nama)))
            .cloned()
            .unwrap_or_else(|| Perihal {
                jenis: JenisPerihal::Pendapatan,
                kunci: "pnbp".to_owned(),
            });
        for nama in PENDAPATAN {
            daftar.tambah(nama, None, pendapatan.clone(), 1);
        }
        for (nama, kunci) in KINERJA_ANGGARAN {
            let perihal = Perihal {
                jenis: JenisPerihal::KinerjaAnggaran,
                kunci: (*kunci).to_owned(),
            };
            daftar.tambah(nama, None, perihal, 1);
        }
        let tabel: BTreeSet<&Perihal> = bacaan.pernyataan.iter().map(|p| &p.perihal).collect();
        for perihal in tabel {
            match perihal.jenis {
                JenisPerihal::Anggaran
                | JenisPerihal::Pendapatan
                | JenisPerihal::KinerjaAnggaran
                | JenisPerihal::Lain
                    if perihal.kunci.contains(' ') =>
                {
                    daftar.tambah(&perihal.kunci, None, perihal.clone(), 2);
                }
                _ => {}
            }
        }
        daftar
    }

    /// The parts that a sentence names; `induk` is the key of the indicator that the text goes on about.
    pub fn unsur(&self, kata: &[Kata], induk: Option<&str>) -> Vec<Sebutan> {
        let ucapan = kata;
        let bicara = kata
            .iter()
            .any(|k| k.salah_satu(&["unsur", "aspek", "komponen", "variabel", "dimensi"]));
        // An item of a list of parts begins with the part.
        let butir = |hasil: &[Sebutan]| hasil.first().is_some_and(|s| s.awal == 0);
        let mungkin_butir = || {
            kata.first().is_some_and(|satu| {
                kosakata::kata(&satu.teks).any(|(_, bagian)| self.unsur.lanjut.contains_key(bagian))
            })
        };
        if !bicara && !mungkin_butir() {
            return Vec::new();
        }
        let hasil = cari(kata, |kata| {
            let (panjang, sama) = self.unsur.utuh(kata)?;
            let sama: Vec<&Perihal> = sama.iter().collect();
            let milik = |perihal: &&&Perihal| {
                perihal.kunci.split_once('/').map(|(depan, _)| depan) == induk
            };
            let sendiri: Vec<&Perihal> = sama.iter().filter(milik).copied().collect();
            let perihal = sekelompok(if sendiri.is_empty() { &sama } else { &sendiri }, ucapan)?;
            Some((panjang, perihal))
        });
        if bicara || butir(&hasil) {
            hasil
        } else {
            Vec::new()
        }
    }

    fn tambah_unsur(&mut self, bacaan: &Bacaan) {
        let mut sudah = BTreeSet::new();
        for baris in bacaan.tabel.iter().flat_map(|t| &t.baris) {
            let Some(perihal) = &baris.perihal else {
                continue;
            };
            let kata = pecah(&baris.label);
            if perihal.jenis != JenisPerihal::Unsur || !sudah.insert((kata.clone(), perihal)) {
                continue;
            }
            if !kata.is_empty() {
                self.unsur.tambah_utuh(kata, perihal.clone());
            }
        }
    }

    fn tambah_indikator(&mut self, bacaan: &Bacaan) {
        let nama: Vec<Vec<String>> = bacaan.indikator.iter().map(|i| pecah(&i.nama)).collect();
        for (i, indikator) in bacaan.indikator.iter().enumerate() {
            let perihal = Perihal::indikator(indikator.kunci.clone());
            let pangkat = if indikator.diperjanjikan { 4 } else { 3 };
            let sama_terpanjang = nama
                .iter()
                .zip(&bacaan.indikator)
                .enumerate()
                .filter(|(j, (_, lain))| *j != i && lain.kunci != indikator.kunci)
                .map(|(_, (lain, _))| sama_depan(lain, &nama[i]))
                .max()
                .unwrap_or(0);
            // The beginning of a name is its name once it differs from every other one, but never less than three words.
            const TERPENDEK: usize = 3;
            let cukup = (sama_terpanjang + 1).max(TERPENDEK);
            self.tambah(&indikator.nama, Some(cukup), perihal.clone(), pangkat);
            for sebutan in indikator.sebutan.iter().map(String::as_str) {
                self.tambah(sebutan, None, perihal.clone(), pangkat);
            }
            if let Some(singkatan) = singkatan(&indikator.nama) {
                self.tambah(singkatan, None, perihal.clone(), pangkat);
            }
            if let Some(kode) = &indikator.kode {
                self.tambah(kode, None, perihal, pangkat);
            }
        }
    }

    fn tambah(&mut self, nama: &str, cukup: Option<usize>, perihal: Perihal, pangkat: u8) {
        let kata = pecah(nama);
        let Some(pertama) = kata.first() else {
            return;
        };
        let panjang = kata.len();
        if panjang == 1 && pertama.len() < 3 {
            return;
        }
        let cukup = cukup.map_or(panjang, |cukup| cukup.min(panjang));
        self.nama.tambah(&kata, cukup, &perihal, pangkat);
    }

    /// The things that a sentence names, left to right; of names over the same words the longest.
    pub fn cari(&self, kata: &[Kata]) -> Vec<Sebutan> {
        cari(kata, |kata| self.nama.terpanjang(kata))
    }
}

/// The one part that is meant where several groups of respondents answered on it: the one of the group that is named.
fn sekelompok<'n>(calon: &[&'n Perihal], ucapan: &[Kata]) -> Option<&'n Perihal> {
    let pertama = calon.first()?;
    if calon.iter().all(|lain| lain == pertama) {
        return Some(pertama);
    }
    let disebut = |perihal: &&&Perihal| {
        let kelompok = perihal.kunci.rsplit_once(" (").map_or("", |(_, k)| k);
        kosakata::kata(kelompok)
            .filter(|(_, k)| k.chars().all(char::is_alphabetic) && !KATA_KELOMPOK.contains(k))
            .any(|(_, k)| ucapan.iter().any(|satu| satu.salah_satu(&[k])))
    };
    let mut kena = calon.iter().filter(disebut);
    let satu = kena.next()?;
    kena.all(|lain| lain == satu).then_some(*satu)
}

/// The things that a sentence names, as `kenal` knows them by the words from one on.
fn cari<'n>(
    kata: &[Kata],
    kenal: impl Fn(&[&str]) -> Option<(usize, &'n Perihal)>,
) -> Vec<Sebutan> {
    let (datar, asal) = datar(kata);
    let mut hasil = Vec::new();
    let mut di = 0;
    while di < datar.len() {
        match kenal(&datar[di..]) {
            Some((panjang, perihal)) if panjang > 0 => {
                hasil.push(Sebutan {
                    awal: asal[di],
                    akhir: asal[di + panjang - 1] + 1,
                    perihal: perihal.clone(),
                });
                di += panjang;
            }
            _ => di += 1,
        }
    }
    hasil
}

/// The words of a sentence as names have them, and which word of the sentence each comes from.
fn datar(kata: &[Kata]) -> (Vec<&str>, Vec<usize>) {
    let mut datar = Vec::new();
    let mut asal = Vec::new();
    for (i, satu) in kata.iter().enumerate() {
        match satu.isi {
            Isi::Kata => {
                for (_, bagian) in kosakata::kata(&satu.teks) {
                    datar.push(bagian);
                    asal.push(i);
                }
            }
            // Marks inside a name ("Prosedur/Alur", "(IKM)") do not part it, other than a full stop.
            Isi::Tanda(c) if c != '.' && c != ';' && c != ':' => {}
            _ => {
                datar.push("");
                asal.push(i);
            }
        }
    }
    (datar, asal)
}

/// The abbreviation that a name has of itself ("Angka kematian bersih (NDR)").
fn singkatan(nama: &str) -> Option<&str> {
    let (_, dalam) = nama.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let besar = dalam.chars().filter(|c| c.is_uppercase()).count();
    (besar >= 2 && dalam.chars().all(char::is_alphanumeric)).then_some(dalam)
}

fn pecah(nama: &str) -> Vec<String> {
    kosakata::normal(nama)
        .split(' ')
        .filter(|kata| !kata.is_empty() && *kata != "%")
        .map(str::to_owned)
        .collect()
}

fn sama_depan(a: &[String], b: &[String]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
