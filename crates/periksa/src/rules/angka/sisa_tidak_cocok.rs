//! What is left of a budget, and the two sums that it is left between.

use std::collections::BTreeMap;

use super::frasa::{Sebut, sebut};
use crate::bacaan::{Angka, Asal, JenisPerihal, Milik, Peran, Pernyataan, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "sisa-tidak-cocok",
    judul: "Sisa anggaran pada kalimat bukan selisih pagu dan realisasi yang disebut.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sisa dihitung ulang sebagai pagu dikurangi realisasi, bila kalimat menyebut ketiganya masing-masing satu kali, atau bila seluruh dokumen memberi satu pagu dan satu realisasi untuk tahun itu.",
            dasar: &["Aritmetika: sisa = pagu − realisasi"],
            buruk: &[
                "Pagu sebesar Rp800.000.000,- terealisasi Rp750.000.000,- (93,75%), sehingga terdapat sisa anggaran Rp60.000.000,-.\n",
                "Dari pagu Rp12.500.000.000 terealisasi sebesar Rp12.100.000.000 dengan sisa sebesar Rp450.000.000.\n",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nPagu anggaran tahun 2023 adalah Rp800.000.000 dengan realisasi Rp750.000.000.\n\nSisa anggaran tahun 2023 sebesar Rp60.000.000 dikembalikan ke kas negara.\n",
            ],
            baik: &[
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nPagu anggaran tahun 2023 adalah Rp800.000.000 dengan realisasi Rp750.000.000.\n\nSisa anggaran tahun 2023 sebesar Rp50.000.000 dikembalikan ke kas negara.\n",
                "Pagu sebesar Rp800.000.000,- terealisasi Rp750.000.000,- (93,75%), sehingga terdapat sisa anggaran Rp50.000.000,-.\n",
                "Pagu Rp12,5 miliar terealisasi Rp12,1 miliar dengan sisa Rp0,4 miliar. Sisa belanja modal Rp30.000.000 dikembalikan ke kas negara.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    setahun(bahan, aturan, catat);
    let bacaan = bahan.bacaan;
    for kalimat in &bacaan.kalimat {
        let uang: Vec<Sebut> = sebut(bacaan, kalimat)
            .into_iter()
            .filter(|s| s.angka.satuan == SatuanCetak::Rupiah)
            .collect();
        let [pagu, realisasi, sisa] = uang.as_slice() else {
            continue;
        };
        let cocok = pagu.ada(&["pagu", "anggaran", "alokasi", "dipa"])
            && realisasi.ada(&[
                "realisasi",
                "terealisasi",
                "realisasinya",
                "terserap",
                "direalisasikan",
            ])
            && !realisasi.ada(&["sisa"])
            && sisa.ada(&["sisa", "sisanya"]);
        let Some(hitungan) = cocok
            .then(|| hitung::selisih(realisasi.angka, pagu.angka))
            .flatten()
        else {
            continue;
        };
        catat.diperiksa([pagu.id, realisasi.id, sisa.id]);
        if hitungan.cocok(sisa.angka) {
            continue;
        }
        catat.temuan(temuan(
            bahan,
            aturan,
            (pagu.angka, realisasi.angka, sisa.angka),
            &hitungan,
        ));
    }
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    (pagu, realisasi, sisa): (&Angka, &Angka, &Angka),
    hitungan: &Hitungan,
) -> Temuan {
    Temuan::di(
        aturan,
        bahan,
        &sisa.letak,
        format!(
            "sisa tercetak {}, padahal {}",
            tampil(sisa),
            hitungan.tampil(0)
        ),
        "Hitung kembali sisanya, atau periksa pagu dan realisasi pada sumbernya.",
    )
    .seharusnya(Some(hitungan.hasil(0)))
    .hitungan(hitungan.tampil(0))
    .terkait(bahan, [&pagu.letak, &realisasi.letak])
}

/// What a sentence says is left of a year's whole budget, against the one sum that the document gives and the one spent.
fn setahun(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut semua: BTreeMap<(&str, i16), Vec<&Pernyataan>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let rupiah = bacaan.angka(p.angka).satuan != SatuanCetak::Persen;
        if let (JenisPerihal::Anggaran, Milik::Sendiri, Some(tahun), true) =
            (p.perihal.jenis, &p.milik, p.tahun, rupiah)
        {
            semua.entry((&p.perihal.kunci, tahun)).or_default().push(p);
        }
    }
    for daftar in semua.values() {
        // A budget that was revised has two sums, and what is left may be of either.
        let satu = |peran: Peran| -> Option<&Pernyataan> {
            let mut cari = daftar.iter().filter(|p| p.peran == peran);
            let pertama = *cari.next()?;
            let nilai = bacaan.angka(pertama.angka).nilai;
            cari.all(|p| bacaan.angka(p.angka).nilai == nilai)
                .then_some(pertama)
        };
        let (Some(pagu), Some(realisasi)) = (satu(Peran::Target), satu(Peran::Realisasi)) else {
            continue;
        };
        let (dari, ke) = (bacaan.angka(realisasi.angka), bacaan.angka(pagu.angka));
        let Some(hitungan) = hitung::selisih(dari, ke) else {
            continue;
        };
        for p in daftar.iter().filter(|p| p.peran == Peran::Sisa) {
            let angka = bacaan.angka(p.angka);
            if !matches!(p.asal, Asal::Kalimat(_)) {
                continue;
            }
            catat.diperiksa([p.angka]);
            if !hitungan.cocok(angka) {
                catat.temuan(temuan(bahan, aturan, (ke, dari, angka), &hitungan));
            }
        }
    }
}
