//! A sheet checked against the table of sheets: headings, cells, kinds, keys.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use kinerja::bilangan;
use kinerja::masukan::{IsiSel, Koreksi, Sel, Tempat};
use rust_decimal::Decimal;

use crate::batas;
use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::mentah::LembarMentah;
use crate::skema::{BARIS_SUMBER, BatasTahun, Jenis, Kolom, Lembar};
use crate::teks::{karakter_kendali, normal, rapikan, saran};

/// What the checks of a cell need to know of the office.
#[derive(Debug, Clone, Default)]
pub(crate) struct Konteks {
    pub tahun: i16,
    pub awal_renstra: Option<i16>,
    pub akhir_renstra: Option<i16>,
    /// Codes of the profile's indicators; empty where the profile is not known.
    pub indikator: Vec<String>,
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
                IsiSel::Kosong => {}
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

/// Whether a text holds no control character and is not too long.
pub(crate) fn periksa_aksara(letak: &Tempat, isi: &str, galat: &mut Galat) -> bool {
    if let Some(aksara) = karakter_kendali(isi) {
        galat.push(
            Kesalahan::new(
                "karakter-kendali",
                letak.clone(),
                format!("isinya memuat karakter kendali U+{:04X}", u32::from(aksara)),
                "ketik ulang isinya",
            )
            .cuplikan(isi),
        );
        return false;
    }
    if isi.chars().nth(batas::AKSARA_SEL).is_some() {
        galat.push(
            Kesalahan::new(
                "sel-terlalu-panjang",
                letak.clone(),
                format!("isinya lebih dari {} aksara", batas::AKSARA_SEL),
                "ringkas isinya, atau pindahkan ke narasi",
            )
            .cuplikan(isi),
        );
        return false;
    }
    true
}

/// Checks a text against a kind; numbers are checked where they are read, with their corrections.
pub(crate) fn periksa_jenis(
    letak: &Tempat,
    isi: &str,
    jenis: Jenis,
    konteks: &Konteks,
    galat: &mut Galat,
) {
    match jenis {
        Jenis::Teks | Jenis::Uang | Jenis::Cacah | Jenis::Positif | Jenis::Angka => {}
        Jenis::Indikator => {
            let dikenal: Vec<&str> = konteks.indikator.iter().map(String::as_str).collect();
            if !dikenal.is_empty() && !dikenal.contains(&isi) {
                lapor(
                    galat,
                    "indikator-tak-dikenal",
                    letak,
                    isi,
                    format!("kode indikator {isi:?} tidak ada pada profil kantor"),
                    saran(isi, &dikenal),
                );
            }
        }
        Jenis::Tahun(batas) => periksa_tahun(letak, isi, batas, konteks, galat),
        Jenis::Bulan => {
            if !isi.parse().is_ok_and(|bulan: u8| (1..=12).contains(&bulan)) {
                lapor(
                    galat,
                    "bukan-bulan",
                    letak,
                    isi,
                    "ini bukan bulan".into(),
                    "tulis 1 sampai 12".into(),
                );
            }
        }
        Jenis::Tanggal => {
            if baca_tanggal(isi).is_none() {
                lapor(
                    galat,
                    "bukan-tanggal",
                    letak,
                    isi,
                    "ini bukan tanggal yang sah".into(),
                    "tulis tahun-bulan-tanggal, misalnya 2024-01-05".into(),
                );
            }
        }
        Jenis::Pilihan(pilihan) => {
            if !pilihan.contains(&isi) {
                lapor(
                    galat,
                    "pilihan-tak-dikenal",
                    letak,
                    isi,
                    format!("{isi:?} tidak dikenal"),
                    saran(isi, pilihan),
                );
            }
        }
        Jenis::YaTidak => {
            if !matches!(isi, "true" | "false") {
                lapor(
                    galat,
                    "bukan-ya-tidak",
                    letak,
                    isi,
                    "isinya harus true atau false".into(),
                    "tulis true atau false".into(),
                );
            }
        }
    }
}

fn lapor(
    galat: &mut Galat,
    kode: &'static str,
    letak: &Tempat,
    isi: &str,
    pesan: String,
    perbaikan: String,
) {
    galat.push(Kesalahan::new(kode, letak.clone(), pesan, perbaikan).cuplikan(isi));
}

/// Reports a day outside the years that a row or the report may speak of.
pub(crate) fn periksa_rentang_tanggal(
    letak: &Tempat,
    isi: &str,
    tahun: i16,
    sebelum: i16,
    galat: &mut Galat,
) {
    let Some(tanggal) = baca_tanggal(isi) else {
        return;
    };
    let (dari, sampai) = (tahun - sebelum, tahun + 1);
    if tahun > 0 && !(dari..=sampai).contains(&tanggal.year()) {
        lapor(
            galat,
            "tanggal-di-luar-tahun",
            letak,
            isi,
            format!("tanggal ini di luar tahun {dari} sampai {sampai}"),
            "periksa tahunnya".into(),
        );
    }
}

fn periksa_tahun(
    letak: &Tempat,
    isi: &str,
    batas: BatasTahun,
    konteks: &Konteks,
    galat: &mut Galat,
) {
    // Four digits, so that neither 23 nor 20233 passes for a year.
    let tahun: Option<i16> = (isi.len() == 4)
        .then(|| isi.parse().ok())
        .flatten()
        .filter(|t| *t >= 1900);
    let Some(tahun) = tahun else {
        lapor(
            galat,
            "bukan-tahun",
            letak,
            isi,
            "ini bukan tahun".into(),
            "tulis tahun dengan empat angka, misalnya 2023".into(),
        );
        return;
    };
    if konteks.tahun == 0 {
        return;
    }
    const TANPA_RENSTRA: i16 = 5;
    let awal = konteks
        .awal_renstra
        .unwrap_or(konteks.tahun - TANPA_RENSTRA);
    let (dari, sampai, sebutan) = match batas {
        BatasTahun::Anggaran => return,
        BatasTahun::Renstra => (
            awal,
            konteks
                .akhir_renstra
                .unwrap_or(konteks.tahun + TANPA_RENSTRA),
            "masa Renstra",
        ),
        BatasTahun::Perjanjian => (
            konteks.tahun,
            konteks.tahun + 1,
            "tahun laporan dan tahun berikutnya",
        ),
        BatasTahun::LaluDanDepan => (
            awal,
            konteks.tahun + 1,
            "masa Renstra sampai tahun berikutnya",
        ),
        BatasTahun::Lalu => (awal, konteks.tahun, "masa Renstra sampai tahun laporan"),
    };
    if !(dari..=sampai).contains(&tahun) {
        lapor(
            galat,
            "tahun-di-luar-jangkauan",
            letak,
            isi,
            format!("tahun {tahun} di luar {sebutan} ({dari} sampai {sampai})"),
            "perbaiki tahunnya, atau hapus barisnya".into(),
        );
    }
}

/// A day as `2024-01-05` or `5 Januari 2024`.
pub(crate) fn baca_tanggal(isi: &str) -> Option<Date> {
    const NAMA_BULAN: [&str; 12] = [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];
    if isi.len() == 10
        && let Ok(tanggal) = isi.parse()
    {
        return Some(tanggal);
    }
    let mut bagian = isi.split(' ');
    let hari = bagian.next()?.parse().ok()?;
    let bulan = bagian.next()?.to_lowercase();
    let bulan = NAMA_BULAN.iter().position(|nama| *nama == bulan)? + 1;
    let tahun = bagian
        .next()
        .filter(|tahun| tahun.len() == 4)?
        .parse()
        .ok()?;
    if bagian.next().is_some() {
        return None;
    }
    Date::new(tahun, i8::try_from(bulan).ok()?, hari).ok()
}

/// A number cell without its correction.
pub(crate) fn baca_sel(letak: Tempat, isi: &str) -> Sel {
    let nilai = if isi.is_empty() {
        IsiSel::Kosong
    } else {
        match bilangan::parse(isi) {
            Ok(angka) => IsiSel::Angka(angka.nilai),
            Err(sebab) => IsiSel::Rusak(sebab.sebab),
        }
    };
    Sel {
        tempat: letak,
        teks: isi.to_owned(),
        isi: nilai,
        koreksi: None,
    }
}

pub(crate) fn lapor_bukan_angka(letak: Tempat, isi: &str, galat: &mut Galat) {
    if let Err(salah) = bilangan::parse(isi) {
        galat.push(
            Kesalahan::new(
                "bukan-angka",
                letak,
                format!("isinya tidak terbaca sebagai angka: {}", salah.sebab),
                format!(
                    "{}. Bila memang tercetak demikian, catat angka yang benar di koreksi.csv",
                    salah.perbaikan
                ),
            )
            .cuplikan(isi),
        );
    }
}

/// Checks a number against its kind.
pub(crate) fn periksa_rentang(letak: &Tempat, nilai: Decimal, jenis: Jenis, galat: &mut Galat) {
    let isi = bilangan::format(nilai, nilai.scale());
    let negatif = nilai.is_sign_negative() && !nilai.is_zero();
    if negatif && matches!(jenis, Jenis::Uang | Jenis::Cacah | Jenis::Positif) {
        let hal = match jenis {
            Jenis::Uang => "jumlah uang",
            Jenis::Cacah => "banyaknya",
            _ => "nilai",
        };
        lapor(
            galat,
            "angka-negatif",
            letak,
            &isi,
            format!("{hal} tidak boleh negatif"),
            "periksa tandanya; tulis tanpa tanda kurang".into(),
        );
    }
    if jenis == Jenis::Cacah && !nilai.fract().is_zero() {
        lapor(
            galat,
            "bukan-bilangan-bulat",
            letak,
            &isi,
            "banyaknya harus bilangan bulat".into(),
            "tulis tanpa koma; titik hanya untuk ribuan".into(),
        );
    }
}

/// The column's kind, or the kind of free columns.
pub(crate) fn jenis_kolom(lembar: &Lembar, nama: &str) -> Jenis {
    lembar
        .kolom(nama)
        .map(|kolom: &Kolom| kolom.jenis)
        .or(lembar.kolom_bebas)
        .unwrap_or(Jenis::Angka)
}
