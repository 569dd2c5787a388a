//! Rules over an office's own figures.

mod angka_rusak;
mod bagian_belum_ada;
mod baris_tidak_cocok;
mod indeks_bulan_tidak_cocok;
mod indeks_tidak_cocok;
mod jumlah_tidak_cocok;
mod ketentuan_belum_diakui;
mod ketentuan_tidak_ada;
mod kolom_tidak_cocok;
mod melebihi_maksimum;
mod metode_berbeda;
mod nilai_di_luar_bobot;
mod nilai_tercatat_tidak_cocok;
mod pagu_berubah_tanpa_revisi;
mod pegawai_berbeda;
mod penyerapan_berbeda;
mod persen_tidak_cocok;
mod realisasi_melebihi_pagu;
mod rencana_aksi_berbeda;
mod responden_di_bawah_minimum;
mod responden_melebihi_pegawai;
mod responden_nol;
mod revisi_berbeda;
mod sel_kosong;
mod serapan_berbeda;
mod serapan_menurun;
mod target_berbeda;
mod target_tanpa_realisasi;
mod total_berbeda;

use kinerja::masukan::Tempat;
use kinerja::rumus::Rumus;
use kinerja::{Asal, DaftarFakta, Fakta, Kecocokan, Kode, Satuan, Selang, Tercetak, bilangan};
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(super) static ATURAN: &[Aturan] = &[
    angka_rusak::ATURAN,
    sel_kosong::ATURAN,
    jumlah_tidak_cocok::ATURAN,
    kolom_tidak_cocok::ATURAN,
    baris_tidak_cocok::ATURAN,
    persen_tidak_cocok::ATURAN,
    indeks_bulan_tidak_cocok::ATURAN,
    indeks_tidak_cocok::ATURAN,
    nilai_tercatat_tidak_cocok::ATURAN,
    nilai_di_luar_bobot::ATURAN,
    melebihi_maksimum::ATURAN,
    total_berbeda::ATURAN,
    target_berbeda::ATURAN,
    rencana_aksi_berbeda::ATURAN,
    target_tanpa_realisasi::ATURAN,
    pagu_berubah_tanpa_revisi::ATURAN,
    revisi_berbeda::ATURAN,
    realisasi_melebihi_pagu::ATURAN,
    serapan_berbeda::ATURAN,
    serapan_menurun::ATURAN,
    penyerapan_berbeda::ATURAN,
    pegawai_berbeda::ATURAN,
    responden_nol::ATURAN,
    responden_melebihi_pegawai::ATURAN,
    responden_di_bawah_minimum::ATURAN,
    metode_berbeda::ATURAN,
    bagian_belum_ada::ATURAN,
    ketentuan_tidak_ada::ATURAN,
    ketentuan_belum_diakui::ATURAN,
];

/// Where a fakta was handed in; for a computed one, where its first operand was.
fn tempat_fakta(daftar: &DaftarFakta, fakta: &Fakta) -> Tempat {
    match &fakta.asal {
        Asal::Masukan { tempat, .. } | Asal::Koreksi { tempat, .. } => tempat.clone(),
        Asal::Ketentuan { ketentuan, .. } => Tempat {
            berkas: format!("regulasi: {ketentuan}"),
            ..Tempat::default()
        },
        Asal::Hitungan(hitungan) => hitungan
            .ungkapan
            .operan()
            .first()
            .and_then(|kode| daftar.get(kode.as_str()))
            .map(|operan| tempat_fakta(daftar, operan))
            .unwrap_or_default(),
    }
}

/// The formula of a computed fakta with its numbers ("3,93 / 3,25 × 100% = 120,92").
fn peraga(daftar: &DaftarFakta, fakta: &Fakta) -> Option<String> {
    let Asal::Hitungan(hitungan) = &fakta.asal else {
        return None;
    };
    let hasil = fakta.tampil()?;
    Some(format!(
        "{} = {hasil}",
        hitungan.ungkapan.peraga(&|kode| daftar.get(kode.as_str()))
    ))
}

/// A finding for every fakta of these formulas whose printed figure its operands do not give.
///
/// A figure that some usual rounding of the operands gives is only advice: rounding is charitable.
/// So is one that follows from another printed figure, which has its own finding: one cause is said once.
fn tercetak_menyimpang(bahan: &Bahan, aturan: &Aturan, rumus: &[&'static Rumus]) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let sesuai = |fakta: &&Fakta| matches!(&fakta.asal, Asal::Hitungan(hitungan) if rumus.iter().any(|r| r.id == hitungan.rumus.id));
    daftar
        .iter()
        .filter(sesuai)
        .filter_map(|fakta| satu_tercetak_menyimpang(daftar, aturan, fakta))
        .collect()
}

fn satu_tercetak_menyimpang(
    daftar: &DaftarFakta,
    aturan: &Aturan,
    fakta: &Fakta,
) -> Option<Temuan> {
    let tercetak = fakta.tercetak.as_ref()?;
    let seharusnya = fakta.tampil_bersatuan();
    let nilai = fakta.angka()?;
    let mut terkait = Vec::new();
    let (berat, selang, sebab) = match tercetak.kecocokan {
        Kecocokan::Bertentangan(selang) => {
            terkait = mengikuti_tercetak(daftar, fakta, tercetak);
            if terkait.is_empty() {
                (
                    Berat::Wajib,
                    selang,
                    "tidak dihasilkan oleh angka-angka pembentuknya",
                )
            } else {
                (
                    Berat::Saran,
                    selang,
                    "mengikuti angka tercetak lain yang sudah ditandai keliru",
                )
            }
        }
        Kecocokan::DalamPembulatan(selang) => (
            Berat::Saran,
            selang,
            "berbeda dari hitungan, meskipun masih mungkin karena pembulatan angka pembentuknya",
        ),
        Kecocokan::Sama | Kecocokan::TidakTeruji => return None,
    };
    let presisi = fakta.presisi.max(tercetak.nilai.scale());
    let selisih = bersatuan(
        &fakta.satuan.clone().selisih(),
        tercetak.nilai.saturating_sub(nilai),
        presisi,
    );
    let pesan = format!(
        "{} tercetak {}, {sebab}; hasil hitung {} (selisih {selisih})",
        fakta.label,
        bersatuan(&fakta.satuan, tercetak.nilai, tercetak.nilai.scale()),
        seharusnya.clone().unwrap_or_default(),
    );
    let bukti = peraga(daftar, fakta).map(|teks| format!("Hitungan: {teks}"));
    let mut temuan = Temuan::new(
        aturan,
        Lokasi::Sel(tercetak.tempat.clone()),
        pesan,
        "Periksa angka pembentuknya pada dokumen sumber; bila hasil hitung yang benar, pakai hasil itu.",
    )
    .berat(berat.max(aturan.berat))
    .cuplikan(tercetak.teks.clone())
    .seharusnya(seharusnya)
    .selang(selang, fakta.presisi)
    .dasar(bukti)
    .kode(&fakta.kode);
    temuan.terkait = terkait;
    Some(temuan)
}

/// A finding where two fakta that are the same thing differ; the second is the one to hold on to.
fn berbeda(
    bahan: &Bahan,
    aturan: &Aturan,
    ini: &str,
    acuan: &str,
    perbaikan: &str,
) -> Option<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let (ini, acuan) = (daftar.get(ini)?, daftar.get(acuan)?);
    if ini.angka()? == acuan.angka()? {
        return None;
    }
    let (a, b) = (ini.tampil_bersatuan()?, acuan.tampil_bersatuan()?);
    let pesan = format!("{} {a}, sedangkan {} {b}", ini.label, acuan.label);
    let mut temuan = Temuan::new(
        aturan,
        Lokasi::Sel(tempat_fakta(daftar, ini)),
        pesan,
        perbaikan,
    )
    .cuplikan(a)
    .seharusnya(Some(b))
    .kode(&acuan.kode);
    temuan.terkait = vec![Lokasi::Sel(tempat_fakta(daftar, acuan))];
    Some(temuan)
}

/// A number with its unit, as a message shows it.
fn bersatuan(satuan: &Satuan, nilai: Decimal, presisi: u32) -> String {
    match satuan {
        Satuan::Rupiah => bilangan::format_rupiah(nilai),
        Satuan::Persen => format!("{}%", bilangan::format(nilai, presisi)),
        Satuan::Nilai | Satuan::Kategori => bilangan::format(nilai, presisi),
        lain => format!("{} {}", bilangan::format(nilai, presisi), lain.nama()),
    }
}

/// The wrong printed operands from which a printed figure follows; empty where it follows from none.
fn mengikuti_tercetak(daftar: &DaftarFakta, fakta: &Fakta, tercetak: &Tercetak) -> Vec<Lokasi> {
    let Asal::Hitungan(hitungan) = &fakta.asal else {
        return Vec::new();
    };
    let keliru: Vec<&Tercetak> = hitungan
        .ungkapan
        .operan()
        .into_iter()
        .filter_map(|kode| daftar.get(kode.as_str())?.tercetak.as_ref())
        .filter(|operan| matches!(operan.kecocokan, Kecocokan::Bertentangan(_)))
        .collect();
    let cetak = |kode: &Kode| {
        let operan = daftar.get(kode.as_str())?;
        Some(Selang::titik(
            operan
                .tercetak
                .as_ref()
                .map_or(operan.angka()?, |tercetak| tercetak.nilai),
        ))
    };
    let mengikuti = hitungan
        .ungkapan
        .selang(&cetak)
        .is_some_and(|selang| selang.dapat_tercetak(tercetak.nilai, tercetak.nilai.scale()));
    if !mengikuti {
        return Vec::new();
    }
    keliru
        .into_iter()
        .map(|operan| Lokasi::Sel(operan.tempat.clone()))
        .collect()
}
