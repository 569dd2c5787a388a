//! Whether a printed number is the value of a fakta, and how that value came about.

use std::collections::BTreeSet;

use kinerja::bilangan;
use kinerja::{Asal, DaftarFakta, Fakta, Kecocokan, Kode, Satuan, Selang};
use rust_decimal::Decimal;

use super::padanan::Padan;
use crate::bacaan::{Angka, SatuanCetak};
use crate::hitung::Hitungan;

/// Longest formula that a finding shows with its numbers, in characters.
const PERAGA_TERPANJANG: usize = 160;

/// How a printed number compares with what the data say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Banding {
    /// It is the value, rounded or cut off.
    Cocok,
    /// It is a figure that the data keep as printed, although their own computation gives another.
    Tercetak(Kode),
    /// It is a figure that the office has corrected since.
    BelumDikoreksi(Kode),
    /// It is another value, but some usual rounding of the operands gives it.
    Dekat(Kode),
    /// It is another value.
    Beda(Kode),
}

/// Compares a printed number with the fakta that it may state; none where one of them has no value.
pub(super) fn banding(daftar: &DaftarFakta, padan: &Padan, angka: &Angka) -> Option<Banding> {
    let fakta: Vec<&Fakta> = padan
        .kode
        .iter()
        .map(|kode| daftar.get(kode.as_str()))
        .collect::<Option<_>>()?;
    let sama = |nilai: Decimal| cocok(angka, nilai, padan.tanpa_tanda);
    let terbit = fakta.iter().filter_map(|f| f.angka());
    if terbit.chain(padan.lain.iter().copied()).any(sama) {
        return Some(Banding::Cocok);
    }
    let utuh = |f: &&Fakta| utuh(daftar, f.kode.as_str());
    if fakta.iter().filter_map(utuh).any(sama) {
        return Some(Banding::Cocok);
    }
    for f in &fakta {
        let Some(tercetak) = f.tercetak.as_ref().filter(|t| sama(t.nilai)) else {
            continue;
        };
        return Some(match tercetak.kecocokan {
            Kecocokan::Bertentangan(_) => Banding::Tercetak(f.kode.clone()),
            _ => Banding::Cocok,
        });
    }
    if let Some(f) = fakta.iter().find(|f| belum_dikoreksi(f, angka)) {
        return Some(Banding::BelumDikoreksi(f.kode.clone()));
    }
    let utama = fakta.first()?;
    let nilai = angka.nilai.filter(|_| angka.skala == 0)?;
    let dekat = matches!(utama.asal, Asal::Hitungan(_))
        && !utama.satuan.tercacah()
        && matches!(
            daftar.bandingkan(&utama.kode, nilai, angka.presisi),
            Kecocokan::DalamPembulatan(_)
        );
    Some(if dekat {
        Banding::Dekat(utama.kode.clone())
    } else {
        Banding::Beda(utama.kode.clone())
    })
}

/// Whether a value is printed as this number, rounded or cut off.
pub(super) fn cocok(angka: &Angka, nilai: Decimal, tanpa_tanda: bool) -> bool {
    let Some(cetak) = angka.nilai else {
        return false;
    };
    let (cetak, nilai) = if tanpa_tanda {
        (cetak.abs(), nilai.abs())
    } else {
        (cetak, nilai)
    };
    // What is cut off goes towards zero.
    let balik = nilai < Decimal::ZERO && cetak < Decimal::ZERO;
    let (cetak, nilai) = if balik {
        (-cetak, -nilai)
    } else {
        (cetak, nilai)
    };
    let hitungan = Hitungan {
        nilai,
        selang: Selang::titik(nilai),
        peraga: String::new(),
        satuan: SatuanCetak::Tanpa,
    };
    let angka = Angka {
        nilai: Some(cetak),
        ..angka.clone()
    };
    hitungan.cocok(&angka)
}

fn belum_dikoreksi(fakta: &Fakta, angka: &Angka) -> bool {
    let Asal::Koreksi { tercetak, .. } = &fakta.asal else {
        return false;
    };
    let digit = |teks: &str| -> String { teks.chars().filter(char::is_ascii_digit).collect() };
    match bilangan::parse(tercetak) {
        Ok(lama) => angka.nilai == Some(lama.nilai),
        Err(_) => !digit(tercetak).is_empty() && digit(tercetak) == digit(&angka.teks),
    }
}

/// The value as it follows from the cells without any rounding on the way; none for a cell itself.
fn utuh(daftar: &DaftarFakta, kode: &str) -> Option<Decimal> {
    let Asal::Hitungan(hitungan) = &daftar.get(kode)?.asal else {
        return None;
    };
    let selang = hitungan.ungkapan.selang(&|operan| {
        let nilai = utuh(daftar, operan.as_str()).or_else(|| daftar.angka(operan.as_str()))?;
        Some(Selang::titik(nilai))
    })?;
    Some(selang.bawah)
}

/// How the value of a fakta came about, in one line; none for a cell.
pub(super) fn hitungan(daftar: &DaftarFakta, fakta: &Fakta) -> Option<String> {
    let Asal::Hitungan(hitungan) = &fakta.asal else {
        return None;
    };
    let peraga = hitungan.ungkapan.peraga(&|kode| daftar.get(kode.as_str()));
    let hasil = fakta.tampil_bersatuan()?;
    if peraga.chars().count() > PERAGA_TERPANJANG {
        return Some(format!(
            "{}: {} = {hasil}",
            hitungan.rumus.nama, hitungan.rumus.bunyi
        ));
    }
    if let [satu] = hitungan.ungkapan.operan()[..]
        && peraga == daftar.get(satu.as_str()).and_then(Fakta::tampil)?
    {
        return Some(format!("{peraga} dibulatkan menjadi {hasil}"));
    }
    Some(format!("{peraga} = {hasil}"))
}

/// Where in the data a fakta comes from: its cell, or the files from which it is computed.
pub(super) fn sumber(daftar: &DaftarFakta, fakta: &Fakta) -> String {
    match &fakta.asal {
        Asal::Masukan { tempat, .. } | Asal::Koreksi { tempat, .. } => tempat.to_string(),
        Asal::Ketentuan { kutipan, .. } => kutipan.clone(),
        Asal::Hitungan(_) => {
            let mut berkas = BTreeSet::new();
            kumpulkan(daftar, &fakta.kode, &mut berkas, &mut BTreeSet::new());
            berkas.into_iter().collect::<Vec<_>>().join(", ")
        }
    }
}

fn kumpulkan<'a>(
    daftar: &'a DaftarFakta,
    kode: &'a Kode,
    berkas: &mut BTreeSet<&'a str>,
    sudah: &mut BTreeSet<&'a Kode>,
) {
    let Some(fakta) = daftar.get(kode.as_str()).filter(|_| sudah.insert(kode)) else {
        return;
    };
    match &fakta.asal {
        Asal::Masukan { tempat, .. } | Asal::Koreksi { tempat, .. } => {
            berkas.insert(&tempat.berkas);
        }
        Asal::Hitungan(hitungan) => {
            for operan in hitungan.ungkapan.operan() {
                kumpulkan(daftar, operan, berkas, sudah);
            }
        }
        Asal::Ketentuan { .. } => {}
    }
}

/// Other fakta that a number states, where it is telling enough.
pub(super) fn fakta_lain<'a>(
    daftar: &'a DaftarFakta,
    angka: &'a Angka,
    tanpa: &'a Padan,
    awalan: &'a dyn Fn(&str) -> bool,
) -> impl Iterator<Item = &'a Fakta> {
    let khas = angka.presisi > 0
        || angka
            .nilai
            .is_some_and(|nilai| nilai.abs() >= Decimal::ONE_HUNDRED);
    // Monthly figures and parts are so many that one is met by chance; four decimals are not.
    let rinci = angka.presisi > 2;
    daftar.iter().filter(move |f| {
        let kode = f.kode.as_str();
        khas && awalan(kode)
            && !tanpa.kode.contains(&f.kode)
            && f.satuan != Satuan::Kategori
            && (rinci || !(kode.contains(".unsur.") || kode.contains(".bulan.")))
            && f.angka().is_some_and(|v| {
                angka.presisi <= f.presisi.max(v.normalize().scale()) && cocok(angka, v, true)
            })
    })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::cocok;
    use crate::bacaan::{Angka, Golongan, Letak, SatuanCetak};

    fn angka(nilai: Decimal, presisi: u32, skala: u32) -> Angka {
        Angka {
            letak: Letak::new(0, 0..0),
            teks: String::new(),
            nilai: Some(nilai),
            presisi,
            skala,
            satuan: SatuanCetak::Tanpa,
            cacat: None,
            golongan: Golongan::Besaran,
            terbilang: None,
        }
    }

    #[test]
    fn a_value_is_printed_rounded_or_cut_off_and_not_otherwise() {
        let nilai = Decimal::new(120_923, 3);
        for (cetak, presisi, benar) in [
            (12_092, 2, true),
            (121, 0, true),
            (120, 0, true),
            (12_093, 2, false),
            (12_087, 2, false),
        ] {
            let angka = angka(Decimal::new(cetak, presisi), presisi, 0);
            assert_eq!(cocok(&angka, nilai, false), benar, "{cetak}");
        }
    }

    #[test]
    fn millions_and_told_signs_are_read_as_they_are_meant() {
        let pagu = Decimal::from(10_979_506_000_i64);
        assert!(cocok(
            &angka(Decimal::from(10_980_000_000_i64), 2, 9),
            pagu,
            false
        ));
        assert!(!cocok(
            &angka(Decimal::from(10_790_000_000_i64), 2, 9),
            pagu,
            false
        ));
        let turun = Decimal::new(-5, 2);
        assert!(cocok(&angka(Decimal::new(5, 2), 2, 0), turun, true));
        assert!(!cocok(&angka(Decimal::new(5, 2), 2, 0), turun, false));
    }
}
