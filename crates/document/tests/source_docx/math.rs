//! Formulas.

use crate::make::*;

fn r(words: &str) -> String {
    format!("<m:r><m:t>{words}</m:t></m:r>")
}

fn nor(words: &str) -> String {
    format!("<m:r><m:rPr><m:nor/></m:rPr><m:t>{words}</m:t></m:r>")
}

fn fraction(above: &str, below: &str) -> String {
    format!("<m:f><m:fPr/><m:num>{above}</m:num><m:den>{below}</m:den></m:f>")
}

fn block(inner: &str) -> String {
    format!("<w:p><m:oMathPara><m:oMathParaPr/><m:oMath>{inner}</m:oMath></m:oMathPara></w:p>")
}

#[track_caller]
fn latex(inner: &str, expected: &str) {
    assert_eq!(lines(&block(inner)), [format!("f {expected}")]);
}

#[test]
fn formulas_become_latex() {
    latex(
        &format!(
            "{}{}{}",
            r("Capaian="),
            fraction(&nor("Realisasi tahun"), &r("Target")),
            r("×100%=120,87%")
        ),
        "\\text{Capaian}=\\frac{\\text{Realisasi tahun}}{\\text{Target}}\\times 100\\%=120,87\\%",
    );
    let sum = format!(
        "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{}</m:sub><m:sup>{}</m:sup><m:e><m:sSub><m:e>{}</m:e><m:sub>{}</m:sub></m:sSub></m:e></m:nary>",
        r("i=1"),
        r("12"),
        r("X"),
        r("i")
    );
    latex(&sum, "\\sum_{i=1}^{12} X_{i}");
    latex(
        "<m:nary><m:naryPr><m:chr m:val=\"∑\"/><m:subHide m:val=\"1\"/></m:naryPr><m:sub/><m:sup/><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:nary>",
        "\\sum {a+b}",
    );
    latex(
        &format!(
            "<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>{}</m:e></m:d>",
            r("a")
        ),
        "[a]",
    );
    latex(
        &format!(
            "<m:d><m:e>{}</m:e></m:d><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>",
            r("a"),
            r("a+b"),
            r("2")
        ),
        "(a){a+b}^{2}",
    );
    latex(
        &format!(
            "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>{}</m:e></m:rad>",
            r("n")
        ),
        "\\sqrt{n}",
    );
    latex(
        &format!(
            "<m:eqArr><m:e>{}</m:e><m:e>{}</m:e></m:eqArr>",
            r("a&amp;=b"),
            r("&amp;=c")
        ),
        "\\begin{aligned}a&=b \\\\ &=c\\end{aligned}",
    );
    // Letters of one word in several runs are one word; a lone x is a sign.
    latex(
        &format!("{}{}{}", r("Rea"), r("lisasi x 10"), r("0")),
        "\\text{Realisasi} x 100",
    );
    latex(
        &nor("Realisasi tahun 2023 / Target 2023 × 100"),
        "\\text{Realisasi tahun 2023} / \\text{Target 2023} \\times  100",
    );
}

#[test]
fn the_reader_of_formulas_understands_what_this_one_writes() {
    let sum = format!(
        "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub/><m:sup/><m:e>{}</m:e></m:nary>",
        r("X×N")
    );
    let body = [
        block(&format!(
            "{}{}{}",
            r("Capaian="),
            fraction(&nor("Realisasi tahun 2023"), &r("Target")),
            r("×100%")
        )),
        block(&format!("{}{}", r("IKM="), fraction(&sum, &r("13+8")))),
        block(&format!(
            "<m:eqArr><m:e>{}</m:e><m:e>{}</m:e></m:eqArr>",
            r("a&amp;=2+3"),
            r("&amp;=5")
        )),
        block(&format!(
            "<m:d><m:e>{}</m:e></m:d><m:rad><m:deg/><m:e>{}</m:e></m:rad>",
            r("a-b"),
            r("4")
        )),
    ]
    .concat();
    for piece in source(&body).pieces {
        let latex = &piece.passage().unwrap().text;
        let chains = document::source::latex::parse(latex);
        assert!(!chains.is_empty(), "{latex}");
        let told = format!("{chains:?}");
        assert!(!told.contains("Unknown"), "{latex}: {told}");
    }
}

#[test]
fn a_formula_within_a_sentence_is_plain_words() {
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Nilai </w:t></w:r><m:oMath>{}{}</m:oMath><w:r><w:t xml:space=\"preserve\"> dicapai</w:t></w:r></w:p>",
        fraction(&r("a+b"), &r("2")),
        r("=3")
    );
    let source = source(&body);
    assert_eq!(short(&source), ["p Nilai (a+b) / 2=3 dicapai"]);
    let words = passage(&source, 0);
    assert_eq!(at(words, "a+b"), (1, 7));
    assert_eq!(at(words, "3"), (1, 12));
    assert_eq!(at(words, "dicapai"), (1, 14));
}

#[test]
fn letters_of_a_formula_keep_their_columns() {
    let source = source(&block(&format!(
        "{}{}",
        fraction(&r("95"), &r("90")),
        r("×100%")
    )));
    let formula = passage(&source, 0);
    assert_eq!(formula.text, "\\frac{95}{90}\\times 100\\%");
    assert_eq!(at(formula, "95"), (1, 1));
    assert_eq!(at(formula, "90"), (1, 3));
    assert_eq!(at(formula, "100"), (1, 6));
}

#[test]
fn a_formula_in_a_cell_is_plain_words_and_one_behind_words_follows_them() {
    let cell = format!("<w:tc>{}</w:tc>", block(&fraction(&r("a"), &r("b"))));
    let body = format!("<w:tbl><w:tr>{cell}{}</w:tr></w:tbl>", tc("", "x"));
    assert_eq!(lines(&body), ["grid 1x2 head 0: 0,0=a / b; 0,1=x"]);
    let led = format!(
        "<w:p><w:r><w:t>Rumusnya:</w:t></w:r><m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara></w:p>",
        r("a=b")
    );
    assert_eq!(lines(&led), ["p Rumusnya:", "f a=b"]);
}
