//! The list behind a number of things.

use document::source::Piece;

use crate::bacaan::{JenisBaris, JenisKolom, Letak};
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
        if satu.salah_satu(PEMBUKA) || satu.tanda(':') {
            return Some(i);
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

/// The things listed behind the word that opens the list.
pub(super) fn daftar(konteks: &Konteks, pembuka: usize) -> Vec<Letak> {
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
    sebaris(konteks, awal, akhir)
}

/// Things listed in the sentence itself.
fn sebaris(konteks: &Konteks, awal: usize, akhir: usize) -> Vec<Letak> {
    let kata = konteks.kata();
    // A second statement behind the list would be counted into it.
    if kata[awal..akhir].iter().any(|k| {
        k.tanda('.')
            || k.tanda(':')
            || k.angka().is_some()
            || k.salah_satu(&["yang", "dimana", "sehingga", "dengan", "sedangkan"])
    }) {
        return Vec::new();
    }
    let titik_koma = kata[awal..akhir].iter().any(|k| k.tanda(';'));
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
pub(super) fn baris(konteks: &Konteks, benda: &str) -> Vec<Letak> {
    const TERJAUH: usize = 2;
    let bacaan = konteks.bacaan;
    let Some(kalimat) = bacaan.kalimat.get(konteks.ucapan.kalimat) else {
        return Vec::new();
    };
    let piece = kalimat.letak.piece;
    let di = bacaan.tabel.partition_point(|t| t.piece <= piece);
    let Some(tabel) = bacaan.tabel.get(di).filter(|t| t.piece <= piece + TERJAUH) else {
        return Vec::new();
    };
    let sama = tabel
        .kolom
        .iter()
        .find(|k| k.jenis != JenisKolom::Nomor)
        .is_some_and(|k| kosakata::normal(&k.jalur.join(" ")) == benda);
    // A table that goes on over the page is not seen whole.
    if !sama || bacaan.tabel.iter().any(|t| t.lanjutan == Some(di)) {
        return Vec::new();
    }
    tabel
        .baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Isi)
        .filter_map(|b| b.letak_label.clone())
        .collect()
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
