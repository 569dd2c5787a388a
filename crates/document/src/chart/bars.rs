//! Horizontal bars against a reference line, with the values in a column of their own.

use super::Bars;
use super::frame::{LABEL, count_from_zero};
use super::scale::{Floor, Scale, float};
use super::svg::{Anchor, Area, Svg, tone};
use super::text::{Words, width as text_width, wrap};

const LEADING: f64 = 9.5;
const BAR: f64 = 11.0;

pub(super) fn draw(chart: &Bars, width: f64) -> String {
    let mut svg = Svg::default();
    let longest = chart
        .items
        .iter()
        .map(|item| text_width(&item.name, LABEL))
        .fold(0.0, f64::max);
    let left = (longest + 8.0).min(width * 0.4);
    let values_width = chart
        .items
        .iter()
        .map(|item| text_width(&item.label, LABEL))
        .fold(10.0, f64::max);
    let right = width - values_width - 10.0;

    let reference = chart.reference.as_ref();
    let values = chart
        .items
        .iter()
        .filter_map(|item| item.value)
        .chain(reference.map(|line| line.value));
    let scale = Scale::new(&chart.axis, Floor::Zero, values, 5.0);
    let x_of = |value: f64| left + (right - left) * scale.share(value);

    let top = legend(&mut svg, chart, left) + if reference.is_some() { 20.0 } else { 6.0 };
    let names: Vec<_> = chart
        .items
        .iter()
        .map(|item| wrap(&item.name, LABEL, left - 8.0))
        .collect();
    let heights: Vec<f64> = names
        .iter()
        .map(|lines| (count_from_zero(lines.len()) * LEADING).max(BAR) + 7.0)
        .collect();
    let bottom = top + heights.iter().sum::<f64>();

    for (value, label) in scale.ticks() {
        let x = x_of(value);
        svg.line((x, top), (x, bottom), tone::RULE, 0.5, None);
        svg.text(
            (x, bottom + 11.0),
            Anchor::Middle,
            Words::new(&label, LABEL).fill(tone::GREY),
        );
    }
    let zero = x_of(0.0_f64.max(scale.low));
    let mut y = top;
    for ((item, name), height) in chart.items.iter().zip(&names).zip(&heights) {
        let middle = y + height / 2.0;
        let first = middle - count_from_zero(name.len()) * LEADING / 2.0 + 7.4;
        for (row, line) in name.iter().enumerate() {
            let words = Words::new(line, LABEL);
            let words = if item.marked { words.bold() } else { words };
            svg.text(
                (left - 8.0, first + count_from_zero(row) * LEADING),
                Anchor::End,
                words,
            );
        }
        let value_end = (width - 2.0, middle + 2.9);
        if let Some(value) = item.value {
            let x = x_of(float(value));
            let area = Area {
                x: x.min(zero),
                y: middle - BAR / 2.0,
                width: (x - zero).abs(),
                height: BAR,
            };
            svg.rect(
                area,
                if item.marked {
                    tone::OCHRE
                } else {
                    tone::STEEL
                },
                None,
            );
            if item.marked {
                svg.hatch(area, tone::WHITE);
            }
            let words = Words::new(&item.label, LABEL);
            svg.text(
                value_end,
                Anchor::End,
                if item.marked { words.bold() } else { words },
            );
        } else {
            svg.text(
                value_end,
                Anchor::End,
                Words::new("–", LABEL).fill(tone::GREY),
            );
        }
        y += height;
    }
    svg.line((zero, top), (zero, bottom), tone::FRAME, 0.8, None);
    if let Some(reference) = reference {
        let x = x_of(float(reference.value));
        svg.line((x, top - 6.0), (x, bottom), tone::BRICK, 1.2, Some("5 3"));
        // Centred over its line, but inside the drawing.
        let half = text_width(&reference.name, LABEL) / 2.0;
        let words = Words::new(&reference.name, LABEL).bold().fill(tone::BRICK);
        svg.text(
            (x.min(width - half).max(half), top - 9.0),
            Anchor::Middle,
            words,
        );
    }
    let title = Words::new(&chart.axis.title, LABEL).fill(tone::GREY);
    svg.text(((left + right) / 2.0, bottom + 23.0), Anchor::Middle, title);
    svg.finish(
        width,
        bottom
            + if chart.axis.title.is_empty() {
                15.0
            } else {
                27.0
            },
    )
}

/// Says what the hatched bars are, where there are any and a line to measure them by.
fn legend(svg: &mut Svg, chart: &Bars, left: f64) -> f64 {
    let Some(reference) = chart
        .reference
        .as_ref()
        .filter(|_| chart.items.iter().any(|item| item.marked))
    else {
        return 0.0;
    };
    let area = Area {
        x: left,
        y: 1.5,
        width: 11.0,
        height: 9.0,
    };
    svg.rect(area, tone::OCHRE, None);
    svg.hatch(area, tone::WHITE);
    let text = format!("di bawah {}", reference.name);
    svg.text((left + 16.0, 9.0), Anchor::Start, Words::new(&text, LABEL));
    12.0
}
