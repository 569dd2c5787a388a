//! A word of rise or fall that the numbers deny.

use std::collections::BTreeSet;

use super::alat;
use crate::bacaan::{AngkaId, Arah, Bacaan, IsiKlaim, Klaim, Peran, Pernyataan, SatuanCetak};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "arah-tidak-sesuai",
    judul: "Kata naik atau turun bertentangan dengan angkanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kata seperti \"mengalami peningkatan\" atau \"menurun\" dibandingkan dengan kedua angka yang dikutip kalimatnya; bila tidak dikutip, dengan realisasi dan capaian kedua tahun menurut tabel atau bagian lain dokumen. Angka yang sama besar bukan kenaikan maupun penurunan. Harapan, rencana, dan nama sasaran bukan pernyataan dan tidak dinilai.",
            dasar: &["Perbandingan dua angka yang tercetak"],
            buruk: &[
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t82,00\t81,25\t99,09%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 81,25 mengalami peningkatan dibandingkan realisasi tahun 2021 sebesar 83,10.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\nIndeks Kepuasan Masyarakat\t83,10\t81,25\n\nIndeks Kepuasan Masyarakat tahun 2022 mengalami kenaikan dibandingkan tahun 2021.\n",
                "Laporan Kinerja Pengadilan Negeri Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nAnggaran direalisasikan sebesar 98,10%. Penyerapan ini turun 2,58 poin persen dari Tahun 2021 (95,52%).\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nJenis tindakan\tJumlah\nDeportasi\t47\nBiaya beban\t112\n\nTahun 2021 jumlah deportasi 52 orang, sehingga pada tahun 2022 terjadi peningkatan sebesar 9,62%.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t82,00\t81,25\t99,09%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 sebesar 81,25 mengalami penurunan dibandingkan realisasi tahun 2021 sebesar 83,10.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Awan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\tRealisasi 2021\tRealisasi 2022\nIndeks Kepuasan Masyarakat\t83,10\t81,25\n\nIndeks Kepuasan Masyarakat diharapkan meningkat pada tahun 2023 melalui peningkatan kualitas layanan.\n",
                "Laporan Kinerja Pengadilan Negeri Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nAnggaran direalisasikan sebesar 98,10%. Penyerapan ini naik 2,58 poin persen dari Tahun 2021 (95,52%).\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nJenis tindakan\tJumlah\nDeportasi\t47\nBiaya beban\t112\n\nTahun 2021 jumlah deportasi 52 orang, sehingga pada tahun 2022 terjadi penurunan sebesar 9,62%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut sudah = BTreeSet::new();
    for klaim in &bacaan.klaim {
        let IsiKlaim::Perubahan {
            arah,
            dari,
            tahun_dari,
            ke,
            ..
        } = klaim.isi
        else {
            continue;
        };
        if berbelok(bacaan, klaim) {
            continue;
        }
        let bukti = bukti(bacaan, klaim, dari, tahun_dari, ke);
        let Some((a, b)) = bukti.first().copied() else {
            continue;
        };
        catat.diperiksa(bukti.iter().flat_map(|(a, b)| [a.angka, b.angka]));
        let nyata = |a: &Bukti, b: &Bukti| alat::arah(bacaan.angka(a.angka), bacaan.angka(b.angka));
        if bukti.iter().any(|(a, b)| nyata(a, b) == Some(arah)) {
            continue;
        }
        let Some(sebenarnya) = nyata(&a, &b) else {
            continue;
        };
        let tanda = arah == Arah::Naik;
        if !sudah.insert((klaim.kalimat, klaim.perihal.clone(), tanda)) {
            continue;
        }
        let pesan = format!(
            "Disebut \"{}\", tetapi {} {}: dari {} menjadi {}",
            bacaan.teks(&klaim.letak),
            alat::sebut(bacaan, klaim.perihal.as_ref()),
            alat::kata_arah(sebenarnya),
            alat::bertahun(bacaan.angka(a.angka), a.tahun),
            alat::bertahun(bacaan.angka(b.angka), b.tahun),
        );
        let perbaikan = match sebenarnya {
            Arah::Tetap => "Tulis bahwa nilainya tetap, atau betulkan angka yang salah kutip.",
            _ => "Betulkan kata arahnya, atau betulkan angka yang salah kutip.",
        };
        catat.temuan(
            Temuan::di(aturan, bahan, &klaim.letak, pesan, perbaikan)
                .seharusnya(Some(alat::kata_arah(sebenarnya).to_owned()))
                .terkait(
                    bahan,
                    [&bacaan.angka(a.angka).letak, &bacaan.angka(b.angka).letak],
                ),
        );
    }
}

/// Whether the sentence tells of a way there and back ("sempat turun kemudian naik kembali"), which two values cannot judge.
fn berbelok(bacaan: &Bacaan, klaim: &Klaim) -> bool {
    bacaan.kalimat.get(klaim.kalimat).is_some_and(|k| {
        let teks = bacaan.teks(&k.letak).to_lowercase();
        teks.contains("sempat ")
            || teks.contains(" naik kembali")
            || teks.contains(" turun kembali")
    })
}

/// A number that speaks for or against a claim.
#[derive(Debug, Clone, Copy)]
struct Bukti {
    angka: AngkaId,
    tahun: Option<i16>,
}

impl From<&Pernyataan> for Bukti {
    fn from(p: &Pernyataan) -> Self {
        Self {
            angka: p.angka,
            tahun: p.tahun,
        }
    }
}

/// Pairs of earlier and later numbers, any of which may bear the claim out.
fn bukti(
    bacaan: &Bacaan,
    klaim: &Klaim,
    dari: Option<AngkaId>,
    tahun_dari: Option<i16>,
    ke: Option<AngkaId>,
) -> Vec<(Bukti, Bukti)> {
    if let (Some(dari), Some(ke)) = (dari, ke)
        && dari != ke
    {
        let mut hasil = vec![(
            Bukti {
                angka: dari,
                tahun: tahun_dari,
            },
            Bukti {
                angka: ke,
                tahun: klaim.tahun,
            },
        )];
        hasil.extend(pasangan_capaian(bacaan, dari, ke));
        return hasil;
    }
    let (Some(perihal), Some(tahun), Some(tahun_dari)) =
        (klaim.perihal.as_ref(), klaim.tahun, tahun_dari)
    else {
        return Vec::new();
    };
    let mut hasil = Vec::new();
    for peran in [Peran::Realisasi, Peran::Capaian] {
        let sebaris = |dikutip: Option<AngkaId>, tahun: i16| -> Vec<Bukti> {
            match dikutip {
                Some(angka) if peran == Peran::Realisasi => vec![Bukti {
                    angka,
                    tahun: Some(tahun),
                }],
                _ => alat::tahunan(bacaan, perihal, tahun, peran)
                    .into_iter()
                    .map(Bukti::from)
                    .collect(),
            }
        };
        for a in sebaris(dari, tahun_dari) {
            for b in sebaris(ke, tahun) {
                // A cell often has no unit of its own: its heading has.
                let (ini, itu) = (bacaan.angka(a.angka), bacaan.angka(b.angka));
                let polos = [ini, itu]
                    .iter()
                    .any(|angka| angka.satuan == SatuanCetak::Tanpa);
                if a.angka != b.angka
                    && (polos || alat::sejenis(ini, itu))
                    && hitung::setakar(ini, itu)
                {
                    hasil.push((a, b));
                }
            }
        }
    }
    hasil
}

/// The capaian that the sentence quotes beside both numbers.
fn pasangan_capaian(bacaan: &Bacaan, dari: AngkaId, ke: AngkaId) -> Option<(Bukti, Bukti)> {
    let capaian = |angka: AngkaId| {
        let p = bacaan.pernyataan.iter().find(|p| p.angka == angka)?;
        alat::sekelompok(bacaan, p.kelompok)
            .find(|q| q.peran == Peran::Capaian && q.tahun == p.tahun)
            .map(Bukti::from)
    };
    Some((capaian(dari)?, capaian(ke)?))
}
