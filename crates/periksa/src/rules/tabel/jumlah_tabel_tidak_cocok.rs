//! A row "Jumlah" that its rows do not give.

use super::alat::{self, nama_baris, nama_kolom, presisi, tampil};
use super::dugaan::{Dugaan, dugaan};
use super::hasil_kali;
use super::jumlah::{Selisih, semua};
use super::keliru::{self, Keliru};
use crate::bacaan::{Angka, Bacaan, Letak};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "jumlah-tabel-tidak-cocok",
    judul: "Baris jumlah sebuah tabel tidak sama dengan jumlah baris di atasnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Setiap kolom dijumlahkan kembali. Subjumlah, judul kelompok, program yang dirinci menjadi kegiatan, dan tabel yang bersambung ke halaman berikutnya ikut diperhitungkan; persentase tidak dijumlahkan, dan sel yang tidak terbaca membuat kolomnya tidak dinilai. Bila satu kekeliruan menjelaskan selisihnya (baris terlewat, terhitung dua kali, digit tertukar), kekeliruan itu disebut.",
            dasar: &["Aritmetika: jumlah kolom"],
            buruk: &[
                "Uraian\tPagu\tRealisasi\nBelanja Pegawai\tRp4.210.500.000\tRp4.100.250.000\nBelanja Barang\tRp2.300.000.000\tRp2.250.750.000\nBelanja Modal\tRp890.000.000\tRp880.000.000\nJumlah\tRp7.400.500.000\tRp7.041.000.000\n",
                "Jenis\tPagu\tRealisasi\nPegawai\t4.120.000.000\t4.098.221.000\nBarang\t6.874.200.000\t6.790.118.400\nModal\t150.000.000\t149.200.000\nSeluruh belanja\t11.144.200.000\t11.137.539.400\n",
                "No\tPendidikan\tLaki-laki\tPerempuan\n1\tS2\t4\t3\n2\tS1\t21\t17\n3\tD3\t6\t9\nTotal\t\t31\t28\n",
            ],
            baik: &[
                "Uraian\tPagu\tRealisasi\nBelanja Pegawai\tRp4.210.500.000\tRp4.100.250.000\nBelanja Barang\tRp2.300.000.000\tRp2.250.750.000\nBelanja Modal\tRp890.000.000\tRp880.000.000\nJumlah\tRp7.400.500.000\tRp7.231.000.000\n",
                "Kegiatan\tAnggaran\nProgram Pelayanan Publik\tRp3.100.000.000\nPenyelenggaraan Layanan\tRp3.100.000.000\nProgram Dukungan Manajemen\tRp6.000.000.000\nGaji dan Tunjangan\tRp4.000.000.000\nOperasional Kantor\tRp2.000.000.000\nTotal\tRp9.100.000.000\n",
                "No\tUraian\tBobot\tNilai\n1\tKualitas\t40,0\t33,3\n2\tHasil\t60,0\t33,4\nJumlah\t\t100\t66,8\n",
                "Indikator Kinerja\tTarget\tRealisasi\tCapaian\nNilai SAKIP\t80\t82\t102,50%\nPersentase aduan selesai\t90\t95\t105,56%\nJumlah\t\t\t104,03%\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let hasil = semua(bahan.bacaan);
    catat.diperiksa(hasil.diperiksa.iter().copied());
    let kali = hasil_kali::semua(bahan.bacaan).salah;
    for selisih in hasil.selisih.iter().filter(|s| s.mengulang().is_none()) {
        // A sum with a term that is wrong by its own row is the same fault.
        if kali
            .iter()
            .any(|k| (k.tabel, k.kolom) == (selisih.tabel, selisih.kolom))
        {
            continue;
        }
        match keliru::suku(bahan.bacaan, selisih) {
            Some(Keliru::Suku(i, baru)) => {
                let satu = temuan_suku(bahan, aturan, selisih, i, baru);
                catat.temuan(satu.unwrap_or_else(|| temuan(bahan, aturan, selisih)));
            }
            None => catat.temuan(temuan(bahan, aturan, selisih)),
        }
    }
}

/// The one term that a slip explains, when the printed sum is right.
fn temuan_suku(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    s: &Selisih,
    i: usize,
    baru: rust_decimal::Decimal,
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let (rujuk, _, angka) = s.suku.get(i)?;
    let baris = bacaan.tabel.get(rujuk.tabel)?.baris.get(rujuk.baris)?;
    let (_, tercetak) = s.tercetak;
    let benar = tampil(angka, baru, angka.presisi);
    let jumlah = tampil(
        tercetak,
        s.jumlah,
        presisi(s.suku.iter().map(|(_, _, a)| *a).chain([tercetak])),
    );
    let peraga = hitung::deret(s.suku.iter().map(|(_, _, a)| hitung::tampil(a)));
    Some(
        Temuan::di(
            aturan,
            bahan,
            &angka.letak,
            format!(
                "Baris \"{}\" pada kolom \"{}\" tercetak {}, agaknya keliru dan seharusnya {benar}: dengan angka itu jumlah kolom {} cocok, sedangkan dengan angka yang tercetak jumlahnya {jumlah}.",
                nama_baris(baris),
                s.nama_kolom(bacaan),
                hitung::tampil(angka),
                hitung::tampil(tercetak),
            ),
            format!("Periksa angka itu pada sumbernya, lalu tulis {benar} atau betulkan jumlahnya."),
        )
        .hitungan(format!("{peraga} = {jumlah} ≠ {}", hitung::tampil(tercetak)))
        .seharusnya(Some(benar))
        .terkait(bahan, [&tercetak.letak]),
    )
}

fn temuan(bahan: &BahanDokumen, aturan: &Aturan, s: &Selisih) -> Temuan {
    let bacaan = bahan.bacaan;
    let (_, tercetak) = s.tercetak;
    let presisi = presisi(s.suku.iter().map(|(_, _, a)| *a).chain([tercetak]));
    let benar = tampil(tercetak, s.jumlah, presisi);
    let kolom = s.nama_kolom(bacaan);
    let selisih = tercetak
        .nilai
        .and_then(|n| n.checked_sub(s.jumlah))
        .map(|d| tampil(tercetak, d.abs(), presisi))
        .unwrap_or_default();
    let (sebab, terkait) = sebab(bacaan, s);
    let pesan = format!(
        "Jumlah kolom \"{kolom}\" tercetak {}, sedangkan baris di atasnya berjumlah {benar} (selisih {selisih}).{sebab}",
        hitung::tampil(tercetak),
    );
    let peraga = hitung::deret(s.suku.iter().map(|(_, _, a)| hitung::tampil(a)));
    Temuan::di(
        aturan,
        bahan,
        &tercetak.letak,
        pesan,
        format!("Periksa setiap baris kolom itu pada sumbernya, lalu tulis jumlahnya {benar} atau betulkan baris yang keliru."),
    )
    .hitungan(format!("{peraga} = {benar}"))
    .seharusnya(Some(benar))
    .selang(s.selang, presisi)
    .terkait(bahan, &terkait)
}

/// The one slip that explains it, in words, and where it stands.
fn sebab(bacaan: &Bacaan, s: &Selisih) -> (String, Vec<Letak>) {
    let nilai: Vec<_> = s.suku.iter().filter_map(|(_, _, a)| a.nilai).collect();
    let Some(tercetak) = s.tercetak.1.nilai else {
        return (String::new(), Vec::new());
    };
    let baris = |i: usize| {
        let (rujuk, _, angka) = s.suku.get(i)?;
        let baris = bacaan.tabel.get(rujuk.tabel)?.baris.get(rujuk.baris)?;
        Some((nama_baris(baris), angka.letak.clone(), *angka))
    };
    let kalimat = match dugaan(&nilai, s.jumlah, tercetak) {
        Some(Dugaan::Terlewat(i)) => baris(i).map(|(nama, letak, _)| {
            (format!(" Selisihnya sama dengan baris \"{nama}\", yang agaknya tidak ikut dijumlahkan."), Some(letak))
        }),
        Some(Dugaan::Ganda(i)) => baris(i).map(|(nama, letak, _)| {
            (format!(" Selisihnya sama dengan baris \"{nama}\", yang agaknya terhitung dua kali."), Some(letak))
        }),
        Some(Dugaan::Tertukar(i, baru)) => baris(i).map(|(nama, letak, angka)| {
            let baru = tampil(angka, baru, angka.presisi);
            (format!(" Jumlah itu cocok bila dua digit pada baris \"{nama}\" tertukar dan seharusnya {baru}."), Some(letak))
        }),
        Some(Dugaan::Bergeser(i, baru)) => baris(i).map(|(nama, letak, angka)| {
            let baru = tampil(angka, baru, angka.presisi);
            (format!(" Jumlah itu cocok bila tanda pada baris \"{nama}\" bergeser dan seharusnya {baru}."), Some(letak))
        }),
        Some(Dugaan::JumlahTertukar) => Some((" Dua digit pada jumlahnya agaknya tertukar.".to_owned(), None)),
        Some(Dugaan::SatuDigit) => Some((" Hanya satu digitnya yang berbeda.".to_owned(), None)),
        None => tersalin(bacaan, s).and_then(baris).map(|(nama, letak, _)| {
            (format!(" Baris \"{nama}\" sama persis dengan kolom di sebelahnya dan agaknya tersalin dari sana."), Some(letak))
        }),
    };
    kalimat.map_or_else(Default::default, |(teks, letak)| {
        (teks, letak.into_iter().collect())
    })
}

/// The one term that repeats the figure beside it, where its fellows do not.
fn tersalin(bacaan: &Bacaan, s: &Selisih) -> Option<usize> {
    let khas = |a: &Angka| a.presisi > 0 || a.nilai.is_some_and(|n| n.abs() >= 100.into());
    let mut kena = s.suku.iter().enumerate().filter(|(_, (rujuk, _, angka))| {
        let samping = |k: Option<usize>| {
            let tabel = bacaan.tabel.get(rujuk.tabel)?;
            let baris = tabel.baris.get(rujuk.baris)?;
            let (_, lain) = alat::angka(bacaan, tabel, baris.row, k?)?;
            Some(khas(angka) && lain.nilai == angka.nilai)
        };
        samping(s.kolom.checked_sub(1)) == Some(true)
            || samping(s.kolom.checked_add(1)) == Some(true)
    });
    match (kena.next(), kena.next()) {
        (Some((i, _)), None) => Some(i),
        _ => None,
    }
}

impl Selisih<'_> {
    /// The addend that the printed sum repeats while others are not zero.
    pub(super) fn mengulang(&self) -> Option<usize> {
        let tercetak = self.tercetak.1.nilai.filter(|n| !n.is_zero())?;
        let sama = self
            .suku
            .iter()
            .position(|(_, _, a)| a.nilai == Some(tercetak))?;
        let lain = self
            .suku
            .iter()
            .enumerate()
            .any(|(i, (_, _, a))| i != sama && a.nilai.is_some_and(|n| !n.is_zero()));
        lain.then_some(sama)
    }

    /// The heading of its column.
    pub(super) fn nama_kolom(&self, bacaan: &Bacaan) -> String {
        bacaan
            .tabel
            .get(self.tabel)
            .and_then(|t| t.kolom.get(self.kolom))
            .map(nama_kolom)
            .unwrap_or_default()
    }
}
