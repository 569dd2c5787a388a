//! A capaian or an absorption in a sentence that its realisasi and target do not give.

mod menengah;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::tiga::{Tiga, tiga};
use super::{alat, pecahan_terbalik};
use crate::bacaan::{
    Angka, Arah, Asal, Bacaan, JenisPerihal, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::{self, Hitungan, tampil};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "capaian-tidak-cocok",
    judul: "Capaian atau penyerapan pada kalimat tidak dihasilkan oleh realisasi dan target yang disebut bersamanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Persentase dihitung ulang sebagai realisasi dibagi target (atau pagu), atau bagi indikator yang diharapkan turun sebagai (2 × target − realisasi) dibagi target. Angka yang tercetak boleh hasil pembulatan. Capaian yang dibatasi (misalnya paling tinggi 120%) tidak dinilai keliru bila laporan menyebut batas itu atau memakainya berulang.",
            dasar: &["Aritmetika", "Capaian = realisasi / target × 100%"],
            buruk: &[
                "Indeks Pelayanan Publik memperoleh hasil sebesar 4,20 dari target sebesar 4,00 atau capaian sebesar 115,00%.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tLuas kolam produktif (ha)\t48,00\t50,40\t105,00%\n2\tNilai SAKIP\t70,00\t70,00\t100,00%\n\n1. Luas kolam produktif\n\nTerhadap target akhir Renstra 60,00 ha, realisasi sudah mencapai 94,00%.\n",
                "Realisasi belanja Dinas Perikanan Kabupaten Sukamaju tahun 2022 adalah sebesar Rp8.750.000.000,- atau 95,50% dari total anggaran sebesar Rp10.000.000.000,-.\n",
            ],
            baik: &[
                "Indeks Pelayanan Publik memperoleh hasil sebesar 4,20 dari target sebesar 4,00 atau capaian sebesar 105%.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tLuas kolam produktif (ha)\t48,00\t50,40\t105,00%\n2\tNilai SAKIP\t70,00\t70,00\t100,00%\n\n1. Luas kolam produktif\n\nTerhadap target akhir Renstra 60,00 ha, realisasi sudah mencapai 84,00%.\n",
                "Realisasi belanja Dinas Perikanan Kabupaten Sukamaju tahun 2022 adalah sebesar Rp8,75 miliar atau 87,5% dari total anggaran sebesar Rp10 miliar.\n",
                "Tingkat pengangguran terbuka terealisasi sebesar 4,50% dari target sebesar 5,00% atau capaian sebesar 110%.\n",
                "Nilai SAKIP terealisasi sebesar 84,00 dari target sebesar 60,00 atau capaian sebesar 120% karena capaian dibatasi paling tinggi 120%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let arah = arah_terbukti(bacaan);
    let semua = tiga(bacaan);
    let sudah: BTreeSet<_> = semua.iter().map(|t| t.capaian).collect();
    menengah::periksa(bahan, aturan, catat, &sudah);
    for tiga in semua {
        let [realisasi, target, capaian] = tiga.angka(bacaan);
        if !dapat_diuji(realisasi, target, capaian) {
            continue;
        }
        let Some(hitungan) = hitung::capaian(realisasi, target) else {
            continue;
        };
        catat.diperiksa([tiga.realisasi, tiga.target, tiga.capaian]);
        let menurun = hitung::capaian_menurun(realisasi, target);
        let terbukti = tiga.pernyataan.and_then(|p| arah.get(&p.perihal).copied());
        let boleh_menurun = terbukti != Some(Arah::Naik)
            && tiga
                .pernyataan
                .is_none_or(|p| alat::boleh_menurun(bahan, &p.perihal));
        // Unless the document itself computes this capaian as that of something which should be high.
        let menurun = menurun.filter(|_| terbukti != Some(Arah::Naik));
        let cocok = hitungan.cocok(capaian)
            || menurun.as_ref().is_some_and(|h| h.cocok(capaian))
            || (boleh_menurun
                && hitung::capaian(target, realisasi).is_some_and(|h| h.cocok(capaian)));
        if hitungan.cocok(capaian) && !hitungan.tepat(capaian) {
            catat.temuan(saran(bahan, aturan, &tiga, &hitungan));
            continue;
        }
        if cocok
            || dibatasi(bahan, tiga.pernyataan, capaian, &hitungan)
            || pecahan_terbalik::terbalik(bahan, &tiga)
        {
            continue;
        }
        // What should be low is told with its own formula.
        let utama = menurun
            .filter(|_| terbukti == Some(Arah::Turun))
            .unwrap_or(hitungan);
        catat.temuan(temuan(bahan, aturan, &tiga, &utama));
    }
}

/// Which way is better, where rows of tables show by which formula a capaian is computed.
fn arah_terbukti<'b>(bacaan: &'b Bacaan) -> BTreeMap<&'b Perihal, Arah> {
    let mut kelompok: BTreeMap<usize, [Option<&Pernyataan>; 3]> = BTreeMap::new();
    // A sentence may be the one that is wrong.
    let tabel = bacaan
        .pernyataan
        .iter()
        .filter(|p| matches!(p.asal, Asal::Tabel(_)));
    for p in tabel {
        let di = match p.peran {
            Peran::Realisasi => 0,
            Peran::Target => 1,
            Peran::Capaian => 2,
            _ => continue,
        };
        if let Some(tempat) = kelompok.entry(p.kelompok).or_default().get_mut(di) {
            *tempat = Some(p);
        }
    }
    let mut arah: BTreeMap<&Perihal, Option<Arah>> = BTreeMap::new();
    for isi in kelompok.values() {
        let [Some(r), Some(t), Some(c)] = isi else {
            continue;
        };
        let [realisasi, target, capaian] = [r, t, c].map(|p| bacaan.angka(p.angka));
        let sejenis = r.perihal == c.perihal && t.perihal == c.perihal;
        let (true, Some(naik), Some(turun)) = (
            sejenis && alat::sebanding(realisasi, target),
            hitung::capaian(realisasi, target),
            hitung::capaian_menurun(realisasi, target),
        ) else {
            continue;
        };
        let ini = match (naik.cocok(capaian), turun.cocok(capaian)) {
            (true, false) => Arah::Naik,
            (false, true) => Arah::Turun,
            _ => continue,
        };
        arah.entry(&c.perihal)
            .and_modify(|ada| {
                if *ada != Some(ini) {
                    *ada = None;
                }
            })
            .or_insert(Some(ini));
    }
    arah.into_iter()
        .filter_map(|(perihal, arah)| Some((perihal, arah?)))
        .collect()
}

/// Whether the numbers are of a kind that the formula is about.
fn dapat_diuji(realisasi: &Angka, target: &Angka, capaian: &Angka) -> bool {
    capaian.satuan == SatuanCetak::Persen
        && capaian.nilai.is_some()
        && alat::sebanding(realisasi, target)
        && target.nilai.is_some_and(|t| t > Decimal::ZERO)
}

/// A percentage that values rounding to the printed operands give, and the printed operands do not.
fn saran(bahan: &BahanDokumen, aturan: &Aturan, tiga: &Tiga, hitungan: &Hitungan) -> Temuan {
    let [realisasi, target, capaian] = tiga.angka(bahan.bacaan);
    let presisi = capaian.presisi.max(2);
    let pesan = format!(
        "persentase tercetak {}; dari angka yang tercetak, {}; selisihnya masih dapat diterangkan oleh pembulatan",
        tampil(capaian),
        hitungan.tampil(presisi)
    );
    Temuan::di(
        aturan,
        bahan,
        &capaian.letak,
        pesan,
        "Hitung persentase dari angka yang disajikan, supaya pembaca dapat menghitungnya kembali.",
    )
    .berat(Berat::Saran)
    .seharusnya(Some(hitungan.hasil(presisi)))
    .hitungan(hitungan.tampil(presisi))
    .selang(hitungan.selang, presisi)
    .terkait(bahan, [&realisasi.letak, &target.letak])
}

fn temuan(bahan: &BahanDokumen, aturan: &Aturan, tiga: &Tiga, hitungan: &Hitungan) -> Temuan {
    let bacaan = bahan.bacaan;
    let [realisasi, target, capaian] = tiga.angka(bacaan);
    let presisi = capaian.presisi.max(2);
    let anggaran = tiga.pernyataan.is_some_and(|p| {
        matches!(
            p.perihal.jenis,
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan
        )
    });
    let apa = if anggaran { "persentase" } else { "capaian" };
    let mut pesan = format!(
        "{apa} tercetak {}, padahal {}",
        tampil(capaian),
        hitungan.tampil(presisi)
    );
    let lain = pasangan_lain(bahan, tiga);
    if let Some((r, t, h)) = &lain {
        pesan.push_str(&format!(
            "; {} cocok dengan pasangan lain dalam laporan ini, yaitu {} dan {} ({})",
            tampil(capaian),
            tampil(r),
            tampil(t),
            h.tampil(presisi)
        ));
    }
    let perbaikan = if lain.is_some() {
        format!(
            "Pastikan realisasi dan {} yang benar, lalu pakai pasangan yang sama di seluruh laporan.",
            if anggaran { "pagu" } else { "target" }
        )
    } else {
        format!(
            "Tulis {}, atau periksa realisasi dan {} pada sumbernya.",
            hitungan.hasil(presisi),
            if anggaran { "pagu" } else { "target" }
        )
    };
    let mut terkait = vec![&realisasi.letak, &target.letak];
    if let Some((r, t, _)) = &lain {
        terkait.extend(
            [&r.letak, &t.letak]
                .into_iter()
                .filter(|letak| **letak != realisasi.letak && **letak != target.letak),
        );
        terkait.truncate(4);
    }
    Temuan::di(aturan, bahan, &capaian.letak, pesan, perbaikan)
        .seharusnya(Some(hitungan.hasil(presisi)))
        .hitungan(hitungan.tampil(presisi))
        .selang(hitungan.selang, presisi)
        .terkait(bahan, terkait)
}

/// Another realisasi and target of the same thing that give the printed percentage.
fn pasangan_lain<'b>(
    bahan: &BahanDokumen<'b>,
    tiga: &Tiga,
) -> Option<(&'b Angka, &'b Angka, Hitungan)> {
    const TERBANYAK: usize = 40;
    let bacaan = bahan.bacaan;
    let pernyataan = tiga.pernyataan?;
    let [realisasi, target, capaian] = tiga.angka(bacaan);
    // A round percentage is met by chance.
    if capaian.presisi == 0 {
        return None;
    }
    let angka = |peran: Peran| {
        bacaan
            .pernyataan
            .iter()
            .filter(|p| p.peran == peran && p.perihal == pernyataan.perihal)
            .map(|p| (p.tahun, bacaan.angka(p.angka)))
            .take(TERBANYAK)
            .collect::<Vec<_>>()
    };
    let semua_target = angka(match pernyataan.peran {
        Peran::CapaianJangkaMenengah => Peran::TargetJangkaMenengah,
        _ => Peran::Target,
    });
    angka(Peran::Realisasi)
        .into_iter()
        .flat_map(|r| semua_target.iter().map(move |t| (r, *t)))
        .filter(|(r, t)| r.0 == t.0 && alat::sebanding(r.1, t.1))
        .filter(|(r, t)| r.1.nilai != realisasi.nilai || t.1.nilai != target.nilai)
        .find_map(|(r, t)| {
            let hitungan = hitung::capaian(r.1, t.1)?;
            hitungan.cocok(capaian).then_some((r.1, t.1, hitungan))
        })
}

/// Whether a round capaian may be a limit: the sentence says so, or the document prints it for several higher results.
fn dibatasi(
    bahan: &BahanDokumen,
    pernyataan: Option<&Pernyataan>,
    capaian: &Angka,
    hitungan: &Hitungan,
) -> bool {
    let Some(nilai) = capaian.nilai else {
        return false;
    };
    let bulat = nilai >= Decimal::ONE_HUNDRED
        && nilai
            .checked_rem(Decimal::TEN)
            .is_some_and(|sisa| sisa.is_zero());
    if !bulat || hitungan.nilai <= nilai {
        return false;
    }
    let bacaan = bahan.bacaan;
    let berulang = bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.peran == Peran::Capaian
                && pernyataan.is_none_or(|ini| p.perihal != ini.perihal)
                && bacaan.angka(p.angka).nilai == Some(nilai)
        })
        .count();
    let disebut = || {
        bacaan.kalimat.iter().any(|kalimat| {
            kalimat
                .angka
                .iter()
                .any(|id| bacaan.angka(*id).nilai == Some(nilai))
                && {
                    let teks = normal(bacaan.teks(&kalimat.letak));
                    [
                        "maksimal",
                        "maksimum",
                        "dibatasi",
                        "paling tinggi",
                        "batas atas",
                    ]
                    .iter()
                    .any(|kata| teks.contains(kata))
                }
        })
    };
    berulang > 0 || disebut()
}
