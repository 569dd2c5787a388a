//! A mean of whole answers that so few respondents cannot have given.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{AngkaId, Asal, JenisPerihal, Peran, Pernyataan, SatuanCetak};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rerata-mustahil",
    judul: "Nilai rata-rata tidak mungkin berasal dari jawaban bulat sebanyak responden yang tercetak.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rata-rata jawaban bulat dari N responden selalu kelipatan 1/N. Bila hampir semua nilai dalam satu tabel memenuhi hal itu dan satu atau dua tidak, nilai itu patut diperiksa. Bila banyak nilai tidak memenuhinya, nilai tabel itu bukan rata-rata jawaban bulat, dan tidak ada yang dikatakan. Uji ini hanya menyarankan, dan hanya dipakai bila N cukup kecil untuk membedakan.",
            dasar: &["Kelipatan 1/N pada rata-rata bilangan bulat"],
            buruk: &[
                "UNSUR LAYANAN\tJAN\tFEB\tMAR\nInformasi\t3,20\t3,40\t3,60\nPersyaratan\t3,30\t3,50\t3,70\nProsedur\t3,10\t3,20\t3,40\nWaktu\t3,40\t3,60\t3,80\nBiaya\t3,50\t3,37\t3,90\nResponden\t10\t10\t10\n",
                "UNSUR LAYANAN\tJAN\tFEB\tMAR\tAPR\nInformasi\t3,25\t3,40\t3,50\t3,75\nPersyaratan\t3,30\t3,55\t3,70\t3,90\nProsedur\t3,15\t3,20\t3,40\t3,57\nWaktu\t3,45\t3,60\t3,80\t3,10\nResponden\t20\t20\t20\t20\n",
            ],
            baik: &[
                "UNSUR LAYANAN\tJAN\tFEB\tMAR\nInformasi\t3,20\t3,40\t3,60\nPersyaratan\t3,30\t3,50\t3,70\nProsedur\t3,10\t3,20\t3,40\nWaktu\t3,40\t3,60\t3,80\nBiaya\t3,50\t3,30\t3,90\nResponden\t10\t10\t10\n",
                "UNSUR LAYANAN\tJAN\tFEB\tMAR\nInformasi\t3,23\t3,47\t3,61\nPersyaratan\t3,36\t3,52\t3,74\nProsedur\t3,18\t3,22\t3,45\nWaktu\t3,44\t3,68\t3,83\nResponden\t10\t10\t10\n",
            ],
        },
    },
};

/// Fewer values of a table do not show what kind they are.
const TERSEDIKIT: usize = 10;

/// A value, its respondents, and whether they can give it.
struct Uji<'b> {
    pernyataan: &'b Pernyataan,
    responden: Decimal,
    mungkin: bool,
    /// Share of values of these decimals that so many respondents cannot give.
    daya: Decimal,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut responden: BTreeMap<(usize, Option<u8>), AngkaId> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        if let (JenisPerihal::Responden, Peran::Jumlah | Peran::Realisasi, Asal::Tabel(t)) =
            (p.perihal.jenis, p.peran, p.asal)
        {
            responden.entry((t, p.bulan)).or_insert(p.angka);
        }
    }
    let mut per_tabel: BTreeMap<usize, Vec<Uji>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let Asal::Tabel(t) = p.asal else {
            continue;
        };
        let nilai = p.perihal.jenis == JenisPerihal::Unsur
            && matches!(p.peran, Peran::Nilai | Peran::Realisasi);
        let Some(n) = responden
            .get(&(t, p.bulan))
            .filter(|_| nilai)
            .and_then(|id| bacaan.angka(*id).nilai)
        else {
            continue;
        };
        if let Some(uji) = uji(bahan, p, n) {
            per_tabel.entry(t).or_default().push(uji);
        }
    }
    for uji in per_tabel.values() {
        tabel(bahan, aturan, catat, uji);
    }
}

/// Whether some whole sum of answers gives the printed mean, rounded or cut off; none where the test says too little.
fn uji<'b>(bahan: &BahanDokumen<'b>, p: &'b Pernyataan, n: Decimal) -> Option<Uji<'b>> {
    let angka = bahan.bacaan.angka(p.angka);
    let nilai = angka.nilai?;
    let halus = Decimal::from(10u64.checked_pow(angka.presisi)?);
    if !n.fract().is_zero() || n < Decimal::ONE || angka.satuan == SatuanCetak::Persen {
        return None;
    }
    // Accepted are half a unit below and a whole one above: so many of the 10^d values within one.
    let satu = Decimal::ONE.checked_div(halus)?;
    let diterima = n.checked_mul(Decimal::new(15, 1))?.checked_div(halus)?;
    let daya = Decimal::ONE.checked_sub(diterima)?;
    if daya < Decimal::new(25, 2) {
        return None;
    }
    let bawah = nilai
        .checked_sub(satu.checked_div(Decimal::TWO)?)?
        .checked_mul(n)?;
    let atas = nilai.checked_add(satu)?.checked_mul(n)?;
    Some(Uji {
        pernyataan: p,
        responden: n,
        // A cut-off mean stays below the next value.
        mungkin: bawah.ceil() < atas,
        daya,
    })
}

/// Says the exceptions of a table whose other values are means of whole answers.
fn tabel(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, uji: &[Uji]) {
    let bacaan = bahan.bacaan;
    let banyak = Decimal::from(uji.len());
    let ditolak: Vec<&Uji> = uji.iter().filter(|u| !u.mungkin).collect();
    let harap: Decimal = uji
        .iter()
        .map(|u| u.daya)
        .fold(Decimal::ZERO, Decimal::saturating_add);
    // Values that are no means of whole answers would fail about as often as the power says.
    let jarang = Decimal::from(ditolak.len()).saturating_mul(Decimal::from(5)) <= harap;
    if uji.len() < TERSEDIKIT || !jarang {
        return;
    }
    catat.diperiksa(uji.iter().map(|u| u.pernyataan.angka));
    let Some(pertama) = ditolak.first() else {
        return;
    };
    let angka = bacaan.angka(pertama.pernyataan.angka);
    let daya = pertama
        .daya
        .saturating_mul(Decimal::ONE_HUNDRED)
        .round()
        .normalize();
    let terkait: Vec<_> = ditolak
        .iter()
        .skip(1)
        .map(|u| bacaan.angka(u.pernyataan.angka).letak.clone())
        .collect();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &angka.letak,
            format!(
                "{} sebesar {} tidak dapat berasal dari jawaban bulat {} responden, sedangkan {} dari {banyak} nilai lain dalam tabel ini dapat (sekitar {daya}% nilai acak tertolak oleh uji ini)",
                alat::sebutan(bacaan, &pertama.pernyataan.perihal),
                tampil(angka),
                pertama.responden.normalize(),
                uji.len() - ditolak.len(),
            ),
            "Periksa nilai itu dan jumlah respondennya pada data survei.",
        )
        .terkait(bahan, &terkait),
    );
}
