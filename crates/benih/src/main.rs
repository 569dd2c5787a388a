//! `cargo xtask seed-errors` runs this program: plants errors, runs the checker, says what it found.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;

use anyhow::{Context, Result, bail};
use benih::catatan;
use benih::kantor;
use benih::rute;
use benih::skor::{self, Ukuran};
use benih::tanam::{Giliran, tanam};
use hukum::Hukum;

/// Reports that are written as files too.
const BERKAS: u64 = 6;

fn main() -> Result<()> {
    let mut ukuran = Ukuran {
        kantor: 40,
        kali: 3,
        kesalahan: 10,
        cakupan: 8,
    };
    let (mut terbit, mut json, mut rincian) = (None, None, None);
    let mut kapan = String::from("on an unnamed day");
    let mut argumen = std::env::args().skip(1);
    while let Some(nama) = argumen.next() {
        let nilai = argumen
            .next()
            .with_context(|| format!("{nama} needs a value"))?;
        match nama.as_str() {
            "--kantor" => ukuran.kantor = nilai.parse()?,
            "--kali" => ukuran.kali = nilai.parse()?,
            "--kesalahan" => ukuran.kesalahan = nilai.parse()?,
            "--kapan" => kapan = nilai,
            "--terbitkan" => terbit = Some(nilai),
            "--json" => json = Some(nilai),
            "--rincian" => rincian = Some(nilai),
            _ => bail!(
                "unknown: {nama}; known: --kantor N, --kali N, --kesalahan N, --kapan TEXT, --terbitkan FILE.md, --json FILE, --rincian FILE.md"
            ),
        }
    }
    let hukum = Hukum::bawaan().map_err(|masalah| anyhow::anyhow!("{masalah:?}"))?;
    let skor = skor::jalankan(&hukum, ukuran, &|nomor| {
        // A closed pipe is no reason to stop the work.
        let _ = writeln!(
            std::io::stderr(),
            "office {} of {}",
            nomor + 1,
            ukuran.kantor
        );
    })?;
    let mut rute_hasil = BTreeMap::new();
    for nomor in 0..BERKAS.min(ukuran.kantor) {
        let kantor = kantor::buat(&hukum, skor::asal(nomor), nomor / 2)?;
        let bersih = skor::susun(&kantor, &hukum, nomor)?;
        let kebun = tanam(
            &bersih,
            &kantor,
            &mut Giliran::new(nomor),
            ukuran.kesalahan,
            nomor * 2 + 1,
        );
        rute::bandingkan(&kebun.jadi, &hukum, &mut rute_hasil)?;
    }
    let bagian = catatan::bagian(&skor, &rute_hasil, &kapan);
    write!(std::io::stdout(), "{bagian}")?;
    if let Some(jalur) = terbit {
        let lama = fs::read_to_string(&jalur)?;
        fs::write(&jalur, catatan::sisipkan(&lama, &bagian))?;
    }
    if let Some(jalur) = json {
        fs::write(jalur, format!("{:#}\n", catatan::json(&skor)))?;
    }
    if let Some(jalur) = rincian {
        fs::write(jalur, catatan::rincian(&skor, &rute_hasil))?;
    }
    Ok(())
}
