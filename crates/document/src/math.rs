//! Formulas as a tree, so that each writer can set them in its own notation (Typst math, OMML, MathML).

/// A formula, or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub enum Math {
    /// Parts side by side.
    Row(Vec<Math>),
    /// A number as printed ("3,93"); `key` leads to its note.
    Number {
        /// As printed.
        text: String,
        /// Key into the document's notes; none for constants.
        key: Option<String>,
    },
    /// Upright words ("Realisasi", "Target").
    Words(String),
    /// An operator or relation, as one character or a short string ("×", "+", "−", "=", "%").
    Operator(String),
    /// Numerator over denominator.
    Fraction(Box<Math>, Box<Math>),
    /// Parts in parentheses.
    Group(Box<Math>),
    /// A sum over an index: lower bound, upper bound, summand.
    Sum {
        /// "i = 1"
        from: String,
        /// "12"
        to: String,
        /// What is summed.
        of: Box<Math>,
    },
    /// A letter with an index ("X", "i").
    Indexed(String, String),
    /// Lines under each other, aligned at their first relation sign; each line is (left, right) around "=".
    Lines(Vec<(Math, Math)>),
}

impl Math {
    /// The formula on one line of plain text, for terminals and alternative texts.
    #[must_use]
    pub fn to_plain(&self) -> String {
        match self {
            Self::Row(parts) => parts
                .iter()
                .map(Self::to_plain)
                .collect::<Vec<_>>()
                .join(" "),
            Self::Number { text, .. } => text.clone(),
            Self::Words(words) => words.clone(),
            Self::Operator(sign) => sign.clone(),
            Self::Fraction(above, below) => format!("{} / {}", wrapped(above), wrapped(below)),
            Self::Group(inner) => format!("({})", inner.to_plain()),
            Self::Sum { from, to, of } => {
                format!("jumlah dari {from} sampai {to} atas {}", wrapped(of))
            }
            Self::Indexed(letter, index) => format!("{letter}{index}"),
            Self::Lines(lines) => lines
                .iter()
                .map(|(left, right)| format!("{} = {}", left.to_plain(), right.to_plain()))
                .collect::<Vec<_>>()
                .join("; "),
        }
    }
}

fn wrapped(part: &Math) -> String {
    match part {
        Math::Row(parts) if parts.len() > 1 => format!("({})", part.to_plain()),
        _ => part.to_plain(),
    }
}
