//! A sentence whose number is missing between its words.

mod daftar;

use std::ops::Range;

use daftar::{CACAH, SAMBUNG, TERBANDING, UKURAN};

use crate::rules::teks::{Jenis, Kata, kata, kata_sebelum, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "kalimat-tanpa-angka",
    judul: "Angka dalam kalimat hilang.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kata seperti \"sebesar\", \"sebanyak\", atau \"Rp\" menuntut angka sesudahnya. Bila yang menyusul adalah kata \
                     sambung, satuan, atau tanda baca, angkanya hilang. Bentuk lain dari kata itu (\"sebesar-besarnya\", \"sejumlah \
                     pegawai\", \"dalam Rp\") tidak dipersoalkan.",
            dasar: &["Kalimat yang kehilangan angkanya tidak dapat diperiksa."],
            buruk: &[
                "Penerimaan retribusi tahun 2024 sebesar atau 98,20 persen dari target.",
                "Jumlah peserta penyuluhan sebanyak orang dari lima kecamatan.",
                "Dana yang terserap adalah Rp dari pagu Rp1.250.000.000,-.",
                "Tingkat kepuasan pengguna mencapai % pada akhir tahun.",
                "Realisasi kegiatan ini sebesar, lebih rendah daripada tahun lalu.",
                "Target kegiatan ini adalah. Realisasinya 3,10 indeks.",
                "Realisasinya 3,61 indeks atau dari target tahun ini.",
                "Realisasi penerimaan tahun 2021 sebesar belum mencapai target Rp8.000.000.",
                "Capaian tahun 2023 sebesar diperoleh dari realisasi 3,8 hari terhadap target 4,6 hari.",
                "Jumlah perkara yang diputus adalah  atau 93,20% dari perkara yang masuk.",
                "Dari 210 perkara yang didaftarkan, 203 perkara diputus di tempat atau.",
                "Dibandingkan dengan tahun 2021 yang tercatat , persentase tahun ini lebih tinggi.",
                "Waktu tunggu layanan rata-rata menit dari batas 60 menit.",
                "Realisasi tahun ini 93,10%, sedangkan tahun 2022 realisasinya dan tahun 2021 sebesar 91,30%.",
            ],
            baik: &[
                "Anggaran digunakan untuk sebesar-besarnya kemanfaatan masyarakat, dan sejumlah pegawai mengikuti pelatihan.",
                "Kenaikan tahun ini tidak sebesar yang diharapkan; realisasinya sebesar 3,10 persen.",
                "Uraian\tPagu (Rp)\tRealisasi (Rp)\t%\nBelanja barang\t1.000.000\t900.000\t90",
                "Kegiatan berlangsung selama jam kerja dan rata-rata hari rawat dihitung setiap bulan, baik target maupun realisasinya dan sebabnya.",
                "Data diperoleh dari survei atau dari wawancara, secara tatap muka dan/atau daring.",
                "Target tersebut telah mencapai dan melampaui harapan, yaitu sebesar:\n\n1. 82,10 persen pada triwulan I;",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for satuan in satuan(bahan.bacaan.sumber)
        .into_iter()
        .filter(|s| s.prosa() || s.jenis == Jenis::Sel)
    {
        // A short cell is a label, not a sentence.
        if satuan.jenis == Jenis::Sel && satuan.teks.split_whitespace().count() < 8 {
            continue;
        }
        for rentang in hilang(satuan.teks) {
            let letak = satuan.letak.bagian(rentang);
            let pesan = format!(
                "Angka yang seharusnya berada di antara kata-kata ini tidak ada: \"{}\".",
                bahan.bacaan.teks(&letak)
            );
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Tulis angkanya beserta satuannya.",
            ));
        }
    }
}

/// Where a number is missing: the words around the gap.
pub(super) fn hilang(teks: &str) -> Vec<Range<usize>> {
    let kata = kata(teks);
    let mut hasil = Vec::new();
    for (i, satu) in kata.iter().enumerate() {
        let sela = teks
            .get(satu.akhir..kata.get(i + 1).map_or(teks.len(), |k| k.awal))
            .unwrap_or_default();
        let berikut = kata.get(i + 1).map(|k| k.kecil.as_ref());
        if is_hilang(teks, satu.kecil.as_ref(), satu.awal, sela, berikut)
            || putus(satu.kecil.as_ref(), sela)
            || tanpa_banyak(teks, &kata, i, sela)
            || berlanjut(teks, &kata, i, sela)
        {
            let akhir = match (sela.trim(), kata.get(i + 1)) {
                ("", Some(kata)) => kata.akhir,
                // The gap ends at the mark.
                _ => {
                    satu.akhir + sela.len() - sela.trim_start().len()
                        + sela.trim_start().chars().next().map_or(0, char::len_utf8)
                }
            };
            hasil.push(satu.awal..akhir);
        }
    }
    hasil
}

fn is_hilang(teks: &str, kata: &str, awal: usize, sela: &str, berikut: Option<&str>) -> bool {
    let tanda = sela.trim();
    let langsung = tanda.is_empty() && !sela.contains('\n');
    let persen = tanda.starts_with('%');
    let henti = tanda.starts_with([',', ';', ')']) || tanda == ".";
    let satu_dari = |daftar: &[&str]| langsung && berikut.is_some_and(|b| daftar.contains(&b));
    let sebelum = || kata_sebelum(teks, awal);
    match kata {
        "sebesar" | "senilai" => {
            let banding =
                sebelum().is_some_and(|k| matches!(k.as_str(), "tidak" | "belum" | "tak"));
            !banding
                && (henti
                    || persen
                    || satu_dari(SAMBUNG)
                    || satu_dari(UKURAN)
                    || kata == "sebesar" && satu_dari(CACAH))
        }
        "sebanyak" => {
            let banding =
                sebelum().is_some_and(|k| matches!(k.as_str(), "tidak" | "belum" | "tak"));
            !banding
                && (henti || persen || satu_dari(SAMBUNG) || satu_dari(UKURAN) || satu_dari(CACAH))
        }
        "sejumlah" => {
            henti
                || persen
                || satu_dari(&["atau", "dari", "dan", "dengan", "sedangkan"])
                || satu_dari(UKURAN)
        }
        "adalah" | "berjumlah" => {
            let judul = teks.split_whitespace().count() < 4;
            !judul
                && (tanda.starts_with([',', ';'])
                    || tanda == "."
                    || putus_ganda(teks, sela, berikut)
                    || satu_dari(&["atau"])
                        && dua_kata(teks, awal).starts_with(|c: char| c.is_ascii_digit()))
        }
        "menjadi" => {
            let berangka = sebelum_angka(teks, awal);
            berangka
                && (tanda.starts_with([',', ';'])
                    || tanda == "."
                    || putus_ganda(teks, sela, berikut))
        }
        "atau" => {
            let pilihan = teks
                .get(..awal)
                .is_some_and(|s| s.ends_with(['/', '-', '"', '“', '\'']));
            let putus = tanda.starts_with([',', ';']) && langsung_tanda(sela) || tanda == ".";
            let terbanding = langsung
                && sebelum_angka(teks, awal)
                && (berikut == Some("dari") && TERBANDING.contains(&dua_kata(teks, awal).as_str()));
            !pilihan && (putus && !teks.ends_with(':') || terbanding)
        }
        "mencapai" => {
            persen
                || satu_dari(&["persen", "poin", "orang", "rupiah"])
                || langsung
                    && berikut == Some("atau")
                    && teks
                        .get(awal..)
                        .and_then(|s| s.split_once("atau"))
                        .is_some_and(|(_, s)| {
                            let s = s.trim_start();
                            s.starts_with(|c: char| c.is_ascii_digit() || c == '[')
                                || s.starts_with("sebesar")
                        })
        }
        "rp" => {
            let kiri = teks.get(..awal).unwrap_or_default().trim_end();
            let label = kiri.ends_with(['(', '/', '|'])
                || sebelum().is_some_and(|k| {
                    matches!(k.as_str(), "dalam" | "satuan" | "uang" | "tanda" | "simbol")
                });
            let tanda = tanda.trim_start_matches('.');
            let kosong = tanda.trim().is_empty() && !sela.contains('\n')
                || tanda.starts_with(",-")
                || tanda.starts_with(", ");
            !label
                && !tanda.starts_with('…')
                && !sela.trim().starts_with("..")
                && !teks.get(awal..).is_some_and(|s| s.starts_with("RP"))
                && kosong
                && (berikut.is_some_and(|b| SAMBUNG.contains(&b) || b == "yang"))
        }
        _ => false,
    }
}

/// Two blanks before a word that only goes on, in a text that has them nowhere else: what stood between is gone.
fn putus_ganda(teks: &str, sela: &str, berikut: Option<&str>) -> bool {
    sela == "  " && teks.matches("  ").count() == 1 && berikut.is_some_and(|b| SAMBUNG.contains(&b))
}

/// A mark behind a blank, where a word asks for a number: "tahun 2021 yang tercatat , persentase".
fn putus(kata: &str, sela: &str) -> bool {
    const MENUNTUT: &[&str] = &[
        "tercatat",
        "tercapai",
        "terealisasi",
        "mencapai",
        "menjadi",
        "sebesar",
        "sekitar",
        "hanya",
        "yaitu",
        "yakni",
        "adalah",
        "ialah",
        "dari",
        "ke",
        "hingga",
        "sampai",
        "realisasi",
        "realisasinya",
        "capaian",
        "capaiannya",
        "target",
        "targetnya",
        "nilai",
        "nilainya",
        "skor",
        "skornya",
        "indeks",
        "jumlah",
        "jumlahnya",
        "rata-rata",
        "naik",
        "turun",
        "meningkat",
        "menurun",
        "bertambah",
        "berkurang",
        "selisih",
        "selisihnya",
        "rp",
    ];
    let tanda = sela.trim_start();
    let sendiri = tanda.starts_with([',', ';']) || tanda.trim_end() == ".";
    sela.starts_with(' ') && !sela.contains('\n') && sendiri && MENUNTUT.contains(&kata)
}

/// A measure without how much of it, and nothing that it could belong to: "rata-rata menit dari batas 60 menit".
fn tanpa_banyak(teks: &str, kata: &[Kata], i: usize, sela: &str) -> bool {
    const SEBELUM: &[&str] = &[
        "rata-rata",
        "selama",
        "sekitar",
        "hanya",
        "sebanyak",
        "mencapai",
        "menjadi",
        "sebesar",
        "turun",
        "naik",
        "berkurang",
        "bertambah",
        "meningkat",
        "menurun",
        "selisih",
        "selisihnya",
    ];
    const SATUAN_UKUR: &[&str] = &[
        "menit",
        "detik",
        "jam",
        "hari",
        "persen",
        "permil",
        "poin",
        "rupiah",
        "juta",
        "miliar",
        "kali",
        "kilometer",
        "hektare",
        "hektar",
        "ton",
        "meter",
    ];
    const SESUDAH: &[&str] = &[
        "dari",
        "pada",
        "dibanding",
        "dibandingkan",
        "atau",
        "sehingga",
        "sedangkan",
        "daripada",
        "terhadap",
        "menjadi",
        "lebih",
    ];
    let Some((ini, satuan)) = kata.get(i).zip(kata.get(i + 1)) else {
        return false;
    };
    if !SEBELUM.contains(&ini.kecil.as_ref())
        || !SATUAN_UKUR.contains(&satuan.kecil.as_ref())
        || sela != " "
    {
        return false;
    }
    let ekor = teks.get(satuan.akhir..).unwrap_or_default();
    let bertanda = ekor.starts_with([',', ';']) || ekor.trim_end() == "." || ekor.starts_with(". ");
    let bersambung = ekor.starts_with(' ')
        && kata
            .get(i + 2)
            .is_some_and(|k| SESUDAH.contains(&k.kecil.as_ref()));
    // "sebanyak kali" and "naik kali" say nothing, "selama hari" neither.
    bertanda || bersambung
}

/// A value that the sentence passes over: "sedangkan tahun 2022 realisasinya dan tahun 2021 sebesar 91,30%".
fn berlanjut(teks: &str, kata: &[Kata], i: usize, sela: &str) -> bool {
    const NILAI: &[&str] = &[
        "realisasinya",
        "capaiannya",
        "nilainya",
        "targetnya",
        "besarnya",
        "jumlahnya",
        "skornya",
        "indeksnya",
        "rata-ratanya",
        "persentasenya",
        "tercatat",
    ];
    let kata_di = |j: usize| kata.get(i + j).map_or("", |k| k.kecil.as_ref());
    let digit = |j: usize| kata_di(j).starts_with(|c: char| c.is_ascii_digit());
    if !NILAI.contains(&kata_di(0)) || sela != " " {
        return false;
    }
    let sambung = matches!(kata_di(1), "dan" | "sedangkan" | "serta" | "sementara");
    let tahun_lain = sambung
        && (kata_di(2) == "tahun" && digit(3)
            || kata_di(2) == "pada" && kata_di(3) == "tahun" && digit(4));
    // "realisasinya atau 97,30 persen dari target"
    let setara = kata_di(1) == "atau"
        && digit(2)
        && kata
            .get(i + 1)
            .and_then(|k| teks.get(k.akhir..))
            .is_some_and(|s| s.starts_with(' '));
    tahun_lain || setara
}

/// Whether a mark follows without a blank.
fn langsung_tanda(sela: &str) -> bool {
    !sela.starts_with(char::is_whitespace)
}

/// Whether a number, perhaps with its unit, stands right before.
fn sebelum_angka(teks: &str, awal: usize) -> bool {
    let kiri = teks.get(..awal).unwrap_or_default();
    kiri.split_whitespace().rev().take(2).any(|kata| {
        kata.chars().any(|c| c.is_ascii_digit()) && !kata.ends_with(['.', ',', ';', ')'])
    })
}

/// The word behind the next one.
fn dua_kata(teks: &str, awal: usize) -> String {
    teks.get(awal..)
        .and_then(|s| s.split_whitespace().nth(2))
        .map(|kata| {
            kata.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::hilang;

    fn kena(teks: &str) -> Vec<&str> {
        hilang(teks).into_iter().map(|r| &teks[r]).collect()
    }

    #[test]
    fn the_gap_is_shown_with_the_words_around_it() {
        assert_eq!(kena("tahun 2023 sebesar atau 5 persen"), ["sebesar atau"]);
        assert_eq!(kena("target sebesar, lebih rendah"), ["sebesar,"]);
        assert_eq!(kena("hasil sebesar indeks dari target"), ["sebesar indeks"]);
        assert_eq!(kena("mencapai % dari"), ["mencapai %"]);
        assert_eq!(kena("sebesar Rp dari pagu"), ["Rp dari"]);
    }

    #[test]
    fn a_slot_or_a_number_fills_the_place() {
        assert!(kena("sebesar [nilai] atau 5 persen, sebesar Rp1.000,- dari pagu").is_empty());
        assert!(kena("sebesar (tiga) indeks, sebesar ... persen, sebesar").is_empty());
    }
}
