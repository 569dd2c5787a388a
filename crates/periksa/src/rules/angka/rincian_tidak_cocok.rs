//! Parts that a sentence lists and that do not add up to the whole that it names.

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
            ],
            baik: &[
                "Pada tahun 2022 dinas memperoleh anggaran sebesar Rp950.000.000,-. Anggaran itu terdiri atas belanja pegawai sebesar Rp500.000.000,-, belanja barang sebesar Rp300.000.000,-, dan belanja modal sebesar Rp150.000.000,-. Sumbernya berasal dari Rupiah Murni sebesar Rp700.000.000,- dan PNBP sebesar Rp250.000.000,-.\n",
                "Kantor didukung oleh 45 orang pegawai, antara lain 20 orang golongan III dan 15 orang golongan II.\n",
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
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let teks = bacaan.teks(&kalimat.letak).to_lowercase();
        let Some(batas) = PEMBUKA.iter().filter_map(|kata| teks.find(kata)).min() else {
            continue;
        };
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
