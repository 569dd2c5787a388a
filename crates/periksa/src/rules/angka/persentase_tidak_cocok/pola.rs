//! Shares that the form of a sentence ties to figures farther away: what is beyond a capacity, and the men or women among
//! all of the staff.

use rust_decimal::Decimal;

use super::Sebut;
use crate::bacaan::{Angka, Bacaan, JenisPerihal, Kalimat, Milik};
use crate::hitung::{self, Hitungan};
use crate::rules::angka::frasa::sejenis;
use crate::{Aturan, BahanDokumen, Pemeriksaan};

/// "641 orang, sedangkan kapasitas 320 orang, sehingga kelebihan hunian 100,31%".
pub(super) fn kelebihan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Sebut],
) {
    for tiga in semua.windows(3) {
        let [isi, muat, lebih] = tiga else {
            continue;
        };
        let kapasitas = |s: &Sebut| s.ada(&["kapasitas", "kapasitasnya", "daya"]);
        let (isi, muat) = match (kapasitas(isi), kapasitas(muat)) {
            (false, true) => (isi, muat),
            (true, false) => (muat, isi),
            _ => continue,
        };
        let cocok = lebih.persen()
            && sejenis(isi, muat)
            && lebih.ada(&["kelebihan", "overkapasitas", "overcrowding"])
            && isi.angka.nilai > muat.angka.nilai;
        let Some(hitungan) = cocok
            .then(|| hitung::perubahan(muat.angka, isi.angka))
            .flatten()
        else {
            continue;
        };
        catat.diperiksa([isi.id, muat.id, lebih.id]);
        if !hitungan.cocok(lebih.angka) {
            catat.temuan(super::salah(
                bahan,
                aturan,
                lebih,
                &hitungan,
                &[isi.angka.letak.clone(), muat.angka.letak.clone()],
            ));
        }
    }
}

/// "Persentase pegawai perempuan 70,78% dari seluruh pegawai", held against what the document says of the staff.
pub(super) fn kelamin(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    semua: &[Sebut],
) {
    let bacaan = bahan.bacaan;
    let [persen] = semua else {
        return;
    };
    let perempuan = persen.ada(&["perempuan", "wanita"]);
    let lelaki = persen.ada(&["laki", "pria"]);
    let cocok = persen.persen()
        && persen.ada(&["pegawai", "asn", "pns"])
        && (persen.ada(&["persentase", "proporsi"]))
        && perempuan != lelaki
        && persen.sela.split_whitespace().count() <= 8
        && crate::understand::kosakata::tahun(bacaan.teks(&kalimat.letak)).is_none();
    if !cocok {
        return;
    }
    let nama: &[&str] = if perempuan {
        &["perempuan", "wanita"]
    } else {
        &["laki", "pria"]
    };
    let mut bagian = pegawai(bacaan, |kunci| nama.iter().any(|n| kunci.contains(n)));
    bagian.extend(sebagian(bacaan, kalimat, nama));
    let utuh = pegawai(bacaan, |kunci| kunci == "jumlah");
    let semua: Vec<(&Angka, &Angka, Hitungan)> = bagian
        .iter()
        .flat_map(|b| utuh.iter().map(move |u| (*b, *u)))
        .filter(|(b, u)| b.nilai < u.nilai)
        .filter_map(|(b, u)| Some((b, u, hitung::capaian(b, u)?)))
        .collect();
    let Some((b, u, hitungan)) = semua.first() else {
        return;
    };
    catat.diperiksa([persen.id]);
    if semua.iter().any(|(_, _, h)| h.cocok(persen.angka)) {
        return;
    }
    catat.temuan(super::salah(
        bahan,
        aturan,
        persen,
        hitungan,
        &[b.letak.clone(), u.letak.clone()],
    ));
}

/// Counts of such persons in the sentences of the same part ("688 perempuan").
fn sebagian<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat, nama: &[&str]) -> Vec<&'b Angka> {
    let i = bacaan
        .kalimat
        .partition_point(|k| k.letak.piece < kalimat.letak.piece);
    bacaan
        .kalimat
        .get(i.saturating_sub(TERJAUH)..i)
        .unwrap_or_default()
        .iter()
        .filter(|k| k.bagian == kalimat.bagian)
        .flat_map(|k| crate::rules::angka::frasa::sebut(bacaan, k))
        .filter(|s| nama.iter().any(|n| s.satuan.starts_with(n)) && s.angka.presisi == 0)
        .map(|s| s.angka)
        .collect()
}

/// Sentences before in which the counts may stand.
const TERJAUH: usize = 30;

fn pegawai<'b>(bacaan: &'b Bacaan, kunci: impl Fn(&str) -> bool) -> Vec<&'b Angka> {
    const TERBANYAK: usize = 12;
    bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.perihal.jenis == JenisPerihal::Pegawai
                && p.milik == Milik::Sendiri
                && p.tahun.is_none_or(|t| Some(t) == bacaan.identitas.tahun)
                && kunci(&p.perihal.kunci)
        })
        .map(|p| bacaan.angka(p.angka))
        .filter(|a| a.presisi == 0 && a.nilai.is_some_and(|n| n > Decimal::ZERO))
        .take(TERBANYAK)
        .collect()
}
