//! Charts and pictures.

use super::base64;
use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::tree::{Figure, Image, Picture, PictureFormat};

/// Width at which charts are drawn, in points; the page scales them down to its own width.
const CHART_WIDTH: u32 = 480;

impl Writer<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        if let (true, Image::Picture(picture)) = (figure.is_bare(), &figure.image) {
            return self.picture(picture, &figure.alt, "photo");
        }
        self.figures += 1;
        let number = self.figures;
        put!(self.out, "<figure id=\"gambar-{number}\">\n");
        match &figure.image {
            Image::Chart(chart) => {
                // One picture to a reader of the ear, not a hundred loose words.
                put!(
                    self.out,
                    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Gambar {number}\">\
                     <div class=\"chart\" role=\"img\" aria-label=\"{}\">",
                    Escaped(&figure.alt)
                );
                self.out.push_str(&chart.to_svg(CHART_WIDTH));
                self.out.push_str("</div></div>\n");
            }
            Image::Picture(picture) => self.picture(picture, &figure.alt, "photo"),
        }
        put!(
            self.out,
            "<figcaption><span class=\"num\">Gambar {number}.</span> "
        );
        self.inlines(&figure.caption);
        self.out.push_str("</figcaption>\n");
        if let Some(source) = &figure.source {
            self.out.push_str("<p class=\"source\">");
            self.inlines(source);
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</figure>\n");
    }

    pub(super) fn picture(&mut self, picture: &Picture, alt: &str, class: &str) {
        let format = match picture.format {
            PictureFormat::Png => "png",
            PictureFormat::Jpeg => "jpeg",
        };
        put!(
            self.out,
            "<img class=\"{class}\" alt=\"{}\" src=\"data:image/{format};base64,",
            Escaped(alt)
        );
        base64::push(&mut self.out, &picture.bytes);
        self.out.push_str("\">\n");
    }
}
