//! Claims that a target was reached or passed, and that one number is above another.

use super::Konteks;
use crate::bacaan::{AngkaId, IsiKlaim, Klaim, Milik, Peran, Perihal, Pernyataan};
use crate::understand::prosa::kata::Kata;

const MENCAPAI: &[&str] = &["mencapai", "memenuhi", "menyentuh"];
const MELAMPAUI: &[&str] = &["melampaui", "melebihi"];
const TERCAPAI: &[&str] = &["tercapai", "terpenuhi", "terealisasi"];
const TERLAMPAUI: &[&str] = &["terlampaui"];
const INGKAR: &[&str] = &["belum", "tidak", "gagal", "kurang"];
const BILANGAN: &[&str] = &[
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
];
const TINGGI: &[&str] = &["tinggi", "besar", "baik"];
const RENDAH: &[&str] = &["rendah", "kecil"];

pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    for di in 0..kata.len() {
        if let Some((awal, akhir, ya, melampaui)) = tercapai(kata, di) {
            if konteks.andai(di) || konteks.celah(awal, akhir) {
                continue;
            }
            let perihal = perihal(konteks, di);
            hasil.push(konteks.klaim(awal, akhir, perihal, IsiKlaim::Tercapai { ya, melampaui }));
        } else if let Some(klaim) = banding(konteks, di).or_else(|| terhadap_target(konteks, di)) {
            hasil.push(klaim);
        }
    }
}

/// The words of a claim about a target around `di`: reached or not, and whether passed.
fn tercapai(kata: &[Kata], di: usize) -> Option<(usize, usize, bool, bool)> {
    let satu = &kata[di];
    let target_menyusul = |dari: usize| {
        (dari..(dari + 2).min(kata.len()))
            .take_while(|i| kata[*i].angka().is_none())
            .find(|i| kata[*i].salah_satu(&["target", "targetnya"]))
    };
    let ingkar = (di.saturating_sub(3)..di)
        .rev()
        .find(|i| kata[*i].salah_satu(INGKAR));
    let awal = ingkar.unwrap_or(di);
    let ya = ingkar.is_none();
    if satu.salah_satu(MENCAPAI) || satu.salah_satu(MELAMPAUI) {
        let akhir = target_menyusul(di + 1)? + 1;
        return Some((awal, akhir, ya, satu.salah_satu(MELAMPAUI)));
    }
    if satu.salah_satu(TERCAPAI) || satu.salah_satu(TERLAMPAUI) {
        const TERJAUH: usize = 40;
        // "target … tercapai"; a passive with an agent or a goal behind it says something else.
        let bertarget = kata[di.saturating_sub(TERJAUH)..di]
            .iter()
            .any(|k| k.salah_satu(&["target", "targetnya"]));
        let lanjut = kata
            .get(di + 1)
            .is_some_and(|k| k.salah_satu(&["sebesar", "sebanyak"]) || k.angka().is_some());
        let nya = di
            .checked_sub(1)
            .is_some_and(|i| kata[i].salah_satu(&["yang", "dapat", "telah"]))
            && satu.salah_satu(&["terealisasi"]);
        if !bertarget || lanjut || nya {
            return None;
        }
        return Some((awal, di + 1, ya, satu.salah_satu(TERLAMPAUI)));
    }
    None
}

/// Of which indicator a target was reached; all of them where the sentence says so.
fn perihal(konteks: &Konteks, di: usize) -> Option<Perihal> {
    let kata = konteks.kata();
    let awal = kata[..di]
        .iter()
        .rposition(|k| k.tanda(';') || k.tanda('.'))
        .map_or(0, |i| i + 1);
    let subjek = &kata[awal..di];
    let semua = subjek.iter().enumerate().any(|(i, k)| {
        let banyak = k.salah_satu(&["seluruh", "semua", "keseluruhan"])
            || k.angka().is_some_and(|id| cacah_indikator(konteks, id));
        banyak
            && subjek
                .get(i + 1..(i + 4).min(subjek.len()))
                .unwrap_or_default()
                .iter()
                .any(|k| k.salah_satu(&["indikator", "iku", "ikk", "target"]))
    });
    // "3 dari 5 indikator" is no claim about all.
    let sebagian = subjek
        .iter()
        .any(|k| k.salah_satu(&["sebagian", "beberapa", "salah"]))
        || subjek.windows(3).any(|tiga| {
            tiga[0].angka().is_some() && tiga[1].salah_satu(&["dari"]) && tiga[2].angka().is_some()
        })
        // "dari 7 indikator terdapat 5 indikator yang …": the second number is a part of the first.
        || subjek
            .windows(2)
            .filter(|dua| {
                dua[0].angka().is_some() && dua[1].salah_satu(&["indikator", "iku", "ikk"])
            })
            .count()
            > 1;
    if sebagian {
        return None;
    }
    if semua {
        return Some(Perihal::indikator(Perihal::SEMUA));
    }
    let beberapa = subjek.windows(2).any(|dua| {
        (dua[0].angka().is_some() || dua[0].salah_satu(BILANGAN))
            && dua[1].salah_satu(&["indikator", "iku", "ikk", "target", "sasaran"])
    });
    if beberapa {
        return None;
    }
    konteks
        .ucapan
        .sebutan
        .iter()
        .rev()
        .find(|s| s.awal >= awal && s.akhir <= di)
        .map(|s| s.perihal.clone())
        .or_else(|| konteks.perihal(di))
}

/// Whether a number is that of all indicators of the agreement, or else of the document.
fn cacah_indikator(konteks: &Konteks, id: AngkaId) -> bool {
    let indikator = &konteks.bacaan.indikator;
    let janji = indikator.iter().filter(|i| i.diperjanjikan).count();
    let semua = if janji > 0 { janji } else { indikator.len() };
    semua > 1 && konteks.bacaan.angka(id).nilai == Some(rust_decimal::Decimal::from(semua))
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
    if pembanding.is_none() && selisih.is_none() {
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
        return dengan_target(konteks, di, (di, target + 1), lebih_tinggi, selisih);
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
