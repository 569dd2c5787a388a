//! From digits and marks to a value, and what is wrong with how it is written.

use rust_decimal::Decimal;

use super::pindai::Mentah;
use crate::bacaan::{Cacat, SatuanCetak};

/// Which mark stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gaya {
    /// "1.250,75"
    Koma,
    /// "1,250.75"
    Titik,
}

/// A number as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Terbaca {
    pub nilai: Option<Decimal>,
    pub presisi: u32,
    pub cacat: Option<Cacat>,
}

/// What stands around a number and bears on how it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sekitar {
    /// Style of its table, or else of the document.
    pub gaya: Gaya,
    /// Whether the document as a whole uses decimal commas.
    pub dokumen_koma: bool,
    /// Unit beside it.
    pub satuan: SatuanCetak,
    /// Whether "juta" or the like follows.
    pub berskala: bool,
    /// Whether ",-" follows.
    pub utuh: bool,
}

/// Most digits that are read; more is no figure of an office.
const DIGIT_TERBANYAK: usize = 24;

/// Digits only; for years, list marks and the like.
pub(super) fn bulat(inti: &str) -> Option<Decimal> {
    if inti.is_empty() || inti.len() > DIGIT_TERBANYAK || !inti.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    desimal(inti, 0)
}

/// How the marks of a number vote on the style of its document; none where they do not tell.
pub(super) fn suara(inti: &str) -> Option<Gaya> {
    let titik = inti.matches('.').count();
    let koma = inti.matches(',').count();
    let tiga = |tanda: char| inti.split(tanda).skip(1).all(|g| g.len() == 3);
    match (titik, koma) {
        (0, 1) if !tiga(',') => Some(Gaya::Koma),
        (1, 0) if !tiga('.') => Some(Gaya::Titik),
        (2.., 0) if tiga('.') => Some(Gaya::Koma),
        (0, 2..) if tiga(',') => Some(Gaya::Titik),
        (1.., 1) if inti.rfind(',') > inti.rfind('.') => Some(Gaya::Koma),
        (1, 1..) if inti.rfind('.') > inti.rfind(',') => Some(Gaya::Titik),
        _ => None,
    }
}

/// Reads a figure.
pub(super) fn baca(inti: &str, mentah: &Mentah, sekitar: Sekitar) -> Terbaca {
    let (bersih, ganda) = bersihkan(inti, mentah.sisip || mentah.terpenggal);
    let mut terbaca = uraikan(&bersih, sekitar);
    if ganda {
        terbaca.cacat = Some(Cacat::DuaTanda);
    }
    if mentah.sisip {
        terbaca.cacat = Some(Cacat::Tersisip);
    }
    if mentah.menempel {
        terbaca.cacat = Some(Cacat::Menempel);
        terbaca.nilai = None;
    }
    if mentah.negatif {
        terbaca.nilai = terbaca.nilai.map(|nilai| -nilai);
    }
    terbaca
}

/// Letters made digits, gaps made marks, doubled marks made one; whether a mark was doubled.
fn bersihkan(inti: &str, longgar: bool) -> (String, bool) {
    let mut bersih = String::with_capacity(inti.len());
    let mut ganda = false;
    let mut spasi = false;
    for c in inti.chars() {
        match c {
            'O' | 'o' if longgar => bersih.push('0'),
            'l' | 'I' if longgar => bersih.push('1'),
            '.' | ',' => {
                if bersih.ends_with(['.', ',']) {
                    ganda = true;
                    if c == ',' {
                        bersih.pop();
                        bersih.push(',');
                    }
                } else {
                    bersih.push(c);
                }
            }
            c if c.is_ascii_digit() => {
                if spasi && !bersih.ends_with(['.', ',']) {
                    bersih.push('.');
                }
                bersih.push(c);
            }
            _ => {
                spasi = true;
                continue;
            }
        }
        spasi = false;
    }
    (bersih, ganda)
}

fn uraikan(inti: &str, sekitar: Sekitar) -> Terbaca {
    let jadi = |nilai, presisi, cacat| Terbaca {
        nilai,
        presisi,
        cacat,
    };
    let banyak_digit = inti.bytes().filter(u8::is_ascii_digit).count();
    if banyak_digit > DIGIT_TERBANYAK {
        return jadi(None, 0, None);
    }
    let titik = inti.matches('.').count();
    let koma = inti.matches(',').count();
    let rupiah = sekitar.satuan == SatuanCetak::Rupiah;
    match (titik, koma) {
        (0, 0) => jadi(desimal(inti, 0), 0, None),
        (1, 0) => satu_titik(inti, sekitar),
        (_, 0) => {
            let (nilai, baik) = ribuan(inti, '.');
            jadi(nilai, 0, (!baik).then_some(Cacat::KelompokDigit))
        }
        (0, 1) => {
            let (bulat, pecahan) = inti.split_once(',').unwrap_or((inti, ""));
            let mirip_ribuan = pecahan.len() == 3 && (1..=3).contains(&bulat.len()) && bulat != "0";
            if mirip_ribuan && sekitar.gaya == Gaya::Titik && !sekitar.berskala {
                let cacat = sekitar.dokumen_koma.then_some(Cacat::DuaTanda);
                return jadi(desimal(inti, 0), 0, cacat);
            }
            if mirip_ribuan && rupiah && !sekitar.berskala {
                return jadi(desimal(inti, 0), 0, Some(Cacat::KelompokDigit));
            }
            jadi(desimal(inti, pecahan.len()), panjang(pecahan), None)
        }
        (0, _) => {
            let (nilai, baik) = ribuan(inti, ',');
            let cacat = (sekitar.dokumen_koma || !baik).then_some(Cacat::DuaTanda);
            jadi(nilai.filter(|_| baik), 0, cacat)
        }
        _ => campuran(inti, sekitar),
    }
}

fn satu_titik(inti: &str, sekitar: Sekitar) -> Terbaca {
    let (bulat, pecahan) = inti.split_once('.').unwrap_or((inti, ""));
    let rupiah = sekitar.satuan == SatuanCetak::Rupiah;
    let mirip_ribuan =
        pecahan.len() == 3 && (1..=3).contains(&bulat.len()) && !bulat.starts_with('0');
    let titik_desimal = Terbaca {
        nilai: desimal(inti, pecahan.len()),
        presisi: panjang(pecahan),
        cacat: sekitar.dokumen_koma.then_some(Cacat::TitikDesimal),
    };
    if mirip_ribuan {
        // An index never runs into thousands, and a share rarely: there the dot stands before decimals, or nobody knows.
        let indeks = sekitar.satuan == SatuanCetak::Indeks && bulat.len() == 1;
        if sekitar.gaya == Gaya::Titik || indeks {
            return titik_desimal;
        }
        let kabur = sekitar.satuan == SatuanCetak::Persen || sekitar.berskala;
        return Terbaca {
            nilai: desimal(inti, 0).filter(|_| !kabur),
            presisi: 0,
            cacat: None,
        };
    }
    if rupiah && !sekitar.berskala && (sekitar.utuh || pecahan.len() != 2) {
        let (nilai, _) = ribuan(inti, '.');
        return Terbaca {
            nilai,
            presisi: 0,
            cacat: Some(Cacat::KelompokDigit),
        };
    }
    titik_desimal
}

/// Dots and commas together.
fn campuran(inti: &str, sekitar: Sekitar) -> Terbaca {
    let (titik_akhir, koma_akhir) = (inti.rfind('.'), inti.rfind(','));
    let (desimal_akhir, ribu) = if koma_akhir > titik_akhir {
        (',', '.')
    } else {
        ('.', ',')
    };
    let (depan, pecahan) = inti.rsplit_once(desimal_akhir).unwrap_or((inti, ""));
    let dua_tanda = |nilai| Terbaca {
        nilai,
        presisi: 0,
        cacat: Some(Cacat::DuaTanda),
    };
    if depan.contains(desimal_akhir) {
        // With groups of three everywhere no mark can stand before decimals: one of them is a slip.
        let tiga = inti.split(['.', ',']).enumerate().all(|(i, g)| {
            if i == 0 {
                (1..=3).contains(&g.len())
            } else {
                g.len() == 3
            }
        });
        return dua_tanda(desimal(inti, 0).filter(|_| tiga));
    }
    let (_, baik) = ribuan(depan, ribu);
    if desimal_akhir == '.' && !baik {
        return dua_tanda(None);
    }
    if !baik {
        return Terbaca {
            nilai: None,
            presisi: panjang(pecahan),
            cacat: Some(Cacat::KelompokDigit),
        };
    }
    if sekitar.satuan == SatuanCetak::Rupiah && pecahan.len() > 2 && !sekitar.berskala {
        return dua_tanda(None);
    }
    let cacat = (desimal_akhir == '.' && sekitar.dokumen_koma).then_some(Cacat::TitikDesimal);
    Terbaca {
        nilai: desimal(inti, pecahan.len()),
        presisi: panjang(pecahan),
        cacat,
    }
}

/// Groups of thousands: the value, where it can be meant in one way only, and whether all groups are right.
fn ribuan(inti: &str, tanda: char) -> (Option<Decimal>, bool) {
    let grup: Vec<&str> = inti.split(tanda).collect();
    let pertama_baik = grup.first().is_some_and(|g| (1..=3).contains(&g.len()));
    let salah: Vec<usize> = (1..grup.len())
        .filter(|i| grup.get(*i).is_some_and(|g| g.len() != 3))
        .collect();
    let di = match salah.as_slice() {
        [] => return (desimal(inti, 0), pertama_baik),
        [satu] if pertama_baik => *satu,
        _ => return (None, false),
    };
    let nilai = match grup.get(di) {
        // Two groups whose dot is missing.
        Some(g) if g.len() == 6 => desimal(inti, 0),
        // One digit too many, and whichever goes the same number is left.
        Some(g) if g.len() == 4 && sama_semua(g) => {
            let mut pulih = grup.clone();
            if let (Some(tempat), Some(pendek)) = (pulih.get_mut(di), g.get(..3)) {
                *tempat = pendek;
            }
            desimal(&pulih.concat(), 0)
        }
        _ => None,
    };
    (nilai, false)
}

fn sama_semua(digit: &str) -> bool {
    let mut byte = digit.bytes();
    byte.next()
        .is_some_and(|pertama| byte.all(|b| b == pertama))
}

fn panjang(teks: &str) -> u32 {
    u32::try_from(teks.len()).unwrap_or(u32::MAX)
}

/// The digits of a text as a number with so many decimals.
fn desimal(teks: &str, presisi: usize) -> Option<Decimal> {
    let digit: String = teks.chars().filter(char::is_ascii_digit).collect();
    let nilai: i128 = digit.parse().ok()?;
    Decimal::try_from_i128_with_scale(nilai, u32::try_from(presisi).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Gaya, Sekitar, baca, suara};
    use crate::bacaan::{Cacat, SatuanCetak};
    use crate::understand::angka::pindai::pindai;

    const BIASA: Sekitar = Sekitar {
        gaya: Gaya::Koma,
        dokumen_koma: true,
        satuan: SatuanCetak::Tanpa,
        berskala: false,
        utuh: false,
    };

    fn terbaca(teks: &str, sekitar: Sekitar) -> (Option<String>, Option<Cacat>) {
        let satu = &pindai(teks, &|_| false)[0];
        let inti = teks.get(satu.inti.clone()).expect("digits");
        let hasil = baca(inti, satu, sekitar);
        (hasil.nilai.map(|n| n.to_string()), hasil.cacat)
    }

    #[test]
    fn well_formed_numbers_have_their_value() {
        for (teks, nilai) in [
            ("3,95", "3.95"),
            ("1.250", "1250"),
            ("10.955.964.845", "10955964845"),
            ("1.250,75", "1250.75"),
            ("580", "580"),
            ("-3,5", "-3.5"),
        ] {
            assert_eq!(terbaca(teks, BIASA), (Some(nilai.into()), None), "{teks}");
        }
    }

    #[test]
    fn malformed_numbers_are_told_and_guessed_only_where_unique() {
        for (teks, nilai, cacat) in [
            ("3.13", Some("3.13"), Cacat::TitikDesimal),
            ("0.125", Some("0.125"), Cacat::TitikDesimal),
            ("1,250.75", Some("1250.75"), Cacat::TitikDesimal),
            ("10.979.506.00", None, Cacat::KelompokDigit),
            ("22.485.300.0000", Some("22485300000"), Cacat::KelompokDigit),
            ("1.2345.678", None, Cacat::KelompokDigit),
            ("10.979506.000", Some("10979506000"), Cacat::KelompokDigit),
            ("1097.950.600", Some("1097950600"), Cacat::KelompokDigit),
            ("3,,95", Some("3.95"), Cacat::DuaTanda),
            ("3,9,5", None, Cacat::DuaTanda),
            ("10.979,506.000", Some("10979506000"), Cacat::DuaTanda),
            ("3,93.5", None, Cacat::DuaTanda),
            ("1O5", Some("105"), Cacat::Tersisip),
            ("10. 979.506", Some("10979506"), Cacat::Tersisip),
            ("10..979.506", Some("10979506"), Cacat::DuaTanda),
            ("10,979,506", Some("10979506"), Cacat::DuaTanda),
        ] {
            assert_eq!(
                terbaca(teks, BIASA),
                (nilai.map(str::to_owned), Some(cacat)),
                "{teks}"
            );
        }
    }

    #[test]
    fn rupiah_with_a_short_group_is_no_decimal() {
        let rupiah = Sekitar {
            satuan: SatuanCetak::Rupiah,
            utuh: true,
            ..BIASA
        };
        assert_eq!(
            terbaca("Rp979.50,-", rupiah),
            (None, Some(Cacat::KelompokDigit))
        );
        assert_eq!(
            terbaca("Rp.10.955.964.845,-", rupiah),
            (Some("10955964845".into()), None)
        );
    }

    #[test]
    fn a_document_of_decimal_points_is_read_as_such() {
        let inggris = Sekitar {
            gaya: Gaya::Titik,
            dokumen_koma: false,
            ..BIASA
        };
        assert_eq!(terbaca("3.532", inggris), (Some("3.532".into()), None));
        assert_eq!(
            terbaca("10,979,506", inggris),
            (Some("10979506".into()), None)
        );
        assert_eq!(terbaca("1,250", inggris), (Some("1250".into()), None));
    }

    #[test]
    fn marks_vote_on_the_style() {
        assert_eq!(suara("3,95"), Some(Gaya::Koma));
        assert_eq!(suara("3.95"), Some(Gaya::Titik));
        assert_eq!(suara("10.979.506"), Some(Gaya::Koma));
        assert_eq!(suara("3.130"), None);
    }
}
