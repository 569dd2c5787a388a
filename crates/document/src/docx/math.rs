//! Formulas as Office Math, so that Word can edit them.

use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::escape::{Escaped, put};
use crate::formula::{Setting as Broken, set};
use crate::math::Math;
use crate::tree::Formula;

const FONT: &str = "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>";
/// Letters of a formula that is broken into rows, in half points.
const SMALL: u32 = 18;
/// Letters of the running text, in half points.
const USUAL: u32 = 22;

impl Writer<'_> {
    pub(super) fn formula(&mut self, formula: &Formula, frame: Frame) {
        // A half point is ten twentieths of a point; the room is counted in thousandths of an em.
        let room = |letters: u32| frame.width.saturating_sub(frame.indent) * 100 / letters;
        match set(&formula.math, room(USUAL), room(SMALL)) {
            Broken::Whole(math) => {
                self.open_paragraph(Setting::styled("Formula"), frame);
                self.out.push_str(
                    "<m:oMathPara><m:oMathParaPr><m:jc m:val=\"center\"/></m:oMathParaPr><m:oMath>",
                );
                write(&mut self.out, math, FONT);
                self.out.push_str("</m:oMath></m:oMathPara></w:p>");
            }
            Broken::Rows(rows) => {
                let last = rows.len();
                for (row, at) in rows.iter().zip(1..) {
                    let setting = Setting::styled("FormulaRow");
                    self.open_paragraph(if at < last { setting.kept() } else { setting }, frame);
                    self.row(row);
                    self.out.push_str("</w:p>");
                }
            }
        }
    }

    fn row(&mut self, row: &[Math]) {
        let font = format!(
            "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/><w:sz w:val=\"{SMALL}\"/><w:szCs w:val=\"{SMALL}\"/></w:rPr>"
        );
        self.out.push_str(
            "<m:oMathPara><m:oMathParaPr><m:jc m:val=\"left\"/></m:oMathParaPr><m:oMath>",
        );
        for (part, at) in row.iter().zip(0..) {
            match part {
                // As a word: a sign without its left side is an error to some editors.
                Math::Operator(sign) if at == 0 => {
                    run(&mut self.out, &format!("{sign} "), "<m:nor/>", &font)
                }
                part => write(&mut self.out, part, &font),
            }
        }
        self.out.push_str("</m:oMath></m:oMathPara>");
    }
}

fn write(out: &mut String, math: &Math, font: &str) {
    match math {
        Math::Row(parts) => parts.iter().for_each(|part| write(out, part, font)),
        Math::Number { text, .. } => run(out, text, "<m:sty m:val=\"p\"/>", font),
        Math::Words(words) => run(out, words, "<m:nor/>", font),
        // A percent sign belongs to its number; as an operator it makes some editors look for another side.
        Math::Operator(sign) if sign == "%" => run(out, sign, "<m:nor/>", font),
        Math::Operator(sign) => run(out, sign, "<m:sty m:val=\"p\"/>", font),
        Math::Fraction(above, below) => {
            out.push_str("<m:f>");
            part(out, "num", above, font);
            part(out, "den", below, font);
            out.push_str("</m:f>");
        }
        Math::Group(inner) => {
            out.push_str("<m:d>");
            part(out, "e", inner, font);
            out.push_str("</m:d>");
        }
        Math::Sum { from, to, of } => {
            out.push_str(
                "<m:nary><m:naryPr><m:chr m:val=\"∑\"/><m:limLoc m:val=\"undOvr\"/></m:naryPr><m:sub>",
            );
            run(out, from, "", font);
            out.push_str("</m:sub><m:sup>");
            run(out, to, "", font);
            out.push_str("</m:sup>");
            part(out, "e", of, font);
            out.push_str("</m:nary>");
        }
        Math::Indexed(letter, index) => {
            out.push_str("<m:sSub><m:e>");
            run(out, letter, "", font);
            out.push_str("</m:e><m:sub>");
            run(out, index, "", font);
            out.push_str("</m:sub></m:sSub>");
        }
        Math::Lines(lines) => aligned(out, lines, font),
    }
}

/// Lines under each other as a matrix of three columns that meet at the relation sign.
///
/// Word has an array with alignment marks for this, but other editors show the marks.
fn aligned(out: &mut String, lines: &[(Math, Math)], font: &str) {
    out.push_str("<m:m><m:mPr><m:rSpRule m:val=\"1\"/><m:mcs>");
    for align in ["right", "center", "left"] {
        put!(
            out,
            "<m:mc><m:mcPr><m:count m:val=\"1\"/><m:mcJc m:val=\"{align}\"/></m:mcPr></m:mc>"
        );
    }
    out.push_str("</m:mcs></m:mPr>");
    for (left, right) in lines {
        out.push_str("<m:mr>");
        part(out, "e", left, font);
        // As a word: a relation without its sides is an error to some editors.
        part(out, "e", &Math::Words("=".to_owned()), font);
        part(out, "e", right, font);
        out.push_str("</m:mr>");
    }
    out.push_str("</m:m>");
}

fn part(out: &mut String, name: &str, math: &Math, font: &str) {
    put!(out, "<m:{name}>");
    let start = out.len();
    write(out, math, font);
    if out.len() == start {
        // An empty part is an error to some editors.
        run(out, "\u{a0}", "<m:nor/>", font);
    }
    put!(out, "</m:{name}>");
}

fn run(out: &mut String, text: &str, properties: &str, font: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<m:r>");
    if !properties.is_empty() {
        put!(out, "<m:rPr>{properties}</m:rPr>");
    }
    put!(
        out,
        "{font}<m:t xml:space=\"preserve\">{}</m:t></m:r>",
        Escaped(text)
    );
}
