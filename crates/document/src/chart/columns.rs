//! Groups of columns side by side.

use super::Columns;
use super::frame::{LABEL, Part, Slots, axis_left, axis_width, categories, count, count_from_zero};
use super::scale::{Floor, Scale, float};
use super::svg::{Anchor, Area, FILLS, Svg, tone};
use super::text::{Words, size_for, width as text_width};

const HEIGHT: f64 = 165.0;

pub(super) fn draw(chart: &Columns, width: f64) -> String {
    let mut svg = Svg::default();
    let legend_end = legend(&mut svg, chart, width);

    let values = chart
        .series
        .iter()
        .flat_map(|series| series.values.iter().flatten().copied());
    let scale = Scale::new(&chart.axis, Floor::Zero, values, 5.0);
    let left = axis_width(&scale, &chart.axis.title);
    let right = width - 2.0;

    let slots = Slots::new(left, right, chart.categories.len());
    let bar = (slots.width * 0.78 / count(chart.series.len())).min(46.0);
    let labels = || {
        chart
            .series
            .iter()
            .flat_map(|series| series.labels.iter().map(String::as_str))
    };
    // Labels that do not fit over their column even when small stand upright.
    let size = size_for(labels(), 7.5, 6.0, bar);
    let widest = labels()
        .map(|label| text_width(label, size))
        .fold(0.0, f64::max);
    let upright = widest > bar + 1.0;

    let top = legend_end + if upright { widest + 8.0 } else { 18.0 };
    let frame = Part {
        scale,
        top,
        height: HEIGHT,
    };
    axis_left(&mut svg, &frame, (left, right), &chart.axis.title);

    let base = frame.y(0.0_f64.max(frame.scale.low));
    for i in 0..chart.categories.len() {
        for (k, series) in chart.series.iter().enumerate() {
            let x = slots.centre(i) + bar * (count_from_zero(k) - count(chart.series.len()) / 2.0);
            let Some(value) = series.values.get(i).copied().flatten() else {
                svg.text(
                    (x + bar / 2.0, base - 4.0),
                    Anchor::Middle,
                    Words::new("–", size).fill(tone::GREY),
                );
                continue;
            };
            let y = frame.y(float(value));
            let area = Area {
                x: x + 1.0,
                y: y.min(base),
                width: bar - 2.0,
                height: (y - base).abs(),
            };
            svg.rect(area, FILLS[k % FILLS.len()], None);
            if k % FILLS.len() == 2 {
                svg.hatch(area, tone::WHITE);
            }
            let words = Words::new(series.labels.get(i).map_or("", String::as_str), size);
            let over = (x + bar / 2.0, y.min(base) - 4.0);
            if upright {
                svg.turned_text((over.0 + size * 0.35, over.1), Anchor::Start, words, -90);
            } else {
                svg.text(over, Anchor::Middle, words);
            }
        }
    }
    svg.line((left, base), (right, base), tone::FRAME, 0.8, None);
    let height = categories(&mut svg, &chart.categories, &slots, top + HEIGHT);
    svg.finish(width, height)
}

fn legend(svg: &mut Svg, chart: &Columns, width: f64) -> f64 {
    let (mut x, mut y) = (0.0, 9.0);
    for (k, series) in chart.series.iter().enumerate() {
        let wide = 16.0 + text_width(&series.name, LABEL) + 16.0;
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + 13.0);
        }
        let area = Area {
            x,
            y: y - 7.5,
            width: 11.0,
            height: 9.0,
        };
        svg.rect(area, FILLS[k % FILLS.len()], None);
        if k % FILLS.len() == 2 {
            svg.hatch(area, tone::WHITE);
        }
        svg.text(
            (x + 16.0, y),
            Anchor::Start,
            Words::new(&series.name, LABEL),
        );
        x += wide;
    }
    y
}
