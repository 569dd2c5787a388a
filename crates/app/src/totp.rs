//! The second factor: time-based one-time passwords (RFC 6238), six digits, thirty seconds.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use store::Waktu;

use crate::error::{Error, Result};

const HURUF: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Length of a step in seconds.
const LANGKAH: i64 = 30;

/// A fresh secret: 160 bits, base32.
///
/// # Errors
/// No randomness to be had.
pub fn rahasia_totp() -> Result<String> {
    let mut bita = [0u8; 20];
    getrandom::fill(&mut bita).map_err(|galat| Error::Dalam(galat.to_string()))?;
    let mut teks = String::new();
    let (mut sisa, mut bit) = (0u32, 0u32);
    for satu in bita {
        sisa = (sisa << 8) | u32::from(satu);
        bit += 8;
        while bit >= 5 {
            bit -= 5;
            let nomor = usize::try_from((sisa >> bit) & 31).unwrap_or_default();
            teks.push(char::from(HURUF.get(nomor).copied().unwrap_or(b'A')));
        }
    }
    Ok(teks)
}

/// Whether this is a secret as [`rahasia_totp`] makes them.
pub(crate) fn rahasia_sah(rahasia: &str) -> bool {
    rahasia.len() == 32 && rahasia.bytes().all(|huruf| HURUF.contains(&huruf))
}

/// The address that an authenticator reads from a QR code.
#[must_use]
pub fn uri_totp(rahasia: &str, nama_pengguna: &str) -> String {
    format!(
        "otpauth://totp/Cermat:{nama_pengguna}?secret={rahasia}&issuer=Cermat&algorithm=SHA1&digits=6&period=30"
    )
}

/// The step of an instant.
pub(crate) const fn langkah(waktu: Waktu) -> i64 {
    waktu.div_euclid(1_000_000 * LANGKAH)
}

/// The code of a step; none where the secret is not base32.
#[must_use]
pub fn kode_totp(rahasia: &str, langkah: i64) -> Option<String> {
    let mut kunci = Vec::new();
    let (mut sisa, mut bit) = (0u32, 0u32);
    for huruf in rahasia.bytes() {
        let nomor = HURUF.iter().position(|satu| *satu == huruf)?;
        sisa = ((sisa << 5) | u32::try_from(nomor).ok()?) & 0xffff;
        bit += 5;
        if bit >= 8 {
            bit -= 8;
            kunci.push(u8::try_from((sisa >> bit) & 0xff).ok()?);
        }
    }
    let mut mac = Hmac::<Sha1>::new_from_slice(&kunci).ok()?;
    mac.update(&langkah.to_be_bytes());
    let hasil = mac.finalize().into_bytes();
    let mulai = usize::from(hasil.last()? & 15);
    let empat: [u8; 4] = hasil.get(mulai..mulai + 4)?.try_into().ok()?;
    let angka = (u32::from_be_bytes(empat) & 0x7fff_ffff) % 1_000_000;
    Some(format!("{angka:06}"))
}

/// The step whose code this is: the present one or its neighbours, for clocks that differ, and later than `terakhir`, for a code works once.
pub(crate) fn cocok(rahasia: &str, kode: &str, kini: Waktu, terakhir: i64) -> Option<i64> {
    use subtle::ConstantTimeEq as _;
    let kini = langkah(kini);
    (kini - 1..=kini + 1).find(|langkah| {
        *langkah > terakhir
            && kode_totp(rahasia, *langkah)
                .is_some_and(|benar| benar.as_bytes().ct_eq(kode.as_bytes()).into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, SHA-1, its eight digits cut to six.
    #[test]
    fn codes_are_those_of_the_standard() {
        let rahasia = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        for (detik, kode) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(
                kode_totp(rahasia, langkah(detik * 1_000_000)).as_deref(),
                Some(kode)
            );
        }
    }

    #[test]
    fn a_code_works_once_and_only_near_its_time() {
        let rahasia = rahasia_totp().expect("random");
        let kini = 1_700_000_000_000_000;
        let kode = kode_totp(&rahasia, langkah(kini)).expect("base32");
        let terpakai = cocok(&rahasia, &kode, kini, 0).expect("fits");
        assert_eq!(cocok(&rahasia, &kode, kini, terpakai), None);
        assert_eq!(cocok(&rahasia, &kode, kini + 120_000_000, 0), None);
        assert!(cocok(&rahasia, &kode, kini + 25_000_000, 0).is_some());
    }
}
