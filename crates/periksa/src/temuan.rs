//! A finding, and the rule behind it.

use kinerja::masukan::Tempat;
use kinerja::{Kode, Selang, bilangan};

use crate::bacaan::{Letak, Titik};
use crate::{Bahan, BahanDokumen, Pemeriksaan};

/// How binding a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Berat {
    /// Law or arithmetic binds; a final report is refused while it stands.
    Wajib,
    /// Should be mended, or explained.
    Anjuran,
    /// Worth a look.
    Saran,
}

impl Berat {
    /// The word for a reader.
    #[must_use]
    pub fn sebutan(self) -> &'static str {
        match self {
            Self::Wajib => "wajib",
            Self::Anjuran => "anjuran",
            Self::Saran => "saran",
        }
    }
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lokasi {
    /// A cell of the package.
    Sel(Tempat),
    /// A part of the report, by its heading.
    Bagian(String),
    /// A spot in a document that was read.
    Titik(Box<Titik>),
}

impl std::fmt::Display for Lokasi {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sel(tempat) => tempat.fmt(f),
            Self::Bagian(judul) => write!(f, "laporan, {judul}"),
            Self::Titik(titik) => titik.fmt(f),
        }
    }
}

/// A finding: place, excerpt, what is wrong, how to mend it, on which basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Temuan {
    /// Name of the rule ("jumlah-tidak-cocok").
    pub aturan: &'static str,
    /// How binding it is.
    pub berat: Berat,
    /// Where.
    pub lokasi: Lokasi,
    /// What stands there.
    pub cuplikan: String,
    /// What is wrong.
    pub pesan: String,
    /// How to mend it.
    pub perbaikan: String,
    /// On which basis.
    pub dasar: Vec<String>,
    /// The value that follows from the operands, as shown.
    pub seharusnya: Option<String>,
    /// How it follows ("3,95 / 3,25 × 100% = 121,54%").
    pub hitungan: Option<String>,
    /// All values that the operands allow, as shown.
    pub selang: Option<(String, String)>,
    /// The fakta that it is about, whose derivation proves it.
    pub kode: Option<Kode>,
    /// Other places of the same cause.
    pub terkait: Vec<Lokasi>,
    /// Fingerprint: the same for the same defect in a later version of the document, as long as the words at the spot
    /// are the same; empty for findings on data.
    pub sidik: String,
    /// How it was settled (a recorded correction); a settled finding binds no more.
    pub selesai: Option<String>,
}

impl Temuan {
    /// A finding of a rule, with the rule's own weight.
    #[must_use]
    pub fn new(
        aturan: &Aturan,
        lokasi: Lokasi,
        pesan: impl Into<String>,
        perbaikan: impl Into<String>,
    ) -> Self {
        Self {
            aturan: aturan.nama,
            berat: aturan.berat,
            lokasi,
            cuplikan: String::new(),
            pesan: awal_besar(pesan.into()),
            perbaikan: perbaikan.into(),
            dasar: Vec::new(),
            seharusnya: None,
            hitungan: None,
            selang: None,
            kode: None,
            terkait: Vec::new(),
            sidik: String::new(),
            selesai: None,
        }
    }

    /// Whether it stands in the way of a final report.
    #[must_use]
    pub fn menghalangi(&self) -> bool {
        self.berat == Berat::Wajib && self.selesai.is_none()
    }

    /// A finding of a rule at a spot of the document, with the words that stand there.
    pub(crate) fn di(
        aturan: &Aturan,
        bahan: &BahanDokumen,
        letak: &Letak,
        pesan: impl Into<String>,
        perbaikan: impl Into<String>,
    ) -> Self {
        let titik = bahan.bacaan.titik(letak);
        Self::new(aturan, Lokasi::Titik(Box::new(titik)), pesan, perbaikan)
            .cuplikan(bahan.bacaan.teks(letak))
    }

    pub(crate) fn hitungan(mut self, hitungan: impl Into<String>) -> Self {
        self.hitungan = Some(hitungan.into());
        self
    }

    pub(crate) fn hitungan_bila(mut self, hitungan: Option<String>) -> Self {
        self.hitungan = hitungan;
        self
    }

    /// Other places of the same cause.
    pub(crate) fn terkait<'l>(
        mut self,
        bahan: &BahanDokumen,
        letak: impl IntoIterator<Item = &'l Letak>,
    ) -> Self {
        self.terkait.extend(
            letak
                .into_iter()
                .map(|letak| Lokasi::Titik(Box::new(bahan.bacaan.titik(letak)))),
        );
        self
    }

    pub(crate) fn cuplikan(mut self, teks: impl Into<String>) -> Self {
        self.cuplikan = teks.into();
        self
    }

    pub(crate) fn berat(mut self, berat: Berat) -> Self {
        self.berat = berat;
        self
    }

    pub(crate) fn dasar(mut self, dasar: impl IntoIterator<Item = String>) -> Self {
        self.dasar.extend(dasar);
        self
    }

    pub(crate) fn seharusnya(mut self, teks: Option<String>) -> Self {
        self.seharusnya = teks;
        self
    }

    pub(crate) fn kode(mut self, kode: &Kode) -> Self {
        self.kode = Some(kode.clone());
        self
    }

    pub(crate) fn selang(mut self, selang: Selang, presisi: u32) -> Self {
        self.selang = Some((
            bilangan::format(selang.bawah, presisi),
            bilangan::format(selang.atas, presisi),
        ));
        self
    }

    pub(crate) fn selesai(mut self, cara: Option<String>) -> Self {
        self.selesai = cara;
        self
    }
}

/// A message begins with a capital, also where it begins with the name of a quantity.
fn awal_besar(teks: String) -> String {
    let mut huruf = teks.chars();
    match huruf.next() {
        Some(pertama) if pertama.is_lowercase() => pertama.to_uppercase().chain(huruf).collect(),
        _ => teks,
    }
}

/// A rule: one defect.
pub struct Aturan {
    /// Its name, for the defect.
    pub nama: &'static str,
    /// One sentence on the defect.
    pub judul: &'static str,
    /// Its usual weight; a single finding may weigh less.
    pub berat: Berat,
    /// What it looks at, and how.
    pub cara: Cara,
}

/// What a rule looks at, and how.
#[derive(Clone, Copy)]
pub enum Cara {
    /// An office's own figures, and the report made of them.
    Data(fn(&Bahan, &Aturan) -> Vec<Temuan>),
    /// A document that anyone wrote.
    Dokumen {
        /// Adds what it finds, and which numbers it could check.
        periksa: fn(&BahanDokumen, &Aturan, &mut Pemeriksaan),
        /// What its page says.
        halaman: Halaman,
    },
}

/// What the page of a rule says; its examples are the rule's tests.
#[derive(Debug, Clone, Copy)]
pub struct Halaman {
    /// Why the defect matters and how it is told from what is right: a paragraph in Indonesian.
    pub uraian: &'static str,
    /// The basis: arithmetic, a provision, good practice.
    pub dasar: &'static [&'static str],
    /// Pieces of reports, as plain text, in which the rule finds something; one finding or more in each.
    pub buruk: &'static [&'static str],
    /// The same pieces put right, in which it finds nothing.
    pub baik: &'static [&'static str],
}
