//! A name of an indicator that stands once, is one word apart from a name that stands everywhere, and tells its figures.

mod bukti;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bukti::{bernilai, bersingkatan, di_bagian, judul_sendiri, nilai, salah_eja};

use crate::bacaan::{Bacaan, Letak};
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, Kata, Satuan, antara, kata, satuan};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A name must stand so many times to be the usual one.
const LAZIM: usize = 4;
/// So many times as often as the other.
const LEBIH_SERING: usize = 4;
/// Places of the other name, at most.
const JARANG: usize = 2;
/// Uses of a word of which the report hardly speaks.
const KATA_JARANG: usize = 3;
/// Fewest words of a name.
const TERPENDEK: usize = 3;

/// A name by which the report calls an indicator.
struct Dikenal<'b> {
    /// Index into the indicators.
    indikator: usize,
    kunci: &'b str,
    /// As printed.
    tertulis: &'b str,
    kata: Vec<Kata<'b>>,
    /// Where it stands: unit.
    tempat: Vec<usize>,
}

/// Another name in its place.
struct Lain {
    /// Index into the known names.
    dikenal: usize,
    satuan: usize,
    /// First and last word.
    awal: usize,
    akhir: usize,
    /// The word of the known name that is another one here; none where a word is added.
    asli: Option<String>,
    baru: String,
}

/// Reports the names and gives their places.
pub(super) fn periksa_tunggal(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    selesai: &[Letak],
) -> Vec<Letak> {
    let bacaan = bahan.bacaan;
    let susunan = Susunan::new(bahan);
    let isi: Vec<(Satuan, Vec<Kata>)> = satuan(bacaan.sumber)
        .into_iter()
        .filter(|s| s.jenis != Jenis::Rumus && !susunan.dalam_daftar(s.letak.piece))
        .map(|s| {
            let kata = kata(s.teks);
            (s, kata)
        })
        .collect();
    let dikenal = dikenal(bacaan, &isi);
    let semua = lain(&isi, &dikenal);
    if semua.is_empty() {
        return Vec::new();
    }
    let mut kali: BTreeMap<String, usize> = BTreeMap::new();
    for satu in &semua {
        *kali.entry(bentuk(&isi, satu)).or_default() += 1;
    }
    let mut sering: HashMap<&str, usize> = semua.iter().map(|s| (s.baru.as_str(), 0)).collect();
    for k in isi.iter().flat_map(|(_, kata)| kata) {
        if let Some(kali) = sering.get_mut(k.kecil.as_ref()) {
            *kali += 1;
        }
    }
    let sah: BTreeSet<String> = bahan
        .hukum
        .profil
        .iter()
        .flat_map(|p| &p.indikator)
        .flat_map(|i| std::iter::once(&i.nama).chain(&i.alias))
        .map(|n| normal(n))
        .collect();
    let nilai = nilai(bacaan);
    let mut hasil = Vec::new();
    for satu in &semua {
        let (Some(asal), Some((unit, kata))) = (dikenal.get(satu.dikenal), isi.get(satu.satuan))
        else {
            continue;
        };
        let (Some(kiri), Some(kanan)) = (kata.get(satu.awal), kata.get(satu.akhir)) else {
            continue;
        };
        let letak = unit.letak.bagian(kiri.awal..kanan.akhir);
        let bentuk = bentuk(&isi, satu);
        let banyak = kali.get(&bentuk).copied().unwrap_or(0);
        let telah = selesai.iter().any(|l| {
            l.piece == letak.piece
                && l.sel == letak.sel
                && l.awal < letak.akhir
                && letak.awal < l.akhir
        });
        let berdampingan = asal
            .tempat
            .iter()
            .filter_map(|i| isi.get(*i))
            .any(|(s, _)| {
                s.letak.piece == letak.piece && (s.letak.sel == letak.sel || s.jenis == Jenis::Sel)
            });
        if telah
            || berdampingan
            || banyak > JARANG
            || asal.tempat.len() < banyak.saturating_mul(LEBIH_SERING)
            || sah.contains(&bentuk)
        {
            continue;
        }
        let pemakaian = sering.get(satu.baru.as_str()).copied().unwrap_or(0);
        let (baru_saja, jarang) = (pemakaian <= banyak, pemakaian <= KATA_JARANG);
        let sel_utuh = unit.jenis == Jenis::Sel
            && satu.akhir + 1 == kata.len()
            && kata.iter().take(satu.awal).all(|k| k.kecil.len() <= 2);
        let eja = satu
            .asli
            .as_deref()
            .is_some_and(|asli| salah_eja(asli, &satu.baru, sel_utuh));
        let bukti = eja && baru_saja
            || bersingkatan(bacaan, asal, unit, kanan)
            || bernilai(bacaan, &nilai, asal, &isi, &letak, jarang)
            || di_bagian(bacaan, asal, unit, kata, satu)
            || judul_sendiri(bacaan, asal, &isi, unit);
        if !bukti {
            continue;
        }
        let beda = match &satu.asli {
            Some(asli) => format!("\"{}\" menggantikan \"{asli}\"", satu.baru),
            None => format!("kata \"{}\" bertambah", satu.baru),
        };
        let resmi = asal.tertulis.replace('\n', " ");
        let asli: Vec<Letak> = asal
            .tempat
            .iter()
            .filter_map(|i| isi.get(*i))
            .map(|(s, _)| s.letak.clone())
            .take(2)
            .collect();
        let pesan = format!(
            "Nama indikator ini berbeda ({beda}) dari yang tertulis di {} tempat lain: \"{resmi}\".",
            asal.tempat.len()
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Samakan dengan nama dalam perjanjian kinerja.",
            )
            .seharusnya(Some(resmi))
            .terkait(bahan, &asli),
        );
        hasil.push(letak);
    }
    hasil
}

/// The names by which the report calls its indicators often.
fn dikenal<'b>(bacaan: &'b Bacaan, isi: &[(Satuan, Vec<Kata>)]) -> Vec<Dikenal<'b>> {
    let mut hasil: Vec<Dikenal> = bacaan
        .indikator
        .iter()
        .enumerate()
        .flat_map(|(i, satu)| {
            std::iter::once(&satu.nama)
                .chain(&satu.sebutan)
                .map(move |nama| Dikenal {
                    indikator: i,
                    kunci: &satu.kunci,
                    tertulis: nama,
                    kata: kata(nama),
                    tempat: Vec::new(),
                })
        })
        .filter(|d| (TERPENDEK..=25).contains(&d.kata.len()))
        .collect();
    let mut awal: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, satu) in hasil.iter().enumerate() {
        if let Some(pertama) = satu.kata.first() {
            awal.entry(pertama.kecil.to_string()).or_default().push(i);
        }
    }
    for (di, (_, kata)) in isi.iter().enumerate() {
        for (i, k) in kata.iter().enumerate() {
            for nama in awal.get(k.kecil.as_ref()).into_iter().flatten() {
                let Some(satu) = hasil.get_mut(*nama) else {
                    continue;
                };
                let sama = satu
                    .kata
                    .iter()
                    .enumerate()
                    .all(|(j, asli)| kata.get(i + j).is_some_and(|k| k.kecil == asli.kecil));
                if sama {
                    satu.tempat.push(di);
                }
            }
        }
    }
    hasil.retain(|d| d.tempat.len() >= LAZIM);
    // The fullest name first, as what is one word apart from it is so from its beginning as well.
    hasil.sort_by_key(|d| std::cmp::Reverse(d.kata.len()));
    hasil
}

/// All stretches that are one of the names but for one word.
fn lain(isi: &[(Satuan, Vec<Kata>)], dikenal: &[Dikenal]) -> Vec<Lain> {
    let mut awal: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (i, satu) in dikenal.iter().enumerate() {
        for (urutan, k) in satu.kata.iter().take(2).enumerate() {
            awal.entry(&k.kecil).or_default().push((i, urutan));
        }
    }
    let mut hasil: Vec<Lain> = Vec::new();
    for (di, (unit, kata)) in isi.iter().enumerate() {
        for (i, k) in kata.iter().enumerate() {
            for (nama, urutan) in awal.get(k.kecil.as_ref()).into_iter().flatten() {
                let (Some(asal), Some(mulai)) = (dikenal.get(*nama), i.checked_sub(*urutan)) else {
                    continue;
                };
                let Some(satu) = banding(kata, mulai, *urutan, asal) else {
                    continue;
                };
                let (awal, akhir, asli, baru) = satu;
                // Told already of a fuller name.
                let telah = hasil
                    .iter()
                    .rev()
                    .take_while(|l| l.satuan == di)
                    .any(|l| l.awal <= awal && akhir <= l.akhir);
                if !telah && layak(unit, kata, awal..akhir + 1, asal, asli, baru) {
                    hasil.push(Lain {
                        dikenal: *nama,
                        satuan: di,
                        awal,
                        akhir,
                        asli: asli
                            .and_then(|j| asal.kata.get(j))
                            .map(|k| k.kecil.to_string()),
                        baru: kata
                            .get(baru)
                            .map(|k| k.kecil.to_string())
                            .unwrap_or_default(),
                    });
                }
            }
        }
    }
    hasil
}

/// First and last word of a stretch that is a name but for one word, the word of the name, and the one of the text.
fn banding(
    kata: &[Kata],
    mulai: usize,
    urutan: usize,
    asal: &Dikenal,
) -> Option<(usize, usize, Option<usize>, usize)> {
    let panjang = asal.kata.len();
    let sama = |k: usize, j: usize| match (kata.get(k), asal.kata.get(j)) {
        (Some(k), Some(j)) => k.kecil == j.kecil,
        _ => false,
    };
    let sisa = |geser: usize, dari: usize| (dari..panjang).all(|j| sama(mulai + geser + j, j));
    let akhir = mulai + panjang - 1;
    kata.get(akhir)?;
    if urutan == 1 {
        // Another first word.
        return (!sama(mulai, 0) && sisa(0, 1)).then_some((mulai, akhir, Some(0), mulai));
    }
    let j = (0..panjang).find(|j| !sama(mulai + j, *j))?;
    if sisa(0, j + 1) {
        return Some((mulai, akhir, Some(j), mulai + j));
    }
    kata.get(akhir + 1)?;
    sisa(1, j).then_some((mulai, akhir + 1, None, mulai + j))
}

/// Words that follow the beginning of a name in a sentence and are no part of one.
const BUKAN_NAMA: &[&str] = &[
    "tahun",
    "bulan",
    "triwulan",
    "semester",
    "periode",
    "sebesar",
    "sebanyak",
    "adalah",
    "yang",
    "dengan",
    "untuk",
    "pada",
    "dalam",
    "oleh",
    "dari",
    "atas",
    "terhadap",
    "bagi",
    "serta",
    "tersebut",
    "mencapai",
    "menjadi",
    "realisasi",
    "target",
    "capaian",
    "nilai",
    "kantor",
    "naik",
    "turun",
    "meningkat",
    "menurun",
    "setiap",
    "seluruh",
    "semua",
    "telah",
    "sudah",
    "belum",
    "akan",
    "juga",
    "dapat",
    "karena",
    "menurut",
    "antara",
    "secara",
    "masing-masing",
    "mengukur",
    "menggambarkan",
    "menunjukkan",
    "diukur",
    "dihitung",
    "diperoleh",
    "survei",
];

/// Whether the stretch reads as a name in which one word was exchanged or added.
fn layak(
    unit: &Satuan,
    kata: &[Kata],
    rentang: std::ops::Range<usize>,
    asal: &Dikenal,
    asli: Option<usize>,
    baru: usize,
) -> bool {
    let besar = |teks: &str, k: &Kata| {
        teks.get(k.awal..)
            .is_some_and(|s| s.starts_with(char::is_uppercase))
    };
    let (Some(deret), Some(kata_baru)) = (kata.get(rentang), kata.get(baru)) else {
        return false;
    };
    let menyambung = deret.windows(2).all(|dua| match dua {
        [a, b] => antara(unit.teks, a, b).chars().all(char::is_whitespace),
        _ => true,
    });
    let kata_saja = |k: &str| k.chars().count() >= 4 && k.chars().all(char::is_alphabetic);
    let bernama = deret.first().is_some_and(|k| besar(unit.teks, k));
    let asli = asli.and_then(|j| asal.kata.get(j));
    // A capital stands where the name has one.
    let setara = match asli {
        Some(asli) => besar(asal.tertulis, asli) == besar(unit.teks, kata_baru),
        None => true,
    };
    let pertama = deret.first().is_some_and(|k| k.awal == kata_baru.awal);
    let seeja = asli.is_some_and(|a| strsim::levenshtein(&a.kecil, &kata_baru.kecil) <= 1);
    menyambung
        && bernama
        && (setara || unit.teks.chars().all(|c| !c.is_lowercase()))
        && (!pertama || seeja)
        && kata_saja(&kata_baru.kecil)
        && asli.is_none_or(|a| kata_saja(&a.kecil) && !BUKAN_NAMA.contains(&a.kecil.as_ref()))
        && !BUKAN_NAMA.contains(&kata_baru.kecil.as_ref())
}

/// The words of another name.
fn bentuk(isi: &[(Satuan, Vec<Kata>)], satu: &Lain) -> String {
    isi.get(satu.satuan)
        .and_then(|(_, kata)| kata.get(satu.awal..=satu.akhir))
        .unwrap_or_default()
        .iter()
        .map(|k| k.kecil.as_ref())
        .collect::<Vec<_>>()
        .join(" ")
}
