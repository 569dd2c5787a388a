//! A formula whose sides cannot be equal.

mod baris;
mod jumlah;
mod pembagi;
mod salinan;
mod suku;

use document::source::latex::{Chain, Expr, ExprKind};
use kinerja::bilangan;

use super::alat;
use crate::bacaan::{Letak, Rumus};
use crate::hitung::{self, peraga};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rumus-tidak-sama",
    judul: "Sisi-sisi sebuah rumus tidak sama nilainya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Setiap tanda sama dengan dihitung ulang. Angka pada rumus boleh hasil pembulatan, dan hasilnya boleh dibulatkan atau dipotong; baru bila tidak ada pembulatan yang menghasilkan angka tercetak, rumus dinyatakan keliru. Pembilang dan penyebut yang terurai dijumlahkan sendiri-sendiri, sehingga yang ditunjuk adalah angka yang salah, bukan akibatnya. Rata-rata tertimbang yang ditulis sebagai jumlah saja kehilangan pembaginya.",
            dasar: &["Aritmetika"],
            buruk: &[
                "Anggaran Rp4.280.190.399 dari pagu Rp4.460.410.476 terserap sebagian.\n\n$$\\frac{Rp4.460.410.476 \\times 102,50\\% - Rp4.280.190.396}{Rp4.460.410.476 \\times 102,50\\%} \\times 100\\% = 6,38\\%$$\n\nRealisasi Rp4.280.190.399 itu menurut catatan.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nCapaian indikator dihitung sebagai berikut:\n\n$$\\frac{87,20}{85,00} \\times 100\\% = 104,59\\%$$\n",
                "Nilai tahunan diperoleh dari perhitungan berikut:\n\n$$\\frac{(3,50 \\cdot 40) + (3,60 \\cdot 60)}{40 + 60} = \\frac{365}{100} = 3,65$$\n",
                "Jumlah nilai tiap triwulan dikalikan dengan banyaknya responden, kemudian dibagi dengan jumlah responden, yaitu:\n\n$$\\sum_{i=1}^{4} (X_i \\cdot Y_i)$$\n\nX adalah nilai dan Y adalah responden.\n",
                "Nilai gabungan:\n\n$$\\frac{(48 \\times 3,62) + (42 \\times 3,55) + (57 \\times 3,74)}{129} = \\frac{472,14}{129} = 3,66$$\n",
                "Persentase penyelesaian perkara tahun 2022 adalah (45 : 50) x 100 % = 95 %.\n",
                "Nilai setahun:\n\n$$\\frac{(36 \\times 82,10) + (44 \\times 83,25) + (51 \\times 84,00)}{3} = 83,23$$\n",
                "Nilai setahun:\n\n$$IKM = \\frac{\\sum (X_i \\times Y_i)}{\\sum Y_i} = \\frac{2.385,64}{12} = 3,87$$\n",
                "Angka kematian tercatat sebagai berikut:\n\n$$\\frac{122}{12.454} \\times 100 = 9,80\\text{‰}$$\n",
                "Pagu sebesar Rp4.617.293.508 terserap sebagian.\n\n$$\\frac{4.617.293.508 \\times 106,48\\% - 4.555.640.322}{4.617.193.508 \\times 106,48\\%} \\times 100\\% = 7,34\\%$$\n",
            ],
            baik: &[
                "Anggaran Rp4.280.190.399 dari pagu Rp4.460.410.476 terserap sebagian.\n\n$$\\frac{Rp4.460.410.476 \\times 102,50\\% - Rp4.280.190.399}{Rp4.460.410.476 \\times 102,50\\%} \\times 100\\% = 6,38\\%$$\n\nRealisasi Rp4.280.190.399 itu menurut catatan.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nCapaian indikator dihitung sebagai berikut:\n\n$$\\frac{87,24}{85,00} \\times 100\\% = 102,63\\%$$\n",
                "Nilai tahunan diperoleh dari perhitungan berikut:\n\n$$\\frac{(3,50 \\cdot 40) + (3,60 \\cdot 60)}{40 + 60} = \\frac{356}{100} = 3,56$$\n",
                "Jumlah nilai tiap triwulan dikalikan dengan banyaknya responden, kemudian dibagi dengan jumlah responden, yaitu:\n\n$$\\frac{\\sum_{i=1}^{4} (X_i \\cdot Y_i)}{\\sum_{i=1}^{4} Y_i}$$\n\nX adalah nilai dan Y adalah responden.\n",
                "Nilai setahun:\n\n$$\\frac{(36 \\times 82,10) + (44 \\times 83,25) + (51 \\times 84,00)}{131} = 83,23$$\n",
                "Nilai setahun:\n\n$$IKM = \\frac{\\sum (X_i \\times Y_i)}{\\sum Y_i} = \\frac{2.385,64}{616} = 3,87$$\n",
                "Angka kematian tercatat sebagai berikut:\n\n$$\\frac{122}{12.454} \\times 1.000 = 9,80\\text{‰}$$\n",
                "Pagu sebesar Rp4.617.293.508 terserap sebagian.\n\n$$\\frac{4.617.293.508 \\times 106,48\\% - 4.555.640.322}{4.617.293.508 \\times 106,48\\%} \\times 100\\% = 7,34\\%$$\n",
                "Nilai gabungan:\n\n$$\\frac{(48 \\times 3,62) + (24 \\times 3,55) + (57 \\times 3,74)}{129} = \\frac{472,14}{129} = 3,66$$\n",
                "Persentase penyelesaian perkara tahun 2022 adalah (45 : 52) x 100 % = 86,5 %. Kategori A (Sangat Baik) = 88,31 - 100,00 dan nilai persepsi 4 = 3,5324 – 4,00.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for rumus in &bahan.bacaan.rumus {
        for rantai in &rumus.rantai {
            jumlah::periksa(bahan, aturan, catat, rumus, rantai);
            sisi(bahan, aturan, catat, rumus, rantai);
        }
    }
    baris::periksa(bahan, aturan, catat);
    salinan::periksa(bahan, aturan, catat);
}

/// Holds each side that can be computed against the next one.
fn sisi(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rumus: &Rumus,
    rantai: &Chain,
) {
    /// Sides that are looked at; a formula has a handful.
    const TERBANYAK: usize = 40;
    let sisi: Vec<&Expr> = rantai
        .sides
        .iter()
        .filter(|sisi| hitung::selang(sisi).is_some())
        .take(TERBANYAK)
        .collect();
    for (i, pasangan) in sisi.windows(2).enumerate() {
        let [kiri, kanan] = pasangan else {
            continue;
        };
        let Some(sama) = hitung::dapat_sama(kiri, kanan) else {
            continue;
        };
        for expr in [kiri, kanan] {
            catat.diperiksa(alat::angka_dalam(bahan.bacaan, rumus, expr));
        }
        // A result that follows from an earlier side is not wrong because of the side between.
        let awal = sisi.get(..=i).unwrap_or_default();
        if sama
            || awal
                .iter()
                .any(|a| hitung::dapat_sama(a, kanan) == Some(true))
        {
            let terdekat = awal
                .iter()
                .any(|a| hitung::tepat_sama(a, kanan) == Some(true));
            if !terdekat && hitung::cetakan(kanan).is_some() {
                let saran = hasil(bahan, aturan, rumus, kiri, kanan, &[]);
                saran
                    .into_iter()
                    .for_each(|temuan| catat.temuan(masih_mungkin(temuan)));
            }
            continue;
        }
        if let Some(temuan) = pembagi::periksa(bahan, aturan, rumus, rantai, (kiri, kanan)) {
            catat.temuan(temuan);
            continue;
        }
        let berikut = sisi.get(i + 2..).unwrap_or_default();
        for temuan in tidak_sama(bahan, aturan, rumus, kiri, kanan, berikut) {
            catat.temuan(temuan);
        }
    }
}

/// The finding as advice: values that round to the printed operands give the printed result.
fn masih_mungkin(mut temuan: Temuan) -> Temuan {
    temuan
        .pesan
        .push_str("; selisihnya masih dapat diterangkan oleh pembulatan angka pembentuknya");
    temuan.berat(Berat::Saran)
}

fn tidak_sama(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    kiri: &Expr,
    kanan: &Expr,
    berikut: &[&Expr],
) -> Vec<Temuan> {
    if let (Some((atas, bawah)), Some((atas_cetak, bawah_cetak))) =
        (hitung::pecahan(kiri), hitung::pecahan(kanan))
    {
        let temuan: Vec<Temuan> = [
            ("pembilang", atas, atas_cetak),
            ("penyebut", bawah, bawah_cetak),
        ]
        .into_iter()
        .filter(|(_, uraian, cetak)| hitung::dapat_menjadi(uraian, cetak) == Some(false))
        .filter_map(|(nama, uraian, cetak)| {
            if let Some(temuan) = suku::keliru(
                bahan,
                aturan,
                rumus,
                (kiri, kanan, berikut),
                (uraian, cetak),
            ) {
                return Some(temuan);
            }
            bagian(bahan, aturan, rumus, kiri, nama, uraian, cetak, berikut)
        })
        .collect();
        if !temuan.is_empty() {
            return temuan;
        }
    }
    // The reverse has a rule of its own.
    if let Some((atas, bawah)) = hitung::pecahan(kiri)
        && hitung::terbalik(atas, bawah, kanan)
    {
        return Vec::new();
    }
    hasil(bahan, aturan, rumus, kiri, kanan, berikut)
        .into_iter()
        .collect()
}

/// A numerator or denominator that is not the sum of its terms.
#[expect(
    clippy::too_many_arguments,
    reason = "a part is told from its side, its name, its terms, its print and what follows from it"
)]
fn bagian(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    kiri: &Expr,
    nama: &str,
    uraian: &Expr,
    cetak: &Expr,
    berikut: &[&Expr],
) -> Option<Temuan> {
    let tercetak = hitung::cetakan(cetak)?;
    let nilai = hitung::nilai(uraian)?;
    // No more decimals than the terms can give.
    let presisi = tercetak.presisi.max(nilai.normalize().scale().min(2));
    let benar = bilangan::format(nilai, presisi);
    let teks = bilangan::format(tercetak.nilai, tercetak.presisi);
    let presisi_hasil = berikut
        .iter()
        .filter_map(|expr| hitung::cetakan(expr))
        .map(|cetakan| cetakan.presisi)
        .next_back()
        .unwrap_or(2)
        .max(2);
    let hasil_bagi = hitung::nilai(kiri)
        .map(|hasil| {
            format!(
                "{} = {}",
                peraga(kiri),
                bilangan::format(hasil, presisi_hasil)
            )
        })
        .unwrap_or_default();
    let apa = match &uraian.kind {
        ExprKind::Sum(suku)
            if suku
                .iter()
                .all(|(_, s)| matches!(s.kind, ExprKind::Number(_))) =>
        {
            format!("jumlah {} suku", suku.len())
        }
        ExprKind::Sum(suku) => format!("jumlah {} hasil kali", suku.len()),
        _ => "perhitungan".to_owned(),
    };
    let pesan =
        format!("{nama} tercetak {teks}, padahal {apa} pada sisi sebelumnya adalah {benar}");
    let perbaikan = format!(
        "Hitung kembali {nama} itu; dengan suku yang tercetak hasilnya {benar}, sehingga rumus menjadi {hasil_bagi}."
    );
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, cetak),
            pesan,
            perbaikan,
        )
        .seharusnya(Some(benar.clone()))
        .hitungan(format!("{} = {benar}", peraga(uraian)))
        .selang(hitung::selang(uraian)?, presisi)
        .terkait(bahan, &letak_semua(bahan, rumus, berikut)),
    )
}

/// A result that its side does not give.
fn hasil(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    kiri: &Expr,
    kanan: &Expr,
    berikut: &[&Expr],
) -> Option<Temuan> {
    let nilai = hitung::nilai(kiri)?;
    let selang = hitung::selang(kiri)?;
    let tercetak = hitung::cetakan(kanan);
    let persen = tercetak.map_or_else(|| hitung::berpersen(kanan), |cetakan| cetakan.persen);
    let faktor = if persen {
        rust_decimal::Decimal::ONE_HUNDRED
    } else {
        rust_decimal::Decimal::ONE
    };
    let mut nilai = nilai.checked_mul(faktor)?;
    let mut selang = selang.kali(kinerja::Selang::titik(faktor))?;
    // "50% + 6,16 / 20 × 50": the sign only names the unit of the sum.
    if let ExprKind::Sum(suku) = &kiri.kind
        && hitung::berpersen(kiri)
        && suku.iter().any(|(_, satu)| !hitung::berpersen(satu))
    {
        nilai = hitung::selang_tanpa_persen(kiri, false)?.bawah;
        selang = hitung::selang_tanpa_persen(kiri, true)?;
    }
    let presisi = tercetak.map_or(2, |cetakan| cetakan.presisi).max(2);
    let tanda = if persen { "%" } else { "" };
    let benar = format!("{}{tanda}", bilangan::format(nilai, presisi));
    let hitungan = format!("{} = {benar}", peraga(kiri));
    let pesan = format!("hasil tercetak {}, padahal {hitungan}", peraga(kanan));
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, kanan),
            pesan,
            format!("Periksa angka pada rumus; bila angka itu benar, hasilnya {benar}."),
        )
        .seharusnya(Some(benar.clone()))
        .hitungan(hitungan)
        .selang(selang, presisi)
        .terkait(bahan, &letak_semua(bahan, rumus, berikut)),
    )
}

fn letak_semua(bahan: &BahanDokumen, rumus: &Rumus, sisi: &[&Expr]) -> Vec<Letak> {
    sisi.iter()
        .map(|expr| alat::letak(bahan.bacaan, rumus, expr))
        .collect()
}
