//! Activities, awards, and the list of fakta.

use document::{Align, Cell, Row, Table};
use kinerja::Kode;
use kinerja::masukan::BarisKegiatan;

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
    let tahun = bahan.hasil.tahun;
    let judul = format!("Kegiatan penunjang kinerja Tahun {tahun}");
    let bertaut = baris_kegiatan(bahan).any(|(baris, _)| !baris.indikator.is_empty());
    let semua = tabel_kegiatan(bahan, "kegiatan", judul, bertaut, |_| true);
    kumpulan.tambah("kegiatan", semua);
    for indikator in &bahan.hasil.indikator {
        let kode = &indikator.profil.kode;
        let nama = format!("{}.kegiatan", indikator.awalan);
        let judul = format!("Kegiatan yang menunjang {kode}, Tahun {tahun}");
        let milik = tabel_kegiatan(bahan, &nama, judul, false, |baris| baris.indikator == *kode);
        kumpulan.tambah(nama, milik);
    }
}

/// The register without its innovations, each entry with the code of its count.
fn baris_kegiatan<'a>(bahan: &'a Bahan<'_>) -> impl Iterator<Item = (&'a BarisKegiatan, &'a Kode)> {
    let semua = bahan.hasil.kegiatan.iter();
    semua
        .filter_map(|(posisi, jumlah)| Some((bahan.masukan.kegiatan.get(*posisi)?, jumlah)))
        .filter(|(baris, _)| baris.jenis != INOVASI)
}

fn tabel_kegiatan(
    bahan: &Bahan<'_>,
    nama: &str,
    judul: String,
    bertaut: bool,
    pilih: impl Fn(&BarisKegiatan) -> bool,
) -> Table {
    let kolom = [
        (8, Align::Centre, "No."),
        (20, Align::Left, "Jenis"),
        (60, Align::Left, "Uraian"),
        (26, Align::Right, "Banyaknya"),
        (18, Align::Centre, "Indikator"),
    ];
    let banyak = kolom.len() - usize::from(!bertaut);
    let mut tabel = tabel(nama, kata(judul), &kolom[..banyak]);
    for (baris, jumlah) in baris_kegiatan(bahan).filter(|(baris, _)| pilih(baris)) {
        let banyaknya = if baris.satuan.is_empty() {
            Cell::text("")
        } else {
            Cell::new(vec![bahan.inline(jumlah, Bentuk::Bersatuan)])
        };
        let mut sel = vec![
            Cell::text(format!("{}.", tabel.body.len() + 1)),
            Cell::text(kapital_awal(&baris.jenis)),
            Cell::text(&baris.uraian),
            banyaknya,
            Cell::text(&baris.indikator),
        ];
        sel.truncate(banyak);
        tabel.body.push(Row::new(sel));
    }
    tabel
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

/// Provisions of law that the report uses and that a person must still confirm; or advice that is no regulation.
pub(crate) fn ketentuan_belum_terverifikasi(bahan: &Bahan<'_>, peraturan: bool) -> Table {
    let mut tabel = formulir(&[
        (34, Align::Left, "Kode"),
        (
            50,
            Align::Left,
            if peraturan { "Ketentuan" } else { "Saran" },
        ),
        (50, Align::Left, "Kutipan"),
    ]);
    for (kode, judul, kutipan) in &bahan.hasil.ketentuan_belum_terverifikasi {
        if berdasar_peraturan(bahan, kode) != peraturan {
            continue;
        }
        tabel.body.push(Row::new(vec![
            Cell::text(kode),
            Cell::text(judul),
            Cell::text(kutipan),
        ]));
    }
    tabel
}

/// Whether a provision stands in a regulation, not in a guideline or a suggestion.
fn berdasar_peraturan(bahan: &Bahan<'_>, kode: &str) -> bool {
    let hukum = bahan.hukum;
    let ketentuan = hukum.ketentuan(kode, bahan.hasil.tahun).ok();
    ketentuan
        .and_then(|ketentuan| hukum.regulasi(&ketentuan.regulasi))
        .is_none_or(|regulasi| regulasi.landasan)
}
