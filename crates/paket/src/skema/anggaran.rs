//! Sheets of money and of the treasury's scores.

use super::{BatasTahun, Jenis, Kolom, Lembar, bila_ada, wajib};

const TAHUN: Kolom = wajib(
    "tahun",
    Jenis::Tahun(BatasTahun::Lalu),
    "Tahun anggaran.",
    "20XX",
);
const PAGU: Kolom = bila_ada("pagu", Jenis::Uang, "Pagu dalam rupiah.", "6.679.013.000");
const REALISASI: Kolom = bila_ada(
    "realisasi",
    Jenis::Uang,
    "Realisasi dalam rupiah.",
    "6.426.608.454",
);
const PERSEN: Kolom = bila_ada(
    "persen_tercetak",
    Jenis::Positif,
    "Penyerapan dalam persen seperti tercetak.",
    "96,22",
);

const TAHAP_DIPA: Kolom = wajib(
    "tahap",
    Jenis::Pilihan(&["dipa", "realisasi"]),
    "dipa: saat DIPA terbit; realisasi: keadaan akhir tahun.",
    "realisasi",
);

pub(crate) const PROGRAM: Lembar = Lembar {
    nama: "anggaran_program",
    judul: "Anggaran per program dan kegiatan",
    catatan: "Satu baris untuk satu kegiatan; baris jumlah yang tercetak ditulis dengan program \"jumlah\".",
    wajib: false,
    kunci: &["tahun", "tahap", "program", "kegiatan"],
    kolom: &[
        wajib(
            "tahun",
            Jenis::Tahun(BatasTahun::LaluDanDepan),
            "Tahun anggaran; tahun berikutnya hanya untuk Perjanjian Kinerja.",
            "20XX",
        ),
        wajib(
            "tahap",
            Jenis::Pilihan(&["perjanjian_kinerja", "realisasi"]),
            "perjanjian_kinerja: anggaran pada Perjanjian Kinerja; realisasi: keadaan akhir tahun.",
            "realisasi",
        ),
        wajib(
            "program",
            Jenis::Teks,
            "Nama program, atau \"jumlah\".",
            "Program Dukungan Manajemen",
        ),
        bila_ada(
            "kegiatan",
            Jenis::Teks,
            "Nama kegiatan.",
            "Dukungan Manajemen dan Teknis Lainnya",
        ),
        bila_ada(
            "no_sasaran",
            Jenis::Teks,
            "Nomor sasaran kegiatan yang didukung.",
            "2",
        ),
        PAGU,
        REALISASI,
        PERSEN,
    ],
    kolom_bebas: None,
};

pub(crate) const JENIS_BELANJA: Lembar = Lembar {
    nama: "anggaran_jenis_belanja",
    judul: "Anggaran per jenis belanja",
    catatan: "Satu baris untuk satu jenis belanja; baris jumlah yang tercetak ditulis dengan jenis \"jumlah\".",
    wajib: false,
    kunci: &["tahun", "tahap", "jenis"],
    kolom: &[
        TAHUN,
        TAHAP_DIPA,
        wajib(
            "jenis",
            Jenis::Pilihan(&["pegawai", "barang", "modal", "bantuan sosial", "jumlah"]),
            "Jenis belanja.",
            "barang",
        ),
        PAGU,
        REALISASI,
        PERSEN,
    ],
    kolom_bebas: None,
};

pub(crate) const SUMBER_DANA: Lembar = Lembar {
    nama: "anggaran_sumber_dana",
    judul: "Anggaran per sumber dana",
    catatan: "Satu baris untuk satu sumber dana; baris jumlah yang tercetak ditulis dengan sumber \"jumlah\".",
    wajib: false,
    kunci: &["tahun", "tahap", "sumber"],
    kolom: &[
        TAHUN,
        TAHAP_DIPA,
        wajib(
            "sumber",
            Jenis::Pilihan(&["rupiah murni", "pnbp", "blu", "hibah", "jumlah"]),
            "Sumber dana.",
            "rupiah murni",
        ),
        PAGU,
        REALISASI,
    ],
    kolom_bebas: None,
};

pub(crate) const REVISI: Lembar = Lembar {
    nama: "anggaran_revisi",
    judul: "Revisi DIPA",
    catatan: "Satu baris untuk satu revisi DIPA.",
    wajib: false,
    kunci: &["tahun", "nomor"],
    kolom: &[
        TAHUN,
        wajib(
            "nomor",
            Jenis::Teks,
            "Nomor revisi; 0 untuk DIPA awal.",
            "1",
        ),
        bila_ada("tanggal", Jenis::Tanggal, "Tanggal revisi.", "20XX-04-17"),
        PAGU,
        bila_ada(
            "alasan",
            Jenis::Teks,
            "Alasan revisi.",
            "Penambahan pagu belanja modal",
        ),
    ],
    kolom_bebas: None,
};

pub(crate) const SERAPAN_BULANAN: Lembar = Lembar {
    nama: "serapan_bulanan",
    judul: "Penyerapan per bulan",
    catatan: "Rencana dan realisasi kumulatif sampai akhir setiap bulan.",
    wajib: false,
    kunci: &["tahun", "bulan"],
    kolom: &[
        TAHUN,
        wajib("bulan", Jenis::Bulan, "Bulan, 1 sampai 12.", "1"),
        bila_ada(
            "rencana",
            Jenis::Uang,
            "Rencana penarikan sampai bulan itu, dalam rupiah.",
            "500.000.000",
        ),
        REALISASI,
    ],
    kolom_bebas: None,
};

pub(crate) const PNBP: Lembar = Lembar {
    nama: "pnbp",
    judul: "PNBP",
    catatan: "Target dan realisasi penerimaan negara bukan pajak.",
    wajib: false,
    kunci: &["tahun"],
    kolom: &[
        TAHUN,
        bila_ada(
            "target",
            Jenis::Uang,
            "Target dalam rupiah.",
            "6.216.500.000",
        ),
        bila_ada(
            "realisasi",
            Jenis::Uang,
            "Realisasi dalam rupiah.",
            "7.485.300.000",
        ),
    ],
    kolom_bebas: None,
};

const NILAI: Kolom = bila_ada("nilai", Jenis::Angka, "Nilai seperti tercatat.", "98,32");
const PER_TANGGAL: Kolom = bila_ada(
    "per_tanggal",
    Jenis::Tanggal,
    "Tanggal nilai dibaca.",
    "20XX-01-15",
);

pub(crate) const SMART: Lembar = Lembar {
    nama: "smart",
    judul: "Nilai Kinerja Anggaran (SMART)",
    catatan: "Komponen seperti tercatat pada aplikasi; baris nilai adalah hasil akhirnya.",
    wajib: false,
    kunci: &["tahun", "komponen"],
    kolom: &[
        TAHUN,
        wajib(
            "komponen",
            Jenis::Pilihan(&[
                "nilai",
                "penyerapan",
                "konsistensi",
                "capaian_rincian_output",
                "efisiensi",
                "nilai_efisiensi",
                "nk_perencanaan",
                "nk_pelaksanaan",
                "efektivitas",
            ]),
            "Nama komponen.",
            "penyerapan",
        ),
        NILAI,
        PER_TANGGAL,
    ],
    kolom_bebas: None,
};

pub(crate) const IKPA: Lembar = Lembar {
    nama: "ikpa",
    judul: "IKPA",
    catatan: "Nilai terbobot tiap indikator seperti tercatat; baris nilai adalah hasil akhirnya.",
    wajib: false,
    kunci: &["tahun", "komponen"],
    kolom: &[
        TAHUN,
        wajib(
            "komponen",
            Jenis::Pilihan(&[
                "nilai",
                "revisi_dipa",
                "deviasi_hal3",
                "penyerapan",
                "belanja_kontraktual",
                "penyelesaian_tagihan",
                "up_tup",
                "dispensasi_spm",
                "capaian_output",
            ]),
            "Nama komponen.",
            "revisi_dipa",
        ),
        NILAI,
        PER_TANGGAL,
    ],
    kolom_bebas: None,
};
