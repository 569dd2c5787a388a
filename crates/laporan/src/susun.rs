//! The report as a whole: its parts in the order of the required outline.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use document::{
    Attachment, Block, Document, Inline, List, Marker, Numbers, PageNumbering, Paragraph, Section,
};
use minijinja::Value;

use crate::konteks::{self, Isi};
use crate::telusur::{Temu, telusuri};
use crate::templat::{Angka, Balok, Kata, Mesin};
use crate::{
    Bahan, GalatNaskah, Pilihan, bagian, catatan, grafik, narasi, rumpang, rumus, sampul, tabel,
};

/// Composes the report.
///
/// # Errors
/// [`GalatNaskah`] for the first fault in a template; the office's data never cause one.
pub fn susun(bahan: &Bahan<'_>, pilihan: &Pilihan) -> Result<Document, GalatNaskah> {
    let penyusun = Penyusun::new(bahan);
    let mut blok = penyusun.depan()?;
    blok.extend(penyusun.isi()?);
    blok.extend(penyusun.lampiran(&blok, pilihan)?);
    periksa_rujukan(&blok, bahan)?;
    let notes = catatan::susun(&bahan.hasil.fakta, &catatan::kunci(&blok));
    let fakta = crate::fakta_json(&bahan.masukan.satker.nama, bahan.hasil);
    Ok(Document {
        meta: sampul::meta(bahan, pilihan),
        cover: Some(sampul::sampul(bahan)),
        blocks: blok,
        notes,
        attachments: vec![Attachment {
            name: "fakta.json".to_owned(),
            media_type: "application/json".to_owned(),
            description: "Seluruh fakta laporan ini beserta asalnya".to_owned(),
            bytes: format!("{fakta:#}").into_bytes(),
        }],
    })
}

type Bagian = Arc<Mutex<BTreeMap<String, Vec<Block>>>>;

struct Penyusun<'a> {
    bahan: &'a Bahan<'a>,
    mesin: Mesin,
    umum: Isi,
    bagian: Bagian,
}

impl<'a> Penyusun<'a> {
    fn new(bahan: &'a Bahan<'a>) -> Self {
        let bagian: Bagian = Arc::new(Mutex::new(bagian::semua(bahan)));
        let mut mesin = Mesin::new();
        daftarkan(&mut mesin, bahan, &bagian);
        Self {
            bahan,
            mesin,
            umum: konteks::umum(bahan),
            bagian,
        }
    }

    fn satu(&self, berkas: &str) -> Result<Vec<Block>, GalatNaskah> {
        self.mesin
            .susun(berkas, self.bahan.naskah.isi(berkas), &self.umum)
    }

    fn beberapa(&self, berkas: &[&str]) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = Vec::new();
        for berkas in berkas {
            blok.extend(self.satu(berkas)?);
        }
        Ok(blok)
    }

    fn depan(&self) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = vec![bagian_halaman(PageNumbering::None)];
        blok.extend(self.satu("00-surat-pengantar.md")?);
        blok.push(bagian_halaman(PageNumbering::Roman));
        blok.extend(self.beberapa(&[
            "01-kata-pengantar.md",
            "02-daftar.md",
            "03-ringkasan-eksekutif.md",
        ])?);
        Ok(blok)
    }

    fn isi(&self) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = vec![bagian_halaman(PageNumbering::Arabic)];
        blok.extend(self.beberapa(&[
            "10-pendahuluan.md",
            "11-organisasi.md",
            "12-maksud-tujuan.md",
            "13-aspek-isu.md",
            "14-landasan-sistematika.md",
            "20-perencanaan.md",
            "30-akuntabilitas.md",
        ])?);
        let sumber = self.bahan.naskah.isi("31-indikator.md");
        for indikator in &self.bahan.hasil.indikator {
            let mut konteks = self.umum.clone();
            let milik = Value::from(konteks::indikator(self.bahan, indikator));
            konteks.insert("i".to_owned(), milik);
            blok.extend(self.mesin.susun("31-indikator.md", sumber, &konteks)?);
        }
        blok.extend(self.beberapa(&[
            "32-efisiensi.md",
            "33-anggaran.md",
            "34-kinerja-anggaran.md",
            "35-kinerja-lain.md",
            "40-penutup.md",
        ])?);
        nomori(&mut blok, "BAB", true);
        Ok(blok)
    }

    /// The appendices; the lists among them speak of the blocks before them.
    fn lampiran(&self, isi: &[Block], pilihan: &Pilihan) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = self.beberapa(&[
            "90-lampiran-pk.md",
            "91-lampiran-pk-berikutnya.md",
            "92-lampiran-penghargaan.md",
        ])?;
        let mut kunci = catatan::kunci(isi);
        kunci.extend(catatan::kunci(&blok));
        let urut = self
            .bahan
            .hasil
            .fakta
            .iter()
            .map(|fakta| fakta.kode.as_str());
        let fakta = tabel::daftar_fakta(self.bahan, urut.filter(|kode| kunci.contains(*kode)));
        self.simpan("daftar_fakta", vec![Block::Table(fakta)]);
        blok.extend(self.satu("93-lampiran-fakta.md")?);
        if pilihan.draf {
            let sementara = Document {
                blocks: isi.iter().chain(&blok).cloned().collect(),
                ..Document::default()
            };
            self.simpan("daftar_rumpang", daftar_rumpang(&sementara));
            self.simpan("daftar_temuan", daftar_temuan(pilihan));
            blok.extend(self.satu("94-draf.md")?);
        }
        let ketentuan = tabel::ketentuan_belum_terverifikasi(self.bahan);
        if !ketentuan.body.is_empty() {
            self.simpan(
                "ketentuan_belum_terverifikasi",
                vec![Block::Table(ketentuan)],
            );
        }
        nomori(&mut blok, "LAMPIRAN", false);
        blok.extend(self.satu("99-kolofon.md")?);
        Ok(blok)
    }

    fn simpan(&self, nama: &str, blok: Vec<Block>) {
        let mut bagian = self.bagian.lock().unwrap_or_else(PoisonError::into_inner);
        bagian.insert(nama.to_owned(), blok);
    }
}

fn bagian_halaman(numbering: PageNumbering) -> Block {
    Block::Section(Section {
        numbering,
        restart: true,
        landscape: false,
    })
}

/// What templates may call.
fn daftarkan(mesin: &mut Mesin, bahan: &Bahan<'_>, bagian: &Bagian) {
    let fakta = Arc::new(bahan.hasil.fakta.clone());
    let tabel = Arc::new(tabel::semua(bahan));
    let grafik = Arc::new(grafik::semua(bahan));
    let kisah = Arc::new(bahan.masukan.narasi.clone());

    let milik = Arc::clone(&fakta);
    mesin.fungsi("f", move |kode| match milik.get(kode) {
        Some(_) => Ok(Value::from_object(Angka::new(&milik, kode))),
        None => Err(format!("fakta {kode} tidak ada")),
    });
    let milik = Arc::clone(&fakta);
    mesin.fungsi("rumus", move |kode| {
        Ok(balok(rumus::rumus(&milik, kode).into_iter().collect()))
    });
    let milik = Arc::clone(&tabel);
    mesin.fungsi("tabel", move |nama| {
        Ok(balok(
            milik
                .get(nama)
                .cloned()
                .map(Block::Table)
                .into_iter()
                .collect(),
        ))
    });
    let milik = Arc::clone(&grafik);
    mesin.fungsi("grafik", move |nama| {
        Ok(balok(
            milik
                .get(nama)
                .cloned()
                .map(Block::Figure)
                .into_iter()
                .collect(),
        ))
    });
    mesin.fungsi("lihat_tabel", move |nama| {
        rujukan(tabel.contains_key(nama), "tabel", nama)
    });
    mesin.fungsi("lihat_gambar", move |nama| {
        rujukan(grafik.contains_key(nama), "gambar", nama)
    });
    let milik = Arc::clone(&kisah);
    mesin.fungsi("ada_narasi", move |kunci| {
        Ok(Value::from(
            milik.get(kunci).is_some_and(|isi| !isi.trim().is_empty()),
        ))
    });
    mesin.fungsi("narasi", move |kunci| {
        Ok(balok(narasi::susun(&fakta, kunci, kisah.get(kunci))))
    });
    let bagian = Arc::clone(bagian);
    mesin.fungsi("bagian", move |nama| {
        let bagian = bagian.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(balok(bagian.get(nama).cloned().unwrap_or_default()))
    });
    mesin.fungsi("rumpang", |kalimat| {
        let gap = Inline::Gap {
            text: kalimat.to_owned(),
            reason: kalimat.to_owned(),
            key: None,
        };
        Ok(Kata::nilai(vec![gap]))
    });
}

fn balok(blok: Vec<Block>) -> Value {
    Value::from_object(Balok(blok))
}

fn rujukan(ada: bool, macam: &str, nama: &str) -> Result<Value, String> {
    if ada {
        Ok(Kata::nilai(vec![Inline::Reference(format!(
            "{macam}.{nama}"
        ))]))
    } else {
        Err(format!(
            "{macam} {nama} tidak ada dalam laporan ini; dahului dengan {{% if {macam}(...) %}}"
        ))
    }
}

/// Numbers the headings: "BAB I", "A.", "1.", "a.", "1)"; in appendices only the first level bears a number.
fn nomori(blok: &mut [Block], sebutan: &str, semua: bool) {
    let mut hitung = [0usize; 5];
    for blok in blok {
        let Block::Heading(kepala) = blok else {
            continue;
        };
        let tingkat = usize::from(kepala.level.clamp(1, 5)) - 1;
        hitung[tingkat] += 1;
        hitung[tingkat + 1..].fill(0);
        let urutan = hitung[tingkat];
        kepala.number = match tingkat {
            0 => Some(format!("{sebutan} {}", romawi(urutan))),
            _ if !semua => None,
            1 => Some(format!("{}.", huruf(urutan).to_uppercase())),
            2 => Some(format!("{urutan}.")),
            3 => Some(format!("{}.", huruf(urutan))),
            _ => Some(format!("{urutan})")),
        };
    }
}

fn huruf(urutan: usize) -> String {
    let huruf = u8::try_from(urutan.saturating_sub(1) % 26).unwrap_or(0);
    char::from(b'a' + huruf).to_string()
}

fn romawi(urutan: usize) -> String {
    const ANGKA: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut sisa = urutan;
    let mut hasil = String::new();
    for (nilai, huruf) in ANGKA {
        while sisa >= nilai {
            hasil.push_str(huruf);
            sisa -= nilai;
        }
    }
    hasil
}

fn butir(isi: impl Iterator<Item = String>) -> Vec<Block> {
    let items: Vec<Vec<Block>> = isi
        .map(|teks| vec![Block::Paragraph(Paragraph::body(vec![Inline::text(teks)]))])
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(List {
            marker: Marker::Decimal,
            items,
        })]
    }
}

fn daftar_rumpang(dokumen: &Document) -> Vec<Block> {
    butir(
        rumpang(dokumen)
            .into_iter()
            .map(|rumpang| format!("{}: {}.", rumpang.tempat, rumpang.sebab)),
    )
}

fn daftar_temuan(pilihan: &Pilihan) -> Vec<Block> {
    butir(
        pilihan
            .temuan
            .iter()
            .map(|temuan| format!("{}: {}", temuan.tempat, temuan.pesan)),
    )
}

/// A reference to a table that is not printed would leave a hole in the sentence.
fn periksa_rujukan(blok: &[Block], bahan: &Bahan<'_>) -> Result<(), GalatNaskah> {
    let nomor = Numbers::of(&Document {
        blocks: blok.to_vec(),
        ..Document::default()
    });
    let mut hilang = None;
    telusuri(blok, &mut |temu| {
        if let Temu::Isi(Inline::Reference(jangkar)) = temu
            && nomor.reference(jangkar).is_none()
        {
            hilang.get_or_insert_with(|| jangkar.clone());
        }
    });
    let Some(jangkar) = hilang else {
        return Ok(());
    };
    let (macam, nama) = jangkar.split_once('.').unwrap_or(("tabel", &jangkar));
    let akhir = nama.rsplit('.').next().unwrap_or(nama);
    let letak = bahan.naskah.iter().find_map(|(berkas, isi)| {
        let baris = isi.lines().position(|baris| {
            baris.contains(&format!("lihat_{macam}(")) && baris.contains(akhir)
        })?;
        Some((berkas, isi, baris + 1))
    });
    let (berkas, isi, baris) = letak.unwrap_or(("", "", 1));
    Err(GalatNaskah::pada(
        berkas,
        isi,
        baris,
        format!("{macam} {nama} dirujuk, tetapi tidak dicetak dalam laporan"),
        format!("cetak dengan {{{{ {macam}(\"{nama}\") }}}}, atau hapus rujukannya"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_numbers_follow_the_form_of_official_reports() {
        let kepala = |level| {
            Block::Heading(document::Heading {
                level,
                ..document::Heading::default()
            })
        };
        let mut blok: Vec<Block> = [1, 2, 3, 4, 4, 5, 2, 1, 2]
            .into_iter()
            .map(kepala)
            .collect();
        nomori(&mut blok, "BAB", true);
        let nomor: Vec<String> = blok
            .iter()
            .filter_map(|blok| match blok {
                Block::Heading(kepala) => kepala.number.clone(),
                _ => None,
            })
            .collect();
        assert_eq!(
            nomor,
            ["BAB I", "A.", "1.", "a.", "b.", "1)", "B.", "BAB II", "A."]
        );
    }
}
