//! A word that was typed twice.

use crate::rules::teks::{Jenis, Kata, antara, kata, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "kata-ganda",
    judul: "Kata yang sama tertulis dua kali berturut-turut.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kata yang tertulis dua kali biasanya sisa penyuntingan. Kata ulang bahasa Indonesia ditulis dengan tanda hubung; \
                     karena itu kata benda pendek yang mungkin kata ulang tanpa tanda hubung tidak dipersoalkan, begitu pula nama orang.",
            dasar: &["Ejaan Yang Disempurnakan: kata ulang ditulis dengan tanda hubung."],
            buruk: &[
                "Indikator kedua memperoleh memperoleh hasil sebesar 82,10 persen.",
                "Laporan ini disusun oleh oleh tim penyusun yang dibentuk kepala dinas.",
                "Pedoman itu juga dipakai juga oleh seluruh bidang.",
            ],
            baik: &[
                "Nilai-nilai dasar itu berbeda-beda; rata-rata unit memperoleh hasil baik.",
                "Nilai nilai ini menjadi pegangan, dan Sri Sri Wahyuni memimpin rapat pada pada-hari itu.",
                "Upaya itu dilakukan, dilakukan lagi, lalu ditinjau.",
            ],
        },
    },
};

/// Short words that are never said twice.
const PARTIKEL: &[&str] = &[
    "yang", "dan", "dari", "untuk", "dengan", "pada", "adalah", "dalam", "oleh", "ini", "itu",
    "atau", "akan", "telah", "sudah", "juga", "agar", "bagi", "serta", "karena", "maka", "tidak",
    "dapat", "tersebut", "sebagai", "kepada", "terhadap", "sebesar", "secara", "ini", "atas",
    "hingga", "sampai", "bahwa", "jika", "bila", "yaitu", "yakni",
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for satuan in satuan(bahan.bacaan.sumber) {
        let panjang = satuan.jenis == Jenis::Sel && satuan.teks.split_whitespace().count() < 8;
        if satuan.jenis == Jenis::Rumus || panjang {
            continue;
        }
        let kata = kata(satuan.teks);
        for tiga in kata.windows(3).filter(|tiga| mengapit(satuan.teks, tiga)) {
            let [kiri, .., kanan] = tiga else { continue };
            let letak = satuan.letak.bagian(kiri.awal..kanan.akhir);
            let pesan = format!(
                "Kata \"{}\" dipakai dua kali untuk satu kata kerja.",
                kiri.kecil
            );
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Hapus salah satunya.",
            ));
        }
        for dua in kata.windows(2) {
            let [kiri, kanan] = dua else { continue };
            let sela = antara(satuan.teks, kiri, kanan);
            let berdampingan = !sela.is_empty() && sela.chars().all(|c| c == ' ' || c == '\u{a0}');
            let asli = satuan.teks.get(kanan.awal..kanan.akhir).unwrap_or_default();
            let nama = asli.starts_with(char::is_uppercase);
            if !berdampingan || kiri.kecil != kanan.kecil || nama || !is_salah(&kiri.kecil) {
                continue;
            }
            let letak = satuan.letak.bagian(kiri.awal..kanan.akhir);
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &letak,
                    format!("Kata \"{asli}\" tertulis dua kali berturut-turut."),
                    "Hapus salah satunya, atau pakai tanda hubung bila yang dimaksud kata ulang.",
                )
                .seharusnya(Some(asli.to_owned())),
            );
        }
    }
}

/// Adverbs that one verb takes once.
const KETERANGAN: &[&str] = &["juga", "telah", "akan", "sudah", "masih"];

/// "juga dipakai juga": an adverb on both sides of one verb.
fn mengapit(teks: &str, tiga: &[Kata]) -> bool {
    let [kiri, tengah, kanan] = tiga else {
        return false;
    };
    let rapat = |a: &Kata, b: &Kata| antara(teks, a, b).chars().all(|c| c == ' ');
    let kerja = ["me", "di", "ber", "ter"]
        .iter()
        .any(|awalan| tengah.kecil.starts_with(awalan));
    KETERANGAN.contains(&kiri.kecil.as_ref())
        && kiri.kecil == kanan.kecil
        && kerja
        && rapat(kiri, tengah)
        && rapat(tengah, kanan)
}

/// Whether a word said twice is a slip, and not a plural without its hyphen.
fn is_salah(kata: &str) -> bool {
    let huruf = kata.chars().all(char::is_alphabetic);
    let kerja = ["mem", "men", "meng", "meny", "me", "ber", "ter", "di"]
        .iter()
        .any(|awalan| kata.starts_with(awalan))
        && kata.chars().count() >= 6;
    huruf && (PARTIKEL.contains(&kata) || kerja || kata.chars().count() >= 8)
}
