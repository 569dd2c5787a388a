//! A whole that is shared out evenly.

use crate::bacaan::Kalimat;
use crate::hitung::tampil;
use crate::rules::angka::frasa::Sebut;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A whole that is shared out evenly: "240 petani di empat daerah (masing-masing 60 orang)".
pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    semua: &[Sebut],
) {
    let bacaan = bahan.bacaan;
    for dua in semua.windows(2) {
        let [utuh, satu] = dua else {
            continue;
        };
        let bulat = |s: &Sebut| s.angka.presisi == 0 && !s.persen() && s.angka.skala == 0;
        if !satu.sela.ends_with(" masing masing ") || !bulat(utuh) || !bulat(satu) {
            continue;
        }
        let Some(passage) = kalimat.letak.bacaan(bacaan.sumber) else {
            continue;
        };
        let antara = passage
            .text
            .get(utuh.angka.letak.akhir..satu.angka.letak.awal)
            .unwrap_or_default();
        let sesudah = passage
            .text
            .get(satu.angka.letak.akhir..kalimat.letak.akhir)
            .unwrap_or_default();
        // The remark holds nothing but the share.
        let (Some((depan, dalam)), Some((sisa, _))) =
            (antara.rsplit_once('('), sesudah.split_once(')'))
        else {
            continue;
        };
        if dalam.contains([',', ';']) || sisa.contains([',', ';']) || sisa.contains(" dan ") {
            continue;
        }
        let banyak: Vec<rust_decimal::Decimal> = depan
            .split_whitespace()
            .filter_map(crate::understand::angka::terbilang::baca_terbilang)
            .collect();
        let ([banyak], Some(utuh_nilai), Some(satu_nilai)) =
            (banyak.as_slice(), utuh.angka.nilai, satu.angka.nilai)
        else {
            continue;
        };
        catat.diperiksa([utuh.id, satu.id]);
        if banyak.checked_mul(satu_nilai) == Some(utuh_nilai) {
            continue;
        }
        let Some(benar) = utuh_nilai.checked_div(*banyak) else {
            continue;
        };
        let presisi = benar.normalize().scale().min(2);
        let hitungan = format!(
            "{} / {} = {}",
            tampil(utuh.angka),
            kinerja::bilangan::format(*banyak, 0),
            kinerja::bilangan::format(benar, presisi)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &satu.angka.letak,
                format!(
                    "Masing-masing tertulis {}, padahal {hitungan}",
                    tampil(satu.angka)
                ),
                "Cocokkan jumlah seluruhnya dan bagian masing-masing dengan data sumbernya.",
            )
            .hitungan(hitungan)
            .terkait(bahan, [&utuh.angka.letak]),
        );
    }
}
