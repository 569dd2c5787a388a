//! What is left of a template.

use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu, ubah};
use crate::daun::Wadah;

pub(super) const JENIS: &[Jenis] = &[
    templat("tempat-isian", isian),
    templat("pilihan-tertinggal", pilihan),
    templat("petunjuk-tertinggal", petunjuk),
    templat("dst-tertinggal", dst),
    templat("angka-hilang", hilang),
    templat("sel-kosong", sel_kosong),
    templat("medan-gabung", medan),
];

/// Slots that writers leave.
const ISIAN: &[&str] = &[
    "[...]",
    "[…]",
    "......",
    "____",
    "(sebutkan)",
    "[isi angka]",
    "xx",
    "XX,XX",
    "[jumlah]",
];
/// Instructions of templates to their authors.
const PETUNJUK: &[&str] = &[
    " (jelaskan penyebab keberhasilan atau kegagalan)",
    " (diisi dengan analisis penyebab)",
    " [uraikan upaya yang telah dilakukan]",
    " Catatan: bagian ini diisi oleh penyusun.",
    " (contoh)",
    " Jelaskan secara singkat hambatan yang dihadapi.",
    " [tambahkan foto kegiatan]",
];
/// Fields of mail merges.
const MEDAN: &[&str] = &[
    "{{nama_kantor}}",
    "«Nama_Satker»",
    "<nama kantor>",
    "${kantor}",
    "[NAMA KANTOR]",
    "{{ kantor }}",
];
/// Directions, both ways.
const ARAH: &[(&str, &str)] = &[
    ("peningkatan", "[peningkatan/penurunan]"),
    ("penurunan", "peningkatan/penurunan*)"),
    ("naik", "naik/turun"),
    ("turun", "[naik/turun]"),
    ("melampaui", "[melampaui/belum mencapai]"),
    ("di atas", "[di atas/di bawah]"),
    ("di bawah", "di atas/di bawah (pilih salah satu)"),
];

const fn templat(nama: &'static str, tanam: fn(&mut Ladang<'_>) -> Option<Ganti>) -> Jenis {
    Jenis {
        nama,
        keluarga: Keluarga::Templat,
        cara: Cara::Ganti(tanam),
    }
}

fn isian(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        daun.kunci.is_some() && matches!(daun.wadah, Wadah::Paragraf | Wadah::Butir)
    })?;
    let &isian = ladang.acak.pilih(ISIAN)?;
    Some(satu(i, isian.to_owned()))
}

fn pilihan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let mut arah = ARAH.to_vec();
    ladang.acak.kocok(&mut arah);
    for (dari, menjadi) in arah {
        let cocok = |teks: &str| ubah::kata(teks, dari, menjadi).is_some();
        let Some(i) =
            ladang.pilih(|_, daun| daun.kunci.is_none() && prosa(daun.wadah) && cocok(&daun.teks))
        else {
            continue;
        };
        return Some(satu(i, ubah::kata(&ladang.daun[i].teks, dari, menjadi)?));
    }
    None
}

fn petunjuk(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        daun.kunci.is_none()
            && prosa(daun.wadah)
            && daun.teks.len() > 40
            && daun.teks.ends_with('.')
    })?;
    let &petunjuk = ladang.acak.pilih(PETUNJUK)?;
    let teks = ladang.daun[i].teks.trim_end_matches('.');
    let baru = if petunjuk.ends_with('.') {
        format!("{teks}.{petunjuk}")
    } else {
        format!("{teks}{petunjuk}.")
    };
    Some(satu(i, baru))
}

/// "And so on" as an item or a cell of its own; at the end of a sentence it may be meant.
fn dst(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let sendiri: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| {
            ladang
                .daun
                .iter()
                .filter(|lain| lain.induk == daun.induk)
                .count()
                == 1
        })
        .collect();
    let i = ladang.pilih(|i, daun| {
        let sel =
            matches!(daun.wadah, Wadah::Sel(sel) if !sel.kepala && !sel.jumlah && sel.kolom > 0);
        sendiri[i]
            && daun.kunci.is_none()
            && daun.teks.len() > 12
            && (sel || daun.wadah == Wadah::Butir)
    })?;
    let &butir = ladang
        .acak
        .pilih(&["dst.", "...", "dst", "dan seterusnya.", "[dst]"])?;
    Some(satu(i, butir.to_owned()))
}

/// A number that a sentence needs, gone.
fn hilang(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let perlu: Vec<bool> = ladang
        .daun
        .iter()
        .enumerate()
        .map(|(i, _)| {
            let sebelum = i.checked_sub(1).and_then(|i| ladang.daun.get(i));
            sebelum.is_some_and(|lalu| {
                let teks = lalu.teks.trim_end();
                lalu.induk == ladang.daun[i].induk
                    && ["sebesar", "adalah", "berjumlah", "menjadi", "atau"]
                        .iter()
                        .any(|kata| teks.ends_with(kata))
            })
        })
        .collect();
    let i = ladang.pilih(|i, daun| daun.kunci.is_some() && prosa(daun.wadah) && perlu[i])?;
    Some(satu(i, String::new()))
}

fn sel_kosong(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        matches!(daun.wadah, Wadah::Sel(sel) if !sel.kepala) && daun.kunci.is_some()
    })?;
    Some(satu(i, String::new()))
}

fn medan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let kantor = ladang.kantor.to_owned();
    let i = ladang.pilih(|_, daun| prosa(daun.wadah) && daun.teks.contains(&kantor))?;
    let &medan = ladang.acak.pilih(MEDAN)?;
    Some(satu(i, ladang.daun[i].teks.replacen(&kantor, medan, 1)))
}

pub(super) fn prosa(wadah: Wadah) -> bool {
    matches!(wadah, Wadah::Paragraf | Wadah::Butir)
}
