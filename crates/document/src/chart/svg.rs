//! A small SVG pen.

use std::fmt::Write;

use super::text::Words;

/// Colours that stay apart for colour-blind readers and in grey print.
pub(super) mod tone {
    pub const INK: &str = "#1d1f23";
    pub const GREY: &str = "#5c6470";
    pub const RULE: &str = "#d5dae1";
    pub const FRAME: &str = "#8b94a1";
    pub const NAVY: &str = "#1c3557";
    pub const PALE: &str = "#c3cede";
    pub const STEEL: &str = "#93abc9";
    pub const OCHRE: &str = "#b8770e";
    pub const BRICK: &str = "#a3401a";
    pub const TINT: &str = "#eef2f7";
    pub const WHITE: &str = "#ffffff";
}

/// Fills of the first, second, third ... series: far apart in lightness.
pub(super) const FILLS: [&str; 4] = [tone::PALE, tone::NAVY, tone::OCHRE, tone::GREY];
/// Strokes of the first, second, third ... line.
pub(super) const STROKES: [&str; 3] = [tone::NAVY, tone::BRICK, tone::GREY];

/// Where text hangs on its point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A rectangle by its upper left corner.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

#[derive(Default)]
pub(super) struct Svg {
    body: String,
}

impl Svg {
    pub fn rect(&mut self, area: Area, fill: &str, stroke: Option<&str>) {
        let Area {
            x,
            y,
            width,
            height,
        } = area;
        let _ = write!(
            self.body,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}""#,
            n(x),
            n(y),
            n(width.max(0.0)),
            n(height.max(0.0))
        );
        if let Some(stroke) = stroke {
            let _ = write!(self.body, r#" stroke="{stroke}" stroke-width="0.75""#);
        }
        self.body.push_str("/>");
    }

    /// Diagonal strokes inside a rectangle, so that a mark does not rest on colour alone.
    pub fn hatch(&mut self, area: Area, stroke: &str) {
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        let mut offset = 4.0;
        while offset < area.width + area.height {
            // The stroke runs from the top or right edge down to the left or bottom edge.
            let (x1, y1) = (
                (area.x + offset).min(right),
                area.y + (offset - area.width).max(0.0),
            );
            let (x2, y2) = (
                area.x + (offset - area.height).max(0.0),
                (area.y + offset).min(bottom),
            );
            self.line((x1, y1), (x2, y2), stroke, 0.7, None);
            offset += 5.0;
        }
    }

    pub fn line(
        &mut self,
        from: (f64, f64),
        to: (f64, f64),
        stroke: &str,
        width: f64,
        dash: Option<&str>,
    ) {
        let _ = write!(
            self.body,
            r#"<path d="M{} {}L{} {}" stroke="{stroke}" stroke-width="{}" fill="none""#,
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1),
            n(width)
        );
        if let Some(dash) = dash {
            let _ = write!(self.body, r#" stroke-dasharray="{dash}""#);
        }
        self.body.push_str("/>");
    }

    pub fn polyline(&mut self, points: &[(f64, f64)], stroke: &str, width: f64) {
        let mut path = String::new();
        for (i, (x, y)) in points.iter().enumerate() {
            let _ = write!(
                path,
                "{}{} {}",
                if i == 0 { "M" } else { "L" },
                n(*x),
                n(*y)
            );
        }
        let _ = write!(
            self.body,
            r#"<path d="{path}" stroke="{stroke}" stroke-width="{}" stroke-linejoin="round" fill="none"/>"#,
            n(width)
        );
    }

    /// A point on a line; each series has its own shape.
    pub fn mark(&mut self, (x, y): (f64, f64), shape: usize, stroke: &str) {
        let _ = match shape % 3 {
            0 => write!(self.body, r#"<circle cx="{}" cy="{}" r="2.6""#, n(x), n(y)),
            1 => write!(
                self.body,
                r#"<rect x="{}" y="{}" width="5" height="5""#,
                n(x - 2.5),
                n(y - 2.5)
            ),
            _ => write!(self.body, r#"<path d="M{} {}l3 5.4h-6z""#, n(x), n(y - 3.2)),
        };
        let _ = write!(
            self.body,
            r#" fill="{}" stroke="{stroke}" stroke-width="1.4"/>"#,
            tone::WHITE
        );
    }

    /// One line of text with its baseline at `at`.
    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, words: Words<'_>) {
        self.turned_text(at, anchor, words, 0);
    }

    /// A line of text turned around its point by `degrees`.
    pub fn turned_text(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        words: Words<'_>,
        degrees: i32,
    ) {
        let _ = write!(
            self.body,
            r#"<text x="{}" y="{}" font-size="{}""#,
            n(x),
            n(y),
            n(words.size)
        );
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.body.push_str(r#" text-anchor="middle""#),
            Anchor::End => self.body.push_str(r#" text-anchor="end""#),
        }
        if words.bold {
            self.body.push_str(r#" font-weight="700""#);
        }
        if words.halo {
            // Keeps a label legible where a line of the frame passes behind it.
            self.body.push_str(r##" paint-order="stroke" stroke="#ffffff" stroke-width="2.4" stroke-linejoin="round""##);
        }
        if degrees != 0 {
            let _ = write!(
                self.body,
                r#" transform="rotate({degrees} {} {})""#,
                n(x),
                n(y)
            );
        }
        let _ = write!(
            self.body,
            r#" fill="{}">{}</text>"#,
            words.fill,
            escaped(words.text)
        );
    }

    pub fn finish(self, width: f64, height: f64) -> String {
        let (width, height) = (n(width), n(height));
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" "#,
                r#"font-family="'TeX Gyre Heros', Arial, sans-serif">{2}</svg>"#
            ),
            width, height, self.body
        )
    }
}

/// A length with at most two decimals: the same on every machine, and short.
fn n(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // XML forbids control characters and the two non-characters even as references.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
