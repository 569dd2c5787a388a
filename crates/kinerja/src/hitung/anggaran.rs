//! Budget and revenue: totals from their lines, absorption, remainder, revisions, years compared.

use std::collections::BTreeSet;

use super::konteks::{Konteks, siput_unik};
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

/// One line of any budget table.
struct Baris<'a> {
    nama: String,
    kegiatan: String,
    total: bool,
    pagu: &'a Sel,
    realisasi: Option<&'a Sel>,
    persen: Option<&'a Sel>,
}

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
    if !jenis.is_empty() {
        compute_total(
            k,
            &format!("{p}.program"),
            "menurut program",
            t,
            &program,
            &program_baris,
        );
    }
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

    // Kinds of spending are the finer and more common table; programs step in where there are none.
    let (pos, baris) = if jenis.is_empty() {
        (&program, &program_baris)
    } else {
        (&jenis, &jenis_baris)
    };
    let total = baris.iter().find(|b| b.total);
    let pagu_bagian: Vec<Kode> = pos.iter().map(|b| b.pagu.clone()).collect();
    let realisasi_bagian: Vec<Kode> = pos.iter().filter_map(|b| b.realisasi.clone()).collect();
    let pagu = jumlah_atau_tercetak(
        k,
        &p,
        "pagu",
        &format!("Pagu anggaran tahun {t}"),
        &pagu_bagian,
        total.map(|b| b.pagu),
    );
    let realisasi = jumlah_atau_tercetak(
        k,
        &p,
        "realisasi",
        &format!("Realisasi anggaran tahun {t}"),
        &realisasi_bagian,
        total.and_then(|b| b.realisasi),
    );
    let penyerapan = penyerapan(
        k,
        &p,
        &format!("anggaran tahun {t}"),
        t,
        &realisasi,
        &pagu,
        total.and_then(|b| b.persen),
    );
    let sisa = sisa(k, &p, &format!("anggaran tahun {t}"), t, &realisasi, &pagu);

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
        realisasi,
        penyerapan,
        sisa,
        perubahan_penyerapan: None,
    }
}

fn baris_jenis<'a>(k: &Konteks<'a>, t: i16, tahap: &str) -> Vec<Baris<'a>> {
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

fn baris_program<'a>(k: &Konteks<'a>, t: i16, tahap: &str) -> Vec<Baris<'a>> {
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

fn baris_sumber<'a>(k: &Konteks<'a>, t: i16) -> Vec<Baris<'a>> {
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

fn compute_pos(
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

/// The printed total of a table that is not the year's own total, held against its lines.
fn compute_total(
    k: &mut Konteks,
    awal: &str,
    sebutan: &str,
    t: i16,
    pos: &[PosAnggaran],
    baris: &[Baris],
) {
    let Some(total) = baris.iter().find(|b| b.total) else {
        return;
    };
    let p = format!("{awal}.jumlah");
    let pagu: Vec<Kode> = pos.iter().map(|b| b.pagu.clone()).collect();
    let realisasi: Vec<Kode> = pos.iter().filter_map(|b| b.realisasi.clone()).collect();
    let label = |apa: &str| format!("{apa} {sebutan} tahun {t}");
    let pagu = jumlah_atau_tercetak(k, &p, "pagu", &label("Pagu"), &pagu, Some(total.pagu));
    let realisasi = jumlah_atau_tercetak(
        k,
        &p,
        "realisasi",
        &label("Realisasi"),
        &realisasi,
        total.realisasi,
    );
    penyerapan(
        k,
        &p,
        &format!("anggaran {sebutan} tahun {t}"),
        t,
        &realisasi,
        &pagu,
        total.persen,
    );
}

/// The sum of the lines, with the printed total beside it; the printed total alone where a line is a gap.
fn jumlah_atau_tercetak(
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
        _ => {
            let kode = k.jumlah(nama, bagian);
            if let Some(total) = total {
                k.fakta.catat_tercetak(&kode, total);
            }
            kode
        }
    }
}

fn penyerapan(
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
