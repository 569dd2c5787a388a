//! The definitions by which a year is measured: what was frozen at its opening against what the profile says now.

use kinerja::masukan::Tempat;
use paket::{Kesalahan, Mentah};
use serde_json::Value;

use crate::App;

/// What is compared, with its name for a reader.
const BAGIAN: [(&str, &str); 7] = [
    ("nama", "nama"),
    ("definisi", "definisi"),
    ("cara_ukur", "cara ukur"),
    ("arah", "arah"),
    ("satuan", "satuan"),
    ("presisi", "banyaknya desimal"),
    ("sumber", "sumber nilai"),
];

const PERBAIKAN: &str = "kembalikan definisi seperti saat tahun dibuka; bila memang harus berubah, \
    jelaskan alasannya pada langkah pengajuan laporan";

impl App {
    /// What a year is measured by: definition, way of measuring, direction, unit and precision of each indicator.
    pub(crate) fn definisi(&self, mentah: &Mentah) -> String {
        let profil = mentah
            .satker
            .entri("profil")
            .and_then(|entri| self.hukum.profil(&entri.teks));
        let indikator: Vec<_> = profil
            .iter()
            .flat_map(|profil| &profil.indikator)
            .map(|satu| {
                serde_json::json!({
                    "kode": satu.kode, "nama": satu.nama, "definisi": satu.definisi, "cara_ukur": satu.cara_ukur,
                    "arah": format!("{:?}", satu.arah), "satuan": satu.satuan, "presisi": satu.presisi,
                    "sumber": format!("{:?}", satu.sumber),
                })
            })
            .collect();
        serde_json::json!({ "indikator": indikator }).to_string()
    }
}

/// Where the definitions of now differ from the frozen ones; nothing where none were frozen.
pub(crate) fn bandingkan(beku: Option<&str>, kini: &str) -> Vec<Kesalahan> {
    let (Some(beku), Some(kini)) = (beku.and_then(indikator), indikator(kini)) else {
        return Vec::new();
    };
    let mut beda: Vec<Kesalahan> = Vec::new();
    for lama in &beku {
        let kode = teks(lama, "kode");
        let Some(baru) = kini.iter().find(|baru| teks(baru, "kode") == kode) else {
            beda.push(kesalahan(
                &kode,
                "",
                "indikator ini ditetapkan saat tahun dibuka, tetapi tidak ada lagi dalam profil kantor".to_owned(),
            ));
            continue;
        };
        for (bagian, sebutan) in BAGIAN {
            let (dulu, sekarang) = (teks(lama, bagian), teks(baru, bagian));
            if dulu != sekarang {
                beda.push(kesalahan(
                    &kode,
                    &sekarang,
                    format!("{sebutan} berbeda dari yang dibekukan saat tahun dibuka (\"{dulu}\")"),
                ));
            }
        }
    }
    for baru in &kini {
        let kode = teks(baru, "kode");
        if !beku.iter().any(|lama| teks(lama, "kode") == kode) {
            beda.push(kesalahan(
                &kode,
                "",
                "indikator ini belum ada saat tahun dibuka".to_owned(),
            ));
        }
    }
    beda
}

fn kesalahan(kode: &str, cuplikan: &str, pesan: String) -> Kesalahan {
    Kesalahan {
        kode: "definisi-berubah",
        tempat: Tempat {
            berkas: format!("definisi indikator {kode}"),
            ..Tempat::default()
        },
        cuplikan: cuplikan.to_owned(),
        pesan,
        perbaikan: PERBAIKAN.to_owned(),
        dasar: None,
    }
}

fn indikator(json: &str) -> Option<Vec<Value>> {
    match serde_json::from_str::<Value>(json)
        .ok()?
        .get_mut("indikator")?
        .take()
    {
        Value::Array(daftar) => Some(daftar),
        _ => None,
    }
}

/// A member as text, whatever it is.
fn teks(satu: &Value, bagian: &str) -> String {
    match satu.get(bagian) {
        Some(Value::String(teks)) => teks.clone(),
        Some(lain) => lain.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_definition_is_told_with_what_it_was() {
        let beku = r#"{"indikator":[{"kode":"IKM","definisi":"lama","arah":"Naik","presisi":2},{"kode":"A"}]}"#;
        let kini = r#"{"indikator":[{"kode":"IKM","definisi":"baru","arah":"Naik","presisi":2},{"kode":"B"}]}"#;
        let beda = bandingkan(Some(beku), kini);
        let pesan: Vec<String> = beda.iter().map(ToString::to_string).collect();
        assert_eq!(beda.len(), 3, "{pesan:?}");
        assert!(
            pesan[0].contains("IKM")
                && pesan[0].contains("definisi berbeda")
                && pesan[0].contains("lama")
        );
        assert!(bandingkan(Some(beku), beku).is_empty());
        assert!(bandingkan(None, kini).is_empty());
    }
}
