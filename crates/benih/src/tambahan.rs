//! What other offices' reports say and our own templates do not: the same facts in other sentences, and the table of bands.

use document::{Block, Cell, Document, Inline, Paragraph, Row, Table, TableColumn, plain_text};
use hukum::{Hukum, Isi};
use kinerja::{Satuan, bilangan};

use crate::acak::Acak;
use crate::kantor::Kantor;

/// Sentences about one indicator; `{…}` is a fakta by the end of its code, `<naik>` a word by the sign of the change.
const KALIMAT: &[&str] = &[
    "Berdasarkan hasil pengukuran tersebut, realisasi {N} ({K}) pada tahun {T} sebesar {T.realisasi} dari target sebesar {T.target} atau tercapai sebesar {T.capaian}. \
     Apabila dibandingkan dengan tahun {L} sebesar {L.realisasi}, realisasi {K} mengalami <peningkatan> sebesar {T.perubahan}.",
    "Pada tahun {T}, {K} memperoleh nilai {T.realisasi} dengan target {T.target}, sehingga persentase capaiannya adalah {T.capaian}. \
     Nilai tersebut <meningkat> {T.perubahan} dari tahun sebelumnya, yaitu {L.realisasi} pada tahun {L}.",
    "Capaian indikator {N} tahun {T} sebesar {T.capaian} diperoleh dari realisasi {T.realisasi} terhadap target {T.target}. \
     Realisasi ini <lebih tinggi> {T.perubahan} dibandingkan realisasi tahun {L} yang tercatat {L.realisasi}.",
    "Target kinerja tahun {T} untuk {N} ditetapkan sebesar {T.target}, sedangkan realisasinya {T.realisasi} atau {T.capaian} dari target. \
     Dengan demikian, dibandingkan dengan tahun {L} ({L.realisasi}) terjadi <kenaikan> sebesar {T.perubahan}.",
];

/// Opposites: the first where the value rose, the second where it fell.
const ARAH: &[(&str, &str)] = &[
    ("peningkatan", "penurunan"),
    ("meningkat", "menurun"),
    ("lebih tinggi", "lebih rendah"),
    ("kenaikan", "penurunan"),
];

/// Adds them, after the comparison with the year before and after the measurement by survey.
pub fn tambahkan(dokumen: &mut Document, kantor: &Kantor, hukum: &Hukum, acak: &mut Acak) {
    let pita = pita(hukum, kantor.hasil.tahun);
    let mut pita = pita.filter(|_| acak.di(0, 1) == 0);
    let mut profil = kantor.hasil.indikator.iter().map(|satu| &satu.profil);
    let mut jadi = Vec::new();
    for blok in std::mem::take(&mut dokumen.blocks) {
        let judul = match &blok {
            Block::Heading(judul) => plain_text(&judul.content),
            _ => String::new(),
        };
        jadi.push(blok);
        if judul == "Perbandingan dengan Tahun Sebelumnya"
            && let Some(profil) = profil.next()
            && let Some(kalimat) = acak.pilih(KALIMAT)
            && let Some(isi) = kalimat_isi(kalimat, kantor, &profil.kode, &profil.nama)
        {
            jadi.push(Block::Paragraph(Paragraph::body(isi)));
        }
        if judul == "Hasil Pengukuran"
            && let Some(tabel) = pita.take()
        {
            jadi.push(Block::Paragraph(Paragraph::body(vec![Inline::text(
                "Nilai indeks digolongkan menurut tabel berikut.",
            )])));
            jadi.push(Block::Table(tabel));
        }
    }
    dokumen.blocks = jadi;
}

/// A sentence with its fakta in place; none where one of them is missing.
fn kalimat_isi(kalimat: &str, kantor: &Kantor, kode: &str, nama: &str) -> Option<Vec<Inline>> {
    let (tahun, lalu) = (kantor.hasil.tahun, kantor.hasil.tahun - 1);
    let fakta = &kantor.hasil.fakta;
    let rendah = kode.to_lowercase();
    let kunci = |ekor: &str| {
        ekor.replace("T.", &format!("{rendah}.{tahun}."))
            .replace("L.", &format!("{rendah}.{lalu}."))
    };
    let perubahan = fakta.angka(&kunci("T.realisasi"))? - fakta.angka(&kunci("L.realisasi"))?;
    if perubahan.is_zero() {
        return None;
    }
    let mut teks = kalimat.to_owned();
    for (naik, turun) in ARAH {
        teks = teks.replace(
            &format!("<{naik}>"),
            if perubahan.is_sign_positive() {
                naik
            } else {
                turun
            },
        );
    }
    let mut isi = Vec::new();
    for potong in teks.split('{') {
        let Some((dalam, ekor)) = potong.split_once('}') else {
            isi.push(Inline::text(potong));
            continue;
        };
        match dalam {
            "N" => isi.push(Inline::text(nama)),
            "K" => isi.push(Inline::text(kode)),
            "T" => isi.push(Inline::text(tahun.to_string())),
            "L" => isi.push(Inline::text(lalu.to_string())),
            ekor => {
                let key = kunci(ekor);
                let satu = fakta.get(&key)?;
                let nilai = satu.angka()?.abs();
                let text = format!(
                    "{}{}",
                    bilangan::format(nilai, satu.presisi),
                    akhiran(&satu.satuan)
                );
                isi.push(Inline::Value { text, key });
            }
        }
        isi.push(Inline::text(ekor));
    }
    // One run of words is one leaf.
    let mut rapat: Vec<Inline> = Vec::new();
    for satu in isi {
        match (rapat.last_mut(), satu) {
            (Some(Inline::Text(lama)), Inline::Text(baru)) => lama.push_str(&baru),
            (_, satu) => rapat.push(satu),
        }
    }
    Some(rapat)
}

fn akhiran(satuan: &Satuan) -> String {
    match satuan {
        Satuan::Persen => "%".to_owned(),
        lain => format!(" {}", lain.nama()),
    }
}

/// The table of bands in force, as reports print it.
fn pita(hukum: &Hukum, tahun: i16) -> Option<Table> {
    let Isi::Pita(pita) = &hukum.ketentuan("skm.pita", tahun).ok()?.isi else {
        return None;
    };
    let sekecil = rust_decimal::Decimal::new(1, pita.presisi);
    let mut baris = Vec::new();
    let mut atas = pita.maksimum?;
    for kelas in pita.kelas.iter().rev() {
        let selang = format!(
            "{} – {}",
            bilangan::format(kelas.dari, pita.presisi),
            bilangan::format(atas, pita.presisi)
        );
        baris.push(Row::new(vec![
            Cell::text(selang),
            Cell::text(&*kelas.huruf),
            Cell::text(&*kelas.nama),
        ]));
        atas = kelas.dari - sekecil;
    }
    baris.reverse();
    Some(Table {
        columns: vec![
            TableColumn {
                width: 2,
                align: document::Align::Centre
            };
            3
        ],
        head: vec![Row::new(
            [
                "Nilai Interval Konversi",
                "Mutu Pelayanan",
                "Kinerja Unit Pelayanan",
            ]
            .map(Cell::text)
            .to_vec(),
        )],
        body: baris,
        ..Table::default()
    })
}
