//! What an index is worth: its class by the bands of the law, and the sample behind it.

use hukum::Instrumen;

use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::HasilSampel;
use crate::hitung::konteks::Konteks;
use crate::masukan::SurveiBulanan;
use crate::rumus;
use crate::ungkapan::{Ungkapan, f, tetap};

pub(super) fn compute_kategori(
    k: &mut Konteks,
    instrumen: &Instrumen,
    p: &str,
    nama: &str,
    t: i16,
    indeks: &Kode,
) -> (Option<Kode>, Option<Kode>) {
    let (Some(pita), Some(faktor)) = (&instrumen.pita, &instrumen.faktor_pita) else {
        return (None, None);
    };
    let Some(faktor) = k.angka_ketentuan(faktor, t, Satuan::Lain("kali".to_owned())) else {
        return (None, None);
    };
    let nama_konversi = Nama::new(
        format!("{p}.konversi"),
        format!("Nilai konversi {nama} tahun {t}"),
        Satuan::Nilai,
        2,
    );
    let konversi = k.hitung(
        nama_konversi,
        &rumus::NILAI_KONVERSI,
        t,
        f(indeks).kali(f(&faktor)),
        true,
    );
    let nama_kategori = Nama::new(
        format!("{p}.kategori"),
        format!("Kategori {nama} tahun {t}"),
        Satuan::Kategori,
        0,
    );
    let kategori = k.kategori(nama_kategori, pita, t, &konversi);
    (Some(konversi), kategori)
}

/// Least sample (Krejcie and Morgan 1970) and margin of the respondents at hand, for a finite population.
pub(super) fn compute_sampel(
    k: &mut Konteks,
    s: &SurveiBulanan,
    p: &str,
    nama: &str,
    t: i16,
    n: &Kode,
) -> Option<HasilSampel> {
    s.populasi.nilai()?;
    let x2 = k.angka_ketentuan("sampel.x2", t, Satuan::Lain("khi-kuadrat".to_owned()))?;
    let peluang = k.angka_ketentuan("sampel.p", t, Satuan::Lain("proporsi".to_owned()))?;
    let d = k.angka_ketentuan("sampel.d", t, Satuan::Lain("proporsi".to_owned()))?;
    let populasi = k.fakta.masukan(
        Nama::new(
            format!("{p}.populasi"),
            format!("Penerima layanan {nama} tahun {t}"),
            Satuan::Orang,
            0,
        ),
        &s.populasi,
    );
    let ragam = || f(&peluang).kali(tetap(1).kurang(f(&peluang)));
    let atas = f(&x2).kali(f(&populasi)).kali(ragam());
    let bawah = Ungkapan::Jumlah(vec![
        f(&d).kali(f(&d)).kali(f(&populasi).kurang(tetap(1))),
        f(&x2).kali(ragam()),
    ]);
    let nama_minimum = Nama::new(
        format!("{p}.sampel_minimum"),
        format!("Sampel minimum {nama} tahun {t}"),
        Satuan::Orang,
        0,
    );
    let minimum = k.hitung(
        nama_minimum,
        &rumus::SAMPEL_MINIMUM,
        t,
        atas.bagi(bawah),
        true,
    );
    let dalam = f(&x2).kali(ragam()).bagi(f(n)).kali(
        f(&populasi)
            .kurang(f(n))
            .bagi(f(&populasi).kurang(tetap(1))),
    );
    let nama_galat = Nama::new(
        format!("{p}.galat_sampel"),
        format!("Batas galat sampel {nama} tahun {t}"),
        Satuan::Persen,
        2,
    );
    let galat = k.hitung(
        nama_galat,
        &rumus::SAMPEL_GALAT,
        t,
        Ungkapan::Akar(Box::new(dalam)).persen(),
        true,
    );
    Some(HasilSampel {
        populasi,
        minimum,
        galat,
    })
}
