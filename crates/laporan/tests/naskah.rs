//! What the words of the report may and may not do.

mod umum;

use laporan::Naskah;
use umum::{Contoh, teks};

/// The text of a template outside its instructions.
fn di_luar_perintah(isi: &str) -> String {
    let mut sisa = isi;
    let mut luar = String::new();
    while let Some(mulai) = sisa.find("{{").into_iter().chain(sisa.find("{%")).min() {
        luar.push_str(&sisa[..mulai]);
        let tutup = if sisa[mulai..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        let Some(akhir) = sisa[mulai..].find(tutup) else {
            return luar;
        };
        sisa = &sisa[mulai + akhir + tutup.len()..];
    }
    luar.push_str(sisa);
    luar
}

#[test]
fn no_template_holds_a_digit() {
    for (nama, isi) in Naskah::bawaan().iter() {
        let luar = di_luar_perintah(isi);
        let baris = luar
            .lines()
            .find(|baris| baris.chars().any(|c| c.is_ascii_digit()));
        assert_eq!(baris, None, "{nama} holds a digit");
    }
}

fn galat(berkas: &str, isi: &str) -> laporan::GalatNaskah {
    let naskah = Naskah::dari_folder([(berkas, isi)]);
    Contoh::samarinda()
        .susun(&naskah)
        .expect_err("the template is refused")
}

#[test]
fn a_template_cannot_compute() {
    for hitungan in [
        "rangkuman.rata_capaian + rangkuman.rata_capaian",
        "anggaran.pagu - anggaran.realisasi",
        "anggaran.pagu * \"a\"",
    ] {
        let galat = galat(
            "40-penutup.md",
            &format!("# PENUTUP\n\n{{{{ {hitungan} }}}}\n"),
        );
        assert_eq!(galat.tempat, "naskah/40-penutup.md baris 3", "{hitungan}");
        assert!(galat.cuplikan.contains(hitungan), "{}", galat.cuplikan);
    }
}

#[test]
fn a_number_typed_as_an_instruction_is_refused() {
    let galat = galat("40-penutup.md", "# PENUTUP\n\nNilainya {{ 42 }}.\n");
    assert!(galat.apa.contains("tidak dapat dicetak"), "{galat}");
}

#[test]
fn an_unknown_name_is_reported_with_file_and_line() {
    for isi in [
        "{{ rangkuman.rata_capian }}",
        "{{ f(\"ikm.1999.realisasi\") }}",
        "{{ tablel(\"pnbp\") }}",
        "{{ tahun|terbalik }}",
    ] {
        let galat = galat(
            "03-ringkasan-eksekutif.md",
            &format!("# RINGKASAN\n\nKalimat.\n\n{isi}\n"),
        );
        assert_eq!(
            galat.tempat, "naskah/03-ringkasan-eksekutif.md baris 5",
            "{isi}"
        );
        assert_eq!(galat.cuplikan, isi);
        assert!(!galat.perbaikan.is_empty());
    }
}

#[test]
fn a_reference_to_a_table_that_is_not_printed_is_refused() {
    let galat = galat(
        "40-penutup.md",
        "# PENUTUP\n\nLihat {{ lihat_tabel(\"sasaran.hilang\") }}.\n",
    );
    assert!(galat.apa.contains("sasaran.hilang"), "{galat}");
}

#[test]
fn a_table_inside_a_sentence_is_refused() {
    let galat = galat(
        "40-penutup.md",
        "# PENUTUP\n\nTabel {{ tabel(\"pnbp\") }} di tengah kalimat.\n",
    );
    assert_eq!(galat.tempat, "naskah/40-penutup.md baris 3");
}

#[test]
fn an_office_replaces_a_template_by_its_file_name() {
    let naskah = Naskah::dari_folder([(
        "01-kata-pengantar.md",
        "# PRAKATA\n\nKata-kata {{ satker.nama }} sendiri.\n",
    )]);
    let dokumen = Contoh::samarinda().susun(&naskah).expect("it composes");
    let teks = teks(&dokumen);
    assert!(teks.contains("Kata-kata Kantor Imigrasi Kelas I TPI Samarinda sendiri."));
    assert!(!teks.contains("KATA PENGANTAR"));
}

#[test]
fn every_example_of_the_guide_composes() {
    let panduan = include_str!("../../../docs/naskah.md");
    let contoh: Vec<&str> = panduan
        .split("```jinja\n")
        .skip(1)
        .filter_map(|sisa| sisa.split("```").next())
        .collect();
    assert_eq!(contoh.len(), 3);
    let naskah = Naskah::dari_folder([(
        "40-penutup.md",
        format!("# PENUTUP\n\n{}", contoh.join("\n")),
    )]);
    let teks = teks(
        &Contoh::samarinda()
            .susun(&naskah)
            .expect("the examples compose"),
    );
    for kalimat in [
        "Anggaran terserap 97,29% dari pagu Rp10.979.506.000.",
        "Sebanyak 3 (tiga) indikator diukur.",
    ] {
        assert!(teks.contains(kalimat), "{kalimat}");
    }
}

#[test]
fn the_guide_names_every_filter_that_a_message_offers() {
    let panduan = include_str!("../../../docs/naskah.md");
    let galat = galat("40-penutup.md", "# PENUTUP\n\n{{ tahun|terbalik }}\n");
    let penapis = galat
        .perbaikan
        .split_once(": ")
        .expect("the message lists them")
        .1;
    for nama in penapis.split(", ") {
        assert!(panduan.contains(&format!("`{nama}`")), "{nama}");
    }
}

#[test]
fn a_file_that_no_section_uses_is_not_passed_over() {
    let galat = galat("40-penutupp.md", "# PENUTUP\n");
    assert!(
        galat.tempat.contains("40-penutupp.md") && galat.perbaikan.contains("40-penutup.md"),
        "{galat}"
    );
}
