//! Passwords, by NIST SP 800-63B: long enough, not known to everyone, no rules of composition, hashed with argon2id.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{Error, Result};

/// Fewest characters: what revision 4 asks where the password is the only factor, since the second one is each person's choice.
pub(crate) const TERPENDEK: usize = 15;
/// Most characters that are hashed, so that a login cannot be made to work for minutes.
pub(crate) const TERPANJANG: usize = 128;

/// What everyone tries first. A word of this list may not be the whole password, whatever its digits at the end.
const UMUM: &[&str] = &[
    "password",
    "passw0rd",
    "katasandi",
    "rahasia",
    "indonesia",
    "administrator",
    "qwertyuiop",
    "iloveyou",
    "bismillah",
    "sayang",
    "imigrasi",
    "kemenkumham",
    "cermat",
    "admin",
    "welcome",
    "letmein",
    "abcdefghijkl",
];

/// Why a password is not taken; none where it is.
pub(crate) fn keberatan(sandi: &str, nama_pengguna: &str) -> Option<String> {
    let panjang = sandi.chars().count();
    if panjang < TERPENDEK {
        return Some(format!(
            "kata sandi terlalu pendek: {panjang} karakter, paling sedikit {TERPENDEK}. Beberapa kata acak mudah diingat dan sulit ditebak"
        ));
    }
    if panjang > TERPANJANG {
        return Some(format!(
            "kata sandi terlalu panjang; paling banyak {TERPANJANG} karakter"
        ));
    }
    let kecil = sandi.to_lowercase();
    let huruf: String = kecil
        .chars()
        .filter(|huruf| huruf.is_alphabetic())
        .collect();
    let mut beda: Vec<char> = kecil.chars().collect();
    beda.sort_unstable();
    beda.dedup();
    if UMUM.contains(&huruf.as_str())
        || beda.len() < 4
        || runtut(&kecil)
        || (!nama_pengguna.is_empty() && huruf == nama_pengguna.to_lowercase())
    {
        return Some(
            "kata sandi terlalu mudah ditebak (kata umum, huruf berulang, urutan, atau nama pengguna)".to_owned(),
        );
    }
    None
}

/// Whether each character follows the one before ("123456789012", "abcdefghijkl").
fn runtut(teks: &str) -> bool {
    let huruf: Vec<u32> = teks.chars().map(u32::from).collect();
    huruf.windows(2).all(|dua| matches!(dua, [a, b] if *b == a + 1 || (*a == u32::from('9') && *b == u32::from('0'))))
}

/// A password that nobody chose: four groups of letters and digits that are not mistaken for each other, 98 bits.
///
/// # Errors
/// A machine without randomness.
pub fn sandi_acak() -> Result<String> {
    const HURUF: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut hasil = String::new();
    while hasil.len() < 23 {
        let mut bita = [0u8; 32];
        getrandom::fill(&mut bita).map_err(|galat| Error::Dalam(galat.to_string()))?;
        // Bytes beyond the last whole round of letters are thrown away, so that each letter is equally likely.
        for satu in bita
            .iter()
            .filter(|satu| usize::from(**satu) < HURUF.len() * 8)
        {
            if hasil.len() < 23 {
                if hasil.len() % 6 == 5 {
                    hasil.push('-');
                }
                if let Some(huruf) = HURUF.get(usize::from(*satu) % HURUF.len()) {
                    hasil.push(char::from(*huruf));
                }
            }
        }
    }
    Ok(hasil)
}

/// The hash of a password in the PHC format (argon2id, 19 MiB, two passes).
///
/// # Errors
/// No randomness to be had.
pub fn hash_sandi(sandi: &str) -> Result<String> {
    Argon2::default()
        .hash_password(sandi.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|galat| Error::Dalam(galat.to_string()))
}

/// Hashes that are made at the same time: each takes a core and 19 MiB for a while, by design.
static GILIRAN: Semaphore = Semaphore::const_new(2);

/// A turn to hash. Who guesses waits for it like anybody else, so that a brake sees one guess after the other.
pub(crate) async fn giliran() -> Result<SemaphorePermit<'static>> {
    GILIRAN
        .acquire()
        .await
        .map_err(|galat| Error::Dalam(galat.to_string()))
}

/// As [`hash_sandi`], in its turn and beside other requests.
pub(crate) async fn hash_bergiliran(sandi: &str) -> Result<String> {
    let _giliran = giliran().await?;
    let sandi = sandi.to_owned();
    tokio::task::spawn_blocking(move || hash_sandi(&sandi))
        .await
        .map_err(|galat| Error::Dalam(galat.to_string()))?
}

/// Hash of a random text that nobody kept.
const TIDAK_ADA: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$7fQ4wZkq0uJt0m3r8m5gJ2yJ8Qd6o3m0i8x1wq5r0uE";

/// Whether a password has this hash. Without a hash the work is done all the same, so that time tells nothing.
pub(crate) fn cocok(sandi: &str, hash: Option<&str>) -> bool {
    if sandi.chars().count() > TERPANJANG {
        return false;
    }
    let benar = Argon2::default()
        .verify_password(sandi.as_bytes(), hash.unwrap_or(TIDAK_ADA))
        .is_ok();
    benar && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_judged_by_length_and_by_what_everyone_tries() {
        for buruk in [
            "pendek",
            "rahasia12345678",
            "aaaaaaaaaaaaaaa",
            "123456789012345",
            "abcdefghijklmno",
            "IMIGRASI2026!!!!",
        ] {
            assert!(keberatan(buruk, "budi").is_some(), "{buruk}");
        }
        for baik in [
            "kuda baterai staples",
            "Sungai-Mahakam-07",
            "tujuh ekor pesut",
        ] {
            assert_eq!(keberatan(baik, "budi"), None, "{baik}");
        }
        assert!(keberatan("sutrisnowati1234", "sutrisnowati").is_some());
    }

    #[test]
    fn a_name_that_nobody_has_costs_the_same_work() {
        let hash = argon2::PasswordHash::new(TIDAK_ADA).expect("is a hash");
        let baru = hash_sandi("tujuh ekor pesut").expect("hashes");
        let baru = argon2::PasswordHash::new(&baru).expect("is a hash");
        assert_eq!((hash.algorithm, hash.params), (baru.algorithm, baru.params));
    }

    #[test]
    fn a_password_of_the_program_is_one_that_a_person_could_choose() {
        let (satu, dua) = (sandi_acak().expect("random"), sandi_acak().expect("random"));
        assert_ne!(satu, dua);
        assert_eq!(keberatan(&satu, "budi"), None, "{satu}");
    }

    #[test]
    fn only_the_password_itself_has_its_hash() {
        let hash = hash_sandi("tujuh ekor pesut").expect("hashes");
        assert!(hash.starts_with("$argon2id$"));
        assert!(cocok("tujuh ekor pesut", Some(&hash)));
        assert!(!cocok("tujuh ekor pesuT", Some(&hash)));
        assert!(!cocok("tujuh ekor pesut", None));
    }
}
