//! Counting findings.

use document::source::{Piece, Source};
use hukum::Hukum;
use periksa::{BahanDokumen, Berat, Cara as CaraAturan, Temuan, periksa_dokumen, understand};

use super::hubungan::{Hubungan, hubungan, sama};
use super::{CONTOH, Skor, SkorAturan, temuan};
use crate::jenis::{Cara, Jenis};
use crate::tanam::{Kebun, Tanaman};

impl Skor {
    pub(super) fn catat_bersih(&mut self, temuan: &[Temuan], nomor: u64) {
        for satu in temuan {
            let aturan = self.aturan.entry(satu.aturan).or_default();
            if satu.berat == Berat::Saran {
                aturan.saran_bersih += 1;
            } else {
                aturan.bersih += 1;
            }
            aturan.contoh(format!("clean, office {nomor}: {}", ringkas(satu)));
        }
    }

    /// Each rule alone: what it can hold against something.
    pub(super) fn catat_cakupan(&mut self, sumber: &Source, hukum: &Hukum) {
        let bacaan = understand(sumber, hukum);
        let bahan = BahanDokumen {
            bacaan: &bacaan,
            hukum,
            data: None,
        };
        for aturan in periksa::rules::daftar() {
            if matches!(aturan.cara, CaraAturan::Dokumen { .. }) {
                let (_, cakupan) = periksa_dokumen(&bahan, &|nama| nama == aturan.nama);
                let skor = self.aturan.entry(aturan.nama).or_default();
                skor.diperiksa += cakupan.diperiksa;
                skor.dilihat += cakupan.dilihat;
            }
        }
    }

    pub(super) fn nilai(&mut self, kebun: &Kebun, bersih: &[Temuan], hukum: &Hukum, asal: &str) {
        self.berbenih += 1;
        let mut dasar = Vec::new();
        if let Some((jenis, nama)) = &kebun.dibuang {
            dasar = temuan(&Source::from(&kebun.dasar), hukum).0;
            self.nilai_buang(jenis, nama, &dasar, bersih, asal);
        }
        let lama = if kebun.dibuang.is_some() {
            &dasar
        } else {
            bersih
        };
        let sumber = Source::from(&kebun.jadi);
        let (semua, _) = temuan(&sumber, hukum);
        let baru: Vec<&Temuan> = semua
            .iter()
            .filter(|satu| !lama.iter().any(|lain| sama(satu, lain)))
            .collect();
        let mut terbaik = vec![Hubungan::Jauh; kebun.tanaman.len()];
        for satu in baru {
            let mut hubungan_ini = Hubungan::Jauh;
            for (i, tanaman) in kebun.tanaman.iter().enumerate() {
                let ini = hubungan(satu, tanaman, &sumber);
                terbaik[i] = terbaik[i].max(ini);
                hubungan_ini = hubungan_ini.max(ini);
            }
            let aturan = self.aturan.entry(satu.aturan).or_default();
            match hubungan_ini {
                Hubungan::Tepat | Hubungan::Terkait | Hubungan::Sebaris => aturan.benar += 1,
                Hubungan::Akibat => aturan.akibat += 1,
                Hubungan::Jauh if satu.berat == Berat::Saran => aturan.saran += 1,
                Hubungan::Jauh => {
                    aturan.palsu += 1;
                    let tanaman: Vec<&str> = kebun.tanaman.iter().map(|t| t.jenis.nama).collect();
                    aturan.contoh(format!(
                        "seeded, {asal} ({}): {}",
                        tanaman.join(", "),
                        ringkas(satu)
                    ));
                }
            }
        }
        for (tanaman, terbaik) in kebun.tanaman.iter().zip(terbaik) {
            let skor = self.jenis.entry(tanaman.jenis.nama).or_default();
            skor.ditanam += 1;
            match terbaik {
                Hubungan::Tepat => skor.tepat += 1,
                Hubungan::Terkait => skor.terkait += 1,
                Hubungan::Sebaris => skor.sebaris += 1,
                Hubungan::Akibat => skor.dekat += 1,
                Hubungan::Jauh => {}
            }
            if terbaik < Hubungan::Sebaris && skor.luput.len() < CONTOH {
                skor.luput.push(format!(
                    "{asal}: {:?} -> {:?} ({})",
                    tanaman.sebelum,
                    tanaman.sesudah,
                    sekitar(tanaman, &sumber)
                ));
            }
        }
    }

    pub(super) fn nilai_buang(
        &mut self,
        jenis: &'static Jenis,
        nama: &str,
        dasar: &[Temuan],
        bersih: &[Temuan],
        asal: &str,
    ) {
        let Cara::Buang(_, diminta) = jenis.cara else {
            return;
        };
        let baru: Vec<&Temuan> = dasar
            .iter()
            .filter(|satu| !bersih.iter().any(|lain| sama(satu, lain)))
            .collect();
        let skor = self.jenis.entry(jenis.nama).or_default();
        skor.ditanam += 1;
        if baru.iter().any(|satu| diminta.contains(&satu.aturan)) {
            skor.tepat += 1;
        } else {
            skor.dekat += usize::from(!baru.is_empty());
            if skor.luput.len() < CONTOH {
                let lain: Vec<&str> = baru.iter().map(|satu| satu.aturan).collect();
                skor.luput
                    .push(format!("{asal}: {nama} taken out; found: {lain:?}"));
            }
        }
        for satu in baru {
            let aturan = self.aturan.entry(satu.aturan).or_default();
            if diminta.contains(&satu.aturan) {
                aturan.benar += 1;
            } else {
                aturan.akibat += 1;
            }
        }
    }

    pub(super) fn tambah(&mut self, lain: Self) {
        self.bersih += lain.bersih;
        self.berbenih += lain.berbenih;
        self.kata += lain.kata;
        self.cakupan.dilihat += lain.cakupan.dilihat;
        self.cakupan.diperiksa += lain.cakupan.diperiksa;
        for (sebab, banyak) in lain.cakupan.tidak {
            *self.cakupan.tidak.entry(sebab).or_default() += banyak;
        }
        for (nama, skor) in lain.jenis {
            let ini = self.jenis.entry(nama).or_default();
            ini.ditanam += skor.ditanam;
            ini.tepat += skor.tepat;
            ini.terkait += skor.terkait;
            ini.sebaris += skor.sebaris;
            ini.dekat += skor.dekat;
            ini.luput.extend(skor.luput);
        }
        for (nama, skor) in lain.aturan {
            let ini = self.aturan.entry(nama).or_default();
            ini.benar += skor.benar;
            ini.akibat += skor.akibat;
            ini.palsu += skor.palsu;
            ini.bersih += skor.bersih;
            ini.saran += skor.saran;
            ini.saran_bersih += skor.saran_bersih;
            ini.diperiksa += skor.diperiksa;
            ini.dilihat += skor.dilihat;
            ini.contoh.extend(skor.contoh);
        }
    }
}

impl SkorAturan {
    fn contoh(&mut self, teks: String) {
        if self.contoh.len() < CONTOH {
            self.contoh.push(teks);
        }
    }
}

fn ringkas(temuan: &Temuan) -> String {
    format!(
        "{} [{}] {:?}: {}",
        temuan.lokasi,
        temuan.berat.sebutan(),
        temuan.cuplikan,
        temuan.pesan
    )
}

/// The words around an error, for one who reads the list of misses.
fn sekitar(tanaman: &Tanaman, sumber: &Source) -> String {
    let Some(tempat) = tanaman.tempat.first() else {
        return String::new();
    };
    if let (Some(Piece::Grid(grid)), Some(sel)) = (sumber.pieces.get(tempat.piece), tempat.sel) {
        let baris = grid.cells.get(sel).map(|sel| sel.row);
        let isi: Vec<&str> = grid
            .cells
            .iter()
            .filter(|sel| Some(sel.row) == baris)
            .map(|sel| sel.passage.text.as_str())
            .collect();
        let keterangan = tempat
            .piece
            .checked_sub(1)
            .and_then(|atas| sumber.pieces.get(atas)?.passage())
            .map_or("", |passage| &passage.text);
        return format!("{keterangan}: {}", isi.join(" | "));
    }
    let teks = tempat.bacaan(sumber).map_or("", |passage| &passage.text);
    let mulai = teks
        .get(..tempat.awal)
        .map_or(0, |depan| depan.chars().count())
        .saturating_sub(60);
    teks.chars().skip(mulai).take(170).collect()
}
