//! A chart with its words and its table: the same drawing as in the report.

use document::{Figure, Image, plain_text};
use maud::{Markup, PreEscaped, html};

use super::kotak_tabel;

/// Width of the drawing in points: its labels stay legible on a phone.
const LEBAR: u32 = 320;

/// A chart, described for those who do not see it, with its values as a table below.
pub(crate) fn grafik(figur: &Figure, tabel: &Markup) -> Markup {
    let judul = plain_text(&figur.caption);
    html! {
        figure.grafik {
            figcaption { (judul) }
            @if let Image::Chart(grafik) = &figur.image {
                // The drawing escapes its own words and has neither scripts nor styles.
                div.gambar role="img" aria-label=(figur.alt) { (PreEscaped(grafik.to_svg(LEBAR))) }
            }
            details { summary { "Lihat sebagai tabel" } (kotak_tabel(&judul, tabel)) }
        }
    }
}
