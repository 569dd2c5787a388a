//! In which role a number stands: what its cue, its unit and the numbers before it say together.

use super::Jalan;
use super::isyarat::{self, Isyarat};
use super::kata::{Isi, Kata};
use crate::bacaan::{Angka, JenisPerihal, Peran, Perihal, SatuanCetak};

impl Jalan<'_> {
    /// The role of a number.
    pub(super) fn peran(
        &self,
        angka: &Angka,
        perihal: &Perihal,
        isyarat: Option<Isyarat>,
        sela: &[Kata],
        (di, baru): (usize, bool),
    ) -> Option<Peran> {
        let persen = angka.satuan == SatuanCetak::Persen;
        let uang = uang(perihal);
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
            JenisPerihal::Unsur => return self.peran_unsur(perihal, isyarat, persen),
            _ => {}
        }
        let kelompok = self.kelompok.as_ref();
        let berpasangan = kelompok.is_some_and(|k| {
            k.peran.contains(&Peran::Realisasi)
                || k.peran.contains(&Peran::Target)
                || k.peran.contains(&Peran::TargetJangkaMenengah)
        });
        // "dari 0,35% … menjadi 0,30%", "… dibandingkan tahun 2021 sebesar 96,0%": values of the same role.
        let menjadi = sela.last().is_some_and(|k| k.salah_satu(&["menjadi"]));
        if let Some(kelompok) = kelompok
            && (menjadi || (baru && persen && isyarat == Some(Isyarat::Hasil)))
            && (kelompok.satuan == SatuanCetak::Persen) == persen
            && matches!(kelompok.terakhir, Peran::Realisasi | Peran::Capaian)
        {
            return Some(kelompok.terakhir);
        }
        // "direvisi menjadi Rp7,6 miliar": still a ceiling.
        if let Some(kelompok) = kelompok
            && menjadi
            && uang
            && !persen
            && kelompok.terakhir == Peran::Target
        {
            return Some(Peran::Target);
        }
        // "meningkat Rp211 juta atau 2,91%"
        if let Some(kelompok) = kelompok
            && isyarat.is_none()
            && persen
            && kelompok.terakhir == Peran::Perubahan
            && sela
                .first()
                .is_some_and(|k| k.salah_satu(&["atau"]) || k.tanda('('))
        {
            return Some(Peran::Perubahan);
        }
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
                    && !self.capaian_tabel(angka, perihal)
                    && !berpasangan
                    && self.target_persen_menyusul(di);
                Some(if realisasi {
                    Peran::Realisasi
                } else {
                    Peran::Capaian
                })
            }
            // "telah mencapai 98% dari target akhir Renstra": a share, whatever the indicator is measured in.
            Some(Isyarat::Mencapai) if self.rencana_menyusul(di) => {
                Some(Peran::CapaianJangkaMenengah)
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
            None => self.tanpa_isyarat(perihal, sela, angka, baru),
        }
    }

    /// The role of a number that no cue leads to: that of the number before, or what its unit and place tell.
    fn tanpa_isyarat(
        &self,
        perihal: &Perihal,
        sela: &[Kata],
        angka: &Angka,
        baru: bool,
    ) -> Option<Peran> {
        let persen = angka.satuan == SatuanCetak::Persen;
        let baru = baru
            || sela.iter().any(|k| matches!(k.isi, Isi::Tahun(_)))
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
            // "terealisasi Rp14 miliar dari Rp15 miliar"
            if uang(perihal)
                && !persen
                && kelompok.terakhir == Peran::Realisasi
                && matches!(sela, [satu] if satu.salah_satu(&["dari"]))
            {
                return Some(Peran::Target);
            }
            if persen && atau && berpasangan && kelompok.satuan != SatuanCetak::Persen {
                return Some(Peran::Capaian);
            }
            if persen && atau && berpasangan && kelompok.peran.contains(&Peran::Target) {
                return Some(Peran::Capaian);
            }
            // "naik 0,10 poin dari tahun 2022 yang sebesar 3,50"
            let lalu = sela
                .iter()
                .any(|k| k.salah_satu(&["dari", "dibanding", "dibandingkan"]));
            if kelompok.terakhir == Peran::Perubahan && baru && lalu {
                let tepat = !persen || self.satuan_persen(perihal) == Some(true);
                return tepat.then_some(Peran::Realisasi);
            }
            // "… sebesar 3,95 dan 2021 sebesar 3,90", "belanja barang sebesar …, dan belanja modal sebesar …"
            let ukur = |satuan: SatuanCetak| match satuan {
                SatuanCetak::Indeks => SatuanCetak::Tanpa,
                lain => lain,
            };
            if baru && ukur(kelompok.satuan) == ukur(angka.satuan) {
                // "tahun 2022 sebesar 3,39 dari target 3,11 dan tahun 2021 sebesar 3,31": the list began with results.
                let pertama = kelompok.pertama == Peran::Realisasi
                    && (kelompok.terakhir == Peran::Target && !uang(perihal)
                        || kelompok.terakhir == Peran::Capaian && !persen);
                return Some(if pertama {
                    kelompok.pertama
                } else {
                    kelompok.terakhir
                });
            }
            return None;
        }
        let mengantar = sela.iter().rev().take(2).any(|k| {
            k.salah_satu(&[
                "sebesar",
                "adalah",
                "senilai",
                "yaitu",
                "yakni",
                "berturut-turut",
                "masing-masing",
            ])
        });
        let dinamai = perihal.jenis == JenisPerihal::Indikator
            || perihal.jenis == JenisPerihal::KinerjaAnggaran;
        (mengantar && dinamai && (!persen || self.satuan_persen(perihal) == Some(true)))
            .then_some(Peran::Realisasi)
    }

    /// What the words around a number make of its cue.
    pub(super) fn tegaskan(&self, isyarat: Isyarat, sela: &[Kata], di: usize) -> Isyarat {
        let kata = &self.ucapan.kata;
        let dari = kata.get(di + 1).is_some_and(|k| k.salah_satu(&["dari"]))
            && kata
                .get(di + 2)
                .is_some_and(|k| k.salah_satu(&["pagu", "anggaran", "alokasi", "total"]));
        let pagu = sela
            .iter()
            .any(|k| k.salah_satu(&["pagu", "target", "alokasi", "dipa", "dialokasikan"]));
        // "anggaran Rp2,1 miliar dari pagu Rp2,2 miliar": what was used of it.
        if isyarat == Isyarat::Target && dari && !pagu {
            return Isyarat::Realisasi;
        }
        isyarat
    }

    /// "Luas rawa 1.105 ha dari target 850 ha": what is held against a target is a result.
    pub(super) fn dari_target(&self, angka: &Angka, di: usize) -> Option<Isyarat> {
        let mut sesudah = self.ucapan.kata.get(di + 1..)?.iter();
        let mut satu = sesudah.next()?;
        if !satu.salah_satu(&["dari"]) && satu.isi == Isi::Kata {
            satu = sesudah.next()?;
        }
        let target = satu.salah_satu(&["dari"]) && sesudah.next()?.salah_satu(&["target"]);
        let sepadan = match angka.satuan {
            SatuanCetak::Persen => self.target_persen_menyusul(di),
            SatuanCetak::Rupiah => false,
            _ => true,
        };
        (target && sepadan).then_some(Isyarat::Realisasi)
    }

    /// A target of a year to come is that of the plan.
    pub(super) fn jangka(&mut self, peran: Peran, tahun: Option<i16>) -> Peran {
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

    /// Whether an indicator is measured in percent; none where the document does not say.
    pub(super) fn satuan_persen(&self, perihal: &Perihal) -> Option<bool> {
        let indikator = self
            .bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == perihal.kunci)?;
        if let Some(satuan) = &indikator.satuan {
            let satuan = satuan.to_lowercase();
            return Some(satuan.contains("persen") || satuan.contains('%'));
        }
        if indikator.nama.to_lowercase().starts_with("persentase") {
            return Some(true);
        }
        // Otherwise its target in a table tells.
        self.bacaan
            .pernyataan
            .iter()
            .find(|p| p.peran == Peran::Target && p.perihal == *perihal)
            .map(|p| self.bacaan.angka(p.angka).satuan == SatuanCetak::Persen)
    }

    /// The role of a part's value: that which the table of the parts gives it.
    fn peran_unsur(
        &self,
        perihal: &Perihal,
        isyarat: Option<Isyarat>,
        persen: bool,
    ) -> Option<Peran> {
        match isyarat {
            _ if persen => None,
            Some(Isyarat::Bobot) => Some(Peran::Bobot),
            Some(Isyarat::Target | Isyarat::Perubahan | Isyarat::Minimum | Isyarat::Sisa) => None,
            _ => self
                .bacaan
                .pernyataan
                .iter()
                .find(|p| p.perihal == *perihal && p.bulan.is_none() && p.peran != Peran::Bobot)
                .map(|p| p.peran),
        }
    }

    /// Whether the number is said to be so much of a target at the end of the plan.
    fn rencana_menyusul(&self, di: usize) -> bool {
        const TERJAUH: usize = 8;
        let kata = &self.ucapan.kata;
        let sesudah = kata.get(di + 1..).unwrap_or_default();
        sesudah.first().is_some_and(|k| k.salah_satu(&["dari"]))
            && sesudah
                .iter()
                .take(TERJAUH)
                .take_while(|k| k.angka().is_none())
                .any(|k| k.salah_satu(&["akhir", "menengah", "renstra", "rpjmd", "rpjmn"]))
    }

    /// Whether a table has the number as the capaian of the same thing.
    fn capaian_tabel(&self, angka: &Angka, perihal: &Perihal) -> bool {
        angka.nilai.is_some()
            && self.bacaan.pernyataan.iter().any(|p| {
                p.peran == Peran::Capaian
                    && p.perihal == *perihal
                    && self.bacaan.angka(p.angka).nilai == angka.nilai
            })
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

fn uang(perihal: &Perihal) -> bool {
    matches!(
        perihal.jenis,
        JenisPerihal::Anggaran | JenisPerihal::Pendapatan
    )
}
