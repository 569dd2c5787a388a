//! A mean per month in prose, and the table of months above it.

use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, JenisBaris, Kalimat, Tabel};
use crate::hitung::{self, Hitungan, tampil};
use crate::rules::angka::frasa::{Sebut, sebut};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Fewer months are no year.
const BULAN_TERSEDIKIT: usize = 6;
/// Pieces between the table and the sentence.
const TERJAUH: usize = 3;

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for kalimat in &bacaan.kalimat {
        let teks = normal(bacaan.teks(&kalimat.letak));
        let per_bulan = ["per bulan", "setiap bulan", "tiap bulan", "sebulan"]
            .iter()
            .any(|f| teks.contains(f));
        sehari(bahan, aturan, catat, kalimat, &teks);
        if !per_bulan || !teks.contains("rata rata") {
            continue;
        }
        let semua = sebut(bacaan, kalimat);
        let [rerata] = semua.as_slice() else {
            continue;
        };
        if !rerata.persen()
            && rerata.sela.contains(" rata rata ")
            && let Some(tabel) = tabel(bacaan, kalimat)
        {
            satu(bahan, aturan, catat, rerata, tabel);
        }
    }
}

/// The table right above, within the same part.
fn tabel<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat) -> Option<&'b Tabel> {
    let piece = kalimat.letak.piece;
    let sampai = bacaan.tabel.partition_point(|t| t.piece < piece);
    let tabel = bacaan.tabel.get(sampai.checked_sub(1)?)?;
    (tabel.piece.saturating_add(TERJAUH) >= piece).then_some(tabel)
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rerata: &Sebut,
    tabel: &Tabel,
) {
    let bacaan = bahan.bacaan;
    let deret = deret(bacaan, tabel);
    let mut dapat: Vec<Hitungan> = deret.iter().filter_map(|d| hitung::rerata(d)).collect();
    let Some(utama) = dapat.first().cloned() else {
        return;
    };
    // The printed total, right or wrong, and any other figure of the table over as many months.
    for (id, banyak) in tabel
        .angka
        .values()
        .flatten()
        .flat_map(|id| deret.iter().map(|d| (*id, d.len())))
    {
        let angka = bacaan.angka(id);
        let hasil = angka
            .nilai
            .and_then(|n| n.checked_div(Decimal::from(banyak)));
        if let Some(nilai) = hasil {
            dapat.push(Hitungan {
                nilai,
                selang: kinerja::Selang::titik(nilai),
                ..utama.clone()
            });
        }
    }
    catat.diperiksa([rerata.id]);
    let bulatan = |h: &Hitungan| {
        rerata.angka.nilai.is_some_and(|n| {
            h.dapat_tercetak(n, rerata.angka.presisi)
                || kinerja::bilangan::round_half_up(h.nilai, 0) == n
                || h.nilai.ceil() == n
        })
    };
    if dapat.iter().any(bulatan) {
        return;
    }
    let presisi = rerata.angka.presisi.max(1);
    let suku: Vec<_> = deret
        .first()
        .map(|d| d.iter().map(|a| a.letak.clone()).collect())
        .unwrap_or_default();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &rerata.angka.letak,
            format!(
                "rata-rata per bulan tercetak {}, padahal dari tabel di atasnya {}",
                tampil(rerata.angka),
                utama.tampil(presisi)
            ),
            format!("Tulis {}, atau periksa isi tabelnya.", utama.hasil(presisi)),
        )
        .seharusnya(Some(utama.hasil(presisi)))
        .hitungan(utama.tampil(presisi))
        .terkait(bahan, &suku),
    );
}

/// The values of the months: of each row whose columns are months, or of each column whose rows are.
fn deret<'b>(bacaan: &'b Bacaan, tabel: &Tabel) -> Vec<Vec<&'b Angka>> {
    let satu = |row: usize, kolom: usize| match tabel.sel(row, kolom) {
        [id] => Some(bacaan.angka(*id)).filter(|a| a.besaran().is_some()),
        _ => None,
    };
    let bulan_kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| tabel.kolom.get(*k).is_some_and(|k| k.bulan.is_some()))
        .collect();
    let mut hasil: Vec<Vec<&Angka>> = Vec::new();
    if bulan_kolom.len() >= BULAN_TERSEDIKIT {
        for baris in tabel.baris.iter().filter(|b| b.jenis != JenisBaris::Kepala) {
            hasil.push(
                bulan_kolom
                    .iter()
                    .filter_map(|k| satu(baris.row, *k))
                    .collect(),
            );
        }
    } else {
        for kolom in 0..tabel.kolom.len() {
            let isi = tabel.baris.iter().filter(|b| b.bulan.is_some());
            hasil.push(isi.filter_map(|b| satu(b.row, kolom)).collect());
        }
    }
    hasil.retain(|d| d.len() >= BULAN_TERSEDIKIT);
    hasil
}

/// "Setiap hari kerja (246 hari) dilayani 14,8 pemohon": the total of the table above over the days.
fn sehari(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    teks: &str,
) {
    let bacaan = bahan.bacaan;
    if !teks.contains("rata")
        || !["setiap hari", "per hari", "tiap hari"]
            .iter()
            .any(|f| teks.contains(f))
    {
        return;
    }
    let semua = sebut(bacaan, kalimat);
    let [a, b] = semua.as_slice() else {
        return;
    };
    let (hari, rerata) = match (a.satuan, b.satuan) {
        ("hari", satuan) if satuan != "hari" => (a, b),
        (satuan, "hari") if satuan != "hari" => (b, a),
        _ => return,
    };
    let banyak = hari
        .angka
        .nilai
        .filter(|n| hari.angka.presisi == 0 && *n > Decimal::from(100) && *n < Decimal::from(367));
    let (Some(banyak), Some(tabel)) = (banyak, tabel(bacaan, kalimat)) else {
        return;
    };
    let total: Vec<&Angka> = tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Total)
        .flat_map(|b| (0..tabel.kolom.len()).flat_map(move |k| tabel.sel(b.row, k)))
        .map(|id| bacaan.angka(*id))
        .filter(|a| a.presisi == 0 && a.besaran().is_some_and(|n| n > banyak))
        .collect();
    let [total] = total.as_slice() else {
        return;
    };
    let Some(nilai) = total.nilai.and_then(|n| n.checked_div(banyak)) else {
        return;
    };
    let hitungan = Hitungan {
        nilai,
        selang: kinerja::Selang::titik(nilai),
        peraga: format!("{} / {}", tampil(total), tampil(hari.angka)),
        satuan: crate::bacaan::SatuanCetak::Tanpa,
    };
    catat.diperiksa([rerata.id, hari.id]);
    let bulatan = rerata
        .angka
        .nilai
        .is_some_and(|n| n == nilai.ceil() || n == nilai.floor());
    if rerata.persen() || bulatan || hitungan.cocok(rerata.angka) {
        return;
    }
    let presisi = rerata.angka.presisi.max(1);
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &rerata.angka.letak,
            format!(
                "rata-rata per hari tercetak {}, padahal dari tabel di atasnya {}",
                tampil(rerata.angka),
                hitungan.tampil(presisi)
            ),
            "Hitung kembali rata-ratanya, atau periksa jumlah pada tabel dan banyaknya hari.",
        )
        .berat(crate::Berat::Anjuran)
        .seharusnya(Some(hitungan.hasil(presisi)))
        .hitungan(hitungan.tampil(presisi))
        .terkait(bahan, [&total.letak, &hari.angka.letak]),
    );
}
