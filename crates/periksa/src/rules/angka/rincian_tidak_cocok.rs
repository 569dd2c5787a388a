//! Parts that a sentence lists and that do not add up to the whole that it names.

use super::frasa::{BERKURANG, PERUBAHAN, Sebut, sebut, sejenis};
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
            ],
            baik: &[
                "Pada tahun 2022 dinas memperoleh anggaran sebesar Rp950.000.000,-. Anggaran itu terdiri atas belanja pegawai sebesar Rp500.000.000,-, belanja barang sebesar Rp300.000.000,-, dan belanja modal sebesar Rp150.000.000,-. Sumbernya berasal dari Rupiah Murni sebesar Rp700.000.000,- dan PNBP sebesar Rp250.000.000,-.\n",
                "Kantor didukung oleh 45 orang pegawai, antara lain 20 orang golongan III dan 15 orang golongan II.\n",
                "Survei diikuti responden luar sebanyak 36 orang dan responden dalam sebanyak 24 orang, sehingga seluruhnya 60 orang. Pada tahun 2022 dan 2023 masing-masing 12 dan 15 kasus.\n",
                "Kantor didukung oleh 42 orang pegawai, yaitu 25 laki-laki dan 17 perempuan. Wawancara terhadap 90 nelayan di tiga pelabuhan (masing-masing 30 orang) dilakukan.\n",
                "Anggaran awal sebesar Rp500.000.000 bertambah Rp75.000.000 melalui pergeseran sehingga menjadi Rp575.000.000.\n",
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
    for kalimat in &bahan.bacaan.kalimat {
        // "4 regu @ 8 orang" multiplies; its numbers are no parts.
        if bahan.bacaan.teks(&kalimat.letak).contains('@') {
            continue;
        }
        let semua = sebut(bahan.bacaan, kalimat);
        seluruhnya(bahan, aturan, catat, &semua);
        kelamin(bahan, aturan, catat, &semua);
        masing_masing(bahan, aturan, catat, kalimat, &semua);
        bertambah(bahan, aturan, catat, &semua);
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
            && ["orang", "pegawai", "asn", "peserta", "responden"].contains(&a.satuan.as_str())
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

/// A whole that is shared out evenly: "240 petani di empat daerah (masing-masing 60 orang)".
fn masing_masing(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    semua: &[Sebut],
) {
    let bacaan = bahan.bacaan;
    for dua in semua.windows(2) {
        let [utuh, satu] = dua else {
            continue;
        };
        let bulat = |s: &Sebut| s.angka.presisi == 0 && !s.persen() && s.angka.skala == 0;
        if !satu.sela.ends_with(" masing masing ") || !bulat(utuh) || !bulat(satu) {
            continue;
        }
        let Some(passage) = kalimat.letak.bacaan(bacaan.sumber) else {
            continue;
        };
        let antara = passage
            .text
            .get(utuh.angka.letak.akhir..satu.angka.letak.awal)
            .unwrap_or_default();
        let sesudah = passage
            .text
            .get(satu.angka.letak.akhir..kalimat.letak.akhir)
            .unwrap_or_default();
        // The remark holds nothing but the share.
        let (Some((depan, dalam)), Some((sisa, _))) =
            (antara.rsplit_once('('), sesudah.split_once(')'))
        else {
            continue;
        };
        if dalam.contains([',', ';']) || sisa.contains([',', ';']) || sisa.contains(" dan ") {
            continue;
        }
        let banyak: Vec<rust_decimal::Decimal> = depan
            .split_whitespace()
            .filter_map(crate::understand::angka::terbilang::baca_terbilang)
            .collect();
        let ([banyak], Some(utuh_nilai), Some(satu_nilai)) =
            (banyak.as_slice(), utuh.angka.nilai, satu.angka.nilai)
        else {
            continue;
        };
        catat.diperiksa([utuh.id, satu.id]);
        if banyak.checked_mul(satu_nilai) == Some(utuh_nilai) {
            continue;
        }
        let Some(benar) = utuh_nilai.checked_div(*banyak) else {
            continue;
        };
        let presisi = benar.normalize().scale().min(2);
        let hitungan = format!(
            "{} / {} = {}",
            tampil(utuh.angka),
            kinerja::bilangan::format(*banyak, 0),
            kinerja::bilangan::format(benar, presisi)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &satu.angka.letak,
                format!(
                    "Masing-masing tertulis {}, padahal {hitungan}",
                    tampil(satu.angka)
                ),
                "Cocokkan jumlah seluruhnya dan bagian masing-masing dengan data sumbernya.",
            )
            .hitungan(hitungan)
            .terkait(bahan, [&utuh.angka.letak]),
        );
    }
}

/// A sum that grew by another: "Rp52 bertambah Rp2 ... sehingga menjadi Rp54".
fn bertambah(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, semua: &[Sebut]) {
    let uang: Vec<&Sebut> = semua
        .iter()
        .filter(|s| s.angka.satuan == SatuanCetak::Rupiah)
        .collect();
    let ([a, b, c], true) = (uang.as_slice(), uang.len() == 3) else {
        return;
    };
    let sebelum = |s: &Sebut| {
        let kata: Vec<&str> = s.sela.split_whitespace().collect();
        kata.iter().rev().take(3).any(|k| PERUBAHAN.contains(k))
    };
    let menjadi = |s: &Sebut| {
        s.sela
            .split_whitespace()
            .rev()
            .take(2)
            .any(|k| k == "menjadi")
    };
    let (awal, besar, akhir) = if sebelum(b) && menjadi(c) {
        (a, b, c)
    } else if menjadi(b) && sebelum(c) {
        (a, c, b)
    } else {
        return;
    };
    let turun = besar.ada(BERKURANG);
    let hitungan = match turun {
        true => hitung::selisih(akhir.angka, awal.angka),
        false => hitung::selisih(awal.angka, akhir.angka),
    };
    let Some(hitungan) = hitungan.filter(|h| h.nilai > rust_decimal::Decimal::ZERO) else {
        return;
    };
    catat.diperiksa([awal.id, besar.id, akhir.id]);
    if hitungan.cocok(besar.angka) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &besar.angka.letak,
            format!(
                "Perubahannya tertulis {}, padahal {}",
                tampil(besar.angka),
                hitungan.tampil(0)
            ),
            "Hitung kembali besar perubahannya, atau periksa kedua jumlah pada dokumen sumber.",
        )
        .hitungan(hitungan.tampil(0))
        .seharusnya(Some(hitungan.hasil(0)))
        .terkait(bahan, [&awal.angka.letak, &akhir.angka.letak]),
    );
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
        let Some(satuan) = bagian.first().map(|id| bacaan.angka(*id).satuan) else {
            continue;
        };
        let serupa = matches!(satuan, SatuanCetak::Rupiah | SatuanCetak::Cacah)
            && bagian.iter().all(|id| bacaan.angka(*id).satuan == satuan);
        if bagian.len() < 2 || !serupa {
            continue;
        }
        let Some(utuh) = keseluruhan(bacaan, i, kalimat, batas, satuan) else {
            continue;
        };
        nilai(bahan, aturan, catat, utuh, &bagian);
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
    if jumlah.cocok(total) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &total.letak,
            format!(
                "Rinciannya berjumlah {}, sedangkan keseluruhannya tertulis {}",
                jumlah.hasil(total.presisi),
                tampil(total)
            ),
            "Cocokkan setiap bagian dan keseluruhannya dengan dokumen sumber (misalnya DIPA), lalu betulkan yang keliru.",
        )
        .hitungan(jumlah.tampil(total.presisi))
        .seharusnya(Some(jumlah.hasil(total.presisi)))
        .terkait(bahan, suku.iter().map(|angka| &angka.letak)),
    );
}
