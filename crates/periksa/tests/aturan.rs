//! Each rule on the smallest input that has its defect, and on one that has not.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use document::{Block, Document, Heading, Inline, Paragraph};
use hukum::Hukum;
use kinerja::masukan::{
    BarisIndikator, BarisJenisBelanja, BarisKomponen, BarisPegawai, BarisPembanding,
    BarisPerjanjian, BarisProgram, BarisUnsurBulanan, Formasi, IsiSel, Koreksi, Masukan, Satker,
    Sel, SurveiBulanan, Tempat, TingkatSasaran,
};
use periksa::rules::DAFTAR;
use periksa::{Bahan, Temuan};

fn hukum() -> &'static Hukum {
    static HUKUM: OnceLock<Hukum> = OnceLock::new();
    HUKUM.get_or_init(|| Hukum::bawaan().expect("data hukum utuh"))
}

fn sel(teks: &str) -> Sel {
    let isi = kinerja::bilangan::parse(teks).map_or(IsiSel::Kosong, |b| IsiSel::Angka(b.nilai));
    Sel {
        tempat: Tempat {
            berkas: "uji.csv".to_owned(),
            baris: 2,
            kolom: "uji".to_owned(),
        },
        teks: teks.to_owned(),
        isi,
        koreksi: None,
    }
}

fn masukan() -> Masukan {
    let satker = Satker {
        profil: "kantor-umum".to_owned(),
        tahun: 2023,
        ..Satker::default()
    };
    Masukan {
        satker,
        ..Masukan::default()
    }
}

fn temuan(m: &Masukan, laporan: Option<&Document>) -> Vec<Temuan> {
    let hasil = kinerja::compute(m, hukum());
    periksa::periksa(&Bahan {
        masukan: m,
        hasil: &hasil,
        hukum: hukum(),
        laporan,
    })
}

fn nama(temuan: &[Temuan]) -> BTreeSet<&'static str> {
    temuan.iter().map(|t| t.aturan).collect()
}

fn jenis(jenis: &str, total: bool, pagu: &str, realisasi: &str, persen: &str) -> BarisJenisBelanja {
    BarisJenisBelanja {
        tahun: 2023,
        tahap: "realisasi".to_owned(),
        jenis: jenis.to_owned(),
        total,
        pagu: sel(pagu),
        realisasi: sel(realisasi),
        persen: sel(persen),
        ..BarisJenisBelanja::default()
    }
}

fn program(tahap: &str, pagu: &str, realisasi: &str) -> BarisProgram {
    BarisProgram {
        tahun: 2023,
        tahap: tahap.to_owned(),
        program: "Program Uji".to_owned(),
        pagu: sel(pagu),
        realisasi: sel(realisasi),
        ..BarisProgram::default()
    }
}

fn indikator(
    kode: &str,
    tahun: i16,
    target: &str,
    realisasi: &str,
    capaian: &str,
) -> BarisIndikator {
    BarisIndikator {
        kode: kode.to_owned(),
        tahun,
        target: sel(target),
        realisasi: sel(realisasi),
        capaian: sel(capaian),
        ..BarisIndikator::default()
    }
}

fn perjanjian(kode: &str, target: &str, penjelasan: &str) -> BarisPerjanjian {
    BarisPerjanjian {
        tahun: 2023,
        tingkat: TingkatSasaran::Kegiatan,
        no_sasaran: "1".to_owned(),
        no_indikator: "1".to_owned(),
        indikator: "Indikator uji".to_owned(),
        kode: kode.to_owned(),
        target: sel(target),
        penjelasan: penjelasan.to_owned(),
        ..BarisPerjanjian::default()
    }
}

/// A survey with one value everywhere and these respondents in January.
fn survei(instrumen: &str, nilai: &str, indeks: &str, responden: &str) -> SurveiBulanan {
    let unsur = hukum()
        .instrumen(instrumen)
        .expect("instrumen ada")
        .kelompok
        .iter()
        .flat_map(|k| &k.unsur);
    SurveiBulanan {
        instrumen: instrumen.to_owned(),
        tahun: 2023,
        unsur: unsur
            .map(|u| BarisUnsurBulanan {
                nama: u.nama.clone(),
                kode: u.kode.clone(),
                nilai: vec![sel(nilai); 12],
                ..BarisUnsurBulanan::default()
            })
            .collect(),
        indeks: vec![sel(indeks); 12],
        responden: vec![sel(responden); 12],
        ..SurveiBulanan::default()
    }
}

fn dokumen(isi: Vec<Inline>) -> Document {
    let kepala = Heading {
        level: 1,
        content: vec![Inline::text("PENDAHULUAN")],
        ..Heading::default()
    };
    Document {
        blocks: vec![
            Block::Heading(kepala),
            Block::Paragraph(Paragraph::body(isi)),
        ],
        ..Document::default()
    }
}

/// A rule's name, an input with its defect, and one without.
struct Contoh {
    aturan: &'static str,
    buruk: (Masukan, Option<Document>),
    baik: (Masukan, Option<Document>),
}

fn data(aturan: &'static str, buruk: Masukan, baik: Masukan) -> Contoh {
    Contoh {
        aturan,
        buruk: (buruk, None),
        baik: (baik, None),
    }
}

fn laporan(aturan: &'static str, buruk: Vec<Inline>, baik: Vec<Inline>) -> Contoh {
    Contoh {
        aturan,
        buruk: (masukan(), Some(dokumen(buruk))),
        baik: (masukan(), Some(dokumen(baik))),
    }
}

fn contoh() -> Vec<Contoh> {
    let m = |ubah: &dyn Fn(&mut Masukan)| {
        let mut m = masukan();
        ubah(&mut m);
        m
    };
    let koreksi = Koreksi {
        tempat: Tempat::default(),
        menjadi: rust_decimal::Decimal::from(5),
        presisi: 0,
        alasan: "salah ketik".to_owned(),
        dasar: "lembar kerja".to_owned(),
    };
    let rusak = Sel {
        isi: IsiSel::Rusak("uji".to_owned()),
        koreksi: Some(koreksi),
        ..sel("5.5.5")
    };
    vec![
        data(
            "angka-rusak",
            m(&|m| {
                m.indikator = vec![BarisIndikator {
                    realisasi: rusak.clone(),
                    ..indikator("ARS", 2023, "80", "", "")
                }]
            }),
            m(&|m| m.indikator = vec![indikator("ARS", 2023, "80", "85", "")]),
        ),
        data(
            "sel-kosong",
            m(&|m| m.indikator = vec![indikator("ARS", 2023, "80", "", "")]),
            lengkap(),
        ),
        data(
            "jumlah-tidak-cocok",
            m(&|m| {
                m.anggaran_jenis = vec![
                    jenis("pegawai", false, "100", "90", ""),
                    jenis("jumlah", true, "101", "90", ""),
                ]
            }),
            m(&|m| {
                m.anggaran_jenis = vec![
                    jenis("pegawai", false, "100", "90", ""),
                    jenis("jumlah", true, "100", "90", ""),
                ]
            }),
        ),
        data(
            "kolom-tidak-cocok",
            m(&|m| m.pegawai = vec![pegawai("III", false, "5"), pegawai("jumlah", true, "6")]),
            m(&|m| m.pegawai = vec![pegawai("III", false, "5"), pegawai("jumlah", true, "5")]),
        ),
        data(
            "persen-tidak-cocok",
            m(&|m| m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "95,00")]),
            m(&|m| m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "90,00")]),
        ),
        data(
            "indeks-bulan-tidak-cocok",
            m(&|m| m.survei = vec![survei("skm-9", "3,50", "3,60", "40")]),
            m(&|m| m.survei = vec![survei("skm-9", "3,50", "3,50", "40")]),
        ),
        data(
            "indeks-tidak-cocok",
            m(&|m| {
                m.survei = vec![survei("skm-9", "3,50", "3,50", "40")];
                m.indikator = vec![indikator("IKM", 2023, "3,20", "3,80", "")];
            }),
            m(&|m| {
                m.survei = vec![survei("skm-9", "3,50", "3,50", "40")];
                m.indikator = vec![indikator("IKM", 2023, "3,20", "3,50", "")];
            }),
        ),
        data(
            "nilai-tercatat-tidak-cocok",
            m(&|m| m.smart = smart("50,00")),
            // 0.435 x 100 + 0.286 x 50 + 0.182 x 100 + 0.097 x 100, with no efficiency.
            m(&|m| m.smart = smart("85,70")),
        ),
        data(
            "total-berbeda",
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.anggaran_program = vec![program("realisasi", "120", "90")];
            }),
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.anggaran_program = vec![program("realisasi", "100", "90")];
            }),
        ),
        data(
            "target-berbeda",
            m(&|m| {
                m.indikator = vec![indikator("ARS", 2023, "80", "85", "")];
                m.perjanjian = vec![perjanjian("ARS", "90", "")];
            }),
            m(&|m| {
                m.indikator = vec![indikator("ARS", 2023, "80", "85", "")];
                m.perjanjian = vec![perjanjian("ARS", "80", "")];
            }),
        ),
        data(
            "target-tanpa-realisasi",
            m(&|m| m.perjanjian = vec![perjanjian("", "87", "")]),
            m(&|m| m.perjanjian = vec![perjanjian("", "87", "diukur pada tingkat kementerian")]),
        ),
        data(
            "pagu-berubah-tanpa-revisi",
            m(&|m| {
                m.anggaran_program = vec![
                    program("perjanjian_kinerja", "100", ""),
                    program("realisasi", "120", "90"),
                ]
            }),
            m(&|m| {
                m.anggaran_program = vec![
                    program("perjanjian_kinerja", "100", ""),
                    program("realisasi", "100", "90"),
                ]
            }),
        ),
        data(
            "realisasi-melebihi-pagu",
            m(&|m| m.anggaran_jenis = vec![jenis("pegawai", false, "100", "110", "")]),
            m(&|m| m.anggaran_jenis = vec![jenis("pegawai", false, "100", "100", "")]),
        ),
        data(
            "pegawai-berbeda",
            m(&|m| {
                m.satker.jumlah_pegawai = sel("68");
                m.satker.formasi = vec![Formasi {
                    nama: "Jabatan fungsional".to_owned(),
                    jumlah: sel("60"),
                }];
            }),
            m(&|m| {
                m.satker.jumlah_pegawai = sel("68");
                m.satker.formasi = vec![Formasi {
                    nama: "Jabatan fungsional".to_owned(),
                    jumlah: sel("68"),
                }];
            }),
        ),
        data("responden-melebihi-pegawai", internal("69"), internal("68")),
        data(
            "responden-di-bawah-minimum",
            m(&|m| {
                m.satker.profil = "kanim".to_owned();
                m.survei = vec![survei("spkp-8", "3,50", "3,50", "29")];
            }),
            m(&|m| {
                m.satker.profil = "kanim".to_owned();
                m.survei = vec![survei("spkp-8", "3,50", "3,50", "30")];
            }),
        ),
        data(
            "metode-berbeda",
            m(&|m| {
                let lama = BarisIndikator {
                    metode: "cara lama".to_owned(),
                    ..indikator("ARS", 2022, "80", "85", "")
                };
                m.indikator = vec![lama, indikator("ARS", 2023, "80", "85", "")];
            }),
            m(&|m| {
                m.indikator = vec![
                    indikator("ARS", 2022, "80", "85", ""),
                    indikator("ARS", 2023, "80", "85", ""),
                ]
            }),
        ),
        data("bagian-belum-ada", masukan(), lengkap()),
        data(
            "ketentuan-tidak-ada",
            m(&|m| {
                m.satker.tahun = 1999;
                m.ikpa = vec![BarisKomponen {
                    tahun: 1999,
                    komponen: "nilai".to_owned(),
                    nilai: sel("90"),
                    ..BarisKomponen::default()
                }];
            }),
            masukan(),
        ),
        data(
            "ketentuan-belum-diakui",
            m(&|m| m.indikator = vec![indikator("ARS", 2023, "80", "85", "")]),
            m(&|m| {
                m.indikator = vec![indikator("ARS", 2023, "80", "85", "")];
                m.satker.ketentuan_diakui = hukum()
                    .belum_terverifikasi(2023)
                    .iter()
                    .map(|k| k.kode.clone())
                    .collect();
            }),
        ),
        laporan(
            "rumpang",
            vec![Inline::Gap {
                text: "belum tersedia".to_owned(),
                reason: "isi narasi".to_owned(),
                key: None,
            }],
            vec![Inline::text("Semua bagian lengkap.")],
        ),
        laporan(
            "sisa-templat",
            vec![Inline::text(
                "Capaian mengalami [peningkatan/penurunan] dari tahun lalu.",
            )],
            vec![Inline::text(
                "Capaian meningkat; lihat formasi[2] pada satker.toml.",
            )],
        ),
        laporan(
            "angka-tanpa-fakta",
            vec![Inline::text("Realisasi mencapai 3,95 indeks.")],
            vec![Inline::text(
                "Peraturan Menteri Nomor 53 Tahun 2014 berlaku pada 2 Januari 2024, tahun anggaran 2023.",
            )],
        ),
    ]
}

fn pegawai(golongan: &str, total: bool, jumlah: &str) -> BarisPegawai {
    BarisPegawai {
        golongan: golongan.to_owned(),
        total,
        jumlah_per_kolom: vec![("A".to_owned(), sel(jumlah))],
        jumlah: sel(jumlah),
    }
}

fn smart(tercatat: &str) -> Vec<BarisKomponen> {
    let isi = [
        ("nilai", tercatat),
        ("capaian_rincian_output", "100"),
        ("efisiensi", "0"),
        ("konsistensi", "100"),
        ("penyerapan", "100"),
    ];
    isi.into_iter()
        .map(|(komponen, nilai)| BarisKomponen {
            tahun: 2023,
            komponen: komponen.to_owned(),
            nilai: sel(nilai),
            ..BarisKomponen::default()
        })
        .collect()
}

fn internal(responden: &str) -> Masukan {
    let mut m = masukan();
    m.satker.profil = "kanim".to_owned();
    m.satker.jumlah_pegawai = sel("68");
    m.survei = vec![survei("iio-22", "3,50", "3,50", responden)];
    m
}

/// Enough of a year that nothing is empty and nothing is left out.
fn lengkap() -> Masukan {
    use kinerja::masukan::{BarisPenghargaan, BarisSerapanBulanan};
    let mut m = masukan();
    m.survei = vec![survei("skm-9", "3,50", "3,50", "40")];
    m.indikator = vec![
        indikator("IKM", 2023, "3,20", "3,50", ""),
        indikator("WTL", 2023, "3,0", "2,5", ""),
        indikator("ARS", 2023, "80", "85", ""),
    ];
    let banding = |jenis: &str| BarisPembanding {
        kode: "IKM".to_owned(),
        tahun: 2023,
        jenis: jenis.to_owned(),
        nilai: sel("3,40"),
        ..BarisPembanding::default()
    };
    m.pembanding = vec![banding("nasional"), banding("unit_eselon_1")];
    m.perjanjian = vec![BarisPerjanjian {
        tahun: 2024,
        ..perjanjian("IKM", "3,30", "")
    }];
    m.penghargaan = vec![BarisPenghargaan::default()];
    m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
    m.serapan_bulanan = vec![BarisSerapanBulanan {
        tahun: 2023,
        bulan: 12,
        rencana: sel("95"),
        realisasi: sel("90"),
        ..BarisSerapanBulanan::default()
    }];
    m
}

#[test]
fn each_rule_finds_its_defect_and_is_silent_without_it() {
    let mut salah = Vec::new();
    for contoh in contoh() {
        let (buruk, baik) = (&contoh.buruk, &contoh.baik);
        if !nama(&temuan(&buruk.0, buruk.1.as_ref())).contains(contoh.aturan) {
            salah.push(format!("{} tidak menemukan cacatnya", contoh.aturan));
        }
        let sisa = temuan(&baik.0, baik.1.as_ref());
        if let Some(t) = sisa.iter().find(|t| t.aturan == contoh.aturan) {
            salah.push(format!("{} keliru menuduh: {}", contoh.aturan, t.pesan));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}

#[test]
fn no_rule_is_without_an_example() {
    let dicontohkan: BTreeSet<&str> = contoh().iter().map(|c| c.aturan).collect();
    let terdaftar: BTreeSet<&str> = DAFTAR.iter().map(|a| a.nama).collect();
    assert_eq!(terdaftar, dicontohkan);
    assert_eq!(
        terdaftar.len(),
        DAFTAR.len(),
        "nama aturan tidak boleh kembar"
    );
}

#[test]
fn every_finding_says_where_and_how_to_mend_it() {
    for contoh in contoh() {
        for t in temuan(&contoh.buruk.0, contoh.buruk.1.as_ref()) {
            assert!(
                !t.pesan.is_empty() && t.perbaikan.len() > 20,
                "{}: {}",
                t.aturan,
                t.perbaikan
            );
            assert!(!t.lokasi.to_string().is_empty(), "{}", t.aturan);
        }
    }
}

#[test]
fn a_gap_in_the_report_always_stands_in_the_way_of_a_final_one() {
    // The capaian is two computations away from the empty cell; the report shows only the capaian.
    let mut m = masukan();
    m.survei = vec![survei("skm-9", "3,50", "3,50", "40")];
    m.survei[0].unsur[0].nilai[0] = Sel {
        isi: IsiSel::Kosong,
        teks: String::new(),
        ..sel("")
    };
    m.indikator = vec![indikator("IKM", 2023, "3,20", "", "")];
    let rumpang = |kode: &str| {
        dokumen(vec![Inline::Gap {
            text: "belum tersedia".to_owned(),
            reason: "uji".to_owned(),
            key: Some(kode.to_owned()),
        }])
    };
    let temuan = temuan(&m, Some(&rumpang("ikm.2023.capaian")));
    let sebab = temuan
        .iter()
        .find(|t| t.aturan == "sel-kosong")
        .expect("sel kosong disebut");
    assert!(
        sebab.menghalangi() && sebab.pesan.contains("Persyaratan"),
        "{}",
        sebab.pesan
    );
    assert!(
        sebab
            .terkait
            .iter()
            .any(|l| l.to_string().contains("PENDAHULUAN"))
    );
    assert!(
        !temuan.iter().any(|t| t.aturan == "rumpang"),
        "satu sebab disebut sekali"
    );
}
