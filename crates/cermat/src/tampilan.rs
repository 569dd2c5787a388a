//! What the terminal shows. Colours only where a terminal reads them.

use anstyle::{AnsiColor, Style};
use paket::Kesalahan;
use periksa::{Berat, Temuan};

const TEBAL: Style = Style::new().bold();
const MERAH: Style = AnsiColor::Red.on_default().bold();
const KUNING: Style = AnsiColor::Yellow.on_default().bold();
const HIJAU: Style = AnsiColor::Green.on_default().bold();
const REDUP: Style = Style::new().dimmed();

fn cat(gaya: Style, teks: &str) -> String {
    format!("{gaya}{teks}{gaya:#}")
}

/// A step of the work, on standard error so that results can be piped.
pub fn langkah(teks: &str) {
    anstream::eprintln!("{} {teks}", cat(REDUP, "•"));
}

/// A failure.
pub fn galat(teks: &str) {
    anstream::eprintln!("{} {teks}", cat(MERAH, "Galat:"));
}

/// A plain line of a result.
pub fn baris(teks: &str) {
    anstream::println!("{teks}");
}

/// A title above lines of a result.
pub fn judul(teks: &str) {
    anstream::println!("{}", cat(TEBAL, teks));
}

/// A name and its value, aligned.
pub fn nilai(nama: &str, isi: &str) {
    anstream::println!("  {nama:<34} {}", cat(TEBAL, isi));
}

/// A remark under a value.
pub fn keterangan(teks: &str) {
    anstream::println!("  {}", cat(REDUP, teks));
}

/// Good news.
pub fn selesai(teks: &str) {
    anstream::println!("{} {teks}", cat(HIJAU, "✓"));
}

/// A finding in the frame: place, excerpt, what is wrong, how to mend it, on which basis.
pub fn temuan(t: &Temuan) {
    let gaya = match t.berat {
        _ if t.selesai.is_some() => HIJAU,
        Berat::Wajib => MERAH,
        Berat::Anjuran => KUNING,
        Berat::Saran => REDUP,
    };
    let tanda = if t.selesai.is_some() {
        "selesai"
    } else {
        t.berat.sebutan()
    };
    anstream::eprintln!(
        "{} {}",
        cat(gaya, &format!("{tanda}[{}]", t.aturan)),
        cat(TEBAL, &t.pesan)
    );
    anstream::eprintln!("  {} {}", cat(REDUP, "→"), t.lokasi);
    if !t.cuplikan.is_empty() {
        anstream::eprintln!("  {} {}", cat(REDUP, "│"), t.cuplikan);
    }
    for (nama, isi) in [
        ("Perbaikan", Some(&t.perbaikan)),
        ("Diselesaikan", t.selesai.as_ref()),
    ] {
        if let Some(isi) = isi {
            anstream::eprintln!("  {} {isi}", cat(REDUP, &format!("{nama}:")));
        }
    }
    for dasar in &t.dasar {
        anstream::eprintln!("  {} {dasar}", cat(REDUP, "Dasar:"));
    }
    anstream::eprintln!();
}

/// An error of a package, in the same frame.
pub fn kesalahan(k: &Kesalahan) {
    anstream::eprintln!(
        "{} {}",
        cat(MERAH, &format!("kesalahan[{}]", k.kode)),
        cat(TEBAL, &k.pesan)
    );
    anstream::eprintln!("  {} {}", cat(REDUP, "→"), k.tempat);
    if !k.cuplikan.is_empty() {
        anstream::eprintln!("  {} {}", cat(REDUP, "│"), k.cuplikan);
    }
    anstream::eprintln!("  {} {}", cat(REDUP, "Perbaikan:"), k.perbaikan);
    if let Some(dasar) = &k.dasar {
        anstream::eprintln!("  {} {dasar}", cat(REDUP, "Dasar:"));
    }
    anstream::eprintln!();
}
