//! Our own formulas as LaTeX, which [`super::super::latex::parse`] reads back.

use crate::math::Math;

/// A formula as LaTeX.
#[must_use]
pub fn to_latex(math: &Math) -> String {
    match math {
        Math::Row(parts) => parts.iter().map(to_latex).collect::<Vec<_>>().join(" "),
        Math::Number { text, .. } => number(text),
        Math::Words(words) => self::words(words),
        Math::Operator(sign) => operator(sign),
        Math::Fraction(above, below) => {
            format!("\\frac{{{}}}{{{}}}", to_latex(above), to_latex(below))
        }
        Math::Group(inner) => format!("\\left( {} \\right)", to_latex(inner)),
        Math::Sum { from, to, of } => {
            format!(
                "\\sum_{{{}}}^{{{}}} {}",
                escaped(from),
                escaped(to),
                to_latex(of)
            )
        }
        Math::Indexed(letter, index) => format!("{}_{{{}}}", escaped(letter), escaped(index)),
        Math::Lines(lines) => {
            let line =
                |(left, right): &(Math, Math)| format!("{} &= {}", to_latex(left), to_latex(right));
            let lines: Vec<String> = lines.iter().map(line).collect();
            format!(
                "\\begin{{aligned}} {} \\end{{aligned}}",
                lines.join(" \\\\ ")
            )
        }
    }
}

/// A number as printed, its unit as words.
fn number(text: &str) -> String {
    let end = text
        .rfind(|c: char| c.is_ascii_digit() || c == '%')
        .map_or(0, |last| last + 1);
    let (value, unit) = text.split_at_checked(end).unwrap_or((text, ""));
    if unit.chars().any(char::is_alphabetic) {
        return format!("{} \\text{{{}}}", escaped(value), escaped(unit.trim()));
    }
    escaped(text)
}

/// Words upright; a sign or a number among them stays one.
fn words(words: &str) -> String {
    if words.chars().any(char::is_alphabetic) {
        return format!("\\text{{{}}}", escaped(words));
    }
    escaped(words)
}

fn operator(sign: &str) -> String {
    match sign.trim() {
        "×" | "*" => "\\times".to_owned(),
        "·" | "⋅" => "\\cdot".to_owned(),
        "÷" => "\\div".to_owned(),
        "−" | "–" => "-".to_owned(),
        "≈" => "\\approx".to_owned(),
        "≤" => "\\leq".to_owned(),
        "≥" => "\\geq".to_owned(),
        other => escaped(other),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' | '{' | '}' | '_' | '&' | '$' | '#' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\\' | '\n' => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}
