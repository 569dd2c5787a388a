//! Keys of `satker.toml`.

use super::{BatasTahun, Jenis};

/// A key of `satker.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kunci {
    /// Path: `surat.nomor`, `wilayah_kerja[]`, `formasi[].jumlah`.
    pub jalur: &'static str,
    /// What its value must be.
    pub jenis: Jenis,
    /// Whether it must be given (inside a list: in each item).
    pub wajib: bool,
    /// What an official writes there.
    pub catatan: &'static str,
    /// An example.
    pub contoh: &'static str,
}

/// Lists of tables in `satker.toml`.
pub const DAFTAR_SATKER: &[&str] = &["formasi", "survei", "gambar"];

const fn wajib(
    jalur: &'static str,
    jenis: Jenis,
    catatan: &'static str,
    contoh: &'static str,
) -> Kunci {
    Kunci {
        jalur,
        jenis,
        wajib: true,
        catatan,
        contoh,
    }
}

const fn bila_ada(
    jalur: &'static str,
    jenis: Jenis,
    catatan: &'static str,
    contoh: &'static str,
) -> Kunci {
    Kunci {
        jalur,
        jenis,
        wajib: false,
        catatan,
        contoh,
    }
}

/// All keys, in the order in which they are written.
pub const SATKER: &[Kunci] = &[
    bila_ada(
        "nama",
        Jenis::Teks,
        "Nama lengkap kantor.",
        "Kantor Pelayanan Contoh",
    ),
    wajib(
        "profil",
        Jenis::Teks,
        "Macam kantor menurut daftar profil.",
        "kantor-umum",
    ),
    bila_ada(
        "jenis",
        Jenis::Teks,
        "Macam kantor dengan kata-kata.",
        "Unit pelaksana teknis",
    ),
    bila_ada(
        "kementerian",
        Jenis::Teks,
        "Kementerian.",
        "Kementerian Contoh",
    ),
    bila_ada(
        "unit_eselon_1",
        Jenis::Teks,
        "Unit eselon I.",
        "Direktorat Jenderal Contoh",
    ),
    bila_ada(
        "kanwil",
        Jenis::Teks,
        "Kantor wilayah di atasnya.",
        "Kantor Wilayah",
    ),
    bila_ada(
        "kota",
        Jenis::Teks,
        "Kota tempat surat ditandatangani.",
        "Kota Contoh",
    ),
    bila_ada(
        "alamat",
        Jenis::Teks,
        "Alamat jalan.",
        "Jalan Merdeka Nomor 1",
    ),
    bila_ada("telepon", Jenis::Teks, "Telepon kantor.", "000-000000"),
    bila_ada(
        "surel",
        Jenis::Teks,
        "Surel resmi kantor.",
        "kantor@contoh.invalid",
    ),
    bila_ada(
        "laman",
        Jenis::Teks,
        "Laman resmi kantor.",
        "contoh.invalid",
    ),
    wajib(
        "tahun",
        Jenis::Tahun(BatasTahun::Anggaran),
        "Tahun anggaran yang dilaporkan.",
        "20XX",
    ),
    bila_ada(
        "tahun_awal_renstra",
        Jenis::Tahun(BatasTahun::Anggaran),
        "Tahun pertama Renstra.",
        "20XX",
    ),
    bila_ada(
        "tahun_akhir_renstra",
        Jenis::Tahun(BatasTahun::Anggaran),
        "Tahun terakhir Renstra.",
        "20XX",
    ),
    bila_ada(
        "dokumen_renstra",
        Jenis::Teks,
        "Keputusan yang menetapkan Renstra.",
        "Keputusan Nomor ...",
    ),
    bila_ada(
        "tanggal_perjanjian",
        Jenis::Tanggal,
        "Tanggal Perjanjian Kinerja ditandatangani.",
        "20XX-01-15",
    ),
    bila_ada(
        "tanggal_laporan",
        Jenis::Tanggal,
        "Tanggal laporan.",
        "20XX-01-02",
    ),
    bila_ada(
        "rekaan",
        Jenis::YaTidak,
        "true bila kantor ini rekaan untuk contoh.",
        "false",
    ),
    bila_ada("jumlah_pegawai", Jenis::Cacah, "Jumlah pegawai.", "68"),
    bila_ada(
        "wilayah_kerja[]",
        Jenis::Teks,
        "Kabupaten dan kota yang dilayani.",
        "Kota Contoh",
    ),
    bila_ada(
        "tpi[]",
        Jenis::Teks,
        "Tempat pemeriksaan imigrasi.",
        "Pelabuhan Contoh",
    ),
    bila_ada(
        "ketentuan_diakui[]",
        Jenis::Teks,
        "Kode ketentuan belum terverifikasi yang sudah dibaca dan diterima kantor.",
        "",
    ),
    bila_ada(
        "kepala.nama",
        Jenis::Teks,
        "Nama kepala kantor.",
        "Nama Kepala",
    ),
    bila_ada(
        "kepala.jabatan",
        Jenis::Teks,
        "Jabatannya.",
        "Kepala Kantor",
    ),
    bila_ada(
        "kepala.nip",
        Jenis::Teks,
        "NIP, hanya bila memang akan dicetak.",
        "",
    ),
    bila_ada(
        "kepala.pelaksana",
        Jenis::Pilihan(&["plt", "plh"]),
        "plt atau plh bila menjabat sementara.",
        "",
    ),
    bila_ada(
        "atasan.nama",
        Jenis::Teks,
        "Nama atasan, pihak kedua Perjanjian Kinerja.",
        "Nama Atasan",
    ),
    bila_ada(
        "atasan.jabatan",
        Jenis::Teks,
        "Jabatannya.",
        "Kepala Kantor Wilayah",
    ),
    bila_ada(
        "atasan.nip",
        Jenis::Teks,
        "NIP, hanya bila memang akan dicetak.",
        "",
    ),
    bila_ada(
        "atasan.pelaksana",
        Jenis::Pilihan(&["plt", "plh"]),
        "plt atau plh bila menjabat sementara.",
        "",
    ),
    bila_ada(
        "surat.nomor",
        Jenis::Teks,
        "Nomor surat pengantar.",
        "W.1-0001",
    ),
    bila_ada(
        "surat.tanggal",
        Jenis::Tanggal,
        "Tanggal surat pengantar.",
        "20XX-01-05",
    ),
    bila_ada(
        "surat.kepada",
        Jenis::Teks,
        "Tujuan surat.",
        "Kepala Kantor Wilayah",
    ),
    bila_ada("surat.di", Jenis::Teks, "Tempat tujuan.", "Kota Contoh"),
    bila_ada(
        "surat.tembusan[]",
        Jenis::Teks,
        "Tembusan.",
        "Sekretaris Direktorat Jenderal",
    ),
    wajib("formasi[].nama", Jenis::Teks, "Macam jabatan.", "Eselon IV"),
    bila_ada("formasi[].jumlah", Jenis::Cacah, "Banyaknya.", "5"),
    wajib(
        "survei[].indikator",
        Jenis::Indikator,
        "Kode indikator yang diukur survei ini.",
        "IKM",
    ),
    wajib(
        "survei[].berkas",
        Jenis::Teks,
        "Nama berkas hasil survei.",
        "skm_bulanan.csv",
    ),
    wajib(
        "survei[].tahun",
        Jenis::Tahun(BatasTahun::Lalu),
        "Tahun survei.",
        "20XX",
    ),
    wajib(
        "survei[].bentuk",
        Jenis::Pilihan(&["bulanan", "kelompok"]),
        "bulanan, atau per kelompok responden.",
        "bulanan",
    ),
    bila_ada(
        "survei[].instrumen",
        Jenis::Teks,
        "Instrumen survei bulanan.",
        "skm-9",
    ),
    bila_ada(
        "survei[].populasi",
        Jenis::Cacah,
        "Banyaknya orang yang dilayani setahun, bila diketahui.",
        "12.500",
    ),
    bila_ada(
        "survei[].skala",
        Jenis::Positif,
        "Skala data bila bukan skala instrumen (4 atau 100).",
        "",
    ),
    wajib(
        "gambar[].peran",
        Jenis::Pilihan(&["lambang", "sampul", "peta_wilayah", "foto"]),
        "Kegunaan gambar.",
        "sampul",
    ),
    wajib(
        "gambar[].berkas",
        Jenis::Teks,
        "Letak berkas di dalam paket.",
        "gambar/sampul.jpg",
    ),
    wajib(
        "gambar[].keterangan",
        Jenis::Teks,
        "Keterangan gambar, juga bagi pembaca yang tidak dapat melihatnya.",
        "Gedung kantor",
    ),
];
