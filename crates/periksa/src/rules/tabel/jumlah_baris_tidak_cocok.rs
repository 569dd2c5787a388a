//! A column "Jumlah" that the columns of its row do not give.

use rust_decimal::Decimal;

use super::alat::{self, Isi, nama_baris, nama_kolom, tampil};
use super::pecahan_baris::{Kepingan, Pecahan, kepingan};
use crate::bacaan::{
    Angka, AngkaId, Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Kolom, SatuanCetak, Tabel,
};
use crate::hitung;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "jumlah-baris-tidak-cocok",
    judul: "Kolom jumlah tidak sama dengan jumlah kolom-kolom pada barisnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kolom \"Jumlah\" dibandingkan dengan kolom-kolom yang dijumlahkannya. Tabel yang memecah jumlah yang sama dengan beberapa cara (menurut pangkat, jenis kelamin, atau jenis jabatan) diperiksa untuk setiap cara; pecahan yang seluruhnya kosong diurus aturan baris-tanpa-nilai.",
            dasar: &["Aritmetika: jumlah baris"],
            buruk: &[
                "Kunjungan\tJAN\tFEB\tMAR\tAPR\tJumlah\nPelayanan terpadu\t31\t28\t44\t26\t139\n",
                "No\tPendidikan\tLaki-laki\tPerempuan\tJumlah\n1\tS2\t4\t3\t7\n2\tS1\t21\t17\t38\n3\tD3\t6\t9\t13\n",
                "NO\tGOLONGAN\tRUANG\t\tTEKNIS\t\tNON TEKNIS\t\tJUMLAH\n\t\tA\tB\tLK\tPR\tLK\tPR\t\n1\tIV\t1\t1\t1\t1\t0\t0\t2\n2\tIII\t8\t7\t5\t3\t4\t3\t0\n3\tII\t2\t2\t1\t1\t1\t0\t4\n",
            ],
            baik: &[
                "Kunjungan\tJAN\tFEB\tMAR\tAPR\tJumlah\nPelayanan terpadu\t31\t28\t44\t26\t129\n",
                "No\tPendidikan\tLaki-laki\tPerempuan\tJumlah\n1\tS2\t4\t3\t7\n2\tS1\t21\t17\t38\n3\tD3\t6\t9\t15\n",
                "NO\tGOLONGAN\tRUANG\t\tTEKNIS\t\tNON TEKNIS\t\tJUMLAH\n\t\tA\tB\tLK\tPR\tLK\tPR\t\n1\tIV\t1\t1\t1\t1\t0\t0\t2\n2\tIII\t8\t7\t5\t3\t4\t3\t15\n3\tII\t2\t2\t1\t1\t2\t0\t4\n",
                "No\tUnit\tTarget\tRealisasi\tJumlah\n1\tSeksi Pelayanan\t10\t12\t4\n2\tSeksi Umum\t8\t8\t3\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for tabel in &bahan.bacaan.tabel {
        for keping in kepingan(bahan.bacaan, tabel) {
            satu(bahan, aturan, catat, tabel, &keping);
        }
        bulanan(bahan, aturan, catat, tabel);
    }
}

/// A year's number behind those of its months: of respondents in any column, of other counts under "Jumlah".
fn bulanan(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, tabel: &Tabel) {
    /// Months below which a column behind them may be about something else.
    const BULAN_SEDIKIT: usize = 3;
    let bacaan = bahan.bacaan;
    let bulan: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| tabel.kolom.get(*k).is_some_and(|k| k.bulan.is_some()))
        .collect();
    let (Some(pertama), Some(akhir)) = (bulan.first(), bulan.last().copied()) else {
        return;
    };
    let berderet = bulan.len() == akhir - pertama + 1 && bulan.len() >= BULAN_SEDIKIT;
    let setahun = tabel
        .kolom
        .get(akhir + 1)
        .filter(|k| berderet && k.jenis == JenisKolom::Angka && !rerata(k));
    let Some(kolom) = setahun else {
        return;
    };
    let bernama = alat::kolom_jumlah(kolom);
    // With other rows to prove what "Jumlah" is, it is looked at among the splits.
    if bernama && tabel.isi().count() >= 2 {
        return;
    }
    let keping = Kepingan {
        jumlah: akhir + 1,
        pecahan: Vec::new(),
    };
    let pecahan = Pecahan {
        nama: "bulan".to_owned(),
        kolom: bulan,
    };
    let cacah = |a: &Angka| a.presisi == 0 && a.skala == 0 && a.satuan != SatuanCetak::Persen;
    for baris in tabel.baris.iter().filter(|b| bernama || responden(b)) {
        let Some((id, cetak)) = alat::angka(bacaan, tabel, baris.row, akhir + 1) else {
            continue;
        };
        let isi = suku(bacaan, tabel, baris, &pecahan)
            .filter(|s| s.len() >= BULAN_SEDIKIT && s.iter().all(|(_, a)| cacah(a)));
        let Some((suku, (nilai, selang))) = isi
            .and_then(|s| Some((jumlah(&s)?, s)))
            .map(|(j, s)| (s, j))
        else {
            continue;
        };
        // What is no more than its largest month is a mean or a month, not a sum.
        let terbesar = suku.iter().filter_map(|(_, a)| a.nilai).max();
        if !cacah(cetak) || cetak.nilai <= terbesar {
            continue;
        }
        catat.diperiksa(suku.iter().map(|(id, _)| *id).chain([id]));
        if alat::dapat(cetak, selang) {
            continue;
        }
        let temuan = temuan_jumlah(
            bahan,
            aturan,
            tabel,
            baris,
            &keping,
            &pecahan,
            (cetak, &suku, nilai),
        );
        catat.temuan(temuan.terkait(bahan, suku.iter().map(|(_, a)| &a.letak)));
    }
}

fn rerata(kolom: &Kolom) -> bool {
    kolom.jalur.iter().any(|teks| {
        normal(teks)
            .split(' ')
            .any(|kata| matches!(kata, "rata" | "rerata" | "target" | "minimum"))
    })
}

fn responden(baris: &Baris) -> bool {
    let perihal = baris.perihal.as_ref();
    perihal.is_some_and(|p| p.jenis == JenisPerihal::Responden)
        || normal(&baris.label).split(' ').any(|k| k == "responden")
}

/// Figures of a split in a row; none where a cell cannot be read.
fn suku<'a>(
    bacaan: &'a Bacaan,
    tabel: &Tabel,
    baris: &Baris,
    pecahan: &Pecahan,
) -> Option<Vec<(AngkaId, &'a Angka)>> {
    let mut hasil = Vec::new();
    for k in &pecahan.kolom {
        match alat::isi(bacaan, tabel, baris.row, *k) {
            Isi::Angka(id, angka) => hasil.push((id, angka)),
            Isi::Kosong => {}
            Isi::Rusak => return None,
        }
    }
    Some(hasil)
}

fn jumlah(suku: &[(AngkaId, &Angka)]) -> Option<(Decimal, kinerja::Selang)> {
    alat::jumlah(&suku.iter().map(|(_, a)| *a).collect::<Vec<_>>())
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    keping: &Kepingan,
) {
    let bacaan = bahan.bacaan;
    let rows: Vec<&Baris> = tabel
        .baris
        .iter()
        .filter(|b| matches!(b.jenis, JenisBaris::Isi | JenisBaris::Total))
        .collect();
    let cocok = |baris: &Baris, pecahan: &Pecahan| -> Option<bool> {
        let (_, cetak) = alat::angka(bacaan, tabel, baris.row, keping.jumlah)?;
        let (nilai, selang) = jumlah(&suku(bacaan, tabel, baris, pecahan)?)?;
        let bermakna = !nilai.is_zero() || cetak.nilai.is_some_and(|n| !n.is_zero());
        bermakna.then(|| alat::dapat(cetak, selang))
    };
    // A split that never gives the number is not one, unless it is the only columns beside it.
    let terbukti: Vec<&Pecahan> = keping
        .pecahan
        .iter()
        .filter(|p| rows.iter().any(|b| cocok(b, p) == Some(true)))
        .collect();
    let Some(acuan) = terbukti.first().copied() else {
        return;
    };
    let berpasangan = |p: &Pecahan| p.nama.contains(" dan ");
    for baris in rows {
        let Some((id, cetak)) = alat::angka(bacaan, tabel, baris.row, keping.jumlah) else {
            continue;
        };
        let nol = cetak.nilai.is_some_and(|n| n.is_zero());
        let Some(patokan) = suku(bacaan, tabel, baris, acuan) else {
            continue;
        };
        let Some((nilai_acuan, selang_acuan)) = jumlah(&patokan) else {
            continue;
        };
        catat.diperiksa([id]);
        catat.diperiksa(patokan.iter().map(|(id, _)| *id));
        // With 0 printed, the number is missing, and the first split says what it is.
        let hilang = nol && !nilai_acuan.is_zero();
        if !alat::dapat(cetak, selang_acuan)
            && (hilang || terbukti.len() == 1 || nilai_acuan != Decimal::ZERO)
        {
            catat.temuan(temuan_jumlah(
                bahan,
                aturan,
                tabel,
                baris,
                keping,
                acuan,
                (cetak, &patokan, nilai_acuan),
            ));
        }
        for pecahan in keping.pecahan.iter().filter(|p| *p != acuan) {
            if !terbukti.contains(&pecahan) && !berpasangan(pecahan) {
                continue;
            }
            let Some(isi) = suku(bacaan, tabel, baris, pecahan) else {
                continue;
            };
            let Some((nilai, selang)) = jumlah(&isi) else {
                continue;
            };
            let (patok, selang_patok) = if hilang {
                (nilai_acuan, selang_acuan)
            } else {
                let Some(semua) = alat::selang(cetak) else {
                    continue;
                };
                (cetak.nilai.unwrap_or_default(), semua)
            };
            catat.diperiksa(isi.iter().map(|(id, _)| *id));
            let bertemu = selang.bawah <= selang_patok.atas && selang_patok.bawah <= selang.atas;
            // A split left wholly at zero was not filled in: another rule says so.
            if bertemu || nilai.is_zero() {
                continue;
            }
            catat.temuan(temuan_pecahan(
                bahan,
                aturan,
                baris,
                pecahan,
                (&isi, nilai),
                (cetak, patok, hilang, acuan),
            ));
        }
    }
}

fn temuan_jumlah(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    baris: &Baris,
    keping: &Kepingan,
    acuan: &Pecahan,
    (cetak, suku, nilai): (&Angka, &[(AngkaId, &Angka)], Decimal),
) -> Temuan {
    let presisi = alat::presisi(suku.iter().map(|(_, a)| *a).chain([cetak]));
    let benar = tampil(cetak, nilai, presisi);
    let peraga = hitung::deret(suku.iter().map(|(_, a)| hitung::tampil(a)));
    Temuan::di(
        aturan,
        bahan,
        &cetak.letak,
        format!(
            "Baris \"{}\": kolom \"{}\" tercetak {}, padahal kolom {} berjumlah {benar}.",
            nama_baris(baris),
            tabel
                .kolom
                .get(keping.jumlah)
                .map(nama_kolom)
                .unwrap_or_default(),
            hitung::tampil(cetak),
            acuan.nama,
        ),
        format!("Tulis {benar}, atau betulkan kolom {}.", acuan.nama),
    )
    .hitungan(format!("{peraga} = {benar}"))
    .seharusnya(Some(benar))
}

fn temuan_pecahan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    baris: &Baris,
    pecahan: &Pecahan,
    (suku, nilai): (&[(AngkaId, &Angka)], Decimal),
    (cetak, patok, hilang, acuan): (&Angka, Decimal, bool, &Pecahan),
) -> Temuan {
    let presisi = alat::presisi(suku.iter().map(|(_, a)| *a).chain([cetak]));
    let dari = if hilang {
        format!("kolom {}", acuan.nama)
    } else {
        "kolom jumlah".to_owned()
    };
    let (ini, itu) = (tampil(cetak, nilai, presisi), tampil(cetak, patok, presisi));
    let peraga = hitung::deret(suku.iter().map(|(_, a)| hitung::tampil(a)));
    let letak = suku
        .iter()
        .find(|(_, a)| a.nilai.is_some_and(|n| !n.is_zero()))
        .or(suku.first())
        .map_or(&cetak.letak, |(_, a)| &a.letak);
    Temuan::di(
        aturan,
        bahan,
        letak,
        format!(
            "Baris \"{}\": kolom {} berjumlah {ini}, sedangkan menurut {dari} {itu}.",
            nama_baris(baris),
            pecahan.nama,
        ),
        "Cocokkan kedua cara memecah jumlah itu dengan data kepegawaian atau sumber lainnya, lalu betulkan yang keliru.",
    )
    .hitungan(format!("{peraga} = {ini} ≠ {itu}"))
    .terkait(bahan, suku.iter().map(|(_, a)| &a.letak).filter(|l| *l != letak))
}
