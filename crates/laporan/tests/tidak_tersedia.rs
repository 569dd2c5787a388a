//! Every sentence reads well when a value is missing, and tells the reason when the office declares one.

mod umum;

use document::{Block, plain_text, walk};
use kinerja::masukan::{IsiSel, Masukan, Sel};
use umum::Contoh;

const ALASAN: &str = "pencatatan baru dimulai sesudah laporan ini";

/// Words after which only a value makes sense.
const MENANTI_NILAI: &[&str] = &[
    "sebesar",
    "adalah",
    "dari",
    "mencapai",
    "kategori",
    "atau",
    "dengan",
    "menjadi",
    "atas",
    "diperoleh",
    "oleh",
    "nilai",
    "daripada",
    "berjumlah",
    "dengan capaian",
    "dan capaian",
    "populasi",
    "naik",
    "turun",
    "bertambah",
    "berkurang",
];

type Pilih = fn(&mut Masukan) -> Vec<&mut Sel>;

fn indikator(
    masukan: &mut Masukan,
    tahun: i16,
) -> impl Iterator<Item = &mut kinerja::masukan::BarisIndikator> {
    masukan
        .indikator
        .iter_mut()
        .filter(move |baris| baris.tahun == tahun)
}

/// Cells that a sentence of the report rests on, by what they are.
const SEL: &[(&str, Pilih)] = &[
    ("target", |m| {
        indikator(m, 2024).map(|b| &mut b.target).collect()
    }),
    ("realisasi", |m| {
        indikator(m, 2024).map(|b| &mut b.realisasi).collect()
    }),
    ("target dan realisasi", |m| {
        indikator(m, 2024)
            .flat_map(|b| [&mut b.target, &mut b.realisasi])
            .collect()
    }),
    ("realisasi tahun lalu", |m| {
        indikator(m, 2023).map(|b| &mut b.realisasi).collect()
    }),
    ("target tahun lalu", |m| {
        indikator(m, 2023).map(|b| &mut b.target).collect()
    }),
    ("pembanding", |m| {
        m.pembanding.iter_mut().map(|b| &mut b.nilai).collect()
    }),
    ("pagu", |m| {
        m.anggaran_jenis
            .iter_mut()
            .filter(|b| b.tahun == 2024)
            .map(|b| &mut b.pagu)
            .collect()
    }),
    ("realisasi anggaran", |m| {
        m.anggaran_jenis
            .iter_mut()
            .filter(|b| b.tahun == 2024)
            .map(|b| &mut b.realisasi)
            .collect()
    }),
    ("anggaran tahun lalu", |m| {
        m.anggaran_jenis
            .iter_mut()
            .filter(|b| b.tahun == 2023)
            .map(|b| &mut b.realisasi)
            .collect()
    }),
    ("sumber dana", |m| {
        m.anggaran_sumber.iter_mut().map(|b| &mut b.pagu).collect()
    }),
    ("program", |m| {
        m.anggaran_program
            .iter_mut()
            .flat_map(|b| [&mut b.pagu, &mut b.realisasi])
            .collect()
    }),
    ("target PNBP", |m| {
        m.pnbp.iter_mut().map(|b| &mut b.target).collect()
    }),
    ("realisasi PNBP", |m| {
        m.pnbp.iter_mut().map(|b| &mut b.realisasi).collect()
    }),
    ("PNBP", |m| {
        m.pnbp
            .iter_mut()
            .flat_map(|b| [&mut b.target, &mut b.realisasi])
            .collect()
    }),
    ("SMART", |m| {
        m.smart.iter_mut().map(|b| &mut b.nilai).collect()
    }),
    ("IKPA", |m| {
        m.ikpa.iter_mut().map(|b| &mut b.nilai).collect()
    }),
    ("pegawai", |m| vec![&mut m.satker.jumlah_pegawai]),
    ("formasi", |m| {
        m.satker.formasi.iter_mut().map(|b| &mut b.jumlah).collect()
    }),
    ("responden", |m| {
        m.survei.iter_mut().flat_map(|s| &mut s.responden).collect()
    }),
    ("unsur", |m| {
        m.survei
            .iter_mut()
            .flat_map(|s| &mut s.unsur)
            .flat_map(|u| &mut u.nilai)
            .collect()
    }),
    ("kegiatan", |m| {
        m.kegiatan.iter_mut().map(|b| &mut b.jumlah).collect()
    }),
];

fn kalimat(contoh: &Contoh) -> Vec<String> {
    let mut semua = Vec::new();
    walk(&contoh.draf().blocks, &mut |blok| match blok {
        Block::Paragraph(paragraf) => semua.push(plain_text(&paragraf.content)),
        Block::Table(tabel) => semua.extend(tabel.source.as_deref().map(plain_text)),
        _ => {}
    });
    semua
}

fn tanpa(pilih: Pilih, isi: &IsiSel) -> Contoh {
    Contoh::baca("kantor-contoh").ubah(|masukan| {
        // What an office writes around a fakta is its own affair.
        masukan
            .narasi
            .values_mut()
            .for_each(|isi| *isi = "Uraian.".to_owned());
        for sel in pilih(masukan) {
            let tempat = std::mem::take(&mut sel.tempat);
            *sel = Sel {
                tempat,
                isi: isi.clone(),
                ..Sel::default()
            };
        }
    })
}

/// The sentences of a report without some cells; those that end where a value should follow are gathered as broken.
fn periksa(apa: &str, isi: &IsiSel, patah: &mut Vec<String>) -> Vec<String> {
    let (_, pilih) = SEL
        .iter()
        .find(|(nama, _)| *nama == apa)
        .expect("it is listed");
    let kalimat = kalimat(&tanpa(*pilih, isi));
    for satu in &kalimat {
        for kata in MENANTI_NILAI {
            for nilai in ["belum tersedia", "belum dapat diukur"] {
                let rusak = format!(" {kata} {nilai}");
                if satu.contains(&rusak) {
                    patah.push(format!("tanpa {apa}: {satu}"));
                }
            }
        }
    }
    kalimat
}

#[test]
fn no_sentence_breaks_where_a_cell_is_empty() {
    let mut patah = Vec::new();
    for (apa, _) in SEL {
        periksa(apa, &IsiSel::Kosong, &mut patah);
    }
    assert!(patah.is_empty(), "{patah:#?}");
}

#[test]
fn the_declared_reason_is_told_and_the_report_is_no_longer_open() {
    let mut patah = Vec::new();
    for (apa, _) in SEL {
        let kalimat = periksa(apa, &IsiSel::TidakTersedia(ALASAN.to_owned()), &mut patah);
        let bercerita = kalimat.iter().any(|satu| satu.contains(ALASAN));
        assert!(bercerita, "{apa}");
        for satu in &kalimat {
            assert!(satu.matches(ALASAN).count() <= 1, "{apa}: {satu}");
        }
    }
    assert!(patah.is_empty(), "{patah:#?}");
}

#[test]
fn a_target_of_zero_is_said_not_to_be_measurable() {
    let mut patah = Vec::new();
    let kalimat = periksa("target", &IsiSel::Angka(0.into()), &mut patah);
    assert!(patah.is_empty(), "{patah:#?}");
    assert!(
        kalimat
            .iter()
            .any(|satu| satu.contains("belum dapat diukur karena")),
        "{kalimat:#?}"
    );
}
