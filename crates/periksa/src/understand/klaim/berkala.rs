//! Claims of above or below in every month, quarter or year ("di bawah rencana pada setiap bulan").

use std::cmp::Ordering;

use super::Konteks;
use crate::bacaan::{AngkaId, Baris, IsiKlaim, JenisKolom, Klaim, Tabel};
use crate::understand::kosakata::normal;

/// Tables before a sentence that may be meant.
const TABEL: usize = 12;
/// Periods of which "every one" is said.
const TERSEDIKIT: usize = 3;

/// The claim with the two numbers of the period that contradicts it, or of the first one where none does.
pub(super) fn banding(konteks: &Konteks, di: usize) -> Option<Klaim> {
    const TERJAUH: usize = 8;
    let kata = konteks.kata();
    let awal = di.checked_sub(1).filter(|i| kata[*i].salah_satu(&["di"]))?;
    if !kata[di].salah_satu(&["atas", "bawah"]) || konteks.andai(di) {
        return None;
    }
    let acuan = kata.get(di + 1).filter(|k| {
        k.salah_satu(&[
            "rencana",
            "target",
            "pagu",
            "standar",
            "rencananya",
            "targetnya",
        ])
    })?;
    let akhir = konteks.akhir_klausa(di).min(di + TERJAUH);
    let kala = kata
        .get(di + 2..akhir)?
        .windows(2)
        .find(|dua| dua[0].salah_satu(&["setiap", "tiap", "seluruh", "semua"]))
        .map(|dua| &dua[1])?;
    let berkala: fn(&Baris) -> bool = match kala.teks.as_str() {
        "bulan" | "bulannya" => |b| b.bulan.is_some(),
        "triwulan" | "triwulannya" => |b| normal(&b.label).starts_with("triwulan"),
        "tahun" | "tahunnya" => |b| b.tahun.is_some() && b.bulan.is_none(),
        _ => return None,
    };
    let bacaan = konteks.bacaan;
    let piece = bacaan.kalimat.get(konteks.ucapan.kalimat)?.letak.piece;
    let sampai = bacaan.tabel.partition_point(|t| t.piece < piece);
    let nama = acuan.teks.trim_end_matches("nya");
    let pasangan = bacaan
        .tabel
        .get(sampai.saturating_sub(TABEL)..sampai)?
        .iter()
        .rev()
        .map(|tabel| pasangan(konteks, tabel, nama, berkala))
        .find(|semua| semua.len() >= TERSEDIKIT)?;
    let lebih_tinggi = kata[di].salah_satu(&["atas"]);
    let cari = |urutan: Ordering| {
        pasangan.iter().find(|(kiri, kanan)| {
            let nilai = |id: AngkaId| bacaan.angka(id).nilai;
            nilai(*kiri)
                .zip(nilai(*kanan))
                .is_some_and(|(a, b)| a.cmp(&b) == urutan)
        })
    };
    let (benar, salah) = if lebih_tinggi {
        (Ordering::Greater, Ordering::Less)
    } else {
        (Ordering::Less, Ordering::Greater)
    };
    let (kiri, kanan) = cari(salah).or_else(|| cari(benar))?;
    Some(konteks.klaim(
        awal,
        di + 2,
        None,
        IsiKlaim::Banding {
            lebih_tinggi,
            kiri: Some(*kiri),
            kanan: Some(*kanan),
            selisih: None,
        },
    ))
}

/// In each period what was reached and what it is compared with; nothing where the columns are not told apart.
fn pasangan(
    konteks: &Konteks,
    tabel: &Tabel,
    acuan: &str,
    berkala: fn(&Baris) -> bool,
) -> Vec<(AngkaId, AngkaId)> {
    let bernama = |nama: &str| {
        let mut kolom = tabel.kolom.iter().enumerate().filter(|(_, kolom)| {
            kolom.jenis == JenisKolom::Angka
                && kolom
                    .jalur
                    .iter()
                    .any(|teks| normal(teks).split(' ').any(|kata| kata == nama))
        });
        match (kolom.next(), kolom.next()) {
            (Some((k, _)), None) => Some(k),
            _ => None,
        }
    };
    let (Some(kiri), Some(kanan)) = (bernama("realisasi"), bernama(acuan)) else {
        return Vec::new();
    };
    let angka = |row: usize, k: usize| match tabel.sel(row, k) {
        [id] => konteks.bacaan.angka(*id).besaran().map(|_| *id),
        _ => None,
    };
    tabel
        .isi()
        .filter(|b| berkala(b))
        .filter_map(|b| Some((angka(b.row, kiri)?, angka(b.row, kanan)?)))
        .collect()
}
