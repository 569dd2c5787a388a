//! A number with the unit of something else.

mod campur;

use std::collections::BTreeMap;

use kinerja::bilangan;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{
    Angka, AngkaId, Asal, JenisPerihal, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::tampil;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "salah-satuan",
    judul: "Satuan sebuah angka tidak sesuai dengan besarannya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Nilai indeks yang ditulis dengan tanda persen, jumlah rupiah yang ditulis dengan tanda persen, dan jumlah rupiah yang berbeda tepat seribu atau sejuta kali dari penyebutannya yang lain (\"juta\" yang seharusnya \"miliar\") menunjukkan satuan yang keliru. Demikian pula persentase yang di satu tempat disebut indeks, dan rumus yang membagi persentase dengan indeks.",
            dasar: &["Satuan sebuah besaran tetap di seluruh laporan"],
            buruk: &[
                "Capaiannya naik 6,07 poin persen dari 117,74% menjadi 123,81 indeks. Capaian 123,81% itu tertinggi, dan capaian 123,81% dipertahankan.\n",
                "Capaian arsip dihitung sebagai berikut:\n\n$$\\frac{84,54\\%}{79,79 \\text{indeks}} \\times 100\\% = 105,95\\%$$\n",
                "Tabel 1. Perjanjian Kinerja Tahun 2022\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,35%\n2\tPersentase arsip tertata\t77,42%\n",
                "Tabel 1. Perjanjian Kinerja Tahun 2022\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,35 indeks\n2\tPersentase arsip tertata\t77,42 indeks\n",
                "Realisasi anggaran Dinas Perikanan tahun 2022 mencapai 8.750.000.000% dari pagu.\n",
                "Realisasi anggaran tahun 2022 sebesar Rp8,75 juta dari pagu sebesar Rp10,00 miliar. Pada akhir tahun 2022 realisasi anggaran sebesar Rp8.750.000.000,- dari pagu sebesar Rp10.000.000.000,-.\n",
            ],
            baik: &[
                "Capaian tahun 2022 sebesar 117,74%.\n\n$$\\frac{84,54\\%}{79,79\\%} \\times 100\\% = 105,95\\%$$\n\nCapaiannya naik dari 117,74% menjadi 123,81%. Capaian 123,81% itu tertinggi, dan tahun 2023 capaian 123,81% dipertahankan.\n",
                "Tabel 1. Perjanjian Kinerja Tahun 2022\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,35\n2\tPersentase arsip tertata\t77,42%\n3\tIndeks Keterbukaan Informasi\t75,20%\n",
                "Realisasi anggaran tahun 2022 sebesar Rp8,75 miliar dari pagu sebesar Rp10,00 miliar. Pada akhir tahun 2022 realisasi anggaran sebesar Rp8.750.000.000,- dari pagu sebesar Rp10.000.000.000,-.\n",
                "Realisasi PNBP mencapai 1.250,50% dari target. Indeks Kepuasan Masyarakat sebesar 3,52 dengan capaian sebesar 110%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    rupiah_persen(bahan, aturan, catat);
    indeks_persen(bahan, aturan, catat);
    menurut_nama(bahan, aturan, catat);
    juta(bahan, aturan, catat);
    campur::periksa(bahan, aturan, catat);
}

/// A sum of money, by its groups of digits, with a percent sign.
fn rupiah_persen(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    // A share of ten million percent is none.
    let batas = Decimal::from(10_000_000);
    for (i, angka) in bahan.bacaan.angka.iter().enumerate() {
        let besar = angka.besaran().is_some_and(|nilai| nilai >= batas);
        if angka.satuan != SatuanCetak::Persen || !besar || angka.presisi > 0 {
            continue;
        }
        catat.diperiksa([AngkaId(i)]);
        let benar = angka.nilai.map(bilangan::format_rupiah);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                format!(
                    "{} ditulis dengan tanda persen, padahal besarnya seperti jumlah rupiah",
                    angka.teks
                ),
                "Tulis dengan satuan rupiah, atau ganti dengan persentasenya.",
            )
            .seharusnya(benar),
        );
    }
}

/// A value of an index with a percent sign, where the document prints the same value without.
fn indeks_persen(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let per_perihal = alat::per_perihal(bacaan);
    for p in &bacaan.pernyataan {
        let angka = bacaan.angka(p.angka);
        let dinilai = p.perihal.jenis == JenisPerihal::Indikator
            && matches!(p.peran, Peran::Realisasi | Peran::Target)
            && angka.satuan == SatuanCetak::Persen;
        if !dinilai {
            continue;
        }
        let sama = |lain: &&Pernyataan| {
            lain.peran == p.peran && lain.tahun == p.tahun && lain.bulan == p.bulan
        };
        let lain: Vec<&Angka> = per_perihal
            .get(&p.perihal)
            .into_iter()
            .flatten()
            .copied()
            .filter(sama)
            .map(|lain| bacaan.angka(lain.angka))
            .filter(|lain| lain.nilai == angka.nilai)
            .collect();
        let indeks = lain
            .iter()
            .filter(|lain| lain.satuan == SatuanCetak::Indeks)
            .count();
        let persen = lain
            .iter()
            .filter(|lain| lain.satuan == SatuanCetak::Persen)
            .count();
        if indeks == 0 || persen > indeks {
            continue;
        }
        let tanpa = angka
            .nilai
            .map(|nilai| bilangan::format(nilai, angka.presisi));
        let terkait = lain
            .iter()
            .find(|lain| lain.satuan == SatuanCetak::Indeks)
            .map(|lain| &lain.letak);
        catat.diperiksa([p.angka]);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                format!(
                    "{} ditulis dalam persen, padahal di tempat lain nilai yang sama ditulis sebagai indeks",
                    tampil(angka)
                ),
                "Hapus tanda persen, atau tulis capaiannya bila itu yang dimaksud.",
            )
            .seharusnya(tanpa)
            .terkait(bahan, terkait),
        );
    }
}

/// A cell whose unit the name of its indicator contradicts: a percentage called "indeks", a small index with a percent sign.
fn menurut_nama(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    // No index of answers goes beyond, and no indicator is promised so few percent by the name of an index.
    let sepuluh = Decimal::TEN;
    for p in &bacaan.pernyataan {
        let dinilai = matches!(p.asal, Asal::Tabel(_))
            && p.perihal.jenis == JenisPerihal::Indikator
            && matches!(
                p.peran,
                Peran::Realisasi | Peran::Target | Peran::TargetJangkaMenengah
            );
        if !dinilai {
            continue;
        }
        let angka = bacaan.angka(p.angka);
        let Some(nama) = bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == p.perihal.kunci)
            .map(|i| normal(&i.nama))
        else {
            continue;
        };
        let kata = nama.split(' ').next().unwrap_or_default();
        let persentase = matches!(kata, "persentase" | "prosentase" | "presentase");
        let (benar, pesan) = match angka.satuan {
            SatuanCetak::Indeks if persentase => (
                angka
                    .nilai
                    .map(|n| format!("{}%", bilangan::format(n, angka.presisi))),
                "disebut indeks, padahal indikatornya sebuah persentase",
            ),
            SatuanCetak::Persen
                if kata == "indeks"
                    && angka.presisi > 0
                    && angka.teks.contains('%')
                    && angka.nilai.is_some_and(|n| n < sepuluh) =>
            {
                (
                    angka.nilai.map(|n| bilangan::format(n, angka.presisi)),
                    "ditulis dalam persen, padahal indikatornya sebuah indeks",
                )
            }
            _ => continue,
        };
        catat.diperiksa([p.angka]);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                format!("{} {pesan}", bacaan.teks(&angka.letak)),
                "Sesuaikan satuannya dengan nama indikator.",
            )
            .seharusnya(benar),
        );
    }
}

/// Two mentions of one sum of money that differ by a thousand or a million times.
fn juta(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    /// Mentions of one sum that are looked at.
    const TERBANYAK: usize = 100;
    type Kunci<'b> = (&'b Perihal, &'b Milik, Peran, Option<i16>, Option<u8>);
    let mut uang: BTreeMap<Kunci, Vec<AngkaId>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let dinilai = matches!(
            p.perihal.jenis,
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan
        ) && bacaan.angka(p.angka).satuan == SatuanCetak::Rupiah;
        if dinilai {
            uang.entry((&p.perihal, &p.milik, p.peran, p.tahun, p.bulan))
                .or_default()
                .push(p.angka);
        }
    }
    for (id, sama) in uang
        .values()
        .flat_map(|isi| isi.iter().map(move |id| (*id, isi)))
    {
        let angka = bacaan.angka(id);
        if angka.skala == 0 {
            continue;
        }
        let kali = |faktor: i64| {
            sama.iter()
                .take(TERBANYAK)
                .filter(|lain| **lain != id)
                .map(|lain| bacaan.angka(*lain))
                .find(|lain| selisih_faktor(angka, lain, faktor))
        };
        let Some(lain) = kali(1_000).or_else(|| kali(1_000_000)) else {
            continue;
        };
        catat.diperiksa([id]);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                format!(
                    "{} tidak sejalan dengan {} yang disebut untuk hal yang sama; selisihnya tepat pada satuan ribu, juta atau miliar",
                    bacaan.teks(&angka.letak),
                    tampil(lain)
                ),
                "Perbaiki kata satuannya (ribu, juta, miliar).",
            )
            .seharusnya(Some(tampil(lain)))
            .terkait(bahan, [&lain.letak]),
        );
    }
}

/// Whether one number is the other so many times, as far as the print of the coarser one tells.
fn selisih_faktor(kasar: &Angka, lain: &Angka, faktor: i64) -> bool {
    let faktor = kinerja::Selang::titik(Decimal::from(faktor));
    let bertemu = |a: kinerja::Selang, b: kinerja::Selang| a.bawah <= b.atas && b.bawah <= a.atas;
    let (Some(kasar), Some(lain)) = (kasar.selang(), lain.selang()) else {
        return false;
    };
    // Zero is zero in every unit.
    if kasar.bawah <= Decimal::ZERO || lain.bawah <= Decimal::ZERO {
        return false;
    }
    kasar.kali(faktor).is_some_and(|k| bertemu(k, lain))
        || lain.kali(faktor).is_some_and(|l| bertemu(l, kasar))
}
