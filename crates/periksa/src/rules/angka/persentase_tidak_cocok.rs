//! A share in a sentence that the two figures beside it do not give.

mod pola;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::frasa::{PERUBAHAN, Sebut, sebut, sejenis};
use super::tiga::tiga;
use crate::bacaan::{AngkaId, Bacaan, JenisBaris, Kalimat, Letak, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "persentase-tidak-cocok",
    judul: "Persentase pada kalimat tidak dihasilkan oleh bagian dan keseluruhan yang disebut bersamanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kalimat seperti \"45 dari 60 perkara atau 75%\" dihitung ulang: bagian dibagi keseluruhan. Pembulatan dan pemotongan dapat diterima, begitu pula persentase sisanya. Persentase perubahan dan capaian dinilai oleh aturan lain.",
            dasar: &["Aritmetika: bagian / keseluruhan × 100%"],
            buruk: &[
                "Pada tahun 2022 sebanyak 45 dari 60 perkara diputus tepat waktu (85,00%).\n",
                "Dari 120 sampel yang diperiksa, 90 sampel memenuhi syarat atau 85%.\n",
                "Penghuni berjumlah 450 orang, sedangkan kapasitas 300 orang, sehingga kelebihan hunian mencapai 150,00%.\n",
                "Selama tahun 2022 diterima 1.400 permohonan dan diselesaikan 1.260 permohonan (95,00%).\n",
                "Jumlah ternak yang diperiksa sebanyak 1.250 ekor dan yang sakit sebanyak 150 ekor, sehingga prevalensi penyakit adalah 15,00%.\n",
                "Kelompok tani binaan tahun 2022 sebanyak 80 kelompok. Kelompok yang aktif sebanyak 60 kelompok atau 133,33%.\n",
            ],
            baik: &[
                "Pada tahun 2022 sebanyak 45 dari 60 perkara diputus tepat waktu (75,00%). Sisanya 15 perkara (25%).\n",
                "Dari 120 sampel yang diperiksa, 90 sampel memenuhi syarat atau 75%.\n",
                "Penghuni berjumlah 450 orang, sedangkan kapasitas 300 orang, sehingga kelebihan hunian mencapai 50,00%.\n",
                "Selama tahun 2022 diterima 1.400 permohonan dan diselesaikan 1.260 permohonan (90,00%).\n",
                "Jumlah perkara turun dari 120 menjadi 90 perkara atau turun 25%.\n",
                "Sebanyak 14 laki-laki dan 6 perempuan (30%) mengikuti pelatihan. Kegiatan diikuti 3 dari 5 desa pada 2 kecamatan atau 10% wilayah.\n",
                "Kelompok tani binaan tahun 2022 sebanyak 80 kelompok. Kelompok yang aktif sebanyak 60 kelompok atau 75%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let capaian: BTreeSet<AngkaId> = tiga(bacaan).into_iter().map(|t| t.capaian).collect();
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let semua = sebut(bacaan, kalimat);
        pola::kelebihan(bahan, aturan, catat, &semua);
        pola::kelamin(bahan, aturan, catat, kalimat, &semua);
        for k in 0..semua.len() {
            let Some(persen) = semua.get(k).filter(|s| s.persen()) else {
                continue;
            };
            if capaian.contains(&persen.id) {
                continue;
            }
            if let Some((bagian, utuh)) = pasangan(&semua, k) {
                satu(bahan, aturan, catat, persen, bagian, utuh);
            } else if let Some((bagian, utuh)) = kalimat_lalu(bacaan, i, kalimat, &semua, k) {
                sebelumnya(bahan, aturan, catat, persen, bagian, &utuh);
            }
        }
    }
}

/// Words that make of two figures something else than a part and its whole.
const LAIN: &[&str] = &[
    "target",
    "pagu",
    "anggaran",
    "menjadi",
    "selisih",
    "dibandingkan",
    "daripada",
    "rata",
    "sedangkan",
    "sementara",
    "sisanya",
];

/// Words of what came in, and of what was done with it.
const MASUK: &[&str] = &["diterima", "menerima", "masuk", "diajukan", "terdaftar"];
const SELESAI: &[&str] = &[
    "diselesaikan",
    "selesai",
    "diputus",
    "dilayani",
    "ditindaklanjuti",
    "diterbitkan",
];

/// Words of a share.
const BAGIAN: &[&str] = &[
    "persentase",
    "prevalensi",
    "proporsi",
    "rasio",
    "tingkat",
    "cakupan",
    "angka",
];

/// The part and the whole of the percentage at a place, where the words say so.
fn pasangan<'s, 'b>(semua: &'s [Sebut<'b>], k: usize) -> Option<(&'s Sebut<'b>, &'s Sebut<'b>)> {
    let persen = semua.get(k)?;
    // "75% (45 dari 60 perkara)".
    if let (Some(a), Some(b)) = (semua.get(k + 1), semua.get(k + 2))
        && a.tanda == Some('(')
        && a.sela.trim().is_empty()
        && dari(b.sela)
        && sejenis(a, b)
        && !persen.ada(PERUBAHAN)
    {
        return Some((a, b));
    }
    let (a, b) = (semua.get(k.checked_sub(2)?)?, semua.get(k.checked_sub(1)?)?);
    let bersih = [a, b, persen]
        .iter()
        .all(|s| !s.ada(PERUBAHAN) && !s.frasa(&["dari target", "dari pagu"]))
        && !b.ada(LAIN)
        && !persen.ada(LAIN);
    if !bersih || !sejenis(a, b) {
        return None;
    }
    let dekat = persen.sela.split_whitespace().count() <= 10;
    let hasil =
        persen.frasa(&["sehingga", "dengan demikian", "yaitu", "yakni"]) && persen.ada(BAGIAN);
    if (persen.menyamai() || hasil) && dekat {
        // "45 dari 60 perkara ... (75%)".
        if dari(b.sela) {
            return Some((a, b));
        }
        // "Dari 60 perkara, 45 perkara ... atau 75%".
        if k == 2
            && a.sela.starts_with(" dari ")
            && a.sela.split_whitespace().count() <= 4
            && !dari_di(b.sela)
        {
            return Some((b, a));
        }
    }
    // "Diterima 60 permohonan dan diselesaikan 45 permohonan (75%)".
    if persen.tanda == Some('(')
        && persen.sela.split_whitespace().count() <= 1
        && a.satuan == b.satuan
        && a.ada(MASUK)
        && b.ada(SELESAI)
        && b.ada(&["dan"])
        && b.sela.split_whitespace().count() <= 6
        && b.angka.nilai <= a.angka.nilai
    {
        return Some((b, a));
    }
    // "Yang diukur 60 dan yang pendek 45, sehingga prevalensi adalah 75%": which is the part, the size tells.
    if hasil && dekat && b.ada(&["dan"]) && k == 2 {
        return match a.angka.nilai? >= b.angka.nilai? {
            true => Some((b, a)),
            false => Some((a, b)),
        };
    }
    None
}

/// Whether the words between part and whole are "(things) dari (a total of)".
fn dari(sela: &str) -> bool {
    let kata: Vec<&str> = sela.split_whitespace().collect();
    dari_di(sela) && kata.len() <= 8
}

fn dari_di(sela: &str) -> bool {
    sela.contains(" dari ")
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    persen: &Sebut,
    bagian: &Sebut,
    utuh: &Sebut,
) {
    let Some(hitungan) = hitung::capaian(bagian.angka, utuh.angka) else {
        return;
    };
    catat.diperiksa([persen.id, bagian.id, utuh.id]);
    if cocok(&hitungan, bagian, utuh, persen) {
        return;
    }
    catat.temuan(temuan(bahan, aturan, persen, bagian, utuh, &hitungan));
}

/// Whether the percentage is the share, its rest, a change, or the share of the part in both together.
fn cocok(hitungan: &Hitungan, bagian: &Sebut, utuh: &Sebut, persen: &Sebut) -> bool {
    if hitungan.cocok(persen.angka) {
        return true;
    }
    let seratus = kinerja::Selang::titik(Decimal::ONE_HUNDRED);
    let sisa = seratus.kurang(hitungan.selang).map(|selang| Hitungan {
        selang,
        ..hitungan.clone()
    });
    let jumlah = hitung::jumlah(&[bagian.angka, utuh.angka]).and_then(|jumlah| {
        let selang = bagian.angka.selang()?.kali(seratus)?.bagi(jumlah.selang)?;
        Some(Hitungan {
            selang,
            ..hitungan.clone()
        })
    });
    [sisa, jumlah]
        .into_iter()
        .flatten()
        .any(|h| h.cocok(persen.angka))
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    persen: &Sebut,
    bagian: &Sebut,
    utuh: &Sebut,
    hitungan: &Hitungan,
) -> Temuan {
    let presisi = persen.angka.presisi.max(2);
    if let Some(lain) = bagian_lain(bahan.bacaan, persen, bagian, utuh) {
        return Temuan::di(
            aturan,
            bahan,
            &bagian.angka.letak,
            format!(
                "{} tidak menghasilkan {} dari {}; tabel memuat {}, yang menghasilkannya",
                tampil(bagian.angka),
                tampil(persen.angka),
                tampil(utuh.angka),
                tampil(lain)
            ),
            "Cocokkan bagian, keseluruhan, dan persentasenya dengan data sumbernya.",
        )
        .seharusnya(Some(tampil(lain)))
        .hitungan(hitungan.tampil(presisi))
        .terkait(bahan, [&persen.angka.letak, &utuh.angka.letak, &lain.letak]);
    }
    salah(
        bahan,
        aturan,
        persen,
        hitungan,
        &[bagian.angka.letak.clone(), utuh.angka.letak.clone()],
    )
}

/// A percentage that its figures do not give.
fn salah(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    persen: &Sebut,
    hitungan: &Hitungan,
    terkait: &[Letak],
) -> Temuan {
    let presisi = persen.angka.presisi.max(2);
    Temuan::di(
        aturan,
        bahan,
        &persen.angka.letak,
        format!(
            "persentase tercetak {}, padahal {}",
            tampil(persen.angka),
            hitungan.tampil(presisi)
        ),
        format!(
            "Tulis {}, atau periksa kedua angka pembentuknya pada sumbernya.",
            hitungan.hasil(presisi)
        ),
    )
    .seharusnya(Some(hitungan.hasil(presisi)))
    .hitungan(hitungan.tampil(presisi))
    .selang(hitungan.selang, presisi)
    .terkait(bahan, terkait)
}

/// A figure of a table that, in the part's place, gives the printed percentage, while the part stands nowhere else.
fn bagian_lain<'b>(
    bacaan: &'b Bacaan,
    persen: &Sebut,
    bagian: &Sebut,
    utuh: &Sebut,
) -> Option<&'b crate::bacaan::Angka> {
    /// Smaller counts give a percentage by chance.
    const TERKECIL: i64 = 1_000;
    if persen.angka.presisi < 2 || utuh.angka.nilai? < TERKECIL.into() {
        return None;
    }
    let lain = |a: &&crate::bacaan::Angka| a.letak != bagian.angka.letak && a.besaran().is_some();
    if bacaan
        .angka
        .iter()
        .filter(lain)
        .any(|a| a.nilai == bagian.angka.nilai)
    {
        return None;
    }
    bacaan.angka.iter().filter(lain).find(|a| {
        a.letak.sel.is_some()
            && a.presisi == 0
            && a.nilai < utuh.angka.nilai
            && hitung::capaian(a, utuh.angka).is_some_and(|h| h.cocok(persen.angka))
    })
}

/// "60 kelompok atau 75%": the part of a whole that the sentences before name with the same unit.
fn kalimat_lalu<'s, 'b>(
    bacaan: &'b Bacaan,
    i: usize,
    kalimat: &Kalimat,
    semua: &'s [Sebut<'b>],
    k: usize,
) -> Option<(&'s Sebut<'b>, Sebut<'b>)> {
    let (bagian, persen) = (semua.get(k.checked_sub(1)?)?, semua.get(k)?);
    let cocok = k == 1
        && persen.menyamai()
        && persen.sela.split_whitespace().count() <= 3
        && bagian.angka.satuan == SatuanCetak::Cacah
        && bagian.angka.presisi == 0
        && [bagian, persen].iter().all(|s| {
            !s.ada(PERUBAHAN)
                && !s.ada(LAIN)
                && !s.ada(&["lebih", "kurang", "terealisasi", "realisasi"])
        });
    if !cocok {
        return None;
    }
    if let Some(utuh) = tabel_lalu(bacaan, kalimat, bagian) {
        return Some((bagian, utuh));
    }
    let lalu = bacaan.kalimat.get(i.checked_sub(1)?)?;
    if lalu.letak.piece != kalimat.letak.piece || lalu.letak.sel != kalimat.letak.sel {
        return None;
    }
    let utuh = sebut(bacaan, lalu).into_iter().find(|s| {
        s.satuan == bagian.satuan
            && sejenis(s, bagian)
            && s.frasa(&["sebanyak", "berjumlah", "terdapat"])
    })?;
    Some((bagian, utuh))
}

/// The last figure of the total of the table right above, where the part may be one of its rows.
fn tabel_lalu<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat, bagian: &Sebut<'b>) -> Option<Sebut<'b>> {
    let sebelum = kalimat.letak.piece.checked_sub(1)?;
    let tabel = bacaan.tabel.iter().find(|t| t.piece == sebelum)?;
    let total = tabel.baris.iter().rfind(|b| b.jenis == JenisBaris::Total)?;
    let id = (0..tabel.kolom.len())
        .rev()
        .find_map(|k| tabel.sel(total.row, k).first().copied())?;
    let angka = bacaan.angka(id);
    let bulat = angka.presisi == 0
        && matches!(angka.satuan, SatuanCetak::Cacah | SatuanCetak::Tanpa)
        && angka.nilai >= bagian.angka.nilai;
    bulat.then_some(Sebut {
        id,
        angka,
        sela: "",
        tanda: None,
        satuan: bagian.satuan,
    })
}

/// A share of a whole in another sentence: wrong only if no figure of the whole document is the whole.
fn sebelumnya(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    persen: &Sebut,
    bagian: &Sebut,
    utuh: &Sebut,
) {
    let bacaan = bahan.bacaan;
    let ada = bacaan.angka.iter().any(|angka| {
        angka.besaran().is_some_and(|n| n > Decimal::ZERO)
            && angka.satuan != SatuanCetak::Persen
            && angka.letak != bagian.angka.letak
            && hitung::capaian(bagian.angka, angka).is_some_and(|h| h.cocok(persen.angka))
    });
    let Some(hitungan) = hitung::capaian(bagian.angka, utuh.angka) else {
        return;
    };
    catat.diperiksa([persen.id]);
    if ada || cocok(&hitungan, bagian, utuh, persen) {
        return;
    }
    catat.temuan(temuan(bahan, aturan, persen, bagian, utuh, &hitungan).berat(Berat::Anjuran));
}

#[cfg(test)]
mod tests {
    use super::dari;

    #[test]
    fn a_whole_is_named_by_few_words_behind_from() {
        assert!(dari(" perkara dari "));
        assert!(dari(" orang dari seluruhnya "));
        assert!(!dari(" perkara dan "));
        assert!(!dari(
            " perkara yang masuk pada bulan januari sampai dengan maret dari "
        ));
    }
}
