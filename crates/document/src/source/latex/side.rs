//! Reads one side of a chain: sums of products of factors.

use std::ops::Range;

use super::lex::{Kind, Token};
use super::{Expr, ExprKind};

/// Parts inside of parts deeper than this are not read.
const DEEPEST: usize = 64;

/// Reads sides from the tokens of a formula.
pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
    end: usize,
    depth: usize,
}

/// What cannot be read.
struct Unread;

type Read = Result<Expr, Unread>;

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self {
            text,
            tokens,
            at: 0,
            end: 0,
            depth: 0,
        }
    }

    /// The side between two tokens; none where nothing stands there.
    pub(super) fn side(&mut self, from: usize, end: usize) -> Option<Expr> {
        (self.at, self.end, self.depth) = (from, end, 0);
        self.skip_lines();
        if self.at >= end {
            return None;
        }
        let start = self.at;
        match self.sum() {
            Ok(expr) if self.at >= end => Some(expr),
            _ => Some(self.unknown(start, end)),
        }
    }

    fn unknown(&self, from: usize, end: usize) -> Expr {
        let span = self.span(from, end);
        let text = self.text.get(span.clone()).unwrap_or_default();
        Expr {
            kind: ExprKind::Unknown(text.to_owned()),
            span,
        }
    }

    /// The bytes of some tokens.
    fn span(&self, from: usize, end: usize) -> Range<usize> {
        let mut written = self.tokens.get(from..end).unwrap_or_default();
        while let [rest @ .., last] = written
            && last.kind == Kind::Line
        {
            written = rest;
        }
        let start = written
            .first()
            .map_or(self.text.len(), |token| token.span.start);
        start
            ..written
                .last()
                .map_or(start, |token| token.span.end)
                .max(start)
    }

    fn skip_lines(&mut self) {
        while self.at < self.end
            && self
                .tokens
                .get(self.at)
                .is_some_and(|token| token.kind == Kind::Line)
        {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<&'t Kind> {
        self.skip_lines();
        if self.at >= self.end {
            return None;
        }
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn sum(&mut self) -> Read {
        let start = self.at;
        let mut terms = Vec::new();
        let mut minus = self.sign();
        loop {
            terms.push((minus, self.product()?));
            minus = match self.peek() {
                Some(Kind::Plus | Kind::Minus) => self.sign(),
                _ => break,
            };
        }
        if terms.len() == 1
            && terms.iter().all(|(minus, _)| !minus)
            && let Some((_, term)) = terms.pop()
        {
            return Ok(term);
        }
        Ok(Expr {
            kind: ExprKind::Sum(terms),
            span: self.span(start, self.at),
        })
    }

    /// Signs before a term; whether they take it away.
    fn sign(&mut self) -> bool {
        let mut minus = false;
        while let Some(kind) = self.peek() {
            match kind {
                Kind::Plus => {}
                Kind::Minus => minus = !minus,
                _ => break,
            }
            self.at += 1;
        }
        minus
    }

    fn product(&mut self) -> Read {
        self.skip_lines();
        let start = self.at;
        let mut factors = vec![self.factor()?];
        let mut nested = 0;
        loop {
            let behind = self.at;
            match self.peek() {
                Some(Kind::Times) => {
                    self.at += 1;
                    factors.push(self.signed_factor()?);
                }
                Some(Kind::Divide) => {
                    self.at += 1;
                    nested += 1;
                    if nested > DEEPEST {
                        return Err(Unread);
                    }
                    let above = self.multiplied(factors, start, behind);
                    let below = self.signed_factor()?;
                    factors = vec![Expr {
                        kind: ExprKind::Fraction(Box::new(above), Box::new(below)),
                        span: self.span(start, self.at),
                    }];
                }
                Some(kind) if begins_factor(kind) => factors.push(self.factor()?),
                _ => {
                    self.at = behind;
                    return Ok(self.multiplied(factors, start, behind));
                }
            }
        }
    }

    fn multiplied(&self, mut factors: Vec<Expr>, start: usize, end: usize) -> Expr {
        if factors.len() == 1
            && let Some(only) = factors.pop()
        {
            return only;
        }
        Expr {
            kind: ExprKind::Product(factors),
            span: self.span(start, end),
        }
    }

    /// A factor behind a sign of multiplication may be negative.
    fn signed_factor(&mut self) -> Read {
        self.skip_lines();
        let start = self.at;
        if !self.sign() {
            return self.factor();
        }
        let factor = self.factor()?;
        Ok(Expr {
            kind: ExprKind::Sum(vec![(true, factor)]),
            span: self.span(start, self.at),
        })
    }

    /// A base with what hangs on it: index, exponent, percent.
    fn factor(&mut self) -> Read {
        self.skip_lines();
        let start = self.at;
        let mut expr = self.base()?;
        for _ in 0..DEEPEST {
            match self.peek() {
                Some(Kind::Index) => {
                    self.at += 1;
                    let index = self.argument_text().ok_or(Unread)?;
                    let ExprKind::Symbol(name) = &mut expr.kind else {
                        return Err(Unread);
                    };
                    name.push('_');
                    name.push_str(&index);
                    expr.span = self.span(start, self.at);
                }
                Some(Kind::Power) => {
                    self.at += 1;
                    let exponent = self.argument()?;
                    expr = Expr {
                        kind: ExprKind::Power(Box::new(expr), Box::new(exponent)),
                        span: self.span(start, self.at),
                    };
                }
                Some(Kind::Raised(sign)) => {
                    let span = self.span(self.at, self.at + 1);
                    self.at += 1;
                    let exponent = Expr {
                        kind: ExprKind::Number(if *sign == '²' { "2" } else { "3" }.to_owned()),
                        span,
                    };
                    expr = Expr {
                        kind: ExprKind::Power(Box::new(expr), Box::new(exponent)),
                        span: self.span(start, self.at),
                    };
                }
                Some(Kind::Percent) => {
                    self.at += 1;
                    expr = Expr {
                        kind: ExprKind::Percent(Box::new(expr)),
                        span: self.span(start, self.at),
                    };
                }
                _ => return Ok(expr),
            }
        }
        Err(Unread)
    }

    fn base(&mut self) -> Read {
        let start = self.at;
        let kind = self.peek().ok_or(Unread)?;
        let kind = match kind {
            Kind::Number(printed) => ExprKind::Number(printed.clone()),
            Kind::Word(name) | Kind::Text(name) => ExprKind::Symbol(name.clone()),
            Kind::Brace | Kind::Paren => return self.group(),
            Kind::Frac => {
                self.at += 1;
                let above = self.argument()?;
                let below = self.argument()?;
                return Ok(Expr {
                    kind: ExprKind::Fraction(Box::new(above), Box::new(below)),
                    span: self.span(start, self.at),
                });
            }
            Kind::Root => {
                self.at += 1;
                let degree = self.peek() == Some(&Kind::Paren)
                    && self
                        .tokens
                        .get(self.at)
                        .is_some_and(|token| self.text.get(token.span.clone()) == Some("["));
                if degree {
                    // Other roots than the second do not occur in these reports.
                    return Err(Unread);
                }
                let inner = self.argument()?;
                return Ok(Expr {
                    kind: ExprKind::Root(Box::new(inner)),
                    span: self.span(start, self.at),
                });
            }
            Kind::BigSum => return self.big_sum(),
            Kind::Accent(name) => {
                self.at += 1;
                let letter = self.argument_text().ok_or(Unread)?;
                return Ok(Expr {
                    kind: ExprKind::Symbol(format!("\\{name}{{{letter}}}")),
                    span: self.span(start, self.at),
                });
            }
            _ => return Err(Unread),
        };
        self.at += 1;
        Ok(Expr {
            kind,
            span: self.span(start, self.at),
        })
    }

    /// What stands between an opening and its closing.
    fn group(&mut self) -> Read {
        let close = self.tokens.get(self.at).and_then(|token| token.close);
        let close = close.filter(|close| *close < self.end).ok_or(Unread)?;
        let start = self.at + 1;
        if self.depth >= DEEPEST {
            let inner = self.unknown(start, close);
            self.at = close + 1;
            return Ok(inner);
        }
        let outer = std::mem::replace(&mut self.end, close);
        self.at = start;
        self.depth += 1;
        let inner = self.sum();
        self.depth -= 1;
        self.end = outer;
        let whole = self.at >= close;
        self.at = close + 1;
        match inner {
            Ok(inner) if whole => Ok(inner),
            _ => Ok(self.unknown(start, close)),
        }
    }

    /// The argument of a command: a group, or one token.
    fn argument(&mut self) -> Read {
        match self.peek().ok_or(Unread)? {
            Kind::Brace => self.group(),
            // `\frac12` takes one digit for each.
            Kind::Number(_) | Kind::Word(_) | Kind::Text(_) => self.base(),
            Kind::Paren => self.group(),
            _ if self.depth >= DEEPEST => Err(Unread),
            _ => {
                self.depth += 1;
                let inner = self.signed_factor();
                self.depth -= 1;
                inner
            }
        }
    }

    /// The argument of an index, as printed but for white space.
    fn argument_text(&mut self) -> Option<String> {
        self.peek()?;
        let token = self.tokens.get(self.at)?;
        let range = match (&token.kind, token.close) {
            (Kind::Brace, Some(close)) if close < self.end => {
                let range = self.span(self.at + 1, close);
                self.at = close + 1;
                range
            }
            (Kind::Word(_) | Kind::Number(_) | Kind::Text(_), _) => {
                let range = token.span.clone();
                self.at += 1;
                range
            }
            _ => return None,
        };
        let printed = self.text.get(range)?;
        Some(printed.split_whitespace().collect())
    }

    fn big_sum(&mut self) -> Read {
        let start = self.at;
        self.at += 1;
        let (mut from, mut to) = (None, None);
        for _ in 0..2 {
            match self.peek() {
                Some(Kind::Index) if from.is_none() => {
                    self.at += 1;
                    from = Some(Box::new(self.bound()?));
                }
                Some(Kind::Power) if to.is_none() => {
                    self.at += 1;
                    to = Some(Box::new(self.bound()?));
                }
                _ => break,
            }
        }
        if self.depth >= DEEPEST {
            return Err(Unread);
        }
        self.depth += 1;
        let of = self.product();
        self.depth -= 1;
        Ok(Expr {
            kind: ExprKind::BigSum {
                from,
                to,
                of: Box::new(of?),
            },
            span: self.span(start, self.at),
        })
    }

    /// A bound of a sum: an expression, or an equation as printed.
    fn bound(&mut self) -> Read {
        self.skip_lines();
        let token = self
            .tokens
            .get(self.at)
            .filter(|_| self.at < self.end)
            .ok_or(Unread)?;
        let Some(close) = token.close.filter(|close| *close < self.end) else {
            let atom = matches!(token.kind, Kind::Number(_) | Kind::Word(_) | Kind::Text(_));
            return if atom { self.base() } else { Err(Unread) };
        };
        let inner = self.at + 1..close;
        let equation = self
            .tokens
            .get(inner.clone())
            .is_some_and(|tokens| tokens.iter().any(|token| token.kind == Kind::Relation));
        if !equation {
            return self.group();
        }
        let span = self.span(inner.start, inner.end);
        self.at = close + 1;
        let printed: String = self
            .text
            .get(span.clone())
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        Ok(Expr {
            kind: ExprKind::Symbol(printed),
            span,
        })
    }
}

fn begins_factor(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Number(_)
            | Kind::Word(_)
            | Kind::Text(_)
            | Kind::Brace
            | Kind::Paren
            | Kind::Frac
            | Kind::Root
            | Kind::BigSum
            | Kind::Accent(_)
    )
}
