//! An abbreviation that is written in two ways, or stands for other words than it should.

mod kurung;

use std::collections::{BTreeMap, BTreeSet};

use super::indeks_kata::{IndeksKata, Pakai};
use crate::bacaan::Letak;
use crate::rules::ingatan::indeks_kata;
use crate::rules::teks::{kata_terakhir, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "singkatan-berbeda",
    judul: "Singkatan ditulis atau dipanjangkan dengan dua cara.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Singkatan yang berbeda satu huruf atau besar kecil hurufnya dari yang lazim dalam laporan menimbulkan keraguan apakah \
                     yang dimaksud sama. Kepanjangan yang berbeda satu kata dari kepanjangan resminya juga ditunjukkan.",
            dasar: &[
                "Kamus istilah program ini, dan pemakaian singkatan dalam laporan itu sendiri.",
            ],
            buruk: &[
                "LKjIP ini disusun setiap tahun. LKjIP memuat capaian. LKjIP disampaikan tepat waktu. LkjIP diunggah ke laman dinas.",
                "Realisasi PNBP naik. Target PNBP terlampaui. Laporan PNBP disampaikan. Pada akhir tahun realisasi PNBK turun.",
                "Penerimaan Nasional Bukan Pajak (PNBP) tahun ini naik.",
                "Rata-rata waktu layanan (WTL) diukur setiap bulan. Nilai WTL naik. Target WTL tercapai. Rata-rata waktu layanan (WLT) membaik.",
                "Daftar Isian Pelaksanaan Anggaran (DIPPA) terbit pada Desember. Pagu DIPA naik. Revisi DIPA disetujui. Realisasi DIPA meningkat.",
                "Indeks Kepuasan Masyarakat (IKM) diukur. Nilai IKM naik. Indeks Kepuasan Masyarakat (IKM) disurvei. Indeks Kepuasan Pelanggan (IKM) tercapai.",
            ],
            baik: &[
                "LAPORAN LKJIP TAHUN 2024\n\nLKjIP ini disusun setiap tahun. LKjIP memuat capaian. LKjIP disampaikan tepat waktu.",
                "Nilai IKPA dan nilai IKPN berbeda. Nilai IKPA naik. Nilai IKPA diukur. Indeks Kinerja Pelaporan Nasional (IKPN) turun.",
                "Indeks Kepuasan Masyarakat (IKM) diukur. Nilai IKM naik. Target IKM tercapai. Industri Mikro dan Kecil (IMK) tumbuh.",
                "Penerimaan Negara Bukan Pajak (PNBP) tahun ini naik dan Surat Keputusan (SK) telah terbit.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let indeks = indeks_kata(bahan);
    besar_kecil(bahan, aturan, catat, indeks);
    let panjang = kepanjangan(bahan);
    satu_huruf(bahan, aturan, catat, indeks, &panjang);
    kepanjangan_berbeda(bahan, aturan, catat, &panjang);
    let dalam_kurung = kurung::kumpulkan(bahan);
    for (letak, lazim) in kurung::tertukar(bahan, indeks, &panjang, &dalam_kurung) {
        let asli = bahan.bacaan.teks(&letak);
        lapor(
            bahan,
            aturan,
            catat,
            (asli, &lazim),
            &[&letak],
            aturan.berat,
        );
    }
    for (letak, singkatan, lazim) in kurung::kata_diganti(&dalam_kurung) {
        let pesan = format!(
            "Kata di depan ({singkatan}) adalah \"{}\", sedangkan di bagian lain \"{lazim}\".",
            bahan.bacaan.teks(&letak)
        );
        catat.temuan(
            Temuan::di(aturan, bahan, &letak, pesan, "Samakan kepanjangannya.")
                .seharusnya(Some(lazim)),
        );
    }
}

/// Whether a word looks like an abbreviation.
fn is_singkatan(asli: &str) -> bool {
    let besar = asli.chars().filter(|c| c.is_uppercase()).count();
    let huruf = asli.chars().filter(|c| c.is_alphabetic()).count();
    (3..=12).contains(&huruf) && huruf == asli.chars().count() && besar >= 2 && besar * 2 >= huruf
}

/// The same letters with other capitals.
fn besar_kecil(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    indeks: &IndeksKata,
) {
    for pakai in indeks.kata.values() {
        let mut bentuk: BTreeMap<&str, Vec<&Letak>> = BTreeMap::new();
        for satu in pakai.iter().filter(|p| !p.kecil) {
            let asli = bahan.bacaan.teks(&satu.letak);
            if is_singkatan(asli) {
                bentuk.entry(asli).or_default().push(&satu.letak);
            }
        }
        let Some((lazim, banyak)) = bentuk
            .iter()
            .max_by_key(|(_, l)| l.len())
            .map(|(b, l)| (*b, l.len()))
        else {
            continue;
        };
        let campur = |teks: &str| teks.chars().any(char::is_lowercase);
        // A heading in capitals writes everything in capitals.
        if !campur(lazim) || banyak < 3 {
            continue;
        }
        for (asli, letak) in bentuk {
            let sama_awal = asli.get(1..) == lazim.get(1..);
            if asli == lazim || !campur(asli) || sama_awal || letak.len() * 3 > banyak {
                continue;
            }
            lapor(bahan, aturan, catat, (asli, lazim), &letak, aturan.berat);
        }
    }
}

fn lapor(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    (asli, lazim): (&str, &str),
    letak: &[&Letak],
    berat: Berat,
) {
    let [pertama, lain @ ..] = letak else { return };
    let pesan =
        format!("Singkatan \"{asli}\" berbeda dari \"{lazim}\" yang dipakai di bagian lain.");
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            pertama,
            pesan,
            format!("Tulis \"{lazim}\" bila itu yang dimaksud."),
        )
        .berat(berat)
        .seharusnya(Some(lazim.to_owned()))
        .terkait(bahan, lain.iter().copied()),
    );
}

/// One letter replaced, two swapped, or one lost inside, beside the same words.
fn satu_huruf(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    indeks: &IndeksKata,
    panjang: &[Kepanjangan],
) {
    let besar = |pakai: &&Pakai| {
        let asli = bahan.bacaan.teks(&pakai.letak);
        !pakai.kecil && is_singkatan(asli) && asli.chars().all(char::is_uppercase)
    };
    let singkatan: Vec<(&String, Vec<&Pakai>)> = indeks
        .kata
        .iter()
        .map(|(kata, pakai)| (kata, pakai.iter().filter(besar).collect::<Vec<_>>()))
        .filter(|(_, pakai)| !pakai.is_empty())
        .collect();
    // Only words of one length and first letter can be one slip apart.
    let kelas = |kata: &str| (kata.as_bytes().first().copied(), kata.len());
    let mut serupa: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for satu in &singkatan {
        serupa.entry(kelas(satu.0)).or_default().push(satu);
    }
    let dipanjangkan: BTreeSet<String> = panjang
        .iter()
        .map(|k| k.singkatan.to_ascii_lowercase())
        .collect();
    for (jarang, pakai) in singkatan
        .iter()
        .filter(|(k, p)| k.len() >= 4 && p.len() <= 2)
    {
        let dikenal = bahan.hukum.kamus.cari(jarang).is_some()
            || dipanjangkan.contains(&jarang.to_ascii_lowercase());
        if dikenal {
            continue;
        }
        let sekelas = serupa.get(&kelas(jarang));
        let benar = sekelas.into_iter().flatten().find_map(|(lazim, sering)| {
            // Few words are this alike; the dearer questions are asked of those alone.
            if !hampir(jarang, lazim) {
                return None;
            }
            let sekonteks = sering.len() >= 3.max(pakai.len() * 3)
                && pakai.iter().any(|p| indeks.sekonteks(p, lazim));
            // An abbreviation of the dictionary needs no more witness, but the guess is weaker.
            let resmi = lazim.len() >= 4 && bahan.hukum.kamus.cari(lazim).is_some();
            let berat = if sekonteks {
                Berat::Anjuran
            } else {
                Berat::Saran
            };
            (sekonteks || resmi).then_some((lazim, berat))
        });
        if let Some((lazim, berat)) = benar {
            let letak: Vec<&Letak> = pakai.iter().map(|p| &p.letak).collect();
            let (salah, benar) = (jarang.to_uppercase(), lazim.to_uppercase());
            lapor(bahan, aturan, catat, (&salah, &benar), &letak, berat);
        }
    }
}

/// Whether two abbreviations with the same first letter are one slip apart.
fn hampir(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.first() != b.first() || a.len() != b.len() {
        return false;
    }
    let mut lain = a.iter().zip(b).enumerate().filter(|(_, (x, y))| x != y);
    match (lain.next(), lain.next(), lain.next()) {
        (Some(_), None, None) => true,
        (Some((i, (x, y))), Some((j, (z, w))), None) => j == i + 1 && x == w && z == y,
        _ => false,
    }
}

/// Words and the abbreviation in brackets behind them.
struct Kepanjangan {
    singkatan: String,
    /// In lower case.
    kata: Vec<String>,
    letak: Letak,
}

fn kepanjangan(bahan: &BahanDokumen) -> Vec<Kepanjangan> {
    let mut hasil = Vec::new();
    for satuan in satuan(bahan.bacaan.sumber) {
        for rentang in buka_kurung(satuan.teks) {
            let Some(dalam) = satuan.teks.get(rentang.clone()) else {
                continue;
            };
            let besar = dalam.chars().filter(|c| c.is_uppercase()).count();
            if !is_singkatan(dalam) || besar < 3 {
                continue;
            }
            let kiri = satuan.teks.get(..rentang.start - 1).unwrap_or_default();
            let kata = kata_terakhir(kiri, besar);
            // As many words as it has capitals; each begins with one of them.
            let Some(awal) = kata.len().checked_sub(besar) else {
                continue;
            };
            let Some(kata) = kata.get(awal..) else {
                continue;
            };
            let huruf: String = kata.iter().filter_map(|k| k.kecil.chars().next()).collect();
            let dekat = kata
                .last()
                .is_some_and(|k| kiri.get(k.akhir..).is_some_and(|s| s.trim().is_empty()));
            let inisial: String = dalam
                .chars()
                .filter(|c| c.is_uppercase())
                .flat_map(char::to_lowercase)
                .collect();
            let (Some(pertama), Some(terakhir)) = (kata.first(), kata.last()) else {
                continue;
            };
            if dekat && huruf == inisial {
                hasil.push(Kepanjangan {
                    singkatan: dalam.to_owned(),
                    kata: kata.iter().map(|k| k.kecil.to_string()).collect(),
                    letak: satuan.letak.bagian(pertama.awal..terakhir.akhir),
                });
            }
        }
    }
    hasil
}

/// What stands in each pair of round brackets that holds one word.
fn buka_kurung(teks: &str) -> Vec<std::ops::Range<usize>> {
    teks.match_indices('(')
        .filter_map(|(at, _)| {
            let dalam = teks.get(at + 1..)?;
            let akhir = dalam.find(|c: char| !c.is_alphabetic())?;
            dalam
                .get(akhir..)?
                .starts_with(')')
                .then_some(at + 1..at + 1 + akhir)
        })
        .collect()
}

/// Expansions that differ in one word from the dictionary's, or from the first one of the document.
fn kepanjangan_berbeda(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    panjang: &[Kepanjangan],
) {
    let mut pertama: BTreeMap<&str, &Kepanjangan> = BTreeMap::new();
    for satu in panjang {
        let kamus = bahan
            .hukum
            .kamus
            .cari(&satu.singkatan)
            .filter(|i| i.singkatan.as_deref() == Some(satu.singkatan.as_str()));
        let (resmi, sebab) = match kamus {
            Some(istilah) => (
                istilah
                    .kata
                    .to_lowercase()
                    .split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>(),
                "kepanjangan resminya",
            ),
            None => match pertama.get(satu.singkatan.as_str()) {
                Some(lama) => (lama.kata.clone(), "kepanjangan yang disebut lebih dahulu"),
                None => {
                    pertama.insert(&satu.singkatan, satu);
                    continue;
                }
            },
        };
        let beda = resmi.iter().zip(&satu.kata).filter(|(a, b)| a != b).count();
        if resmi.len() != satu.kata.len() || resmi.len() < 3 || beda != 1 {
            continue;
        }
        let resmi = resmi.join(" ");
        let pesan = format!(
            "{} dipanjangkan menjadi \"{}\", sedangkan {sebab} \"{resmi}\".",
            satu.singkatan,
            bahan.bacaan.teks(&satu.letak),
        );
        catat.temuan(
            Temuan::di(aturan, bahan, &satu.letak, pesan, "Samakan kepanjangannya.")
                .seharusnya(Some(resmi)),
        );
    }
}
