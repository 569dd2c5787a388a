//! The embedded fonts, shared by the PDF writer and the chart raster.
//!
//! TeX Gyre Bonum carries the text, TeX Gyre Heros tables and charts, TeX Gyre Bonum Math the formulas.
//! Their licence lies beside the files.

#[cfg(any(feature = "pdf", feature = "docx"))]
macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../../../naskah/gaya/fonts/", $file)).as_slice()
    };
}

/// Every embedded font file.
#[cfg(feature = "pdf")]
pub(crate) const ALL: [&[u8]; 8] = [
    font!("texgyrebonum-regular.otf"),
    font!("texgyrebonum-bold.otf"),
    font!("texgyrebonum-italic.otf"),
    font!("texgyrebonum-bolditalic.otf"),
    font!("texgyrebonum-math.otf"),
    SANS[0],
    SANS[1],
    font!("texgyreheros-italic.otf"),
];

/// The faces that charts use.
#[cfg(any(feature = "pdf", feature = "docx"))]
pub(crate) const SANS: [&[u8]; 2] = [
    font!("texgyreheros-regular.otf"),
    font!("texgyreheros-bold.otf"),
];

/// Advance widths of the sans family in thousandths of an em, for the printable ASCII characters.
///
/// Charts are drawn and table columns are judged without a shaping engine, so that both work in every build.
#[rustfmt::skip]
const SANS_WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Width of a run in the sans family, in thousandths of an em; bold runs are about 6 % wider.
#[must_use]
pub(crate) fn sans_width(text: &str) -> u32 {
    text.chars().fold(0, |width: u32, c| {
        width.saturating_add(u32::from(char_width(c)))
    })
}

/// Width of one character in the sans family, in thousandths of an em.
pub(crate) fn char_width(c: char) -> u16 {
    match c {
        ' '..='~' => SANS_WIDTHS[c as usize - 32],
        '\u{ad}' | '\u{200b}' => 0,
        '\u{2014}' => 1000,
        _ => 556,
    }
}
