//! What the terminal shows. Colours only where a terminal reads them.

use anstyle::{AnsiColor, Style};
use paket::Kesalahan;
use periksa::{Berat, Temuan};

const TEBAL: Style = Style::new().bold();
const MERAH: Style = AnsiColor::Red.on_default().bold();
const KUNING: Style = AnsiColor::Yellow.on_default().bold();
const HIJAU: Style = AnsiColor::Green.on_default().bold();
const REDUP: Style = Style::new().dimmed();

/// Characters of an excerpt that a terminal shows.
const CUPLIKAN_TERPANJANG: usize = 160;
/// Related places that a terminal shows.
const TERKAIT_TERBANYAK: usize = 8;

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

/// A finding, on standard error beside the steps of the work.
pub fn temuan(t: &Temuan) {
    anstream::eprintln!("{}", teks_temuan(t));
}

/// A finding in the frame: place, excerpt, what is wrong, what it should be and why, how to mend it, on which basis.
pub fn teks_temuan(t: &Temuan) -> String {
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
    let mut baris = vec![
        format!(
            "{} {}",
            cat(gaya, &format!("{tanda}[{}]", t.aturan)),
            cat(TEBAL, &t.pesan)
        ),
        format!("  {} {}", cat(REDUP, "→"), t.lokasi),
    ];
    if !t.cuplikan.is_empty() {
        let cuplikan = t.cuplikan.split_whitespace().collect::<Vec<_>>().join(" ");
        baris.push(format!(
            "  {} {}",
            cat(REDUP, "│"),
            pendek(&cuplikan, CUPLIKAN_TERPANJANG)
        ));
    }
    let selang = t
        .selang
        .as_ref()
        .map(|(bawah, atas)| format!("{bawah} sampai {atas}"));
    for (nama, isi) in [
        ("Seharusnya", t.seharusnya.as_ref()),
        ("Hitungan", t.hitungan.as_ref()),
        ("Rentang yang mungkin", selang.as_ref()),
        ("Perbaikan", Some(&t.perbaikan)),
        ("Diselesaikan", t.selesai.as_ref()),
    ] {
        if let Some(isi) = isi {
            baris.push(format!("  {} {isi}", cat(REDUP, &format!("{nama}:"))));
        }
    }
    for dasar in &t.dasar {
        baris.push(format!("  {} {dasar}", cat(REDUP, "Dasar:")));
    }
    if !t.sidik.is_empty() {
        baris.push(format!("  {} {}", cat(REDUP, "Sidik:"), t.sidik));
    }
    for tempat in t.terkait.iter().take(TERKAIT_TERBANYAK) {
        baris.push(format!("  {} {tempat}", cat(REDUP, "Lihat juga:")));
    }
    if let Some(lebih @ 1..) = t.terkait.len().checked_sub(TERKAIT_TERBANYAK) {
        baris.push(format!(
            "  {} {lebih} tempat lain",
            cat(REDUP, "Lihat juga:")
        ));
    }
    baris.push(String::new());
    baris.join("\n")
}

/// A text cut at a number of characters.
fn pendek(teks: &str, terpanjang: usize) -> String {
    match teks.char_indices().nth(terpanjang) {
        Some((akhir, _)) => format!("{} …", teks.get(..akhir).unwrap_or_default()),
        None => teks.to_owned(),
    }
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
