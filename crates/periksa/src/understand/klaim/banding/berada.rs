//! "Berada di atas", "di bawah" or "di antara" numbers that the sentence or a table gives.

use super::super::beda::{self, Beda};
use super::super::{Konteks, dua, hasil, kutipan};
use super::ringan;
use crate::bacaan::{AngkaId, IsiKlaim, Klaim};
use crate::understand::prosa::kata::{Isi, Kata};

/// "berada di atas nilai X (3,41), dengan selisih 0,18", "berada di atas keduanya".
pub(super) fn cari(konteks: &Konteks, di: usize) -> Option<Klaim> {
    const TERJAUH: usize = 30;
    let kata = konteks.kata();
    let satu = &kata[di];
    let awal = di.checked_sub(1).filter(|i| kata[*i].salah_satu(&["di"]))?;
    if !satu.salah_satu(&["atas", "bawah", "antara"]) || konteks.andai(di) {
        return None;
    }
    let lebih_tinggi = satu.salah_satu(&["atas"]);
    if let Some(klaim) = terhadap_lain(konteks, awal, di) {
        return Some(klaim);
    }
    if satu.salah_satu(&["antara"]) {
        return None;
    }
    let perihal = konteks.perihal(awal);
    let akhir = konteks.akhir_klausa(di).min(di + TERJAUH);
    let kiri = perihal
        .as_ref()
        .and_then(|perihal| konteks.realisasi(perihal, konteks.ucapan.pokok));
    let klaim = |kiri, kanan, selisih| {
        konteks.klaim(
            awal,
            di + 1,
            perihal.clone(),
            IsiKlaim::Banding {
                lebih_tinggi,
                kiri,
                kanan: Some(kanan),
                selisih,
            },
        )
    };
    let letak_selisih = (di..akhir).find(|i| kata[*i].salah_satu(&["selisih"]))?;
    // "Terhadap standar sebesar 5,0 hari, … di atas standar tersebut": the number before is pointed at.
    let menunjuk = kata
        .get(di + 1..letak_selisih)?
        .iter()
        .any(|k| k.salah_satu(&["tersebut", "ini", "itu"]));
    let (_, kanan) = konteks
        .angka(di + 1, letak_selisih)
        .next()
        .or_else(|| konteks.angka(0, awal).next_back().filter(|_| menunjuk))?;
    let (_, selisih) = konteks
        .angka(letak_selisih + 1, (letak_selisih + 4).min(kata.len()))
        .next()?;
    let pasangan = beda::pasangan(
        konteks,
        Beda {
            tinggi: lebih_tinggi,
            sebesar: selisih,
            dikutip: kanan,
            acuan: true,
        },
    );
    let kiri = pasangan.map(|(_, kiri)| kiri).or(kiri);
    if kiri.is_none() && perihal.is_none() {
        return None;
    }
    Some(klaim(kiri, kanan, Some(selisih)))
}

/// "berada di atas keduanya", "di antara keduanya", "masih di bawah rata-rata provinsi": against others that the sentence quotes.
fn terhadap_lain(konteks: &Konteks, awal: usize, di: usize) -> Option<Klaim> {
    const NAMA: usize = 3;
    let kata = konteks.kata();
    awal.checked_sub(1).filter(|i| {
        kata[*i].salah_satu(&[
            "berada",
            "masih",
            "sudah",
            "telah",
            "tetap",
            "juga",
            "jauh",
            "sedikit",
            "posisinya",
        ])
    })?;
    let lain: Vec<AngkaId> = if kata
        .get(di + 1)
        .is_some_and(|k| k.salah_satu(&["keduanya", "kedua"]))
    {
        let semua: Vec<AngkaId> = konteks.angka(0, awal).map(|(_, id)| id).collect();
        let mulai = semua.len().saturating_sub(2);
        semua.get(mulai..)?.to_vec()
    } else {
        let panjang = kata
            .iter()
            .skip(di + 1)
            .take(NAMA)
            .take_while(|k| k.isi == Isi::Kata)
            .count();
        let acuan = |k: &Kata| k.salah_satu(&["target", "rencana", "standar", "batas", "pagu"]);
        (1..=panjang)
            .rev()
            .filter_map(|n| kata.get(di + 1..di + 1 + n))
            .filter(|nama| !nama.iter().any(acuan))
            .find_map(|nama| dua::bernama(&kata[..awal], nama))
            .into_iter()
            .collect()
    };
    let tinggi = kata[di].salah_satu(&["atas"]);
    let antara = kata[di].salah_satu(&["antara"]);
    let (rendah, puncak) = match lain.as_slice() {
        [satu] if !antara => (*satu, *satu),
        [a, b] if kutipan::sebanding(konteks, *a, *b) => (
            ringan(konteks, lain.iter().copied(), true)?,
            ringan(konteks, lain.iter().copied(), false)?,
        ),
        _ => return None,
    };
    let perihal = konteks
        .perihal(awal)
        .or_else(|| hasil::perihal(konteks, false))
        .or_else(|| konteks.ucapan.topik.clone())?;
    let kiri = hasil::sendiri(konteks, &perihal, puncak)
        .filter(|kiri| !lain.contains(kiri))
        .filter(|kiri| hasil::sebesar(konteks, *kiri, rendah))?;
    let nilai = |id: AngkaId| konteks.bacaan.angka(id).nilai;
    // Above both is above the higher one; between both is neither above the one nor below the other.
    let (lebih_tinggi, kanan) = match (antara, tinggi) {
        (false, true) => (true, puncak),
        (false, false) => (false, rendah),
        (true, _) if nilai(kiri) < nilai(rendah) => (true, rendah),
        (true, _) => (false, puncak),
    };
    Some(konteks.klaim(
        awal,
        di + 1,
        Some(perihal),
        IsiKlaim::Banding {
            lebih_tinggi,
            kiri: Some(kiri),
            kanan: Some(kanan),
            selisih: None,
        },
    ))
}
