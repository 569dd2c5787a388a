//! Sheets of activities, awards, staff and corrections.

use super::{Jenis, Lembar, bila_ada, wajib};

pub(crate) const KEGIATAN: Lembar = Lembar {
    nama: "kegiatan",
    judul: "Kegiatan dan inovasi",
    catatan: "Register kegiatan dan inovasi yang mendukung indikator.",
    wajib: false,
    kunci: &["jenis", "uraian"],
    kolom: &[
        wajib(
            "jenis",
            Jenis::Pilihan(&[
                "operasi",
                "koordinasi",
                "aplikasi",
                "tindakan",
                "layanan",
                "inovasi",
            ]),
            "Macam kegiatan.",
            "inovasi",
        ),
        wajib(
            "uraian",
            Jenis::Teks,
            "Apa yang dilakukan.",
            "Layanan prioritas bagi lansia",
        ),
        bila_ada(
            "jumlah",
            Jenis::Cacah,
            "Banyaknya; kosong bila tidak dihitung.",
            "12",
        ),
        bila_ada("satuan", Jenis::Teks, "Satuan banyaknya.", "kegiatan"),
        bila_ada(
            "indikator",
            Jenis::Indikator,
            "Kode indikator yang didukung.",
            "IKM",
        ),
        bila_ada(
            "bukti",
            Jenis::Teks,
            "Nomor dokumen, tautan, atau berkas bukti.",
            "",
        ),
    ],
    kolom_bebas: None,
};

pub(crate) const PENGHARGAAN: Lembar = Lembar {
    nama: "penghargaan",
    judul: "Penghargaan",
    catatan: "Penghargaan yang diterima pada tahun laporan.",
    wajib: false,
    kunci: &["nama", "pemberi"],
    kolom: &[
        wajib(
            "nama",
            Jenis::Teks,
            "Nama penghargaan.",
            "Unit Layanan Ramah Disabilitas",
        ),
        wajib(
            "pemberi",
            Jenis::Teks,
            "Pemberi penghargaan.",
            "Pemerintah Kota",
        ),
        bila_ada(
            "tanggal",
            Jenis::Tanggal,
            "Tanggal penerimaan.",
            "20XX-08-17",
        ),
        bila_ada("bukti", Jenis::Teks, "Nomor piagam atau berkas bukti.", ""),
    ],
    kolom_bebas: None,
};

pub(crate) const PEGAWAI: Lembar = Lembar {
    nama: "pegawai",
    judul: "Pegawai menurut golongan",
    catatan: "Satu baris untuk satu golongan. Kolom A sampai E memuat pegawai tiap ruang; kolom lain bebas, misalnya laki_laki dan perempuan. Baris jumlah ditulis dengan golongan \"jumlah\".",
    wajib: false,
    kunci: &["golongan"],
    kolom: &[
        wajib("golongan", Jenis::Teks, "Golongan, atau \"jumlah\".", "III"),
        bila_ada("jumlah", Jenis::Cacah, "Jumlah pegawai golongan itu.", "12"),
    ],
    kolom_bebas: Some(Jenis::Cacah),
};

pub(crate) const KOREKSI: Lembar = Lembar {
    nama: "koreksi",
    judul: "Koreksi",
    catatan: "Koreksi angka tercetak: angka lama tetap pada berkasnya, angka baru ditulis di sini dengan alasan dan dasarnya.",
    wajib: false,
    kunci: &["berkas", "kunci", "kolom"],
    kolom: &[
        wajib(
            "berkas",
            Jenis::Teks,
            "Berkas yang dikoreksi.",
            "anggaran_jenis_belanja.csv",
        ),
        wajib(
            "kunci",
            Jenis::Teks,
            "Nilai kolom-kolom kunci barisnya, dipisah garis miring.",
            "20XX/realisasi/barang",
        ),
        wajib("kolom", Jenis::Teks, "Kolom yang dikoreksi.", "realisasi"),
        bila_ada(
            "tercetak",
            Jenis::Teks,
            "Isi sel itu persis seperti pada berkasnya; kosong bila selnya kosong.",
            "",
        ),
        wajib(
            "menjadi",
            Jenis::Angka,
            "Angka yang benar.",
            "6.426.608.454",
        ),
        wajib(
            "alasan",
            Jenis::Teks,
            "Mengapa angka tercetak salah.",
            "Sel kosong pada sumber.",
        ),
        wajib(
            "dasar",
            Jenis::Teks,
            "Apa yang membuktikan angka yang benar.",
            "Jumlah dikurangi dua jenis belanja lain.",
        ),
    ],
    kolom_bebas: None,
};
