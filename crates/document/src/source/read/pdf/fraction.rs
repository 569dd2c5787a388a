//! Formulas: a short line with something above and something below it, in a row with a sign, is a fraction.

use super::line::{Line, gather};
use super::page::{Frame, POINT, Page, Rule, Unit, Word};
use super::writer::place;
use crate::source::Passage;

/// A fraction is not wider than this share of the page, in hundredths.
const WIDEST: Unit = 65;
/// Nor narrower than this.
const NARROWEST: Unit = 6 * POINT;
/// A row with more words beside its fractions is prose.
const MAX_WORDS: usize = 14;
/// Rules looked at on one page.
const MAX_RULES: usize = 2_000;
/// Signs that make a row a formula.
const SIGNS: [&str; 8] = ["=", "×", "÷", "+", "−", "-", "·", "∑"];

/// A row of a formula.
#[derive(Debug)]
pub(super) struct Row {
    /// Height of its middle.
    pub y: Unit,
    pub passage: Passage,
}

struct Fraction {
    rule: Rule,
    above: Vec<usize>,
    below: Vec<usize>,
}

/// The formulas among the words that are left; their words are marked as taken.
pub(super) fn find(page: &Page, tables: &[Frame], taken: &mut [bool]) -> Vec<Row> {
    let free: Vec<usize> = (0..page.words.len())
        .filter(|at| taken.get(*at) == Some(&false))
        .collect();
    let lines = gather(page, &free);
    let mut fractions: Vec<Fraction> = page
        .rules
        .iter()
        .filter(|rule| {
            let width = rule.to - rule.from;
            !rule.upright
                && (NARROWEST..=page.width * WIDEST / 100).contains(&width)
                && !tables.iter().any(|table| table.holds(rule.from, rule.at))
        })
        .take(MAX_RULES)
        .filter_map(|rule| fraction(page, &lines, *rule))
        .collect();
    fractions.sort_by_key(|fraction| (fraction.rule.at, fraction.rule.from));
    let mut rows: Vec<Vec<Fraction>> = Vec::new();
    for fraction in fractions {
        match rows.last_mut() {
            Some(row)
                if row
                    .first()
                    .is_some_and(|f| fraction.rule.at - f.rule.at <= 2 * POINT) =>
            {
                row.push(fraction);
            }
            _ => rows.push(vec![fraction]),
        }
    }
    rows.iter()
        .filter_map(|row| self::row(page, &lines, row, taken))
        .collect()
}

/// What stands right above and below a line, if both is no longer than the line.
fn fraction(page: &Page, lines: &[Line], rule: Rule) -> Option<Fraction> {
    let near = lines.partition_point(|line| line.y < rule.at - 40 * POINT);
    let (mut above, mut below) = (None, None);
    for line in lines.iter().skip(near).take(12) {
        let down = line.y - rule.at;
        if down < 0 && -down <= line.size {
            above = within(page, line, rule).or(above);
        } else if down > line.size / 2 && down <= line.size * 3 / 2 && below.is_none() {
            below = within(page, line, rule);
        }
    }
    Some(Fraction {
        rule,
        above: above?,
        below: below?,
    })
}

/// The words of a line over the width of a rule; none if there are none, or if their neighbours stick out.
fn within(page: &Page, line: &Line, rule: Rule) -> Option<Vec<usize>> {
    let slack = line.size / 3;
    let mut inside: Vec<usize> = Vec::new();
    for at in &line.words {
        let word = page.words.get(*at)?;
        if word.x >= rule.from - slack && word.end <= rule.to + slack {
            inside.push(*at);
        } else if word.end > rule.from - line.size / 2 && word.x < rule.to + line.size / 2 {
            return None;
        }
    }
    (!inside.is_empty()).then_some(inside)
}

fn row(page: &Page, lines: &[Line], fractions: &[Fraction], taken: &mut [bool]) -> Option<Row> {
    let first = fractions.first()?;
    let at = first.rule.at;
    let used: Vec<usize> = fractions
        .iter()
        .flat_map(|fraction| fraction.above.iter().chain(&fraction.below).copied())
        .collect();
    let near = lines.partition_point(|line| line.y < at - 20 * POINT);
    let beside: Vec<usize> = lines
        .iter()
        .skip(near)
        .take(12)
        .filter(|line| (line.y - line.size / 4 - at).abs() <= line.size * 2 / 5)
        .flat_map(|line| line.words.iter().copied())
        .filter(|word| !used.contains(word))
        .collect();
    let word = |at: &usize| page.words.get(*at);
    let signed = beside
        .iter()
        .filter_map(word)
        .any(|word| SIGNS.contains(&page.letters(word)));
    if !signed || beside.len() > MAX_WORDS {
        return None;
    }
    let mut parts: Vec<(Unit, Part<'_>)> = beside
        .iter()
        .filter_map(word)
        .map(|word| (word.x, Part::Word(word)))
        .chain(fractions.iter().map(|f| (f.rule.from, Part::Fraction(f))))
        .collect();
    parts.sort_by_key(|(x, _)| *x);
    let mut writer = Latex::default();
    for (_, part) in parts {
        match part {
            Part::Word(word) => writer.word(page, word),
            Part::Fraction(fraction) => {
                writer.sign("\\frac{");
                fraction
                    .above
                    .iter()
                    .filter_map(word)
                    .for_each(|w| writer.word(page, w));
                writer.sign("}{");
                fraction
                    .below
                    .iter()
                    .filter_map(word)
                    .for_each(|w| writer.word(page, w));
                writer.sign("}");
            }
        }
    }
    for at in beside.iter().chain(&used) {
        if let Some(taken) = taken.get_mut(*at) {
            *taken = true;
        }
    }
    Some(Row {
        y: at,
        passage: writer.finish(),
    })
}

enum Part<'p> {
    Word(&'p Word),
    Fraction(&'p Fraction),
}

/// The line of a formula without a fraction ("= 120,92%"), as LaTeX.
pub(super) fn plain(page: &Page, line: &Line) -> Passage {
    let mut writer = Latex::default();
    for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
        writer.word(page, word);
    }
    writer.finish()
}

/// Writes words as LaTeX.
#[derive(Default)]
struct Latex {
    passage: Passage,
    /// Whether a stretch of plain words is open.
    words: bool,
}

impl Latex {
    fn word(&mut self, page: &Page, word: &Word) {
        let letters = page.letters(word);
        // "Rp3.260.038.000" is a unit and a number.
        let unit = letters
            .chars()
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum();
        if let Some((unit, number)) = letters.split_at_checked(unit)
            && unit.len() > 1
            && number.starts_with(|c: char| c.is_ascii_digit())
        {
            self.close();
            let column = u32::try_from(unit.chars().count()).unwrap_or(0);
            let start = place(page, word);
            self.sign("\\text{");
            self.passage.push(unit, start);
            self.passage.text.push('}');
            let behind = crate::source::Place {
                column: start.column.saturating_add(column),
                ..start
            };
            self.passage.push(&symbols(number), behind);
            return;
        }
        let wordy = letters.chars().filter(|c| c.is_alphabetic()).count() > 1
            || (self.words && letters.chars().any(char::is_alphanumeric));
        if wordy {
            if self.words {
                self.passage.text.push(' ');
            } else {
                self.passage.text.push_str("\\text{");
                self.words = true;
            }
            self.passage.push(letters, place(page, word));
            return;
        }
        self.close();
        if !self.passage.text.is_empty() && !self.passage.text.ends_with(['{', ' ']) {
            self.passage.text.push(' ');
        }
        self.passage.push(&symbols(letters), place(page, word));
    }

    fn sign(&mut self, sign: &str) {
        self.close();
        if sign.starts_with('\\')
            && !self.passage.text.is_empty()
            && !self.passage.text.ends_with('{')
        {
            self.passage.text.push(' ');
        }
        self.passage.text.push_str(sign);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.words) {
            self.passage.text.push('}');
        }
    }

    fn finish(mut self) -> Passage {
        self.close();
        self.passage
    }
}

/// Numbers and signs as LaTeX: "3,93" is "3{,}93".
fn symbols(letters: &str) -> String {
    let mut out = String::new();
    let mut rest = letters.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = rest.next() {
        let digits = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        match letter {
            ',' if digits => out.push_str("{,}"),
            '%' => out.push_str("\\%"),
            '×' => out.push_str("\\times "),
            '÷' => out.push_str("\\div "),
            '−' | '–' => out.push('-'),
            '∑' => out.push_str("\\sum "),
            _ => out.push(letter),
        }
        before = letter;
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::symbols;

    #[test]
    fn a_decimal_comma_is_no_separator() {
        assert_eq!(symbols("3,93"), "3{,}93");
        assert_eq!(symbols("120,92%"), "120{,}92\\%");
        assert_eq!(symbols("×"), "\\times");
    }
}
