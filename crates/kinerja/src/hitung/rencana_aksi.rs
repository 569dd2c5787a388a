//! The action plan: targets of the quarters, and what they come to against the agreement.

use super::konteks::{Konteks, siput};
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::{HasilPerjanjian, HasilRencanaAksi};
use crate::masukan::{BarisPerjanjian, TingkatSasaran};

/// The lines of the reported year; a second line for the same indicator is not counted twice.
pub(super) fn compute(k: &mut Konteks, perjanjian: &[HasilPerjanjian]) -> Vec<HasilRencanaAksi> {
    let (masukan, t) = (k.masukan, k.tahun);
    let mut hasil = Vec::new();
    let rencana = masukan.rencana_aksi.iter().enumerate();
    for (i, baris) in rencana.filter(|(_, baris)| baris.tahun == t) {
        let tingkat = match baris.tingkat {
            TingkatSasaran::Strategis => "strategis",
            TingkatSasaran::Program => "program",
            TingkatSasaran::Kegiatan => "kegiatan",
        };
        let awal = format!(
            "ra.{t}.{tingkat}.{}.{}",
            siput(&baris.no_sasaran),
            siput(&baris.no_indikator)
        );
        let milik: Option<(&BarisPerjanjian, &HasilPerjanjian)> = perjanjian.iter().find_map(|h| {
            let pk = masukan.perjanjian.get(h.baris)?;
            baris.milik(pk).then_some((pk, h))
        });
        let satuan = milik.map_or(Satuan::Nilai, |(pk, _)| Satuan::from_kata(&pk.satuan));
        let sebutan = milik.map_or(baris.indikator.as_str(), |(pk, _)| pk.indikator.as_str());
        let mut triwulan: [Option<Kode>; 4] = [const { None }; 4];
        let mut presisi = 0;
        for ((ke, sel), tujuan) in (1..).zip(&baris.triwulan).zip(&mut triwulan) {
            let kode = Kode::from(format!("{awal}.tw{ke}"));
            if sel.kosong() || k.fakta.get(kode.as_str()).is_some() {
                continue;
            }
            let milik_sel = sel.nilai().map_or(0, |nilai| nilai.scale());
            presisi = presisi.max(milik_sel);
            let nama = Nama::new(
                kode,
                format!("Target triwulan {ke} tahun {t}: {sebutan}"),
                satuan.clone(),
                milik_sel,
            );
            *tujuan = Some(k.fakta.masukan(nama, sel));
        }
        let setahun = if baris.per_triwulan {
            let bagian: Vec<Kode> = triwulan.iter().flatten().cloned().collect();
            (bagian.len() == triwulan.len()).then(|| {
                let nama = Nama::new(
                    format!("{awal}.setahun"),
                    format!("Jumlah target keempat triwulan tahun {t}: {sebutan}"),
                    satuan,
                    presisi,
                );
                k.jumlah(nama, &bagian)
            })
        } else {
            triwulan.last().cloned().flatten()
        };
        hasil.push(HasilRencanaAksi {
            baris: i,
            triwulan,
            setahun,
            target: milik.map(|(_, h)| h.target.clone()),
        });
    }
    hasil
}
