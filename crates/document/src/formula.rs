//! Breaks formulas that are wider than their line, the same way for every writer.

use crate::fonts::sans_width;
use crate::math::Math;

/// How a formula is set; widths are in thousandths of an em.
#[derive(Debug, PartialEq)]
pub(crate) enum Setting<'m> {
    /// As it stands.
    Whole(&'m Math),
    /// In rows flush left; a new row begins with a sign.
    Rows(Vec<Vec<Math>>),
}

/// Sets a formula into the room at its usual size, or else in rows into the room at a smaller one.
pub(crate) fn set(math: &Math, room: u32, smaller_room: u32) -> Setting<'_> {
    if width(math) <= room {
        return Setting::Whole(math);
    }
    let Math::Lines(lines) = math else {
        return Setting::Rows(pack(flatten(math, smaller_room), smaller_room));
    };
    let mut rows = Vec::new();
    for (left, right) in lines {
        if width(left) > 0 {
            rows.extend(pack(flatten(left, smaller_room), smaller_room));
        }
        let mut parts = vec![sign("=")];
        parts.extend(flatten(right, smaller_room.saturating_sub(1_500)));
        rows.extend(pack(parts, smaller_room));
    }
    Setting::Rows(rows)
}

fn sign(text: &str) -> Math {
    Math::Operator(text.to_owned())
}

/// About how wide a formula is; the serif letters of formulas run wider than those measured.
fn width(math: &Math) -> u32 {
    let words = |text: &str| sans_width(text).saturating_mul(11) / 10;
    match math {
        Math::Row(parts) => parts.iter().map(width).fold(0, u32::saturating_add),
        Math::Number { text, .. } | Math::Words(text) => words(text),
        Math::Operator(text) => words(text).saturating_add(450),
        Math::Fraction(above, below) => width(above).max(width(below)).saturating_add(200),
        Math::Group(inner) => width(inner).saturating_add(750),
        Math::Sum { from, to, of } => (words(from).max(words(to)) * 7 / 10)
            .max(1_400)
            .saturating_add(width(of)),
        Math::Indexed(letter, index) => words(letter).saturating_add(words(index) * 7 / 10),
        Math::Lines(lines) => {
            let left = lines.iter().map(|(left, _)| width(left)).max().unwrap_or(0);
            let right = lines
                .iter()
                .map(|(_, right)| width(right))
                .max()
                .unwrap_or(0);
            left.saturating_add(right).saturating_add(2_500)
        }
    }
}

/// The parts between which a row may break; a fraction that is too wide lies down.
fn flatten(math: &Math, room: u32) -> Vec<Math> {
    let enclosed = |inner: &Math| {
        let mut parts = vec![Math::Words("(".to_owned())];
        parts.extend(flatten(inner, room));
        parts.push(Math::Words(")".to_owned()));
        parts
    };
    match math {
        Math::Row(parts) => parts.iter().flat_map(|part| flatten(part, room)).collect(),
        Math::Fraction(above, below) if width(math) > room => {
            let mut parts = enclosed(above);
            parts.push(sign("/"));
            parts.extend(enclosed(below));
            parts
        }
        Math::Group(inner) if width(math) > room => enclosed(inner),
        _ => vec![math.clone()],
    }
}

/// Fills rows; only a sign that joins two parts may begin one.
fn pack(parts: Vec<Math>, room: u32) -> Vec<Vec<Math>> {
    let mut rows: Vec<Vec<Math>> = vec![Vec::new()];
    let mut filled = 0;
    let mut parts = parts.into_iter().peekable();
    while let Some(first) = parts.next() {
        let mut piece = vec![first];
        while let Some(next) = parts.next_if(|next| !joins(next)) {
            piece.push(next);
        }
        let needed: u32 = piece.iter().map(width).fold(0, u32::saturating_add);
        if filled > 0 && filled + needed > room {
            rows.push(Vec::new());
            filled = 0;
        }
        filled = filled.saturating_add(needed);
        if let Some(row) = rows.last_mut() {
            row.extend(piece);
        }
    }
    rows
}

fn joins(math: &Math) -> bool {
    matches!(math, Math::Operator(text) if ["=", "+", "-", "−", "×", "/", "÷"].contains(&text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Math {
        Math::Words(text.to_owned())
    }

    #[test]
    fn a_narrow_formula_stays_as_it_is() {
        let math = Math::Fraction(Box::new(words("Realisasi")), Box::new(words("Target")));
        assert_eq!(set(&math, 20_000, 24_000), Setting::Whole(&math));
    }

    #[test]
    fn a_wide_sum_breaks_before_its_signs_and_loses_no_part() {
        let term = "Bobot aspek implementasi satuan kerja";
        let sum = Math::Row(vec![
            words(term),
            sign("+"),
            words(term),
            sign("+"),
            words(term),
        ]);
        let lines = Math::Lines(vec![(words("Nilai"), sum)]);
        let Setting::Rows(rows) = set(&lines, 20_000, 24_000) else {
            panic!("too wide to stay whole")
        };
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0], [words("Nilai")]);
        assert!(rows[1..].iter().all(|row| joins(&row[0]) && row.len() == 2));
    }

    #[test]
    fn a_wide_fraction_lies_down_inside_parentheses() {
        let long = words("Pagu sasaran kegiatan satu tahun berjalan menurut perjanjian");
        let math = Math::Fraction(Box::new(long.clone()), Box::new(long));
        let Setting::Rows(rows) = set(&math, 20_000, 24_000) else {
            panic!("too wide to stay whole")
        };
        let plain: Vec<String> = rows.iter().flatten().map(Math::to_plain).collect();
        assert_eq!(plain.len(), 7);
        assert_eq!(
            (plain[0].as_str(), plain[3].as_str(), plain[6].as_str()),
            ("(", "/", ")")
        );
    }
}
