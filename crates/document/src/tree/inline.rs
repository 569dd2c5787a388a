//! Runs of text, and what stands behind a value.

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Bold.
    Strong(Vec<Inline>),
    /// Italic.
    Emphasis(Vec<Inline>),
    /// A value whose derivation stands in [`Document::notes`] under `key`.
    Value {
        /// The value as printed, with its unit where the sentence wants it.
        text: String,
        /// Key into the notes.
        key: String,
    },
    /// A visible gap: something that is not there yet.
    Gap {
        /// What stands in place ("belum tersedia").
        text: String,
        /// Why it is missing.
        reason: String,
        /// Key into the notes, where the gap is a value.
        key: Option<String>,
    },
    /// "Tabel 4" or "Gambar 2", by the anchor of the table or figure; numbered by [`crate::tree::Numbers`].
    Reference(String),
    /// A footnote at this spot.
    Footnote(Vec<Inline>),
    /// A line break inside the paragraph.
    Break,
}

/// What stands behind a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueNote {
    /// What the value is, in words.
    pub label: String,
    /// Its derivation, one line a step, the last step first; indentation by `depth`.
    pub steps: Vec<NoteStep>,
    /// Legal or methodical basis, where there is one.
    pub basis: Vec<String>,
}

/// One line of a derivation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NoteStep {
    /// 0 for the value itself, 1 for what it is computed from, and so on.
    pub depth: u8,
    /// The line.
    pub text: String,
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// The bare text of a run, gaps and values as printed, footnotes left out.
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    push_text(content, &mut text);
    text
}

fn push_text(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Value { text: words, .. } | Inline::Gap { text: words, .. } => {
                text.push_str(words)
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_text(inner, text),
            Inline::Break => text.push(' '),
            Inline::Reference(_) | Inline::Footnote(_) => {}
        }
    }
}
