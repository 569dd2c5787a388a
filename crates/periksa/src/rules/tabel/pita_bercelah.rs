//! Bands of categories with gaps between them, or with values in two of them.

use document::source::Piece;
use hukum::Hukum;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{JenisBaris, Letak, Tabel};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};
use kinerja::bilangan;

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pita-bercelah",
    judul: "Rentang kategori pada sebuah tabel bercelah atau bertumpang-tindih.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rentang yang berurutan harus bersambung pada ketelitian yang tercetak: sesudah 2,59 menyusul 2,60. Nilai di dalam celah tidak berkategori, nilai di dalam tumpang-tindih berkategori dua. Batas yang sama pada dua rentang dinilai hanya bila tidak ada tanda lebih dari. Celah yang memang tercetak pada peraturan disebut sebagai saran.",
            dasar: &["Setiap nilai termasuk tepat satu kategori"],
            buruk: &[
                "Nilai\tKategori\n0 – 50,00\tKurang\n55,00 – 75,00\tCukup\n75,01 – 100,00\tBaik\n",
                "Interval\tMutu\tKinerja\n1,00 - 1,75\tD\tTidak baik\n1,70 - 2,50\tC\tKurang baik\n2,51 - 3,25\tB\tBaik\n3,26 - 4,00\tA\tSangat baik\n",
            ],
            baik: &[
                "Nilai\tKategori\n0 – 50,00\tKurang\n50,01 – 75,00\tCukup\n75,01 – 100,00\tBaik\n",
                "Nilai\tPredikat\n> 90 - 100\tAA\n> 80 - 90\tA\n> 70 - 80\tBB\n",
                "Tahun\tTarget\n2020 - 2021\t75\n2022 - 2023\t80\n2025 - 2026\t85\n",
            ],
        },
    },
};

/// A band as printed.
struct Pita {
    bawah: Decimal,
    atas: Decimal,
    presisi: (u32, u32),
    terbuka: bool,
    letak: Letak,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for tabel in &bahan.bacaan.tabel {
        for k in 0..tabel.kolom.len() {
            let pita = pita(bahan, tabel, k);
            if pita.len() >= 3 {
                bandingkan(bahan, aturan, catat, pita);
            }
        }
    }
}

/// The bands of a column; empty where a row holds none.
fn pita(bahan: &BahanDokumen, tabel: &Tabel, k: usize) -> Vec<Pita> {
    let bacaan = bahan.bacaan;
    let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece) else {
        return Vec::new();
    };
    let mut teks: Vec<(usize, &str)> = Vec::new();
    for baris in tabel
        .baris
        .iter()
        .filter(|b| !matches!(b.jenis, JenisBaris::Kepala | JenisBaris::NomorKolom))
    {
        let Some(sel) = grid.covering(baris.row, k) else {
            return Vec::new();
        };
        let isi = alat::teks(bacaan, tabel, baris.row, k);
        if isi.is_empty() {
            continue;
        }
        teks.push((sel, isi));
    }
    // A point with other than three digits behind it is a decimal mark, and then all points of the column are.
    let titik = teks.iter().any(|(_, isi)| {
        isi.match_indices('.').any(|(i, _)| {
            let digit = isi
                .get(i + 1..)
                .unwrap_or_default()
                .chars()
                .take_while(char::is_ascii_digit)
                .count();
            digit > 0 && digit != 3
        })
    });
    let mut hasil = Vec::new();
    for (sel, isi) in teks {
        let Some((bawah, atas, presisi)) = ujung(isi, titik) else {
            // Words before the first band may be a heading.
            if hasil.is_empty() && !isi.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            return Vec::new();
        };
        hasil.push(Pita {
            bawah,
            atas,
            presisi,
            terbuka: isi.contains(['>', '<', '≥', '≤']),
            letak: Letak::di_sel(
                tabel.piece,
                sel,
                0..grid
                    .cells
                    .get(sel)
                    .map_or(0, |s| s.passage.text.trim_end().len()),
            ),
        });
    }
    // Years and ranks are no bands.
    let tahun = hasil.iter().all(|p| {
        p.presisi == (0, 0) && p.bawah >= Decimal::from(1900) && p.atas <= Decimal::from(2100)
    });
    if tahun { Vec::new() } else { hasil }
}

/// Both ends of a text that is two numbers with a dash or "sampai" between.
fn ujung(teks: &str, titik: bool) -> Option<(Decimal, Decimal, (u32, u32))> {
    let rapi = teks
        .replace(['–', '—', '−'], "-")
        .replace("s.d.", "-")
        .replace("s/d", "-")
        .replace("sampai dengan", "-")
        .replace("sampai", "-");
    let mut bagian = rapi.split('-').map(str::trim).filter(|b| !b.is_empty());
    let (kiri, kanan) = (bagian.next()?, bagian.next()?);
    if bagian.next().is_some() {
        return None;
    }
    let (bawah, p) = angka(kiri, titik)?;
    let (atas, q) = angka(kanan, titik)?;
    (bawah < atas).then_some((bawah, atas, (p, q)))
}

fn angka(teks: &str, titik: bool) -> Option<(Decimal, u32)> {
    let inti = teks.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '>' | '<' | '=' | '≥' | '≤' | '%' | '(' | ')' | '[' | ']')
    });
    let baku = if titik {
        inti.replace('.', ",")
    } else {
        inti.to_owned()
    };
    let hasil = bilangan::parse(&baku).ok()?;
    Some((hasil.nilai, hasil.presisi))
}

fn bandingkan(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, mut pita: Vec<Pita>) {
    pita.sort_by_key(|p| p.bawah);
    let mut cacat: Vec<(usize, String)> = Vec::new();
    for (i, dua) in pita.windows(2).enumerate() {
        let [bawah, atas] = dua else { continue };
        let presisi = bawah.presisi.1.max(atas.presisi.0);
        let satu = Decimal::new(1, presisi.min(20));
        let sela = atas.bawah.saturating_sub(bawah.atas);
        let ujung_atas = |pita: &Pita| bilangan::format(pita.atas, pita.presisi.1);
        let ujung_bawah = |pita: &Pita| bilangan::format(pita.bawah, pita.presisi.0);
        if sela > satu {
            cacat.push((
                i,
                format!(
                    "nilai di antara {} dan {} tidak termasuk kategori mana pun",
                    ujung_atas(bawah),
                    ujung_bawah(atas)
                ),
            ));
        } else if sela.is_sign_negative() && !sela.is_zero() {
            cacat.push((
                i,
                format!(
                    "nilai {} sampai {} termasuk dua kategori",
                    ujung_bawah(atas),
                    ujung_atas(bawah)
                ),
            ));
        } else if sela.is_zero() && !bawah.terbuka && !atas.terbuka && presisi > 0 {
            cacat.push((
                i,
                format!("nilai {} termasuk dua kategori", ujung_bawah(atas)),
            ));
        }
    }
    let Some((pertama, _)) = cacat.first() else {
        return;
    };
    let Some(letak) = pita.get(*pertama).map(|p| p.letak.clone()) else {
        return;
    };
    let resmi = resmi(bahan.hukum, &pita);
    let rinci: Vec<&str> = cacat.iter().map(|(_, teks)| teks.as_str()).collect();
    let tambahan = if resmi {
        " Batasnya sesuai dengan peraturan; tuliskan pembulatan yang dipakai sebelum nilai digolongkan."
    } else {
        ""
    };
    let lain: Vec<Letak> = cacat
        .iter()
        .skip(1)
        .filter_map(|(i, _)| pita.get(*i))
        .map(|p| p.letak.clone())
        .collect();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            format!("Rentang kategori tidak bersambung: {}.{tambahan}", rinci.join("; ")),
            "Sambungkan batas rentang pada ketelitian yang sama, atau sebutkan bahwa nilai dibulatkan lebih dahulu.",
        )
        .berat(if resmi { Berat::Saran } else { Berat::Anjuran })
        .terkait(bahan, &lain),
    );
}

/// Whether the lower ends are those of a table of the law, on its own scale or on the scale of the answers.
fn resmi(hukum: &Hukum, pita: &[Pita]) -> bool {
    let faktor: Vec<Decimal> = hukum
        .ketentuan
        .iter()
        .filter(|k| k.kode.ends_with(".faktor"))
        .filter_map(|k| k.angka())
        .chain([Decimal::ONE])
        .collect();
    hukum.ketentuan.iter().filter_map(|k| k.pita()).any(|baku| {
        baku.kelas.len() == pita.len()
            && faktor.iter().any(|faktor| {
                baku.kelas.iter().zip(pita).all(|(kelas, p)| {
                    let sini = p.bawah.saturating_mul(*faktor);
                    // The regulations print the scale of answers with up to four decimals.
                    (sini - kelas.dari).abs() <= Decimal::new(2, 2)
                })
            })
    })
}
