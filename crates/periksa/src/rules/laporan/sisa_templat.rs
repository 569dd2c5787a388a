//! A slot of a template, or an instruction to the author, left in the text.

use document::plain_text;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "sisa-templat",
    judul: "Tempat isian templat atau petunjuk penulis tertinggal dalam teks.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

/// What a left-over looks like: an opening mark with its closing mark, or a phrase alone.
const TANDA: &[(&str, &str)] = &[
    ("[", "]"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<<", ">>"),
    ("«", "»"),
];
const FRASA: &[&str] = &[
    "(contoh)",
    "sebutkan",
    "....",
    "xxx",
    "lorem ipsum",
    "diisi oleh",
    "tuliskan di sini",
];

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let Some(dokumen) = bahan.laporan else {
        return Vec::new();
    };
    let mut temuan = Vec::new();
    super::telusuri(dokumen, &mut |judul, isi| {
        let teks = plain_text(isi);
        temuan.extend(sisa(&teks).into_iter().map(|sisa| {
            Temuan::new(
                aturan,
                Lokasi::Bagian(judul.to_owned()),
                format!("Teks masih memuat sisa templat {sisa:?}"),
                "Isi atau hapus bagian itu pada naskah atau narasi kantor.",
            )
            .cuplikan(sisa)
        }));
    });
    temuan
}

/// Whether brackets are the index of a key ("formasi[2]"), not a slot.
fn indeks(sebelum: &str, kurung: &str) -> bool {
    let isi = kurung.trim_matches(['[', ']']);
    sebelum.ends_with(char::is_alphanumeric)
        && !isi.is_empty()
        && isi.chars().all(|c| c.is_ascii_digit())
}

/// The left-overs of a text, each as it stands there.
pub(crate) fn sisa(teks: &str) -> Vec<String> {
    let mut hasil = Vec::new();
    for (buka, tutup) in TANDA {
        let mut sisa = teks;
        while let Some(awal) = sisa.find(buka) {
            let ekor = &sisa[awal..];
            let Some(akhir) = ekor.find(tutup) else { break };
            if !indeks(&sisa[..awal], &ekor[..akhir + tutup.len()]) {
                hasil.push(ekor[..akhir + tutup.len()].to_owned());
            }
            sisa = &ekor[akhir + tutup.len()..];
        }
    }
    let kecil = teks.to_lowercase();
    hasil.extend(
        FRASA
            .iter()
            .filter(|frasa| kecil.contains(**frasa))
            .map(|frasa| (*frasa).to_owned()),
    );
    hasil
}
