//! A mean that the values which it is a mean of do not give.

use std::collections::BTreeMap;

use super::alat;
use crate::bacaan::{
    Angka, AngkaId, Asal, Bacaan, JenisPerihal, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::{self, Hitungan, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rerata-tidak-cocok",
    judul: "Nilai rata-rata tidak dihasilkan oleh nilai-nilai yang dirata-ratakan.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rata-rata capaian dicocokkan dengan capaian setiap indikator pada tahun yang sama, sebagaimana tercetak dalam tabel atau dalam kalimat. Bila angka yang tercetak ternyata rata-rata dari besaran lain (misalnya nilai indeksnya), hal itu disebutkan. Nilai setahun dicocokkan dengan nilai bulanannya, dengan dan tanpa bobot responden.",
            dasar: &["Aritmetika: rata-rata = jumlah nilai / banyaknya nilai"],
            buruk: &[
                "BAB III AKUNTABILITAS KINERJA\n\nSasaran Kegiatan\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\nMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nMeningkatnya mutu layanan\tIndeks Integritas Internal\t3,00\t3,30\t110,00%\nMeningkatnya mutu layanan\tNilai Kualitas Pelaporan\t80,00\t88,00\t110,00%\n\nSeluruh indikator kinerja tahun 2022 telah dilaksanakan dengan baik dengan nilai rata-rata capaian kinerja sebesar 131,00%.\n",
                "BAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tTarget\tRealisasi\tCapaian\nIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nIndeks Integritas Internal\t3,00\t3,30\t110,00%\n\nNilai rata-rata capaian kinerja sebesar 3,41% tercapai pada tahun 2022.\n",
            ],
            baik: &[
                "BAB III AKUNTABILITAS KINERJA\n\nSasaran Kegiatan\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\nMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\t3,52\t110,00%\nMeningkatnya mutu layanan\tIndeks Integritas Internal\t3,00\t3,30\t110,00%\nMeningkatnya mutu layanan\tNilai Kualitas Pelaporan\t80,00\t90,00\t112,50%\n\nSeluruh indikator kinerja tahun 2022 telah dilaksanakan dengan baik dengan nilai rata-rata capaian kinerja sebesar 110,83%.\n",
                "Nilai rata-rata capaian kinerja sebesar 104,20% tercapai pada tahun 2022. Indeks Kepuasan Masyarakat memperoleh nilai rata-rata sebesar 3,52.\n",
            ],
        },
    },
};

/// Several values of one set.
struct Himpunan<'b> {
    apa: &'static str,
    angka: Vec<&'b Angka>,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    rerata_capaian(bahan, aturan, catat);
    setahun(bahan, aturan, catat);
}

/// Means of the capaian of several indicators.
fn rerata_capaian(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let rerata = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.perihal.jenis == JenisPerihal::RerataCapaian && p.milik == Milik::Sendiri);
    for pernyataan in rerata {
        let cetak = bacaan.angka(pernyataan.angka);
        if cetak.nilai.is_none() {
            continue;
        }
        let capaian = himpunan(bacaan, pernyataan, Peran::Capaian, "capaian");
        if capaian.is_empty() {
            continue;
        }
        let hitung_semua = |semua: &[Himpunan]| -> Vec<Hitungan> {
            semua
                .iter()
                .filter_map(|h| hitung::rerata(&h.angka))
                .collect()
        };
        let hitungan = hitung_semua(&capaian);
        let Some(utama) = hitungan.first() else {
            continue;
        };
        catat.diperiksa([pernyataan.angka]);
        if hitungan.iter().any(|h| h.cocok(cetak)) {
            continue;
        }
        let presisi = cetak.presisi.max(2);
        let persen = Hitungan {
            satuan: SatuanCetak::Persen,
            ..utama.clone()
        };
        let realisasi = himpunan(bacaan, pernyataan, Peran::Realisasi, "realisasi");
        let lain = realisasi.iter().find_map(|h| {
            let hitungan = hitung::rerata(&h.angka)?;
            hitungan.cocok(cetak).then_some((h.apa, hitungan))
        });
        let mut pesan = format!(
            "rata-rata capaian tercetak {}, padahal rata-rata dari {} capaian yang tercetak adalah {}",
            tampil(cetak),
            capaian.first().map_or(0, |h| h.angka.len()),
            persen.tampil(presisi),
        );
        if let Some((apa, h)) = &lain {
            pesan.push_str(&format!(
                "; {} adalah rata-rata {apa} ({}), bukan persentase capaian",
                tampil(cetak),
                h.tampil(cetak.presisi)
            ));
        }
        let terkait: Vec<_> = capaian
            .first()
            .map(|h| h.angka.iter().map(|angka| angka.letak.clone()).collect())
            .unwrap_or_default();
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &cetak.letak,
                pesan,
                format!(
                    "Tulis {}, atau perbaiki capaian indikator lebih dahulu.",
                    persen.hasil(presisi)
                ),
            )
            .seharusnya(Some(persen.hasil(presisi)))
            .hitungan(persen.tampil(presisi))
            .selang(persen.selang, presisi)
            .terkait(bahan, &terkait),
        );
    }
}

/// Sets of values of the same year over several indicators: all tables together, each table's own, and all sentences.
fn himpunan<'b>(
    bacaan: &'b Bacaan,
    rerata: &Pernyataan,
    peran: Peran,
    apa: &'static str,
) -> Vec<Himpunan<'b>> {
    let tahun = rerata.tahun.or(bacaan.identitas.tahun);
    let mut semua: BTreeMap<&Perihal, AngkaId> = BTreeMap::new();
    let mut per_tabel: BTreeMap<usize, BTreeMap<&Perihal, AngkaId>> = BTreeMap::new();
    let mut kalimat: BTreeMap<&Perihal, AngkaId> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let cocok = p.perihal.jenis == JenisPerihal::Indikator
            && p.milik == Milik::Sendiri
            && p.peran == peran
            && p.bulan.is_none()
            && p.angka != rerata.angka
            && (p.tahun == tahun || p.tahun.is_none())
            // Money in the same table is no value of an indicator.
            && bacaan.angka(p.angka).satuan != SatuanCetak::Rupiah;
        if !cocok || bacaan.angka(p.angka).nilai.is_none() {
            continue;
        }
        match p.asal {
            Asal::Tabel(i) => {
                let isi = per_tabel.entry(i).or_default();
                isi.entry(&p.perihal).or_insert(p.angka);
                semua.entry(&p.perihal).or_insert(p.angka);
            }
            Asal::Kalimat(_) | Asal::Rumus(_) => {
                kalimat.entry(&p.perihal).or_insert(p.angka);
            }
        }
    }
    let mut hasil: Vec<Himpunan> = std::iter::once(semua)
        .chain(per_tabel.into_values())
        .chain([kalimat])
        .filter(|isi| isi.len() >= 2)
        .map(|isi| Himpunan {
            apa,
            angka: isi.into_values().map(|id| bacaan.angka(id)).collect(),
        })
        .collect();
    // The fullest set is the likeliest.
    hasil.sort_by_key(|h| std::cmp::Reverse(h.angka.len()));
    hasil
}

/// Values of a year against those of its months.
fn setahun(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    /// Fewer months are no year.
    const TERSEDIKIT: usize = 10;
    let bacaan = bahan.bacaan;
    let mut bulanan: BTreeMap<&Perihal, BTreeMap<u8, Option<AngkaId>>> = BTreeMap::new();
    let mut responden: BTreeMap<u8, Option<AngkaId>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let (Some(bulan), true) = (p.bulan, p.milik == Milik::Sendiri) else {
            continue;
        };
        let simpan = |isi: &mut BTreeMap<u8, Option<AngkaId>>| {
            isi.entry(bulan)
                // Two values for one month: the set is not known.
                .and_modify(|ada| {
                    if ada.is_some_and(|id| bacaan.angka(id).nilai != bacaan.angka(p.angka).nilai) {
                        *ada = None;
                    }
                })
                .or_insert(Some(p.angka));
        };
        match (p.perihal.jenis, p.peran) {
            (JenisPerihal::Unsur, Peran::Nilai | Peran::Realisasi) => {
                simpan(bulanan.entry(&p.perihal).or_default());
            }
            (JenisPerihal::Responden, Peran::Jumlah | Peran::Realisasi) => simpan(&mut responden),
            _ => {}
        }
    }
    for p in &bacaan.pernyataan {
        let tahunan = p.perihal.jenis == JenisPerihal::Unsur
            && p.bulan.is_none()
            && p.milik == Milik::Sendiri
            && matches!(p.peran, Peran::Nilai | Peran::Realisasi)
            && (p.tahun.is_none() || p.tahun == bacaan.identitas.tahun);
        let (true, Some(bulan)) = (tahunan, bulanan.get(&p.perihal)) else {
            continue;
        };
        let berbobot: Option<Vec<(&Angka, &Angka)>> = bulan
            .iter()
            .map(|(bulan, id)| {
                Some((
                    bacaan.angka((*id)?),
                    bacaan.angka((*responden.get(bulan)?)?),
                ))
            })
            .collect();
        let polos: Option<Vec<&Angka>> = bulan
            .values()
            .map(|id| Some(bacaan.angka((*id)?)))
            .collect();
        let cetak = bacaan.angka(p.angka);
        let hitungan: Vec<Hitungan> = [
            berbobot.and_then(|isi| hitung::rerata_tertimbang(&isi)),
            polos.and_then(|isi| hitung::rerata(&isi)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let (Some(utama), true) = (hitungan.first(), bulan.len() >= TERSEDIKIT) else {
            continue;
        };
        catat.diperiksa([p.angka]);
        if cetak.nilai.is_none() || hitungan.iter().any(|h| h.cocok(cetak)) {
            continue;
        }
        let presisi = cetak.presisi.max(2);
        let terkait: Vec<_> = bulan
            .values()
            .flatten()
            .take(1)
            .map(|id| bacaan.angka(*id).letak.clone())
            .collect();
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &cetak.letak,
                format!(
                    "nilai setahun {} tercetak {}, padahal nilai bulanannya menghasilkan {}",
                    alat::sebutan(bacaan, &p.perihal),
                    tampil(cetak),
                    hitungan
                        .iter()
                        .map(|h| h.hasil(presisi))
                        .collect::<Vec<_>>()
                        .join(" (tertimbang responden) atau "),
                ),
                "Hitung kembali nilai setahun dari nilai bulanan dan jumlah respondennya.",
            )
            .seharusnya(Some(utama.hasil(presisi)))
            .hitungan(utama.tampil(presisi))
            .selang(utama.selang, presisi)
            .terkait(bahan, &terkait),
        );
    }
}
