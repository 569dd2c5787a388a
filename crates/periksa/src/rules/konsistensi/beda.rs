//! One finding for each value of a quantity that is not its likeliest one.

use super::besaran::{self, Besaran, Kunci, Nilai};
use super::wajar;
use crate::bacaan::{Bacaan, JenisPerihal, Letak};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Pemeriksaan, Temuan};

/// Places of the likeliest value that a finding names.
const TEMPAT_UTAMA: usize = 3;

/// Reports every quantity that `pilih` takes and that stands in the document with more than one value.
pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    pilih: &dyn Fn(&Kunci) -> bool,
) {
    let semua = besaran::daftar(bahan.bacaan, bahan.hukum, &catat.salah_tahun);
    for besaran in semua.iter().filter(|b| pilih(&b.kunci)) {
        let sebutan = besaran.nilai.iter().flat_map(|n| &n.sebutan);
        if sebutan.clone().count() > 1 {
            catat.diperiksa(sebutan.map(|p| p.angka));
        }
        if besaran.nilai.len() < 2 {
            continue;
        }
        for lain in besaran.nilai.iter().skip(1) {
            let utama = besaran.utama().or(besaran.nilai.first()).unwrap_or(lain);
            if wajar::sebanding(&besaran.kunci, lain, utama)
                && tertukar(&semua, besaran, lain).is_none()
            {
                catat.temuan(temuan(bahan, aturan, besaran, lain));
            }
        }
    }
}

/// The other quantity of the same thing whose value stands here instead, where there is one.
pub(super) fn tertukar<'s, 'b>(
    semua: &'s [Besaran<'b>],
    besaran: &Besaran,
    nilai: &Nilai,
) -> Option<&'s Besaran<'b>> {
    let k = &besaran.kunci;
    // Only a value with decimals, or a large one, tells by being equal; small whole numbers are equal by chance.
    let khas = nilai.wakil.presisi > 0 || nilai.wakil.nilai.is_some_and(|n| n.abs() > 1_000.into());
    let utama = besaran.utama()?;
    if !khas {
        return None;
    }
    semua.iter().find(|lain| {
        let l = &lain.kunci;
        l.perihal.jenis == k.perihal.jenis
            && l.ukuran == k.ukuran
            && l.bulan == k.bulan
            && l != k
            && (l.perihal == k.perihal
                || (k.perihal.jenis == JenisPerihal::Indikator
                    && l.tahun == k.tahun
                    && l.peran == k.peran))
            && lain.utama().is_some_and(|u| {
                u.wakil.nilai == nilai.wakil.nilai && u.wakil.nilai != utama.wakil.nilai
            })
    })
}

/// What is wrong with one value of a quantity.
pub(super) fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    besaran: &Besaran,
    lain: &Nilai,
) -> Temuan {
    let bacaan = bahan.bacaan;
    let hal = besaran::sebut(bacaan, &besaran.kunci);
    let utama = besaran.utama();
    let pembanding = utama.or(besaran.nilai.first()).unwrap_or(lain);
    let ini = tampil(lain.wakil);
    let itu = tampil(pembanding.wakil);
    let pesan = format!(
        "{hal} tertulis {ini} di {}, tetapi {itu} di {}",
        tempat(lain.sebutan.len()),
        tempat(pembanding.sebutan.len())
    );
    let perbaikan = match (utama, &besaran.hitungan) {
        (Some(_), Some(_)) => {
            format!("Pakai {itu}, yang sesuai dengan hitung ulang, di semua tempat.")
        }
        (Some(_), None) => format!(
            "Cocokkan dengan data sumbernya, lalu pakai satu nilai di semua tempat; yang paling banyak didukung dokumen ini adalah {itu}."
        ),
        (None, _) => {
            "Cocokkan dengan data sumbernya, lalu pakai satu nilai di semua tempat.".to_owned()
        }
    };
    let letak = letak(bacaan, lain);
    let Some((pertama, lainnya)) = letak.split_first() else {
        return Temuan::new(
            aturan,
            crate::Lokasi::Bagian(String::new()),
            pesan,
            perbaikan,
        );
    };
    let mut temuan = Temuan::di(aturan, bahan, pertama, pesan, perbaikan)
        .terkait(bahan, lainnya.iter())
        .terkait(
            bahan,
            self::letak(bacaan, pembanding).iter().take(TEMPAT_UTAMA),
        )
        .seharusnya(utama.map(|u| tampil(u.wakil)));
    if let Some(hitungan) = &besaran.hitungan {
        temuan = temuan
            .hitungan(hitungan.tampil(pembanding.wakil.presisi.saturating_add(2)))
            .selang(hitungan.selang, pembanding.wakil.presisi.saturating_add(2));
    }
    if besaran::beda_pembulatan(lain.wakil, pembanding.wakil) {
        temuan = temuan.berat(Berat::Anjuran);
    }
    temuan
}

fn tempat(banyak: usize) -> String {
    match banyak {
        1 => "satu tempat".to_owned(),
        n => format!("{n} tempat"),
    }
}

pub(super) fn letak(bacaan: &Bacaan, nilai: &Nilai) -> Vec<Letak> {
    nilai
        .sebutan
        .iter()
        .map(|p| bacaan.angka(p.angka).letak.clone())
        .collect()
}
