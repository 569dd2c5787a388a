//! A row without a figure where its neighbours have one.

mod judul;
mod satu_sel;

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
                "Unsur\tJAN\tFEB\tMAR\tAPR\nPersyaratan\t3,51\t3,42\t3,63\t3,54\nProsedur\t3,41\t\t3,71\t3,66\nWaktu\t3,61\t3,48\t3,52\t3,58\nBiaya\t3,60\t3,47\t3,50\t3,57\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t\t\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\n",
                "NO\tGOLONGAN\tRUANG\t\tTEKNIS\t\tNON TEKNIS\t\tJUMLAH\n\t\tA\tB\tLK\tPR\tLK\tPR\t\n1\tIV\t1\t1\t1\t1\t0\t0\t2\n2\tIII\t8\t7\t5\t3\t4\t3\t15\n3\tII\t2\t2\t0\t0\t0\t0\t4\n",
                "No\tIndikator Kinerja\tSatuan\t2020\t2021\t2022\t2023\n1\tNilai SAKIP\tnilai\t–\t70\t72\t74\n2\tIndeks Profesionalitas ASN\tindeks\t–\t75\t78\t\n3\tPersentase arsip tertata\tpersen\t–\t60\t63\t66\n",
                "No\tSasaran\tIndikator Kinerja\tTarget\n1\tMeningkatnya akuntabilitas\tNilai SAKIP\t80,00\n2\tMeningkatnya tertib arsip\tPersentase arsip tertata\t\n",
                "Jenis belanja\tPagu (Rp)\nPegawai\t2.084.175.360\nBarang\t2.457.548.160\nModal\t160.360.200\nJumlah\t\n",
                "Jenis belanja\tPagu (Rp)\tRealisasi (Rp)\t%\tSisa (Rp)\nPegawai\t2.000.000.000\t1.900.000.000\t95,00\t100.000.000\nBarang\t3.000.000.000\t2.910.000.000\t97,00\t90.000.000\nJumlah\t5.000.000.000\t\t96,20\t190.000.000\n",
                "Pembanding\tNilai\tRealisasi kantor\tSelisih\tSumber\nKantor Wilayah Sumatera Tengah\t3,51\t0,02\t\tLaporan Kinerja Tahun 2024\n",
            ],
            baik: &[
                "No\tIndikator Kinerja\tSatuan\t2020\t2021\t2022\t2023\n1\tNilai SAKIP\tnilai\t–\t70\t72\t74\n2\tIndeks Profesionalitas ASN\tindeks\t–\t75\t78\t–\n3\tPersentase arsip tertata\tpersen\t–\t60\t63\t66\n",
                "Uraian\tVolume\tHarga satuan (Rp)\tJumlah (Rp)\nKomputer\t3\t12.000.000\t36.000.000\nPencetak\t2\t4.000.000\t8.000.000\nJumlah\t5\t\t44.000.000\n",
                "Tahun\tPagu\tRealisasi\tKenaikan\n2019\tRp4.000.000\tRp3.900.000\t\n2020\tRp4.100.000\tRp3.950.000\tRp50.000\n2021\tRp4.200.000\tRp4.000.000\tRp50.000\n2022\tRp4.300.000\tRp4.100.000\tRp100.000\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t-\t-\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\n",
                "Uraian\tPagu\tRealisasi\nProgram Dukungan Manajemen\t\t\nBelanja Pegawai\tRp4.000.000\tRp3.900.000\nBelanja Barang\tRp2.000.000\tRp1.900.000\nBelanja Modal\tRp1.000.000\tRp900.000\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nIndeks Profesionalitas ASN\t75\t78\t104,00%\nPersentase arsip tertata\t60\t63\t105,00%\nRata-rata\t\t\t103,83%\n",
                "Komponen\tNilai\tBobot (%)\tNilai akhir\nRevisi DIPA\t100,00\t10\t10,00\nPenyerapan anggaran\t90,00\t30\t27,00\nBelanja kontraktual\t95,00\t20\t19,00\nCapaian keluaran\t96,00\t40\t38,40\nPengurang dispensasi SPM\t0,50\t\t0,50\nNilai akhir\t\t\t93,90\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for tabel in &bahan.bacaan.tabel {
        let dilaporkan = sel_kosong(bahan, aturan, catat, tabel);
        satu_sel::periksa(bahan, aturan, catat, tabel, &dilaporkan);
        pecahan_nol(bahan, aturan, catat, tabel);
    }
}

/// Gives the rows that it tells.
fn sel_kosong(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
) -> Vec<usize> {
    const BARIS_SEDIKIT: usize = 3;
    let bacaan = bahan.bacaan;
    let mut dilaporkan = Vec::new();
    let rows: Vec<&Baris> = tabel.isi().filter(|b| !b.label.is_empty()).collect();
    if rows.len() < BARIS_SEDIKIT {
        return dilaporkan;
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
            ISI,
        ));
        dilaporkan.push(baris.row);
    }
    dilaporkan
}

const ISI: &str = "Isi nilainya, atau tulis tanda hubung dengan keterangan mengapa belum tersedia.";

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
