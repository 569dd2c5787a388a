//! Splits a formula into its chains of equals.

use super::lex::{Kind, Token};
use super::side::Reader;
use super::{Chain, Expr};

/// The chains of a formula, line by line.
pub(super) fn chains(text: &str, tokens: &[Token]) -> Vec<Chain> {
    let mut reader = Reader::new(text, tokens);
    let mut chains: Vec<Chain> = Vec::new();
    let mut open: Vec<Expr> = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < tokens.len() {
        let Some(token) = tokens.get(at) else { break };
        if let Some(close) = token.close {
            at = close + 1;
            continue;
        }
        let ends = match token.kind {
            Kind::Relation => Some(false),
            Kind::Break => Some(true),
            Kind::Line => Some(!goes_on(tokens, at)),
            _ => None,
        };
        if let Some(chain_ends) = ends {
            // A line that is broken before or after a sign belongs to the next: its end is passed over.
            if token.kind != Kind::Line || chain_ends {
                open.extend(reader.side(from, at));
                from = at + 1;
            }
            if chain_ends && !open.is_empty() {
                chains.push(Chain {
                    sides: std::mem::take(&mut open),
                });
            }
        }
        at += 1;
    }
    open.extend(reader.side(from, tokens.len()));
    if !open.is_empty() {
        chains.push(Chain { sides: open });
    }
    chains
}

/// Whether a chain goes on behind the end of a line.
fn goes_on(tokens: &[Token], line: usize) -> bool {
    /// Empty lines that are looked across.
    const LOOK: usize = 8;
    let joins = |kind: &Kind| {
        matches!(
            kind,
            Kind::Relation | Kind::Plus | Kind::Minus | Kind::Times | Kind::Divide
        )
    };
    let after = tokens
        .iter()
        .skip(line + 1)
        .take(LOOK)
        .find(|token| token.kind != Kind::Line);
    let before = line.checked_sub(1).and_then(|before| tokens.get(before));
    after.is_some_and(|token| joins(&token.kind)) || before.is_some_and(|token| joins(&token.kind))
}
