//! A figure of prose that stands nowhere else, while the row of a table which the sentence quotes holds it but for a slip
//! of the hand.

use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use crate::bacaan::{
    Angka, AngkaId, Bacaan, Baris, JenisBaris, Kalimat, Kolom, Milik, Peran, Perihal, Pernyataan,
    SatuanCetak, Tabel,
};
use crate::hitung::tampil;
use crate::salah_ketik::{SalahKetik, salah_ketik};
use crate::understand::kosakata::{self, normal};
use crate::understand::prosa;
use crate::{Aturan, BahanDokumen, Berat, Pemeriksaan, Temuan};

/// A value that stands in more cells tells no row.
const SEL_TERBANYAK: usize = 6;
/// Fewer digits tell nothing.
const TERKECIL: i64 = 100;

/// A figure of a cell.
#[derive(Clone, Copy)]
struct Sel<'b> {
    tabel: &'b Tabel,
    baris: &'b Baris,
    kolom: usize,
    id: AngkaId,
}

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut banyak: HashMap<Decimal, usize> = HashMap::new();
    for nilai in bacaan.angka.iter().filter_map(Angka::besaran) {
        *banyak.entry(nilai).or_default() += 1;
    }
    // A document of tables alone asks for none of these.
    let semua = LazyCell::new(|| kumpulkan(bahan));
    let baris = LazyCell::new(|| per_perihal(bacaan));
    let nama = LazyCell::new(|| super::nama::Nama::new(bacaan));
    let kembar = LazyCell::new(|| super::kembar::Kembar::new(bacaan));
    let pernyataan: HashMap<AngkaId, &Pernyataan> =
        bacaan.pernyataan.iter().map(|p| (p.angka, p)).collect();
    // The figures of the paragraph at hand.
    let mut paragraf: (Option<usize>, BTreeSet<Decimal>) = (None, BTreeSet::new());
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let piece = kalimat.letak.piece;
        if paragraf.0 != Some(piece) {
            let isi = bacaan.kalimat.get(i..).unwrap_or_default().iter();
            paragraf = (
                Some(piece),
                isi.take_while(|k| k.letak.piece == piece)
                    .flat_map(|k| &k.angka)
                    .filter_map(|id| bacaan.angka(*id).nilai)
                    .map(|n| n.normalize())
                    .collect(),
            );
        }
        let Some(passage) = kalimat.letak.bacaan(bacaan.sumber) else {
            continue;
        };
        if prosa::perumpamaan(bacaan.teks(&kalimat.letak)) {
            continue;
        }
        let kawan = LazyCell::new(|| kawan(bacaan, &semua, kalimat));
        let mut awal = kalimat.letak.awal;
        for id in &kalimat.angka {
            let angka = bacaan.angka(*id);
            let Some(nilai) = angka.besaran() else {
                continue;
            };
            let sela = passage.text.get(awal..angka.letak.awal).unwrap_or_default();
            awal = angka.letak.akhir;
            if banyak.get(&nilai) != Some(&1) || !khas(angka) || angka.skala > 0 {
                continue;
            }
            let sesudah = passage
                .text
                .get(angka.letak.akhir..kalimat.letak.akhir)
                .unwrap_or_default();
            let sebut = Sebut {
                id: *id,
                angka,
                sela: format!(" {} ", normal(sela)),
                sesudah: kosakata::normal_depan(sesudah, 4),
            };
            if sebut.berubah() {
                continue;
            }
            let calon = calon(bahan, &kawan, &sebut, &pernyataan, &paragraf.1)
                .or_else(|| sebaris(bahan, &baris, &sebut, &pernyataan, &paragraf.1));
            if let Some((sel, slip)) = calon {
                catat.diperiksa([*id]);
                catat.temuan(temuan(bahan, aturan, &sebut, sel, slip));
            } else if let Some((indikator, benar, slip)) = nama.calon(bacaan, &sebut, &paragraf.1) {
                catat.diperiksa([*id]);
                catat.temuan(super::nama::temuan(
                    bahan, aturan, angka, indikator, benar, slip,
                ));
            } else if let Some((benar, slip)) =
                kembar.calon(bacaan, &sebut, &pernyataan, &paragraf.1)
            {
                catat.diperiksa([*id]);
                catat.temuan(temuan_kembar(bahan, aturan, angka, benar, slip));
            }
        }
    }
}

/// The figure of the sentence.
pub(super) struct Sebut<'b> {
    pub(super) id: AngkaId,
    pub(super) angka: &'b Angka,
    pub(super) sela: String,
    sesudah: String,
}

impl Sebut<'_> {
    pub(super) fn ada(&self, daftar: &[&str]) -> bool {
        self.sela.split(' ').any(|kata| daftar.contains(&kata))
    }

    /// Whether it is a change or a difference, which stands in no table.
    fn berubah(&self) -> bool {
        let kata: Vec<&str> = self.sela.split_whitespace().rev().take(4).collect();
        kata.iter().any(|k| {
            matches!(
                *k,
                "naik"
                    | "turun"
                    | "meningkat"
                    | "menurun"
                    | "bertambah"
                    | "berkurang"
                    | "kenaikan"
                    | "penurunan"
                    | "peningkatan"
                    | "pertumbuhan"
                    | "selisih"
                    | "lebih"
                    | "kurang"
                    | "efisiensi"
                    | "sisa"
            )
        })
    }
}

pub(super) fn khas(angka: &Angka) -> bool {
    angka.nilai.is_some_and(|n| {
        10i64
            .checked_pow(angka.presisi)
            .and_then(|satuan| n.abs().checked_mul(satuan.into()))
            .is_some_and(|n| n >= TERKECIL.into())
    })
}

/// Rows of tables by what they are about.
fn per_perihal<'b>(bacaan: &'b Bacaan) -> HashMap<&'b Perihal, Vec<(&'b Tabel, &'b Baris)>> {
    let mut baris: HashMap<&Perihal, Vec<(&Tabel, &Baris)>> = HashMap::new();
    for tabel in &bacaan.tabel {
        for b in tabel.isi() {
            if let Some(perihal) = &b.perihal {
                baris.entry(perihal).or_default().push((tabel, b));
            }
        }
    }
    baris
}

/// Cells with a figure, by value.
fn kumpulkan<'b>(bahan: &BahanDokumen<'b>) -> HashMap<Decimal, Vec<Sel<'b>>> {
    let bacaan = bahan.bacaan;
    let mut hasil: HashMap<Decimal, Vec<Sel>> = HashMap::new();
    for tabel in &bacaan.tabel {
        for baris in &tabel.baris {
            if matches!(baris.jenis, JenisBaris::Kepala | JenisBaris::NomorKolom) {
                continue;
            }
            for kolom in 0..tabel.kolom.len() {
                if let [id] = tabel.sel(baris.row, kolom)
                    && let Some(nilai) = bacaan.angka(*id).besaran()
                {
                    hasil.entry(nilai.normalize()).or_default().push(Sel {
                        tabel,
                        baris,
                        kolom,
                        id: *id,
                    });
                }
            }
        }
    }
    hasil
}

/// The figures of a sentence that few cells of tables hold, with those cells.
fn kawan<'s, 'b>(
    bacaan: &Bacaan,
    semua: &'s HashMap<Decimal, Vec<Sel<'b>>>,
    kalimat: &Kalimat,
) -> Vec<(AngkaId, &'s [Sel<'b>])> {
    let tempat = |id: &AngkaId| {
        let angka = bacaan.angka(*id);
        let nilai = angka.nilai.filter(|_| khas(angka))?;
        let sel = semua.get(&nilai.normalize())?;
        (sel.len() <= SEL_TERBANYAK).then_some((*id, sel.as_slice()))
    };
    kalimat.angka.iter().filter_map(tempat).collect()
}

/// The one value that a row or column named by the other figures of the sentence holds instead.
fn calon<'b>(
    bahan: &BahanDokumen<'b>,
    kawan: &[(AngkaId, &[Sel<'b>])],
    sebut: &Sebut,
    pernyataan: &HashMap<AngkaId, &Pernyataan>,
    paragraf: &BTreeSet<Decimal>,
) -> Option<(Sel<'b>, SalahKetik)> {
    let bacaan = bahan.bacaan;
    let nilai = sebut.angka.nilai?;
    let mut hasil: Vec<(Sel, SalahKetik)> = Vec::new();
    let mut periksa = |sel: Sel<'b>| {
        let angka = bacaan.angka(sel.id);
        let Some(benar) = angka.nilai else {
            return;
        };
        let satuan = angka.satuan == sebut.angka.satuan
            || [angka.satuan, sebut.angka.satuan]
                .iter()
                .all(|s| *s != SatuanCetak::Rupiah)
                && (angka.satuan != SatuanCetak::Persen
                    || sebut.angka.satuan == SatuanCetak::Persen);
        if !satuan || paragraf.contains(&benar.normalize()) || !khas(angka) {
            return;
        }
        let Some(slip) = salah_ketik(nilai, sebut.angka.presisi, benar) else {
            return;
        };
        if slip != SalahKetik::Koma && angka.presisi != sebut.angka.presisi {
            return;
        }
        let serasi = pernyataan
            .get(&sebut.id)
            .zip(pernyataan.get(&sel.id))
            .is_none_or(|(a, b)| {
                a.perihal == b.perihal
                    && a.milik == b.milik
                    && (a.tahun.is_none() || b.tahun.is_none() || a.tahun == b.tahun)
                    && a.bulan == b.bulan
                    && a.peran == b.peran
            });
        if serasi
            && hasil
                .iter()
                .all(|(lain, _)| bacaan.angka(lain.id).nilai != Some(benar))
        {
            hasil.push((sel, slip));
        }
    };
    for (_, sel) in kawan.iter().filter(|(id, _)| *id != sebut.id) {
        for s in *sel {
            for kolom in (0..s.tabel.kolom.len()).filter(|k| *k != s.kolom) {
                let judul = s.tabel.kolom.get(kolom);
                if let ([id], Some(judul)) = (s.tabel.sel(s.baris.row, kolom), judul)
                    && terikat(sebut, judul, s.baris)
                {
                    periksa(Sel {
                        kolom,
                        id: *id,
                        ..*s
                    });
                }
            }
            // Years below each other: the row is told by the year.
            let Some(tahun) = kosakata::tahun(&sebut.sela).filter(|_| s.baris.tahun.is_some())
            else {
                continue;
            };
            for baris in s.tabel.baris.iter().filter(|b| b.tahun == Some(tahun)) {
                if let [id] = s.tabel.sel(baris.row, s.kolom) {
                    periksa(Sel {
                        baris,
                        id: *id,
                        ..*s
                    });
                }
            }
        }
    }
    match hasil.as_slice() {
        [satu] => Some(*satu),
        _ => None,
    }
}

/// The cell of the same thing and year, in a table whose columns are years.
fn sebaris<'b>(
    bahan: &BahanDokumen<'b>,
    baris: &HashMap<&Perihal, Vec<(&'b Tabel, &'b Baris)>>,
    sebut: &Sebut,
    pernyataan: &HashMap<AngkaId, &Pernyataan>,
    paragraf: &BTreeSet<Decimal>,
) -> Option<(Sel<'b>, SalahKetik)> {
    let bacaan = bahan.bacaan;
    let p = pernyataan.get(&sebut.id)?;
    let (tahun, nilai) = (p.tahun?, sebut.angka.nilai?);
    if p.milik != Milik::Sendiri || p.peran != Peran::Realisasi || p.bulan.is_some() {
        return None;
    }
    let mut hasil: Vec<(Sel, SalahKetik)> = Vec::new();
    for (tabel, baris) in baris.get(&p.perihal).map_or(&[][..], Vec::as_slice) {
        let Some(kolom) = tabel.kolom.iter().position(|k| {
            k.tahun == Some(tahun) && k.peran.is_none_or(|peran| peran == Peran::Realisasi)
        }) else {
            continue;
        };
        let [id] = tabel.sel(baris.row, kolom) else {
            continue;
        };
        let angka = bacaan.angka(*id);
        let Some(benar) = angka.nilai.filter(|n| !paragraf.contains(&n.normalize())) else {
            continue;
        };
        if angka.presisi == sebut.angka.presisi
            && let Some(slip) = salah_ketik(nilai, angka.presisi, benar)
            && hasil
                .iter()
                .all(|(lain, _)| bacaan.angka(lain.id).nilai != Some(benar))
        {
            hasil.push((
                Sel {
                    tabel,
                    baris,
                    kolom,
                    id: *id,
                },
                slip,
            ));
        }
    }
    match hasil.as_slice() {
        [satu] => Some(*satu),
        _ => None,
    }
}

/// Whether the words that lead to the figure name the column.
fn terikat(sebut: &Sebut, kolom: &Kolom, baris: &Baris) -> bool {
    let tahun = kosakata::tahun(&sebut.sela);
    let di_tabel = kolom.tahun.or(baris.tahun);
    if tahun.zip(di_tabel).is_some_and(|(a, b)| a != b) {
        return false;
    }
    let target = sebut.ada(&["target", "ditargetkan", "targetnya", "pagu"]);
    let capaian = sebut.ada(&["capaian", "capaiannya"]);
    let kolom_target = matches!(
        kolom.peran,
        Some(Peran::Target | Peran::TargetJangkaMenengah)
    );
    let kolom_capaian = matches!(
        kolom.peran,
        Some(Peran::Capaian | Peran::CapaianJangkaMenengah)
    );
    if target != kolom_target || capaian != kolom_capaian {
        return false;
    }
    if target || capaian || tahun.is_some_and(|t| kolom.tahun == Some(t)) {
        return true;
    }
    let judul = normal(kolom.jalur.last().map_or("", String::as_str));
    let disebut = |kata: &str| {
        sebut.sela.contains(&format!(" {kata} ")) || sebut.sesudah.split(' ').any(|k| k == kata)
    };
    judul
        .split(' ')
        .any(|kata| kata.len() > 4 && kosakata::kata_tahun(kata).is_none() && disebut(kata))
}

fn temuan_kembar(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    cetak: &Angka,
    lain: &Angka,
    slip: SalahKetik,
) -> Temuan {
    Temuan::di(
        aturan,
        bahan,
        &cetak.letak,
        format!(
            "Tertulis {}, sedangkan tempat lain yang membicarakan hal yang sama menulis {} ({})",
            tampil(cetak),
            tampil(lain),
            slip.sebutan()
        ),
        "Cocokkan keduanya dengan data sumbernya, lalu pakai satu nilai di semua tempat.",
    )
    .berat(Berat::Anjuran)
    .seharusnya(Some(tampil(lain)))
    .terkait(bahan, [&lain.letak])
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    sebut: &Sebut,
    sel: Sel,
    slip: SalahKetik,
) -> Temuan {
    let bacaan = bahan.bacaan;
    let benar = bacaan.angka(sel.id);
    let nomor = bacaan
        .tabel
        .iter()
        .position(|t| t.piece == sel.tabel.piece)
        .map_or(0, |n| n + 1);
    let kolom = sel
        .tabel
        .kolom
        .get(sel.kolom)
        .and_then(|k| k.jalur.last())
        .map_or("", String::as_str);
    let nama = match sel.baris.label.is_empty() {
        true => String::new(),
        false => format!(" baris \"{}\"", sel.baris.label),
    };
    Temuan::di(
        aturan,
        bahan,
        &sebut.angka.letak,
        format!(
            "Tertulis {}, sedangkan tabel ke-{nomor}{nama} kolom \"{kolom}\" memuat {} ({}); {} tidak ada di tempat lain dalam dokumen",
            tampil(sebut.angka),
            tampil(benar),
            slip.sebutan(),
            tampil(sebut.angka)
        ),
        "Cocokkan keduanya dengan data sumbernya, lalu pakai satu nilai di semua tempat.",
    )
    .berat(Berat::Anjuran)
    .seharusnya(Some(tampil(benar)))
    .terkait(bahan, [&benar.letak])
}
