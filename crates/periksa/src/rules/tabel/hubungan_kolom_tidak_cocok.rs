//! A row that breaks what the other rows of its table make of the same columns.

use std::collections::{BTreeMap, BTreeSet};

use kinerja::bilangan;
use rust_decimal::Decimal;

use super::alat::{self, nama_baris, nama_kolom};
use super::hasil_kali;
use super::hubungan::{self, Deret, Hubungan, Jenis};
use super::{baris_berkala, jumlah, keliru, kolom_berjalan};
use crate::bacaan::{Bacaan, Tabel};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "hubungan-kolom-tidak-cocok",
    judul: "Angka sebuah baris tidak mengikuti hitungan yang berlaku pada baris-baris lain tabelnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Bila sebuah kolom pada sebagian besar baris sama dengan selisih, jumlah, hasil kali, hasil bagi, atau perubahan dua kolom lainnya, hubungan itu berlaku bagi semua baris. Baris yang menyimpang memuat satu angka yang keliru. Pembulatan diterima, dan hubungan yang dapat terjadi kebetulan (angka kecil atau bulat) tidak dinilai, kecuali judul kolomnya menyebutnya (\"Selisih\", \"Efisiensi\").",
            dasar: &["Aritmetika: kolom yang dihitung dari kolom lain"],
            buruk: &[
                "Pembanding\tNilai\tRealisasi kantor\tSelisih\nKantor Wilayah Lautan Timur\t3,17\t3,68\t-0,03\nDirektorat Jenderal\t3,69\t3,68\t-0,01\n",
                "Pembanding\tNilai\tRealisasi kantor\tSelisih\nStandar pelayanan minimal\t5,0\t6,4\t0,6\nKantor Wilayah Lautan Timur\t–\t5,6\t–\n",
                "Kegiatan\tPenyerapan\tCapaian kinerja\tEfisiensi\nPelayanan\t97,21\t110,10\t12,89\nPengawasan\t95,07\t101,44\t6,37\nDukungan manajemen\t98,40\t103,25\t8,85\n",
                "Bulan\tRealisasi\tKumulatif\nJanuari\t12.500.000\t12.500.000\nFebruari\t11.300.000\t23.800.000\nMaret\t14.200.000\t38.000.000\nApril\t10.100.000\t48.900.000\nMei\t13.400.000\t61.500.000\nJuni\t12.000.000\t73.500.000\n",
                "Pendidikan\tOrang\tPersen\nSD\t12\t8,00\nSMP\t28\t18,67\nSMA\t66\t44,00\nD3\t19\t12,67\nS1\t25\t19,67\nJumlah\t150\t100,00\n",
                "Triwulan\tMasuk\tSelesai\tRasio penyelesaian\nI\t46\t44\t95,65%\nII\t31\t30\t96,77%\nIII\t18\t17\t105,88%\nIV\t29\t26\t89,66%\n",
                "Layanan\tTw I\tTw II\tTw III\tTw IV\tSetahun\nPaspor biasa\t2.310\t2.478\t2.604\t2.454\t9.846\nPaspor elektronik\t702\t788\t861\t864\t3.125\nIzin tinggal\t80\t91\t97\t88\t356\n",
                "Bulan\tU1\tU2\tU3\tU4\tNilai\nJanuari\t3,77\t3,68\t3,86\t3,78\t3,77\nFebruari\t3,66\t3,76\t3,81\t3,83\t3,77\nMaret\t3,73\t3,73\t3,78\t3,83\t3,77\nApril\t3,75\t3,74\t3,82\t3,86\t3,97\n",
            ],
            baik: &[
                "Pembanding\tNilai\tRealisasi kantor\tSelisih\nStandar pelayanan minimal\t5,0\t5,6\t0,6\nKantor Wilayah Lautan Timur\t–\t5,6\t–\n",
                "Pembanding\tNilai\tRealisasi kantor\tSelisih\nStandar pelayanan minimal\t5,0\t5,6\t12,0\nKantor Wilayah Lautan Timur\t–\t5,6\t–\n",
                "Kegiatan\tPenyerapan\tCapaian kinerja\tEfisiensi\nPelayanan\t97,21\t110,10\t12,89\nPengawasan\t95,07\t101,44\t6,37\nDukungan manajemen\t98,40\t103,25\t4,85\n",
                "Bulan\tRealisasi\tKumulatif\nJanuari\t12.500.000\t12.500.000\nFebruari\t11.300.000\t23.800.000\nMaret\t14.200.000\t38.000.000\nApril\t10.100.000\t48.100.000\nMei\t13.400.000\t61.500.000\nJuni\t12.000.000\t73.500.000\n",
                "Pendidikan\tOrang\tPersen\nSD\t12\t8,00\nSMP\t28\t18,67\nSMA\t66\t44,00\nD3\t19\t12,67\nS1\t25\t16,66\nJumlah\t150\t100,00\n",
                "Layanan\tTw I\tTw II\tTw III\tTw IV\tSetahun\nPaspor biasa\t2.310\t2.478\t2.604\t2.454\t9.846\nPaspor elektronik\t702\t788\t861\t864\t3.215\nIzin tinggal\t80\t91\t97\t88\t356\n",
                "Uraian\tTriwulan I\tTriwulan II\tTriwulan III\nPaspor\t25\t50\t75\nIzin tinggal\t20\t40\t60\nPemeriksaan\t20\t40\t65\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let kali: BTreeSet<(usize, usize)> = hasil_kali::semua(bacaan)
        .salah
        .into_iter()
        .filter_map(|s| Some((s.tabel, bacaan.tabel.get(s.tabel)?.baris.get(s.baris)?.row)))
        .collect();
    let luar = Luar::baru(bacaan);
    let selisih = jumlah::semua(bacaan).selisih;
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        baris_berkala::periksa(bahan, aturan, catat, tabel);
        let deret = hubungan::deret(bacaan, tabel);
        for satu in kolom_berjalan::semua(bacaan, tabel, &deret) {
            catat.temuan(satu.temuan(bahan, aturan, tabel));
        }
        let semua = hubungan::semua(tabel, &deret);
        if semua.is_empty() {
            continue;
        }
        for d in &deret {
            if !kali.contains(&(i, d.baris.row)) {
                let terjumlah = |k: usize, nilai: Decimal| {
                    keliru::terjumlah(bacaan, &selisih, (i, d.baris.row, k), nilai)
                };
                satu_baris(
                    bahan,
                    aturan,
                    catat,
                    tabel,
                    (&deret, d),
                    &semua,
                    (&luar, &terjumlah),
                );
            }
        }
    }
}

/// Values that the document prints, each with the first and the last piece that holds it.
struct Luar(BTreeMap<Decimal, (usize, usize)>);

impl Luar {
    fn baru(bacaan: &Bacaan) -> Self {
        let mut semua: BTreeMap<Decimal, (usize, usize)> = BTreeMap::new();
        for angka in &bacaan.angka {
            let Some(nilai) = angka.besaran().filter(|_| hubungan::digit(angka) >= 3) else {
                continue;
            };
            let piece = angka.letak.piece;
            let tempat = semua.entry(nilai).or_insert((piece, piece));
            *tempat = (tempat.0.min(piece), tempat.1.max(piece));
        }
        Self(semua)
    }

    /// Whether a value stands outside a table.
    fn memuat(&self, tabel: &Tabel, nilai: Decimal) -> bool {
        self.0
            .get(&nilai)
            .is_some_and(|tempat| *tempat != (tabel.piece, tabel.piece))
    }
}

fn satu_baris(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    (deret, d): (&[Deret], &Deret),
    semua: &[Hubungan],
    (luar, terjumlah): (&Luar, &dyn Fn(usize, Decimal) -> bool),
) {
    let (mut patah, mut terbukti): (Vec<&Hubungan>, BTreeSet<usize>) =
        (Vec::new(), BTreeSet::new());
    let mut utuh: BTreeSet<[usize; 3]> = BTreeSet::new();
    for h in semua {
        let kolom = [h.a, h.b, h.c];
        match h.berlaku(tabel, d) {
            Some(true) if h.salah_tanda(deret, d) => {
                if let Some(temuan) = temuan(bahan, aturan, tabel, d, h, h.c) {
                    catat.temuan(temuan);
                    return;
                }
            }
            Some(true) => {
                utuh.insert(himpunan(h));
                catat.diperiksa(
                    kolom
                        .iter()
                        .filter_map(|k| d.sel.get(*k).copied().flatten())
                        .map(|(id, _)| id),
                );
                if h.bukti(d).is_some_and(|digit| digit >= 2) {
                    terbukti.extend(kolom);
                }
            }
            Some(false) => patah.push(h),
            None => {}
        }
    }
    patah.retain(|h| !utuh.contains(&himpunan(h)));
    let mut kali: BTreeMap<usize, BTreeSet<[usize; 3]>> = BTreeMap::new();
    for h in &patah {
        for k in [h.a, h.b, h.c] {
            kali.entry(k).or_default().insert(himpunan(h));
        }
    }
    // Of the ways to write one relation, the one that the heading announces or that ends furthest to the right.
    patah.sort_by_key(|h| {
        (
            himpunan(h),
            !h.disebut,
            usize::MAX - h.c,
            usize::MAX - h.tegak,
            h.jenis,
        )
    });
    patah.dedup_by_key(|h| himpunan(h));
    patah.sort_by_key(|h| (!h.disebut, usize::MAX - h.setuju));
    let mut dilaporkan: BTreeSet<usize> = BTreeSet::new();
    for h in patah {
        let kolom = [h.a, h.b, h.c];
        if hubungan::diurus(tabel, h) || kolom.iter().any(|k| dilaporkan.contains(k)) {
            continue;
        }
        let banyak = |k: usize| kali.get(&k).map_or(0, BTreeSet::len);
        let calon: Vec<usize> = kolom
            .iter()
            .copied()
            .filter(|k| !terbukti.contains(k))
            .collect();
        let terbanyak = calon.iter().map(|k| banyak(*k)).max().unwrap_or(0);
        let calon: Vec<usize> = calon
            .into_iter()
            .filter(|k| banyak(*k) == terbanyak)
            .collect();
        let dikenal: Vec<usize> = calon
            .iter()
            .copied()
            .filter(|k| {
                let benar = h
                    .selesaikan(d, *k)
                    .zip(d.angka(*k))
                    .map(|(n, a)| bilangan::round_half_up(n, a.presisi));
                benar.is_some_and(|n| luar.memuat(tabel, n))
            })
            .collect();
        // The sum of its column is the better witness, also against another relation of the row.
        let berjumlah: Vec<usize> = kolom
            .iter()
            .copied()
            .filter(|k| h.selesaikan(d, *k).is_some_and(|n| terjumlah(*k, n)))
            .collect();
        let keliru = match (dikenal.as_slice(), calon.as_slice()) {
            _ if berjumlah.len() == 1 => berjumlah.first().copied().unwrap_or(h.c),
            ([satu], _) | ([], [satu]) => *satu,
            _ if calon.is_empty() || calon.contains(&h.c) => h.c,
            (_, [satu, ..]) => *satu,
            _ => h.c,
        };
        let Some(temuan) = temuan(bahan, aturan, tabel, d, h, keliru) else {
            continue;
        };
        dilaporkan.insert(keliru);
        catat.diperiksa(
            kolom
                .iter()
                .filter_map(|k| d.sel.get(*k).copied().flatten())
                .map(|(id, _)| id),
        );
        catat.temuan(temuan);
    }
}

fn himpunan(h: &Hubungan) -> [usize; 3] {
    let mut kolom = [h.a, h.b, h.c];
    kolom.sort_unstable();
    kolom
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    d: &Deret,
    h: &Hubungan,
    keliru: usize,
) -> Option<Temuan> {
    let nama = |k: usize| tabel.kolom.get(k).map(nama_kolom).unwrap_or_default();
    let rumus = |a: &str, b: &str| match h.jenis {
        Jenis::Kurang => format!("{a} − {b}"),
        Jenis::Tambah => format!("{a} + {b}"),
        Jenis::Kali => format!("{a} × {b}"),
        Jenis::KaliPersen => format!("{a} × {b} / 100"),
        Jenis::Bagi => format!("{a} / {b}"),
        Jenis::BagiPersen => format!("{a} / {b} × 100%"),
        Jenis::Perubahan => format!("({a} − {b}) / {b} × 100%"),
    };
    let (x, y, z) = (d.angka(h.a)?, d.angka(h.b)?, d.angka(h.c)?);
    // The larger first, where the difference is printed without a sign.
    let nilai = h.selesaikan(d, h.c)?;
    let tukar = h.jenis == Jenis::Kurang
        && !nilai.is_zero()
        && nilai.is_sign_positive() != (x.nilai? >= y.nilai?);
    let (p, q, x, y) = if tukar {
        (h.b, h.a, y, x)
    } else {
        (h.a, h.b, x, y)
    };
    let presisi = z.presisi.max(match h.jenis {
        Jenis::Kurang | Jenis::Tambah => x.presisi.max(y.presisi),
        _ => 0,
    });
    let hasil = alat::tampil(z, nilai, presisi);
    let hitungan = format!(
        "{} = {hasil}",
        rumus(&hitung::tampil(x), &hitung::tampil(y))
    );
    let cetak = d.angka(keliru)?;
    let benar = alat::tampil(cetak, h.selesaikan(d, keliru)?, cetak.presisi);
    let kolom = nama(keliru);
    let saksi = match h.setuju {
        0 => "demikian judul kolomnya".to_owned(),
        n => format!("pada {n} baris lain tabel ini hitungan tersebut berlaku"),
    };
    let pesan = format!(
        "Baris \"{}\": \"{}\" tercetak {}, padahal {} = {hitungan}; {saksi}.",
        nama_baris(d.baris),
        nama(h.c),
        hitung::tampil(z),
        rumus(&format!("\"{}\"", nama(p)), &format!("\"{}\"", nama(q))),
    );
    Some(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            pesan,
            format!(
                "Cocokkan ketiga angka pada baris itu dengan sumbernya; bila yang keliru kolom \"{kolom}\", tulis {benar}."
            ),
        )
        .hitungan(hitungan)
        .seharusnya(Some(benar))
        .terkait(
            bahan,
            [h.a, h.b, h.c]
                .iter()
                .filter(|k| **k != keliru)
                .filter_map(|k| d.angka(*k))
                .map(|a| &a.letak),
        ),
    )
}
