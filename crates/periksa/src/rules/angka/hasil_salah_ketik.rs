//! A result in prose that no figures beside it give, while one relation of them gives it but for a slip of the hand.

mod sisa;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::frasa::{PERUBAHAN, Sebut, sebut};
use super::tiga::tiga;
use crate::bacaan::{Angka, AngkaId, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::salah_ketik::{SalahKetik, salah_ketik};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "hasil-salah-ketik",
    judul: "Hasil hitung pada kalimat berbeda satu ketikan dari hasil yang diperoleh dari angka di dekatnya.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Persentase atau selisih pada kalimat dicoba diperoleh kembali dari angka kalimat itu dan kalimat sebelumnya. Bila tidak satu pun hubungan (bagian dibagi keseluruhan, sisa, perubahan, selisih) menghasilkannya, dan tepat satu hasil berbeda hanya satu ketikan (satu digit lain, dua digit bertukar, satu digit kurang atau lebih, tanda desimal bergeser), angka itu patut diduga salah ketik. Angka yang muncul juga di tempat lain dalam dokumen tidak dinilai.",
            dasar: &["Aritmetika"],
            buruk: &[
                "Sepanjang tahun 2022 dinas menargetkan 2.450 sampel. Sampel yang diperiksa sebanyak 2.391 sampel atau 91,59%.\n",
                "Nilai tahun 2022 sebesar 81,30. Dibandingkan dengan tahun 2021 sebesar 78,15, terjadi peningkatan sebesar 3,51 poin.\n",
                "Dari 160 penyuluh, 147 orang memenuhi angka kunjungan. Yang belum memenuhi ada 31 orang.\n",
                "Tim mengamati 5.040 peluang, dan 4.386 di antaranya dilakukan dengan benar.\n\nPeluang yang terlewat sebanyak 564 kali.\n",
                "Program\tPagu\tRealisasi\nPembinaan\t31.399.000.000\t30.237.767.457\nPelayanan\t30.000.000.000\t30.000.000.000\nJumlah\t61.399.000.000\t60.237.767.457\n\nDana yang tidak terserap Rp1.151.232.543,- sebagian besar belanja barang.\n",
            ],
            baik: &[
                "Dari 160 penyuluh, 147 orang memenuhi angka kunjungan. Yang belum memenuhi ada 13 orang. Yang belum dilatih ada 52 orang.\n",
                "Tim mengamati 5.040 peluang, dan 4.386 di antaranya dilakukan dengan benar.\n\nPeluang yang terlewat sebanyak 654 kali.\n",
                "Sepanjang tahun 2022 dinas menargetkan 2.450 sampel. Sampel yang diperiksa sebanyak 2.391 sampel atau 97,59%.\n",
                "Nilai tahun 2022 sebesar 81,30. Dibandingkan dengan tahun 2021 sebesar 78,15, terjadi peningkatan sebesar 3,15 poin.\n",
                "Sepanjang tahun 2022 dinas menargetkan 2.450 sampel. Sampel yang diperiksa sebanyak 2.391 sampel; anggarannya terserap 91,23%.\n",
            ],
        },
    },
};

/// Sentences before, in the same paragraph, whose figures may be operands.
const KALIMAT_LALU: usize = 3;
/// Operands nearest to the result.
const OPERAN_TERBANYAK: usize = 12;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    sisa::periksa(bahan, aturan, catat);
    let capaian: BTreeSet<AngkaId> = tiga(bacaan).into_iter().map(|t| t.capaian).collect();
    let mut banyak: BTreeMap<Decimal, usize> = BTreeMap::new();
    for nilai in bacaan.angka.iter().filter_map(Angka::besaran) {
        *banyak.entry(nilai.abs()).or_default() += 1;
    }
    let mut lalu: Vec<(usize, Vec<Sebut>)> = Vec::new();
    for kalimat in &bacaan.kalimat {
        let piece = kalimat.letak.piece;
        lalu.retain(|(p, _)| *p == piece);
        lalu.push((piece, sebut(bacaan, kalimat)));
        if lalu.len() > KALIMAT_LALU + 1 {
            lalu.remove(0);
        }
        let Some(((_, kini), sebelum)) = lalu.split_last() else {
            continue;
        };
        for (k, hasil) in kini.iter().enumerate() {
            let unik = hasil
                .angka
                .nilai
                .is_some_and(|n| banyak.get(&n.abs()) == Some(&1));
            if !unik || capaian.contains(&hasil.id) || hasil.angka.presisi == 0 {
                continue;
            }
            let depan = kini.get(..k).unwrap_or_default();
            let operan: Vec<&Sebut> = depan
                .iter()
                .rev()
                .chain(sebelum.iter().rev().flat_map(|(_, s)| s.iter().rev()))
                .take(OPERAN_TERBANYAK)
                .collect();
            let belakang: Vec<&Sebut> = kini.get(k + 1..).unwrap_or_default().iter().collect();
            satu(
                bahan,
                aturan,
                catat,
                hasil,
                &operan,
                &belakang,
                !depan.is_empty(),
            );
        }
    }
}

/// What a printed figure says that it is the result of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Jenis {
    /// A share of a whole.
    Bagian,
    /// A change or a difference.
    Beda,
}

fn jenis(hasil: &Sebut) -> Option<Jenis> {
    let kata: Vec<&str> = hasil.sela.split_whitespace().rev().take(5).collect();
    let ada = |daftar: &[&str]| kata.iter().any(|k| daftar.contains(k));
    if ada(&[
        "dari", "menjadi", "target", "bobot", "pagu", "minimal", "rata",
    ]) {
        return None;
    }
    if ada(PERUBAHAN) || ada(&["selisih", "selisihnya"]) {
        return Some(Jenis::Beda);
    }
    let bagian = hasil.persen()
        && (hasil.menyamai()
            || ada(&[
                "rasio",
                "persentase",
                "persentasenya",
                "realisasinya",
                "prevalensi",
                "cakupan",
                "proporsi",
            ]));
    bagian.then_some(Jenis::Bagian)
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    hasil: &Sebut,
    operan: &[&Sebut],
    belakang: &[&Sebut],
    sekalimat: bool,
) {
    let Some(jenis) = jenis(hasil) else {
        return;
    };
    let semua: Vec<&Sebut> = operan.iter().chain(belakang).copied().collect();
    if terjelaskan(hasil, &semua) {
        return;
    }
    let mut calon: Vec<(Hitungan, [&Angka; 2], SalahKetik)> = Vec::new();
    for (i, a) in operan.iter().enumerate() {
        for b in operan.get(i + 1..).unwrap_or_default() {
            // The nearer operand stands right before the result, or the result opens its sentence.
            if jenis == Jenis::Bagian && sekalimat && i > 1 {
                continue;
            }
            for h in hubungan(jenis, hasil, a, b) {
                let slip = hasil
                    .angka
                    .nilai
                    .and_then(|n| salah_ketik(n, hasil.angka.presisi, h.nilai));
                let Some(slip) = slip else {
                    continue;
                };
                if calon
                    .iter()
                    .all(|(lain, ..)| lain.nilai.abs() != h.nilai.abs())
                {
                    calon.push((h, [a.angka, b.angka], slip));
                }
            }
        }
    }
    let [(hitungan, [a, b], slip)] = calon.as_slice() else {
        return;
    };
    catat.diperiksa([hasil.id]);
    let presisi = hasil.angka.presisi;
    let benar = hitungan.hasil(presisi).trim_start_matches('-').to_owned();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &hasil.angka.letak,
            format!(
                "tercetak {}, padahal {} ({})",
                tampil(hasil.angka),
                hitungan.tampil(presisi),
                slip.sebutan()
            ),
            format!("Tulis {benar}, atau periksa kedua angka pembentuknya pada sumbernya."),
        )
        .seharusnya(Some(benar))
        .hitungan(hitungan.tampil(presisi))
        .terkait(bahan, [&a.letak, &b.letak]),
    );
}

/// Results that two figures give in the sense of the words; the first is the nearer one.
fn hubungan(jenis: Jenis, hasil: &Sebut, a: &Sebut, b: &Sebut) -> Vec<Hitungan> {
    let sebanding = super::alat::sebanding(a.angka, b.angka) && a.angka.satuan == b.angka.satuan;
    if !sebanding || a.angka.nilai == b.angka.nilai {
        return Vec::new();
    }
    match jenis {
        // Parts and wholes are counts or money; the smaller is the part.
        Jenis::Bagian => {
            let hitung = a.angka.presisi == 0 && b.angka.presisi == 0 && !a.persen();
            let (kecil, besar) = if a.angka.nilai < b.angka.nilai {
                (a, b)
            } else {
                (b, a)
            };
            let cukup = kecil.angka.nilai.is_some_and(|n| n >= Decimal::TEN);
            let benda = a.satuan == b.satuan || a.angka.satuan == SatuanCetak::Rupiah;
            if hitung && cukup && benda && besar.angka.nilai > Some(Decimal::ZERO) {
                hitung::capaian(kecil.angka, besar.angka)
                    .into_iter()
                    .collect()
            } else {
                Vec::new()
            }
        }
        Jenis::Beda => {
            let sama = a.angka.presisi == b.angka.presisi;
            // The earlier figure of a change stands before or behind; the size is the same.
            let persen = hasil.persen() && !a.persen();
            let beda = (!persen && sama && a.angka.presisi == hasil.angka.presisi)
                .then(|| hitung::selisih(b.angka, a.angka))
                .flatten();
            beda.into_iter().collect()
        }
    }
}

/// Whether some relation of the figures around gives the printed result.
fn terjelaskan(hasil: &Sebut, semua: &[&Sebut]) -> bool {
    let cocok = |h: Option<Hitungan>| {
        h.is_some_and(|h| {
            h.cocok(hasil.angka)
                || Hitungan {
                    nilai: -h.nilai,
                    selang: kinerja::Selang {
                        bawah: -h.selang.atas,
                        atas: -h.selang.bawah,
                    },
                    ..h.clone()
                }
                .cocok(hasil.angka)
                || Hitungan {
                    selang: kinerja::Selang {
                        bawah: Decimal::ONE_HUNDRED.saturating_sub(h.selang.atas),
                        atas: Decimal::ONE_HUNDRED.saturating_sub(h.selang.bawah),
                    },
                    ..h
                }
                .cocok(hasil.angka)
        })
    };
    semua.iter().enumerate().any(|(i, a)| {
        semua.iter().enumerate().any(|(j, b)| {
            i != j
                && b.angka.nilai.is_some_and(|n| !n.is_zero())
                && (cocok(hitung::selisih(a.angka, b.angka))
                    // Only a percentage is a quotient.
                    || (hasil.persen()
                        && (cocok(hitung::capaian(a.angka, b.angka))
                            || cocok(hitung::perubahan(a.angka, b.angka))
                            || cocok(bagian_jumlah(a.angka, b.angka)))))
        })
    })
}

/// The share of one figure in both together.
fn bagian_jumlah(a: &Angka, b: &Angka) -> Option<Hitungan> {
    let jumlah = hitung::jumlah(&[a, b])?;
    if jumlah.nilai.is_zero() {
        return None;
    }
    let nilai = a
        .nilai?
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(jumlah.nilai)?;
    Some(Hitungan {
        nilai,
        selang: kinerja::Selang::titik(nilai),
        ..jumlah
    })
}
