//! Parts that a sentence lists and that do not add up to the whole that it names.

mod masing;
mod pegawai;
mod pola;
mod tambah;

use super::frasa::{PERUBAHAN, Sebut, sebut, sejenis};
use crate::bacaan::{Angka, AngkaId, Bacaan, Golongan, Kalimat, SatuanCetak};
use crate::hitung::{self, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rincian-tidak-cocok",
    judul: "Rincian dalam kalimat tidak berjumlah sama dengan keseluruhannya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kalimat yang merinci suatu jumlah (\"terdiri atas\", \"dengan rincian\", \"bersumber dari\") harus merincinya sampai habis. Rincian yang hanya contoh (\"antara lain\", \"di antaranya\") dan rincian yang memuat pagu serta realisasi sekaligus tidak dinilai.",
            dasar: &["Aritmetika: jumlah bagian sama dengan keseluruhan"],
            buruk: &[
                "Pada tahun 2022 dinas memperoleh anggaran sebesar Rp900.000.000,-. Anggaran itu terdiri atas belanja pegawai sebesar Rp500.000.000,-, belanja barang sebesar Rp300.000.000,-, dan belanja modal sebesar Rp150.000.000,-.\n",
                "Kantor didukung oleh 45 orang pegawai, dengan rincian 20 orang golongan III, 15 orang golongan II, dan 8 orang pegawai tidak tetap.\n",
                "Survei diikuti responden luar sebanyak 36 orang dan responden dalam sebanyak 24 orang, sehingga seluruhnya 70 orang.\n",
                "Kantor didukung oleh 40 orang pegawai, yaitu 25 laki-laki dan 17 perempuan.\n",
                "Wawancara terhadap 90 nelayan di tiga pelabuhan (masing-masing 40 orang) dilakukan pada bulan Mei.\n",
                "Anggaran awal sebesar Rp500.000.000 bertambah Rp75.000.000 melalui pergeseran sehingga menjadi Rp585.000.000.\n",
                "Dinas menerima 1.240 aduan. Ditambah sisa tahun 2021 sebanyak 160 aduan, beban aduan menjadi 1.300 aduan.\n",
                "Pegawai kecamatan berjumlah 30 orang yang terdiri atas 18 PNS, 9 PPPK, dan 5 tenaga honorer.\n",
                "Dari 24 kendaraan tersebut, 20 unit dalam kondisi baik dan 6 unit rusak berat.\n",
                "Pengamanan dilakukan oleh 5 regu @ 6 orang sehingga seluruhnya 35 orang.\n",
                "Survei dilakukan dua kali terhadap 250 responden (semester I 120 orang dan semester II 110 orang).\n",
                "Pagu sebesar Rp900.000.000,- terdiri dari belanja pegawai Rp500.000.000,-, belanja barang Rp300.000.000,-, dan belanja modal Rp100.000.000,-, dengan sumber dana Rupiah Murni Rp750.000.000,- dan PNBP Rp250.000.000,-.\n",
                "Penduduknya 12.400 jiwa; 7.100 jiwa tinggal di pesisir, 3.200 jiwa di dataran, dan selebihnya 2.300 jiwa di perbukitan.\n",
                "Dari 148 sekolah, 143 sekolah menyampaikan laporan tepat waktu dan 15 sekolah terlambat.\n",
                "Golongan\tPria\tWanita\tJumlah\nGolongan IV\t2\t0\t2\nGolongan III\t14\t9\t23\nGolongan II\t5\t1\t6\nJumlah\t21\t10\t31\n\nDilihat dari pendidikan, 4 orang berijazah S2, 17 orang S1, 6 orang D-III, 3 orang D-I, dan 2 orang SMA.\n",
                "Bantuan disalurkan kepada 90 keluarga: Air Bening 40, Batu Lintang 30, dan Suka Damai 25.\n",
            ],
            baik: &[
                "Pada tahun 2022 dinas memperoleh anggaran sebesar Rp950.000.000,-. Anggaran itu terdiri atas belanja pegawai sebesar Rp500.000.000,-, belanja barang sebesar Rp300.000.000,-, dan belanja modal sebesar Rp150.000.000,-. Sumbernya berasal dari Rupiah Murni sebesar Rp700.000.000,- dan PNBP sebesar Rp250.000.000,-.\n",
                "Pagu sebesar Rp900.000.000,- terdiri dari belanja pegawai Rp500.000.000,-, belanja barang Rp300.000.000,-, dan belanja modal Rp100.000.000,-, dengan sumber dana Rupiah Murni Rp650.000.000,- dan PNBP Rp250.000.000,-. Dari 148 sekolah, 143 sekolah menyampaikan laporan tepat waktu dan 5 sekolah terlambat.\n",
                "Penduduknya 12.400 jiwa; 7.100 jiwa (57,26%) tinggal di pesisir, 3.200 jiwa di dataran, dan selebihnya 2.100 jiwa di perbukitan.\n",
                "Kantor didukung oleh 45 orang pegawai, antara lain 20 orang golongan III dan 15 orang golongan II.\n",
                "Survei diikuti responden luar sebanyak 36 orang dan responden dalam sebanyak 24 orang, sehingga seluruhnya 60 orang. Pada tahun 2022 dan 2023 masing-masing 12 dan 15 kasus.\n",
                "Kantor didukung oleh 42 orang pegawai, yaitu 25 laki-laki dan 17 perempuan. Wawancara terhadap 90 nelayan di tiga pelabuhan (masing-masing 30 orang) dilakukan.\n",
                "Anggaran awal sebesar Rp500.000.000 bertambah Rp75.000.000 melalui pergeseran sehingga menjadi Rp575.000.000.\n",
                "Dinas menerima 1.240 aduan. Ditambah sisa tahun 2021 sebanyak 160 aduan, beban aduan menjadi 1.400 aduan.\n",
                "Pegawai kecamatan berjumlah 32 orang yang terdiri atas 18 PNS, 9 PPPK, dan 5 tenaga honorer.\n",
                "Dari 24 kendaraan tersebut, 20 unit dalam kondisi baik dan 4 unit rusak berat. Pengamanan dilakukan oleh 5 regu @ 6 orang sehingga seluruhnya 30 orang.\n",
                "Survei dilakukan dua kali terhadap 230 responden (semester I 120 orang dan semester II 110 orang). Bantuan disalurkan kepada 95 keluarga: Air Bening 40, Batu Lintang 30, dan Suka Damai 25.\n",
                "Realisasi belanja sebesar Rp900.000.000,- terdiri atas belanja pegawai dengan pagu Rp500.000.000,- dan realisasi Rp450.000.000,- serta belanja barang dengan pagu Rp500.000.000,- dan realisasi Rp450.000.000,-.\n",
            ],
        },
    },
};

/// Words that open a list of parts.
const PEMBUKA: &[&str] = &[
    "terdiri atas",
    "terdiri dari",
    "dengan rincian",
    "dengan perincian",
    "dengan formasi",
    "dengan komposisi",
    "dirinci atas",
    "berasal dari",
    "bersumber dari",
];
/// Words by which a list says that it is not whole, or that it holds more than parts.
const PENUTUP: &[&str] = &[
    "antara lain",
    "di antaranya",
    "diantaranya",
    "misalnya",
    "pagu",
    "terealisasi",
    "target",
    "capaian",
    "sisa",
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    rincian(bahan, aturan, catat);
    let mut lalu: Option<&Kalimat> = None;
    for kalimat in &bahan.bacaan.kalimat {
        let teks = bahan.bacaan.teks(&kalimat.letak);
        let semua = sebut(bahan.bacaan, kalimat);
        let isi = pola::Isi {
            kalimat,
            teks,
            semua: &semua,
        };
        pola::periksa(bahan, aturan, catat, &isi);
        // "4 regu @ 8 orang" multiplies; its numbers are no parts.
        if teks.contains('@') {
            lalu = Some(kalimat);
            continue;
        }
        seluruhnya(bahan, aturan, catat, &semua);
        kelamin(bahan, aturan, catat, &semua);
        masing::periksa(bahan, aturan, catat, kalimat, &semua);
        tambah::periksa(bahan, aturan, catat, &semua);
        pegawai::periksa(bahan, aturan, catat, kalimat, &semua);
        tambah::sisa(bahan, aturan, catat, &semua);
        tambah::pagu(bahan, aturan, catat, &semua);
        tambah::beban(bahan, aturan, catat, &semua);
        if let Some(lalu) = lalu.filter(|l| l.letak.piece == kalimat.letak.piece) {
            let gabung: Vec<Sebut> = sebut(bahan.bacaan, lalu).into_iter().chain(semua).collect();
            tambah::beban(bahan, aturan, catat, &gabung);
        }
        lalu = Some(kalimat);
    }
}

/// Words by which a sentence says that a figure is the sum of those before.
const JADI: &[&str] = &["sehingga", "jadi", "dengan demikian", "secara keseluruhan"];
/// Words of a whole.
const UTUH: &[&str] = &[
    "seluruhnya",
    "keseluruhan",
    "keseluruhannya",
    "total",
    "totalnya",
    "jumlah",
    "jumlahnya",
    "berjumlah",
    "semuanya",
];
/// Words that make a figure something else than a part.
const BUKAN_BAGIAN: &[&str] = &[
    "dari",
    "target",
    "pagu",
    "menjadi",
    "sampai",
    "hingga",
    "minimal",
    "paling",
    "maksimal",
    "rata",
    "sisanya",
    "selama",
    "dibandingkan",
    "dikurangi",
    "kecuali",
    "termasuk",
    "antaranya",
    "bobot",
    "nilai",
    "skor",
    "dikali",
    "setiap",
    "masing",
];

/// A whole behind its parts: "24 orang ... dan 46 orang ..., sehingga seluruhnya 70 orang".
fn seluruhnya(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, semua: &[Sebut]) {
    let Some(k) = semua
        .iter()
        .position(|s| s.frasa(JADI) && s.ada(UTUH) && !s.ada(PERUBAHAN))
    else {
        return;
    };
    let (Some(bagian), Some(utuh)) = (semua.get(..k), semua.get(k)) else {
        return;
    };
    // "Masing-masing" before the first part leads a list; before another it multiplies.
    let masing = |i: usize, s: &Sebut| {
        s.ada(BUKAN_BAGIAN) && !(i == 0 && s.sela.ends_with(" masing masing "))
    };
    let bersih = (2..=8).contains(&bagian.len())
        && bagian.iter().enumerate().all(|(i, s)| {
            sejenis(s, utuh)
                && !masing(i, s)
                && !s.ada(PERUBAHAN)
                && !s.angka.satuan.eq(&SatuanCetak::Indeks)
        })
        && !utuh.ada(&["sisa", "selisih", "rata"])
        // The last part and the whole count the same thing.
        && bagian.last().is_some_and(|s| s.satuan == utuh.satuan || s.angka.satuan == SatuanCetak::Rupiah);
    if !bersih {
        return;
    }
    let cocok = (0..bagian.len().saturating_sub(1)).any(|awal| {
        let suku: Vec<&Angka> = bagian.iter().skip(awal).map(|s| s.angka).collect();
        hitung::jumlah(&suku).is_some_and(|h| h.cocok(utuh.angka))
    });
    let id: Vec<AngkaId> = bagian.iter().map(|s| s.id).collect();
    if cocok {
        catat.diperiksa(id.into_iter().chain([utuh.id]));
    } else {
        nilai(bahan, aturan, catat, utuh.id, &id);
    }
}

/// A whole of persons right before its men and women: "56 orang: 35 laki-laki dan 21 perempuan".
fn kelamin(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, semua: &[Sebut]) {
    for tiga in semua.windows(3) {
        let [a, b, c] = tiga else {
            continue;
        };
        let laki = |s: &Sebut| s.satuan.starts_with("laki") || s.satuan.starts_with("pria");
        let perempuan =
            |s: &Sebut| s.satuan.starts_with("perempuan") || s.satuan.starts_with("wanita");
        let orang = |s: &Sebut| s.angka.presisi == 0 && !s.persen();
        if ![a, b, c].into_iter().all(orang) {
            continue;
        }
        // The whole stands before, without a list opener, which is another check's.
        let sepasang = (laki(b) && perempuan(c)) || (perempuan(b) && laki(c));
        let depan = sepasang
            && ["orang", "pegawai", "asn", "peserta", "responden"].contains(&a.satuan)
            && b.sela.split_whitespace().count() <= 4
            && !b.ada(&["antaranya", "dan", "serta"])
            && !PEMBUKA.iter().any(|kata| b.sela.contains(kata));
        // "35 laki-laki dan 21 perempuan (56 orang)".
        let sepasang = (laki(a) && perempuan(b)) || (perempuan(a) && laki(b));
        let belakang = sepasang && c.tanda == Some('(') && c.satuan == "orang";
        if depan {
            nilai(bahan, aturan, catat, a.id, &[b.id, c.id]);
        } else if belakang {
            nilai(bahan, aturan, catat, c.id, &[a.id, b.id]);
        }
    }
}

fn rincian(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let teks = bacaan.teks(&kalimat.letak).to_lowercase();
        let Some(batas) = PEMBUKA.iter().filter_map(|kata| teks.find(kata)).min() else {
            continue;
        };
        // "4 regu @ 8 orang" multiplies; its numbers are no parts.
        if teks.contains('@') {
            continue;
        }
        let ekor = teks.get(batas..).unwrap_or_default();
        if PENUTUP.iter().any(|kata| ekor.contains(kata)) || ekor.matches("realisasi").count() > 1 {
            continue;
        }
        // Lower case may change the length of a letter; then the spot is not known.
        if teks.len() != bacaan.teks(&kalimat.letak).len() {
            continue;
        }
        let batas = kalimat.letak.awal + batas;
        let besaran = |id: &&AngkaId| bacaan.angka(**id).golongan == Golongan::Besaran;
        let bagian: Vec<AngkaId> = kalimat
            .angka
            .iter()
            .filter(besaran)
            .filter(|id| bacaan.angka(**id).letak.awal >= batas)
            .copied()
            .collect();
        let satuan = |id: &AngkaId| bacaan.angka(*id).satuan;
        let uang = bagian.iter().all(|id| satuan(id) == SatuanCetak::Rupiah);
        // "19 PNS, 8 PPPK, dan 5 orang honorer": not every thing that is counted is known as such.
        let benda = |id: &AngkaId| {
            let angka = bacaan.angka(*id);
            matches!(angka.satuan, SatuanCetak::Cacah | SatuanCetak::Tanpa)
                && angka.presisi == 0
                && angka.skala == 0
        };
        let cacah = bagian.iter().all(benda);
        if bagian.len() < 2 || !(uang || cacah) {
            continue;
        }
        let tak_dikenal = bagian.iter().any(|id| satuan(id) == SatuanCetak::Tanpa);
        let satuan = if uang {
            SatuanCetak::Rupiah
        } else {
            SatuanCetak::Cacah
        };
        let Some(utuh) = keseluruhan(bacaan, i, kalimat, batas, satuan) else {
            continue;
        };
        // Then the whole stands right before its list.
        let letak = &bacaan.angka(utuh).letak;
        let dekat = letak.akhir >= kalimat.letak.awal
            && bacaan
                .teks(&letak.bagian(letak.akhir..batas.max(letak.akhir)))
                .split_whitespace()
                .count()
                <= 3;
        if tak_dikenal && !dekat {
            continue;
        }
        for kelompok in kelompok(bacaan, kalimat, &teks, &bagian) {
            nilai(bahan, aturan, catat, utuh, kelompok);
        }
    }
}

/// Words by which a list begins to divide the same whole anew.
const PEMBAGI: &[&str] = &[
    "sumber dana",
    "bersumber",
    "sumbernya",
    "sumber pembiayaan",
    "menurut sumber",
    "menurut jenis",
    "berdasarkan jenis",
    "berdasarkan sumber",
    "menurut program",
    "berdasarkan program",
];

/// The parts of each division: "terdiri dari belanja pegawai … dan belanja modal …, dengan sumber dana … dan …" has two.
fn kelompok<'a>(
    bacaan: &Bacaan,
    kalimat: &Kalimat,
    teks: &str,
    bagian: &'a [AngkaId],
) -> Vec<&'a [AngkaId]> {
    let belah = PEMBAGI
        .iter()
        .flat_map(|kata| teks.match_indices(kata))
        .map(|(di, _)| {
            bagian.partition_point(|id| {
                bacaan.angka(*id).letak.awal < kalimat.letak.awal.saturating_add(di)
            })
        })
        .find(|n| *n >= 2 && *n < bagian.len());
    match belah.and_then(|n| bagian.split_at_checked(n)) {
        Some((depan, belakang)) => [depan, belakang]
            .into_iter()
            .filter(|satu| satu.len() >= 2)
            .collect(),
        None => vec![bagian],
    }
}

/// The number that the parts make up: the last one of their unit before the list, in the sentence or, where the list
/// goes on, in the ones before it in the same paragraph; parts of an earlier list are not it.
fn keseluruhan(
    bacaan: &Bacaan,
    i: usize,
    kalimat: &Kalimat,
    batas: usize,
    satuan: SatuanCetak,
) -> Option<AngkaId> {
    let cocok = |id: &&AngkaId| {
        let angka = bacaan.angka(**id);
        angka.golongan == Golongan::Besaran && angka.satuan == satuan
    };
    let sebelum = kalimat
        .angka
        .iter()
        .rfind(|id| cocok(id) && bacaan.angka(**id).letak.awal < batas);
    if let Some(id) = sebelum {
        return Some(*id);
    }
    bacaan
        .kalimat
        .get(..i)?
        .iter()
        .rev()
        .take(4)
        .take_while(|k| k.letak.piece == kalimat.letak.piece && k.letak.sel == kalimat.letak.sel)
        .find_map(|k| {
            let teks = bacaan.teks(&k.letak).to_lowercase();
            if PEMBUKA.iter().any(|kata| teks.contains(kata)) {
                return None;
            }
            k.angka.iter().rfind(cocok).copied()
        })
}

fn nilai(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    utuh: AngkaId,
    bagian: &[AngkaId],
) {
    let bacaan = bahan.bacaan;
    let suku: Vec<&Angka> = bagian.iter().map(|id| bacaan.angka(*id)).collect();
    let total = bacaan.angka(utuh);
    let Some(jumlah) = hitung::jumlah(&suku) else {
        return;
    };
    if total.nilai.is_none() {
        return;
    }
    catat.diperiksa(bagian.iter().copied().chain([utuh]));
    // Whole things are counted, not rounded, whether or not their unit is known.
    let bulat = suku
        .iter()
        .chain([&total])
        .all(|a| a.presisi == 0 && a.skala == 0 && a.satuan != SatuanCetak::Persen);
    let cocok = if bulat {
        total.nilai == Some(jumlah.nilai)
    } else {
        jumlah.cocok(total)
    };
    if cocok {
        return;
    }
    let tersangka = pola::tersangka(bacaan, utuh, bagian);
    let seharusnya = (tersangka == utuh).then(|| jumlah.hasil(total.presisi));
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &bacaan.angka(tersangka).letak,
            format!(
                "Rinciannya berjumlah {}, sedangkan keseluruhannya tertulis {}",
                jumlah.hasil(total.presisi),
                tampil(total)
            ),
            "Cocokkan setiap bagian dan keseluruhannya dengan dokumen sumber (misalnya DIPA), lalu betulkan yang keliru.",
        )
        .hitungan(jumlah.tampil(total.presisi))
        .seharusnya(seharusnya)
        .terkait(
            bahan,
            bagian
                .iter()
                .chain([&utuh])
                .filter(|id| **id != tersangka)
                .map(|id| &bacaan.angka(*id).letak),
        ),
    );
}
