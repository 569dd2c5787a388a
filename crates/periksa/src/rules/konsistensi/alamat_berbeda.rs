//! The address of the office given in two ways.

use crate::bacaan::Letak;
use crate::rules::teks::{Kata, antara, kata, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "alamat-berbeda",
    judul: "Alamat kantor ditulis dengan dua cara.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Alamat yang sama nomor rumahnya tetapi nama jalannya berbeda sebagian, atau sama jalannya tetapi berbeda nomornya di \
                     dekat kata \"beralamat\" atau \"berlokasi\", patut disamakan. Alamat kantor lain tidak dipersoalkan.",
            dasar: &["Satu kantor memiliki satu alamat resmi."],
            buruk: &[
                "DINAS ARSIP KABUPATEN TELAGASARI\n\nJalan Dr. Wahidin No. 12 Telagasari\n\nDinas Arsip beralamat di Jalan Wahidin Nomor 12.",
                "Jl. Merdeka No. 5 Telagasari\n\nDinas Arsip berlokasi di Jalan Merdeka No. 15, Kecamatan Kota.",
            ],
            baik: &[
                "Jalan Dr. Wahidin No. 12 Telagasari\n\nDinas Arsip beralamat di Jl. Dr. Wahidin Nomor 12, Telagasari.",
                "Jl. Merdeka No. 5 Telagasari\n\nPelatihan diselenggarakan di gedung serbaguna Jalan Merdeka No. 27.",
            ],
        },
    },
};

struct Alamat {
    letak: Letak,
    /// Words of the street in lower case, without titles.
    jalan: Vec<String>,
    /// All words of the street in lower case.
    utuh: Vec<String>,
    nomor: String,
    /// Whether the sentence says that the office stands there, or the line is a letterhead.
    sendiri: bool,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let mut semua: Vec<Alamat> = Vec::new();
    for satuan in satuan(bahan.bacaan.sumber) {
        let kecil = satuan.teks.to_lowercase();
        if !kecil.contains("jalan") && !kecil.contains("jl") {
            continue;
        }
        let kata = kata(satuan.teks);
        let sebut = kata.iter().any(|k| {
            matches!(
                k.kecil.as_ref(),
                "beralamat" | "alamat" | "berlokasi" | "berkedudukan"
            )
        });
        for i in 0..kata.len() {
            if let Some((jalan, akhir)) = alamat(satuan.teks, &kata, i) {
                let nomor = kata
                    .get(akhir)
                    .map(|k| k.kecil.to_string())
                    .unwrap_or_default();
                let rentang = kata[i].awal..kata.get(akhir).map_or(kata[i].akhir, |k| k.akhir);
                semua.push(Alamat {
                    letak: satuan.letak.bagian(rentang),
                    jalan: jalan
                        .iter()
                        .filter(|k| !GELAR.contains(&k.as_str()))
                        .cloned()
                        .collect(),
                    utuh: jalan,
                    nomor,
                    sendiri: sebut || i <= 1 && kata.len() <= 14,
                });
            }
        }
    }
    let Some(pertama) = semua.iter().find(|a| a.sendiri) else {
        return;
    };
    for lain in semua
        .iter()
        .filter(|a| a.sendiri && a.letak != pertama.letak)
    {
        let serumpun = lain.jalan.iter().any(|k| pertama.jalan.contains(k));
        let beda_jalan = lain.nomor == pertama.nomor && lain.utuh != pertama.utuh && serumpun;
        let beda_nomor = lain.nomor != pertama.nomor && lain.jalan == pertama.jalan;
        if beda_jalan || beda_nomor {
            let pesan = format!(
                "Alamat ini berbeda dari \"{}\" di bagian lain laporan.",
                bahan.bacaan.teks(&pertama.letak)
            );
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &lain.letak,
                    pesan,
                    "Samakan dengan alamat resmi kantor.",
                )
                .terkait(bahan, [&pertama.letak]),
            );
        }
    }
}

/// Titles in names of streets.
const GELAR: &[&str] = &[
    "dr", "ir", "h", "hj", "prof", "jend", "jenderal", "letjen", "kapten", "kh", "k", "mr", "raya",
];

/// The street that begins at a word, and the index of the word with its number.
fn alamat(teks: &str, kata: &[Kata], i: usize) -> Option<(Vec<String>, usize)> {
    matches!(kata.get(i)?.kecil.as_ref(), "jalan" | "jl" | "jln").then_some(())?;
    let mut jalan = Vec::new();
    for j in i + 1..(i + 9).min(kata.len()) {
        let satu = kata.get(j)?;
        let sela = antara(teks, kata.get(j - 1)?, satu);
        if sela.contains([',', ';', '\n', '(']) {
            return None;
        }
        if matches!(satu.kecil.as_ref(), "no" | "nomor") {
            let nomor = kata.get(j + 1)?;
            let angka = nomor.kecil.starts_with(|c: char| c.is_ascii_digit());
            return (angka && !jalan.is_empty()).then_some((jalan, j + 1));
        }
        if !teks
            .get(satu.awal..)
            .is_some_and(|s| s.starts_with(char::is_uppercase))
        {
            return None;
        }
        jalan.push(satu.kecil.to_string());
    }
    None
}
