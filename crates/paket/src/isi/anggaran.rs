//! Money and the treasury's scores.

use kinerja::masukan::{
    BarisJenisBelanja, BarisKomponen, BarisPnbp, BarisProgram, BarisRevisi, BarisSerapanBulanan,
    BarisSumberDana, Masukan,
};

use super::{DariBaris, Pengisi, Sumber};

pub(super) fn fill(pengisi: &mut Pengisi<'_>, masukan: &mut Masukan) {
    masukan.anggaran_program = pengisi.baris("anggaran_program", BarisProgram::dari);
    masukan.anggaran_jenis = pengisi.baris("anggaran_jenis_belanja", BarisJenisBelanja::dari);
    masukan.anggaran_sumber = pengisi.baris("anggaran_sumber_dana", BarisSumberDana::dari);
    masukan.anggaran_revisi = pengisi.baris("anggaran_revisi", BarisRevisi::dari);
    masukan.serapan_bulanan = pengisi.baris("serapan_bulanan", BarisSerapanBulanan::dari);
    masukan.pnbp = pengisi.baris("pnbp", BarisPnbp::dari);
    masukan.smart = pengisi.baris("smart", BarisKomponen::dari);
    masukan.ikpa = pengisi.baris("ikpa", BarisKomponen::dari);
}

impl DariBaris for BarisProgram {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            tahap: sumber.teks("tahap"),
            program: sumber.teks("program"),
            kegiatan: sumber.teks("kegiatan"),
            no_sasaran: sumber.teks("no_sasaran"),
            total: sumber.total("program"),
            pagu: sumber.sel("pagu"),
            realisasi: sumber.sel("realisasi"),
            persen: sumber.sel("persen_tercetak"),
        }
    }
}

impl DariBaris for BarisJenisBelanja {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            tahap: sumber.teks("tahap"),
            jenis: sumber.teks("jenis"),
            total: sumber.total("jenis"),
            pagu: sumber.sel("pagu"),
            realisasi: sumber.sel("realisasi"),
            persen: sumber.sel("persen_tercetak"),
        }
    }
}

impl DariBaris for BarisSumberDana {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            tahap: sumber.teks("tahap"),
            sumber: sumber.teks("sumber"),
            total: sumber.total("sumber"),
            pagu: sumber.sel("pagu"),
            realisasi: sumber.sel("realisasi"),
        }
    }
}

impl DariBaris for BarisRevisi {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            nomor: sumber.teks("nomor"),
            tanggal: sumber.tanggal("tanggal"),
            pagu: sumber.sel("pagu"),
            alasan: sumber.teks("alasan"),
        }
    }
}

impl DariBaris for BarisSerapanBulanan {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            bulan: sumber.teks("bulan").parse().unwrap_or(0),
            rencana: sumber.sel("rencana"),
            realisasi: sumber.sel("realisasi"),
        }
    }
}

impl DariBaris for BarisPnbp {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            target: sumber.sel("target"),
            realisasi: sumber.sel("realisasi"),
        }
    }
}

impl DariBaris for BarisKomponen {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            komponen: sumber.teks("komponen"),
            nilai: sumber.sel("nilai"),
            per_tanggal: sumber.tanggal("per_tanggal"),
        }
    }
}
