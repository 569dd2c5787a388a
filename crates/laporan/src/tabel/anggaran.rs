//! Budget, revenue and efficiency.

use document::{Align, Cell, Row, Table};
use kinerja::hasil::{HasilAnggaran, PosAnggaran};

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, baris_kelompok, kapital_awal, kata, sebutan_sumber, tabel};
use crate::konteks::sumber_akhir;
use crate::nilai::nama_bulan;

const KOLOM_SERAPAN: [(u16, Align, &str); 4] = [
    (26, Align::Right, "Pagu (Rp)"),
    (26, Align::Right, "Realisasi (Rp)"),
    (15, Align::Right, "Serapan (%)"),
    (25, Align::Right, "Sisa (Rp)"),
];

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    tahunan(bahan, kumpulan);
    pnbp(bahan, kumpulan);
    efisiensi(bahan, kumpulan);
    let tahun = bahan.hasil.tahun;
    let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == tahun) else {
        return;
    };
    let realisasi =
        |menurut: &str| format!("Pagu akhir dan realisasi menurut {menurut}, Tahun {tahun}");
    let dipa = |menurut: &str| format!("Pagu menurut {menurut} pada DIPA awal, Tahun {tahun}");
    let akhir = PosAnggaran {
        nama: String::new(),
        kegiatan: String::new(),
        pagu: anggaran.pagu.clone(),
        realisasi: Some(anggaran.realisasi.clone()),
        penyerapan: Some(anggaran.penyerapan.clone()),
        sisa: Some(anggaran.sisa.clone()),
    };
    let jenis = Daftar {
        nama: "anggaran.jenis",
        judul: realisasi("jenis belanja"),
        pertama: "Jenis belanja",
        sebutan: kapital_awal,
        pos: &anggaran.jenis,
        jumlah: Some(&akhir),
    };
    let judul_sumber = if sumber_akhir(anggaran) {
        realisasi("sumber dana")
    } else {
        dipa("sumber dana")
    };
    let sumber = Daftar {
        nama: "anggaran.sumber",
        judul: judul_sumber,
        pertama: "Sumber dana",
        sebutan: sebutan_sumber,
        pos: &anggaran.sumber,
        jumlah: anggaran.jumlah_sumber.as_ref(),
    };
    let awal = Daftar {
        nama: "anggaran.dipa",
        judul: dipa("jenis belanja"),
        pertama: "Jenis belanja",
        sebutan: kapital_awal,
        pos: &anggaran.dipa_jenis,
        jumlah: anggaran.jumlah_dipa.as_ref(),
    };
    for daftar in [jenis, sumber, awal] {
        kumpulan.tambah(daftar.nama, daftar.tabel(bahan));
    }
    kumpulan.tambah("anggaran.program", program(bahan, anggaran, &akhir));
    kumpulan.tambah("anggaran.revisi", revisi(bahan, anggaran));
    kumpulan.tambah("anggaran.bulanan", bulanan(bahan, anggaran));
}

fn kolom(pertama: &'static str) -> Vec<(u16, Align, &'static str)> {
    std::iter::once((34, Align::Left, pertama))
        .chain(KOLOM_SERAPAN)
        .collect()
}

fn sel_serapan(bahan: &Bahan<'_>, pos: &PosAnggaran) -> Vec<Cell> {
    vec![
        bahan.sel(&pos.pagu),
        bahan.sel_bila(pos.realisasi.as_ref()),
        bahan.sel_bila(pos.penyerapan.as_ref()),
        bahan.sel_bila(pos.sisa.as_ref()),
    ]
}

fn baris_total(bahan: &Bahan<'_>, jumlah: &PosAnggaran) -> Row {
    let mut sel = vec![Cell::text("Jumlah")];
    sel.extend(sel_serapan(bahan, jumlah));
    baris_jumlah(sel)
}

/// One budget table: its lines, and their total.
struct Daftar<'a> {
    nama: &'static str,
    judul: String,
    pertama: &'static str,
    sebutan: fn(&str) -> String,
    pos: &'a [PosAnggaran],
    jumlah: Option<&'a PosAnggaran>,
}

impl Daftar<'_> {
    fn tabel(&self, bahan: &Bahan<'_>) -> Table {
        let kolom = kolom(self.pertama);
        let berrealisasi = self.pos.iter().any(|pos| pos.realisasi.is_some());
        let banyak = if berrealisasi { kolom.len() } else { 2 };
        let mut tabel = tabel(self.nama, kata(&self.judul), &kolom[..banyak]);
        for pos in self.pos {
            let mut baris = vec![Cell::text((self.sebutan)(&pos.nama))];
            baris.extend(sel_serapan(bahan, pos));
            baris.truncate(banyak);
            tabel.body.push(Row::new(baris));
        }
        if let (Some(jumlah), false) = (self.jumlah, self.pos.is_empty()) {
            let mut total = baris_total(bahan, jumlah);
            total.cells.truncate(banyak);
            tabel.body.push(total);
        }
        tabel
    }
}

fn program(bahan: &Bahan<'_>, anggaran: &HasilAnggaran, akhir: &PosAnggaran) -> Table {
    let judul = kata(format!(
        "Pagu akhir dan realisasi menurut program dan kegiatan, Tahun {}",
        anggaran.tahun
    ));
    let kolom = kolom("Program dan kegiatan");
    let mut tabel = tabel("anggaran.program", judul, &kolom);
    let mut sebelum = "";
    for pos in &anggaran.program {
        if !pos.kegiatan.is_empty() && pos.nama != sebelum {
            tabel
                .body
                .push(baris_kelompok(kata(&pos.nama), kolom.len()));
        }
        sebelum = &pos.nama;
        let nama = if pos.kegiatan.is_empty() {
            &pos.nama
        } else {
            &pos.kegiatan
        };
        let mut baris = vec![Cell::text(nama)];
        baris.extend(sel_serapan(bahan, pos));
        tabel.body.push(Row::new(baris));
    }
    if !tabel.body.is_empty() {
        let total = anggaran.jumlah_program.as_ref().unwrap_or(akhir);
        tabel.body.push(baris_total(bahan, total));
    }
    tabel
}

fn revisi(bahan: &Bahan<'_>, anggaran: &HasilAnggaran) -> Table {
    let mut tabel = tabel(
        "anggaran.revisi",
        kata(format!("Revisi DIPA Tahun {}", anggaran.tahun)),
        &[
            (16, Align::Left, "Nomor"),
            (58, Align::Left, "Alasan"),
            (30, Align::Right, "Pagu sesudah revisi (Rp)"),
        ],
    );
    for (nomor, alasan, pagu) in &anggaran.revisi {
        tabel.body.push(Row::new(vec![
            Cell::text(format!("Revisi {nomor}")),
            Cell::text(alasan),
            bahan.sel(pagu),
        ]));
    }
    tabel
}

fn bulanan(bahan: &Bahan<'_>, anggaran: &HasilAnggaran) -> Table {
    let mut tabel = tabel(
        "anggaran.bulanan",
        kata(format!(
            "Rencana dan realisasi anggaran kumulatif menurut bulan, Tahun {}",
            anggaran.tahun
        )),
        &[
            (24, Align::Left, "Bulan"),
            (30, Align::Right, "Rencana (Rp)"),
            (30, Align::Right, "Realisasi (Rp)"),
            (20, Align::Right, "Serapan (%)"),
        ],
    );
    for (bulan, rencana, realisasi, serapan) in &anggaran.bulan {
        tabel.body.push(Row::new(vec![
            Cell::text(nama_bulan(*bulan)),
            bahan.sel(rencana),
            bahan.sel(realisasi),
            bahan.sel(serapan),
        ]));
    }
    tabel
}

fn tahunan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "anggaran.tahunan",
        kata("Pagu akhir dan realisasi anggaran dari tahun ke tahun"),
        &kolom("Tahun"),
    );
    for anggaran in bahan.hasil.anggaran.iter().rev() {
        tabel.body.push(Row::new(vec![
            Cell::text(anggaran.tahun.to_string()),
            bahan.sel(&anggaran.pagu),
            bahan.sel(&anggaran.realisasi),
            bahan.sel(&anggaran.penyerapan),
            bahan.sel(&anggaran.sisa),
        ]));
    }
    if tabel.body.len() > 1 {
        kumpulan.tambah("anggaran.tahunan", tabel);
    }
}

fn pnbp(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "pnbp",
        kata("Target dan realisasi penerimaan negara bukan pajak"),
        &[
            (14, Align::Centre, "Tahun"),
            (26, Align::Right, "Target (Rp)"),
            (26, Align::Right, "Realisasi (Rp)"),
            (16, Align::Right, "Capaian (%)"),
            (26, Align::Right, "Selisih (Rp)"),
        ],
    );
    for pnbp in bahan.hasil.pnbp.iter().rev() {
        tabel.body.push(Row::new(vec![
            Cell::text(pnbp.tahun.to_string()),
            bahan.sel(&pnbp.target),
            bahan.sel(&pnbp.realisasi),
            bahan.sel(&pnbp.capaian),
            bahan.sel(&pnbp.selisih),
        ]));
    }
    kumpulan.tambah("pnbp", tabel);
}

fn efisiensi(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let mut tabel = tabel(
        "efisiensi",
        kata(format!(
            "Efisiensi penggunaan sumber daya menurut sasaran kegiatan, Tahun {}",
            bahan.hasil.tahun
        )),
        &[
            (44, Align::Left, "Sasaran kegiatan"),
            (25, Align::Right, "Pagu (Rp)"),
            (25, Align::Right, "Realisasi (Rp)"),
            (15, Align::Right, "Serapan (%)"),
            (15, Align::Right, "Capaian (%)"),
            (15, Align::Right, "Efisiensi (%)"),
        ],
    );
    for efisiensi in &bahan.hasil.efisiensi {
        tabel.body.push(Row::new(vec![
            Cell::text(&efisiensi.sasaran),
            bahan.sel(&efisiensi.pagu),
            bahan.sel(&efisiensi.realisasi),
            bahan.sel(&efisiensi.penyerapan),
            bahan.sel(&efisiensi.capaian),
            bahan.sel(&efisiensi.efisiensi),
        ]));
    }
    kumpulan.tambah("efisiensi", tabel);
}
