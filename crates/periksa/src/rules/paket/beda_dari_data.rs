//! A number that differs from the office's own data.

use std::collections::{BTreeMap, BTreeSet};

use kinerja::{DaftarFakta, Fakta};
use rust_decimal::Decimal;

use super::banding::{self, Banding};
use super::padanan::{Padan, Padanan};
use crate::bacaan::{AngkaId, Asal, Bacaan, JenisPerihal, Letak, Peran, Pernyataan};
use crate::hitung::tampil;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "beda-dari-data",
    judul: "Angka dalam dokumen berbeda dari data kantor.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Aturan ini hanya bekerja bila data kantor disertakan. Setiap angka yang maknanya jelas (indikator, tahun, dan perannya) \
                     dicocokkan dengan data atau dengan hasil hitungan dari data itu. Pembulatan dan pemotongan yang lazim dianggap sama, \
                     begitu pula nilai tanpa pembulatan di tengah hitungan. Angka yang sudah dikoreksi dalam data tetapi masih tertulis lama \
                     dalam dokumen disebut demikian. Perbedaan yang masih dapat dijelaskan oleh pembulatan angka pembentuknya hanya menjadi saran.",
            dasar: &["Data kantor yang disertakan, beserta hitungan yang dibuat darinya."],
            buruk: &[],
            baik: &[],
        },
    },
};

/// A statement and the fakta that it may state.
struct Sebutan<'b> {
    pernyataan: &'b Pernyataan,
    padan: Padan,
    banding: Banding,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let Some(data) = super::data_sepadan(bahan) else {
        return;
    };
    let bacaan = bahan.bacaan;
    let daftar = &data.hasil.fakta;
    let padanan = Padanan::new(bacaan, data);
    let semua: Vec<Sebutan> = bacaan
        .pernyataan
        .iter()
        .filter_map(|pernyataan| {
            let padan = padanan.cari(pernyataan)?;
            let banding = banding::banding(daftar, &padan, bacaan.angka(pernyataan.angka))?;
            Some(Sebutan {
                pernyataan,
                padan,
                banding,
            })
        })
        .collect();
    let cocok: BTreeSet<AngkaId> = semua
        .iter()
        .filter(|s| s.banding == Banding::Cocok)
        .map(|s| s.pernyataan.angka)
        .collect();
    let terbukti: BTreeSet<(usize, Option<i16>)> = semua
        .iter()
        .filter(|s| s.banding == Banding::Cocok)
        .map(|s| (s.pernyataan.kelompok, s.pernyataan.tahun))
        .collect();
    catat.diperiksa(cocok.iter().copied());
    catat.cocok_data.extend(&cocok);
    // The same wrong value of the same thing at several places is one finding.
    let mut sebab: BTreeMap<(String, Decimal), Vec<&Sebutan>> = BTreeMap::new();
    for s in &semua {
        let angka = bacaan.angka(s.pernyataan.angka);
        let (Some(kode), Some(nilai)) = (s.padan.kode.first(), angka.nilai) else {
            continue;
        };
        let bersaksi = terbukti.contains(&(s.pernyataan.kelompok, s.pernyataan.tahun));
        // One number may be read twice; where one reading fits, the other was wrong.
        if cocok.contains(&s.pernyataan.angka)
            || (!bersaksi && ragu(bacaan, daftar, s))
            || anggaran_sebelum_revisi(bacaan, s.pernyataan)
        {
            continue;
        }
        let kunci = (kode.to_string(), nilai.normalize());
        sebab.entry(kunci).or_default().push(s);
    }
    for mut sama in sebab.into_values() {
        sama.sort_by(|a, b| letak(bacaan, a).cmp(letak(bacaan, b)));
        sama.dedup_by_key(|s| s.pernyataan.angka);
        let angka = sama.iter().map(|s| s.pernyataan.angka);
        catat.diperiksa(angka.clone());
        catat.beda_data.extend(angka);
        if let Some(temuan) = temuan(bahan, aturan, daftar, &sama) {
            catat.temuan(temuan);
        }
    }
}

fn letak<'b>(bacaan: &'b Bacaan, s: &Sebutan) -> &'b Letak {
    &bacaan.angka(s.pernyataan.angka).letak
}

/// Whether the statement may have been read wrongly: its number is another figure of the same thing.
fn ragu(bacaan: &Bacaan, daftar: &DaftarFakta, s: &Sebutan) -> bool {
    let p = s.pernyataan;
    let angka = bacaan.angka(p.angka);
    let sel_bulanan = matches!(p.asal, Asal::Tabel(_)) && p.bulan.is_some();
    if sel_bulanan {
        return false;
    }
    let Some(kode) = s.padan.kode.first() else {
        return true;
    };
    // More decimals than the fakta is ever published with: a figure of another kind.
    let presisi = daftar.get(kode.as_str()).map_or(0, |f| f.presisi);
    if angka.presisi > presisi.max(2) && !matches!(p.asal, Asal::Tabel(_)) {
        return true;
    }
    let rumpun: &[&str] = match p.perihal.jenis {
        JenisPerihal::Anggaran | JenisPerihal::Pendapatan => &["anggaran", "efisiensi", "pnbp"],
        JenisPerihal::KinerjaAnggaran => &["smart", "ikpa", "ketentuan"],
        JenisPerihal::RerataCapaian => &["capaian", "efisiensi"],
        _ => &[],
    };
    let sendiri = kode.as_str().split('.').next().unwrap_or_default();
    let serumpun = |lain: &str| {
        let awal = lain.split('.').next().unwrap_or_default();
        awal == sendiri || rumpun.contains(&awal)
    };
    banding::fakta_lain(daftar, angka, &s.padan, &serumpun)
        .next()
        .is_some()
        || perubahan_lain(bacaan, p)
}

/// Whether a change may be against something other than the year before.
fn perubahan_lain(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    let (Peran::Perubahan, Some(tahun)) = (p.peran, p.tahun) else {
        return false;
    };
    let Asal::Kalimat(i) = p.asal else {
        return true;
    };
    let teks = bacaan
        .kalimat
        .get(i)
        .map_or(String::new(), |k| normal(bacaan.teks(&k.letak)));
    let lalu = tahun.saturating_sub(1).to_string();
    !(teks.contains("tahun sebelumnya") || teks.contains("tahun lalu") || teks.contains(&lalu))
}

/// Whether an amount may be the budget before a revision that the data do not hold.
fn anggaran_sebelum_revisi(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    if p.perihal.jenis != JenisPerihal::Anggaran || p.peran != Peran::Target {
        return false;
    }
    let konteks = match p.asal {
        Asal::Kalimat(i) => bacaan.kalimat.get(i).map(|k| &k.letak),
        Asal::Tabel(i) => bacaan.tabel.get(i).and_then(|t| t.judul.as_ref()),
        Asal::Rumus(_) => None,
    };
    let teks = konteks.map_or(String::new(), |l| normal(bacaan.teks(l)));
    teks.split(' ').any(|kata| {
        matches!(
            kata,
            "awal" | "semula" | "revisi" | "direvisi" | "perubahan"
        )
    })
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    daftar: &DaftarFakta,
    sama: &[&Sebutan],
) -> Option<Temuan> {
    let (pertama, lain) = sama.split_first()?;
    let bacaan = bahan.bacaan;
    let angka = bacaan.angka(pertama.pernyataan.angka);
    let (Banding::Tercetak(kode)
    | Banding::BelumDikoreksi(kode)
    | Banding::Dekat(kode)
    | Banding::Beda(kode)) = &pertama.banding
    else {
        return None;
    };
    let fakta = daftar.get(kode.as_str())?;
    let nilai = fakta.tampil_bersatuan()?;
    let sumber = banding::sumber(daftar, fakta);
    let hitungan = banding::hitungan(daftar, fakta);
    let menurut = if hitungan.is_some() {
        format!("hasil hitungan dari data kantor ({sumber})")
    } else {
        format!("data kantor ({sumber})")
    };
    let awal = format!(
        "{} tertulis {}, sedangkan menurut {menurut}",
        fakta.label,
        tampil(angka)
    );
    let (pesan, perbaikan, berat) = match &pertama.banding {
        Banding::Tercetak(_) => (
            format!(
                "{awal} {nilai}. Data kantor masih mencatat angka tercetak itu, tetapi angka pembentuknya tidak menghasilkannya."
            ),
            "Pakai hasil hitungan, atau betulkan angka pembentuknya dalam data kantor.".to_owned(),
            aturan.berat,
        ),
        Banding::BelumDikoreksi(_) => (
            format!(
                "{awal} {nilai}. Dokumen masih memuat angka sebelum dikoreksi dalam data kantor."
            ),
            "Ganti dengan angka hasil koreksi.".to_owned(),
            aturan.berat,
        ),
        Banding::Dekat(_) => (
            format!(
                "{awal} {nilai}; pembulatan angka pembentuknya masih dapat menjelaskan perbedaan ini."
            ),
            "Samakan dengan hasil hitungan data kantor.".to_owned(),
            Berat::Saran,
        ),
        _ => (
            format!(
                "{awal} {nilai}.{}",
                petunjuk(bacaan, daftar, pertama, fakta)
            ),
            "Samakan dengan data kantor, atau betulkan data kantor bila angka dokumen yang benar."
                .to_owned(),
            aturan.berat,
        ),
    };
    Some(
        Temuan::di(aturan, bahan, &angka.letak, pesan, perbaikan)
            .berat(berat)
            .hitungan_bila(hitungan)
            .seharusnya(Some(nilai))
            .kode(kode)
            .terkait(bahan, lain.iter().map(|s| letak(bacaan, s))),
    )
}

/// What the number is instead, where it is the same figure of another indicator or another year.
fn petunjuk(bacaan: &Bacaan, daftar: &DaftarFakta, s: &Sebutan, fakta: &Fakta) -> String {
    if s.pernyataan.perihal.jenis != JenisPerihal::Indikator {
        return String::new();
    }
    let ekor = |kode: &str| kode.split('.').skip(2).collect::<Vec<_>>().join(".");
    let sendiri = ekor(fakta.kode.as_str());
    let angka = bacaan.angka(s.pernyataan.angka);
    let sejenis = |kode: &str| ekor(kode) == sendiri;
    // Two that are equal tell nothing about where the number comes from.
    let mut lain = banding::fakta_lain(daftar, angka, &s.padan, &sejenis);
    match (lain.next(), lain.next()) {
        (Some(lain), None) => format!(" Angka itu sama dengan {}.", awal_kecil(&lain.label)),
        _ => String::new(),
    }
}

/// A label inside a sentence.
fn awal_kecil(label: &str) -> String {
    let mut huruf = label.chars();
    match huruf.next() {
        Some(pertama) => pertama.to_lowercase().chain(huruf).collect(),
        None => String::new(),
    }
}
