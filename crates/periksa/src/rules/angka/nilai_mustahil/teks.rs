//! Bounds that the document itself tells: the scale of a survey, the cap of an index, the index on a scale of a hundred.

use kinerja::bilangan;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, Bacaan, JenisBaris, JenisPerihal, SatuanCetak, Tabel};
use crate::hitung::tampil;
use crate::rules::angka::frasa::sebut;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Pieces below a sentence in which the table that it speaks of begins.
const PIECE_LANJUT: usize = 3;
/// Parts of a survey that make a table of it.
const UNSUR_TERSEDIKIT: usize = 4;

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let batas = batas_indeks(bacaan);
    for kalimat in &bacaan.kalimat {
        let teks = normal(bacaan.teks(&kalimat.letak));
        if let Some(atas) = skala(&teks) {
            let piece = kalimat.letak.piece;
            let dari = bacaan.tabel.partition_point(|t| t.piece <= piece);
            let tabel = bacaan.tabel.get(dari..).unwrap_or_default();
            for tabel in tabel
                .iter()
                .take_while(|t| t.piece <= piece.saturating_add(PIECE_LANJUT))
            {
                di_tabel(bahan, aturan, catat, tabel, atas);
            }
        }
        let semua = sebut(bacaan, kalimat);
        for s in &semua {
            let dihitung = s
                .sela
                .split_whitespace()
                .rev()
                .take(2)
                .any(|k| ["dihitung", "diakui", "dibatasi", "ditetapkan"].contains(&k));
            let lewat = batas.filter(|b| s.angka.nilai.is_some_and(|n| n > *b));
            if let Some(b) = lewat.filter(|_| dihitung && teks.contains("batas")) {
                let pesan = format!(
                    "{} melebihi batas {} yang disebut di bagian lain",
                    tampil(s.angka),
                    bilangan::format(b, b.normalize().scale())
                );
                lapor(bahan, aturan, catat, s.id, pesan);
            }
        }
        if !teks.contains("konversi") && !teks.contains("skala 100") {
            continue;
        }
        for dua in semua.windows(2) {
            if let [indeks, hasil] = dua {
                konversi(
                    bahan,
                    aturan,
                    catat,
                    (indeks.id, indeks.angka),
                    (hasil.id, hasil.angka),
                );
            }
        }
    }
}

fn lapor(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    id: AngkaId,
    pesan: String,
) {
    catat.diperiksa([id]);
    catat.temuan(Temuan::di(
        aturan,
        bahan,
        &bahan.bacaan.angka(id).letak,
        pesan,
        "Periksa tanda desimal dan angkanya pada dokumen sumber.",
    ));
}

/// The highest value of the scale that a sentence names ("pada skala 5", "skala 1-4").
fn skala(teks: &str) -> Option<Decimal> {
    let kata: Vec<&str> = teks.split(' ').collect();
    let di = kata.iter().position(|k| *k == "skala")?;
    let angka: Vec<u32> = kata
        .get(di.saturating_add(1)..)?
        .iter()
        .take(5)
        .filter(|k| **k != "likert")
        .take_while(|k| {
            k.parse::<u32>().is_ok() || ["sampai", "dengan", "s", "d", "hingga"].contains(k)
        })
        .filter_map(|k| k.parse().ok())
        .collect();
    let atas = angka.iter().max().copied()?;
    (3..=10).contains(&atas).then(|| atas.into())
}

/// One value above the scale in a column whose other values are all within it.
fn di_tabel(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    tabel: &Tabel,
    atas: Decimal,
) {
    let bacaan = bahan.bacaan;
    for kolom in 0..tabel.kolom.len() {
        let isi: Vec<AngkaId> = tabel
            .baris
            .iter()
            .filter(|b| b.jenis == JenisBaris::Isi)
            .filter_map(|b| match tabel.sel(b.row, kolom) {
                [id] => Some(*id),
                _ => None,
            })
            .collect();
        let nilai = |id: &AngkaId| bacaan.angka(*id).nilai;
        let desimal = isi.iter().all(|id| {
            let a = bacaan.angka(*id);
            a.presisi > 0 && a.satuan != SatuanCetak::Persen
        });
        let dalam = isi
            .iter()
            .filter(|id| nilai(id).is_some_and(|n| n >= Decimal::ONE && n <= atas))
            .count();
        let luar: Vec<AngkaId> = isi
            .iter()
            .copied()
            .filter(|id| nilai(id).is_some_and(|n| n > atas))
            .collect();
        if let [satu] = luar.as_slice()
            && desimal
            && dalam >= UNSUR_TERSEDIKIT
            && dalam.saturating_add(1) == isi.len()
        {
            let pesan = format!(
                "{} melampaui skala {} yang disebut di atasnya",
                tampil(bacaan.angka(*satu)),
                bilangan::format(atas, 0)
            );
            lapor(bahan, aturan, catat, *satu, pesan);
        }
    }
}

/// What the document says an index is cut off at; none where it names several.
fn batas_indeks(bacaan: &Bacaan) -> Option<Decimal> {
    let mut hasil: Option<Decimal> = None;
    for kalimat in &bacaan.kalimat {
        let teks = normal(bacaan.teks(&kalimat.letak));
        if !teks.contains("dibatasi") && !teks.contains("batas atas") {
            continue;
        }
        for s in sebut(bacaan, kalimat) {
            let batas = s.frasa(&[
                "paling tinggi",
                "setinggi tingginya",
                "dibatasi",
                "maksimal",
                "maksimum",
            ]);
            let Some(n) = s
                .angka
                .nilai
                .filter(|n| batas && *n >= Decimal::ONE_HUNDRED && (*n % Decimal::TEN).is_zero())
            else {
                continue;
            };
            if hasil.is_some_and(|lama| lama != n) {
                return None;
            }
            hasil = Some(n);
        }
    }
    hasil
}

/// An index of the answers and the same on a scale of a hundred.
fn konversi(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    (indeks_id, indeks): (AngkaId, &Angka),
    (id, hasil): (AngkaId, &Angka),
) {
    let bacaan = bahan.bacaan;
    let seratus = Decimal::ONE_HUNDRED;
    let (Some(a), Some(b)) = (indeks.nilai, hasil.nilai) else {
        return;
    };
    let atas = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.perihal.jenis == JenisPerihal::Indikator)
        .filter(|p| p.angka == indeks_id || bacaan.angka(p.angka).nilai == Some(a))
        .find_map(|p| super::rentang(bahan, p))
        .map(|s| s.atas);
    let Some(faktor) = atas
        .filter(|s| a <= *s && *s < Decimal::TEN)
        .and_then(|s| seratus.checked_div(s))
    else {
        return;
    };
    let sejenis = indeks.presisi >= 2
        && hasil.presisi >= 1
        && b > Decimal::TEN
        && b <= seratus
        && hasil.satuan != SatuanCetak::Rupiah;
    let Some(selang) = indeks
        .selang()
        .filter(|_| sejenis)
        .and_then(|s| s.kali(kinerja::Selang::titik(faktor)))
    else {
        return;
    };
    catat.diperiksa([indeks_id, id]);
    if selang.dapat_tercetak(b, hasil.presisi) {
        return;
    }
    let Some(benar) = a.checked_mul(faktor) else {
        return;
    };
    let benar = bilangan::format(benar, hasil.presisi);
    let hitungan = format!(
        "{} × {} = {benar}",
        tampil(indeks),
        bilangan::format(faktor, faktor.normalize().scale())
    );
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &hasil.letak,
            format!(
                "hasil konversinya tertulis {}, padahal {hitungan}",
                tampil(hasil)
            ),
            "Hitung kembali konversinya dari indeks dan skalanya.",
        )
        .seharusnya(Some(benar))
        .hitungan(hitungan)
        .terkait(bahan, [&indeks.letak]),
    );
}
