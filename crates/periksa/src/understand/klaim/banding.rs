//! Claims that one number is above or below another.

mod berada;

use super::beda::{self, Beda};
use super::{Konteks, berkala, dua, hasil, kutipan};
use crate::bacaan::{AngkaId, IsiKlaim, Klaim, Milik, Peran, Perihal, Pernyataan};
use crate::understand::prosa::kata::Isi;

const TINGGI: &[&str] = &["tinggi", "besar", "banyak", "lama", "lambat", "baik"];
const RENDAH: &[&str] = &["rendah", "kecil", "sedikit", "singkat", "cepat", "buruk"];
/// Words that are higher or lower only where time is measured.
const TEMPO: &[&str] = &["lama", "lambat", "singkat", "cepat"];
const WAKTU: &[&str] = &["hari", "jam", "menit", "bulan", "minggu", "detik"];

pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) {
    for di in 0..konteks.kata().len() {
        let klaim = berkala::banding(konteks, di)
            .or_else(|| banding(konteks, di))
            .or_else(|| terhadap_target(konteks, di))
            .or_else(|| berada::cari(konteks, di));
        hasil.extend(klaim);
    }
}

/// "di atas target", "di bawah target": how the two numbers stand, whatever is better.
fn terhadap_target(konteks: &Konteks, di: usize) -> Option<Klaim> {
    let kata = konteks.kata();
    let satu = &kata[di];
    let sambung = satu.salah_satu(&["diatas", "dibawah"]);
    if !sambung && !satu.salah_satu(&["atas", "bawah"]) || konteks.andai(di) {
        return None;
    }
    kata.get(di + 1).filter(|k| k.salah_satu(&["target"]))?;
    let awal = if sambung {
        di
    } else {
        di.checked_sub(1).filter(|i| kata[*i].salah_satu(&["di"]))?
    };
    let tinggi = satu.salah_satu(&["atas", "diatas"]);
    dengan_target(konteks, di, (awal, di + 2), tinggi, None)
}

/// A comparison with the target, with the numbers that the sentence or else the tables give.
fn dengan_target(
    konteks: &Konteks,
    di: usize,
    (awal, akhir): (usize, usize),
    lebih_tinggi: bool,
    selisih: Option<AngkaId>,
) -> Option<Klaim> {
    let perihal = konteks.perihal(di)?;
    let tahun = konteks.ucapan.pokok?;
    let cari = |peran: Peran| {
        let cocok = |p: &&&Pernyataan| {
            p.peran == peran
                && p.perihal == perihal
                && p.milik == Milik::Sendiri
                && p.tahun == Some(tahun)
                && p.bulan.is_none()
        };
        konteks
            .pernyataan
            .iter()
            .find(cocok)
            .or_else(|| konteks.sebelum.iter().find(cocok))
            .map(|p| p.angka)
            .or_else(|| {
                konteks
                    .bacaan
                    .pernyataan
                    .iter()
                    .find(|p| cocok(&p))
                    .map(|p| p.angka)
            })
    };
    let kiri = cari(Peran::Realisasi);
    let kanan = cari(Peran::Target)?;
    Some(konteks.klaim(
        awal,
        akhir,
        Some(perihal.clone()),
        IsiKlaim::Banding {
            lebih_tinggi,
            kiri,
            kanan: Some(kanan),
            selisih,
        },
    ))
}

/// "lebih tinggi 0,05 poin dibandingkan …"
fn banding(konteks: &Konteks, di: usize) -> Option<Klaim> {
    const SELA: usize = 8;
    let kata = konteks.kata();
    if !kata[di].salah_satu(&["lebih"]) {
        return None;
    }
    let sifat = kata.get(di + 1)?;
    let lebih_tinggi = sifat.salah_satu(TINGGI);
    if !(lebih_tinggi || sifat.salah_satu(RENDAH)) || konteks.andai(di) {
        return None;
    }
    let akhir = konteks.akhir_klausa(di);
    let pembanding = (di + 2..akhir.min(di + 2 + SELA)).find(|i| {
        kata[*i].salah_satu(&[
            "dari",
            "dibanding",
            "dibandingkan",
            "daripada",
            "jika",
            "terhadap",
        ])
    });
    let selisih = konteks
        .angka(di + 2, pembanding.unwrap_or(akhir).min(di + 5))
        .next()
        .map(|(_, id)| id);
    // "18 kelompok lebih sedikit": how much may stand before.
    let selisih = selisih.or_else(|| {
        let (i, id) = konteks.angka(0, di).next_back()?;
        (i + 2 == di
            && kata[i + 1].isi == Isi::Kata
            && !kata[i + 1].salah_satu(&["dan", "atau", "yang", "namun", "tetapi", "sehingga"])
            && kata[..i].iter().any(|k| k.angka().is_some()))
        .then_some(id)
    });
    let diawali = diawali(konteks, di);
    if pembanding.is_none() && selisih.is_none() && diawali.is_empty() {
        return None;
    }
    let bertempo = sifat.salah_satu(TEMPO);
    if bertempo
        && !kata[..akhir.min(di + 2 + SELA)]
            .iter()
            .any(|k| k.salah_satu(WAKTU))
    {
        return None;
    }
    if konteks.celah(di, pembanding.unwrap_or(di)) {
        return None;
    }
    let sesudah = pembanding.unwrap_or(di + 2);
    // "lebih tinggi dari target": whether a target was reached.
    if let Some(target) =
        (sesudah..(sesudah + 3).min(akhir)).find(|i| kata[*i].salah_satu(&["target"]))
    {
        let klaim = dengan_target(konteks, di, (di, target + 1), lebih_tinggi, selisih);
        if klaim.is_some() || konteks.perihal(di).is_some() {
            return klaim;
        }
    }
    let perihal = konteks.perihal(di);
    let sisi = |sendiri: bool, awal: usize, batas: usize| -> Option<AngkaId> {
        konteks
            .angka(awal, batas)
            .rev()
            .filter_map(|(_, id)| konteks.arti(id))
            .find(|p| cocok(p, perihal.as_ref()) && (p.milik == Milik::Sendiri) == sendiri)
            .map(|p| p.angka)
    };
    let kanan = sisi(false, sesudah, akhir).or_else(|| sisi(false, 0, di));
    let kiri = sisi(true, 0, di);
    let (kiri, kanan) = lengkapi(
        konteks,
        di,
        (sesudah, akhir),
        (lebih_tinggi, selisih),
        (kiri, kanan),
    );
    let (kiri, kanan) = match (kiri, kanan) {
        (Some(kiri), Some(kanan)) => (Some(kiri), Some(kanan)),
        _ => pembanding
            .and_then(|sesudah| {
                let sebutan = dua::Sebutan {
                    di,
                    sesudah,
                    tinggi: lebih_tinggi,
                    selisih,
                };
                let kosong = kiri.is_none() && perihal.is_none();
                dua::pasangan(konteks, sebutan).or_else(|| {
                    let awal = konteks.awal_klausa(di);
                    let (_, kanan) = konteks
                        .angka(sesudah, akhir.min(sesudah + SELA_PEMBANDING))
                        .find(|(_, id)| kosong && Some(*id) != selisih)?;
                    Some((hasil::rumus(konteks, kata.get(awal..di)?, kanan)?, kanan))
                })
            })
            .map_or((kiri, kanan), |(kiri, kanan)| (Some(kiri), Some(kanan))),
    };
    let kanan = kanan.or_else(|| {
        let kanan = diawali
            .iter()
            .copied()
            .filter(|id| Some(*id) != kiri && Some(*id) != selisih);
        ringan(konteks, kanan, lebih_tinggi)
    });
    Some(konteks.klaim(
        di,
        di + 2,
        perihal.clone(),
        IsiKlaim::Banding {
            lebih_tinggi,
            kiri,
            kanan,
            selisih,
        },
    ))
}

fn cocok(pernyataan: &Pernyataan, perihal: Option<&Perihal>) -> bool {
    pernyataan.peran == Peran::Realisasi && perihal.is_none_or(|p| *p == pernyataan.perihal)
}

/// The two numbers as the sentence quotes them, or as the size of their difference tells them.
fn lengkapi(
    konteks: &Konteks,
    di: usize,
    (sesudah, akhir): (usize, usize),
    (tinggi, selisih): (bool, Option<AngkaId>),
    (kiri, kanan): (Option<AngkaId>, Option<AngkaId>),
) -> (Option<AngkaId>, Option<AngkaId>) {
    if kiri.is_some() && kanan.is_some() {
        return (kiri, kanan);
    }
    let kata = konteks.kata();
    // "sebesar 99,31%, lebih rendah": the number right before, with at most its unit between.
    let batas = konteks
        .angka(0, di)
        .find(|(_, id)| Some(*id) == selisih)
        .map_or(di, |(i, _)| i);
    let depan = konteks
        .angka(0, batas)
        .next_back()
        .filter(|(i, _)| {
            let sela = &kata[i + 1..batas];
            sela.iter().filter(|k| k.isi == Isi::Kata).count() <= 1
                && !sela
                    .iter()
                    .any(|k| k.salah_satu(&["dan", "atau", "namun", "tetapi"]))
        })
        .map(|(_, id)| id);
    let belakang = konteks
        .angka(sesudah, akhir.min(sesudah + SELA_PEMBANDING))
        .map(|(_, id)| id)
        .find(|id| Some(*id) != selisih);
    if let (Some(a), Some(b)) = (kiri.or(depan), kanan.or(belakang))
        && a != b
        && kutipan::sebanding(konteks, a, b)
    {
        return (Some(a), Some(b));
    }
    let Some(sebesar) = selisih else {
        return (kiri, kanan);
    };
    let cari = |dikutip: Option<AngkaId>, acuan: bool| {
        beda::pasangan(
            konteks,
            Beda {
                tinggi,
                sebesar,
                dikutip: dikutip?,
                acuan,
            },
        )
    };
    let acuan = kanan
        .or(belakang)
        .or_else(|| diawali(konteks, di).first().copied());
    cari(acuan, true)
        .or_else(|| cari(kiri.or(depan), false))
        .or_else(|| {
            // A number of an earlier year is what is compared with.
            let (i, id) = konteks.angka(0, batas).next_back()?;
            let tahun = (0..i).rev().find_map(|i| match kata[i].isi {
                Isi::Tahun(tahun) => Some(tahun),
                _ => None,
            })?;
            (Some(tahun) < konteks.bacaan.identitas.tahun)
                .then(|| cari(Some(id), true))
                .flatten()
        })
        .map_or((kiri, kanan), |(kanan, kiri)| (Some(kiri), Some(kanan)))
}

/// How many words may stand between a word of comparison and its number.
const SELA_PEMBANDING: usize = 14;

/// The numbers of "Jika dibandingkan dengan Kecamatan X yang memperoleh 81,22, …" before a predicate.
fn diawali(konteks: &Konteks, di: usize) -> Vec<AngkaId> {
    let kata = konteks.kata();
    let Some(mulai) = (0..di)
        .rev()
        .find(|i| kata[*i].salah_satu(&["dibanding", "dibandingkan"]))
    else {
        return Vec::new();
    };
    // The own value stands in the clause of the predicate itself.
    let akhir = konteks.awal_klausa(di).max(mulai);
    konteks.angka(mulai, akhir).map(|(_, id)| id).collect()
}

/// The number that bears a claim out most easily.
fn ringan(
    konteks: &Konteks,
    angka: impl Iterator<Item = AngkaId>,
    lebih_tinggi: bool,
) -> Option<AngkaId> {
    let nilai = |id: &AngkaId| konteks.bacaan.angka(*id).nilai;
    if lebih_tinggi {
        angka.min_by_key(nilai)
    } else {
        angka.max_by_key(nilai)
    }
}
