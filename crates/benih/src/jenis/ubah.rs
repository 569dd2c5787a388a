//! Small changes to printed numbers and words.

use crate::acak::Acak;

/// The printed number inside words: its first and one past its last character.
pub fn angka(teks: &str) -> Option<(Vec<char>, usize, usize)> {
    let huruf: Vec<char> = teks.chars().collect();
    let awal = huruf.iter().position(char::is_ascii_digit)?;
    let mut akhir = awal;
    while huruf
        .get(akhir)
        .is_some_and(|h| h.is_ascii_digit() || matches!(h, '.' | ','))
    {
        akhir += 1;
    }
    while akhir > awal && !huruf.get(akhir - 1).is_some_and(char::is_ascii_digit) {
        akhir -= 1;
    }
    Some((huruf, awal, akhir))
}

/// One digit of the number replaced by another.
pub fn digit(teks: &str, acak: &mut Acak) -> Option<String> {
    let (mut huruf, awal, akhir) = angka(teks)?;
    let tempat: Vec<usize> = (awal..akhir)
        .filter(|&i| huruf[i].is_ascii_digit())
        .collect();
    let &i = acak.pilih(&tempat)?;
    let lama = huruf[i].to_digit(10)?;
    let geser = u32::try_from(acak.di(1, 9)).ok()?;
    let mut baru = (lama + geser) % 10;
    if i == awal && baru == 0 {
        baru = if lama == 1 { 2 } else { 1 };
    }
    huruf[i] = char::from_digit(baru, 10)?;
    Some(huruf.into_iter().collect())
}

/// Two neighbouring digits in the other order.
pub fn tukar(teks: &str, acak: &mut Acak) -> Option<String> {
    let (mut huruf, awal, akhir) = angka(teks)?;
    let tempat: Vec<usize> = (awal..akhir.saturating_sub(1))
        .filter(|&i| {
            huruf[i].is_ascii_digit() && huruf[i + 1].is_ascii_digit() && huruf[i] != huruf[i + 1]
        })
        .filter(|&i| i != awal || huruf[i + 1] != '0')
        .collect();
    let &i = acak.pilih(&tempat)?;
    huruf.swap(i, i + 1);
    Some(huruf.into_iter().collect())
}

/// The decimal comma one place to the right.
pub fn geser_koma(teks: &str) -> Option<String> {
    let (mut huruf, awal, akhir) = angka(teks)?;
    let koma = (awal..akhir).find(|&i| huruf[i] == ',')?;
    if koma + 2 >= akhir || huruf[awal] == '0' {
        return None;
    }
    huruf.swap(koma, koma + 1);
    Some(huruf.into_iter().collect())
}

/// A word for a word, once, where it stands whole.
pub fn kata(teks: &str, dari: &str, menjadi: &str) -> Option<String> {
    let mulai = teks.match_indices(dari).find(|(i, _)| {
        let sebelum = teks.get(..*i).and_then(|depan| depan.chars().next_back());
        let sesudah = teks
            .get(i + dari.len()..)
            .and_then(|ekor| ekor.chars().next());
        !sebelum.is_some_and(char::is_alphanumeric) && !sesudah.is_some_and(char::is_alphanumeric)
    })?;
    let (depan, ekor) = (teks.get(..mulai.0)?, teks.get(mulai.0 + dari.len()..)?);
    Some(format!("{depan}{menjadi}{ekor}"))
}
