//! Comparisons: with the year before, the mid-term target, other units and standards.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use hukum::ProfilIndikator;

use super::indikator::{bandingkan_target, compute_capaian};
use super::konteks::{Konteks, siput_unik};
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::{
    ArahPerubahan, HasilJangkaMenengah, HasilPembanding, HasilPerubahan, HasilTahun,
};
use crate::masukan::BarisIndikator;
use crate::rumus;
use crate::ungkapan::f;

/// Change against the year before, or why the two years are not compared.
pub(super) fn perubahan(
    k: &mut Konteks,
    profil: &ProfilIndikator,
    awalan: &str,
    riwayat: &[HasilTahun],
    baris: &[&BarisIndikator],
) -> (Option<HasilPerubahan>, Option<String>) {
    let t = k.tahun;
    let [.., lalu, kini] = riwayat else {
        return (None, None);
    };
    let metode = |tahun: i16| {
        baris
            .iter()
            .find(|b| b.tahun == tahun)
            .map_or("", |b| b.metode.as_str())
    };
    if metode(lalu.tahun) != metode(kini.tahun) {
        let sebab = format!(
            "cara pengukuran tahun {} ({}) berbeda dari tahun {} ({})",
            lalu.tahun,
            sebut(metode(lalu.tahun)),
            kini.tahun,
            sebut(metode(kini.tahun)),
        );
        return (None, Some(sebab));
    }
    let (p, l) = (format!("{awalan}.{t}"), lalu.tahun);
    let nama = |ekor: &str, label: String, satuan: Satuan, presisi: u32| {
        Nama::new(format!("{p}.{ekor}"), label, satuan, presisi)
    };
    let selisih = k.hitung(
        nama(
            "perubahan",
            format!("Perubahan {} tahun {t} terhadap tahun {l}", profil.kode),
            Satuan::from_kata(&profil.satuan).selisih(),
            profil.presisi,
        ),
        &rumus::SELISIH,
        t,
        f(&kini.realisasi).kurang(f(&lalu.realisasi)),
        false,
    );
    let persen = k.hitung(
        nama(
            "perubahan_persen",
            format!(
                "Perubahan relatif {} tahun {t} terhadap tahun {l}",
                profil.kode
            ),
            Satuan::Persen,
            2,
        ),
        &rumus::PERUBAHAN_PERSEN,
        t,
        f(&kini.realisasi)
            .kurang(f(&lalu.realisasi))
            .bagi(f(&lalu.realisasi))
            .persen(),
        true,
    );
    let selisih_capaian = k.hitung(
        nama(
            "perubahan_capaian",
            format!(
                "Perubahan capaian {} tahun {t} terhadap tahun {l}",
                profil.kode
            ),
            Satuan::PoinPersen,
            2,
        ),
        &rumus::SELISIH,
        t,
        f(&kini.capaian).kurang(f(&lalu.capaian)),
        false,
    );
    let arah = arah(k, &kini.realisasi, &lalu.realisasi);
    (
        Some(HasilPerubahan {
            tahun_lalu: l,
            selisih,
            persen,
            selisih_capaian,
            arah,
        }),
        None,
    )
}

fn sebut(metode: &str) -> &str {
    if metode.is_empty() {
        "tanpa keterangan"
    } else {
        metode
    }
}

/// Direction from `lama` to `baru`, by published values.
pub(super) fn arah(k: &Konteks, baru: &Kode, lama: &Kode) -> Option<ArahPerubahan> {
    let (baru, lama) = (k.fakta.angka(baru.as_str())?, k.fakta.angka(lama.as_str())?);
    Some(match baru.cmp(&lama) {
        Ordering::Greater => ArahPerubahan::Naik,
        Ordering::Less => ArahPerubahan::Turun,
        Ordering::Equal => ArahPerubahan::Tetap,
    })
}

/// The year's realisation against the target of the plan's last year.
pub(super) fn jangka_menengah(
    k: &mut Konteks,
    profil: &ProfilIndikator,
    awalan: &str,
    kini: &HasilTahun,
) -> Option<HasilJangkaMenengah> {
    let (t, akhir) = (k.tahun, k.masukan.satker.tahun_akhir_renstra?);
    let target = Kode::from(format!("{awalan}.{akhir}.target"));
    k.fakta.get(target.as_str())?;
    let nama = Nama::new(
        format!("{awalan}.{t}.capaian_jangka_menengah"),
        format!(
            "Realisasi {} tahun {t} terhadap target tahun {akhir}",
            profil.kode
        ),
        Satuan::Persen,
        2,
    );
    let capaian = compute_capaian(k, nama, t, profil.arah, &kini.realisasi, &target);
    let status = match (
        k.fakta.angka(kini.realisasi.as_str()),
        k.fakta.angka(target.as_str()),
    ) {
        (Some(realisasi), Some(target)) => Some(bandingkan_target(profil.arah, realisasi, target)),
        _ => None,
    };
    Some(HasilJangkaMenengah {
        tahun: akhir,
        target,
        capaian,
        status,
    })
}

/// The year's realisation beside other units and standards.
pub(super) fn pembanding(
    k: &mut Konteks,
    profil: &ProfilIndikator,
    awalan: &str,
    kini: &HasilTahun,
) -> Vec<HasilPembanding> {
    let (t, masukan) = (k.tahun, k.masukan);
    let mut dipakai = BTreeSet::new();
    let baris = masukan
        .pembanding
        .iter()
        .filter(|b| b.kode == profil.kode && b.tahun == t);
    baris
        .map(|b| {
            let p = format!(
                "{awalan}.{t}.banding.{}",
                siput_unik(&b.jenis, &mut dipakai)
            );
            let satuan = Satuan::from_kata(&profil.satuan);
            let nilai = k.fakta.masukan(
                Nama::new(
                    p.clone(),
                    format!("{} {} tahun {t}", profil.kode, b.nama),
                    satuan.clone(),
                    profil.presisi,
                ),
                &b.nilai,
            );
            let selisih = k.hitung(
                Nama::new(
                    format!("{p}.selisih"),
                    format!("Selisih {} kantor dan {} tahun {t}", profil.kode, b.nama),
                    satuan.selisih(),
                    profil.presisi,
                ),
                &rumus::SELISIH,
                t,
                f(&kini.realisasi).kurang(f(&nilai)),
                false,
            );
            let persen = k.hitung(
                Nama::new(
                    format!("{p}.persen"),
                    format!("{} kantor terhadap {} tahun {t}", profil.kode, b.nama),
                    Satuan::Persen,
                    2,
                ),
                &rumus::BANDING_PERSEN,
                t,
                f(&kini.realisasi).bagi(f(&nilai)).persen(),
                true,
            );
            let arah = arah(k, &kini.realisasi, &nilai);
            HasilPembanding {
                nama: b.nama.clone(),
                jenis: b.jenis.clone(),
                sumber: b.sumber.clone(),
                nilai,
                selisih,
                persen,
                arah,
            }
        })
        .collect()
}
