//! A sound package that a test may spoil.

use std::fs;
use std::path::{Path, PathBuf};

/// A copy of an example package that a test may spoil.
pub struct Rusak {
    dir: tempfile::TempDir,
}

impl Rusak {
    pub fn new(nama: &str) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        salin(&super::alat::contoh(nama), &dir.path().join("paket"));
        Self { dir }
    }

    pub fn jalur(&self, nama: &str) -> PathBuf {
        self.dir.path().join("paket").join(nama)
    }

    /// Replaces the first `lama` of a file, which must be there.
    pub fn ganti(&self, nama: &str, lama: &str, baru: &str) -> &Self {
        let isi = fs::read_to_string(self.jalur(nama)).expect("readable");
        assert!(isi.contains(lama), "{nama} holds {lama:?}");
        self.tulis(nama, isi.replacen(lama, baru, 1))
    }

    pub fn tambah(&self, nama: &str, baris: &str) -> &Self {
        let isi = fs::read_to_string(self.jalur(nama)).unwrap_or_default();
        self.tulis(nama, isi + baris)
    }

    pub fn tulis(&self, nama: &str, isi: impl AsRef<[u8]>) -> &Self {
        fs::write(self.jalur(nama), isi).expect("written");
        self
    }

    pub fn hapus(&self, nama: &str) -> &Self {
        fs::remove_file(self.jalur(nama)).expect("removed");
        self
    }

    /// All messages, as the program shows them.
    pub fn pesan(&self) -> String {
        super::alat::pesan(&self.jalur(""))
    }
}

fn salin(dari: &Path, ke: &Path) {
    fs::create_dir_all(ke).expect("made");
    for entri in fs::read_dir(dari).expect("listed").flatten() {
        let tujuan = ke.join(entri.file_name());
        if entri.path().is_dir() {
            salin(&entri.path(), &tujuan);
        } else {
            fs::copy(entri.path(), tujuan).expect("copied");
        }
    }
}
