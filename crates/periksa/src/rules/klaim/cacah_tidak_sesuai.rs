//! A number of things that the list behind it, its table or the regulation does not have.

use hukum::Hukum;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, IsiKlaim, JenisBaris, JenisPerihal, Klaim, Letak};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "cacah-tidak-sesuai",
    judul: "Banyaknya hal yang disebut tidak sama dengan daftarnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Bilangan seperti \"8 (delapan) unsur, yaitu ...\" dibandingkan dengan daftar yang mengikutinya: di dalam kalimat, atau sebagai butir di bawahnya. Nama yang memuat kata \"dan\" dihitung longgar. Bilangan unsur juga dibandingkan dengan baris tabelnya, dan dengan jumlah unsur menurut peraturan yang dirujuk (sebagai saran). Daftar yang hanya memberi contoh tidak dihitung.",
            dasar: &["Penghitungan butir yang tercetak"],
            buruk: &[
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSurvei ini terdiri dari 5 (lima) unsur layanan, yaitu Informasi, Persyaratan, Prosedur, dan Biaya.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nTerdapat 4 (empat) sasaran yang ingin dicapai, yaitu:\n\n1. Meningkatnya keselamatan;\n2. Meningkatnya ketertiban; dan\n3. Meningkatnya kepuasan masyarakat.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSurvei ini terdiri dari 4 (empat) unsur layanan, yaitu Informasi, Persyaratan, Sarana dan Prasarana, serta Biaya. Ada 5 inovasi, antara lain loket keliling dan antrean daring.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nTerdapat 3 (tiga) sasaran yang ingin dicapai, yaitu:\n\n1. Meningkatnya keselamatan;\n2. Meningkatnya ketertiban; dan\n3. Meningkatnya kepuasan masyarakat.\n\nDalam waktu 5 (lima) tahun, yaitu 2020 sampai 2024, target itu dicapai.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Cacah {
            angka,
            ref benda,
            ref daftar,
        } = klaim.isi
        else {
            continue;
        };
        let cetak = bacaan.angka(angka);
        let Some(nilai) = cetak.nilai else { continue };
        if !daftar.is_empty() {
            catat.diperiksa([angka]);
            if let Some(temuan) = dari_daftar(bahan, aturan, klaim, nilai, daftar) {
                catat.temuan(temuan);
                continue;
            }
        }
        if benda == "unsur" {
            let tabel = dari_tabel(bahan, aturan, klaim, cetak);
            if tabel.diperiksa {
                catat.diperiksa([angka]);
            }
            if let Some(temuan) = tabel
                .temuan
                .or_else(|| dari_peraturan(bahan, aturan, klaim, nilai, benda))
            {
                catat.temuan(temuan);
            }
        }
    }
}

fn dari_daftar(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    nilai: Decimal,
    daftar: &[Letak],
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let sebaris = daftar.first()?.piece == klaim.letak.piece;
    let (sedikit, banyak) = if sebaris {
        rentang(bacaan, daftar)
    } else {
        (daftar.len(), daftar.len())
    };
    let di_antara = Decimal::from(sedikit) <= nilai && nilai <= Decimal::from(banyak);
    if di_antara {
        return None;
    }
    let terdaftar = if sebaris && nilai > Decimal::from(banyak) {
        banyak
    } else {
        sedikit
    };
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, tetapi daftarnya memuat {terdaftar}",
                bacaan.teks(&klaim.letak)
            ),
            "Betulkan bilangannya, atau lengkapi daftarnya.",
        )
        .seharusnya(Some(terdaftar.to_string()))
        .terkait(
            bahan,
            daftar.iter().take(1).chain(daftar.iter().skip(1).last()),
        ),
    )
}

/// The fewest and the most things that a list in a sentence may mean: commas and "dan" may stand inside a name.
fn rentang(bacaan: &Bacaan, daftar: &[Letak]) -> (usize, usize) {
    const PENDEK: usize = 4;
    let mut banyak = 0;
    let mut panjang = false;
    for letak in daftar {
        let kata: Vec<&str> = kosakata::kata(bacaan.teks(letak)).map(|(_, k)| k).collect();
        let sambung = kata
            .iter()
            .filter(|k| matches!(k.to_lowercase().as_str(), "dan" | "serta"))
            .count();
        banyak += 1 + sambung;
        panjang |= kata.len() > PENDEK;
    }
    // A list of whole phrases may have commas inside them: then fewer things are meant than commas say.
    let sedikit = if panjang { 1 } else { daftar.len() };
    (sedikit, banyak)
}

/// Whether the words behind say that only some are counted ("3 unsur yang nilainya di bawah rata-rata").
fn sebagian(bacaan: &Bacaan, klaim: &Klaim) -> bool {
    const PEMBATAS: &[&str] = &[
        "yang",
        "di",
        "dengan",
        "lain",
        "lainnya",
        "tersebut",
        "terendah",
        "tertinggi",
        "prioritas",
        "terbawah",
    ];
    let Some(kalimat) = bacaan.kalimat.get(klaim.kalimat) else {
        return false;
    };
    let sesudah = bacaan.teks(&kalimat.letak.bagian(klaim.letak.akhir..kalimat.letak.akhir));
    kosakata::kata(sesudah)
        .next()
        .is_some_and(|(_, kata)| PEMBATAS.contains(&kata.to_lowercase().as_str()))
}

struct DariTabel {
    temuan: Option<Temuan>,
    diperiksa: bool,
}

/// Against the rows of the tables of parts of the same indicator: one table with as many will do.
fn dari_tabel(bahan: &BahanDokumen, aturan: &Aturan, klaim: &Klaim, cetak: &Angka) -> DariTabel {
    let bacaan = bahan.bacaan;
    let kosong = DariTabel {
        temuan: None,
        diperiksa: false,
    };
    if sebagian(bacaan, klaim) {
        return kosong;
    }
    let Some(awalan) = klaim
        .perihal
        .as_ref()
        .filter(|p| p.jenis == JenisPerihal::Indikator)
        .map(|p| format!("{}/", p.kunci))
        .or_else(|| satu_instrumen(bacaan))
    else {
        return kosong;
    };
    let mut cacah: Vec<(usize, &Letak)> = Vec::new();
    for tabel in &bacaan.tabel {
        let unsur: Vec<_> = tabel
            .baris
            .iter()
            .filter(|b| b.jenis == JenisBaris::Isi)
            .filter(|b| {
                b.perihal.as_ref().is_some_and(|p| {
                    p.jenis == JenisPerihal::Unsur && p.kunci.starts_with(awalan.as_str())
                })
            })
            .collect();
        if let Some(letak) = unsur.first().and_then(|b| b.letak_label.as_ref()) {
            cacah.push((unsur.len(), letak));
        }
    }
    let Some((pertama, letak)) = cacah.first().copied() else {
        return kosong;
    };
    let cocok = cacah
        .iter()
        .any(|(n, _)| cetak.nilai == Some(Decimal::from(*n)));
    let temuan = (!cocok).then(|| {
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, tetapi tabelnya memuat {pertama} unsur",
                bacaan.teks(&klaim.letak)
            ),
            "Betulkan bilangannya, atau lengkapi tabelnya.",
        )
        .berat(Berat::Anjuran)
        .seharusnya(Some(pertama.to_string()))
        .terkait(bahan, [letak])
    });
    DariTabel {
        temuan,
        diperiksa: true,
    }
}

/// How the keys of all parts in the tables begin, where the document has one instrument only.
fn satu_instrumen(bacaan: &Bacaan) -> Option<String> {
    let mut semua = bacaan
        .tabel
        .iter()
        .flat_map(|t| &t.baris)
        .filter_map(|b| b.perihal.as_ref())
        .filter(|p| p.jenis == JenisPerihal::Unsur)
        .filter_map(|p| p.kunci.split_once('/'))
        .map(|(induk, _)| induk);
    let pertama = semua.next()?;
    semua
        .all(|lain| lain == pertama)
        .then(|| format!("{pertama}/"))
}

/// Against the regulation that the same section says the instrument rests on.
fn dari_peraturan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    nilai: Decimal,
    benda: &str,
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let tahun = bacaan.identitas.tahun?;
    let bagian = bacaan.kalimat.get(klaim.kalimat)?.bagian?;
    let isi = &bacaan.kerangka.get(bagian)?.isi;
    let (ketentuan, banyak, sitasi) = bacaan
        .sitasi
        .iter()
        .filter(|s| isi.contains(&s.letak.piece) && s.letak.piece <= klaim.letak.piece)
        .find_map(|s| {
            let (ketentuan, banyak) = butir(bahan.hukum, s.regulasi.as_deref()?, tahun, benda)?;
            Some((ketentuan, banyak, s))
        })?;
    if nilai == Decimal::from(banyak) {
        return None;
    }
    let sebutan = bahan.hukum.regulasi(&ketentuan.regulasi).map_or_else(
        || bacaan.teks(&sitasi.letak).to_owned(),
        |r| r.sebutan.clone(),
    );
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, sedangkan {sebutan} yang dirujuk menetapkan {banyak} {benda}",
                bacaan.teks(&klaim.letak)
            ),
            "Sebut instrumen yang sebenarnya dipakai dan dasarnya, atau sesuaikan unsurnya dengan peraturan.",
        )
        .berat(Berat::Saran)
        .dasar([format!("{sebutan}, {}", ketentuan.kutipan)])
        .terkait(bahan, [&sitasi.letak]),
    )
}

/// How many things of a kind a regulation lists.
fn butir<'h>(
    hukum: &'h Hukum,
    regulasi: &str,
    tahun: i16,
    benda: &str,
) -> Option<(&'h hukum::Ketentuan, usize)> {
    hukum
        .berlaku(tahun)
        .filter(|k| k.regulasi == regulasi && k.kode.ends_with(&format!(".{benda}")))
        .map(|k| (k, k.butir().len()))
        .find(|(_, banyak)| *banyak > 0)
}
