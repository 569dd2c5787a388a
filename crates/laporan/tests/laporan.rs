//! What a report says of the real figures, and of figures that are missing.

mod umum;

use std::collections::BTreeSet;

use document::{Block, Inline, Numbers, plain_text, walk};
use kinerja::masukan::{IsiSel, Sel};
use laporan::{fakta_json, rumpang};
use umum::{Contoh, teks};

#[test]
fn the_report_has_every_chapter_of_the_outline_in_order() {
    let dokumen = Contoh::samarinda().draf();
    let mut bab = Vec::new();
    walk(&dokumen.blocks, &mut |blok| {
        if let Block::Heading(kepala) = blok
            && kepala.level == 1
        {
            let nomor = kepala.number.clone().unwrap_or_default();
            bab.push(
                format!("{nomor} {}", plain_text(&kepala.content))
                    .trim()
                    .to_owned(),
            );
        }
    });
    let harapan = [
        "KATA PENGANTAR",
        "DAFTAR ISI",
        "DAFTAR TABEL",
        "DAFTAR GAMBAR",
        "RINGKASAN EKSEKUTIF",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN I PERJANJIAN KINERJA TAHUN 2023",
        "LAMPIRAN II PERJANJIAN KINERJA TAHUN 2024",
        "LAMPIRAN III PENGHARGAAN",
        "LAMPIRAN IV DAFTAR FAKTA DAN ASALNYA",
        "LAMPIRAN V CATATAN DRAF",
    ];
    assert_eq!(bab, harapan);
}

#[test]
fn sentences_about_the_real_year_say_what_the_figures_say() {
    let teks = teks(&Contoh::samarinda().draf());
    for kalimat in [
        "Realisasi sebesar 3,93 indeks melampaui target, dengan capaian 120,92%.",
        "menunjukkan penurunan sebesar 0,05 indeks",
        "terpenuhi pada seluruh bulan",
    ] {
        assert!(teks.contains(kalimat), "{kalimat}");
    }
}

#[test]
fn an_indicator_below_its_target_is_said_to_fall_short() {
    let contoh = Contoh::samarinda().ubah(|masukan| {
        let baris = masukan
            .indikator
            .iter_mut()
            .find(|baris| baris.kode == "IKM" && baris.tahun == 2023);
        let target = &mut baris.expect("the row is there").target;
        target.isi = IsiSel::Angka(4.into());
        target.teks = "4".to_owned();
    });
    let teks = teks(&contoh.draf());
    assert!(teks.contains("Realisasi sebesar 3,93 indeks belum mencapai target"));
    assert!(!teks.contains("Realisasi sebesar 3,93 indeks melampaui target"));
}

#[test]
fn a_missing_value_is_a_gap_with_its_reason_and_never_a_zero() {
    let contoh = Contoh::samarinda().ubah(|masukan| {
        for baris in masukan
            .indikator
            .iter_mut()
            .filter(|baris| baris.kode == "IKM" && baris.tahun == 2023)
        {
            baris.target = Sel {
                tempat: baris.target.tempat.clone(),
                ..Sel::default()
            };
        }
    });
    let dokumen = contoh.draf();
    let rumpang = rumpang(&dokumen);
    let sebab: Vec<_> = rumpang
        .iter()
        .filter(|r| r.sebab.contains("Target IKM tahun 2023"))
        .collect();
    let [satu] = sebab.as_slice() else {
        panic!("one cause is listed once: {sebab:?}");
    };
    assert!(
        satu.sebab
            .contains("belum diisi pada indikator_tahunan.csv")
    );
    assert!(teks(&dokumen).contains(
        "sedangkan targetnya belum tersedia. Karena itu capaiannya belum dapat dihitung."
    ));
    assert!(!teks(&dokumen).contains("capaian 0"));
}

#[test]
fn text_of_the_office_is_never_executed_or_read_as_markup() {
    let jahat = "Kantor {{ 7 }} **tebal** <b>x</b> {% if %} | _miring_";
    let contoh = Contoh::samarinda().ubah(|masukan| {
        masukan.satker.nama = jahat.to_owned();
        masukan.narasi.insert(
            "ikm.analisis".to_owned(),
            format!("Awal {{% set x %}} {{{{ satker.nama }}}} <script>{jahat}"),
        );
    });
    let teks = teks(&contoh.draf());
    assert!(teks.contains(&format!("Laporan Kinerja {jahat} Tahun 2023")));
    assert!(teks.contains("Awal {% set x %} {{ satker.nama }} <script>"));
}

#[test]
fn a_narrative_may_quote_a_fakta_by_its_code() {
    let contoh = Contoh::samarinda().ubah(|masukan| {
        masukan.narasi.insert(
            "ikm.analisis".to_owned(),
            "Nilai {{ f(\"ikm.2023.realisasi\") }} dan {{ f(\"tak.ada\") }}.".to_owned(),
        );
    });
    let dokumen = contoh.draf();
    assert!(teks(&dokumen).contains("Nilai 3,93 indeks dan belum tersedia."));
    assert!(
        rumpang(&dokumen)
            .iter()
            .any(|r| r.sebab.contains("tak.ada"))
    );
}

#[test]
fn every_captioned_table_and_figure_has_an_anchor_of_its_own() {
    let dokumen = Contoh::samarinda().draf();
    let mut jangkar = BTreeSet::new();
    walk(&dokumen.blocks, &mut |blok| {
        let milik = match blok {
            Block::Table(tabel) if tabel.caption.is_some() => &tabel.anchor,
            Block::Figure(gambar) => {
                assert!(!gambar.alt.is_empty());
                &gambar.anchor
            }
            _ => return,
        };
        let milik = milik.clone().expect("it has an anchor");
        assert!(jangkar.insert(milik.clone()), "{milik} is there twice");
    });
    let nomor = Numbers::of(&dokumen);
    assert_eq!(jangkar.len(), nomor.tables.len() + nomor.figures.len());
}

#[test]
fn every_table_row_fills_its_columns() {
    for contoh in [Contoh::samarinda(), Contoh::baca("kantor-contoh")] {
        walk(&contoh.draf().blocks, &mut |blok| {
            let Block::Table(tabel) = blok else {
                return;
            };
            for baris in [&tabel.head, &tabel.body] {
                let mut turun: Vec<(usize, usize)> = Vec::new();
                for baris in baris {
                    let dari_atas: usize = turun.iter().map(|(lebar, _)| lebar).sum();
                    let lebar: usize = baris.cells.iter().map(|sel| usize::from(sel.colspan)).sum();
                    assert_eq!(lebar + dari_atas, tabel.columns.len(), "{:?}", tabel.anchor);
                    turun.iter_mut().for_each(|(_, sisa)| *sisa -= 1);
                    turun.retain(|(_, sisa)| *sisa > 0);
                    turun.extend(
                        baris
                            .cells
                            .iter()
                            .filter(|sel| sel.rowspan > 1)
                            .map(|sel| (usize::from(sel.colspan), usize::from(sel.rowspan) - 1)),
                    );
                }
            }
        });
    }
}

#[test]
fn every_value_has_a_note_and_every_note_a_fakta() {
    let contoh = Contoh::samarinda();
    let dokumen = contoh.draf();
    let mut kunci = 0;
    walk(&dokumen.blocks, &mut |blok| {
        if let Block::Paragraph(paragraf) = blok {
            for isi in &paragraf.content {
                if let Inline::Value { key, .. } = isi {
                    kunci += 1;
                    assert!(dokumen.notes.contains_key(key), "{key}");
                }
            }
        }
    });
    assert!(kunci > 50);
    for (kunci, catatan) in &dokumen.notes {
        assert!(contoh.hasil.fakta.get(kunci).is_some(), "{kunci}");
        assert!(
            !catatan.steps.is_empty() && catatan.steps.len() <= 25,
            "{kunci}"
        );
    }
}

#[test]
fn a_note_leads_from_the_value_to_the_cells() {
    let dokumen = Contoh::samarinda().draf();
    let langkah: Vec<&str> = dokumen.notes["ikm.2023.capaian"]
        .steps
        .iter()
        .map(|l| l.text.as_str())
        .collect();
    assert_eq!(langkah[0], "Capaian IKM tahun 2023 = 120,92%");
    assert!(
        langkah
            .iter()
            .any(|l| l.starts_with("= 3,93 / 3,25 × 100%")),
        "{langkah:?}"
    );
    assert!(
        langkah
            .iter()
            .any(|l| l.contains("indikator_tahunan.csv baris")),
        "{langkah:?}"
    );
}

#[test]
fn every_fakta_travels_in_the_data_file_with_its_origin() {
    let contoh = Contoh::samarinda();
    let data = fakta_json(&contoh.masukan.satker.nama, &contoh.hasil);
    let skema: serde_json::Value =
        serde_json::from_str(include_str!("../../../docs/fakta.schema.json"))
            .expect("the schema reads");
    let wajib = skema["$defs"]["fakta"]["required"]
        .as_array()
        .expect("the schema names its keys");
    let bentuk = skema["$defs"]["asal"]["oneOf"]
        .as_array()
        .expect("the schema names the origins");
    let fakta = data["fakta"].as_array().expect("there are fakta");
    assert_eq!(fakta.len(), contoh.hasil.fakta.len());
    for satu in fakta {
        let isi = satu.as_object().expect("a fakta is an object");
        assert_eq!(isi.len(), wajib.len());
        assert!(
            wajib
                .iter()
                .all(|kunci| isi.contains_key(kunci.as_str().unwrap_or_default()))
        );
        assert_eq!(
            satu["nilai"].is_null(),
            satu["alasan"]
                .as_str()
                .is_some_and(|alasan| !alasan.is_empty()),
            "{}",
            satu["kode"]
        );
        let asal = satu["asal"].as_object().expect("the origin is an object");
        let cocok = bentuk
            .iter()
            .find(|b| b["properties"]["jenis"]["const"] == asal["jenis"])
            .expect("the origin is known");
        let kunci = cocok["required"]
            .as_array()
            .expect("the origin names its keys");
        assert!(
            kunci.len() == asal.len()
                && kunci
                    .iter()
                    .all(|k| asal.contains_key(k.as_str().unwrap_or_default()))
        );
    }
    let capaian = fakta
        .iter()
        .find(|f| f["kode"] == "ikm.2023.capaian")
        .expect("it is there");
    assert_eq!(capaian["nilai"], "120.92");
    assert_eq!(
        capaian["asal"]["operan"],
        serde_json::json!(["ikm.2023.realisasi", "ikm.2023.target"])
    );
}

#[test]
fn a_final_report_bears_no_mark_of_a_draft() {
    let contoh = Contoh::baca("kantor-contoh");
    let naskah = laporan::Naskah::bawaan();
    let bahan = laporan::Bahan {
        masukan: &contoh.masukan,
        hasil: &contoh.hasil,
        hukum: &contoh.hukum,
        naskah: &naskah,
    };
    let dokumen = laporan::susun(&bahan, laporan::Terbitan::Akhir).expect("it composes");
    assert_eq!(dokumen.meta.watermark, None);
    assert!(!teks(&dokumen).contains("CATATAN DRAF"));
    assert!(dokumen.meta.running_foot.contains("Contoh rekaan"));
    assert_eq!(rumpang(&dokumen), []);
}

#[test]
fn a_month_below_the_minimum_of_respondents_is_named() {
    let contoh = Contoh::samarinda().ubah(|masukan| {
        let survei = masukan
            .survei
            .iter_mut()
            .find(|survei| survei.instrumen == "spkp-8");
        let april = survei
            .and_then(|survei| survei.responden.get_mut(3))
            .expect("April is there");
        april.isi = IsiSel::Angka(20.into());
        april.teks = "20".to_owned();
    });
    let teks = teks(&contoh.draf());
    assert!(teks.contains("belum terpenuhi pada 1 (satu) bulan, yaitu April."));
    assert!(!teks.contains("terpenuhi pada seluruh bulan"));
}

#[test]
fn recommendations_start_with_the_part_that_lies_lowest() {
    let teks = teks(&Contoh::samarinda().draf());
    let urutan = [
        "Informasi, dengan nilai 3,9214, lebih rendah 0,0119 daripada indeks;",
        "Sarana/Prasarana, dengan nilai 3,9237",
    ];
    let letak: Vec<usize> = urutan
        .iter()
        .map(|kalimat| teks.find(kalimat).expect(kalimat))
        .collect();
    assert!(letak.is_sorted());
}
