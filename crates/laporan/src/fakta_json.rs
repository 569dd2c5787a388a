//! All fakta as data for other programs; `docs/fakta.schema.json` describes the form.

use kinerja::{Asal, DaftarFakta, Fakta, Hasil, Kecocokan, Nilai, bilangan};
use serde_json::{Map, Value, json};

/// Name of the form; a change that readers must notice changes it.
pub const SKEMA: &str = "cermat-fakta-1";

/// Why a class has no number.
const BERUPA_KATEGORI: &str = "nilai berupa kategori; lihat ordinal";

/// All fakta of an office's year with unit, precision and lineage, in the order in which they were made.
#[must_use]
pub fn fakta_json(satker: &str, hasil: &Hasil) -> Value {
    let fakta: Vec<Value> = hasil
        .fakta
        .iter()
        .map(|fakta| satu(&hasil.fakta, fakta))
        .collect();
    json!({ "skema": SKEMA, "satker": satker, "tahun": hasil.tahun, "fakta": fakta })
}

fn satu(daftar: &DaftarFakta, fakta: &Fakta) -> Value {
    let (jenis, nilai, ordinal, alasan) = match &fakta.nilai {
        Ok(Nilai::Angka(_)) => ("angka", json!(desimal(fakta)), Value::Null, Value::Null),
        Ok(Nilai::Ordinal(kelas)) => (
            "ordinal",
            Value::Null,
            json!({ "huruf": kelas.huruf, "nama": kelas.nama, "peringkat": kelas.peringkat }),
            json!(BERUPA_KATEGORI),
        ),
        Err(sebab) => {
            let jenis = if fakta.satuan == kinerja::Satuan::Kategori {
                "ordinal"
            } else {
                "angka"
            };
            (jenis, Value::Null, Value::Null, json!(sebab.to_string()))
        }
    };
    json!({
        "kode": fakta.kode.as_str(),
        "label": fakta.label,
        "jenis": jenis,
        "nilai": nilai,
        "ordinal": ordinal,
        "satuan": fakta.satuan.nama(),
        "presisi": fakta.presisi,
        "alasan": alasan,
        "asal": asal(daftar, fakta),
        "tercetak": tercetak(fakta),
    })
}

/// The value at its published precision with a decimal point.
fn desimal(fakta: &Fakta) -> Option<String> {
    let mut nilai = bilangan::round_half_up(fakta.angka()?, fakta.presisi);
    nilai.rescale(fakta.presisi);
    Some(nilai.to_string())
}

fn asal(daftar: &DaftarFakta, fakta: &Fakta) -> Value {
    let mut isi = Map::new();
    let mut tulis = |kunci: &str, nilai: Value| isi.insert(kunci.to_owned(), nilai);
    match &fakta.asal {
        Asal::Masukan { tempat, teks } => {
            tulis("jenis", json!("masukan"));
            tulis("tempat", json!(tempat.to_string()));
            tulis("teks", json!(teks));
        }
        Asal::Koreksi {
            tempat,
            tercetak,
            alasan,
            dasar,
        } => {
            tulis("jenis", json!("koreksi"));
            tulis("tempat", json!(tempat.to_string()));
            tulis("tercetak", json!(tercetak));
            tulis("alasan", json!(alasan));
            tulis("dasar", json!(dasar));
        }
        Asal::Ketentuan {
            ketentuan,
            kutipan,
            status,
        } => {
            tulis("jenis", json!("ketentuan"));
            tulis("ketentuan", json!(ketentuan));
            tulis("kutipan", json!(kutipan));
            tulis("status", json!(status.sebutan()));
        }
        Asal::Hitungan(hitungan) => {
            let operan: Vec<&str> = hitungan
                .ungkapan
                .operan()
                .iter()
                .map(|kode| kode.as_str())
                .collect();
            let peraga = hitungan.ungkapan.peraga(&|kode| daftar.get(kode.as_str()));
            tulis("jenis", json!("hitungan"));
            tulis("rumus", json!(hitungan.rumus.id));
            tulis("bunyi", json!(hitungan.rumus.bunyi));
            tulis("dasar", json!(hitungan.dasar));
            tulis("operan", json!(operan));
            tulis("peraga", json!(peraga));
            tulis("pembulatan", json!(hitungan.pembulatan));
        }
    }
    Value::Object(isi)
}

fn tercetak(fakta: &Fakta) -> Value {
    let Some(tercetak) = &fakta.tercetak else {
        return Value::Null;
    };
    let kecocokan = match tercetak.kecocokan {
        Kecocokan::Sama => "sama",
        Kecocokan::DalamPembulatan(_) => "dalam_pembulatan",
        Kecocokan::Bertentangan(_) => "bertentangan",
        Kecocokan::TidakTeruji => "tidak_teruji",
    };
    json!({ "teks": tercetak.teks, "tempat": tercetak.tempat.to_string(), "kecocokan": kecocokan })
}
