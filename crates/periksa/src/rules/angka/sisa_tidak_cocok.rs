//! What is left of a budget, and the two sums that it is left between.

use super::frasa::{Sebut, sebut};
use crate::bacaan::SatuanCetak;
use crate::hitung::{self, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "sisa-tidak-cocok",
    judul: "Sisa anggaran pada kalimat bukan selisih pagu dan realisasi yang disebut.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sisa dihitung ulang sebagai pagu dikurangi realisasi, bila kalimat menyebut ketiganya masing-masing satu kali.",
            dasar: &["Aritmetika: sisa = pagu − realisasi"],
            buruk: &[
                "Pagu sebesar Rp800.000.000,- terealisasi Rp750.000.000,- (93,75%), sehingga terdapat sisa anggaran Rp60.000.000,-.\n",
                "Dari pagu Rp12.500.000.000 terealisasi sebesar Rp12.100.000.000 dengan sisa sebesar Rp450.000.000.\n",
            ],
            baik: &[
                "Pagu sebesar Rp800.000.000,- terealisasi Rp750.000.000,- (93,75%), sehingga terdapat sisa anggaran Rp50.000.000,-.\n",
                "Pagu Rp12,5 miliar terealisasi Rp12,1 miliar dengan sisa Rp0,4 miliar. Sisa belanja modal Rp30.000.000 dikembalikan ke kas negara.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
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
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &sisa.angka.letak,
                format!(
                    "sisa tercetak {}, padahal {}",
                    tampil(sisa.angka),
                    hitungan.tampil(0)
                ),
                "Hitung kembali sisanya, atau periksa pagu dan realisasi pada sumbernya.",
            )
            .seharusnya(Some(hitungan.hasil(0)))
            .hitungan(hitungan.tampil(0))
            .terkait(bahan, [&pagu.angka.letak, &realisasi.angka.letak]),
        );
    }
}
