//! "Terendah" or "tertinggi" of a part that its table does not put at that end.

use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, Bacaan, IsiKlaim, JenisBaris, JenisPerihal, Tabel};
use crate::hitung::tampil;
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "ujung-tidak-sesuai",
    judul: "Unsur yang disebut terendah atau tertinggi bukan yang terendah atau tertinggi pada tabelnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Unsur yang disebut bernilai terendah atau tertinggi dicari pada tabel yang memuatnya. Bila pada tidak satu pun kolom ia berada di ujung itu, pernyataannya keliru. Nilai yang sama dengan ujungnya diterima.",
            dasar: &["Perbandingan nilai pada tabel yang tercetak"],
            buruk: &[
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Persyaratan sebesar 3,21.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nNilai tertinggi terdapat pada unsur Prosedur.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Waktu Penyelesaian sebesar 3,05, sedangkan nilai tertinggi terdapat pada unsur Biaya.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,05\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Persyaratan sebesar 3,05.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Ujung {
            tertinggi,
            ref unsur,
            angka,
        } = klaim.isi
        else {
            continue;
        };
        let mut deret: Vec<Deret> = bacaan
            .tabel
            .iter()
            .flat_map(|tabel| deret(bacaan, tabel, unsur))
            .collect();
        // A quoted value tells which column is meant.
        if let Some(dikutip) = angka.and_then(|id| bacaan.angka(id).nilai) {
            let tepat: Vec<Deret> = deret
                .iter()
                .filter(|d| d.ini.nilai == Some(dikutip))
                .cloned()
                .collect();
            if tepat.is_empty() {
                continue;
            }
            deret = tepat;
        }
        let Some(pertama) = deret.first() else {
            continue;
        };
        catat.diperiksa(angka);
        if deret.iter().any(|d| d.di_ujung(tertinggi)) {
            continue;
        }
        let Some((nama, ujung)) = pertama.ujung(tertinggi) else {
            continue;
        };
        let kata = if tertinggi { "tertinggi" } else { "terendah" };
        let pesan = format!(
            "{} ({}) disebut {kata}, tetapi pada tabel {nama} ({})",
            pertama.label,
            tampil(pertama.ini),
            tampil(ujung)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Sebut unsur yang benar menurut tabel, lalu sesuaikan rekomendasinya.",
            )
            .seharusnya(Some(nama.to_owned()))
            .terkait(bahan, [&pertama.ini.letak, &ujung.letak]),
        );
    }
}

/// One column of a table: the part that is spoken of, and all parts.
#[derive(Debug, Clone)]
struct Deret<'b> {
    label: &'b str,
    ini: &'b Angka,
    semua: Vec<(&'b str, &'b Angka)>,
}

impl<'b> Deret<'b> {
    fn nilai_ujung(&self, tertinggi: bool) -> Option<Decimal> {
        let nilai = self.semua.iter().filter_map(|(_, a)| a.nilai);
        if tertinggi { nilai.max() } else { nilai.min() }
    }

    fn di_ujung(&self, tertinggi: bool) -> bool {
        self.ini.nilai.is_some() && self.ini.nilai == self.nilai_ujung(tertinggi)
    }

    fn ujung(&self, tertinggi: bool) -> Option<(&'b str, &'b Angka)> {
        let nilai = self.nilai_ujung(tertinggi)?;
        self.semua
            .iter()
            .find(|(_, a)| a.nilai == Some(nilai))
            .copied()
    }
}

/// The columns of a table in which a part has a value beside all others.
fn deret<'b>(bacaan: &'b Bacaan, tabel: &'b Tabel, unsur: &str) -> Vec<Deret<'b>> {
    const TERSEDIKIT: usize = 3;
    let rapi = |teks: &str| kosakata::normal(teks);
    let bagian = |jenis: JenisPerihal| {
        tabel
            .baris
            .iter()
            .filter(|b| b.perihal.as_ref().is_some_and(|p| p.jenis == jenis))
            .count()
    };
    let berunsur = bagian(JenisPerihal::Unsur) >= TERSEDIKIT;
    let baris: Vec<_> = tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi && b.peran.is_none())
        .filter(|b| {
            let jenis = b.perihal.as_ref().map(|p| p.jenis);
            if berunsur {
                jenis == Some(JenisPerihal::Unsur)
            } else {
                jenis != Some(JenisPerihal::Responden)
            }
        })
        .collect();
    let Some(ini) = baris.iter().find(|b| rapi(&b.label) == unsur) else {
        return Vec::new();
    };
    if baris.len() < TERSEDIKIT {
        return Vec::new();
    }
    let satu = |row: usize, kolom: usize| -> Option<&'b Angka> {
        match tabel.sel(row, kolom) {
            [id] => satu_angka(bacaan, *id),
            _ => None,
        }
    };
    (0..tabel.kolom.len())
        .filter_map(|kolom| {
            let angka = satu(ini.row, kolom)?;
            let semua: Option<Vec<_>> = baris
                .iter()
                .map(|b| Some((b.label.as_str(), satu(b.row, kolom)?)))
                .collect();
            Some(Deret {
                label: ini.label.as_str(),
                ini: angka,
                semua: semua?,
            })
        })
        .collect()
}

fn satu_angka<'b>(bacaan: &'b Bacaan, id: AngkaId) -> Option<&'b Angka> {
    let angka = bacaan.angka(id);
    angka.besaran().map(|_| angka)
}
