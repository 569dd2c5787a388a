//! The findings as SARIF 2.1.0.

use document::source::Place;
use periksa::{Berat, Cara, Lokasi, Temuan, rules};
use serde_json::{Value, json};

use super::Telaah;

/// A log with one run: the rules, and a result for each finding.
///
/// Columns count characters. In a Word file the line is the ordinal of the paragraph in its part.
#[must_use]
pub fn sarif(hasil: &Telaah) -> Value {
    let aturan: Vec<_> = rules::daftar()
        .filter(|aturan| matches!(aturan.cara, Cara::Dokumen { .. }))
        .collect();
    let hasil_sarif: Vec<Value> = hasil
        .temuan
        .iter()
        .map(|t| {
            let mut satu = satu(t, &hasil.nama);
            let urutan = aturan.iter().position(|a| a.nama == t.aturan);
            if let (Some(urutan), Some(satu)) = (urutan, satu.as_object_mut()) {
                satu.insert("ruleIndex".to_owned(), json!(urutan));
            }
            satu
        })
        .collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Cermat",
                "version": env!("CARGO_PKG_VERSION"),
                "language": "id",
                "rules": aturan.iter().map(|a| aturan_sarif(a)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "artifacts": [{ "location": { "uri": uri(&hasil.nama) } }],
            "results": hasil_sarif,
            "properties": {
                "cakupan": {
                    "dilihat": hasil.cakupan.dilihat,
                    "diperiksa": hasil.cakupan.diperiksa,
                    "tidak_diperiksa": hasil.cakupan.tidak,
                },
            },
        }],
    })
}

fn aturan_sarif(aturan: &periksa::Aturan) -> Value {
    let uraian = match aturan.cara {
        Cara::Dokumen { halaman, .. } => halaman.uraian,
        Cara::Data(_) => aturan.judul,
    };
    json!({
        "id": aturan.nama,
        "shortDescription": { "text": aturan.judul },
        "fullDescription": { "text": uraian },
        "defaultConfiguration": { "level": tingkat(aturan.berat) },
    })
}

fn satu(t: &Temuan, nama: &str) -> Value {
    let mut pesan = t.pesan.clone();
    if let Some(hitungan) = &t.hitungan {
        pesan.push_str(&format!(" ({hitungan})"));
    }
    pesan.push_str(&format!(" {}", t.perbaikan));
    let terkait: Vec<Value> = t
        .terkait
        .iter()
        .enumerate()
        .map(|(i, lokasi)| {
            let mut tempat = tempat(lokasi, nama, None);
            if let Some(tempat) = tempat.as_object_mut() {
                tempat.insert("id".to_owned(), json!(i + 1));
            }
            tempat
        })
        .collect();
    let mut hasil = json!({
        "ruleId": t.aturan,
        "level": tingkat(t.berat),
        "message": { "text": pesan },
        "locations": [tempat(&t.lokasi, nama, Some(&t.cuplikan))],
        "relatedLocations": terkait,
        "partialFingerprints": { "cermat/v1": t.sidik },
        "properties": {
            "seharusnya": t.seharusnya,
            "hitungan": t.hitungan,
            "selang": t.selang.as_ref().map(|(bawah, atas)| json!([bawah, atas])),
            "perbaikan": t.perbaikan,
            "dasar": t.dasar,
        },
    });
    if let (Some(selesai), Some(hasil)) = (&t.selesai, hasil.as_object_mut()) {
        hasil.insert(
            "suppressions".to_owned(),
            json!([{ "kind": "external", "justification": selesai }]),
        );
    }
    hasil
}

fn tingkat(berat: Berat) -> &'static str {
    match berat {
        Berat::Wajib => "error",
        Berat::Anjuran => "warning",
        Berat::Saran => "note",
    }
}

fn tempat(lokasi: &Lokasi, nama: &str, cuplikan: Option<&str>) -> Value {
    let berkas = json!({ "uri": uri(nama), "index": 0 });
    let (wilayah, sebutan) = match lokasi {
        Lokasi::Titik(titik) => (
            titik
                .rentang
                .first()
                .zip(titik.rentang.last())
                .map(|((awal, _), (_, akhir))| wilayah(*awal, *akhir, cuplikan)),
            titik.to_string(),
        ),
        lain => (None, lain.to_string()),
    };
    let mut fisik = json!({ "artifactLocation": berkas });
    if let (Some(wilayah), Some(fisik)) = (wilayah, fisik.as_object_mut()) {
        fisik.insert("region".to_owned(), wilayah);
    }
    json!({ "physicalLocation": fisik, "message": { "text": sebutan } })
}

fn wilayah(awal: Place, akhir: Place, cuplikan: Option<&str>) -> Value {
    // A stretch over a page break ends on an earlier line of the next page; a region may not go backwards.
    let akhir = if (akhir.line, akhir.column) < (awal.line, awal.column) {
        awal
    } else {
        akhir
    };
    let mut wilayah = json!({
        "startLine": awal.line.max(1),
        "startColumn": awal.column.max(1),
        "endLine": akhir.line.max(1),
        "endColumn": akhir.column.max(1),
    });
    if let Some(wilayah) = wilayah.as_object_mut() {
        if let Some(cuplikan) = cuplikan.filter(|teks| !teks.is_empty()) {
            wilayah.insert("snippet".to_owned(), json!({ "text": cuplikan }));
        }
        if let Some(page) = awal.page {
            wilayah.insert("properties".to_owned(), json!({ "halaman": page }));
        }
    }
    wilayah
}

/// A file name as a relative URI: what is not plain is escaped.
fn uri(nama: &str) -> String {
    let mut uri = String::new();
    for byte in nama.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
