//! Many phrases looked for at once.

/// Phrases of plain letters in lower case, by their first letter.
#[derive(Debug)]
pub(super) struct Frasa {
    awal: [Vec<&'static str>; 256],
}

impl Frasa {
    pub(super) fn new(frasa: &[&'static str]) -> Self {
        let mut awal = [const { Vec::new() }; 256];
        for satu in frasa {
            let pertama = satu.bytes().next().map(usize::from);
            if let Some(tempat) = pertama.and_then(|pertama| awal.get_mut(pertama)) {
                tempat.push(*satu);
            }
        }
        Self { awal }
    }

    /// The phrases in a text in lower case, by their bytes: the first in front, and of two at one place the shorter.
    pub(super) fn cari<'t>(&'t self, kecil: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
        let isi = kecil.as_bytes();
        isi.iter().enumerate().flat_map(move |(at, byte)| {
            let calon = self.awal.get(usize::from(*byte));
            let mut cocok: Vec<usize> = Vec::new();
            if let Some(calon) = calon.filter(|calon| !calon.is_empty()) {
                let sisa = isi.get(at..).unwrap_or_default();
                let panjang = calon.iter().filter(|satu| sepadan(sisa, satu.as_bytes()));
                cocok.extend(panjang.map(|satu| satu.len()));
                cocok.sort_unstable();
            }
            cocok.into_iter().map(move |panjang| (at, at + panjang))
        })
    }
}

/// Whether the bytes begin with a phrase; its second letter alone rules most of them out.
fn sepadan(sisa: &[u8], frasa: &[u8]) -> bool {
    sisa.get(1) == frasa.get(1) && sisa.starts_with(frasa)
}

#[cfg(test)]
mod tests {
    use super::Frasa;

    #[test]
    fn the_first_phrase_comes_first_and_the_shorter_before_the_longer() {
        let frasa = Frasa::new(&["isi di sini", "tulis di sini", "isi"]);
        let semua: Vec<_> = frasa.cari("tulis di sini, diisi di sini").collect();
        assert_eq!(semua, [(0, 13), (17, 20), (17, 28)]);
    }

    #[test]
    fn letters_of_more_bytes_are_stepped_over() {
        let frasa = Frasa::new(&["mohon diisi"]);
        assert_eq!(frasa.cari("“mohon diisi”").next(), Some((3, 14)));
        assert_eq!(frasa.cari("é").next(), None);
    }
}
