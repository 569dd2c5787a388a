//! Any texts in any cells are interpreted or refused, and what is interpreted can be computed.
#![no_main]

use std::sync::LazyLock;

use hukum::Hukum;
use libfuzzer_sys::fuzz_target;
use paket::{BarisMentah, Entri, LembarMentah, Mentah};

static HUKUM: LazyLock<Hukum> = LazyLock::new(|| Hukum::bawaan().expect("the data of the law are sound"));

// A line is `@sheet`, `key=value` before the first sheet, otherwise a row with `;` between its cells.
fuzz_target!(|teks: &str| {
    let mut mentah = Mentah::default();
    for (nomor, baris) in (1..).zip(teks.lines()) {
        if let Some(nama) = baris.strip_prefix('@') {
            mentah.lembar.push(LembarMentah { nama: nama.to_owned(), ..LembarMentah::default() });
        } else if let Some(lembar) = mentah.lembar.last_mut() {
            let sel: Vec<String> = baris.split(';').map(str::to_owned).collect();
            if lembar.kepala.is_empty() {
                lembar.kepala = sel;
            } else {
                lembar.baris.push(BarisMentah { nomor: paket::BarisKe(nomor), sel });
            }
        } else if let Some((kunci, isi)) = baris.split_once('=') {
            mentah.satker.isi.push(Entri { kunci: kunci.to_owned(), teks: isi.to_owned(), baris: nomor });
        }
    }
    if let Ok(masukan) = paket::interpret(&mentah, &HUKUM) {
        let _ = kinerja::compute(&masukan, &HUKUM);
    }
});
