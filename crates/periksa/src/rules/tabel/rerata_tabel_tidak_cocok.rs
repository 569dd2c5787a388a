//! A row of means that its rows do not give.

use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use super::alat::{self, Isi, nama_baris, nama_kolom, presisi};
use crate::bacaan::{Angka, AngkaId, Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Tabel};
use crate::hitung;
use crate::salah_ketik::salah_ketik;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rerata-tabel-tidak-cocok",
    judul: "Baris rata-rata sebuah tabel tidak sama dengan rata-rata baris di atasnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rata-rata dihitung kembali dari baris di atasnya, sederhana, dengan bobot 1/n yang dibulatkan, atau ditimbang dengan kolom responden. Bila pembulatan nilai yang tercetak tidak dapat menghasilkan angka itu, angkanya salah; bila dapat tetapi bukan angka terdekat, hal itu disebut sebagai saran.",
            dasar: &["Aritmetika: rata-rata kolom"],
            buruk: &[
                "Unsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nPerilaku Pelaksana\t3,50\t3,60\t3,60\nRata-rata\t3,50\t3,58\t3,60\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t95\t105,56%\nRata-rata Capaian\t\t\t106,53%\n",
            ],
            baik: &[
                "Unsur\tJAN\tFEB\tMAR\nPersyaratan\t3,50\t3,40\t3,60\nProsedur\t3,40\t3,40\t3,70\nWaktu Penyelesaian\t3,60\t3,40\t3,50\nPerilaku Pelaksana\t3,50\t3,60\t3,60\nRata-rata\t3,50\t3,45\t3,60\n",
                "Layanan\tResponden\tNilai\nPaspor\t300\t3,60\nIzin tinggal\t100\t3,20\nRata-rata\t\t3,50\n",
                "Unsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,40\nWaktu Penyelesaian\t3,60\nPerilaku Pelaksana\t3,50\nNilai IKM (konversi)\t87,50\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        for (p, baris) in tabel.baris.iter().enumerate() {
            // Half of a table has no mean.
            if baris.jenis == JenisBaris::Rerata && tabel.lanjutan.is_none() {
                satu(bahan, aturan, catat, (i, tabel), p);
            }
        }
    }
}

/// The mean of a column in some rows: as printed, and all that it may be.
struct Rerata<'a> {
    nilai: Decimal,
    selang: Selang,
    suku: Vec<(AngkaId, &'a Angka)>,
    peraga: String,
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    (_, tabel): (usize, &Tabel),
    p: usize,
) {
    let bacaan = bahan.bacaan;
    let Some(baris) = tabel.baris.get(p) else {
        return;
    };
    let kolom: Vec<(usize, AngkaId, &Angka)> = (0..tabel.kolom.len())
        .filter(|k| {
            tabel
                .kolom
                .get(*k)
                .is_some_and(|k| k.jenis == JenisKolom::Angka)
        })
        .filter(|k| !kolom_responden(tabel, *k))
        .filter_map(|k| alat::angka(bacaan, tabel, baris.row, k).map(|(id, angka)| (k, id, angka)))
        .collect();
    let pilihan = pilihan(tabel, p);
    let hitung_semua = |k: usize| -> Vec<Rerata> {
        pilihan
            .iter()
            .flat_map(|rows| rerata(bacaan, tabel, rows, k))
            .collect()
    };
    let cocok = |k: usize, tercetak: &Angka| {
        let semua = hitung_semua(k);
        (!semua.is_empty()).then(|| semua.iter().any(|r| alat::dapat(tercetak, r.selang)))
    };
    let hasil: Vec<Option<bool>> = kolom.iter().map(|(k, _, a)| cocok(*k, a)).collect();
    let benar = hasil.iter().filter(|h| **h == Some(true)).count();
    let salah = hasil.iter().filter(|h| **h == Some(false)).count();
    let rapi = normal(&baris.label);
    let pasti = rapi.contains("rata rata") || rapi.starts_with("rerata");
    // A row called "Nilai ..." that is the mean in no column is something else.
    if !pasti && benar < salah {
        return;
    }
    let mut saran: Vec<(&Angka, Rerata, usize)> = Vec::new();
    for ((k, id, tercetak), hasil) in kolom.into_iter().zip(hasil) {
        let Some(sesuai) = hasil else { continue };
        let mut semua = hitung_semua(k);
        let Some(pertama) = (!semua.is_empty()).then(|| semua.swap_remove(0)) else {
            continue;
        };
        catat.diperiksa([id]);
        catat.diperiksa(pertama.suku.iter().map(|(id, _)| *id));
        if !sesuai {
            catat.temuan(salah_hitung(
                bahan, aturan, tabel, baris, k, tercetak, &pertama,
            ));
            continue;
        }
        let terdekat = std::iter::once(&pertama)
            .chain(&semua)
            .any(|r| Some(bilangan::round_half_up(r.nilai, tercetak.presisi)) == tercetak.nilai);
        if !terdekat {
            saran.push((tercetak, pertama, k));
        }
    }
    if let Some(temuan) = hampir(bahan, aturan, tabel, baris, &saran) {
        catat.temuan(temuan);
    }
}

fn kolom_responden(tabel: &Tabel, k: usize) -> bool {
    tabel.kolom.get(k).is_some_and(|k| {
        k.jalur
            .iter()
            .any(|teks| normal(teks).split(' ').any(|kata| kata == "responden"))
    })
}

/// Which rows the mean may be over: since the last title or sum, or all.
fn pilihan(tabel: &Tabel, p: usize) -> Vec<Vec<usize>> {
    let depan = tabel.baris.get(..p).unwrap_or_default();
    let ambil = |dari: &[Baris]| -> Vec<usize> {
        dari.iter()
            .filter(|b| b.jenis == JenisBaris::Isi)
            .filter(|b| {
                b.perihal
                    .as_ref()
                    .is_none_or(|p| p.jenis != JenisPerihal::Responden)
            })
            .map(|b| b.row)
            .collect()
    };
    let batas = depan.iter().rposition(|b| {
        matches!(
            b.jenis,
            JenisBaris::Kelompok | JenisBaris::Total | JenisBaris::Rerata
        )
    });
    let mut hasil = vec![ambil(depan)];
    let dekat = ambil(depan.get(batas.map_or(0, |b| b + 1)..).unwrap_or_default());
    if !dekat.is_empty() && !hasil.contains(&dekat) {
        hasil.insert(0, dekat);
    }
    hasil.retain(|rows| rows.len() >= 2);
    hasil
}

/// The plain mean, the one with weights 1/n rounded to some digits, and the one weighted by respondents.
fn rerata<'a>(bacaan: &'a Bacaan, tabel: &Tabel, rows: &[usize], k: usize) -> Vec<Rerata<'a>> {
    let mut suku: Vec<(usize, AngkaId, &Angka)> = Vec::new();
    for row in rows {
        match alat::isi(bacaan, tabel, *row, k) {
            Isi::Angka(id, angka) => suku.push((*row, id, angka)),
            Isi::Kosong => {}
            Isi::Rusak => return Vec::new(),
        }
    }
    if suku.len() < 2 {
        return Vec::new();
    }
    let angka: Vec<&Angka> = suku.iter().map(|(_, _, a)| *a).collect();
    let banyak = Decimal::from(angka.len());
    let dasar = || suku.iter().map(|(_, id, a)| (*id, *a)).collect::<Vec<_>>();
    let deret = hitung::deret(angka.iter().map(|a| hitung::tampil(a)));
    let jumlah = angka.iter().try_fold(
        (Decimal::ZERO, Selang::titik(Decimal::ZERO)),
        |(nilai, selang), a| Some((nilai.checked_add(a.nilai?)?, selang.tambah(a.selang()?)?)),
    );
    let Some((nilai, selang)) = jumlah else {
        return Vec::new();
    };
    let mut hasil = Vec::new();
    if let (Some(nilai), Some(selang)) = (
        nilai.checked_div(banyak),
        selang.bagi(Selang::titik(banyak)),
    ) {
        hasil.push(Rerata {
            nilai,
            selang,
            suku: dasar(),
            peraga: format!("({deret}) / {banyak}"),
        });
    }
    for digit in 2..=4 {
        let bobot = bilangan::round_half_up(Decimal::ONE / banyak, digit);
        let (Some(nilai), Some(selang)) =
            (nilai.checked_mul(bobot), selang.kali(Selang::titik(bobot)))
        else {
            continue;
        };
        hasil.push(Rerata {
            nilai,
            selang,
            suku: dasar(),
            peraga: format!("({deret}) × {}", bilangan::format(bobot, digit)),
        });
    }
    for berat in (0..tabel.kolom.len()).filter(|b| kolom_responden(tabel, *b)) {
        let pasangan: Option<Vec<(&Angka, &Angka)>> = suku
            .iter()
            .map(|(row, _, a)| Some((*a, alat::angka(bacaan, tabel, *row, berat)?.1)))
            .collect();
        if let Some(hitungan) = pasangan.and_then(|p| hitung::rerata_tertimbang(&p)) {
            hasil.insert(
                0,
                Rerata {
                    nilai: hitungan.nilai,
                    selang: hitungan.selang,
                    suku: dasar(),
                    peraga: hitungan.peraga,
                },
            );
        }
    }
    hasil
}

fn salah_hitung(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    baris: &Baris,
    k: usize,
    tercetak: &Angka,
    rerata: &Rerata,
) -> Temuan {
    let presisi = presisi(rerata.suku.iter().map(|(_, a)| *a).chain([tercetak]));
    let benar = alat::tampil(tercetak, rerata.nilai, presisi);
    if let Some((angka, nilai)) = menyimpang(tercetak, rerata) {
        let nilai = alat::tampil(angka, nilai, angka.presisi);
        return Temuan::di(
            aturan,
            bahan,
            &angka.letak,
            format!(
                "{} jauh dari nilai lain pada kolom \"{}\" dan agaknya salah ketik dari {nilai}: dengan angka itu \"{}\" {} cocok, sedangkan dengan angka yang tercetak rata-ratanya {benar}.",
                hitung::tampil(angka),
                tabel.kolom.get(k).map(nama_kolom).unwrap_or_default(),
                nama_baris(baris),
                hitung::tampil(tercetak),
            ),
            format!("Periksa angka itu pada sumbernya, lalu tulis {nilai} atau betulkan rata-ratanya."),
        )
        .hitungan(format!("{} = {benar}", rerata.peraga))
        .seharusnya(Some(nilai))
        .terkait(bahan, [&tercetak.letak]);
    }
    let pesan = format!(
        "\"{}\" kolom \"{}\" tercetak {}, padahal rata-rata barisnya {benar}; pembulatan hanya membolehkan {} sampai {}.",
        nama_baris(baris),
        tabel.kolom.get(k).map(nama_kolom).unwrap_or_default(),
        hitung::tampil(tercetak),
        bilangan::format(rerata.selang.bawah, presisi + 1),
        bilangan::format(rerata.selang.atas, presisi + 1),
    );
    Temuan::di(
        aturan,
        bahan,
        &tercetak.letak,
        pesan,
        format!("Tulis {benar}, atau betulkan nilai baris yang keliru."),
    )
    .hitungan(format!("{} = {benar}", rerata.peraga))
    .seharusnya(Some(benar))
    .selang(rerata.selang, presisi + 1)
}

/// The one value that lies far outside the others, and that a slip away makes the mean come out; the values that the
/// mean allows are tried one digit at a time.
fn menyimpang<'a>(tercetak: &Angka, rerata: &Rerata<'a>) -> Option<(&'a Angka, Decimal)> {
    const SEDIKIT: usize = 4;
    // Only of a plain mean is it known what one value makes of it.
    let banyak = Decimal::from(rerata.suku.len());
    let nilai: Vec<Decimal> = rerata
        .suku
        .iter()
        .map(|(_, a)| a.nilai)
        .collect::<Option<_>>()?;
    let jumlah = nilai
        .iter()
        .try_fold(Decimal::ZERO, |a, b| a.checked_add(*b))?;
    if nilai.len() < SEDIKIT || jumlah.checked_div(banyak)? != rerata.nilai {
        return None;
    }
    let mut urut: Vec<(Decimal, usize)> = nilai.iter().copied().zip(0..).collect();
    urut.sort_unstable();
    let (bawah, atas) = (urut.first()?, urut.last()?);
    let jauh = |i: usize, dekat: Decimal, ujung: Decimal| {
        // Further from its neighbour than the others from one another.
        let lain: Vec<Decimal> = nilai
            .iter()
            .enumerate()
            .filter(|(l, _)| *l != i)
            .map(|(_, n)| *n)
            .collect();
        let lebar = lain
            .iter()
            .max()
            .zip(lain.iter().min())
            .map(|(a, b)| *a - *b)?;
        ((ujung - dekat).abs() > lebar).then_some(i)
    };
    let kedua_bawah = urut.get(1)?.0;
    let kedua_atas = urut.get(urut.len().checked_sub(2)?)?.0;
    let i = jauh(atas.1, kedua_atas, atas.0).or_else(|| jauh(bawah.1, kedua_bawah, bawah.0))?;
    let (_, angka) = rerata.suku.get(i)?;
    let sisa = jumlah.checked_sub(*nilai.get(i)?)?;
    let cetak =
        Selang::pembulatan(tercetak.nilai?, tercetak.presisi).kali(Selang::titik(banyak))?;
    let boleh = cetak.kurang(Selang::titik(sisa))?;
    // Steps of the last digit that the mean allows; of those, one that is a single slip.
    let langkah = Decimal::new(1, angka.presisi.min(20));
    let mut calon = bilangan::round_half_up(boleh.bawah, angka.presisi);
    let mut kena = None;
    for _ in 0..30 {
        if calon > boleh.atas {
            break;
        }
        if salah_ketik(angka.nilai?, angka.presisi, calon).is_some() {
            // Two slips that fit leave it open what it should be.
            if kena.is_some() {
                return None;
            }
            kena = Some(calon);
        }
        calon = calon.checked_add(langkah)?;
    }
    Some((*angka, kena?))
}

/// One finding for all columns of a row that only rounding explains.
fn hampir(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    baris: &Baris,
    saran: &[(&Angka, Rerata, usize)],
) -> Option<Temuan> {
    let (tercetak, rerata, _) = saran.first()?;
    let rinci: Vec<String> = saran
        .iter()
        .map(|(tercetak, rerata, k)| {
            format!(
                "kolom \"{}\" {} (rata-rata baris tercetak {})",
                tabel.kolom.get(*k).map(nama_kolom).unwrap_or_default(),
                hitung::tampil(tercetak),
                bilangan::format(rerata.nilai, tercetak.presisi + 2),
            )
        })
        .collect();
    let benar = alat::tampil(tercetak, rerata.nilai, tercetak.presisi);
    Some(
        Temuan::di(
            aturan,
            bahan,
            &tercetak.letak,
            format!(
                "\"{}\" bukan rata-rata terdekat dari baris di atasnya: {}. Pembulatan masih dapat menerangkannya.",
                nama_baris(baris),
                rinci.join("; ")
            ),
            "Hitung kembali dari data yang belum dibulatkan, atau samakan dengan rata-rata nilai yang tercetak.",
        )
        .berat(Berat::Saran)
        .hitungan(format!("{} = {}", rerata.peraga, bilangan::format(rerata.nilai, tercetak.presisi + 2)))
        .seharusnya(Some(benar))
        .selang(rerata.selang, tercetak.presisi + 1)
        .terkait(bahan, saran.iter().skip(1).map(|(a, _, _)| &a.letak)),
    )
}
