//! The flow of a thing from draft to approval: where it stands, who did what when and why, what this person may do, and who may where they may not.

use app::{AlurTahun, Keadaan};
use maud::{Markup, html};

use super::tanda_keadaan;
use crate::konteks::Tempat;
use crate::waktu::pukul;

/// The flow as a card. Its form goes to `pages/alur.rs`, which leads on to `kembali`, an address of this unit and year.
/// `diketik` are words that were typed for a step that did not happen.
pub(crate) fn alur(tempat: &Tempat, alur: &AlurTahun, kembali: &str, diketik: &str) -> Markup {
    let id = format!("alur-{}", alur.jenis.kata());
    let wajib: Vec<&str> = alur
        .terbuka
        .iter()
        .filter(|satu| satu.keberatan.is_none() && satu.perlu_alasan)
        .map(|satu| perintah(satu.ke))
        .collect();
    html! {
        section.kartu.alur aria-labelledby=(id) {
            h2 #(id) { (alur.jenis.sebutan()) " " (tanda_keadaan(alur.keadaan)) }
            (riwayat(alur))
            @if !alur.langkah.is_empty() {
                form method="post" action=(tempat.alamat(&format!("alur/{}", alur.jenis.kata()))) {
                    input type="hidden" name="versi" value=(alur.versi);
                    input type="hidden" name="kembali" value=(kembali);
                    div.isian {
                        label for=(format!("{id}-alasan")) { "Catatan atau alasan" }
                        textarea.pendek #(format!("{id}-alasan")) name="alasan" rows="2" maxlength="2000" aria-describedby=(format!("{id}-bantuan")) { (diketik) }
                        p.bantuan #(format!("{id}-bantuan")) {
                            @if wajib.is_empty() { "Boleh kosong." } @else { "Wajib diisi untuk: " (wajib.join(", ")) "." }
                            @if alur.langkah.contains(&Keadaan::Diterbitkan) { " Saat menerbitkan, catatan ini ditampilkan kepada publik." }
                        }
                    }
                    div.deretan {
                        @for ke in &alur.langkah {
                            button class=(rupa(*ke)) type="submit" name="ke" value=(ke.kata()) data-tanya=[tanya(*ke)] { (perintah(*ke)) }
                        }
                    }
                }
            }
            @let tertutup: Vec<_> = alur.terbuka.iter().filter_map(|satu| Some((satu.ke, satu.keberatan.as_ref()?))).collect();
            @if !tertutup.is_empty() {
                ul.redup.rapat { @for (ke, keberatan) in tertutup { li { strong { (perintah(ke)) } ": " (keberatan) "." } } }
            }
        }
    }
}

fn riwayat(alur: &AlurTahun) -> Markup {
    html! {
        @if alur.riwayat.is_empty() {
            p.redup { "Belum pernah diajukan." }
        } @else {
            ol.riwayat {
                @for langkah in &alur.riwayat {
                    li {
                        @if let Some(keadaan) = Keadaan::dari_kata(&langkah.menjadi) { (tanda_keadaan(keadaan)) }
                        " " (alur.nama.get(&langkah.oleh).map_or("", String::as_str)) ", " span.redup { (pukul(langkah.pada)) }
                        @if !langkah.alasan.is_empty() { p { (langkah.alasan) } }
                    }
                }
            }
        }
    }
}

/// What a button says.
pub(crate) const fn perintah(ke: Keadaan) -> &'static str {
    match ke {
        Keadaan::Draf => "Buka untuk koreksi",
        Keadaan::Diajukan => "Ajukan",
        Keadaan::Diverifikasi => "Verifikasi",
        Keadaan::Disahkan => "Sahkan",
        Keadaan::Dikembalikan => "Kembalikan",
        Keadaan::Diterbitkan => "Terbitkan",
    }
}

const fn rupa(ke: Keadaan) -> &'static str {
    match ke {
        Keadaan::Dikembalikan | Keadaan::Draf => "tombol bahaya",
        _ => "tombol utama",
    }
}

const fn tanya(ke: Keadaan) -> Option<&'static str> {
    match ke {
        Keadaan::Draf => {
            Some("Buka kembali untuk koreksi? Langkah pengesahan harus diulang sesudahnya.")
        }
        Keadaan::Diterbitkan => Some("Terbitkan kepada publik? Siapa pun dapat membacanya."),
        _ => None,
    }
}
