//! Of what a number is.

use super::isyarat::Isyarat;
use super::kata::{Isi, Kata};
use super::wacana::Ucapan;
use crate::bacaan::{Angka, JenisPerihal, Perihal, SatuanCetak};

/// Words that narrow spending to less than the whole office.
const SEMPIT: &[&str] = &[
    "kegiatan",
    "program",
    "indikator",
    "sasaran",
    "untuk",
    "seksi",
    "subbagian",
    "bidang",
    "paket",
    "pengadaan",
    "output",
    "keluaran",
    "rincian",
    "subkegiatan",
    "urusan",
    "triwulan",
    "semester",
    "bulan",
    "honor",
    "perjalanan",
    "denda",
    "tarif",
    "biaya",
];
const UANG: &[&str] = &[
    "anggaran",
    "anggarannya",
    "belanja",
    "pagu",
    "pagunya",
    "dipa",
];
/// Where a number stands in its sentence.
pub(super) struct Tempat<'a> {
    /// The sentence.
    pub ucapan: &'a Ucapan,
    /// First word behind the number before.
    pub awal: usize,
    /// The number.
    pub di: usize,
    /// What its words say of its role.
    pub isyarat: Option<Isyarat>,
    /// What the number before in the sentence is of, where this one goes on with it.
    pub sebelum: Option<&'a Perihal>,
}

impl Tempat<'_> {
    /// Of what the number is.
    pub fn perihal(&self, angka: &Angka) -> Option<Perihal> {
        match angka.satuan {
            SatuanCetak::Cacah if self.bagian_responden() => None,
            SatuanCetak::Rupiah => self.uang(),
            SatuanCetak::Cacah => self.responden().or_else(|| self.pegawai()).or_else(|| {
                // "12 dokumen dari target 12 dokumen": an indicator that counts.
                self.isyarat
                    .filter(|i| {
                        matches!(
                            i,
                            Isyarat::Target
                                | Isyarat::Realisasi
                                | Isyarat::Capaian
                                | Isyarat::Mencapai
                        )
                    })
                    .and_then(|_| self.umum(angka))
                    .or_else(|| self.indikator_cacah())
            }),
            _ => self.responden().or_else(|| self.umum(angka)),
        }
    }

    pub(super) fn sela(&self) -> &[Kata] {
        self.ucapan.kata.get(self.awal..self.di).unwrap_or_default()
    }

    pub(super) fn sesudah(&self, banyak: usize) -> &[Kata] {
        let kata = &self.ucapan.kata;
        let akhir = (self.di + 1 + banyak).min(kata.len());
        let sesudah = kata.get(self.di + 1..akhir).unwrap_or_default();
        let batas = sesudah
            .iter()
            .position(|k| k.angka().is_some() || k.tanda('.') || k.tanda(';') || k.tanda(','))
            .unwrap_or(sesudah.len());
        &sesudah[..batas]
    }

    /// The last thing named between two words that `cocok` accepts.
    pub(super) fn disebut(
        &self,
        awal: usize,
        akhir: usize,
        cocok: impl Fn(&Perihal) -> bool,
    ) -> Option<Perihal> {
        self.ucapan
            .sebutan
            .iter()
            .rev()
            .find(|s| awal <= s.awal && s.akhir <= akhir && cocok(&s.perihal))
            .map(|s| s.perihal.clone())
    }

    fn uang(&self) -> Option<Perihal> {
        let uang = |p: &Perihal| {
            matches!(
                p.jenis,
                JenisPerihal::Anggaran | JenisPerihal::Pendapatan | JenisPerihal::Lain
            )
        };
        if let Some(perihal) = self.disebut(self.awal, self.di, uang) {
            return Some(self.sumber_dana(perihal));
        }
        if let Some(sumber) = self.rupiah_murni() {
            return Some(sumber);
        }
        let sela = self.sela();
        let keseluruhan = sela
            .iter()
            .any(|k| k.salah_satu(&["keseluruhan", "seluruhnya"]))
            && self.isyarat == Some(Isyarat::Realisasi);
        if keseluruhan {
            return Some(Perihal::anggaran("total"));
        }
        let menyeluruh = sela
            .iter()
            .any(|k| k.salah_satu(&["dipa", "total", "seluruh", "keseluruhan"]));
        // "Untuk sasaran …, anggaran Rp2 miliar dari pagu Rp3 miliar": the second is no wider than the first.
        let sambung = self.sebelum.is_none()
            && sela
                .first()
                .is_some_and(|k| k.salah_satu(&["dari", "atau"]) || k.tanda('('));
        let lingkup = match self.ucapan.kata.get(..self.di) {
            Some(semua) if sambung => semua,
            _ => sela,
        };
        let sempit = lingkup.iter().any(|k| k.salah_satu(SEMPIT));
        if let Some(sebelum) = self.sebelum.filter(|p| uang(p)) {
            let menyambung = !sempit
                && (self.isyarat == Some(Isyarat::Sisa)
                    || sela.len() <= SAMBUNG_TERPANJANG
                    || sela
                        .iter()
                        .any(|k| k.salah_satu(&["atau", "dari", "total"])));
            return menyambung.then(|| sebelum.clone());
        }
        let bicara_uang = sela.iter().any(|k| k.salah_satu(UANG));
        let bernama = self
            .ucapan
            .sebutan
            .iter()
            .any(|s| s.akhir <= self.di && s.perihal.jenis == JenisPerihal::Indikator);
        if bicara_uang && (menyeluruh || !sempit) && !bernama {
            return Some(Perihal::anggaran("total"));
        }
        if !sempit && self.isyarat == Some(Isyarat::Realisasi) {
            return self
                .disebut(0, self.di, uang)
                .or_else(|| self.ucapan.topik_uang.clone());
        }
        None
    }

    /// PNBP as a source of funds is not PNBP as revenue.
    fn sumber_dana(&self, perihal: Perihal) -> Perihal {
        let sumber = perihal.jenis == JenisPerihal::Pendapatan && self.bicara_sumber_dana();
        if sumber {
            Perihal::anggaran(perihal.kunci)
        } else {
            perihal
        }
    }

    /// "Jumlah publikasi … sebanyak 24 publikasi": the indicator that the words right before name.
    fn indikator_cacah(&self) -> Option<Perihal> {
        const TERDEKAT: usize = 5;
        let terakhir = self
            .ucapan
            .sebutan
            .iter()
            .rev()
            .find(|s| self.awal <= s.awal && s.akhir <= self.di)?;
        let sebanyak = self.sela().last().is_some_and(|k| {
            k.salah_satu(&["sebanyak", "sebesar", "adalah", "sejumlah", "mencapai"])
        });
        (terakhir.perihal.jenis == JenisPerihal::Indikator
            && self.di - terakhir.akhir <= TERDEKAT
            && sebanyak)
            .then(|| terakhir.perihal.clone())
    }

    /// The part that the words before the number name; the inner option is none where it is one that no table has.
    fn unsur(&self) -> Option<Option<Perihal>> {
        let kata_unsur =
            |k: &Kata| k.salah_satu(&["unsur", "aspek", "komponen", "variabel", "dimensi"]);
        let butir = self.ucapan.unsur.first().is_some_and(|s| s.awal == 0);
        let bicara = self.sela().iter().any(kata_unsur)
            || (butir && self.awal == 0)
            || self.daftar_unsur(kata_unsur);
        bicara.then(|| {
            self.ucapan
                .unsur
                .iter()
                .rev()
                .find(|s| self.awal <= s.awal && s.akhir <= self.di)
                .map(|s| s.perihal.clone())
        })
    }

    /// Whether the number goes on a list of parts ("unsur A (3,41), B (3,46), dan C (3,52)").
    fn daftar_unsur(&self, kata_unsur: impl Fn(&Kata) -> bool) -> bool {
        let sela = self.sela();
        let sambung = sela.first().is_some_and(|k| k.tanda(')') || k.tanda(','))
            && sela.last().is_some_and(|k| k.tanda('('));
        let kata = &self.ucapan.kata;
        sambung
            && kata
                .get(..self.awal)
                .unwrap_or_default()
                .iter()
                .any(kata_unsur)
            && !sela
                .iter()
                .any(|k| k.salah_satu(&["indeks", "target", "realisasi", "capaian", "ikm"]))
    }

    /// Whether the clause has a subject of its own, so that it no more speaks of what the text before spoke of.
    fn pokok_lain(&self) -> bool {
        const PEMBATAS: &[char] = &[',', ';', ':', '.', '('];
        let kata = &self.ucapan.kata[..self.di];
        let dinilai = kata.windows(2).any(|dua| {
            dua[0].salah_satu(&["hasil"]) && dua[1].salah_satu(&["evaluasi", "audit", "reviu"])
        });
        let kelompok = kata.iter().any(|k| k.salah_satu(KELOMPOK));
        // "Gaji memperoleh nilai tertinggi (3,49)": the value of one among several.
        let ujung = kata
            .iter()
            .rev()
            .take(3)
            .any(|k| k.salah_satu(&["tertinggi", "terendah", "terbesar", "terkecil"]));
        // "memperoleh nilai 86,45 dari Badan Pengawasan": a mark that somebody else gave.
        let sesudah = self.ucapan.kata.get(self.di + 1..).unwrap_or_default();
        let pemberi = matches!(sesudah, [dari, siapa, ..] if dari.salah_satu(&["dari", "oleh"])
            && siapa.isi == Isi::Kata && siapa.besar);
        dinilai
            || pemberi
            || ujung
            || kelompok
            || kata
                .split(|k| matches!(k.isi, Isi::Tanda(c) if PEMBATAS.contains(&c)))
                .any(pokok_sendiri)
    }

    /// Whether the cue leads to a proper name that the document has no indicator for ("realisasi *PBB* 96,17%").
    fn nama_lain(&self) -> bool {
        const BUKAN: &[&str] = &[
            "renstra",
            "rpjmd",
            "rpjmn",
            "renja",
            "perjanjian",
            "triwulan",
            "semester",
            "tahun",
            "dipa",
            "iku",
            "nko",
            "indikator",
            "sasaran",
        ];
        let sela = self.sela();
        let isyarat = ["realisasi", "capaian", "nilai", "hasil", "skor"];
        sela.windows(2).any(|dua| {
            dua[0].salah_satu(&isyarat)
                && dua[1].isi == Isi::Kata
                && dua[1].besar
                && !dua[1].salah_satu(BUKAN)
        }) && !self
            .ucapan
            .badan
            .iter()
            .any(|b| self.awal <= b.awal && b.akhir <= self.di)
    }

    fn rupiah_murni(&self) -> Option<Perihal> {
        let murni = self
            .sela()
            .windows(2)
            .any(|dua| dua[0].salah_satu(&["rupiah"]) && dua[1].salah_satu(&["murni"]));
        (murni && self.bicara_sumber_dana()).then(|| Perihal::anggaran("rupiah murni"))
    }

    fn bicara_sumber_dana(&self) -> bool {
        self.ucapan
            .kata
            .iter()
            .any(|k| k.salah_satu(&["sumber", "bersumber", "dananya", "dana", "berasal"]))
    }

    /// An indicator, a score, a part, or for a share also a budget line.
    fn umum(&self, angka: &Angka) -> Option<Perihal> {
        let persen = angka.satuan == SatuanCetak::Persen;
        if let Some(unsur) = self.unsur() {
            return unsur;
        }
        if persen && rerata_capaian(self.sela()) {
            return Some(Perihal {
                jenis: JenisPerihal::RerataCapaian,
                kunci: "rata-rata".to_owned(),
            });
        }
        let cocok = |p: &Perihal| match p.jenis {
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan => persen,
            // Those are counted, and each count names them again.
            JenisPerihal::Pegawai | JenisPerihal::Responden => false,
            _ => true,
        };
        if let Some(perihal) = self.disebut(self.awal, self.di, cocok) {
            return Some(perihal);
        }
        if persen
            && self.sela().iter().any(|k| k.salah_satu(UANG))
            && !self.sela().iter().any(|k| k.salah_satu(SEMPIT))
        {
            return Some(
                self.sebelum
                    .filter(|p| p.jenis == JenisPerihal::Anggaran)
                    .cloned()
                    .unwrap_or_else(|| Perihal::anggaran("total")),
            );
        }
        if let Some(sebelum) = self.sebelum.filter(|p| cocok(p)) {
            if self.nama_lain() {
                return None;
            }
            // "unsur … dengan nilai 3,41 (indeks setahun 3,59)": no more the part's.
            let lain = sebelum.jenis == JenisPerihal::Unsur
                && self.sela().iter().any(|k| {
                    k.salah_satu(&["indeks", "indeksnya", "rata-rata", "rerata", "keseluruhan"])
                });
            return (!lain).then(|| sebelum.clone());
        }
        if let Some(perihal) = self.disebut(0, self.di, cocok) {
            return Some(perihal);
        }
        // "Sebesar 3,95 adalah nilai …": named behind, if it is the only thing named at all.
        match self.ucapan.sebutan.as_slice() {
            [satu] if cocok(&satu.perihal) => return Some(satu.perihal.clone()),
            [] => {}
            _ => return None,
        }
        if self.pokok_lain() {
            return None;
        }
        self.ucapan.topik.clone().filter(cocok)
    }
}

/// Whether a clause opens with a subject that is no word for the indicator at hand.
fn pokok_sendiri(klausa: &[Kata]) -> bool {
    let mut kata = klausa.iter().skip_while(|k| k.salah_satu(PEMBUKA));
    let Some(benda) = kata.next() else {
        return false;
    };
    benda.salah_satu(PEMBUKA_LAIN)
        || (benda.salah_satu(&["jumlah", "banyaknya"])
            && kata
                .next()
                .is_some_and(|k| k.isi == Isi::Kata && !k.salah_satu(UMUM)))
}

/// Words for a group of those asked.
const KELOMPOK: &[&str] = &["internal", "eksternal", "laki-laki", "perempuan"];

/// Words behind "jumlah" that name nothing new.
const UMUM: &[&str] = &[
    "tersebut",
    "ini",
    "itu",
    "realisasi",
    "capaian",
    "target",
    "tahun",
    "pada",
    "yang",
    "sebesar",
    "sebanyak",
    "adalah",
];

/// Words that may stand before the subject of a clause.
const PEMBUKA: &[&str] = &[
    "hanya",
    "pada",
    "untuk",
    "dari",
    "di",
    "adapun",
    "sebanyak",
    "sedangkan",
    "dan",
    "serta",
];

/// Words for a part or a neighbour of what an indicator measures.
const PEMBUKA_LAIN: &[&str] = &[
    "pelayanan",
    "layanan",
    "jenis",
    "kelompok",
    "kegiatan",
    "puskesmas",
    "kecamatan",
    "desa",
    "kelurahan",
    "seksi",
    "bidang",
    "rujukan",
    "kasus",
    "peserta",
    "pemohon",
    "triwulan",
    "semester",
];

/// Words that still only join a number to the one before.
const SAMBUNG_TERPANJANG: usize = 4;

/// Whether the words speak of the mean of the capaian of several indicators.
fn rerata_capaian(sela: &[Kata]) -> bool {
    sela.iter()
        .rposition(|k| k.salah_satu(&["rata-rata", "rerata"]))
        .is_some_and(|di| {
            sela.get(di + 1).is_some_and(|k| {
                k.salah_satu(&["capaian", "capaiannya", "pencapaian", "persentase"])
            }) || di
                .checked_sub(1)
                .and_then(|i| sela.get(i))
                .is_some_and(|k| k.salah_satu(&["capaian", "pencapaian"]))
        })
}
