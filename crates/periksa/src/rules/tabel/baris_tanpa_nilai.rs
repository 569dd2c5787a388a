//! A row without a figure where its neighbours have one.

use rust_decimal::Decimal;

use super::alat::{self, Isi, nama_baris, nama_kolom};
use super::pecahan_baris::kepingan;
use crate::bacaan::{Angka, Baris, JenisKolom, JenisPerihal, Letak, Peran, Tabel};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};
use document::source::Piece;

pub(super) const ATURAN: Aturan = Aturan {
    nama: "baris-tanpa-nilai",
    judul: "Sebuah baris tidak berisi angka, padahal baris di sekitarnya berisi.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sel kosong di kolom yang pada hampir semua baris lain terisi biasanya angka yang lupa diisi, bukan nol. Demikian pula pecahan (misalnya menurut jenis kelamin) yang seluruhnya nol padahal jumlah barisnya lebih dari nol. Tanda hubung berarti memang tidak ada, dan judul kelompok tidak dinilai.",
            dasar: &[
                "Setiap baris tabel kinerja memuat nilainya, atau keterangan mengapa belum ada",
            ],
            buruk: &[
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t\t\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\n",
                "NO\tGOLONGAN\tRUANG\t\tTEKNIS\t\tNON TEKNIS\t\tJUMLAH\n\t\tA\tB\tLK\tPR\tLK\tPR\t\n1\tIV\t1\t1\t1\t1\t0\t0\t2\n2\tIII\t8\t7\t5\t3\t4\t3\t15\n3\tII\t2\t2\t0\t0\t0\t0\t4\n",
            ],
            baik: &[
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t-\t-\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\n",
                "Uraian\tPagu\tRealisasi\nProgram Dukungan Manajemen\t\t\nBelanja Pegawai\tRp4.000.000\tRp3.900.000\nBelanja Barang\tRp2.000.000\tRp1.900.000\nBelanja Modal\tRp1.000.000\tRp900.000\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\nRata-rata\t\t\t103,83%\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for tabel in &bahan.bacaan.tabel {
        sel_kosong(bahan, aturan, catat, tabel);
        pecahan_nol(bahan, aturan, catat, tabel);
    }
}

fn sel_kosong(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, tabel: &Tabel) {
    const BARIS_SEDIKIT: usize = 3;
    let bacaan = bahan.bacaan;
    let rows: Vec<&Baris> = tabel.isi().filter(|b| !b.label.is_empty()).collect();
    if rows.len() < BARIS_SEDIKIT {
        return;
    }
    let terisi = |row: usize, k: usize| !alat::teks(bacaan, tabel, row, k).is_empty();
    let kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| {
            tabel.kolom.get(*k).is_some_and(|satu| {
                satu.jenis == JenisKolom::Angka
                    && matches!(
                        satu.peran,
                        Some(Peran::Target | Peran::Realisasi | Peran::Capaian | Peran::Nilai)
                    )
            })
        })
        .filter(|k| {
            let ada = rows.iter().filter(|b| terisi(b.row, *k)).count();
            ada * 4 >= rows.len() * 3 && ada < rows.len()
        })
        .collect();
    let berindikator = rows.iter().any(|b| {
        b.perihal
            .as_ref()
            .is_some_and(|p| p.jenis == JenisPerihal::Indikator)
    });
    let terakhir = rows.last().map(|b| b.row);
    for baris in rows {
        // The closing row of a table of parts often gives its result in one column only.
        let penutup = Some(baris.row) == terakhir && !berindikator;
        if penutup {
            continue;
        }
        let berangka = (0..tabel.kolom.len()).any(|k| {
            matches!(alat::isi(bacaan, tabel, baris.row, k), Isi::Angka(..)) && !kolom.contains(&k)
        });
        let kosong: Vec<usize> = kolom
            .iter()
            .copied()
            .filter(|k| !terisi(baris.row, *k))
            .collect();
        let (Some(pertama), true) = (kosong.first(), berangka) else {
            continue;
        };
        let Some(letak) = baris
            .letak_label
            .clone()
            .or_else(|| sel(bahan, tabel, baris.row, *pertama))
        else {
            continue;
        };
        let nama: Vec<String> = kosong
            .iter()
            .filter_map(|k| tabel.kolom.get(*k))
            .map(|k| format!("\"{}\"", nama_kolom(k)))
            .collect();
        catat.temuan(Temuan::di(
            aturan,
            bahan,
            &letak,
            format!(
                "Baris \"{}\" tidak berisi nilai pada kolom {}, padahal baris lain berisi.",
                nama_baris(baris),
                nama.join(", ")
            ),
            "Isi nilainya, atau tulis tanda hubung dengan keterangan mengapa belum tersedia.",
        ));
    }
}

fn sel(bahan: &BahanDokumen, tabel: &Tabel, row: usize, k: usize) -> Option<Letak> {
    let Some(Piece::Grid(grid)) = bahan.bacaan.sumber.pieces.get(tabel.piece) else {
        return None;
    };
    let i = grid.covering(row, k)?;
    Some(Letak::di_sel(
        tabel.piece,
        i,
        0..grid.cells.get(i)?.passage.text.len(),
    ))
}

/// Splits that are zero throughout although the row counts something: one finding for each row.
fn pecahan_nol(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, tabel: &Tabel) {
    let bacaan = bahan.bacaan;
    for keping in kepingan(bacaan, tabel) {
        if keping.pecahan.len() < 2 {
            continue;
        }
        for baris in tabel.isi() {
            let jumlah = |kolom: &[usize]| -> Option<(Decimal, Vec<&Angka>)> {
                let mut angka = Vec::new();
                for k in kolom {
                    match alat::isi(bacaan, tabel, baris.row, *k) {
                        Isi::Angka(_, satu) => angka.push(satu),
                        Isi::Kosong => {}
                        Isi::Rusak => return None,
                    }
                }
                Some((alat::jumlah(&angka)?.0, angka))
            };
            let isi: Vec<_> = keping
                .pecahan
                .iter()
                .map(|p| (p, jumlah(&p.kolom)))
                .collect();
            let cetak = alat::angka(bacaan, tabel, baris.row, keping.jumlah);
            let banyak = isi
                .iter()
                .filter_map(|(_, j)| j.as_ref().map(|(n, _)| *n))
                .chain(cetak.and_then(|(_, a)| a.nilai))
                .max()
                .unwrap_or_default();
            // The column of the number itself says zero and one split alone is filled: that is another defect.
            let sumber = isi
                .first()
                .and_then(|(_, j)| j.as_ref())
                .map(|(n, _)| *n)
                .unwrap_or_default();
            let nol: Vec<_> = isi
                .iter()
                .filter_map(|(p, j)| j.as_ref().map(|(n, a)| (*p, *n, a)))
                .filter(|(_, n, _)| n.is_zero())
                .collect();
            let jumlah_ada = cetak.is_some_and(|(_, a)| a.nilai.is_some_and(|n| !n.is_zero()));
            if banyak.is_zero() || nol.is_empty() || (sumber.is_zero() && !jumlah_ada) {
                continue;
            }
            let nama: Vec<&str> = nol.iter().map(|(p, _, _)| p.nama.as_str()).collect();
            let letak = nol
                .iter()
                .flat_map(|(_, _, a)| a.iter())
                .map(|a| &a.letak)
                .next()
                .or(baris.letak_label.as_ref());
            let Some(letak) = letak else { continue };
            let berapa = cetak
                .map(|(_, a)| a)
                .filter(|_| jumlah_ada)
                .map_or_else(|| kinerja::bilangan::format(banyak, 0), hitung::tampil);
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                letak,
                format!(
                    "Baris \"{}\" berjumlah {berapa}, tetapi kolom {} seluruhnya nol atau kosong.",
                    nama_baris(baris),
                    nama.join(" serta kolom "),
                ),
                "Isi pecahan baris itu, atau hapus barisnya bila memang tidak ada.",
            ));
        }
    }
}
