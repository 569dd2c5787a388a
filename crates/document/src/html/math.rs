//! Formulas as MathML, their numbers as openable as those in the text.

use super::writer::Writer;
use crate::escape::{Escaped, put};
use crate::formula::{Setting, set};
use crate::math::Math;
use crate::tree::Formula;

/// Room for a formula, in thousandths of an em: the width of a printed page.
const ROOM: u32 = 38_000;

impl Writer<'_> {
    pub(super) fn formula(&mut self, formula: &Formula) {
        put!(
            self.out,
            "<div class=\"formula scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Rumus\">\
             <math display=\"block\" alttext=\"{}\">",
            Escaped(&formula.alt)
        );
        match set(&formula.math, ROOM, ROOM) {
            Setting::Whole(math) => self.math(math),
            Setting::Rows(rows) => {
                self.out.push_str("<mtable>");
                for row in &rows {
                    self.out.push_str("<mtr><mtd class=\"right\">");
                    row.iter().for_each(|part| self.math(part));
                    self.out.push_str("</mtd></mtr>");
                }
                self.out.push_str("</mtable>");
            }
        }
        self.out.push_str("</math></div>\n");
    }

    fn math(&mut self, math: &Math) {
        match math {
            Math::Row(parts) => {
                self.out.push_str("<mrow>");
                parts.iter().for_each(|part| self.math(part));
                self.out.push_str("</mrow>");
            }
            Math::Number { text, key: None } => self.token("mn", text),
            Math::Number { text, key } => {
                self.out.push_str("<mtext>");
                self.value(text, key.as_deref());
                self.out.push_str("</mtext>");
            }
            Math::Words(words) => self.token("mtext", words),
            Math::Operator(sign) => self.token("mo", sign),
            Math::Fraction(above, below) => {
                self.out.push_str("<mfrac>");
                self.row(above);
                self.row(below);
                self.out.push_str("</mfrac>");
            }
            Math::Group(inner) => {
                self.out.push_str("<mrow><mo>(</mo>");
                self.math(inner);
                self.out.push_str("<mo>)</mo></mrow>");
            }
            Math::Sum { from, to, of } => {
                self.out
                    .push_str("<mrow><munderover><mo movablelimits=\"false\">∑</mo>");
                self.token("mtext", from);
                self.token("mtext", to);
                self.out.push_str("</munderover>");
                self.math(of);
                self.out.push_str("</mrow>");
            }
            Math::Indexed(letter, index) => {
                self.out.push_str("<msub>");
                self.token("mi", letter);
                self.token("mi", index);
                self.out.push_str("</msub>");
            }
            Math::Lines(lines) => {
                self.out.push_str("<mtable displaystyle=\"true\">");
                for (left, right) in lines {
                    self.out.push_str("<mtr><mtd class=\"left\">");
                    self.math(left);
                    self.out
                        .push_str("</mtd><mtd><mo>=</mo></mtd><mtd class=\"right\">");
                    self.math(right);
                    self.out.push_str("</mtd></mtr>");
                }
                self.out.push_str("</mtable>");
            }
        }
    }

    /// One element, however many parts.
    fn row(&mut self, math: &Math) {
        self.out.push_str("<mrow>");
        self.math(math);
        self.out.push_str("</mrow>");
    }

    fn token(&mut self, element: &str, text: &str) {
        put!(self.out, "<{element}>{}</{element}>", Escaped(text));
    }
}
