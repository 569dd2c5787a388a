//! MathML as LaTeX, which keeps the places of its numbers and words.

use crate::source::read::build::Builder;
use crate::source::{Passage, Place};

/// Elements inside of elements deeper than this are read as if they stood side by side.
const DEEPEST: usize = 48;

/// A formula in the making: a stack of elements with their parts.
pub(super) struct Formula {
    open: Vec<Node>,
    deeper: usize,
    stray: Builder,
}

struct Node {
    name: String,
    place: Place,
    words: Builder,
    parts: Vec<Passage>,
}

impl Formula {
    pub(super) fn new(place: Place) -> Self {
        Self {
            open: vec![Node::new("math", place)],
            deeper: 0,
            stray: Builder::default(),
        }
    }

    /// Where the characters of the innermost element go.
    pub(super) fn leaf(&mut self) -> &mut Builder {
        match self.open.last_mut() {
            Some(node) => &mut node.words,
            None => &mut self.stray,
        }
    }

    pub(super) fn start(&mut self, name: &str, place: Place) {
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
        } else {
            self.open.push(Node::new(name, place));
        }
    }

    pub(super) fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if let Some(node) = self.open.pop() {
            let done = node.finish();
            match self.open.last_mut() {
                Some(parent) => parent.parts.push(done),
                None => self.open.push(Node {
                    parts: vec![done],
                    ..Node::new("math", Place::default())
                }),
            }
        }
    }

    pub(super) fn finish(mut self) -> Passage {
        while self.open.len() > 1 {
            self.deeper = 0;
            self.end();
        }
        self.open.pop().map(Node::finish).unwrap_or_default()
    }
}

impl Node {
    fn new(name: &str, place: Place) -> Self {
        Self {
            name: name.to_owned(),
            place,
            words: Builder::default(),
            parts: Vec::new(),
        }
    }

    /// The node as LaTeX.
    fn finish(self) -> Passage {
        let words = self.words.finish();
        let mut out = Joint {
            builder: Builder::default(),
            place: self.place,
        };
        let parts = &self.parts;
        let [first, second, third] = [0, 1, 2].map(|at| parts.get(at));
        match self.name.as_str() {
            "mfrac" => {
                out.glue("\\frac{");
                out.part(first);
                out.glue("}{");
                out.part(second);
                out.glue("}");
            }
            "msqrt" => {
                out.glue("\\sqrt{");
                parts.iter().for_each(|part| out.part(Some(part)));
                out.glue("}");
            }
            "msub" | "munder" => out.scripts(first, second, None),
            "msup" | "mover" => out.scripts(first, None, second),
            "msubsup" | "munderover" => out.scripts(first, second, third),
            "mtable" => {
                out.glue("\\begin{aligned} ");
                for (at, row) in parts.iter().enumerate() {
                    out.glue(if at > 0 { " \\\\ " } else { "" });
                    out.part(Some(row));
                }
                out.glue(" \\end{aligned}");
            }
            "mtext" | "mi" | "ms" if parts.is_empty() => out.words(&words),
            _ => {
                out.leaf(&words);
                for part in parts {
                    out.part(Some(part));
                    out.glue(" ");
                }
            }
        }
        out.builder.finish()
    }
}

/// LaTeX in the making: glue of ours between the words of the file.
struct Joint {
    builder: Builder,
    place: Place,
}

impl Joint {
    fn glue(&mut self, glue: &str) {
        self.builder.substitute(glue, self.place);
    }

    fn part(&mut self, part: Option<&Passage>) {
        let Some(part) = part else { return };
        for (at, origin) in part.origins.iter().enumerate() {
            let end = part
                .origins
                .get(at + 1)
                .map_or(part.text.len(), |next| next.start);
            let stretch = part.text.get(origin.start..end).unwrap_or_default();
            self.builder.push(stretch, origin.place);
            self.place = origin.place;
        }
    }

    fn scripts(
        &mut self,
        base: Option<&Passage>,
        below: Option<&Passage>,
        above: Option<&Passage>,
    ) {
        self.part(base);
        for (sign, script) in [("_{", below), ("^{", above)] {
            if script.is_some() {
                self.glue(sign);
                self.part(script);
                self.glue("}");
            }
        }
        self.glue(" ");
    }

    /// Words upright; a letter alone, a number or a sign as they are.
    fn words(&mut self, words: &Passage) {
        let letters = words.text.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 {
            return self.leaf(words);
        }
        let unit = words
            .text
            .rfind(|c: char| c.is_ascii_digit() || c == '%')
            .map(|last| last + 1)
            .filter(|_| words.text.starts_with(|c: char| c.is_ascii_digit()));
        // "3,93 indeks" is a number and its unit.
        let start = unit.unwrap_or(0);
        if start > 0 {
            let number = super::super::build::head(words, start);
            self.leaf(&number);
        }
        let rest = super::super::build::tail(words, start);
        if !rest.is_blank() {
            self.glue("\\text{");
            self.leaf(&rest);
            self.glue("}");
        }
    }

    fn leaf(&mut self, words: &Passage) {
        for (character, place) in super::super::build::letters(words) {
            self.place = place;
            match character {
                '%' | '{' | '}' | '#' | '&' | '_' | '$' => {
                    self.glue("\\");
                    self.builder.push_char(character, place);
                }
                '\\' => self.glue(" "),
                _ => self.builder.push_char(character, place),
            }
        }
    }
}
