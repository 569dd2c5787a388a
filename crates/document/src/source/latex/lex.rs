//! Tokens of a formula.

use std::ops::Range;

use super::signs::{group, pair, plain, settle_signs};

/// A token and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
    /// For an opening that has its closing, where that is.
    pub(super) close: Option<usize>,
}

/// Kinds of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number as printed.
    Number(String),
    /// A letter or a word.
    Word(String),
    /// Words inside of `\text{}`.
    Text(String),
    /// `\frac` and its like.
    Frac,
    /// `\sqrt` or `√`
    Root,
    /// `\sum` or `∑`
    BigSum,
    /// `\bar` and other marks above a letter, by name.
    Accent(String),
    /// `{`
    Brace,
    /// `(` or `[`
    Paren,
    /// `)` or `]` or `}`
    Close,
    Plus,
    Minus,
    Times,
    Divide,
    Colon,
    Power,
    Index,
    /// `²` or `³`
    Raised(char),
    Percent,
    /// `=` or `≈`
    Relation,
    /// What tells formulas apart on one line: `,`, `;`, `<`, `\Rightarrow`.
    Break,
    /// The end of a line.
    Line,
    /// Anything else.
    Other,
}

/// Splits a formula into tokens; white space, `&` and what only sets the formula are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        at: 0,
        tokens: Vec::new(),
    };
    while let Some(character) = lexer.rest().chars().next() {
        lexer.step(character);
    }
    let mut tokens = lexer.tokens;
    settle_signs(&mut tokens);
    pair(text, &mut tokens);
    tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let span = self.at..self.at + length;
        self.at = span.end;
        self.tokens.push(Token {
            kind,
            span,
            close: None,
        });
    }

    fn step(&mut self, character: char) {
        let length = character.len_utf8();
        let kind = match character {
            '\\' => return self.command(),
            _ if character.is_ascii_digit() => return self.number(),
            _ if character.is_alphabetic() && !"∑√".contains(character) => return self.word(),
            _ if character.is_whitespace() => {
                self.at += length;
                return;
            }
            '&' | '~' | '$' | '\u{200b}' => {
                self.at += length;
                return;
            }
            '{' => Kind::Brace,
            '(' | '[' => Kind::Paren,
            ')' | ']' | '}' => Kind::Close,
            '+' => Kind::Plus,
            '-' | '−' | '–' => Kind::Minus,
            '*' | '×' | '·' | '⋅' | '∙' | '✕' | '∗' | '•' => Kind::Times,
            '/' | '÷' | '∕' => Kind::Divide,
            ':' => Kind::Colon,
            '^' => Kind::Power,
            '_' => Kind::Index,
            '²' | '³' => Kind::Raised(character),
            '%' => Kind::Percent,
            // A unit, not a hundredth.
            '‰' => Kind::Word("‰".to_owned()),
            '=' | '≈' => Kind::Relation,
            ',' | ';' | '<' | '>' | '≤' | '≥' | '≠' | '⇒' | '→' => Kind::Break,
            '∑' => Kind::BigSum,
            '√' => Kind::Root,
            _ => Kind::Other,
        };
        self.push(kind, length);
    }

    /// Digits with marks between; `{,}` is the comma of a careful author.
    fn number(&mut self) {
        let rest = self.rest();
        let mut printed = String::new();
        let mut end = 0;
        while let Some(character) = rest.get(end..).and_then(|rest| rest.chars().next()) {
            let behind = rest.get(end..).unwrap_or_default();
            let (mark, length) = match character {
                '0'..='9' => (character, 1),
                '.' | ',' => (character, 1),
                '{' if behind.starts_with("{,}") => (',', 3),
                '{' if behind.starts_with("{.}") => ('.', 3),
                _ => break,
            };
            let digit_follows = rest
                .get(end + length..)
                .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
            if !character.is_ascii_digit() && !digit_follows {
                break;
            }
            printed.push(mark);
            end += length;
        }
        self.push(Kind::Number(printed), end);
        // "Rp1.000,-": the dash says that there are no cents.
        if self.rest().starts_with(",-") || self.rest().starts_with(",–") {
            let dash = self
                .rest()
                .chars()
                .take(2)
                .map(char::len_utf8)
                .sum::<usize>();
            let ends = self
                .rest()
                .get(dash..)
                .is_none_or(|after| !after.trim_start().starts_with(|c: char| c.is_ascii_digit()));
            if ends {
                self.at += dash;
            }
        }
    }

    /// A letter, or letters that make a word; words side by side are one name.
    fn word(&mut self) {
        let rest = self.rest();
        let letters = |text: &str| -> usize {
            text.chars()
                .take_while(|c| c.is_alphabetic() && !"∑√".contains(*c))
                .map(char::len_utf8)
                .sum()
        };
        let length = letters(rest);
        let word = rest.get(..length).unwrap_or_default();
        if word == "Rp" || word == "IDR" {
            self.at += length;
            if self.rest().starts_with('.') {
                self.at += 1;
            }
            return;
        }
        let many = word.chars().count() > 1;
        let near = self.tokens.last().is_some_and(|last| {
            matches!(&last.kind, Kind::Word(before) if before.chars().nth(1).is_some())
                && self
                    .text
                    .get(last.span.end..self.at)
                    .is_some_and(|gap| gap.chars().all(char::is_whitespace))
        });
        if many && near {
            if let Some(last) = self.tokens.last_mut()
                && let Kind::Word(name) = &mut last.kind
            {
                name.push(' ');
                name.push_str(word);
                last.span.end = self.at + length;
            }
            self.at += length;
            return;
        }
        self.push(Kind::Word(word.to_owned()), length);
    }

    fn command(&mut self) {
        let rest = self.rest();
        let after = rest.get(1..).unwrap_or_default();
        let letters: usize = after.chars().take_while(char::is_ascii_alphabetic).count();
        if letters == 0 {
            let Some(sign) = after.chars().next() else {
                return self.push(Kind::Other, 1);
            };
            let length = 1 + sign.len_utf8();
            let kind = match sign {
                '\\' => Kind::Line,
                '%' => Kind::Percent,
                '{' => Kind::Paren,
                '}' => Kind::Close,
                ',' | ';' | ':' | '!' | ' ' | '>' | '(' | ')' | '[' | ']' | '$' | '&' => {
                    self.at += length;
                    return;
                }
                '_' => Kind::Word("_".to_owned()),
                _ => Kind::Other,
            };
            return self.push(kind, length);
        }
        let name = after.get(..letters).unwrap_or_default();
        let length = 1 + letters;
        let kind = match name {
            "frac" | "dfrac" | "tfrac" | "cfrac" => Kind::Frac,
            "sqrt" => Kind::Root,
            "sum" => Kind::BigSum,
            "cdot" | "times" | "ast" | "bullet" => Kind::Times,
            "div" => Kind::Divide,
            "approx" | "simeq" | "cong" | "equiv" | "sim" | "doteq" => Kind::Relation,
            "leq" | "geq" | "le" | "ge" | "lt" | "gt" | "neq" | "ne" | "Rightarrow"
            | "rightarrow" | "to" | "implies" | "iff" | "Leftrightarrow" => Kind::Break,
            "cr" | "newline" => Kind::Line,
            "percent" => Kind::Percent,
            "bar" | "overline" | "hat" | "tilde" | "vec" | "underline" => {
                Kind::Accent(name.to_owned())
            }
            "text" | "textbf" | "textit" | "textrm" | "textsf" | "texttt" | "textnormal"
            | "mbox" | "operatorname" => return self.words(length),
            "begin" | "end" => return self.environment(length),
            "label" | "tag" | "hspace" | "vspace" | "color" | "phantom" | "hphantom" => {
                self.at += length;
                self.at += group(self.rest()).map_or(0, |inner| inner.end + 1);
                return;
            }
            "alpha" | "beta" | "gamma" | "delta" | "epsilon" | "mu" | "sigma" | "Sigma" | "pi"
            | "theta" | "lambda" | "rho" | "Delta" | "omega" | "chi" | "phi" | "tau" => {
                Kind::Word(format!("\\{name}"))
            }
            "ldots" | "dots" | "cdots" | "vdots" | "infty" | "pm" | "mp" | "cases" | "int"
            | "prod" | "log" | "ln" | "max" | "min" | "lim" => Kind::Other,
            // What only sets the formula (`\left`, `\mathbf`, `\displaystyle`, `\quad`) is passed over.
            _ => {
                self.at += length;
                if matches!(name, "left" | "right") && self.rest().starts_with('.') {
                    self.at += 1;
                }
                return;
            }
        };
        self.push(kind, length);
    }

    /// The words of `\text{}`; a number in them is still a number.
    fn words(&mut self, command: usize) {
        let outer = self.rest();
        let blank = outer
            .get(command..)
            .map_or(0, |rest| rest.len() - rest.trim_start().len());
        let start = command + blank;
        let Some(inner) = outer.get(start..).and_then(group) else {
            self.at += command;
            return;
        };
        let content = outer
            .get(start + inner.start..start + inner.end)
            .unwrap_or_default();
        if !content.chars().any(char::is_alphabetic) {
            // Only the braces are passed over; what is in them is read as a formula.
            self.at += start;
            return;
        }
        let words = plain(content);
        let end = start + inner.end + 1;
        if words.is_empty() || words == "Rp" || words == "Rp." {
            self.at += end;
            return;
        }
        if words == "x" {
            return self.push(Kind::Times, end);
        }
        let from = self.at;
        if let Some(last) = self.tokens.last_mut()
            && last.span.end <= from
            && let Kind::Text(before) = &mut last.kind
            && self.text.get(last.span.end..from).is_some_and(|gap| {
                gap.trim_matches(['~', '\\', ',', ' ', '\n']).is_empty() && !gap.contains("\\\\")
            })
        {
            before.push(' ');
            before.push_str(&words);
            last.span.end = from + end;
            self.at += end;
            return;
        }
        self.push(Kind::Text(words), end);
    }

    /// `\begin{aligned}` and its end only set the lines; so does the list of columns of an array.
    fn environment(&mut self, command: usize) {
        self.at += command;
        let opens = self
            .text
            .get(..self.at)
            .is_some_and(|text| text.ends_with("begin"));
        let Some(name) = group(self.rest()) else {
            return;
        };
        let array = self
            .rest()
            .get(name.clone())
            .is_some_and(|name| name.starts_with("array") || name.starts_with("tabular"));
        self.at += name.end + 1;
        if opens && array {
            self.at += group(self.rest()).map_or(0, |columns| columns.end + 1);
        }
        self.push(Kind::Line, 0);
    }
}
