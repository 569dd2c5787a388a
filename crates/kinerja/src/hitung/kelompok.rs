//! Surveys by groups of respondents (IPK): weighted parts per group, groups pooled by number of respondents.

use hukum::Unsur;
use rust_decimal::Decimal;

use super::konteks::{Konteks, siput};
use super::survei::tertimbang;
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::HasilKelompok;
use crate::masukan::{KelompokResponden, Sel, SurveiKelompok};
use crate::rumus;
use crate::ungkapan::f;

const PRESISI: u32 = 2;
const PRESISI_INDEKS: u32 = 4;

/// One group of one survey: what its fakta are called.
struct Pihak<'a> {
    /// Start of its codes ("ipk.2023.internal").
    awal: String,
    /// "internal"
    kode: &'a str,
    /// Code of the indicator, for labels.
    indikator: &'a str,
    /// Where its cells stand.
    berkas: &'a str,
    tahun: i16,
}

/// The groups and the pooled, unrounded index.
pub(super) fn compute(
    k: &mut Konteks,
    s: &SurveiKelompok,
    kelompok: &[(String, String, Option<u32>)],
    awalan: &str,
    nama: &str,
) -> (Vec<HasilKelompok>, Kode) {
    let (p, t) = (format!("{awalan}.{}", s.tahun), s.tahun);
    let kosong = KelompokResponden {
        responden: Sel::kosong_pada(&s.berkas, "responden"),
        ..KelompokResponden::default()
    };
    let hasil: Vec<HasilKelompok> = kelompok
        .iter()
        .map(|(kode, instrumen, minimum)| {
            let isian = s.kelompok.iter().find(|g| &g.kode == kode);
            let pihak = Pihak {
                awal: format!("{p}.{kode}"),
                kode,
                indikator: nama,
                berkas: &s.berkas,
                tahun: t,
            };
            compute_kelompok(
                k,
                &pihak,
                isian.unwrap_or(&kosong),
                instrumen,
                minimum.is_some(),
            )
        })
        .collect();
    let responden: Vec<Kode> = hasil.iter().map(|g| g.responden.clone()).collect();
    let label = format!("Jumlah responden {nama} tahun {t}");
    k.jumlah(
        Nama::new(format!("{p}.responden"), label, Satuan::Orang, 0),
        &responden,
    );
    let pasangan: Vec<(&Kode, &Kode)> = hasil.iter().map(|g| (&g.nilai, &g.responden)).collect();
    let label = format!("{nama} tahun {t} sebelum pembulatan");
    let nama_indeks = Nama::new(format!("{p}.indeks"), label, Satuan::Indeks, PRESISI_INDEKS);
    let indeks = k.hitung(
        nama_indeks,
        &rumus::INDEKS_TERTIMBANG,
        t,
        tertimbang(&pasangan),
        false,
    );
    (hasil, indeks)
}

fn compute_kelompok(
    k: &mut Konteks,
    pihak: &Pihak,
    isian: &KelompokResponden,
    id_instrumen: &str,
    berminimum: bool,
) -> HasilKelompok {
    let (g, kode, nama, t) = (&pihak.awal, pihak.kode, pihak.indikator, pihak.tahun);
    let instrumen = k.hukum.instrumen(id_instrumen);
    let label = format!("Responden {kode} {nama} tahun {t}");
    let nama_responden = Nama::new(format!("{g}.responden"), label, Satuan::Orang, 0);
    let responden = k.fakta.masukan(nama_responden, &isian.responden);
    let daftar = instrumen
        .into_iter()
        .flat_map(|i| &i.kelompok)
        .flat_map(|g| &g.unsur);
    let unsur: Vec<(String, Kode, Kode)> = daftar
        .map(|unsur| compute_unsur(k, pihak, unsur, isian))
        .collect();

    let pasangan: Vec<(&Kode, &Kode)> = unsur
        .iter()
        .map(|(_, bobot, nilai)| (nilai, bobot))
        .collect();
    let label = format!("{nama} pihak {kode} tahun {t} menurut unsurnya");
    let nama_hitung = Nama::new(format!("{g}.hitung"), label, Satuan::Indeks, PRESISI_INDEKS);
    let rumus = &rumus::INDEKS_UNSUR_BERBOBOT;
    let hitung = k.hitung(nama_hitung, rumus, t, tertimbang(&pasangan), false);
    let label = format!("{nama} pihak {kode} tahun {t}");
    let nama_indeks = Nama::new(format!("{g}.indeks"), label, Satuan::Indeks, PRESISI);
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

/// Name, weight and value of one part; a value on the scale 1 to 5 is converted.
fn compute_unsur(
    k: &mut Konteks,
    pihak: &Pihak,
    unsur: &Unsur,
    isian: &KelompokResponden,
) -> (String, Kode, Kode) {
    let (t, u) = (pihak.tahun, siput(&unsur.kode));
    let kosong = Sel::kosong_pada(pihak.berkas, &unsur.kode);
    let baris = isian.unsur.iter().find(|baris| baris.kode == unsur.kode);
    let (bobot, nilai) = baris.map_or((&kosong, &kosong), |b| (&b.bobot, &b.nilai));
    let awal = format!("{}.unsur.{u}", pihak.awal);
    let sebut = format!("{} ({}) {}", unsur.nama, pihak.kode, pihak.indikator);
    let nama_bobot = Nama::new(
        format!("{awal}.bobot"),
        format!("Bobot {sebut}"),
        Satuan::Persen,
        0,
    );
    let bobot = k.fakta.masukan(nama_bobot, bobot);

    let label = format!("{sebut} tahun {t}");
    let skala_lima = isian.skala.nilai() == Some(Decimal::from(5));
    let kali = Satuan::Lain("kali".to_owned());
    let faktor = skala_lima
        .then(|| k.angka_ketentuan("survei.konversi_5_ke_4", t, kali))
        .flatten();
    let nilai = match faktor {
        None => k
            .fakta
            .masukan(Nama::new(awal, label, Satuan::Indeks, PRESISI), nilai),
        Some(faktor) => {
            let label_asal = format!("{label}, skala jawaban");
            let nama_asal = Nama::new(
                format!("{awal}.jawaban"),
                label_asal,
                Satuan::Indeks,
                PRESISI,
            );
            let asal = k.fakta.masukan(nama_asal, nilai);
            let nama = Nama::new(awal, label, Satuan::Indeks, PRESISI_INDEKS);
            k.hitung(
                nama,
                &rumus::KONVERSI_SKALA_5,
                t,
                f(&asal).kali(f(&faktor)),
                false,
            )
        }
    };
    (unsur.nama.clone(), bobot, nilai)
}
