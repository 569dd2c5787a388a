//! Staff and the register of activities.

use super::konteks::{Konteks, siput};
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::HasilPegawai;

pub(super) fn compute(k: &mut Konteks) -> HasilPegawai {
    let (masukan, t) = (k.masukan, k.tahun);
    let satker = &masukan.satker;
    let orang = |ekor: String, label: String| {
        Nama::new(format!("pegawai.{t}.{ekor}"), label, Satuan::Orang, 0)
    };
    let jumlah = (!satker.jumlah_pegawai.kosong()).then(|| {
        k.fakta.masukan(
            orang("jumlah".to_owned(), format!("Jumlah pegawai tahun {t}")),
            &satker.jumlah_pegawai,
        )
    });
    let formasi = satker
        .formasi
        .iter()
        .map(|f| {
            let nama = orang(
                format!("formasi.{}", siput(&f.nama)),
                format!("Pegawai {} tahun {t}", f.nama),
            );
            (f.nama.clone(), k.fakta.masukan(nama, &f.jumlah))
        })
        .collect();
    let golongan = masukan
        .pegawai
        .iter()
        .filter(|baris| !baris.total)
        .map(|baris| {
            let g = siput(&baris.golongan);
            let sel: Vec<(bool, Kode)> = baris
                .jumlah_per_kolom
                .iter()
                .map(|(kolom, sel)| {
                    let nama = orang(
                        format!("golongan.{g}.{}", siput(kolom)),
                        format!(
                            "Pegawai golongan {} kolom {kolom} tahun {t}",
                            baris.golongan
                        ),
                    );
                    (kolom_ruang(kolom), k.fakta.masukan(nama, sel))
                })
                .collect();
            let ruang: Vec<Kode> = sel
                .iter()
                .filter(|(ruang, _)| *ruang)
                .map(|(_, kode)| kode.clone())
                .collect();
            let nama_jumlah = orang(
                format!("golongan.{g}.jumlah"),
                format!("Jumlah pegawai golongan {} tahun {t}", baris.golongan),
            );
            let jumlah = k.jumlah(nama_jumlah, &ruang);
            k.fakta.catat_tercetak(&jumlah, &baris.jumlah);
            (
                baris.golongan.clone(),
                sel.into_iter().map(|(_, kode)| kode).collect(),
                jumlah,
            )
        })
        .collect();
    HasilPegawai {
        jumlah,
        formasi,
        golongan,
    }
}

/// Whether a column counts the staff of one grade inside the rank ("A" to "E"): each person stands in one of these,
/// while the other columns count the same people again by sex or post.
#[must_use]
pub fn kolom_ruang(kolom: &str) -> bool {
    matches!(kolom, "A" | "B" | "C" | "D" | "E")
}

pub(super) fn compute_kegiatan(k: &mut Konteks) -> Vec<(usize, Kode)> {
    let (masukan, t) = (k.masukan, k.tahun);
    masukan
        .kegiatan
        .iter()
        .enumerate()
        .filter(|(_, baris)| !baris.satuan.is_empty())
        .map(|(i, baris)| {
            let nama = Nama::new(
                format!("kegiatan.{t}.{:02}", i + 1),
                format!("{} tahun {t}", baris.uraian),
                Satuan::from_kata(&baris.satuan),
                0,
            );
            (i, k.fakta.masukan(nama, &baris.jumlah))
        })
        .collect()
}
