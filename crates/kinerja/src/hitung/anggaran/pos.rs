//! Lines of a budget table and their total, each with the figures printed for it.

use std::collections::BTreeSet;

use super::TAHAP_REALISASI;
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::PosAnggaran;
use crate::hitung::konteks::{Konteks, siput_unik};
use crate::masukan::Sel;
use crate::rumus;
use crate::ungkapan::f;

/// One line of any budget table.
pub(super) struct Baris<'a> {
    pub(super) nama: String,
    pub(super) kegiatan: String,
    pub(super) total: bool,
    pub(super) pagu: &'a Sel,
    pub(super) realisasi: Option<&'a Sel>,
    pub(super) persen: Option<&'a Sel>,
}

pub(super) fn baris_jenis<'a>(k: &Konteks<'a>, t: i16, tahap: &str) -> Vec<Baris<'a>> {
    let baris = k
        .masukan
        .anggaran_jenis
        .iter()
        .filter(|b| b.tahun == t && b.tahap == tahap);
    baris
        .map(|b| Baris {
            nama: b.jenis.clone(),
            kegiatan: String::new(),
            total: b.total,
            pagu: &b.pagu,
            realisasi: (tahap == TAHAP_REALISASI).then_some(&b.realisasi),
            persen: Some(&b.persen),
        })
        .collect()
}

pub(super) fn baris_program<'a>(k: &Konteks<'a>, t: i16, tahap: &str) -> Vec<Baris<'a>> {
    let baris = k
        .masukan
        .anggaran_program
        .iter()
        .filter(|b| b.tahun == t && b.tahap == tahap);
    baris
        .map(|b| Baris {
            nama: b.program.clone(),
            kegiatan: b.kegiatan.clone(),
            total: b.total,
            pagu: &b.pagu,
            realisasi: (tahap == TAHAP_REALISASI).then_some(&b.realisasi),
            persen: Some(&b.persen),
        })
        .collect()
}

pub(super) fn baris_sumber<'a>(k: &Konteks<'a>, t: i16) -> Vec<Baris<'a>> {
    // The year's end outranks the DIPA as first issued; a table mixes the two only where it was handed in so.
    let semua: Vec<_> = k
        .masukan
        .anggaran_sumber
        .iter()
        .filter(|b| b.tahun == t)
        .collect();
    let akhir = semua.iter().any(|b| b.tahap == TAHAP_REALISASI);
    semua
        .into_iter()
        .filter(|b| (b.tahap == TAHAP_REALISASI) == akhir)
        .map(|b| Baris {
            nama: b.sumber.clone(),
            kegiatan: String::new(),
            total: b.total,
            pagu: &b.pagu,
            realisasi: akhir.then_some(&b.realisasi),
            persen: None,
        })
        .collect()
}

pub(super) fn compute_pos(
    k: &mut Konteks,
    awal: &str,
    sebutan: &str,
    t: i16,
    baris: &[Baris],
) -> Vec<PosAnggaran> {
    let mut dipakai = BTreeSet::new();
    baris
        .iter()
        .filter(|b| !b.total)
        .map(|b| {
            let nama = if b.kegiatan.is_empty() {
                &b.nama
            } else {
                &b.kegiatan
            };
            let p = format!("{awal}.{}", siput_unik(nama, &mut dipakai));
            let sebut = format!("{sebutan} {nama} tahun {t}").trim().to_owned();
            let rupiah = |ekor: &str, label: &str| {
                Nama::new(
                    format!("{p}.{ekor}"),
                    format!("{label} {sebut}"),
                    Satuan::Rupiah,
                    0,
                )
            };
            let pagu = k.fakta.masukan(rupiah("pagu", "Pagu"), b.pagu);
            let realisasi = b
                .realisasi
                .map(|sel| k.fakta.masukan(rupiah("realisasi", "Realisasi"), sel));
            let penyerapan = realisasi
                .as_ref()
                .map(|r| penyerapan(k, &p, &sebut, t, r, &pagu, b.persen));
            let sisa = realisasi.as_ref().map(|r| sisa(k, &p, &sebut, t, r, &pagu));
            PosAnggaran {
                nama: b.nama.clone(),
                kegiatan: b.kegiatan.clone(),
                pagu,
                realisasi,
                penyerapan,
                sisa,
            }
        })
        .collect()
}

/// The total of a table, with the printed one beside it.
pub(super) fn compute_total(
    k: &mut Konteks,
    p: &str,
    sebutan: &str,
    t: i16,
    pos: &[PosAnggaran],
    baris: &[Baris],
) -> PosAnggaran {
    let total = baris.iter().find(|b| b.total);
    let sebut = format!("{sebutan} tahun {t}");
    let mut jumlah = |ekor: &str, label: &str, bagian: Vec<Kode>, total: Option<&Sel>| {
        jumlah_atau_tercetak(k, p, ekor, &format!("{label} {sebut}"), &bagian, total)
    };
    let bagian = pos.iter().map(|b| b.pagu.clone()).collect();
    let pagu = jumlah("pagu", "Pagu", bagian, total.map(|b| b.pagu));
    let bagian: Option<Vec<Kode>> = pos.iter().map(|b| b.realisasi.clone()).collect();
    let tercetak = total.and_then(|b| b.realisasi);
    let realisasi = bagian.map(|bagian| jumlah("realisasi", "Realisasi", bagian, tercetak));
    let tercetak = total.and_then(|b| b.persen);
    let penyerapan = realisasi
        .as_ref()
        .map(|r| penyerapan(k, p, &sebut, t, r, &pagu, tercetak));
    let sisa = realisasi.as_ref().map(|r| sisa(k, p, &sebut, t, r, &pagu));
    PosAnggaran {
        nama: "Jumlah".to_owned(),
        kegiatan: String::new(),
        pagu,
        realisasi,
        penyerapan,
        sisa,
    }
}

/// The sum of the lines, with the printed total beside it; the printed total alone where a line is a gap.
pub(super) fn jumlah_atau_tercetak(
    k: &mut Konteks,
    p: &str,
    ekor: &str,
    label: &str,
    bagian: &[Kode],
    total: Option<&Sel>,
) -> Kode {
    let lengkap = !bagian.is_empty() && bagian.iter().all(|kode| k.ada(kode));
    let nama = Nama::new(format!("{p}.{ekor}"), label, Satuan::Rupiah, 0);
    match total {
        Some(total) if !lengkap && total.nilai().is_some() => k.fakta.masukan(nama, total),
        // No line at all is a gap: the sum of nothing is not zero here.
        _ if bagian.is_empty() => {
            let kosong = Sel::kosong_pada("anggaran_jenis_belanja.csv", ekor);
            k.fakta.masukan(nama, &kosong)
        }
        _ => {
            let kode = k.jumlah(nama, bagian);
            if let Some(total) = total {
                k.fakta.catat_tercetak(&kode, total);
            }
            kode
        }
    }
}

pub(super) fn penyerapan(
    k: &mut Konteks,
    p: &str,
    sebut: &str,
    t: i16,
    realisasi: &Kode,
    pagu: &Kode,
    tercetak: Option<&Sel>,
) -> Kode {
    let nama = Nama::new(
        format!("{p}.penyerapan"),
        format!("Penyerapan {sebut}"),
        Satuan::Persen,
        2,
    );
    let kode = k.hitung(
        nama,
        &rumus::PENYERAPAN,
        t,
        f(realisasi).bagi(f(pagu)).persen(),
        true,
    );
    if let Some(tercetak) = tercetak {
        k.fakta.catat_tercetak(&kode, tercetak);
    }
    kode
}

fn sisa(k: &mut Konteks, p: &str, sebut: &str, t: i16, realisasi: &Kode, pagu: &Kode) -> Kode {
    let nama = Nama::new(
        format!("{p}.sisa"),
        format!("Sisa {sebut}"),
        Satuan::Rupiah,
        0,
    );
    k.hitung(nama, &rumus::SISA, t, f(pagu).kurang(f(realisasi)), false)
}
