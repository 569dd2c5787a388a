//! An organisation chart: the head on top, its branches in a row, everything below them stacked.

use super::TreeNode;
use super::frame::{count, count_from_zero};
use super::svg::{Anchor, Area, Svg, tone};
use super::text::{Words, size_for, wrap};

/// More branches than this do not fit side by side; then everything is stacked under the head.
const WIDEST: usize = 6;
const GAP: f64 = 8.0;
const DROP: f64 = 14.0;
const INSET: f64 = 5.0;
const INDENT: f64 = 9.0;

/// A box with its text broken into lines.
struct Card {
    title: Vec<String>,
    note: Vec<String>,
    size: f64,
    width: f64,
}

impl Card {
    fn new(node: &TreeNode, width: f64, size: f64) -> Self {
        let room = width - 2.0 * INSET;
        Self {
            title: wrap(&node.title, size, room),
            note: wrap(&node.note, size - 0.5, room),
            size,
            width,
        }
    }

    fn height(&self) -> f64 {
        count(self.title.len() + self.note.len()) * (self.size + 2.0) + 2.0 * INSET
    }

    fn draw(&self, svg: &mut Svg, x: f64, y: f64, height: f64, look: Look) {
        let (fill, ink) = match look {
            Look::Head => (tone::NAVY, tone::WHITE),
            Look::Branch => (tone::TINT, tone::INK),
            Look::Leaf => (tone::WHITE, tone::INK),
        };
        svg.rect(
            Area {
                x,
                y,
                width: self.width,
                height,
            },
            fill,
            Some(tone::NAVY),
        );
        let lines = count_from_zero(self.title.len() + self.note.len());
        let mut baseline = y + (height - lines * (self.size + 2.0)) / 2.0 + self.size;
        for (row, line) in self.title.iter().chain(&self.note).enumerate() {
            let words = if row < self.title.len() {
                let words = Words::new(line, self.size);
                if look == Look::Leaf {
                    words
                } else {
                    words.bold()
                }
            } else {
                Words::new(line, self.size - 0.5)
            };
            svg.text(
                (x + self.width / 2.0, baseline),
                Anchor::Middle,
                words.fill(ink),
            );
            baseline += self.size + 2.0;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Head,
    Branch,
    Leaf,
}

pub(super) fn draw(root: &TreeNode, width: f64) -> String {
    let mut svg = Svg::default();
    let card = Card::new(root, (width * 0.5).min(220.0), 9.0);
    let head_height = card.height();
    card.draw(
        &mut svg,
        (width - card.width) / 2.0,
        1.0,
        head_height,
        Look::Head,
    );
    let below = 1.0 + head_height;
    let height = match root.children.len() {
        0 => below,
        1..=WIDEST => row(&mut svg, root, width, below),
        _ => {
            let left = (width - card.width) / 2.0;
            stack(&mut svg, &root.children, left, width - left - 1.0, below)
        }
    };
    svg.finish(width, height + 1.0)
}

/// The branches side by side, all of one height, each over its own stack.
fn row(svg: &mut Svg, root: &TreeNode, width: f64, below: f64) -> f64 {
    let branches = count(root.children.len());
    let wide = ((width - 2.0 - GAP * (branches - 1.0)) / branches).min(130.0);
    let start = (width - wide * branches - GAP * (branches - 1.0)) / 2.0;
    let size = size_for(
        root.children.iter().map(|child| child.title.as_str()),
        8.0,
        5.5,
        wide - 2.0 * INSET,
    );
    let cards: Vec<_> = root
        .children
        .iter()
        .map(|child| Card::new(child, wide, size))
        .collect();
    let tall = cards.iter().map(Card::height).fold(0.0, f64::max);
    let (rail, top) = (below + DROP, below + 2.0 * DROP);
    let centre = |i: usize| start + (wide + GAP) * count_from_zero(i) + wide / 2.0;

    svg.line(
        (width / 2.0, below),
        (width / 2.0, rail),
        tone::NAVY,
        0.9,
        None,
    );
    svg.line(
        (centre(0), rail),
        (centre(cards.len() - 1), rail),
        tone::NAVY,
        0.9,
        None,
    );
    let mut deepest = top + tall;
    for (i, (card, child)) in cards.iter().zip(&root.children).enumerate() {
        svg.line((centre(i), rail), (centre(i), top), tone::NAVY, 0.9, None);
        let x = centre(i) - wide / 2.0;
        card.draw(svg, x, top, tall, Look::Branch);
        deepest = deepest.max(stack(svg, &child.children, x, x + wide, top + tall));
    }
    deepest
}

/// Boxes under each other on a rail at their left; what lies deeper is stacked once more, further in.
fn stack(svg: &mut Svg, nodes: &[TreeNode], left: f64, right: f64, below: f64) -> f64 {
    let x = (left + INDENT).min(right - 40.0);
    let size = size_for(
        nodes.iter().map(|node| node.title.as_str()),
        7.5,
        5.5,
        right - x - 2.0 * INSET,
    );
    let (mut y, mut rail_end) = (below, below);
    for node in nodes {
        y += GAP;
        let card = Card::new(node, right - x, size);
        let height = card.height();
        rail_end = y + height / 2.0;
        svg.line((left + 3.0, rail_end), (x, rail_end), tone::NAVY, 0.7, None);
        card.draw(svg, x, y, height, Look::Leaf);
        y = stack(svg, &node.children, x, right, y + height);
    }
    if !nodes.is_empty() {
        svg.line(
            (left + 3.0, below),
            (left + 3.0, rail_end),
            tone::NAVY,
            0.7,
            None,
        );
    }
    y
}
