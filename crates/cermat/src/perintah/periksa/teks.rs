//! The findings for a person at a terminal.

use app::telaah::{Telaah, cakupan};
use periksa::{Berat, Lokasi, Temuan};

use crate::tampilan;

/// All findings in reading order, then how many there are and how much could be checked.
pub fn teks(hasil: &Telaah) -> String {
    let mut urut: Vec<&Temuan> = hasil.temuan.iter().collect();
    urut.sort_by_key(|t| match &t.lokasi {
        Lokasi::Titik(titik) => Some(titik.letak.clone()),
        _ => None,
    });
    let mut baris: Vec<String> = urut.into_iter().map(tampilan::teks_temuan).collect();
    for note in &hasil.sumber.notes {
        baris.push(format!("Catatan baca: {}", note.text));
    }
    baris.extend(hasil.catatan.iter().map(|teks| format!("Catatan: {teks}")));
    baris.push(penutup(hasil));
    baris.join("\n") + "\n"
}

/// How many findings there are, and how much could be checked.
pub fn penutup(hasil: &Telaah) -> String {
    format!("{}\n{}", ringkas(hasil), cakupan(&hasil.cakupan))
}

fn ringkas(hasil: &Telaah) -> String {
    let hitung: Vec<String> = [Berat::Wajib, Berat::Anjuran, Berat::Saran]
        .map(|berat| format!("{} {}", hasil.banyak(berat), berat.sebutan()))
        .into();
    let selesai = hasil.temuan.iter().filter(|t| t.selesai.is_some()).count();
    let selesai = match selesai {
        0 => String::new(),
        n => format!("; {n} dikesampingkan"),
    };
    format!("{}: temuan {}{selesai}.", hasil.nama, hitung.join(", "))
}
