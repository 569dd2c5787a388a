//! Claims that something rose, fell or stayed, once or every year.

use super::beda::{self, Beda};
use super::deret::{deret, fluktuasi, tren};
use super::{Konteks, kutipan};
use crate::bacaan::{AngkaId, Arah, IsiKlaim, Klaim, Milik, Peran, Perihal, SatuanCetak};
use crate::understand::kosakata;
use crate::understand::prosa::kata::Kata;
use crate::understand::prosa::waktu;

/// Verbs that carry a noun of change ("mengalami peningkatan").
const PEMBAWA: &[&str] = &[
    "mengalami",
    "terjadi",
    "terdapat",
    "menunjukkan",
    "menunjukan",
    "mencatat",
    "mencatatkan",
    "ada",
    "merupakan",
];
/// Finite verbs of change; the other words of change are nouns, names of goals or wishes.
const KERJA: &[&str] = &[
    "meningkat",
    "menurun",
    "naik",
    "turun",
    "bertambah",
    "berkurang",
    "merosot",
    "anjlok",
    "melonjak",
    "stagnan",
];
const NOMINA: &[&str] = &["peningkatan", "penurunan", "kenaikan", "lonjakan"];
const SELALU: &[&str] = &["konsisten", "terus", "selalu", "senantiasa"];

pub(super) fn cari(konteks: &Konteks, daftar: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    for di in 0..kata.len() {
        let akhir = fluktuasi(kata, di);
        if let Some(akhir) = akhir
            && !konteks.andai(di)
            && !tiada(kata, di)
        {
            let perihal = konteks.perihal(di);
            let deret = deret(konteks, di, perihal.as_ref());
            daftar.push(konteks.klaim(
                di,
                akhir,
                perihal,
                IsiKlaim::Konsisten { arah: None, deret },
            ));
            continue;
        }
        // "naik turun" is one word of change, not two.
        if akhir.is_some()
            || di
                .checked_sub(1)
                .is_some_and(|i| fluktuasi(kata, i).is_some())
        {
            continue;
        }
        let Some((awal, arah)) = predikat(kata, di) else {
            continue;
        };
        if konteks.andai(di) || tiada(kata, awal) {
            continue;
        }
        if let Some((awal, akhir)) = konsisten(kata, awal, di) {
            let perihal = konteks.perihal(awal);
            let deret = deret(konteks, awal, perihal.as_ref());
            let isi = IsiKlaim::Konsisten {
                arah: Some(arah),
                deret,
            };
            daftar.push(konteks.klaim(awal, akhir, perihal, isi));
            continue;
        }
        if kata[awal.saturating_sub(1)..di]
            .iter()
            .any(|k| k.salah_satu(&["tren", "trend", "kecenderungan"]))
        {
            daftar.extend(tren(konteks, awal, di, arah));
            continue;
        }
        let (perihal, mut angka) = ikat(konteks, awal, di);
        // What the document states of both years goes before a number that only fits.
        if !dinyatakan(konteks, perihal.as_ref(), angka.tahun_dari) {
            angka.dengan_beda(konteks, awal, di, arah);
        }
        let mut klaim = konteks.klaim(
            awal,
            di + 1,
            perihal,
            IsiKlaim::Perubahan {
                arah,
                dari: angka.dari,
                tahun_dari: angka.tahun_dari,
                ke: angka.ke,
                sebesar: angka.sebesar,
            },
        );
        // A second year of comparison is no year that the sentence is about.
        if angka.tahun_dari.is_some() && angka.tahun_dari >= klaim.tahun {
            klaim.tahun = konteks
                .bacaan
                .identitas
                .tahun
                .filter(|laporan| angka.tahun_dari < Some(*laporan));
        }
        daftar.push(klaim);
    }
}

/// The first word of a predicate of change whose word of change stands at `di`, and its direction.
fn predikat(kata: &[Kata], di: usize) -> Option<(usize, Arah)> {
    const SELA: usize = 3;
    let satu = &kata[di];
    let arah = kosakata::arah(&satu.teks)?;
    if satu.salah_satu(KERJA) {
        // "meningkat" as a quality of something else ("yang semakin meningkat") has no number to hold it against.
        return Some((di, arah));
    }
    let pembawa = (di.saturating_sub(SELA)..di)
        .rev()
        .find(|i| kata[*i].salah_satu(PEMBAWA));
    if satu.salah_satu(NOMINA) {
        let diukur = kata
            .get(di + 1)
            .is_some_and(|k| k.salah_satu(&["sebesar", "sebanyak"]));
        return pembawa.or(diukur.then_some(di)).map(|awal| (awal, arah));
    }
    None
}

/// Whether the predicate is denied ("tidak mengalami peningkatan").
fn tiada(kata: &[Kata], awal: usize) -> bool {
    awal.checked_sub(1)
        .and_then(|i| kata.get(i))
        .is_some_and(|k| k.salah_satu(&["tidak", "belum", "tanpa", "bukan"]))
}

/// The words of a claim about every year, if the predicate is one.
fn konsisten(kata: &[Kata], awal: usize, di: usize) -> Option<(usize, usize)> {
    const SELA: usize = 3;
    let sebelum = (awal.saturating_sub(SELA)..awal)
        .rev()
        .find(|i| kata[*i].salah_satu(SELALU));
    if let Some(mulai) = sebelum {
        // "terus meningkat menjadi" tells one step, not a series, unless "konsisten" says so.
        return Some((mulai, di + 1));
    }
    let sesudah: Vec<&str> = kata
        .iter()
        .skip(di + 1)
        .take(6)
        .map(|k| k.teks.as_str())
        .collect();
    let setiap = match sesudah.as_slice() {
        ["secara", "konsisten", ..] => 2,
        ["dari", "tahun", "ke", "tahun", ..] => 4,
        ["setiap" | "tiap", "tahun" | "tahunnya", ..] => 2,
        _ => return None,
    };
    Some((awal, di + 1 + setiap))
}

#[derive(Debug, Default)]
struct Ikatan {
    dari: Option<AngkaId>,
    tahun_dari: Option<i16>,
    ke: Option<AngkaId>,
    sebesar: Option<AngkaId>,
}

/// Whether the document states the realisasi of a thing in the year compared with.
fn dinyatakan(konteks: &Konteks, perihal: Option<&Perihal>, tahun: Option<i16>) -> bool {
    let (Some(perihal), Some(tahun)) = (perihal, tahun) else {
        return false;
    };
    konteks.bacaan.pernyataan.iter().any(|p| {
        p.peran == Peran::Realisasi
            && p.milik == Milik::Sendiri
            && p.tahun == Some(tahun)
            && p.perihal == *perihal
    })
}

impl Ikatan {
    /// Fills in the number that the sentence does not quote, found by the size of the change.
    fn dengan_beda(&mut self, konteks: &Konteks, awal: usize, di: usize, arah: Arah) {
        if (self.dari.is_some() && self.ke.is_some()) || arah == Arah::Tetap {
            return;
        }
        let akhir = konteks.akhir_klausa(di);
        let sebesar = self.sebesar.or_else(|| {
            konteks
                .angka(di + 1, akhir.min(di + 4))
                .next()
                .map(|(_, id)| id)
        });
        let Some(sebesar) = sebesar else { return };
        let tinggi = arah == Arah::Naik;
        // Only a number that words of comparison name is surely the earlier one.
        let acuan = acuan(konteks, awal, di, sebesar);
        if acuan.is_none() && self.dari.is_some() {
            return;
        }
        let cari = |dikutip: AngkaId, acuan: bool| {
            beda::pasangan(
                konteks,
                Beda {
                    tinggi,
                    sebesar,
                    dikutip,
                    acuan,
                },
            )
        };
        // "berjumlah X; … bertambah Y dari jumlah tersebut": what is compared with stands before.
        let menunjuk = konteks
            .kata()
            .get(di..akhir)
            .unwrap_or_default()
            .windows(3)
            .any(|k| k[0].salah_satu(&["dari"]) && k[2].salah_satu(&["tersebut", "itu"]));
        // The number before is the earlier one or the later one, as its year says; otherwise nobody knows.
        let laporan = konteks.bacaan.identitas.tahun;
        let lalu = konteks.angka(0, awal).next_back().and_then(|(i, id)| {
            let tahun = kutipan::tahun(konteks, i.saturating_sub(6), i);
            let dahulu = menunjuk || tahun.is_some_and(|t| Some(t) < laporan);
            (dahulu || (tahun.is_some() && tahun == laporan)).then_some((id, dahulu))
        });
        let ketemu = acuan
            .and_then(|id| cari(id, true))
            .or_else(|| {
                self.ke
                    .filter(|ke| lalu.is_none_or(|(id, dahulu)| id != *ke || !dahulu))
                    .and_then(|id| cari(id, false))
            })
            .or_else(|| {
                lalu.filter(|_| self.dari.is_none())
                    .and_then(|(id, dahulu)| cari(id, dahulu))
            });
        if let Some((dari, ke)) = ketemu {
            self.dari = Some(dari);
            self.ke = Some(ke);
            self.sebesar = Some(sebesar);
        }
    }
}

/// A number that the sentence compares with ("dari Tahun 2020 (95,52%)", "Dibandingkan Tahun 2024 (5,8 hari), …").
fn acuan(konteks: &Konteks, awal: usize, di: usize, sebesar: AngkaId) -> Option<AngkaId> {
    const SELA: usize = 8;
    let kata = konteks.kata();
    let sesudah = |mulai: usize, akhir: usize| {
        let pembanding = (mulai..akhir)
            .find(|i| kata[*i].salah_satu(&["dari", "daripada", "dibanding", "dibandingkan"]))?;
        konteks
            .angka(pembanding, akhir.min(pembanding + SELA))
            .map(|(_, id)| id)
            .find(|id| *id != sebesar)
    };
    sesudah(di + 1, konteks.akhir_klausa(di)).or_else(|| sesudah(0, awal))
}

/// The numbers that a predicate of change binds.
fn ikat(konteks: &Konteks, awal: usize, di: usize) -> (Option<Perihal>, Ikatan) {
    let akhir = konteks.akhir_klausa(di);
    let pokok = konteks.ucapan.pokok;
    let mut ikatan = Ikatan::default();
    let mut perihal = konteks.perihal(awal);
    // The two numbers of the sentence itself decide first, whatever they measure.
    let kutipan = kutipan::cari(konteks, awal, di);
    let laporan = konteks.bacaan.identitas.tahun;
    // A year that is no later than the one compared with was misread: it is that of a second comparison.
    let salah_tahun = kutipan.tahun_dari.is_some() && kutipan.tahun_dari >= pokok;
    if kutipan.dari.is_some() && (kutipan.ke.is_some() || salah_tahun) {
        ikatan = Ikatan {
            dari: kutipan.dari,
            tahun_dari: kutipan.tahun_dari,
            ke: kutipan.ke,
            sebesar: kutipan.sebesar,
        };
        if ikatan.ke.is_none()
            && let (Some(dari), Some(perihal)) = (kutipan.dari, perihal.as_ref())
        {
            ikatan.ke = konteks
                .realisasi(perihal, pokok.max(laporan))
                .filter(|ke| *ke != dari && sejenis(konteks, dari, *ke));
        }
        if ikatan.tahun_dari.is_none() {
            ikatan.tahun_dari = tahun_pembanding(konteks, di, akhir);
        }
        // A number of another thing than the one that the text goes on about must not be held against its table.
        if kutipan.ke.is_none() && ikatan.tahun_dari.is_none() {
            perihal = None;
        }
        return (perihal, ikatan);
    }
    let mut batas = di + 1;
    for (i, id) in konteks.angka(di + 1, akhir) {
        let sela = &konteks.kata()[batas..i];
        batas = i + 1;
        let arti = konteks.arti(id);
        let langsung = sela.iter().all(|k| {
            k.salah_satu(&[
                "sebesar", "sebanyak", "sekitar", "hingga", "mencapai", "nilai", "yaitu", "yakni",
            ])
        });
        if (langsung
            && ikatan.sebesar.is_none()
            && batas == i + 1
            && konteks.angka(di + 1, i).next().is_none())
            || arti.is_some_and(|p| p.peran == Peran::Perubahan)
        {
            ikatan.sebesar = ikatan.sebesar.or(Some(id));
            continue;
        }
        let akhir_kata = |daftar: &[&str]| sela.iter().rev().take(4).any(|k| k.salah_satu(daftar));
        if akhir_kata(&["menjadi"]) {
            ikatan.ke = ikatan.ke.or(Some(id));
        } else if arti.is_some_and(|p| {
            matches!(p.peran, Peran::Realisasi | Peran::Capaian) && p.milik == Milik::Sendiri
        }) {
            let tahun = arti.and_then(|p| p.tahun);
            match (tahun, pokok) {
                (Some(t), Some(p)) if t < p && ikatan.dari.is_none() => {
                    ikatan.dari = Some(id);
                    ikatan.tahun_dari = tahun;
                }
                (Some(t), Some(p)) if t < p => {}
                (Some(t), Some(p)) if t == p && !akhir_kata(&["dari"]) => {
                    ikatan.ke = ikatan.ke.or(Some(id));
                }
                _ if akhir_kata(&["dari"]) => ikatan.dari = ikatan.dari.or(Some(id)),
                _ => {}
            }
            perihal = perihal.or_else(|| arti.map(|p| p.perihal.clone()));
        } else if arti.is_none() && akhir_kata(&["dari"]) && ikatan.dari.is_none() {
            ikatan.dari = Some(id);
        }
    }
    lengkapi(konteks, awal, perihal.as_ref(), &mut ikatan);
    if perihal.is_none() && ikatan.ke.is_none() {
        ikatan.ke = mentah(konteks, awal)
            .filter(|ke| ikatan.dari.is_none_or(|dari| sejenis(konteks, dari, *ke)));
    }
    if ikatan.tahun_dari.is_none() {
        ikatan.tahun_dari = tahun_pembanding(konteks, di, akhir);
    }
    (perihal, ikatan)
}

/// Fills in the numbers that stand before the predicate, in this sentence or the one before.
fn lengkapi(konteks: &Konteks, awal: usize, perihal: Option<&Perihal>, ikatan: &mut Ikatan) {
    let (Some(perihal), Some(pokok)) = (perihal, konteks.ucapan.pokok) else {
        return;
    };
    if ikatan.dari.is_none() {
        let lalu = konteks
            .angka(0, awal)
            .filter_map(|(_, id)| konteks.arti(id))
            .filter(|p| {
                p.peran == Peran::Realisasi && p.milik == Milik::Sendiri && p.perihal == *perihal
            })
            .filter(|p| p.tahun.is_some_and(|t| t < pokok))
            .max_by_key(|p| p.tahun);
        if let Some(lalu) = lalu {
            ikatan.dari = Some(lalu.angka);
            ikatan.tahun_dari = lalu.tahun;
        }
    }
    if ikatan.ke.is_none() {
        ikatan.ke = konteks.realisasi(perihal, Some(pokok));
    }
    // Numbers of different units cannot be held against each other.
    if let (Some(dari), Some(ke)) = (ikatan.dari, ikatan.ke)
        && !sejenis(konteks, dari, ke)
    {
        ikatan.ke = None;
    }
}

/// Whether two numbers can be held against each other: money with money, shares with shares.
fn sejenis(konteks: &Konteks, a: AngkaId, b: AngkaId) -> bool {
    let ukuran = |id: AngkaId| match konteks.bacaan.angka(id).satuan {
        SatuanCetak::Rupiah => 0,
        SatuanCetak::Persen => 1,
        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah => 2,
    };
    ukuran(a) == ukuran(b)
}

/// The number right before a predicate whose subject nobody knows: a result of the year that the sentence is about.
fn mentah(konteks: &Konteks, awal: usize) -> Option<AngkaId> {
    let (di, id) = konteks.angka(0, awal).next_back()?;
    let mulai = konteks.angka(0, di).next_back().map_or(0, |(i, _)| i + 1);
    let sela = &konteks.kata()[mulai..di];
    let bukan = sela
        .iter()
        .any(|k| k.salah_satu(&["target", "pagu", "anggaran", "minimal", "bobot", "selisih"]));
    let laporan = konteks.bacaan.identitas.tahun;
    let tahun = waktu::terakhir(konteks.kata(), mulai..di, laporan);
    let sela_kosong = konteks.kata()[di + 1..awal].iter().all(|k| {
        k.tanda(',') || kosakata::satuan(&k.teks).is_some() || k.salah_satu(&["atau", "yang"])
    });
    let sebesar = sela
        .last()
        .is_some_and(|k| k.salah_satu(&["sebesar", "senilai", "mencapai", "adalah"]));
    let setahun = tahun.is_none() || tahun == konteks.ucapan.pokok;
    (!bukan && sela_kosong && sebesar && setahun).then_some(id)
}

/// The year that the sentence compares with, where no number of it is quoted.
fn tahun_pembanding(konteks: &Konteks, di: usize, akhir: usize) -> Option<i16> {
    let kata = konteks.kata();
    let laporan = konteks.bacaan.identitas.tahun;
    let di_klausa = (di..akhir)
        .filter(|i| waktu::pembanding(kata, *i))
        .find_map(|i| waktu::tahun(kata, i, laporan));
    di_klausa
        .or_else(|| {
            (0..di)
                .filter(|i| waktu::pembanding(kata, *i))
                .find_map(|i| waktu::tahun(kata, i, laporan))
        })
        .filter(|tahun| konteks.ucapan.pokok.is_some_and(|pokok| *tahun < pokok))
}
