//! Who signs an agreement on a day: the head of the unit, and the head of the unit above it.

use kinerja::masukan;
use laporan::perjanjian::Pihak;
use store::{Pejabat, Unit};

use crate::App;
use crate::error::Result;

/// The two parties of an agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PihakPerjanjian {
    /// Who promises.
    pub pertama: Pihak,
    /// The superior.
    pub kedua: Pihak,
}

impl App {
    /// Who signs for a unit on a day: its head, and the head of the unit above. What the database does not know of a
    /// post is taken from the year's own data.
    pub(crate) async fn pihak_perjanjian(
        &self,
        unit: &Unit,
        satker: &masukan::Satker,
        hari: &str,
    ) -> Result<PihakPerjanjian> {
        let pertama = self
            .kepala_pada(unit, hari, &satker.kepala, "data satker, kepala")
            .await?;
        let kedua = match self.induk_pada(unit, hari).await? {
            Some(induk) => {
                self.kepala_pada(&induk, hari, &satker.atasan, "data satker, atasan")
                    .await?
            }
            None => dari_data(&satker.atasan, "data satker, atasan"),
        };
        Ok(PihakPerjanjian { pertama, kedua })
    }

    /// Who signs for a section of an office.
    pub(crate) async fn pihak_seksi(
        &self,
        seksi: &Unit,
        kantor: &Unit,
        satker: &masukan::Satker,
        hari: &str,
    ) -> Result<PihakPerjanjian> {
        let kosong = masukan::Pejabat {
            jabatan: format!("Kepala {}", seksi.nama),
            ..masukan::Pejabat::default()
        };
        let letak = letak_pejabat(seksi);
        Ok(PihakPerjanjian {
            pertama: self.kepala_pada(seksi, hari, &kosong, &letak).await?,
            kedua: self
                .kepala_pada(kantor, hari, &satker.kepala, "data satker, kepala")
                .await?,
        })
    }

    /// The unit above, as it was on the day.
    pub(crate) async fn induk_pada(&self, unit: &Unit, hari: &str) -> Result<Option<Unit>> {
        let mut tx = self.store.read().await?;
        let pada = tx.unit_on(&unit.unit, hari).await?;
        let induk = pada.map_or_else(|| unit.induk.clone(), |pada| pada.induk);
        Ok(match induk {
            Some(induk) => tx.unit_on(&induk, hari).await?,
            None => None,
        })
    }

    async fn kepala_pada(
        &self,
        unit: &Unit,
        hari: &str,
        data: &masukan::Pejabat,
        letak: &str,
    ) -> Result<Pihak> {
        let daftar = self.store.read().await?.pejabat_unit(&unit.unit).await?;
        let Some(jabatan) = jabatan_kepala(&daftar, &unit.nama, &data.jabatan) else {
            return Ok(dari_data(data, letak));
        };
        let lengkap = sebutan_lengkap(&jabatan, &unit.nama, &data.jabatan);
        let pejabat = self.penanda_tangan(&unit.unit, &jabatan, hari).await?;
        Ok(Pihak {
            letak: letak_pejabat(unit),
            pejabat: match pejabat {
                Some(pejabat) => masukan::Pejabat {
                    nama: pejabat.nama,
                    jabatan: lengkap,
                    nip: pejabat.nip,
                    pelaksana: (pejabat.sifat != "definitif").then_some(pejabat.sifat),
                },
                // The post is known, and nobody held it on that day: a gap, not the name of another day.
                None => masukan::Pejabat {
                    jabatan: lengkap,
                    ..masukan::Pejabat::default()
                },
            },
        })
    }
}

fn dari_data(pejabat: &masukan::Pejabat, letak: &str) -> Pihak {
    Pihak {
        pejabat: pejabat.clone(),
        letak: letak.to_owned(),
    }
}

fn letak_pejabat(unit: &Unit) -> String {
    format!("halaman pejabat {}", unit.nama)
}

fn berawalan(teks: &str, awal: &str) -> bool {
    teks.to_lowercase().starts_with(&awal.trim().to_lowercase())
}

/// Which of the posts on record is the head's: the one that the year's data name, or the one that is named after the
/// unit ("Kepala Kantor" of "Kantor Imigrasi ..."); the only one where the data name none.
fn jabatan_kepala(daftar: &[Pejabat], nama_unit: &str, menurut_data: &str) -> Option<String> {
    let mut jabatan: Vec<&str> = daftar.iter().map(|satu| satu.jabatan.as_str()).collect();
    jabatan.sort_unstable();
    jabatan.dedup();
    let sama = jabatan
        .iter()
        .find(|satu| satu.eq_ignore_ascii_case(menurut_data))
        .or_else(|| jabatan.iter().find(|satu| berawalan(menurut_data, satu)))
        .or_else(|| {
            let kepala = format!("Kepala {nama_unit}");
            jabatan.iter().find(|satu| berawalan(&kepala, satu))
        });
    match (sama, jabatan.as_slice()) {
        (Some(satu), _) => Some((*satu).to_owned()),
        (None, [satu]) if menurut_data.is_empty() => Some((*satu).to_owned()),
        _ => None,
    }
}

/// "Kepala Kantor Imigrasi Kelas I ..." where the record says "Kepala Kantor" only.
fn sebutan_lengkap(jabatan: &str, nama_unit: &str, menurut_data: &str) -> String {
    let kepala = format!("Kepala {nama_unit}");
    [menurut_data, kepala.as_str()]
        .into_iter()
        .find(|panjang| berawalan(panjang, jabatan))
        .unwrap_or(jabatan)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pejabat(jabatan: &str) -> Pejabat {
        Pejabat {
            id: String::new(),
            unit: String::new(),
            jabatan: jabatan.to_owned(),
            sifat: "definitif".to_owned(),
            nama: "Nama".to_owned(),
            nip: None,
            dari: "2024-01-01".to_owned(),
            sampai: None,
            oleh: String::new(),
            pada: 0,
            alasan: String::new(),
            dicabut: None,
        }
    }

    #[test]
    fn the_head_is_told_from_other_posts_of_the_unit_and_a_stranger_never_signs() {
        let daftar = [
            pejabat("Kepala Subbagian Tata Usaha"),
            pejabat("Kepala Kantor"),
        ];
        let kantor = "Kantor Imigrasi Contoh";
        let didapat = jabatan_kepala(&daftar, kantor, "Kepala Kantor Imigrasi Contoh");
        assert_eq!(didapat.as_deref(), Some("Kepala Kantor"));
        assert_eq!(
            jabatan_kepala(&daftar, kantor, "").as_deref(),
            Some("Kepala Kantor")
        );
        assert_eq!(
            sebutan_lengkap("Kepala Kantor", kantor, ""),
            "Kepala Kantor Imigrasi Contoh"
        );
        let lain = [pejabat("Kepala Subbagian Tata Usaha")];
        assert_eq!(
            jabatan_kepala(&lain, kantor, "Kepala Kantor Imigrasi Contoh"),
            None
        );
    }
}
