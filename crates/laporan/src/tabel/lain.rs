//! Activities, awards, and the list of fakta.

use document::{Align, Cell, Inline, Row, Table};
use kinerja::{Asal, Fakta};

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{formulir, kapital_awal, kata, tabel};
use crate::nilai::{Bentuk, tanggal};

/// Kind of entry in the register that has a section of its own.
const INOVASI: &str = "inovasi";

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    kegiatan(bahan, kumpulan);
    inovasi(bahan, kumpulan);
    penghargaan(bahan, kumpulan);
}

fn kegiatan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "kegiatan",
        kata(format!("Kegiatan penunjang kinerja Tahun {}", bahan.hasil.tahun)),
        &[
            (8, Align::Centre, "No."),
            (20, Align::Left, "Jenis"),
            (62, Align::Left, "Uraian"),
            (24, Align::Right, "Banyaknya"),
        ],
    );
    for (posisi, jumlah) in &bahan.hasil.kegiatan {
        let Some(baris) = bahan.masukan.kegiatan.get(*posisi).filter(|baris| baris.jenis != INOVASI) else {
            continue;
        };
        let banyaknya = if baris.satuan.is_empty() {
            Cell::text("")
        } else {
            Cell::new(vec![bahan.inline(jumlah, Bentuk::Bersatuan)])
        };
        tabel.body.push(Row::new(vec![
            Cell::text(format!("{}.", tabel.body.len() + 1)),
            Cell::text(kapital_awal(&baris.jenis)),
            Cell::text(&baris.uraian),
            banyaknya,
        ]));
    }
    kumpulan.tambah("kegiatan", tabel);
}

fn inovasi(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "inovasi",
        kata(format!("Inovasi layanan Tahun {}", bahan.hasil.tahun)),
        &[
            (8, Align::Centre, "No."),
            (70, Align::Left, "Inovasi"),
            (26, Align::Left, "Indikator yang didukung"),
        ],
    );
    for baris in bahan.masukan.kegiatan.iter().filter(|baris| baris.jenis == INOVASI) {
        tabel.body.push(Row::new(vec![
            Cell::text(format!("{}.", tabel.body.len() + 1)),
            Cell::text(&baris.uraian),
            Cell::text(&baris.indikator),
        ]));
    }
    kumpulan.tambah("inovasi", tabel);
}

fn penghargaan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "penghargaan",
        kata(format!("Penghargaan yang diterima Tahun {}", bahan.hasil.tahun)),
        &[
            (8, Align::Centre, "No."),
            (46, Align::Left, "Penghargaan"),
            (34, Align::Left, "Pemberi"),
            (26, Align::Left, "Tanggal"),
        ],
    );
    for baris in &bahan.masukan.penghargaan {
        tabel.body.push(Row::new(vec![
            Cell::text(format!("{}.", tabel.body.len() + 1)),
            Cell::text(&baris.nama),
            Cell::text(&baris.pemberi),
            Cell::text(baris.tanggal.map(tanggal).unwrap_or_default()),
        ]));
    }
    kumpulan.tambah("penghargaan", tabel);
}

/// Every fakta among `kode`: code, words, value, origin.
pub(crate) fn daftar_fakta<'a>(bahan: &Bahan<'_>, kode: impl Iterator<Item = &'a str>) -> Table {
    let mut tabel = formulir(&[
        (31, Align::Left, "Kode"),
        (38, Align::Left, "Uraian"),
        (24, Align::Right, "Nilai"),
        (40, Align::Left, "Asal"),
    ]);
    for fakta in kode.filter_map(|kode| bahan.fakta(kode)) {
        tabel.body.push(Row::new(vec![
            Cell::text(fakta.kode.to_string()),
            Cell::text(&fakta.label),
            Cell::new(vec![bahan.inline(&fakta.kode, Bentuk::Bersatuan)]),
            Cell::new(vec![Inline::text(asal(fakta))]),
        ]));
    }
    tabel
}

fn asal(fakta: &Fakta) -> String {
    match &fakta.asal {
        Asal::Masukan { tempat, .. } => tempat.to_string(),
        Asal::Koreksi { tempat, .. } => format!("{tempat}, dikoreksi"),
        Asal::Ketentuan { kutipan, .. } => kutipan.clone(),
        Asal::Hitungan(hitungan) => format!("dihitung: {}", hitungan.rumus.nama),
    }
}

/// Provisions of law that the report uses and that a person must still confirm.
pub(crate) fn ketentuan_belum_terverifikasi(bahan: &Bahan<'_>) -> Table {
    let mut tabel = formulir(&[
        (34, Align::Left, "Kode"),
        (50, Align::Left, "Ketentuan"),
        (50, Align::Left, "Kutipan"),
    ]);
    for (kode, judul, kutipan) in &bahan.hasil.ketentuan_belum_terverifikasi {
        tabel.body.push(Row::new(vec![Cell::text(kode), Cell::text(judul), Cell::text(kutipan)]));
    }
    tabel
}
