//! Surveys by groups of respondents (IPK): weighted parts per group, groups pooled by number of respondents.

use rust_decimal::Decimal;

use super::konteks::{Konteks, siput};
use super::survei::tertimbang;
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::HasilKelompok;
use crate::masukan::{KelompokResponden, Sel, SurveiKelompok};
use crate::rumus;
use crate::ungkapan::{Ungkapan, f};

const PRESISI: u32 = 2;
const PRESISI_INDEKS: u32 = 4;

/// The groups and the pooled, unrounded index.
pub(super) fn compute(
    k: &mut Konteks,
    s: &SurveiKelompok,
    kelompok: &[(String, String, Option<u32>)],
    awalan: &str,
    nama: &str,
) -> (Vec<HasilKelompok>, Kode) {
    let p = format!("{awalan}.{}", s.tahun);
    let kosong = KelompokResponden::default();
    let hasil: Vec<HasilKelompok> = kelompok
        .iter()
        .map(|(kode, instrumen, minimum)| {
            let isian = s
                .kelompok
                .iter()
                .find(|g| &g.kode == kode)
                .unwrap_or(&kosong);
            compute_kelompok(
                k,
                isian,
                kode,
                instrumen,
                minimum.is_some(),
                &p,
                nama,
                s.tahun,
            )
        })
        .collect();
    let responden: Vec<Kode> = hasil.iter().map(|g| g.responden.clone()).collect();
    k.jumlah(
        Nama::new(
            format!("{p}.responden"),
            format!("Jumlah responden {nama} tahun {}", s.tahun),
            Satuan::Orang,
            0,
        ),
        &responden,
    );
    let pasangan: Vec<(&Kode, &Kode)> = hasil.iter().map(|g| (&g.nilai, &g.responden)).collect();
    let nama_indeks = Nama::new(
        format!("{p}.indeks"),
        format!("{nama} tahun {} sebelum pembulatan", s.tahun),
        Satuan::Indeks,
        PRESISI_INDEKS,
    );
    let indeks = k.hitung(
        nama_indeks,
        &rumus::INDEKS_TERTIMBANG,
        s.tahun,
        tertimbang(&pasangan),
        false,
    );
    (hasil, indeks)
}

#[expect(
    clippy::too_many_arguments,
    reason = "one call site; the parts of one group's name and place"
)]
fn compute_kelompok(
    k: &mut Konteks,
    isian: &KelompokResponden,
    kode: &str,
    id_instrumen: &str,
    berminimum: bool,
    p: &str,
    nama: &str,
    t: i16,
) -> HasilKelompok {
    let instrumen = k.hukum.instrumen(id_instrumen);
    let g = format!("{p}.{kode}");
    let responden = k.fakta.masukan(
        Nama::new(
            format!("{g}.responden"),
            format!("Responden {kode} {nama} tahun {t}"),
            Satuan::Orang,
            0,
        ),
        &isian.responden,
    );
    let daftar_unsur = instrumen
        .map(|i| i.kelompok.iter().flat_map(|g| &g.unsur).collect::<Vec<_>>())
        .unwrap_or_default();
    let unsur: Vec<(String, Kode, Kode)> = daftar_unsur
        .into_iter()
        .map(|unsur| {
            let baris = isian.unsur.iter().find(|baris| baris.kode == unsur.kode);
            compute_unsur(
                k,
                &g,
                &unsur.kode,
                &unsur.nama,
                baris.map(|b| (&b.bobot, &b.nilai)),
                &isian.skala,
                nama,
                kode,
                t,
            )
        })
        .collect();
    let pasangan: Vec<(&Kode, &Kode)> = unsur
        .iter()
        .map(|(_, bobot, nilai)| (nilai, bobot))
        .collect();
    let nama_hitung = Nama::new(
        format!("{g}.hitung"),
        format!("{nama} pihak {kode} tahun {t} menurut unsurnya"),
        Satuan::Indeks,
        PRESISI_INDEKS,
    );
    let hitung = k.hitung(
        nama_hitung,
        &rumus::INDEKS_UNSUR_BERBOBOT,
        t,
        tertimbang(&pasangan),
        false,
    );
    let nama_indeks = Nama::new(
        format!("{g}.indeks"),
        format!("{nama} pihak {kode} tahun {t}"),
        Satuan::Indeks,
        PRESISI,
    );
    // A part that is a gap makes the weighted sum unknown; the printed value of the group is then all there is.
    let dari_tercetak = !k.ada(&hitung) && isian.tercetak.nilai().is_some();
    let nilai = if dari_tercetak {
        k.fakta.masukan(nama_indeks, &isian.tercetak)
    } else {
        let kode = k.hitung(nama_indeks, &rumus::PUBLIKASI, t, f(&hitung), true);
        k.fakta.catat_tercetak(&kode, &isian.tercetak);
        kode
    };
    let minimum = if berminimum {
        k.angka_ketentuan("survei.minimum_kelompok", t, Satuan::Orang)
    } else {
        None
    };
    let cukup = minimum.as_ref().and_then(|minimum| {
        Some(k.fakta.angka(responden.as_str())? >= k.fakta.angka(minimum.as_str())?)
    });
    HasilKelompok {
        kode: kode.to_owned(),
        nama: instrumen.map_or_else(|| kode.to_owned(), |i| i.nama.clone()),
        responden,
        nilai,
        dari_tercetak,
        unsur,
        minimum,
        cukup,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one call site; the parts of one cell's name and place"
)]
fn compute_unsur(
    k: &mut Konteks,
    g: &str,
    kode_unsur: &str,
    nama_unsur: &str,
    isian: Option<(&Sel, &Sel)>,
    skala: &Sel,
    nama: &str,
    pihak: &str,
    t: i16,
) -> (String, Kode, Kode) {
    let kosong = Sel::default();
    let (bobot, nilai) = isian.unwrap_or((&kosong, &kosong));
    let u = siput(kode_unsur);
    let bobot = k.fakta.masukan(
        Nama::new(
            format!("{g}.unsur.{u}.bobot"),
            format!("Bobot {nama_unsur} ({pihak}) {nama}"),
            Satuan::Persen,
            0,
        ),
        bobot,
    );
    let label = format!("{nama_unsur} ({pihak}) {nama} tahun {t}");
    let skala_lima = skala.nilai() == Some(Decimal::from(5));
    let faktor = skala_lima
        .then(|| k.angka_ketentuan("survei.konversi_5_ke_4", t, Satuan::Lain("kali".to_owned())))
        .flatten();
    let nilai = match faktor {
        None => k.fakta.masukan(
            Nama::new(format!("{g}.unsur.{u}"), label, Satuan::Indeks, PRESISI),
            nilai,
        ),
        Some(faktor) => {
            let asal = k.fakta.masukan(
                Nama::new(
                    format!("{g}.unsur.{u}.skala_5"),
                    format!("{label}, skala 1–5"),
                    Satuan::Indeks,
                    PRESISI,
                ),
                nilai,
            );
            let ungkapan: Ungkapan = f(&asal).kali(f(&faktor));
            k.hitung(
                Nama::new(
                    format!("{g}.unsur.{u}"),
                    label,
                    Satuan::Indeks,
                    PRESISI_INDEKS,
                ),
                &rumus::KONVERSI_SKALA_5,
                t,
                ungkapan,
                false,
            )
        }
    };
    (nama_unsur.to_owned(), bobot, nilai)
}
