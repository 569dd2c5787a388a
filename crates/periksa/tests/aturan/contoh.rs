//! For each rule the smallest input that has its defect, and one that has not.

use document::{Document, Inline};
use kinerja::masukan::{
    BarisIndikator, BarisKomponen, Formasi, IsiSel, Koreksi, Masukan, Sel, Tempat,
};

use crate::alat::*;

/// A rule's name, an input with its defect, and one without.
pub(crate) struct Contoh {
    pub(crate) aturan: &'static str,
    pub(crate) buruk: (Masukan, Option<Document>),
    pub(crate) baik: (Masukan, Option<Document>),
}

pub(crate) fn data(aturan: &'static str, buruk: Masukan, baik: Masukan) -> Contoh {
    Contoh {
        aturan,
        buruk: (buruk, None),
        baik: (baik, None),
    }
}

pub(crate) fn laporan(aturan: &'static str, buruk: Vec<Inline>, baik: Vec<Inline>) -> Contoh {
    Contoh {
        aturan,
        buruk: (masukan(), Some(dokumen(buruk))),
        baik: (masukan(), Some(dokumen(baik))),
    }
}

pub(crate) fn contoh() -> Vec<Contoh> {
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
            "nilai-di-luar-bobot",
            m(&|m| m.ikpa = vec![komponen(2023, "penyerapan", "20,01")]),
            m(&|m| m.ikpa = vec![komponen(2023, "penyerapan", "20,00")]),
        ),
        data(
            "melebihi-maksimum",
            m(&|m| m.indikator = vec![indikator("ARS", 2023, "80", "888,40", "")]),
            m(&|m| m.indikator = vec![indikator("ARS", 2023, "80", "100", "")]),
        ),
        data(
            "rencana-aksi-berbeda",
            m(&|m| {
                m.perjanjian = vec![perjanjian("", "100", "")];
                m.rencana_aksi = vec![rencana_aksi(false, ["20", "40", "70", "90"])];
            }),
            m(&|m| {
                m.perjanjian = vec![perjanjian("", "100", "")];
                m.rencana_aksi = vec![rencana_aksi(true, ["20", "20", "30", "30"])];
            }),
        ),
        data(
            "revisi-berbeda",
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.anggaran_revisi = vec![revisi("110"), revisi("105")];
            }),
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.anggaran_revisi = vec![revisi("110"), revisi("100")];
            }),
        ),
        data(
            "serapan-berbeda",
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.serapan_bulanan = vec![serapan(11, "80"), serapan(12, "89")];
            }),
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.serapan_bulanan = vec![serapan(11, "80"), serapan(12, "90")];
            }),
        ),
        data(
            "serapan-menurun",
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.serapan_bulanan = vec![serapan(10, "81"), serapan(11, "80")];
            }),
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.serapan_bulanan = vec![serapan(10, "80"), serapan(11, "80")];
            }),
        ),
        data(
            "penyerapan-berbeda",
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.smart = vec![komponen(2023, "penyerapan", "89,00")];
            }),
            m(&|m| {
                m.anggaran_jenis = vec![jenis("pegawai", false, "100", "90", "")];
                m.smart = vec![komponen(2023, "penyerapan", "90,00")];
            }),
        ),
        data(
            "baris-tidak-cocok",
            m(&|m| m.pegawai = vec![golongan("3", "4")]),
            m(&|m| m.pegawai = vec![golongan("3", "3")]),
        ),
        data(
            "responden-nol",
            m(&|m| m.survei = vec![survei("skm-9", "3,50", "", "0")]),
            m(&|m| m.survei = vec![survei("skm-9", "3,50", "", "1")]),
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
            "angka-tanpa-fakta",
            vec![Inline::text("Realisasi mencapai 3,95 indeks.")],
            vec![Inline::text(
                "Peraturan Menteri Nomor 53 Tahun 2014 berlaku pada 2 Januari 2024, tahun anggaran 2023.",
            )],
        ),
    ]
}
