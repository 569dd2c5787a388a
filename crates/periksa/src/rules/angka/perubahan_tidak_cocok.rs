//! A change of so much, and the two values that it is a change between.

use crate::bacaan::{Angka, AngkaId, IsiKlaim, Klaim, Peran, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

use super::alat;

pub(super) const ATURAN: Aturan = Aturan {
    nama: "perubahan-tidak-cocok",
    judul: "Besar kenaikan atau penurunan tidak dihasilkan oleh kedua nilai yang disebut.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Besar perubahan dicocokkan dengan selisih kedua nilai, dan bila tercetak dalam persen juga dengan selisih itu dibagi nilai awalnya. Keduanya dapat diterima; yang dinyatakan keliru hanya angka yang tidak dihasilkan oleh satu pun. Arah perubahannya dinilai oleh aturan lain.",
            dasar: &["Aritmetika: (nilai akhir − nilai awal) / nilai awal × 100%"],
            buruk: &[
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 7%.\n",
                "Realisasi anggaran tahun 2023 sebesar Rp950.000.000,- mengalami penurunan dari tahun 2022 sebesar Rp1.000.000.000,- atau turun sebesar 8,25%.\n",
            ],
            baik: &[
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 4%.\n",
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 3,40 poin.\n",
                "Capaian tahun 2023 sebesar 97,29% mengalami penurunan dari tahun 2022 sebesar 98,32% atau turun sebesar 1,03%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for klaim in &bahan.bacaan.klaim {
        let IsiKlaim::Perubahan {
            dari,
            ke,
            sebesar: Some(sebesar),
            tahun_dari,
            ..
        } = &klaim.isi
        else {
            continue;
        };
        let pasangan = pasangan(bahan, klaim, *dari, *ke, *tahun_dari, *sebesar);
        satu(bahan, aturan, catat, *sebesar, &pasangan);
    }
}

/// Values between which the change may be: those of the sentence first, then those of the document for the two years.
fn pasangan(
    bahan: &BahanDokumen,
    klaim: &Klaim,
    dari: Option<AngkaId>,
    ke: Option<AngkaId>,
    tahun_dari: Option<i16>,
    sebesar: AngkaId,
) -> Vec<(AngkaId, AngkaId)> {
    const TERBANYAK: usize = 12;
    let bacaan = bahan.bacaan;
    let mut hasil: Vec<(AngkaId, AngkaId)> = dari.zip(ke).into_iter().collect();
    let Some(perihal) = &klaim.perihal else {
        return hasil;
    };
    let tahun_dari = tahun_dari.or_else(|| klaim.tahun?.checked_sub(1));
    for peran in [Peran::Realisasi, Peran::Capaian] {
        let pada = |tahun: Option<i16>| {
            alat::tentang(bacaan, perihal)
                .filter(move |p| {
                    p.peran == peran && tahun.is_some() && p.tahun == tahun && p.bulan.is_none()
                })
                .map(|p| p.angka)
                .filter(|id| *id != sebesar)
                .take(TERBANYAK)
                .collect::<Vec<_>>()
        };
        let (awal, akhir) = (pada(tahun_dari), pada(klaim.tahun));
        for a in dari.iter().chain(&awal) {
            hasil.extend(ke.iter().chain(&akhir).map(|b| (*a, *b)));
        }
    }
    hasil
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sebesar: AngkaId,
    pasangan: &[(AngkaId, AngkaId)],
) {
    let bacaan = bahan.bacaan;
    let cetak = bacaan.angka(sebesar);
    let mut pertama: Option<(AngkaId, AngkaId, Vec<Hitungan>)> = None;
    for (dari, ke) in pasangan {
        let (awal, akhir) = (bacaan.angka(*dari), bacaan.angka(*ke));
        let Some(hitungan) = perubahan(awal, akhir, cetak).filter(|h| !h.is_empty()) else {
            continue;
        };
        if hitungan.iter().any(|h| cocok_mutlak(h, cetak)) {
            catat.diperiksa([*dari, *ke, sebesar]);
            return;
        }
        if pertama.is_none() {
            pertama = Some((*dari, *ke, hitungan));
        }
    }
    let Some((dari, ke, hitungan)) = pertama else {
        return;
    };
    catat.diperiksa([dari, ke, sebesar]);
    let (awal, akhir) = (bacaan.angka(dari), bacaan.angka(ke));
    let presisi = cetak.presisi.max(2);
    let cara: Vec<String> = hitungan.iter().map(|h| h.tampil(presisi)).collect();
    let utama = hitungan.first().map(|h| h.hasil(presisi).trim_start_matches('-').to_owned());
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            format!(
                "perubahan tercetak {}, padahal dari {} ke {} adalah {}",
                tampil(cetak),
                tampil(awal),
                tampil(akhir),
                cara.join(", atau ")
            ),
            "Hitung kembali besar perubahannya, dan pastikan kedua nilai yang dibandingkan memang nilai tahun yang disebut.",
        )
        .seharusnya(utama)
        .hitungan(cara.first().cloned().unwrap_or_default())
        .terkait(bahan, [&awal.letak, &akhir.letak]),
    );
}

/// The ways in which the change between two values can be told in the unit of the printed one.
///
/// None where the values are not of one kind, or the printed change is of another.
fn perubahan(awal: &Angka, akhir: &Angka, cetak: &Angka) -> Option<Vec<Hitungan>> {
    if !alat::sebanding(awal, akhir) {
        return None;
    }
    let relatif = hitung::perubahan(awal, akhir);
    let selisih = hitung::selisih(awal, akhir);
    let persen = akhir.satuan == SatuanCetak::Persen;
    Some(match cetak.satuan {
        SatuanCetak::Persen if persen => selisih.into_iter().chain(relatif).collect(),
        SatuanCetak::Persen => relatif.into_iter().collect(),
        SatuanCetak::Rupiah if akhir.satuan != SatuanCetak::Rupiah => return None,
        SatuanCetak::Rupiah => selisih.into_iter().collect(),
        SatuanCetak::Indeks | SatuanCetak::Cacah if akhir.satuan == SatuanCetak::Rupiah => {
            return None;
        }
        _ => selisih.into_iter().chain(relatif).collect(),
    })
}

/// Whether the change may be printed so, its sign left to the word ("penurunan sebesar 2%").
fn cocok_mutlak(hitungan: &Hitungan, cetak: &Angka) -> bool {
    let balik = Hitungan {
        nilai: -hitungan.nilai,
        selang: kinerja::Selang {
            bawah: -hitungan.selang.atas,
            atas: -hitungan.selang.bawah,
        },
        ..hitungan.clone()
    };
    hitungan.cocok(cetak) || balik.cocok(cetak)
}
