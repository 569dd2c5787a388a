//! What a narrative is called and where the report prints it, told from its key.

use paket::skema;

/// The part before the first dot, and the rest.
pub(super) fn pecah(kunci: &str) -> (&str, Option<&str>) {
    kunci
        .split_once('.')
        .map_or((kunci, None), |(depan, belakang)| (depan, Some(belakang)))
}

/// "IKM: analisis", "Latar belakang"
pub(super) fn judul(kunci: &str) -> String {
    let (depan, belakang) = pecah(kunci);
    let rapi = |teks: &str| teks.replace('_', " ");
    let umum = skema::NARASI.iter().any(|satu| pecah(satu).0 == depan);
    let depan = if umum {
        let rapi = rapi(depan);
        let mut huruf = rapi.chars();
        huruf
            .next()
            .map(|awal| awal.to_uppercase().chain(huruf).collect())
            .unwrap_or_default()
    } else {
        depan.to_uppercase()
    };
    match belakang {
        Some(belakang) => format!("{depan}: {}", rapi(belakang)),
        None => depan,
    }
}

/// Place in the report: chapters, the indicators before the sections on resources and budget.
pub(super) fn urutan(kunci: &str) -> (u8, usize) {
    let letak = skema::NARASI.iter().position(|satu| *satu == kunci);
    match letak {
        Some(letak) if bab(kunci).starts_with("BAB I ") => (0, letak),
        Some(letak) if bab(kunci).starts_with("BAB IV") => (3, letak),
        Some(letak) => (2, letak),
        None => (1, 0),
    }
}

/// The chapter that prints a narrative.
pub(super) fn bab(kunci: &str) -> &'static str {
    match pecah(kunci).0 {
        "latar_belakang" | "aspek_strategis" | "isu_strategis" => "BAB I Pendahuluan",
        "penutup" => "BAB IV Penutup",
        _ => "BAB III Akuntabilitas Kinerja",
    }
}
