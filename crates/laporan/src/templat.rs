//! Templates: what they may say, and what they get to print.
//!
//! A template sees words, lists of words, and opaque values.
//! Whatever it prints becomes a mark, so a name with `**` or `{{` in it is printed as it stands;
//! values know no arithmetic, so every number of the report comes from the core.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use document::{Block, Inline};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, ObjectRepr, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use crate::alat::awal_kecil;
use crate::galat::GalatNaskah;
use crate::markah;
use crate::nilai::{self, Bentuk};
use crate::penanda::{self, Potong};

/// The forms in which a template may print one fakta.
#[derive(Debug, Clone)]
pub(crate) struct Angka {
    /// Whether there is a value.
    ada: bool,
    /// As in a sentence.
    pub kalimat: Inline,
    /// With its unit.
    pub bersatuan: Inline,
    /// Without its sign.
    pub mutlak: Inline,
    /// In figures and words.
    pub terbilang: Inline,
}

impl Angka {
    pub(crate) fn new(daftar: &kinerja::DaftarFakta, kode: &str) -> Self {
        let tulis = |bentuk| nilai::tulis(daftar, kode, bentuk);
        Self {
            ada: daftar.get(kode).is_some_and(|fakta| fakta.nilai.is_ok()),
            kalimat: tulis(Bentuk::Kalimat),
            bersatuan: tulis(Bentuk::Bersatuan),
            mutlak: tulis(Bentuk::Mutlak),
            terbilang: tulis(Bentuk::Terbilang),
        }
    }

    /// The value as a template sees it.
    pub(crate) fn nilai(daftar: &kinerja::DaftarFakta, kode: &str) -> Value {
        Value::from_object(Self::new(daftar, kode))
    }
}

impl Object for Angka {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.ada
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&document::plain_text(std::slice::from_ref(&self.kalimat)))
    }
}

/// A run of text that a template prints as one.
#[derive(Debug, Clone)]
pub(crate) struct Kata(pub Vec<Inline>);

impl Kata {
    pub(crate) fn nilai(isi: Vec<Inline>) -> Value {
        Value::from_object(Self(isi))
    }
}

impl Object for Kata {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_empty() && !self.0.iter().any(|isi| matches!(isi, Inline::Gap { .. }))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&document::plain_text(&self.0))
    }
}

/// Blocks built by the program: a table, a chart, a formula, an office's own words.
#[derive(Debug, Clone)]
pub(crate) struct Balok(pub Vec<Block>);

impl Object for Balok {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.0.is_empty()
    }
}

type Kumpulan = Arc<Mutex<Vec<Potong>>>;

/// The environment of all templates of one report.
pub(crate) struct Mesin {
    lingkungan: Environment<'static>,
    potong: Kumpulan,
}

impl Mesin {
    pub(crate) fn new() -> Self {
        let potong = Kumpulan::default();
        let mut lingkungan = Environment::empty();
        lingkungan.set_undefined_behavior(UndefinedBehavior::Strict);
        if let Ok(tata) = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
        {
            lingkungan.set_syntax(tata);
        }
        lingkungan.add_filter("bersatuan", |angka: Value| {
            bentuk(&angka, |a| a.bersatuan.clone())
        });
        lingkungan.add_filter("mutlak", |angka: Value| {
            bentuk(&angka, |a| a.mutlak.clone())
        });
        lingkungan.add_filter("terbilang", |angka: Value| {
            bentuk(&angka, |a| a.terbilang.clone())
        });
        lingkungan.add_filter("jalin", jalin);
        lingkungan.add_filter("kapital", |kata: Value| ubah_kata(&kata, str::to_uppercase));
        lingkungan.add_filter("berhuruf_kecil", |kata: Value| ubah_kata(&kata, awal_kecil));
        let kumpulan = Arc::clone(&potong);
        lingkungan.set_formatter(move |keluar, _, nilai| {
            let mut kumpulan = kumpulan.lock().unwrap_or_else(PoisonError::into_inner);
            let tanda = penanda::tandai(&mut kumpulan, potongan(nilai)?);
            keluar.write_str(&tanda).map_err(Error::from)
        });
        Self { lingkungan, potong }
    }

    /// Adds a function that templates may call by one name.
    pub(crate) fn fungsi(
        &mut self,
        nama: &'static str,
        f: impl Fn(&str) -> Result<Value, String> + Send + Sync + 'static,
    ) {
        self.lingkungan.add_function(nama, move |arg: &str| {
            f(arg).map_err(|sebab| Error::new(ErrorKind::InvalidOperation, sebab))
        });
    }

    /// Renders one template into blocks.
    pub(crate) fn susun(
        &self,
        berkas: &str,
        sumber: &str,
        konteks: &BTreeMap<String, Value>,
    ) -> Result<Vec<Block>, GalatNaskah> {
        let markah = self
            .lingkungan
            .render_named_str(berkas, sumber, Value::from(konteks.clone()))
            .map_err(|galat| galat_templat(berkas, sumber, &galat))?;
        let potong = self.potong.lock().unwrap_or_else(PoisonError::into_inner);
        markah::baca(&markah, &potong).map_err(|(letak, apa)| {
            // The place is known in the rendered text only; the line is looked up by the words before the mark.
            let mulai = markah.get(..letak).and_then(|depan| depan.rfind('\n')).map_or(0, |n| n + 1);
            let baris = markah.get(mulai..).and_then(|sisa| sisa.lines().next()).unwrap_or_default();
            let awal: String = baris.chars().take_while(|c| !('\u{E000}'..='\u{E00F}').contains(c)).collect();
            let nomor = sumber.lines().position(|b| !awal.is_empty() && b.starts_with(&awal));
            GalatNaskah::pada(
                berkas,
                sumber,
                nomor.map_or(1, |n| n + 1),
                apa,
                "tulis {{ ... }} itu pada baris tersendiri, dengan baris kosong di atas dan di bawahnya",
            )
        })
    }
}

fn galat_templat(berkas: &str, sumber: &str, galat: &Error) -> GalatNaskah {
    let (apa, perbaikan) = match galat.kind() {
        ErrorKind::UndefinedError => (
            "nama di dalam kurung kurawal tidak dikenal".to_owned(),
            "periksa ejaannya; nama yang tersedia tercantum dalam docs/naskah.md",
        ),
        ErrorKind::UnknownFilter => (
            format!(
                "penapis tidak dikenal: {}",
                galat.detail().unwrap_or_default()
            ),
            "penapis yang tersedia: bersatuan, mutlak, terbilang, jalin, kapital, berhuruf_kecil",
        ),
        ErrorKind::UnknownFunction => (
            format!(
                "fungsi tidak dikenal: {}",
                galat.detail().unwrap_or_default()
            ),
            "fungsi yang tersedia tercantum dalam docs/naskah.md",
        ),
        ErrorKind::InvalidOperation => (
            galat
                .detail()
                .unwrap_or("perintah tidak dapat dijalankan")
                .to_owned(),
            "naskah tidak menghitung; pakai nama fakta yang sudah dihitung program",
        ),
        _ => (
            format!(
                "susunan naskah salah: {}",
                galat.detail().unwrap_or_default()
            ),
            "periksa pasangan {{ }} dan {% %} pada baris itu",
        ),
    };
    GalatNaskah::pada(berkas, sumber, galat.line().unwrap_or(1), apa, perbaikan)
}

fn potongan(nilai: &Value) -> Result<Potong, Error> {
    if let Some(balok) = nilai.downcast_object_ref::<Balok>() {
        return Ok(Potong::Blok(balok.0.clone()));
    }
    kata(nilai).map(Potong::Inline)
}

fn kata(nilai: &Value) -> Result<Vec<Inline>, Error> {
    if let Some(angka) = nilai.downcast_object_ref::<Angka>() {
        return Ok(vec![angka.kalimat.clone()]);
    }
    if let Some(kata) = nilai.downcast_object_ref::<Kata>() {
        return Ok(kata.0.clone());
    }
    match nilai.as_str() {
        Some(teks) => Ok(vec![Inline::text(penanda::bersihkan(teks))]),
        None if nilai.is_undefined() => Err(Error::from(ErrorKind::UndefinedError)),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("{} tidak dapat dicetak di dalam kalimat", nilai.kind()),
        )),
    }
}

fn bentuk(nilai: &Value, pilih: impl Fn(&Angka) -> Inline) -> Result<Value, Error> {
    match nilai.downcast_object_ref::<Angka>() {
        Some(angka) => Ok(Kata::nilai(vec![pilih(angka)])),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            "penapis ini hanya untuk fakta",
        )),
    }
}

fn jalin(daftar: Value) -> Result<Value, Error> {
    let butir = daftar
        .try_iter()?
        .map(|butir| kata(&butir))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Kata::nilai(nilai::jalin(butir)))
}

/// Words are changed; a gap stays a gap.
fn ubah_kata(nilai: &Value, ubah: impl Fn(&str) -> String) -> Value {
    nilai
        .as_str()
        .map_or_else(|| nilai.clone(), |kata| Value::from(ubah(kata)))
}
