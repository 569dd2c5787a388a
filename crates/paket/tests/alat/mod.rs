//! What the tests of bad packages share: the example packages, and the messages as one text.

use std::path::{Path, PathBuf};

use hukum::Hukum;
use paket::Kesalahan;

/// Folder of an example package.
pub fn contoh(nama: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../contoh")
        .join(nama)
}

/// All messages that reading `path` gives.
pub fn pesan(path: &Path) -> String {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    let salah = paket::read(path, &hukum).expect_err("a bad package is refused");
    tulis(&salah, path)
}

/// Messages as text, without the folder of this run.
pub fn tulis(salah: &[Kesalahan], path: &Path) -> String {
    let semua: String = salah.iter().map(|salah| format!("{salah}\n\n")).collect();
    let induk = path.ancestors().nth(1).unwrap_or(path);
    semua
        .replace(&format!("{}/", induk.display()), "")
        .trim_end()
        .to_owned()
}

/// Compares with `tests/errors/NAMA.snap`.
pub fn cocok(nama: &str, pesan: &str) {
    insta::with_settings!({ snapshot_path => "../errors", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(nama, pesan);
    });
}
