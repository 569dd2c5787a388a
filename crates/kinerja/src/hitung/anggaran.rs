//! Budget and revenue: totals from their lines, absorption, remainder, revisions, years compared.

mod pos;

use std::collections::BTreeSet;

use pos::{
    Baris, baris_jenis, baris_program, baris_sumber, compute_pos, compute_total,
    jumlah_atau_tercetak, penyerapan,
};

use super::konteks::Konteks;
use super::survei::nama_bulan;
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::{HasilAnggaran, HasilPnbp, PosAnggaran};
use crate::masukan::Sel;
use crate::rumus;
use crate::ungkapan::f;

/// The stage of a budget line as it stood at the year's end.
const TAHAP_REALISASI: &str = "realisasi";
/// The stage of a budget line in the performance agreement.
const TAHAP_PERJANJIAN: &str = "perjanjian_kinerja";
/// The stage of a budget line in the DIPA as first issued.
const TAHAP_DIPA: &str = "dipa";

pub(super) fn compute(k: &mut Konteks) -> Vec<HasilAnggaran> {
    let m = k.masukan;
    let mut tahun: BTreeSet<i16> = m.anggaran_program.iter().map(|b| b.tahun).collect();
    tahun.extend(m.anggaran_jenis.iter().map(|b| b.tahun));
    tahun.retain(|t| *t <= k.tahun);
    let mut hasil: Vec<HasilAnggaran> = tahun.into_iter().map(|t| compute_tahun(k, t)).collect();
    for i in 1..hasil.len() {
        let (lalu, kini) = (&hasil[i - 1], &hasil[i]);
        let t = kini.tahun;
        let nama = Nama::new(
            format!("anggaran.{t}.perubahan_penyerapan"),
            format!(
                "Perubahan penyerapan tahun {t} terhadap tahun {}",
                lalu.tahun
            ),
            Satuan::PoinPersen,
            2,
        );
        let ungkapan = f(&kini.penyerapan).kurang(f(&lalu.penyerapan));
        hasil[i].perubahan_penyerapan = Some(k.hitung(nama, &rumus::SELISIH, t, ungkapan, false));
    }
    hasil.reverse();
    hasil
}

/// The budget of the agreement of year `t` by program and activity, and its total.
pub(super) fn compute_perjanjian(k: &mut Konteks, t: i16) -> (Vec<PosAnggaran>, Option<Kode>) {
    let p = format!("anggaran.{t}");
    let baris = baris_program(k, t, TAHAP_PERJANJIAN);
    let pos = compute_pos(
        k,
        &format!("{p}.perjanjian"),
        "perjanjian kinerja",
        t,
        &baris,
    );
    let total = baris.iter().find(|b| b.total).map(|b| b.pagu);
    let bagian: Vec<Kode> = pos.iter().map(|b| b.pagu.clone()).collect();
    let label = format!("Anggaran perjanjian kinerja tahun {t}");
    let pagu = (!bagian.is_empty())
        .then(|| jumlah_atau_tercetak(k, &p, "pagu_perjanjian", &label, &bagian, total));
    (pos, pagu)
}

fn compute_tahun(k: &mut Konteks, t: i16) -> HasilAnggaran {
    let p = format!("anggaran.{t}");
    let jenis_baris = baris_jenis(k, t, TAHAP_REALISASI);
    let program_baris = baris_program(k, t, TAHAP_REALISASI);
    let jenis = compute_pos(k, &format!("{p}.jenis"), "belanja", t, &jenis_baris);
    let program = compute_pos(k, &format!("{p}.program"), "", t, &program_baris);
    let sumber_baris = baris_sumber(k, t);
    let sumber = compute_pos(k, &format!("{p}.sumber"), "sumber dana", t, &sumber_baris);
    let (perjanjian, pagu_perjanjian) = compute_perjanjian(k, t);
    let dipa_baris = baris_jenis(k, t, TAHAP_DIPA);
    let dipa_jenis = compute_pos(
        k,
        &format!("{p}.dipa"),
        "DIPA awal, belanja",
        t,
        &dipa_baris,
    );
    let total =
        |k: &mut Konteks, ekor: &str, sebutan: &str, pos: &[PosAnggaran], baris: &[Baris]| {
            let awal = format!("{p}.{ekor}.jumlah");
            (!pos.is_empty()).then(|| compute_total(k, &awal, sebutan, t, pos, baris))
        };
    let jumlah_sumber = total(
        k,
        "sumber",
        "anggaran menurut sumber dana",
        &sumber,
        &sumber_baris,
    );
    let jumlah_dipa = total(k, "dipa", "anggaran DIPA awal", &dipa_jenis, &dipa_baris);

    // Kinds of spending are the finer and more common table; programs step in where there are none.
    let (jumlah, jumlah_program) = if jenis.is_empty() {
        (
            compute_total(k, &p, "anggaran", t, &program, &program_baris),
            None,
        )
    } else {
        let sebutan = "anggaran menurut program";
        let jumlah_program = total(k, "program", sebutan, &program, &program_baris);
        (
            compute_total(k, &p, "anggaran", t, &jenis, &jenis_baris),
            jumlah_program,
        )
    };
    let pagu = jumlah.pagu.clone();
    // The tables of the year's end always carry spending, so these fakta are there.
    let ekor = |ekor: &str| Kode::from(format!("{p}.{ekor}"));

    let perubahan_pagu = pagu_perjanjian.as_ref().map(|awal| {
        let nama = Nama::new(
            format!("{p}.perubahan_pagu"),
            format!("Perubahan pagu terhadap perjanjian kinerja tahun {t}"),
            Satuan::Rupiah,
            0,
        );
        k.hitung(nama, &rumus::SELISIH, t, f(&pagu).kurang(f(awal)), false)
    });
    HasilAnggaran {
        tahun: t,
        jenis,
        program,
        sumber,
        perjanjian,
        pagu_perjanjian,
        perubahan_pagu,
        revisi: compute_revisi(k, t),
        dipa_jenis,
        bulan: compute_bulan(k, t, &pagu),
        pagu,
        realisasi: jumlah.realisasi.unwrap_or_else(|| ekor("realisasi")),
        penyerapan: jumlah.penyerapan.unwrap_or_else(|| ekor("penyerapan")),
        sisa: jumlah.sisa.unwrap_or_else(|| ekor("sisa")),
        jumlah_program,
        jumlah_sumber,
        jumlah_dipa,
        perubahan_penyerapan: None,
    }
}

fn compute_revisi(k: &mut Konteks, t: i16) -> Vec<(String, String, Kode)> {
    let masukan = k.masukan;
    let baris = masukan
        .anggaran_revisi
        .iter()
        .filter(|b| b.tahun == t)
        .enumerate();
    baris
        .map(|(i, b)| {
            let nama = Nama::new(
                format!("anggaran.{t}.revisi.{}.pagu", i + 1),
                format!("Pagu DIPA sesudah revisi {} tahun {t}", b.nomor),
                Satuan::Rupiah,
                0,
            );
            (
                b.nomor.clone(),
                b.alasan.clone(),
                k.fakta.masukan(nama, &b.pagu),
            )
        })
        .collect()
}

fn compute_bulan(k: &mut Konteks, t: i16, pagu: &Kode) -> Vec<(u8, Kode, Kode, Kode)> {
    let masukan = k.masukan;
    let baris = masukan.serapan_bulanan.iter().filter(|b| b.tahun == t);
    baris
        .map(|b| {
            let p = format!("anggaran.{t}.bulan.{:02}", b.bulan);
            let sebut = format!("sampai dengan {} {t}", nama_bulan(b.bulan));
            let mut isi = |ekor: &str, label: &str, sel: &Sel| {
                let nama = Nama::new(
                    format!("{p}.{ekor}"),
                    format!("{label} {sebut}"),
                    Satuan::Rupiah,
                    0,
                );
                k.fakta.masukan(nama, sel)
            };
            let rencana = isi("rencana", "Rencana penyerapan", &b.rencana);
            let realisasi = isi("realisasi", "Realisasi anggaran", &b.realisasi);
            let serapan = penyerapan(
                k,
                &p,
                &format!("anggaran {sebut}"),
                t,
                &realisasi,
                pagu,
                None,
            );
            (b.bulan, rencana, realisasi, serapan)
        })
        .collect()
}

pub(super) fn compute_pnbp(k: &mut Konteks) -> Vec<HasilPnbp> {
    let masukan = k.masukan;
    let mut hasil: Vec<HasilPnbp> = masukan
        .pnbp
        .iter()
        .filter(|b| b.tahun <= k.tahun)
        .map(|b| (b, b.tahun))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(b, t)| {
            let rupiah = |ekor: &str, label: &str| {
                Nama::new(
                    format!("pnbp.{t}.{ekor}"),
                    format!("{label} PNBP tahun {t}"),
                    Satuan::Rupiah,
                    0,
                )
            };
            let target = k.fakta.masukan(rupiah("target", "Target"), &b.target);
            let realisasi = k
                .fakta
                .masukan(rupiah("realisasi", "Realisasi"), &b.realisasi);
            let nama = Nama::new(
                format!("pnbp.{t}.capaian"),
                format!("Capaian PNBP tahun {t}"),
                Satuan::Persen,
                2,
            );
            let capaian = super::indikator::compute_capaian(
                k,
                nama,
                t,
                hukum::Arah::Naik,
                &realisasi,
                &target,
            );
            let selisih = k.hitung(
                rupiah("selisih", "Selisih realisasi dan target"),
                &rumus::SELISIH,
                t,
                f(&realisasi).kurang(f(&target)),
                false,
            );
            HasilPnbp {
                tahun: t,
                target,
                realisasi,
                capaian,
                selisih,
            }
        })
        .collect();
    hasil.sort_by_key(|h| std::cmp::Reverse(h.tahun));
    hasil
}
