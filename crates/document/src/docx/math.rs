//! Formulas as Office Math, so that Word can edit them.

use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::escape::{Escaped, put};
use crate::math::Math;
use crate::tree::Formula;

const FONT: &str = "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>";

impl Writer<'_> {
    pub(super) fn formula(&mut self, formula: &Formula, frame: Frame) {
        self.open_paragraph(Setting::styled("Formula"), frame);
        self.out.push_str(
            "<m:oMathPara><m:oMathParaPr><m:jc m:val=\"center\"/></m:oMathParaPr><m:oMath>",
        );
        write(&mut self.out, &formula.math);
        self.out.push_str("</m:oMath></m:oMathPara></w:p>");
    }
}

fn write(out: &mut String, math: &Math) {
    match math {
        Math::Row(parts) => parts.iter().for_each(|part| write(out, part)),
        Math::Number { text, .. } => run(out, text, "<m:sty m:val=\"p\"/>"),
        Math::Words(words) => run(out, words, "<m:nor/>"),
        // A percent sign belongs to its number; as an operator it makes some editors look for another side.
        Math::Operator(sign) if sign == "%" => run(out, sign, "<m:nor/>"),
        Math::Operator(sign) => run(out, sign, "<m:sty m:val=\"p\"/>"),
        Math::Fraction(above, below) => {
            out.push_str("<m:f>");
            part(out, "num", above);
            part(out, "den", below);
            out.push_str("</m:f>");
        }
        Math::Group(inner) => {
            out.push_str("<m:d>");
            part(out, "e", inner);
            out.push_str("</m:d>");
        }
        Math::Sum { from, to, of } => {
            out.push_str(
                "<m:nary><m:naryPr><m:chr m:val=\"∑\"/><m:limLoc m:val=\"undOvr\"/></m:naryPr><m:sub>",
            );
            run(out, from, "");
            out.push_str("</m:sub><m:sup>");
            run(out, to, "");
            out.push_str("</m:sup>");
            part(out, "e", of);
            out.push_str("</m:nary>");
        }
        Math::Indexed(letter, index) => {
            out.push_str("<m:sSub><m:e>");
            run(out, letter, "");
            out.push_str("</m:e><m:sub>");
            run(out, index, "");
            out.push_str("</m:sub></m:sSub>");
        }
        Math::Lines(lines) => aligned(out, lines),
    }
}

/// Lines under each other as a matrix of three columns that meet at the relation sign.
///
/// Word has an array with alignment marks for this, but other editors show the marks.
fn aligned(out: &mut String, lines: &[(Math, Math)]) {
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
        part(out, "e", left);
        // As a word: a relation without its sides is an error to some editors.
        part(out, "e", &Math::Words("=".to_owned()));
        part(out, "e", right);
        out.push_str("</m:mr>");
    }
    out.push_str("</m:m>");
}

fn part(out: &mut String, name: &str, math: &Math) {
    put!(out, "<m:{name}>");
    let start = out.len();
    write(out, math);
    if out.len() == start {
        // An empty part is an error to some editors.
        run(out, "\u{a0}", "<m:nor/>");
    }
    put!(out, "</m:{name}>");
}

fn run(out: &mut String, text: &str, properties: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<m:r>");
    if !properties.is_empty() {
        put!(out, "<m:rPr>{properties}</m:rPr>");
    }
    put!(
        out,
        "{FONT}<m:t xml:space=\"preserve\">{}</m:t></m:r>",
        Escaped(text)
    );
}
