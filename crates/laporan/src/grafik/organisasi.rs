//! The structure of the office.

use document::chart::{Chart, TreeNode};
use hukum::UnitKerja;

use super::Kumpulan;
use crate::Bahan;

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let satker = &bahan.masukan.satker;
    let Some(profil) = bahan
        .hukum
        .profil(&satker.profil)
        .filter(|profil| !profil.unit.is_empty())
    else {
        return;
    };
    let pohon = TreeNode {
        title: "Kepala Kantor".to_owned(),
        note: satker.kepala.nama.clone(),
        children: profil.unit.iter().map(simpul).collect(),
    };
    let nama: Vec<&str> = profil.unit.iter().map(|unit| unit.nama.as_str()).collect();
    let alt = format!(
        "Bagan organisasi {}: Kepala Kantor membawahkan {}.",
        satker.nama,
        nama.join(", ")
    );
    let judul = format!("Struktur organisasi {}", satker.nama);
    kumpulan.tambah("organisasi", judul, Chart::Tree(pohon), alt);
}

fn simpul(unit: &UnitKerja) -> TreeNode {
    TreeNode {
        title: unit.nama.clone(),
        note: String::new(),
        children: unit.anak.iter().map(simpul).collect(),
    }
}
