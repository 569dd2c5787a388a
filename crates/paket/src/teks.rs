//! Texts: tidy spaces, names that mean the same, and the nearest known word.

/// Trims and collapses white space.
pub(crate) fn rapikan(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without capitals, marks and spaces, for matching.
pub(crate) fn normal(teks: &str) -> String {
    teks.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name as a code: lower case, words joined by `-`.
pub(crate) fn kode(teks: &str) -> String {
    teks.split(|c: char| !c.is_alphanumeric())
        .filter(|kata| !kata.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}

/// The first control character that no cell may hold; a line break inside a cell is allowed.
pub(crate) fn karakter_kendali(teks: &str) -> Option<char> {
    teks.chars()
        .find(|c| c.is_control() && *c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// The known word nearest to `kata`, if it is near enough to be meant.
pub(crate) fn terdekat<'a>(
    kata: &str,
    dikenal: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A word that is many times longer than any known one is not a slip of the pen.
    const TERPANJANG: usize = 120;
    let dicari = normal(kata);
    if dicari.is_empty() || dicari.chars().count() > TERPANJANG {
        return None;
    }
    let panjang = dicari.chars().count();
    let terjauh = |calon: &str| 1 + calon.chars().count() / 3;
    dikenal
        .into_iter()
        // Words whose lengths differ by more than that cannot be near, and most of a flood of nonsense ends here.
        .filter(|calon| calon.chars().count().abs_diff(panjang) <= 2 * terjauh(calon))
        .map(|calon| (strsim::damerau_levenshtein(&dicari, &normal(calon)), calon))
        .filter(|(jarak, calon)| *jarak <= terjauh(calon))
        .min_by_key(|(jarak, _)| *jarak)
        .map(|(_, calon)| calon)
}

/// "maksud Anda \"unsur\"? " when a word is near, then the whole list.
pub(crate) fn saran(kata: &str, dikenal: &[&str]) -> String {
    let daftar = dikenal.join(", ");
    match terdekat(kata, dikenal.iter().copied()) {
        Some(calon) => format!("maksud Anda {calon:?}? Yang dikenal: {daftar}"),
        None => format!("yang dikenal: {daftar}"),
    }
}
