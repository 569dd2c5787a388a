//! Small inputs, one line each.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use document::{Block, Document, Heading, Inline, Paragraph};
use hukum::Hukum;
use kinerja::masukan::{
    BarisIndikator, BarisJenisBelanja, BarisKomponen, BarisPegawai, BarisPembanding,
    BarisPerjanjian, BarisProgram, BarisRencanaAksi, BarisRevisi, BarisSerapanBulanan,
    BarisUnsurBulanan, IsiSel, Masukan, Satker, Sel, SurveiBulanan, Tempat, TingkatSasaran,
};
use periksa::{Bahan, Temuan};

pub(crate) fn hukum() -> &'static Hukum {
    static HUKUM: OnceLock<Hukum> = OnceLock::new();
    HUKUM.get_or_init(|| Hukum::bawaan().expect("data hukum utuh"))
}

pub(crate) fn sel(teks: &str) -> Sel {
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

pub(crate) fn masukan() -> Masukan {
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

pub(crate) fn temuan(m: &Masukan, laporan: Option<&Document>) -> Vec<Temuan> {
    let hasil = kinerja::compute(m, hukum());
    periksa::periksa(&Bahan {
        masukan: m,
        hasil: &hasil,
        hukum: hukum(),
        laporan,
    })
}

pub(crate) fn nama(temuan: &[Temuan]) -> BTreeSet<&'static str> {
    temuan.iter().map(|t| t.aturan).collect()
}

pub(crate) fn jenis(
    jenis: &str,
    total: bool,
    pagu: &str,
    realisasi: &str,
    persen: &str,
) -> BarisJenisBelanja {
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

pub(crate) fn program(tahap: &str, pagu: &str, realisasi: &str) -> BarisProgram {
    BarisProgram {
        tahun: 2023,
        tahap: tahap.to_owned(),
        program: "Program Uji".to_owned(),
        pagu: sel(pagu),
        realisasi: sel(realisasi),
        ..BarisProgram::default()
    }
}

pub(crate) fn indikator(
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

pub(crate) fn perjanjian(kode: &str, target: &str, penjelasan: &str) -> BarisPerjanjian {
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

/// A line of the action plan for the line of [`perjanjian`].
pub(crate) fn rencana_aksi(per_triwulan: bool, triwulan: [&str; 4]) -> BarisRencanaAksi {
    BarisRencanaAksi {
        tahun: 2023,
        tingkat: TingkatSasaran::Kegiatan,
        no_sasaran: "1".to_owned(),
        no_indikator: "1".to_owned(),
        per_triwulan,
        triwulan: triwulan.map(sel),
        ..BarisRencanaAksi::default()
    }
}

/// A survey with one value everywhere and these respondents in January.
pub(crate) fn survei(instrumen: &str, nilai: &str, indeks: &str, responden: &str) -> SurveiBulanan {
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

pub(crate) fn dokumen(isi: Vec<Inline>) -> Document {
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

pub(crate) fn pegawai(golongan: &str, total: bool, jumlah: &str) -> BarisPegawai {
    BarisPegawai {
        golongan: golongan.to_owned(),
        total,
        jumlah_per_kolom: vec![("A".to_owned(), sel(jumlah))],
        jumlah: sel(jumlah),
    }
}

pub(crate) fn komponen(tahun: i16, komponen: &str, nilai: &str) -> BarisKomponen {
    BarisKomponen {
        tahun,
        komponen: komponen.to_owned(),
        nilai: sel(nilai),
        ..BarisKomponen::default()
    }
}

pub(crate) fn revisi(pagu: &str) -> BarisRevisi {
    BarisRevisi {
        tahun: 2023,
        nomor: "Revisi".to_owned(),
        pagu: sel(pagu),
        ..BarisRevisi::default()
    }
}

pub(crate) fn serapan(bulan: u8, realisasi: &str) -> BarisSerapanBulanan {
    BarisSerapanBulanan {
        tahun: 2023,
        bulan,
        rencana: sel("95"),
        realisasi: sel(realisasi),
        ..BarisSerapanBulanan::default()
    }
}

/// Six people in the ranks, and a split by post.
pub(crate) fn golongan(struktural: &str, nonstruktural: &str) -> BarisPegawai {
    let kolom = [
        ("A", "3"),
        ("B", "3"),
        ("struktural_LK", struktural),
        ("nonstruktural_LK", nonstruktural),
    ];
    BarisPegawai {
        golongan: "III".to_owned(),
        total: false,
        jumlah_per_kolom: kolom
            .iter()
            .map(|(nama, nilai)| ((*nama).to_owned(), sel(nilai)))
            .collect(),
        jumlah: sel("6"),
    }
}

pub(crate) fn smart(tercatat: &str) -> Vec<BarisKomponen> {
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

pub(crate) fn internal(responden: &str) -> Masukan {
    let mut m = masukan();
    m.satker.profil = "kanim".to_owned();
    m.satker.jumlah_pegawai = sel("68");
    m.survei = vec![survei("iio-22", "3,50", "3,50", responden)];
    m
}

/// Enough of a year that nothing is empty and nothing is left out.
pub(crate) fn lengkap() -> Masukan {
    use kinerja::masukan::{BarisKegiatan, BarisPenghargaan, BarisPnbp, BarisSumberDana};
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
    m.pembanding = vec![
        banding("nasional"),
        banding("unit_eselon_1"),
        banding("kanwil"),
    ];
    m.satker.tahun_akhir_renstra = Some(2024);
    m.indikator.push(indikator("IKM", 2022, "3,10", "3,40", ""));
    m.indikator.push(indikator("IKM", 2024, "3,30", "", ""));
    m.anggaran_sumber = vec![BarisSumberDana::default()];
    m.pnbp = vec![BarisPnbp {
        tahun: 2024,
        ..BarisPnbp::default()
    }];
    m.smart = vec![komponen(2024, "nilai", "90")];
    m.ikpa = vec![komponen(2024, "nilai", "90")];
    m.pegawai = vec![golongan("3", "3")];
    m.kegiatan = vec![BarisKegiatan::default()];
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
