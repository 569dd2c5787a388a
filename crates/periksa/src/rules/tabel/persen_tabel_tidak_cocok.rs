//! A share beside its two figures that they do not give.

use rust_decimal::Decimal;

use super::alat::{self, nama_baris, nama_kolom};
use crate::bacaan::{
    Angka, AngkaId, Baris, Cacat, JenisBaris, JenisKolom, JenisPerihal, Kolom, Peran, SatuanCetak,
    Tabel,
};
use crate::hitung::{self, Hitungan};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "persen-tabel-tidak-cocok",
    judul: "Persentase atau sisa pada sebuah baris tidak sesuai dengan target dan realisasinya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Capaian dihitung kembali dari realisasi dan target (atau pagu) pada baris yang sama, sisa dari pagu dikurangi realisasi. Pembulatan dan pemotongan diterima, demikian pula rumus bagi indikator yang makin rendah makin baik dan capaian yang dibatasi pada 100, 110, atau 120 persen. Yang hanya dapat diterangkan oleh pembulatan disebut sebagai saran.",
            dasar: &["Aritmetika: capaian = realisasi / target × 100%"],
            buruk: &[
                "Uraian\tPagu\tRealisasi\t%\nBelanja Pegawai\tRp4.000.000.000\tRp3.800.000.000\t95,00\nBelanja Barang\tRp2.000.000.000\tRp1.500.000.000\t85,00\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nPersentase aduan selesai\t90%\t81%\t98,50%\nNilai SAKIP\t80,00\t82,00\t102,50%\n",
                "Uraian\tPagu\tRealisasi\tSisa\nBelanja Modal\tRp500.000.000\tRp450.000.000\tRp60.000.000\nBelanja Barang\tRp100.000.000\tRp90.000.000\tRp10.000.000\n",
            ],
            baik: &[
                "Uraian\tPagu\tRealisasi\t%\nBelanja Pegawai\tRp4.000.000.000\tRp3.800.000.000\t95,00\nBelanja Barang\tRp2.000.000.000\tRp1.700.000.000\t85\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nRata-rata waktu layanan (hari)\t5\t4\t120%\nNilai SAKIP\t80,00\t82,00\t102,50%\nPersentase arsip tertata\t50%\t70%\t120%\n",
                "Indikator Kinerja\tTarget 2024\tRealisasi 2022\tRealisasi 2023\tKeterangan\nNilai SAKIP\t80,00\t70,00\t82,00\tNaik\n",
            ],
        },
    },
};

/// What an achievement is usually cut off at, in percent.
const BATAS_ATAS: [i64; 4] = [100, 110, 120, 150];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for tabel in &bacaan.tabel {
        let tiga = tiga_serangkai(tabel);
        for baris in tabel.baris.iter().filter(|b| {
            matches!(
                b.jenis,
                JenisBaris::Isi | JenisBaris::Total | JenisBaris::Rerata
            )
        }) {
            for satu in &tiga {
                satu_baris(bahan, aturan, catat, tabel, baris, satu);
            }
        }
    }
}

/// Columns that belong together.
struct Tiga {
    target: usize,
    realisasi: usize,
    hasil: usize,
    sisa: bool,
}

fn tiga_serangkai(tabel: &Tabel) -> Vec<Tiga> {
    let kolom: Vec<(usize, &Kolom)> = tabel
        .kolom
        .iter()
        .enumerate()
        .filter(|(_, k)| k.jenis == JenisKolom::Angka)
        .collect();
    let banyak = |peran: Peran| kolom.iter().filter(|(_, k)| k.peran == Some(peran)).count();
    let mut hasil = Vec::new();
    for (h, c) in &kolom {
        let (peran_target, sisa) = match c.peran {
            Some(Peran::Capaian) => (Peran::Target, false),
            Some(Peran::CapaianJangkaMenengah) => (Peran::TargetJangkaMenengah, false),
            Some(Peran::Sisa) => (Peran::Target, true),
            _ => continue,
        };
        let tunggal = banyak(peran_target) == 1 && banyak(Peran::Realisasi) == 1;
        let cari = |peran: Peran| {
            let calon = || kolom.iter().filter(|(_, k)| k.peran == Some(peran));
            if tunggal {
                return calon().map(|(i, _)| *i).next();
            }
            // The nearest on the left of the same year, under the same heading.
            calon()
                .filter(|(i, k)| i < h && sejalan(k, c))
                .map(|(i, _)| *i)
                .next_back()
        };
        let (Some(target), Some(realisasi)) = (cari(peran_target), cari(Peran::Realisasi)) else {
            continue;
        };
        let (Some(t), Some(r)) = (tabel.kolom.get(target), tabel.kolom.get(realisasi)) else {
            continue;
        };
        let setahun = peran_target != Peran::Target
            || t.tahun == r.tahun
            || t.tahun.is_none()
            || r.tahun.is_none()
            || tunggal;
        if setahun && sebagian(t) == sebagian(r) && sebagian(r) == sebagian(c) {
            // A share of money that stands before its money is the achievement of something else.
            if tunggal
                && *h < target.min(realisasi)
                && kolom
                    .iter()
                    .any(|(i, k)| i > h && k.peran == c.peran && *i > target.max(realisasi))
            {
                continue;
            }
            // One pair has one share: of several, the column nearest behind it.
            let terpakai = hasil.iter().any(|lama: &Tiga| {
                (lama.target, lama.realisasi, lama.sisa) == (target, realisasi, sisa)
            });
            if terpakai {
                continue;
            }
            hasil.push(Tiga {
                target,
                realisasi,
                hasil: *h,
                sisa,
            });
        }
    }
    hasil
}

fn sejalan(kolom: &Kolom, hasil: &Kolom) -> bool {
    let induk = |k: &Kolom| {
        (k.jalur.len() > 1)
            .then(|| k.jalur.first().cloned())
            .flatten()
    };
    (kolom.tahun == hasil.tahun || kolom.tahun.is_none() || hasil.tahun.is_none())
        && kolom.bulan == hasil.bulan
        && (induk(kolom) == induk(hasil) || induk(kolom).is_none() || induk(hasil).is_none())
}

/// The part of a year that a heading names.
fn sebagian(kolom: &Kolom) -> Option<String> {
    let rapi = normal(&kolom.jalur.join(" "));
    rapi.split(' ')
        .any(|k| matches!(k, "triwulan" | "tw" | "semester" | "kuartal"))
        .then(|| {
            rapi.split(' ')
                .filter(|k| matches!(*k, "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4"))
                .collect::<Vec<_>>()
                .join(" ")
        })
}

fn satu_baris(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    baris: &Baris,
    tiga: &Tiga,
) {
    let bacaan = bahan.bacaan;
    let sel = |k: usize| -> Vec<AngkaId> {
        tabel
            .sel(baris.row, k)
            .iter()
            .copied()
            .filter(|id| bacaan.angka(*id).besaran().is_some())
            .collect()
    };
    let (target, realisasi, hasil) = (sel(tiga.target), sel(tiga.realisasi), sel(tiga.hasil));
    if target.len() != hasil.len() || realisasi.len() != hasil.len() {
        return;
    }
    for ((t, r), c) in target.into_iter().zip(realisasi).zip(hasil) {
        let (target, realisasi, cetak) = (bacaan.angka(t), bacaan.angka(r), bacaan.angka(c));
        if target.cacat_nilai()
            || realisasi.cacat_nilai()
            || cetak.cacat_nilai()
            || !sepadan(target, realisasi)
        {
            continue;
        }
        let temuan = if tiga.sisa {
            periksa_sisa(
                bahan,
                aturan,
                tabel,
                baris,
                tiga,
                (target, realisasi, cetak),
            )
        } else {
            periksa_capaian(
                bahan,
                aturan,
                tabel,
                baris,
                tiga,
                (target, realisasi, cetak),
            )
        };
        let Some(temuan) = temuan else { continue };
        catat.diperiksa([t, r, c]);
        if let Some(temuan) = temuan {
            catat.temuan(temuan);
        }
    }
}

/// Whether a heading is one of money, of which less is never better.
fn uang(kolom: &Kolom) -> bool {
    kolom.jalur.iter().any(|teks| {
        normal(teks)
            .split(' ')
            .any(|kata| matches!(kata, "rp" | "rupiah" | "pagu" | "anggaran" | "dipa"))
    })
}

/// A figure without a unit may stand beside one with it.
fn sepadan(a: &Angka, b: &Angka) -> bool {
    let uang = |angka: &Angka| angka.satuan == SatuanCetak::Rupiah;
    let polos = |angka: &Angka| angka.satuan == SatuanCetak::Tanpa;
    a.satuan == b.satuan || polos(a) || polos(b) || (!uang(a) && !uang(b))
}

/// Outer none: could not be checked; inner none: nothing wrong.
fn periksa_capaian(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    baris: &Baris,
    tiga: &Tiga,
    (target, realisasi, cetak): (&Angka, &Angka, &Angka),
) -> Option<Option<Temuan>> {
    let utama = hitung::capaian(realisasi, target)?;
    let nilai = cetak.nilai?;
    let anggaran = baris
        .perihal
        .as_ref()
        .is_some_and(|p| matches!(p.jenis, JenisPerihal::Anggaran | JenisPerihal::Pendapatan))
        || [tiga.target, tiga.realisasi]
            .iter()
            .all(|k| tabel.kolom.get(*k).is_some_and(uang));
    let lain: Vec<Hitungan> = if anggaran {
        Vec::new()
    } else {
        [
            hitung::capaian_menurun(realisasi, target),
            (!makin_tinggi(bahan, baris))
                .then(|| hitung::capaian(target, realisasi))
                .flatten(),
        ]
        .into_iter()
        .flatten()
        .collect()
    };
    let pecahan = |h: &Hitungan| sebagai_pecahan(h, cetak);
    let semua = || std::iter::once(&utama).chain(&lain);
    let cocok = semua().any(|h| h.cocok(cetak) || pecahan(h));
    let terbatas = BATAS_ATAS.iter().any(|batas| {
        let batas = Decimal::from(*batas);
        nilai == batas && semua().any(|h| h.selang.atas >= batas)
    });
    let presisi = cetak.presisi;
    if cocok || terbatas {
        let dekat = semua()
            .any(|h| kinerja::bilangan::round_half_up(h.nilai, presisi) == nilai || pecahan(h));
        if dekat || terbatas {
            return Some(None);
        }
        let pesan = format!(
            "{} pada baris \"{}\" tercetak {}; dari angka yang tercetak, {}. Selisihnya masih dapat diterangkan oleh pembulatan.",
            nama(tabel, tiga.hasil),
            nama_baris(baris),
            hitung::tampil(cetak),
            utama.tampil(presisi.max(2)),
        );
        return Some(Some(
            Temuan::di(
                aturan,
                bahan,
                &cetak.letak,
                pesan,
                format!(
                    "Tulis {} agar angka pada baris itu dapat dihitung ulang.",
                    utama.hasil(presisi)
                ),
            )
            .berat(Berat::Saran)
            .hitungan(utama.tampil(presisi.max(2)))
            .seharusnya(Some(utama.hasil(presisi)))
            .selang(utama.selang, presisi.max(2)),
        ));
    }
    let terbalik = hitung::capaian(target, realisasi).is_some_and(|h| h.cocok(cetak));
    let tambahan = if terbalik {
        " Angka itu adalah target dibagi realisasi: pembilang dan penyebutnya tertukar."
    } else {
        ""
    };
    let pesan = format!(
        "{} pada baris \"{}\" tercetak {}, padahal {}.{tambahan}",
        nama(tabel, tiga.hasil),
        nama_baris(baris),
        hitung::tampil(cetak),
        utama.tampil(presisi.max(2)),
    );
    Some(Some(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            pesan,
            format!(
                "Tulis {}, atau betulkan target atau realisasinya bila salah satu di antaranya yang keliru.",
                utama.hasil(presisi.max(2))
            ),
        )
        .hitungan(utama.tampil(presisi.max(2)))
        .seharusnya(Some(utama.hasil(presisi.max(2))))
        .selang(utama.selang, presisi.max(2))
        .terkait(bahan, [&target.letak, &realisasi.letak]),
    ))
}

/// A share printed as a plain ratio ("1,21" for 121%).
fn sebagai_pecahan(hitungan: &Hitungan, cetak: &Angka) -> bool {
    let seratus = kinerja::Selang::titik(Decimal::ONE_HUNDRED);
    cetak.satuan != SatuanCetak::Persen
        && cetak.presisi >= 2
        && cetak.nilai.is_some_and(|nilai| {
            hitungan
                .selang
                .bagi(seratus)
                .is_some_and(|s| s.dapat_tercetak(nilai, cetak.presisi))
        })
}

/// Whether the row's indicator is known to be better the higher it is.
fn makin_tinggi(bahan: &BahanDokumen, baris: &Baris) -> bool {
    let kode = baris
        .perihal
        .as_ref()
        .filter(|p| p.jenis == JenisPerihal::Indikator)
        .and_then(|p| bahan.bacaan.indikator.iter().find(|i| i.kunci == p.kunci))
        .and_then(|i| i.kode.as_deref());
    kode.is_some_and(|kode| {
        bahan
            .hukum
            .profil
            .iter()
            .flat_map(|p| &p.indikator)
            .any(|p| p.kode == kode && p.arah == hukum::Arah::Naik)
    })
}

fn periksa_sisa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    baris: &Baris,
    tiga: &Tiga,
    (target, realisasi, cetak): (&Angka, &Angka, &Angka),
) -> Option<Option<Temuan>> {
    // What is left in percent is another thing.
    if cetak.satuan == SatuanCetak::Persen || cetak.satuan != target.satuan {
        return None;
    }
    let nilai = target.nilai?.checked_sub(realisasi.nilai?)?;
    let selang = alat::selang(target)?.kurang(alat::selang(realisasi)?)?;
    if alat::dapat(cetak, selang) {
        return Some(None);
    }
    let presisi = alat::presisi([target, realisasi, cetak]);
    let benar = alat::tampil(target, nilai, presisi);
    let peraga = format!(
        "{} − {} = {benar}",
        hitung::tampil(target),
        hitung::tampil(realisasi)
    );
    Some(Some(
        Temuan::di(
            aturan,
            bahan,
            &cetak.letak,
            format!(
                "{} pada baris \"{}\" tercetak {}, padahal {peraga}.",
                nama(tabel, tiga.hasil),
                nama_baris(baris),
                hitung::tampil(cetak)
            ),
            format!("Tulis {benar}, atau betulkan pagu atau realisasinya."),
        )
        .hitungan(peraga)
        .seharusnya(Some(benar))
        .terkait(bahan, [&target.letak, &realisasi.letak]),
    ))
}

fn nama(tabel: &Tabel, k: usize) -> String {
    let judul = tabel.kolom.get(k).map(nama_kolom).unwrap_or_default();
    format!("Nilai kolom \"{judul}\"")
}

impl Angka {
    /// Whether it has no value, or one that was only guessed from a malformed print.
    fn cacat_nilai(&self) -> bool {
        self.nilai.is_none()
            || matches!(
                self.cacat,
                Some(Cacat::KelompokDigit | Cacat::DuaTanda | Cacat::Tersisip)
            )
    }
}
