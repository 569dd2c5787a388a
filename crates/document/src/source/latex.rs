//! Formulas as LaTeX, read into an expression with the place of each part.
//!
//! The Word reader writes its formulas as LaTeX too, so that there is one reader of formulas.

mod chains;
mod lex;
mod side;
mod signs;

use std::ops::Range;

/// Sides of one chain of equals: `a = b = c` are three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The sides, left to right, across the lines of an aligned formula. A line that begins with its relation goes on.
    pub sides: Vec<Expr>,
}

/// A part of a formula, with its bytes in the text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// What a part of a formula is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// A number as printed ("3,93", "1.250"); `3{,}93` is read as "3,93".
    Number(String),
    /// A letter with or without an index (`X_i`), or words (`\text{Realisasi}`).
    Symbol(String),
    /// Numerator over denominator: `\frac`, `/`, `:` between numbers, `÷`.
    Fraction(Box<Expr>, Box<Expr>),
    /// Factors side by side, with or without a sign.
    Product(Vec<Expr>),
    /// Terms; true where the term is taken away.
    Sum(Vec<(bool, Expr)>),
    /// In hundredths (`100\%`, `121\%`).
    Percent(Box<Expr>),
    /// Base and exponent.
    Power(Box<Expr>, Box<Expr>),
    /// Under a root.
    Root(Box<Expr>),
    /// `\sum` with its bounds as printed and what is summed.
    BigSum {
        /// Below the sign: the variable and its first value ("i=1").
        from: Option<Box<Expr>>,
        /// Above the sign.
        to: Option<Box<Expr>>,
        /// What is summed.
        of: Box<Expr>,
    },
    /// What could not be read as a formula.
    Unknown(String),
}

/// Reads a formula. Never fails: what is not understood is [`ExprKind::Unknown`].
///
/// A side of a chain that holds something unreadable is unknown as a whole, so that nobody reckons with half of it.
/// The span of a part does not count the braces or parentheses around it.
#[must_use]
pub fn parse(latex: &str) -> Vec<Chain> {
    let tokens = lex::tokens(latex);
    chains::chains(latex, &tokens)
}
