//! A regulation whose number and subject do not belong together.

use std::collections::BTreeSet;

use hukum::{Regulasi, Status};

use crate::bacaan::{Letak, Sitasi};
use crate::understand::kosakata::{KATA_SAMBUNG, normal};
use crate::understand::sitasi::{Mentah, cari, nomor_sama, penetap_dikenal};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "peraturan-salah-kutip",
    judul: "Nomor peraturan dan judulnya tidak sesuai",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Jenis, nomor, tahun, dan judul peraturan yang dirujuk harus menunjuk peraturan yang sama. Judul yang dipendekkan tidak ditandai; yang ditandai ialah judul yang jelas lain, atau judul yang tepat dengan nomor, tahun, atau jenis yang keliru.",
            dasar: &["Data peraturan pada folder regulasi"],
            buruk: &[
                "Penyusunan laporan mengacu pada Peraturan Presiden Nomor 29 Tahun 2015 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
                "Survei mengacu pada Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat.",
            ],
            baik: &[
                "Penyusunan laporan mengacu pada Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP).",
                "Laporan disusun menurut Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja; dan Permenpan RB No. 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja.",
                "Peraturan Menteri Keuangan Nomor 53 Tahun 2014 tentang Tata Cara Pembayaran Gaji berlaku bagi semua satuan kerja.",
            ],
        },
    },
};

/// Further words that say nothing of a subject.
const SEPELE: &[&str] = &[
    "tentang",
    "republik",
    "indonesia",
    "beserta",
    "perubahannya",
];

/// The kind whose subjects may be a single word.
const UNDANG_UNDANG: &str = "undang-undang";

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for sitasi in &bahan.bacaan.sitasi {
        let Some(tentang) = sitasi.tentang.as_deref() else {
            continue;
        };
        let kutipan = kata(tentang);
        // "tentang SAKIP" and "tentang Perubahan atas …" name no subject that could be held against another.
        if tentang.trim().to_lowercase().starts_with("perubahan") {
            continue;
        }
        if kutipan.len() < 3 {
            // The subject of an act may be one word, and no two acts in force share it.
            let temuan = Some(sitasi)
                .filter(|s| s.jenis == UNDANG_UNDANG)
                .and_then(|s| nomor_lain(bahan, aturan, s, &kutipan));
            if let Some(temuan) = temuan {
                catat.temuan(temuan);
            }
            continue;
        }
        let temuan = match sitasi
            .regulasi
            .as_deref()
            .and_then(|id| bahan.hukum.regulasi(id))
        {
            Some(regulasi) => judul_lain(bahan, aturan, sitasi, tentang, &kutipan, regulasi)
                .or_else(|| judul_bercelah(bahan, aturan, sitasi, tentang, regulasi)),
            None => nomor_lain(bahan, aturan, sitasi, &kutipan),
        };
        if let Some(temuan) = temuan {
            catat.temuan(temuan);
        }
    }
}

/// The number is one that we know, but the subject is clearly another.
fn judul_lain(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    sitasi: &Sitasi,
    tentang: &str,
    kutipan: &BTreeSet<String>,
    regulasi: &Regulasi,
) -> Option<Temuan> {
    let resmi = judul(regulasi)?;
    let sama = kutipan.intersection(&resmi).count();
    let terpendek = kutipan.len().min(resmi.len());
    // Fewer than two in five words in common: no shortening explains that.
    if sama.saturating_mul(5) >= terpendek.saturating_mul(2) {
        return None;
    }
    let letak = bagian_tentang(bahan, sitasi, tentang)?;
    let milik = bahan.hukum.regulasi.iter().find(|lain| {
        judul(lain).is_some_and(|j| {
            let sama = kutipan.intersection(&j).count();
            sama == kutipan.len() && sama * 3 >= j.len() * 2
        })
    });
    let mut perbaikan = format!(
        "Judul {} ialah \"{}\".",
        regulasi.singkatan, regulasi.tentang
    );
    if let Some(milik) = milik {
        perbaikan.push_str(&format!(" Judul yang tertulis milik {}.", milik.singkatan));
    }
    Some(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            format!("Judul yang tertulis bukan judul {}.", regulasi.singkatan),
            perbaikan,
        )
        .seharusnya(Some(regulasi.tentang.clone()))
        .dasar([regulasi.sebutan.clone()]),
    )
}

/// The title is the right one but for words left out in its middle; one that is only cut off behind is a short form.
fn judul_bercelah(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    sitasi: &Sitasi,
    tentang: &str,
    regulasi: &Regulasi,
) -> Option<Temuan> {
    let pasti = regulasi.status == Status::Terverifikasi && judul(regulasi).is_some();
    let (kutipan, resmi) = (normal(tentang), normal(&regulasi.tentang));
    let kutipan: Vec<&str> = kutipan.split(' ').collect();
    let resmi: Vec<&str> = resmi.split(' ').collect();
    let ujung_sama = kutipan.first() == resmi.first() && kutipan.last() == resmi.last();
    let mut sisa = resmi.iter();
    let berurutan = kutipan.iter().all(|kata| sisa.any(|lain| lain == kata));
    if !pasti || !ujung_sama || !berurutan || kutipan.len() >= resmi.len() {
        return None;
    }
    let letak = bagian_tentang(bahan, sitasi, tentang)?;
    Some(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            format!("Judul {} tidak tertulis lengkap.", regulasi.singkatan),
            format!("Tulis judul selengkapnya: \"{}\".", regulasi.tentang),
        )
        .seharusnya(Some(regulasi.tentang.clone()))
        .dasar([regulasi.sebutan.clone()])
        .berat(Berat::Saran),
    )
}

/// The subject is that of a regulation that we know, but number, year or kind are not.
fn nomor_lain(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    sitasi: &Sitasi,
    kutipan: &BTreeSet<String>,
) -> Option<Temuan> {
    let sejudul: Vec<&Regulasi> = bahan
        .hukum
        .regulasi
        .iter()
        .filter(|r| {
            judul(r)
                .is_some_and(|j| j == *kutipan && (j.len() >= 4 || sitasi.jenis == UNDANG_UNDANG))
        })
        .collect();
    // With several of the same title nobody can say which one is meant.
    let [regulasi] = sejudul.as_slice() else {
        return None;
    };
    let sebutan: Vec<Mentah> = cari(&regulasi.sebutan)
        .into_iter()
        .chain(cari(&regulasi.singkatan))
        .collect();
    let dekat = sebutan.iter().any(|satu| {
        let jenis = satu.jenis == sitasi.jenis
            && (satu.penetap.is_empty() || penetap_dikenal(&sitasi.penetap, satu));
        let nomor = nomor_sama(&satu.nomor, &sitasi.nomor);
        let tahun = satu.tahun == sitasi.tahun;
        usize::from(jenis) + usize::from(nomor) + usize::from(tahun) == 2
    });
    if !dekat {
        return None;
    }
    let akhir = bagian_tentang(bahan, sitasi, sitasi.tentang.as_deref()?)?.awal;
    let teks = bahan.bacaan.teks(&sitasi.letak);
    let depan = teks.get(..akhir.checked_sub(sitasi.letak.awal)?)?;
    let rujukan = depan
        .trim_end()
        .strip_suffix("tentang")
        .unwrap_or(depan)
        .trim_end();
    // Only what is wrong, for a citation may go over lines: the year, or the number with it.
    let benar = |tahun: bool, nomor: bool| {
        sebutan.iter().any(|satu| {
            satu.jenis == sitasi.jenis
                && (!tahun || satu.tahun == sitasi.tahun)
                && (!nomor || nomor_sama(&satu.nomor, &sitasi.nomor))
        })
    };
    let di_tahun = sitasi
        .tahun
        .and_then(|tahun| rujukan.rfind(&tahun.to_string()));
    // The digits of the number may be those of the year as well ("Nomor 20 Tahun 2017").
    let di_nomor = rujukan
        .get(..di_tahun.unwrap_or(rujukan.len()))
        .and_then(|depan| depan.rfind(&sitasi.nomor));
    let awal = match (benar(false, true), benar(true, false)) {
        (true, _) => di_tahun,
        (false, true) => di_nomor,
        _ => None,
    }
    .unwrap_or(0);
    let letak = sitasi
        .letak
        .bagian(sitasi.letak.awal + awal..sitasi.letak.awal + rujukan.len());
    Some(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            format!("Peraturan dengan judul itu ialah {}.", regulasi.sebutan),
            "Perbaiki jenis, nomor, atau tahun peraturan yang dirujuk.",
        )
        .seharusnya(Some(regulasi.sebutan.clone()))
        .dasar([regulasi.sebutan.clone()]),
    )
}

/// Where the subject stands: at the end of the citation.
fn bagian_tentang(bahan: &BahanDokumen, sitasi: &Sitasi, tentang: &str) -> Option<Letak> {
    let teks = bahan.bacaan.teks(&sitasi.letak);
    let di = sitasi.letak.awal + teks.rfind(tentang)?;
    Some(sitasi.letak.bagian(di..di + tentang.len()))
}

/// The words of a regulation's title, where the title is sure.
fn judul(regulasi: &Regulasi) -> Option<BTreeSet<String>> {
    let pasti = !regulasi.tentang.contains("belum dipastikan")
        && regulasi.status != Status::TidakPasti
        && !regulasi.saran
        && regulasi.landasan;
    pasti.then(|| kata(&regulasi.tentang))
}

fn kata(tentang: &str) -> BTreeSet<String> {
    normal(tentang)
        .split(' ')
        .filter(|k| !k.is_empty() && !SEPELE.contains(k) && !KATA_SAMBUNG.contains(k))
        .map(str::to_owned)
        .collect()
}
