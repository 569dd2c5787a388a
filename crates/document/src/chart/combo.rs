//! Lines in the upper part of the frame, columns in the lower, over the same categories.
//!
//! Each part has its axis on its own side. They share no height, so no label can lie on a column.

use super::frame::{LABEL, Part, Slots, axis_left, axis_right, axis_width, categories};
use super::scale::{Floor, Scale, float};
use super::svg::{Anchor, Area, STROKES, Svg, tone};
use super::text::{Words, size_for, width as text_width};
use super::{Combo, Reference, Series};

/// Height of the part for lines and of the part for columns.
const LINES: f64 = 118.0;
const COLUMNS: f64 = 78.0;
const DASH: &str = "5 3";

pub(super) fn draw(chart: &Combo, width: f64) -> String {
    let mut svg = Svg::default();
    let mut top = legend(&mut svg, chart, width) + 16.0;

    let values = chart
        .lines
        .iter()
        .flat_map(|series| series.values.iter().flatten().copied());
    let lines = Part {
        scale: Scale::new(&chart.line_axis, Floor::Data, values, 4.0),
        top,
        height: LINES,
    };
    top += LINES;
    let columns = chart.columns.as_ref().map(|series| {
        top += 20.0;
        let reference = chart
            .column_reference
            .as_ref()
            .map(|reference| reference.value);
        let values = series.values.iter().flatten().copied().chain(reference);
        let part = Part {
            scale: Scale::new(&chart.column_axis, Floor::Zero, values, 3.0),
            top,
            height: COLUMNS,
        };
        top += COLUMNS;
        part
    });
    let bottom = top + if columns.is_some() { 0.0 } else { 14.0 };

    let left = axis_width(&lines.scale, &chart.line_axis.title);
    let right = width
        - columns.as_ref().map_or(6.0, |part| {
            axis_width(&part.scale, &chart.column_axis.title)
        });

    axis_left(&mut svg, &lines, (left, right), &chart.line_axis.title);
    let slots = Slots::new(left, right, chart.categories.len());

    if let (Some(series), Some(part)) = (&chart.columns, &columns) {
        axis_right(&mut svg, part, (left, right), &chart.column_axis.title);
        draw_columns(
            &mut svg,
            series,
            chart.column_reference.as_ref(),
            part,
            &slots,
        );
        if let Some(reference) = &chart.column_reference {
            let y = part.y(float(reference.value));
            svg.line((left, y), (right, y), tone::BRICK, 1.1, Some(DASH));
        }
    }
    for (shape, series) in chart.lines.iter().enumerate() {
        draw_line(&mut svg, series, &lines, shape, &slots);
    }
    svg.line((left, bottom), (right, bottom), tone::FRAME, 0.8, None);
    let height = categories(&mut svg, &chart.categories, &slots, bottom);
    svg.finish(width, height)
}

fn draw_columns(
    svg: &mut Svg,
    series: &Series,
    reference: Option<&Reference>,
    part: &Part,
    slots: &Slots,
) {
    let base = part.top + part.height;
    let size = size_for(
        series.labels.iter().map(String::as_str),
        7.5,
        5.5,
        slots.width - 1.0,
    );
    for i in 0..slots.count {
        // The number stands at the foot of its column, out of the way of the reference line.
        let foot = (slots.centre(i), base - 3.5);
        let Some(value) = series.values.get(i).copied().flatten() else {
            svg.text(foot, Anchor::Middle, Words::new("–", size).fill(tone::GREY));
            continue;
        };
        let y = part.y(float(value));
        let wide = slots.width * 0.62;
        let area = Area {
            x: slots.centre(i) - wide / 2.0,
            y,
            width: wide,
            height: base - y,
        };
        svg.rect(area, tone::PALE, None);
        let label = series.labels.get(i).map_or("", String::as_str);
        let words = Words::new(label, size);
        // What misses the minimum is hatched above its number.
        if reference.is_some_and(|reference| value < reference.value) {
            svg.hatch(
                Area {
                    height: (area.height - size - 5.0).max(0.0),
                    ..area
                },
                tone::BRICK,
            );
            svg.text(foot, Anchor::Middle, words.bold().fill(tone::BRICK));
        } else {
            svg.text(foot, Anchor::Middle, words);
        }
    }
}

fn draw_line(svg: &mut Svg, series: &Series, part: &Part, shape: usize, slots: &Slots) {
    let stroke = STROKES[shape % STROKES.len()];
    let value = |i: usize| series.values.get(i).copied().flatten().map(float);
    let points: Vec<Option<(f64, f64)>> = (0..slots.count)
        .map(|i| value(i).map(|value| (slots.centre(i), part.y(value))))
        .collect();
    // A gap breaks the line: nothing is drawn through a month without a value.
    for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
        svg.polyline(
            &run.iter().flatten().copied().collect::<Vec<_>>(),
            stroke,
            1.6,
        );
    }
    let size = size_for(
        series.labels.iter().map(String::as_str),
        7.5,
        5.5,
        slots.width - 2.0,
    );
    for (i, point) in points.iter().enumerate() {
        let Some((x, y)) = *point else {
            let foot = (slots.centre(i), part.top + part.height - 4.0);
            svg.text(foot, Anchor::Middle, Words::new("–", size).fill(tone::GREY));
            continue;
        };
        svg.mark((x, y), shape, stroke);
        // In a valley the label goes below, else above: there the line does not pass.
        let near = [i.checked_sub(1), Some(i + 1)]
            .into_iter()
            .flatten()
            .filter_map(|j| points.get(j).copied().flatten());
        let (sum, neighbours) =
            near.fold((0.0, 0.0), |(sum, count), (_, y)| (sum + y, count + 1.0));
        let valley = neighbours > 0.0 && sum / neighbours < y - 0.5;
        let label = series.labels.get(i).map_or("", String::as_str);
        let y = if valley { y + 5.0 + size } else { y - 6.0 };
        svg.text(
            (x, y),
            Anchor::Middle,
            Words::new(label, size).bold().fill(stroke).halo(),
        );
    }
}

fn legend(svg: &mut Svg, chart: &Combo, width: f64) -> f64 {
    let (mut x, mut y) = (0.0, 9.0);
    // An entry that does not fit goes to the next row.
    let mut place = |name: &str| {
        let wide = 24.0 + text_width(name, LABEL) + 14.0;
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + 13.0);
        }
        let at = (x, y);
        x += wide;
        at
    };
    let name = |svg: &mut Svg, (x, y): (f64, f64), name: &str| {
        svg.text((x + 24.0, y), Anchor::Start, Words::new(name, LABEL));
    };
    let mut last = 0.0;
    for (shape, series) in chart.lines.iter().enumerate() {
        let (x, y) = place(&series.name);
        let stroke = STROKES[shape % STROKES.len()];
        svg.line((x, y - 3.0), (x + 20.0, y - 3.0), stroke, 1.6, None);
        svg.mark((x + 10.0, y - 3.0), shape, stroke);
        name(svg, (x, y), &series.name);
        last = y;
    }
    if let Some(series) = &chart.columns {
        let (x, y) = place(&series.name);
        svg.rect(
            Area {
                x: x + 6.0,
                y: y - 7.0,
                width: 12.0,
                height: 8.0,
            },
            tone::PALE,
            None,
        );
        name(svg, (x, y), &series.name);
        last = y;
    }
    if let Some(reference) = &chart.column_reference {
        let (x, y) = place(&reference.name);
        svg.line(
            (x, y - 3.0),
            (x + 20.0, y - 3.0),
            tone::BRICK,
            1.1,
            Some(DASH),
        );
        name(svg, (x, y), &reference.name);
        last = y;
    }
    last
}
