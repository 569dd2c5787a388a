//! A year's table that the table of its months does not give.

use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{Angka, AngkaId, Asal, Bacaan, JenisPerihal, Milik, Perihal, Pernyataan};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nilai-tahunan-tidak-cocok",
    judul: "Nilai setahun pada sebuah tabel tidak sesuai dengan tabel bulanannya.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Nilai setahun setiap unsur dihitung kembali dari tabel bulanannya, sebagai rata-rata yang ditimbang dengan responden dan sebagai rata-rata sederhana; cocok dengan salah satunya sudah cukup. Responden setahun harus sama dengan jumlah responden setiap bulan.",
            dasar: &["Aritmetika: rata-rata tertimbang dan jumlah"],
            buruk: &[
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2022\n\nHasil survei Indeks Kepuasan Masyarakat setiap bulan:\n\nUnsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nResponden\t40\t40\t40\n\nHasil survei Indeks Kepuasan Masyarakat setahun:\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,59\nWaktu Penyelesaian\t3,50\nResponden\t120\n",
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2022\n\nHasil survei Indeks Kepuasan Masyarakat setiap bulan:\n\nUnsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nResponden\t40\t40\t40\n\nHasil survei Indeks Kepuasan Masyarakat setahun:\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,50\nWaktu Penyelesaian\t3,50\nResponden\t140\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2022\n\nHasil survei Indeks Kepuasan Masyarakat setiap bulan:\n\nUnsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nResponden\t40\t40\t40\n\nHasil survei Indeks Kepuasan Masyarakat setahun:\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,50\nWaktu Penyelesaian\t3,50\nResponden\t120\n",
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2022\n\nHasil survei Indeks Kepuasan Masyarakat setiap bulan:\n\nUnsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nResponden\t10\t20\t90\n\nHasil survei Indeks Kepuasan Masyarakat tahun 2021:\n\nUnsur\tNilai\nPersyaratan\t3,20\nProsedur\t3,10\nWaktu Penyelesaian\t3,00\nResponden\t95\n",
            ],
        },
    },
};

/// A table of months.
struct Bulanan<'a> {
    tabel: usize,
    isi: Vec<&'a Pernyataan>,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let dari_tabel: Vec<(usize, &Pernyataan)> = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.milik == Milik::Sendiri)
        .filter(|p| {
            matches!(
                p.perihal.jenis,
                JenisPerihal::Unsur | JenisPerihal::Indikator | JenisPerihal::Responden
            )
        })
        .filter_map(|p| match p.asal {
            Asal::Tabel(i) => Some((i, p)),
            _ => None,
        })
        .collect();
    let mut bulanan: Vec<Bulanan> = Vec::new();
    for (i, p) in dari_tabel.iter().filter(|(_, p)| p.bulan.is_some()) {
        match bulanan.last_mut().filter(|b| b.tabel == *i) {
            Some(lama) => lama.isi.push(p),
            None => bulanan.push(Bulanan {
                tabel: *i,
                isi: vec![p],
            }),
        }
    }
    for i in 0..bacaan.tabel.len() {
        let setahun: Vec<&Pernyataan> = dari_tabel
            .iter()
            .filter(|(j, p)| *j == i && p.bulan.is_none())
            .map(|(_, p)| *p)
            .collect();
        if !rinci(&setahun) {
            continue;
        }
        for p in setahun {
            // The last table of months before it that speaks of the same.
            let sumber = bulanan
                .iter()
                .rev()
                .find(|b| b.tabel < i && !deret(b, &p.perihal, p.tahun).is_empty());
            if let Some(sumber) = sumber {
                satu(bahan, aturan, catat, p, sumber);
            }
        }
    }
}

/// Whether a table gives the parts of one year: at least three, each once.
fn rinci(setahun: &[&Pernyataan]) -> bool {
    const SEDIKIT: usize = 3;
    let mut kunci: Vec<&str> = setahun
        .iter()
        .filter(|p| p.perihal.jenis == JenisPerihal::Unsur)
        .map(|p| p.perihal.kunci.as_str())
        .collect();
    let semua = kunci.len();
    kunci.sort_unstable();
    kunci.dedup();
    semua >= SEDIKIT && kunci.len() == semua
}

/// The figures of the months for one thing, each month once; empty where a month stands twice.
fn deret<'a>(
    bulanan: &Bulanan<'a>,
    perihal: &Perihal,
    tahun: Option<i16>,
) -> Vec<(u8, &'a Pernyataan)> {
    let mut hasil: Vec<(u8, &Pernyataan)> = bulanan
        .isi
        .iter()
        .filter(|p| p.perihal == *perihal && p.tahun == tahun && tahun.is_some())
        .filter_map(|p| Some((p.bulan?, *p)))
        .collect();
    hasil.sort_by_key(|(bulan, _)| *bulan);
    let ganda = hasil.windows(2).any(|dua| dua[0].0 == dua[1].0);
    if ganda || hasil.len() < 2 {
        Vec::new()
    } else {
        hasil
    }
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    p: &Pernyataan,
    sumber: &Bulanan,
) {
    let bacaan = bahan.bacaan;
    let cetak = bacaan.angka(p.angka);
    let isi = deret(sumber, &p.perihal, p.tahun);
    let angka: Vec<&Angka> = isi.iter().map(|(_, q)| bacaan.angka(q.angka)).collect();
    let ids: Vec<AngkaId> = isi.iter().map(|(_, q)| q.angka).collect();
    let temuan = if p.perihal.jenis == JenisPerihal::Responden {
        responden(bahan, aturan, cetak, &angka)
    } else {
        rerata(
            bahan,
            aturan,
            cetak,
            &angka,
            &bobot(bacaan, sumber, &isi, p.tahun),
        )
    };
    let Some(temuan) = temuan else { return };
    catat.diperiksa(ids.into_iter().chain([p.angka]));
    if let Some(temuan) = temuan {
        catat.temuan(temuan);
    }
}

/// Respondents of each of the months; empty where one lacks.
fn bobot<'a>(
    bacaan: &'a Bacaan,
    sumber: &Bulanan,
    isi: &[(u8, &Pernyataan)],
    tahun: Option<i16>,
) -> Vec<&'a Angka> {
    let hasil: Vec<&Angka> = isi
        .iter()
        .filter_map(|(bulan, _)| {
            sumber.isi.iter().find(|q| {
                q.perihal.jenis == JenisPerihal::Responden
                    && q.bulan == Some(*bulan)
                    && q.tahun == tahun
            })
        })
        .map(|q| bacaan.angka(q.angka))
        .collect();
    if hasil.len() == isi.len() {
        hasil
    } else {
        Vec::new()
    }
}

/// Outer none: could not be checked; inner none: nothing wrong.
fn responden(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    cetak: &Angka,
    angka: &[&Angka],
) -> Option<Option<Temuan>> {
    let (jumlah, selang) = alat::jumlah(angka)?;
    if alat::dapat(cetak, selang) {
        return Some(None);
    }
    let benar = bilangan::format(jumlah, 0);
    let peraga = hitung::deret(angka.iter().map(|a| hitung::tampil(a)));
    Some(Some(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            format!(
                "Responden setahun tercetak {}, padahal responden setiap bulan pada tabel bulanannya berjumlah {benar}.",
                hitung::tampil(cetak)
            ),
            format!("Tulis {benar}, atau betulkan responden bulan yang keliru."),
        )
        .berat(Berat::Wajib)
        .hitungan(format!("{peraga} = {benar}"))
        .seharusnya(Some(benar))
        .terkait(bahan, angka.iter().map(|a| &a.letak)),
    ))
}

fn rerata(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    cetak: &Angka,
    angka: &[&Angka],
    bobot: &[&Angka],
) -> Option<Option<Temuan>> {
    let sederhana = hitung::rerata(angka)?;
    let pasangan: Vec<(&Angka, &Angka)> =
        angka.iter().copied().zip(bobot.iter().copied()).collect();
    let tertimbang = (!pasangan.is_empty())
        .then(|| hitung::rerata_tertimbang(&pasangan))
        .flatten();
    let utama = tertimbang.as_ref().unwrap_or(&sederhana);
    let semua = || std::iter::once(&sederhana).chain(&tertimbang);
    let presisi = cetak.presisi;
    // Another scale (an index on 100 beside answers on 4) is another quantity.
    let nilai = cetak.nilai?;
    if nilai > utama.nilai.saturating_mul(Decimal::TWO)
        || nilai.saturating_mul(Decimal::TWO) < utama.nilai
    {
        return None;
    }
    let dapat = semua().any(|h| h.cocok(cetak));
    if dapat && semua().any(|h| bilangan::round_half_up(h.nilai, presisi) == nilai) {
        return Some(None);
    }
    let cara = if tertimbang.is_some() {
        "rata-rata bulanan yang ditimbang dengan responden"
    } else {
        "rata-rata bulanan"
    };
    let benar = utama.hasil(presisi);
    let ekor = if dapat {
        "Selisihnya masih dapat diterangkan oleh pembulatan nilai bulanan.".to_owned()
    } else {
        let Selang { bawah, atas } = utama.selang;
        format!(
            "Pembulatan nilai bulanan hanya membolehkan {} sampai {}.",
            bilangan::format(bawah, presisi + 1),
            bilangan::format(atas, presisi + 1)
        )
    };
    Some(Some(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            format!(
                "Nilai setahun tercetak {}, sedangkan {cara} pada tabel bulanannya {}. {ekor}",
                hitung::tampil(cetak),
                utama.hasil(presisi + 2)
            ),
            format!("Hitung kembali dari data yang belum dibulatkan; dari nilai yang tercetak hasilnya {benar}."),
        )
        .berat(if dapat { Berat::Saran } else { Berat::Anjuran })
        .hitungan(utama.tampil(presisi + 2))
        .seharusnya(Some(benar))
        .selang(utama.selang, presisi + 1),
    ))
}
