//! An empty package for a kind of office: the rows that are known, and a note in each file.

use hukum::{Hukum, ProfilIndikator, ProfilKantor, SumberIndikator};

use crate::mentah::{BarisMentah, Entri, LembarMentah, Mentah};
use crate::skema::{self, BARIS_INDEKS, BARIS_JUMLAH, BARIS_RESPONDEN, Kolom, LEMBAR, Lembar};

/// Years before the reported one that the report compares with.
const TAHUN_SEBELUM: i16 = 2;

/// An empty package for offices of the kind `profil` and the fiscal year `tahun`.
///
/// What the law and the profile know is filled in: indicators, parts of the surveys, months, components.
#[must_use]
pub fn templat(profil: &ProfilKantor, hukum: &Hukum, tahun: i16) -> Mentah {
    let mut mentah = Mentah::default();
    mentah.satker.catatan = vec![format!(
        "Identitas kantor ({}) dan kerangka laporannya; kunci yang belum diisi ditawarkan beserta contohnya.",
        profil.nama
    )];
    mentah.narasi = narasi(profil).map(|kunci| (kunci, String::new())).collect();
    isi(&mut mentah, "profil", &profil.id);
    isi(&mut mentah, "tahun", &tahun.to_string());
    for lembar in LEMBAR {
        if [skema::SURVEI_BULANAN.nama, skema::SURVEI_KELOMPOK.nama].contains(&lembar.nama) {
            continue;
        }
        mentah.lembar.push(kosong(
            lembar,
            lembar.nama,
            &baris(lembar.nama, profil, hukum, tahun),
        ));
    }
    for indikator in &profil.indikator {
        survei(&mut mentah, indikator, hukum, tahun);
    }
    mentah.urutkan();
    mentah
}

fn isi(mentah: &mut Mentah, kunci: &str, teks: &str) {
    let entri = Entri {
        kunci: kunci.to_owned(),
        teks: teks.to_owned(),
        baris: 0,
    };
    mentah.satker.isi.push(entri);
}

/// Narratives that the report asks for, empty.
fn narasi(profil: &ProfilKantor) -> impl Iterator<Item = String> {
    let milik_indikator = profil.indikator.iter().flat_map(|indikator| {
        let kode = indikator.kode.to_lowercase();
        skema::NARASI_INDIKATOR
            .iter()
            .map(move |akhiran| format!("{kode}.{akhiran}"))
    });
    skema::NARASI
        .iter()
        .map(|kunci| (*kunci).to_owned())
        .chain(milik_indikator)
}

/// A sheet with its headings, its note, an example, and rows given by (column, text).
fn kosong(lembar: &Lembar, nama: &str, baris: &[Vec<(&str, String)>]) -> LembarMentah {
    let mut kepala: Vec<String> = lembar
        .kolom
        .iter()
        .map(|kolom| kolom.nama.to_owned())
        .collect();
    if lembar.kolom_bebas.is_some() {
        kepala.splice(
            1..1,
            ["A", "B", "C", "D", "laki_laki", "perempuan"].map(str::to_owned),
        );
    }
    let tanpa_kelompok = baris
        .iter()
        .flatten()
        .all(|(kolom, isi)| *kolom != "kelompok" || isi.is_empty());
    if tanpa_kelompok {
        kepala.retain(|kolom| kolom != "kelompok");
    }
    let contoh = |nama: &String| lembar.kolom(nama).map_or("6", |kolom: &Kolom| kolom.contoh);
    let contoh: Vec<&str> = kepala.iter().map(contoh).collect();
    LembarMentah {
        nama: nama.to_owned(),
        catatan: vec![
            lembar.catatan.to_owned(),
            format!("Contoh: {}", contoh.join(";")),
        ],
        baris: baris
            .iter()
            .map(|baris| BarisMentah {
                nomor: crate::mentah::BarisKe::default(),
                sel: kepala
                    .iter()
                    .map(|kolom| {
                        let isi = baris.iter().find(|(nama, _)| nama == kolom);
                        isi.map(|(_, teks)| teks.clone()).unwrap_or_default()
                    })
                    .collect(),
            })
            .collect(),
        kepala,
        ..LembarMentah::default()
    }
}

/// The rows of a sheet that are known before the office writes anything.
fn baris<'a>(
    nama: &str,
    profil: &ProfilKantor,
    hukum: &Hukum,
    tahun: i16,
) -> Vec<Vec<(&'a str, String)>> {
    let tahun_ini = || ("tahun", tahun.to_string());
    let per_tahap = |kolom: &'a str, isi: &[&str]| {
        let tahap = ["dipa", "realisasi"];
        tahap
            .iter()
            .flat_map(|tahap| {
                isi.iter().map(move |isi| {
                    vec![
                        tahun_ini(),
                        ("tahap", (*tahap).to_owned()),
                        (kolom, (*isi).to_owned()),
                    ]
                })
            })
            .collect()
    };
    match nama {
        "indikator_tahunan" => profil
            .indikator
            .iter()
            .flat_map(|indikator| {
                (tahun - TAHUN_SEBELUM..=tahun).map(|tahun| {
                    vec![
                        ("kode", indikator.kode.clone()),
                        ("indikator", indikator.nama.clone()),
                        ("tahun", tahun.to_string()),
                    ]
                })
            })
            .collect(),
        "perjanjian_kinerja" | "rencana_aksi" => (1..)
            .zip(&profil.indikator)
            .map(|(nomor, indikator)| {
                let mut isi = vec![
                    tahun_ini(),
                    ("tingkat", "sasaran_kegiatan".to_owned()),
                    ("no_sasaran", "1".to_owned()),
                    ("no_indikator", format!("{nomor}")),
                    ("indikator", indikator.nama.clone()),
                ];
                if nama == "perjanjian_kinerja" {
                    isi.push(("kode", indikator.kode.clone()));
                    isi.push(("satuan", indikator.satuan.clone()));
                }
                isi
            })
            .collect(),
        "anggaran_jenis_belanja" => {
            per_tahap("jenis", &["pegawai", "barang", "modal", BARIS_JUMLAH])
        }
        "anggaran_sumber_dana" => per_tahap("sumber", &["rupiah murni", "pnbp", BARIS_JUMLAH]),
        "serapan_bulanan" => (1..=12)
            .map(|bulan| vec![tahun_ini(), ("bulan", format!("{bulan}"))])
            .collect(),
        "pnbp" => vec![vec![tahun_ini()]],
        "smart" | "ikpa" => {
            let kode = if nama == "smart" {
                "nka.bobot"
            } else {
                "ikpa.bobot"
            };
            let butir = hukum
                .ketentuan(kode, tahun)
                .map(|ketentuan| ketentuan.butir())
                .unwrap_or_default();
            ["nilai"]
                .into_iter()
                .chain(butir.iter().map(|butir| butir.kode.as_str()))
                // The weight of efficiency is carried by its score; the office records both.
                .chain(
                    butir
                        .iter()
                        .filter(|butir| butir.kode == "efisiensi")
                        .map(|_| "nilai_efisiensi"),
                )
                .map(|komponen| vec![tahun_ini(), ("komponen", komponen.to_owned())])
                .collect()
        }
        "pegawai" => ["IV", "III", "II", "I", BARIS_JUMLAH]
            .iter()
            .map(|golongan| vec![("golongan", (*golongan).to_owned())])
            .collect(),
        _ => Vec::new(),
    }
}

/// The sheet of an indicator's survey, announced in the document.
fn survei(mentah: &mut Mentah, indikator: &ProfilIndikator, hukum: &Hukum, tahun: i16) {
    let kode = indikator.kode.to_lowercase();
    let penutup = [BARIS_INDEKS, BARIS_RESPONDEN].map(|nama| vec![("unsur", nama.to_owned())]);
    let (nama, lembar, baris, instrumen) = match &indikator.sumber {
        SumberIndikator::SurveiBulanan { instrumen, .. } => {
            let kelompok = hukum
                .instrumen(instrumen)
                .map(|i| i.kelompok.as_slice())
                .unwrap_or_default();
            let unsur = kelompok.iter().flat_map(|kelompok| {
                kelompok.unsur.iter().map(|unsur| {
                    vec![
                        ("kelompok", kelompok.kode.clone()),
                        ("unsur", unsur.nama.clone()),
                    ]
                })
            });
            (
                format!("{kode}_bulanan"),
                &skema::SURVEI_BULANAN,
                unsur.chain(penutup).collect(),
                instrumen.as_str(),
            )
        }
        SumberIndikator::SurveiKelompok { kelompok } => {
            let baris: Vec<Vec<(&str, String)>> = kelompok
                .iter()
                .flat_map(|(kode, instrumen, _)| {
                    let unsur = hukum
                        .instrumen(instrumen)
                        .into_iter()
                        .flat_map(|i| &i.kelompok)
                        .flat_map(|k| &k.unsur);
                    let unsur = unsur.map(|unsur| {
                        let bobot = unsur
                            .bobot
                            .map(|b| kinerja::bilangan::format(b, b.normalize().scale()))
                            .unwrap_or_default();
                        vec![("unsur", unsur.nama.clone()), ("bobot", bobot)]
                    });
                    unsur.chain(penutup.clone()).map(|mut baris| {
                        baris.push(("pihak", kode.clone()));
                        baris
                    })
                })
                .collect();
            (format!("{kode}_unsur"), &skema::SURVEI_KELOMPOK, baris, "")
        }
        SumberIndikator::Dicatat => return,
    };
    let nomor = mentah.satker.panjang("survei") + 1;
    let bentuk = if instrumen.is_empty() {
        "kelompok"
    } else {
        "bulanan"
    };
    for (kunci, teks) in [
        ("indikator", indikator.kode.as_str()),
        ("berkas", &format!("{nama}.csv")),
        ("tahun", &tahun.to_string()),
        ("bentuk", bentuk),
        ("instrumen", instrumen),
    ] {
        if !teks.is_empty() {
            isi(mentah, &format!("survei[{nomor}].{kunci}"), teks);
        }
    }
    mentah.lembar.push(kosong(lembar, &nama, &baris));
}
