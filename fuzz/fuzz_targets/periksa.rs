//! Any text is understood and checked without a panic, and checked twice it gives the same findings.
#![no_main]

use std::sync::LazyLock;

use document::source::read::read;
use hukum::Hukum;
use libfuzzer_sys::fuzz_target;
use periksa::{BahanDokumen, periksa_dokumen, understand};

static HUKUM: LazyLock<Hukum> = LazyLock::new(|| match Hukum::bawaan() {
    Ok(hukum) => hukum,
    Err(masalah) => panic!("{masalah:?}"),
});

// The first byte chooses the reader: what a table or a formula is differs between them.
fuzz_target!(|bytes: &[u8]| {
    let Some((pilih, isi)) = bytes.split_first() else {
        return;
    };
    let nama = ["a.txt", "a.md", "a.html"][usize::from(*pilih) % 3];
    let sumber = read(isi, nama);
    let bacaan = understand(&sumber, &HUKUM);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum: &HUKUM,
        data: None,
    };
    let sekali = periksa_dokumen(&bahan, &|_| true);
    let lagi = periksa_dokumen(&bahan, &|_| true);
    assert_eq!(format!("{:?}", sekali.0), format!("{:?}", lagi.0));
});
