//! How authors of templates speak to the author of the report.

use std::sync::LazyLock;

use crate::rules::frasa::Frasa;

/// Verbs that tell the author what to write.
const PERINTAH: &[&str] = &[
    "sebutkan",
    "jelaskan",
    "uraikan",
    "deskripsikan",
    "paparkan",
    "tuliskan",
    "tulislah",
    "isikan",
    "cantumkan",
    "narasikan",
    "gambarkan",
    "sajikan",
    "tampilkan",
    "lampirkan",
    "masukkan",
    "tambahkan",
    "sesuaikan",
    "sisipkan",
];

/// Of these, the ones that no recommendation begins with.
const PERINTAH_TEGAS: &[&str] = &[
    "sebutkan",
    "jelaskan",
    "uraikan",
    "deskripsikan",
    "paparkan",
    "tuliskan",
    "isikan",
    "cantumkan",
    "narasikan",
];

/// How a line to the author begins.
const AWALAN: &[&str] = &[
    "diisi dengan",
    "diisi sesuai",
    "diisi oleh",
    "diisi berdasarkan",
    "diisi apabila",
    "diisi jika",
    "diisi bila",
    "isi dengan",
    "isi sesuai",
    "isi nama",
    "isi jumlah",
    "isi nilai",
    "isi tanggal",
    "isi bila",
    "isi jika",
    "contoh pengisian",
    "contoh narasi",
    "contoh kalimat",
    "contoh penulisan",
    "contoh format",
    "catatan penulis",
    "petunjuk pengisian",
    "petunjuk penulisan",
    "cara pengisian",
    "ketik di sini",
    "tulis di sini",
    "nb: hapus",
];

/// What is said to the author wherever it stands.
const FRASA: &[&str] = &[
    "tuliskan di sini",
    "tulis di sini",
    "ketik di sini",
    "ketikkan di sini",
    "isi di sini",
    "diisi di sini",
    "hapus bila tidak",
    "hapus jika tidak",
    "hapus apabila tidak",
    "dihapus bila tidak",
    "dihapus jika tidak",
    "dihapus apabila tidak",
    "hapus bagian ini",
    "hapus kalimat ini",
    "hapus paragraf ini",
    "hapus petunjuk ini",
    "hapus baris ini",
    "hapus catatan ini",
    "bagian ini dapat dihapus",
    "kalimat ini dapat dihapus",
    "paragraf ini dapat dihapus",
    "dapat juga memasukkan",
    "dapat juga menambahkan",
    "dapat juga mencantumkan",
    "dapat juga menyajikan",
    "dapat pula memasukkan",
    "dapat pula menambahkan",
    "dapat pula mencantumkan",
    "bagian ini diisi",
    "kalimat ini diisi",
    "paragraf ini diisi",
    "diisi oleh penyusun",
    "dilengkapi oleh penyusun",
    "bagian ini dilengkapi oleh",
    "silakan isi",
    "silakan diisi",
    "silakan sesuaikan",
    "silakan tambahkan",
    "silahkan isi",
    "silahkan diisi",
    "silahkan sesuaikan",
    "silahkan tambahkan",
    "mohon diisi",
    "mohon dilengkapi",
    "harap diisi",
    "harap dilengkapi",
    "ganti dengan nama",
    "ganti dengan foto",
    "ganti dengan gambar",
    "ganti sesuai",
    "jelaskan secara singkat",
    "uraikan secara singkat",
    "disesuaikan dengan kebutuhan masing-masing satuan kerja",
    "disesuaikan dengan kondisi masing-masing satuan kerja",
];

/// How a footnote of a template begins that tells when to write what.
const PASIF: &[&str] = &[
    "diberikan",
    "ditambahkan",
    "dicantumkan",
    "dimasukkan",
    "diuraikan",
    "dijelaskan",
    "disebutkan",
    "disesuaikan",
    "dihapus",
    "diisi",
    "dituliskan",
    "ditulis",
    "disajikan",
    "dilampirkan",
    "dipilih",
];

/// Whether a text in lower case begins with a verb to the author.
pub(super) fn awal_perintah(kecil: &str) -> bool {
    let depan = kecil.trim_start_matches(|c: char| !c.is_alphanumeric());
    PERINTAH.iter().any(|kata| berawal(depan, kata))
        || AWALAN.iter().any(|awalan| berawal(depan, awalan))
}

/// Whether a whole line in lower case that is in no bracket is one to the author.
pub(super) fn baris_perintah(kecil: &str) -> bool {
    let depan = kecil.trim_start_matches(|c: char| !c.is_alphanumeric());
    let perintah = PERINTAH_TEGAS.iter().any(|kata| berawal(depan, kata))
        || AWALAN.iter().any(|awalan| berawal(depan, awalan));
    // Only a line to the author may be a question to a respondent.
    perintah
        && !["saudara", "anda ", "bapak", "responden", "menurut"]
            .iter()
            .any(|kata| kecil.contains(kata))
}

/// Whether a phrase to the author stands in a text in lower case.
pub(super) fn is_petunjuk(kecil: &str) -> bool {
    frasa(kecil).is_some()
}

/// The first phrase to the author in a text in lower case, by its bytes.
pub(super) fn frasa(kecil: &str) -> Option<(usize, usize)> {
    static SEMUA: LazyLock<Frasa> = LazyLock::new(|| Frasa::new(FRASA));
    SEMUA.cari(kecil).next()
}

/// Whether a footnote in lower case tells the author when to write what.
pub(super) fn catatan_penyusun(kecil: &str) -> bool {
    let depan = kecil.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bersyarat = [
        " bila ",
        " jika ",
        " apabila ",
        " sesuai ",
        " oleh satuan kerja",
        " oleh satker",
    ]
    .iter()
    .any(|kata| kecil.contains(kata));
    is_petunjuk(kecil)
        || baris_perintah(kecil)
        || bersyarat && PASIF.iter().any(|kata| berawal(depan, kata))
}

fn berawal(teks: &str, kata: &str) -> bool {
    teks.strip_prefix(kata)
        .is_some_and(|sisa| !sisa.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{awal_perintah, baris_perintah, catatan_penyusun};

    #[test]
    fn a_verb_to_the_author_stands_at_the_front() {
        assert!(awal_perintah("sebutkan inovasi"));
        assert!(!awal_perintah("responden diminta sebutkan"));
        assert!(!awal_perintah("sesuaikannya"));
    }

    #[test]
    fn a_question_to_a_respondent_is_no_instruction_to_the_author() {
        assert!(baris_perintah(
            "uraikan kendala yang dihadapi selama tahun berjalan."
        ));
        assert!(!baris_perintah(
            "jelaskan pendapat saudara tentang layanan kami."
        ));
        assert!(!baris_perintah(
            "pada bagian ini diuraikan capaian kinerja."
        ));
    }

    #[test]
    fn a_footnote_that_says_when_to_write_what_is_for_the_author() {
        assert!(catatan_penyusun(
            "diberikan catatan bila ada bulan yang kurang."
        ));
        assert!(!catatan_penyusun(
            "diberikan oleh menteri pada upacara bulan agustus."
        ));
    }
}
