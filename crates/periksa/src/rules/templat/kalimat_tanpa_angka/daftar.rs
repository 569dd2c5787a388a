//! Words around a missing number.

/// Words that cannot follow "sebesar" and its like unless a number stands between.
pub(super) const SAMBUNG: &[&str] = &[
    "atau",
    "dari",
    "dan",
    "dengan",
    "dibanding",
    "dibandingkan",
    "sedangkan",
    "sehingga",
    "jika",
    "apabila",
    "sementara",
    "serta",
    "maka",
    "pada",
    "untuk",
    "belum",
    "telah",
    "sudah",
    "masih",
    "namun",
    "tetapi",
    "karena",
    "terhadap",
    "lebih",
    "mencapai",
    "melampaui",
    "diperoleh",
    "didapat",
    "didapatkan",
    "dihitung",
    "berasal",
    "merupakan",
    "termasuk",
    "tercatat",
    "meningkat",
    "menurun",
    "menunjukkan",
];
/// Units that cannot follow directly.
pub(super) const UKURAN: &[&str] = &[
    "persen", "indeks", "poin", "rupiah", "juta", "miliar", "triliun",
];
/// Things that are counted.
pub(super) const CACAH: &[&str] = &[
    "orang",
    "pegawai",
    "responden",
    "unsur",
    "dokumen",
    "layanan",
    "kegiatan",
    "perkara",
    "permohonan",
    "kali",
    "paket",
    "laporan",
];

/// What a share is a share of.
pub(super) const TERBANDING: &[&str] = &[
    "target",
    "realisasi",
    "pagu",
    "tahun",
    "total",
    "jumlah",
    "seluruh",
    "anggaran",
    "capaian",
];
