//! Captioned charts and pictures.

use super::Inline;
use crate::chart::Chart;

/// A captioned chart or picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name that references point to.
    pub anchor: Option<String>,
    /// Words of the caption, without "Gambar N"; empty for a bare picture (a crest on a form), which is neither
    /// numbered nor listed.
    pub caption: Vec<Inline>,
    /// What is shown.
    pub image: Image,
    /// What a reader who cannot see it is told; never empty.
    pub alt: String,
    /// Small print below.
    pub source: Option<Vec<Inline>>,
}

impl Figure {
    /// Whether it is a picture without caption, which is neither numbered nor listed.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.caption.is_empty() && matches!(self.image, Image::Picture(_))
    }
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a document has few tables and charts; boxing them would clutter every reader of the tree"
)]
pub enum Image {
    /// A chart that each writer draws from the same SVG.
    Chart(Chart),
    /// A photograph or drawing.
    Picture(Picture),
}

/// A picture file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// Bytes of a PNG or JPEG.
    pub bytes: Vec<u8>,
    /// Which of the two, and its size.
    pub format: PictureFormat,
    /// What a reader who cannot see it is told.
    pub alt: String,
}

/// Formats of picture files that every writer can carry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PictureFormat {
    /// PNG.
    #[default]
    Png,
    /// JPEG.
    Jpeg,
}
