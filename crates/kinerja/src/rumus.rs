//! The named formulas. A change of law that changes a formula adds an entry here; a change of a value does not.

/// A named formula.
#[derive(Debug, PartialEq, Eq)]
pub struct Rumus {
    /// "capaian-naik"
    pub id: &'static str,
    /// Its name for a reader.
    pub nama: &'static str,
    /// The formula in words.
    pub bunyi: &'static str,
    /// Codes of the provisions that set it; empty where it is plain arithmetic.
    pub ketentuan: &'static [&'static str],
}

macro_rules! daftar_rumus {
    ($($konstan:ident: $id:literal, $nama:literal, $bunyi:literal, $ketentuan:expr;)*) => {
        $(#[doc = $bunyi] pub static $konstan: Rumus =
            Rumus { id: $id, nama: $nama, bunyi: $bunyi, ketentuan: &$ketentuan };)*
        /// All named formulas.
        pub static SEMUA: &[&Rumus] = &[$(&$konstan),*];
    };
}

daftar_rumus! {
    CAPAIAN_NAIK: "capaian-naik", "Capaian, makin tinggi makin baik", "realisasi / target × 100%", ["capaian.rumus_naik"];
    CAPAIAN_TURUN: "capaian-turun", "Capaian, makin rendah makin baik", "(2 × target − realisasi) / target × 100%", ["capaian.rumus_turun"];
    CAPAIAN_RENTANG: "capaian-rentang", "Capaian, di dalam rentang", "di dalam rentang: 100%; di luar rentang: menurut jaraknya dari batas terdekat", ["capaian.rumus_rentang"];
    RATA_CAPAIAN: "rata-capaian", "Rata-rata capaian", "jumlah capaian / banyaknya indikator yang dapat diukur", [];
    INDEKS_BULAN: "indeks-bulan", "Indeks bulanan", "jumlah nilai unsur / banyaknya unsur", ["skm.bobot_unsur"];
    INDEKS_TERTIMBANG: "indeks-tertimbang", "Rata-rata tertimbang responden", "Σ(nilai × responden) / Σ responden", [];
    NILAI_TERTIMBANG: "nilai-tertimbang", "Nilai kali responden", "nilai × responden", [];
    INDEKS_UNSUR_BERBOBOT: "indeks-unsur-berbobot", "Jumlah nilai unsur menurut bobot", "Σ(bobot × nilai unsur) / Σ bobot", [];
    INDEKS_KELOMPOK: "indeks-kelompok", "Rata-rata kelompok unsur", "jumlah nilai unsur dalam kelompok / banyaknya unsur", [];
    KONVERSI_SKALA_5: "konversi-skala-5", "Konversi skala jawaban", "nilai × faktor konversi", ["survei.konversi_5_ke_4"];
    KONVERSI_SKALA_100: "konversi-skala-100", "Konversi skala data", "nilai / faktor konversi", ["survei.faktor_skala_100"];
    NILAI_KONVERSI: "nilai-konversi", "Nilai konversi", "indeks × faktor konversi", ["skm.faktor"];
    KATEGORI: "kategori", "Kategori menurut interval", "interval yang memuat nilai sesudah pembulatan", [];
    PUBLIKASI: "pembulatan-publikasi", "Pembulatan nilai publikasi", "pembulatan setengah ke atas pada presisi indikator", [];
    JUMLAH: "jumlah", "Penjumlahan", "jumlah seluruh komponen", [];
    SELISIH: "selisih", "Selisih", "nilai pertama − nilai kedua", [];
    PERUBAHAN_PERSEN: "perubahan-persen", "Perubahan relatif", "(nilai kini − nilai lalu) / nilai lalu × 100%", [];
    BANDING_PERSEN: "banding-persen", "Perbandingan relatif", "nilai kantor / nilai pembanding × 100%", [];
    PENYERAPAN: "penyerapan", "Penyerapan anggaran", "realisasi / pagu × 100%", [];
    SISA: "sisa-anggaran", "Sisa anggaran", "pagu − realisasi", [];
    EFISIENSI_SASARAN: "efisiensi-sasaran", "Efisiensi sumber daya sasaran", "(pagu × capaian − realisasi) / (pagu × capaian) × 100%", ["lkj.analisis_wajib"];
    NILAI_EFISIENSI: "nilai-efisiensi", "Nilai efisiensi (NE)", "50 + efisiensi / batas efisiensi × 50, efisiensi dibatasi pada rentangnya", ["nka.rumus_efisiensi"];
    NKA_BERBOBOT: "nka-berbobot", "Nilai Kinerja Anggaran", "jumlah komponen menurut bobot tahun yang bersangkutan", ["nka.bobot"];
    IKPA_JUMLAH: "ikpa-jumlah", "Jumlah nilai terbobot IKPA", "jumlah nilai terbobot seluruh indikator", ["ikpa.bobot"];
    SAMPEL_MINIMUM: "sampel-minimum", "Sampel minimum (Krejcie–Morgan)", "X² × N × P(1 − P) / (d² × (N − 1) + X² × P(1 − P))", ["sampel.x2", "sampel.p", "sampel.d"];
    SAMPEL_GALAT: "galat-sampel", "Batas galat sampel", "√(X² × P(1 − P) / n × (N − n) / (N − 1)) × 100%", ["sampel.x2", "sampel.p"];
    CACAH: "cacah", "Pencacahan", "banyaknya butir yang memenuhi syarat", [];
}
