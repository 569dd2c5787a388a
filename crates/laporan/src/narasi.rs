//! The office's own words: Markdown in which `{{ f("kode") }}` stands for a fakta and nothing else is an instruction.

use document::{Block, Inline, Paragraph};
use kinerja::DaftarFakta;

use crate::GalatNaskah;
use crate::markah;
use crate::nilai::{self, Bentuk};
use crate::penanda::{self, Potong};

/// Most codes that are offered in place of an unknown one.
const USULAN: usize = 3;

/// An office's words as the report will set them, before they are kept.
#[must_use]
pub fn pratinjau_narasi(daftar: &DaftarFakta, kunci: &str, isi: &str) -> Vec<Block> {
    susun(daftar, kunci, Some(&isi.to_owned()))
}

/// What an office's words name between double braces and the report does not know, line by line.
#[must_use]
pub fn periksa_narasi(daftar: &DaftarFakta, isi: &str) -> Vec<GalatNaskah> {
    let mut galat = Vec::new();
    for (baris, nomor) in isi.lines().zip(1usize..) {
        let mut sisa = baris;
        while let Some((_, belakang)) = sisa.split_once("{{") {
            let (dalam, lanjut) = match belakang.split_once("}}") {
                Some((dalam, lanjut)) => (Some(dalam.trim()), lanjut),
                None => (None, ""),
            };
            if let Some((apa, perbaikan)) = keberatan(daftar, dalam) {
                galat.push(GalatNaskah {
                    tempat: format!("baris {nomor}"),
                    cuplikan: match dalam {
                        Some(dalam) => format!("{{{{ {dalam} }}}}"),
                        None => baris.trim().to_owned(),
                    },
                    apa,
                    perbaikan,
                });
            }
            sisa = lanjut;
        }
    }
    galat
}

/// What is wrong between two braces and their end, and how to mend it.
fn keberatan(daftar: &DaftarFakta, dalam: Option<&str>) -> Option<(String, String)> {
    let Some(dalam) = dalam else {
        return Some((
            "kurung kurawal dibuka, tetapi tidak ditutup pada baris yang sama".to_owned(),
            "tulis {{ f(\"kode\") }} sebagai satu kesatuan, atau pilih dari daftar fakta"
                .to_owned(),
        ));
    };
    let Some(kode) = kode_fakta(dalam) else {
        return Some((
            "isi kurung kurawal ini tidak dikenal dan akan tercetak apa adanya".to_owned(),
            "yang dikenal hanya {{ f(\"kode\") }}; pilih dari daftar fakta".to_owned(),
        ));
    };
    if daftar.get(kode).is_some() {
        return None;
    }
    let usulan = usulan(daftar, kode);
    Some((
        format!("fakta \"{kode}\" tidak ada"),
        if usulan.is_empty() {
            "pilih kode dari daftar fakta".to_owned()
        } else {
            format!("mungkin yang dimaksud {}", usulan.join(" atau "))
        },
    ))
}

/// Codes that begin or end as the unknown one does, the most alike first.
fn usulan<'a>(daftar: &'a DaftarFakta, kode: &str) -> Vec<&'a str> {
    let sama = |lain: &str| {
        let depan = kode.chars().zip(lain.chars()).take_while(|(a, b)| a == b);
        let belakang = kode.chars().rev().zip(lain.chars().rev());
        depan.count() + belakang.take_while(|(a, b)| a == b).count()
    };
    let mut dekat: Vec<(usize, &str)> = daftar
        .iter()
        .map(|fakta| (sama(fakta.kode.as_str()), fakta.kode.as_str()))
        .filter(|(sama, _)| *sama * 2 > kode.chars().count())
        .collect();
    dekat.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.len().cmp(&b.1.len())));
    dekat
        .into_iter()
        .take(USULAN)
        .map(|(_, kode)| kode)
        .collect()
}

/// The office's words as blocks, or a visible gap where they were not handed in.
pub(crate) fn susun(daftar: &DaftarFakta, kunci: &str, isi: Option<&String>) -> Vec<Block> {
    let isi = isi.map(|isi| penanda::bersihkan(isi)).unwrap_or_default();
    if isi.trim().is_empty() {
        return vec![Block::Paragraph(Paragraph::body(vec![Inline::Gap {
            text: format!("Uraian {} belum diisi", sebutan(kunci)),
            reason: format!("isi narasi/{kunci}.md"),
            key: None,
        }]))];
    }
    let mut potong = Vec::new();
    let markah = tandai_fakta(daftar, &isi, &mut potong);
    let polos = |_| vec![Block::Paragraph(Paragraph::body(vec![Inline::text(&isi)]))];
    let blok = markah::baca(&markah, &potong).unwrap_or_else(polos);
    blok.into_iter().map(turunkan).collect()
}

/// What a narrative is about, from the last word of its key.
fn sebutan(kunci: &str) -> String {
    kunci.rsplit('.').next().unwrap_or(kunci).replace('_', " ")
}

fn tandai_fakta(daftar: &DaftarFakta, isi: &str, potong: &mut Vec<Potong>) -> String {
    let mut hasil = String::new();
    let mut sisa = isi;
    while let Some((depan, belakang)) = sisa.split_once("{{") {
        hasil.push_str(depan);
        match belakang
            .split_once("}}")
            .and_then(|(dalam, lanjut)| Some((kode_fakta(dalam)?, lanjut)))
        {
            Some((kode, lanjut)) => {
                let inline = nilai::tulis(daftar, kode, Bentuk::Bersatuan);
                hasil.push_str(&penanda::tandai(potong, Potong::Inline(vec![inline])));
                sisa = lanjut;
            }
            None => {
                hasil.push_str("{{");
                sisa = belakang;
            }
        }
    }
    hasil.push_str(sisa);
    hasil
}

/// `f("kode")`, with nothing else around it.
fn kode_fakta(dalam: &str) -> Option<&str> {
    let kode = dalam.trim().strip_prefix("f(")?.strip_suffix(')')?.trim();
    kode.strip_prefix('"')?.strip_suffix('"')
}

/// A heading of the office's own would upset the numbering: it becomes a bold line.
fn turunkan(blok: Block) -> Block {
    match blok {
        Block::Heading(kepala) => {
            Block::Paragraph(Paragraph::body(vec![Inline::Strong(kepala.content)]))
        }
        lain => lain,
    }
}

#[cfg(test)]
mod tests {
    use document::plain_text;
    use proptest::prelude::*;

    use super::*;

    fn daftar() -> DaftarFakta {
        let mut daftar = DaftarFakta::default();
        for kode in ["ikm.2024.realisasi", "ikm.2024.capaian"] {
            let nama = kinerja::Nama::new(kode, kode, kinerja::Satuan::Indeks, 2);
            daftar.masukan(nama, &kinerja::masukan::Sel::default());
        }
        daftar
    }

    #[test]
    fn an_unknown_name_is_told_with_its_line_and_the_name_that_was_meant() {
        let isi = "Baik.\n\nNaik menjadi {{ f(\"ikm.2024.realisassi\") }} dan {{ f(\"ikm.2024.capaian\") }}.\n{{ tahun }} {{ x";
        let galat = periksa_narasi(&daftar(), isi);
        let tempat: Vec<&str> = galat.iter().map(|satu| satu.tempat.as_str()).collect();
        assert_eq!(tempat, ["baris 3", "baris 4", "baris 4"]);
        assert!(
            galat[0].perbaikan.contains("ikm.2024.realisasi"),
            "{}",
            galat[0].perbaikan
        );
        assert!(galat[1].apa.contains("tercetak apa adanya"));
        assert!(galat[2].apa.contains("tidak ditutup"));
    }

    proptest! {
        #[test]
        fn whatever_an_office_writes_is_set_and_nothing_is_lost(isi in "(\\PC|[-+*#>|`_{}<>\\[\\]() \n]){0,60}") {
            let blok = susun(&DaftarFakta::default(), "ikm.analisis", Some(&isi));
            // A reference definition ("[a]: b") is the one thing that Markdown keeps to itself.
            let ada_kata = isi.chars().any(char::is_alphanumeric) && !isi.contains("]:");
            prop_assert!(!ada_kata || !blok.is_empty(), "{isi:?}");
        }

        #[test]
        fn plain_words_come_back_as_they_were(kata in "[a-z]{1,8}( [a-z]{1,8}){0,6}") {
            let blok = susun(&DaftarFakta::default(), "ikm.analisis", Some(&kata));
            let [Block::Paragraph(paragraf)] = blok.as_slice() else {
                return Err(TestCaseError::fail("one paragraph"));
            };
            prop_assert_eq!(plain_text(&paragraf.content), kata);
        }
    }
}
