//! A category that its value does not have.

use hukum::{Hukum, Ketentuan, SumberIndikator};
use kinerja::Selang;
use rust_decimal::Decimal;

use super::{alat, pita_sendiri};
use crate::bacaan::{Angka, Bacaan, IsiKlaim, JenisPerihal, Klaim, Peran, Perihal};
use crate::hitung::tampil;
use crate::understand::kosakata::{self, normal};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "kategori-tidak-sesuai",
    judul: "Kategori, predikat, atau mutu tidak sesuai dengan nilainya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kategori yang disebut dibandingkan dengan kategori menurut ketentuan yang berlaku untuk tahun laporan, pada skala yang ditetapkan. Nilai yang berada di tepi dua kategori diterima untuk keduanya, demikian pula kategori yang sesuai dengan tabel kategori yang dicetak dokumen itu sendiri.",
            dasar: &["Ketentuan pita nilai pada folder regulasi, menurut tahun laporan"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,45 dan berada dalam kategori Sangat Baik.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,65\t114,06%\n\nIndeks Kepuasan Masyarakat tahun 2022 termasuk mutu pelayanan B.\n",
                "Laporan Kinerja Dinas Sosial Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nInterval Capaian\tKategori\n≥ 100\tSangat Berhasil\n80 – 99,99\tBerhasil\n60 – 79,99\tCukup Berhasil\n< 60\tKurang Berhasil\n\nMenurut tabel tersebut, capaian rata-rata 101,49% berkategori Cukup Berhasil.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai survei 83,75 tergolong Sangat Baik (interval 76,61 sampai 88,30).\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2024\n\nBAB III AKUNTABILITAS KINERJA\n\n1. Nilai Kinerja Anggaran\n\nHasil hitung ulang untuk tahun 2024 adalah 92,65. Nilai tersebut termasuk kategori Baik.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,45 dan berada dalam kategori Baik.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,53\t110,31%\n\nSkor dibagi untuk kategori tidak baik sampai dengan sangat baik. Realisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 3,53 berada dalam kategori Sangat Baik.\n",
                "Laporan Kinerja Dinas Sosial Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nInterval Capaian\tKategori\n≥ 100\tSangat Berhasil\n80 – 99,99\tBerhasil\n60 – 79,99\tCukup Berhasil\n< 60\tKurang Berhasil\n\nMenurut tabel tersebut, capaian rata-rata 101,49% berkategori Sangat Berhasil.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNilai survei 83,75 tergolong Baik (interval 76,61 sampai 88,30).\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2024\n\nBAB III AKUNTABILITAS KINERJA\n\n1. Nilai Kinerja Anggaran\n\nHasil hitung ulang untuk tahun 2024 adalah 92,65. Nilai tersebut termasuk kategori Sangat Baik.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Kategori {
            ref kategori,
            angka,
            dekat,
        } = klaim.isi
        else {
            continue;
        };
        if berselang(bahan, aturan, klaim, catat) {
            continue;
        }
        let disebut = dekat
            .filter(|_| angka.is_none())
            .and_then(|id| Some((disebut(bahan.hukum, bacaan, klaim)?, bacaan.angka(id))));
        // A table of bands speaks of what no law grades: another one's bands may stand in the same report.
        let berpita = klaim
            .perihal
            .as_ref()
            .zip(klaim.tahun)
            .is_some_and(|(perihal, tahun)| pita(bahan.hukum, bacaan, perihal, tahun).is_some());
        if disebut.is_none() && !berpita && sendiri(bahan, aturan, klaim, catat) {
            continue;
        }
        let (ketentuan, faktor, nilai) = if let Some((ketentuan, angka)) = disebut {
            (ketentuan, None, vec![angka])
        } else {
            let (Some(perihal), Some(tahun)) = (&klaim.perihal, klaim.tahun) else {
                continue;
            };
            let Some((ketentuan, faktor)) = pita(bahan.hukum, bacaan, perihal, tahun) else {
                continue;
            };
            let nilai = nilai(bacaan, perihal, tahun, angka.map(|id| bacaan.angka(id)));
            (ketentuan, faktor, nilai)
        };
        let Some(pertama) = nilai.first() else {
            continue;
        };
        let Some(pita) = ketentuan.pita() else {
            continue;
        };
        let dikenal = |kelas: &hukum::Kelas| {
            normal(&kelas.nama) == *kategori || normal(&kelas.huruf) == *kategori
        };
        if !pita.kelas.iter().any(dikenal) {
            continue;
        }
        catat.diperiksa(angka);
        let cocok = |angka: &&Angka| {
            kelas(pita, faktor, angka).is_none_or(|kelas| kelas.iter().any(|k| dikenal(k)))
        };
        if nilai.iter().any(cocok) || tercetak(bahan.hukum, ketentuan, bacaan, kategori, &nilai) {
            continue;
        }
        let Some(seharusnya) = kelas(pita, faktor, pertama).and_then(|k| k.first().copied()) else {
            continue;
        };
        let nama = match (seharusnya.huruf.as_str(), seharusnya.nama.as_str()) {
            ("", nama) => nama.to_owned(),
            (huruf, nama) => format!("{nama} ({huruf})"),
        };
        let pesan = format!(
            "Nilai {} disebut \"{}\", padahal termasuk {nama}",
            tampil(pertama),
            bacaan.teks(&klaim.letak)
        );
        let dasar = bahan
            .hukum
            .regulasi(&ketentuan.regulasi)
            .map(|r| format!("{}, {}", r.sebutan, ketentuan.kutipan));
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Tetapkan kembali kategorinya menurut ketentuan yang berlaku untuk tahun laporan.",
            )
            .seharusnya(Some(nama))
            .dasar(dasar)
            .terkait(bahan, [&pertama.letak]),
        );
    }
}

/// Judges a category by the provision whose bounds the sentence quotes behind it; whether it could.
fn berselang(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    catat: &mut Pemeriksaan,
) -> bool {
    let cari = |kategori: &str, angka: &Angka| -> Vec<(String, bool)> {
        pita_sendiri::berselang(bahan.hukum, bahan.bacaan, klaim, kategori, angka)
            .into_iter()
            .map(|k| {
                let sama = normal(&k.nama) == kategori || normal(&k.huruf) == kategori;
                (k.nama.clone(), sama)
            })
            .collect()
    };
    menurut(bahan, aturan, klaim, catat, "selang yang dikutip", cari)
}

/// Judges a category by the bands that the report prints itself; whether they could.
fn sendiri(bahan: &BahanDokumen, aturan: &Aturan, klaim: &Klaim, catat: &mut Pemeriksaan) -> bool {
    let cari = |kategori: &str, angka: &Angka| -> Vec<(String, bool)> {
        pita_sendiri::kategori(bahan.bacaan, kategori, angka)
            .into_iter()
            .map(|nama| {
                let sama = normal(&nama) == kategori;
                (nama, sama)
            })
            .collect()
    };
    menurut(
        bahan,
        aturan,
        klaim,
        catat,
        "tabel kategori dokumen ini",
        cari,
    )
}

/// Judges a category by what a source says of its value: names that fit, and whether each is the claimed one; whether it could.
fn menurut(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    catat: &mut Pemeriksaan,
    sumber: &str,
    cari: impl Fn(&str, &Angka) -> Vec<(String, bool)>,
) -> bool {
    let bacaan = bahan.bacaan;
    let IsiKlaim::Kategori {
        ref kategori,
        angka,
        dekat,
    } = klaim.isi
    else {
        return false;
    };
    let Some(id) = dekat.or(angka) else {
        return false;
    };
    let angka = bacaan.angka(id);
    let seharusnya = cari(kategori, angka);
    let Some((pertama, _)) = seharusnya.first() else {
        return false;
    };
    catat.diperiksa([id]);
    if seharusnya.iter().any(|(_, sama)| *sama) {
        return true;
    }
    let pesan = format!(
        "Nilai {} disebut \"{}\", padahal menurut {sumber} termasuk {pertama}",
        tampil(angka),
        bacaan.teks(&klaim.letak)
    );
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            pesan,
            format!("Sesuaikan kategorinya dengan {sumber}, atau betulkan angkanya."),
        )
        .seharusnya(Some(pertama.clone()))
        .terkait(bahan, [&angka.letak]),
    );
    true
}

/// The bands of the score that the sentence itself names before the category ("Hasil evaluasi AKIP … nilai 71,85 (predikat BB)").
fn disebut<'h>(hukum: &'h Hukum, bacaan: &Bacaan, klaim: &Klaim) -> Option<&'h Ketentuan> {
    let kalimat = &bacaan.kalimat.get(klaim.kalimat)?.letak;
    let panjang = klaim.letak.awal.checked_sub(kalimat.awal)?;
    let sebelum = normal(bacaan.teks(kalimat).get(..panjang)?);
    let menurut_kata = |ketentuan: &&Ketentuan| {
        ketentuan.kode.strip_suffix(".pita").is_some_and(|awalan| {
            kosakata::kata(&sebelum)
                .any(|(_, kata)| kata.ends_with(awalan) && kata.len() <= awalan.len() + 1)
        })
    };
    // "Nilai tersebut" is that of the heading ("Nilai Kinerja Anggaran"), where the provision is about it by name.
    let judul = bacaan
        .bagian(klaim.letak.piece)
        .map(|b| normal(&b.judul))
        .filter(|judul| judul.split(' ').count() >= 3 && sebelum.starts_with("nilai"));
    let menurut_judul = |ketentuan: &&Ketentuan| {
        ketentuan.pita().is_some()
            && judul
                .as_ref()
                .is_some_and(|judul| normal(&ketentuan.judul).ends_with(judul.as_str()))
    };
    let tahun = klaim.tahun?;
    hukum
        .berlaku(tahun)
        .find(menurut_kata)
        .or_else(|| hukum.berlaku(tahun).find(menurut_judul))
}

/// The bands that hold for a thing in a year, and the factor from its own scale to theirs.
fn pita<'h>(
    hukum: &'h Hukum,
    bacaan: &Bacaan,
    perihal: &Perihal,
    tahun: i16,
) -> Option<(&'h Ketentuan, Option<Decimal>)> {
    if perihal.jenis == JenisPerihal::KinerjaAnggaran {
        let kunci = perihal.kunci.split('/').next().unwrap_or_default();
        let ketentuan = hukum.ketentuan(&format!("{kunci}.pita"), tahun).ok()?;
        return Some((ketentuan, None));
    }
    if perihal.jenis != JenisPerihal::Indikator {
        return None;
    }
    let indikator = bacaan.indikator.iter().find(|i| i.kunci == perihal.kunci)?;
    let nama = normal(&indikator.nama);
    let menurut_profil = indikator.kode.as_ref().and_then(|kode| {
        let dikenal = hukum
            .profil
            .iter()
            .flat_map(|p| &p.indikator)
            .find(|i| i.kode == *kode)?;
        match &dikenal.sumber {
            SumberIndikator::SurveiBulanan { instrumen, .. } => hukum.instrumen(instrumen),
            _ => None,
        }
    });
    // Otherwise the survey whose own name the indicator carries ("… Kepuasan Masyarakat").
    let instrumen = menurut_profil.or_else(|| {
        hukum.instrumen.iter().find(|i| {
            normal(&i.nama)
                .split_once(' ')
                .is_some_and(|(_, inti)| nama.contains(inti))
        })
    });
    if let Some(instrumen) = instrumen {
        let ketentuan = hukum.ketentuan(instrumen.pita.as_ref()?, tahun).ok()?;
        let faktor = instrumen
            .faktor_pita
            .as_ref()
            .and_then(|kode| hukum.ketentuan(kode, tahun).ok())
            .and_then(Ketentuan::angka);
        return Some((ketentuan, faktor));
    }
    // A score whose name says whose bands hold ("Nilai IKPA", "Nilai SAKIP").
    hukum.berlaku(tahun).find_map(|ketentuan| {
        let awalan = ketentuan.kode.strip_suffix(".pita")?;
        kosakata::kata(&nama)
            .any(|(_, kata)| kata.ends_with(awalan) && kata.len() <= awalan.len() + 1)
            .then_some((ketentuan, None))
    })
}

/// The value that the category is given to: as quoted, or as the document states it.
fn nilai<'b>(
    bacaan: &'b Bacaan,
    perihal: &Perihal,
    tahun: i16,
    dikutip: Option<&'b Angka>,
) -> Vec<&'b Angka> {
    if let Some(dikutip) = dikutip {
        return vec![dikutip];
    }
    alat::tahunan(bacaan, perihal, tahun, Peran::Realisasi)
        .into_iter()
        .map(|p| bacaan.angka(p.angka))
        .collect()
}

/// The classes that a printed value may fall in; none where it is not on the scale.
fn kelas<'p>(
    pita: &'p hukum::Pita,
    faktor: Option<Decimal>,
    angka: &Angka,
) -> Option<Vec<&'p hukum::Kelas>> {
    let nilai = angka.nilai?;
    let selang = Selang::pembulatan(nilai, angka.presisi);
    // A value below the scale of the bands is on the scale of the answers.
    let faktor = match faktor {
        Some(faktor) if nilai < pita.minimum => faktor,
        _ => Decimal::ONE,
    };
    let mut hasil = Vec::new();
    for tepi in [nilai, selang.bawah, selang.atas] {
        let skala = tepi.checked_mul(faktor)?;
        let skala = pita.maksimum.map_or(skala, |maksimum| {
            if nilai.checked_mul(faktor).is_some_and(|n| n <= maksimum) {
                skala.min(maksimum)
            } else {
                skala
            }
        });
        let (_, kelas) = pita.kelas(skala).ok()?;
        if !hasil.contains(&kelas) {
            hasil.push(kelas);
        }
    }
    Some(hasil)
}

/// Whether a table of categories in the document gives the category to one of the values.
///
/// A table that prints the bands of another provision speaks of something else.
fn tercetak(
    hukum: &Hukum,
    ketentuan: &Ketentuan,
    bacaan: &Bacaan,
    kategori: &str,
    nilai: &[&Angka],
) -> bool {
    let lain = |dari: Decimal| {
        hukum.ketentuan.iter().any(|k| {
            k.kode != ketentuan.kode
                && k.pita().is_some_and(|pita| {
                    pita.kelas.iter().any(|kelas| {
                        kelas.dari == dari
                            && dari > pita.minimum
                            && (normal(&kelas.nama) == kategori || normal(&kelas.huruf) == kategori)
                    })
                })
        })
    };
    bacaan.tabel.iter().any(|tabel| {
        let Some(document::source::Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece)
        else {
            return false;
        };
        grid.cells
            .iter()
            .filter(|sel| normal(&sel.passage.text) == kategori)
            .any(|sel| {
                tabel
                    .angka
                    .range((sel.row, 0)..(sel.row + 1, 0))
                    .any(|(_, id)| match id.as_slice() {
                        [dari, sampai] => {
                            let (dari, sampai) = (bacaan.angka(*dari), bacaan.angka(*sampai));
                            !dari.nilai.is_some_and(lain)
                                && nilai.iter().any(|n| {
                                    n.nilai
                                        .zip(dari.nilai)
                                        .zip(sampai.nilai)
                                        .is_some_and(|((n, a), b)| a <= n && n <= b)
                                })
                        }
                        _ => false,
                    })
            })
    })
}
