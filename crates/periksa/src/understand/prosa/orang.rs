//! Counts of persons: respondents and staff.

use super::kata::{Isi, Kata};
use super::perihal::Tempat;
use crate::bacaan::{JenisPerihal, Perihal};

const PEGAWAI: &[&str] = &[
    "pegawai", "asn", "personel", "personil", "sdm", "pns", "manusia", "karyawan",
];

const RESPONDEN: &[&str] = &["responden", "reponden"];

/// Words for the staff as a whole.
const SEMUA_PEGAWAI: &[&str] = &["pegawai", "personel", "personil", "karyawan"];

impl Tempat<'_> {
    /// Those asked in a survey.
    pub(super) fn responden(&self) -> Option<Perihal> {
        let responden = |k: &Kata| k.salah_satu(RESPONDEN);
        let disebut = self.sesudah(2).iter().any(responden)
            || (self.sela().iter().any(responden)
                && self.sela().iter().any(|k| {
                    k.salah_satu(&["jumlah", "sejumlah", "sebanyak", "minimal", "minimum"])
                }));
        if !disebut || self.bagian_responden() {
            return None;
        }
        let indikator = |p: &Perihal| p.jenis == JenisPerihal::Indikator;
        let kunci = self
            .disebut(0, self.ucapan.kata.len(), indikator)
            .or_else(|| self.ucapan.topik.clone().filter(|p| indikator(p)))?
            .kunci;
        Some(Perihal {
            jenis: JenisPerihal::Responden,
            kunci,
        })
    }

    /// Whether only a part of those asked, or somebody else, is counted.
    pub(super) fn bagian_responden(&self) -> bool {
        let sela = self.sela();
        let disebut = |kata: &[Kata]| kata.iter().any(|k| k.salah_satu(RESPONDEN));
        if !disebut(sela) && !disebut(self.sesudah(4)) {
            return false;
        }
        let terakhir = |daftar: &[&str]| sela.iter().rposition(|k| k.salah_satu(daftar));
        let orang_lain = terakhir(PEGAWAI) > terakhir(RESPONDEN);
        let kelompok = |k: &Kata| {
            k.salah_satu(&[
                "internal",
                "eksternal",
                "laki-laki",
                "perempuan",
                "pria",
                "wanita",
                "usia",
                "berusia",
                "berpendidikan",
                "pendidikan",
                "bekerja",
            ])
        };
        // "Indeks Kepuasan Internal" is a name and tells no group.
        let bernama = |di: usize| {
            self.ucapan
                .sebutan
                .iter()
                .any(|s| (s.awal..s.akhir).contains(&di))
        };
        orang_lain
            || sela
                .iter()
                .enumerate()
                .any(|(i, k)| kelompok(k) && !bernama(self.awal + i))
            || self.sesudah(4).iter().any(kelompok)
    }

    /// The staff, or those of one rank.
    pub(super) fn pegawai(&self) -> Option<Perihal> {
        let kata = &self.ucapan.kata;
        let orang = kata.get(self.di + 1)?;
        let bicara_pegawai = kata.iter().any(|k| k.salah_satu(PEGAWAI));
        if !bicara_pegawai || !(orang.salah_satu(&["orang"]) || orang.salah_satu(PEGAWAI)) {
            return None;
        }
        let sesudah = self.sesudah(6);
        let jabatan: Vec<&str> = sesudah
            .iter()
            .skip_while(|k| k.salah_satu(&["orang", "pejabat", "pada", "sebagai"]))
            .take_while(|k| matches!(k.isi, Isi::Kata | Isi::Lain))
            .take_while(|k| {
                !k.salah_satu(&[
                    "dan", "yang", "dengan", "baik", "serta", "di", "pada", "menurut", "atau",
                ])
            })
            .take(2)
            .map(|k| k.teks.as_str())
            .collect();
        let kunci = match jabatan.as_slice() {
            [satu, ..] if SEMUA_PEGAWAI.contains(satu) => {
                let kecil = self.sela().iter().filter(|k| !k.besar).any(|k| {
                    k.salah_satu(&["golongan", "eselon", "jabatan", "pendidikan", "laki-laki"])
                });
                if kecil || jabatan.len() > 1 {
                    return None;
                }
                "jumlah".to_owned()
            }
            [] => self.golongan_sebelum().or_else(|| {
                self.sela()
                    .iter()
                    .any(|k| k.salah_satu(&["jumlah", "sejumlah", "total"]))
                    .then(|| "jumlah".to_owned())
            })?,
            kata => kata.join(" "),
        };
        Some(Perihal {
            jenis: JenisPerihal::Pegawai,
            kunci,
        })
    }

    /// "Golongan III sebanyak 49 orang".
    fn golongan_sebelum(&self) -> Option<String> {
        let sela = self.sela();
        let di = sela
            .iter()
            .rposition(|k| k.salah_satu(&["golongan", "eselon"]))?;
        let nama = sela.get(di + 1)?;
        Some(format!("{} {}", sela[di].teks, nama.teks))
    }
}
