//! A sheet checked against the table of sheets: headings, cells, kinds, keys.

mod periksa;
mod sel;

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use kinerja::masukan::{IsiSel, Koreksi, Sel, Tempat};

use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::mentah::LembarMentah;
use crate::skema::{BARIS_SUMBER, Jenis, Kolom, Lembar};
use crate::teks::{normal, rapikan, saran};

pub(crate) use periksa::{
    baca_tanggal, periksa_aksara, periksa_jenis, periksa_presisi, periksa_rentang,
    periksa_rentang_tanggal,
};
pub(crate) use sel::{baca_sel, lapor_bukan_angka};

/// What the checks of a cell need to know of the office.
#[derive(Debug, Clone, Default)]
pub(crate) struct Konteks {
    pub tahun: i16,
    pub awal_renstra: Option<i16>,
    pub akhir_renstra: Option<i16>,
    /// Codes of the profile's indicators with their published decimals; empty where the profile is not known.
    pub indikator: Vec<(String, u32)>,
}

/// A recorded correction and whether a cell has taken it.
#[derive(Debug)]
pub(crate) struct BarisKoreksi {
    pub tercetak: String,
    pub isi: Koreksi,
    pub terpakai: Cell<bool>,
}

/// Corrections by (sheet without `.csv`, key, column).
pub(crate) type DaftarKoreksi = BTreeMap<(String, String, String), BarisKoreksi>;

/// A checked sheet: headings are known, every row has a cell for each.
#[derive(Debug)]
pub(crate) struct Tabel<'a> {
    pub lembar: &'static Lembar,
    pub berkas: String,
    pub nama: String,
    kepala: Vec<&'a str>,
    pub baris: Vec<Baris<'a>>,
}

/// A row of a checked sheet.
#[derive(Debug)]
pub(crate) struct Baris<'a> {
    pub nomor: u32,
    sel: &'a [String],
}

impl<'a> Tabel<'a> {
    /// Checks headings and the number of cells; none where the rows cannot be read at all.
    pub(crate) fn new(
        mentah: &'a LembarMentah,
        lembar: &'static Lembar,
        berkas: String,
        galat: &mut Galat,
    ) -> Option<Self> {
        let kepala: Vec<&str> = mentah.kepala.iter().map(String::as_str).collect();
        let terbaca = periksa_kepala(&kepala, lembar, &berkas, mentah.baris_kepala.0, galat);
        let mut tabel = Self {
            lembar,
            berkas,
            nama: mentah.nama.clone(),
            kepala,
            baris: Vec::new(),
        };
        for baris in &mentah.baris {
            let nomor = baris.nomor.0;
            if baris.sel.len() == tabel.kepala.len() {
                tabel.baris.push(Baris {
                    nomor,
                    sel: &baris.sel,
                });
            } else {
                galat.push(
                    Kesalahan::new(
                        "jumlah-sel-salah",
                        tempat(&tabel.berkas, nomor, ""),
                        format!(
                            "baris ini berisi {} sel, padahal judulnya {} kolom",
                            baris.sel.len(),
                            tabel.kepala.len()
                        ),
                        "periksa tanda titik koma; sel yang memuat titik koma diapit tanda petik ganda",
                    )
                    .cuplikan(&baris.sel.join(";")),
                );
            }
        }
        terbaca.then_some(tabel)
    }

    /// Whether the sheet has this column.
    pub(crate) fn punya(&self, kolom: &str) -> bool {
        self.kepala.contains(&kolom)
    }

    /// Headings that the table of sheets does not name, in order.
    pub(crate) fn kolom_bebas(&self) -> Vec<&'a str> {
        self.kepala
            .iter()
            .copied()
            .filter(|nama| !nama.is_empty() && self.lembar.kolom(nama).is_none())
            .collect()
    }

    /// The place of a cell.
    pub(crate) fn tempat(&self, baris: &Baris<'_>, kolom: &str) -> Tempat {
        tempat(&self.berkas, baris.nomor, kolom)
    }

    /// The tidy text of a cell; empty where the column is absent.
    pub(crate) fn teks(&self, baris: &Baris<'_>, kolom: &str) -> String {
        rapikan(self.asli(baris, kolom))
    }

    fn asli<'b>(&self, baris: &Baris<'b>, kolom: &str) -> &'b str {
        let letak = self.kepala.iter().position(|nama| *nama == kolom);
        letak
            .and_then(|letak| baris.sel.get(letak))
            .map_or("", String::as_str)
    }

    /// The year of a cell; 0 where it is not one, which has been reported.
    pub(crate) fn tahun(&self, baris: &Baris<'_>) -> i16 {
        self.teks(baris, "tahun").parse().unwrap_or(0)
    }

    /// The day of a cell; none where it is not one, which has been reported.
    pub(crate) fn tanggal(&self, baris: &Baris<'_>, kolom: &str) -> Option<Date> {
        baca_tanggal(&self.teks(baris, kolom))
    }

    /// The values of the key columns, as a correction names them.
    pub(crate) fn kunci(&self, baris: &Baris<'_>) -> String {
        let nilai: Vec<String> = self
            .lembar
            .kunci
            .iter()
            .map(|kolom| self.teks(baris, kolom))
            .filter(|nilai| !nilai.is_empty())
            .collect();
        nilai.join("/")
    }

    /// The number cell of a column, with its correction.
    pub(crate) fn sel(
        &self,
        baris: &Baris<'_>,
        kolom: &str,
        jenis: Jenis,
        koreksi: &DaftarKoreksi,
        galat: &mut Galat,
    ) -> Sel {
        let letak = self.tempat(baris, kolom);
        let asli = rapikan(self.asli(baris, kolom));
        let kunci = (self.nama.clone(), self.kunci(baris), kolom.to_owned());
        let koreksi = koreksi.get(&kunci).filter(|koreksi| {
            koreksi.terpakai.set(true);
            if koreksi.tercetak != asli {
                galat.push(
                    Kesalahan::new(
                        "koreksi-tak-cocok",
                        koreksi.isi.tempat.clone(),
                        format!(
                            "kolom tercetak tidak sama dengan isi selnya, yaitu {asli:?} ({letak})"
                        ),
                        "salin isi sel itu persis ke kolom tercetak",
                    )
                    .cuplikan(&koreksi.tercetak),
                );
            }
            true
        });
        let mut sel = baca_sel(letak.clone(), &asli);
        sel.koreksi = koreksi.map(|koreksi| koreksi.isi.clone());
        if let Some(isi) = &sel.koreksi {
            periksa_rentang(&isi.tempat, isi.menjadi, jenis, galat);
        } else {
            match &sel.isi {
                IsiSel::Rusak(_) => lapor_bukan_angka(letak, &asli, galat),
                IsiSel::Angka(nilai) => periksa_rentang(&letak, *nilai, jenis, galat),
                IsiSel::Kosong | IsiSel::TidakTersedia(_) => {}
            }
        }
        sel
    }

    /// Checks every cell that is not a number against its column, and that no key comes twice.
    pub(crate) fn periksa(&self, konteks: &Konteks, galat: &mut Galat) {
        let mut terlihat: BTreeMap<Vec<String>, u32> = BTreeMap::new();
        for baris in &self.baris {
            for (nama, asli) in self.kepala.iter().zip(baris.sel) {
                self.periksa_sel(baris, nama, asli, konteks, galat);
            }
            let kunci: Vec<String> = self
                .lembar
                .kunci
                .iter()
                .map(|kolom| normal(&self.teks(baris, kolom)))
                .collect();
            if kunci.iter().all(String::is_empty) {
                continue;
            }
            if let Some(pertama) = terlihat.get(&kunci) {
                let bulan = self.lembar.kunci.contains(&"bulan");
                galat.push(
                    Kesalahan::new(
                        if bulan { "bulan-ganda" } else { "kunci-ganda" },
                        self.tempat(baris, ""),
                        format!(
                            "{} yang sama sudah ada pada baris {pertama}",
                            self.lembar.kunci.join(", ")
                        ),
                        "hapus salah satu barisnya atau perbaiki kuncinya",
                    )
                    .cuplikan(&self.kunci(baris)),
                );
            } else {
                terlihat.insert(kunci, baris.nomor);
            }
        }
    }

    fn periksa_sel(
        &self,
        baris: &Baris<'_>,
        nama: &str,
        asli: &str,
        konteks: &Konteks,
        galat: &mut Galat,
    ) {
        let letak = self.tempat(baris, nama);
        if !periksa_aksara(&letak, asli, galat) {
            return;
        }
        if asli.contains('\n') && asli.contains(';') {
            // A quote that is closed too late swallows whole rows.
            galat.push(
                Kesalahan::new(
                    "sel-menelan-baris",
                    letak,
                    "sel ini memuat pindah baris dan titik koma, seakan-akan menelan baris berikutnya",
                    "periksa tanda petik gandanya; tulis isi satu sel pada satu baris",
                )
                .cuplikan(asli),
            );
            return;
        }
        let Some(kolom) = self.lembar.kolom(nama) else {
            return;
        };
        let isi = rapikan(asli);
        if isi.is_empty() {
            if kolom.wajib {
                galat.push(Kesalahan::new(
                    "sel-wajib-kosong",
                    letak,
                    format!("kolom {nama} wajib diisi"),
                    kolom.catatan,
                ));
            }
            return;
        }
        periksa_jenis(&letak, &isi, kolom.jenis, konteks, galat);
        if kolom.jenis == Jenis::Tanggal {
            // A DIPA is issued in the December before its year, a score is read in the January after it.
            let (sebelum, tahun) = if self.punya("tahun") {
                (1, self.tahun(baris))
            } else {
                (0, konteks.tahun)
            };
            periksa_rentang_tanggal(&letak, &isi, tahun, sebelum, galat);
        }
        if *kolom == BARIS_SUMBER && baca_sel(Tempat::default(), &isi).tercetak().is_none() {
            lapor_bukan_angka(self.tempat(baris, nama), &isi, galat);
        }
    }
}

fn periksa_kepala(
    kepala: &[&str],
    lembar: &'static Lembar,
    berkas: &str,
    nomor: u32,
    galat: &mut Galat,
) -> bool {
    let dikenal: Vec<&str> = lembar.kolom.iter().map(|kolom| kolom.nama).collect();
    let mut terbaca = true;
    for (i, nama) in kepala.iter().enumerate() {
        if nama.is_empty() {
            galat.push(Kesalahan::new(
                "judul-kolom-kosong",
                tempat(berkas, nomor, ""),
                format!("kolom ke-{} tidak berjudul", i + 1),
                "tulis judul kolomnya atau hapus kolom itu",
            ));
        } else if kepala[..i].contains(nama) {
            let bulan = crate::skema::BULAN.contains(nama);
            galat.push(Kesalahan::new(
                if bulan { "bulan-ganda" } else { "kolom-ganda" },
                tempat(berkas, nomor, nama),
                if bulan {
                    format!("bulan {nama} ditulis dua kali")
                } else {
                    format!("kolom {nama} ditulis dua kali")
                },
                "hapus salah satu, atau perbaiki judulnya",
            ));
        } else if lembar.kolom(nama).is_none() && lembar.kolom_bebas.is_none() {
            galat.push(
                Kesalahan::new(
                    "kolom-tak-dikenal",
                    tempat(berkas, nomor, nama),
                    format!("kolom {nama:?} tidak dikenal"),
                    saran(nama, &dikenal),
                )
                .cuplikan(&kepala.join(";")),
            );
        }
    }
    let bulanan = lembar.nama == crate::skema::SURVEI_BULANAN.nama;
    for kolom in lembar.kolom {
        let perlu = kolom.wajib || bulanan && crate::skema::BULAN.contains(&kolom.nama);
        if perlu && !kepala.contains(&kolom.nama) {
            terbaca = false;
            galat.push(
                Kesalahan::new(
                    "kolom-hilang",
                    tempat(berkas, nomor, kolom.nama),
                    format!("kolom {} tidak ada", kolom.nama),
                    format!("tambahkan kolom itu. {}", kolom.catatan),
                )
                .cuplikan(&kepala.join(";")),
            );
        }
    }
    terbaca
}

/// The column's kind, or the kind of free columns.
pub(crate) fn jenis_kolom(lembar: &Lembar, nama: &str) -> Jenis {
    lembar
        .kolom(nama)
        .map(|kolom: &Kolom| kolom.jenis)
        .or(lembar.kolom_bebas)
        .unwrap_or(Jenis::Angka)
}
