//! Formulas as data for the template.

use serde_json::{Value, json};

use super::data::BODY_SIZE;
use super::text::clean;
use crate::formula::{Setting, set};
use crate::math::Math;

/// A formula on a line of its own, `room` points wide, broken into rows where it needs to be.
pub(super) fn displayed(math: &Math, room: u32) -> Value {
    // A formula in rows is set one size smaller.
    match set(math, room * 1000 / BODY_SIZE, room * 1000 / (BODY_SIZE - 1)) {
        Setting::Whole(math) => of(math),
        Setting::Rows(rows) => {
            let row = |parts: &Vec<Math>| {
                let parts_of = parts.iter().map(of);
                // A row that goes on with a sign stands further in; one that begins with "=" is a step of its own.
                let goes_on = matches!(parts.first(), Some(Math::Operator(sign)) if sign != "=");
                let indent = goes_on.then(|| json!(["indent"]));
                json!([
                    "row",
                    indent.into_iter().chain(parts_of).collect::<Vec<_>>()
                ])
            };
            json!(["rows", rows.iter().map(row).collect::<Vec<_>>()])
        }
    }
}

/// A formula as nested arrays: a kind, then its parts.
pub(super) fn of(math: &Math) -> Value {
    match math {
        Math::Row(parts) => json!(["row", parts.iter().map(of).collect::<Vec<_>>()]),
        Math::Number { text, .. } | Math::Words(text) => json!(["text", clean(text)]),
        Math::Operator(sign) => atom(sign),
        Math::Fraction(above, below) => json!(["fraction", of(above), of(below)]),
        Math::Group(inner) => json!(["group", of(inner)]),
        Math::Sum {
            from,
            to,
            of: summand,
        } => json!(["sum", row_of(from), row_of(to), of(summand)]),
        Math::Indexed(letter, index) => json!(["indexed", atom(letter), atom(index)]),
        Math::Lines(lines) => {
            let lines: Vec<_> = lines
                .iter()
                .map(|(left, right)| json!([of(left), of(right)]))
                .collect();
            json!(["lines", lines])
        }
    }
}

/// A single character becomes a mathematical symbol, which brings its own slant and spacing; words stay upright.
fn atom(text: &str) -> Value {
    let text = clean(text);
    let kind = if text.chars().count() == 1 {
        "symbol"
    } else {
        "text"
    };
    json!([kind, text])
}

/// The bounds of a sum come as short strings ("i = 1").
fn row_of(text: &str) -> Value {
    json!(["row", text.split_whitespace().map(atom).collect::<Vec<_>>()])
}
