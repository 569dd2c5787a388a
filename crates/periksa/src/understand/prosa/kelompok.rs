//! Numbers of a sentence that belong together.

use std::collections::BTreeSet;

use super::Jalan;
use super::kata::{Isi, Kata};
use crate::bacaan::{Angka, AngkaId, Asal, Milik, Peran, Perihal, Pernyataan, SatuanCetak};

/// Numbers of a sentence that belong together.
pub(super) struct Kelompok {
    pub(super) nomor: usize,
    pub(super) perihal: Perihal,
    pub(super) milik: Milik,
    pub(super) tahun: Option<i16>,
    pub(super) peran: BTreeSet<Peran>,
    /// Of its first number.
    pub(super) pertama: Peran,
    /// Of its last number.
    pub(super) terakhir: Peran,
    pub(super) satuan: SatuanCetak,
}

impl Jalan<'_> {
    /// Puts a number into the group that it belongs to, or opens one.
    pub(super) fn gabung(
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
                pertama: peran,
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
            angka: AngkaId(0),
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
}

/// The last year of a range of years that the sentence names.
fn rentang(kata: &[Kata]) -> Option<i16> {
    kata.iter().find_map(|k| match k.isi {
        Isi::Rentang(tahun) => Some(tahun),
        _ => None,
    })
}
