//! Charts as data; [`Chart::to_svg`] draws them, and every writer uses that one drawing.

#![expect(
    clippy::float_arithmetic,
    reason = "a drawing is geometry; values become floats here and nowhere else"
)]

mod bars;
mod columns;
mod combo;
mod frame;
#[cfg(feature = "docx")]
mod raster;
mod scale;
mod svg;
mod text;
mod tree;

use rust_decimal::Decimal;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Columns (counted on the right axis) under one or more lines (left axis), by category.
    Combo(Combo),
    /// Groups of columns side by side, one group per category.
    Columns(Columns),
    /// Horizontal bars, one per item, with an optional reference line.
    Bars(Bars),
    /// Boxes joined from the top down.
    Tree(TreeNode),
}

/// A named row of values; a missing value is a gap in the drawing, never a zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// One value per category.
    pub values: Vec<Option<Decimal>>,
    /// The values as printed at the marks ("3,93"), one per category; empty strings print nothing.
    pub labels: Vec<String>,
}

/// A reference line across a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// What it is ("minimum 30 responden").
    pub name: String,
    /// Where it lies.
    pub value: Decimal,
}

/// Columns under lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Combo {
    /// Categories, left to right.
    pub categories: Vec<String>,
    /// Lines, on the left axis.
    pub lines: Vec<Series>,
    /// Left axis: lowest and highest value shown, and its title.
    pub line_axis: Axis,
    /// Columns, on the right axis.
    pub columns: Option<Series>,
    /// Right axis.
    pub column_axis: Axis,
    /// Reference on the right axis (a minimum of respondents).
    pub column_reference: Option<Reference>,
}

/// An axis; bounds are chosen by the drawing where they are none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Axis {
    /// Title beside the axis.
    pub title: String,
    /// Lowest value shown.
    pub low: Option<Decimal>,
    /// Highest value shown.
    pub high: Option<Decimal>,
    /// Decimals of the tick labels, printed with a decimal comma and dots in groups of three.
    pub decimals: u32,
}

/// Grouped columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    /// Categories, left to right.
    pub categories: Vec<String>,
    /// One column per series in each group.
    pub series: Vec<Series>,
    /// The value axis.
    pub axis: Axis,
}

/// Horizontal bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Items, top to bottom.
    pub items: Vec<BarItem>,
    /// The value axis.
    pub axis: Axis,
    /// A line across all bars (the index).
    pub reference: Option<Reference>,
}

/// One horizontal bar.
#[derive(Debug, Clone, PartialEq)]
pub struct BarItem {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Option<Decimal>,
    /// The value as printed.
    pub label: String,
    /// Whether it is set off (below the reference).
    pub marked: bool,
}

/// A box with boxes below it.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeNode {
    /// First line, bold.
    pub title: String,
    /// Second line (a name), may be empty.
    pub note: String,
    /// Boxes below.
    pub children: Vec<TreeNode>,
}

impl Chart {
    /// Draws the chart as an SVG of `width` points; the height follows from the content.
    ///
    /// The drawing has no scripts, no references, no ids and no title of its own, so it can stand inside any page.
    #[must_use]
    pub fn to_svg(&self, width: u32) -> String {
        // Narrower than this, no label is legible; the drawing is then scaled by whoever shows it.
        let width = f64::from(width.max(160));
        match self {
            Self::Combo(chart) => combo::draw(chart, width),
            Self::Columns(chart) => columns::draw(chart, width),
            Self::Bars(chart) => bars::draw(chart, width),
            Self::Tree(root) => tree::draw(root, width),
        }
    }

    /// Draws the chart as a PNG of `width_px` pixels, as it looks at the width of a page.
    #[cfg(feature = "docx")]
    #[must_use]
    pub fn to_png(&self, width_px: u32) -> Vec<u8> {
        raster::to_png(&self.to_svg(raster::PAGE_WIDTH), width_px)
    }
}
