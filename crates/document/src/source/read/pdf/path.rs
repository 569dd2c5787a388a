//! Paths, of which only straight lines along the page's edges are kept.

use kurbo::Point;

use super::content::unit;
use super::page::{POINT, Page, Rule, Unit};

/// Corners of one path.
const MAX_POINTS: usize = 50_000;
/// Rules of one page; a page with more is a drawing.
pub(super) const MAX_RULES: usize = 20_000;
/// What is thicker is an area, not a line.
const THICK: Unit = 3 * POINT;
/// What is shorter is a dot.
const SHORT: Unit = POINT;
/// A line may lean by this much.
const LEAN: Unit = POINT / 2;

/// A path under construction, in units of the page.
#[derive(Debug, Default)]
pub(super) struct Path {
    points: Vec<(Unit, Unit)>,
    /// Where in `points` each stretch begins, and whether it has a curve.
    parts: Vec<(usize, bool)>,
}

impl Path {
    pub(super) fn begin(&mut self, point: Point) {
        self.parts.push((self.points.len(), false));
        self.line(point);
    }

    pub(super) fn line(&mut self, point: Point) {
        if self.points.len() < MAX_POINTS && !self.parts.is_empty() {
            self.points.push((unit(point.x), unit(point.y)));
        }
    }

    pub(super) fn curve(&mut self, end: Point) {
        if let Some(part) = self.parts.last_mut() {
            part.1 = true;
        }
        self.line(end);
    }

    pub(super) fn close(&mut self) {
        if let Some((start, _)) = self.parts.last()
            && let Some(first) = self.points.get(*start).copied()
            && self.points.len() < MAX_POINTS
        {
            self.points.push(first);
        }
    }

    pub(super) fn frame(&mut self, corners: [Point; 4]) {
        let [first, rest @ ..] = corners;
        self.begin(first);
        for corner in rest {
            self.line(corner);
        }
        self.close();
    }

    pub(super) fn forget(&mut self) {
        self.points.clear();
        self.parts.clear();
    }

    fn stretches(&self) -> impl Iterator<Item = (&[(Unit, Unit)], bool)> {
        let ends = self
            .parts
            .iter()
            .skip(1)
            .map(|(start, _)| *start)
            .chain([self.points.len()]);
        self.parts.iter().zip(ends).map(|((start, curved), end)| {
            (self.points.get(*start..end).unwrap_or_default(), *curved)
        })
    }

    /// Keeps the straight lines of a path that is drawn with a pen of some width.
    pub(super) fn stroke(&mut self, width: Unit, page: &mut Page) {
        for (points, curved) in self.stretches() {
            if curved || width > THICK {
                page.strokes += 1;
                continue;
            }
            for pair in points.windows(2) {
                if let [(x, y), (to_x, to_y)] = *pair {
                    keep(page, (x, y), (to_x, to_y), LEAN);
                }
            }
        }
        self.forget();
    }

    /// Keeps the areas that are so thin that they are lines.
    pub(super) fn fill(&mut self, page: &mut Page) {
        for (points, curved) in self.stretches() {
            if curved || points.len() > 5 {
                page.strokes += 1;
                continue;
            }
            let xs = || points.iter().map(|(x, _)| *x);
            let ys = || points.iter().map(|(_, y)| *y);
            if let (Some(left), Some(right), Some(top), Some(bottom)) =
                (xs().min(), xs().max(), ys().min(), ys().max())
            {
                keep(page, (left, top), (right, bottom), THICK);
            }
        }
        self.forget();
    }
}

/// Keeps a line, or the middle of a thin area, given by two opposite corners.
fn keep(page: &mut Page, (x, y): (Unit, Unit), (to_x, to_y): (Unit, Unit), thin: Unit) {
    let (wide, high) = ((to_x - x).abs(), (to_y - y).abs());
    if page.rules.len() >= MAX_RULES || wide.max(high) < SHORT || wide.min(high) > thin {
        page.strokes += 1;
        return;
    }
    page.rules.push(if wide >= high {
        Rule {
            upright: false,
            at: y.midpoint(to_y),
            from: x.min(to_x),
            to: x.max(to_x),
        }
    } else {
        Rule {
            upright: true,
            at: x.midpoint(to_x),
            from: y.min(to_y),
            to: y.max(to_y),
        }
    });
}
