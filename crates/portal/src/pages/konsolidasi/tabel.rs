//! The table of units; every heading sorts by a link.

use maud::{Markup, html};

use app::{BarisKonsolidasi, JenisAlur, Konsolidasi, NilaiTampil};

use crate::tampilan::{kosong, kotak_tabel, tanda_keadaan};

use super::saring::Saring;

/// The headings that sort: word in the address, words on the page, whether figures stand below.
const KEPALA: [(&str, &str, bool); 8] = [
    ("", "Unit", false),
    ("laporan", "Laporan Kinerja", false),
    ("capaian", "Rata-rata capaian (%)", true),
    ("di-bawah", "Mencapai / di bawah / belum terukur", true),
    ("penyerapan", "Penyerapan (%)", true),
    ("nka", "NKA", true),
    ("ikpa", "IKPA", true),
    ("kesalahan", "Perlu diperbaiki", true),
];

pub(super) fn tabel(dasar: &str, saring: &Saring, hasil: &Konsolidasi, tahun: i64) -> Markup {
    if hasil.baris.is_empty() {
        return kosong(
            "Tidak ada unit yang sesuai dengan saringan ini.",
            &html! { a.tombol href=(dasar) { "Tampilkan semua" } },
        );
    }
    let isi = html! {
        table.luas {
            thead { tr {
                @for (kata, sebutan, angka) in KEPALA {
                    @let kini = saring.urut == kata;
                    th.angka[angka] scope="col" aria-sort=[kini.then_some(if saring.turun() { "descending" } else { "ascending" })] {
                        a.urut href=(saring.urutkan(dasar, kata)) { (sebutan) @if kini { span aria-hidden="true" { @if saring.turun() { " ↓" } @else { " ↑" } } } }
                    }
                    // The other flows stand before the report's column in the year, and after it here: it is the one that is asked for.
                    @if kata == "laporan" {
                        @for jenis in lain() { th scope="col" { (jenis.sebutan()) } }
                    }
                }
            } }
            tbody { @for satu in &hasil.baris { (baris(satu, tahun)) } }
        }
    };
    kotak_tabel("Unit di bawahnya", &isi)
}

/// The flows before the report.
fn lain() -> impl Iterator<Item = JenisAlur> {
    JenisAlur::SEMUA
        .into_iter()
        .filter(|jenis| *jenis != JenisAlur::Laporan)
}

fn baris(satu: &BarisKonsolidasi, tahun: i64) -> Markup {
    let unit = &satu.unit;
    let nilai = |nilai: Option<&NilaiTampil>| match nilai {
        // The derivation stands in the year of that unit.
        Some((teks, kode)) if teks != "–" => html! {
            a.angka href=(format!("/u/{}/{tahun}/fakta/{kode}", unit.unit)) title="Lihat asal angka" { (teks) }
        },
        _ => html! { span.redup { "–" } },
    };
    let [tercapai, di_bawah, tak_terukur] = satu.capaian;
    html! {
        tr {
            th scope="row" {
                @if satu.dibuka { a href=(format!("/u/{}/{tahun}/dasbor", unit.unit)) { (unit.nama) } } @else { (unit.nama) }
            }
            @match satu.alur {
                None => {
                    td { span.tanda { "Tahun belum dibuka" } @if satu.terlambat { " " span.tanda.kurang { "Terlambat" } } }
                    td colspan="3" { span.redup { "–" } }
                }
                Some([perjanjian, rencana, realisasi, laporan]) => {
                    td { (tanda_keadaan(laporan)) @if satu.terlambat { " " span.tanda.kurang { "Terlambat" } } }
                    @for keadaan in [perjanjian, rencana, realisasi] { td { (tanda_keadaan(keadaan)) } }
                }
            }
            @match &satu.ringkasan {
                None => td colspan="6" { span.redup { @if satu.dibuka { "Sedang dihitung ulang" } @else { "–" } } },
                Some(ringkas) => {
                    td.angka { (nilai(ringkas.capaian.as_ref())) }
                    td.angka { (tercapai) " / " @if di_bawah > 0 { strong { (di_bawah) } } @else { "0" } " / " (tak_terukur)
                        @if satu.bulan_kurang > 0 { br; span.redup { (satu.bulan_kurang) " bulan kurang responden" } } }
                    td.angka { (nilai(ringkas.anggaran.as_ref().map(|[.., serapan]| serapan))) }
                    td.angka { (nilai(ringkas.nka.as_ref())) }
                    td.angka { (nilai(ringkas.ikpa.as_ref())) }
                    td.angka { @if ringkas.kesalahan > 0 { a href=(format!("/u/{}/{tahun}/dasbor#kesalahan", unit.unit)) { (ringkas.kesalahan) } } @else { "0" } }
                }
            }
        }
    }
}
