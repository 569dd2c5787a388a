//! What the numbers of running text say.
//!
//! A number's role is told by the nearest cue before it, its year and its possessor by the noun phrase that leads to it, and
//! what these leave open by the number before, the sentence, the text before and the heading, in that order.

mod isyarat;
pub(super) mod kata;
mod milik;
mod perihal;
mod sebut;
pub(super) mod wacana;
pub(super) mod waktu;

use std::collections::BTreeSet;

use hukum::Hukum;

use crate::bacaan::{
    Angka, Asal, Bacaan, JenisPerihal, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use isyarat::Isyarat;
use kata::{Isi, Kata};
use perihal::Tempat;
use wacana::Ucapan;

pub(super) fn pernyataan(bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Pernyataan> {
    let mut kelompok = bacaan
        .pernyataan
        .iter()
        .map(|p| p.kelompok + 1)
        .max()
        .unwrap_or(0);
    let mut hasil = Vec::new();
    for ucapan in wacana::wacana(bacaan) {
        if ucapan.kata.iter().any(|k| k.salah_satu(PERUMPAMAAN)) {
            continue;
        }
        hasil.extend(Jalan::new(bacaan, &ucapan, &mut kelompok).baca());
    }
    hasil
}

/// Words of a sentence that only illustrates.
const PERUMPAMAAN: &[&str] = &["misal", "misalnya", "contoh", "contohnya", "misalkan"];

/// Words that open a new statement.
const PEMBATAS: &[&str] = &[
    "sedangkan",
    "sementara",
    "namun",
    "tetapi",
    "maka",
    "adapun",
    "selanjutnya",
];

/// Words of the target at the end of a plan.
const RENCANA: &[&str] = &["menengah", "renstra", "strategis", "rpjmd", "rpjmn"];

/// Numbers of a sentence that belong together.
struct Kelompok {
    nomor: usize,
    perihal: Perihal,
    milik: Milik,
    tahun: Option<i16>,
    peran: BTreeSet<Peran>,
    /// Of its last number.
    terakhir: Peran,
    satuan: SatuanCetak,
}

/// A walk through the numbers of one sentence.
struct Jalan<'a> {
    bacaan: &'a Bacaan<'a>,
    ucapan: &'a Ucapan,
    nomor: &'a mut usize,
    kelompok: Option<Kelompok>,
    /// Whether the target of the plan was named in the sentence.
    jangka_menengah: bool,
}

impl<'a> Jalan<'a> {
    fn new(bacaan: &'a Bacaan<'a>, ucapan: &'a Ucapan, nomor: &'a mut usize) -> Self {
        Self {
            bacaan,
            ucapan,
            nomor,
            kelompok: None,
            jangka_menengah: false,
        }
    }

    fn baca(mut self) -> Vec<Pernyataan> {
        let kata = &self.ucapan.kata;
        let mut hasil = Vec::new();
        let mut awal = 0;
        for di in 0..kata.len() {
            if kata[di].isi == Isi::Celah {
                // An unfilled slot stands for a number: what it leads to belongs to nobody.
                if kata
                    .get(di.saturating_sub(1))
                    .is_some_and(|k| k.salah_satu(isyarat::PENGANTAR))
                {
                    awal = di + 1;
                }
                continue;
            }
            let Some(id) = kata[di].angka() else {
                continue;
            };
            let angka = self.bacaan.angka(id);
            let menyusul = waktu::menyusul(kata, di, self.bacaan.identitas.tahun);
            let pernyataan = angka
                .nilai
                .and_then(|_| self.satu(angka, awal, di, menyusul.map(|(tahun, _)| tahun)));
            match pernyataan {
                Some(pernyataan) => hasil.push(Pernyataan {
                    angka: id,
                    asal: Asal::Kalimat(self.ucapan.kalimat),
                    ..pernyataan
                }),
                // What follows an unknown number cannot lean on it.
                None => self.kelompok = None,
            }
            awal = menyusul.map_or(di + 1, |(_, sesudah)| sesudah);
        }
        hasil
    }

    fn satu(
        &mut self,
        angka: &Angka,
        awal: usize,
        di: usize,
        menyusul: Option<i16>,
    ) -> Option<Pernyataan> {
        let kata = &self.ucapan.kata;
        let awal_frasa = awal_frasa(kata, awal, di);
        let sela = &kata[awal_frasa..di];
        if sela.iter().any(|k| k.salah_satu(RENCANA))
            || kata[awal..di].iter().any(|k| k.salah_satu(&["menengah"]))
        {
            self.jangka_menengah = true;
        }
        if awal_frasa > awal {
            self.kelompok = self.kelompok.take().filter(|_| self.jangka_menengah);
        }
        let isyarat = isyarat::terdekat(sela)
            .filter(|temu| isyarat::mengantar(sela, temu.di))
            .map(|temu| temu.isyarat)
            .or_else(|| isyarat_belakang(kata, di));
        if isyarat == Some(Isyarat::Selisih) {
            return None;
        }
        let tempat = Tempat {
            ucapan: self.ucapan,
            awal: awal_frasa,
            di,
            isyarat,
            sebelum: self.kelompok.as_ref().map(|k| &k.perihal),
        };
        let perihal = tempat.perihal(angka)?;
        let milik = milik::pemilik(kata, &self.ucapan.badan, awal_frasa, di).cloned();
        let tahun_frasa =
            menyusul.or_else(|| waktu::terakhir(kata, awal_frasa..di, self.bacaan.identitas.tahun));
        let peran = self.peran(angka, &perihal, isyarat, sela, di)?;
        let peran = self.jangka(peran, tahun_frasa);
        self.gabung(angka, perihal, milik, tahun_frasa, peran, sela)
            .map(|mut pernyataan| {
                pernyataan.bulan = waktu::bulan(kata, awal_frasa..di);
                pernyataan
            })
    }

    /// The role of a number.
    fn peran(
        &self,
        angka: &Angka,
        perihal: &Perihal,
        isyarat: Option<Isyarat>,
        sela: &[Kata],
        di: usize,
    ) -> Option<Peran> {
        let persen = angka.satuan == SatuanCetak::Persen;
        let uang = matches!(
            perihal.jenis,
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan
        );
        match perihal.jenis {
            JenisPerihal::Responden => {
                let minimum = isyarat == Some(Isyarat::Minimum)
                    || sela.iter().any(|k| k.salah_satu(&["minimal", "minimum"]));
                return Some(if minimum {
                    Peran::Minimum
                } else {
                    Peran::Jumlah
                });
            }
            JenisPerihal::Pegawai => return Some(Peran::Jumlah),
            JenisPerihal::RerataCapaian => return Some(Peran::Capaian),
            _ => {}
        }
        let kelompok = self.kelompok.as_ref();
        let berpasangan = kelompok.is_some_and(|k| {
            k.peran.contains(&Peran::Realisasi)
                || k.peran.contains(&Peran::Target)
                || k.peran.contains(&Peran::TargetJangkaMenengah)
        });
        match isyarat {
            Some(Isyarat::Target) if persen && uang => None,
            Some(Isyarat::Target) => Some(Peran::Target),
            Some(Isyarat::Sisa) => Some(Peran::Sisa),
            Some(Isyarat::Bobot) => Some(Peran::Bobot),
            Some(Isyarat::Perubahan) => Some(Peran::Perubahan),
            Some(Isyarat::Jumlah | Isyarat::Realisasi | Isyarat::Hasil) if !persen => {
                Some(Peran::Realisasi)
            }
            Some(Isyarat::Capaian | Isyarat::Mencapai) if !persen => Some(Peran::Realisasi),
            _ if persen && uang => Some(Peran::Capaian),
            Some(Isyarat::Capaian) => {
                let realisasi = self.satuan_persen(perihal) != Some(false)
                    && !berpasangan
                    && self.target_persen_menyusul(di);
                Some(if realisasi {
                    Peran::Realisasi
                } else {
                    Peran::Capaian
                })
            }
            Some(Isyarat::Realisasi | Isyarat::Hasil | Isyarat::Mencapai) => {
                if berpasangan && kelompok.is_some_and(|k| k.peran.contains(&Peran::Realisasi)) {
                    return Some(Peran::Capaian);
                }
                match (self.satuan_persen(perihal), isyarat) {
                    (Some(false), _) => Some(Peran::Capaian),
                    (_, Some(Isyarat::Realisasi)) => Some(Peran::Realisasi),
                    _ if self.target_persen_menyusul(di) => Some(Peran::Realisasi),
                    (Some(true), Some(Isyarat::Hasil)) => Some(Peran::Realisasi),
                    _ => None,
                }
            }
            Some(Isyarat::Minimum | Isyarat::Selisih | Isyarat::Jumlah) => None,
            None => self.tanpa_isyarat(persen, perihal, sela, angka),
        }
    }

    /// The role of a number that no cue leads to: that of the number before, or what its unit and place tell.
    fn tanpa_isyarat(
        &self,
        persen: bool,
        perihal: &Perihal,
        sela: &[Kata],
        angka: &Angka,
    ) -> Option<Peran> {
        let baru = sela.iter().any(|k| matches!(k.isi, Isi::Tahun(_)))
            || self
                .kelompok
                .as_ref()
                .is_some_and(|k| k.perihal != *perihal);
        if let Some(kelompok) = &self.kelompok {
            let atau = sela.first().is_some_and(|k| k.salah_satu(&["atau"]))
                || sela
                    .iter()
                    .any(|k| k.salah_satu(&["atau", "setara"]) || k.tanda('('));
            if persen && atau && kelompok.terakhir == Peran::Perubahan {
                return Some(Peran::Perubahan);
            }
            let berpasangan = kelompok.peran.contains(&Peran::Realisasi);
            if persen && atau && berpasangan && kelompok.satuan != SatuanCetak::Persen {
                return Some(Peran::Capaian);
            }
            if persen && atau && berpasangan && kelompok.peran.contains(&Peran::Target) {
                return Some(Peran::Capaian);
            }
            // "… sebesar 3,95 dan 2021 sebesar 3,90", "belanja barang sebesar …, dan belanja modal sebesar …"
            if baru && kelompok.satuan == angka.satuan {
                return Some(kelompok.terakhir);
            }
            return None;
        }
        let mengantar = sela
            .iter()
            .rev()
            .take(2)
            .any(|k| k.salah_satu(&["sebesar", "adalah", "senilai", "yaitu", "yakni"]));
        let dinamai = perihal.jenis == JenisPerihal::Indikator
            || perihal.jenis == JenisPerihal::KinerjaAnggaran;
        (mengantar && dinamai && (!persen || self.satuan_persen(perihal) == Some(true)))
            .then_some(Peran::Realisasi)
    }

    /// A target of a year to come is that of the plan.
    fn jangka(&mut self, peran: Peran, tahun: Option<i16>) -> Peran {
        let mendatang = tahun
            .zip(self.bacaan.identitas.tahun)
            .is_some_and(|(tahun, laporan)| tahun > laporan);
        match peran {
            Peran::Target if mendatang || (self.jangka_menengah && tahun.is_none()) => {
                self.jangka_menengah = true;
                Peran::TargetJangkaMenengah
            }
            Peran::Capaian
                if self
                    .kelompok
                    .as_ref()
                    .is_some_and(|k| k.peran.contains(&Peran::TargetJangkaMenengah)) =>
            {
                Peran::CapaianJangkaMenengah
            }
            lain => lain,
        }
    }

    /// Puts a number into the group that it belongs to, or opens one.
    fn gabung(
        &mut self,
        angka: &Angka,
        perihal: Perihal,
        milik: Option<Milik>,
        tahun_frasa: Option<i16>,
        peran: Peran,
        sela: &[Kata],
    ) -> Option<Pernyataan> {
        let pokok = self.ucapan.pokok;
        let perubahan = peran == Peran::Perubahan;
        let lama = self.kelompok.take();
        let jangka = matches!(
            peran,
            Peran::TargetJangkaMenengah | Peran::CapaianJangkaMenengah
        );
        let jangka_lama = lama
            .as_ref()
            .is_some_and(|k| k.peran.contains(&Peran::TargetJangkaMenengah));
        let sejalan = |k: &Kelompok| {
            k.perihal == perihal
                && milik.as_ref().is_none_or(|m| *m == k.milik)
                && !k.peran.contains(&peran)
                && (jangka || jangka_lama || tahun_frasa.is_none_or(|t| k.tahun == Some(t)))
                && perubahan == k.peran.contains(&Peran::Perubahan)
        };
        let sambung = lama.filter(sejalan);
        // "…, naik dari tahun 2022 sebesar 3,90 dengan capaian 121%": of which year the share is, nobody can tell.
        let menggantung = matches!(peran, Peran::Capaian)
            && sambung.as_ref().is_some_and(|k| {
                k.tahun != pokok
                    && !k.peran.contains(&Peran::Target)
                    && !sela.iter().any(|k| k.salah_satu(&["atau"]) || k.tanda('('))
            });
        if menggantung {
            return None;
        }
        let tahun = match peran {
            Peran::Perubahan => pokok,
            Peran::TargetJangkaMenengah => tahun_frasa.or_else(|| rentang(&self.ucapan.kata)),
            Peran::CapaianJangkaMenengah => pokok,
            _ => tahun_frasa
                .or_else(|| {
                    sambung
                        .as_ref()
                        .filter(|_| !jangka_lama)
                        .and_then(|k| k.tahun)
                })
                .or(pokok),
        };
        let mut kelompok = sambung.unwrap_or_else(|| {
            *self.nomor += 1;
            Kelompok {
                nomor: *self.nomor - 1,
                perihal,
                milik: milik.unwrap_or(Milik::Sendiri),
                tahun,
                peran: BTreeSet::new(),
                terakhir: peran,
                satuan: angka.satuan,
            }
        });
        kelompok.peran.insert(peran);
        kelompok.terakhir = peran;
        if peran != Peran::Capaian {
            kelompok.satuan = angka.satuan;
        }
        if !jangka {
            kelompok.tahun = tahun;
        }
        let pernyataan = Pernyataan {
            angka: crate::bacaan::AngkaId(0),
            perihal: kelompok.perihal.clone(),
            milik: kelompok.milik.clone(),
            tahun,
            bulan: None,
            peran,
            asal: Asal::Kalimat(self.ucapan.kalimat),
            kelompok: kelompok.nomor,
        };
        self.kelompok = Some(kelompok);
        Some(pernyataan)
    }

    /// Whether an indicator is measured in percent; none where the document does not say.
    fn satuan_persen(&self, perihal: &Perihal) -> Option<bool> {
        let satuan = self
            .bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == perihal.kunci)?
            .satuan
            .as_ref()?
            .to_lowercase();
        Some(satuan.contains("persen") || satuan.contains('%'))
    }

    /// Whether the next number is a target in percent.
    fn target_persen_menyusul(&self, di: usize) -> bool {
        let kata = &self.ucapan.kata;
        let Some(berikut) = (di + 1..kata.len()).find(|i| kata[*i].angka().is_some()) else {
            return false;
        };
        let persen = kata[berikut]
            .angka()
            .is_some_and(|id| self.bacaan.angka(id).satuan == SatuanCetak::Persen);
        persen
            && isyarat::terdekat(&kata[di + 1..berikut])
                .is_some_and(|temu| temu.isyarat == Isyarat::Target)
    }
}

/// Where the phrase of a number begins: behind the last word that opens a new statement.
fn awal_frasa(kata: &[Kata], awal: usize, di: usize) -> usize {
    (awal..di)
        .rev()
        .find(|i| kata[*i].tanda(';') || kata[*i].tanda('.') || kata[*i].salah_satu(PEMBATAS))
        .map_or(awal, |i| i + 1)
}

/// A cue that stands behind the number ("95% dari target", "12 dokumen yang ditargetkan").
fn isyarat_belakang(kata: &[Kata], di: usize) -> Option<Isyarat> {
    let sesudah: Vec<&Kata> = kata.iter().skip(di + 1).take(4).collect();
    let mut sisa = sesudah.iter().skip_while(|k| {
        k.isi == Isi::Kata && crate::understand::kosakata::satuan(&k.teks).is_some()
    });
    let pertama = sisa.next()?;
    let kedua = sisa.next()?;
    if pertama.salah_satu(&["yang"]) && kedua.salah_satu(&["ditargetkan", "ditetapkan"]) {
        return Some(Isyarat::Target);
    }
    None
}

/// The last year of a range of years that the sentence names.
fn rentang(kata: &[Kata]) -> Option<i16> {
    kata.iter().find_map(|k| match k.isi {
        Isi::Rentang(tahun) => Some(tahun),
        _ => None,
    })
}
