//! Sums that the form of a sentence ties together without a word like "terdiri atas".

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::nilai;
use crate::bacaan::{AngkaId, Bacaan, Kalimat, SatuanCetak};
use crate::hitung::tampil;
use crate::rules::angka::frasa::{PERUBAHAN, Sebut, sejenis};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A sentence with its figures.
pub(super) struct Isi<'s, 'b> {
    pub(super) kalimat: &'b Kalimat,
    pub(super) teks: &'b str,
    pub(super) semua: &'s [Sebut<'b>],
}

impl Isi<'_, '_> {
    /// The words between two bytes of the piece.
    fn antara(&self, dari: usize, ke: usize) -> &str {
        let awal = self.kalimat.letak.awal;
        dari.checked_sub(awal)
            .zip(ke.checked_sub(awal))
            .and_then(|(a, b)| self.teks.get(a..b))
            .unwrap_or_default()
    }

    /// The words behind a figure.
    fn ekor(&self, s: &Sebut) -> &str {
        self.antara(s.angka.letak.akhir, self.kalimat.letak.akhir)
    }
}

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, isi: &Isi) {
    kali(bahan, aturan, catat, isi);
    if isi.teks.contains('@') {
        return;
    }
    let tebakan = dari_semua(isi)
        .or_else(|| masing_deret(isi))
        .or_else(|| kurung(isi))
        .or_else(|| titik_dua(isi));
    if let Some((utuh, bagian)) = tebakan {
        nilai(bahan, aturan, catat, utuh, &bagian);
    }
}

type Susunan = (AngkaId, Vec<AngkaId>);

/// Words by which a list is no division of the whole.
const BUKAN: &[&str] = &[
    "termasuk",
    "antaranya",
    "antara",
    "target",
    "realisasi",
    "rata",
    "menjadi",
    "sampai",
    "hingga",
    "dibandingkan",
    "tahun",
    "masing",
    "setiap",
    "bobot",
    "nilai",
    "dari",
    "orang/",
    "lebih",
    "kurang",
    "sebelumnya",
    "minimal",
    "selama",
];

fn bulat(s: &Sebut) -> bool {
    s.angka.presisi == 0
        && s.angka.skala == 0
        && !s.persen()
        && s.angka.satuan != SatuanCetak::Rupiah
}

fn bagian_bersih(bagian: &[Sebut]) -> bool {
    bagian
        .iter()
        .enumerate()
        .all(|(i, s)| bulat(s) && (i == 0 || !s.ada(BUKAN)) && !s.ada(PERUBAHAN))
}

/// "Dari 14 komputer, 11 unit dalam kondisi baik dan 4 unit rusak": states of all that there are.
fn dari_semua(isi: &Isi) -> Option<Susunan> {
    let (utuh, bagian) = isi.semua.split_first()?;
    let pembuka = utuh.sela.trim();
    // "…, dari 76 pegawai terdapat …" has few words of place before.
    if !pembuka.ends_with("dari") || pembuka.split(' ').count() > 4 || !bulat(utuh) {
        return None;
    }
    let (pertama, terakhir) = (bagian.first()?, bagian.last()?);
    if bagian.len() < 2 || !bagian_bersih(bagian) || pertama.ada(PERUBAHAN) {
        return None;
    }
    let terdapat = pertama.sela.ends_with(" terdapat ") || pertama.sela.ends_with(" ada ");
    // Two states with a comma before the first, or a list behind "terdapat".
    let dua = isi
        .antara(utuh.angka.letak.akhir, pertama.angka.letak.awal)
        .trim_end()
        .ends_with(',')
        && bagian.len() == 2
        && pertama.satuan == terakhir.satuan
        && terakhir.sela.ends_with(" dan ")
        && LAWAN.iter().any(|(a, b)| {
            let (depan, belakang) = (terakhir.sela, normal(isi.ekor(terakhir)));
            mengandung(depan, a) && mengandung(&belakang, b)
        });
    let daftar = terdapat
        && bagian.len() >= 3
        && terakhir.sela.ends_with(" dan ")
        && bagian
            .iter()
            .skip(1)
            .all(|s| s.sela.split_whitespace().count() <= 4);
    let antara_kecil = bagian.iter().all(|s| s.angka.nilai < utuh.angka.nilai);
    ((dua || daftar) && antara_kecil).then(|| (utuh.id, bagian.iter().map(|s| s.id).collect()))
}

/// States that leave no third.
const LAWAN: &[(&[&str], &[&str])] = &[
    (&["baik"], &["rusak"]),
    (
        &[
            "sesuai",
            "dilayani",
            "selesai",
            "diselesaikan",
            "lulus",
            "tuntas",
            "tercapai",
        ],
        &["belum", "tidak", "sisanya"],
    ),
    (&["sudah", "telah"], &["belum"]),
    (&["laki"], &["perempuan"]),
    (&["aktif"], &["tidak"]),
    (
        &[
            "tepat",
            "memenuhi",
            "hadir",
            "disetujui",
            "diterima",
            "berhasil",
        ],
        &["terlambat", "belum", "tidak", "ditolak", "gagal"],
    ),
];

fn mengandung(teks: &str, daftar: &[&str]) -> bool {
    teks.split(' ').any(|kata| daftar.contains(&kata))
}

/// "160 responden, masing-masing 72 dan 78 orang".
fn masing_deret(isi: &Isi) -> Option<Susunan> {
    for (i, tiga) in isi.semua.windows(3).enumerate() {
        let [utuh, a, b] = tiga else {
            continue;
        };
        let cocok = [utuh, a, b].into_iter().all(bulat)
            && a.sela.ends_with(" masing masing ")
            && a.sela.split_whitespace().count() <= 3
            && b.sela == " dan "
            && !utuh.sela.contains(" tahun ")
            && isi.semua.get(i + 3).is_none_or(|s| s.sela != " dan ")
            && utuh.angka.nilai > a.angka.nilai
            && utuh.angka.nilai > b.angka.nilai
            && orang(utuh.satuan)
            && (orang(b.satuan) || b.satuan == utuh.satuan);
        if cocok {
            return Some((utuh.id, vec![a.id, b.id]));
        }
    }
    None
}

fn orang(satuan: &str) -> bool {
    matches!(
        satuan,
        "orang" | "responden" | "peserta" | "pegawai" | "asn" | "siswa" | "jiwa"
    )
}

/// "330 responden (semester I 150 orang dan semester II 150 orang)": nothing but parts in the parentheses.
fn kurung(isi: &Isi) -> Option<Susunan> {
    for (i, utuh) in isi.semua.iter().enumerate() {
        let bagian: Vec<&Sebut> = isi
            .semua
            .get(i + 1..)?
            .iter()
            .take_while(|s| {
                let antara = isi.antara(utuh.angka.letak.akhir, s.angka.letak.awal);
                antara.matches('(').count() == 1 && !antara.contains(')')
            })
            .collect();
        let (Some(pertama), Some(akhir)) = (bagian.first(), bagian.last()) else {
            continue;
        };
        let depan = isi.antara(utuh.angka.letak.akhir, pertama.angka.letak.awal);
        let Some((benda, _)) = depan.split_once('(') else {
            continue;
        };
        let cocok = (2..=8).contains(&bagian.len())
            && benda.split_whitespace().count() == 1
            && bulat(utuh)
            && bagian.iter().all(|s| bulat(s) && !s.ada(BUKAN) && !s.ada(PERUBAHAN))
            && bagian.iter().all(|s| s.angka.nilai < utuh.angka.nilai)
            && bagian.iter().skip(1).all(|s| s.sela.split_whitespace().count() <= 5)
            // Every part is counted in one thing, and a name leads to each.
            && bagian.iter().all(|s| s.satuan == akhir.satuan)
            && (orang(akhir.satuan) || akhir.satuan == normal(benda))
            && isi.ekor(akhir).split(')').next().is_some_and(|s| s.split_whitespace().count() <= 1);
        if cocok {
            return Some((utuh.id, bagian.iter().map(|s| s.id).collect()));
        }
    }
    None
}

/// "312 keluarga: Air Hitam 84, Batu Raja 71, dan Sukarami 38": a name before each part, to the end of the sentence.
fn titik_dua(isi: &Isi) -> Option<Susunan> {
    let (utuh, bagian) = isi.semua.split_first()?;
    let (pertama, akhir) = (bagian.first()?, bagian.last()?);
    let depan = isi.antara(utuh.angka.letak.akhir, pertama.angka.letak.awal);
    let (benda, nama) = depan.split_once(':')?;
    let huruf_besar = |teks: &str| {
        teks.trim_start_matches([',', ';', ' '])
            .trim_start_matches("dan ")
            .trim_start()
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    };
    let mut lalu = utuh;
    let bernama = bagian.iter().all(|s| {
        let antara = isi.antara(lalu.angka.letak.akhir, s.angka.letak.awal);
        let ya = std::ptr::eq(lalu, utuh)
            || (antara.starts_with([',', ';', ' ']) && huruf_besar(antara));
        lalu = s;
        ya && s.sela.split_whitespace().count() <= 6
    });
    let cocok = bagian.len() >= 3
        && bernama
        && huruf_besar(nama)
        && benda.split_whitespace().count() <= 3
        && bulat(utuh)
        && bagian_bersih(bagian)
        && bagian.iter().all(|s| s.angka.nilai < utuh.angka.nilai)
        && isi
            .ekor(akhir)
            .trim_end_matches(['.', ';', ' '])
            .split_whitespace()
            .count()
            <= 1;
    cocok.then(|| (utuh.id, bagian.iter().map(|s| s.id).collect()))
}

/// "4 regu @ 8 orang sehingga seluruhnya 36 orang".
fn kali(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, isi: &Isi) {
    for tiga in isi.semua.windows(3) {
        let [banyak, satu, utuh] = tiga else {
            continue;
        };
        let antara = isi.antara(banyak.angka.letak.akhir, satu.angka.letak.awal);
        let cocok = [banyak, satu, utuh].into_iter().all(bulat)
            && sejenis(satu, utuh)
            && antara.trim_end().ends_with('@')
            && utuh.satuan == satu.satuan
            && utuh.ada(&["sehingga", "jadi", "seluruhnya", "total", "jumlah"])
            && utuh.sela.split_whitespace().count() <= 5;
        let hasil = banyak
            .angka
            .nilai
            .zip(satu.angka.nilai)
            .and_then(|(a, b): (Decimal, Decimal)| a.checked_mul(b));
        let Some(hasil) = hasil.filter(|_| cocok) else {
            continue;
        };
        catat.diperiksa([banyak.id, satu.id, utuh.id]);
        if utuh.angka.nilai == Some(hasil) {
            continue;
        }
        let benar = kinerja::bilangan::format(hasil, 0);
        let hitungan = format!(
            "{} × {} = {benar}",
            tampil(banyak.angka),
            tampil(satu.angka)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &utuh.angka.letak,
                format!(
                    "Seluruhnya tertulis {}, padahal {hitungan}",
                    tampil(utuh.angka)
                ),
                "Cocokkan banyaknya kelompok, isi setiap kelompok, dan jumlah seluruhnya.",
            )
            .hitungan(hitungan)
            .seharusnya(Some(benar))
            .terkait(bahan, [&banyak.angka.letak, &satu.angka.letak]),
        );
    }
}

/// The one number of a sum that the rest of its part of the document knows nothing of, while it knows all others; else
/// the whole.
pub(super) fn tersangka(bacaan: &Bacaan, utuh: AngkaId, bagian: &[AngkaId]) -> AngkaId {
    let piece = bacaan.angka(utuh).letak.piece;
    let batas = bacaan
        .bagian(piece)
        .map_or(piece..piece, |b| b.piece..b.isi.end.max(b.piece));
    let dari = bacaan
        .angka
        .partition_point(|a| a.letak.piece < batas.start);
    let dikenal: BTreeSet<Decimal> = bacaan
        .angka
        .get(dari..)
        .unwrap_or_default()
        .iter()
        .take_while(|a| a.letak.piece < batas.end)
        .filter(|a| a.letak.piece != piece)
        .filter_map(|a| a.besaran())
        .collect();
    let mut asing = bagian.iter().copied().chain([utuh]).filter(|id| {
        bacaan
            .angka(*id)
            .nilai
            .is_none_or(|n| !dikenal.contains(&n))
    });
    match (asing.next(), asing.next()) {
        (Some(satu), None) => satu,
        _ => utuh,
    }
}
