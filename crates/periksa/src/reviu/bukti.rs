//! What a machine can see of what an item of the checklist asks for.

use document::source::Piece;

use super::indikator::{self, diperjanjikan, pernyataan, tahun_ini};
use super::peta::{KEUANGAN, Peta, memuat};
use crate::BahanDokumen;
use crate::bacaan::{Bagian, IndikatorCetak, JenisPerihal, Milik, Peran};

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Bukti {
    /// Whether all that the item asks for was seen.
    pub(super) cukup: bool,
    /// What was seen, and where.
    pub(super) catatan: Vec<String>,
    /// What was looked for and not seen.
    pub(super) kurang: Vec<String>,
}

impl Bukti {
    fn lihat(&mut self, apa: impl Into<String>) {
        self.catatan.push(apa.into());
    }

    fn tanpa(&mut self, apa: impl Into<String>) {
        self.kurang.push(apa.into());
    }

    /// Enough where something was seen and nothing is wanting.
    fn nilai(mut self) -> Self {
        self.cukup = self.kurang.is_empty() && !self.catatan.is_empty();
        self
    }
}

const ORGANISASI: &[&str] = &[
    "organisasi",
    "tugas",
    "kelembagaan",
    "kedudukan",
    "gambaran umum",
    "profil",
];
const ISU: &[&str] = &["strategis", "isu", "permasalahan"];
const PERBAIKAN: &[&str] = &[
    "perbaikan",
    "langkah",
    "tindak lanjut",
    "rekomendasi",
    "rencana aksi",
    "ditingkatkan",
    "meningkatkan",
];
/// Longest quotation in a remark, in characters.
const KUTIPAN: usize = 160;

/// The evidence on an item by its code; none for an item that a machine cannot judge.
pub(super) fn bukti(bahan: &BahanDokumen, peta: &Peta, kode: &str) -> Option<Bukti> {
    Some(match kode {
        "data_penting" => data_penting(peta),
        "target_kinerja" => target_kinerja(peta),
        "capaian_kinerja" => capaian_kinerja(peta),
        "lampiran" => lampiran(bahan, peta),
        "perbaikan" => perbaikan(peta),
        "keuangan" => keuangan(peta),
        "sesuai_perjanjian" => sesuai_perjanjian(peta),
        "selaras_renstra" => selaras_renstra(peta),
        "pembandingan" => pembandingan(peta),
        _ => return None,
    })
}

fn data_penting(peta: &Peta) -> Bukti {
    let mut bukti = Bukti::default();
    let identitas = &peta.bacaan.identitas;
    match (&identitas.kantor, identitas.tahun) {
        (Some(kantor), Some(tahun)) => {
            bukti.lihat(format!(
                "Terlihat nama kantor ({kantor}) dan tahun laporan ({tahun})."
            ));
        }
        _ => bukti.tanpa("Nama kantor atau tahun laporan tidak terbaca."),
    }
    for (kata, apa) in [
        (ORGANISASI, "tugas, fungsi, atau organisasi"),
        (ISU, "aspek atau isu strategis"),
    ] {
        match judul_bab(peta, "bab1", kata) {
            Some(bagian) => bukti.lihat(format!("Terlihat {apa}: {}.", peta.sebut_judul(bagian))),
            None => bukti.tanpa(format!(
                "Subbab tentang {apa} tidak terlihat pada pendahuluan."
            )),
        }
    }
    let pegawai = peta
        .bacaan
        .pernyataan
        .iter()
        .find(|p| p.perihal.jenis == JenisPerihal::Pegawai && p.milik == Milik::Sendiri);
    if let Some(letak) = pegawai.and_then(|p| indikator::letak(peta.bacaan, p)) {
        bukti.lihat(format!(
            "Terlihat data pegawai{}.",
            peta.dalam_kurung(letak)
        ));
    }
    bukti.nilai()
}

/// A heading of a chapter; where the chapters are unknown, of the whole document.
fn judul_bab<'a>(peta: &Peta<'a>, bab: &str, kata: &[&str]) -> Option<&'a Bagian> {
    if peta.bab.is_empty() {
        return peta.judul(kata);
    }
    peta.bacaan.kerangka.iter().find(|b| {
        peta.kode(b.piece) == Some(bab) && !peta.hanya_janji(b.piece) && memuat(&b.judul, kata)
    })
}

/// What each indicator of the agreement must have, told as seen and not seen.
fn tiap_indikator(peta: &Peta, apa: &str, ada: impl Fn(&IndikatorCetak) -> bool) -> Bukti {
    let mut bukti = Bukti::default();
    let janji = diperjanjikan(peta.bacaan);
    if janji.is_empty() {
        bukti.tanpa(format!(
            "Indikator yang diperjanjikan tidak dikenali mesin, sehingga {apa} tiap indikator tidak dapat dipastikan."
        ));
        return bukti;
    }
    let semua = janji.len();
    let tidak: Vec<_> = janji.into_iter().filter(|i| !ada(i)).collect();
    match semua.saturating_sub(tidak.len()) {
        0 => {}
        punya if punya == semua => bukti.lihat(format!(
            "Terlihat {apa} untuk seluruh indikator yang diperjanjikan ({semua})."
        )),
        punya => bukti.lihat(format!(
            "Terlihat {apa} untuk {punya} dari {semua} indikator yang diperjanjikan."
        )),
    }
    if !tidak.is_empty() {
        bukti.tanpa(format!(
            "Tidak terlihat {apa} untuk: {}.",
            indikator::nama(tidak)
        ));
    }
    bukti
}

fn target_kinerja(peta: &Peta) -> Bukti {
    let bacaan = peta.bacaan;
    let mut bukti = tiap_indikator(peta, "target", |i| {
        !indikator::nilai(bacaan, i, Peran::Target).is_empty()
    });
    if let Some(pertama) = diperjanjikan(bacaan).first() {
        bukti.lihat(format!(
            "Perjanjian kinerja dibaca mulai {}.",
            peta.tempat(&pertama.letak)
        ));
    }
    bukti.nilai()
}

fn capaian_kinerja(peta: &Peta) -> Bukti {
    tiap_indikator(peta, "realisasi atau capaian tahun laporan", |i| {
        dilaporkan(peta, i)
    })
    .nilai()
}

fn dilaporkan(peta: &Peta, satu: &IndikatorCetak) -> bool {
    pernyataan(peta.bacaan, satu, &[Peran::Realisasi, Peran::Capaian])
        .any(|p| tahun_ini(peta.bacaan, p))
}

fn lampiran(bahan: &BahanDokumen, peta: &Peta) -> Bukti {
    let mut bukti = Bukti::default();
    let bacaan = peta.bacaan;
    let Some(awal) = &peta.lampiran else {
        bukti.tanpa(
            "Lampiran tidak terlihat di dalam berkas ini; periksa apakah disampaikan terpisah.",
        );
        return bukti;
    };
    let judul = bacaan.teks(awal).trim().to_owned();
    bukti.lihat(format!(
        "Lampiran terlihat mulai \"{judul}\"{}.",
        peta.dalam_kurung(awal)
    ));
    let tahun = bacaan.identitas.tahun.unwrap_or(i16::MAX);
    let wajib = bahan
        .hukum
        .ketentuan("lkj.sistematika", tahun)
        .ok()
        .and_then(|k| k.butir().iter().find(|b| b.kode == "lampiran"))
        .and_then(|b| b.anak.first());
    if let Some(wajib) = wajib {
        let nama = wajib.nama.to_lowercase();
        let ada = bacaan
            .sumber
            .pieces
            .iter()
            .skip(awal.piece)
            .filter_map(Piece::passage)
            .any(|p| memuat(&p.text, &[nama.as_str()]));
        if ada {
            bukti.lihat(format!("Di dalamnya disebut {nama}."));
        } else {
            bukti.tanpa(format!("Pada lampiran tidak terlihat {nama}."));
        }
    }
    bukti.nilai()
}

fn perbaikan(peta: &Peta) -> Bukti {
    let mut bukti = Bukti::default();
    let bacaan = peta.bacaan;
    if let Some(bagian) = judul_bab(peta, "bab4", PERBAIKAN) {
        bukti.lihat(format!("Terlihat {}.", peta.sebut_judul(bagian)));
    }
    let kalimat = bacaan.kalimat.iter().filter(|k| {
        peta.kode(k.letak.piece) == Some("bab4") && memuat(bacaan.teks(&k.letak), PERBAIKAN)
    });
    for k in kalimat.take(2) {
        bukti.lihat(format!(
            "Terlihat \"{}\"{}.",
            potong(bacaan.teks(&k.letak)),
            peta.dalam_kurung(&k.letak)
        ));
    }
    if bukti.catatan.is_empty() {
        bukti.tanpa("Rencana perbaikan tidak terlihat pada penutup; periksa bagian lain laporan.");
    }
    bukti.nilai()
}

fn potong(teks: &str) -> String {
    let teks = teks.split_whitespace().collect::<Vec<_>>().join(" ");
    if teks.chars().count() <= KUTIPAN {
        return teks.trim_end_matches(['.', ';']).to_owned();
    }
    let awal: String = teks.chars().take(KUTIPAN).collect();
    let utuh = awal
        .rsplit_once(' ')
        .map_or(awal.as_str(), |(depan, _)| depan);
    format!("{utuh} …")
}

fn keuangan(peta: &Peta) -> Bukti {
    let mut bukti = Bukti::default();
    let bacaan = peta.bacaan;
    for (peran, apa) in [
        (Peran::Target, "pagu"),
        (Peran::Realisasi, "realisasi anggaran"),
    ] {
        let letak = bacaan
            .pernyataan
            .iter()
            .filter(|p| {
                p.perihal.jenis == JenisPerihal::Anggaran
                    && p.milik == Milik::Sendiri
                    && p.peran == peran
                    && tahun_ini(bacaan, p)
            })
            .find_map(|p| indikator::letak(bacaan, p));
        match letak {
            Some(letak) => bukti.lihat(format!("Terlihat {apa}{}.", peta.dalam_kurung(letak))),
            None => bukti.tanpa(format!("Angka {apa} tahun laporan tidak terbaca.")),
        }
    }
    match judul_bab(peta, "bab3", KEUANGAN) {
        Some(bagian) => bukti.lihat(format!("Terlihat {}.", peta.sebut_judul(bagian))),
        None => bukti.tanpa("Subbab realisasi anggaran tidak terlihat."),
    }
    bukti.nilai()
}

fn sesuai_perjanjian(peta: &Peta) -> Bukti {
    let mut bukti = tiap_indikator(peta, "laporan capaian", |i| dilaporkan(peta, i));
    if let Some(pertama) = diperjanjikan(peta.bacaan).first() {
        bukti.lihat(format!(
            "Sasaran dan indikator dibandingkan dengan perjanjian kinerja yang dimuat laporan, mulai {}; cocokkan dengan naskah yang ditandatangani.",
            peta.tempat(&pertama.letak)
        ));
    }
    bukti.nilai()
}

fn selaras_renstra(peta: &Peta) -> Bukti {
    let bacaan = peta.bacaan;
    let mut bukti = tiap_indikator(peta, "target jangka menengah", |i| {
        pernyataan(bacaan, i, &[Peran::TargetJangkaMenengah])
            .next()
            .is_some()
    });
    match peta.judul(&["rencana strategis", "renstra"]) {
        Some(bagian) => bukti.lihat(format!(
            "Terlihat {}; cocokkan dengan naskah rencana strategis.",
            peta.sebut_judul(bagian)
        )),
        None => bukti.tanpa("Subbab rencana strategis tidak terlihat."),
    }
    bukti.nilai()
}

fn pembandingan(peta: &Peta) -> Bukti {
    let bacaan = peta.bacaan;
    let mut bukti = tiap_indikator(peta, "pembanding tahun sebelumnya", |i| {
        pernyataan(bacaan, i, &[Peran::Realisasi, Peran::Capaian]).any(|p| {
            p.tahun
                .zip(bacaan.identitas.tahun)
                .is_some_and(|(lalu, ini)| lalu < ini)
        })
    });
    let janji = diperjanjikan(bacaan);
    let lain = bacaan.pernyataan.iter().find(|p| {
        matches!(p.peran, Peran::Realisasi | Peran::Capaian)
            && p.milik != Milik::Sendiri
            && janji.iter().any(|i| i.kunci == p.perihal.kunci)
    });
    match lain.map(|p| (&p.milik, indikator::letak(bacaan, p))) {
        Some((Milik::Lain(nama), letak)) => {
            let tempat = letak.map(|l| peta.dalam_kurung(l)).unwrap_or_default();
            bukti.lihat(format!("Terlihat pembanding dari \"{nama}\"{tempat}."));
        }
        _ => bukti.tanpa("Pembandingan dengan standar nasional atau instansi lain tidak terbaca."),
    }
    bukti.nilai()
}
