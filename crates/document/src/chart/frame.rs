//! The frame around a drawing: axes with their ticks, categories under them.

use super::scale::Scale;
use super::svg::{Anchor, Svg, tone};
use super::text::{Words, size_for, width as text_width, wrap};

/// Size of names and ticks.
pub(super) const LABEL: f64 = 8.0;

/// One part of the frame with its axis.
pub(super) struct Part {
    pub scale: Scale,
    pub top: f64,
    pub height: f64,
}

impl Part {
    pub fn y(&self, value: f64) -> f64 {
        self.top + self.height * (1.0 - self.scale.share(value))
    }
}

/// The room that an axis takes beside the frame.
pub(super) fn axis_width(scale: &Scale, title: &str) -> f64 {
    let ticks = scale.ticks();
    let widest = ticks
        .iter()
        .map(|(_, label)| text_width(label, LABEL))
        .fold(0.0, f64::max);
    widest + if title.is_empty() { 6.0 } else { 20.0 }
}

/// An axis at the left, with its lines across the frame.
pub(super) fn axis_left(svg: &mut Svg, part: &Part, (left, right): (f64, f64), title: &str) {
    for (value, label) in part.scale.ticks() {
        let y = part.y(value);
        svg.line((left, y), (right, y), tone::RULE, 0.5, None);
        svg.text(
            (left - 5.0, y + 2.9),
            Anchor::End,
            Words::new(&label, LABEL).fill(tone::GREY),
        );
    }
    let at = (LABEL, part.top + part.height / 2.0);
    svg.turned_text(
        at,
        Anchor::Middle,
        Words::new(title, LABEL).fill(tone::GREY),
        -90,
    );
}

/// An axis at the right.
pub(super) fn axis_right(svg: &mut Svg, part: &Part, (left, right): (f64, f64), title: &str) {
    let mut end = right;
    for (value, label) in part.scale.ticks() {
        let y = part.y(value);
        svg.line((left, y), (right, y), tone::RULE, 0.5, None);
        svg.text(
            (right + 5.0, y + 2.9),
            Anchor::Start,
            Words::new(&label, LABEL).fill(tone::GREY),
        );
        end = end.max(right + 5.0 + text_width(&label, LABEL));
    }
    let at = (end + 6.0, part.top + part.height / 2.0);
    svg.turned_text(
        at,
        Anchor::Middle,
        Words::new(title, LABEL).fill(tone::GREY),
        90,
    );
}

/// The frame cut into equal slots, one for each category.
pub(super) struct Slots {
    left: f64,
    /// Width of one slot.
    pub width: f64,
    /// How many there are.
    pub count: usize,
}

impl Slots {
    pub fn new(left: f64, right: f64, items: usize) -> Self {
        Self {
            left,
            width: (right - left) / count(items),
            count: items,
        }
    }

    pub fn centre(&self, slot: usize) -> f64 {
        self.left + self.width * (count_from_zero(slot) + 0.5)
    }
}

/// Categories under the frame, wrapped to their slots; returns where they end.
pub(super) fn categories(svg: &mut Svg, names: &[String], slots: &Slots, bottom: f64) -> f64 {
    let size = size_for(
        names.iter().map(String::as_str),
        LABEL,
        6.0,
        slots.width - 3.0,
    );
    let mut deepest = 1;
    for (i, name) in names.iter().enumerate() {
        let lines = wrap(name, size, slots.width - 3.0);
        deepest = deepest.max(lines.len());
        for (row, line) in lines.iter().enumerate() {
            let y = bottom + 11.0 + count_from_zero(row) * (size + 1.5);
            svg.text((slots.centre(i), y), Anchor::Middle, Words::new(line, size));
        }
    }
    bottom + 16.0 + count_from_zero(deepest - 1) * (size + 1.5)
}

/// A number of items as a length, at least one.
pub(super) fn count(items: usize) -> f64 {
    count_from_zero(items.max(1))
}

/// A number of items as a length.
pub(super) fn count_from_zero(items: usize) -> f64 {
    f64::from(u32::try_from(items).unwrap_or(u32::MAX))
}
