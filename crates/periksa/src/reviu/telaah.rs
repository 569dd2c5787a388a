//! What a person should look at for the items that a machine cannot judge.

use std::collections::BTreeMap;

use super::Jawaban;
use super::indikator::diperjanjikan;
use super::peta::Peta;

/// What to look at, by the code of the item, and whether the indicators help.
const PETUNJUK: &[(&str, &str, bool)] = &[
    (
        "penyusun",
        "Lihat keputusan atau surat tugas penyusun laporan.",
        false,
    ),
    (
        "dukungan_data",
        "Minta dokumen sumber atas realisasi setiap indikator dan anggaran.",
        true,
    ),
    (
        "mekanisme_data",
        "Lihat prosedur atau surat permintaan data dari unit penyusun kepada unit kerja.",
        false,
    ),
    (
        "penanggung_jawab_data",
        "Lihat penetapan penanggung jawab data pada setiap unit kerja.",
        false,
    ),
    (
        "keandalan_data",
        "Uji petik angka terhadap dokumen sumbernya, dimulai dari angka yang menjadi temuan.",
        false,
    ),
    (
        "analisis_diketahui",
        "Lihat notula rapat, paraf, atau persetujuan unit kerja atas analisis capaian.",
        false,
    ),
    (
        "partisipasi",
        "Lihat bahan laporan yang disampaikan unit kerja dan cara bahan itu digabungkan.",
        false,
    ),
    (
        "sesuai_indikator",
        "Nilai apakah setiap sasaran diukur oleh indikator yang tepat.",
        true,
    ),
    (
        "sesuai_iku",
        "Bandingkan sasaran dan indikator dengan penetapan indikator kinerja utama kantor.",
        true,
    ),
    (
        "penjelasan_indikator",
        "Diisi bila kesesuaian dengan indikator kinerja atau indikator kinerja utama dijawab tidak.",
        false,
    ),
    (
        "cukup_mengukur",
        "Nilai apakah semua indikator bersama-sama menggambarkan sasarannya.",
        true,
    ),
    (
        "penjelasan_kecukupan",
        "Diisi bila kecukupan indikator dijawab tidak.",
        false,
    ),
    (
        "kriteria_indikator",
        "Nilai setiap indikator menurut kelima kriteria.",
        true,
    ),
];

/// What a person should look at.
pub(super) fn telaah(peta: &Peta, kode: &str, sudah: &BTreeMap<&str, Jawaban>) -> Vec<String> {
    if kode == "penjelasan_sasaran" {
        return penjelasan_sasaran(peta, sudah);
    }
    let Some((_, petunjuk, berindikator)) = PETUNJUK.iter().find(|(satu, ..)| *satu == kode) else {
        return vec!["Dinilai oleh pereviu.".to_owned()];
    };
    let mut catatan = vec![(*petunjuk).to_owned()];
    if *berindikator {
        catatan.push(
            if diperjanjikan(peta.bacaan).is_empty() {
                "Indikator yang diperjanjikan tidak dikenali mesin; lihat perjanjian kinerja."
            } else {
                "Indikator, satuan, dan targetnya tercantum pada bagian Indikator Kinerja."
            }
            .to_owned(),
        );
    }
    catatan
}

fn penjelasan_sasaran(peta: &Peta, sudah: &BTreeMap<&str, Jawaban>) -> Vec<String> {
    let ya = ["sesuai_perjanjian", "selaras_renstra"]
        .iter()
        .all(|kode| sudah.get(kode) == Some(&Jawaban::Ya));
    if ya {
        return vec![
            "Penjelasan tidak diperlukan bila pereviu menyetujui jawaban ya atas kesesuaian dengan perjanjian kinerja dan rencana strategis.".to_owned(),
        ];
    }
    let mut catatan = vec![
        "Cari penjelasan atas perbedaan sasaran, indikator, atau target, misalnya perubahan perjanjian kinerja.".to_owned(),
    ];
    if let Some(bagian) = peta.judul(&["perubahan", "revisi", "reviu renstra"]) {
        catatan.push(format!("Mungkin berkaitan: {}.", peta.sebut_judul(bagian)));
    }
    catatan
}
