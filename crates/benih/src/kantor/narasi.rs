//! The office's own words, where those of the example would be false for other figures, or are not there.

use paket::Mentah;

use super::Asal;
use super::kinerja_tahunan::Target;

pub(super) fn isi(mentah: &mut Mentah, asal: Asal, tahun: i64, target: &[Target]) {
    let ikpa = mentah.lembar("ikpa").is_some();
    for satu in target {
        let kode = satu.kode.to_lowercase();
        if asal == Asal::Kanim || kode != "wtl" {
            tulis(
                mentah,
                &format!("{kode}.analisis"),
                &format!(
                    "Realisasi tercatat {{{{ f(\"{kode}.{tahun}.realisasi\") }}}} dengan capaian {{{{ f(\"{kode}.{tahun}.capaian\") }}}}.\n\
                 Petugas dilatih secara berkala dan rapat evaluasi diadakan setiap bulan.\n\
                 Masukan masyarakat ditindaklanjuti oleh seksi yang bersangkutan."
                ),
            );
        }
        tambah(
            mentah,
            &format!("{kode}.efisiensi"),
            "Pengukuran dijalankan bersama dengan pelayanan, sehingga tidak memerlukan petugas dan perjalanan tersendiri.",
        );
        tambah(
            mentah,
            &format!("{kode}.rekomendasi"),
            "1. Memantau hasil pengukuran setiap bulan.\n2. Membahas hasilnya dalam rapat evaluasi.",
        );
    }
    tulis(
        mentah,
        "anggaran.analisis",
        &format!(
            "Penyerapan anggaran mencapai {{{{ f(\"anggaran.{tahun}.penyerapan\") }}}}.\n\
         Realisasi kumulatif berada di bawah rencana pada setiap bulan, karena sebagian tagihan pengadaan masuk pada bulan berikutnya."
        ),
    );
    tambah(
        mentah,
        "anggaran.rekomendasi",
        "1. Menyusun jadwal pengadaan sejak awal tahun agar tagihan lebih merata.\n2. Memutakhirkan rencana penarikan dana setiap triwulan.",
    );
    tambah(
        mentah,
        "efisiensi",
        "Anggaran dipakai sesuai dengan sasaran yang didukungnya.",
    );
    if ikpa {
        tambah(
            mentah,
            "kinerja_anggaran",
            "Nilai yang masih dapat ditingkatkan adalah ketepatan rencana penarikan dana.",
        );
    } else {
        tulis(
            mentah,
            "kinerja_anggaran",
            "Pelaksanaan anggaran dipantau setiap bulan melalui aplikasi pemantauan.",
        );
    }
    if asal == Asal::Umum && !ikpa {
        tulis(
            mentah,
            "kinerja_lain",
            &format!(
                "Selain indikator Perjanjian Kinerja, kantor menjalankan inovasi Pojok Bantuan dan Kartu Arsip.\n\
             Penerimaan negara bukan pajak mencapai {{{{ f(\"pnbp.{tahun}.capaian\") }}}} dari targetnya."
            ),
        );
    }
}

fn tulis(mentah: &mut Mentah, kunci: &str, isi: &str) {
    mentah.narasi.insert(kunci.to_owned(), isi.to_owned());
}

fn tambah(mentah: &mut Mentah, kunci: &str, isi: &str) {
    mentah
        .narasi
        .entry(kunci.to_owned())
        .or_insert_with(|| isi.to_owned());
}
