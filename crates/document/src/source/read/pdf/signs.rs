//! What the first letters of a line say: a mark of a list, a chapter, a caption.

/// Words that begin a caption.
const CAPTIONS: [&str; 6] = ["tabel", "table", "gambar", "grafik", "bagan", "diagram"];
/// So many dots lead the eye to a page number; three are an ellipsis.
const LEADER: usize = 5;
/// Marks of lists without numbers.
const BULLETS: &str = "•▪➢✓◦●○■□–-*·o§»";

/// A mark of a list at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Bullet,
    /// "1.", "(1)", "2)".
    Number,
    /// "1.1", "2.3.1.", with how many numbers.
    Numbers(u8),
    /// "A.".
    Capital,
    /// "a.", "b)".
    Letter,
    /// "I.", "iv)".
    Roman,
}

/// Whether a word is the mark of a list.
pub(super) fn sign(word: &str) -> Option<Sign> {
    let mut letters = word.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return BULLETS.contains(only).then_some(Sign::Bullet);
    }
    let bare = word.strip_prefix('(').unwrap_or(word);
    let inner = bare.strip_suffix(['.', ')']).unwrap_or(bare);
    let closed = inner.len() < bare.len();
    if inner.is_empty() || inner.len() > 12 {
        return None;
    }
    let parts: Vec<&str> = inner.split('.').collect();
    let counted = parts
        .iter()
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if counted && parts.len() > 1 {
        let few = u8::try_from(parts.len()).ok().filter(|count| *count <= 5)?;
        return Some(Sign::Numbers(few));
    }
    if !closed {
        return None;
    }
    if inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Sign::Number);
    }
    if inner.len() > 1 && is_roman(inner) {
        return Some(Sign::Roman);
    }
    let mut letters = inner.chars();
    match (letters.next(), letters.next()) {
        (Some('I' | 'V'), None) => Some(Sign::Roman),
        (Some(letter), None) if letter.is_ascii_uppercase() => Some(Sign::Capital),
        (Some(letter), None) if letter.is_ascii_lowercase() => Some(Sign::Letter),
        _ => None,
    }
}

/// Whether a word is a Roman number, in capitals or in small letters.
pub(super) fn is_roman(word: &str) -> bool {
    let all = |digits: &str| word.chars().all(|c| digits.contains(c));
    !word.is_empty() && word.len() <= 7 && (all("IVXL") || all("ivxl"))
}

/// Whether a text begins as a chapter does: "BAB II".
pub(super) fn is_chapter(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next() == Some("BAB")
        && words.next().is_some_and(|number| {
            let number = number.trim_end_matches(['.', ':']);
            is_roman(number) || number.bytes().all(|b| b.is_ascii_digit())
        })
}

/// Whether a text is the caption of a table or a picture: its word, a number, and no sentence that goes on ("Tabel 3 menunjukkan").
pub(super) fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let named = words
        .next()
        .is_some_and(|word| CAPTIONS.contains(&word.to_lowercase().as_str()));
    let Some(number) = words.next().filter(|_| named) else {
        return false;
    };
    let bare = number.trim_end_matches(['.', ':']);
    let numbered = bare.bytes().any(|b| b.is_ascii_digit()) || is_roman(bare);
    let goes_on = words
        .next()
        .is_some_and(|word| word.chars().next().is_some_and(char::is_lowercase));
    numbered && (bare.len() < number.len() || !goes_on)
}

/// Whether all letters are capitals, and there are some.
pub(super) fn is_shouted(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.chars().any(char::is_lowercase)
}

/// Whether a text stops here: its last sign ends a sentence or announces a list.
pub(super) fn is_ended(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '”', ')', '\''])
        .ends_with(['.', ';', ':', '?', '!'])
}

/// Whether a word is nothing but dots that lead the eye to a page number.
pub(super) fn is_leader(word: &str) -> bool {
    let mut dots = 0;
    for letter in word.chars() {
        match letter {
            '.' | '·' | '_' => dots += 1,
            '…' => dots += 3,
            _ => return false,
        }
    }
    dots >= LEADER
}

/// Whether a text is the caption of a picture.
pub(super) fn is_picture_caption(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    is_caption(text) && !first.to_lowercase().starts_with("tab")
}

/// Whether a sign stands for a raised number, the mark of a footnote.
pub(super) fn is_raised(letter: char) -> bool {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(letter)
}

/// A raised number as plain digits.
pub(super) fn lowered(mark: &str) -> String {
    mark.chars()
        .filter_map(|c| {
            let value = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c)?;
            char::from_digit(u32::try_from(value).ok()?, 10)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Sign, is_caption, is_chapter, is_shouted, sign};

    #[test]
    fn marks_of_lists_are_told_from_numbers() {
        assert_eq!(sign("1."), Some(Sign::Number));
        assert_eq!(sign("(2)"), Some(Sign::Number));
        assert_eq!(sign("A."), Some(Sign::Capital));
        assert_eq!(sign("b)"), Some(Sign::Letter));
        assert_eq!(sign("1.2."), Some(Sign::Numbers(2)));
        assert_eq!(sign("•"), Some(Sign::Bullet));
        assert_eq!(sign("1.250"), None);
        assert_eq!(sign("2023."), None);
        assert_eq!(sign("3,93"), None);
        assert_eq!(sign("III."), Some(Sign::Roman));
    }

    #[test]
    fn a_caption_is_told_from_a_sentence_about_a_table() {
        assert!(is_caption("Tabel 3. Capaian"));
        assert!(is_caption("Tabel 3.1 Capaian Kinerja"));
        assert!(!is_caption("Tabel 3 menunjukkan bahwa"));
        assert!(!is_caption("Tabel berikut"));
    }

    #[test]
    fn a_chapter_has_its_word_and_a_number() {
        assert!(is_chapter("BAB IV PENUTUP"));
        assert!(!is_chapter("BABAK BARU"));
        assert!(is_shouted("DAFTAR ISI"));
        assert!(!is_shouted("Daftar Isi"));
    }
}
