//! What words claim about numbers.
//!
//! Only what is said to be so is a claim; a hope, a plan, a condition or the name of a goal is none.

mod banding;
mod beda;
mod berkala;
mod cacah;
mod capai;
mod deret;
mod dua;
mod hasil;
mod kategori;
mod kutipan;
mod perubahan;
mod responden;
#[cfg(test)]
mod tests;
mod ujung;

use std::collections::BTreeMap;

use hukum::Hukum;

use super::prosa::kata::{Isi, Kata};
use super::prosa::wacana::{self, Ucapan};
use super::satuan::SEDIKIT;
use crate::bacaan::{
    AngkaId, Asal, Bacaan, IsiKlaim, JenisPerihal, Klaim, Letak, Milik, Peran, Perihal, Pernyataan,
};
use crate::utas;

/// Claims beyond which no more are read; no honest report has so many.
const KLAIM_TERBANYAK: usize = 2_000;

/// Sentences that are read before it is seen whether there are claims enough.
const SELANGKAH: usize = 20_000;

pub(super) fn klaim(bacaan: &Bacaan, hukum: &Hukum, wacana: &[Ucapan]) -> Vec<Klaim> {
    let mut milik_kalimat: BTreeMap<usize, Vec<&Pernyataan>> = BTreeMap::new();
    for pernyataan in &bacaan.pernyataan {
        if let Asal::Kalimat(kalimat) = pernyataan.asal {
            milik_kalimat.entry(kalimat).or_default().push(pernyataan);
        }
    }
    let nama_kategori = kategori::nama(bacaan, hukum);
    let nama = ujung::nama(bacaan);
    let baris = beda::baris(bacaan);
    let hasil_indikator = hasil::daftar(bacaan);
    let baca = |i: usize, ucapan: &Ucapan| -> Vec<Klaim> {
        let mut hasil = Vec::new();
        if ucapan.kata.len() > wacana::KATA_TERBANYAK {
            return hasil;
        }
        let konteks = Konteks {
            bacaan,
            baris: &baris,
            hasil: &hasil_indikator,
            ucapan,
            lalu: lalu(bacaan, wacana, i),
            pernyataan: milik_kalimat
                .get(&ucapan.kalimat)
                .map_or(&[], Vec::as_slice),
            sebelum: i
                .checked_sub(1)
                .and_then(|i| wacana.get(i))
                .filter(|lalu| sepotong(bacaan, lalu.kalimat, ucapan.kalimat))
                .and_then(|lalu| milik_kalimat.get(&lalu.kalimat))
                .map_or(&[], Vec::as_slice),
        };
        perubahan::cari(&konteks, &mut hasil);
        capai::cari(&konteks, &mut hasil);
        banding::cari(&konteks, &mut hasil);
        ujung::cari(&konteks, &nama, &mut hasil);
        kategori::cari(&konteks, &nama_kategori, &mut hasil);
        cacah::cari(&konteks, &mut hasil);
        responden::cari(&konteks, &mut hasil);
        hasil
    };
    let mut hasil: Vec<Klaim> = Vec::new();
    let bernomor: Vec<(usize, &Ucapan)> = wacana.iter().enumerate().collect();
    for langkah in bernomor.chunks(SELANGKAH) {
        for satu in utas::petakan(langkah, SEDIKIT, |(i, ucapan)| baca(*i, ucapan)) {
            if hasil.len() >= KLAIM_TERBANYAK {
                return hasil;
            }
            hasil.extend(satu);
        }
    }
    hasil
}

/// The sentences shortly before in the same piece.
fn lalu<'a>(bacaan: &Bacaan, wacana: &'a [Ucapan], i: usize) -> &'a [Ucapan] {
    const TERBANYAK: usize = 4;
    let mulai = (i.saturating_sub(TERBANYAK)..i)
        .find(|j| sepotong(bacaan, wacana[*j].kalimat, wacana[i].kalimat))
        .unwrap_or(i);
    &wacana[mulai..i]
}

fn sepotong(bacaan: &Bacaan, a: usize, b: usize) -> bool {
    bacaan.kalimat[a].letak.piece == bacaan.kalimat[b].letak.piece
}

/// A sentence, its thread and what its numbers say.
struct Konteks<'a> {
    bacaan: &'a Bacaan<'a>,
    /// Numbers of tables by value.
    baris: &'a beda::Baris,
    /// What the tables say of each indicator.
    hasil: &'a [hasil::Hasil],
    ucapan: &'a Ucapan,
    /// The sentences shortly before in the same piece.
    lalu: &'a [Ucapan],
    /// Of this sentence.
    pernyataan: &'a [&'a Pernyataan],
    /// Of the sentence before in the same piece.
    sebelum: &'a [&'a Pernyataan],
}

/// Words that make what follows a hope, a plan or a condition.
const PENGANDAIAN: &[&str] = &[
    "diharapkan",
    "berharap",
    "harapan",
    "akan",
    "untuk",
    "agar",
    "supaya",
    "guna",
    "demi",
    "upaya",
    "rangka",
    "perlu",
    "harus",
    "wajib",
    "bila",
    "apabila",
    "jika",
    "kalau",
    "bertujuan",
    "komitmen",
    "berkomitmen",
    "direncanakan",
    "strategi",
    "dapat",
    "bisa",
    "mampu",
    "sejauh",
    "apakah",
    "hendaknya",
    "sebaiknya",
    "semoga",
    "misalnya",
    "kriteria",
    "seandainya",
];

impl Konteks<'_> {
    /// The same text seen from another sentence, of which only the words are known.
    fn dengan<'b>(&'b self, ucapan: &'b Ucapan) -> Konteks<'b> {
        Konteks {
            bacaan: self.bacaan,
            baris: self.baris,
            hasil: self.hasil,
            ucapan,
            lalu: &[],
            pernyataan: &[],
            sebelum: &[],
        }
    }

    fn kata(&self) -> &[Kata] {
        &self.ucapan.kata
    }

    /// Where the clause of a word begins.
    fn awal_klausa(&self, di: usize) -> usize {
        (0..di)
            .rev()
            .find(|i| {
                let kata = &self.kata()[*i];
                matches!(kata.isi, Isi::Tanda(',' | ';' | ':' | '.'))
                    || kata.salah_satu(&[
                        "sedangkan",
                        "sementara",
                        "namun",
                        "tetapi",
                        "sehingga",
                        "maka",
                        "bahwa",
                    ])
            })
            .map_or(0, |i| i + 1)
    }

    /// Where the clause of a word ends.
    fn akhir_klausa(&self, di: usize) -> usize {
        (di..self.kata().len())
            .find(|i| {
                let kata = &self.kata()[*i];
                matches!(kata.isi, Isi::Tanda(';' | '.'))
                    || kata.salah_satu(&[
                        "sedangkan",
                        "sementara",
                        "namun",
                        "tetapi",
                        "sehingga",
                        "maka",
                    ])
            })
            .unwrap_or(self.kata().len())
    }

    /// Whether what stands at `di` is hoped for, planned or supposed rather than said.
    fn andai(&self, di: usize) -> bool {
        const TERJAUH: usize = 12;
        let awal = self.awal_klausa(di).max(di.saturating_sub(TERJAUH));
        let sebelum = &self.kata()[awal..di];
        sebelum.iter().enumerate().any(|(i, k)| {
            k.salah_satu(PENGANDAIAN)
                // "jika dibandingkan" only compares.
                && !sebelum.get(i + 1).is_some_and(|k| {
                    k.salah_satu(&["dibandingkan", "dibanding", "dilihat", "dilakukan", "disimpulkan", "dikatakan", "dinyatakan", "diketahui"])
                })
        }) || self.celah(awal, di)
    }

    fn celah(&self, awal: usize, akhir: usize) -> bool {
        self.kata()
            .get(awal..akhir)
            .unwrap_or_default()
            .iter()
            .any(|k| k.isi == Isi::Celah)
    }

    fn letak(&self, awal: usize, akhir: usize) -> Letak {
        let kalimat = &self.bacaan.kalimat[self.ucapan.kalimat].letak;
        let kata = self.kata();
        match (
            kata.get(awal),
            akhir.checked_sub(1).and_then(|i| kata.get(i)),
        ) {
            (Some(a), Some(b)) => kalimat.bagian(a.rentang.start..b.rentang.end.max(a.rentang.end)),
            _ => kalimat.clone(),
        }
    }

    fn klaim(&self, awal: usize, akhir: usize, perihal: Option<Perihal>, isi: IsiKlaim) -> Klaim {
        Klaim {
            letak: self.letak(awal, akhir),
            kalimat: self.ucapan.kalimat,
            perihal,
            tahun: self.ucapan.pokok,
            isi,
        }
    }

    /// What a number of this sentence says.
    fn arti(&self, angka: AngkaId) -> Option<&Pernyataan> {
        // The statements of a sentence stand in the order of its numbers.
        let di = self
            .pernyataan
            .binary_search_by_key(&angka, |p| p.angka)
            .ok()?;
        self.pernyataan.get(di).copied()
    }

    /// What the predicate at `di` speaks of: the thing named before it in the sentence, or what the text goes on about.
    ///
    /// None where its subject is something else ("jumlah permohonan … meningkat").
    fn perihal(&self, di: usize) -> Option<Perihal> {
        let awal = self.awal_klausa(di);
        let subjek = &self.kata()[awal..di];
        let dekat = self
            .ucapan
            .sebutan
            .iter()
            .rev()
            .find(|s| s.awal >= awal && s.akhir <= di);
        if let Some(dekat) = dekat {
            let luar = |daftar: &[&str]| {
                (awal..di)
                    .filter(|i| !(dekat.awal..dekat.akhir).contains(i))
                    .any(|i| self.kata()[i].salah_satu(daftar))
            };
            return (!luar(CACAHAN)).then(|| dekat.perihal.clone());
        }
        let berkata = subjek.iter().filter(|k| k.isi == Isi::Kata).count();
        // A predicate without a subject of its own goes on about the number before; what nobody knows stays unknown.
        if berkata <= 2
            && let Some((_, id)) = self.angka(0, di).next_back()
        {
            return self.arti(id).map(|p| p.perihal.clone());
        }
        let menunjuk = subjek.iter().any(|k| k.salah_satu(PENUNJUK));
        if subjek.iter().any(|k| k.salah_satu(BENDA_LAIN)) || (berkata > 3 && !menunjuk) {
            return None;
        }
        let uang = subjek
            .iter()
            .any(|k| k.salah_satu(&["anggaran", "belanja", "pagu", "penyerapan", "serapan"]));
        let sebelum = self
            .ucapan
            .sebutan
            .iter()
            .rev()
            .find(|s| s.akhir <= di)
            .map(|s| s.perihal.clone());
        if uang {
            return sebelum
                .filter(|p| p.jenis == JenisPerihal::Anggaran)
                .or_else(|| Some(Perihal::anggaran("total")));
        }
        sebelum
            .or_else(|| {
                self.sebelum
                    .last()
                    .or(self.pernyataan.first())
                    .map(|p| p.perihal.clone())
            })
            .or_else(|| self.ucapan.topik.clone())
    }

    /// The figures of a stretch of words.
    fn angka(
        &self,
        awal: usize,
        akhir: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, AngkaId)> {
        self.kata()
            .iter()
            .enumerate()
            .take(akhir)
            .skip(awal)
            .filter_map(|(i, k)| Some((i, k.angka()?)))
    }

    /// The office's own realisasi of a thing in a year, as this sentence or the one before quotes it.
    fn realisasi(&self, perihal: &Perihal, tahun: Option<i16>) -> Option<AngkaId> {
        let cocok = |p: &&&Pernyataan| {
            p.peran == Peran::Realisasi
                && p.milik == Milik::Sendiri
                && p.perihal == *perihal
                && tahun.is_none_or(|t| p.tahun == Some(t))
        };
        self.pernyataan
            .iter()
            .rfind(cocok)
            .or_else(|| self.sebelum.iter().rfind(cocok))
            .map(|p| p.angka)
    }
}

/// Subjects that refer to what was just spoken of.
const PENUNJUK: &[&str] = &[
    "capaian",
    "capaiannya",
    "realisasi",
    "realisasinya",
    "nilai",
    "nilainya",
    "hasil",
    "hasilnya",
    "indeks",
    "skor",
    "angka",
    "hal",
    "kinerja",
    "ini",
    "tersebut",
    "target",
    "targetnya",
    "penyerapan",
    "anggaran",
    "belanja",
];

/// Things that are counted beside an indicator that is named with them ("jumlah responden IKM").
const CACAHAN: &[&str] = &[
    "jumlah",
    "responden",
    "unsur",
    "permohonan",
    "pemohon",
    "bulan",
    "triwulan",
    "semester",
    "sisa",
];

/// Subjects that are counted or graded apart from the indicator that the text goes on about.
const BENDA_LAIN: &[&str] = &[
    "jumlah",
    "unsur",
    "responden",
    "permohonan",
    "pemohon",
    "pegawai",
    "kualitas",
    "pelayanan",
    "layanan",
    "bulan",
    "triwulan",
    "semester",
    "kebutuhan",
    "kepercayaan",
    "kesadaran",
    "inovasi",
    "anggota",
    "peserta",
    "volume",
    "sisa",
    "perkara",
    "siswa",
    "penduduk",
    "kasus",
    "produksi",
];
