//! Sheets of indicators, agreements and surveys.

use super::{BatasTahun, Jenis, Kolom, Lembar, bila_ada, wajib};

pub(crate) const INDIKATOR_TAHUNAN: Lembar = Lembar {
    nama: "indikator_tahunan",
    judul: "Indikator per tahun",
    catatan: "Satu baris untuk satu indikator dalam satu tahun, termasuk tahun lalu dan tahun akhir Renstra.",
    wajib: true,
    kunci: &["kode", "tahun"],
    kolom: &[
        wajib(
            "kode",
            Jenis::Indikator,
            "Kode indikator menurut profil kantor.",
            "IKM",
        ),
        wajib(
            "indikator",
            Jenis::Teks,
            "Nama indikator seperti tertulis pada dokumen.",
            "Indeks Kepuasan Masyarakat",
        ),
        wajib(
            "tahun",
            Jenis::Tahun(BatasTahun::Renstra),
            "Tahun target dan realisasi.",
            "20XX",
        ),
        bila_ada(
            "target",
            Jenis::Positif,
            "Target; batas bawah bila target berupa rentang.",
            "3,25",
        ),
        bila_ada(
            "target_atas",
            Jenis::Positif,
            "Batas atas bila target berupa rentang.",
            "",
        ),
        bila_ada(
            "realisasi",
            Jenis::Positif,
            "Realisasi yang tercatat; dihitung sendiri bila survei tahun itu ada.",
            "3,93",
        ),
        bila_ada(
            "capaian_tercetak",
            Jenis::Angka,
            "Capaian dalam persen seperti tercetak.",
            "120,92",
        ),
        bila_ada(
            "metode",
            Jenis::Teks,
            "Nama cara ukur tahun itu bila berbeda dari tahun lain.",
            "SKM 9 unsur",
        ),
    ],
    kolom_bebas: None,
};

pub(crate) const PERJANJIAN_KINERJA: Lembar = Lembar {
    nama: "perjanjian_kinerja",
    judul: "Perjanjian Kinerja",
    catatan: "Target Perjanjian Kinerja tahun laporan, dan tahun berikutnya bila sudah ada.",
    wajib: true,
    kunci: &["tahun", "tingkat", "no_sasaran", "no_indikator"],
    kolom: &[
        wajib(
            "tahun",
            Jenis::Tahun(BatasTahun::Perjanjian),
            "Tahun perjanjian.",
            "20XX",
        ),
        wajib(
            "tingkat",
            Jenis::Pilihan(&["sasaran_strategis", "sasaran_program", "sasaran_kegiatan"]),
            "Tingkat sasaran.",
            "sasaran_kegiatan",
        ),
        wajib("no_sasaran", Jenis::Teks, "Nomor sasaran.", "1"),
        bila_ada(
            "sasaran",
            Jenis::Teks,
            "Bunyi sasaran.",
            "Meningkatnya kualitas layanan",
        ),
        wajib(
            "no_indikator",
            Jenis::Teks,
            "Nomor indikator di bawah sasarannya.",
            "1",
        ),
        wajib(
            "indikator",
            Jenis::Teks,
            "Bunyi indikator.",
            "Indeks Kepuasan Masyarakat",
        ),
        bila_ada(
            "kode",
            Jenis::Indikator,
            "Kode indikator bila indikator itu diukur kantor sendiri.",
            "IKM",
        ),
        bila_ada("target", Jenis::Positif, "Target.", "3,25"),
        wajib("satuan", Jenis::Teks, "Satuan target.", "indeks"),
        bila_ada(
            "realisasi",
            Jenis::Positif,
            "Realisasi bila indikator tidak punya kode.",
            "",
        ),
        bila_ada(
            "penjelasan",
            Jenis::Teks,
            "Alasan bila realisasi tidak ada.",
            "diukur pada tingkat kementerian",
        ),
        bila_ada(
            "mendukung",
            Jenis::Teks,
            "Nomor sasaran satu tingkat di atasnya yang didukung; beberapa nomor dipisah koma.",
            "1",
        ),
    ],
    kolom_bebas: None,
};

const fn triwulan(nama: &'static str, catatan: &'static str) -> Kolom {
    bila_ada(nama, Jenis::Positif, catatan, "3,25")
}

pub(crate) const RENCANA_AKSI: Lembar = Lembar {
    nama: "rencana_aksi",
    judul: "Rencana aksi",
    catatan: "Target triwulanan, kegiatan, dan penanggung jawab setiap indikator Perjanjian Kinerja. Satu baris untuk satu indikator; nomornya sama dengan pada perjanjian_kinerja.",
    wajib: false,
    kunci: &["tahun", "tingkat", "no_sasaran", "no_indikator"],
    kolom: &[
        wajib(
            "tahun",
            Jenis::Tahun(BatasTahun::Perjanjian),
            "Tahun perjanjian.",
            "20XX",
        ),
        wajib(
            "tingkat",
            Jenis::Pilihan(&["sasaran_strategis", "sasaran_program", "sasaran_kegiatan"]),
            "Tingkat sasaran.",
            "sasaran_kegiatan",
        ),
        wajib(
            "no_sasaran",
            Jenis::Teks,
            "Nomor sasaran pada Perjanjian Kinerja.",
            "1",
        ),
        wajib(
            "no_indikator",
            Jenis::Teks,
            "Nomor indikator pada Perjanjian Kinerja.",
            "1",
        ),
        bila_ada(
            "indikator",
            Jenis::Teks,
            "Bunyi indikator, agar barisnya mudah dikenali.",
            "Indeks Kepuasan Masyarakat",
        ),
        bila_ada(
            "sifat",
            Jenis::Pilihan(&["kumulatif", "per_triwulan"]),
            "kumulatif: angka sampai dengan akhir triwulan itu (juga bila dikosongkan); per_triwulan: angka triwulan itu saja, yang dijumlahkan setahun.",
            "kumulatif",
        ),
        triwulan("tw1", "Target triwulan I."),
        triwulan("tw2", "Target triwulan II."),
        triwulan("tw3", "Target triwulan III."),
        triwulan(
            "tw4",
            "Target triwulan IV; bila kumulatif, sama dengan target setahun.",
        ),
        bila_ada(
            "kegiatan",
            Jenis::Teks,
            "Kegiatan untuk mencapai target.",
            "Survei kepuasan setiap bulan dan tindak lanjutnya",
        ),
        bila_ada(
            "penanggung_jawab",
            Jenis::Teks,
            "Seksi atau pejabat yang bertanggung jawab.",
            "Subbagian Tata Usaha",
        ),
    ],
    kolom_bebas: None,
};

pub(crate) const PEMBANDING: Lembar = Lembar {
    nama: "pembanding",
    judul: "Pembanding",
    catatan: "Nilai unit lain atau standar nasional untuk perbandingan.",
    wajib: false,
    kunci: &["kode", "tahun", "jenis", "nama"],
    kolom: &[
        wajib("kode", Jenis::Indikator, "Kode indikator.", "IKM"),
        wajib(
            "tahun",
            Jenis::Tahun(BatasTahun::Lalu),
            "Tahun nilai.",
            "20XX",
        ),
        wajib(
            "jenis",
            Jenis::Pilihan(&[
                "kanwil",
                "unit_eselon_1",
                "kementerian",
                "nasional",
                "satker_lain",
            ]),
            "Macam pembanding.",
            "kanwil",
        ),
        wajib(
            "nama",
            Jenis::Teks,
            "Nama unit atau standar.",
            "Kantor Wilayah",
        ),
        wajib("nilai", Jenis::Positif, "Nilainya.", "3,96"),
        bila_ada(
            "sumber",
            Jenis::Teks,
            "Tempat nilai itu dibaca.",
            "Laporan Kinerja Kantor Wilayah",
        ),
    ],
    kolom_bebas: None,
};

const fn bulan(nama: &'static str) -> Kolom {
    bila_ada(
        nama,
        Jenis::Positif,
        "Nilai bulan ini; kosong bila belum ada.",
        "3,93",
    )
}

pub(crate) const SURVEI_BULANAN: Lembar = Lembar {
    nama: "survei_bulanan",
    judul: "Survei bulanan",
    catatan: "Satu baris untuk satu unsur, ditambah baris Nilai (indeks tercetak) dan baris Responden. Nama berkasnya disebut pada [[survei]] di satker.toml.",
    wajib: false,
    kunci: &["kelompok", "unsur"],
    kolom: &[
        bila_ada(
            "kelompok",
            Jenis::Teks,
            "Kelompok unsur bila instrumennya berkelompok.",
            "A",
        ),
        wajib(
            "unsur",
            Jenis::Teks,
            "Nama unsur menurut instrumen.",
            "Persyaratan",
        ),
        bulan("01"),
        bulan("02"),
        bulan("03"),
        bulan("04"),
        bulan("05"),
        bulan("06"),
        bulan("07"),
        bulan("08"),
        bulan("09"),
        bulan("10"),
        bulan("11"),
        bulan("12"),
    ],
    kolom_bebas: None,
};

pub(crate) const SURVEI_KELOMPOK: Lembar = Lembar {
    nama: "survei_kelompok",
    judul: "Survei per kelompok responden",
    catatan: "Satu baris untuk satu unsur satu pihak, ditambah baris Nilai (tercetak) dan baris Responden tiap pihak. Nama berkasnya disebut pada [[survei]] di satker.toml.",
    wajib: false,
    kunci: &["pihak", "unsur"],
    kolom: &[
        wajib("pihak", Jenis::Teks, "Kelompok responden.", "internal"),
        wajib(
            "unsur",
            Jenis::Teks,
            "Nama unsur menurut instrumen.",
            "Intelijen",
        ),
        bila_ada("bobot", Jenis::Positif, "Bobot dalam persen.", "20"),
        bila_ada(
            "nilai",
            Jenis::Positif,
            "Nilai unsur; kosong bila belum ada.",
            "3,54",
        ),
    ],
    kolom_bebas: None,
};
