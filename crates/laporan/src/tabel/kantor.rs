//! The office's staff.

use document::{Align, Cell, Inline, Row, TableColumn};
use kinerja::kolom_ruang;

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, kapital_awal, kata, tabel};

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    formasi(bahan, kumpulan);
    golongan(bahan, kumpulan);
}

fn formasi(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let pegawai = &bahan.hasil.pegawai;
    let mut tabel = tabel(
        "pegawai.formasi",
        kata("Pegawai menurut jabatan"),
        &[
            (8, Align::Centre, "No."),
            (60, Align::Left, "Jabatan"),
            (24, Align::Right, "Jumlah (orang)"),
        ],
    );
    for (nomor, (nama, kode)) in pegawai.formasi.iter().enumerate() {
        let nomor = Cell::text(format!("{}.", nomor + 1));
        tabel
            .body
            .push(Row::new(vec![nomor, Cell::text(nama), bahan.sel(kode)]));
    }
    if let (Some(jumlah), false) = (&pegawai.jumlah, tabel.body.is_empty()) {
        tabel.body.push(baris_jumlah(vec![
            Cell::text("Jumlah").across(2),
            bahan.sel(jumlah),
        ]));
    }
    kumpulan.tambah("pegawai.formasi", tabel);
}

fn golongan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let Some(pertama) = bahan.masukan.pegawai.first() else {
        return;
    };
    let kolom: Vec<(&str, &str)> = pertama
        .jumlah_per_kolom
        .iter()
        .map(|(nama, _)| kelompok_kolom(nama))
        .collect();
    let mut tabel = tabel("pegawai.golongan", kata("Pegawai menurut golongan"), &[]);
    let satu = |width, align| TableColumn { width, align };
    tabel.columns = std::iter::once(satu(14, Align::Centre))
        .chain(kolom.iter().map(|_| satu(7, Align::Right)))
        .chain([satu(10, Align::Right)])
        .collect();
    tabel.head = kepala_golongan(&kolom);
    for (golongan, sel, jumlah) in &bahan.hasil.pegawai.golongan {
        let mut baris = vec![Cell::text(golongan)];
        baris.extend(sel.iter().map(|kode| bahan.sel(kode)));
        baris.push(bahan.sel(jumlah));
        tabel.body.push(Row::new(baris));
    }
    let singkatan = if kolom.iter().any(|(_, nama)| sebutan_kolom(nama) == "L") {
        "L: laki-laki; P: perempuan. "
    } else {
        ""
    };
    let keterangan = format!("{singkatan}Kolom jumlah adalah jumlah pegawai pada kolom ruang.");
    tabel.source = Some(vec![Inline::text(keterangan)]);
    kumpulan.tambah("pegawai.golongan", tabel);
}

/// Columns of ranks stand under one heading, "teknis_LK" under "Teknis"; any other column stands alone.
fn kelompok_kolom(nama: &str) -> (&str, &str) {
    if kolom_ruang(nama) {
        ("ruang", nama)
    } else {
        nama.split_once('_').unwrap_or(("", nama))
    }
}

fn kepala_golongan(kolom: &[(&str, &str)]) -> Vec<Row> {
    let mut atas = vec![Cell::text("Gol.").down(2)];
    let mut bawah = Vec::new();
    let mut sisa = kolom;
    while let Some((grup, nama)) = sisa.first() {
        if grup.is_empty() {
            atas.push(Cell::text(sebutan_kolom(nama)).down(2));
            sisa = &sisa[1..];
            continue;
        }
        let banyak = sisa.iter().take_while(|(lain, _)| lain == grup).count();
        let (sekelompok, lanjut) = sisa.split_at(banyak);
        atas.push(Cell::text(sebutan_grup(grup)).across(u16::try_from(banyak).unwrap_or(1)));
        bawah.extend(
            sekelompok
                .iter()
                .map(|(_, nama)| Cell::text(sebutan_kolom(nama))),
        );
        sisa = lanjut;
    }
    atas.push(Cell::text("Jumlah").down(2));
    if bawah.is_empty() {
        atas.iter_mut().for_each(|sel| sel.rowspan = 1);
        return vec![Row::new(atas)];
    }
    vec![Row::new(atas), Row::new(bawah)]
}

fn sebutan_grup(grup: &str) -> String {
    match grup.strip_prefix("non") {
        Some(sisa) if !sisa.is_empty() => format!("Non{sisa}"),
        _ => kapital_awal(grup),
    }
}

fn sebutan_kolom(nama: &str) -> String {
    match nama {
        "LK" | "lk" => "L".to_owned(),
        "PR" | "pr" => "P".to_owned(),
        lain => kapital_awal(lain),
    }
}
