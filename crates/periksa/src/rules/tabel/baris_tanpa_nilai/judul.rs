//! What headings and names of rows say of a cell: that it holds figures, or may be blank.

use crate::bacaan::{Bacaan, Baris, JenisBaris, JenisKolom, Kolom, Peran, Tabel};
use crate::rules::tabel::alat;
use crate::understand::kosakata::normal;

/// Whether a row that looks like a title is one of the numbered rows: the numbers go on over it, or a sum follows.
pub(super) fn berurutan(bacaan: &Bacaan, tabel: &Tabel, baris: &Baris) -> bool {
    if baris.jenis != JenisBaris::Kelompok {
        return false;
    }
    let Some(k) = tabel
        .kolom
        .iter()
        .position(|k| k.jenis == JenisKolom::Nomor)
    else {
        return false;
    };
    let nomor = |baris: &Baris| -> Option<u32> {
        alat::teks(bacaan, tabel, baris.row, k)
            .trim_end_matches(['.', ')'])
            .parse()
            .ok()
    };
    let di = tabel.baris.partition_point(|b| b.row < baris.row);
    let sebelum = di.checked_sub(1).and_then(|i| tabel.baris.get(i));
    let (Some(ini), Some(sesudah)) = (nomor(baris), tabel.baris.get(di + 1)) else {
        return false;
    };
    let naik = sebelum
        .filter(|b| b.jenis == JenisBaris::Isi)
        .map_or(ini == 1, |b| {
            nomor(b).and_then(|n| n.checked_add(1)) == Some(ini)
        });
    let lanjut = sesudah.jenis == JenisBaris::Total
        || bernama_jumlah(sesudah)
        || sesudah.jenis == JenisBaris::Isi && nomor(sesudah) == ini.checked_add(1);
    naik && lanjut
}

/// Whether the name of a row says that it is a sum.
pub(super) fn bernama_jumlah(baris: &Baris) -> bool {
    matches!(
        normal(&baris.label).as_str(),
        "jumlah" | "total" | "jumlah total" | "total jumlah" | "grand total" | "jumlah seluruhnya"
    )
}

/// Words of a heading.
fn ada_kata(kolom: &Kolom, cocok: &[&str]) -> bool {
    kolom
        .jalur
        .iter()
        .any(|teks| normal(teks).split(' ').any(|kata| cocok.contains(&kata)))
}

/// Whether a heading alone says that figures stand below.
pub(super) fn berjudul_angka(kolom: &Kolom) -> bool {
    kolom.jenis != JenisKolom::Nomor
        && ada_kata(
            kolom,
            &[
                "target",
                "realisasi",
                "capaian",
                "selisih",
                "nilai",
                "pagu",
                "anggaran",
                "jumlah",
                "banyaknya",
                "volume",
                "persentase",
            ],
        )
}

/// Whether a figure of the column may stand for several rows together.
pub(super) fn berkumpul(kolom: &Kolom) -> bool {
    ada_kata(kolom, &["rata", "rerata", "keterangan", "ket"])
}

/// Whether a column holds prices or measures of one, which nobody sums.
pub(super) fn satuan(kolom: &Kolom) -> bool {
    ada_kata(
        kolom,
        &["satuan", "harga", "tarif", "rata", "rerata", "indeks"],
    )
}

/// Whether a column compares with the row above, so that the first row has nothing in it.
pub(super) fn menurut_sebelumnya(tabel: &Tabel, baris: &Baris, k: usize) -> bool {
    const KALA: &[&str] = &[
        "tahun", "semester", "triwulan", "tw", "bulan", "minggu", "pekan", "hari", "tahap",
        "periode",
    ];
    let Some(kolom) = tabel.kolom.get(k) else {
        return false;
    };
    let berkala = baris.tahun.is_some()
        || baris.bulan.is_some()
        || normal(&baris.label)
            .split(' ')
            .any(|kata| KALA.contains(&kata) || kata.starts_with(|c: char| c.is_ascii_digit()));
    // A difference lies between columns, where the rows are no times.
    if ada_kata(kolom, &["selisih"]) {
        return berkala;
    }
    kolom.peran == Some(Peran::Perubahan)
        || ada_kata(
            kolom,
            &[
                "perubahan",
                "kenaikan",
                "penurunan",
                "pertumbuhan",
                "naik",
                "turun",
                "tren",
                "laju",
            ],
        )
}

pub(super) fn berbobot(kolom: &Kolom) -> bool {
    kolom.peran == Some(Peran::Bobot) || ada_kata(kolom, &["bobot"])
}

/// Whether a row among weights rightly has none: it is taken off or added, or is the result of a group.
pub(super) fn tanpa_bobot(baris: &Baris) -> bool {
    let rapi = normal(&baris.label);
    let penyesuai = rapi.split(' ').take(2).any(|kata| {
        matches!(
            kata,
            "pengurang"
                | "pengurangan"
                | "potongan"
                | "dispensasi"
                | "penyesuaian"
                | "koreksi"
                | "penalti"
                | "penambah"
                | "tambahan"
                | "bonus"
        )
    });
    penyesuai
        || ["nilai ", "indeks ", "skor ", "hasil ", "rata rata "]
            .iter()
            .any(|awal| rapi.starts_with(awal))
}
