//! A target said to be reached, or missed, against its ratio.

use std::collections::BTreeMap;

use hukum::{Arah, Hukum};
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{
    Asal, Bacaan, IsiKlaim, JenisPerihal, Klaim, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::tampil;
use crate::rules::ingatan::tentang;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tercapai-tidak-sesuai",
    judul: "Target disebut tercapai atau tidak, bertentangan dengan angkanya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Klaim bahwa target tercapai, terlampaui, atau belum tercapai dibandingkan dengan realisasi terhadap targetnya, atau dengan capaian yang tercetak. Klaim tentang seluruh indikator dibandingkan dengan setiap indikator, di bagian mana pun ia disebut. Indikator yang makin rendah makin baik dinilai menurut capaiannya.",
            dasar: &["Perbandingan realisasi dengan target yang tercetak"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,05\t95,31%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nDengan demikian target Indeks Kepuasan Masyarakat tahun 2022 telah tercapai.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,05\t95,31%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nPada tahun 2022 seluruh indikator kinerja telah melampaui target yang ditetapkan.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase berkas tuntas\t90,00%\t91,88%\t102,09%\n2\tPersentase arsip tertata\t80,00%\t76,00%\t95,00%\n\nTarget 90,00% tidak tercapai dengan capaian 102,09%.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,05\t95,31%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nDengan demikian target Indeks Kepuasan Masyarakat tahun 2022 belum tercapai, sedangkan Indeks Pengamanan Keimigrasian telah melampaui target.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,05\t95,31%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nUntuk mencapai target Indeks Kepuasan Masyarakat, kantor akan menambah loket. Sebagian indikator telah melampaui target.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase berkas tuntas\t90,00%\t91,88%\t102,09%\n2\tPersentase arsip tertata\t80,00%\t76,00%\t95,00%\n\nTarget 90,00% tercapai dengan capaian 102,09%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Tercapai { ya, melampaui } = klaim.isi else {
            continue;
        };
        let Some(perihal) = &klaim.perihal else {
            continue;
        };
        let semua = perihal.kunci == Perihal::SEMUA && perihal.jenis == JenisPerihal::Indikator;
        if semua && !ya {
            continue;
        }
        let ukuran = ukuran(bahan, klaim, (!semua).then_some(perihal));
        catat.diperiksa(ukuran.iter().flat_map(|u| u.angka().map(|p| p.angka)));
        let bertentangan = |u: &Ukuran| match (ya, u.hasil) {
            (true, Hasil::Kurang) | (false, Hasil::Lebih | Hasil::Sama) => true,
            (true, Hasil::Sama) => melampaui,
            _ => false,
        };
        let salah: Vec<&Ukuran> = ukuran.iter().filter(|u| bertentangan(u)).collect();
        // Of one indicator any place that bears the claim out will do; of all of them each place must.
        if salah.is_empty() || (!semua && salah.len() < ukuran.len()) {
            continue;
        }
        let rincian: Vec<String> = salah.iter().take(3).map(|u| u.tampil(bacaan)).collect();
        let pesan = format!(
            "Disebut \"{}\", tetapi {}",
            bacaan.teks(&klaim.letak),
            rincian.join("; ")
        );
        let perbaikan = if semua {
            "Sebut indikator yang tidak melampaui target, atau betulkan angkanya bila salah cetak."
        } else {
            "Sesuaikan pernyataan dengan capaiannya, atau betulkan angka yang salah cetak."
        };
        let tempat: Vec<&Pernyataan> = salah.iter().flat_map(|u| u.angka()).collect();
        catat.temuan(
            Temuan::di(aturan, bahan, &klaim.letak, pesan, perbaikan)
                .terkait(bahan, alat::letak(bacaan, &tempat)),
        );
    }
}

/// Of each indicator of the agreement, by its key, whether its target was reached, as each table has it.
pub(super) fn capai(bahan: &BahanDokumen, klaim: &Klaim) -> BTreeMap<String, Vec<bool>> {
    let mut hasil: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for satu in ukuran(bahan, klaim, None) {
        let tabel = satu.angka().all(|p| matches!(p.asal, Asal::Tabel(_)));
        if let Some(p) = satu.angka().next().filter(|_| tabel) {
            let kunci = p.perihal.kunci.clone();
            let tempat = hasil.entry(kunci).or_default();
            tempat.push(satu.hasil != Hasil::Kurang);
            // A share that no formula gives says nothing.
            if !satu.wajar(bahan.bacaan) {
                tempat.push(satu.hasil == Hasil::Kurang);
            }
        }
    }
    hasil
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hasil {
    Lebih,
    Sama,
    Kurang,
}

/// What one place says of a target and what was reached.
struct Ukuran<'b> {
    realisasi: Option<&'b Pernyataan>,
    target: Option<&'b Pernyataan>,
    capaian: Option<&'b Pernyataan>,
    hasil: Hasil,
}

impl<'b> Ukuran<'b> {
    fn angka(&self) -> impl Iterator<Item = &'b Pernyataan> + use<'b> {
        [self.realisasi, self.target, self.capaian]
            .into_iter()
            .flatten()
    }

    /// Whether the printed share is one that some usual formula gives, cut at some bound or not.
    fn wajar(&self, bacaan: &Bacaan) -> bool {
        let nilai = |p: Option<&Pernyataan>| p.and_then(|p| bacaan.angka(p.angka).nilai);
        let (Some(c), Some(r), Some(t)) = (
            nilai(self.capaian),
            nilai(self.realisasi),
            nilai(self.target),
        ) else {
            return true;
        };
        let beda = Decimal::new(6, 2);
        let persen = |a: Decimal, b: Decimal| {
            a.checked_mul(Decimal::ONE_HUNDRED)
                .and_then(|a| a.checked_div(b))
        };
        let dua = t.checked_add(t).and_then(|dua| dua.checked_sub(r));
        let batas = c.fract().is_zero() && c >= Decimal::ONE_HUNDRED;
        [persen(r, t), persen(t, r), dua.and_then(|d| persen(d, t))]
            .into_iter()
            .flatten()
            .any(|p| (p - c).abs() <= beda || (batas && p >= c))
    }

    fn tampil(&self, bacaan: &Bacaan) -> String {
        let perihal = self.angka().next().map(|p| &p.perihal);
        let nama = alat::sebut(bacaan, perihal);
        let angka = |p: &Pernyataan| tampil(bacaan.angka(p.angka));
        match (self.realisasi, self.target, self.capaian) {
            (Some(r), Some(t), _) => {
                format!("realisasi {nama} {} dari target {}", angka(r), angka(t))
            }
            (_, _, Some(c)) => format!("capaian {nama} {}", angka(c)),
            _ => nama,
        }
    }
}

/// What the places of the document say; of one thing first the claim's own sentence, its paragraph, then the tables.
fn ukuran<'b>(
    bahan: &'b BahanDokumen,
    klaim: &Klaim,
    perihal: Option<&Perihal>,
) -> Vec<Ukuran<'b>> {
    let bacaan = bahan.bacaan;
    let tahun = klaim.tahun.or(bacaan.identitas.tahun);
    let menengah =
        bacaan.pernyataan.iter().any(|p| {
            p.asal == Asal::Kalimat(klaim.kalimat) && p.peran == Peran::TargetJangkaMenengah
        }) || bacaan.kalimat.get(klaim.kalimat).is_some_and(|k| {
            bacaan
                .teks(&k.letak)
                .to_lowercase()
                .contains("jangka menengah")
        });
    let mut kelompok: BTreeMap<usize, Vec<&Pernyataan>> = BTreeMap::new();
    let calon: Vec<&Pernyataan> = match perihal {
        Some(perihal) => tentang(bacaan, perihal).collect(),
        None => {
            let dihitung = |p: &&Pernyataan| {
                p.perihal.jenis == JenisPerihal::Indikator && dihitung(bacaan, &p.perihal)
            };
            bacaan.pernyataan.iter().filter(dihitung).collect()
        }
    };
    for p in calon {
        if p.milik == Milik::Sendiri && p.bulan.is_none() {
            kelompok.entry(p.kelompok).or_default().push(p);
        }
    }
    let piece = bacaan.kalimat.get(klaim.kalimat).map(|k| k.letak.piece);
    let tingkat = |u: &Ukuran| {
        u.angka()
            .map(|p| match p.asal {
                Asal::Kalimat(k) if k == klaim.kalimat => 0,
                Asal::Kalimat(k) if bacaan.kalimat.get(k).map(|k| k.letak.piece) == piece => 1,
                Asal::Tabel(_) => 2,
                _ => 3,
            })
            .min()
            .unwrap_or(3)
    };
    let semua: Vec<Ukuran> = kelompok
        .into_values()
        .filter_map(|isi| {
            satu(
                bahan.hukum,
                bacaan,
                &isi,
                tahun,
                menengah,
                perihal.is_none(),
            )
        })
        .collect();
    if perihal.is_none() {
        return semua;
    }
    let terdekat = semua.iter().map(tingkat).min();
    // The paragraph and the tables both count where the sentence itself quotes nothing.
    semua
        .into_iter()
        .filter(|u| {
            let ini = tingkat(u);
            Some(ini) == terdekat || (terdekat == Some(1) && ini == 2)
        })
        .collect()
}

/// Whether an indicator counts among "all" of them: those of the agreement, where it is known which these are.
fn dihitung(bacaan: &Bacaan, perihal: &Perihal) -> bool {
    let ada = bacaan.indikator.iter().any(|i| i.diperjanjikan);
    bacaan
        .indikator
        .iter()
        .any(|i| i.kunci == perihal.kunci && (i.diperjanjikan || !ada))
}

fn satu<'b>(
    hukum: &Hukum,
    bacaan: &'b Bacaan,
    isi: &[&'b Pernyataan],
    tahun: Option<i16>,
    menengah: bool,
    lengkap: bool,
) -> Option<Ukuran<'b>> {
    let cari = |peran: Peran, tahun: Option<i16>| {
        isi.iter()
            .find(|p| p.peran == peran && (tahun.is_none() || p.tahun == tahun))
            .copied()
    };
    let realisasi = cari(Peran::Realisasi, tahun);
    let (target, capaian) = if menengah {
        (
            cari(Peran::TargetJangkaMenengah, None),
            cari(Peran::CapaianJangkaMenengah, None),
        )
    } else {
        (cari(Peran::Target, tahun), cari(Peran::Capaian, tahun))
    };
    if lengkap && (realisasi.is_none() || target.is_none()) {
        return None;
    }
    let hasil = match (capaian, realisasi, target) {
        (Some(capaian), _, _) => banding(bacaan.angka(capaian.angka).nilai?, Decimal::ONE_HUNDRED),
        (None, Some(realisasi), Some(target)) => {
            let (r, t) = (bacaan.angka(realisasi.angka), bacaan.angka(target.angka));
            if (r.satuan == SatuanCetak::Rupiah) != (t.satuan == SatuanCetak::Rupiah) {
                return None;
            }
            let langsung = banding(r.nilai?, t.nilai?);
            // Of all indicators at once only what is cheap to know.
            let arah = if lengkap {
                arah_bernama(hukum, bacaan, &realisasi.perihal)
            } else {
                arah(hukum, bacaan, &realisasi.perihal)
            };
            match arah {
                Some(Arah::Naik) => langsung,
                Some(Arah::Turun) => match langsung {
                    Hasil::Lebih => Hasil::Kurang,
                    Hasil::Kurang => Hasil::Lebih,
                    Hasil::Sama => Hasil::Sama,
                },
                // Inside a range, or better when lower for all that is known: no comparison tells.
                Some(Arah::Rentang) | None => return None,
            }
        }
        _ => return None,
    };
    Some(Ukuran {
        realisasi,
        target,
        capaian,
        hasil,
    })
}

fn banding(nilai: Decimal, batas: Decimal) -> Hasil {
    match nilai.cmp(&batas) {
        std::cmp::Ordering::Greater => Hasil::Lebih,
        std::cmp::Ordering::Equal => Hasil::Sama,
        std::cmp::Ordering::Less => Hasil::Kurang,
    }
}

/// Which way an indicator is better, as its profile or its name tells, or else as the report itself measures it.
pub(super) fn arah(hukum: &Hukum, bacaan: &Bacaan, perihal: &Perihal) -> Option<Arah> {
    arah_bernama(hukum, bacaan, perihal).or_else(|| arah_tercetak(bacaan, perihal))
}

/// Which way an indicator is better: as its profile says, or upward where its name is that of an index, a score or a share
/// of what was done.
fn arah_bernama(hukum: &Hukum, bacaan: &Bacaan, perihal: &Perihal) -> Option<Arah> {
    if matches!(
        perihal.jenis,
        JenisPerihal::Pendapatan | JenisPerihal::KinerjaAnggaran
    ) {
        return Some(Arah::Naik);
    }
    let indikator = bacaan.indikator.iter().find(|i| i.kunci == perihal.kunci)?;
    let dikenal = indikator.kode.as_ref().and_then(|kode| {
        hukum
            .profil
            .iter()
            .flat_map(|p| &p.indikator)
            .find(|i| i.kode == *kode)
    });
    if let Some(dikenal) = dikenal {
        return Some(dikenal.arah);
    }
    let pertama = indikator
        .nama
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    ["indeks", "nilai", "skor", "predikat"]
        .contains(&pertama.as_str())
        .then_some(Arah::Naik)
}

/// Which way an indicator is better by the shares that the report itself prints, where they all say the same.
fn arah_tercetak(bacaan: &Bacaan, perihal: &Perihal) -> Option<Arah> {
    let mut kelompok: BTreeMap<usize, [Option<Decimal>; 3]> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        if p.perihal != *perihal || p.milik != Milik::Sendiri {
            continue;
        }
        let di = match p.peran {
            Peran::Realisasi => 0,
            Peran::Target => 1,
            Peran::Capaian => 2,
            _ => continue,
        };
        let isi = kelompok.entry(p.kelompok).or_default();
        if let Some(tempat) = isi.get_mut(di) {
            *tempat = tempat.or(bacaan.angka(p.angka).nilai);
        }
    }
    let beda = Decimal::new(6, 2);
    let persen = |a: Decimal, b: Decimal| {
        a.checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|a| a.checked_div(b))
    };
    let mut hasil = None;
    for isi in kelompok.into_values() {
        let [Some(r), Some(t), Some(c)] = isi else {
            continue;
        };
        let dua = t.checked_add(t).and_then(|dua| dua.checked_sub(r));
        let sama = |p: Option<Decimal>| p.is_some_and(|p| (p - c).abs() <= beda);
        let naik = sama(persen(r, t));
        let turun = sama(persen(t, r)) || sama(dua.and_then(|dua| persen(dua, t)));
        let satu = match (naik, turun) {
            (true, false) => Arah::Naik,
            (false, true) => Arah::Turun,
            _ => continue,
        };
        if hasil.is_some_and(|lama| lama != satu) {
            return None;
        }
        hasil = Some(satu);
    }
    hasil
}
