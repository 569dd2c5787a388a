//! Items of a list, each with its value and its distance from the one value that the sentence above names.

use document::source::Piece;
use kinerja::bilangan;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, Bacaan, Kalimat};
use crate::hitung::{self, tampil};
use crate::rules::angka::frasa::{Sebut, sebut};
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Items of one list that are looked at.
const BUTIR_TERBANYAK: usize = 60;
/// Figures of the sentence above that may be meant.
const PATOKAN_TERBANYAK: usize = 4;

/// "Waktu, dengan nilai 3,31, lebih rendah 0,17 daripada indeks".
#[derive(Clone, Copy)]
struct Butir<'b> {
    nilai: (AngkaId, &'b Angka),
    beda: (AngkaId, &'b Angka),
    lebih_rendah: bool,
}

impl Butir<'_> {
    /// What the value is so far from, as printed.
    fn patokan(&self) -> Option<Decimal> {
        let (nilai, beda) = (self.nilai.1.nilai?, self.beda.1.nilai?);
        if self.lebih_rendah {
            nilai.checked_add(beda)
        } else {
            nilai.checked_sub(beda)
        }
    }

    /// Whether it is so far from this figure, each of the three being rounded.
    fn cocok(&self, patokan: &Angka) -> bool {
        let satuan = Decimal::new(1, self.nilai.1.presisi.min(28));
        self.patokan()
            .zip(patokan.nilai)
            .and_then(|(a, b)| a.checked_sub(b))
            .is_some_and(|jauh| jauh.abs() <= satuan)
    }
}

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let item = |k: &Kalimat| {
        matches!(
            bacaan.sumber.pieces.get(k.letak.piece),
            Some(Piece::Item { .. })
        )
    };
    let mut patokan: Option<&Kalimat> = None;
    let mut daftar: Vec<Butir> = Vec::new();
    for kalimat in &bacaan.kalimat {
        if item(kalimat) {
            if daftar.len() < BUTIR_TERBANYAK
                && let Some(butir) = butir(bacaan, kalimat)
            {
                daftar.push(butir);
            }
            continue;
        }
        if let Some(atas) = patokan.filter(|_| !daftar.is_empty()) {
            nilai(bahan, aturan, catat, atas, &daftar);
        }
        daftar.clear();
        patokan = Some(kalimat);
    }
    if let Some(atas) = patokan.filter(|_| !daftar.is_empty()) {
        nilai(bahan, aturan, catat, atas, &daftar);
    }
}

fn butir<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat) -> Option<Butir<'b>> {
    let semua = sebut(bacaan, kalimat);
    let mut hasil = semua.windows(2).enumerate().filter_map(|(i, dua)| {
        let [nilai, beda] = dua else { return None };
        let lebih_rendah = beda.frasa(&["lebih rendah", "lebih kecil", "kurang"]);
        let lebih_tinggi = beda.frasa(&["lebih tinggi", "lebih besar"]);
        // The other value is told above, so nothing follows.
        let terakhir = semua.len() == i + 2
            && matches!(
                beda.satuan,
                "daripada" | "dari" | "dibanding" | "dibandingkan" | "poin" | "indeks"
            );
        let dekat = beda.sela.split_whitespace().count() <= 4;
        let sejenis = nilai.angka.presisi >= 2 && nilai.angka.satuan == beda.angka.satuan
            || nilai.angka.presisi >= 2 && !nilai.persen() && !beda.persen();
        (lebih_rendah != lebih_tinggi && terakhir && dekat && sejenis).then_some(Butir {
            nilai: (nilai.id, nilai.angka),
            beda: (beda.id, beda.angka),
            lebih_rendah,
        })
    });
    hasil.next()
}

fn nilai(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    atas: &Kalimat,
    daftar: &[Butir],
) {
    let bacaan = bahan.bacaan;
    // A shifted mark takes a decimal with it, so most items tell how many there are.
    let presisi = daftar.iter().map(|b| b.beda.1.presisi).max().unwrap_or(0);
    let semua = sebut(bacaan, atas);
    let calon: Vec<&Sebut> = semua
        .iter()
        .filter(|s| s.angka.presisi >= 2 && !s.persen() && s.angka.presisi == presisi)
        .take(PATOKAN_TERBANYAK)
        .collect();
    let setuju = |s: &Sebut| daftar.iter().filter(|b| b.cocok(s.angka)).count();
    let Some(patokan) = calon.iter().max_by_key(|s| setuju(s)) else {
        return;
    };
    let cocok = setuju(patokan);
    if cocok == 0 {
        satu_patokan(bahan, aturan, catat, &calon, daftar);
        return;
    }
    catat.diperiksa([patokan.id]);
    let salah: Vec<&Butir> = daftar.iter().filter(|b| !b.cocok(patokan.angka)).collect();
    for b in daftar {
        catat.diperiksa([b.nilai.0, b.beda.0]);
    }
    if salah.len() > cocok {
        return;
    }
    for b in salah {
        if let Some(temuan) = temuan(bahan, aturan, b, patokan) {
            catat.temuan(temuan);
        }
    }
}

fn temuan(bahan: &BahanDokumen, aturan: &Aturan, b: &Butir, patokan: &Sebut) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let (dasar, nilai, beda) = (patokan.angka.nilai?, b.nilai.1.nilai?, b.beda.1.nilai?);
    let nilai_lain = if b.lebih_rendah {
        dasar.checked_sub(beda)?
    } else {
        dasar.checked_add(beda)?
    };
    let presisi = patokan.angka.presisi;
    let satuan = Decimal::new(1, presisi.min(28));
    // The value stands in the table of its parts too; the distance stands nowhere else.
    let dikenal = bacaan.angka.iter().any(|a| {
        a.letak.piece != b.nilai.1.letak.piece
            && a.besaran()
                .and_then(|n| n.checked_sub(nilai_lain))
                .is_some_and(|jauh| jauh.abs() <= satuan)
    });
    let jauh = dasar.checked_sub(nilai)?.abs();
    let mustahil = jauh > beda.checked_mul(Decimal::TEN)?.max(Decimal::ONE);
    let (keliru, lain, benar) = if dikenal || mustahil {
        (b.nilai.1, b.beda.1, nilai_lain)
    } else {
        (b.beda.1, b.nilai.1, jauh)
    };
    let benar = bilangan::format(benar, presisi);
    let hitungan = format!(
        "{} {} {} = {benar}",
        tampil(patokan.angka),
        if dikenal || mustahil {
            if b.lebih_rendah { "−" } else { "+" }
        } else {
            "dan"
        },
        tampil(lain)
    );
    Some(
        Temuan::di(
            aturan,
            bahan,
            &keliru.letak,
            format!(
                "Nilai {} dan selisih {} pada butir ini tidak sejalan dengan {} yang disebut di atas daftarnya, padahal butir-butir lain sejalan",
                tampil(b.nilai.1),
                tampil(b.beda.1),
                tampil(patokan.angka)
            ),
            format!("Cocokkan dengan tabelnya; menurut kedua angka lainnya seharusnya {benar}."),
        )
        .seharusnya(Some(benar))
        .hitungan(hitungan)
        .terkait(bahan, [&lain.letak, &patokan.angka.letak]),
    )
}

/// The value above the list, where all items say another one.
fn satu_patokan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    calon: &[&Sebut],
    daftar: &[Butir],
) {
    let [patokan] = calon else { return };
    let semua: Vec<Decimal> = daftar.iter().filter_map(Butir::patokan).collect();
    let (Some(kecil), Some(besar)) = (semua.iter().min(), semua.iter().max()) else {
        return;
    };
    let satuan = Decimal::new(1, patokan.angka.presisi.min(28));
    let serempak = semua.len() == daftar.len()
        && semua.len() >= 2
        && besar.checked_sub(*kecil).is_some_and(|jauh| jauh <= satuan);
    let takar = daftar
        .first()
        .is_some_and(|b| hitung::setakar(patokan.angka, b.nilai.1));
    if !serempak || !takar {
        return;
    }
    catat.diperiksa([patokan.id]);
    let benar = bilangan::format(*kecil, patokan.angka.presisi);
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &patokan.angka.letak,
            format!(
                "Tertulis {}, padahal nilai dan selisih pada semua butir di bawahnya mengacu pada {benar}",
                tampil(patokan.angka)
            ),
            format!("Cocokkan dengan tabelnya; menurut butir-butir itu seharusnya {benar}."),
        )
        .seharusnya(Some(benar))
        .terkait(bahan, daftar.iter().take(3).map(|b| &b.nilai.1.letak)),
    );
}
