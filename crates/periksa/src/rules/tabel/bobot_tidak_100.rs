//! Weights that do not sum to the whole.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::alat::{self, nama_kolom, presisi};
use super::hasil_kali;
use crate::bacaan::{Angka, AngkaId, Bacaan, JenisBaris, JenisKolom, Peran, Tabel};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "bobot-tidak-100",
    judul: "Bobot pada sebuah tabel tidak berjumlah 100 persen.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Bobot komponen harus berjumlah 100 (atau 1,00), seluruhnya atau dalam setiap kelompok; komponen yang dirinci dijumlahkan menurut tingkatnya, dan bobot yang dibulatkan boleh meleset sebesar pembulatannya.",
            dasar: &["Aritmetika: bobot adalah bagian dari keseluruhan"],
            buruk: &[
                "No\tKomponen\tBobot\tNilai\n1\tPerencanaan\t30\t24,5\n2\tPengukuran\t30\t22,1\n3\tPelaporan\t15\t11,0\n4\tEvaluasi\t20\t16,2\n",
                "Unsur\tBobot (%)\tNilai\nResponden internal\t\t\nIntelijen\t30\t3,10\nPengawasan\t40\t3,20\nPengaduan\t39\t3,30\nResponden eksternal\t\t\nIntelijen\t30\t3,40\nPengawasan\t40\t3,50\nPengaduan\t30\t3,60\n",
                "Variabel\tBobot\tNilai\nPenyerapan\t0,25\t90,00\nKonsistensi\t0,35\t85,00\nEfisiensi\t0,30\t95,00\n",
            ],
            baik: &[
                "No\tKomponen\tBobot\tNilai\n1\tPerencanaan\t30\t24,5\n2\tPengukuran\t30\t22,1\n3\tPelaporan\t15\t11,0\n4\tEvaluasi\t25\t16,2\n",
                "Unsur\tBobot\tNilai\nPersyaratan\t0,111\t3,50\nProsedur\t0,111\t3,40\nWaktu\t0,111\t3,30\nBiaya\t0,111\t3,60\nProduk\t0,111\t3,50\nKompetensi\t0,111\t3,50\nPerilaku\t0,111\t3,50\nPengaduan\t0,111\t3,50\nSarana\t0,111\t3,50\n",
                "Komponen\tBobot\tNilai\nPengungkit\t60\t48\nPemenuhan\t30\t25\nReform\t30\t23\nHasil\t40\t35\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let kali = hasil_kali::semua(bacaan).salah;
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        if !tabel.kolom.iter().any(|k| k.peran == Some(Peran::Bobot)) {
            continue;
        }
        // Half of a table has half of the weights.
        if tabel.lanjutan.is_some() || alat::bersambung(bacaan, i) {
            continue;
        }
        for k in 0..tabel.kolom.len() {
            let bobot = tabel
                .kolom
                .get(k)
                .is_some_and(|k| k.jenis == JenisKolom::Angka && k.peran == Some(Peran::Bobot));
            // A weight that is wrong by the product in its own row is told there.
            if bobot && !kali.iter().any(|s| (s.tabel, s.kolom) == (i, k)) {
                satu(bahan, aturan, catat, tabel, k);
            }
        }
    }
}

/// Groups of weights between titles and sums; none where a cell cannot be read.
fn kelompok<'a>(
    bacaan: &'a Bacaan,
    tabel: &Tabel,
    k: usize,
) -> Option<Vec<Vec<(AngkaId, &'a Angka)>>> {
    let mut hasil: Vec<Vec<(AngkaId, &Angka)>> = vec![Vec::new()];
    for baris in &tabel.baris {
        match baris.jenis {
            JenisBaris::Isi => match alat::isi(bacaan, tabel, baris.row, k) {
                alat::Isi::Angka(id, angka) => hasil.last_mut()?.push((id, angka)),
                alat::Isi::Kosong => {}
                alat::Isi::Rusak => return None,
            },
            JenisBaris::Total | JenisBaris::Kelompok | JenisBaris::Rerata => hasil.push(Vec::new()),
            JenisBaris::Kepala | JenisBaris::NomorKolom => {}
        }
    }
    hasil.retain(|satu| !satu.is_empty());
    Some(hasil)
}

fn penuh(angka: &[(AngkaId, &Angka)]) -> bool {
    let suku: Vec<&Angka> = angka.iter().map(|(_, a)| *a).collect();
    alat::jumlah(&suku).is_some_and(|(_, selang)| utuh(selang))
}

fn utuh(selang: Selang) -> bool {
    selang.memuat(Decimal::ONE_HUNDRED) || selang.memuat(Decimal::ONE)
}

fn satu(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, tabel: &Tabel, k: usize) {
    let bacaan = bahan.bacaan;
    let Some(kelompok) = kelompok(bacaan, tabel, k) else {
        return;
    };
    let semua: Vec<(AngkaId, &Angka)> = kelompok.iter().flatten().copied().collect();
    if semua.len() < 2 {
        return;
    }
    let angka: Vec<&Angka> = semua.iter().map(|(_, a)| *a).collect();
    let Some((jumlah, selang)) = alat::jumlah(&angka) else {
        return;
    };
    // A row that is the whole itself is a sum under another name.
    let kecuali_utuh: Vec<(AngkaId, &Angka)> = semua
        .iter()
        .copied()
        .filter(|(_, a)| a.nilai != Some(Decimal::ONE_HUNDRED) && a.nilai != Some(Decimal::ONE))
        .collect();
    let lengkap = penuh(&semua)
        || (kecuali_utuh.len() >= 2 && penuh(&kecuali_utuh))
        || kelompok.iter().all(|satu| penuh(satu))
        || bertingkat(&angka);
    // Weights of one seventh or the like, cut off: each may lack a whole unit of its last digit.
    let terpotong = angka
        .first()
        .and_then(|a| Decimal::new(1, a.presisi.min(20)).checked_mul(Decimal::from(angka.len())));
    let batas = if jumlah <= Decimal::TWO {
        Decimal::ONE
    } else {
        Decimal::ONE_HUNDRED
    };
    let sama = angka.windows(2).all(|dua| dua[0].nilai == dua[1].nilai);
    let rata = sama && terpotong.is_some_and(|longgar| (batas - jumlah).abs() <= longgar);
    catat.diperiksa(semua.iter().map(|(id, _)| *id));
    if let [satu] = ganjil(tabel, &kelompok).as_slice() {
        if let Some(temuan) = sekelompok(bahan, aturan, tabel, k, satu) {
            catat.temuan(temuan);
        }
        return;
    }
    // Far from the whole it is no set of weights that should be whole (a part of a larger table).
    let jauh = jumlah * Decimal::TWO < batas || jumlah > batas * Decimal::TWO;
    if lengkap || rata || jauh {
        return;
    }
    let presisi = presisi(angka.iter().copied());
    let ini = kinerja::bilangan::format(jumlah, presisi);
    let seharusnya = kinerja::bilangan::format(batas, presisi);
    let peraga = hitung::deret(angka.iter().map(|a| hitung::tampil(a)));
    let total = tabel
        .baris
        .iter()
        .find(|b| b.jenis == JenisBaris::Total)
        .and_then(|b| alat::angka(bacaan, tabel, b.row, k));
    let Some(letak) = total
        .map(|(_, a)| &a.letak)
        .or(angka.first().map(|a| &a.letak))
    else {
        return;
    };
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            letak,
            format!(
                "Bobot pada kolom \"{}\" berjumlah {ini}, bukan {seharusnya}{}.",
                tabel.kolom.get(k).map(nama_kolom).unwrap_or_default(),
                selang_kata(selang, presisi),
            ),
            "Cocokkan bobot setiap komponen dengan pedoman yang berlaku sehingga jumlahnya genap.",
        )
        .hitungan(format!("{peraga} = {ini}"))
        .seharusnya(Some(seharusnya))
        .terkait(
            bahan,
            angka.iter().map(|a| &a.letak).filter(|l| *l != letak),
        ),
    );
}

/// The groups that are not whole, in a table whose titles divide sets of weights of which others are whole.
fn ganjil<'k, 'a>(
    tabel: &Tabel,
    kelompok: &'k [Vec<(AngkaId, &'a Angka)>],
) -> Vec<&'k [(AngkaId, &'a Angka)]> {
    let judul = tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Kelompok)
        .count();
    if judul < 2 || judul != kelompok.len() || kelompok.iter().any(|satu| satu.len() < 3) {
        return Vec::new();
    }
    let (utuh, ganjil): (Vec<_>, Vec<_>) = kelompok.iter().partition(|satu| penuh(satu));
    if utuh.is_empty() {
        return Vec::new();
    }
    ganjil.into_iter().map(Vec::as_slice).collect()
}

fn sekelompok(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tabel: &Tabel,
    k: usize,
    isi: &[(AngkaId, &Angka)],
) -> Option<Temuan> {
    let angka: Vec<&Angka> = isi.iter().map(|(_, a)| *a).collect();
    let (jumlah, selang) = alat::jumlah(&angka)?;
    let presisi = presisi(angka.iter().copied());
    // Where all others weigh the same or one makes the whole by itself, that one is meant.
    let kali = |a: &Angka| angka.iter().filter(|b| b.nilai == a.nilai).count();
    let tunggal = angka.iter().filter(|a| kali(a) == 1).collect::<Vec<_>>();
    let letak = match tunggal.as_slice() {
        [satu] => &satu.letak,
        _ => &angka.first()?.letak,
    };
    let ini = kinerja::bilangan::format(jumlah, presisi);
    let peraga = hitung::deret(angka.iter().map(|a| hitung::tampil(a)));
    Some(
        Temuan::di(
            aturan,
            bahan,
            letak,
            format!(
                "Bobot pada kolom \"{}\" dalam kelompok ini berjumlah {ini}, bukan 100{}, sedangkan kelompok lain pada tabel yang sama genap.",
                tabel.kolom.get(k).map(nama_kolom).unwrap_or_default(),
                selang_kata(selang, presisi),
            ),
            "Cocokkan bobot setiap komponen dengan pedoman yang berlaku sehingga jumlahnya genap.",
        )
        .hitungan(format!("{peraga} = {ini}"))
        .seharusnya(Some("100".to_owned()))
        .terkait(
            bahan,
            angka.iter().map(|a| &a.letak).filter(|l| *l != letak),
        ),
    )
}

fn selang_kata(selang: Selang, presisi: u32) -> String {
    if selang.bawah == selang.atas {
        return String::new();
    }
    format!(
        " (pembulatan hanya membolehkan {} sampai {})",
        kinerja::bilangan::format(selang.bawah, presisi + 1),
        kinerja::bilangan::format(selang.atas, presisi + 1)
    )
}

/// Whether components with their parts right below are whole: a component is the sum of its parts.
fn bertingkat(angka: &[&Angka]) -> bool {
    const TERBANYAK: usize = 40;
    if angka.len() > TERBANYAK {
        return true;
    }
    // From the end: which sums can be reached by the highest level from each row on.
    let mut capai: Vec<Vec<Decimal>> = vec![Vec::new(); angka.len() + 1];
    capai[angka.len()].push(Decimal::ZERO);
    for i in (0..angka.len()).rev() {
        let Some(ini) = angka[i].nilai else {
            return true;
        };
        let mut nilai: Vec<Decimal> = capai[i + 1]
            .iter()
            .filter_map(|s| s.checked_add(ini))
            .collect();
        let mut anak = Decimal::ZERO;
        for m in i + 1..angka.len() {
            anak = anak.saturating_add(angka[m].nilai.unwrap_or_default());
            if anak == ini && m > i + 1 {
                nilai.extend(capai[m + 1].iter().filter_map(|s| s.checked_add(ini)));
            }
        }
        nilai.sort_unstable();
        nilai.dedup();
        nilai.truncate(200);
        capai[i] = nilai;
    }
    capai[0]
        .iter()
        .any(|n| *n == Decimal::ONE_HUNDRED || *n == Decimal::ONE)
}
