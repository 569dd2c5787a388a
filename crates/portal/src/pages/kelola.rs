//! Management: units, people, grants, years, instruments, audit, backups. What all its pages share stands here.

mod audit;
mod cadangan;
mod hak;
mod instrumen;
pub(super) mod jelaskan;
mod orang;
mod pejabat;
mod sso;
mod tahun;
mod unit;

pub(crate) use unit::sebutan_tingkat;

pub(super) use hak::tabel_hak_orang;

use std::collections::BTreeSet;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use store::Unit;

use app::{Tindakan, UnitPohon};

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, rincian, status};
use crate::konteks::Konteks;
use crate::tampilan::{Menu, judul, kosong, pesan_galat, pilihan};

/// A part: its word in the address, its name, what it is for, and what one must be allowed somewhere to see it.
struct Bagian {
    kata: &'static str,
    nama: &'static str,
    guna: &'static str,
    perlu: Tindakan,
}

const BAGIAN: [Bagian; 7] = [
    Bagian {
        kata: "unit",
        nama: "Unit dan pejabat",
        guna: "Susunan unit pada suatu tanggal, wilayah waktu, dan siapa yang menandatangani.",
        perlu: Tindakan::KelolaUnit,
    },
    Bagian {
        kata: "orang",
        nama: "Orang",
        guna: "Akun, kata sandi pertama, penutupan akun, dan faktor kedua yang hilang.",
        perlu: Tindakan::KelolaOrang,
    },
    Bagian {
        kata: "hak",
        nama: "Hak",
        guna: "Siapa berperan apa di unit mana, sejak dan sampai kapan, dan mengapa.",
        perlu: Tindakan::KelolaHak,
    },
    Bagian {
        kata: "tahun",
        nama: "Tahun",
        guna: "Buka, kunci, masukkan, dan keluarkan satu tahun data; definisi yang dibekukan.",
        perlu: Tindakan::Lihat,
    },
    Bagian {
        kata: "instrumen",
        nama: "Instrumen",
        guna: "Instrumen survei dengan unsur dan bobotnya, serta jenis kantor dengan indikatornya.",
        perlu: Tindakan::Lihat,
    },
    Bagian {
        kata: "audit",
        nama: "Jejak audit",
        guna: "Siapa melakukan apa dan kapan; pemeriksaan keutuhan catatannya.",
        perlu: Tindakan::LihatAudit,
    },
    Bagian {
        kata: "cadangan",
        nama: "Cadangan",
        guna: "Salinan seluruh data dan berkas bukti, dan cara memulihkannya.",
        perlu: Tindakan::Cadangkan,
    },
];

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/kelola", get(lihat))
        .merge(audit::routes())
        .merge(cadangan::routes())
        .merge(hak::routes())
        .merge(instrumen::routes())
        .merge(jelaskan::routes())
        .merge(orang::routes())
        .merge(pejabat::routes())
        .merge(sso::routes())
        .merge(tahun::routes())
        .merge(unit::routes())
}

async fn lihat(k: Konteks) -> Hasil {
    let boleh = k.portal.app.tindakan_di_mana_pun(&k.pelaku()).await?;
    let terlihat: Vec<_> = BAGIAN
        .iter()
        .filter(|bagian| boleh.contains(&bagian.perlu))
        .collect();
    let isi = html! {
        (judul("Pengelolaan", "", &html! {}))
        @if terlihat.is_empty() {
            (kosong("Anda belum mempunyai peran di unit mana pun, jadi tidak ada yang dapat Anda kelola. Mintalah peran kepada administrator kantor Anda.", &html! {
                p { a.tombol href="/akun/hak" { "Lihat hak saya" } }
            }))
        }
        ul.kisi.bagian-kelola {
            @for bagian in terlihat {
                li.kartu {
                    h2 { a href=(format!("/kelola/{}", bagian.kata)) { (bagian.nama) } }
                    p.redup { (bagian.guna) }
                }
            }
            @if k.portal.sso.is_some() && boleh.contains(&Tindakan::KelolaOrang) {
                li.kartu {
                    h2 { a href="/kelola/sso" { "Masuk tunggal" } }
                    p.redup { "Akun mana milik identitas yang mana pada penyedia masuk tunggal." }
                }
            }
            li.kartu {
                h2 { a href="/regulasi" { "Peraturan" } }
                p.redup { "Ketentuan yang dipakai menurut tahun anggaran, kutipannya, dan yang belum terverifikasi." }
            }
        }
    };
    Ok(k.halaman("Pengelolaan", Menu::Pengelolaan, &isi))
}

/// A page of management below the links to the parts that the person may see.
async fn halaman(k: &Konteks, judul: &str, kini: &str, isi: &Markup) -> Hasil {
    let boleh: BTreeSet<Tindakan> = k.portal.app.tindakan_di_mana_pun(&k.pelaku()).await?;
    let isi = html! {
        nav.bagian aria-label="Bagian pengelolaan" {
            ul { @for bagian in BAGIAN.iter().filter(|bagian| boleh.contains(&bagian.perlu)) {
                li { a href=(format!("/kelola/{}", bagian.kata)) aria-current=[(bagian.kata == kini).then_some("true")] { (bagian.nama) } }
            } }
        }
        (isi)
    };
    Ok(k.halaman(judul, Menu::Pengelolaan, &isi))
}

/// The unit that a page is about: the one of the address, else the one looked at last, else the first at which the
/// person may do this; and all of them, as a tree.
///
/// # Errors
/// The refusal, recorded, where there is none.
async fn unit_kerja(
    k: &Konteks,
    tindakan: Tindakan,
    diminta: &str,
) -> Hasil<(Unit, Vec<UnitPohon>)> {
    let (app, pelaku) = (&k.portal.app, k.pelaku());
    let semua = app.pohon_unit(&pelaku, tindakan, &app.hari_ini()).await?;
    let tempat = k.tempat.as_ref().map(|tempat| tempat.unit.unit.as_str());
    let ada = |id: &str| {
        semua
            .iter()
            .find(|satu| satu.unit.unit == id)
            .map(|satu| satu.unit.clone())
    };
    if !diminta.is_empty() {
        return match ada(diminta) {
            Some(unit) => Ok((unit, semua)),
            None => {
                app.wajib_boleh(&pelaku, tindakan, diminta).await?;
                Err(Galat::TidakAda)
            }
        };
    }
    let pilihan = tempat
        .and_then(ada)
        .or_else(|| semua.first().map(|satu| satu.unit.clone()));
    match pilihan {
        Some(unit) => Ok((unit, semua)),
        None => {
            app.wajib_boleh(&pelaku, tindakan, tempat.unwrap_or_default())
                .await?;
            Err(Galat::TidakAda)
        }
    }
}

/// A choice of unit that shows the tree by dashes.
fn pilihan_unit(nama: &str, label: &str, semua: &[UnitPohon], kini: &str) -> Markup {
    let daftar: Vec<_> = semua
        .iter()
        .map(|satu| {
            (
                satu.unit.unit.clone(),
                format!("{}{}", "– ".repeat(satu.dalam.min(8)), satu.unit.nama),
            )
        })
        .collect();
    pilihan(nama, label, &daftar, kini)
}

/// The form with which a page goes to another unit; nothing where there is only one.
fn ganti_unit(alamat: &str, semua: &[UnitPohon], kini: &str) -> Markup {
    html! {
        @if semua.len() > 1 {
            form.cari.ganti-unit method="get" action=(alamat) {
                (pilihan_unit("unit", "Unit", semua, kini))
                button.tombol type="submit" { "Tampilkan" }
            }
        }
    }
}

/// A page with one form.
struct Formulir<'a> {
    judul: &'a str,
    keterangan: &'a str,
    /// Where it is sent.
    ke: &'a str,
    /// The words on its button.
    tombol: &'a str,
    /// Where one goes without sending it.
    batal: &'a str,
    /// Whether what it does is hard to undo.
    bahaya: bool,
}

impl Formulir<'_> {
    /// The form, what went wrong above it, as a page with the status that says so.
    async fn halaman(
        &self,
        k: &Konteks,
        bagian: &str,
        galat: Option<&app::Error>,
        isian: &Markup,
    ) -> Hasil {
        self.susun(k, bagian, galat, isian, None).await
    }

    /// As [`Formulir::halaman`], for a form that sends a file.
    async fn halaman_berkas(
        &self,
        k: &Konteks,
        bagian: &str,
        galat: Option<&app::Error>,
        isian: &Markup,
    ) -> Hasil {
        self.susun(k, bagian, galat, isian, Some("multipart/form-data"))
            .await
    }

    async fn susun(
        &self,
        k: &Konteks,
        bagian: &str,
        galat: Option<&app::Error>,
        isian: &Markup,
        sandi: Option<&str>,
    ) -> Hasil {
        let rupa = if self.bahaya {
            "tombol bahaya"
        } else {
            "tombol utama"
        };
        let isi = html! {
            (judul(self.judul, self.keterangan, &html! {}))
            (kotak_galat(galat))
            form.sempit method="post" action=(self.ke) enctype=[sandi] {
                (isian)
                div.deretan {
                    button class=(rupa) type="submit" { (self.tombol) }
                    a.tombol href=(self.batal) { "Batal" }
                }
            }
        };
        let jawaban = halaman(k, self.judul, bagian, &isi).await?;
        Ok(dengan_status(jawaban, galat))
    }
}

/// What went wrong, with its list where there is one.
fn kotak_galat(galat: Option<&app::Error>) -> Markup {
    html! { @if let Some(galat) = galat { (pesan_galat(Some(&kalimat(galat)))) (rincian(galat)) } }
}

fn dengan_status(mut jawaban: Response, galat: Option<&app::Error>) -> Response {
    if let Some(galat) = galat {
        *jawaban.status_mut() = status(galat);
    }
    jawaban
}

/// Whether the person can mend it in the form, which is then shown again with what was typed.
fn dapat_diperbaiki(galat: &app::Error) -> bool {
    use app::Error as E;
    use store::Error as S;
    matches!(
        galat,
        E::Isian(_)
            | E::BelumDapat(_)
            | E::Paket(_)
            | E::Store(S::Bentrok { .. } | S::SudahAda(_) | S::Rusak(_))
    )
}

/// Text that was typed; none where nothing was.
fn isi(teks: &str) -> Option<String> {
    Some(teks.trim().to_owned()).filter(|teks| !teks.is_empty())
}

/// From when to when, in words.
fn masa(dari: &str, sampai: Option<&str>) -> String {
    use crate::waktu::tanggal;
    match sampai {
        Some(sampai) => format!("{} sampai {}", tanggal(dari), tanggal(sampai)),
        None => format!("sejak {}", tanggal(dari)),
    }
}
