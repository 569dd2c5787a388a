//! Activities, awards, and the list of fakta.

use document::{Align, Cell, Row, Table};

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
        kata(format!(
            "Kegiatan penunjang kinerja Tahun {}",
            bahan.hasil.tahun
        )),
        &[
            (8, Align::Centre, "No."),
            (20, Align::Left, "Jenis"),
            (62, Align::Left, "Uraian"),
            (24, Align::Right, "Banyaknya"),
        ],
    );
    for (posisi, jumlah) in &bahan.hasil.kegiatan {
        let Some(baris) = bahan
            .masukan
            .kegiatan
            .get(*posisi)
            .filter(|baris| baris.jenis != INOVASI)
        else {
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
    let inovasi: Vec<_> = bahan
        .masukan
        .kegiatan
        .iter()
        .filter(|baris| baris.jenis == INOVASI)
        .collect();
    let kolom = [
        (8, Align::Centre, "No."),
        (70, Align::Left, "Inovasi"),
        (26, Align::Left, "Indikator yang didukung"),
    ];
    let berindikator = inovasi.iter().any(|baris| !baris.indikator.is_empty());
    let banyak = if berindikator {
        kolom.len()
    } else {
        kolom.len() - 1
    };
    let judul = kata(format!("Inovasi layanan Tahun {}", bahan.hasil.tahun));
    let mut tabel = tabel("inovasi", judul, &kolom[..banyak]);
    for (nomor, baris) in inovasi.into_iter().enumerate() {
        let mut sel = vec![
            Cell::text(format!("{}.", nomor + 1)),
            Cell::text(&baris.uraian),
            Cell::text(&baris.indikator),
        ];
        sel.truncate(banyak);
        tabel.body.push(Row::new(sel));
    }
    kumpulan.tambah("inovasi", tabel);
}

fn penghargaan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "penghargaan",
        kata(format!(
            "Penghargaan yang diterima Tahun {}",
            bahan.hasil.tahun
        )),
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

/// Provisions of law that the report uses and that a person must still confirm.
pub(crate) fn ketentuan_belum_terverifikasi(bahan: &Bahan<'_>) -> Table {
    let mut tabel = formulir(&[
        (34, Align::Left, "Kode"),
        (50, Align::Left, "Ketentuan"),
        (50, Align::Left, "Kutipan"),
    ]);
    for (kode, judul, kutipan) in &bahan.hasil.ketentuan_belum_terverifikasi {
        tabel.body.push(Row::new(vec![
            Cell::text(kode),
            Cell::text(judul),
            Cell::text(kutipan),
        ]));
    }
    tabel
}
