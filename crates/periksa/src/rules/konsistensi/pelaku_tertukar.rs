//! A sentence gives the office's own number to the body above it.

use rust_decimal::Decimal;

use crate::bacaan::{JenisPerihal, Kalimat, Letak, Milik, Peran};
use crate::rules::susunan::Susunan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pelaku-tertukar",
    judul: "Angka kantor sendiri disebut sebagai milik instansi di atasnya.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kalimat dari templat instansi induk sering masih menyebut induknya padahal angkanya milik kantor sendiri. Yang ditunjukkan \
                     ialah jumlah pegawai yang sama dengan jumlah pada tabel kantor sendiri, dan capaian indikator kegiatan kantor yang \
                     dinyatakan sebagai capaian induk. Kalimat yang membandingkan keduanya tidak dipersoalkan.",
            dasar: &["Setiap angka dalam laporan kinerja harus jelas pemiliknya."],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nBAB I PENDAHULUAN\n\nKantor Imigrasi Kelas II Kota Lama berada di bawah Direktorat Jenderal Imigrasi. Kantor Imigrasi Kelas II Kota Lama melayani lima kecamatan.\n\nDirektorat Jenderal Imigrasi didukung sumber daya manusia sejumlah 41 orang pegawai.\n\nNo\tGolongan\tJumlah Pegawai\n1\tIII\t30\n2\tII\t11\nJumlah\t\t41",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nKantor Imigrasi Kelas II Kota Lama berada di bawah Direktorat Jenderal Imigrasi. Kantor Imigrasi Kelas II Kota Lama melayani lima kecamatan.\n\nBAB III AKUNTABILITAS KINERJA\n\nCapaian kinerja Direktorat Jenderal Imigrasi tahun 2022 dinyatakan berhasil. Hal ini terlihat dari capaian 2 (dua) indikator kinerja kegiatan.",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nBAB I PENDAHULUAN\n\nKantor Imigrasi Kelas II Kota Lama berada di bawah Direktorat Jenderal Imigrasi. Kantor Imigrasi Kelas II Kota Lama didukung sumber daya manusia sejumlah 41 orang pegawai.\n\nNo\tGolongan\tJumlah Pegawai\n1\tIII\t30\n2\tII\t11\nJumlah\t\t41",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nKantor Imigrasi Kelas II Kota Lama berada di bawah Direktorat Jenderal Imigrasi.\n\nBAB III AKUNTABILITAS KINERJA\n\nDibandingkan dengan capaian kinerja Direktorat Jenderal Imigrasi tahun 2022 yang dinyatakan berhasil, capaian kantor ini lebih tinggi.",
            ],
        },
    },
};

/// Words of a comparison, in which the body above has a place.
const BANDING: &[&str] = &[
    "banding",
    "sedangkan",
    "sementara",
    "rata rata nasional",
    "terhadap capaian",
    "kontribusi",
    "mendukung",
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(kantor) = bacaan.identitas.kantor.as_deref() else {
        return;
    };
    let susunan = Susunan::new(bahan);
    let sendiri = normal(kantor);
    let pegawai = jumlah_pegawai(bahan);
    let bab = susunan.isi_bab(3);
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let teks = bacaan.teks(&kalimat.letak);
        let rapi = normal(teks);
        if rapi.contains(&sendiri) || BANDING.iter().any(|b| rapi.contains(b)) {
            continue;
        }
        let Some(letak) = sebut_atasan(bahan, kalimat) else {
            continue;
        };
        let orang = is_pegawai(&rapi)
            && kalimat.angka.iter().any(|id| {
                bacaan
                    .angka(*id)
                    .besaran()
                    .is_some_and(|n| pegawai.contains(&n))
            });
        let kinerja = bab
            .as_ref()
            .is_some_and(|bab| bab.contains(&kalimat.letak.piece))
            && is_capaian(bahan, kalimat, &letak)
            && bacaan.kalimat.get(i + 1).is_some_and(|lanjut| {
                let lanjut_rapi = normal(bacaan.teks(&lanjut.letak));
                lanjut.letak.piece == kalimat.letak.piece
                    && lanjut_rapi.contains("indikator kinerja kegiatan")
            });
        if !orang && !kinerja {
            continue;
        }
        let apa = if orang {
            "Jumlah pegawai ini sama dengan jumlah pegawai kantor sendiri"
        } else {
            "Capaian yang diuraikan di sini adalah capaian indikator kegiatan kantor sendiri"
        };
        let pesan = format!("{apa}, tetapi kalimatnya menyebut {}.", bacaan.teks(&letak));
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                format!("Tulis \"{kantor}\" bila kantor ini yang dimaksud."),
            )
            .seharusnya(Some(kantor.to_owned())),
        );
    }
}

/// Where the sentence names a body above the office.
fn sebut_atasan(bahan: &BahanDokumen, kalimat: &Kalimat) -> Option<Letak> {
    let teks = bahan.bacaan.teks(&kalimat.letak);
    bahan.bacaan.identitas.atasan.iter().find_map(|atasan| {
        let at = teks.find(atasan.as_str())?;
        let awal = kalimat.letak.awal + at;
        Some(kalimat.letak.bagian(awal..awal + atasan.len()))
    })
}

fn is_pegawai(rapi: &str) -> bool {
    (rapi.contains("pegawai") || rapi.contains("sumber daya manusia"))
        && (rapi.contains(" orang") || rapi.contains(" pegawai"))
}

/// Whether the sentence calls the results of the body above a success.
fn is_capaian(bahan: &BahanDokumen, kalimat: &Kalimat, letak: &Letak) -> bool {
    let depan = normal(
        bahan
            .bacaan
            .teks(&kalimat.letak.bagian(kalimat.letak.awal..letak.awal)),
    );
    let belakang = normal(
        bahan
            .bacaan
            .teks(&kalimat.letak.bagian(letak.akhir..kalimat.letak.akhir)),
    );
    (depan.contains("capaian") || depan.ends_with("kinerja"))
        && ["dinyatakan", "berhasil", "tercapai", "melampaui"]
            .iter()
            .any(|k| belakang.contains(k))
}

/// Totals of the office's own staff as its tables give them.
fn jumlah_pegawai(bahan: &BahanDokumen) -> Vec<Decimal> {
    let bacaan = bahan.bacaan;
    let mut hasil: Vec<Decimal> = bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.perihal.jenis == JenisPerihal::Pegawai
                && p.milik == Milik::Sendiri
                && p.peran == Peran::Jumlah
        })
        .filter(|p| matches!(p.asal, crate::bacaan::Asal::Tabel(_)))
        .filter_map(|p| bacaan.angka(p.angka).besaran())
        .filter(|n| *n >= Decimal::TEN)
        .collect();
    // A table of ranks or posts, of which the last cell of the total row is all staff.
    for tabel in &bacaan.tabel {
        let judul: String = tabel
            .kolom
            .iter()
            .flat_map(|k| k.jalur.iter())
            .map(|j| format!("{} ", normal(j)))
            .collect();
        if !["golongan", "pangkat", "pegawai", "jabatan", "eselon"]
            .iter()
            .any(|k| judul.contains(k))
        {
            continue;
        }
        let total = tabel
            .baris
            .iter()
            .filter(|b| b.jenis == crate::bacaan::JenisBaris::Total);
        for baris in total {
            let akhir = tabel
                .angka
                .range((baris.row, 0)..(baris.row + 1, 0))
                .next_back();
            hasil.extend(
                akhir
                    .and_then(|(_, ids)| ids.first())
                    .and_then(|id| bacaan.angka(*id).besaran())
                    .filter(|n| *n >= Decimal::TEN),
            );
        }
    }
    hasil
}
