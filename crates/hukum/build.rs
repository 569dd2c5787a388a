//! Rebuilds the crate when a data file is added or removed: embedding alone notices only changed files.

fn main() {
    for folder in ["regulasi", "kamus", "profil", "contoh/kasus"] {
        println!("cargo::rerun-if-changed=../../{folder}");
    }
}
