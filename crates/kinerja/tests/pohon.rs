//! The agreement as a tree, and the quarters of the action plan.

use hukum::Hukum;
use kinerja::masukan::{
    BarisPerjanjian, BarisProgram, BarisRencanaAksi, IsiSel, Masukan, Sel, TingkatSasaran,
};
use kinerja::pohon::{pohon, tingkat_sendiri};

fn sel(teks: &str) -> Sel {
    let isi = kinerja::bilangan::parse(teks).map_or(IsiSel::Kosong, |b| IsiSel::Angka(b.nilai));
    Sel {
        teks: teks.to_owned(),
        isi,
        ..Sel::default()
    }
}

fn janji(tingkat: TingkatSasaran, no: &str, kode: &str, mendukung: &str) -> BarisPerjanjian {
    BarisPerjanjian {
        tahun: 2024,
        tingkat,
        no_sasaran: no.to_owned(),
        sasaran: format!("Sasaran {no}"),
        no_indikator: "1".to_owned(),
        indikator: format!("Indikator {no}"),
        kode: kode.to_owned(),
        target: sel("10"),
        satuan: "dokumen".to_owned(),
        mendukung: mendukung.to_owned(),
        ..BarisPerjanjian::default()
    }
}

fn masukan(perjanjian: Vec<BarisPerjanjian>) -> Masukan {
    let mut masukan = Masukan {
        perjanjian,
        ..Masukan::default()
    };
    masukan.satker.tahun = 2024;
    masukan.satker.profil = "kantor-umum".to_owned();
    masukan
}

fn hukum() -> Hukum {
    Hukum::bawaan().expect("data hukum utuh")
}

#[test]
fn an_objective_hangs_on_what_it_names_or_on_the_same_indicator_and_else_stands_apart() {
    use TingkatSasaran::{Kegiatan, Program, Strategis};
    let masukan = masukan(vec![
        janji(Strategis, "1", "IKM", ""),
        janji(Program, "1", "IKM", ""),
        janji(Program, "2", "", "1"),
        janji(Kegiatan, "1", "IKM", "1; 2"),
        // Bears the number of a program, which alone says nothing.
        janji(Kegiatan, "2", "", ""),
    ]);
    let hasil = kinerja::compute(&masukan, &hukum());
    let pohon = pohon(&masukan, &hasil);
    let [strategis] = pohon.akar.as_slice() else {
        panic!("{:?}", pohon.akar);
    };
    let program: Vec<(&str, usize)> = strategis
        .anak
        .iter()
        .map(|s| (s.nomor, s.anak.len()))
        .collect();
    assert_eq!(program, [("1", 1), ("2", 1)]);
    let lepas: Vec<_> = pohon.lepas.iter().map(|s| (s.tingkat, s.nomor)).collect();
    assert_eq!(lepas, [(Kegiatan, "2")]);
    assert_eq!(tingkat_sendiri(&masukan, 2024), Kegiatan);
}

#[test]
fn an_objective_knows_its_budget_and_its_indicator_who_answers_for_it() {
    let mut masukan = masukan(vec![janji(TingkatSasaran::Kegiatan, "1", "", "")]);
    masukan.anggaran_program = ["1", "2"]
        .into_iter()
        .map(|no| BarisProgram {
            tahun: 2024,
            tahap: "perjanjian_kinerja".to_owned(),
            program: "Program".to_owned(),
            kegiatan: format!("Kegiatan {no}"),
            no_sasaran: no.to_owned(),
            pagu: sel("1.000"),
            ..BarisProgram::default()
        })
        .collect();
    masukan.rencana_aksi = vec![BarisRencanaAksi {
        tahun: 2024,
        tingkat: TingkatSasaran::Kegiatan,
        no_sasaran: "1".to_owned(),
        no_indikator: "1".to_owned(),
        per_triwulan: true,
        triwulan: ["1", "2", "3", "4"].map(sel),
        penanggung_jawab: "Seksi Pelayanan".to_owned(),
        ..BarisRencanaAksi::default()
    }];
    let hasil = kinerja::compute(&masukan, &hukum());
    let pohon = pohon(&masukan, &hasil);
    let sasaran = &pohon.akar[0];
    let anggaran: Vec<_> = sasaran
        .anggaran
        .iter()
        .map(|pos| pos.kegiatan.as_str())
        .collect();
    assert_eq!(anggaran, ["Kegiatan 1"]);
    let (rencana, triwulan) = sasaran.indikator[0].rencana.expect("planned");
    assert_eq!(rencana.penanggung_jawab, "Seksi Pelayanan");
    let setahun = triwulan.setahun.as_ref().expect("summed");
    assert_eq!(hasil.fakta.angka(setahun.as_str()), Some(10.into()));
    assert_eq!(triwulan.target.as_ref(), Some(&hasil.perjanjian[0].target));
}

#[test]
fn a_quarter_that_was_left_open_is_no_fakta_and_the_year_is_not_summed() {
    let mut masukan = masukan(vec![janji(TingkatSasaran::Kegiatan, "1", "", "")]);
    masukan.rencana_aksi = vec![BarisRencanaAksi {
        tahun: 2024,
        tingkat: TingkatSasaran::Kegiatan,
        no_sasaran: "1".to_owned(),
        no_indikator: "1".to_owned(),
        per_triwulan: true,
        triwulan: ["1", "", "3", "4"].map(sel),
        ..BarisRencanaAksi::default()
    }];
    let hasil = kinerja::compute(&masukan, &hukum());
    let [satu] = hasil.rencana_aksi.as_slice() else {
        panic!("one line");
    };
    assert_eq!(satu.triwulan.iter().flatten().count(), 3);
    assert_eq!(satu.setahun, None);
    // The same indicator planned twice is not counted twice.
    masukan.rencana_aksi.push(masukan.rencana_aksi[0].clone());
    assert_eq!(kinerja::compute(&masukan, &hukum()).rencana_aksi.len(), 2);
}
