//! What the numbers of tables say.

use super::kolom::hasil_kali;
use super::konteks::Konteks;
use crate::bacaan::{
    Angka, AngkaId, Asal, Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Kolom, Milik, Peran,
    Perihal, Pernyataan, SatuanCetak, Tabel,
};
use crate::understand::indikator::Pencari;
use crate::understand::indikator::nama;
use crate::understand::kosakata::normal;

/// A figure with everything that it may be about but its cell.
struct Sel<'a> {
    kolom: &'a Kolom,
    baris: &'a Baris,
    angka: AngkaId,
}

/// What figures of one row share that belong together: which name of the row, year, month, whose.
type Kunci = (usize, Option<i16>, Option<u8>, Milik);

/// The statements of a table; `kelompok` numbers what belongs together.
pub(super) fn dari_tabel(
    bacaan: &Bacaan,
    pencari: &Pencari,
    konteks: &Konteks,
    tabel: &Tabel,
    i: usize,
    kelompok: &mut usize,
) -> Vec<Pernyataan> {
    let mut hasil = Vec::new();
    if konteks.sebagian_tahun {
        return hasil;
    }
    for baris in &tabel.baris {
        if !matches!(
            baris.jenis,
            JenisBaris::Isi | JenisBaris::Total | JenisBaris::Rerata
        ) {
            continue;
        }
        let nama_ganda = nama_ganda(bacaan, pencari, baris);
        let dipakai = hasil.len();
        let mut kolom_asal: Vec<usize> = Vec::new();
        let mut kelompok_baris: Vec<(Kunci, usize)> = Vec::new();
        for (k, kolom) in tabel.kolom.iter().enumerate() {
            if kolom.jenis != JenisKolom::Angka || sebagian(kolom) {
                continue;
            }
            let ids = tabel.sel(baris.row, k);
            let besaran: Vec<AngkaId> = ids
                .iter()
                .copied()
                .filter(|id| bacaan.angka(*id).besaran().is_some())
                .collect();
            let pasangan: Vec<(usize, AngkaId, Option<Perihal>)> = if nama_ganda.len() > 1 {
                if besaran.len() != nama_ganda.len() {
                    continue;
                }
                besaran
                    .into_iter()
                    .zip(&nama_ganda)
                    .enumerate()
                    .map(|(n, (id, perihal))| (n, id, perihal.clone()))
                    .collect()
            } else {
                let [id] = besaran[..] else { continue };
                vec![(0, id, perihal(bacaan, konteks, kolom, baris))]
            };
            for (n, id, perihal) in pasangan {
                let sel = Sel {
                    kolom,
                    baris,
                    angka: id,
                };
                let Some(mut satu) = susun(bacaan, konteks, &sel, perihal, i) else {
                    continue;
                };
                let kunci = (n, satu.tahun, satu.bulan, satu.milik.clone());
                satu.kelompok = match kelompok_baris.iter().find(|(lama, _)| *lama == kunci) {
                    Some((_, nomor)) => *nomor,
                    None => {
                        *kelompok += 1;
                        kelompok_baris.push((kunci, *kelompok));
                        *kelompok
                    }
                };
                hasil.push(satu);
                kolom_asal.push(k);
            }
        }
        let baru = hasil.split_off(dipakai);
        hasil.extend(tanpa_rancu(tabel, baru, &kolom_asal));
    }
    hasil
}

/// Drops figures of one row that would say the same thing twice, as "Nilai" and "Nilai Akhir" do: the plain heading stays.
fn tanpa_rancu(tabel: &Tabel, baru: Vec<Pernyataan>, kolom: &[usize]) -> Vec<Pernyataan> {
    let kata = |i: usize| -> Vec<String> {
        kolom
            .get(i)
            .and_then(|k| tabel.kolom.get(*k))
            .map(|k| {
                normal(k.jalur.last().map_or("", String::as_str))
                    .split(' ')
                    .map(str::to_owned)
                    .collect()
            })
            .unwrap_or_default()
    };
    let sama = |a: &Pernyataan, b: &Pernyataan| {
        a.kelompok == b.kelompok
            && a.peran == b.peran
            && a.perihal == b.perihal
            && a.milik == b.milik
    };
    let tetap: Vec<bool> = baru
        .iter()
        .enumerate()
        .map(|(i, satu)| {
            baru.iter().enumerate().all(|(j, lain)| {
                i == j || !sama(satu, lain) || {
                    let (ini, itu) = (kata(i), kata(j));
                    ini.len() < itu.len() && ini.iter().all(|k| itu.contains(k))
                }
            })
        })
        .collect();
    baru.into_iter()
        .zip(tetap)
        .filter_map(|(satu, tetap)| tetap.then_some(satu))
        .collect()
}

/// What each of several numbered names in one label is about; empty where it is one name.
fn nama_ganda(bacaan: &Bacaan, pencari: &Pencari, baris: &Baris) -> Vec<Option<Perihal>> {
    let bagian = nama::pisah(&baris.label);
    if bagian.len() < 2 {
        return Vec::new();
    }
    bagian
        .into_iter()
        .map(|rentang| {
            let teks = baris.label.get(rentang)?;
            let i = pencari.terpanjang(teks)?;
            Some(Perihal::indikator(bacaan.indikator.get(i)?.kunci.clone()))
        })
        .collect()
}

/// Whether a column is about a part of the year other than a month.
fn sebagian(kolom: &Kolom) -> bool {
    kolom.jalur.iter().any(|teks| {
        normal(teks)
            .split(' ')
            .any(|k| matches!(k, "triwulan" | "semester" | "tw" | "kuartal" | "caturwulan"))
    })
}

fn perihal(bacaan: &Bacaan, konteks: &Konteks, kolom: &Kolom, baris: &Baris) -> Option<Perihal> {
    // Months below one another, their respondents beside them.
    let responden = kolom.jalur.last().is_some_and(|teks| {
        normal(teks)
            .split(' ')
            .any(|k| matches!(k, "responden" | "reponden"))
    });
    if responden && baris.bulan.is_some() {
        let indikator = konteks.indikator.and_then(|i| bacaan.indikator.get(i));
        return Some(Perihal {
            jenis: JenisPerihal::Responden,
            kunci: indikator.map(|i| i.kunci.clone()).unwrap_or_default(),
        });
    }
    if let Some(baris) = &baris.perihal {
        return Some(baris.clone());
    }
    if let Some(kolom) = &kolom.perihal {
        return Some(kolom.clone());
    }
    // A row that is a year, a month, a role or an office tells of what the whole table is about.
    let bermakna = baris.tahun.is_some()
        || baris.bulan.is_some()
        || baris.peran.is_some()
        || baris.milik.is_some();
    konteks
        .indikator
        .filter(|_| bermakna)
        .and_then(|i| bacaan.indikator.get(i))
        .map(|i| Perihal::indikator(i.kunci.clone()))
}

fn susun(
    bacaan: &Bacaan,
    konteks: &Konteks,
    sel: &Sel,
    perihal: Option<Perihal>,
    i: usize,
) -> Option<Pernyataan> {
    let perihal = perihal?;
    let angka = bacaan.angka(sel.angka);
    let mut peran = peran(sel, &perihal, angka)?;
    let sendiri = sel.kolom.tahun.or(sel.baris.tahun);
    if peran == Peran::Target
        && matches!(perihal.jenis, JenisPerihal::Indikator | JenisPerihal::Lain)
        && konteks.jangka_menengah
        && sendiri.is_none()
    {
        peran = Peran::TargetJangkaMenengah;
    }
    let tahun = match sendiri.or(konteks.tahun) {
        Some(tahun) => Some(tahun),
        None if peran == Peran::TargetJangkaMenengah => None,
        None if konteks.tahun_terbuka => None,
        None => bacaan.identitas.tahun,
    };
    let milik = sel
        .kolom
        .milik
        .clone()
        .or_else(|| sel.baris.milik.clone())
        .unwrap_or(Milik::Sendiri);
    Some(Pernyataan {
        angka: sel.angka,
        perihal,
        milik,
        tahun,
        bulan: sel.kolom.bulan.or(sel.baris.bulan),
        peran,
        asal: Asal::Tabel(i),
        kelompok: 0,
    })
}

fn peran(sel: &Sel, perihal: &Perihal, angka: &Angka) -> Option<Peran> {
    let dari_judul = sel.kolom.peran.or(sel.baris.peran);
    let uang = matches!(
        perihal.jenis,
        JenisPerihal::Anggaran | JenisPerihal::Pendapatan
    );
    match (perihal.jenis, dari_judul) {
        (JenisPerihal::Responden, _) => Some(Peran::Jumlah),
        (JenisPerihal::Pegawai, None | Some(Peran::Jumlah)) => {
            // A part of the staff by a column is not the number of the row.
            total_kolom(sel.kolom).then_some(Peran::Jumlah)
        }
        (JenisPerihal::Indikator, Some(Peran::Nilai)) => Some(Peran::Realisasi),
        (JenisPerihal::Indikator, None)
            if matches!(sel.baris.jenis, JenisBaris::Rerata | JenisBaris::Total)
                || sel.baris.milik.is_some() =>
        {
            Some(Peran::Realisasi)
        }
        // A mean of achievements is neither a target nor a result.
        (JenisPerihal::RerataCapaian, Some(Peran::Capaian)) => Some(Peran::Capaian),
        (JenisPerihal::RerataCapaian, _) => None,
        (JenisPerihal::Unsur, None) if sel.kolom.jalur.iter().any(|teks| hasil_kali(teks)) => None,
        (JenisPerihal::Unsur, None | Some(Peran::Jumlah)) => Some(Peran::Nilai),
        (JenisPerihal::Indikator, Some(Peran::Jumlah)) => None,
        // An amount of rupiah is no share, and a share no amount.
        (_, Some(Peran::Realisasi | Peran::Target))
            if uang && angka.satuan == SatuanCetak::Persen =>
        {
            None
        }
        (_, Some(Peran::Capaian)) if angka.satuan == SatuanCetak::Rupiah => None,
        (_, peran) => peran,
    }
}

fn total_kolom(kolom: &Kolom) -> bool {
    kolom.jalur.last().is_some_and(|teks| {
        let rapi = normal(teks);
        let pertama = rapi.split(' ').next().unwrap_or_default();
        matches!(pertama, "jumlah" | "total") && rapi.split(' ').count() <= 3
    })
}
