//! A row without a figure where its neighbours have one.

use rust_decimal::Decimal;

use super::alat::{self, Isi, nama_baris, nama_kolom};
use super::pecahan_baris::kepingan;
use crate::bacaan::{
    Angka, Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Letak, Peran, Tabel,
};
use crate::hitung;
use crate::understand::kosakata::normal;
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
            ],
            baik: &[
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
        satu_sel(bahan, aturan, catat, tabel, &dilaporkan);
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

/// The one blank cell of a row whose column is filled in every other row: it was forgotten, or the row has slipped.
fn satu_sel(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    dilaporkan: &[usize],
) {
    /// Other rows that must be filled.
    const BARIS_LAIN: usize = 3;
    /// Cells of a closing row that show that it gives a result in every column.
    const SEL_PENUTUP: usize = 5;
    let bacaan = bahan.bacaan;
    let rows: Vec<&Baris> = tabel
        .baris
        .iter()
        .filter(|b| {
            matches!(
                b.jenis,
                JenisBaris::Isi | JenisBaris::Total | JenisBaris::Rerata
            )
        })
        .filter(|b| !b.label.is_empty())
        .collect();
    let kolom: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| {
            tabel
                .kolom
                .get(*k)
                .is_some_and(|k| k.jenis == JenisKolom::Angka)
        })
        .collect();
    let hampa = |row: usize, k: usize| alat::teks(bacaan, tabel, row, k).is_empty();
    let banyak_hampa: Vec<(usize, Vec<usize>)> = kolom
        .iter()
        .map(|k| {
            let hampa: Vec<usize> = rows
                .iter()
                .filter(|b| hampa(b.row, *k))
                .map(|b| b.row)
                .take(3)
                .collect();
            (*k, hampa)
        })
        .collect();
    let (awal, akhir) = (rows.first().map(|b| b.row), rows.last().map(|b| b.row));
    for baris in &rows {
        let kosong: Vec<usize> = kolom
            .iter()
            .copied()
            .filter(|k| hampa(baris.row, *k))
            .collect();
        let [k] = kosong[..] else { continue };
        let terisi = kolom.len().saturating_sub(1);
        let isi = baris.jenis == JenisBaris::Isi;
        // A closing row, and a total over columns of several kinds, often leaves cells out.
        let penutup = Some(baris.row) == akhir || !isi;
        let lain = rows
            .iter()
            .filter(|b| b.row != baris.row && b.jenis == JenisBaris::Isi)
            .count();
        // Another row without it shows that it may be left out; but not a total.
        let tunggal = banyak_hampa.iter().any(|(kolom, hampa)| {
            *kolom == k
                && hampa.iter().all(|row| {
                    *row == baris.row
                        || (isi
                            && rows
                                .iter()
                                .any(|b| b.row == *row && b.jenis != JenisBaris::Isi))
                })
        });
        if dilaporkan.contains(&baris.row)
            || terisi == 0
            || (penutup && terisi < SEL_PENUTUP)
            || lain < BARIS_LAIN
            || !tunggal
            || (Some(baris.row) == awal && menurut_sebelumnya(tabel, k))
            || tanpa_bobot(bacaan, tabel, baris, k)
        {
            continue;
        }
        let Some(letak) = sel(bahan, tabel, baris.row, k).or_else(|| baris.letak_label.clone())
        else {
            continue;
        };
        let nama = tabel.kolom.get(k).map(nama_kolom).unwrap_or_default();
        catat.temuan(Temuan::di(
            aturan,
            bahan,
            &letak,
            format!(
                "Baris \"{}\" tidak berisi nilai pada kolom \"{nama}\", padahal semua baris lain berisi. Periksa pula apakah angka pada baris itu bergeser satu kolom.",
                nama_baris(baris),
            ),
            ISI,
        ));
    }
}

/// Whether a column compares with the row above, so that the first row has nothing in it.
fn menurut_sebelumnya(tabel: &Tabel, k: usize) -> bool {
    tabel.kolom.get(k).is_some_and(|kolom| {
        kolom.peran == Some(Peran::Perubahan)
            || kolom.jalur.iter().any(|teks| {
                normal(teks).split(' ').any(|kata| {
                    matches!(
                        kata,
                        "perubahan"
                            | "kenaikan"
                            | "penurunan"
                            | "pertumbuhan"
                            | "naik"
                            | "turun"
                            | "selisih"
                            | "tren"
                            | "laju"
                    )
                })
            })
    })
}

/// Whether a row among weights rightly has none: it is taken off or added, or the others are whole without it.
fn tanpa_bobot(bacaan: &Bacaan, tabel: &Tabel, baris: &Baris, k: usize) -> bool {
    let berbobot = tabel.kolom.get(k).is_some_and(|kolom| {
        kolom.peran == Some(Peran::Bobot)
            || kolom
                .jalur
                .iter()
                .any(|teks| normal(teks).split(' ').any(|kata| kata == "bobot"))
    });
    let penyesuai = normal(&baris.label).split(' ').take(2).any(|kata| {
        matches!(
            kata,
            "pengurang"
                | "pengurangan"
                | "potongan"
                | "dispensasi"
                | "penyesuaian"
                | "koreksi"
                | "penalti"
                | "penambah"
                | "tambahan"
                | "bonus"
        )
    });
    let lain: Vec<&Angka> = tabel
        .isi()
        .filter_map(|b| alat::angka(bacaan, tabel, b.row, k))
        .map(|(_, angka)| angka)
        .collect();
    let genap = alat::jumlah(&lain)
        .is_some_and(|(_, semua)| semua.memuat(Decimal::ONE_HUNDRED) || semua.memuat(Decimal::ONE));
    // The result of a group of weighted parts has no weight itself.
    let hasil = ["nilai ", "indeks ", "skor ", "hasil ", "rata rata "]
        .iter()
        .any(|awal| normal(&baris.label).starts_with(awal));
    berbobot && (penyesuai || genap || hasil)
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
