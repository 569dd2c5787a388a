//! How far a target of later years is reached, where the sentence names the target and not the realisasi: "terhadap
//! target akhir 55,00 km, realisasi sudah mencapai 91,09%".

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::bacaan::{
    Angka, AngkaId, Bacaan, JenisPerihal, Kalimat, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::{self, Hitungan, tampil};
use crate::rules::angka::alat;
use crate::rules::angka::frasa::{PERUBAHAN, Sebut, sebut};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sudah: &BTreeSet<AngkaId>,
) {
    let bacaan = bahan.bacaan;
    let per_perihal = alat::per_perihal(bacaan);
    for kalimat in &bacaan.kalimat {
        let semua = sebut(bacaan, kalimat);
        for dua in semua.windows(2) {
            let [target, persen] = dua else {
                continue;
            };
            if sasaran(target) && mencapai(persen) && !sudah.contains(&persen.id) {
                let Some(perihal) = perihal(bacaan, kalimat, target, persen) else {
                    continue;
                };
                let tentang = per_perihal.get(&perihal).map_or(&[][..], Vec::as_slice);
                satu(bahan, aturan, catat, &perihal, tentang, target, persen);
            }
        }
    }
}

/// Whether a figure is a target of later years.
fn sasaran(s: &Sebut) -> bool {
    s.ada(&["target"])
        && s.frasa(&[
            "jangka menengah",
            "akhir renstra",
            "target akhir",
            "rpjmd",
            "renstra",
            "rpjmn",
        ])
        && s.sela.split_whitespace().count() <= 16
        && !s.ada(&["capaian", "selisih", "realisasi"])
}

/// Whether a percentage is what the realisasi came to of the target right before.
fn mencapai(s: &Sebut) -> bool {
    s.persen()
        && s.angka.presisi > 0
        && s.ada(&["realisasi", "realisasinya", "capaian", "capaiannya"])
        && s.ada(&["mencapai", "sudah", "telah", "capaiannya"])
        && !s.ada(PERUBAHAN)
        && !s.ada(&[
            "sebesar",
            "target",
            "tetapi",
            "sedangkan",
            "selisih",
            "yaitu",
        ])
        && s.sela.split_whitespace().count() <= 7
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    perihal: &Perihal,
    tentang: &[&Pernyataan],
    target: &Sebut,
    persen: &Sebut,
) {
    let bacaan = bahan.bacaan;
    let tahun = bacaan.identitas.tahun;
    if kosakata::tahun(persen.sela).is_some_and(|t| Some(t) != tahun) {
        return;
    }
    let menurun = alat::boleh_menurun(bahan, perihal);
    let realisasi = realisasi(bacaan, tentang);
    let hitungan: Vec<(&Angka, Hitungan)> = realisasi
        .into_iter()
        .filter(|r| alat::sebanding(r, target.angka))
        .filter_map(|r| Some((r, hitung::capaian(r, target.angka)?)))
        .collect();
    let Some((r, utama)) = hitungan.first() else {
        return;
    };
    catat.diperiksa([target.id, persen.id]);
    let cocok = |h: Option<Hitungan>| h.is_some_and(|h| h.cocok(persen.angka));
    if hitungan.iter().any(|(r, h)| {
        h.cocok(persen.angka)
            || (menurun
                && (cocok(hitung::capaian_menurun(r, target.angka))
                    || cocok(hitung::capaian(target.angka, r))))
    }) {
        return;
    }
    let presisi = persen.angka.presisi.max(2);
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &persen.angka.letak,
            format!(
                "capaian terhadap target {} tercetak {}, padahal {}",
                tampil(target.angka),
                tampil(persen.angka),
                utama.tampil(presisi)
            ),
            format!(
                "Tulis {}, atau periksa realisasi dan target pada sumbernya.",
                utama.hasil(presisi)
            ),
        )
        .seharusnya(Some(utama.hasil(presisi)))
        .hitungan(utama.tampil(presisi))
        .selang(utama.selang, presisi)
        .terkait(bahan, [&target.angka.letak, &r.letak]),
    );
}

/// The indicator that the sentence speaks of: that of its own statements, else that of its heading.
fn perihal(bacaan: &Bacaan, kalimat: &Kalimat, target: &Sebut, persen: &Sebut) -> Option<Perihal> {
    let mut disebut = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.angka == target.id || p.angka == persen.id);
    if let Some(p) = disebut.next() {
        let sama = disebut.all(|q| q.perihal == p.perihal);
        return (sama && p.milik == Milik::Sendiri && p.perihal.jenis == JenisPerihal::Indikator)
            .then(|| p.perihal.clone());
    }
    let bagian = bacaan.kerangka.get(kalimat.bagian?)?;
    let indikator = bacaan.indikator.get(bagian.indikator?)?;
    Some(Perihal {
        jenis: JenisPerihal::Indikator,
        kunci: indikator.kunci.clone(),
    })
}

/// The values of the report's own year, tables first.
fn realisasi<'b>(bacaan: &'b Bacaan, tentang: &[&Pernyataan]) -> Vec<&'b Angka> {
    let Some(tahun) = bacaan.identitas.tahun else {
        return Vec::new();
    };
    let mut hasil: Vec<&Angka> = tentang
        .iter()
        .filter(|p| p.peran == Peran::Realisasi && p.tahun == Some(tahun) && p.bulan.is_none())
        .map(|p| bacaan.angka(p.angka))
        .filter(|a| a.nilai.is_some_and(|n| n > Decimal::ZERO) && a.satuan != SatuanCetak::Rupiah)
        .collect();
    hasil.sort_by_key(|a| a.letak.sel.is_none());
    hasil
}
