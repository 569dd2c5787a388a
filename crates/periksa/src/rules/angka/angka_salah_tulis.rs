//! A number whose digits or marks are broken.

use std::collections::{BTreeMap, BTreeSet};

use super::alat_tulis;
use crate::bacaan::{Angka, Cacat, Golongan, SatuanCetak};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "angka-salah-tulis",
    judul: "Angka tidak tertulis utuh",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Kelompok digit sesudah titik harus tiga digit, tanda desimal hanya satu, dan di dalam angka tidak boleh ada spasi atau huruf. Angka yang rusak tidak dapat dihitung, dan pembaca tidak tahu digit mana yang hilang. Bila angka yang sama tertulis utuh di tempat lain dalam dokumen, angka itulah yang disarankan.",
            dasar: &["Ketelitian penulisan angka; angka harus dapat dihitung ulang"],
            buruk: &[
                "Pagu anggaran tahun 2022 sebesar Rp8.412.750.00,- dan realisasinya Rp8.100.250.000,- atau 96,28%.",
                "Realisasi belanja sebesar Rp1.250. 500.000 dari pagu Rp1.300.000.000.",
                "Tabel 1\n\nIndikator\tTarget\tRealisasi\nIndeks kepuasan masyarakat\t82,00,\t83,10\nPersentase arsip tertata\t80,00\t81,00\n",
                "Tabel 3. Jumlah layanan\n\nJenis layanan\t2021\t2022\t2023\nDomisili\t412\t455\t478\nLegalisasi\t1.280\t1.344\t1.291\nPengantar\t1.835\t1.702\t1,688\n\nRata-rata waktu layanan 2,5 hari dan nilainya 83,25.\n",
                "Tabel 3. Target menurut rencana strategis\n\nIndikator\tSatuan\t2021\t2022\t2023\t2024\nPersentase arsip tertata\tpersen\t74,98\t77,11\t792,4\t81,37\nIndeks kepuasan\tindeks\t3,10\t3,20\t3,30\t3,40\n",
                "Nilai capaian tersebut mengalami peningkatan.5% dari tahun lalu, sedangkan indeksnya 3,,45.",
            ],
            baik: &[
                "Realisasi sebesar Rp.8.412.750.000,- dari pagu Rp 8.500.000.000,00 atau 98,97%.",
                "Tabel 3. Indeks layanan\n\nJenis layanan\t2021\t2022\t2023\nDomisili\t412\t455\t478\nIndeks\t3,412\t3,502\t3,688\nPengantar\t1.835\t1.702\t1.688\n\nRata-rata waktu layanan 2,5 hari dan nilainya 83,25.\n",
                "Misi ke 2,3,6 dan 7 dilaksanakan dengan 1.250 kegiatan pada tanggal 05.01.2023 pukul 08.00.",
                "Surat Nomor W.18.2.PR.04.01-0051 dan akun 5231.EBA.962 dengan pagu Rp10.000.000.",
                "Indeks 1.00 sampai 2.5996 dan skor 3.41 dari 4.00",
            ],
        },
    },
};

/// Cells of a table that may be written in the English way before it is one finding for all.
const MERATA: usize = 3;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let rusak: Vec<(&Angka, Cacat)> = bacaan
        .angka
        .iter()
        .filter(|a| matches!(a.golongan, Golongan::Besaran | Golongan::Batas))
        .filter_map(|a| Some((a, a.cacat.filter(|c| *c != Cacat::TitikDesimal)?)))
        .collect();
    // A whole table with commas for thousands has one cause.
    let mut inggris: BTreeMap<usize, Vec<&Angka>> = BTreeMap::new();
    for (angka, cacat) in &rusak {
        if *cacat == Cacat::DuaTanda && angka.nilai.is_some() && angka.letak.sel.is_some() {
            inggris.entry(angka.letak.piece).or_default().push(angka);
        }
    }
    inggris.retain(|_, semua| semua.len() >= MERATA);
    for semua in inggris.values() {
        if let Some((pertama, lain)) = semua.split_first() {
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &pertama.letak,
                    format!(
                        "Angka {} dan {} angka lain di tabel ini memakai koma sebagai pemisah ribuan.",
                        pertama.teks,
                        lain.len()
                    ),
                    "Pakai titik sebagai pemisah ribuan di seluruh tabel.",
                )
                .seharusnya(benar(pertama))
                .berat(Berat::Anjuran)
                .terkait(bahan, lain.iter().map(|a| &a.letak)),
            );
        }
    }
    alat_tulis::periksa(bahan, aturan, catat);
    let utuh = Utuh::kumpulkan(bahan);
    for (angka, cacat) in rusak {
        let merata = inggris.contains_key(&angka.letak.piece)
            && cacat == Cacat::DuaTanda
            && angka.nilai.is_some();
        if merata {
            continue;
        }
        let kembar = angka.nilai.is_none().then(|| utuh.kembar(angka)).flatten();
        let seharusnya = kembar.map(|k| k.teks.clone()).or_else(|| benar(angka));
        // Where every digit is there, only the writing must be mended.
        let pasti =
            (angka.nilai.is_some() && cacat != Cacat::KelompokDigit) || cacat == Cacat::Menempel;
        let berat = if pasti { Berat::Anjuran } else { aturan.berat };
        let mut perbaikan = saran(cacat).to_owned();
        if let Some(kembar) = kembar {
            perbaikan.push_str(&format!(
                " Di tempat lain dokumen ini menulis {}.",
                kembar.teks
            ));
        }
        catat.temuan(
            Temuan::di(aturan, bahan, &angka.letak, pesan(angka, cacat), perbaikan)
                .seharusnya(seharusnya)
                .berat(berat)
                .terkait(bahan, kembar.map(|k| &k.letak)),
        );
    }
}

fn pesan(angka: &Angka, cacat: Cacat) -> String {
    let teks = &angka.teks;
    match cacat {
        Cacat::KelompokDigit => {
            format!(
                "Angka {teks} tidak tertulis utuh: kelompok sesudah tanda ribuan harus tiga digit."
            )
        }
        Cacat::DuaTanda => {
            format!("Tanda ribuan dan desimal pada angka {teks} tidak dapat dibaca dengan pasti.")
        }
        Cacat::Tersisip => format!("Di dalam angka {teks} tersisip spasi atau huruf."),
        Cacat::Menempel => format!(
            "Angka {teks} menempel pada kata atau tanda baca di depannya, sehingga tidak jelas menerangkan apa."
        ),
        Cacat::TitikDesimal => format!("Angka {teks} memakai titik sebagai tanda desimal."),
    }
}

fn saran(cacat: Cacat) -> &'static str {
    match cacat {
        Cacat::KelompokDigit => {
            "Periksa angka pada sumbernya dan tulis lengkap dengan kelompok tiga digit."
        }
        Cacat::DuaTanda => "Pakai titik untuk ribuan dan satu koma untuk desimal.",
        Cacat::Tersisip => "Hapus spasi atau ganti huruf itu dengan digit yang benar.",
        Cacat::Menempel => {
            "Hapus angka ini bila sisa penyuntingan, atau tulis kalimatnya dengan lengkap."
        }
        Cacat::TitikDesimal => "Pakai koma sebagai tanda desimal.",
    }
}

/// The number as it should be written, where its value is known.
fn benar(angka: &Angka) -> Option<String> {
    let nilai = angka.nilai.filter(|_| angka.skala == 0)?;
    let teks = kinerja::bilangan::format(nilai, angka.presisi);
    Some(match angka.satuan {
        SatuanCetak::Rupiah => format!("Rp{teks}"),
        SatuanCetak::Persen if angka.teks.ends_with('%') => format!("{teks}%"),
        _ => teks,
    })
}

/// Whole numbers of the document, by their digits.
struct Utuh<'a> {
    digit: BTreeMap<String, &'a Angka>,
}

impl<'a> Utuh<'a> {
    /// Shorter numbers have too many neighbours to prove anything.
    const TERPENDEK: usize = 7;

    fn kumpulkan(bahan: &BahanDokumen<'a>) -> Self {
        let digit = bahan
            .bacaan
            .angka
            .iter()
            .filter(|a| a.golongan == Golongan::Besaran && a.cacat.is_none() && a.nilai.is_some())
            .map(|a| (digit(&a.teks), a))
            .filter(|(digit, _)| digit.len() >= Self::TERPENDEK)
            .collect();
        Self { digit }
    }

    /// The one whole number that a single lost or doubled digit makes into the broken one.
    fn kembar(&self, rusak: &Angka) -> Option<&'a Angka> {
        let asli = digit(&rusak.teks);
        if asli.len() + 1 < Self::TERPENDEK || rusak.cacat == Some(Cacat::Menempel) {
            return None;
        }
        let mut calon: BTreeSet<String> = BTreeSet::new();
        for i in 0..=asli.len() {
            let (depan, belakang) = asli.split_at_checked(i)?;
            for tambahan in '0'..='9' {
                calon.insert(format!("{depan}{tambahan}{belakang}"));
            }
            if let Some(sisa) = belakang.get(1..) {
                calon.insert(format!("{depan}{sisa}"));
            }
        }
        let mut cocok = calon.iter().filter_map(|c| self.digit.get(c));
        let satu = cocok.next()?;
        cocok.next().is_none().then_some(*satu)
    }
}

fn digit(teks: &str) -> String {
    teks.chars().filter(char::is_ascii_digit).collect()
}
