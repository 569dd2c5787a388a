//! The terms.

use toml::Table;

use super::Masalahan;
use super::teks;
use crate::Istilah;

pub(super) fn istilah(berkas: &str, tabel: Table, masalah: &mut Masalahan) -> Vec<Istilah> {
    let istilah: Vec<Istilah> = teks::banyak(berkas, "istilah", "kata", tabel, masalah);
    for i in &istilah {
        for (bidang, teks) in [
            ("kata", &i.kata),
            ("arti", &i.arti),
            ("dasar", &i.dasar),
            ("inggris", &i.inggris),
        ] {
            if teks.trim().is_empty() {
                masalah.catat(berkas, format!("istilah \"{}\": `{bidang}` kosong", i.kata));
            }
        }
    }
    istilah
}
