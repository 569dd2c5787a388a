//! A change of so much, and the two values that it is a change between.

mod antartahun;
mod ganda;
mod tahun_lalu;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::bacaan::{
    Angka, AngkaId, Arah, Bacaan, IsiKlaim, Kalimat, Klaim, Peran, Pernyataan, SatuanCetak,
};
use crate::hitung::{self, Hitungan, tampil};
use crate::understand::kosakata;
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
                "Jumlah rujukan turun dari 400 pada tahun 2022 menjadi 300 pada tahun 2023 atau turun 33,33%.\n",
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 7%.\n",
                "Realisasi anggaran tahun 2023 sebesar Rp950.000.000,- mengalami penurunan dari tahun 2022 sebesar Rp1.000.000.000,- atau turun sebesar 8,25%.\n",
                "Angka kasus gigitan tahun 2023 sebesar 90. Dibandingkan dengan tahun 2022 sebesar 120, angka itu turun 30 kasus atau 33,33%.\n",
                "Tabel 1. Perkembangan anggaran\n\nTahun\tPagu\tRealisasi\n2021\t400.000.000\t390.000.000\n2022\t500.000.000\t480.000.000\n\nPagu tahun 2022 naik 25,00% dan realisasinya naik 21,08% dibandingkan dengan tahun 2021.\n",
                "Nilai kearsipan tahun 2022 sebesar 81,30. Nilai tersebut naik dari tahun 2021 sebesar 78,15. Kenaikan dari tahun 2021 ke tahun 2022 adalah 4,40 poin.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRetribusi berjumlah Rp7.947.250.000. Retribusi 2021 sebesar Rp6.512.875.000, sehingga pertumbuhannya 18,05%.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRetribusi berjumlah Rp7.947.250.000. Retribusi 2021 sebesar Rp6.512.875.000, sehingga pertumbuhannya 22,02%.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase kapal berizin\t90,00%\t85,50%\t95,00%\n2\tNilai SAKIP\t70,00\t70,00\t100,00%\n\n1. Persentase kapal berizin\n\nRealisasi Persentase kapal berizin tahun 2021 dan 2022 masing-masing sebesar 80,00% dan 83,00%, sehingga ada kenaikan 2,50 poin dari tahun lalu.\n",
                "Jumlah rujukan turun dari 400 pada tahun 2022 menjadi 300 pada tahun 2023 atau turun 25,00%.\n",
                "Tabel 1. Perkembangan anggaran\n\nTahun\tPagu\tRealisasi\n2021\t400.000.000\t390.000.000\n2022\t500.000.000\t480.000.000\n\nPagu tahun 2022 naik 25,00% dan realisasinya naik 23,08% dibandingkan dengan tahun 2021.\n",
                "Nilai kearsipan tahun 2022 sebesar 81,30. Nilai tersebut naik dari tahun 2021 sebesar 78,15. Kenaikan dari tahun 2021 ke tahun 2022 adalah 3,15 poin.\n",
                "Angka kasus gigitan tahun 2023 sebesar 90. Dibandingkan dengan tahun 2022 sebesar 120, angka itu turun 30 kasus atau 25,00%.\n",
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 4%.\n",
                "Nilai Indeks Kepuasan Masyarakat tahun 2023 sebesar 88,40 mengalami peningkatan dari tahun 2022 sebesar 85,00 atau naik sebesar 3,40 poin.\n",
                "Capaian tahun 2023 sebesar 97,29% mengalami penurunan dari tahun 2022 sebesar 98,32% atau turun sebesar 1,03%.\n",
            ],
        },
    },
};

/// Two values between which the change may be.
struct Pasangan {
    dari: AngkaId,
    ke: AngkaId,
    /// Whether the sentence itself quotes both.
    kutipan: bool,
}

/// No index and no percentage is as large.
const POIN_TERBESAR: i64 = 10_000;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let per_perihal = alat::per_perihal(bahan.bacaan);
    let mut per_kalimat: BTreeMap<usize, Vec<&Klaim>> = BTreeMap::new();
    for klaim in &bahan.bacaan.klaim {
        per_kalimat.entry(klaim.kalimat).or_default().push(klaim);
    }
    // Two words of one sentence may claim one change.
    let mut sudah = BTreeSet::new();
    for klaim in &bahan.bacaan.klaim {
        let IsiKlaim::Perubahan {
            sebesar: Some(sebesar),
            arah,
            ..
        } = &klaim.isi
        else {
            continue;
        };
        let sekalimat = per_kalimat
            .get(&klaim.kalimat)
            .map_or(&[][..], Vec::as_slice);
        let tentang = klaim
            .perihal
            .as_ref()
            .and_then(|perihal| per_perihal.get(perihal))
            .map_or(&[][..], Vec::as_slice);
        let pasangan = pasangan(bahan.bacaan, klaim, *sebesar, sekalimat, tentang);
        if !pasangan.is_empty() && sudah.insert(*sebesar) {
            satu(bahan, aturan, catat, *sebesar, *arah, &pasangan);
        }
    }
    ganda::periksa(bahan, aturan, catat, &sudah);
    antartahun::periksa(bahan, aturan, catat, &sudah);
    tahun_lalu::periksa(bahan, aturan, catat, &sudah);
}

/// Values between which the change may be: those of the sentence first, then those of the document for the two years.
fn pasangan(
    bacaan: &Bacaan,
    klaim: &Klaim,
    sebesar: AngkaId,
    sekalimat: &[&Klaim],
    tentang: &[&Pernyataan],
) -> Vec<Pasangan> {
    const TERBANYAK: usize = 12;
    let (dari, ke, tahun_dari) = kutipan(bacaan, klaim, sebesar, sekalimat);
    let mut hasil: Vec<Pasangan> = dari
        .zip(ke)
        .map(|(dari, ke)| Pasangan {
            dari,
            ke,
            kutipan: true,
        })
        .into_iter()
        .collect();
    let tahun_ini = bacaan.identitas.tahun;
    let tahun_ke = klaim.tahun.or(tahun_ini);
    let tahun_dari = tahun_dari.or_else(|| tahun_ke?.checked_sub(1));
    // "Dari tahun lalu" is from the year before the report's, whatever other years the sentence names.
    let lalu = (tahun_ini.and_then(|tahun| tahun.checked_sub(1)), tahun_ini);
    for peran in peran_berubah(bacaan, klaim, sebesar).iter().copied() {
        let pada = |tahun: Option<i16>| {
            tentang
                .iter()
                .filter(move |p| {
                    p.peran == peran
                        && tahun.is_some()
                        && p.tahun.or(tahun_ini) == tahun
                        && p.bulan.is_none()
                })
                .map(|p| p.angka)
                .filter(|id| *id != sebesar)
                .take(TERBANYAK)
                .collect::<Vec<_>>()
        };
        let tahun = std::iter::once((tahun_dari, tahun_ke))
            .chain((lalu != (tahun_dari, tahun_ke)).then_some(lalu));
        for (n, (awal, akhir)) in tahun.enumerate() {
            let (awal, akhir) = (pada(awal), pada(akhir));
            let kutipan = n == 0;
            let dari = dari.iter().filter(|_| kutipan);
            let ke: Vec<AngkaId> = ke
                .iter()
                .filter(|_| kutipan)
                .chain(&akhir)
                .copied()
                .collect();
            for a in dari.chain(&awal) {
                hasil.extend(ke.iter().map(|b| Pasangan {
                    dari: *a,
                    ke: *b,
                    kutipan: false,
                }));
            }
        }
    }
    hasil
}

/// What of the thing changed: its target or ceiling, where the words before the change speak of nothing else.
fn peran_berubah(bacaan: &Bacaan, klaim: &Klaim, sebesar: AngkaId) -> &'static [Peran] {
    let sebelum = bacaan
        .kalimat
        .get(klaim.kalimat)
        .and_then(|k| {
            let awal = k.letak.awal;
            let akhir = bacaan.angka(sebesar).letak.awal;
            k.letak.bacaan(bacaan.sumber)?.text.get(awal..akhir)
        })
        .map(kosakata::normal)
        .unwrap_or_default();
    let ada = |daftar: &[&str]| sebelum.split(' ').any(|kata| daftar.contains(&kata));
    let target = ada(&[
        "pagu",
        "pagunya",
        "alokasi",
        "alokasinya",
        "target",
        "targetnya",
        "dipa",
    ]);
    let hasil = ada(&[
        "realisasi",
        "realisasinya",
        "terealisasi",
        "capaian",
        "capaiannya",
        "serapan",
        "penyerapan",
    ]);
    // The ceiling before its revision is that of no year.
    let semula = ada(&["murni", "semula", "awal"]);
    match (target && !hasil, semula) {
        (true, true) => &[],
        (true, false) => &[Peran::Target],
        _ => &[Peran::Realisasi, Peran::Capaian],
    }
}

/// The values that the sentence quotes: those of the claim, of another claim of the sentence, or the one number before.
fn kutipan(
    bacaan: &Bacaan,
    klaim: &Klaim,
    sebesar: AngkaId,
    sekalimat: &[&Klaim],
) -> (Option<AngkaId>, Option<AngkaId>, Option<i16>) {
    let (mut dari, mut ke, mut tahun) = (None, None, None);
    let sekalimat: Vec<&Klaim> = sekalimat
        .iter()
        .copied()
        .filter(|k| k.perihal == klaim.perihal)
        .take(8)
        .collect();
    for satu in std::iter::once(klaim).chain(sekalimat.iter().copied()) {
        if let IsiKlaim::Perubahan {
            dari: d,
            ke: k,
            tahun_dari: t,
            sebesar: s,
            ..
        } = &satu.isi
            && s.is_none_or(|s| s == sebesar)
        {
            dari = dari.or(*d);
            ke = ke.or(*k);
            tahun = tahun.or(*t);
        }
    }
    let Some(kalimat) = bacaan.kalimat.get(klaim.kalimat) else {
        return (dari, ke, tahun);
    };
    let bertahun = bertahun(bacaan, kalimat, sebesar);
    let tahun_ke = klaim.tahun.or(bacaan.identitas.tahun);
    let tahun_dari = tahun.or_else(|| tahun_ke?.checked_sub(1));
    let pada = |tahun: Option<i16>| {
        let mut cocok = bertahun
            .iter()
            .filter(|(_, t)| tahun.is_some() && *t == tahun)
            .map(|(id, _)| *id);
        match (cocok.next(), cocok.next()) {
            (Some(id), None) => Some(id),
            _ => None,
        }
    };
    if tahun_dari != tahun_ke {
        let lama = pada(tahun_dari);
        // The year before a number says whose it is, wherever it stands.
        if ke.is_some() && ke == lama {
            ke = None;
        }
        dari = dari.or(lama);
        ke = ke.or_else(|| pada(tahun_ke)).filter(|id| Some(*id) != dari);
    }
    let awal = sekalimat.iter().map(|k| k.letak.awal).min();
    if let (Some(d), None, Some(awal)) = (dari, ke, awal) {
        let satuan = bacaan.angka(d).satuan;
        let mut sebelum = kalimat.angka.iter().copied().filter(|id| {
            let angka = bacaan.angka(*id);
            angka.besaran().is_some()
                && angka.letak.akhir <= awal
                && angka.satuan == satuan
                && *id != d
        });
        ke = match (sebelum.next(), sebelum.next()) {
            (Some(id), None) => Some(id),
            _ => None,
        };
    }
    (dari, ke, tahun)
}

/// The figures of a sentence with the year that the words right before each name.
fn bertahun(bacaan: &Bacaan, kalimat: &Kalimat, sebesar: AngkaId) -> Vec<(AngkaId, Option<i16>)> {
    let mut hasil = Vec::new();
    let mut awal = kalimat.letak.awal;
    for id in &kalimat.angka {
        let angka = bacaan.angka(*id);
        if angka.besaran().is_none() {
            continue;
        }
        let sebelum = kalimat
            .letak
            .bacaan(bacaan.sumber)
            .and_then(|passage| passage.text.get(awal..angka.letak.awal))
            .unwrap_or_default();
        awal = angka.letak.akhir;
        if *id != sebesar {
            hasil.push((*id, kosakata::tahun(sebelum)));
        }
    }
    hasil
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sebesar: AngkaId,
    arah: Arah,
    pasangan: &[Pasangan],
) {
    let bacaan = bahan.bacaan;
    let cetak = bacaan.angka(sebesar);
    let mut pertama: Option<(&Pasangan, Vec<Hitungan>)> = None;
    for satu in pasangan {
        let (awal, akhir) = (bacaan.angka(satu.dari), bacaan.angka(satu.ke));
        // Points are of an index or a percentage, never of sums.
        let besar = awal
            .nilai
            .is_some_and(|n| n.abs() >= Decimal::from(POIN_TERBESAR));
        if cetak.satuan == SatuanCetak::Indeks && besar {
            continue;
        }
        let Some(hitungan) = perubahan(awal, akhir, cetak).filter(|h| !h.is_empty()) else {
            continue;
        };
        // A wrong word of direction has a rule of its own, where the values are quoted.
        let searah = |h: &Hitungan| match arah {
            _ if satu.kutipan => true,
            Arah::Naik => h.nilai >= Decimal::ZERO,
            Arah::Turun => h.nilai <= Decimal::ZERO,
            Arah::Tetap => true,
        };
        if hitungan.iter().any(|h| searah(h) && cocok_mutlak(h, cetak)) {
            catat.diperiksa([satu.dari, satu.ke, sebesar]);
            return;
        }
        if pertama.is_none() {
            pertama = Some((satu, hitungan));
        }
    }
    let Some((pasangan, hitungan)) = pertama else {
        return;
    };
    catat.diperiksa([pasangan.dari, pasangan.ke, sebesar]);
    let (awal, akhir) = (bacaan.angka(pasangan.dari), bacaan.angka(pasangan.ke));
    let presisi = cetak.presisi.max(2);
    let cara: Vec<String> = hitungan.iter().map(|h| h.tampil(presisi)).collect();
    let utama = hitungan
        .first()
        .map(|h| h.hasil(presisi).trim_start_matches('-').to_owned());
    let berat = if pasangan.kutipan {
        Berat::Wajib
    } else {
        Berat::Anjuran
    };
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
        .berat(berat)
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
