//! Office Math as LaTeX, which `latex::parse` reads, and as plain words for a formula within a sentence.

mod letters;

use quick_xml::events::BytesStart;

use super::words::Words;
use super::xml::{attribute, is_on};
use crate::source::{Part, Passage, Place};

/// Nesting beyond which a formula is read flat.
const DEPTH: usize = 24;
/// Letters of one formula that are read; a page holds some 3,000.
const LETTERS: usize = 10_000;

/// Elements of Office Math.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum MathTag {
    Paragraph,
    Whole,
    Run,
    T,
    Upright,
    Fraction,
    Above,
    Below,
    Nary,
    NaryPr,
    Character,
    Subscript,
    Superscript,
    Element,
    WithSub,
    WithSup,
    Root,
    Degree,
    Fence,
    FencePr,
    Begin,
    End,
    Separator,
    Lines,
    Matrix,
    MatrixRow,
    Limit,
    LimitLow,
    LimitUpper,
    Function,
}

impl MathTag {
    pub(super) fn of(local: &str) -> Option<Self> {
        Some(match local {
            "oMathPara" => Self::Paragraph,
            "oMath" => Self::Whole,
            "r" => Self::Run,
            "t" => Self::T,
            "nor" => Self::Upright,
            "f" => Self::Fraction,
            "num" => Self::Above,
            "den" => Self::Below,
            "nary" => Self::Nary,
            "naryPr" => Self::NaryPr,
            "chr" => Self::Character,
            "sub" => Self::Subscript,
            "sup" => Self::Superscript,
            "e" => Self::Element,
            "sSub" | "sSubSup" | "sPre" => Self::WithSub,
            "sSup" => Self::WithSup,
            "rad" => Self::Root,
            "deg" => Self::Degree,
            "d" => Self::Fence,
            "dPr" => Self::FencePr,
            "begChr" => Self::Begin,
            "endChr" => Self::End,
            "sepChr" => Self::Separator,
            "eqArr" => Self::Lines,
            "m" => Self::Matrix,
            "mr" => Self::MatrixRow,
            "lim" => Self::Limit,
            "limLow" => Self::LimitLow,
            "limUpp" => Self::LimitUpper,
            "fName" => Self::Function,
            _ => return None,
        })
    }
}

/// A formula while it is read.
#[derive(Debug)]
pub(super) struct Formula {
    latex: Words,
    plain: Words,
    pending: Words,
    upright: bool,
    letters: usize,
    stack: Vec<Node>,
    /// Where the next letter would stand.
    here: Place,
}

#[derive(Debug)]
struct Node {
    tag: MathTag,
    /// Lengths of both texts where it began.
    latex: usize,
    plain: usize,
    /// Elements of it so far.
    elements: usize,
    sign: String,
    begin: String,
    end: String,
    separator: String,
    announced: bool,
}

impl Formula {
    pub(super) fn new(here: Place) -> Self {
        Self {
            latex: Words::default(),
            plain: Words::default(),
            pending: Words::default(),
            upright: false,
            letters: 0,
            stack: Vec::new(),
            here,
        }
    }

    /// Letters of a run.
    pub(super) fn text(&mut self, text: &str, place: Place) {
        self.here = place;
        self.letters = self.letters.saturating_add(text.len());
        if self.letters > LETTERS {
            return;
        }
        // White space counts within a formula, but not at its very start.
        self.pending.push(text, place);
        self.here.column = place.column.saturating_add(super::words::count(text));
    }

    pub(super) fn open(&mut self, tag: MathTag, start: &BytesStart<'_>) {
        match tag {
            MathTag::Paragraph | MathTag::Whole | MathTag::T => return,
            MathTag::Run => {
                if self.upright {
                    self.flush();
                    self.upright = false;
                }
                return;
            }
            MathTag::Upright => {
                if is_on(start) {
                    self.flush();
                    self.upright = true;
                }
                return;
            }
            MathTag::Character | MathTag::Begin | MathTag::End | MathTag::Separator => {
                self.property(tag, attribute(start, "val").unwrap_or_default());
                return;
            }
            _ => {}
        }
        self.flush();
        self.upright = false;
        let parent = self.stack.last().map(|node| node.tag);
        self.announce(tag);
        let node = Node {
            tag,
            latex: self.latex.len(),
            plain: self.plain.len(),
            elements: 0,
            sign: "∫".to_owned(),
            begin: "(".to_owned(),
            end: ")".to_owned(),
            separator: "|".to_owned(),
            announced: false,
        };
        self.stack.push(node);
        if self.stack.len() > DEPTH {
            return;
        }
        match (parent, tag) {
            (_, MathTag::Above) => self.put("\\frac{", ""),
            (_, MathTag::Below) => self.put("{", " / "),
            (_, MathTag::Root) => self.put("\\sqrt", "√"),
            (_, MathTag::Degree) => self.put("[", ""),
            (Some(MathTag::Root), MathTag::Element) => self.put("{", "("),
            (Some(MathTag::Nary | MathTag::WithSub | MathTag::WithSup), MathTag::Subscript)
            | (Some(MathTag::LimitLow), MathTag::Limit) => self.put("_{", "_"),
            (Some(MathTag::Nary | MathTag::WithSub | MathTag::WithSup), MathTag::Superscript)
            | (Some(MathTag::LimitUpper), MathTag::Limit) => self.put("^{", "^"),
            (_, MathTag::Lines | MathTag::Matrix) => self.put("\\begin{aligned}", ""),
            _ => {}
        }
    }

    /// What stands before an element of its parent: the sign of a sum, the fence, the mark between two elements.
    fn announce(&mut self, tag: MathTag) {
        if self.stack.len() > DEPTH {
            return;
        }
        let Some(node) = self.stack.last_mut() else {
            return;
        };
        let first = node.elements == 0;
        if matches!(tag, MathTag::Element | MathTag::MatrixRow) {
            node.elements += 1;
        }
        let (latex, plain) = match (node.tag, tag) {
            (MathTag::Nary, MathTag::NaryPr) | (MathTag::Fence, MathTag::FencePr) => return,
            (MathTag::Nary, MathTag::Element) if node.announced => (" ".to_owned(), " ".to_owned()),
            (MathTag::Nary, _) if !node.announced => {
                node.announced = true;
                let gap = if tag == MathTag::Element { " " } else { "" };
                (letters::operator(&node.sign) + gap, node.sign.clone() + gap)
            }
            (MathTag::Fence, MathTag::Element) if first => {
                (letters::fence(&node.begin), node.begin.clone())
            }
            (MathTag::Fence, MathTag::Element) => {
                (letters::fence(&node.separator), node.separator.clone())
            }
            (MathTag::Lines, MathTag::Element) | (MathTag::Matrix, MathTag::MatrixRow)
                if !first =>
            {
                (" \\\\ ".to_owned(), "; ".to_owned())
            }
            (MathTag::MatrixRow, MathTag::Element) if !first => (" & ".to_owned(), " ".to_owned()),
            _ => return,
        };
        self.put(&latex, &plain);
    }

    fn property(&mut self, tag: MathTag, value: String) {
        // The property stands within the element's properties, which stand within the element.
        let Some(node) = self
            .stack
            .iter_mut()
            .rev()
            .find(|node| matches!(node.tag, MathTag::Nary | MathTag::Fence))
        else {
            return;
        };
        match tag {
            MathTag::Character if node.tag == MathTag::Nary => node.sign = value,
            MathTag::Begin => node.begin = value,
            MathTag::End => node.end = value,
            MathTag::Separator => node.separator = value,
            _ => {}
        }
    }

    pub(super) fn close(&mut self, tag: MathTag) {
        match tag {
            MathTag::Paragraph
            | MathTag::T
            | MathTag::Run
            | MathTag::Upright
            | MathTag::Character
            | MathTag::Begin
            | MathTag::End
            | MathTag::Separator => return,
            MathTag::Whole => return self.flush(),
            _ => self.flush(),
        }
        let deep = self.stack.len() > DEPTH;
        let Some(node) = self.stack.pop() else {
            return;
        };
        if deep {
            return;
        }
        let parent = self.stack.last().map(|node| node.tag);
        match (parent, node.tag) {
            (_, MathTag::Above) => {
                self.put("}", "");
                self.enclose_plain(node.plain);
            }
            (_, MathTag::Below) => {
                self.put("}", "");
                self.enclose_plain(node.plain + " / ".len());
            }
            (_, MathTag::Degree) => self.end_index(&node, "]"),
            (Some(MathTag::Root), MathTag::Element) => self.put("}", ")"),
            (Some(MathTag::Nary | MathTag::WithSub | MathTag::WithSup), MathTag::Subscript)
            | (Some(MathTag::Nary | MathTag::WithSub | MathTag::WithSup), MathTag::Superscript)
            | (Some(MathTag::LimitLow | MathTag::LimitUpper), MathTag::Limit) => {
                self.end_index(&node, "}");
            }
            (
                Some(MathTag::WithSub | MathTag::WithSup | MathTag::LimitLow | MathTag::LimitUpper),
                MathTag::Element,
            ) => {
                let whole = self.latex.text().get(node.latex..).unwrap_or_default();
                if !letters::is_atom(whole) {
                    self.latex.insert(node.latex, "{");
                    self.put("}", "");
                }
            }
            (Some(MathTag::Nary), MathTag::Element) => {
                let whole = self.latex.text().get(node.latex..).unwrap_or_default();
                if letters::has_terms(whole) {
                    self.latex.insert(node.latex, "{");
                    self.put("}", "");
                    self.enclose_plain(node.plain);
                }
            }
            (_, MathTag::Fence) => {
                let end = node.end.clone();
                self.put(&letters::fence(&end), &end);
            }
            (_, MathTag::Lines | MathTag::Matrix) => self.put("\\end{aligned}", ""),
            (_, MathTag::Function) => self.put(" ", " "),
            _ => {}
        }
    }

    /// Ends an index or a degree; one without content leaves no trace.
    fn end_index(&mut self, node: &Node, end: &str) {
        let opened = node.latex + end.len() + usize::from(end == "}");
        if self.latex.len() <= opened {
            self.latex.truncate(node.latex);
            self.plain.truncate(node.plain);
        } else {
            self.put(end, "");
            // The mark before an index is one letter.
            if end == "}" {
                self.enclose_plain(node.plain + 1);
            }
        }
    }

    /// Puts parentheses around plain words that would fall apart without.
    fn enclose_plain(&mut self, from: usize) {
        let inner = self.plain.text().get(from..).unwrap_or_default();
        if letters::falls_apart(inner) {
            self.plain.insert(from, "(");
            self.put("", ")");
        }
    }

    fn put(&mut self, latex: &str, plain: &str) {
        if !latex.is_empty() {
            self.latex.push_made(latex, self.here);
        }
        if !plain.is_empty() {
            self.plain.push_made(plain, self.here);
        }
    }

    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if pending.len() == 0 {
            return;
        }
        let aligned = self.stack.iter().any(|node| node.tag == MathTag::Lines);
        let here = self.here;
        let passage = pending.whole();
        letters::write(
            &passage,
            self.upright,
            aligned,
            &mut self.latex,
            &mut self.plain,
        );
        self.here = here;
    }

    /// The formula as LaTeX, and as plain words.
    pub(super) fn done(mut self, line: u32, part: Part) -> (Passage, Passage) {
        self.flush();
        let page = self.here.page;
        (
            self.latex.done(line, part, page),
            self.plain.done(line, part, page),
        )
    }
}
