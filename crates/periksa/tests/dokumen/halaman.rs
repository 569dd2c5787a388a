//! The pages of the rules, made from the rules themselves.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use periksa::{Cara, rules};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/periksa")
}

/// Every page by its file name.
fn halaman() -> BTreeMap<String, String> {
    let mut semua = BTreeMap::new();
    let mut daftar = String::from(
        "# Aturan pemeriksaan\n\nHalaman ini dan halaman setiap aturan dibuat dari aturannya sendiri.\n\n\
         Bobot temuan: **wajib** bila hukum atau aritmetika mengikat, **anjuran** bila sebaiknya dibetulkan, **saran** bila hanya mungkin keliru.\n",
    );
    for kelompok in rules::KELOMPOK {
        let _ = write!(daftar, "\n## {}\n\n", kelompok.judul);
        for aturan in kelompok.aturan {
            let _ = writeln!(
                daftar,
                "- [`{0}`]({0}.md) ({1}): {2}",
                aturan.nama,
                aturan.berat.sebutan(),
                aturan.judul
            );
            semua.insert(format!("{}.md", aturan.nama), satu(kelompok.judul, aturan));
        }
    }
    semua.insert("README.md".to_owned(), daftar);
    semua
}

fn satu(kelompok: &str, aturan: &periksa::Aturan) -> String {
    let mut isi = format!(
        "# `{}`\n\n{}\n\nKelompok: {kelompok}. Bobot: {}.\n",
        aturan.nama,
        aturan.judul,
        aturan.berat.sebutan()
    );
    let Cara::Dokumen { halaman, .. } = aturan.cara else {
        isi.push_str("\nAturan ini melihat data kantor dan laporan yang disusun darinya, bukan dokumen dari luar.\n");
        return isi;
    };
    let _ = write!(isi, "\n## Penjelasan\n\n{}\n\n## Dasar\n\n", halaman.uraian);
    for dasar in halaman.dasar {
        let _ = writeln!(isi, "- {dasar}");
    }
    let contoh = [
        ("Contoh yang keliru", halaman.buruk),
        ("Contoh yang benar", halaman.baik),
    ];
    for (judul, contoh) in contoh.into_iter().filter(|(_, contoh)| !contoh.is_empty()) {
        let _ = write!(isi, "\n## {judul}\n");
        for teks in contoh {
            let _ = write!(isi, "\n```text\n{}\n```\n", teks.trim_end());
        }
    }
    isi
}

/// The pages in `docs/periksa/` say what the rules say; `PERBARUI_HALAMAN=1` writes them anew.
#[test]
fn each_rule_has_a_page_that_says_what_the_rule_says() {
    let halaman = halaman();
    if std::env::var_os("PERBARUI_HALAMAN").is_some() {
        let _ = std::fs::remove_dir_all(folder());
        std::fs::create_dir_all(folder()).expect("folder");
        for (nama, isi) in &halaman {
            std::fs::write(folder().join(nama), isi).expect("halaman");
        }
    }
    let mut ada: BTreeMap<String, String> = BTreeMap::new();
    for entri in std::fs::read_dir(folder()).expect("docs/periksa") {
        let entri = entri.expect("entri");
        ada.insert(
            entri.file_name().to_string_lossy().into_owned(),
            std::fs::read_to_string(entri.path()).expect("halaman"),
        );
    }
    let beda: Vec<&String> = halaman
        .iter()
        .filter(|(nama, isi)| ada.get(*nama) != Some(isi))
        .map(|(nama, _)| nama)
        .chain(ada.keys().filter(|nama| !halaman.contains_key(*nama)))
        .collect();
    assert!(
        beda.is_empty(),
        "jalankan PERBARUI_HALAMAN=1 cargo test -p periksa --test dokumen: {beda:?}"
    );
}
