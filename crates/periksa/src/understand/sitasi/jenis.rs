//! Kinds of regulations, by their long and short names.

use std::ops::Range;

/// What a citation begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Jenis {
    /// A long name; who set it follows.
    Panjang(String),
    /// A short name that also tells who set it ("PermenPANRB" by "PANRB").
    Singkat(String, String),
}

/// Who sets a regulation, by what stands behind "Peraturan" or "Keputusan"; others follow by name.
const PENETAP: &[&[&str]] = &[
    &["pemerintah", "pengganti", "undang", "undang"],
    &["pemerintah"],
    &["presiden"],
    &["menteri"],
    &["direktur", "jenderal"],
    &["sekretaris", "jenderal"],
    &["inspektur", "jenderal"],
    &["dirjen"],
    &["kepala"],
    &["badan"],
    &["lembaga"],
    &["mahkamah", "agung"],
    &["ketua"],
    &["daerah"],
    &["gubernur"],
    &["bupati"],
    &["walikota"],
    &["wali", "kota"],
];

/// Short names of kinds that say who set it: prefix in lower case, kind.
const SINGKATAN: &[(&str, &str)] = &[
    ("permen", "peraturan menteri"),
    ("kepmen", "keputusan menteri"),
    ("perdirjen", "peraturan direktur jenderal"),
    ("kepdirjen", "keputusan direktur jenderal"),
    ("perka", "peraturan kepala"),
];

/// Short names that stand for a kind, with what sets it where that is told too.
const TETAP: &[(&str, &str, &str)] = &[
    ("uu", "undang-undang", ""),
    ("pp", "peraturan pemerintah", ""),
    ("perpres", "peraturan presiden", ""),
    ("keppres", "keputusan presiden", ""),
    ("inpres", "instruksi presiden", ""),
    ("perda", "peraturan daerah", ""),
    ("pergub", "peraturan gubernur", ""),
    ("perbup", "peraturan bupati", ""),
    ("perwali", "peraturan wali kota", ""),
    ("perwal", "peraturan wali kota", ""),
    ("pmk", "peraturan menteri", "Keuangan"),
    ("kmk", "keputusan menteri", "Keuangan"),
];

/// The kind that a citation beginning with the word at `awal` has, and the word behind it.
pub(super) fn jenis(
    teks: &str,
    semua: &[(Range<usize>, &str)],
    awal: usize,
) -> Option<(Jenis, usize)> {
    let kata = |i: usize| semua.get(i).map(|(_, k)| k.to_lowercase());
    let pertama = kata(awal)?;
    let besar = semua
        .get(awal)
        .is_some_and(|(_, k)| k.chars().next().is_some_and(char::is_uppercase));
    if !besar {
        return None;
    }
    match pertama.as_str() {
        "undang" if kata(awal + 1).as_deref() == Some("undang") => {
            return Some((Jenis::Panjang("undang-undang".to_owned()), awal + 2));
        }
        "peraturan" | "keputusan" | "instruksi" => {
            let (nama, lanjut) = dengan_penetap(&pertama, &kata, awal + 1);
            return Some((Jenis::Panjang(nama), lanjut));
        }
        "surat" => {
            let kedua = kata(awal + 1)?;
            return match kedua.as_str() {
                "edaran" => {
                    let (nama, lanjut) = dengan_penetap("surat edaran", &kata, awal + 2);
                    Some((Jenis::Panjang(nama), lanjut))
                }
                "keputusan" => {
                    let (nama, lanjut) = dengan_penetap("keputusan", &kata, awal + 2);
                    Some((Jenis::Panjang(nama), lanjut))
                }
                _ => None,
            };
        }
        _ => {}
    }
    singkat(teks, semua, awal, &pertama)
}

fn singkat(
    teks: &str,
    semua: &[(Range<usize>, &str)],
    awal: usize,
    pertama: &str,
) -> Option<(Jenis, usize)> {
    let (rentang, asli) = semua.get(awal)?;
    if let Some((_, nama, penetap)) = TETAP.iter().find(|(singkat, ..)| *singkat == pertama) {
        return Some((
            Jenis::Singkat((*nama).to_owned(), (*penetap).to_owned()),
            awal + 1,
        ));
    }
    // "PER-5/PB/2022": the directorate stands in the number.
    if *asli == "PER"
        && teks
            .get(rentang.end..)
            .is_some_and(|sisa| sisa.starts_with('-'))
    {
        return Some((
            Jenis::Singkat("peraturan direktur jenderal".to_owned(), String::new()),
            awal + 1,
        ));
    }
    let (awalan, nama) = SINGKATAN
        .iter()
        .find(|(awalan, _)| pertama.starts_with(awalan))?;
    let penetap = asli.get(awalan.len()..)?;
    Some((
        Jenis::Singkat((*nama).to_owned(), penetap.to_owned()),
        awal + 1,
    ))
}

/// "Peraturan" with the "Direktur Jenderal" behind it.
fn dengan_penetap(
    pokok: &str,
    kata: &dyn Fn(usize) -> Option<String>,
    mulai: usize,
) -> (String, usize) {
    let cocok = PENETAP.iter().find(|frasa| {
        frasa
            .iter()
            .enumerate()
            .all(|(i, satu)| kata(mulai + i).as_deref() == Some(satu))
    });
    match cocok {
        Some(frasa) => {
            let nama = match frasa.join(" ").as_str() {
                "dirjen" => "direktur jenderal".to_owned(),
                "walikota" => "wali kota".to_owned(),
                nama => nama.to_owned(),
            };
            (format!("{pokok} {nama}"), mulai + frasa.len())
        }
        // "Peraturan MENPAN-RB": "men" opens the name of a minister.
        None if kata(mulai).is_some_and(|k| k.starts_with("men") && k.len() > 4) => {
            (format!("{pokok} menteri"), mulai)
        }
        None => (pokok.to_owned(), mulai),
    }
}
