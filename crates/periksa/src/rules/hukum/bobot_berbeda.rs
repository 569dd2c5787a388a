//! Weights in a table that differ from those of the provision in force for the year.

use rust_decimal::Decimal;

use super::bobot::{self, Bobot};
use crate::bacaan::{Angka, AngkaId, JenisBaris, Peran, Tabel};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};
use kinerja::bilangan;

pub(super) const ATURAN: Aturan = Aturan {
    nama: "bobot-berbeda",
    judul: "Bobot pada tabel berbeda dari ketentuan yang berlaku untuk tahun laporan.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Bobot nilai kinerja anggaran, indikator pelaksanaan anggaran, komponen akuntabilitas, dan unsur survei ditetapkan per tahun anggaran. Bila bobot tercetak hanya tertukar tempat, temuan mengatakannya, dan bila nilai akhir tercetak justru keluar dari bobot ketentuan, temuan menunjukkan hitungannya: yang salah tabelnya, bukan nilainya.",
            dasar: &["Ketentuan bobot pada folder regulasi, menurut tahun laporan"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nC. Capaian Kinerja Anggaran\n\nKomponen\tBobot\tNilai\nCapaian Rincian Output\t43,5%\t99,10\nEfisiensi\t18,2%\t60,00\nKonsistensi Penyerapan terhadap Perencanaan\t9,7%\t95,00\nPenyerapan Anggaran\t28,6%\t97,00\n",
                "Laporan Kinerja Dinas Pangan Kota Lama Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator\tBobot\tNilai\nRevisi DIPA\t10\t100\nDeviasi Halaman III DIPA\t10\t90,50\nPenyerapan Anggaran\t25\t98,00\nBelanja Kontraktual\t10\t95,00\nPenyelesaian Tagihan\t10\t100\nPengelolaan UP dan TUP\t10\t99,00\nDispensasi SPM\t5\t100\nCapaian Output\t20\t100\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nC. Capaian Kinerja Anggaran\n\nKomponen\tBobot\tNilai\nCapaian Rincian Output\t43,5%\t99,10\nEfisiensi\t28,6%\t60,00\nKonsistensi Penyerapan terhadap Perencanaan\t18,2%\t95,00\nPenyerapan Anggaran\t9,7%\t97,00\n",
                "Laporan Kinerja Dinas Pangan Kota Lama Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nPekerjaan\tBobot\tNilai\nPerencanaan jalan\t30\t100\nPengawasan jalan\t30\t90,50\nPemeliharaan jembatan\t40\t98,00\n",
            ],
        },
    },
};

/// A row of a table with its weight.
struct Bobotan<'b> {
    row: usize,
    nama: String,
    id: AngkaId,
    angka: &'b Angka,
    nilai: Option<&'b Angka>,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(tahun) = bacaan.identitas.tahun else {
        return;
    };
    let semua = bobot::daftar(bahan.hukum, tahun);
    for tabel in &bacaan.tabel {
        // Each group of respondents has an instrument of its own.
        for baris in kelompok(tabel, bobotan(bahan, tabel)) {
            if baris.len() < 3 {
                continue;
            }
            let nama: Vec<String> = baris.iter().map(|b| b.nama.clone()).collect();
            let Some((set, resmi)) = bobot::cari(&semua, &nama) else {
                continue;
            };
            let pasangan: Vec<(&Bobotan, Decimal)> = baris
                .iter()
                .zip(resmi)
                .filter_map(|(b, resmi)| Some((b, resmi?)))
                .collect();
            catat.diperiksa(pasangan.iter().map(|(b, _)| b.id));
            if let Some(temuan) = banding(bahan, aturan, tabel, set, &pasangan) {
                catat.temuan(temuan);
            }
        }
    }
}

/// The rows between titles.
fn kelompok<'b>(tabel: &Tabel, baris: Vec<Bobotan<'b>>) -> Vec<Vec<Bobotan<'b>>> {
    let judul: Vec<usize> = tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Kelompok)
        .map(|b| b.row)
        .collect();
    let mut hasil: Vec<(usize, Vec<Bobotan>)> = Vec::new();
    for satu in baris {
        let ke = judul.partition_point(|row| *row < satu.row);
        match hasil.last_mut().filter(|(lama, _)| *lama == ke) {
            Some((_, isi)) => isi.push(satu),
            None => hasil.push((ke, vec![satu])),
        }
    }
    // Titles without a set of their own ("Pengungkit", "Hasil") only divide one set.
    let tergabung = hasil.len() > 1 && hasil.iter().any(|(_, isi)| isi.len() < 3);
    let bagian = hasil.into_iter().map(|(_, isi)| isi);
    if tergabung {
        vec![bagian.flatten().collect()]
    } else {
        bagian.collect()
    }
}

fn bobotan<'b>(bahan: &BahanDokumen<'b>, tabel: &'b Tabel) -> Vec<Bobotan<'b>> {
    let bacaan = bahan.bacaan;
    let kolom = |peran: Peran| tabel.kolom.iter().position(|k| k.peran == Some(peran));
    let Some(kolom_bobot) = kolom(Peran::Bobot) else {
        return Vec::new();
    };
    let kolom_nilai = kolom(Peran::Nilai);
    tabel
        .isi()
        .filter_map(|baris| {
            let [id] = tabel.sel(baris.row, kolom_bobot) else {
                return None;
            };
            let nilai = kolom_nilai
                .and_then(|kolom| tabel.sel(baris.row, kolom).first())
                .map(|id| bacaan.angka(*id));
            Some(Bobotan {
                row: baris.row,
                nama: baris.label.clone(),
                id: *id,
                angka: bacaan.angka(*id),
                nilai,
            })
        })
        .collect()
}

fn banding(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    set: &Bobot,
    pasangan: &[(&Bobotan, Decimal)],
) -> Option<Temuan> {
    // Weights are printed in percent or as parts of one.
    let jumlah: Decimal = pasangan.iter().filter_map(|(b, _)| b.angka.nilai).sum();
    let kali = if jumlah <= Decimal::TWO {
        Decimal::ONE_HUNDRED
    } else {
        Decimal::ONE
    };
    let tercetak = |b: &Bobotan| b.angka.nilai.map(|n| n * kali);
    let salah: Vec<&(&Bobotan, Decimal)> = pasangan
        .iter()
        .filter(|(b, resmi)| tercetak(b).is_some_and(|n| !setara(n, *resmi, b.angka.presisi)))
        .collect();
    let (pertama, lainnya) = salah.split_first()?;
    let daftar: Vec<String> = salah
        .iter()
        .map(|(b, resmi)| {
            format!(
                "{} {} (seharusnya {})",
                b.nama,
                tampil(b.angka),
                persen(*resmi)
            )
        })
        .collect();
    let mut sebab = String::new();
    if tertukar(pasangan, &tercetak) {
        sebab.push_str(" Bobot tercetak adalah bobot ketentuan yang tertukar tempat.");
    }
    let hitungan = hitung_akhir(pasangan);
    if let Some((nilai, peraga)) = &hitungan
        && nilai_akhir(bahan, tabel).is_some_and(|akhir| {
            kinerja::Selang::pembulatan(*nilai, 1)
                .dapat_tercetak(akhir.nilai.unwrap_or_default(), akhir.presisi)
        })
    {
        sebab.push_str(&format!(
            " Dengan bobot ketentuan, nilai akhir tercetak terbukti: {peraga}."
        ));
    }
    let mut temuan = Temuan::di(
        aturan,
        bahan,
        &pertama.0.angka.letak,
        format!(
            "Bobot berbeda dari ketentuan: {}.{sebab}",
            daftar.join("; ")
        ),
        "Pakai bobot ketentuan yang berlaku untuk tahun laporan, lalu hitung kembali nilainya.",
    )
    .seharusnya(Some(persen(pertama.1)))
    .terkait(bahan, lainnya.iter().map(|(b, _)| &b.angka.letak))
    .dasar([set.dasar.clone()]);
    if let Some((_, peraga)) = hitungan {
        temuan = temuan.hitungan(peraga);
    }
    if !set.pasti {
        temuan = temuan.berat(Berat::Anjuran);
    }
    Some(temuan)
}

/// Whether a printed weight may be the official one: rounded as printed.
fn setara(tercetak: Decimal, resmi: Decimal, presisi: u32) -> bool {
    bilangan::round_half_up(resmi, presisi) == tercetak || resmi == tercetak
}

fn tertukar(
    pasangan: &[(&Bobotan, Decimal)],
    tercetak: &dyn Fn(&Bobotan) -> Option<Decimal>,
) -> bool {
    let mut a: Vec<Decimal> = pasangan.iter().filter_map(|(b, _)| tercetak(b)).collect();
    let mut b: Vec<Decimal> = pasangan.iter().map(|(_, resmi)| *resmi).collect();
    a.sort();
    b.sort();
    a == b
}

/// The final score by the official weights, and how it comes out.
fn hitung_akhir(pasangan: &[(&Bobotan, Decimal)]) -> Option<(Decimal, String)> {
    let mut jumlah = Decimal::ZERO;
    let mut suku = Vec::new();
    for (b, resmi) in pasangan {
        let nilai = b.nilai?;
        jumlah = jumlah.checked_add(
            nilai
                .nilai?
                .checked_mul(*resmi)?
                .checked_div(Decimal::ONE_HUNDRED)?,
        )?;
        suku.push(format!("{} × {}", persen(*resmi), tampil(nilai)));
    }
    let peraga = format!("{} = {}", suku.join(" + "), bilangan::format(jumlah, 2));
    Some((jumlah, peraga))
}

/// The final score that the table prints: the value of its total row.
fn nilai_akhir<'b>(bahan: &BahanDokumen<'b>, tabel: &Tabel) -> Option<&'b Angka> {
    let total = tabel
        .baris
        .iter()
        .find(|b| matches!(b.jenis, JenisBaris::Total | JenisBaris::Rerata))?;
    let (_, id) = tabel
        .angka
        .range((total.row, 0)..(total.row + 1, 0))
        .next_back()?;
    id.last().map(|id| bahan.bacaan.angka(*id))
}

fn persen(nilai: Decimal) -> String {
    let nilai = nilai.normalize();
    format!("{}%", bilangan::format(nilai, nilai.scale()))
}
