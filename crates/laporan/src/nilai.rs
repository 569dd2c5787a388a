//! Fakta as runs of text: a value with its key, or a visible gap with its reason.

use document::Inline;
use kinerja::jejak::akar_rumpang;
pub(crate) use kinerja::nama_bulan;
use kinerja::{DaftarFakta, Fakta, Rumpang, Satuan, bilangan};

/// What stands in a cell of a table that has no value.
pub(crate) const TANPA_NILAI: &str = "–";
/// Closes a reason that names one of several empty cells.
pub(crate) const DAN_LAIN: &str = ", dan data lain";

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bentuk {
    /// In a sentence: percentages with their sign, other units left to the words around it.
    Kalimat,
    /// With its unit.
    Bersatuan,
    /// In a table, whose heading names the unit.
    Sel,
    /// Without its sign.
    Mutlak,
    /// A count in figures and in words: "580 (lima ratus delapan puluh)".
    Terbilang,
}

/// A fakta as text.
pub(crate) fn tulis(daftar: &DaftarFakta, kode: &str, bentuk: Bentuk) -> Inline {
    let Some(fakta) = daftar.get(kode) else {
        return Inline::Gap {
            text: "belum tersedia".to_owned(),
            reason: format!("fakta {kode} tidak ada dalam data"),
            key: None,
        };
    };
    match teks(fakta, bentuk) {
        Some(text) => Inline::Value {
            text,
            key: kode.to_owned(),
        },
        None => rumpang(daftar, fakta, bentuk),
    }
}

fn rumpang(daftar: &DaftarFakta, fakta: &Fakta, bentuk: Bentuk) -> Inline {
    let key = fakta.kode.to_string();
    let text = match (bentuk, &fakta.nilai) {
        (Bentuk::Sel, _) => TANPA_NILAI,
        (_, Err(Rumpang::TidakTerdefinisi(_))) => "belum dapat diukur",
        _ => "belum tersedia",
    };
    let text = text.to_owned();
    match sebab_terbuka(daftar, fakta) {
        Some(reason) => Inline::Gap {
            text,
            reason,
            key: Some(key),
        },
        // The office cannot close this gap: the text says so, and `alasan` says why.
        None => Inline::Value { text, key },
    }
}

/// What the office still has to fill in for a value: the first empty or broken cell, by name and place.
fn sebab_terbuka(daftar: &DaftarFakta, fakta: &Fakta) -> Option<String> {
    let mut sebab = akar_rumpang(daftar, fakta)
        .into_iter()
        .filter_map(|akar| match &akar.nilai {
            Err(sebab @ Rumpang::BelumDiisi(_)) => Some(format!("{} {sebab}", akar.label)),
            Err(sebab @ Rumpang::SelRusak(..)) => Some(format!("{}: {sebab}", akar.label)),
            _ => None,
        });
    let pertama = sebab.next()?;
    let lain = sebab.next().map_or("", |_| DAN_LAIN);
    Some(format!("{pertama}{lain}"))
}

/// Why a value cannot be had, where it is missing for reasons that the office cannot mend; empty otherwise.
pub(crate) fn alasan(daftar: &DaftarFakta, kode: &str) -> Vec<String> {
    let Some(fakta) = daftar.get(kode) else {
        return Vec::new();
    };
    let mut unik: Vec<String> = Vec::new();
    if fakta.nilai.is_ok() || sebab_terbuka(daftar, fakta).is_some() {
        return unik;
    }
    for akar in akar_rumpang(daftar, fakta) {
        let Err(Rumpang::TidakTersedia(alasan) | Rumpang::TidakTerdefinisi(alasan)) = &akar.nilai
        else {
            continue;
        };
        // A computed value carries the reasons of all its operands.
        for alasan in alasan.split(';') {
            let alasan = alasan.trim().trim_end_matches('.');
            if !alasan.is_empty() && !unik.iter().any(|lama| lama == alasan) {
                unik.push(alasan.to_owned());
            }
        }
    }
    unik
}

fn teks(fakta: &Fakta, bentuk: Bentuk) -> Option<String> {
    let polos = fakta.tampil()?;
    Some(match bentuk {
        Bentuk::Sel => polos.replacen("Rp", "", 1),
        Bentuk::Kalimat if fakta.satuan == Satuan::Persen => format!("{polos}%"),
        Bentuk::Kalimat => polos,
        Bentuk::Bersatuan => fakta.tampil_bersatuan()?,
        Bentuk::Mutlak => {
            let mut mutlak = fakta.clone();
            mutlak.nilai = Ok(kinerja::Nilai::Angka(fakta.angka()?.abs()));
            mutlak.tampil_bersatuan()?
        }
        Bentuk::Terbilang => match fakta.angka().map(|n| (n, u64::try_from(n))) {
            Some((n, Ok(utuh))) if n.fract().is_zero() => {
                format!("{polos} ({})", bilangan::terbilang(utuh))
            }
            _ => polos,
        },
    })
}

/// Words that should have been handed in, or a gap that says where they belong.
pub(crate) fn kata_atau_rumpang(teks: &str, apa: &str, letak: &str) -> Inline {
    if teks.trim().is_empty() {
        Inline::Gap {
            text: format!("{apa} belum diisi"),
            reason: format!("isi {letak}"),
            key: None,
        }
    } else {
        Inline::text(teks.trim())
    }
}

/// "a, b, dan c"
pub(crate) fn jalin(butir: Vec<Vec<Inline>>) -> Vec<Inline> {
    let banyak = butir.len();
    let mut isi = Vec::new();
    for (nomor, potong) in butir.into_iter().enumerate() {
        let sambung = match (nomor, banyak) {
            (0, _) => "",
            (1, 2) => " dan ",
            (n, _) if n + 1 == banyak => ", dan ",
            _ => ", ",
        };
        if !sambung.is_empty() {
            crate::markah::tambah(&mut isi, Inline::text(sambung));
        }
        potong
            .into_iter()
            .for_each(|inline| crate::markah::tambah(&mut isi, inline));
    }
    isi
}

/// "Apr"
pub(crate) fn singkat_bulan(bulan: u8) -> &'static str {
    nama_bulan(bulan).get(..3).unwrap_or("")
}

/// "2 Januari 2024"
pub(crate) fn tanggal(tanggal: jiff::civil::Date) -> String {
    let bulan = u8::try_from(tanggal.month()).map_or("", nama_bulan);
    format!("{} {bulan} {}", tanggal.day(), tanggal.year())
}
