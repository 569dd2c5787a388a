//! A page as it is drawn: words, ruling lines and pictures, in hundredths of a point from its upper left corner.

/// Hundredths of a point.
pub(super) type Unit = i32;

/// One point.
pub(super) const POINT: Unit = 100;

/// A page as it is drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// From 1.
    pub number: u32,
    pub width: Unit,
    pub height: Unit,
    /// The letters of all words.
    pub text: String,
    pub words: Vec<Word>,
    pub rules: Vec<Rule>,
    pub pictures: Vec<Frame>,
    /// Areas, curves and slanting lines: what charts are made of.
    pub strokes: usize,
    /// Letters that the file does not say the meaning of.
    pub unknown: usize,
    /// Letters that stand upside down or askew.
    pub turned: usize,
    /// Letters in each direction of writing: right, down, left, up.
    pub directions: [usize; 4],
    /// Whether a cap was met, so that the rest of the page was left out.
    pub cut: bool,
}

/// Letters without a gap between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// Left edge.
    pub x: Unit,
    /// Right edge.
    pub end: Unit,
    /// Height of the base line, counted downwards.
    pub y: Unit,
    /// Size of the font.
    pub size: Unit,
    pub bold: bool,
    /// Whether the file itself says that the word belongs to the paper, not to the text.
    pub running: bool,
    /// Whether it ends with a hyphen that only shows where a line breaks.
    pub soft: bool,
    /// Whether it stands behind a gap that is no space between words.
    pub tabbed: bool,
    /// Bytes in [`Page::text`].
    pub start: u32,
    pub length: u32,
    /// Line on the page, from 1.
    pub line: u32,
    /// Column in the line, from 1.
    pub column: u32,
}

/// A straight line across or down the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub upright: bool,
    /// Height of a line across, distance from the left of one that goes down.
    pub at: Unit,
    pub from: Unit,
    pub to: Unit,
}

/// A box on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub x: Unit,
    pub y: Unit,
    pub end: Unit,
    pub bottom: Unit,
}

impl Word {
    /// Half way up a small letter: what tells on which side of a rule the word stands.
    pub(super) fn middle(&self) -> Unit {
        self.y - self.size / 4
    }

    pub(super) fn centre(&self) -> Unit {
        self.x.midpoint(self.end)
    }
}

impl Frame {
    pub(super) fn holds(&self, x: Unit, y: Unit) -> bool {
        self.x <= x && x <= self.end && self.y <= y && y <= self.bottom
    }
}

impl Page {
    pub(super) fn letters(&self, word: &Word) -> &str {
        let start = word.start as usize;
        self.text
            .get(start..start + word.length as usize)
            .unwrap_or_default()
    }
}
