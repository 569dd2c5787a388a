//! Axes: bounds, round ticks, and numbers in Indonesian notation.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Axis;

/// A value as a length can use it.
pub(super) fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// A linear axis.
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    step: f64,
    decimals: usize,
}

/// Where an axis begins that names no lowest value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Floor {
    /// At zero: the length of a bar speaks for its value.
    Zero,
    /// A little below the least value: a line speaks by its slope.
    Data,
}

impl Scale {
    /// An axis that shows all `values`, with about `ticks` steps.
    pub fn new(
        axis: &Axis,
        floor: Floor,
        values: impl Iterator<Item = Decimal>,
        ticks: f64,
    ) -> Self {
        let (mut least, mut most) = (f64::MAX, f64::MIN);
        for value in values.map(float) {
            (least, most) = (least.min(value), most.max(value));
        }
        if least > most {
            (least, most) = (0.0, 1.0);
        }
        let open = if floor == Floor::Zero {
            least.min(0.0)
        } else {
            least
        };
        // A bound that would hide a value gives way: a mark outside the frame would lie.
        let mut low = axis.low.map_or(open, float).min(least);
        let mut high = axis.high.map_or(most, float).max(most);
        let decimals = i32::try_from(axis.decimals).unwrap_or(0);
        let smallest = 10_f64.powi(-decimals);
        if high - low < smallest {
            high = low + smallest;
        }
        let step = step_over(high - low, ticks).max(smallest);
        if axis.low.is_none_or(|bound| float(bound) > low) {
            low = (low / step + 1e-9).floor() * step;
        }
        if axis.high.is_none_or(|bound| float(bound) < high) {
            high = (high / step - 1e-9).ceil() * step;
        }
        Self {
            low,
            high,
            step,
            decimals: usize::try_from(axis.decimals).unwrap_or(0),
        }
    }

    /// How far along the axis a value lies, from 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Ticks with their labels, from low to high.
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let first = (self.low / self.step - 1e-6).ceil();
        (0..50)
            .map(|i| (first + f64::from(i)) * self.step)
            .take_while(|tick| *tick <= self.high + self.step * 1e-6)
            .map(|tick| (tick, number(tick, self.decimals)))
            .collect()
    }
}

/// A round step; one that divides the whole range is preferred, so that both bounds carry a tick.
fn step_over(range: f64, ticks: f64) -> f64 {
    let power = 10_f64.powf((range / ticks).log10().floor());
    let steps = || [1.0, 2.0, 5.0, 10.0].into_iter().map(|lead| lead * power);
    let divides = |step: &f64| {
        let count = range / step;
        (count - count.round()).abs() < 1e-6 && count <= ticks + 1.5 && count >= ticks / 2.0
    };
    steps()
        .find(divides)
        .or_else(|| steps().find(|step| *step >= range / ticks * 0.999))
        .unwrap_or(10.0 * power)
}

/// A number with a decimal comma and dots in groups of three.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push(',');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_indonesian_way() {
        assert_eq!(number(1_234_567.5, 1), "1.234.567,5");
        assert_eq!(number(-0.001, 2), "0,00");
        assert_eq!(number(-999.0, 0), "−999");
    }

    #[test]
    fn a_bound_never_hides_a_value() {
        let axis = Axis {
            low: Some(Decimal::from(3)),
            high: Some(Decimal::from(4)),
            ..Axis::default()
        };
        let scale = Scale::new(
            &axis,
            Floor::Zero,
            [Decimal::from(2), Decimal::from(5)].into_iter(),
            4.0,
        );
        assert!(scale.low <= 2.0 && scale.high >= 5.0);
    }

    #[test]
    fn equal_values_still_make_an_axis() {
        let scale = Scale::new(
            &Axis::default(),
            Floor::Zero,
            [Decimal::ZERO].into_iter(),
            4.0,
        );
        assert!(scale.ticks().len() >= 2 && scale.high > scale.low);
    }
}
