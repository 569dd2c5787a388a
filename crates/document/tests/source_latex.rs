//! Formulas as LaTeX are read into expressions, with the place of each part.

use document::source::latex::{Chain, Expr, ExprKind, parse};
use proptest::prelude::*;

/// The chains in one notation for the eye: `[a / b]` a fraction, `(a×b)` a product, `(+a -b)` a sum.
fn shown(latex: &str) -> String {
    let chain = |chain: &Chain| chain.sides.iter().map(show).collect::<Vec<_>>().join(" = ");
    parse(latex)
        .iter()
        .map(chain)
        .collect::<Vec<_>>()
        .join("; ")
}

fn show(expr: &Expr) -> String {
    let all = |parts: &[Expr]| parts.iter().map(show).collect::<Vec<_>>().join("×");
    let bound = |bound: &Option<Box<Expr>>| bound.as_ref().map_or_else(String::new, |e| show(e));
    match &expr.kind {
        ExprKind::Number(text) | ExprKind::Symbol(text) => text.clone(),
        ExprKind::Fraction(above, below) => format!("[{} / {}]", show(above), show(below)),
        ExprKind::Product(factors) => format!("({})", all(factors)),
        ExprKind::Sum(terms) => {
            let term = |(minus, term): &(bool, Expr)| {
                format!("{}{}", if *minus { '-' } else { '+' }, show(term))
            };
            format!("({})", terms.iter().map(term).collect::<Vec<_>>().join(" "))
        }
        ExprKind::Percent(of) => format!("{}%", show(of)),
        ExprKind::Power(base, exponent) => format!("{}^{}", show(base), show(exponent)),
        ExprKind::Root(of) => format!("√{}", show(of)),
        ExprKind::BigSum { from, to, of } => {
            format!("Σ<{}..{}>{}", bound(from), bound(to), show(of))
        }
        ExprKind::Unknown(text) => format!("?{text}?"),
    }
}

#[test]
fn a_ratio_in_hundredths_is_a_chain_of_two() {
    let formula = r"\frac{3,95}{3,25} \times 100\% = \mathbf{121\%}";
    assert_eq!(shown(formula), "([3,95 / 3,25]×100%) = 121%");
}

#[test]
fn a_line_that_begins_with_its_relation_goes_on() {
    let formula = r"\begin{aligned} \sum_{i=1}^{12} (X_i \cdot Y_i) &= \frac{(3,90 \cdot 35) + 2}{35 + 42} \\ &= 3,87 \end{aligned}";
    assert_eq!(
        shown(formula),
        "Σ<i=1..12>(X_i×Y_i) = [(+(3,90×35) +2) / (+35 +42)] = 3,87"
    );
}

#[test]
fn lines_without_a_relation_are_chains_of_their_own() {
    assert_eq!(shown(r"1 + 2 \\ 3 \cdot 4"), "(+1 +2); (3×4)");
}

#[test]
fn a_line_that_begins_with_a_sign_belongs_to_the_one_above() {
    assert_eq!(shown(r"a &= 1 \\ &+ 2 \\ b &= 3"), "a = (+1 +2); b = 3");
}

#[test]
fn products_bind_closer_than_sums_and_quotients_go_from_the_left() {
    assert_eq!(shown("1 + 2 * 3 / 4 - 5"), "(+1 +[(2×3) / 4] -5)");
    assert_eq!(shown("12 : 4 = 3"), "[12 / 4] = 3");
    assert_eq!(shown(r"2(3 + 4)X_i^2"), "(2×(+3 +4)×X_i^2)");
}

#[test]
fn numbers_stay_as_printed_but_for_the_braces_around_a_comma() {
    assert_eq!(
        shown(r"Rp1.250.000,- + 3{,}93 + 1.000,50"),
        "(+1.250.000 +3,93 +1.000,50)"
    );
}

#[test]
fn words_with_and_without_commands_are_names() {
    assert_eq!(
        shown(r"\text{Realisasi nilai} / Target Akhir \times 100\%"),
        "([Realisasi nilai / Target Akhir]×100%)"
    );
    assert_eq!(shown("3,95 x 100%"), "(3,95×100%)");
}

#[test]
fn a_side_that_cannot_be_read_is_unknown_as_a_whole() {
    assert_eq!(shown(r"(1 + 2 = 3"), "?(1 + 2? = 3");
    assert_eq!(shown(r"1 + \ldots = 3"), r"?1 + \ldots? = 3");
}

#[test]
fn each_number_stands_where_its_span_says() {
    let formula = r"\frac{3,95}{3,25} \times 100\% = 121\%";
    let chains = parse(formula);
    let ExprKind::Percent(value) = &chains[0].sides[1].kind else {
        panic!("a percentage")
    };
    assert_eq!(&formula[value.span.clone()], "121");
    assert_eq!(&formula[chains[0].sides[1].span.clone()], r"121\%");
    assert_eq!(
        &formula[chains[0].sides[0].span.clone()],
        r"\frac{3,95}{3,25} \times 100\%"
    );
}

#[test]
fn depth_without_end_is_survived() {
    for part in [
        "(", "{", r"\frac{", r"\sqrt", "x^-", "-", "1/", "1^", r"\sum", r"\sum_", r"\\", "ab ",
        r"\bar", "%",
    ] {
        let _ = parse(&part.repeat(50_000));
        let closed = format!("{}1{}", "(".repeat(50_000), ")".repeat(50_000));
        assert_eq!(parse(&closed).len(), 1);
    }
}

fn check_spans(expr: &Expr, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(text.get(expr.span.clone()).is_some());
    match &expr.kind {
        ExprKind::Product(parts) => parts.iter().try_for_each(|part| check_spans(part, text)),
        ExprKind::Sum(terms) => terms
            .iter()
            .try_for_each(|(_, term)| check_spans(term, text)),
        ExprKind::Fraction(a, b) | ExprKind::Power(a, b) => {
            check_spans(a, text)?;
            check_spans(b, text)
        }
        ExprKind::Percent(of) | ExprKind::Root(of) => check_spans(of, text),
        ExprKind::BigSum { of, .. } => check_spans(of, text),
        _ => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}") {
        for chain in parse(&text) {
            for side in &chain.sides {
                check_spans(side, &text)?;
            }
        }
    }

    #[test]
    fn any_heap_of_parts_is_read_without_a_panic(
        parts in proptest::collection::vec(
            prop::sample::select(vec![
                r"\frac", "{", "}", "(", ")", "[", "]", "3,95", "1.250", "X", "_", "^", "i=1", r"\sum",
                r"\sqrt", r"\text{Nilai}", r"\text{", r"\\", "&", "=", "+", "-", "*", "/", ":", "%", r"\%",
                r"\begin{aligned}", r"\end{aligned}", r"\left", r"\right", ",", " ", "Rp", "{,}", "²", "\\", "é",
            ]),
            0..40,
        )
    ) {
        let text = parts.concat();
        for chain in parse(&text) {
            prop_assert!(!chain.sides.is_empty());
            for side in &chain.sides {
                check_spans(side, &text)?;
            }
        }
    }

    #[test]
    fn a_sum_of_products_is_read_as_written(terms in proptest::collection::vec((1u32..999, 1u32..99), 2..30)) {
        let latex = terms.iter().map(|(x, y)| format!(r"({x} \cdot {y})")).collect::<Vec<_>>().join(" + ");
        let expected = terms.iter().map(|(x, y)| format!("+({x}×{y})")).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(shown(&latex), format!("({expected})"));
    }
}
