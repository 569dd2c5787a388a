//! The role that a heading or a phrase names.

use super::normal;
use crate::bacaan::Peran;

/// How much a phrase says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kuat {
    /// Names the role whatever stands beside it.
    Utama,
    /// Names a role only where nothing stronger stands beside it ("Nilai Capaian" is a capaian).
    Lemah,
}

/// Phrases in normal words, longer ones before those that they hold; each takes its words out of the text.
const FRASA: &[(&str, Peran, Kuat)] = &[
    (
        "capaian terhadap target jangka menengah",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian terhadap target akhir",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian terhadap target renstra",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian terhadap target rpjmd",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian terhadap renstra",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian terhadap rpjmd",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian jangka menengah",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "capaian target jangka menengah",
        Peran::CapaianJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "target jangka menengah",
        Peran::TargetJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "target akhir renstra",
        Peran::TargetJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "target akhir rpjmd",
        Peran::TargetJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "target akhir rpjmn",
        Peran::TargetJangkaMenengah,
        Kuat::Utama,
    ),
    (
        "target akhir periode",
        Peran::TargetJangkaMenengah,
        Kuat::Utama,
    ),
    ("target renstra", Peran::TargetJangkaMenengah, Kuat::Utama),
    ("target rpjmd", Peran::TargetJangkaMenengah, Kuat::Utama),
    ("target rpjmn", Peran::TargetJangkaMenengah, Kuat::Utama),
    ("capaian terhadap target", Peran::Capaian, Kuat::Utama),
    ("capaian dari target", Peran::Capaian, Kuat::Utama),
    ("capaian atas target", Peran::Capaian, Kuat::Utama),
    ("capaian target", Peran::Capaian, Kuat::Utama),
    ("pencapaian target", Peran::Capaian, Kuat::Utama),
    ("persentase capaian realisasi", Peran::Capaian, Kuat::Utama),
    ("persentase realisasi", Peran::Capaian, Kuat::Utama),
    ("persen realisasi", Peran::Capaian, Kuat::Utama),
    ("% realisasi", Peran::Capaian, Kuat::Utama),
    ("prosentase realisasi", Peran::Capaian, Kuat::Utama),
    ("tingkat realisasi", Peran::Capaian, Kuat::Utama),
    ("penyerapan anggaran", Peran::Capaian, Kuat::Utama),
    ("tingkat penyerapan", Peran::Capaian, Kuat::Utama),
    ("penyerapan", Peran::Capaian, Kuat::Utama),
    ("serapan", Peran::Capaian, Kuat::Utama),
    ("tingkat capaian", Peran::Capaian, Kuat::Utama),
    ("persentase capaian", Peran::Capaian, Kuat::Utama),
    ("pencapaian", Peran::Capaian, Kuat::Utama),
    ("capaian", Peran::Capaian, Kuat::Utama),
    ("realisasi target", Peran::Realisasi, Kuat::Utama),
    ("realisasi", Peran::Realisasi, Kuat::Utama),
    ("terealisasi", Peran::Realisasi, Kuat::Utama),
    ("ditargetkan", Peran::Target, Kuat::Utama),
    ("target", Peran::Target, Kuat::Utama),
    ("pagu", Peran::Target, Kuat::Utama),
    ("alokasi", Peran::Target, Kuat::Utama),
    ("sisa", Peran::Sisa, Kuat::Utama),
    ("bobot", Peran::Bobot, Kuat::Utama),
    ("minimal", Peran::Minimum, Kuat::Utama),
    ("minimum", Peran::Minimum, Kuat::Utama),
    ("anggaran", Peran::Target, Kuat::Lemah),
    ("dipa", Peran::Target, Kuat::Lemah),
    ("responden", Peran::Jumlah, Kuat::Lemah),
    ("banyaknya", Peran::Jumlah, Kuat::Lemah),
    ("jumlah", Peran::Jumlah, Kuat::Lemah),
    ("skor", Peran::Nilai, Kuat::Lemah),
    ("nilai", Peran::Nilai, Kuat::Lemah),
    ("nrr", Peran::Nilai, Kuat::Lemah),
    ("rata rata", Peran::Nilai, Kuat::Lemah),
];

/// Words of change; with one of them the whole is a change, of whatever it is.
const PERUBAHAN: &[&str] = &[
    "perubahan",
    "kenaikan",
    "penurunan",
    "peningkatan",
    "naik",
    "turun",
    "selisih",
    "deviasi",
    "pertumbuhan",
];

/// The role that a heading or a word names ("Realisasi", "Capaian (%)", "Pagu").
///
/// Compares whole words, whatever their capitals; none where it names no role or several.
/// "Realisasi (%)" is a realisasi: whether it is a share of a ceiling only the columns beside it tell.
#[must_use]
pub(crate) fn peran(teks: &str) -> Option<Peran> {
    let mut sisa = format!(" {} ", normal(teks));
    if PERUBAHAN
        .iter()
        .any(|kata| sisa.contains(&format!(" {kata} ")))
    {
        return Some(Peran::Perubahan);
    }
    let mut utama: Option<Peran> = None;
    let mut lemah: Option<Peran> = None;
    let mut lemah_berganda = false;
    for (frasa, peran, kuat) in FRASA {
        let cari = format!(" {frasa} ");
        if !sisa.contains(&cari) {
            continue;
        }
        sisa = sisa.replace(&cari, " | ");
        match kuat {
            Kuat::Utama => match utama {
                Some(lama) if lama != *peran => return None,
                _ => utama = Some(*peran),
            },
            Kuat::Lemah => {
                lemah_berganda |= lemah.is_some_and(|lama| lama != *peran);
                lemah = lemah.or(Some(*peran));
            }
        }
    }
    utama.or(if lemah_berganda { None } else { lemah })
}

#[cfg(test)]
mod tests {
    use super::peran;
    use crate::bacaan::Peran;

    #[test]
    fn headings_name_roles() {
        for (teks, seharusnya) in [
            ("Realisasi", Peran::Realisasi),
            ("CAPAIAN (%)", Peran::Capaian),
            ("Nilai Capaian", Peran::Capaian),
            ("Capaian Kinerja", Peran::Capaian),
            ("Pagu", Peran::Target),
            ("Pagu Anggaran (Rp)", Peran::Target),
            ("Anggaran", Peran::Target),
            ("Realisasi Anggaran", Peran::Realisasi),
            ("Persentase Realisasi", Peran::Capaian),
            ("% Realisasi", Peran::Capaian),
            ("Target 2023", Peran::Target),
            ("Target Akhir Renstra 2026", Peran::TargetJangkaMenengah),
            ("Target Jangka Menengah", Peran::TargetJangkaMenengah),
            ("Capaian terhadap Target", Peran::Capaian),
            ("Kenaikan/Penurunan", Peran::Perubahan),
            ("Sisa Anggaran", Peran::Sisa),
            ("Jumlah Responden", Peran::Jumlah),
            ("Bobot", Peran::Bobot),
            ("Nilai", Peran::Nilai),
        ] {
            assert_eq!(peran(teks), Some(seharusnya), "{teks}");
        }
    }

    #[test]
    fn several_roles_are_none() {
        for teks in [
            "Target dan Realisasi",
            "Realisasi dan Capaian",
            "Uraian",
            "Indikator Kinerja",
            "",
            "Bobot Capaian",
        ] {
            assert_eq!(peran(teks), None, "{teks}");
        }
    }
}
