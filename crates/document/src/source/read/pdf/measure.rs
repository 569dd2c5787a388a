//! What is usual in a document: the size of its letters, the distance of its lines, where they end.

use std::collections::HashMap;

use super::line::Line;
use super::page::{POINT, Page, Unit};

/// What is usual.
#[derive(Debug, Default)]
pub(super) struct Measure {
    /// Size of the body's letters.
    pub size: Unit,
    /// Distance of base lines, in hundredths of the letters' size.
    leading: Unit,
    /// Right edge of the body, by the width of the page.
    right: HashMap<Unit, Unit>,
    /// Left edge of the body, by the width of the page.
    left: HashMap<Unit, Unit>,
}

impl Measure {
    pub(super) fn of(pages: &[Page], lines: &[Vec<Line>]) -> Self {
        let mut sizes: HashMap<Unit, u64> = HashMap::new();
        let mut leadings: HashMap<Unit, u64> = HashMap::new();
        let mut rights: HashMap<(Unit, Unit), u64> = HashMap::new();
        let mut lefts: HashMap<(Unit, Unit), u64> = HashMap::new();
        for (page, lines) in pages.iter().zip(lines) {
            for line in lines {
                *sizes.entry(line.size / 25 * 25).or_default() += line.words.len() as u64;
                if line.words.len() >= 6 {
                    *rights.entry((page.width, line.end / 200)).or_default() += 1;
                    *lefts.entry((page.width, line.x / 200)).or_default() += 1;
                }
            }
            for pair in lines.windows(2) {
                if let [one, two] = pair
                    && one.size == two.size
                    && one.size > 0
                    && two.y > one.y
                {
                    let ratio = (two.y - one.y) * 100 / one.size;
                    if (90..260).contains(&ratio) {
                        *leadings.entry(ratio / 5 * 5).or_default() += 1;
                    }
                }
            }
        }
        let mut out = Self {
            size: most(sizes).unwrap_or(11 * POINT),
            leading: most(leadings).unwrap_or(120) + 5,
            ..Self::default()
        };
        out.right = edges(rights);
        out.left = edges(lefts);
        out
    }

    /// Base lines of one paragraph are not further apart than this.
    pub(super) fn reach(&self, size: Unit) -> Unit {
        // Paragraphs are set apart by at least a third of a line; below that it is uneven setting.
        size * self.leading.max(120) / 100 * 5 / 4
    }

    pub(super) fn right(&self, page: &Page) -> Unit {
        self.right
            .get(&page.width)
            .copied()
            .unwrap_or(page.width - 70 * POINT)
    }

    pub(super) fn left(&self, page: &Page) -> Unit {
        self.left.get(&page.width).copied().unwrap_or(70 * POINT)
    }

    /// Whether a line stands in the middle between the edges.
    pub(super) fn is_centred(&self, page: &Page, line: &Line) -> bool {
        let (left, right) = (line.x - self.left(page), self.right(page) - line.end);
        left > 2 * line.size && right > 2 * line.size && (left - right).abs() <= 2 * line.size
    }
}

fn most<K: Copy + Ord>(counts: HashMap<K, u64>) -> Option<K> {
    counts
        .into_iter()
        .max_by_key(|(key, count)| (*count, *key))
        .map(|(key, _)| key)
}

fn edges(counts: HashMap<(Unit, Unit), u64>) -> HashMap<Unit, Unit> {
    let mut best: HashMap<Unit, (u64, Unit)> = HashMap::new();
    for ((width, at), count) in counts {
        let entry = best.entry(width).or_default();
        *entry = (*entry).max((count, at));
    }
    best.into_iter()
        .map(|(width, (_, at))| (width, at * 200))
        .collect()
}
