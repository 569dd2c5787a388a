//! Every bad package gets its message: place, excerpt, what is wrong, how to mend it. All at once.

mod alat;
#[path = "alat/rusak.rs"]
mod salinan;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use alat::cocok;
use salinan::Rusak;

const KANTOR: &str = "kantor-contoh";
const KANIM: &str = "kanim-samarinda-2023";

fn rusak(nama: &str, rusakkan: impl FnOnce(&Rusak)) {
    rusak_dari(KANTOR, nama, rusakkan);
}

fn rusak_dari(paket: &str, nama: &str, rusakkan: impl FnOnce(&Rusak)) {
    let salinan = Rusak::new(paket);
    rusakkan(&salinan);
    cocok(nama, &salinan.pesan());
}

#[test]
fn headings_are_checked() {
    rusak("kolom-tak-dikenal", |p| {
        p.ganti(
            "indikator_tahunan.csv",
            "target;realisasi",
            "taget;realisasi",
        );
    });
    rusak("kolom-hilang", |p| {
        p.ganti("pnbp.csv", "tahun;", "thn;");
    });
    rusak("kolom-ganda", |p| {
        p.ganti("pnbp.csv", "target;realisasi", "target;target");
    });
    rusak("judul-kolom-kosong", |p| {
        p.ganti("pnbp.csv", "target;realisasi", "target;");
    });
    rusak("bulan-ganda", |p| {
        p.ganti("skm_bulanan.csv", ";02;", ";01;");
        p.ganti("serapan_bulanan.csv", "2024;2;", "2024;1;");
    });
    rusak("berkas-kosong", |p| {
        p.tulis("pnbp.csv", "# belum diisi\n\n");
    });
    rusak("jumlah-sel-salah", |p| {
        p.ganti(
            "kegiatan.csv",
            "layanan;Layanan keliling",
            "layanan;Layanan; keliling",
        );
    });
    rusak("petik", |p| {
        p.ganti("kegiatan.csv", "Laporan layanan", "\"Laporan layanan");
        p.ganti("pegawai.csv", "III;8", "\"III;8");
        p.ganti("pegawai.csv", "I;0;0;0", "I\";0;0;0");
    });
    rusak("kolom-terlalu-banyak", |p| {
        p.tulis("pnbp.csv", format!("tahun;{}\n", ";".repeat(300)));
        p.tulis("ikpa.csv", format!("tahun;{}\n", "x;".repeat(300)));
    });
}

#[test]
fn numbers_are_read_strictly() {
    rusak("bukan-angka", |p| {
        p.ganti("indikator_tahunan.csv", "2024;3,50", "2024;tinggi");
        p.ganti("skm_bulanan.csv", "3,48;3,55", "3,4,8;3.55");
        p.ganti("pnbp.csv", "1.231.480.000", "1.231.480.00");
        p.ganti("ikpa.csv", "97,36", "97,36 poin");
    });
    rusak("belum-tersedia-tanpa-alasan", |p| {
        p.ganti("pnbp.csv", "1.231.480.000", "Belum tersedia");
        p.ganti("satker.toml", "\"6.480\"", "\"belum tersedia:\"");
    });
    rusak("angka-negatif", |p| {
        p.ganti(
            "anggaran_jenis_belanja.csv",
            "2.450.000.000",
            "-2.450.000.000",
        );
        p.ganti("skm_bulanan.csv", "Responden;48", "Responden;-48");
        p.ganti("indikator_tahunan.csv", "2024;5,0;4,6", "2024;-5,0;-4,6");
        p.ganti("satker.toml", "\"6.480\"", "-6480");
    });
    rusak("bukan-bilangan-bulat", |p| {
        p.ganti("skm_bulanan.csv", "Responden;48", "Responden;48,5");
    });
    rusak("desimal-terlalu-banyak", |p| {
        p.ganti(
            "indikator_tahunan.csv",
            "2024;3,50;3,59",
            "2024;0,0000000000001;3,594",
        );
        p.ganti("perjanjian_kinerja.csv", "WTL;5,0;", "WTL;5,05;");
    });
    rusak("populasi-terlalu-kecil", |p| {
        p.ganti("satker.toml", "\"6.480\"", "600");
    });
    rusak("di-luar-skala", |p| {
        p.ganti("skm_bulanan.csv", "3,48;3,55", "4,48;0,55");
    });
}

#[test]
fn years_months_and_days_are_checked() {
    rusak("tahun", |p| {
        p.ganti("indikator_tahunan.csv", "2022;3,40", "2012;3,40");
        p.ganti(
            "perjanjian_kinerja.csv",
            "2025;sasaran_strategis",
            "2027;sasaran_strategis",
        );
        p.ganti("pnbp.csv", "2024;", "24;");
    });
    rusak("tahun-laporan-di-luar-renstra", |p| {
        p.ganti(
            "satker.toml",
            "tahun_akhir_renstra = 2024",
            "tahun_akhir_renstra = 2023",
        );
    });
    rusak("tanggal", |p| {
        p.ganti("anggaran_revisi.csv", "2024-05-20", "2019-05-20");
        p.ganti("anggaran_revisi.csv", "2024-09-16", "16/09/2024");
        p.ganti("penghargaan.csv", "2024-08-17", "2024-02-30");
        p.ganti(
            "satker.toml",
            "tanggal = 2025-01-27",
            "tanggal = 2015-01-27",
        );
    });
    rusak("bukan-bulan", |p| {
        p.ganti("serapan_bulanan.csv", "2024;12;", "2024;13;");
    });
}

#[test]
fn words_and_keys_are_checked() {
    rusak("pilihan-tak-dikenal", |p| {
        p.ganti(
            "perjanjian_kinerja.csv",
            "sasaran_program",
            "sasaran_progam",
        );
        p.ganti("anggaran_jenis_belanja.csv", "barang", "Barang dan Jasa");
    });
    rusak("indikator-tak-dikenal", |p| {
        p.ganti("indikator_tahunan.csv", "WTL;", "WLT;");
    });
    rusak("kunci-ganda", |p| {
        p.tambah("pnbp.csv", "2024;1.000;1.000\n");
        p.tambah(
            "indikator_tahunan.csv",
            "IKM;Indeks Kepuasan Masyarakat;2024;3,50;3,59\n",
        );
    });
    rusak("sel-wajib-kosong", |p| {
        p.ganti("penghargaan.csv", "Pemerintah Kota Rekaan", "");
    });
    rusak("karakter-kendali", |p| {
        p.ganti("kegiatan.csv", "Pojok Bantuan", "Pojok\u{7}Bantuan");
        p.ganti("narasi/isu_strategis.md", "Jarak", "Ja\u{1b}[31mrak");
    });
    rusak("sel-terlalu-panjang", |p| {
        p.ganti("kegiatan.csv", "Pojok Bantuan", &"panjang ".repeat(2_000));
    });
}

#[test]
fn surveys_are_matched_with_their_instrument() {
    rusak("unsur-tak-dikenal", |p| {
        p.ganti("skm_bulanan.csv", "Persyaratan;", "Persaratan;");
    });
    rusak("unsur-ganda", |p| {
        p.ganti("skm_bulanan.csv", "Kompetensi Pelaksana;", "Perilaku;");
    });
    rusak("instrumen-tak-dikenal", |p| {
        p.ganti("satker.toml", "skm-9", "skm9");
    });
    rusak_dari(KANIM, "pihak-tak-dikenal", |p| {
        p.ganti("ipk_unsur.csv", "eksternal;Intelijen", "external;Intelijen");
    });
    rusak("bentuk-survei-salah", |p| {
        p.ganti("satker.toml", "indikator = \"IKM\"", "indikator = \"WTL\"");
    });
    rusak("berkas-survei", |p| {
        p.ganti("satker.toml", "skm_bulanan.csv", "skm_bulan.csv");
    });
    rusak_dari(KANIM, "berkas-survei-hilang", |p| {
        p.hapus("skm_bulanan.csv");
    });
    rusak_dari(KANIM, "berkas-survei-ganda", |p| {
        p.ganti("satker.toml", "iio_bulanan.csv", "skm_bulanan.csv");
    });
}

#[test]
fn the_document_of_the_office_is_checked() {
    rusak("toml-rusak", |p| {
        p.ganti(
            "satker.toml",
            "kota = \"Kota Rekaan\"",
            "kota = Kota Rekaan",
        );
    });
    rusak("kunci-satker", |p| {
        p.ganti("satker.toml", "telepon", "telpon");
        p.ganti(
            "satker.toml",
            "jumlah_pegawai = 32",
            "jumlah_pegawai = 32.5",
        );
        p.ganti(
            "satker.toml",
            "profil = \"kantor-umum\"",
            "profil = \"kantor umum\"",
        );
        p.ganti("satker.toml", "rekaan = true", "rekaan = \"ya\"");
        p.ganti("satker.toml", "\"zi.wbk\"", "\"zi.wkb\"");
        p.ganti("satker.toml", "bentuk = \"bulanan\"\n", "");
    });
    rusak("gambar", |p| {
        for (nama, berkas) in [
            ("a", "../rahasia.png"),
            ("b", "/etc/hostname"),
            ("c", "tidak_ada.png"),
            ("d", "satker.toml"),
        ] {
            p.tambah("satker.toml", &format!("\n[[gambar]]\nperan = \"foto\"\nberkas = \"{berkas}\"\nketerangan = \"{nama}\"\n"));
        }
    });
}

#[test]
fn corrections_must_name_a_cell_and_its_printed_text() {
    const KEPALA: &str = "berkas;kunci;kolom;tercetak;menjadi;alasan;dasar\n";
    rusak("koreksi", |p| {
        p.tulis("koreksi.csv", KEPALA);
        p.tambah(
            "koreksi.csv",
            "pnbp.csv;2024;realisasi;1.231.480.001;1;alasan;dasar\n",
        );
        p.tambah("koreksi.csv", "pnpb.csv;2024;target;1;1;alasan;dasar\n");
        p.tambah(
            "koreksi.csv",
            "anggaran_jenis_belanja.csv;2024/realisasi/brang;realisasi;1;1;alasan;dasar\n",
        );
        p.tambah(
            "koreksi.csv",
            "ikpa.csv;2024/nilai;nila;97,36;1;alasan;dasar\n",
        );
        p.tambah(
            "koreksi.csv",
            "pnbp.csv;2023;target;1.000.000.000;banyak;alasan;\n",
        );
        p.tambah(
            "koreksi.csv",
            "pnbp.csv;2022;target;900.000.000;-1;alasan;dasar\n",
        );
    });
}

#[test]
fn files_are_checked() {
    rusak("berkas-hilang", |p| {
        p.hapus("satker.toml")
            .hapus("indikator_tahunan.csv")
            .hapus("perjanjian_kinerja.csv");
    });
    rusak("berkas-tak-dikenal", |p| {
        p.tulis("anggaran_progam.csv", "tahun\n")
            .tulis("data.xlsx", "x")
            .tulis("narasi/catatan.txt", "x");
        p.tulis("narasi/ikm.analisa.md", "Isi.");
    });
    rusak("bukan-utf8", |p| {
        p.tulis("kegiatan.csv", b"jenis;uraian\ninovasi;Caf\xe9 baca\n");
    });
    rusak("bita-nol", |p| {
        p.tulis("kegiatan.csv", b"jenis;uraian\ninovasi;x\0y\n");
    });
    rusak("berkas-terlalu-besar", |p| {
        let besar = fs::File::create(p.jalur("kegiatan.csv")).expect("made");
        besar.set_len(50 * 1024 * 1024).expect("sized");
    });
    rusak("baris-terlalu-banyak", |p| {
        p.tulis(
            "kegiatan.csv",
            format!("jenis;uraian\n{}", "inovasi;x\n".repeat(100_001)),
        );
    });
    rusak("berkas-terlalu-banyak", |p| {
        for nomor in 0..=1_000 {
            p.tulis(&format!("narasi/{nomor:04}.md"), "x");
        }
    });
    rusak("bukan-berkas", |p| {
        p.hapus("pnbp.csv");
        fs::create_dir(p.jalur("pnbp.csv")).expect("made");
        fs::remove_dir_all(p.jalur("narasi")).expect("removed");
        p.tulis("narasi", "x");
    });
    let luar = Path::new("/tidak/ada/paket");
    cocok("paket-tak-terbaca", &alat::pesan(luar));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_package_is_refused() {
    rusak("tautan-simbolis", |p| {
        p.hapus("pnbp.csv");
        std::os::unix::fs::symlink("/etc/hostname", p.jalur("pnbp.csv")).expect("linked");
        std::os::unix::fs::symlink("/etc", p.jalur("gambar")).expect("linked");
        p.tambah(
            "satker.toml",
            "\n[[gambar]]\nperan = \"foto\"\nberkas = \"gambar/hostname\"\nketerangan = \"x\"\n",
        );
    });
}

#[test]
fn all_errors_come_at_once() {
    rusak("semua-sekaligus", |p| {
        p.ganti(
            "indikator_tahunan.csv",
            "target;realisasi",
            "taget;realisasi",
        );
        p.ganti("skm_bulanan.csv", "Persyaratan;3,48", "Persaratan;4,48");
        p.ganti(
            "anggaran_jenis_belanja.csv",
            "2.450.000.000",
            "-2.450.000.000",
        );
        p.ganti("anggaran_revisi.csv", "2024-05-20", "2019-05-20");
        p.tulis("kegiatan.csv", b"jenis;uraian\ninovasi;Caf\xe9 baca\n");
        p.hapus("perjanjian_kinerja.csv");
    });
}

#[test]
fn a_flood_of_errors_is_cut_with_a_count() {
    let p = Rusak::new(KANTOR);
    p.tulis(
        "kegiatan.csv",
        format!("jenis;uraian;jumlah\n{}", "inovasi;sama;x\n".repeat(1_000)),
    );
    let pesan = p.pesan();
    assert!(
        pesan.ends_with("perbaikan: perbaiki kesalahan di atas, lalu jalankan lagi"),
        "{pesan}"
    );
    assert!(pesan.contains("[kesalahan-terlalu-banyak]"));
}

#[test]
fn every_defect_named_in_the_code_is_provoked_by_a_test() {
    // The disk's own refusals cannot be provoked the same way everywhere; the floods have tests of their own.
    let pengecualian = [
        "buku-kerja-terlalu-besar",
        "berkas-tak-terbaca",
        "kesalahan-terlalu-banyak",
        "buku-kerja-rusak",
    ];
    let akar = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut disebut = BTreeSet::new();
    baca_semua(&akar.join("src"), &mut |isi| disebut.extend(kode_di(isi)));
    let mut terbukti = String::new();
    baca_semua(&akar.join("tests/errors"), &mut |isi| {
        terbukti.push_str(isi)
    });
    let lupa: Vec<&String> = disebut
        .iter()
        .filter(|kode| {
            !pengecualian.contains(&kode.as_str()) && !terbukti.contains(&format!("[{kode}]"))
        })
        .collect();
    assert!(disebut.len() > 40, "the source is searched rightly");
    assert!(lupa.is_empty(), "no test provokes {lupa:?}");
}

fn baca_semua(dir: &Path, pakai: &mut dyn FnMut(&str)) {
    for entri in fs::read_dir(dir).expect("listed").flatten() {
        if entri.path().is_dir() {
            baca_semua(&entri.path(), pakai);
        } else {
            pakai(&fs::read_to_string(entri.path()).expect("readable"));
        }
    }
}

/// Names of defects in a source file: the first text after each way of reporting.
fn kode_di(isi: &str) -> Vec<String> {
    ["Kesalahan::new(", "lapor(", "tolak(", "Err(("]
        .iter()
        .flat_map(|penanda| isi.split(penanda).skip(1))
        .filter_map(|sisa| {
            let sebelum_titik_koma = sisa.split(';').next()?;
            let kode = sebelum_titik_koma.split('"').nth(1)?;
            (kode.contains('-')
                && kode
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()))
            .then(|| kode.to_owned())
        })
        .collect()
}
