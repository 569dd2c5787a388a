//! Pictures and charts: media files, their true proportions, and their alternative texts.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::DocxError;
use super::inline::Look;
use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::chart::Chart;
use crate::escape::{Escaped, put};
use crate::tree::{Block, Document, Figure, Image, Picture, PictureFormat, walk};

/// Width of a rasterised chart in pixels: about 230 to the inch across a page.
const CHART_PIXELS: u32 = 1400;
/// English metric units in a twentieth of a point.
const EMU: u64 = 635;
/// The tallest a figure may be, so that its caption stays on its page.
const TALLEST: u32 = 8_800;

/// Media files and drawings so far.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// File name in the package and content, in order of use.
    pub(super) files: Vec<(String, Vec<u8>)>,
    drawings: u32,
    /// Pixels of the charts that are not written yet, by their place in the tree.
    charts: BTreeMap<usize, Vec<u8>>,
}

impl Pictures {
    /// Draws all charts of a document at once, on as many cores as there are: they are most of the work.
    pub(super) fn of(document: &Document) -> Self {
        let mut charts: Vec<&Chart> = Vec::new();
        walk(&document.blocks, &mut |block| {
            if let Block::Figure(Figure {
                image: Image::Chart(chart),
                ..
            }) = block
            {
                charts.push(chart);
            }
        });
        let next = AtomicUsize::new(0);
        let drawn = Mutex::new(BTreeMap::new());
        let workers = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            for _ in 0..workers.min(charts.len()) {
                scope.spawn(|| {
                    while let Some(chart) = charts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let bytes = chart.to_png(CHART_PIXELS);
                        let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
                        drawn.insert(address(chart), bytes);
                    }
                });
            }
        });
        Self {
            charts: drawn.into_inner().unwrap_or_else(PoisonError::into_inner),
            ..Self::default()
        }
    }

    /// The pixels of a chart of the document.
    fn chart(&mut self, chart: &Chart) -> Vec<u8> {
        self.charts
            .remove(&address(chart))
            .unwrap_or_else(|| chart.to_png(CHART_PIXELS))
    }

    /// Takes a file in and gives its number; the same bytes are kept once.
    fn take_in(&mut self, bytes: Vec<u8>, extension: &str) -> usize {
        if let Some(at) = self.files.iter().position(|(_, known)| *known == bytes) {
            return at + 1;
        }
        let number = self.files.len() + 1;
        self.files
            .push((format!("gambar{number}.{extension}"), bytes));
        number
    }
}

/// A chart's place in the tree, which stands still while it is written.
fn address(chart: &Chart) -> usize {
    std::ptr::from_ref(chart).addr()
}

/// Relationship id of the `number`th media file.
pub(super) fn relation(number: usize) -> String {
    format!("rIdGambar{number}")
}

impl Writer<'_> {
    pub(super) fn figure(&mut self, figure: &Figure, frame: Frame) -> Result<(), DocxError> {
        let room = frame.width.saturating_sub(frame.indent);
        if let (true, Image::Picture(picture)) = (figure.is_bare(), &figure.image) {
            return self.picture(picture, (room, TALLEST), frame);
        }
        self.open_paragraph(Setting::styled("Figure").kept(), frame);
        match &figure.image {
            Image::Chart(chart) => {
                let bytes = self.pictures.chart(chart);
                self.drawing(bytes, PictureFormat::Png, &figure.alt, (room, TALLEST))?;
            }
            Image::Picture(picture) => {
                self.drawing(
                    picture.bytes.clone(),
                    picture.format,
                    &figure.alt,
                    (room, TALLEST),
                )?;
            }
        }
        self.out.push_str("</w:p>");
        self.figures += 1;
        let caption = Setting::styled("Caption");
        let caption = if figure.source.is_some() {
            caption.kept()
        } else {
            caption
        };
        self.caption("Gambar", self.figures, &figure.caption, caption, frame);
        if let Some(source) = &figure.source {
            let setting = Setting::styled("Source");
            self.paragraph(source, setting, frame, Look::default());
        }
        Ok(())
    }

    /// A picture alone on a line of the cover.
    pub(super) fn picture(
        &mut self,
        picture: &Picture,
        room: (u32, u32),
        frame: Frame,
    ) -> Result<(), DocxError> {
        self.open_paragraph(Setting::styled("Figure"), frame);
        self.drawing(picture.bytes.clone(), picture.format, &picture.alt, room)?;
        self.out.push_str("</w:p>");
        Ok(())
    }

    fn drawing(
        &mut self,
        bytes: Vec<u8>,
        format: PictureFormat,
        alt: &str,
        room: (u32, u32),
    ) -> Result<(), DocxError> {
        let size = match format {
            PictureFormat::Png => png_size(&bytes),
            PictureFormat::Jpeg => jpeg_size(&bytes),
        };
        let (wide, high) = size.ok_or_else(|| DocxError::Picture(alt.to_owned()))?;
        let (width, height) = fit((wide, high), room);
        let extension = match format {
            PictureFormat::Png => "png",
            PictureFormat::Jpeg => "jpeg",
        };
        let number = self.pictures.take_in(bytes, extension);
        self.pictures.drawings += 1;
        let id = self.pictures.drawings;
        put!(
            self.out,
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{id}\" name=\"Gambar {id}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Gambar {id}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            alt = Escaped(alt),
            relation = relation(number),
        );
        Ok(())
    }
}

/// Size in English metric units within a room in twentieths of a point, proportions kept.
fn fit((wide, high): (u32, u32), (room_wide, room_high): (u32, u32)) -> (u64, u64) {
    let (wide, high) = (u64::from(wide), u64::from(high));
    let (room_wide, room_high) = (u64::from(room_wide) * EMU, u64::from(room_high) * EMU);
    let height = room_wide * high / wide;
    if height <= room_high {
        (room_wide.max(1), height.max(1))
    } else {
        ((room_high * wide / high).max(1), room_high.max(1))
    }
}

fn number_at(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(
        part.iter()
            .fold(0, |number, byte| (number << 8) | u32::from(*byte)),
    )
}

/// Width and height from a PNG's first chunk.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return None;
    }
    let size = (number_at(bytes, 16, 4)?, number_at(bytes, 20, 4)?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// Width and height from a JPEG's frame header.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut at = 2;
    while let (Some(0xff), Some(&kind)) = (bytes.get(at), bytes.get(at + 1)) {
        match kind {
            // Fill bytes and markers without a length.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // Frame headers, save the three tables that share their range.
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => {
                let size = (number_at(bytes, at + 7, 2)?, number_at(bytes, at + 5, 2)?);
                return (size.0 > 0 && size.1 > 0).then_some(size);
            }
            _ => at += 2 + usize::try_from(number_at(bytes, at + 2, 2)?).ok()?,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tall_picture_keeps_its_proportions() {
        assert_eq!(fit((100, 200), (1000, 1000)), (500 * EMU, 1000 * EMU));
    }

    #[test]
    fn a_jpeg_tells_its_size_behind_other_segments() {
        let bytes = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3,
        ];
        assert_eq!(jpeg_size(&bytes), Some((30, 20)));
        assert_eq!(jpeg_size(&bytes[..12]), None);
    }
}
