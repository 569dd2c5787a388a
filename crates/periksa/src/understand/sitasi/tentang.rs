//! The subject of a regulation, as printed behind "tentang".

use std::ops::Range;

use super::jenis::jenis;
use crate::understand::kosakata::KATA_SAMBUNG;

/// Further words that a title may hold without a capital.
const PENGHUBUNG: &[&str] = &[
    "antara",
    "kepada",
    "secara",
    "bidang",
    "lingkungan",
    "melalui",
    "bukan",
    "tidak",
];

/// Words in one title, at most.
const KATA_TERBANYAK: usize = 60;

/// The bytes of the subject, where "tentang" is the word at `di` (or stands right behind a short form in parentheses).
pub(super) fn tentang(
    teks: &str,
    semua: &[(Range<usize>, &str)],
    di: usize,
) -> Option<Range<usize>> {
    let mulai = (di..di + 4).find(|i| {
        semua
            .get(*i)
            .is_some_and(|(_, k)| k.eq_ignore_ascii_case("tentang"))
    })?;
    // Only "Republik Indonesia" or a short form may stand in between.
    let sela = teks.get(semua.get(di)?.0.start..semua.get(mulai)?.0.start)?;
    if mulai > di
        && !(sela.trim().is_empty()
            || sela.trim().ends_with(')')
            || sela.to_lowercase().contains("republik"))
    {
        return None;
    }
    let awal = semua.get(mulai + 1)?.0.start;
    // A title in small letters ends at a mark only.
    let kecil_semua = (mulai + 1..mulai + 4)
        .filter_map(|i| semua.get(i))
        .all(|(_, k)| k.chars().next().is_some_and(char::is_lowercase));
    let mut akhir = awal;
    for i in mulai + 1..mulai + 1 + KATA_TERBANYAK {
        let Some((rentang, satu)) = semua.get(i) else {
            break;
        };
        if i > mulai + 1 {
            let lalu = semua.get(i - 1).map_or(awal, |(r, _)| r.end);
            let sela = teks.get(lalu..rentang.start).unwrap_or_default();
            if sela.contains([';', '\n', ':', '"', '(', ')']) || sela.contains(". ") {
                break;
            }
            if kecil_semua && sela.contains(',') {
                break;
            }
        }
        let pertama = satu.chars().next();
        let kecil = satu.to_lowercase();
        let penghubung =
            KATA_SAMBUNG.contains(&kecil.as_str()) || PENGHUBUNG.contains(&kecil.as_str());
        let huruf_kecil = pertama.is_some_and(char::is_lowercase);
        if (i > mulai + 1 && jenis(teks, semua, i).is_some())
            || (huruf_kecil && !penghubung && !kecil_semua)
            || matches!(
                kecil.as_str(),
                "sebagaimana" | "telah" | "adalah" | "bahwa" | "maka" | "sebagai"
            )
        {
            break;
        }
        // A connecting word does not end a title.
        if !(penghubung && huruf_kecil) {
            akhir = rentang.end;
        }
    }
    (akhir > awal).then_some(awal..akhir)
}
