//! Names of those who set regulations, compared.

use crate::understand::kosakata::normal;

/// Words that do not tell one agency from another.
const SEPELE: &[&str] = &[
    "dan",
    "republik",
    "indonesia",
    "ri",
    "negeri",
    "menteri",
    "kementerian",
];

/// Whether two names mean the same: the same words, where initials stand for words of the other.
pub(super) fn sama(kiri: &str, kanan: &str) -> bool {
    let (kiri, kanan) = (kata(kiri), kata(kanan));
    if kiri == kanan {
        return true;
    }
    if kiri.is_empty() || kanan.is_empty() {
        return false;
    }
    sejajar(&kiri, &kanan)
        || inisial(&kiri) == kanan.concat()
        || inisial(&kanan) == kiri.concat()
        || kiri.concat() == kanan.concat()
}

fn kata(nama: &str) -> Vec<String> {
    let normal = normal(nama);
    let mut semua: Vec<String> = normal
        .split(' ')
        .filter(|k| !k.is_empty() && !SEPELE.contains(k))
        .map(str::to_owned)
        .collect();
    // "Menpanrb" is the minister of "panrb".
    if let Some(pertama) = semua.first_mut()
        && let Some(sisa) = pertama.strip_prefix("men").filter(|sisa| sisa.len() >= 3)
        && !pertama.starts_with("menteri")
    {
        *pertama = sisa.to_owned();
    }
    semua
}

fn inisial(kata: &[String]) -> String {
    if kata.len() < 2 {
        return String::from("\u{0}");
    }
    kata.iter().filter_map(|k| k.chars().next()).collect()
}

/// Word by word; a word may be the initials of the words opposite ("HAM").
fn sejajar(kiri: &[String], kanan: &[String]) -> bool {
    let (mut i, mut j) = (0, 0);
    loop {
        let (a, b) = match (kiri.get(i), kanan.get(j)) {
            (None, None) => return true,
            (Some(a), Some(b)) => (a, b),
            _ => return false,
        };
        if a == b {
            i += 1;
            j += 1;
        } else if let Some(maju) = singkatan(a, kanan.get(j..).unwrap_or_default()) {
            i += 1;
            j += maju;
        } else if let Some(maju) = singkatan(b, kiri.get(i..).unwrap_or_default()) {
            i += maju;
            j += 1;
        } else {
            return false;
        }
    }
}

fn singkatan(pendek: &str, panjang: &[String]) -> Option<usize> {
    let banyak = pendek.chars().count();
    let awal: String = panjang
        .get(..banyak)?
        .iter()
        .filter_map(|k| k.chars().next())
        .collect();
    (banyak >= 2 && awal == pendek).then_some(banyak)
}
