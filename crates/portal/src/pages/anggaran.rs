//! The budget: what there was, what was spent, how the treasury scored it, and the sheets behind it.

use axum::Router;
use axum::routing::get;
use kinerja::Kode;
use kinerja::hasil::{HasilAnggaran, HasilIkpa, HasilSmart, PosAnggaran};
use maud::{Markup, html};

use app::{Bagian, KeteranganLembar, TahunDibaca, Tindakan};

use crate::Portal;
use crate::galat::Hasil;
use crate::konteks::KonteksTahun;
use crate::pages::lembar::{alamat, fakta};
use crate::pages::pengukuran::daftar;
use crate::tampilan::{Menu, angka, judul, kosong, kotak_tabel};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/anggaran", get(lihat))
}

/// A page that shows values of a year.
struct Halaman<'a> {
    k: &'a KonteksTahun,
    dibaca: &'a TahunDibaca,
}

async fn lihat(k: KonteksTahun) -> Hasil {
    let app = &k.konteks.portal.app;
    let dibaca = app.lihat_tahun(&k.pelaku(), k.unit(), k.tahun()).await?;
    let lembar = dibaca.daftar_lembar();
    let h = Halaman {
        k: &k,
        dibaca: &dibaca,
    };
    let hasil = &dibaca.hasil;
    let kini = hasil.anggaran.iter().find(|satu| satu.tahun == hasil.tahun);
    let isi = html! {
        (judul("Anggaran", "Pagu, revisi, realisasi, dan penilaian kinerja anggaran.", &html! {}))
        @match kini {
            Some(kini) => (h.anggaran(kini)),
            None => (kosong("Anggaran tahun ini belum diisi.", &html! {
                @if k.boleh(Tindakan::IsiNilai) { p { a.tombol.utama href=(alamat(&k, "anggaran_jenis_belanja", "")) { "Isi anggaran per jenis belanja" } " " a.tombol href=(alamat(&k, "anggaran_jenis_belanja", "/impor")) { "Impor" } } }
            })),
        }
        (h.tahun_lalu())
        @for satu in hasil.pnbp.iter().take(3) {
            h2 { "PNBP tahun " (satu.tahun) }
            dl.pasangan {
                dt { "Target" } dd { (h.nilai(&satu.target)) }
                dt { "Realisasi" } dd { (h.nilai(&satu.realisasi)) }
                dt { "Capaian (%)" } dd { (h.nilai(&satu.capaian)) }
                dt { "Selisih" } dd { (h.nilai(&satu.selisih)) }
            }
        }
        @for satu in &hasil.smart { (h.smart(satu)) }
        @for satu in &hasil.ikpa { (h.ikpa(satu)) }
        h2 { "Lembar anggaran" }
        (daftar(&k, &lembar, Bagian::Anggaran))
        @if k.boleh(Tindakan::IsiNilai) { (impor(&k, &lembar)) }
    };
    Ok(k.halaman("Anggaran", Menu::Anggaran, &isi))
}

fn impor(k: &KonteksTahun, lembar: &[KeteranganLembar]) -> Markup {
    html! {
        h2 { "Impor dari aplikasi lain" }
        p { "Pilih lembar tujuannya. Kolom berkas CSV atau Excel dipasangkan sekali, lalu diingat untuk berkas berikutnya." }
        p.deretan { @for satu in lembar.iter().filter(|satu| satu.bagian == Bagian::Anggaran) {
            a.tombol.kecil href=(alamat(k, &satu.nama, "/impor")) { (satu.judul) }
        } }
    }
}

impl Halaman<'_> {
    fn nilai(&self, kode: &Kode) -> Markup {
        angka(&self.k.tempat, &fakta(self.dibaca, kode))
    }

    fn nilai_bila_ada(&self, kode: Option<&Kode>) -> Markup {
        html! { @if let Some(kode) = kode { (self.nilai(kode)) } }
    }

    fn anggaran(&self, satu: &HasilAnggaran) -> Markup {
        html! {
            div.kisi {
                @for (nama, kode) in [("Pagu akhir", &satu.pagu), ("Realisasi", &satu.realisasi), ("Penyerapan (%)", &satu.penyerapan), ("Sisa", &satu.sisa)] {
                    div.kartu { p.redup { (nama) } p.besar.uang-besar { (self.nilai(kode)) } }
                }
            }
            @if let (Some(perjanjian), Some(perubahan)) = (&satu.pagu_perjanjian, &satu.perubahan_pagu) {
                p { "Pagu pada Perjanjian Kinerja " (self.nilai(perjanjian)) ", berubah " (self.nilai(perubahan)) "." }
            }
            @if let Some(perubahan) = &satu.perubahan_penyerapan { p { "Perubahan penyerapan terhadap tahun lalu (poin): " (self.nilai(perubahan)) "." } }
            (self.pos("Menurut jenis belanja", &satu.jenis, None))
            (self.pos("Menurut program dan kegiatan", &satu.program, satu.jumlah_program.as_ref()))
            (self.pos("Menurut sumber dana", &satu.sumber, satu.jumlah_sumber.as_ref()))
            (self.pos("DIPA awal menurut jenis belanja", &satu.dipa_jenis, satu.jumlah_dipa.as_ref()))
            h2 { "Revisi DIPA" }
            @if satu.revisi.is_empty() {
                p.redup { "Belum ada revisi yang dicatat. " a href=(alamat(self.k, "anggaran_revisi", "")) { "Catat revisi" } }
            } @else {
                (kotak_tabel("Revisi DIPA", &html! { table {
                    thead { tr { th scope="col" { "Revisi" } th scope="col" { "Alasan" } th.angka scope="col" { "Pagu sesudahnya" } } }
                    tbody { @for (nomor, alasan, pagu) in &satu.revisi { tr { th scope="row" { (nomor) } td { (alasan) } td.angka { (self.nilai(pagu)) } } } }
                } }))
            }
            @if !satu.bulan.is_empty() {
                h2 { "Penyerapan kumulatif per bulan" }
                (kotak_tabel("Penyerapan per bulan", &html! { table {
                    thead { tr { th scope="col" { "Bulan" } th.angka scope="col" { "Rencana" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Penyerapan (%)" } } }
                    tbody { @for (bulan, rencana, realisasi, penyerapan) in &satu.bulan { tr { th scope="row" { (kinerja::nama_bulan(*bulan)) } td.angka { (self.nilai(rencana)) } td.angka { (self.nilai(realisasi)) } td.angka { (self.nilai(penyerapan)) } } } }
                } }))
            }
        }
    }

    fn pos(&self, nama: &str, daftar: &[PosAnggaran], jumlah: Option<&PosAnggaran>) -> Markup {
        if daftar.is_empty() {
            return html! {};
        }
        // A table of the budget alone has no columns of spending.
        let dibelanjakan = daftar.iter().any(|pos| pos.realisasi.is_some());
        let baris = |pos: &PosAnggaran| {
            html! {
                th scope="row" { (pos.nama) @if !pos.kegiatan.is_empty() { br; span.redup { (pos.kegiatan) } } }
                td.angka { (self.nilai(&pos.pagu)) }
                @if dibelanjakan {
                    td.angka { (self.nilai_bila_ada(pos.realisasi.as_ref())) }
                    td.angka { (self.nilai_bila_ada(pos.penyerapan.as_ref())) }
                    td.angka { (self.nilai_bila_ada(pos.sisa.as_ref())) }
                }
            }
        };
        html! {
            h2 { (nama) }
            (kotak_tabel(nama, &html! { table {
                thead { tr { th scope="col" { "Uraian" } th.angka scope="col" { "Pagu" } @if dibelanjakan { th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Penyerapan (%)" } th.angka scope="col" { "Sisa" } } } }
                tbody {
                    @for pos in daftar { tr { (baris(pos)) } }
                    @if let Some(jumlah) = jumlah { tr.jumlah { (baris(jumlah)) } }
                }
            } }))
        }
    }

    fn tahun_lalu(&self) -> Markup {
        let hasil = &self.dibaca.hasil;
        html! {
            @if hasil.anggaran.len() > 1 {
                h2 { "Dibanding tahun lain" }
                (kotak_tabel("Anggaran menurut tahun", &html! { table {
                    thead { tr { th scope="col" { "Tahun" } th.angka scope="col" { "Pagu" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Penyerapan (%)" } } }
                    tbody { @for satu in &hasil.anggaran { tr { th scope="row" { (satu.tahun) } td.angka { (self.nilai(&satu.pagu)) } td.angka { (self.nilai(&satu.realisasi)) } td.angka { (self.nilai(&satu.penyerapan)) } } } }
                } }))
            }
        }
    }

    fn smart(&self, satu: &HasilSmart) -> Markup {
        html! {
            h2 { "Nilai Kinerja Anggaran (SMART) tahun " (satu.tahun) }
            (self.berdampingan(
                "Nilai kinerja anggaran", &satu.komponen,
                ("Tercatat pada aplikasi", &satu.tercatat), ("Dihitung ulang menurut bobot tahun itu", &satu.hitung),
                satu.kategori.as_ref(),
            ))
        }
    }

    fn ikpa(&self, satu: &HasilIkpa) -> Markup {
        html! {
            h2 { "IKPA tahun " (satu.tahun) }
            (self.berdampingan(
                "IKPA", &satu.komponen,
                ("Tercatat pada aplikasi", &satu.nilai), ("Jumlah nilai terbobot", &satu.jumlah),
                satu.kategori.as_ref(),
            ))
        }
    }

    /// What was recorded and what was recomputed side by side, above the components.
    fn berdampingan(
        &self,
        nama: &str,
        komponen: &[(String, Option<Kode>, Kode)],
        (kata_catat, catat): (&str, &Kode),
        (kata_hitung, hitung): (&str, &Kode),
        kategori: Option<&Kode>,
    ) -> Markup {
        html! {
            div.kisi {
                div.kartu { p.redup { (kata_catat) } p.besar { (self.nilai(catat)) } }
                div.kartu { p.redup { (kata_hitung) } p.besar { (self.nilai(hitung)) } }
                @if let Some(kategori) = kategori { div.kartu { p.redup { "Kategori" } p.besar { (self.nilai(kategori)) } } }
            }
            @if !komponen.is_empty() {
                (kotak_tabel(nama, &html! { table {
                    thead { tr { th scope="col" { "Komponen" } th.angka scope="col" { "Bobot" } th.angka scope="col" { "Nilai" } } }
                    tbody { @for (nama, bobot, nilai) in komponen { tr { th scope="row" { (nama) } td.angka { (self.nilai_bila_ada(bobot.as_ref())) } td.angka { (self.nilai(nilai)) } } } }
                } }))
            }
        }
    }
}
