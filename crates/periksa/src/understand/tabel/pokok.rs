//! What a table is about, and with it each of its rows.

use hukum::{Hukum, Instrumen, SumberIndikator};

use super::kelompok::{bedakan, lepas_rerata_kelompok};
use super::kisi::Kisi;
use super::kolom::milik;
use super::konteks::Konteks;
use super::kunci::{kunci_anggaran, kunci_total};
use crate::bacaan::{
    Bacaan, Baris, JenisBaris, JenisKolom, JenisPerihal, Kolom, Milik, Perihal, SatuanCetak,
};
use crate::understand::indikator::Pencari;
use crate::understand::indikator::calon::kolom_indikator;
use crate::understand::kosakata::{self, normal};

/// What a table is about.
#[derive(Clone, Copy)]
enum Pokok<'a> {
    Indikator,
    /// Parts of an instrument.
    Unsur(Option<&'a Instrumen>),
    Anggaran,
    Pendapatan,
    Pegawai,
    /// Parts of a score of budget performance, and which score.
    KinerjaAnggaran(&'static str),
    /// Offices that are compared.
    Kantor,
    Lain,
}

/// Says of each row what it is about.
pub(super) fn beri_perihal(
    bacaan: &Bacaan,
    hukum: &Hukum,
    pencari: &Pencari,
    kisi: &Kisi,
    konteks: &Konteks,
    kolom: &[Kolom],
    baris: &mut [Baris],
) {
    let pokok = pokok(bacaan, hukum, pencari, kisi, konteks, kolom, baris);
    let indikator = indikator_tabel(bacaan, pencari, konteks, kolom, baris);
    let golongan = kolom
        .iter()
        .find(|k| k.jenis == JenisKolom::Label)
        .and_then(|k| k.jalur.last())
        .map(|teks| normal(teks))
        .unwrap_or_default();
    for satu in baris.iter_mut() {
        if matches!(satu.jenis, JenisBaris::Kepala | JenisBaris::NomorKolom)
            || satu.label.is_empty()
        {
            continue;
        }
        let rapi = normal(&satu.label);
        satu.tahun = kosakata::kata_tahun(rapi.strip_prefix("tahun ").unwrap_or(&rapi));
        satu.bulan = (rapi.split(' ').count() <= 2)
            .then(|| rapi.split(' ').find_map(kosakata::bulan))
            .flatten();
        if satu.tahun.is_some() || satu.bulan.is_some() {
            continue;
        }
        if !rapi.chars().any(char::is_alphabetic) {
            continue;
        }
        satu.perihal = perihal(bacaan, pencari, pokok, indikator.as_deref(), satu, &rapi);
        if let Some(perihal) = satu.perihal.as_mut()
            && perihal.jenis == JenisPerihal::Pegawai
            && perihal.kunci.len() <= 4
            && !golongan.is_empty()
        {
            // "III" alone says little: "golongan iii".
            perihal.kunci = format!("{golongan} {}", perihal.kunci);
        }
        if matches!(pokok, Pokok::Kantor) {
            satu.milik = Some(milik(bacaan, &satu.label).unwrap_or(Milik::Lain(rapi.clone())));
            satu.perihal = None;
        }
        let peran_baris = matches!(pokok, Pokok::Lain | Pokok::Anggaran | Pokok::Indikator)
            && rapi.split(' ').count() <= 3
            && satu.jenis == JenisBaris::Isi
            && kolom.iter().any(|k| {
                k.jenis == JenisKolom::Angka
                    && k.peran.is_none()
                    && (k.tahun.is_some() || k.perihal.is_some())
            });
        if peran_baris && let Some(peran) = kosakata::peran(&rapi) {
            satu.peran = Some(peran);
            if satu
                .perihal
                .as_ref()
                .is_some_and(|p| p.jenis == JenisPerihal::Lain)
            {
                satu.perihal = None;
            }
        }
    }
    lepas_rerata_kelompok(baris);
    bedakan(baris);
}

fn pokok<'h>(
    bacaan: &Bacaan,
    hukum: &'h Hukum,
    pencari: &Pencari,
    kisi: &Kisi,
    konteks: &Konteks,
    kolom: &[Kolom],
    baris: &[Baris],
) -> Pokok<'h> {
    let jalur: Vec<Vec<String>> = kolom.iter().map(|k| k.jalur.clone()).collect();
    let isi: Vec<&Baris> = baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .collect();
    let label: Vec<String> = isi.iter().map(|b| normal(&b.label)).collect();
    let kepala = normal(&jalur.concat().join(" | "));
    let sekitar = format!("{kepala} {}", konteks.teks);
    let ada = |teks: &str, kata: &[&str]| teks.split(' ').any(|k| kata.contains(&k));
    if ada(&sekitar, &["ikpa", "smart", "nka"])
        || sekitar.contains("nilai kinerja anggaran")
        || sekitar.contains("indikator kinerja pelaksanaan anggaran")
    {
        return Pokok::KinerjaAnggaran(alat_anggaran(&kepala, &konteks.teks));
    }
    if kolom_indikator(&jalur).is_some() {
        return Pokok::Indikator;
    }
    if let Some(instrumen) = instrumen(hukum, bacaan, konteks, &isi) {
        return Pokok::Unsur(Some(instrumen));
    }
    let kepala_label = kolom
        .iter()
        .find(|k| k.jenis == JenisKolom::Label)
        .map(|k| normal(&k.jalur.join(" ")))
        .unwrap_or_default();
    if ada(&kepala_label, &["unsur", "variabel", "pertanyaan"]) {
        return Pokok::Unsur(None);
    }
    let rupiah = banyak_rupiah(bacaan, kisi, kolom, baris);
    let uang = rupiah || ada(&kepala, &["pagu", "dipa", "anggaran"]) || kepala.contains(" rp");
    let belanja = label
        .iter()
        .any(|l| l.starts_with("belanja") || l.starts_with("program "))
        || ada(&kepala, &["pagu", "anggaran", "belanja"]);
    if ada(
        &sekitar,
        &["pnbp", "penerimaan", "pendapatan", "retribusi", "pajak"],
    ) && !belanja
        && !konteks.teks.contains("sumber dana")
        && (rupiah || uang)
    {
        return Pokok::Pendapatan;
    }
    if uang && (belanja || konteks.teks.contains("anggaran") || konteks.teks.contains("belanja")) {
        return Pokok::Anggaran;
    }
    let kena = label
        .iter()
        .filter(|l| pencari.terpanjang(l).is_some())
        .count();
    if kena > 0 && kena * 2 >= label.len() {
        return Pokok::Indikator;
    }
    if ada(
        &kepala_label,
        &[
            "kantor",
            "instansi",
            "satker",
            "opd",
            "kabupaten",
            "provinsi",
            "daerah",
            "unit",
            "wilayah",
        ],
    ) || kepala_label.contains("satuan kerja")
        || kepala_label.contains("perangkat daerah")
    {
        return Pokok::Kantor;
    }
    if ada(
        &sekitar,
        &[
            "pegawai",
            "golongan",
            "pangkat",
            "pendidikan",
            "eselon",
            "kepegawaian",
            "asn",
            "pns",
            "sdm",
        ],
    ) {
        return Pokok::Pegawai;
    }
    Pokok::Lain
}

/// Which score of budget performance a table is about; the words nearest to it decide.
fn alat_anggaran(kepala: &str, sekitar: &str) -> &'static str {
    for teks in [kepala, sekitar] {
        let ada = |kata: &str| teks.split(' ').any(|k| k == kata);
        let ikpa = ada("ikpa") || teks.contains("pelaksanaan anggaran");
        let nka = ada("nka") || ada("smart") || teks.contains("nilai kinerja anggaran");
        match (ikpa, nka) {
            (true, false) => return "ikpa",
            (false, true) => return "nka",
            _ => {}
        }
    }
    ""
}

/// The instrument whose parts most rows are.
fn instrumen<'h>(
    hukum: &'h Hukum,
    bacaan: &Bacaan,
    konteks: &Konteks,
    isi: &[&Baris],
) -> Option<&'h Instrumen> {
    const SEDIKIT: usize = 3;
    let milik = konteks
        .indikator
        .and_then(|i| bacaan.indikator.get(i))
        .and_then(|i| i.kode.as_deref());
    let dipakai = |id: &str| {
        hukum.profil.iter().flat_map(|p| &p.indikator).any(|p| {
            Some(p.kode.as_str()) == milik
                && match &p.sumber {
                    SumberIndikator::SurveiBulanan { instrumen, .. } => instrumen == id,
                    SumberIndikator::SurveiKelompok { kelompok } => {
                        kelompok.iter().any(|(_, instrumen, _)| instrumen == id)
                    }
                    SumberIndikator::Dicatat => false,
                }
        })
    };
    hukum
        .instrumen
        .iter()
        .map(|satu| {
            let kena = isi
                .iter()
                .filter(|b| satu.unsur(tanpa_nomor(&b.label)).is_some())
                .count();
            (kena, dipakai(&satu.id), satu)
        })
        .filter(|(kena, _, _)| *kena >= SEDIKIT && *kena * 2 >= isi.len())
        .max_by_key(|(kena, dipakai, _)| (*kena, *dipakai))
        .map(|(_, _, satu)| satu)
}

/// A name without the "1." or "U1." before it.
fn tanpa_nomor(label: &str) -> &str {
    let sisa = label
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, 'U' | '.' | ')' | ' '));
    if sisa.len() < label.len()
        && label.starts_with(|c: char| c.is_ascii_digit() || c == 'U')
        && label.chars().take(3).any(|c| c.is_ascii_digit())
    {
        sisa
    } else {
        label
    }
}

/// The key of the indicator that the whole table is about.
fn indikator_tabel(
    bacaan: &Bacaan,
    pencari: &Pencari,
    konteks: &Konteks,
    kolom: &[Kolom],
    baris: &[Baris],
) -> Option<String> {
    let dari_rerata = || {
        baris
            .iter()
            .filter(|b| b.jenis == JenisBaris::Rerata)
            .find_map(|b| pencari.terpanjang(&b.label))
    };
    let dari_kolom = || {
        kolom
            .iter()
            .find_map(|k| k.jalur.iter().find_map(|teks| pencari.terpanjang(teks)))
    };
    dari_rerata()
        .or(konteks.indikator)
        .or_else(dari_kolom)
        .and_then(|i| bacaan.indikator.get(i))
        .map(|i| i.kunci.clone())
}

fn perihal(
    bacaan: &Bacaan,
    pencari: &Pencari,
    pokok: Pokok,
    indikator: Option<&str>,
    satu: &Baris,
    rapi: &str,
) -> Option<Perihal> {
    let buat = |jenis: JenisPerihal, kunci: String| Some(Perihal { jenis, kunci });
    let kata = |k: &str| rapi.split(' ').any(|satu| satu == k);
    if kata("responden") {
        return buat(
            JenisPerihal::Responden,
            indikator.unwrap_or_default().to_owned(),
        );
    }
    let total = satu.jenis == JenisBaris::Total;
    match pokok {
        Pokok::Unsur(instrumen) => {
            // "Indeks" or "Nilai SKM" below weighted parts is the whole.
            let utuh = total
                && ["nilai", "indeks", "skor"]
                    .iter()
                    .any(|depan| rapi.starts_with(depan));
            if satu.jenis == JenisBaris::Rerata || utuh {
                return indikator.map(Perihal::indikator);
            }
            let unsur = instrumen.and_then(|i| i.unsur(tanpa_nomor(&satu.label)));
            let nama = unsur.map_or_else(|| normal(tanpa_nomor(&satu.label)), |u| u.kode.clone());
            (!total).then(|| Perihal {
                jenis: JenisPerihal::Unsur,
                kunci: format!("{}/{nama}", indikator.unwrap_or("unsur")),
            })
        }
        Pokok::Indikator => {
            if let Some(i) = pencari.terpanjang(&satu.label) {
                return bacaan
                    .indikator
                    .get(i)
                    .map(|i| Perihal::indikator(i.kunci.clone()));
            }
            match rapi {
                "anggaran" | "realisasi anggaran" | "pagu anggaran" | "pagu" => {
                    Some(Perihal::anggaran("total"))
                }
                _ if matches!(satu.jenis, JenisBaris::Rerata) => {
                    buat(JenisPerihal::RerataCapaian, "rerata".to_owned())
                }
                _ if rapi.starts_with("belanja ") || rapi.starts_with("program ") => {
                    Some(Perihal::anggaran(kunci_anggaran(rapi)))
                }
                _ => buat(JenisPerihal::Lain, rapi.to_owned()),
            }
        }
        Pokok::Anggaran if total => Some(Perihal::anggaran(kunci_total(rapi))),
        Pokok::Anggaran => Some(Perihal::anggaran(kunci_anggaran(rapi))),
        Pokok::Pendapatan if total => buat(JenisPerihal::Pendapatan, "total".to_owned()),
        Pokok::Pendapatan => buat(
            JenisPerihal::Pendapatan,
            if matches!(rapi, "pnbp" | "penerimaan negara bukan pajak") {
                "total".to_owned()
            } else {
                rapi.to_owned()
            },
        ),
        Pokok::Pegawai if total => buat(JenisPerihal::Pegawai, "jumlah".to_owned()),
        Pokok::Pegawai => buat(JenisPerihal::Pegawai, rapi.to_owned()),
        // Both instruments have a part "penyerapan anggaran", each its own.
        Pokok::KinerjaAnggaran(alat) => buat(
            JenisPerihal::KinerjaAnggaran,
            if alat.is_empty() || rapi.split(' ').any(|k| k == alat) {
                rapi.to_owned()
            } else {
                format!("{rapi} ({alat})")
            },
        ),
        Pokok::Kantor => None,
        Pokok::Lain if total => None,
        Pokok::Lain => buat(JenisPerihal::Lain, rapi.to_owned()),
    }
}

/// Whether most figures of the body are large amounts of rupiah.
fn banyak_rupiah(bacaan: &Bacaan, kisi: &Kisi, kolom: &[Kolom], baris: &[Baris]) -> bool {
    let (mut semua, mut rupiah) = (0_usize, 0_usize);
    for satu in baris
        .iter()
        .filter(|b| matches!(b.jenis, JenisBaris::Isi | JenisBaris::Total))
    {
        for k in (0..kolom.len()).filter(|k| kolom[*k].jenis == JenisKolom::Angka) {
            for id in kisi.besaran(satu.row, k) {
                semua += 1;
                let angka = bacaan.angka(*id);
                rupiah += usize::from(
                    angka.satuan == SatuanCetak::Rupiah
                        || angka.nilai.is_some_and(|n| n >= 1_000_000.into()),
                );
            }
        }
    }
    rupiah > 0 && rupiah * 3 >= semua
}
