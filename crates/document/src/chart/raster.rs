//! Charts as PNG, for formats that carry no vectors.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use crate::fonts;

/// Width in points at which charts are drawn before they become pixels.
pub(super) const PAGE_WIDTH: u32 = 439;

/// The widest picture that is made; nobody prints a chart at more.
const WIDEST: u32 = 6000;

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in fonts::SANS {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    Options {
        fontdb: Arc::new(fonts),
        font_family: "TeX Gyre Heros".to_owned(),
        ..Options::default()
    }
});

/// Paints an SVG of ours on white.
pub(super) fn to_png(svg: &str, width_px: u32) -> Vec<u8> {
    let width_px = width_px.clamp(16, WIDEST);
    let tree = Tree::from_str(svg, &OPTIONS).expect("our own SVG is well formed");
    let scale = f64::from(width_px) / f64::from(tree.size().width());
    let height = f64::from(tree.size().height()) * scale;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a small positive range"
    )]
    let height_px = height.ceil().clamp(1.0, 30_000.0) as u32;
    let mut pixels = Pixmap::new(width_px, height_px).expect("both sides are positive and small");
    pixels.fill(Color::WHITE);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a scale needs no more than single precision"
    )]
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    encode(&pixels)
}

/// An opaque RGB picture by the fast coder: charts are flat colour, and a slower search saves little on them.
fn encode(pixels: &Pixmap) -> Vec<u8> {
    let rgb: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&rgb));
    written.expect("an image in memory can be encoded");
    bytes
}
