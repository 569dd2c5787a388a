//! Surveys: by month, by part, by group of respondents.

use document::{Align, Cell, Inline, Row, RowKind, TableColumn};
use kinerja::hasil::{HasilIndikator, HasilSurvei};

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, baris_kelompok, kapital_awal, kata, tabel};
use crate::nilai::{nama_bulan, singkat_bulan};

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    for indikator in &bahan.hasil.indikator {
        if let Some(survei) = &indikator.survei {
            bulanan(bahan, indikator, survei, kumpulan);
            tertimbang(bahan, indikator, survei, kumpulan);
            kelompok_unsur(bahan, indikator, survei, kumpulan);
            unsur_di_bawah(bahan, indikator, survei, kumpulan);
        }
        kelompok(bahan, indikator, kumpulan);
    }
}

fn bulanan(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let nama = format!("{}.bulanan", indikator.awalan);
    let judul = format!(
        "Nilai unsur {} menurut bulan, Tahun {}",
        indikator.profil.kode, bahan.hasil.tahun
    );
    let mut tabel = tabel(&nama, kata(judul), &[]);
    tabel.columns = std::iter::once((34, Align::Left))
        .chain(survei.bulan.iter().map(|_| (11, Align::Centre)))
        .chain([(13, Align::Centre)])
        .map(|(width, align)| TableColumn { width, align })
        .collect();
    let mut kepala = vec![Cell::text("Unsur")];
    kepala.extend(
        survei
            .bulan
            .iter()
            .map(|bulan| Cell::text(singkat_bulan(bulan.bulan))),
    );
    kepala.push(Cell::text("Nilai"));
    tabel.head = vec![Row::new(kepala)];
    let mut grup = "";
    for unsur in &survei.unsur {
        if unsur.kelompok != grup && !unsur.kelompok.is_empty() {
            let judul = kata(nama_kelompok(bahan, survei, &unsur.kelompok));
            tabel.body.push(baris_kelompok(judul, tabel.columns.len()));
            grup = &unsur.kelompok;
        }
        let mut baris = vec![Cell::text(&unsur.nama)];
        baris.extend(unsur.bulan.iter().map(|kode| bahan.sel(kode)));
        baris.push(bahan.sel(&unsur.nilai));
        tabel.body.push(Row::new(baris));
    }
    let mut indeks = vec![Cell::text("Indeks")];
    indeks.extend(survei.bulan.iter().map(|bulan| bahan.sel(&bulan.indeks)));
    indeks.push(bahan.sel(&indikator.realisasi));
    tabel.body.push(baris_jumlah(indeks));
    let mut responden = vec![Cell::text("Responden (orang)")];
    responden.extend(survei.bulan.iter().map(|bulan| bahan.sel(&bulan.responden)));
    responden.push(bahan.sel(&survei.responden));
    tabel.body.push(baris_jumlah(responden));
    let keterangan =
        "Nilai setahun adalah rata-rata bulanan yang ditimbang menurut banyaknya responden.";
    tabel.source = Some(vec![Inline::text(keterangan)]);
    kumpulan.tambah(nama, tabel);
}

/// The name of a group: the instrument's, after its letter.
fn nama_kelompok(bahan: &Bahan<'_>, survei: &HasilSurvei, kode: &str) -> String {
    bahan
        .hukum
        .instrumen(&survei.instrumen)
        .and_then(|instrumen| {
            instrumen
                .kelompok
                .iter()
                .find(|kelompok| kelompok.kode == kode)
        })
        .filter(|kelompok| !kelompok.nama.is_empty())
        .map_or_else(
            || format!("Kelompok {kode}"),
            |kelompok| format!("{kode}. {}", kelompok.nama),
        )
}

fn tertimbang(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let nama = format!("{}.tertimbang", indikator.awalan);
    let judul = format!(
        "Indeks {} menurut bulan dan responden",
        indikator.profil.kode
    );
    let kolom = [
        (26, Align::Left, "Bulan"),
        (18, Align::Centre, "Indeks"),
        (20, Align::Centre, "Responden (orang)"),
        (22, Align::Right, "Indeks × responden"),
        (26, Align::Left, "Terhadap jumlah minimum"),
    ];
    let banyak = if survei.minimum.is_some() {
        kolom.len()
    } else {
        kolom.len() - 1
    };
    let mut tabel = tabel(&nama, kata(judul), &kolom[..banyak]);
    let potong = |mut sel: Vec<Cell>| {
        sel.truncate(banyak);
        sel
    };
    for bulan in &survei.bulan {
        let cukup = match survei.bulan_di_bawah_minimum.contains(&bulan.bulan) {
            true => "di bawah minimum",
            false if bahan.angka(&bulan.responden).is_some() => "terpenuhi",
            false => "belum dapat dinilai",
        };
        tabel.body.push(Row::new(potong(vec![
            Cell::text(nama_bulan(bulan.bulan)),
            bahan.sel(&bulan.indeks),
            bahan.sel(&bulan.responden),
            bahan.sel_bila(bulan.tertimbang.as_ref()),
            Cell::text(cukup),
        ])));
    }
    tabel.body.push(baris_jumlah(potong(vec![
        Cell::text("Jumlah"),
        Cell::text(""),
        bahan.sel(&survei.responden),
        bahan.sel(&survei.jumlah_tertimbang),
        Cell::text(""),
    ])));
    let keterangan = "Hasil kali dihitung dari indeks bulanan sebelum pembulatan.";
    tabel.source = Some(vec![Inline::text(keterangan)]);
    kumpulan.tambah(nama, tabel);
}

fn kelompok_unsur(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let nama = format!("{}.kelompok_unsur", indikator.awalan);
    let judul = format!("Nilai {} menurut kelompok variabel", indikator.profil.kode);
    let mut tabel = tabel(
        &nama,
        kata(judul),
        &[(70, Align::Left, "Kelompok"), (25, Align::Centre, "Nilai")],
    );
    for (kelompok, kode) in &survei.kelompok {
        tabel
            .body
            .push(Row::new(vec![Cell::text(kelompok), bahan.sel(kode)]));
    }
    kumpulan.tambah(nama, tabel);
}

fn unsur_di_bawah(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let nama = format!("{}.unsur_di_bawah", indikator.awalan);
    let judul = format!(
        "Unsur {} di bawah indeks, dari yang terendah",
        indikator.profil.kode
    );
    let mut tabel = tabel(
        &nama,
        kata(judul),
        &[
            (8, Align::Centre, "No."),
            (60, Align::Left, "Unsur"),
            (18, Align::Centre, "Nilai"),
            (24, Align::Centre, "Di bawah indeks"),
        ],
    );
    for (nomor, posisi) in survei.unsur_di_bawah.iter().enumerate() {
        let Some(unsur) = survei.unsur.get(*posisi) else {
            continue;
        };
        tabel.body.push(Row::new(vec![
            Cell::text(format!("{}.", nomor + 1)),
            Cell::text(&unsur.nama),
            bahan.sel(&unsur.nilai),
            bahan.sel_bila(unsur.selisih.as_ref()),
        ]));
    }
    kumpulan.tambah(nama, tabel);
}

fn kelompok(bahan: &Bahan<'_>, indikator: &HasilIndikator, kumpulan: &mut Kumpulan) {
    let nama = format!("{}.kelompok", indikator.awalan);
    let judul = format!(
        "Nilai unsur {} menurut kelompok responden",
        indikator.profil.kode
    );
    let mut tabel = tabel(
        &nama,
        kata(judul),
        &[
            (60, Align::Left, "Unsur"),
            (22, Align::Centre, "Bobot (%)"),
            (22, Align::Centre, "Nilai"),
        ],
    );
    for kelompok in &indikator.kelompok {
        let judul = vec![
            Inline::text(format!("{}, ", kapital_awal(&kelompok.kode))),
            bahan.inline(&kelompok.responden, crate::nilai::Bentuk::Kalimat),
            Inline::text(" responden"),
        ];
        tabel.body.push(baris_kelompok(judul, tabel.columns.len()));
        for (unsur, bobot, nilai) in &kelompok.unsur {
            tabel.body.push(Row::new(vec![
                Cell::text(unsur),
                bahan.sel(bobot),
                bahan.sel(nilai),
            ]));
        }
        let sebutan = if kelompok.dari_tercetak {
            "Nilai kelompok (sebagaimana tercatat)"
        } else {
            "Nilai kelompok"
        };
        tabel.body.push(Row {
            cells: vec![Cell::text(sebutan).across(2), bahan.sel(&kelompok.nilai)],
            kind: RowKind::Total,
        });
    }
    kumpulan.tambah(nama, tabel);
}
