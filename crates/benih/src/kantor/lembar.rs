//! Changing the raw form of a package.

use paket::{BarisMentah, Entri, LembarMentah, Mentah};

use super::Asal;
use crate::acak::Acak;

/// Changes to a whole package.
pub(super) trait Ubah {
    /// Puts other words for words, everywhere.
    fn tukar(&mut self, dari: &str, menjadi: &str);
    /// Moves every year by so many.
    fn geser_tahun(&mut self, geser: i16);
    /// Sets a value of `satker.toml`.
    fn atur(&mut self, kunci: &str, teks: &str);
    /// Puts a sheet in place of the one of the same name.
    fn ganti(&mut self, nama: &str, kepala: &[&str], baris: Vec<Vec<String>>);
    /// The sheet to change.
    fn lembar_mut(&mut self, nama: &str) -> Option<&mut LembarMentah>;
}

impl Ubah for Mentah {
    fn tukar(&mut self, dari: &str, menjadi: &str) {
        self.tiap_teks(&mut |teks| {
            if teks.contains(dari) {
                *teks = teks.replace(dari, menjadi);
            }
        });
    }

    fn geser_tahun(&mut self, geser: i16) {
        self.tiap_teks(&mut |teks| *teks = tahun_digeser(teks, geser));
    }

    fn atur(&mut self, kunci: &str, teks: &str) {
        match self
            .satker
            .isi
            .iter_mut()
            .find(|entri| entri.kunci == kunci)
        {
            Some(entri) => teks.clone_into(&mut entri.teks),
            None => self.satker.isi.push(Entri {
                kunci: kunci.to_owned(),
                teks: teks.to_owned(),
                baris: 0,
            }),
        }
    }

    fn ganti(&mut self, nama: &str, kepala: &[&str], baris: Vec<Vec<String>>) {
        let baru = LembarMentah {
            nama: nama.to_owned(),
            kepala: kepala.iter().map(|&kata| kata.to_owned()).collect(),
            baris: baris
                .into_iter()
                .map(|sel| BarisMentah {
                    sel,
                    ..BarisMentah::default()
                })
                .collect(),
            ..LembarMentah::default()
        };
        match self.lembar_mut(nama) {
            Some(lama) => *lama = baru,
            None => self.lembar.push(baru),
        }
    }

    fn lembar_mut(&mut self, nama: &str) -> Option<&mut LembarMentah> {
        self.lembar.iter_mut().find(|lembar| lembar.nama == nama)
    }
}

trait TiapTeks {
    fn tiap_teks(&mut self, ubah: &mut dyn FnMut(&mut String));
}

impl TiapTeks for Mentah {
    fn tiap_teks(&mut self, ubah: &mut dyn FnMut(&mut String)) {
        self.satker
            .isi
            .iter_mut()
            .for_each(|entri| ubah(&mut entri.teks));
        for lembar in &mut self.lembar {
            lembar.catatan.clear();
            lembar
                .baris
                .iter_mut()
                .flat_map(|baris| &mut baris.sel)
                .for_each(&mut *ubah);
        }
        self.narasi.values_mut().for_each(ubah);
    }
}

/// Changes to one sheet.
pub(super) trait UbahLembar {
    fn buang_kolom(&mut self, nama: &str);
    fn kolom(&self, nama: &str) -> Option<usize>;
    fn sel(&self, baris: usize, kolom: &str) -> &str;
}

impl UbahLembar for LembarMentah {
    fn buang_kolom(&mut self, nama: &str) {
        let Some(kolom) = self.kolom(nama) else {
            return;
        };
        self.kepala.remove(kolom);
        for baris in &mut self.baris {
            if kolom < baris.sel.len() {
                baris.sel.remove(kolom);
            }
        }
    }

    fn kolom(&self, nama: &str) -> Option<usize> {
        self.kepala.iter().position(|kepala| kepala == nama)
    }

    fn sel(&self, baris: usize, kolom: &str) -> &str {
        let kolom = self.kolom(kolom);
        let baris = self.baris.get(baris);
        kolom
            .and_then(|kolom| baris?.sel.get(kolom))
            .map_or("", String::as_str)
    }
}

/// Every year from 2015 to 2030 that stands alone, moved.
fn tahun_digeser(teks: &str, geser: i16) -> String {
    let huruf: Vec<char> = teks.chars().collect();
    let mut hasil = String::new();
    let mut i = 0;
    while let Some(&h) = huruf.get(i) {
        let empat: String = huruf.iter().skip(i).take(4).collect();
        let angka = |i: usize| huruf.get(i).is_some_and(char::is_ascii_digit);
        let tahun = empat
            .parse::<i16>()
            .ok()
            .filter(|tahun| (2015..=2030).contains(tahun));
        let menempel = i.checked_sub(1).is_some_and(angka) || angka(i + 4);
        match tahun {
            Some(tahun) if !menempel => {
                hasil.push_str(&(tahun + geser).to_string());
                i += 4;
            }
            _ => {
                hasil.push(h);
                i += 1;
            }
        }
    }
    hasil
}

/// A share in whole numbers: `jumlah` cut into parts of at least one, as many as asked for.
pub(super) fn bagi(jumlah: i64, banyak: usize, acak: &mut Acak) -> Vec<i64> {
    let mut sisa = jumlah;
    let mut bagian = Vec::new();
    for ke in 0..banyak {
        let lagi = i64::try_from(banyak - ke).unwrap_or(1);
        let ini = if lagi == 1 {
            sisa
        } else {
            acak.di(1, (sisa * 2 / (lagi + 1)).max(1))
        };
        bagian.push(ini);
        sisa -= ini;
    }
    bagian
}

/// Staff by rank and by post, adding up to one number.
pub(super) fn pegawai(mentah: &mut Mentah, asal: Asal, acak: &mut Acak) {
    let mut jumlah = [0i64; 7];
    let mut isi = Vec::new();
    for (golongan, bawah, atas) in [("IV", 2, 5), ("III", 14, 40), ("II", 5, 18), ("I", 0, 0)] {
        let orang = acak.di(bawah, atas);
        let ruang = if orang == 0 {
            vec![0; 4]
        } else {
            bagi(orang.max(4), 4, acak)
        };
        let orang: i64 = ruang.iter().sum();
        let laki = if orang == 0 { 0 } else { acak.di(1, orang - 1) };
        let angka = [
            ruang[0],
            ruang[1],
            ruang[2],
            ruang[3],
            laki,
            orang - laki,
            orang,
        ];
        for (jumlah, satu) in jumlah.iter_mut().zip(angka) {
            *jumlah += satu;
        }
        isi.push(baris_pegawai(golongan, angka));
    }
    isi.push(baris_pegawai("jumlah", jumlah));
    mentah.ganti(
        "pegawai",
        &[
            "golongan",
            "A",
            "B",
            "C",
            "D",
            "laki_laki",
            "perempuan",
            "jumlah",
        ],
        isi,
    );
    mentah.atur("jumlah_pegawai", &jumlah[6].to_string());
    let formasi = mentah.satker.panjang("formasi");
    let orang = match asal {
        Asal::Umum => bagi(jumlah[6], formasi, acak),
        Asal::Kanim => {
            let mut orang = vec![1, 5, 8];
            orang.push(jumlah[6] - 14);
            orang
        }
    };
    for (i, orang) in orang.into_iter().enumerate() {
        mentah.atur(&format!("formasi[{}].jumlah", i + 1), &orang.to_string());
    }
}

fn baris_pegawai(golongan: &str, angka: [i64; 7]) -> Vec<String> {
    std::iter::once(golongan.to_owned())
        .chain(angka.iter().map(i64::to_string))
        .collect()
}
