//! Numbers of headings, counted here so that no template holds one.

use document::Block;

/// Numbers the headings: "BAB I", "A.", "1.", "a.", "1)"; in appendices only the first level bears a number.
pub(crate) fn nomori(blok: &mut [Block], sebutan: &str, semua: bool) {
    let mut hitung = [0usize; 5];
    for blok in blok {
        let Block::Heading(kepala) = blok else {
            continue;
        };
        let tingkat = usize::from(kepala.level.clamp(1, 5)) - 1;
        hitung[tingkat] += 1;
        hitung[tingkat + 1..].fill(0);
        let urutan = hitung[tingkat];
        kepala.number = match tingkat {
            0 => Some(format!("{sebutan} {}", romawi(urutan))),
            _ if !semua => None,
            1 => Some(format!("{}.", huruf(urutan).to_uppercase())),
            2 => Some(format!("{urutan}.")),
            3 => Some(format!("{}.", huruf(urutan))),
            _ => Some(format!("{urutan})")),
        };
    }
}

fn huruf(urutan: usize) -> String {
    let huruf = u8::try_from(urutan.saturating_sub(1) % 26).unwrap_or(0);
    char::from(b'a' + huruf).to_string()
}

fn romawi(urutan: usize) -> String {
    const ANGKA: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut sisa = urutan;
    let mut hasil = String::new();
    for (nilai, huruf) in ANGKA {
        while sisa >= nilai {
            hasil.push_str(huruf);
            sisa -= nilai;
        }
    }
    hasil
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_numbers_follow_the_form_of_official_reports() {
        let kepala = |level| {
            Block::Heading(document::Heading {
                level,
                ..document::Heading::default()
            })
        };
        let mut blok: Vec<Block> = [1, 2, 3, 4, 4, 5, 2, 1, 2]
            .into_iter()
            .map(kepala)
            .collect();
        nomori(&mut blok, "BAB", true);
        let nomor: Vec<String> = blok
            .iter()
            .filter_map(|blok| match blok {
                Block::Heading(kepala) => kepala.number.clone(),
                _ => None,
            })
            .collect();
        assert_eq!(
            nomor,
            ["BAB I", "A.", "1.", "a.", "b.", "1)", "B.", "BAB II", "A."]
        );
    }
}
