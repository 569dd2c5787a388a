//! The parts of an instrument, counted in its table and in the regulation that it rests on.

use hukum::Hukum;
use rust_decimal::Decimal;

use crate::bacaan::{Bacaan, JenisBaris, JenisPerihal, Klaim, Letak};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Temuan};

/// Whether the words behind say that only some are counted ("3 unsur yang nilainya di bawah rata-rata").
fn sebagian(bacaan: &Bacaan, klaim: &Klaim) -> bool {
    const PEMBATAS: &[&str] = &[
        "yang",
        "di",
        "dengan",
        "lain",
        "lainnya",
        "tersebut",
        "terendah",
        "tertinggi",
        "prioritas",
        "terbawah",
    ];
    let Some(kalimat) = bacaan.kalimat.get(klaim.kalimat) else {
        return false;
    };
    let sesudah = bacaan.teks(&kalimat.letak.bagian(klaim.letak.akhir..kalimat.letak.akhir));
    kosakata::kata(sesudah)
        .next()
        .is_some_and(|(_, kata)| PEMBATAS.contains(&kata.to_lowercase().as_str()))
}

pub(super) struct DariTabel {
    pub temuan: Option<Temuan>,
    pub diperiksa: bool,
}

/// Against the rows of the tables of parts of the same indicator: one table with as many will do.
pub(super) fn dari_tabel(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    nilai: Decimal,
) -> DariTabel {
    let bacaan = bahan.bacaan;
    let kosong = DariTabel {
        temuan: None,
        diperiksa: false,
    };
    if sebagian(bacaan, klaim) {
        return kosong;
    }
    let Some(awalan) = klaim
        .perihal
        .as_ref()
        .filter(|p| p.jenis == JenisPerihal::Indikator)
        .map(|p| format!("{}/", p.kunci))
        .or_else(|| satu_instrumen(bacaan))
    else {
        return kosong;
    };
    let mut cacah: Vec<(usize, &Letak)> = Vec::new();
    for tabel in &bacaan.tabel {
        let unsur: Vec<_> = tabel
            .baris
            .iter()
            .filter(|b| b.jenis == JenisBaris::Isi)
            .filter(|b| {
                b.perihal.as_ref().is_some_and(|p| {
                    p.jenis == JenisPerihal::Unsur && p.kunci.starts_with(awalan.as_str())
                })
            })
            .collect();
        if let Some(letak) = unsur.first().and_then(|b| b.letak_label.as_ref()) {
            cacah.push((unsur.len(), letak));
        }
    }
    let Some((pertama, letak)) = cacah.first().copied() else {
        return kosong;
    };
    let cocok = cacah.iter().any(|(n, _)| nilai == Decimal::from(*n));
    let temuan = (!cocok).then(|| {
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, tetapi tabelnya memuat {pertama} unsur",
                bacaan.teks(&klaim.letak)
            ),
            "Betulkan bilangannya, atau lengkapi tabelnya.",
        )
        .berat(Berat::Anjuran)
        .seharusnya(Some(pertama.to_string()))
        .terkait(bahan, [letak])
    });
    DariTabel {
        temuan,
        diperiksa: true,
    }
}

/// How the keys of all parts in the tables begin, where the document has one instrument only.
fn satu_instrumen(bacaan: &Bacaan) -> Option<String> {
    let mut semua = bacaan
        .tabel
        .iter()
        .flat_map(|t| &t.baris)
        .filter_map(|b| b.perihal.as_ref())
        .filter(|p| p.jenis == JenisPerihal::Unsur)
        .filter_map(|p| p.kunci.split_once('/'))
        .map(|(induk, _)| induk);
    let pertama = semua.next()?;
    semua
        .all(|lain| lain == pertama)
        .then(|| format!("{pertama}/"))
}

/// Against the regulation that the same section says the instrument rests on.
pub(super) fn dari_peraturan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    nilai: Decimal,
    benda: &str,
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let tahun = bacaan.identitas.tahun?;
    let bagian = bacaan.kalimat.get(klaim.kalimat)?.bagian?;
    let isi = &bacaan.kerangka.get(bagian)?.isi;
    let (ketentuan, banyak, sitasi) = bacaan
        .sitasi
        .iter()
        .filter(|s| isi.contains(&s.letak.piece) && s.letak.piece <= klaim.letak.piece)
        .find_map(|s| {
            let (ketentuan, banyak) = butir(bahan.hukum, s.regulasi.as_deref()?, tahun, benda)?;
            Some((ketentuan, banyak, s))
        })?;
    if nilai == Decimal::from(banyak) {
        return None;
    }
    let sebutan = bahan.hukum.regulasi(&ketentuan.regulasi).map_or_else(
        || bacaan.teks(&sitasi.letak).to_owned(),
        |r| r.sebutan.clone(),
    );
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, sedangkan {sebutan} yang dirujuk menetapkan {banyak} {benda}",
                bacaan.teks(&klaim.letak)
            ),
            "Sebut instrumen yang sebenarnya dipakai dan dasarnya, atau sesuaikan unsurnya dengan peraturan.",
        )
        .berat(Berat::Saran)
        .dasar([format!("{sebutan}, {}", ketentuan.kutipan)])
        .terkait(bahan, [&sitasi.letak]),
    )
}

/// How many things of a kind a regulation lists.
fn butir<'h>(
    hukum: &'h Hukum,
    regulasi: &str,
    tahun: i16,
    benda: &str,
) -> Option<(&'h hukum::Ketentuan, usize)> {
    hukum
        .berlaku(tahun)
        .filter(|k| k.regulasi == regulasi && k.kode.ends_with(&format!(".{benda}")))
        .map(|k| (k, k.butir().len()))
        .find(|(_, banyak)| *banyak > 0)
}
