//! What the charts promise.

mod common;

use common::{bars, columns, combo, tree};
use document::chart::*;

fn all() -> [Chart; 4] {
    [combo(), columns(), bars(), tree()]
}

#[test]
fn the_same_chart_gives_the_same_drawing() {
    for (one, two) in all().iter().zip(all()) {
        assert_eq!(one.to_svg(439), two.to_svg(439));
    }
}

#[test]
fn a_drawing_carries_no_script_and_points_nowhere() {
    for chart in all() {
        let svg = chart.to_svg(439);
        for forbidden in ["<script", "href", "url(", "id=", "style="] {
            assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
        }
        assert_eq!(
            svg.matches("http").count(),
            1,
            "only the namespace is an address"
        );
    }
}

#[test]
fn nothing_is_drawn_outside_the_frame() {
    for chart in all() {
        for width in [320, 439, 686] {
            let svg = chart.to_svg(width);
            for x in attributes(&svg, " x=\"") {
                assert!(
                    (0.0..=f64::from(width)).contains(&x),
                    "x = {x} at width {width}"
                );
            }
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}

#[test]
fn a_missing_value_is_a_dash_and_never_a_mark_at_zero() {
    let svg = combo().to_svg(439);
    assert_eq!(
        svg.matches(">–<").count(),
        2,
        "one for the line, one for the column"
    );
    assert_eq!(
        svg.matches("<circle").count(),
        12,
        "eleven months and the legend"
    );
    let svg = columns().to_svg(439);
    assert_eq!(
        svg.matches("<rect").count(),
        2 + 7,
        "two in the legend, seven of eight columns"
    );
    let svg = bars().to_svg(439);
    assert_eq!(svg.matches(">–<").count(), 1);
}

#[test]
fn numbers_on_axes_are_indonesian() {
    let million = Series {
        name: "Pagu".into(),
        values: vec![Some(common::decimal("16043581000")), None],
        labels: vec!["16.043.581.000".into(), String::new()],
    };
    let chart = Chart::Columns(Columns {
        categories: common::words(&["2022", "2023"]),
        series: vec![million],
        axis: Axis::default(),
    });
    let svg = chart.to_svg(439);
    assert!(
        svg.contains(">20.000.000.000<") && svg.contains(">0<"),
        "{svg}"
    );
    assert!(combo().to_svg(439).contains(">3,80<"));
}

#[test]
fn names_are_escaped() {
    let node = |title: &str| TreeNode {
        title: title.into(),
        note: String::new(),
        children: vec![],
    };
    let svg = Chart::Tree(node("<script>&\u{0}\"")).to_svg(439);
    assert!(svg.contains("&lt;script&gt;&amp; \""), "{svg}");
}

#[test]
fn empty_charts_are_drawn_empty() {
    let empty = [
        Chart::Combo(Combo {
            categories: vec![],
            lines: vec![],
            line_axis: Axis::default(),
            columns: None,
            column_axis: Axis::default(),
            column_reference: None,
        }),
        Chart::Columns(Columns {
            categories: vec![],
            series: vec![],
            axis: Axis::default(),
        }),
        Chart::Bars(Bars {
            items: vec![],
            axis: Axis::default(),
            reference: None,
        }),
        Chart::Tree(TreeNode {
            title: String::new(),
            note: String::new(),
            children: vec![],
        }),
    ];
    for chart in empty {
        let svg = chart.to_svg(0);
        assert!(svg.starts_with("<svg") && !svg.contains("NaN"), "{svg}");
    }
}

/// The numbers behind each `name`, which ends with the opening quote.
fn attributes(svg: &str, name: &str) -> Vec<f64> {
    svg.split(name)
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect()
}

#[cfg(feature = "docx")]
#[test]
fn a_chart_becomes_a_picture_of_the_wished_width() {
    for (chart, name) in all().iter().zip(["combo", "columns", "bars", "tree"]) {
        let png = chart.to_png(1600);
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[16..20], 1600_u32.to_be_bytes());
        // For people who want to look at it.
        let path =
            std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("chart-{name}.png"));
        std::fs::write(path, png).expect("the temporary directory can be written");
    }
}
