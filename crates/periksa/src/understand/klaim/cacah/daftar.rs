//! The list behind a number of things.

use std::collections::BTreeSet;

use document::source::Piece;

use crate::bacaan::{JenisBaris, JenisKolom, Letak, Tabel};
use crate::understand::klaim::Konteks;
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};

/// Words that announce a full list.
const PEMBUKA: &[&str] = &[
    "yaitu", "yakni", "ialah", "meliputi", "berupa", "adalah", "mencakup",
];
/// The word behind the noun that opens the list; no other number, comma or stop stands between.
pub(super) fn pembuka(kata: &[Kata], awal: usize) -> Option<usize> {
    const TERJAUH: usize = 14;
    for (i, satu) in kata.iter().enumerate().skip(awal).take(TERJAUH) {
        if satu.salah_satu(PEMBUKA) || satu.tanda(':') || menutup(kata, i) {
            return Some(i);
        }
        // "empat unit (1) …, (2) …".
        if nomor(kata, i) == Some((1, i + 3)) {
            return i.checked_sub(1);
        }
        let koma = satu.tanda(',')
            && kata
                .get(i + 1)
                .is_some_and(|k| k.salah_satu(PEMBUKA) || k.salah_satu(&["sebagai"]));
        if satu.angka().is_some()
            || matches!(satu.isi, Isi::Tanda('.' | ';'))
            || (satu.tanda(',') && !koma)
        {
            return None;
        }
    }
    None
}

/// Whether a sentence ends there and sends on to what follows ("sebagai berikut.").
pub(super) fn menutup(kata: &[Kata], di: usize) -> bool {
    kata.get(di).is_some_and(|k| k.salah_satu(&["berikut"]))
        && kata
            .get(di + 1..)
            .unwrap_or_default()
            .iter()
            .all(|k| k.tanda('.') || k.tanda(':') || k.salah_satu(&["ini"]))
}

/// The number of a marker such as "(1)" or "a)", and one past it.
fn nomor(kata: &[Kata], di: usize) -> Option<(u32, usize)> {
    let kurung = kata.get(di)?.tanda('(');
    let isi = kata.get(di + usize::from(kurung))?;
    let akhir = di + usize::from(kurung) + 1;
    if matches!(isi.isi, Isi::Tanda(_)) || !kata.get(akhir)?.tanda(')') {
        return None;
    }
    Some((urutan(&isi.teks)?, akhir + 1))
}

/// Things that the sentence itself numbers: "(1) …, (2) …, dan (3) …".
fn bernomor(konteks: &Konteks, awal: usize, akhir: usize) -> Vec<Letak> {
    let kata = konteks.kata();
    let mut hasil = Vec::new();
    let mut mulai: Option<usize> = None;
    let mut ke = 0;
    let mut di = awal;
    while di <= akhir {
        let berikut = nomor(kata, di).filter(|(n, sampai)| *n == ke + 1 && *sampai <= akhir);
        if di == akhir || berikut.is_some() {
            let ujung = (0..di)
                .rev()
                .find(|i| {
                    !matches!(kata[*i].isi, Isi::Tanda(_))
                        && !kata[*i].salah_satu(&["dan", "serta"])
                })
                .map_or(di, |i| i + 1);
            if let Some(mulai) = mulai.filter(|m| *m < ujung) {
                hasil.push(konteks.letak(mulai, ujung));
            }
        } else if mulai.is_none() {
            return Vec::new();
        }
        match berikut {
            Some((n, sampai)) => {
                ke = n;
                mulai = Some(sampai);
                di = sampai;
            }
            None => di += 1,
        }
    }
    hasil
}

/// The things listed behind the word that opens the list, up to a word where it is known to end.
pub(super) fn daftar(konteks: &Konteks, pembuka: usize, batas: Option<usize>) -> Vec<Letak> {
    let kata = konteks.kata();
    let mut awal = pembuka + 1;
    while kata.get(awal).is_some_and(|k| {
        k.tanda(':')
            || k.tanda(',')
            || k.salah_satu(PEMBUKA)
            || k.salah_satu(&["sebagai", "berikut"])
    }) {
        awal += 1;
    }
    let akhir = kata
        .iter()
        .rposition(|k| !k.tanda('.'))
        .map_or(0, |i| i + 1);
    if awal >= akhir {
        return butir(konteks);
    }
    let akhir = batas.map_or(akhir, |batas| batas.min(akhir));
    // "Dua indikator, yaitu persentase arsip yang tertata, belum mencapai target": one, since nothing parts it.
    let terpisah = kata.get(awal..akhir).unwrap_or_default().iter().any(|k| {
        !matches!(k.isi, Isi::Kata)
            || k.salah_satu(&["dan", "serta", "maupun", "beserta", "pada", "untuk"])
    });
    if batas.is_some() && !terpisah && awal < akhir {
        return vec![konteks.letak(awal, akhir)];
    }
    let ternomor = bernomor(konteks, awal, akhir);
    if ternomor.len() > 1 {
        return ternomor;
    }
    sebaris(konteks, awal, akhir)
}

/// Things listed in the sentence itself.
fn sebaris(konteks: &Konteks, awal: usize, akhir: usize) -> Vec<Letak> {
    let kata = konteks.kata();
    // A second statement behind the list would be counted into it.
    let isi = kata.get(awal..akhir).unwrap_or_default();
    if isi.iter().any(|k| {
        k.tanda('.')
            || k.tanda(':')
            || k.angka().is_some()
            || k.salah_satu(&["yang", "dimana", "sehingga", "dengan", "sedangkan"])
    }) {
        return Vec::new();
    }
    let titik_koma = isi.iter().any(|k| k.tanda(';'));
    let pemisah = if titik_koma { ';' } else { ',' };
    let mut hasil = Vec::new();
    let mut mulai = awal;
    let mut dalam_kurung = 0_usize;
    for i in awal..=akhir {
        match kata.get(i).map(|k| k.isi) {
            Some(Isi::Tanda('(')) => dalam_kurung += 1,
            Some(Isi::Tanda(')')) => dalam_kurung = dalam_kurung.saturating_sub(1),
            _ => {}
        }
        let pisah = i == akhir || (dalam_kurung == 0 && kata[i].tanda(pemisah));
        if !pisah {
            continue;
        }
        if kata
            .get(mulai)
            .is_some_and(|k| k.salah_satu(&["dan", "serta"]))
        {
            // "… dan Penutup, serta lampiran": where the list ends is open.
            if i < akhir && pemisah == ',' {
                return Vec::new();
            }
            mulai += 1;
        }
        if mulai < i {
            hasil.push(konteks.letak(mulai, i));
        }
        mulai = i + 1;
    }
    hasil
}

/// Items of the list that follows the piece of the sentence.
pub(super) fn butir(konteks: &Konteks) -> Vec<Letak> {
    const TERJAUH: usize = 80;
    let letak = &konteks.bacaan.kalimat[konteks.ucapan.kalimat].letak;
    let pieces = &konteks.bacaan.sumber.pieces;
    // Only the last sentence of its piece announces what follows.
    let panjang = pieces
        .get(letak.piece)
        .and_then(Piece::passage)
        .map_or(0, |p| p.text.trim_end().len());
    if letak.akhir < panjang {
        return Vec::new();
    }
    let mut hasil = Vec::new();
    let mut dalam: Option<u8> = None;
    let mut nomor: Option<u32> = None;
    let mut terputus = false;
    for (i, piece) in pieces
        .iter()
        .enumerate()
        .skip(letak.piece + 1)
        .take(TERJAUH)
    {
        match piece {
            Piece::Item {
                marker,
                depth,
                passage,
            } => {
                let ini = urutan(marker);
                match dalam {
                    None => dalam = Some(*depth),
                    Some(pertama) if *depth > pertama => continue,
                    Some(pertama) if *depth < pertama => break,
                    Some(_) => {
                        let berlanjut = match (nomor, ini) {
                            (Some(lalu), Some(ini)) => ini == lalu + 1,
                            (None, None) => !terputus,
                            _ => false,
                        };
                        if !berlanjut {
                            break;
                        }
                    }
                }
                nomor = ini;
                terputus = false;
                hasil.push(Letak::new(i, 0..passage.text.len()));
            }
            Piece::Running(_) | Piece::Picture(_) | Piece::Footnote { .. } => {}
            // A paragraph may explain the item above; only a numbered list can be seen to go on behind it.
            Piece::Paragraph(_) if dalam.is_some() && nomor.is_some() => terputus = true,
            _ => break,
        }
    }
    hasil
}

/// The rows of the table that follows the piece of the sentence, where they are the things that are counted.
pub(super) fn baris(konteks: &Konteks, nama: &[String]) -> Vec<Letak> {
    const TERJAUH: usize = 2;
    let bacaan = konteks.bacaan;
    let Some(kalimat) = bacaan.kalimat.get(konteks.ucapan.kalimat) else {
        return Vec::new();
    };
    let piece = kalimat.letak.piece;
    let di = bacaan.tabel.partition_point(|t| t.piece <= piece);
    match bacaan.tabel.get(di) {
        Some(tabel) if tabel.piece <= piece + TERJAUH => isi_tabel(konteks, di, tabel, nama),
        _ => Vec::new(),
    }
}

/// The rows of a table near by that sums up the things that are counted.
pub(super) fn tabel_dekat(konteks: &Konteks, nama: &[String]) -> Vec<Letak> {
    const SEBELUM: usize = 6;
    const SESUDAH: usize = 2;
    let bacaan = konteks.bacaan;
    let Some(kalimat) = bacaan.kalimat.get(konteks.ucapan.kalimat) else {
        return Vec::new();
    };
    let piece = kalimat.letak.piece;
    let bagian = |piece| bacaan.bagian(piece).map(|b| b.piece);
    let awal = bacaan
        .tabel
        .partition_point(|t| t.piece.saturating_add(SEBELUM) < piece);
    let mut semua = bacaan
        .tabel
        .iter()
        .enumerate()
        .skip(awal)
        .take_while(|(_, t)| t.piece <= piece + SESUDAH)
        .filter(|(_, t)| bagian(t.piece) == bagian(piece))
        .filter(|(_, t)| t.baris.iter().any(|b| b.jenis == JenisBaris::Total))
        .map(|(di, t)| isi_tabel(konteks, di, t, nama))
        .filter(|letak| !letak.is_empty());
    let pertama = semua.next().unwrap_or_default();
    // Tables that differ show what nobody can count.
    if semua.any(|lain| lain.len() != pertama.len()) {
        return Vec::new();
    }
    pertama
}

/// The rows of a table, where its first heading names what is counted and it lists them all, each once.
fn isi_tabel(konteks: &Konteks, di: usize, tabel: &Tabel, nama: &[String]) -> Vec<Letak> {
    let sama = tabel
        .kolom
        .iter()
        .find(|k| k.jenis != JenisKolom::Nomor)
        .is_some_and(|k| {
            let kepala = kosakata::normal(&k.jalur.join(" "));
            let inti = ["kode dan ", "nomor dan ", "no dan ", "nama "]
                .iter()
                .find_map(|awalan| kepala.strip_prefix(awalan))
                .unwrap_or(&kepala);
            nama.iter().any(|n| n == inti)
        });
    // A table that goes on over the page is not seen whole.
    let terpotong =
        tabel.lanjutan.is_some() || konteks.bacaan.tabel.iter().any(|t| t.lanjutan == Some(di));
    let tak_tentu = tabel.baris.iter().any(|b| {
        b.jenis == JenisBaris::Kelompok || b.jenis == JenisBaris::Isi && kosakata::sisa(&b.label)
    });
    if !sama || terpotong || tak_tentu {
        return Vec::new();
    }
    // A name that stands in several rows is one thing.
    let mut sudah = BTreeSet::new();
    tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .filter(|b| sudah.insert(kosakata::normal(&b.label)))
        .filter_map(|b| b.letak_label.clone())
        .collect()
}

/// The units of a kind that the sentence before names: "Susunannya meliputi Seksi A, Seksi B. … terdapat dua seksi".
pub(super) fn kalimat_lalu(konteks: &Konteks, benda: &str) -> Vec<Letak> {
    let bacaan = konteks.bacaan;
    let kalimat = |i: usize| bacaan.kalimat.get(i).map(|k| &k.letak);
    let Some((lalu, ini)) = konteks
        .ucapan
        .kalimat
        .checked_sub(1)
        .and_then(|i| Some((kalimat(i)?, kalimat(i + 1)?)))
        .filter(|(lalu, ini)| lalu.piece == ini.piece && lalu.sel == ini.sel)
    else {
        return Vec::new();
    };
    let teks = bacaan.teks(lalu);
    if teks.matches(',').count() < 2 || lalu == ini {
        return Vec::new();
    }
    let mut hasil = Vec::new();
    let mut kata = kosakata::kata(teks).peekable();
    while let Some((di, satu)) = kata.next() {
        let bernama = kata
            .peek()
            .is_some_and(|(_, k)| k.starts_with(char::is_uppercase));
        if bernama && satu.starts_with(char::is_uppercase) && satu.to_lowercase() == benda {
            hasil.push(lalu.bagian(lalu.awal + di.start..lalu.awal + di.end));
        }
    }
    hasil
}

/// The number of an item; none for a dash or a dot.
fn urutan(marker: &str) -> Option<u32> {
    let inti = marker.trim_matches(|c: char| !c.is_alphanumeric());
    if let Ok(nomor) = inti.parse() {
        return Some(nomor);
    }
    let mut huruf = inti.chars();
    match (huruf.next(), huruf.next()) {
        (Some(c), None) if c.is_ascii_alphabetic() => {
            Some(u32::from(c.to_ascii_lowercase()) - u32::from('a') + 1)
        }
        _ => None,
    }
}
