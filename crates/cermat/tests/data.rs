//! The database through the program: in, out, backup, audit.

mod umum;

use umum::{akar, cermat};

/// Runs a command that must succeed, and gives what it said.
fn berhasil(argumen: &[&str]) -> String {
    let hasil = cermat(argumen);
    let teks = [hasil.stdout, hasil.stderr].concat();
    let teks = String::from_utf8_lossy(&teks).into_owned();
    assert!(hasil.status.success(), "{argumen:?}: {teks}");
    teks
}

#[test]
fn a_year_goes_into_the_database_and_comes_out_again_also_from_a_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let di = |nama: &str| folder.path().join(nama).display().to_string();
    let (data, cadangan, lain, keluar) = (di("data"), di("cadangan.zip"), di("lain"), di("keluar"));
    let contoh = "contoh/kanim-samarinda-2023";
    berhasil(&["impor", contoh, "--data", &data]);
    assert!(berhasil(&["impor", contoh, "--data", &data]).contains("0 sel tersimpan"));
    let dibuat = berhasil(&["cadangkan", &cadangan, "--data", &data]);
    let ujung = dibuat
        .rsplit("Ujung audit: ")
        .next()
        .expect("a hash")
        .trim()
        .to_owned();
    berhasil(&["pulihkan", &cadangan, "--data", &lain]);
    berhasil(&["audit", "periksa", "--sidik", &ujung, "--data", &lain]);
    berhasil(&["ekspor", &keluar, "--data", &lain]);
    let asli = paket::read_mentah(&akar().join(contoh)).expect("reads");
    let kembali = paket::read_mentah(keluar.as_ref()).expect("reads");
    assert_eq!(asli, kembali);
    // A hash that was never on the chain, and a place that is taken.
    assert_eq!(
        cermat(&["audit", "periksa", "--sidik", "00", "--data", &lain])
            .status
            .code(),
        Some(4)
    );
    assert_eq!(
        cermat(&["pulihkan", &cadangan, "--data", &lain])
            .status
            .code(),
        Some(4)
    );
}

#[test]
fn without_a_database_nothing_is_made_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let hasil = cermat(&["audit", "periksa", "--data", &data.display().to_string()]);
    assert_eq!(hasil.status.code(), Some(2));
    assert!(!data.exists());
}
