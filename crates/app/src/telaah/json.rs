//! The findings as JSON, for other programs.

use periksa::bacaan::Titik;
use periksa::{Berat, Lokasi, Temuan};
use serde_json::{Value, json};

use super::Telaah;

/// All findings with a count by weight.
#[must_use]
pub fn temuan_json(temuan: &[Temuan]) -> Value {
    let banyak = |berat: Berat| {
        temuan
            .iter()
            .filter(|t| t.berat == berat && t.selesai.is_none())
            .count()
    };
    json!({
        "ringkasan": {
            "wajib": banyak(Berat::Wajib),
            "anjuran": banyak(Berat::Anjuran),
            "saran": banyak(Berat::Saran),
            "selesai": temuan.iter().filter(|t| t.selesai.is_some()).count(),
        },
        "temuan": temuan.iter().map(satu).collect::<Vec<_>>(),
    })
}

/// All that checking a document gave, with what was read and how much could be checked.
#[must_use]
pub fn json(hasil: &Telaah) -> Value {
    let mut isi = temuan_json(&hasil.temuan);
    if let Some(isi) = isi.as_object_mut() {
        isi.insert("dokumen".to_owned(), json!(hasil.nama));
        isi.insert(
            "catatan_baca".to_owned(),
            hasil
                .sumber
                .notes
                .iter()
                .map(|note| json!(note.text))
                .collect(),
        );
        isi.insert("catatan".to_owned(), json!(hasil.catatan));
        isi.insert(
            "cakupan".to_owned(),
            json!({
                "dilihat": hasil.cakupan.dilihat,
                "diperiksa": hasil.cakupan.diperiksa,
                "tidak_diperiksa": hasil.cakupan.tidak,
                "terhadap_data": hasil.cakupan.data.map(|data| {
                    json!({"cocok": data.cocok, "berbeda": data.beda})
                }),
            }),
        );
    }
    isi
}

/// A finding.
fn satu(t: &Temuan) -> Value {
    json!({
        "aturan": t.aturan,
        "sidik": t.sidik,
        "berat": t.berat.sebutan(),
        "tempat": tempat(&t.lokasi),
        "cuplikan": t.cuplikan,
        "pesan": t.pesan,
        "perbaikan": t.perbaikan,
        "dasar": t.dasar,
        "seharusnya": t.seharusnya,
        "hitungan": t.hitungan,
        "selang": t.selang.as_ref().map(|(bawah, atas)| json!({ "bawah": bawah, "atas": atas })),
        "kode": t.kode.as_ref().map(kinerja::Kode::as_str),
        "terkait": t.terkait.iter().map(tempat).collect::<Vec<_>>(),
        "selesai": t.selesai,
    })
}

fn tempat(lokasi: &Lokasi) -> Value {
    match lokasi {
        Lokasi::Sel(tempat) => {
            json!({ "berkas": tempat.berkas, "baris": tempat.baris, "kolom": tempat.kolom })
        }
        Lokasi::Bagian(judul) => json!({ "bagian": judul }),
        Lokasi::Titik(titik) => titik_json(titik),
    }
}

/// A spot in a document: in words, and by the file's own coordinates, the end one past the last character.
fn titik_json(titik: &Titik) -> Value {
    let rentang = titik.rentang.first().zip(titik.rentang.last());
    let rentang = rentang.map(|((awal, _), (_, akhir))| {
        json!({
            "halaman": awal.page,
            "baris": awal.line,
            "kolom": awal.column,
            "baris_akhir": akhir.line,
            "kolom_akhir": akhir.column,
        })
    });
    json!({
        "sebutan": titik.to_string(),
        "bagian": titik.bagian,
        "rentang": rentang,
        "sel": titik.sel.map(|(tabel, baris, kolom)| json!({ "tabel": tabel, "baris": baris, "kolom": kolom })),
    })
}
